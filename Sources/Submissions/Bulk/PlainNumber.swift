import Facts

extension PlainLimits {
  /// Reads a plain decimal of at most 12 digits before its point and 6 after it (in all, fewer than a word holds), or nothing,
  /// or a dash alone. False for anything that needs a second look; the caller sees whether the field ends where reading did.
  @inline(__always)
  func read(_ start: UnsafePointer<UInt8>, _ stored: inout Int64, _ end: inout UnsafePointer<UInt8>) -> Bool {
    var digits = start
    let isQuoted = digits.pointee == quotationMark
    if isQuoted { digits += 1 }
    let isNegative = digits.pointee == UInt8(ascii: "-")
    if isNegative { digits += 1 }
    var (value, count) = LineScan.digits(digits)
    if count == 8 {
      let (more, rest) = LineScan.digits(digits + 8)
      guard rest <= 4 else { return false }
      value = value &* LineScan.powerOfTen(rest) &+ more
      count = 8 + rest
    }
    end = digits + count
    if count == 0 {
      if isQuoted { return false }
      stored = isNegative ? StoredWord.notApplicable : StoredWord.notReported
      return true
    }
    var scale = 0
    if end.pointee == UInt8(ascii: ".") {
      let (fraction, places) = LineScan.digits(end + 1)
      guard places >= 1, places <= decimals else { return false }
      value = value &* LineScan.powerOfTen(places) &+ fraction
      scale = places
      end += 1 + places
    }
    if scale < decimals { value = value &* LineScan.powerOfTen(decimals - scale) }
    if isNegative { value = 0 &- value }
    if isQuoted {
      guard end.pointee == quotationMark else { return false }
      end += 1
    }
    stored = value
    return least <= value && value <= greatest
  }
}
