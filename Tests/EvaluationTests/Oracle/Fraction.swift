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

  /// From parts that may not fit until they are reduced.
  private init(wide top: Int128, over bottom: Int128) {
    if let top = Int(exactly: top), let bottom = Int(exactly: bottom) {
      self.init(top, over: bottom)
      return
    }
    var (x, y) = (top.magnitude, bottom.magnitude)
    while y != 0 { (x, y) = (y, x % y) }
    let divisor = Int128(x)
    self.init(Int(top / divisor), over: Int(bottom / divisor))
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

  static func < (left: Fraction, right: Fraction) -> Bool {
    if left.bottom == right.bottom { return left.top < right.top }
    return Int128(left.top) * Int128(right.bottom) < Int128(right.top) * Int128(left.bottom)
  }

  static prefix func - (value: Fraction) -> Fraction { Fraction(-value.top, over: value.bottom) }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    if left.bottom == right.bottom { return Fraction(left.top + right.top, over: left.bottom) }
    return Fraction(
      wide: Int128(left.top) * Int128(right.bottom) + Int128(right.top) * Int128(left.bottom),
      over: Int128(left.bottom) * Int128(right.bottom))
  }

  static func - (left: Fraction, right: Fraction) -> Fraction { left + -right }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(wide: Int128(left.top) * Int128(right.top), over: Int128(left.bottom) * Int128(right.bottom))
  }

  /// Nothing where the divisor is zero.
  func divided(by divisor: Fraction) -> Fraction? {
    if divisor.top == 0 { return nil }
    let sign = divisor.top < 0 ? -1 : 1
    return self * Fraction(sign * divisor.bottom, over: abs(divisor.top))
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
