import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What the targets that use a parameter would come to under other values of it.
package struct Trial: Sendable {
  package let parameter: Int
  /// The judged year first, then the year before where the data speaks of it.
  package let years: [FiscalYear]
  package let values: [Rational]
  /// The value that the rulebook states for the judged year.
  package let stated: Rational
  package let targets: [TrialTarget]
}

/// One target under each value.
package struct TrialTarget: Sendable {
  package let target: Int
  /// In the order of the values.
  package let rows: [TrialRow]
}

package struct TrialRow: Sendable {
  package struct Counts: Sendable, Hashable {
    package var met = 0
    package var missed = 0
    package var notReported = 0
    package var others = 0

    package init() {}
  }

  /// In the order of the trial's years.
  package let counts: [Counts]
  /// The areas that meet the target here and no longer at the next value, or first meet it there: the next to move.
  package let movingNext: [Int]
}

extension Rulebook {
  /// The targets whose sentences depend on a parameter, directly or through measures.
  package func targets(using parameter: Int) -> [Int] {
    let uses = ParameterUses(rulebook: self, parameter: parameter)
    return targets.indices.filter { uses.target(targets[$0]) }
  }
}

/// Judges the data once for each value and year.
package func runTrial(_ rulebook: Rulebook, _ facts: Facts, parameter: Int, values: [Rational], year: FiscalYear) -> Trial {
  let targets = rulebook.targets(using: parameter)
  let years = [year, year.advanced(by: -1)].filter { facts.years.contains($0.number) }
  var verdicts: [[[[Verdict]]]] = []
  for value in values {
    verdicts.append(
      years.map { year in
        var settled = rulebook
        settled.parameters[parameter].replacement = (year, value)
        let judgement = Evaluator(rulebook: settled, facts: facts).judge(year)
        return targets.map { target in verdictsByArea(judgement, target, areaCount: facts.areas.count) }
      })
  }
  return Trial(
    parameter: parameter, years: years, values: values, stated: rulebook.parameters[parameter].value(in: year),
    targets: targets.indices.map { position in
      TrialTarget(target: targets[position], rows: trialRows(verdicts.map { $0.map { $0[position] } }))
    })
}

/// By area; areas that the target does not judge count as not applicable.
private func verdictsByArea(_ judgement: Judgement, _ target: Int, areaCount: Int) -> [Verdict] {
  var verdicts = [Verdict](repeating: .notApplicable, count: areaCount)
  for outcome in judgement.outcomes where outcome.target == target { verdicts[outcome.area] = outcome.verdict }
  return verdicts
}

/// `verdicts`: by value, year and area.
private func trialRows(_ verdicts: [[[Verdict]]]) -> [TrialRow] {
  verdicts.indices.map { position in
    var moving: [Int] = []
    if position + 1 < verdicts.count, let here = verdicts[position].first, let next = verdicts[position + 1].first {
      moving = here.indices.filter { (here[$0] == .met) != (next[$0] == .met) }
    }
    return TrialRow(counts: verdicts[position].map { count($0) }, movingNext: moving)
  }
}

private func count(_ verdicts: [Verdict]) -> TrialRow.Counts {
  var counts = TrialRow.Counts()
  for verdict in verdicts {
    switch verdict {
    case .met: counts.met += 1
    case .missed: counts.missed += 1
    case .notReported: counts.notReported += 1
    default: counts.others += 1
    }
  }
  return counts
}
