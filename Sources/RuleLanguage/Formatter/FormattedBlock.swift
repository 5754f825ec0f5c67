import Diagnostics

/// A declaration as it is written: its head and its clauses, each a line, with the place in the source that each came from.
struct FormattedBlock {
  struct Line {
    var offset: Int32
    var text: String
    /// The word that opens the clause, where the tree does not say where it stood.
    let word: Word?
    /// Remarks that stand on lines of their own before this one.
    var remarksBefore: [String] = []
    /// The remark behind it.
    var remark: String?
  }

  private(set) var lines: [Line] = []
  /// Remarks below the last line.
  var remarksBelow: [String] = []
  /// A declaration that stands as it was, with the remarks in it.
  private(set) var isVerbatim = false

  static func verbatim(_ offset: Int32, _ text: String) -> FormattedBlock {
    var block = FormattedBlock(offset, text)
    block.isVerbatim = true
    return block
  }

  init(_ offset: Int32, _ head: String) { lines = [Line(offset: offset, text: head, word: nil)] }

  mutating func add(_ place: Place, _ text: String) {
    lines.append(Line(offset: place.span.start, text: text, word: nil))
  }

  mutating func add(_ word: Word, _ text: String) { lines.append(Line(offset: -1, text: text, word: word)) }

  var isOneLine: Bool { lines.count == 1 && !isVerbatim && remarksBelow.isEmpty }

  /// Gives every clause its place, and the order in which the clauses stood.
  mutating func arrange(_ place: (Line) -> Int32) {
    for index in lines.indices { lines[index].offset = place(lines[index]) }
    let clauses = lines.dropFirst().enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
    lines = [lines[0]] + clauses.map { $0.element }
  }

  /// The last line that begins at or before an offset.
  func line(at offset: Int32) -> Int { lines.lastIndex { $0.offset <= offset } ?? 0 }

  /// A remark that stands alone before a line; none stands before the head.
  mutating func addRemark(_ text: String, before line: Int) {
    let line = max(line, 1)
    if line < lines.count { lines[line].remarksBefore.append(text) } else { remarksBelow.append(text) }
  }

  /// A remark behind a line: of several the last one stays there.
  mutating func addRemark(_ text: String, behind line: Int) {
    if let earlier = lines[line].remark { addRemark(earlier, before: line) }
    lines[line].remark = text
  }

  var text: String {
    var text = ""
    for (index, line) in lines.enumerated() {
      for remark in line.remarksBefore { text += "  " + remark + "\n" }
      text += (index == 0 ? "" : "  ") + line.text + (line.remark.map { "  " + $0 } ?? "") + "\n"
    }
    for remark in remarksBelow { text += "  " + remark + "\n" }
    return text
  }
}
