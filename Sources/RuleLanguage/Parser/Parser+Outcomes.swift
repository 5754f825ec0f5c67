import Quantities

/// Outcomes of other targets: `missed target 「T」 last year`, 前年度に目標「T」が未達成.
extension Parser {
  /// `missed target 「T」 last year`; `前年度に目標「T」が未達成`.
  mutating func parseOutcome() -> ConditionSyntax? {
    let start = position
    // that has missed target [T]
    if isWord(.verb), isWord(.met, ahead: 1) || isWord(.missed, ahead: 1) { advance() }
    if let outcome = takeOutcomeWord() {
      _ = take(.target)
      guard let target = takeName() else { return nil }
      takeInBeforeYear()
      let year = takeYearReference() ?? .yearsAgo(0)
      return ConditionSyntax(.outcome(target: target, outcome, year), place(from: start))
    }
    let year = takeYearReference()
    skip([.particleNi, .particleNo])
    guard take(.target), let target = takeName() else { return nil }
    skip([.particleGa, .particleWa, .particleWo, .isWord])
    guard let outcome = takeOutcomeWord() else { return nil }
    takeInBeforeYear()
    let yearBehind = takeYearReference()
    skip([.ending])
    return ConditionSyntax(.outcome(target: target, outcome, year ?? yearBehind ?? .yearsAgo(0)), place(from: start))
  }

  private mutating func takeInBeforeYear() {
    if isWord(.inWord), isYear(peek()) { advance() }
  }

  mutating func takeOutcomeWord() -> Verdict? {
    let outcome: Verdict
    switch currentWord {
    case .met: outcome = .met
    case .missed: outcome = .missed
    case .notReported: outcome = .notReported
    case .notApplicable: outcome = .notApplicable
    case .notDue: outcome = .notDue
    case .waived: outcome = .waived
    case .recorded: outcome = .recorded
    default: return nil
    }
    advance()
    return outcome
  }
}
