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
  /// The figure that is held against its own value of another year: that value.
  let baseline: Int?
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
  /// The years of which it speaks.
  let years: DemandYears?
  /// What is demanded where no exception holds.
  let demand: DemandStep
  let exceptions: [ExceptionStep]
  /// By area: whether it is left out. Empty where none is.
  let isExcepted: [Bool]
  let place: SourceSpan
  /// What decides whether and what is demanded of the areas asked.
  let gates: [Int]
  /// Gates and demands.
  let conditions: [Int]
  /// What the outcomes rest on that filter and guard ask about.
  var gateIndicators: [Int] = []

  init(
    who: Who, filter: Int?, guarded: Int?, years: DemandYears?, demand: DemandStep, exceptions: [ExceptionStep],
    isExcepted: [Bool], place: SourceSpan
  ) {
    self.who = who
    self.filter = filter
    self.guarded = guarded
    self.years = years
    self.demand = demand
    self.exceptions = exceptions
    self.isExcepted = isExcepted
    self.place = place
    var gates: [Int] = []
    if let filter { gates.append(filter) }
    if let guarded { gates.append(guarded) }
    for exception in exceptions { gates.append(exception.condition) }
    self.gates = gates
    if let condition = demand.condition { gates.append(condition) }
    for exception in exceptions { if let condition = exception.demand.condition { gates.append(condition) } }
    conditions = gates
  }

  func excepts(_ area: Int) -> Bool { !isExcepted.isEmpty && isExcepted[area] }
}

/// What a requirement may demand.
struct DemandStep {
  /// Nothing where nothing is demanded: not applicable.
  let condition: Int?
  /// Its comparisons and reports, in the order of the sentence.
  let leaves: [LeafStep]
  /// Whether all leaves must be met.
  let isConjunction: Bool
  let place: SourceSpan
}

/// What is demanded instead where a condition holds.
struct ExceptionStep {
  let condition: Int
  let demand: DemandStep
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
  /// What a target is in a year.
  enum Standing {
    /// Not in force, or without a demand in that year.
    case outside
    /// In force, but due later: only its progress is told.
    case notDue
    case recorded
    case judged
  }

  let target: Int
  let level: Int
  /// Those of every year.
  let requirements: [RequirementStep]
  /// Those that speak of no year.
  private let undated: [RequirementStep]
  /// The years for which the target makes demands of their own, at this level or another.
  private let datedYears: [DemandYears]
  /// The years in which the target is in force and the programme runs.
  let inForce: ClosedRange<Int32>
  private let due: Int32?
  private let recordOnly: Bool
  /// Whether a figure may be looked at more than once, so that its values may have to be looked at one by one.
  let mayRepeat: Bool
  /// The indicators that the unit looks at, itself or by asking for outcomes.
  var restsOn: [Int] = []

  init(
    target: Int, level: Int, requirements: [RequirementStep], datedYears: [DemandYears], inForce: ClosedRange<Int32>,
    due: FiscalYear?, recordOnly: Bool, mayRepeat: Bool
  ) {
    self.target = target
    self.level = level
    self.requirements = requirements
    self.datedYears = datedYears
    self.inForce = inForce
    self.due = due?.number
    self.recordOnly = recordOnly
    self.mayRepeat = mayRepeat
    undated = requirements.filter { $0.years == nil }
  }

  func isInForce(_ year: FiscalYear) -> Bool { inForce.contains(year.number) }

  /// A dated demand replaces the undated ones in its year.
  func requirements(in year: FiscalYear) -> [RequirementStep] {
    if datedYears.isEmpty { return undated }
    let years = datedYears.ruling(in: year)
    return requirements.filter { $0.years == years }
  }

  func standing(in year: FiscalYear) -> Standing {
    if !inForce.contains(year.number) || requirements(in: year).isEmpty { return .outside }
    if recordOnly { return .recorded }
    if let due, year.number < due, datedYears.ruling(in: year) == nil { return .notDue }
    return .judged
  }
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
  /// By target: whether another asks for its outcome.
  var isAskedAbout: [Bool] = []
}
