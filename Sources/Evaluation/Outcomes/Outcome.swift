import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A figure with what it measures.
package struct Quantity: Sendable, Hashable {
  package let value: Rational
  package let dimension: Dimension

  package init(_ value: Rational, _ dimension: Dimension) {
    self.value = value
    self.dimension = dimension
  }
}

/// What would have been enough.
package struct RequiredFigure: Sendable, Hashable {
  package let relation: Relation
  package let quantity: Quantity

  package init(_ relation: Relation, _ quantity: Quantity) {
    self.relation = relation
    self.quantity = quantity
  }
}

/// Which outcomes a judgement explains.
package enum ExplainedOutcomes: Sendable {
  case all
  /// Those that a text dwells on: what is missed, awaited, waived, not yet due or not applicable, what has a score, what other
  /// targets ask about, and gaps that were closed. Of the others, most by far, it tells the verdict.
  case telling
}

/// The result of one target for one area and one year, with all that explains it.
///
/// What explains it lies in a block of its own, which copies share: outcomes are sorted and filtered by the hundred thousand.
/// Those of which nothing more is said share one.
package struct Outcome: Sendable {
  package let target: Int
  package let area: Int
  package let year: FiscalYear
  package let verdict: Verdict
  private var block: Block

  package init(target: Int, area: Int, year: FiscalYear, verdict: Verdict) {
    self.target = target
    self.area = area
    self.year = year
    self.verdict = verdict
    block = Block.empty
  }

  package struct Explanation: Sendable {
    package var measured: Quantity?
    package var required: RequiredFigure?
    package var shortfall: Quantity?
    package var remaining: Quantity?
    package var changes: [Change] = []
    package var figures: [FigureKey] = []
    package var awaited: [FigureKey] = []
    package var holdingBack: [Int] = []
    package var undecidedAreas: [Int] = []
    package var gap: OpenGap?
    package var closedGap: OpenGap?
    package var achievement: Achievement?
    package var grade: Int?
    package var points: Points?
    package var earlierGaps: [EarlierGap] = []
    package var waiver: Int?
    package var inapplicability: Inapplicability?
    package var parts: [Part] = []
  }

  /// Changed only by who alone holds it.
  private final class Block: @unchecked Sendable {
    var explanation: Explanation

    init(_ explanation: Explanation) { self.explanation = explanation }

    static let empty = Block(Explanation())
  }

  package var explanation: Explanation {
    get { block.explanation }
    _modify {
      if !isKnownUniquelyReferenced(&block) { block = Block(block.explanation) }
      yield &block.explanation
    }
  }

  /// The figure that was judged; nothing where it is unknown or where several figures decide together.
  package var measured: Quantity? { block.explanation.measured }
  package var required: RequiredFigure? { block.explanation.required }
  /// What is missing to the requirement; nothing unless missed.
  package var shortfall: Quantity? { block.explanation.shortfall }
  /// What is still missing to a requirement that is due later; nothing where that is reached already.
  package var remaining: Quantity? { block.explanation.remaining }
  /// The least change that would meet the target; empty unless missed, or where none can be proposed.
  package var changes: [Change] { block.explanation.changes }
  /// Every figure that went in, in the order of the sentence, each once. For aggregates: of the judged area and, where areas
  /// hold it back, of those.
  package var figures: [FigureKey] { block.explanation.figures }
  /// What is not reported and could still decide; empty unless not reported.
  package var awaited: [FigureKey] { block.explanation.awaited }
  /// For a target on a number of areas: those that miss it, those for which it is unknown.
  package var holdingBack: [Int] { block.explanation.holdingBack }
  package var undecidedAreas: [Int] { block.explanation.undecidedAreas }
  /// The gap that is open here, with the years in which the target was missed; nothing where it is met or out of force.
  package var gap: OpenGap? { block.explanation.gap }
  /// In how many years the gap has been found, this one included.
  package var openYears: Int { gap?.years.count ?? 0 }
  /// The gap that was open until last year and is closed by this outcome; only where the target is met, and where the rulebook
  /// links years.
  package var closedGap: OpenGap? { block.explanation.closedGap }
  /// How much of what is required has been reached; nothing where that is unknown or has no measure.
  package var achievement: Achievement? { block.explanation.achievement }
  /// The grade, by the position of its band.
  package var grade: Int? { block.explanation.grade }
  /// Nothing where the target gives no points, or is not applicable, due later or waived.
  package var points: Points? { block.explanation.points }
  /// The earlier years in which the target was missed here, the first year first; empty unless missed or not reported.
  package var earlierGaps: [EarlierGap] { block.explanation.earlierGaps }
  /// The waiver in force, by its position in the rulebook.
  package var waiver: Int? { block.explanation.waiver }
  /// Why it is not applicable, where neither the sentence nor the data shows it.
  package var inapplicability: Inapplicability? { block.explanation.inapplicability }
  /// The parts of the requirement, in the order of the sentence.
  package var parts: [Part] { block.explanation.parts }

  /// One comparison or report that the requirement is made of.
  package struct Part: Sendable {
    package let place: SourceSpan?
    package let results: PossibleResults
    package let measured: Quantity?
    /// What the areas that are still unknown could make of a number or a share of areas; nothing where none is.
    package let greatest: Rational?
    package let required: RequiredFigure?
    package let shortfall: Quantity?
    /// The value from which the way to the requirement is measured.
    package let baseline: Rational?
    package let figures: [FigureKey]
    /// What a change was to be told in % of, where that is zero or less: then the part is not applicable for it.
    package let emptyBase: Quantity?

    package init(
      place: SourceSpan?, results: PossibleResults, measured: Quantity?, required: RequiredFigure?, shortfall: Quantity?,
      baseline: Rational? = nil, figures: [FigureKey], emptyBase: Quantity? = nil, greatest: Rational? = nil
    ) {
      self.place = place
      self.results = results
      self.measured = measured
      self.greatest = greatest
      self.required = required
      self.shortfall = shortfall
      self.baseline = baseline
      self.figures = figures
      self.emptyBase = emptyBase
    }
  }
}

