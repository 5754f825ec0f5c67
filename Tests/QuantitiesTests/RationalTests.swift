import Testing

@testable import Quantities

@Suite struct RationalTests {
  @Test func decimalsAreExact() {
    let sum = Rational(mantissa: 1, scale: 1) + Rational(mantissa: 2, scale: 1)
    #expect(sum == Rational(mantissa: 3, scale: 1))
    #expect(sum.decimalText == "0.3")
  }

  @Test func sumsBeyondAWord() {
    let large = Rational(Int64.max)
    let square = large * large
    #expect(square.numerator.description == "85070591730234615847396907784232501249")
    #expect(square.divided(by: large) == large)
    #expect((square - square).isZero)
    #expect((square + Rational(1)) > square)
    #expect((-square) < square)
  }

  @Test(arguments: [
    (Int64(5), 1, 0, "1"), (-5, 1, 0, "-1"), (4, 1, 0, "0"), (25, 2, 1, "0.3"), (-25, 2, 1, "-0.3"), (66_666_667, 6, 1, "66.7"),
  ])
  func halvesAreRoundedAwayFromZero(_ mantissa: Int64, _ scale: Int, _ decimals: Int, _ expected: String) {
    #expect(Rational(mantissa: mantissa, scale: scale).rounded(decimals: decimals).text(decimals: decimals) == expected)
  }

  @Test func roundingDownAndUp() {
    let third = Rational(2).divided(by: Rational(-3))
    #expect(third?.roundedDown(decimals: 1) == Rational(mantissa: -7, scale: 1))
    #expect(third?.roundedUp(decimals: 1) == Rational(mantissa: -6, scale: 1))
    #expect(third?.decimalText == "-0.666667")
    #expect(Rational(1).divided(by: .zero) == nil)
  }

  /// Words and limbs give the same arithmetic: every law is tried beside numbers that need several limbs.
  @Test func lawsOfArithmetic() {
    var state: UInt64 = 20_240_401
    func next() -> Rational {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Rational(mantissa: Int64(bitPattern: state) >> Int64(state % 60), scale: Int(state % 7))
      return state % 3 == 0 ? value * Rational(Int64.max) : value
    }
    for _ in 0..<5000 {
      let (a, b, c) = (next(), next(), next())
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a - b + b == a)
      #expect((a < b) == (a + c < b + c))
      if let quotient = a.divided(by: b) { #expect(quotient * b == a) }
      #expect(a.roundedDown(decimals: 2) <= a)
      #expect(a - a.roundedDown(decimals: 2) < Rational(mantissa: 1, scale: 2))
    }
  }
}
