/// The CRC-32 that archives keep of every entry (polynomial 0xEDB88320, as PKWARE's application note gives it).
enum Checksum {
  /// Eight tables of 256, so that eight bytes are taken at a time.
  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 8 * 256)
    for index in 0..<256 {
      var value = UInt32(index)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
      table[index] = value
    }
    for index in 256..<(8 * 256) {
      let earlier = table[index - 256]
      table[index] = table[Int(earlier & 0xFF)] ^ (earlier >> 8)
    }
    return table
  }()

  static func of(_ bytes: [UInt8]) -> UInt32 {
    let table = self.table
    var value: UInt32 = 0xFFFF_FFFF
    var index = 0
    while index <= bytes.count - 8 {
      let low = value ^ word(bytes, index)
      let high = word(bytes, index + 4)
      let first = table[1792 + Int(low & 0xFF)] ^ table[1536 + Int(low >> 8 & 0xFF)]
      let second = table[1280 + Int(low >> 16 & 0xFF)] ^ table[1024 + Int(low >> 24)]
      let third = table[768 + Int(high & 0xFF)] ^ table[512 + Int(high >> 8 & 0xFF)]
      let fourth = table[256 + Int(high >> 16 & 0xFF)] ^ table[Int(high >> 24)]
      value = first ^ second ^ third ^ fourth
      index += 8
    }
    while index < bytes.count {
      value = table[Int((value ^ UInt32(bytes[index])) & 0xFF)] ^ (value >> 8)
      index += 1
    }
    return ~value
  }

  @inline(__always)
  private static func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16 | UInt32(bytes[index + 3]) << 24
  }
}
