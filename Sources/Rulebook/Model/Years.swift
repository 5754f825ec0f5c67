import Quantities
import RuleLanguage

/// A point of a path: what is planned for a year.
package struct PathPoint: Sendable, Hashable {
  package let year: FiscalYear
  package let value: Rational

  package init(year: FiscalYear, value: Rational) {
    self.year = year
    self.value = value
  }
}

extension [PathPoint] {
  /// What the path says of a year: on the straight line between two points, nothing before the first, the last value after the
  /// last.
  package func value(in year: FiscalYear) -> Rational? {
    guard let first, first.year <= year else { return nil }
    var before = first
    for point in self {
      if year <= point.year {
        let length = Rational(Int64(point.year.number) - Int64(before.year.number))
        let passed = Rational(Int64(year.number) - Int64(before.year.number))
        guard let share = passed.divided(by: length) else { return point.value }
        return before.value + (point.value - before.value) * share
      }
      before = point
    }
    return before.value
  }
}

extension Rulebook {
  /// The year that a reference means, seen from another; nothing where there is none, such as before the first survey.
  package func year(_ reference: YearReference, from year: FiscalYear) -> FiscalYear? {
    switch reference {
    case .yearsAgo(let count): return year.advanced(by: 0 &- count)
    case .fixed(let fixed), .calendar(let fixed): return fixed
    case .lastPeriod: return program.planPeriod.map { $0.lastYear(before: year) }
    case .planStart: return program.planPeriod.map { $0.lastYear(before: year).advanced(by: 1) }
    case .lastSurvey(let indicator):
      guard let indicator, indicators.indices.contains(indicator) else { return nil }
      return indicators[indicator].surveyed?.last { $0 < year }
    }
  }
}

/// Periods of equal length, one behind the other, of which one is known.
package struct PlanPeriod: Sendable, Hashable {
  package let first: FiscalYear
  package let last: FiscalYear

  package init(first: FiscalYear, last: FiscalYear) {
    self.first = first
    self.last = max(first, last)
  }

  package var length: Int32 { last.number &- first.number &+ 1 }

  /// The last year of the period before the one in which the year lies.
  package func lastYear(before year: FiscalYear) -> FiscalYear {
    let distance = year.number &- first.number
    let passed = distance >= 0 ? distance / length : 0 - (0 &- distance &+ length &- 1) / length
    return FiscalYear(first.number &+ passed &* length &- 1)
  }
}

extension YearSeries {
  /// How much the expression of each year counts, the judged year last; `year` tells which year a reference means.
  package func terms(in judged: FiscalYear, year: (YearReference) -> FiscalYear?) -> [(year: FiscalYear, weight: Rational)] {
    switch self {
    case .cumulated(let since):
      guard let first = year(since), first <= judged, judged.number - first.number <= 400 else { return [] }
      return (first.number...judged.number).map { (FiscalYear($0), .one) }
    case .average(let years):
      return YearSeries.years(years, before: judged) { _ in Rational.one.divided(by: Rational(Int64(years))) ?? .zero }
    case .slope(let years):
      // Least squares over t = 1 … n: each year weighs (t − (n + 1)/2) ÷ (n(n² − 1)/12).
      let n = Int64(years)
      return YearSeries.years(years, before: judged) { t in
        Rational(6 * (2 * t - n - 1)).divided(by: Rational(n * (n * n - 1))) ?? .zero
      }
    }
  }

  /// The years from the first one, with the weight of the first, the second and so on.
  private static func years(
    _ count: Int32, before judged: FiscalYear, weight: (Int64) -> Rational
  ) -> [(year: FiscalYear, weight: Rational)] {
    guard count > 0, count <= 400 else { return [] }
    return (1...count).map { (judged.advanced(by: $0 - count), weight(Int64($0))) }
  }

  /// Whether years in which the figure is not applicable are left out; elsewhere they make all of it not applicable.
  package var leavesOutNotApplicable: Bool {
    if case .cumulated = self { return true }
    return false
  }
}
