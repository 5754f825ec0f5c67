import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

/// A figure to be computed, in a list in which parts stand by their positions: judging walks it for every area, and a flat
/// list of plain values is walked without counting references.
enum ExpressionStep {
  /// A position in the plan's constants.
  case constant(Int)
  case indicator(Int)
  case parameter(Int)
  case dayOfYear(month: Int32, day: Int32)
  case inYear(YearReference, Int)
  case ofArea(level: Int, Int)
  case aggregate(Aggregate, level: Int, Int)
  case peerAggregate(Aggregate, Peers, Int)
  case numberOfAreas(level: Int, Int)
  case arithmetic(Arithmetic, Int, Int)
  case sum(Parts)
  case rounded(Int, decimals: Int)
  /// A position in the plan's series.
  case series(Int)
  /// A position in the plan's paths.
  case path(Int)
  case positive(Int)
  case absolute(Int)
  case carriedOver(CarriedStep)
  /// Nested deeper than the machine can follow: never decided.
  case unjudgeable
}

enum ConditionStep {
  /// A position in the plan's comparisons.
  case comparison(Int)
  case reported(Int)
  case all(Parts)
  case any(Parts)
  case not(Int)
  case numberMet(Relation, Int, Parts)
  /// Positions in the plan's ranks, deviations and quantifiers.
  case rank(Int)
  case deviation(Int)
  case areas(Int)
  case outcome(target: Int, Verdict, YearReference)
  case unjudgeable
}

/// An expression over several years.
struct SeriesStep {
  let series: YearSeries
  let inner: Int
}

/// See `CarryOver`.
struct CarriedStep {
  let demand: Int
  let figure: Int
  let before: YearReference
  let since: FiscalYear
}

/// Parts of a step: a stretch of the plan's list of parts.
struct Parts {
  let first: Int
  let count: Int
}

/// A comparison without what only reports need.
struct ComparisonStep {
  let left: Int
  let relation: Relation
  let right: Int
  /// Where one side is a plain figure and the other holds no figure: the comparison is then one of stored whole numbers.
  let threshold: ThresholdStep?
  /// Whether it looks over areas or rounds: what changes it is then found by trying.
  let isBent: Bool
}

/// A plain figure held against something that is the same for every area.
struct ThresholdStep {
  let indicator: Int
  /// The year in which the figure is looked up, seen from the comparison.
  let year: YearReference
  let relation: Relation
  let bound: Int
}

/// What reports say about a comparison.
struct ComparisonDetail {
  let dimension: Dimension
  let place: SourceSpan
}

/// One demand of a target. An object, for it is handed around for every area.
final class RequirementStep {
  enum Who {
    case each
    case numberOf(level: Int, Relation, Subject.Amount)
  }

  let who: Who
  let filter: Int?
  let guarded: Int?
  let demand: Int
  /// By area: whether it is left out. Empty where none is.
  let isExcepted: [Bool]
  let place: SourceSpan
  /// The comparisons and reports of the demand, in the order of the sentence.
  let leaves: [LeafStep]
  /// Whether all leaves must be met.
  let isConjunction: Bool
  /// What the outcomes rest on that filter and guard ask about.
  var gateIndicators: [Int] = []

  init(
    who: Who, filter: Int?, guarded: Int?, demand: Int, isExcepted: [Bool], place: SourceSpan, leaves: [LeafStep],
    isConjunction: Bool
  ) {
    self.who = who
    self.filter = filter
    self.guarded = guarded
    self.demand = demand
    self.isExcepted = isExcepted
    self.place = place
    self.leaves = leaves
    self.isConjunction = isConjunction
  }

  func excepts(_ area: Int) -> Bool { !isExcepted.isEmpty && isExcepted[area] }
}

/// A comparison or a report of a demand.
struct LeafStep {
  enum Kind {
    case comparison(Int)
    case reported(Int)
    case rank(Int, condition: Int)
    case deviation(Int, condition: Int)
    case areas(Int, condition: Int)
  }

  let kind: Kind
  /// Whether the demand asks for the opposite.
  let isNegated: Bool
}

/// The requirements of a target that judge one level: together they have one outcome for each area of that level.
final class Unit {
  let target: Int
  let level: Int
  let requirements: [RequirementStep]
  /// The years in which the target is in force and the programme runs.
  let inForce: ClosedRange<Int32>
  /// Whether a figure may be looked at more than once, so that its values may have to be looked at one by one.
  let mayRepeat: Bool
  /// The indicators that the unit looks at, itself or by asking for outcomes.
  var restsOn: [Int] = []

  init(target: Int, level: Int, requirements: [RequirementStep], inForce: ClosedRange<Int32>, mayRepeat: Bool) {
    self.target = target
    self.level = level
    self.requirements = requirements
    self.inForce = inForce
    self.mayRepeat = mayRepeat
  }

  func isInForce(_ year: FiscalYear) -> Bool { inForce.contains(year.number) }
}

/// A rulebook, ready to be judged.
struct Plan {
  var expressions: [ExpressionStep] = []
  var conditions: [ConditionStep] = []
  var comparisons: [ComparisonStep] = []
  var comparisonDetails: [ComparisonDetail] = []
  var parts: [Int] = []
  var constants: [Rational] = []
  var ranks: [RankStep] = []
  var deviations: [DeviationStep] = []
  var quantifiers: [QuantifierStep] = []
  /// By group: the conditions of its classes.
  var groups: [[Int]] = []
  var indicatorsOfGroups: [[Int]] = []
  var indicatorsOfRanks: [[Int]] = []
  var indicatorsOfDeviations: [[Int]] = []
  var series: [SeriesStep] = []
  var paths: [[PathPoint]] = []
  var units: [Unit] = []
  /// By target: the units that belong to it.
  var unitsOfTarget: [[Int]] = []
  /// By expression: the indicators that an aggregate over areas looks at; empty for all others.
  var aggregatedIndicators: [[Int]] = []
  /// By expression: whether an area's value rests on figures of the area alone (which an area with
  /// others below it may gather).
  var restsOnOwnFigures: [Bool] = []
  /// Units in an order in which those come first that others ask about in the same year.
  var unitsInOrder: [Int] = []
  var asksForOutcomes = false
}
