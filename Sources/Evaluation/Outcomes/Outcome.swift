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

/// The result of one target for one area and one year, with all that explains it.
package struct Outcome: Sendable {
  package let target: Int
  package let area: Int
  package let year: FiscalYear
  package let verdict: Verdict
  /// The figure that was judged; nothing where it is unknown or where several figures decide together.
  package var measured: Quantity?
  package var required: RequiredFigure?
  /// What is missing to the requirement; nothing unless missed.
  package var shortfall: Quantity?
  /// What is still missing to a requirement that is due later; nothing where that is reached already.
  package var remaining: Quantity?
  /// The least change that would meet the target; empty unless missed, or where none can be proposed.
  package var changes: [Change] = []
  /// Every figure that went in, in the order of the sentence, each once. For aggregates: of the judged area and, where areas
  /// hold it back, of those.
  package var figures: [FigureKey] = []
  /// What is not reported and could still decide; empty unless not reported.
  package var awaited: [FigureKey] = []
  /// For a target on a number of areas: those that miss it, those for which it is unknown.
  package var holdingBack: [Int] = []
  package var undecidedAreas: [Int] = []
  /// The gap that is open here, with the years in which the target was missed; nothing where it is met or out of force.
  package var gap: OpenGap?
  /// In how many years the gap has been found, this one included.
  package var openYears: Int { gap?.years.count ?? 0 }
  /// The gap that was open until last year and is closed by this outcome; only where the target is met, and where the rulebook
  /// links years.
  package var closedGap: OpenGap?
  /// How much of what is required has been reached; nothing where that is unknown or has no measure.
  package var achievement: Achievement?
  /// The grade, by the position of its band.
  package var grade: Int?
  /// Nothing where the target gives no points, or is not applicable, due later or waived.
  package var points: Points?
  /// The earlier years in which the target was missed here, the first year first; empty unless missed or not reported.
  package var earlierGaps: [EarlierGap] = []
  /// The waiver in force, by its position in the rulebook.
  package var waiver: Int?
  /// Why it is not applicable, where neither the sentence nor the data shows it.
  package var inapplicability: Inapplicability?
  /// The parts of the requirement, in the order of the sentence.
  package var parts: [Part] = []

  package init(target: Int, area: Int, year: FiscalYear, verdict: Verdict) {
    self.target = target
    self.area = area
    self.year = year
    self.verdict = verdict
  }

  /// One comparison or report that the requirement is made of.
  package struct Part: Sendable {
    package let place: SourceSpan?
    package let results: PossibleResults
    package let measured: Quantity?
    package let required: RequiredFigure?
    package let shortfall: Quantity?
    /// The value from which the way to the requirement is measured.
    package let baseline: Rational?
    package let figures: [FigureKey]
    /// What a change was to be told in % of, where that is zero or less: then the part is not applicable for it.
    package let emptyBase: Quantity?

    package init(
      place: SourceSpan?, results: PossibleResults, measured: Quantity?, required: RequiredFigure?, shortfall: Quantity?,
      baseline: Rational? = nil, figures: [FigureKey], emptyBase: Quantity? = nil
    ) {
      self.place = place
      self.results = results
      self.measured = measured
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
