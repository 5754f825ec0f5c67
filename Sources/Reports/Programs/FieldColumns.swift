import Diagnostics

/// Where in its line a field of a delimited file begins, counted in characters as editors and annotations count them: results
/// name fields by their place in the row.
package struct FieldColumns: Sendable {
  private struct File: Sendable {
    let bytes: [UInt8]
    let lineStarts: [Int]
  }

  private var files: [String: File] = [:]

  package init() {}

  /// Adds a file as UTF-8 without a byte order mark.
  package mutating func add(_ path: String, _ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    files[path] = File(bytes: bytes, lineStarts: starts)
  }

  /// The column, from 1, or nothing where the line has no such field: a row may go on over several lines.
  package func column(ofField field: Int, line: Int, in path: String) -> Int? {
    guard let file = files[path], field > 0, line > 0, line <= file.lineStarts.count else { return nil }
    let separator = FieldColumns.separator(file.bytes)
    var (offset, column, current) = (file.lineStarts[line - 1], 1, 1)
    var isQuoted = false
    while current < field {
      guard offset < file.bytes.count, file.bytes[offset] != UInt8(ascii: "\n") else { return nil }
      let byte = file.bytes[offset]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() } else if byte == separator, !isQuoted { current += 1 }
      if byte & 0xC0 != 0x80 { column += 1 }
      offset += 1
    }
    return column
  }

  /// The sign that the first line has most of, as a reader of such files takes it.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { break }
      counts[byte, default: 0] += 1
    }
    let signs = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    return signs.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? signs[0]
  }
}
