import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Phrasing {
  /// What would have been enough, such as `3回以上` or `at least 3回`.
  package func requirement(_ required: RequiredFigure, decimals: Int = 1) -> String {
    let figure = quantity(required.quantity.value, required.quantity.dimension, decimals: decimals)
    switch (required.quantity.dimension, required.relation) {
    case (.date, .atLeast): return say("on or after " + figure, figure + "以降")
    case (.date, .atMost): return say("on or before " + figure, figure + "まで")
    case (.date, .moreThan): return say("after " + figure, figure + "より後")
    case (.date, .lessThan): return say("before " + figure, figure + "より前")
    case (.ladder, .equal), (.yesOrNo, .equal), (.choice, .equal): return figure
    case (_, .atLeast): return say("at least " + figure, figure + "以上")
    case (_, .atMost): return say("at most " + figure, figure + "以下")
    case (_, .moreThan): return say("more than " + figure, figure + "超")
    case (_, .lessThan): return say("less than " + figure, figure + "未満")
    case (_, .equal): return say("equal to " + figure, figure + "と一致")
    case (_, .notEqual): return say("other than " + figure, figure + "以外")
    }
  }

  /// The measured figure and the required one, with enough decimals that they do not look alike where they differ:
  /// 66.666…% against 66.7% is not shown as 66.7% against 66.7%.
  func judged(_ measured: Quantity?, _ required: RequiredFigure?) -> (measured: String?, required: String?) {
    guard let measured else { return (nil, required.map { requirement($0) }) }
    var decimals = 1
    if let required, required.quantity.value != measured.value {
      while decimals < 6, figure(measured, decimals) == figure(required.quantity, decimals) { decimals += 1 }
    }
    return (figure(measured, decimals), required.map { requirement($0, decimals: decimals) })
  }

  private func figure(_ quantity: Quantity, _ decimals: Int) -> String {
    self.quantity(quantity.value, quantity.dimension, decimals: decimals)
  }

  /// What is missing, such as `あと2回` or `2回 short`; in the sense that the requirement gives it.
  package func shortfall(_ shortfall: Quantity, _ relation: Relation?) -> String {
    let amount = difference(shortfall.value, shortfall.dimension)
    switch relation {
    case .atMost, .lessThan:
      if case .days = shortfall.dimension { return say(amount + " late", amount + "遅れ") }
      return say(amount + " over", amount + "超過")
    case .equal:
      return isLadder(shortfall.dimension) ? say(amount + " away", amount + "の差") : say("differs by " + amount, "差" + amount)
    default:
      if case .days = shortfall.dimension { return say(amount + " early", amount + "早い") }
      return say(amount + " short", "あと" + amount)
    }
  }

  private func isLadder(_ dimension: Dimension) -> Bool {
    if case .ladder = dimension { return true }
    return false
  }

  /// A distance between two figures: of ladders in steps, of shares in points. What no short decimal can tell is rounded up,
  /// so that it is never said to be nothing.
  func difference(_ value: Rational, _ dimension: Dimension) -> String {
    switch dimension {
    case .ladder, .yesOrNo, .choice:
      return number(value) + say(value.magnitude == .one ? " step" : " steps", "段階")
    case .date: return quantity(value, .days)
    case .ratio: return difference(value, .points)
    case .points:
      return quantity(roundedUp(value * Rational(100)) * Rational(mantissa: 1, scale: 2), .points)
    default: return quantity(roundedUp(value), dimension)
    }
  }

  private func roundedUp(_ value: Rational) -> Rational { value.fits(decimals: 6) ? value : value.roundedUp(decimals: 1) }
}
