import Quantities

/// The oracle's own exact fraction, so that it shares no arithmetic with what it judges. The figures of random cases are
/// small; an overflow would stop the test, not falsify it.
struct Fraction: Hashable, Comparable {
  let top: Int
  /// Always positive; in lowest terms with `top`.
  let bottom: Int

  init(_ whole: Int) {
    top = whole
    bottom = 1
  }

  init(_ top: Int, over bottom: Int) {
    precondition(bottom > 0)
    if bottom == 1 {
      self.top = top
      self.bottom = 1
      return
    }
    var (x, y) = (abs(top), bottom)
    while y != 0 { (x, y) = (y, x % y) }
    self.top = top / x
    self.bottom = bottom / x
  }

  init(_ value: Rational) {
    guard let top = value.numerator.word, let bottom = value.denominator.word else {
      preconditionFailure("a constant of a random case is small")
    }
    self.init(Int(top), over: Int(bottom))
  }

  static let zero = Fraction(0)

  var rational: Rational { Rational(Int64(top)).divided(by: Rational(Int64(bottom))) ?? .zero }

  var magnitude: Fraction { Fraction(abs(top), over: bottom) }

  static func < (left: Fraction, right: Fraction) -> Bool { left.top * right.bottom < right.top * left.bottom }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    if left.bottom == 1, right.bottom == 1 { return Fraction(left.top + right.top) }
    return Fraction(left.top * right.bottom + right.top * left.bottom, over: left.bottom * right.bottom)
  }

  static func - (left: Fraction, right: Fraction) -> Fraction {
    if left.bottom == 1, right.bottom == 1 { return Fraction(left.top - right.top) }
    return Fraction(left.top * right.bottom - right.top * left.bottom, over: left.bottom * right.bottom)
  }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.top * right.top, over: left.bottom * right.bottom)
  }

  /// Nothing where the divisor is zero.
  func divided(by divisor: Fraction) -> Fraction? {
    if divisor.top == 0 { return nil }
    let sign = divisor.top < 0 ? -1 : 1
    return Fraction(sign * top * divisor.bottom, over: bottom * abs(divisor.top))
  }

  /// The greatest whole number that is not above.
  var floor: Int {
    let quotient = top / bottom
    return top < 0 && quotient * bottom != top ? quotient - 1 : quotient
  }

  var ceiling: Int { -Fraction(-top, over: bottom).floor }

  /// Half goes away from zero.
  func rounded(decimals: Int) -> Fraction {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let away = Fraction(2 * abs(top) * scale + bottom, over: 2 * bottom).floor
    return Fraction(top < 0 ? -away : away, over: scale)
  }

  var text: String { bottom == 1 ? String(top) : "\(top)/\(bottom)" }
}
