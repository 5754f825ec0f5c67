import Diagnostics
import Quantities
import RuleLanguage

// The shortfall that an example expects, in the unit in which the target falls short.

extension Checker {
  /// In the unit that rules compute with: 5 points are 1/20.
  func shortfall(_ literal: LiteralSyntax, _ expectation: ExpectationSyntax, _ target: Target) -> Rational? {
    guard expectation.outcome == .missed, literal.value.signum > 0 else {
      return reportShortfall(
        literal, Wording("only what is missed falls short, and by more than nothing", "不足があるのは未達成のときだけで、0より大きい値です"))
    }
    guard let expected = shortfallDimension(target) else { return bare(literal) }
    let isFitting: Bool
    switch (literal.unit, expected) {
    case (nil, .points): isFitting = false
    case (nil, _): isFitting = true
    case (.points, .points): isFitting = true
    case (.named(let word), _): isFitting = alike(.counted(units[FoldedName(word)] ?? word), expected)
    case (.level(let word), .areas(let level)): isFitting = word.index == level
    case (.level(let word), .counted(let unit)):
      isFitting = rulebook.program.levels.indices.contains(word.index) && alike(.areas(word.index), .counted(unit))
    default: isFitting = false
    }
    if isFitting { return bare(literal) }
    let what = wording(of: expected)
    return reportShortfall(literal, Wording("the target falls short by \(what.english)", "この目標の不足は\(what.japanese)です"))
  }

  private func bare(_ literal: LiteralSyntax) -> Rational {
    switch literal.unit {
    case .percent, .points: literal.value * Rational(mantissa: 1, scale: 2)
    default: literal.value
    }
  }

  /// What a missed target falls short by, where all of its parts agree in it.
  private func shortfallDimension(_ target: Target) -> Dimension? {
    var found: Dimension?
    for requirement in target.requirements {
      var dimension: Dimension?
      switch requirement.subject.kind {
      case .numberOf(let level, _, .count): dimension = .areas(level)
      case .numberOf(let level, _, .share): dimension = .areas(level)
      case .every, .the:
        guard case .comparison(let comparison) = requirement.demand else { return nil }
        dimension = comparison.dimension
      }
      switch dimension {
      case .ratio: dimension = .points
      case .date: dimension = .days
      default: break
      }
      if let found, found != dimension { return nil }
      found = dimension
    }
    return found
  }

  private func reportShortfall(_ literal: LiteralSyntax, _ reason: Wording) -> Rational? {
    findings.error(
      .exampleShortfall, at: literal.place.span,
      Wording("this shortfall cannot arise", "この不足はありえません"), reason: reason,
      mend: Wording("write it in that unit, or leave it out", "その単位で書くか、消してください"))
    return nil
  }
}
