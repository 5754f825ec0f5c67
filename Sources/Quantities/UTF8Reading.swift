package enum UTF8Reading {
  /// The character that begins at an offset of sound UTF-8, which is moved behind it.
  @inlinable package static func scalar(in bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
    let first = UInt32(bytes[offset])
    let start = offset
    func next(_ place: Int) -> UInt32 { UInt32(bytes[start + place] & 0x3F) }
    switch first {
    case 0..<0x80:
      offset += 1
      return first
    case 0..<0xE0:
      offset += 2
      return (first & 0x1F) << 6 | next(1)
    case 0..<0xF0:
      offset += 3
      return (first & 0x0F) << 12 | next(1) << 6 | next(2)
    default:
      offset += 4
      return (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
    }
  }
}
