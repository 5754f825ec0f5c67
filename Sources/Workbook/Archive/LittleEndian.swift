/// Little-endian figures out of bytes that may end anywhere: what is not there is nothing, never a trap.
extension [UInt8] {
  func littleEndian16(at offset: Int) -> UInt16? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
  }

  func littleEndian32(at offset: Int) -> UInt32? {
    guard let low = littleEndian16(at: offset), let high = littleEndian16(at: offset + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  func littleEndian64(at offset: Int) -> UInt64? {
    guard let low = littleEndian32(at: offset), let high = littleEndian32(at: offset + 4) else { return nil }
    return UInt64(low) | UInt64(high) << 32
  }

  mutating func append16(_ value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: UInt32) {
    append16(UInt16(truncatingIfNeeded: value))
    append16(UInt16(truncatingIfNeeded: value >> 16))
  }

  /// Whether the bytes from the offset on begin with an ASCII text.
  func begins(with text: StaticString, at offset: Int = 0) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, length <= count, offset <= count - length else { return false }
    for index in 0..<length where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }
}

/// An ASCII capital as its small letter; other bytes as they are.
func asciiFolded(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
