import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Why a change in % is not applicable: what it is told of is zero or less.
extension Judging {
  func emptyBase(_ step: Int, _ area: Int, _ year: FiscalYear) -> Quantity? {
    switch plan.expressions[step] {
    case .positive(let inner):
      if case .value(let value) = known(inner, area, year), value.signum <= 0 { return Quantity(value, dimension(of: inner)) }
      return emptyBase(inner, area, year)
    case .inYear(let reference, let inner): return self.year(reference, from: year).flatMap { emptyBase(inner, area, $0) }
    case .ofArea(let level, let inner):
      return tree.table.ancestor(of: area, atLevel: level).flatMap { emptyBase(inner, $0, year) }
    case .arithmetic(_, let left, let right): return emptyBase(left, area, year) ?? emptyBase(right, area, year)
    case .rounded(let inner, _), .absolute(let inner): return emptyBase(inner, area, year)
    default: return nil
    }
  }

  /// What a reported figure measures; a computed one is told as a number.
  private func dimension(of step: Int) -> Dimension {
    switch plan.expressions[step] {
    case .indicator(let indicator): rulebook.indicators[indicator].kind.dimension
    case .inYear(_, let inner), .ofArea(_, let inner): dimension(of: inner)
    default: .plain
    }
  }
}
