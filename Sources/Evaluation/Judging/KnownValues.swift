import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A value, where nothing that is unknown takes part.
enum Known {
  case value(Rational)
  case notApplicable
  case unknown
}

/// The plain way: figures that are all given. Nothing is allocated here but what exact numbers need.
extension Judging {
  func known(_ step: Int, _ area: Int, _ year: FiscalYear) -> Known {
    switch plan.expressions[step] {
    case .constant(let position): return .value(plan.constants[position])
    case .indicator(let indicator): return known(indicator: indicator, area, year)
    case .parameter(let parameter): return .value(parameters.value(parameter, in: year, rulebook))
    case .dayOfYear(let month, let day): return known(month: month, day: day, year)
    case .inYear(let reference, let inner):
      return self.year(reference, from: year).map { known(inner, area, $0) } ?? .notApplicable
    case .ofArea(let level, let inner):
      guard let holder = tree.table.ancestor(of: area, atLevel: level) else { return .notApplicable }
      return known(inner, holder, year)
    case .aggregate(let aggregate, let level, let inner):
      return known(aggregate, level: level, inner, step: step, area, year)
    case .peerAggregate(let aggregate, let peers, let inner):
      return known(aggregate, peers, inner, step: step, area, year)
    case .numberOfAreas(let level, let condition):
      return known(numberOf: level, condition, step: step, area, year)
    case .arithmetic(let operation, let left, let right): return known(operation, left, right, area, year)
    case .sum(let parts): return known(parts, area, year)
    case .rounded(let inner, let decimals):
      let value = known(inner, area, year)
      if case .value(let exact) = value { return .value(exact.rounded(decimals: decimals)) }
      return value
    case .series(let position): return known(plan.series[position], area, year)
    case .path(let position): return plan.paths[position].value(in: year).map { .value($0) } ?? .notApplicable
    case .positive(let inner):
      let value = known(inner, area, year)
      if case .value(let exact) = value, exact.signum <= 0 { return .notApplicable }
      return value
    case .absolute(let inner):
      let value = known(inner, area, year)
      if case .value(let exact) = value { return .value(exact.magnitude) }
      return value
    case .carriedOver(let carried): return known(carried, area, year)
    case .unjudgeable: return .unknown
    }
  }

  func known(indicator: Int, _ area: Int, _ year: FiscalYear) -> Known {
    switch figure(indicator, area, year) {
    case .stored(let stored): .value(ranges[indicator].step * Rational(stored))
    case .value(let value): .value(value)
    case .notApplicable: .notApplicable
    case .unknown: .unknown
    case .gathered: knownSum(indicator, area, year)
    }
  }

  func known(month: Int32, day: Int32, _ year: FiscalYear) -> Known {
    let date = CalendarDate.day(month: month, day: day, in: year, firstMonth: rulebook.program.firstMonth)
    return date.map { .value(Rational(Int64($0.dayNumber))) } ?? .notApplicable
  }

  /// The sum over the areas directly below. Levels bound how deep this goes.
  private func knownSum(_ indicator: Int, _ area: Int, _ year: FiscalYear) -> Known {
    let key = FigureKey(indicator: indicator, area: area, year: year)
    let mayRemember = !isAssumed(indicator)
    if mayRemember, let known = knownSums[key] { return known }
    var total: Rational?
    var result: Known?
    for child in tree.children[area] {
      switch known(indicator: indicator, child, year) {
      case .value(let value): total = total.map { $0 + value } ?? value
      case .notApplicable: continue
      case .unknown: result = .unknown
      }
      if result != nil { break }
    }
    let known = result ?? total.map { .value($0) } ?? .notApplicable
    if mayRemember { knownSums[key] = known }
    return known
  }

