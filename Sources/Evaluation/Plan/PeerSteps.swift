import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

/// A rank among areas.
struct RankStep {
  let figure: Int
  let dimension: Dimension
  let end: Rank.End
  let amount: Subject.Amount
  let peers: Peers
  let leavesOutZeros: Bool
  let place: SourceSpan
}

/// A figure held against an average and a multiple of the standard deviation.
struct DeviationStep {
  let left: Int
  let relation: Relation
  let figure: Int
  let factor: Rational
  let peers: Peers
  let dimension: Dimension
  let place: SourceSpan
}

/// How many of the areas of a level meet a condition, inside a demand.
struct QuantifierStep {
  let level: Int
  let relation: Relation
  let amount: Subject.Amount
  let filter: Int?
  let condition: Int
}

extension Subject {
  /// As a number of areas: every area is a share of all.
  var quantity: (relation: Relation, amount: Amount) {
    switch kind {
    case .every, .the: (.atLeast, .share(.one))
    case .numberOf(_, let relation, let amount): (relation, amount)
    }
  }
}

extension Plan {
  /// What classes rest on.
  func indicators(ofGroup group: Int) -> [Int] {
    var indicators: [Int] = []
    var targets: [Int] = []
    for condition in groups[group] { collect(condition: condition, into: &indicators, targets: &targets) }
    return indicators
  }

  /// The indicators that a figure over peers looks at.
  func indicators(over peers: Peers, of expression: Int) -> [Int] {
    var indicators = peers.group.map { self.indicators(ofGroup: $0) } ?? []
    var targets: [Int] = []
    collect(expression: expression, into: &indicators, targets: &targets)
    return indicators
  }
}
