/// An exact fraction. No binary fraction and no rounding takes part in any comparison.
package struct Rational: Sendable {
  package let numerator: ExactInteger
  /// Always positive.
  package let denominator: ExactInteger

  package init(_ whole: Int64) {
    numerator = ExactInteger(whole)
    denominator = .one
  }

  package init(_ whole: ExactInteger) {
    numerator = whole
    denominator = .one
  }

  /// `mantissa` divided by ten to the power of `scale`.
  package init(mantissa: Int64, scale: Int) {
    self.init(reducing: ExactInteger(mantissa), ExactInteger.powerOfTen(scale))
  }

  /// A fraction in lowest terms where both parts take one word. The denominator must be positive.
  private init(reducing numerator: ExactInteger, _ denominator: ExactInteger) {
    if let top = numerator.word, let bottom = denominator.word, bottom != 1 {
      let divisor = Rational.commonDivisor(top.magnitude, bottom.magnitude)
      if divisor > 1, divisor <= UInt64(Int64.max) {
        self.numerator = ExactInteger(top / Int64(divisor))
        self.denominator = ExactInteger(bottom / Int64(divisor))
        return
      }
    }
    self.numerator = numerator
    self.denominator = denominator
  }

  private static func commonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }

  package static let zero = Rational(0)
  package static let one = Rational(1)

  package var signum: Int { numerator.signum }
  package var isZero: Bool { numerator.isZero }
  package var isWhole: Bool { numerator.dividedRoundingDown(by: denominator).remainder.isZero }
  package var magnitude: Rational { signum < 0 ? -self : self }
}

extension Rational: Comparable {
  package static func == (left: Rational, right: Rational) -> Bool {
    left.denominator == right.denominator
      ? left.numerator == right.numerator
      : left.numerator * right.denominator == right.numerator * left.denominator
  }

  package static func < (left: Rational, right: Rational) -> Bool {
    left.denominator == right.denominator
      ? left.numerator < right.numerator
      : left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational {
  package static prefix func - (value: Rational) -> Rational {
    Rational(reducing: -value.numerator, value.denominator)
  }

  package static func + (left: Rational, right: Rational) -> Rational {
    if left.denominator == right.denominator {
      return Rational(reducing: left.numerator + right.numerator, left.denominator)
    }
    return Rational(
      reducing: left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }

  package static func - (left: Rational, right: Rational) -> Rational { left + (-right) }

  package static func * (left: Rational, right: Rational) -> Rational {
    Rational(reducing: left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// The quotient, or nothing where the divisor is zero.
  package func divided(by divisor: Rational) -> Rational? {
    if divisor.isZero { return nil }
    let top = numerator * divisor.denominator
    let bottom = denominator * divisor.numerator
    return bottom.signum < 0 ? Rational(reducing: -top, -bottom) : Rational(reducing: top, bottom)
  }

  /// The greatest multiple of ten to the power of minus `decimals` that is not above the value.
  package func roundedDown(decimals: Int) -> Rational {
    let scale = ExactInteger.powerOfTen(decimals)
    return Rational(reducing: (numerator * scale).dividedRoundingDown(by: denominator).quotient, scale)
  }

  /// The least multiple of ten to the power of minus `decimals` that is not below the value.
  package func roundedUp(decimals: Int) -> Rational { -(-self).roundedDown(decimals: decimals) }

  /// Rounded as 四捨五入 does: halves go away from zero.
  package func rounded(decimals: Int) -> Rational {
    let half = Rational(reducing: .one, ExactInteger(2) * ExactInteger.powerOfTen(decimals))
    let away = (magnitude + half).roundedDown(decimals: decimals)
    return signum < 0 ? -away : away
  }

  /// Whether the value can be written with that many decimals without loss.
  package func fits(decimals: Int) -> Bool {
    (numerator * ExactInteger.powerOfTen(decimals)).dividedRoundingDown(by: denominator).remainder.isZero
  }

  /// The value in base ten with as few decimals as it needs, at most six; what needs more is rounded to six.
  package var decimalText: String {
    for decimals in 0..<6 where fits(decimals: decimals) { return text(decimals: decimals) }
    return text(decimals: 6)
  }

  /// The value in base ten, rounded to exactly that many decimals.
  package func text(decimals: Int) -> String {
    let shown = rounded(decimals: decimals)
    let scaled = (shown.numerator * ExactInteger.powerOfTen(decimals)).dividedRoundingDown(by: shown.denominator).quotient
    var digits = Array(scaled.magnitude.description.utf8)
    while digits.count <= decimals { digits.insert(UInt8(ascii: "0"), at: 0) }
    if decimals > 0 { digits.insert(UInt8(ascii: "."), at: digits.count - decimals) }
    if scaled.signum < 0 { digits.insert(UInt8(ascii: "-"), at: 0) }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension Rational: Hashable {
  package func hash(into hasher: inout Hasher) {
    // Equal fractions may stand in unequal terms; the rounded-down whole is the same for all of them.
    hasher.combine(numerator.dividedRoundingDown(by: denominator).quotient)
  }
}