  private func known(_ operation: Arithmetic, _ left: Int, _ right: Int, _ area: Int, _ year: FiscalYear) -> Known {
    let leftValue = known(left, area, year)
    if case .notApplicable = leftValue { return .notApplicable }
    let rightValue = known(right, area, year)
    guard case .value(let b) = rightValue else { return rightValue }
    guard case .value(let a) = leftValue else { return b.isZero && operation == .dividedBy ? .notApplicable : .unknown }
    switch operation {
    case .plus: return .value(a + b)
    case .minus: return .value(a - b)
    case .times: return .value(a * b)
    case .dividedBy: return a.divided(by: b).map { .value($0) } ?? .notApplicable
    }
  }

  private func known(_ parts: Parts, _ area: Int, _ year: FiscalYear) -> Known {
    var total: Rational?
    for position in 0..<parts.count {
      switch known(plan.part(parts, position), area, year) {
      case .value(let value): total = total.map { $0 + value } ?? value
      case .notApplicable: continue
      case .unknown: return .unknown
      }
    }
    return total.map { .value($0) } ?? .notApplicable
  }

  // MARK: Over areas

  /// Whether what was found without assumptions holds under the present ones.
  func mayRemember(_ step: Int) -> Bool {
    if assumptions.isEmpty && trial.isEmpty { return outcomeAssumptions.isEmpty }
    let indicators = plan.aggregatedIndicators[step]
    return outcomeAssumptions.isEmpty && !assumptions.speaks(ofAny: indicators) && !trial.speaks(ofAny: indicators)
  }

  func isAssumed(_ indicator: Int) -> Bool {
    assumptions.indicators.contains(indicator) || trial.indicators.contains(indicator)
  }

  private func known(
    _ aggregate: Aggregate, level: Int, _ inner: Int, step: Int, _ area: Int, _ year: FiscalYear
  ) -> Known {
    let (holder, members) = tree.group(ofLevel: level, at: area)
    let key = AggregateKey(step: step, holder: holder, year: year)
    let mayRemember = mayRemember(step)
    if mayRemember, let known = knownAggregates[key] { return known }
    if !mayRemember, let known = knownWithChanges(aggregate, of: members, inner, key, year) { return known }
    let known = known(aggregate, of: members, inner, year)
    if mayRemember { knownAggregates[key] = known }
    return known
  }

  func known(_ aggregate: Aggregate, of members: [Int], _ inner: Int, _ year: FiscalYear) -> Known {
    var values: [Rational] = []
    values.reserveCapacity(members.count)
    for member in members {
      switch known(inner, member, year) {
      case .value(let value): values.append(value)
      case .notApplicable: continue
      case .unknown: return .unknown
      }
    }
    return aggregate.of(values).map { .value($0) } ?? .notApplicable
  }

  private func known(numberOf level: Int, _ condition: Int, step: Int, _ area: Int, _ year: FiscalYear) -> Known {
    let (holder, members) = tree.group(ofLevel: level, at: area)
    let key = AggregateKey(step: step, holder: holder, year: year)
    let mayRemember = mayRemember(step) && splitDepth == 0
    if mayRemember, let known = knownAggregates[key] { return known }
    let notes = sightings
    sightings = nil
    defer { sightings = notes }
    var count: Int64? = 0
    for member in members {
      let results = settledResults(condition, member, year)
      if results == .met {
        count = count.map { $0 + 1 }
      } else if results.contains(.met) {
        count = nil
        break
      }
    }
    let known: Known = count.map { .value(Rational($0)) } ?? .unknown
    if mayRemember { knownAggregates[key] = known }
    return known
  }
}

extension Aggregate {
  /// The figure of values; nothing where there are none.
  func of(_ values: [Rational]) -> Rational? {
    guard var result = values.first else { return nil }
    switch self {
    case .total, .average:
      for value in values.dropFirst() { result = result + value }
      return self == .total ? result : result.divided(by: Rational(Int64(values.count)))
    case .highest:
      for value in values where value > result { result = value }
      return result
    case .lowest:
      for value in values where value < result { result = value }
      return result
    case .median:
      let sorted = values.sorted()
      let middle = sorted.count / 2
      if sorted.count % 2 == 1 { return sorted[middle] }
      return (sorted[middle - 1] + sorted[middle]).divided(by: Rational(2))
    }
  }
}
