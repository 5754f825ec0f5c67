/// The bytes of a part as UTF-8, whatever it was written in.
enum MarkupText {
  enum Outcome {
    case utf8([UInt8])
    case faulty(MarkupFault, at: Int)
  }

  /// UTF-8 without a byte-order mark, checked to hold only characters that XML allows.
  static func utf8(_ bytes: [UInt8]) -> Outcome {
    if bytes.begins(with: "\u{FEFF}") { return checked(Array(bytes.dropFirst(3))) }
    guard bytes.count >= 2 else { return checked(bytes) }
    switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF): return converted(bytes, from: 2, bigEndian: true)
    case (0xFF, 0xFE): return converted(bytes, from: 2, bigEndian: false)
    case (0x00, 0x3C): return converted(bytes, from: 0, bigEndian: true)
    case (0x3C, 0x00): return converted(bytes, from: 0, bigEndian: false)
    default: return checked(bytes)
    }
  }

  private static func converted(_ bytes: [UInt8], from start: Int, bigEndian: Bool) -> Outcome {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var index = start
    var lead: UInt32?
    while index + 1 < bytes.count {
      let first = UInt32(bytes[index])
      let second = UInt32(bytes[index + 1])
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      switch (lead, unit) {
      case (nil, 0xD800...0xDBFF): lead = unit
      case (let high?, 0xDC00...0xDFFF):
        text.append(scalar: 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
        lead = nil
      case (nil, 0xDC00...0xDFFF), (.some, _): return .faulty(.notText, at: index)
      default: text.append(scalar: unit)
      }
      index += 2
    }
    guard lead == nil, index == bytes.count else { return .faulty(.notText, at: index) }
    return checked(text)
  }

  /// Refuses what is not well-formed UTF-8 and the characters that XML 1.0 does not allow (2.2).
  private static func checked(_ bytes: [UInt8]) -> Outcome {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return .faulty(.forbiddenCharacter, at: index) }
        index = endOfPrintable(bytes, from: index + 1)
        continue
      }
      let length = UTF8Form.length(bytes, at: index)
      guard length > 0 else { return .faulty(.notText, at: index) }
      if byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return .faulty(.forbiddenCharacter, at: index) }
      index += length
    }
    return .utf8(bytes)
  }
}

/// Where the first byte stands, from an index on, that is a control character or not ASCII. Eight bytes at a time: markup is
/// nearly all printable, and a sheet of a form has some hundred thousand bytes.
private func endOfPrintable(_ bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBytes { raw in
    var index = start
    while raw.count - index >= 8 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // The second part has a high bit wherever a byte is below 0x20, and none before the first such byte or high one.
      let ends = (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080
      if ends != 0 { return index + ends.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, raw[index] >= 0x20, raw[index] < 0x80 { index += 1 }
    return index
  }
}

/// How characters beyond ASCII are laid out in UTF-8.
enum UTF8Form {
  /// The number of bytes of the character that begins at the index, or 0 when they are not well-formed (Unicode, table 3-7).
  static func length(_ bytes: [UInt8], at index: Int) -> Int {
    func continues(_ offset: Int, from low: UInt8 = 0x80, to high: UInt8 = 0xBF) -> Bool {
      index + offset < bytes.count && bytes[index + offset] >= low && bytes[index + offset] <= high
    }
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, from: 0xA0) && continues(2) ? 3 : 0
    case 0xED: return continues(1, to: 0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, from: 0x90) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, to: 0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}

extension [UInt8] {
  /// Appends a character by its number; a number that is no character becomes the replacement character.
  mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0xD800..<0xE000, 0x11_0000...:
      append(scalar: 0xFFFD)
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
