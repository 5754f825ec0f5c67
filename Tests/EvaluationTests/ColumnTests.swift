import Facts
import Foundation
import Quantities
import RuleLanguage
import Rulebook
import Testing

@testable import Evaluation

/// Judging by column says what judging area by area says, on one lane and on two.
@Suite struct ColumnTests {
  /// Lanes that really run at once.
  static func lanes(_ count: Int) -> Lanes {
    Lanes(count: count) { count, body in
      nonisolated(unsafe) let body = body
      withoutActuallyEscaping(body) { body in
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: count) { body($0) }
      }
    }
  }

  /// The verdicts of a case by target, area and year, one way and the other, with how many went by column alone.
  private static func differences(_ random: RandomCase, lanes: Lanes, _ tally: inout (judged: Int, decided: Int)) -> [String] {
    let evaluator = Evaluator(rulebook: random.rulebook, facts: random.facts)
    let years = random.facts.years
    var found: [String] = []
    var order: [Int] = []
    var judged = 0
    evaluator.judge(years, lanes: lanes, make: { verdicts, judge in (verdicts, briefs(verdicts, judge)) }) { verdicts, briefs in
      order.append(verdicts.target)
      for (place, area) in verdicts.areas.enumerated() {
        for (column, number) in years.enumerated() {
          let year = FiscalYear(number)
          guard let verdict = verdicts.verdict(place, column) else {
            if random.facts.areas.exists(area, in: year) {
              found.append("seed \(random.seed): no verdict for area \(area) in \(number)")
            }
            continue
          }
          judged += 1
          let whole = evaluator.outcome(target: verdicts.target, area: area, year: year)
          let name = "seed \(random.seed), target \(verdicts.target), area \(area), \(number)"
          if whole?.verdict != verdict {
            found.append("\(name): \(verdict) by column, \(String(describing: whole?.verdict)) by area")
          }
          guard let brief = briefs[place * years.count + column], let whole else { continue }
          tally.decided += 1
          if value(brief.measured) != whole.measured?.value || value(brief.required) != whole.required?.quantity.value
            || brief.relation != whole.required?.relation
          {
            found.append(
              "\(name): measured or required differ: \(brief), \(String(describing: whole.measured)), \(String(describing: whole.required))"
            )
          }
        }
      }
    }
    tally.judged += judged
    if order != Array(random.rulebook.targets.indices) { found.append("seed \(random.seed): targets came in the order \(order)") }
    return found
  }

  private static func briefs(_ verdicts: TargetVerdicts, _ judge: ColumnJudge) -> [BriefOutcome?] {
    let sources = verdicts.years.map { judge.briefSource(verdicts.target, FiscalYear($0)) }
    var briefs: [BriefOutcome?] = []
    for (place, area) in verdicts.areas.enumerated() {
      for (column, source) in sources.enumerated() {
        briefs.append(verdicts.verdict(place, column).flatMap { judge.brief(source, area: area, verdict: $0) })
      }
    }
    return briefs
  }

  private static func value(_ figure: BriefFigure?) -> Rational? {
    figure.flatMap { Rational($0.numerator).divided(by: Rational($0.denominator)) }
  }

  @Test(arguments: [1, 2]) func randomCasesAgree(lanes count: Int) {
    var tally = (judged: 0, decided: 0)
    var found: [String] = []
    for seed in 0..<UInt64(4000) where found.count < 3 {
      found += ColumnTests.differences(RandomCase(seed: 500_000_000 + seed), lanes: ColumnTests.lanes(count), &tally)
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    // A generator of which nothing goes by column proves nothing.
    #expect(tally.judged > 30_000)
    #expect(tally.decided * 4 > tally.judged)
  }

  /// A judgement that explains only what a text dwells on has the same verdicts, and says the same of those.
  @Test func whatIsExplainedIsTheSame() {
    var unexplained = 0
    for seed in 0..<UInt64(1000) {
      let random = RandomCase(seed: 520_000_000 + seed)
      let evaluator = Evaluator(rulebook: random.rulebook, facts: random.facts)
      let year = FiscalYear(random.facts.years.upperBound)
      let all = evaluator.judge(year).outcomes
      let telling = evaluator.judge(year, explaining: .telling).outcomes
      #expect(all.map { $0.verdict } == telling.map { $0.verdict })
      #expect(all.map { $0.gap } == telling.map { $0.gap })
      #expect(all.map { $0.closedGap } == telling.map { $0.closedGap })
      #expect(all.map { $0.points } == telling.map { $0.points })
      #expect(all.map { $0.inapplicability } == telling.map { $0.inapplicability })
      for (whole, told) in zip(all, telling) {
        if told.parts.isEmpty, told.verdict == .met || told.verdict == .notApplicable {
          unexplained += 1
          continue
        }
        #expect(whole.figures == told.figures && whole.changes == told.changes && whole.measured == told.measured)
        #expect(whole.awaited == told.awaited && whole.shortfall == told.shortfall && whole.earlierGaps == told.earlierGaps)
      }
    }
    #expect(unexplained > 1000)
  }

  @Test func lanesSayTheSame() {
    for seed in 0..<UInt64(300) {
      let random = RandomCase(seed: 510_000_000 + seed)
      let year = FiscalYear(random.facts.years.upperBound)
      func outcomes(_ lanes: Lanes) -> [String] {
        let evaluator = Evaluator(rulebook: random.rulebook, facts: random.facts)
        return evaluator.judge(year, lanes: lanes).outcomes.map { "\($0.target) \($0.area) \($0.verdict) \($0.explanation)" }
      }
      #expect(outcomes(.one) == outcomes(ColumnTests.lanes(2)), "seed \(seed)")
    }
  }

  @Test func keptCasesOfTheOracleAgree() {
    var tally = (judged: 0, decided: 0)
    for kept in KeptCases.all {
      let found = ColumnTests.differences(kept.random, lanes: .one, &tally)
      #expect(found.isEmpty, "\(kept.comment): \(found.joined(separator: "\n"))")
    }
  }
}
