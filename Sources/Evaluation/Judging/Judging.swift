import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A rulebook and facts, in the course of being judged: the plan, what has been found so far, and what is assumed for the
/// moment. Results are remembered, so that no figure is summed and no earlier year is judged twice.
final class Judging {
  let rulebook: Rulebook
  let facts: Facts
  let plan: Plan
  let tree: AreaTree
  let ranges: [StoredRange]
  let waivers: ResolvedWaivers

  // What is looked at for every figure is not watched over at run time: each of these is taken and put back within one call,
  // and the watch took a fortieth of a small run.

  /// What is assumed while cases, corners or changes are tried.
  @exclusivity(unchecked) var assumptions = Assumptions()
  /// Figures as a change would make them: reported, for all that is asked.
  @exclusivity(unchecked) var trial = Assumptions()
  var outcomeAssumptions: [(question: OutcomeQuestion, results: PossibleResults)] = []
  /// The comparisons with unknown figures that were come upon, while somebody takes notes.
  var sightings: [Sighting]?
  /// Whether notes are taken of conditions that areas are counted by, too.
  var notesCounts = false
  /// Which of the areas that a requirement counts is being looked at; 0 for the judged area itself.
  var part = 0
  /// How many splits into cases are under way: one for the judged area, within it one for each area that is counted.
  var splitDepth = 0

  var parameters = ParameterValues()
  @exclusivity(unchecked) var thresholds = ThresholdCache()
  var knownAggregates: [AggregateKey: Known] = [:]
  var openAggregates: [AggregateKey: Value] = [:]
  var memberValues: [AggregateKey: MemberValues] = [:]
  var unknownFigures: [AggregateKey: [FigureKey]] = [:]
  var knownSums: [FigureKey: Known] = [:]
  var openSums: [FigureKey: Value] = [:]
  var peerMembers: [PeerKey: [Int]?] = [:]
  /// What a figure over peers is whose classes are not known.
  var unknownPeers: [PeerKey: Value] = [:]
  var classMemory: [ClassKey: PossibleClasses] = [:]
  var rankTables: [AggregateKey: RankTable] = [:]
  var scoreTables: [ScoredGroup: RankTable] = [:]
  var deviationTables: [AggregateKey: DeviationTable] = [:]
  @exclusivity(unchecked) var memory = ResultMemory()

  init(rulebook: Rulebook, facts: Facts, plan: Plan, tree: AreaTree, waivers: ResolvedWaivers) {
    self.rulebook = rulebook
    self.facts = facts
    self.plan = plan
    self.tree = tree
    self.waivers = waivers
    ranges = rulebook.indicators.map { StoredRange($0, ladders: rulebook.ladders) }
  }

  /// Another that has found nothing yet: each lane has its own.
  func anew() -> Judging { Judging(rulebook: rulebook, facts: facts, plan: plan, tree: tree, waivers: waivers) }

  /// Nothing where there is no such year: what is asked of it is then not applicable.
  func year(_ reference: YearReference, from year: FiscalYear) -> FiscalYear? {
    if case .yearsAgo(let count) = reference { return year.advanced(by: 0 &- count) }
    return rulebook.year(reference, from: year)
  }
}

/// A sum or other figure over the areas of one group in one year.
struct AggregateKey: Hashable {
  let step: Int
  let holder: Int
  /// The class that the group is made of; -1 where it is made of all.
  let part: Int
  let year: FiscalYear

  init(step: Int, holder: Int, part: Int = -1, year: FiscalYear) {
    self.step = step
    self.holder = holder
    self.part = part
    self.year = year
  }
}

/// What may be reported of an indicator, as facts hold it. The ends of `Int64` stand for open sides.
struct StoredRange {
  let low: Int64
  let high: Int64
  let step: Rational
  /// Whether areas with others below them have the sum over those where they report nothing themselves.
  let isGathered: Bool
  let introduced: FiscalYear?
  let surveyed: [FiscalYear]?

  init(_ indicator: Indicator, ladders: [Ladder]) {
    low = indicator.leastStored ?? .min
    high = indicator.greatestStored(ladders: ladders) ?? .max
    step = indicator.storedStep
    switch indicator.kind {
    case .count, .amount: isGathered = true
    default: isGathered = false
    }
    introduced = indicator.introduced
    surveyed = indicator.surveyed
  }

  /// Whether the figure is not applicable in a year whatever was reported: it was introduced later, or not surveyed then.
  func isLeftOut(_ year: FiscalYear) -> Bool {
    if let introduced, year < introduced { return true }
    return surveyed.map { !$0.contains(year) } ?? false
  }
}

/// One figure, as far as it is known.
enum Figure {
  case stored(Int64)
  case value(Rational)
  case notApplicable
  /// Not reported by the area itself: the sum over the areas below.
  case gathered
  case unknown
}

extension Judging {
  func figure(_ indicator: Int, _ area: Int, _ year: FiscalYear) -> Figure {
    if ranges[indicator].isLeftOut(year) { return .notApplicable }
    if tree.table.changes, !tree.table.exists(area, in: year) { return figureBeyondBoundary(indicator, area, year) }
    let key = FigureKey(indicator: indicator, area: area, year: year)
    if !assumptions.isEmpty, let assumption = assumptions[key] {
      switch assumption {
      case .stored(let stored): return .stored(stored)
      case .value(let value): return .value(value)
      case .between: return .unknown
      }
    }
    if !trial.isEmpty, case .stored(let stored)? = trial[key] { return .stored(stored) }
    if let stored = facts.stored(key) { return .stored(stored) }
    if facts.state(key) == .notApplicable { return .notApplicable }
    return ranges[indicator].isGathered && !tree.parts(of: area, year).isEmpty ? .gathered : .unknown
  }

  /// Before an area began it has the figures that were restated for it; without these, counts and amounts of the areas that
  /// were merged into it. Everything else across a boundary is not applicable.
  private func figureBeyondBoundary(_ indicator: Int, _ area: Int, _ year: FiscalYear) -> Figure {
    guard let from = tree.table.areas[area].from, year < from else { return .notApplicable }
    let key = FigureKey(indicator: indicator, area: area, year: year)
    if let stored = facts.stored(key) { return .stored(stored) }
    if facts.state(key) == .notApplicable { return .notApplicable }
    return ranges[indicator].isGathered && !tree.parts(of: area, year).isEmpty ? .gathered : .notApplicable
  }

  /// The stored values that an unknown figure may have.
  func storedRange(_ key: FigureKey) -> (low: Int64, high: Int64) {
    if !assumptions.isEmpty, case .between(let low, let high)? = assumptions[key] { return (low, high) }
    return (ranges[key.indicator].low, ranges[key.indicator].high)
  }

  /// The values that an unknown figure may have.
  func range(_ key: FigureKey) -> Interval {
    let (low, high) = storedRange(key)
    let step = ranges[key.indicator].step
    return Interval(
      low == .min ? .negativeInfinity : .finite(Rational(low) * step),
      high == .max ? .positiveInfinity : .finite(Rational(high) * step))
  }
}
