import Diagnostics
import Quantities

/// The words of a change: rises, does not fall, maintained or reduced.
extension Parser {
  mutating func takeTrendWord() -> Trend? {
    let first = position
    guard let trend = takeOneTrendWord() else { return nil }
    return attempt { $0.takeOtherTrend(beside: trend, at: first) } ?? trend
  }

  /// The `or reduced` of `is maintained or reduced`, which is no rise; `maintained or increased` is no fall.
  private mutating func takeOtherTrend(beside trend: Trend, at first: Int) -> Trend? {
    skipPauses()
    guard take(.or) else { return nil }
    skip([.modal, .verb, .isWord])
    let second = position
    guard let other = takeOneTrendWord(), !isWord(.by), !isWord(.to), saysKept(first) || saysKept(second) else { return nil }
    switch (trend, other) {
    case (.doesNotFall, .falls), (.falls, .doesNotFall): return .doesNotRise
    case (.doesNotFall, .rises), (.rises, .doesNotFall): return .doesNotFall
    default: return nil
    }
  }

  /// Whether the word at that place is `maintain` or 維持, which denies nothing.
  func saysKept(_ place: Int) -> Bool {
    let word = text(of: tokens[place])
    return word.hasPrefix("maintain") || word.hasPrefix("is maintain") || word.hasPrefix("維持")
  }

  private mutating func takeOneTrendWord() -> Trend? {
    if isWord(.not), isWord(.rises, ahead: 1) || isWord(.falls, ahead: 1) {
      // must not fall
      advance()
      return takeOneTrendWord() == .rises ? .doesNotRise : .doesNotFall
    }
    let trend: Trend
    switch currentWord {
    case .doesNotFall: trend = .doesNotFall
    case .doesNotRise: trend = .doesNotRise
    case .rises: trend = .rises
    case .falls: trend = .falls
    default: return nil
    }
    advance()
    return trend
  }
}
