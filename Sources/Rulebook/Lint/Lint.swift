import Diagnostics
import Quantities
import RuleLanguage

/// What is allowed but seldom meant in a rulebook without errors: warnings, in order of place.
package func lint(_ rulebook: Rulebook) -> [Diagnostic] {
  diagnosticsInOrderOfPlace(
    unusedParts(of: rulebook) + exactSteps(in: rulebook) + bands(in: rulebook) + unreachablePoints(in: rulebook)
      + pointsAgainstTargets(in: rulebook) + perPersonAddedUp(in: rulebook)
      + gradesWithoutPoints(in: rulebook) + unansweredGaps(in: rulebook))
}

// MARK: - What no target uses

private func unusedParts(of rulebook: Rulebook) -> [Diagnostic] {
  let finder = UseFinder(rulebook)
  var used = Uses()
  for target in rulebook.targets { used.add(finder.uses(of: target), in: .yearsAgo(0)) }
  var found: [Diagnostic] = []
  for (position, indicator) in rulebook.indicators.enumerated() {
    if indicator.recordOnly || used.indicators.contains(position) { continue }
    if rulebook.tables.contains(where: { $0.total == position }) { continue }
    found.append(unusedIndicator(indicator))
  }
  for (position, measure) in rulebook.measures.enumerated() where !used.measures.contains(position) {
    found.append(unused(.unusedMeasure, Wording("measure", "算出指標"), measure.name, measure.place))
  }
  for (position, parameter) in rulebook.parameters.enumerated() where !used.parameters.contains(position) {
    found.append(unused(.unusedParameter, Wording("parameter", "設定値"), parameter.name, parameter.place))
  }
  return found
}

private func unusedIndicator(_ indicator: Indicator) -> Diagnostic {
  Diagnostic(
    .unusedIndicator, .warning, at: .rule(indicator.place),
    Wording("no target uses indicator 「\(indicator.name)」", "指標「\(indicator.name)」を使う目標がありません"),
    reason: Wording("areas report it, but it is never judged", "報告されますが、判定には使われません"),
    mend: Wording("write a target for it, or add: record only", "目標を書くか、「記録のみ」を加えてください"))
}

private func unused(_ code: DiagnosticCode, _ kind: Wording, _ name: String, _ place: SourceSpan) -> Diagnostic {
  Diagnostic(
    code, .warning, at: .rule(place),
    Wording("no target uses \(kind.english) 「\(name)」", "\(kind.japanese)「\(name)」を使う目標がありません"),
    mend: Wording("use it in a target, or take it out", "目標で使うか、消してください"))
}

// MARK: - Exactly a step that is not the highest

private func exactSteps(in rulebook: Rulebook) -> [Diagnostic] {
  var found: [Diagnostic] = []
  var seen: Set<SourceSpan> = []
  for target in rulebook.targets {
    for requirement in target.requirements {
      for comparison in requirement.demands.flatMap({ demandedComparisons($0) }) {
        guard let step = exactStep(comparison, rulebook), seen.insert(comparison.place).inserted else { continue }
        found.append(exactStepWarning(comparison, step))
      }
    }
  }
  return found
}

private func demandedComparisons(_ condition: Condition) -> [Comparison] {
  switch condition {
  case .comparison(let comparison): [comparison]
  case .all(let parts): parts.flatMap { demandedComparisons($0) }
  case .numberMet(.atLeast, _, let parts): parts.flatMap { demandedComparisons($0) }
  case .areas(_, let inner): demandedComparisons(inner)
  case .numberMet, .reported, .any, .not, .outcome, .rank, .deviation: []
  }
}

private func exactStep(_ comparison: Comparison, _ rulebook: Rulebook) -> Ladder.Step? {
  guard comparison.relation == .equal, case .ladder(let ladder) = comparison.dimension,
    case .constant(let value) = comparison.right, let position = value.wholeNumber
  else { return nil }
  let steps = rulebook.ladders[ladder].steps
  return position >= 0 && position + 1 < Int64(steps.count) ? steps[Int(position)] : nil
}

private func exactStepWarning(_ comparison: Comparison, _ step: Ladder.Step) -> Diagnostic {
  Diagnostic(
    .exactStep, .warning, at: .rule(comparison.place),
    Wording("this demands exactly 「\(step.name)」", "ちょうど「\(step.name)」であることを求めています"),
    reason: Wording("an area on a higher step misses it", "より進んだ区分の地域は未達成になります"),
    mend: Wording("write: at least 「\(step.name)」, where higher steps are welcome too", "より進んだ区分でもよければ「\(step.name)」以上と書いてください"))
}
