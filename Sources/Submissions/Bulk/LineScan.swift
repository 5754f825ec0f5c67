/// Steps through bytes eight at a time.
enum LineScan {
  @inline(__always)
  static func load(_ start: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
  }

  /// A word of eight such bytes.
  @inline(__always)
  static func spread(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// A word whose lowest set bit stands in the first byte that is equal to those of the pattern.
  @inline(__always)
  private static func match(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// The first separator or line feed. One must follow: the caller sees to a line feed at the end.
  @inline(__always)
  static func end(_ start: UnsafePointer<UInt8>, _ separators: UInt64) -> UnsafePointer<UInt8> {
    var place = start
    while true {
      let word = load(place)
      // Each finds its own first byte; the lower of both is the first of all.
      let hits = match(word, separators) | match(word, 0x0A0A_0A0A_0A0A_0A0A)
      if hits != 0 { return place + hits.trailingZeroBitCount >> 3 }
      place += 8
    }
  }

  /// The first line feed.
  @inline(__always)
  static func endOfLine(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> { end(start, 0x0A0A_0A0A_0A0A_0A0A) }

  /// Reads the ASCII digits with which eight bytes begin: their value and how many they are.
  @inline(__always)
  static func digits(_ start: UnsafePointer<UInt8>) -> (value: Int64, count: Int) {
    let word = load(start)
    // A digit has 3 in its upper half and stays there when 6 is added. A carry into the next byte comes only from one that
    // is no digit itself.
    let others =
      ((word & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030)
      | (((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030)
    let count = others == 0 ? 8 : others.trailingZeroBitCount >> 3
    if count == 0 { return (0, 0) }
    // The digits move to the upper end, zeros before them; then pairs, fours and all eight are put together.
    var digits = word &<< UInt64(64 &- 8 &* count) & 0x0F0F_0F0F_0F0F_0F0F
    digits = digits &* 10 &+ digits &>> 8
    let value =
      ((digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        &+ (digits &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) &>> 32
    return (Int64(truncatingIfNeeded: value), count)
  }

  /// Ten to a power of at most 8.
  @inline(__always)
  static func powerOfTen(_ exponent: Int) -> Int64 {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    default: 100_000_000
    }
  }
}
