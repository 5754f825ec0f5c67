import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The areas that one area is held against.
struct PeerGroup {
  /// The area that holds them, and the class that they share (-1 where no group is named).
  let holder: Int
  let part: Int
  let members: [Int]
}

enum PeerFinding {
  case found(PeerGroup)
  /// The area belongs to no class, or nothing holds it.
  case notApplicable
  /// Some area's class is not known, and might be this one's.
  case unknown
}

/// The classes that an area may belong to.
struct PossibleClasses {
  let classes: [Int]
  let mayBeNone: Bool

  var isDecided: Bool { classes.count + (mayBeNone ? 1 : 0) == 1 }
}

struct ClassKey: Hashable {
  let group: Int
  let area: Int
  let year: FiscalYear
}

struct PeerKey: Hashable {
  let peers: Peers
  let holder: Int
  let part: Int
  let year: FiscalYear
}

extension Judging {
  /// The same for every area of one class under one parent: found once for a year.
  func peers(_ peers: Peers, at area: Int, _ year: FiscalYear) -> PeerFinding {
    guard let (holder, pool) = pool(peers, at: area, year) else { return .notApplicable }
    guard let group = peers.group else { return .found(PeerGroup(holder: holder, part: -1, members: pool)) }
    let own = classes(group, area, year)
    if own.classes.isEmpty { return .notApplicable }
    guard own.isDecided else { return .unknown }
    let mayRemember = mayRememberClasses(group)
    let key = PeerKey(peers: peers, holder: holder, part: own.classes[0], year: year)
    if mayRemember, let known = peerMembers[key] {
      return known.map { .found(PeerGroup(holder: holder, part: key.part, members: $0)) } ?? .unknown
    }
    var members: [Int]? = []
    for member in pool {
      let possible = classes(group, member, year)
      guard possible.classes.contains(key.part) else { continue }
      if possible.isDecided { members?.append(member) } else { members = nil }
      if members == nil { break }
    }
    if mayRemember { peerMembers[key] = .some(members) }
    return members.map { .found(PeerGroup(holder: holder, part: key.part, members: $0)) } ?? .unknown
  }

  func pool(_ peers: Peers, at area: Int, _ year: FiscalYear) -> (holder: Int, members: [Int])? {
    guard let within = peers.within else {
      let group = tree.group(ofLevel: peers.level, at: area, year)
      return (group.holder, group.members)
    }
    return tree.table.ancestor(of: area, atLevel: within).map { ($0, tree.areas(ofLevel: peers.level, below: $0, year)) }
  }

  func mayRememberClasses(_ group: Int) -> Bool {
    if assumptions.isEmpty && trial.isEmpty { return true }
    let indicators = plan.indicatorsOfGroups[group]
    return !assumptions.speaks(ofAny: indicators) && !trial.speaks(ofAny: indicators)
  }

  /// Whether nothing that is assumed moves areas between the classes: then a group has the members that it always has.
  func areClassesFree(_ peers: Peers) -> Bool { peers.group.map { mayRememberClasses($0) } ?? true }

  func classes(_ group: Int, _ area: Int, _ year: FiscalYear) -> PossibleClasses {
    let mayRemember = mayRememberClasses(group)
    let key = ClassKey(group: group, area: area, year: year)
    if mayRemember, let known = classMemory[key] { return known }
    let notes = sightings
    sightings = nil
    defer { sightings = notes }
    var possible: [Int] = []
    var isCertain = false
    for (position, condition) in plan.groups[group].enumerated() {
      let results = settledResults(condition, area, year)
      if results.contains(.met) { possible.append(position) }
      if results == .met {
        isCertain = true
        break
      }
    }
    // A figure that is not reported lies in some class: the checker has seen that they leave no hole.
    let isSilent = possible.count > 1 && !isCertain && !mayBeNotApplicable(group, area, year)
    let found = PossibleClasses(
      classes: isCertain ? [possible[possible.count - 1]] : possible, mayBeNone: !isCertain && !isSilent)
    if mayRemember { classMemory[key] = found }
    return found
  }

  private func mayBeNotApplicable(_ group: Int, _ area: Int, _ year: FiscalYear) -> Bool {
    plan.groups[group].contains { results($0, area, year).contains(.notApplicable) }
  }

  /// Adds what keeps classes from being known.
  func collectAwaitedClasses(_ peers: Peers, _ area: Int, _ year: FiscalYear, into list: inout FigureList) {
    guard let group = peers.group, let (_, pool) = pool(peers, at: area, year) else { return }
    for member in [area] + pool where !classes(group, member, year).isDecided {
      for condition in plan.groups[group] { collectAwaited(condition: condition, member, year, into: &list) }
    }
  }
}

/// An aggregate over peers.
extension Judging {
  func known(_ aggregate: Aggregate, _ peers: Peers, _ inner: Int, step: Int, _ area: Int, _ year: FiscalYear) -> Known {
    switch self.peers(peers, at: area, year) {
    case .notApplicable: return .notApplicable
    case .unknown: return .unknown
    case .found(let group):
      let key = AggregateKey(step: step, holder: group.holder, part: group.part, year: year)
      let mayRemember = mayRemember(step)
      if mayRemember, let known = knownAggregates[key] { return known }
      if !mayRemember, areClassesFree(peers), let known = knownWithChanges(aggregate, of: group.members, inner, key, year) {
        return known
      }
      let known = known(aggregate, of: group.members, inner, year)
      if mayRemember { knownAggregates[key] = known }
      return known
    }
  }

  func value(_ aggregate: Aggregate, _ peers: Peers, _ inner: Int, step: Int, _ area: Int, _ year: FiscalYear) -> Value {
    switch self.peers(peers, at: area, year) {
    case .notApplicable: return .notApplicable
    case .unknown: return unknownOverPeers(peers, area, year)
    case .found(let group):
      let key = AggregateKey(step: step, holder: group.holder, part: group.part, year: year)
      let mayRemember = mayRemember(step)
      if mayRemember, let known = openAggregates[key] { return known }
      let value = combined(aggregate, group.members.map { self.value(inner, $0, year) })
      if mayRemember { openAggregates[key] = value }
      return value
    }
  }

  /// Anything at all. It names the figures that tell the classes: with them the group changes, so that no end of their ranges
  /// shows the least or the greatest value.
  private func unknownOverPeers(_ peers: Peers, _ area: Int, _ year: FiscalYear) -> Value {
    guard let group = peers.group, let (holder, _) = pool(peers, at: area, year) else { return Known.unknown.opened }
    // The same for every area of the pool.
    let mayRemember = mayRememberClasses(group) && tree.table.areas[area].level == peers.level
    let key = PeerKey(peers: peers, holder: holder, part: -1, year: year)
    if mayRemember, let known = unknownPeers[key] { return known }
    let notes = sightings
    sightings = nil
    defer { sightings = notes }
    var list = FigureList()
    collectAwaitedClasses(peers, area, year, into: &list)
    let slopes = list.keys.sorted { $0.precedes($1) }.map { Curve.Slope(figure: $0, range: .all) }
    let curve = Curve(range: .all, isReached: false, slopes: slopes)
    let value = Value.open(OpenValue(.curve(curve), mayBeNotApplicable: true))
    if mayRemember { unknownPeers[key] = value }
    return value
  }
}
