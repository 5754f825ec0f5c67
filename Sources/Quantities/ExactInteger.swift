/// A whole number of any size. Numbers of up to 64 bits take one word; larger ones are held as 32-bit limbs, so that the
/// same code runs where `Int` has 32 bits and 128-bit division is missing.
package struct ExactInteger: Sendable {
  enum Storage: Sendable {
    case word(Int64)
    /// Sign and magnitude, least limb first, no zero limb at the end.
    case limbs(negative: Bool, [UInt32])
  }

  let storage: Storage

  package init(_ value: Int64) { storage = .word(value) }

  /// The magnitude as limbs, the least first.
  package init(negative: Bool, limbs: [UInt32]) {
    var magnitude = limbs
    while magnitude.last == 0 { magnitude.removeLast() }
    storage = ExactInteger.word(negative: negative, magnitude).map { Storage.word($0) } ?? .limbs(negative: negative, magnitude)
  }

  /// The number as one word, where it fits.
  package var word: Int64? {
    if case .word(let value) = storage { return value }
    return nil
  }

  /// -1, 0 or 1.
  package var signum: Int {
    switch storage {
    case .word(let value): value == 0 ? 0 : (value < 0 ? -1 : 1)
    case .limbs(let negative, _): negative ? -1 : 1
    }
  }

  package var isZero: Bool { signum == 0 }

  package static let zero = ExactInteger(0)
  package static let one = ExactInteger(1)

  /// Ten to the power of `exponent`.
  package static func powerOfTen(_ exponent: Int) -> ExactInteger {
    var result = ExactInteger(1)
    for _ in 0..<max(0, exponent) { result = result * ExactInteger(10) }
    return result
  }

  package var magnitude: ExactInteger { signum < 0 ? -self : self }

  private static func word(negative: Bool, _ limbs: [UInt32]) -> Int64? {
    guard limbs.count <= 2 else { return nil }
    var value: UInt64 = 0
    for (position, limb) in limbs.enumerated() { value |= UInt64(limb) << UInt64(32 * position) }
    if negative { return value <= UInt64(Int64.max) + 1 ? Int64(truncatingIfNeeded: 0 &- value) : nil }
    return value <= UInt64(Int64.max) ? Int64(value) : nil
  }

  /// The magnitude as limbs.
  package var limbs: [UInt32] {
    switch storage {
    case .word(let value):
      let magnitude = value.magnitude
      if magnitude == 0 { return [] }
      let high = UInt32(truncatingIfNeeded: magnitude >> 32)
      let low = UInt32(truncatingIfNeeded: magnitude)
      return high == 0 ? [low] : [low, high]
    case .limbs(_, let limbs): return limbs
    }
  }
}

extension ExactInteger: Comparable {
  package static func == (left: ExactInteger, right: ExactInteger) -> Bool {
    switch (left.storage, right.storage) {
    case (.word(let a), .word(let b)): a == b
    case (.limbs(let m, let a), .limbs(let n, let b)): m == n && a == b
    default: false
    }
  }

  package static func < (left: ExactInteger, right: ExactInteger) -> Bool {
    if let a = left.word, let b = right.word { return a < b }
    let (a, b) = (left.signum, right.signum)
    if a != b { return a < b }
    let order = Limbs.compare(left.limbs, right.limbs)
    return a < 0 ? order > 0 : order < 0
  }
}

extension ExactInteger: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(signum)
    for limb in limbs { hasher.combine(limb) }
  }
}

extension ExactInteger {
  package static prefix func - (value: ExactInteger) -> ExactInteger {
    if let word = value.word, word != Int64.min { return ExactInteger(-word) }
    return ExactInteger(negative: value.signum > 0, limbs: value.limbs)
  }

