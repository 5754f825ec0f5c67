import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension OutcomeIndex {
  /// Both sides of an equation that does not hold, with their difference. Which of the figures is wrong is not guessed.
  func equation(_ outcome: Outcome) -> String? {
    guard outcome.verdict == .missed, let measured = outcome.measured, let required = outcome.required,
      required.relation == .equal,
      let shortfall = outcome.shortfall, outcome.changes.isEmpty, let comparison = comparison(of: outcome)
    else { return nil }
    if case .constant = comparison.right { return nil }
    let (left, right) = (phrasing.name(of: comparison.left), phrasing.name(of: comparison.right))
    let (first, second) = (phrasing.figure(measured), phrasing.figure(required.quantity))
    let difference = phrasing.shortfall(shortfall, .equal)
    return phrasing.say(
      left + " is " + first + ", but " + right + " is " + second + " (" + difference + ")",
      left + "は" + first + "、" + right + "は" + second + "（" + difference + "）")
  }

  /// The comparison that decided a missed outcome: the only one of the target, or the only part that is missed.
  private func comparison(of outcome: Outcome) -> Comparison? {
    let level = level(ofArea: outcome.area)
    var comparisons: [Comparison] = []
    for requirement in requirements(of: target(outcome)) where requirement.subject.judgedLevel == level {
      for demand in requirement.demands { collect(demand, into: &comparisons, depth: 0) }
    }
    if comparisons.count == 1 { return comparisons.first }
    let missed = outcome.parts.filter { $0.results == .missed }
    guard missed.count == 1, let place = missed.first?.place else { return nil }
    return comparisons.first { $0.place == place }
  }

  private func collect(_ condition: Condition, into comparisons: inout [Comparison], depth: Int) {
    guard depth < 200 else { return }
    switch condition {
    case .comparison(let comparison): comparisons.append(comparison)
    case .all(let parts): for part in parts { collect(part, into: &comparisons, depth: depth + 1) }
    default: break
    }
  }
}
