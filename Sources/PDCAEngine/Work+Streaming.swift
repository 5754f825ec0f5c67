import Evaluation
import Facts
import Quantities
import Reports
import Rulebook

/// Where a long result goes while it is made: to the caller's own sink, or into the response.
final class Stream {
  private let sink: (([UInt8]) -> Void)?
  /// All that was written, where the caller takes nothing.
  private(set) var held: [UInt8] = []

  init(_ request: Request) { sink = request.sink }

  func write(_ bytes: [UInt8]) {
    if let sink { sink(bytes) } else { held += bytes }
  }
}

/// The report on one year for other programs. Of each outcome nothing is kept but how the target stands.
extension Work {
  /// Judges and writes; nothing, with the reason said, where that cannot be done.
  mutating func stream(_ rulebook: Rulebook, _ facts: Facts, _ year: FiscalYear) -> Response? {
    guard let evaluator = evaluator(rulebook, facts, year) else { return nil }
    let input = reportInput(
      rulebook, facts, Judgement(year: year, outcomes: [], silentAreas: evaluator.silentAreas(year)), area: nil)
    let output = Stream(request)
    let standings = request.format == .csv ? writeCSV(input, evaluator, output) : writeJSON(input, evaluator, output)
    let isOpen = standings.contains { $0.verdict == .missed || $0.verdict == .notReported }
    return Response(output: output.held, remarks: remarks(), status: isOpen || hasErrors ? .open : .met)
  }

  private func writeCSV(_ input: ReportInput, _ evaluator: Evaluator, _ output: Stream) -> [Standing] {
    let report = CSVReport(input)
    output.write(report.head)
    return judge(input, evaluator, make: { outcomes, verdicts in report.rows(outcomes) { verdicts.verdict(of: $0, at: $1) } }) {
      output.write($0)
    }
  }

  private func writeJSON(_ input: ReportInput, _ evaluator: Evaluator, _ output: Stream) -> [Standing] {
    var report = JSONReport(input)
    let line = report.outcome
    let standings = judge(input, evaluator, make: { outcomes, _ in outcomes.map { line.bytes(of: $0) } }) { written in
      for outcome in written { report.add(outcome) }
      output.write(report.take())
    }
    report.end(standings)
    output.write(report.take())
    return standings
  }

  /// What is made of the outcomes of one target after the other, and how all targets stand.
  private func judge<Made>(
    _ input: ReportInput, _ evaluator: Evaluator, make: ([Outcome], YearVerdicts) -> Made, take: (Made) -> Void
  ) -> [Standing] {
    var standings: [Standing] = []
    var done = 0
    let count = input.rulebook.targets.count
    evaluator.judge(
      input.judgement.year, lanes: lanes(judging: input.rulebook.targets.count * input.facts.areas.count),
      make: { (made: make($0, $1), standings: $0.map { $0.standing }) },
      take: { target in
        take(target.made)
        standings += target.standings
        done += 1
        request.progress?(.judging(done: done, of: count))
      })
    return standings
  }
}
