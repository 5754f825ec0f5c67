import Facts
import Quantities
import RuleLanguage

/// A comparison with unknown figures that judging came upon.
struct Sighting {
  enum Kind {
    /// With a form that is held against zero, where the comparison comes down to one.
    case comparison(Int, difference: Form?)
    /// A rank or a deviation.
    case condition(Int)
    case outcome(OutcomeQuestion, PossibleResults)
  }

  let kind: Kind
  let area: Int
  let year: FiscalYear
  let figures: [FigureKey]
  /// See `Judging.part`.
  let part: Int
}

extension Judging {
  func results(ofComparison position: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    let comparison = plan.comparisons[position]
    if let threshold = comparison.threshold, sightings == nil,
      let results = results(threshold, ofComparison: position, area, year)
    {
      return results
    }
    let left = known(comparison.left, area, year)
    if case .notApplicable = left { return .notApplicable }
    let right = known(comparison.right, area, year)
    if case .notApplicable = right { return .notApplicable }
    if case .value(let a) = left, case .value(let b) = right { return PossibleResults(comparison.relation.holds(a, b)) }
    return openResults(position, area, year)
  }

  private func openResults(_ position: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    let comparison = plan.comparisons[position]
    let left = value(comparison.left, area, year)
    let right = value(comparison.right, area, year)
    switch (left, right) {
    case (.notApplicable, _), (_, .notApplicable): return .notApplicable
    case (.exact(let a), .exact(let b)): return PossibleResults(comparison.relation.holds(a, b))
    default: break
    }
    var results: PossibleResults = left.mayBeNotApplicable || right.mayBeNotApplicable ? .notApplicable : []
    let difference = sightings == nil && isOneSided(left, right, comparison.relation) ? nil : difference(left, right)
    note(position, difference?.form, left, right, area, year)
    if let difference {
      let relation = difference.isReversed ? comparison.relation.mirrored : comparison.relation
      results.formUnion(self.results(difference.form, relation))
    } else {
      results.formUnion(boundedResults(position, left, right, area, year))
    }
    return results
  }

  /// Whether one side is known and the other's range says all that there is to say.
  private func isOneSided(_ left: Value, _ right: Value, _ relation: Relation) -> Bool {
    if relation == .equal || relation == .notEqual { return false }
    switch (left, right) {
    case (.exact, .open(let open)), (.open(let open), .exact): return open.linear != nil
    default: return false
    }
  }

  /// Both sides brought to one: a form that stands to zero as the left side does to the right (or the other way round).
  func difference(_ left: Value, _ right: Value) -> (form: Form, isReversed: Bool)? {
    guard let (a, b) = forms(left), let (c, d) = forms(right) else { return nil }
    if b.isOne, d.isOne { return (a - c, false) }
    if b == d { return range(b).sign.map { (a - c, $0 < 0) } }
    guard let first = Form.product(a, d), let second = Form.product(c, b), let mine = range(b).sign, let theirs = range(d).sign
    else { return nil }
    return (first - second, mine * theirs < 0)
  }

  /// What a form's relation to zero may be.
  func results(_ form: Form, _ relation: Relation) -> PossibleResults {
    let range = range(form)
    switch relation {
    case .equal, .notEqual:
      let isEqual: PossibleResults = range.isPoint && range.low.signum == 0 ? .met : (mayBeZero(form) ? .undecided : .missed)
      return relation == .equal ? isEqual : isEqual.negated
    default: return Judging.results(range, relation)
    }
  }

  /// What the relation to zero of something within the range may be.
  static func results(_ range: Interval, _ relation: Relation) -> PossibleResults {
    var results: PossibleResults = []
    switch relation {
    case .atLeast, .lessThan:
      if range.high.signum >= 0 { results.insert(.met) }
      if range.low.signum < 0 { results.insert(.missed) }
      return relation == .atLeast ? results : results.negated
    case .moreThan, .atMost:
      if range.high.signum > 0 { results.insert(.met) }
      if range.low.signum <= 0 { results.insert(.missed) }
      return relation == .moreThan ? results : results.negated
    case .equal, .notEqual:
      if range.containsZero { results.insert(.met) }
      if !(range.isPoint && range.containsZero) { results.insert(.missed) }
      return relation == .equal ? results : results.negated
    }
  }

  // MARK: Beyond linear forms

  private func boundedResults(
    _ position: Int, _ left: Value, _ right: Value, _ area: Int, _ year: FiscalYear
  ) -> PossibleResults {
    let comparison = plan.comparisons[position]
    let (a, leftReached) = range(left)
    let (b, rightReached) = range(right)
    let wide = Judging.results(a - b, comparison.relation)
    if wide.isDecided { return wide }
    let (mine, theirs) = (slopes(left), slopes(right))
    if leftReached, rightReached, !shareFigure(mine, theirs) { return wide }
    let slopes = joinedSlopes(mine, theirs) { $0 - $1 }
    guard let range = cornerRange(comparison, slopes, area, year) else { return wide }
    return Judging.results(range, comparison.relation).intersection(wide)
  }

  /// Where the difference of both sides rises or falls with each figure throughout, it is least and greatest at corners of
  /// the figures' ranges. This is what decides a figure held against a median that contains it.
  private func cornerRange(
    _ comparison: ComparisonStep, _ slopes: [Curve.Slope], _ area: Int, _ year: FiscalYear
  ) -> Interval? {
    var (least, greatest) = (assumptions, assumptions)
    for slope in slopes {
      guard let sign = slope.range.sign else { return nil }
      let range = range(slope.figure)
      least.set(slope.figure, .value(Judging.corner(sign > 0 ? range.low : range.high)))
      greatest.set(slope.figure, .value(Judging.corner(sign > 0 ? range.high : range.low)))
    }
    guard let low = difference(comparison, under: least, area, year),
      let high = difference(comparison, under: greatest, area, year)
    else { return nil }
    return Interval(.finite(low), .finite(high))
  }

  /// Stands for an infinite side: no comparison changes beyond, for figures and literals hold 15 digits and a comparison is
  /// bounded to 256 bits (78 digits).
  private static let farAway = Rational(ExactInteger.powerOfTen(90))

  private static func corner(_ bound: Bound) -> Rational {
    switch bound {
    case .finite(let value): value
    case .positiveInfinity: farAway
    case .negativeInfinity: -farAway
    }
  }

  private func difference(
    _ comparison: ComparisonStep, under corner: Assumptions, _ area: Int, _ year: FiscalYear
  ) -> Rational? {
    let present = assumptions
    assumptions = corner
    let left = known(comparison.left, area, year)
    let right = known(comparison.right, area, year)
    assumptions = present
    guard case .value(let a) = left, case .value(let b) = right else { return nil }
    return a - b
  }

  private func note(
    _ position: Int, _ difference: Form?, _ left: Value, _ right: Value, _ area: Int, _ year: FiscalYear
  ) {
    if sightings == nil { return }
    let figures = difference?.terms.map { $0.figure } ?? joinedSlopes(slopes(left), slopes(right)) { a, _ in a }.map { $0.figure }
    sightings?.append(
      Sighting(kind: .comparison(position, difference: difference), area: area, year: year, figures: figures, part: part))
  }
}
