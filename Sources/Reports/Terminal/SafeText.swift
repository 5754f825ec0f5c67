/// Text that came from a file, made safe to show: characters that move the cursor, reverse the reading order or can't be seen
/// are written out as `\u{202E}`, so that what is on the screen is what is in the file.
package enum SafeText {
  /// The text in one line, with every such character written out.
  package static func escaped(_ text: String) -> String {
    if !mayHoldHazards(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// Adds one character; a tab or a line break as `\t`, `\n`, `\r`.
  static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    guard isHazardous(scalar.value) else { return result.unicodeScalars.append(scalar) }
    switch scalar.value {
    case 0x09: result += "\\t"
    case 0x0A: result += "\\n"
    case 0x0D: result += "\\r"
    default: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }

  /// Whether the text could hold a hazardous character, told by its bytes: sometimes where there is none, never not where
  /// there is one. Nearly all texts are harmless, and are written without being taken apart.
  static func mayHoldHazards(_ text: String, orAny others: (UInt8, UInt8) = (0, 0)) -> Bool {
    let answer = text.utf8.withContiguousStorageIfAvailable { buffer -> Bool in
      var offset = 0
      while offset < buffer.count {
        let byte = buffer[offset]
        if (0xE3...0xE9).contains(byte) {
          // Kana and kanji.
          offset += 3
          continue
        }
        if byte < 0x20 || byte == 0x7F || byte == others.0 || byte == others.1 { return true }
        if byte >= 0xC2 {
          let next = offset + 1 < buffer.count ? buffer[offset + 1] : 0
          switch byte {
          case 0xC2: if next < 0xA0 || next == 0xAD { return true }
          case 0xD8, 0xF3: return true
          case 0xE1: if next == 0xA0 { return true }
          case 0xE2: if next < 0x82 { return true }
          case 0xEF: if next == 0xBB || next == 0xBF { return true }
          default: break
          }
        }
        offset += 1
      }
      return false
    }
    return answer ?? true
  }

  /// Control characters, marks of direction, characters without width, line separators and tags.
  static func isHazardous(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
