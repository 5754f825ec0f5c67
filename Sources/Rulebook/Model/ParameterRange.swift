import Quantities
import RuleLanguage

extension Rulebook {
  /// An indicator whose range leaves no report that could meet a demand for this value of a parameter; nothing where every
  /// demand can be met. Only wards are looked at: what areas above gather may exceed a range.
  package func indicatorOutOfReach(of parameter: Int, at value: Rational) -> Int? {
    for target in targets {
      for requirement in target.requirements where requirement.subject.level == 0 {
        for demand in requirement.demands {
          if let indicator = outOfReach(demand, parameter, value) { return indicator }
        }
      }
    }
    return nil
  }

  private func outOfReach(_ condition: Condition, _ parameter: Int, _ value: Rational) -> Int? {
    switch condition {
    case .comparison(let comparison):
      guard case .indicator(let indicator) = comparison.left, case .parameter(parameter) = comparison.right else { return nil }
      return canBeMet(comparison.relation, value, indicators[indicator]) ? nil : indicator
    case .all(let parts): return parts.lazy.compactMap { outOfReach($0, parameter, value) }.first
    default: return nil
    }
  }

  private func canBeMet(_ relation: Relation, _ value: Rational, _ indicator: Indicator) -> Bool {
    let least = indicator.leastStored.map { indicator.value(stored: $0) }
    let greatest = indicator.greatestStored(ladders: ladders).map { indicator.value(stored: $0) }
    switch relation {
    case .atLeast: return greatest.map { value <= $0 } ?? true
    case .moreThan: return greatest.map { value < $0 } ?? true
    case .atMost: return least.map { $0 <= value } ?? true
    case .lessThan: return least.map { $0 < value } ?? true
    case .equal: return (greatest.map { value <= $0 } ?? true) && (least.map { $0 <= value } ?? true)
    case .notEqual: return true
    }
  }
}
