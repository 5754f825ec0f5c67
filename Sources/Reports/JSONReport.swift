import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The results for other programs, as schema `pdca-evaluation/1` promises them: figures are strings of exact decimals, keys
/// keep their order, one outcome stands on one line. Keys that version 1 did not name stand after those that it did.
///
/// It is written in the order in which it is read, so that a caller may hand on what is there and hold none of the outcomes.
package struct JSONReport {
  private let input: ReportInput
  private let rulebook: Rulebook
  package let outcome: JSONOutcome
  private var writer = JSONWriter()

  /// The whole report on outcomes that are held.
  package static func render(_ input: ReportInput) -> [UInt8] {
    var report = JSONReport(input)
    for outcome in input.outcomes { report.outcome.write(outcome, to: &report.writer) }
    report.end(OutcomeIndex(input).standings)
    return report.take()
  }

  /// Begins a report.
  /// - Parameter input: of which the outcomes are not asked.
  package init(_ input: ReportInput) {
    self.input = input
    rulebook = input.rulebook
    outcome = JSONOutcome(input)
    writer.beginObject(spread: true)
    writer.member("schema", "pdca-evaluation/1")
    writer.member("program", rulebook.program.title)
    writer.member("year", Int(input.judgement.year.number))
    writeProvenance()
    writer.key("outcomes")
    writer.beginList(spread: true)
  }

  /// Adds an outcome that was written by `outcome`.
  package mutating func add(_ written: [UInt8]) { writer.written(written) }

  /// Writes what follows the outcomes.
  package mutating func end(_ standings: [Standing]) {
    writer.endList()
    writeSummary(standings)
    writer.key("diagnostics")
    var diagnostics = DiagnosticJSON(rulebook.sources, language: input.language)
    diagnostics.write(input.diagnostics, to: &writer)
    writer.key("silent_areas")
    outcome.writeAreas(input.judgement.silentAreas, to: &writer)
    let threads = GapThread.all(of: standings, rulebook, input.facts.areas.areas)
    write(threads)
    write(CircleSummary(threads, rulebook))
    write(rulebook.overallGrades(standings))
    writer.endObject()
    writer.endDocument()
  }

  /// What has been written since it was last taken.
  package mutating func take() -> [UInt8] { writer.take() }

  private mutating func writeProvenance() {
    writer.key("engine")
    writer.beginObject()
    writer.member("version", input.provenance.engineVersion)
    writer.endObject()
    writer.key("rulebook")
    write(input.provenance.rulebook)
    writer.key("inputs")
    writer.beginList(spread: true)
    for file in input.provenance.inputs { write(file) }
    writer.endList()
  }

  private mutating func write(_ file: Provenance.File) {
    writer.beginObject()
    writer.member("path", file.path)
    writer.member("sha256", file.sha256)
    writer.endObject()
  }

  private mutating func writeSummary(_ outcomes: [Standing]) {
    var counts = [Int](repeating: 0, count: Verdict.allCases.count)
    for outcome in outcomes { counts[outcome.verdict.rank] += 1 }
    writer.key("summary")
    writer.beginObject()
    for verdict in Verdict.allCases {
      writer.key(named: verdict.identifier)
      writer.value(counts[verdict.rank])
    }
    writer.endObject()
  }

  // MARK: The circle

  private mutating func write(_ threads: [GapThread]) {
    writer.key("threads")
    writer.beginList(spread: true)
    for thread in threads {
      writer.beginObject()
      outcome.writeTarget(thread.target, to: &writer)
      writer.key("area")
      outcome.writeArea(thread.area, to: &writer)
      writer.key("missed_years")
      writer.beginList()
      for year in thread.gap.years { writer.value(Int(year.number)) }
      writer.endList()
      writer.member("interrupted", thread.gap.isInterrupted)
      writer.key("answers")
      writer.beginList()
      for answer in thread.answers {
        writer.beginObject()
        writer.member("target", rulebook.targets[answer.target].name)
        writer.member("outcome", answer.verdict?.identifier)
        writer.endObject()
      }
      writer.endList()
      writer.member("outcome", thread.now.identifier)
      writer.member("state", thread.state.identifier)
      writer.endObject()
    }
    writer.endList()
  }

  private mutating func write(_ summary: CircleSummary?) {
    writer.key("circle")
    guard let summary else { return writer.null() }
    writer.beginObject(spread: true)
    writeRows("stages", summary.stages) { $0?.identifier }
    let (items, areas) = (rulebook.items, input.facts.areas.areas)
    writeRows("items", summary.items) { $0.map { items[$0].code } }
    writeRows("areas", summary.areas) { areas[$0].code }
    writer.key("all")
    writer.beginObject()
    writeCounts(summary.total)
    writer.endObject()
    writer.endObject()
  }

  private mutating func writeRows<Key>(_ name: StaticString, _ rows: [CircleSummary.Row<Key>], _ identifier: (Key) -> String?) {
    writer.key(name)
    writer.beginList(spread: true)
    for row in rows {
      writer.beginObject()
      writer.member("of", identifier(row.key))
      writeCounts(row.counts)
      writer.endObject()
    }
    writer.endList()
  }

  private mutating func writeCounts(_ counts: CircleCounts) {
    writer.member("found", counts.found)
    writer.member("answered", counts.answered)
    writer.member("unanswered", counts.unanswered)
    writer.member("open", counts.open)
    writer.member("repeated", counts.repeated)
    writer.member("closed", counts.closed)
  }

  private mutating func write(_ grades: [OverallGrade]) {
    writer.key("overall")
    writer.beginList(spread: true)
    for grade in grades {
      writer.beginObject()
      writer.member("name", rulebook.overalls[grade.overall].name)
      writer.key("area")
      outcome.writeArea(grade.area, to: &writer)
      writer.member("grade", grade.grade)
      writer.member("average", grade.average?.exactText)
      writer.member("counted", grade.counted)
      writer.member("unreported", grade.unreported)
      writer.endObject()
    }
    writer.endList()
  }
}
