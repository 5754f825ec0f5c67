import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Expressions over several years, and what is carried over from year to year.
extension Judging {
  // MARK: Where all figures are given

  func known(_ step: SeriesStep, _ area: Int, _ year: FiscalYear) -> Known {
    var total: Rational?
    for term in step.series.terms(in: year, year: { self.year($0, from: year) }) {
      switch known(step.inner, area, term.year) {
      case .value(let value):
        let part = value * term.weight
        total = total.map { $0 + part } ?? part
      case .notApplicable where step.series.leavesOutNotApplicable: continue
      case .notApplicable: return .notApplicable
      case .unknown where step.series.leavesOutNotApplicable: return .unknown
      case .unknown:
        // Not applicable if any year is, whatever this one turns out to be.
        return isNeverApplicable(step, area, year) ? .notApplicable : .unknown
      }
    }
    return total.map { .value($0) } ?? .notApplicable
  }

  private func isNeverApplicable(_ step: SeriesStep, _ area: Int, _ year: FiscalYear) -> Bool {
    step.series.terms(in: year, year: { self.year($0, from: year) }).contains { term in
      if case .notApplicable = known(step.inner, area, term.year) { return true }
      return false
    }
  }

  func known(_ step: CarriedStep, _ area: Int, _ year: FiscalYear) -> Known {
    var required: Rational?
    for asked in carriedYears(step, year) {
      // What was missing so far; nothing in a year in which nothing was asked.
      var missing = Rational.zero
      if let (before, demanded) = asked.before.flatMap({ before in required.map { (before, $0) } }) {
        switch known(step.figure, area, before) {
        case .value(let figure): if figure < demanded { missing = demanded - figure }
        case .notApplicable: break
        case .unknown: return isNotAsked(step, area, year) ? .notApplicable : .unknown
        }
      }
      switch known(step.demand, area, asked.year) {
      case .value(let demand): required = demand + missing
      case .notApplicable: required = nil
      case .unknown: return isNotAsked(step, area, year) ? .notApplicable : .unknown
      }
    }
    return required.map { .value($0) } ?? .notApplicable
  }

  private func isNotAsked(_ step: CarriedStep, _ area: Int, _ year: FiscalYear) -> Bool {
    if case .notApplicable = known(step.demand, area, year) { return true }
    return false
  }

  /// The years whose demands are linked, the first one first, each with the one whose shortfall it takes over.
  func carriedYears(_ step: CarriedStep, _ year: FiscalYear) -> [(year: FiscalYear, before: FiscalYear?)] {
    var years = [year]
    while let before = self.year(step.before, from: years[0]), before >= step.since, before < years[0], years.count < 400 {
      years.insert(before, at: 0)
    }
    return years.indices.map { (years[$0], $0 == 0 ? nil : years[$0 - 1]) }
  }

  // MARK: Where some are not

  func value(_ step: SeriesStep, _ area: Int, _ year: FiscalYear) -> Value {
    let terms = step.series.terms(in: year, year: { self.year($0, from: year) })
    let values = terms.map { combined(.times, value(step.inner, area, $0.year), .exact($0.weight)) }
    if step.series.leavesOutNotApplicable { return sum(values) }
    guard var total = values.first else { return .notApplicable }
    for value in values.dropFirst() { total = combined(.plus, total, value) }
    return total
  }

  func value(_ step: CarriedStep, _ area: Int, _ year: FiscalYear) -> Value {
    var required = Value.notApplicable
    for asked in carriedYears(step, year) {
      var missing = Value.exact(.zero)
      if let before = asked.before {
        missing = shortfall(combined(.minus, required, value(step.figure, area, before)))
      }
      required = combined(.plus, value(step.demand, area, asked.year), missing)
    }
    return required
  }

  /// What is missing where the demand less the figure is this: nothing below zero, nor where either is not applicable.
  private func shortfall(_ difference: Value) -> Value {
    switch difference {
    case .notApplicable: return .exact(.zero)
    case .exact(let exact): return .exact(exact.signum < 0 ? .zero : exact)
    case .open(let open):
      let (range, isReached) = range(difference)
      if range.high.signum <= 0 { return .exact(.zero) }
      let mayVanish = open.mayBeNotApplicable
      if range.low.signum >= 0, !mayVanish { return difference }
      let low: Bound = range.low.signum < 0 || mayVanish ? .finite(.zero) : range.low
      let slopes = slopes(difference).map { slope in
        Curve.Slope(figure: slope.figure, range: mayVanish ? .all : slope.range.joined(.zero))
      }
      let curve = Curve(range: Interval(low, range.high), isReached: isReached && !mayVanish, slopes: slopes)
      return .open(OpenValue(.curve(curve), mayBeNotApplicable: false))
    }
  }

  func positive(_ value: Value) -> Value {
    switch value {
    case .notApplicable: return .notApplicable
    case .exact(let exact): return exact.signum > 0 ? value : .notApplicable
    case .open(let open):
      let (range, _) = range(value)
      if range.low.signum > 0 { return value }
      if range.high.signum <= 0 { return .notApplicable }
      return .open(OpenValue(open.shape, mayBeNotApplicable: true))
    }
  }

  func absolute(_ value: Value) -> Value {
    switch value {
    case .notApplicable: return .notApplicable
    case .exact(let exact): return .exact(exact.magnitude)
    case .open(let open):
      let (range, _) = range(value)
      if range.low.signum >= 0 { return value }
      if range.high.signum <= 0 { return combined(.times, value, .exact(Rational(-1))) }
      let slopes = slopes(value).map { Curve.Slope(figure: $0.figure, range: $0.range.joined(-$0.range)) }
      let curve = Curve(range: Interval(.finite(.zero), max(-range.low, range.high)), isReached: false, slopes: slopes)
      return .open(OpenValue(.curve(curve), mayBeNotApplicable: open.mayBeNotApplicable))
    }
  }
}
