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
    case (_, .fixed): self
    case (.yearsAgo(let a), .yearsAgo(let b)): .yearsAgo(a &+ b)
    case (.fixed(let year), .yearsAgo(let years)): .fixed(year.advanced(by: 0 &- years))
    }
  }
}

/// Finds what the parts of a rulebook use. Each measure is opened once: it stands behind those that it is made of.
struct UseFinder {
  private(set) var measures: [Uses] = []

  init(_ rulebook: Rulebook) {
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
    case .comparison, .reported, .not, .outcome: []
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
    case .outcome(let target, _, let asked):
      uses.outcomes.insert(Uses.Outcome(target: target, year: asked.seen(from: year)))
    }
  }

  private func collect(_ expression: Expression, _ year: YearReference, _ uses: inout Uses) {
    switch expression {
    case .constant, .dayOfYear: break
    case .indicator(let indicator): uses.indicators.insert(indicator)
    case .parameter(let parameter): uses.parameters.insert(parameter)
    case .measure(let measure):
      uses.measures.insert(measure)
      uses.add(measures[measure], in: year)
    case .inYear(let other, let inner): collect(inner, other.seen(from: year), &uses)
    case .ofArea(_, let inner), .aggregate(_, _, let inner), .rounded(let inner, _): collect(inner, year, &uses)
    case .numberOfAreas(_, let condition): collect(condition, year, &uses)
    case .arithmetic(_, let left, let right):
      collect(left, year, &uses)
      collect(right, year, &uses)
    case .sum(let parts): for part in parts { collect(part, year, &uses) }
    }
  }
}
