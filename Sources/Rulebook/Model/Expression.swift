import Diagnostics
import Quantities
import RuleLanguage

/// A figure to be computed for one area and one year. Shares are fractions of 1 (80% is 4/5), ladder steps their positions,
/// yes is 1 and no 0, choices their positions, dates days from 1970.
package indirect enum Expression: Sendable {
  case constant(Rational)
  /// The figure of the area and year that are judged. An area above the lowest level has the figure that it reports itself; a
  /// count or an amount that it does not report is gathered: the sum over the areas directly below.
  case indicator(Int)
  case measure(Int)
  case parameter(Int)
  /// A day of the fiscal year that is judged.
  case dayOfYear(month: Int32, day: Int32)
  /// The same in another year.
  case inYear(YearReference, Expression)
  /// The same for the area of that level which holds the judged one (itself, where it is of that level).
  case ofArea(level: Int, Expression)
  /// Over all areas of `level` below the judged area (or below its parent, where the judged area is of that level itself).
  case aggregate(Aggregate, level: Int, Expression)
  /// Over the areas that the judged one is compared with.
  case peerAggregate(Aggregate, Peers, Expression)
  /// How many areas of `level` below the judged area meet the condition.
  case numberOfAreas(level: Int, Condition)
  case arithmetic(Arithmetic, Expression, Expression)
  /// A sum that leaves out what is not applicable; not applicable itself where nothing is left.
  case sum([Expression])
  case rounded(Expression, decimals: Int)
  /// One expression over several years.
  case series(YearSeries, Expression)
  /// A value that depends on the year alone, by the points of a line: not applicable before the first.
  case path([PathPoint])
  /// The value where it is above zero, otherwise not applicable: what a change is told in % of.
  case positive(Expression)
  case absolute(Expression)
  /// What is demanded, with what was missing to it before: see `CarryOver`.
  case carriedOver(CarryOver)
}

/// A demand to which the shortfall of the year or the period before is added, which itself had that of the one before it.
package struct CarryOver: Sendable {
  package let demand: Expression
  package let figure: Expression
  package let before: YearReference
  /// Years before it were not asked: nothing is carried over from them.
  package let since: FiscalYear

  package init(demand: Expression, figure: Expression, before: YearReference, since: FiscalYear) {
    self.demand = demand
    self.figure = figure
    self.before = before
    self.since = since
  }
}

/// What a requirement, a guard or a filter asks of one area and one year.
package indirect enum Condition: Sendable {
  case comparison(Comparison)
  /// The figure is given: a fact about the data, never unknown. Not applicable where the figure is.
  case reported(Expression)
  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// How many of the conditions are met, of those that are applicable.
  case numberMet(Relation, Int, of: [Condition])
  case rank(Rank)
  case deviation(DeviationBound)
  /// The subject's areas, below the judged one (or beside it, where it is of that level itself), meet the condition.
  case areas(Subject, Condition)
  /// The outcome of a target for this area (or the nearest area above it) in that year.
  case outcome(target: Int, Verdict, YearReference)
}

package struct Comparison: Sendable {
  package let left: Expression
  package let relation: Relation
  package let right: Expression
  /// What both sides measure.
  package let dimension: Dimension
  package let place: SourceSpan

  package init(left: Expression, relation: Relation, right: Expression, dimension: Dimension, place: SourceSpan) {
    self.left = left
    self.relation = relation
    self.right = right
    self.dimension = dimension
    self.place = place
  }
}
