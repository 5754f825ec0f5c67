/// The escapes by which texts of a workbook hold characters that XML does not allow (ECMA-376 part 1, 22.9.2.19):
/// `_x000D_` is a carriage return, and `_x005F_` an underline that would otherwise begin an escape.
enum EscapedText {
  /// Decodes what stands from an offset to the end.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard let first = firstEscape(in: bytes, from: start) else { return }
    var decoded: [UInt8] = []
    var read = first
    var copied = first
    while let unit = escape(in: bytes, at: read) {
      decoded.append(contentsOf: bytes[copied..<read])
      read += 7
      if unit >= 0xD800, unit < 0xDC00, let low = escape(in: bytes, at: read), low >= 0xDC00, low < 0xE000 {
        decoded.append(scalar: 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        read += 7
      } else {
        decoded.append(scalar: unit)
      }
      copied = read
      read = firstEscape(in: bytes, from: read) ?? bytes.count
    }
    decoded.append(contentsOf: bytes[copied...])
    bytes.replaceSubrange(first..., with: decoded)
  }

  /// Whether an escape stands at an offset, so that the text needs escaping to mean itself.
  static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool { escape(in: bytes, at: index) != nil }

  private static func firstEscape(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 7 <= bytes.count {
      if bytes[index] == UInt8(ascii: "_"), escape(in: bytes, at: index) != nil { return index }
      index += 1
    }
    return nil
  }

  /// The UTF-16 code unit that `_xHHHH_` stands for.
  private static func escape(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt32 = 0
    for offset in 2..<6 {
      guard let digit = hexadecimalDigit(bytes[index + offset]) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}
