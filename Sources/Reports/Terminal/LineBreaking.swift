import Quantities

/// Breaks running text into lines that fit a width: between any two full-width characters, except where Japanese typesetting
/// keeps them together, and otherwise at spaces.
struct LineBreaking {
  let measure: DisplayWidth

  /// The lines of the text, each at most `width` columns wide; `first` is what the first line may take.
  func lines(_ text: String, first: Int, width: Int) -> [String] {
    if text.utf8.count <= first || measure.columns(of: text) <= first, !text.utf8.starts(with: [0x20]) { return [trimmed(text)] }
    var lines: [String] = []
    var line = ""
    var used = 0
    var room = max(2, first)
    for (piece, columns) in pieces(text) {
      if used > 0, used + columns > room, piece != " " {
        lines.append(trimmed(line))
        (line, used, room) = ("", 0, max(2, width))
      }
      if columns > room {
        split(piece, into: &lines, line: &line, used: &used, room: max(2, width))
      } else if !(piece == " " && used == 0) {
        line += piece
        used += columns
      }
    }
    if used > 0 || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// A piece that no line can hold is cut anywhere.
  private func split(_ piece: String, into lines: inout [String], line: inout String, used: inout Int, room: Int) {
    for scalar in piece.unicodeScalars {
      let columns = measure.columns(of: scalar)
      if used + columns > room, used > 0 {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.unicodeScalars.append(scalar)
      used += columns
    }
  }

  private func trimmed(_ line: String) -> String {
    guard line.utf8.last == 0x20 else { return line }
    var end = line.unicodeScalars
    while end.last == " " { end.removeLast() }
    return String(end)
  }

  /// The smallest pieces that stay together, with their widths: a word, a full-width character with the marks that belong to it,
  /// a space.
  func pieces(_ text: String) -> [(text: String, columns: Int)] {
    ExactText.withBytes(text) { bytes in
      var pieces: [(text: String, columns: Int)] = []
      var (start, offset) = (0, 0)
      var columns = 0
      var previous = Glyph(value: 0, columns: 0)
      while offset < bytes.count {
        let place = offset
        let value = UTF8Reading.scalar(in: bytes, &offset)
        let glyph = Glyph(value: value, columns: measure.columns(ofValue: value))
        if place > start, mayBreak(between: previous, and: glyph) {
          pieces.append((String(decoding: bytes[start..<place], as: UTF8.self), columns))
          (start, columns) = (place, 0)
        }
        columns += glyph.columns
        previous = glyph
      }
      if offset > start { pieces.append((String(decoding: bytes[start..<offset], as: UTF8.self), columns)) }
      return pieces
    }
  }

  private struct Glyph {
    let value: UInt32
    let columns: Int
    var isSpace: Bool { value == 0x20 }
  }

  private func mayBreak(between left: Glyph, and right: Glyph) -> Bool {
    if right.isSpace || left.isSpace { return true }
    if left.columns < 2, right.columns < 2 { return false }
    if LineBreaking.neverFirst.contains(right.value) || LineBreaking.neverLast.contains(left.value) { return false }
    return !isDigit(left.value) || LineBreaking.closesPhrase.contains(right.value)
  }

  /// A figure keeps its unit.
  private func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

  private static let neverFirst = Set("、。，．,.(-」』）)］]｝・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々%％".unicodeScalars.map { $0.value })
  private static let neverLast = Set("「『（(［[｛".unicodeScalars.map { $0.value })
  private static let closesPhrase = Set("からへをがでとはに".unicodeScalars.map { $0.value })
}
