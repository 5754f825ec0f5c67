import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The sums from which an average and a standard deviation come. An object, for every area of a group asks it.
final class DeviationTable {
  let entries: [Int: Rational]
  let unknown: [Int]
  let count: Int64
  let sum: Rational
  let squares: Rational

  init(_ values: [(area: Int, value: Known)]) {
    var entries: [Int: Rational] = [:]
    var unknown: [Int] = []
    var (sum, squares) = (Rational.zero, Rational.zero)
    for (area, value) in values {
      switch value {
      case .notApplicable: continue
      case .unknown: unknown.append(area)
      case .value(let value):
        entries[area] = value
        sum = sum + value
        squares = squares + value * value
      }
    }
    self.entries = entries
    self.unknown = unknown
    count = Int64(entries.count)
    self.sum = sum
    self.squares = squares
  }
}

/// The average and the variance of a population.
struct Spread {
  let average: Rational
  let variance: Rational

  init?(count: Int64, sum: Rational, squares: Rational) {
    guard count > 0, let average = sum.divided(by: Rational(count)), let square = squares.divided(by: Rational(count)) else {
      return nil
    }
    self.average = average
    variance = square - average * average
  }

  /// Whether the value stands so to the average and that many deviations. Both sides are squared: no root is taken.
  func holds(_ value: Rational, _ relation: Relation, deviations factor: Rational) -> Bool {
    let distance = value - average
    let bound = factor * factor * variance
    let boundSign = bound.isZero ? 0 : factor.signum
    if distance.signum != boundSign { return relation.holds(distance.signum, boundSign) }
    let square = distance * distance
    return boundSign >= 0 ? relation.holds(square, bound) : relation.holds(bound, square)
  }
}

extension Judging {
  /// With a silent area, a deviation is not known at all.
  func results(ofDeviation position: Int, condition: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    let step = plan.deviations[position]
    let left = settledValue(step.left, area, year)
    if case .notApplicable = left { return .notApplicable }
    let isOpen: Bool
    switch peers(step.peers, at: area, year) {
    case .notApplicable: return .notApplicable
    case .unknown: isOpen = true
    case .found(let group):
      switch spread(position, group, year) {
      case .known(let spread?):
        if case .value(let value) = left {
          return PossibleResults(spread.holds(value, step.relation, deviations: step.factor))
        }
      case .known(nil): return .notApplicable
      case .unknown: break
      }
      isOpen = false
    }
    if notesCounts, sightings != nil { noteDeviation(step, condition, area, year) }
    let leftMayDrop = value(step.left, area, year).mayBeNotApplicable
    let mayBeEmpty = isOpen || !hasCertainMember(step, area, year)
    return leftMayDrop || mayBeEmpty ? .all : .undecided
  }

  /// The value, also where what is not reported cancels out of it.
  func settledValue(_ step: Int, _ area: Int, _ year: FiscalYear) -> Known {
    let plain = known(step, area, year)
    guard case .unknown = plain else { return plain }
    switch value(step, area, year) {
    case .exact(let exact): return .value(exact)
    case .notApplicable: return .notApplicable
    case .open: return .unknown
    }
  }

  enum SpreadFinding { case known(Spread?), unknown }

  func spread(_ position: Int, _ group: PeerGroup, _ year: FiscalYear) -> SpreadFinding {
    let step = plan.deviations[position]
    let key = AggregateKey(step: position, holder: group.holder, part: group.part, year: year)
    let indicators = plan.indicatorsOfDeviations[position]
    let isFree = outcomeAssumptions.isEmpty && !assumptions.speaks(ofAny: indicators) && !trial.speaks(ofAny: indicators)
    if !isFree, areClassesFree(step.peers), let changed = changedAreas(of: group.members, step.figure) {
      let base = withoutChanges { self.table(step, group, key, mayRemember: true) }
      var (count, sum, squares) = (base.count, base.sum, base.squares)
      var unknown = base.unknown.count
      for member in changed where group.members.contains(member) {
        if base.unknown.contains(member) { unknown -= 1 }
        if let value = base.entries[member] { (count, sum, squares) = (count - 1, sum - value, squares - value * value) }
        switch settledValue(step.figure, member, year) {
        case .value(let value): (count, sum, squares) = (count + 1, sum + value, squares + value * value)
        case .unknown: unknown += 1
        case .notApplicable: continue
        }
      }
      return unknown > 0 ? .unknown : .known(Spread(count: count, sum: sum, squares: squares))
    }
    let table = self.table(step, group, key, mayRemember: isFree)
    if !table.unknown.isEmpty { return .unknown }
    return .known(Spread(count: table.count, sum: table.sum, squares: table.squares))
  }

  private func table(_ step: DeviationStep, _ group: PeerGroup, _ key: AggregateKey, mayRemember: Bool) -> DeviationTable {
    if mayRemember, let known = deviationTables[key] { return known }
    let table = DeviationTable(group.members.map { ($0, settledValue(step.figure, $0, key.year)) })
    if mayRemember { deviationTables[key] = table }
    return table
  }

  private func hasCertainMember(_ step: DeviationStep, _ area: Int, _ year: FiscalYear) -> Bool {
    guard case .found(let group) = peers(step.peers, at: area, year) else { return false }
    return group.members.contains { !value(step.figure, $0, year).mayBeNotApplicable }
  }

  private func noteDeviation(_ step: DeviationStep, _ condition: Int, _ area: Int, _ year: FiscalYear) {
    var list = FigureList()
    collect(step.left, area, year, .unknown, into: &list)
    if case .found(let group) = peers(step.peers, at: area, year) {
      for member in group.members { collect(step.figure, member, year, .unknown, into: &list) }
    }
    sightings?.append(Sighting(kind: .condition(condition), area: area, year: year, figures: list.keys, part: part))
  }
}
