import Quantities
import RuleLanguage
import Rulebook

// Random classes, ranks, deviations and numbers of areas inside demands.

extension CaseMaker {
  mutating func makeGroups() {
    guard numbers.chance(60) else { return }
    let counts = rulebook.indicators.indices.filter { rulebook.indicators[$0].kind.dimension == .counted("件") }
    guard !counts.isEmpty else { return }
    let figure = Expression.indicator(numbers.pick(counts))
    let limit = Rational(Int64(numbers.between(1, 2)))
    func part(_ name: String, _ relation: Relation) -> Group.Class {
      let comparison = Comparison(
        left: figure, relation: relation, right: .constant(limit), dimension: .counted("件"), place: RandomCase.span)
      return Group.Class(name: name, condition: .comparison(comparison))
    }
    rulebook.groups.append(
      Group(name: "g0", classes: [part("small", .lessThan), part("large", .atLeast)], place: RandomCase.span))
  }

  mutating func randomPeers(level: Int) -> Peers {
    let above = (level + 1..<max(level + 1, rulebook.program.levels.count)).map { $0 }
    return Peers(
      level: level, within: !above.isEmpty && numbers.chance(30) ? numbers.pick(above) : nil,
      group: rulebook.groups.isEmpty || numbers.chance(50) ? nil : 0)
  }

  mutating func randomPeerCondition(level: Int, mayAsk target: Int?) -> Condition? {
    if level > 0, numbers.chance(40) {
      let below = numbers.below(level)
      let inner = randomCondition(depth: 0, level: below, mayAsk: target)
      let filter = numbers.chance(25) ? randomCondition(depth: 0, level: below, mayAsk: target) : nil
      let kind: Subject.Kind
      switch numbers.below(3) {
      case 0: kind = .every(level: below)
      case 1: kind = .numberOf(level: below, randomRelation([50, 15, 12, 8, 10, 5]), .count(Int64(numbers.between(0, 3))))
      default: kind = .numberOf(level: below, randomRelation([50, 15, 12, 8, 10, 5]), .share(Rational(mantissa: 5, scale: 1)))
      }
      return .areas(Subject(kind, filter: filter), inner)
    }
    let dimension = numbers.pick([Dimension.counted("件"), .counted("件"), .ratio, .plain])
    let figure = randomFigure(dimension, depth: numbers.chance(75) ? 0 : 1, level: level, mayAsk: target)
    if numbers.chance(65) {
      let share = numbers.pick([Fraction(3, over: 10), Fraction(1, over: 2), Fraction(1, over: 3), Fraction(7, over: 10)])
      return .rank(
        Rank(
          figure: figure, dimension: dimension, end: numbers.chance(70) ? .top : .bottom,
          amount: numbers.chance(60) ? .share(share.rational) : .count(Int64(numbers.between(1, 3))),
          peers: randomPeers(level: level), leavesOutZeros: numbers.chance(30), place: RandomCase.span))
    }
    let left = numbers.chance(75) ? figure : randomFigure(dimension, depth: 0, level: level, mayAsk: target)
    let factor = numbers.pick([Fraction(-2), Fraction(-1), Fraction(1), Fraction(1, over: 2), Fraction(2)])
    return .deviation(
      DeviationBound(
        left: left, relation: randomRelation(), figure: figure, factor: factor.rational, peers: randomPeers(level: level),
        dimension: dimension, place: RandomCase.span))
  }
}
