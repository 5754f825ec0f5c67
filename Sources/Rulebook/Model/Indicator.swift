import Diagnostics
import Quantities
import RuleLanguage

/// A figure that an area reports.
package struct Indicator: Sendable {
  package let code: String
  /// What a part of a breakdown is called besides, see `IndicatorSyntax`.
  package let alsoCalled: [String]
  package let label: String?
  package let otherLabel: String?
  package let item: Int?
  package internal(set) var table: Int?
  package let question: String?
  package let kind: FigureKind
  package let stage: Stage?
  package let reportedBy: String?
  /// A figure that the area itself cannot change.
  package let givenByBureau: Bool
  /// What may be reported, in the figure's own unit (80 for 80%); nothing where that side is open.
  package let lowest: Rational?
  package let highest: Rational?
  /// Earlier years are not applicable.
  package let introduced: FiscalYear?
  /// The years that have a figure, in order; all others are not applicable. Nothing where every year has one.
  package let surveyed: [FiscalYear]?
  package let byCalendarYear: Bool
  package let recordOnly: Bool
  package let place: SourceSpan

  package init(
    code: String, label: String? = nil, otherLabel: String? = nil, alsoCalled: [String] = [], item: Int? = nil, table: Int? = nil,
    question: String? = nil,
    kind: FigureKind, stage: Stage? = nil, reportedBy: String? = nil, givenByBureau: Bool = false, lowest: Rational? = nil,
    highest: Rational? = nil, introduced: FiscalYear? = nil, surveyed: [FiscalYear]? = nil, byCalendarYear: Bool = false,
    recordOnly: Bool = false, place: SourceSpan
  ) {
    self.code = code
    self.alsoCalled = alsoCalled
    self.label = label
    self.otherLabel = otherLabel
    self.item = item
    self.table = table
    self.question = question
    self.kind = kind
    self.stage = stage
    self.reportedBy = reportedBy
    self.givenByBureau = givenByBureau
    self.lowest = lowest
    self.highest = highest
    self.introduced = introduced
    self.surveyed = surveyed
    self.byCalendarYear = byCalendarYear
    self.recordOnly = recordOnly
    self.place = place
  }

  /// What reports call the figure.
  package var name: String { label ?? code }
}

extension Indicator {
  /// Whether the figure is asked for in that year; in other years it is not applicable.
  package func isAsked(in year: FiscalYear) -> Bool {
    if let introduced, year < introduced { return false }
    return surveyed?.contains(year) ?? true
  }
}

/// What kind of figure an indicator is. In facts every figure is a whole number: see `stored`.
package enum FigureKind: Sendable, Hashable {
  /// Whole, zero or more.
  case count(unit: String)
  /// An amount of money or the like, whole, zero or more.
  case amount(unit: String)
  /// Any decimal; the unit is empty for a plain number.
  case number(unit: String, decimals: Int?)
  /// A share, reported in percent.
  case percent(decimals: Int?)
  /// A step of a ladder, by its position in the rulebook.
  case ladder(Int)
  case yesOrNo
  case date
  case choice([String])
  case text

  /// Decimals of a reported figure: facts hold it multiplied by ten to that power. Six where none are stated.
  package var decimals: Int {
    switch self {
    case .number(_, let decimals), .percent(let decimals): decimals ?? 6
    default: 0
    }
  }

  package var dimension: Dimension {
    switch self {
    case .count(let unit), .amount(let unit): .counted(unit)
    case .number(let unit, _): unit.isEmpty ? .plain : .counted(unit)
    case .percent: .ratio
    case .ladder(let ladder): .ladder(ladder)
    case .yesOrNo: .yesOrNo
    case .date: .date
    case .choice(let options): .choice(options)
    case .text: .text
    }
  }
}

extension Indicator {
  /// The factor from a stored whole number to the exact value that rules compute with: 1/10 for one decimal,
  /// 1/1000 for a percentage with one decimal (rules compute with shares, 80% is 4/5).
  package var storedStep: Rational {
    var decimals = kind.decimals
    if case .percent = kind { decimals += 2 }
    return Rational(mantissa: 1, scale: decimals)
  }

  /// The exact value of a stored figure: a count as it is, a share of 1 for percentages, a step's position for ladders,
  /// 0 or 1 for yes or no, days from 1970 for dates.
  package func value(stored: Int64) -> Rational { Rational(stored) * storedStep }

  /// The least stored figure that may be reported, or nothing where there is none.
  package var leastStored: Int64? {
    switch kind {
    case .count, .amount: lowest.flatMap { stored($0, roundingUp: true) } ?? 0
    case .number, .percent: lowest.flatMap { stored($0, roundingUp: true) }
    case .ladder, .yesOrNo, .choice, .text: 0
    case .date: Int64(CalendarDate(year: 1868, month: 1, day: 1)?.dayNumber ?? 0)
    }
  }

  /// The greatest stored figure that may be reported, or nothing where there is none. A text has none.
  package func greatestStored(ladders: [Ladder]) -> Int64? {
    switch kind {
    case .count, .amount, .number, .percent: highest.flatMap { stored($0, roundingUp: false) }
    case .ladder(let ladder): Int64(ladders[ladder].steps.count - 1)
    case .yesOrNo: 1
    case .choice(let options): Int64(options.count - 1)
    case .date: Int64(CalendarDate(year: 2200, month: 12, day: 31)?.dayNumber ?? 0)
    case .text: nil
    }
  }

  private func stored(_ bound: Rational, roundingUp: Bool) -> Int64? {
    let scaled = bound * Rational(ExactInteger.powerOfTen(kind.decimals))
    let whole = roundingUp ? scaled.roundedUp(decimals: 0) : scaled.roundedDown(decimals: 0)
    return whole.numerator.dividedRoundingDown(by: whole.denominator).quotient.word
  }
}

/// What a figure measures: only like figures are compared or added.
package enum Dimension: Sendable, Hashable {
  /// A number without a unit.
  case plain
  /// A share: computed as a fraction of 1, shown in %.
  case ratio
  /// A difference of two shares, shown in points.
  case points
  case counted(String)
  /// A figure for each of another, such as 件/回.
  case rate(String, per: String)
  /// A number of areas of a level.
  case areas(Int)
  case ladder(Int)
  case yesOrNo
  case date
  /// Days between two dates.
  case days
  case choice([String])
  case text
}
