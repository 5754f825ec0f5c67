import Diagnostics
import Quantities

/// Limits in signs whose number stands first: `3 ≤ [X]`, `3 ≤ [X] ≤ 10`, 3≦「X」≦10. A sign points from the number to the figure, where
/// a word, as in `3 or more [X]`, is said of the figure.
extension Parser {
  /// ≤, <, ≥, >, also <= and >=, ≦ and ≧.
  var isSignOfLimit: Bool {
    guard isBoundWord(currentWord) else { return false }
    switch text.bytes[Int(current.start)] {
    case 0x3C, 0x3E: return true
    case 0xE2: return ["≤", "≥", "≦", "≧"].contains(text(of: current))
    default: return false
    }
  }

  mutating func parseLimitBySigns(behind amount: LiteralSyntax, _ start: Int) -> ConditionSyntax? {
    guard let relation = takeBoundWord(), let figure = parseFigure() else { return nil }
    var bounds = [BoundSyntax(relation.mirrored, ExpressionSyntax(.literal(amount), amount.place))]
    if isSignOfLimit, let second = takeBoundWord() {
      guard let value = parseExpression() else { return nil }
      bounds.append(BoundSyntax(second, value))
    }
    skipEnding()
    return ConditionSyntax(.bounds(figure, bounds), place(from: start))
  }
}
