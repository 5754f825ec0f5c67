import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Which figures that are not reported could still decide, and which figures went in: in the order of the sentence, then of
/// the areas.
extension Judging {
  /// Adds the unknown figures of every part that is not decided.
  func collectAwaited(condition: Int, _ area: Int, _ year: FiscalYear, into list: inout FigureList) {
    if results(condition, area, year).isDecided { return }
    switch plan.conditions[condition] {
    case .comparison(let position):
      collect(plan.comparisons[position].left, area, year, .unknown, into: &list)
      collect(plan.comparisons[position].right, area, year, .unknown, into: &list)
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts):
      for position in 0..<parts.count { collectAwaited(condition: plan.part(parts, position), area, year, into: &list) }
    case .not(let inner): collectAwaited(condition: inner, area, year, into: &list)
    case .rank(let position):
      collect(overPeers: plan.ranks[position].peers, plan.ranks[position].figure, area, year, into: &list)
    case .deviation(let position):
      let step = plan.deviations[position]
      collect(step.left, area, year, .unknown, into: &list)
      collect(overPeers: step.peers, step.figure, area, year, into: &list)
    case .areas(let position): collectAwaited(plan.quantifiers[position], area, year, into: &list)
    case .outcome(let target, _, let reference):
      if let asked = self.year(reference, from: year), let question = question(target, area, asked),
        memory.depth < Judging.questionLimit
      {
        memory.depth += 1
        collectAwaited(unit: question.unit, question.area, question.year, into: &list)
        memory.depth -= 1
      }
    case .reported, .unjudgeable: break
    }
  }

  /// Adds what could still decide a unit at an area.
  func collectAwaited(unit: Int, _ area: Int, _ year: FiscalYear, into list: inout FigureList) {
    let steps = plan.units[unit]
    for requirement in steps.requirements {
      if let guarded = requirement.guarded { collectAwaited(condition: guarded, area, year, into: &list) }
      switch requirement.who {
      case .each:
        collectAwaited(requirement, area, year, into: &list)
      case .numberOf(let level, let relation, let amount):
        let members = memberResults(requirement, steps, level: level, below: area, year)
        if members.results(relation, amount).isDecided { continue }
        for member in tree.areas(ofLevel: level, below: area)
        where !memberResult(requirement, steps, member, year).isDecided {
          collectAwaited(requirement, member, year, into: &list)
        }
      }
    }
  }

  /// Adds what could still decide a requirement at an area of its level, but for the guard.
  func collectAwaited(_ requirement: RequirementStep, _ area: Int, _ year: FiscalYear, into list: inout FigureList) {
    if results(requirement, area, year).isDecided { return }
    if let filter = requirement.filter { collectAwaited(condition: filter, area, year, into: &list) }
    collectAwaited(condition: requirement.demand, area, year, into: &list)
  }

  enum Collected {
    /// Only figures that are not reported.
    case unknown
    /// Every figure of the area itself; of other areas' figures only those that are not reported.
    case shown
  }

  func collect(condition: Int, _ area: Int, _ year: FiscalYear, _ kind: Collected, into list: inout FigureList) {
    switch plan.conditions[condition] {
    case .comparison(let position):
      collect(plan.comparisons[position].left, area, year, kind, into: &list)
      collect(plan.comparisons[position].right, area, year, kind, into: &list)
    case .reported(let expression): collect(expression, area, year, kind, into: &list)
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts):
      for position in 0..<parts.count { collect(condition: plan.part(parts, position), area, year, kind, into: &list) }
    case .not(let inner): collect(condition: inner, area, year, kind, into: &list)
    case .rank(let position):
      let rank = plan.ranks[position]
      collect(rank.figure, area, year, kind, into: &list)
      if !results(condition, area, year).isDecided { collect(overPeers: rank.peers, rank.figure, area, year, into: &list) }
    case .deviation(let position):
      let step = plan.deviations[position]
      collect(step.left, area, year, kind, into: &list)
      if !results(condition, area, year).isDecided { collect(overPeers: step.peers, step.figure, area, year, into: &list) }
    case .areas(let position): collectAwaited(plan.quantifiers[position], area, year, into: &list)
    case .outcome, .unjudgeable: break
    }
  }

  func collect(_ step: Int, _ area: Int, _ year: FiscalYear, _ kind: Collected, into list: inout FigureList) {
    switch plan.expressions[step] {
    case .constant, .parameter, .dayOfYear, .path, .unjudgeable: break
    case .indicator(let indicator): collect(indicator: indicator, area, year, kind, into: &list)
    case .inYear(let reference, let inner):
      if let asked = self.year(reference, from: year) { collect(inner, area, asked, kind, into: &list) }
    case .series(let position):
      let step = plan.series[position]
      for term in step.series.terms(in: year, year: { self.year($0, from: year) }) {
        collect(step.inner, area, term.year, kind, into: &list)
      }
    case .carriedOver(let carried):
      for asked in carriedYears(carried, year) {
        if let before = asked.before { collect(carried.figure, area, before, kind, into: &list) }
        collect(carried.demand, area, asked.year, kind, into: &list)
      }
    case .positive(let inner), .absolute(let inner): collect(inner, area, year, kind, into: &list)
    case .ofArea(let level, let inner):
      if let holder = tree.table.ancestor(of: area, atLevel: level) { collect(inner, holder, year, kind, into: &list) }
    case .aggregate(_, let level, let inner):
      if case .value = known(step, area, year) { break }
      let (holder, members) = tree.group(ofLevel: level, at: area)
      for figure in unknownFigures(of: members, inner, AggregateKey(step: step, holder: holder, year: year)) { list.add(figure) }
    case .peerAggregate(_, let peers, let inner):
      if case .value = known(step, area, year) { break }
      collect(overPeers: peers, inner, area, year, into: &list)
    case .numberOfAreas(let level, let condition):
      if case .value = known(step, area, year) { break }
      for member in tree.group(ofLevel: level, at: area).members {
        collectAwaited(condition: condition, member, year, into: &list)
      }
    case .arithmetic(_, let left, let right):
      collect(left, area, year, kind, into: &list)
      collect(right, area, year, kind, into: &list)
    case .sum(let parts):
      for position in 0..<parts.count { collect(plan.part(parts, position), area, year, kind, into: &list) }
    case .rounded(let inner, _): collect(inner, area, year, kind, into: &list)
    }
  }

  private func collect(indicator: Int, _ area: Int, _ year: FiscalYear, _ kind: Collected, into list: inout FigureList) {
    let key = FigureKey(indicator: indicator, area: area, year: year)
    switch figure(indicator, area, year) {
    case .stored, .value, .notApplicable: if kind == .shown { list.add(key) }
    case .unknown: list.add(key)
    case .gathered:
      if kind == .shown { list.add(key) }
      if case .value = known(indicator: indicator, area, year) { break }
      for child in tree.children[area] { collect(indicator: indicator, child, year, .unknown, into: &list) }
    }
  }

  /// What is not reported of peers: their figures, or what tells their classes.
  private func collect(overPeers peers: Peers, _ inner: Int, _ area: Int, _ year: FiscalYear, into list: inout FigureList) {
    guard case .found(let group) = self.peers(peers, at: area, year) else {
      return collectAwaitedClasses(peers, area, year, into: &list)
    }
    collect(inner, area, year, .unknown, into: &list)
    for member in group.members { collect(inner, member, year, .unknown, into: &list) }
  }

  /// What is not reported of a group: the same for every area of it.
  private func unknownFigures(of members: [Int], _ inner: Int, _ key: AggregateKey) -> [FigureKey] {
    let mayRemember = mayRemember(key.step)
    if mayRemember, let known = unknownFigures[key] { return known }
    var list = FigureList()
    for member in members { collect(inner, member, key.year, .unknown, into: &list) }
    if mayRemember { unknownFigures[key] = list.keys }
    return list.keys
  }
}
