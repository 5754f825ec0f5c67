package enum UTF8Writing {
  /// Writes a character, which takes at most four bytes.
  /// - Parameters:
  ///   - scalar: a scalar value of Unicode.
  ///   - count: how many bytes of the text are taken; raised.
  @inlinable package static func write(_ scalar: UInt32, to text: UnsafeMutablePointer<UInt8>, _ count: inout Int) {
    switch scalar {
    case 0..<0x80:
      text[count] = UInt8(truncatingIfNeeded: scalar)
      count += 1
    case 0x80..<0x800:
      text[count] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      text[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 2
    case 0x800..<0x1_0000:
      text[count] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      text[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      text[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 3
    default:
      text[count] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 0x07)
      text[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      text[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      text[count + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 4
    }
  }
}
