import RuleLanguage
import Rulebook

/// The parameters and measures that requirements use by name, each once, in the order of the sentence.
struct NamedFigures {
  private(set) var parameters: [Int] = []
  private(set) var measures: [Int] = []
  private let rulebook: Rulebook

  init(of requirements: [Requirement], in rulebook: Rulebook) {
    self.rulebook = rulebook
    for requirement in requirements {
      for condition in [requirement.subject.filter, requirement.guarded, requirement.demand] {
        if let condition { visit(condition, depth: 0) }
      }
    }
  }

  private mutating func visit(_ condition: Condition, depth: Int) {
    guard depth < 200 else { return }
    switch condition {
    case .comparison(let comparison):
      visit(comparison.left, depth: depth + 1)
      visit(comparison.right, depth: depth + 1)
    case .reported(let expression): visit(expression, depth: depth + 1)
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): for part in parts { visit(part, depth: depth + 1) }
    case .not(let part): visit(part, depth: depth + 1)
    case .rank(let rank): visit(rank.figure, depth: depth + 1)
    case .deviation(let bound):
      visit(bound.left, depth: depth + 1)
      visit(bound.figure, depth: depth + 1)
    case .areas(let subject, let inner):
      if let filter = subject.filter { visit(filter, depth: depth + 1) }
      visit(inner, depth: depth + 1)
    case .outcome: break
    }
  }

  private mutating func visit(_ expression: Expression, depth: Int) {
    guard depth < 200 else { return }
    switch expression {
    case .constant, .indicator, .dayOfYear, .path: break
    case .parameter(let position): if !parameters.contains(position) { parameters.append(position) }
    case .measure(let position):
      guard !measures.contains(position), rulebook.measures.indices.contains(position) else { return }
      measures.append(position)
      visit(rulebook.measures[position].value, depth: depth + 1)
    case .inYear(_, let inner), .ofArea(_, let inner), .aggregate(_, _, let inner), .peerAggregate(_, _, let inner),
      .rounded(let inner, _):
      visit(inner, depth: depth + 1)
    case .series(_, let inner), .positive(let inner), .absolute(let inner): visit(inner, depth: depth + 1)
    case .carriedOver(let carried):
      visit(carried.demand, depth: depth + 1)
      visit(carried.figure, depth: depth + 1)
    case .numberOfAreas(_, let condition): visit(condition, depth: depth + 1)
    case .arithmetic(_, let left, let right):
      visit(left, depth: depth + 1)
      visit(right, depth: depth + 1)
    case .sum(let parts): for part in parts { visit(part, depth: depth + 1) }
    }
  }
}
