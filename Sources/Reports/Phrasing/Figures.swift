import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Phrasing {
  /// A figure with its unit, such as `3回`, `66.7%`, `令和6年6月30日` or a ladder's step.
  package func figure(_ quantity: Quantity) -> String { self.quantity(quantity.value, quantity.dimension) }

  /// The same; `decimals` states to how many places a figure is rounded that no short decimal can tell.
  package func quantity(_ value: Rational, _ dimension: Dimension, decimals: Int = 1) -> String {
    switch dimension {
    case .plain: number(value, decimals: decimals)
    case .ratio: number(value * Rational(100), decimals: decimals) + "%"
    case .points: number(value * Rational(100), decimals: decimals) + unit("point", "ポイント", value * Rational(100))
    case .counted(let unit): number(value, decimals: decimals) + spaced(unit)
    case .rate(let unit, let per): number(value, decimals: decimals) + spaced(unit) + "/" + per
    case .areas(let level): number(value, decimals: decimals) + levelWord(level, value)
    case .ladder(let ladder): step(value, of: ladder) ?? number(value, decimals: decimals)
    case .yesOrNo: value.isZero ? say("no", "いいえ") : say("yes", "はい")
    case .date: date(value) ?? number(value, decimals: decimals)
    case .days: number(value, decimals: decimals) + unit("day", "日", value)
    case .choice(let options): position(value, below: options.count).map { options[$0] } ?? number(value, decimals: decimals)
    case .text: say("given", "記入あり")
    }
  }

  /// A figure as facts hold it.
  func stored(_ value: Int64, of indicator: Indicator, texts: [String]) -> String {
    if case .text = indicator.kind {
      return texts.indices.contains(Int(clamping: value)) ? "「" + texts[Int(clamping: value)] + "」" : say("given", "記入あり")
    }
    return quantity(indicator.value(stored: value), indicator.kind.dimension)
  }

  /// A decimal with its digits in groups of three; rounded only where six decimals do not hold it.
  func number(_ value: Rational, decimals: Int = 1) -> String {
    if let whole = value.wordIfWhole { return grouped(String(whole)) }
    for places in 1...6 where value.fits(decimals: places) { return grouped(value.text(decimals: places)) }
    return grouped(value.text(decimals: decimals))
  }

  private func grouped(_ text: String) -> String {
    let digits = Array(text.utf8)
    let start = digits.first == UInt8(ascii: "-") ? 1 : 0
    let end = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    if end - start <= 3 { return text }
    var result: [UInt8] = []
    for (position, digit) in digits.enumerated() {
      if position > start, position < end, (end - position) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A unit of Latin letters stands apart from its figure, any other joins it.
  private func spaced(_ unit: String) -> String {
    guard let first = unit.utf8.first else { return "" }
    return first < 128 && first != UInt8(ascii: "%") ? " " + unit : unit
  }

  private func unit(_ english: String, _ japanese: String, _ value: Rational) -> String {
    say(" " + english + (value.magnitude == .one ? "" : "s"), japanese)
  }

  private func levelWord(_ level: Int, _ value: Rational) -> String {
    guard rulebook.program.levels.indices.contains(level) else { return "" }
    return spaced(rulebook.program.levels[level].word(in: language, plural: value.magnitude != .one))
  }

  private func step(_ value: Rational, of ladder: Int) -> String? {
    guard rulebook.ladders.indices.contains(ladder) else { return nil }
    let steps = rulebook.ladders[ladder].steps
    return position(value, below: steps.count).map { name(of: steps[$0]) }
  }

  private func position(_ value: Rational, below count: Int) -> Int? {
    guard value.isWhole, let whole = wholeNumber(value), whole >= 0, whole < Int64(count) else { return nil }
    return Int(whole)
  }

  func wholeNumber(_ value: Rational) -> Int64? {
    value.wordIfWhole ?? value.numerator.dividedRoundingDown(by: value.denominator).quotient.word
  }

  /// Such as `令和6年6月30日` or `2024-06-30`.
  private func date(_ value: Rational) -> String? {
    guard let number = wholeNumber(value), let day = Int32(exactly: number), abs(Int64(day)) < 1_000_000 else { return nil }
    let date = CalendarDate(dayNumber: day)
    return say(date.isoText, EraDate.text(of: date))
  }
}
