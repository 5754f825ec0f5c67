import Quantities

/// A figure, as a rule speaks of it.
package struct ExpressionSyntax: Sendable, Equatable {
  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, _ place: Place) {
    self.kind = kind
    self.place = place
  }

  package indirect enum Kind: Sendable, Equatable {
    case literal(LiteralSyntax)
    /// A whole date, or a day of the fiscal year that is judged.
    case date(CalendarDate)
    case dayOfYear(month: Int32, day: Int32)
    case yesOrNo(Bool)
    /// An indicator, measure, parameter, table or ladder step: its place tells which.
    case name(NameSyntax)
    /// `[X] last year`, `令和元年度の「X」`.
    case inYear(YearReference, ExpressionSyntax)
    /// `the city's [X]`, `市の「X」`.
    case ofArea(LevelSyntax, ExpressionSyntax)
    /// `the city's total [X]`, `市の「X」の平均`. Without a level, `「表」の合計` or `「A」及び「B」の合計`.
    case aggregate(Aggregate, level: LevelSyntax?, [ExpressionSyntax])
    /// `the median of wards`: of the figure that is held against it, or of one that is named.
    case ofPeers(Aggregate, ExpressionSyntax?, PeersSyntax)
    /// `the average of wards less 2 standard deviations`.
    case deviated(ExpressionSyntax, Arithmetic, LiteralSyntax)
    /// `number of wards where …`, `…の区の数`.
    case numberOfAreas(LevelSyntax, ConditionSyntax)
    /// `the national average of [X]`, 「X」の県平均: the rate of a whole area above, the country's where no level is named; without
    /// a figure, of each that is held against it.
    case overallAverage(LevelSyntax?, ExpressionSyntax?)
    case arithmetic(Arithmetic, ExpressionSyntax, ExpressionSyntax)
    case negative(ExpressionSyntax)
    /// `the gap between [A] and [B]`, 「A」と「B」の差: whichever is the higher.
    case gap(ExpressionSyntax, ExpressionSyntax)
    /// `rounded to 1 decimal`, `小数第1位まで四捨五入`.
    case rounded(ExpressionSyntax, decimals: Int)
    /// `[X] cumulated since FY2024`, `「X」の3年平均`.
    case series(YearSeries, ExpressionSyntax)
    /// `the rise in [X] from FY2010`, `平成22年度からの「X」の増加率`.
    case change(FigureChange, ExpressionSyntax, from: YearReference)
    /// `[X] per 1,000 [人口]`, `「人口」千当たりの「X」`.
    case per(ExpressionSyntax, LiteralSyntax, ExpressionSyntax)
    /// `the path from 21 in FY2022 to 24 in FY2025`: at least two points, in the order of writing.
    case path([PathPointSyntax])
    /// `within 10% of [X]`, `「X」の±10%以内`: what a bound holds a figure equal to, give or take a margin.
    case tolerance(LiteralSyntax, ExpressionSyntax)
    /// `6% plus last period's shortfall`, `6%に前期の不足分を加えた値`.
    case carriedOver(ExpressionSyntax, YearReference)
  }
}

package enum Arithmetic: Sendable, Hashable {
  case plus, minus, times, dividedBy
}

package enum Aggregate: Sendable, Hashable, CaseIterable {
  case total, average, median, highest, lowest
}

/// A number with its unit, as written.
package struct LiteralSyntax: Sendable, Equatable {
  /// The exact value as written: 80 for `80%`, 30 for `3割`, 100000 for `10万`, 2/3 for `3分の2`.
  package let value: Rational
  /// How many decimals were written.
  package let decimals: Int
  package let unit: UnitSyntax?
  package let place: Place

  package init(_ value: Rational, decimals: Int, unit: UnitSyntax?, _ place: Place) {
    self.value = value
    self.decimals = decimals
    self.unit = unit
    self.place = place
  }
}

/// What stands after a number.
package enum UnitSyntax: Sendable, Equatable {
  case percent
  /// Percentage points, ポイント.
  case points
  /// A counting unit such as 回 or 人, as declared.
  case named(String)
  /// A number of areas: the 区 of `23区`.
  case level(LevelSyntax)
}

/// A word for a level of areas, such as 区, ward or wards, as written.
package struct LevelSyntax: Sendable, Equatable {
  /// The level's position in the program's `levels`, the lowest first.
  package let index: Int
  package let place: Place

  package init(_ index: Int, _ place: Place) {
    self.index = index
    self.place = place
  }
}
