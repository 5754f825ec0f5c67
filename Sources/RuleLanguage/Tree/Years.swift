import Quantities

/// A year, seen from the year that is judged.
package enum YearReference: Sendable, Hashable {
  /// This many years before: 1 is last year, 0 this year.
  case yearsAgo(Int32)
  case fixed(FiscalYear)
  /// `CY2015`, 平成27年: for figures by calendar year only; a checked rule has `fixed` in its place.
  case calendar(FiscalYear)
  /// The last year of the plan period before: `last period`, 前期.
  case lastPeriod
  /// The first year of the plan period: `the first plan year`, 計画初年度.
  case planStart
  /// The year of the survey before: `last survey`, 前回調査. Whose surveys, by the indicator's position, the checker finds out.
  case lastSurvey(of: Int?)
}

/// What becomes of one figure over several years, the judged one included.
package enum YearSeries: Sendable, Hashable {
  /// The sum from a year on.
  case cumulated(since: YearReference)
  /// The average of so many years.
  case average(years: Int32)
  /// How much the straight line that fits so many years best rises a year.
  case slope(years: Int32)
}

/// By how much a figure differs from an earlier year's.
package enum FigureChange: Sendable, Hashable, CaseIterable {
  /// The difference, counted upwards or downwards: 増加分, 減少分.
  case rise, fall
  /// The same as a share of the earlier figure: 増加率, 減少率.
  case growth, decline
}

/// `21 in FY2022`, `令和4年度の21`.
package struct PathPointSyntax: Sendable, Equatable {
  package let value: LiteralSyntax
  package let year: YearSyntax
}

extension [PathPointSyntax] {
  /// What being on the path asks: at least its value where it leads upwards, at most where it leads downwards.
  package var direction: Relation {
    guard let first, let last else { return .atLeast }
    return last.value.value < first.value.value ? .atMost : .atLeast
  }
}
