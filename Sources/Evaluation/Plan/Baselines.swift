import RuleLanguage

extension Plan {
  /// Where a figure is held against something made of its own value in another year: that value, from which the way to the
  /// bound is measured.
  func baseline(of figure: Int, in bound: Int) -> Int? {
    switch expressions[bound] {
    case .inYear(_, let inner): isSame(inner, figure) ? bound : baseline(of: figure, in: inner)
    case .arithmetic(_, let left, let right): baseline(of: figure, in: left) ?? baseline(of: figure, in: right)
    case .rounded(let inner, _), .positive(let inner), .absolute(let inner): baseline(of: figure, in: inner)
    default: nil
    }
  }

  /// Whether two steps compute the same.
  private func isSame(_ first: Int, _ second: Int) -> Bool {
    if first == second { return true }
    switch (expressions[first], expressions[second]) {
    case (.constant(let a), .constant(let b)): return constants[a] == constants[b]
    case (.indicator(let a), .indicator(let b)), (.parameter(let a), .parameter(let b)): return a == b
    case (.inYear(let year, let a), .inYear(let other, let b)): return year == other && isSame(a, b)
    case (.ofArea(let level, let a), .ofArea(let other, let b)): return level == other && isSame(a, b)
    case (.aggregate(let kind, let level, let a), .aggregate(let other, let otherLevel, let b)):
      return kind == other && level == otherLevel && isSame(a, b)
    case (.arithmetic(let operation, let a, let b), .arithmetic(let other, let c, let d)):
      return operation == other && isSame(a, c) && isSame(b, d)
    case (.rounded(let a, let decimals), .rounded(let b, let others)): return decimals == others && isSame(a, b)
    case (.sum(let a), .sum(let b)):
      return a.count == b.count && (0..<a.count).allSatisfy { isSame(part(a, $0), part(b, $0)) }
    default: return false
    }
  }
}
