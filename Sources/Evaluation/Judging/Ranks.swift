import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The figures of a group as a rank looks at them, greater is better. An object, for every area of the group asks it.
final class RankTable {
  /// A figure that is not reported, somewhere in a range.
  struct Open {
    let area: Int
    let range: Interval
    /// Whether some filling leaves the area out of the ranking.
    let mayBeOut: Bool
  }

  enum Entry { case value(Rational), open(Open), out }

  let sorted: [Rational]
  let open: [Open]
  let entries: [Int: Entry]

  init(_ entries: [(area: Int, entry: Entry)]) {
    var values: [Rational] = []
    var open: [Open] = []
    var byArea: [Int: Entry] = [:]
    for (area, entry) in entries {
      byArea[area] = entry
      switch entry {
      case .value(let value): values.append(value)
      case .open(let figure): open.append(figure)
      case .out: continue
      }
    }
    sorted = values.sorted()
    self.open = open
    self.entries = byArea
  }

  func count(above bound: Bound) -> Int64 {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if bound < .finite(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return Int64(sorted.count - low)
  }
}

/// A rank table in which a few areas have other figures than the facts say; the judged area is never among the others.
struct RankedOthers {
  private let base: RankTable
  private var removed: [Rational] = []
  private var removedOpen: [Int] = []
  private var added: [Rational] = []
  private var addedOpen: [RankTable.Open] = []

  init(_ base: RankTable) { self.base = base }

  mutating func remove(_ area: Int) {
    switch base.entries[area] {
    case .value(let value): removed.append(value)
    case .open: removedOpen.append(area)
    case .out, nil: break
    }
  }

  mutating func add(_ entry: RankTable.Entry) {
    switch entry {
    case .value(let value): added.append(value)
    case .open(let figure): addedOpen.append(figure)
    case .out: break
    }
  }

  var count: Int64 { Int64(base.sorted.count - removed.count + added.count) }

  func count(above bound: Bound) -> Int64 {
    func above(_ values: [Rational]) -> Int64 { Int64(values.filter { bound < .finite($0) }.count) }
    return base.count(above: bound) - above(removed) + above(added)
  }

  func forEachOpen(_ body: (RankTable.Open) -> Void) {
    for figure in base.open where !removedOpen.contains(figure.area) { body(figure) }
    for figure in addedOpen { body(figure) }
  }

  var isKnown: Bool { base.open.count == removedOpen.count && addedOpen.isEmpty }

  /// The known values, the best first.
  var bestFirst: [Rational] {
    var values = base.sorted
    for value in removed { if let place = values.firstIndex(of: value) { values.remove(at: place) } }
    return (values + added).sorted { $0 > $1 }
  }
}

extension Judging {
  /// Fewer than the share (of all participants, itself included) or the number are strictly better. Under fillings the best
  /// case is the area's own figure high and all others low, the worst the reverse; who drops out leaves the participants.
  func results(ofRank position: Int, condition: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    let rank = plan.ranks[position]
    let own = entry(rank, area, year)
    if case .out = own { return .notApplicable }
    switch peers(rank.peers, at: area, year) {
    case .notApplicable: return .notApplicable
    case .unknown: return mayBeOut(own) ? .all : .undecided
    case .found(let group):
      let others = others(rank, position, group, area, year)
      let results = RankResults(rank: rank, own: own, others: others).results
      note(rank, condition, own, others, results, area, year)
      return results
    }
  }

  private func mayBeOut(_ entry: RankTable.Entry) -> Bool {
    if case .open(let figure) = entry { return figure.mayBeOut }
    return false
  }