  package static func + (left: ExactInteger, right: ExactInteger) -> ExactInteger {
    if let a = left.word, let b = right.word {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return ExactInteger(sum) }
    }
    let (m, n) = (left.signum < 0, right.signum < 0)
    let (a, b) = (left.limbs, right.limbs)
    if m == n { return ExactInteger(negative: m, limbs: Limbs.sum(a, b)) }
    if Limbs.compare(a, b) >= 0 { return ExactInteger(negative: m, limbs: Limbs.difference(a, b)) }
    return ExactInteger(negative: n, limbs: Limbs.difference(b, a))
  }

  package static func - (left: ExactInteger, right: ExactInteger) -> ExactInteger { left + (-right) }

  package static func * (left: ExactInteger, right: ExactInteger) -> ExactInteger {
    if let a = left.word, let b = right.word {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return ExactInteger(product) }
    }
    return ExactInteger(negative: (left.signum < 0) != (right.signum < 0), limbs: Limbs.product(left.limbs, right.limbs))
  }

  /// The quotient rounded towards negative infinity, and what remains (of the divisor's sign). The divisor must not be
  /// zero; by zero the answer is zero, for no input may trap.
  package func dividedRoundingDown(by divisor: ExactInteger) -> (quotient: ExactInteger, remainder: ExactInteger) {
    if divisor.isZero { return (.zero, .zero) }
    if let a = word, let b = divisor.word, a != .min {
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let isBelow = remainder != 0 && (remainder < 0) != (b < 0)
      return isBelow
        ? (ExactInteger(quotient - 1), ExactInteger(remainder + b)) : (ExactInteger(quotient), ExactInteger(remainder))
    }
    let (quotientLimbs, remainderLimbs) = Limbs.divide(limbs, by: divisor.limbs)
    let opposite = (signum < 0) != (divisor.signum < 0)
    var quotient = ExactInteger(negative: opposite, limbs: quotientLimbs)
    var remainder = ExactInteger(negative: signum < 0, limbs: remainderLimbs)
    if opposite, !remainder.isZero {
      quotient = quotient - .one
      remainder = remainder + divisor
    }
    return (quotient, remainder)
  }

  /// The digits in base ten, with a minus sign where negative.
  package var description: String {
    if let word { return String(word) }
    var digits: [UInt8] = []
    var rest = limbs
    while !rest.isEmpty {
      var block = Limbs.divideInPlace(&rest, by: 1_000_000_000)
      for _ in 0..<9 where !(rest.isEmpty && block == 0) {
        digits.append(UInt8(48 + block % 10))
        block /= 10
      }
    }
    if signum < 0 { digits.append(UInt8(ascii: "-")) }
    return String(decoding: digits.reversed(), as: UTF8.self)
  }
}

/// Arithmetic on magnitudes: least limb first, no zero limb at the end.
enum Limbs {
  static func compare(_ a: [UInt32], _ b: [UInt32]) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    for position in stride(from: a.count - 1, through: 0, by: -1) where a[position] != b[position] {
      return a[position] < b[position] ? -1 : 1
    }
    return 0
  }

  static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for position in 0..<max(a.count, b.count) {
      carry += (position < a.count ? UInt64(a[position]) : 0) + (position < b.count ? UInt64(b[position]) : 0)
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    if carry > 0 { result.append(UInt32(carry)) }
    return result
  }

  /// `a - b`, where `a` is at least `b`.
  static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result = a
    var borrow: Int64 = 0
    for position in 0..<a.count {
      var digit = Int64(a[position]) - borrow - (position < b.count ? Int64(b[position]) : 0)
      borrow = digit < 0 ? 1 : 0
      if digit < 0 { digit += 0x1_0000_0000 }
      result[position] = UInt32(digit)
    }
    while result.last == 0 { result.removeLast() }
    return result
  }

  static func product(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    if a.isEmpty || b.isEmpty { return [] }
    var result = [UInt32](repeating: 0, count: a.count + b.count)
    for i in 0..<a.count {
      var carry: UInt64 = 0
      for j in 0..<b.count {
        carry += UInt64(a[i]) * UInt64(b[j]) + UInt64(result[i + j])
        result[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      result[i + b.count] = UInt32(carry)
    }
    while result.last == 0 { result.removeLast() }
    return result
  }

  /// Divides by one limb and returns the remainder.
  static func divideInPlace(_ limbs: inout [UInt32], by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for position in stride(from: limbs.count - 1, through: 0, by: -1) {
      remainder = remainder << 32 | UInt64(limbs[position])
      limbs[position] = UInt32(remainder / UInt64(divisor))
      remainder %= UInt64(divisor)
    }
    while limbs.last == 0 { limbs.removeLast() }
    return UInt32(remainder)
  }

  /// Quotient and remainder, bit by bit: division happens only where a figure is shown or rounded.
  static func divide(_ a: [UInt32], by b: [UInt32]) -> (quotient: [UInt32], remainder: [UInt32]) {
    if compare(a, b) < 0 { return ([], a) }
    if b.count == 1 {
      var quotient = a
      let rest = divideInPlace(&quotient, by: b[0])
      return (quotient, rest == 0 ? [] : [rest])
    }
    var quotient = [UInt32](repeating: 0, count: a.count)
    var remainder: [UInt32] = []
    for position in stride(from: a.count - 1, through: 0, by: -1) {
      for bit in stride(from: 31, through: 0, by: -1) {
        remainder = sum(remainder, remainder)
        if a[position] >> UInt32(bit) & 1 == 1 { remainder = sum(remainder, [1]) }
        if compare(remainder, b) >= 0 {
          remainder = difference(remainder, b)
          quotient[position] |= 1 << UInt32(bit)
        }
      }
    }
    while quotient.last == 0 { quotient.removeLast() }
    return (quotient, remainder)
  }
}
