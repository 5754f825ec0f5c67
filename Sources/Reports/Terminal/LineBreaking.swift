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
    for piece in pieces(text) {
      let columns = measure.columns(of: piece)
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

  /// The smallest pieces that stay together: a word, a full-width character with the marks that belong to it, a space.
  func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let previous, mayBreak(between: previous, and: scalar) {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
      }
      piece.append(scalar)
      previous = scalar
    }
    if !piece.isEmpty { pieces.append(String(piece)) }
    return pieces
  }

  private func mayBreak(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
    if right == " " || left == " " { return true }
    if LineBreaking.neverFirst.contains(right.value) || LineBreaking.neverLast.contains(left.value) { return false }
    if isDigit(left), !LineBreaking.closesPhrase.contains(right.value) { return false }
    return measure.columns(of: left) == 2 || measure.columns(of: right) == 2
  }

  /// A figure keeps its unit.
  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static let neverFirst = Set("、。，．,.(-」』）)］]｝・：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々%％".unicodeScalars.map { $0.value })
  private static let neverLast = Set("「『（(［[｛".unicodeScalars.map { $0.value })
  private static let closesPhrase = Set("からへをがでとはに".unicodeScalars.map { $0.value })
}
