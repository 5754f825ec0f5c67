import Quantities
import RuleLanguage
import Rulebook

// Ranks, deviations and classes, as plainly as the language's documents say them.

extension NaiveEvaluator {
  /// The areas of the peers' level, whatever their class.
  func pool(_ peers: Peers, for area: Int) -> [Int] {
    guard let within = peers.within else { return members(ofLevel: peers.level, for: area) }
    guard let holder = areas.ancestor(of: area, atLevel: within) else { return [] }
    return areas.areas(ofLevel: peers.level, below: holder)
  }

  /// Nothing where the area is of no class.
  func peers(_ peers: Peers, for area: Int, _ year: Int32) -> [Int]? {
    if let within = peers.within, areas.ancestor(of: area, atLevel: within) == nil { return nil }
    let pool = pool(peers, for: area)
    guard let group = peers.group else { return pool }
    let classes = pool.map { (member: $0, part: part(of: group, $0, year)) }
    guard let own = part(of: group, area, year) else { return nil }
    return classes.filter { $0.part == own }.map { $0.member }
  }

  private func part(of group: Int, _ area: Int, _ year: Int32) -> Int? {
    let results = rulebook.groups[group].classes.map { result($0.condition, area, year) }
    return results.firstIndex(of: .met)
  }

  func result(_ rank: Rank, _ area: Int, _ year: Int32) -> NaiveResult {
    nesting += 1
    defer { nesting -= 1 }
    let members = peers(rank.peers, for: area, year)
    let all = pool(rank.peers, for: area).map { (member: $0, value: value(rank.figure, $0, year)) }
    let own = value(rank.figure, area, year)
    guard let own, let members else { return .notApplicable }
    if rank.leavesOutZeros, own == .zero { return .notApplicable }
    let values = all.filter { members.contains($0.member) }.compactMap { $0.value }
    let participants = values.filter { !rank.leavesOutZeros || $0 != .zero }
    let better = participants.filter { rank.end == .top ? $0 > own : $0 < own }.count
    switch rank.amount {
    case .count(let number): return better < Int(number) ? .met : .missed
    case .share(let share): return Fraction(better) < Fraction(share) * Fraction(participants.count) ? .met : .missed
    }
  }

  /// Compared by squares: x ≥ m + k·s where s² is the variance.
  func result(_ bound: DeviationBound, _ area: Int, _ year: Int32) -> NaiveResult {
    nesting += 1
    defer { nesting -= 1 }
    let members = peers(bound.peers, for: area, year)
    let all = pool(bound.peers, for: area).map { (member: $0, value: value(bound.figure, $0, year)) }
    guard let left = value(bound.left, area, year), let members else { return .notApplicable }
    let values = all.filter { members.contains($0.member) }.compactMap { $0.value }
    if values.isEmpty { return .notApplicable }
    let part = Fraction(1, over: values.count)
    let average = values.reduce(Fraction.zero) { $0 + $1 } * part
    let variance = values.reduce(Fraction.zero) { $0 + ($1 - average) * ($1 - average) } * part
    let distance = left - average
    let square = Fraction(bound.factor) * Fraction(bound.factor) * variance
    let isAbove = Fraction(bound.factor) > .zero
    // Signed squares keep the order of the values themselves.
    let signedDistance = distance < .zero ? Fraction.zero - distance * distance : distance * distance
    let signedBound = isAbove ? square : Fraction.zero - square
    return NaiveEvaluator.holds(signedDistance, bound.relation, signedBound) ? .met : .missed
  }
}
