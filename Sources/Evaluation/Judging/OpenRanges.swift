import Facts
import Quantities

/// The least and the greatest that a value can be, and how it moves with each figure.
extension Judging {
  func range(_ value: Value) -> (range: Interval, isReached: Bool) {
    switch value {
    case .notApplicable: return (.all, false)
    case .exact(let exact): return (Interval(exact), true)
    case .open(let open):
      if let known = open.knownRange { return known }
      let found = range(of: open)
      open.knownRange = found
      return found
    }
  }

  private func range(of open: OpenValue) -> (range: Interval, isReached: Bool) {
    switch open.shape {
    case .curve(let curve): return (curve.range, curve.isReached)
    case .fraction(let numerator, let divisor):
      if divisor.isOne { return (range(numerator), true) }
      let (a, b) = (range(numerator), range(divisor))
      if !b.containsZero, let corners = cornerRange(numerator, divisor) { return (corners, true) }
      return (a * b.reciprocal, !b.containsZero && b.isFinite && !numerator.sharesFigure(with: divisor))
    }
  }

  /// A form's least and greatest value: each figure stands in it once.
  func range(_ form: Form) -> Interval {
    var (low, high): (Rational?, Rational?) = (form.constant, form.constant)
    for term in form.terms {
      let range = range(term.figure)
      let rises = term.coefficient.signum > 0
      low = shifted(low, term.coefficient, rises ? range.low : range.high)
      high = shifted(high, term.coefficient, rises ? range.high : range.low)
    }
    return Interval(low.map { .finite($0) } ?? .negativeInfinity, high.map { .finite($0) } ?? .positiveInfinity)
  }

  private func shifted(_ sum: Rational?, _ coefficient: Rational, _ bound: Bound) -> Rational? {
    guard let sum, let value = bound.finite else { return nil }
    return sum + coefficient * value
  }

  /// A fraction of forms is least and greatest at corners of the figures' ranges, where the divisor has no zero.
  private func cornerRange(_ numerator: Form, _ divisor: Form) -> Interval? {
    let figures = Form(sumOf: [Judging.marked(numerator), Judging.marked(divisor)]).terms.map { $0.figure }
    let ranges = figures.map { range($0) }
    guard figures.count <= 8, !ranges.contains(where: { !$0.isFinite }) else { return nil }
    var result: Interval?
    for corner in 0..<(1 << figures.count) {
      func at(_ form: Form) -> Rational {
        var sum = form.constant
        for term in form.terms {
          guard let place = figures.firstIndex(of: term.figure) else { continue }
          let bound = corner >> place & 1 == 1 ? ranges[place].high : ranges[place].low
          sum = sum + term.coefficient * (bound.finite ?? .zero)
        }
        return sum
      }
      guard let value = at(numerator).divided(by: at(divisor)) else { return nil }
      result = result?.joined(Interval(value)) ?? Interval(value)
    }
    return result
  }

  /// The same figures, each with the coefficient 1: sums of such forms keep all of them.
  private static func marked(_ form: Form) -> Form {
    Form(constant: .zero, terms: form.terms.map { Form.Term(figure: $0.figure, coefficient: .one) })
  }

  func slopes(_ value: Value) -> [Curve.Slope] {
    guard case .open(let open) = value else { return [] }
    switch open.shape {
    case .curve(let curve): return curve.slopes
    case .fraction(let numerator, let divisor):
      let above = numerator.terms.map { Curve.Slope(figure: $0.figure, range: Interval($0.coefficient)) }
      if divisor.isOne { return above }
      let below = divisor.terms.map { Curve.Slope(figure: $0.figure, range: Interval($0.coefficient)) }
      let divisorRange = range(divisor)
      if divisorRange.containsZero { return joinedSlopes(above, below) { _, _ in .all } }
      let inverse = divisorRange.reciprocal
      let quotient = range(value).range
      return joinedSlopes(above, below) { ($0 - quotient * $1) * inverse }
    }
  }

  /// Whether some filling may make the form zero. Where all coefficients make equal steps the answer is exact.
  func mayBeZero(_ form: Form) -> Bool {
    if !range(form).containsZero { return false }
    var step: Rational?
    for term in form.terms {
      let size = (term.coefficient * ranges[term.figure.indicator].step).magnitude
      step = step.map { Judging.commonStep($0, size) } ?? size
    }
    guard let step else { return form.constant.isZero }
    return form.constant.divided(by: step)?.isWhole ?? true
  }

  /// The greatest number of which both are multiples.
  static func commonStep(_ left: Rational, _ right: Rational) -> Rational {
    if left == right { return left }
    var (a, b) = (left.numerator * right.denominator, right.numerator * left.denominator)
    while !b.isZero { (a, b) = (b, a.dividedRoundingDown(by: b).remainder) }
    return Rational(a).divided(by: Rational(left.denominator * right.denominator)) ?? left
  }
}
