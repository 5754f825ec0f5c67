import Diagnostics

/// Lines and columns of rule files, and the part of a line that a message shows. A file may hold one line of many megabytes:
/// no whole line is ever copied, and columns along it are counted on from the place asked for last.
struct SourceReader {
  struct Position {
    let line: Int
    /// Counted in characters (Unicode scalars), from 1.
    let column: Int
  }

  let sources: SourceSet
  private var last: (file: Int32, lineStart: Int, offset: Int, column: Int)?

  init(_ sources: SourceSet) { self.sources = sources }

  func file(_ span: SourceSpan) -> SourceText? {
    sources.files.indices.contains(Int(span.file)) ? sources.files[Int(span.file)] : nil
  }

  mutating func position(of offset: Int32, in span: SourceSpan) -> Position? {
    guard let file = file(span) else { return nil }
    let place = max(0, min(Int(offset), file.bytes.count))
    let line = file.line(at: Int32(truncatingIfNeeded: place))
    let lineStart = Int(file.start(ofLine: line))
    var (from, column) = (lineStart, 1)
    if let last, last.file == span.file, last.lineStart == lineStart, last.offset <= place {
      (from, column) = (last.offset, last.column)
    }
    column += SourceReader.characters(in: file.bytes, from, place)
    last = (span.file, lineStart, place, column)
    return Position(line: line, column: column)
  }

  /// Characters that begin between the offsets.
  private static func characters(in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var count = 0
    bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      while offset < end {
        if buffer[offset] & 0xC0 != 0x80 { count += 1 }
        offset += 1
      }
    }
    return count
  }

  /// The first line of a span, cut to what lies near it: the text before, the marked text and the text after.
  func excerpt(of span: SourceSpan, room: Int) -> (before: String, marked: String, after: String)? {
    guard let file = file(span) else { return nil }
    let bytes = file.bytes
    let start = max(0, min(Int(span.start), bytes.count))
    var end = max(start, min(Int(span.end), bytes.count))
    let lineStart = Int(file.start(ofLine: file.line(at: Int32(truncatingIfNeeded: start))))
    var lineEnd = start
    let farthest = min(bytes.count, start + 4 * room)
    while lineEnd < farthest, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    if lineEnd > start, lineEnd < bytes.count || lineEnd == farthest, bytes[lineEnd - 1] == UInt8(ascii: "\r") { lineEnd -= 1 }
    end = min(end, lineEnd)
    let near = max(lineStart, start - 4 * room)
    return (
      SourceReader.text(bytes, near, start, cutAtStart: near > lineStart),
      SourceReader.text(bytes, start, end, cutAtStart: false),
      SourceReader.text(bytes, end, max(end, lineEnd), cutAtStart: false)
    )
  }

  /// The text between offsets that may lie inside a character: halves of characters are left out.
  private static func text(_ bytes: [UInt8], _ start: Int, _ end: Int, cutAtStart: Bool) -> String {
    var (low, high) = (start, end)
    if cutAtStart { while low < high, bytes[low] & 0xC0 == 0x80 { low += 1 } }
    var lead = high - 1
    while lead > low, high - lead < 4, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    if lead >= low, bytes[lead] >= 0xC0 {
      let needed = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
      if high - lead < needed { high = lead }
    }
    return String(decoding: bytes[low..<max(low, high)], as: UTF8.self)
  }
}
