import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The other way: figures of which some are unknown. A value keeps the shape of a linear form, or of one divided by
/// another, as long as it can; beyond that, bounds are kept.
extension Judging {
  func value(_ step: Int, _ area: Int, _ year: FiscalYear) -> Value {
    switch plan.expressions[step] {
    case .constant, .parameter, .dayOfYear, .path: return known(step, area, year).opened
    case .indicator(let indicator): return value(indicator: indicator, area, year)
    case .inYear(let reference, let inner):
      return self.year(reference, from: year).map { value(inner, area, $0) } ?? .notApplicable
    case .ofArea(let level, let inner):
      guard let holder = tree.table.ancestor(of: area, atLevel: level) else { return .notApplicable }
      return value(inner, holder, year)
    case .aggregate(let aggregate, let level, let inner):
      return value(aggregate, level: level, inner, step: step, area, year)
    case .peerAggregate(let aggregate, let peers, let inner):
      return value(aggregate, peers, inner, step: step, area, year)
    case .numberOfAreas(let level, let condition): return value(numberOf: level, condition, step: step, area, year)
    case .arithmetic(let operation, let left, let right):
      return combined(operation, value(left, area, year), value(right, area, year))
    case .sum(let parts):
      var values: [Value] = []
      for position in 0..<parts.count { values.append(value(plan.part(parts, position), area, year)) }
      return sum(values)
    case .rounded(let inner, let decimals): return rounded(value(inner, area, year), decimals: decimals)
    case .series(let position): return value(plan.series[position], area, year)
    case .positive(let inner): return positive(value(inner, area, year))
    case .absolute(let inner): return absolute(value(inner, area, year))
    case .carriedOver(let carried): return value(carried, area, year)
    case .unjudgeable:
      return .open(OpenValue(.curve(Curve(range: .all, isReached: false, slopes: [])), mayBeNotApplicable: true))
    }
  }

  private func value(indicator: Int, _ area: Int, _ year: FiscalYear) -> Value {
    switch figure(indicator, area, year) {
    case .stored(let stored): return .exact(ranges[indicator].step * Rational(stored))
    case .value(let value): return .exact(value)
    case .notApplicable: return .notApplicable
    case .unknown:
      let key = FigureKey(indicator: indicator, area: area, year: year)
      let (low, high) = storedRange(key)
      if low == high { return .exact(ranges[indicator].step * Rational(low)) }
      return .open(OpenValue(.fraction(Form(key), Form(.one)), mayBeNotApplicable: false))
    case .gathered:
      let key = FigureKey(indicator: indicator, area: area, year: year)
      let mayRemember = !isAssumed(indicator)
      if mayRemember, let known = openSums[key] { return known }
      let sum = sum(tree.children[area].map { value(indicator: indicator, $0, year) })
      if mayRemember { openSums[key] = sum }
      return sum
    }
  }

  private func value(
    _ aggregate: Aggregate, level: Int, _ inner: Int, step: Int, _ area: Int, _ year: FiscalYear
  ) -> Value {
    let (holder, members) = tree.group(ofLevel: level, at: area)
    let key = AggregateKey(step: step, holder: holder, year: year)
    let mayRemember = mayRemember(step)
    if mayRemember, let known = openAggregates[key] { return known }
    let value = combined(aggregate, members.map { self.value(inner, $0, year) })
    if mayRemember { openAggregates[key] = value }
    return value
  }

  private func value(numberOf level: Int, _ condition: Int, step: Int, _ area: Int, _ year: FiscalYear) -> Value {
    let (_, members) = tree.group(ofLevel: level, at: area)
    // What the members' conditions look at is tied to nothing outside but by the figures that the slopes name.
    let notes = sightings
    if !notesCounts { sightings = nil }
    defer { if !notesCounts { sightings = notes } }
    var (certain, possible): (Int64, Int64) = (0, 0)
    var unknown = FigureList()
    for member in members {
      let results = settledResults(condition, member, year)
      if results == .met { certain += 1 }
      if results.contains(.met) {
        possible += 1
        if results != .met { collectAwaited(condition: condition, member, year, into: &unknown) }
      }
    }
    if certain == possible { return .exact(Rational(certain)) }
    let slopes = unknown.keys.sorted { $0.precedes($1) }.map { Curve.Slope(figure: $0, range: .all) }
    let range = Interval(.finite(Rational(certain)), .finite(Rational(possible)))
    return .open(OpenValue(.curve(Curve(range: range, isReached: true, slopes: slopes)), mayBeNotApplicable: false))
  }
}

extension Known {
  var opened: Value {
    switch self {
    case .value(let value): .exact(value)
    case .notApplicable: .notApplicable
    case .unknown: .open(OpenValue(.curve(Curve(range: .all, isReached: false, slopes: [])), mayBeNotApplicable: true))
    }
  }
}
