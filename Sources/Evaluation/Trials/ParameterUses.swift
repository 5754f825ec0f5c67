import RuleLanguage
import Rulebook

/// Looks for a parameter in sentences. The checker bounds their depth, and measures form no circle.
struct ParameterUses {
  let rulebook: Rulebook
  let parameter: Int

  func target(_ target: Target) -> Bool {
    target.requirements.contains { requirement in
      condition(requirement.demand) || requirement.guarded.map { condition($0) } == true
        || requirement.subject.filter.map { condition($0) } == true
    }
  }

  private func condition(_ condition: Condition) -> Bool {
    switch condition {
    case .comparison(let comparison): expression(comparison.left) || expression(comparison.right)
    case .reported(let figure): expression(figure)
    case .all(let parts), .any(let parts), .numberMet(_, _, of: let parts): parts.contains { self.condition($0) }
    case .not(let inner): self.condition(inner)
    case .rank(let rank): expression(rank.figure)
    case .deviation(let bound): expression(bound.left) || expression(bound.figure)
    case .areas(let subject, let inner): subject.filter.map { self.condition($0) } == true || self.condition(inner)
    case .outcome: false
    }
  }

  private func expression(_ expression: Expression) -> Bool {
    switch expression {
    case .parameter(let used): used == parameter
    case .measure(let measure): self.expression(rulebook.measures[measure].value)
    case .constant, .indicator, .dayOfYear, .path: false
    case .inYear(_, let inner), .ofArea(_, let inner), .aggregate(_, _, let inner), .peerAggregate(_, _, let inner),
      .rounded(let inner, _), .series(_, let inner), .positive(let inner), .absolute(let inner):
      self.expression(inner)
    case .carriedOver(let carried): self.expression(carried.demand) || self.expression(carried.figure)
    case .numberOfAreas(_, let inner): condition(inner)
    case .arithmetic(_, let left, let right): self.expression(left) || self.expression(right)
    case .sum(let parts): parts.contains { self.expression($0) }
    }
  }
}
