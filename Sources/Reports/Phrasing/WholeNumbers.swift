import Quantities

/// Nearly all figures are whole and take one word: these are shown without any division.
extension Rational {
  /// The value, where it is stated as a whole number of one word.
  var wordIfWhole: Int64? {
    guard let bottom = denominator.word, bottom == 1 else { return nil }
    return numerator.word
  }

  /// The exact decimal for other programs; what six decimals do not hold is rounded to six.
  var exactText: String { wordIfWhole.map { String($0) } ?? decimalText }
}
