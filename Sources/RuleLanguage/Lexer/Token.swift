import Diagnostics
import Quantities

/// The smallest piece of a rule that means something.
package struct Token: Sendable {
  package enum Kind: Sendable, Equatable {
    case name(String)
    case text(String)
    case number(NumberToken)
    /// A counting unit behind a number.
    case unit(String)
    case level(Int)
    case fiscalYear(FiscalYear)
    /// 平成27年 or `CY2015`: for figures by calendar year.
    case calendarYear(FiscalYear)
    case date(CalendarDate)
    case dayOfYear(month: Int32, day: Int32)
    case month(Int32)
    case word(Word, joins: Bool)
    /// An ASCII word that is not one of the language: an unmarked name.
    case bare(String)
    /// The code behind `item`, `indicator` or `table`.
    case code(String)
    /// A word that the rulebook declares behind `unit` or `levels`.
    case declared(String)
    case sign(Sign)
    /// What is neither marked nor a word of the language.
    case unknown(String)
    case end
  }

  package let kind: Kind
  package let start: Int32
  package let end: Int32
  package let isFirstOnLine: Bool
}

/// From # to the end of its line.
struct Remark: Sendable {
  let start: Int32
  let end: Int32
  /// Whether it stands alone on its line, or behind a rule.
  let isFirstOnLine: Bool
}

package struct NumberToken: Sendable, Equatable {
  package let value: Rational
  package let decimals: Int
  /// `2/3`, `3分の2` or `半数`.
  package let isFraction: Bool
  /// `3割`: the unit is already part of it.
  package let isPercent: Bool
}

/// Signs that separate or compute, half-width whatever was typed.
package enum Sign: Sendable, Hashable {
  case comma, pause, stop, colon, equals, open, close, plus, minus, plusMinus, times, divided, less
}
