import Quantities

/// A bound that may lie infinitely far away.
enum Bound {
  case negativeInfinity
  case finite(Rational)
  case positiveInfinity

  var signum: Int {
    switch self {
    case .negativeInfinity: -1
    case .finite(let value): value.signum
    case .positiveInfinity: 1
    }
  }

  /// Zero times infinity is zero: the infinite side is never reached.
  static func * (left: Bound, right: Bound) -> Bound {
    if case .finite(let a) = left, case .finite(let b) = right { return .finite(a * b) }
    let sign = left.signum * right.signum
    return sign == 0 ? .finite(.zero) : (sign < 0 ? .negativeInfinity : .positiveInfinity)
  }

  var finite: Rational? {
    if case .finite(let value) = self { return value }
    return nil
  }
}

extension Bound: Comparable {
  private var rank: Int {
    switch self {
    case .negativeInfinity: 0
    case .finite: 1
    case .positiveInfinity: 2
    }
  }

  static func == (left: Bound, right: Bound) -> Bool {
    if case .finite(let a) = left, case .finite(let b) = right { return a == b }
    return left.rank == right.rank
  }

  static func < (left: Bound, right: Bound) -> Bool {
    if case .finite(let a) = left, case .finite(let b) = right { return a < b }
    return left.rank < right.rank
  }
}

/// All values between two bounds, both included; an open side is infinite.
struct Interval {
  let low: Bound
  let high: Bound

  init(_ low: Bound, _ high: Bound) {
    self.low = low
    self.high = high
  }

  init(_ value: Rational) { self.init(.finite(value), .finite(value)) }

  static let zero = Interval(.zero)
  static let all = Interval(.negativeInfinity, .positiveInfinity)

  var isPoint: Bool {
    if let low = low.finite, let high = high.finite { return low == high }
    return false
  }

  var isFinite: Bool { low.finite != nil && high.finite != nil }
  var containsZero: Bool { low.signum <= 0 && high.signum >= 0 }
  /// 1 where no value is below zero, -1 where none is above, nothing where both occur.
  var sign: Int? { low.signum >= 0 ? 1 : (high.signum <= 0 ? -1 : nil) }

  static prefix func - (interval: Interval) -> Interval {
    Interval(-interval.high, -interval.low)
  }

  static func + (left: Interval, right: Interval) -> Interval {
    Interval(
      Interval.sum(left.low, right.low, else: .negativeInfinity), Interval.sum(left.high, right.high, else: .positiveInfinity))
  }

  static func - (left: Interval, right: Interval) -> Interval { left + (-right) }

  private static func sum(_ left: Bound, _ right: Bound, else infinite: Bound) -> Bound {
    if let a = left.finite, let b = right.finite { return .finite(a + b) }
    return infinite
  }

  static func * (left: Interval, right: Interval) -> Interval {
    let corners = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high]
    var (low, high) = (corners[0], corners[0])
    for corner in corners {
      low = min(low, corner)
      high = max(high, corner)
    }
    return Interval(low, high)
  }

  /// One divided by each value but zero.
  var reciprocal: Interval {
    func inverse(_ bound: Bound) -> Bound {
      .finite(bound.finite.flatMap { Rational.one.divided(by: $0) } ?? .zero)
    }
    if low.signum > 0 || high.signum < 0 { return Interval(inverse(high), inverse(low)) }
    if low.signum == 0, high.signum > 0 { return Interval(inverse(high), .positiveInfinity) }
    if high.signum == 0, low.signum < 0 { return Interval(.negativeInfinity, inverse(low)) }
    return .all
  }

  /// The smallest interval that holds both.
  func joined(_ other: Interval) -> Interval { Interval(min(low, other.low), max(high, other.high)) }
}

extension Bound {
  static prefix func - (bound: Bound) -> Bound {
    switch bound {
    case .negativeInfinity: .positiveInfinity
    case .finite(let value): .finite(-value)
    case .positiveInfinity: .negativeInfinity
    }
  }

  func rounded(decimals: Int) -> Bound {
    if case .finite(let value) = self { return .finite(value.rounded(decimals: decimals)) }
    return self
  }
}
