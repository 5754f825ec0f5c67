import Facts
import Quantities
import RuleLanguage

/// How values under partial knowledge are added, multiplied, divided and rounded.
extension Judging {
  func combined(_ operation: Arithmetic, _ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.notApplicable, _), (_, .notApplicable): return .notApplicable
    case (.exact(let a), .exact(let b)):
      switch operation {
      case .plus: return .exact(a + b)
      case .minus: return .exact(a - b)
      case .times: return .exact(a * b)
      case .dividedBy: return a.divided(by: b).map { .exact($0) } ?? .notApplicable
      }
    default: break
    }
    var mayBeNotApplicable = left.mayBeNotApplicable || right.mayBeNotApplicable
    if operation == .dividedBy {
      let divisor = range(right).range
      if divisor.isPoint, divisor.low.signum == 0 { return .notApplicable }
      if mayBeZero(right, divisor) { mayBeNotApplicable = true }
    }
    if let (numerator, divisor) = fraction(operation, left, right) {
      return fraction(numerator, divisor, mayBeNotApplicable)
    }
    return .open(OpenValue(.curve(curve(operation, left, right)), mayBeNotApplicable: mayBeNotApplicable))
  }

  /// A fraction with a constant divisor is written with the divisor 1.
  func fraction(_ numerator: Form, _ divisor: Form, _ mayBeNotApplicable: Bool) -> Value {
    if divisor.isConstant, let factor = Rational.one.divided(by: divisor.constant) {
      let scaled = numerator.scaled(by: factor)
      if scaled.isConstant, !mayBeNotApplicable { return .exact(scaled.constant) }
      return .open(OpenValue(.fraction(scaled, Form(.one)), mayBeNotApplicable: mayBeNotApplicable))
    }
    return .open(OpenValue(.fraction(numerator, divisor), mayBeNotApplicable: mayBeNotApplicable))
  }

  private func mayBeZero(_ value: Value, _ range: Interval) -> Bool {
    if !range.containsZero { return false }
    if let (numerator, _) = forms(value) { return mayBeZero(numerator) }
    return true
  }

  /// The value as one form divided by another.
  func forms(_ value: Value) -> (numerator: Form, divisor: Form)? {
    switch value {
    case .notApplicable: return nil
    case .exact(let exact): return (Form(exact), Form(.one))
    case .open(let open):
      if case .fraction(let numerator, let divisor) = open.shape { return (numerator, divisor) }
      return nil
    }
  }

  private func fraction(_ operation: Arithmetic, _ left: Value, _ right: Value) -> (Form, Form)? {
    guard let (a, b) = forms(left), let (c, d) = forms(right) else { return nil }
    switch operation {
    case .plus, .minus:
      let second = operation == .plus ? c : c.scaled(by: Rational(-1))
      if b == d { return (a + second, b) }
      guard let first = Form.product(a, d), let other = Form.product(second, b), let divisor = Form.product(b, d)
      else { return nil }
      return (first + other, divisor)
    case .times:
      guard let numerator = Form.product(a, c), let divisor = Form.product(b, d) else { return nil }
      return (numerator, divisor)
    case .dividedBy:
      if b == d { return (a, c) }
      guard let numerator = Form.product(a, d), let divisor = Form.product(b, c) else { return nil }
      return (numerator, divisor)
    }
  }

  private func curve(_ operation: Arithmetic, _ left: Value, _ right: Value) -> Curve {
    let (a, leftReached) = range(left)
    let (b, rightReached) = range(right)
    let (leftSlopes, rightSlopes) = (slopes(left), slopes(right))
    let isReached = leftReached && rightReached && !shareFigure(leftSlopes, rightSlopes)
    switch operation {
    case .plus: return Curve(range: a + b, isReached: isReached, slopes: joinedSlopes(leftSlopes, rightSlopes) { $0 + $1 })
    case .minus: return Curve(range: a - b, isReached: isReached, slopes: joinedSlopes(leftSlopes, rightSlopes) { $0 - $1 })
    case .times:
      return Curve(
        range: a * b, isReached: isReached,
        slopes: joinedSlopes(leftSlopes, rightSlopes) { $0 * b + a * $1 })
    case .dividedBy:
      let inverse = b.reciprocal
      let quotient = a * inverse
      if b.containsZero {
        return Curve(
          range: quotient, isReached: false, slopes: joinedSlopes(leftSlopes, rightSlopes) { _, _ in .all })
      }
      return Curve(
        range: quotient, isReached: isReached && b.isFinite,
        slopes: joinedSlopes(leftSlopes, rightSlopes) { ($0 - quotient * $1) * inverse })
    }
  }

  func rounded(_ value: Value, decimals: Int) -> Value {
    switch value {
    case .notApplicable: return .notApplicable
    case .exact(let exact): return .exact(exact.rounded(decimals: decimals))
    case .open(let open):
      if let form = open.linear, isRound(form, decimals: decimals) { return value }
      let (range, isReached) = range(value)
      let jumps = slopes(value).map { slope in
        Curve.Slope(
          figure: slope.figure,
          range: Interval(
            slope.range.low.signum < 0 ? .negativeInfinity : .finite(.zero),
            slope.range.high.signum > 0 ? .positiveInfinity : .finite(.zero)))
      }
      let rounded = Interval(range.low.rounded(decimals: decimals), range.high.rounded(decimals: decimals))
      return .open(
        OpenValue(
          .curve(Curve(range: rounded, isReached: isReached, slopes: jumps)), mayBeNotApplicable: open.mayBeNotApplicable))
    }
  }

  /// Whether every value of the form has no more decimals than that.
  private func isRound(_ form: Form, decimals: Int) -> Bool {
    form.constant.fits(decimals: decimals)
      && form.terms.allSatisfy { ($0.coefficient * ranges[$0.figure.indicator].step).fits(decimals: decimals) }
  }
}