  func others(_ rank: RankStep, _ position: Int, _ group: PeerGroup, _ area: Int, _ year: FiscalYear) -> RankedOthers {
    let key = AggregateKey(step: position, holder: group.holder, part: group.part, year: year)
    let indicators = plan.indicatorsOfRanks[position]
    let isFree = outcomeAssumptions.isEmpty && !assumptions.speaks(ofAny: indicators) && !trial.speaks(ofAny: indicators)
    if !isFree, areClassesFree(rank.peers), let changed = changedAreas(of: group.members, rank.figure) {
      var others = RankedOthers(withoutChanges { self.table(rank, group, key, mayRemember: true) })
      for member in changed where member != area && group.members.contains(member) {
        others.remove(member)
        others.add(entry(rank, member, year))
      }
      others.remove(area)
      return others
    }
    var others = RankedOthers(table(rank, group, key, mayRemember: isFree))
    others.remove(area)
    return others
  }

  private func table(_ rank: RankStep, _ group: PeerGroup, _ key: AggregateKey, mayRemember: Bool) -> RankTable {
    if mayRemember, let known = rankTables[key] { return known }
    let table = RankTable(group.members.map { ($0, entry(rank, $0, key.year)) })
    if mayRemember { rankTables[key] = table }
    return table
  }

  func entry(_ rank: RankStep, _ area: Int, _ year: FiscalYear) -> RankTable.Entry {
    let isTop = rank.end == .top
    switch settledValue(rank.figure, area, year) {
    case .notApplicable: return .out
    case .value(let value):
      if rank.leavesOutZeros, value.isZero { return .out }
      return .value(isTop ? value : -value)
    case .unknown: break
    }
    let value = value(rank.figure, area, year)
    if case .notApplicable = value { return .out }
    let range = range(value).range
    let mayBeZero = rank.leavesOutZeros && range.containsZero
    return .open(
      RankTable.Open(area: area, range: isTop ? range : -range, mayBeOut: value.mayBeNotApplicable || mayBeZero))
  }

  private func note(
    _ rank: RankStep, _ condition: Int, _ own: RankTable.Entry, _ others: RankedOthers, _ results: PossibleResults, _ area: Int,
    _ year: FiscalYear
  ) {
    if sightings == nil || results.isDecided { return }
    var list = FigureList()
    let notes = sightings
    sightings = nil
    collect(rank.figure, area, year, .unknown, into: &list)
    others.forEachOpen { collect(rank.figure, $0.area, year, .unknown, into: &list) }
    sightings = notes
    sightings?.append(
      Sighting(kind: .condition(condition), area: area, year: year, figures: list.keys, part: part))
  }
}

/// What a rank may come to.
private struct RankResults {
  let rank: RankStep
  let own: RankTable.Entry
  let others: RankedOthers

  var results: PossibleResults {
    var results: PossibleResults = []
    let (low, high): (Bound, Bound)
    switch own {
    case .out: return .notApplicable
    case .value(let value): (low, high) = (.finite(value), .finite(value))
    case .open(let figure):
      (low, high) = (figure.range.low, figure.range.high)
      if figure.mayBeOut { results.insert(.notApplicable) }
    }
    if least(against: high).signum < 0 { results.insert(.met) }
    if greatest(against: low).signum >= 0 { results.insert(.missed) }
    return results
  }

  /// What a participant adds to those that are better, less its part of the number that may be.
  private var share: Rational {
    if case .share(let share) = rank.amount { return share }
    return .zero
  }

  private func known(against own: Bound) -> Rational {
    let better = Rational(others.count(above: own))
    switch rank.amount {
    case .count(let number): return better - Rational(number)
    case .share(let share): return better - share * Rational(others.count + 1)
    }
  }

  private func least(against own: Bound) -> Rational {
    var sum = known(against: own)
    let share = share
    others.forEachOpen { figure in
      if figure.range.low <= own {
        sum = sum - share
      } else if !figure.mayBeOut {
        sum = sum + Rational.one - share
      }
    }
    return sum
  }

  private func greatest(against own: Bound) -> Rational {
    var sum = known(against: own)
    let share = share
    others.forEachOpen { figure in
      if own < figure.range.high {
        sum = sum + Rational.one - share
      } else if !figure.mayBeOut {
        sum = sum - share
      }
    }
    return sum
  }
}
