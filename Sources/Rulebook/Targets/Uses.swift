import Quantities
import RuleLanguage

/// What a condition or an expression is made of, measures opened.
struct Uses {
  /// The outcome of a target in a year, seen from the year that is judged.
  struct Outcome: Hashable {
    let target: Int
    let year: YearReference
  }

  var indicators: Set<Int> = []
  var parameters: Set<Int> = []
  var measures: Set<Int> = []
  var outcomes: Set<Outcome> = []

  mutating func add(_ other: Uses, in year: YearReference) {
    indicators.formUnion(other.indicators)
    parameters.formUnion(other.parameters)
    measures.formUnion(other.measures)
    for outcome in other.outcomes { outcomes.insert(Outcome(target: outcome.target, year: outcome.year.seen(from: year))) }
  }
}

extension YearReference {
  /// The same year, where this reference stands in something that is itself looked at in another year.
  func seen(from outer: YearReference) -> YearReference {
    switch (outer, self) {
    case (_, .fixed), (_, .calendar): self
    // What the last period or survey of another year is, is not needed here: it lies before it.
    case (.fixed(let year), .lastPeriod), (.fixed(let year), .lastSurvey): .fixed(year.advanced(by: -1))
    case (_, .lastPeriod), (_, .lastSurvey): self
    case (.fixed, .planStart): outer
    case (_, .planStart): self
    case (.planStart, .yearsAgo(let years)): years == 0 ? outer : .lastPeriod
    case (.lastPeriod, .yearsAgo), (.lastSurvey, .yearsAgo): outer
    case (.calendar(let year), .yearsAgo(let years)): .fixed(year.advanced(by: 0 &- years))
    case (.yearsAgo(let a), .yearsAgo(let b)): .yearsAgo(a &+ b)
    case (.fixed(let year), .yearsAgo(let years)): .fixed(year.advanced(by: 0 &- years))
    }
  }
}

/// Finds what the parts of a rulebook use. Each measure is opened once: it stands behind those that it is made of.
struct UseFinder {
  private(set) var measures: [Uses] = []
  private let groups: [Group]

  init(_ rulebook: Rulebook) {
    groups = rulebook.groups
    for measure in rulebook.measures { measures.append(uses(of: measure.value)) }
  }

  func uses(of target: Target) -> Uses {
    var uses = Uses()
    for requirement in target.requirements {
      for condition in requirement.gates + requirement.demands { collect(condition, .yearsAgo(0), &uses) }
    }
    if case .steps(let steps)? = target.score?.kind {
      for step in steps { collect(step.bound, .yearsAgo(0), &uses) }
    }
    return uses
  }

  /// The indicators that its demands look at, without those that only decide whom it concerns.
  func indicators(demandedBy target: Target) -> Set<Int> {
    var uses = Uses()
    for condition in target.requirements.flatMap({ $0.demands }) { collect(condition, .yearsAgo(0), &uses) }
    return uses.indicators
  }

  func uses(of expression: Expression) -> Uses {
    var uses = Uses()
    collect(expression, .yearsAgo(0), &uses)
    return uses
  }

  /// The targets of whose misses a filter, a guard or an exception asks.
  func missesAsked(by target: Target) -> [Int] {
    target.requirements.flatMap { $0.gates }.flatMap { UseFinder.missesAsked($0) }
  }

  private static func missesAsked(_ condition: Condition) -> [Int] {
    switch condition {
    case .outcome(let target, .missed, _): [target]
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): parts.flatMap { missesAsked($0) }
    default: []
    }
  }

  private func collect(_ condition: Condition, _ year: YearReference, _ uses: inout Uses) {
    switch condition {
    case .comparison(let comparison):
      collect(comparison.left, year, &uses)
      collect(comparison.right, year, &uses)
    case .reported(let expression): collect(expression, year, &uses)
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts):
      for part in parts { collect(part, year, &uses) }
    case .not(let part): collect(part, year, &uses)
    case .rank(let rank):
      collect(rank.figure, year, &uses)
      collect(rank.peers, year, &uses)
    case .deviation(let bound):
      collect(bound.left, year, &uses)
      collect(bound.figure, year, &uses)
      collect(bound.peers, year, &uses)
    case .areas(let subject, let inner):
      if let filter = subject.filter { collect(filter, year, &uses) }
      collect(inner, year, &uses)
    case .outcome(let target, _, let asked):
      uses.outcomes.insert(Uses.Outcome(target: target, year: asked.seen(from: year)))
    }
  }

  /// What the classes of the group rest on.
  private func collect(_ peers: Peers, _ year: YearReference, _ uses: inout Uses) {
    guard let group = peers.group else { return }
    for part in groups[group].classes { collect(part.condition, year, &uses) }
  }

  private func collect(_ expression: Expression, _ year: YearReference, _ uses: inout Uses) {
    switch expression {
    case .constant, .dayOfYear, .path: break
    case .indicator(let indicator): uses.indicators.insert(indicator)
    case .parameter(let parameter): uses.parameters.insert(parameter)
    case .measure(let measure):
      uses.measures.insert(measure)
      uses.add(measures[measure], in: year)
    case .inYear(let other, let inner): collect(inner, other.seen(from: year), &uses)
    case .ofArea(_, let inner), .aggregate(_, _, let inner), .rounded(let inner, _), .series(_, let inner), .positive(let inner),
      .absolute(let inner):
      collect(inner, year, &uses)
    case .peerAggregate(_, let peers, let inner):
      collect(inner, year, &uses)
      collect(peers, year, &uses)
    case .carriedOver(let carried):
      collect(carried.demand, year, &uses)
      collect(carried.figure, year, &uses)
    case .numberOfAreas(_, let condition): collect(condition, year, &uses)
    case .arithmetic(_, let left, let right):
      collect(left, year, &uses)
      collect(right, year, &uses)
    case .sum(let parts): for part in parts { collect(part, year, &uses) }
    }
  }
}
