/// Text that came from a file, made safe to show: characters that move the cursor, reverse the reading order or can't be seen
/// are written out as `\u{202E}`, so that what is on the screen is what is in the file.
package enum SafeText {
  /// The text in one line, with every such character written out.
  package static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
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
