/// Where a year that stands before one figure would be taken for those behind it, too, in the order of Japanese.
extension ConditionSyntax {
  /// The 「A」 of 前年度の「A」が20%以上, with which the clause begins.
  var figureBehindYear: NameSyntax? {
    switch kind {
    case .bounds(let figure, _), .trend(let figure, _), .rank(let figure, _): figure.behindYear
    case .each(let figures, _), .reports(let figures): figures.first?.behindYear
    case .not(let inner): inner.figureBehindYear
    case .everyRow, .numberOf, .areas, .forEach, .outcome, .and, .or: nil
    }
  }

  /// Whether a limit or a report is asked of figures without a year, and not of that one: 「B」が60%未満.
  func asksWithoutYear(besides other: NameSyntax) -> Bool {
    switch kind {
    case .bounds(let figure, _), .rank(let figure, _): figure.isNamed(besides: other)
    case .each(let figures, _), .reports(let figures): figures.allSatisfy { $0.isNamed(besides: other) }
    case .not(let inner): inner.asksWithoutYear(besides: other)
    case .trend, .everyRow, .numberOf, .areas, .forEach, .outcome, .and, .or: false
    }
  }
}

extension ExpressionSyntax {
  fileprivate var behindYear: NameSyntax? {
    if case .inYear(_, let inner) = kind, case .name(let name) = inner.kind { return name }
    return nil
  }

  fileprivate func isNamed(besides other: NameSyntax) -> Bool {
    if case .name(let name) = kind { return name != other }
    return false
  }

  /// Whether this is a figure of some year, and that a share of another figure: 前年度の「A」が「B」の6割以上.
  func leavesYearOpen(of bounds: [BoundSyntax]) -> Bool {
    guard let own = behindYear else { return false }
    return bounds.contains { bound in
      guard case .arithmetic(.times, let factor, let whole) = bound.value.kind, factor.asLiteral != nil else { return false }
      return whole.isNamed(besides: own)
    }
  }
}
