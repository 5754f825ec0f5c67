import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Judges what areas reported against a rulebook.
package struct Evaluator {
  /// What is wrong with the names of areas that the rulebook uses (they are known only now), or with its depth.
  package let diagnostics: [Diagnostic]
  private let judging: Judging

  package init(rulebook: Rulebook, facts: Facts) {
    var names = AreaNames(rulebook, facts.areas)
    var preparation = Preparation(rulebook)
    preparation.lower { names.excepted(by: $0) }
    let waivers = names.waivers()
    judging = Judging(
      rulebook: rulebook, facts: facts, plan: preparation.plan, tree: AreaTree(facts.areas), waivers: waivers)
    diagnostics = names.diagnostics + preparation.diagnostics
  }

  /// The same, and what is to be said of the rulebook in that year: waivers that are over.
  package func diagnostics(in year: FiscalYear) -> [Diagnostic] {
    diagnostics + judging.rulebook.waiversOver(in: year) + judging.ranksOfNobody(in: year)
  }

  /// The outcomes of one year. Earlier years are judged first, for gaps are counted over years.
  package func judge(
    _ year: FiscalYear, explaining explained: ExplainedOutcomes = .all, lanes: Lanes = .one
  ) -> Judgement {
    var made = [[Outcome]](repeating: [], count: judging.rulebook.targets.count)
    withLanes(lanes, year) { verdicts in
      made.withUnsafeMutableBufferPointer { made in
        lanes.run { lane in
          verdicts[lane].judgeEarlierYears()
          for target in stride(from: lane, to: made.count, by: lanes.count) {
            made[target] = verdicts[lane].outcomes(of: target, explaining: explained)
          }
        }
      }
    }
    return Judgement(year: year, outcomes: made.flatMap { $0 }, silentAreas: silentAreas(year))
  }

  /// The outcomes of one year with all that explains them, for reports that write them and keep none: those of one target after
  /// the other, each target on one of the lanes.
  /// - Parameters:
  ///   - make: called on a lane, with the outcomes of a target in the order of the areas.
  ///   - take: called with what was made of one target after the other.
  package func judge<Made>(
    _ year: FiscalYear, explaining explained: ExplainedOutcomes = .all, lanes: Lanes,
    make: ([Outcome], YearVerdicts) -> Made, take: (Made) -> Void
  ) {
    withLanes(lanes, year) { verdicts in
      lanes.run { verdicts[$0].judgeEarlierYears() }
      inTurn(lanes, make: { make(verdicts[$0].outcomes(of: $1, explaining: explained), verdicts[$0]) }, take: take)
    }
  }

  /// Hands in what judges on each lane.
  private func withLanes(_ lanes: Lanes, _ year: FiscalYear, _ body: ([YearVerdicts]) -> Void) {
    let judgings = (0..<lanes.count).map { $0 == 0 ? judging : judging.anew() }
    #if arch(wasm32)
      // A page judges one area: it does without the code of columns.
      body(judgings.map { YearVerdicts($0, year) })
    #else
      judging.facts.withColumns { values in
        body(judgings.map { YearVerdicts($0, year, ColumnJudge($0, values: values)) })
      }
    #endif
  }

  /// What each lane makes of the targets, handed on in the order of the rulebook.
  private func inTurn<Made>(_ lanes: Lanes, make: (_ lane: Int, _ target: Int) -> Made, take: (Made) -> Void) {
    let targets = judging.rulebook.targets.count
    // Some targets for each lane at a time: enough that lanes wait little for each other, few enough to be held.
    let batch = lanes.count * max(8, min(128, 4_000 / max(1, judging.facts.areas.count)))
    for first in stride(from: 0, to: targets, by: batch) {
      let count = min(batch, targets - first)
      var made = [Made?](repeating: nil, count: count)
      made.withUnsafeMutableBufferPointer { made in
        lanes.run { lane in
          for place in stride(from: lane, to: count, by: lanes.count) { made[place] = make(lane, first + place) }
        }
      }
      for item in made { if let item { take(item) } }
    }
  }

  /// One outcome with all that explains it; nothing where the target judges no areas of that level.
  package func outcome(target: Int, area: Int, year: FiscalYear) -> Outcome? {
    judging.unit(of: target, at: area).map { judging.outcome(unit: $0, area, year) }
  }

  /// The results that fillings of the unreported figures can have, before waivers.
  package func possibleResults(target: Int, area: Int, year: FiscalYear) -> PossibleResults {
    judging.unit(of: target, at: area).map { judging.results(unit: $0, area, year) } ?? .notApplicable
  }

  // MARK: By column

  /// Judges targets by column, each on one of the lanes, and hands what a lane makes of them on in the order of the rulebook.
  /// - Parameters:
  ///   - make: called on a lane.
  ///   - take: called with what was made of one target after the other.
  package func judge<Made>(
    _ years: ClosedRange<Int32>, lanes: Lanes, make: (TargetVerdicts, ColumnJudge) -> Made, take: (Made) -> Void
  ) {
    judging.facts.withColumns { values in
      let judges = (0..<lanes.count).map { _ in ColumnJudge(judging.anew(), values: values) }
      // Questions about earlier years are answered from what was found for them, or they would be asked in long chains.
      if judging.plan.asksForOutcomes {
        lanes.run { lane in
          judges[lane].judging.judgeInOrder(upTo: FiscalYear(years.upperBound)) { judges[lane].remember($0, $1) }
        }
      }
      inTurn(lanes, make: { make(judges[$0].judge(target: $1, years: years), judges[$0]) }, take: take)
    }
  }

  /// The areas of the lowest level that gave no figure at all in the year.
  package func silentAreas(_ year: FiscalYear) -> [Int] { judging.silentAreas(year) }
}

/// How targets stand in one year, as one lane finds it.
package struct YearVerdicts {
  private let judging: Judging
  private let year: FiscalYear
  #if !arch(wasm32)
    private let columns: ColumnJudge
  #endif

  #if arch(wasm32)
    fileprivate init(_ judging: Judging, _ year: FiscalYear) {
      self.judging = judging
      self.year = year
    }
  #else
    fileprivate init(_ judging: Judging, _ year: FiscalYear, _ columns: ColumnJudge) {
      self.judging = judging
      self.year = year
      self.columns = columns
    }
  #endif

  /// Questions about earlier years are answered from what was found for them, or they would be asked in long chains.
  fileprivate func judgeEarlierYears() {
    #if arch(wasm32)
      judging.judgeInOrder(upTo: year)
    #else
      judging.judgeInOrder(upTo: year) { columns.remember($0, $1) }
    #endif
  }

  fileprivate func outcomes(of target: Int, explaining explained: ExplainedOutcomes) -> [Outcome] {
    #if !arch(wasm32)
      columns.remember(target: target, upTo: year)
    #endif
    return judging.outcomes(of: target, in: year, explaining: explained)
  }

  /// Nothing where the target does not judge the area.
  package func verdict(of target: Int, at area: Int) -> Verdict? { judging.verdict(of: target, at: area, year) }
}