/// A gap that has not been closed: the target was missed, and has not been met since.
package struct OpenGap: Sendable, Hashable {
  /// The years in which it was missed, the first year first; never empty.
  package let years: [FiscalYear]
  /// Whether other years stand between them, or the last of them is not the judged year.
  package let isInterrupted: Bool

  package init(years: [FiscalYear], isInterrupted: Bool) {
    self.years = years
    self.isInterrupted = isInterrupted
  }
}

/// An earlier year in which a target was missed for an area.
package struct EarlierGap: Sendable, Hashable {
  package let year: FiscalYear
  package let shortfall: Quantity?

  package init(year: FiscalYear, shortfall: Quantity?) {
    self.year = year
    self.shortfall = shortfall
  }
}

/// The results that fillings of the unreported figures can have.
package struct PossibleResults: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let met = PossibleResults(rawValue: 1)
  package static let missed = PossibleResults(rawValue: 2)
  package static let notApplicable = PossibleResults(rawValue: 4)
}

/// One step of the least change: a figure of the judged area and year, and the value that it would need.
package struct Change: Sendable, Hashable {
  package let figure: FigureKey
  /// The stored figure as it is; nothing where it is not reported.
  package let from: Int64?
  /// The stored figure that is needed. For a text to be given: nothing.
  package let to: Int64?

  package init(figure: FigureKey, from: Int64?, to: Int64?) {
    self.figure = figure
    self.from = from
    self.to = to
  }
}

/// Everything that a year's evaluation found.
package struct Judgement: Sendable {
  package let year: FiscalYear
  /// In the order of the rulebook, then of the areas file, for the judged year.
  package let outcomes: [Outcome]
  /// The areas of the lowest level that gave no figure at all in the year.
  package let silentAreas: [Int]

  package init(year: FiscalYear, outcomes: [Outcome], silentAreas: [Int]) {
    self.year = year
    self.outcomes = outcomes
    self.silentAreas = silentAreas
  }
}
