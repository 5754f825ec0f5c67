import Facts
import Quantities
import RuleLanguage

extension Judging {
  /// The results that a condition may have at an area, taking its parts as if they varied independently: nothing that can
  /// happen is missing.
  func results(_ condition: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    switch plan.conditions[condition] {
    case .comparison(let position): return results(ofComparison: position, area, year)
    case .reported(let expression): return reported(expression, area, year)
    case .all(let parts):
      var results: PossibleResults = .notApplicable
      for position in 0..<parts.count { results = results.and(self.results(plan.part(parts, position), area, year)) }
      return results
    case .any(let parts):
      var results: PossibleResults = .notApplicable
      for position in 0..<parts.count { results = results.or(self.results(plan.part(parts, position), area, year)) }
      return results
    case .not(let inner): return results(inner, area, year).negated
    case .numberMet(let relation, let number, let parts):
      var count = MetCount()
      for position in 0..<parts.count { count.add(results(plan.part(parts, position), area, year)) }
      return count.results(relation, number)
    case .rank(let position): return results(ofRank: position, condition: condition, area, year)
    case .deviation(let position): return results(ofDeviation: position, condition: condition, area, year)
    case .areas(let position): return results(ofQuantifier: position, area, year)
    case .outcome(let target, let verdict, let reference):
      // Where there is no such year, no outcome was given in it.
      return self.year(reference, from: year).map { results(ofOutcome: target, verdict, area, $0) } ?? .missed
    case .unjudgeable: return .all
    }
  }

  /// Whether a figure is given: a fact, whatever the filling.
  func reported(_ step: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    switch plan.expressions[step] {
    case .indicator(let indicator): return reported(indicator: indicator, area, year)
    case .inYear(let reference, let inner):
      return self.year(reference, from: year).map { reported(inner, area, $0) } ?? .notApplicable
    case .ofArea(let level, let inner):
      guard let holder = tree.table.ancestor(of: area, atLevel: level) else { return .notApplicable }
      return reported(inner, holder, year)
    default: return .all
    }
  }

  private func reported(indicator: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    switch figure(indicator, area, year) {
    case .stored: return .met
    case .notApplicable: return .notApplicable
    case .unknown, .value: return .missed
    case .gathered:
      var results: PossibleResults = .notApplicable
      for child in tree.children[area] { results = results.and(reported(indicator: indicator, child, year)) }
      return results
    }
  }
}
