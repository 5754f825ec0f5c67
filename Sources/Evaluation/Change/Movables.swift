import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The figures of one area and year that a change may move, in the order of writing.
struct Movables {
  private(set) var keys: [FigureKey] = []
  /// Those that no comparison looks at: it is only asked whether they are given.
  private(set) var onlyAskedFor: [FigureKey] = []
  /// Whether some of them occur in more than one comparison.
  private(set) var repeats = false
  private let judging: Judging
  private let area: Int
  private let year: FiscalYear

  init(_ requirements: [RequirementStep], _ area: Int, _ year: FiscalYear, _ judging: Judging) {
    self.judging = judging
    self.area = area
    self.year = year
    var collector = OwnFigures(area: area, year: year, judging: judging)
    for requirement in requirements {
      if let filter = requirement.filter { collector.walk(condition: filter, area, year) }
      if case .each = requirement.who, let guarded = requirement.guarded { collector.walk(condition: guarded, area, year) }
    }
    let fixed = collector.compared + collector.askedFor
    collector = OwnFigures(area: area, year: year, judging: judging)
    for requirement in requirements { collector.walk(condition: requirement.demand, area, year) }
    for key in collector.all {
      let isAskedByGate = requirements.contains { $0.gateIndicators.contains(key.indicator) }
      if fixed.contains(key) || isAskedByGate || !isMovable(key, judging) { continue }
      if keys.contains(key) {
        repeats = true
        continue
      }
      keys.append(key)
      if !collector.compared.contains(key) { onlyAskedFor.append(key) }
    }
  }

  /// Those that a comparison of the area looks at.
  func keys(inComparison position: Int) -> [FigureKey] {
    var collector = OwnFigures(area: area, year: year, judging: judging)
    collector.walk(comparison: position, area, year)
    return keys.filter { collector.all.contains($0) }
  }

  private func isMovable(_ key: FigureKey, _ judging: Judging) -> Bool {
    if judging.rulebook.indicators[key.indicator].givenByBureau { return false }
    switch judging.figure(key.indicator, key.area, key.year) {
    case .stored, .unknown: return true
    case .value, .notApplicable, .gathered: return false
    }
  }
}

/// Walks conditions for the figures of one area and year.
private struct OwnFigures {
  let area: Int
  let year: FiscalYear
  let judging: Judging
  /// Where the figures of the comparison begin that is being walked: within it a figure counts once.
  private var startOfComparison: Int?
  /// As often as they occur.
  private(set) var all: [FigureKey] = []
  private(set) var compared: [FigureKey] = []
  private(set) var askedFor: [FigureKey] = []
  private var isComparing = true

  init(area: Int, year: FiscalYear, judging: Judging) {
    self.area = area
    self.year = year
    self.judging = judging
  }

  mutating func walk(condition: Int, _ area: Int, _ year: FiscalYear) {
    switch judging.plan.conditions[condition] {
    case .comparison(let position): walk(comparison: position, area, year)
    case .reported(let expression):
      isComparing = false
      walk(expression, area, year)
      isComparing = true
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts):
      for position in 0..<parts.count { walk(condition: judging.plan.part(parts, position), area, year) }
    case .not(let inner): walk(condition: inner, area, year)
    case .rank(let position): walk(peers: judging.plan.ranks[position].figure, nil, area, year)
    case .deviation(let position):
      let step = judging.plan.deviations[position]
      walk(peers: step.left, step.figure, area, year)
    case .areas(let position):
      let step = judging.plan.quantifiers[position]
      guard let member = ownMember(ofLevel: step.level, at: area) else { break }
      for condition in [step.filter, step.condition] { if let condition { walk(condition: condition, member, year) } }
    case .outcome, .unjudgeable: break
    }
  }

  mutating func walk(comparison position: Int, _ area: Int, _ year: FiscalYear) {
    let outer = startOfComparison
    startOfComparison = outer ?? all.count
    walk(judging.plan.comparisons[position].left, area, year)
    walk(judging.plan.comparisons[position].right, area, year)
    startOfComparison = outer
  }

  /// What a rank or a deviation looks at counts once, as in a comparison.
  private mutating func walk(peers left: Int, _ right: Int?, _ area: Int, _ year: FiscalYear) {
    let outer = startOfComparison
    startOfComparison = outer ?? all.count
    walk(left, area, year)
    if let right { walk(right, area, year) }
    startOfComparison = outer
  }

  private mutating func walk(_ step: Int, _ area: Int, _ year: FiscalYear) {
    switch judging.plan.expressions[step] {
    case .constant, .parameter, .dayOfYear, .path, .unjudgeable: break
    case .indicator(let indicator):
      if year != self.year { break }
      if area == self.area || isGatheredOverOwn(indicator, area) { add(indicator) }
    case .inYear(let reference, let inner):
      if let asked = judging.year(reference, from: year) { walk(inner, area, asked) }
    case .series(let position):
      let step = judging.plan.series[position]
      for term in step.series.terms(in: year, year: { judging.year($0, from: year) }) { walk(step.inner, area, term.year) }
    case .carriedOver(let carried):
      for asked in judging.carriedYears(carried, year) {
        if let before = asked.before { walk(carried.figure, area, before) }
        walk(carried.demand, area, asked.year)
      }
    case .positive(let inner), .absolute(let inner): walk(inner, area, year)
    case .ofArea(let level, let inner):
      if let holder = judging.tree.table.ancestor(of: area, atLevel: level) { walk(inner, holder, year) }
    case .peerAggregate(_, let peers, let inner):
      if let member = ownMember(ofLevel: peers.level, at: area) { walk(inner, member, year) }
    case .aggregate(_, let level, let inner):
      if let member = ownMember(ofLevel: level, at: area) { walk(inner, member, year) }
    case .numberOfAreas(let level, let condition):
      if let member = ownMember(ofLevel: level, at: area) { walk(condition: condition, member, year) }
    case .arithmetic(_, let left, let right):
      walk(left, area, year)
      walk(right, area, year)
    case .sum(let parts):
      for position in 0..<parts.count { walk(judging.plan.part(parts, position), area, year) }
    case .rounded(let inner, _): walk(inner, area, year)
    }
  }

  private mutating func add(_ indicator: Int) {
    let key = FigureKey(indicator: indicator, area: area, year: year)
    if let startOfComparison, all[startOfComparison...].contains(key) { return }
    all.append(key)
    if isComparing { compared.append(key) } else { askedFor.append(key) }
  }

  /// The area itself where it is one of the group; any other shows what is asked of the areas above.
  private func ownMember(ofLevel level: Int, at area: Int) -> Int? {
    let members = judging.tree.group(ofLevel: level, at: area).members
    return judging.tree.table.areas[self.area].level == level && members.contains(self.area) ? self.area : members.first
  }

  /// Whether the figure of an area above is a sum to which the area's own belongs.
  private func isGatheredOverOwn(_ indicator: Int, _ above: Int) -> Bool {
    var current = judging.tree.table.areas[area].parent
    while let position = current {
      guard case .gathered = judging.figure(indicator, position, year) else { return false }
      if position == above { return true }
      current = judging.tree.table.areas[position].parent
    }
    return false
  }
}
