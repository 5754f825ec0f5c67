import Diagnostics

/// Diagnostics as users see them on a terminal: what is wrong, where, the line itself with a mark under the place, why, and
/// what to write instead.
package struct DiagnosticText {
  private var reader: SourceReader
  private let language: Language
  private let style: TextStyle
  private let cells: CellNames

  package init(_ sources: SourceSet, language: Language, style: TextStyle = TextStyle()) {
    reader = SourceReader(sources)
    self.language = language
    self.style = style
    cells = CellNames(language)
  }

  /// One diagnostic, ending in a line break.
  package mutating func text(of diagnostic: Diagnostic) -> [UInt8] {
    var canvas = TextCanvas(style)
    let severity =
      diagnostic.severity == .error ? Wording("error", "エラー") : Wording("warning", "警告")
    canvas.line([
      Run(severity.text(in: language) + " " + diagnostic.code.name, diagnostic.severity == .error ? .bad : .caution),
      Run(": " + diagnostic.message.text(in: language), .strong),
    ])
    canvas.line([Run(place(of: diagnostic.location), .faint)], indent: 2)
    let gutter = gutterWidth(diagnostic)
    excerpt(diagnostic.location, mark: "^", note: "", gutter: gutter, tone: .bad, on: &canvas)
    for label in diagnostic.labels { add(label, beside: diagnostic.location, gutter: gutter, on: &canvas) }
    let reasonWord = Wording("why", "理由").text(in: language)
    let mendWord = Wording("mend", "直し方").text(in: language)
    let margin = 4 + max(canvas.columns(reasonWord), canvas.columns(mendWord))
    for (word, wording) in [(reasonWord, diagnostic.reason), (mendWord, diagnostic.mend)] {
      guard let wording else { continue }
      canvas.labelled(word, wording.text(in: language), indent: 2, hanging: margin)
    }
    return canvas.bytes
  }

  /// Several, with an empty line between them.
  package mutating func text(of diagnostics: [Diagnostic]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, diagnostic) in diagnostics.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\n")) }
      bytes += text(of: diagnostic)
    }
    return bytes
  }

  /// Such as `rulebook.pdca:3:7`, `北区.csv, 12行, 4列目` or a path.
  package mutating func place(of location: Location) -> String {
    switch location {
    case .rule(let span):
      guard let file = reader.file(span), let position = reader.position(of: span.start, in: span) else { return "" }
      return file.path + ":" + String(position.line) + ":" + String(position.column)
    case .cell(let place): return cells.name(of: place)
    case .file(let path): return path
    }
  }

  private mutating func add(_ label: Label, beside main: Location, gutter: Int, on canvas: inout TextCanvas) {
    let note = label.wording.text(in: language)
    if case .rule(let span) = label.location {
      if case .rule(let first) = main, first.file == span.file {
        return excerpt(label.location, mark: "-", note: note, gutter: gutter, tone: .caution, on: &canvas)
      }
      canvas.line([Run(place(of: label.location), .faint)], indent: 2)
      return excerpt(label.location, mark: "-", note: note, gutter: gutter, tone: .caution, on: &canvas)
    }
    canvas.line([Run(place(of: label.location), .faint), Run("  " + note)], indent: 2)
  }

  /// The widest line number that is shown.
  private mutating func gutterWidth(_ diagnostic: Diagnostic) -> Int {
    var width = 0
    for location in [diagnostic.location] + diagnostic.labels.map({ $0.location }) {
      guard case .rule(let span) = location, let position = reader.position(of: span.start, in: span) else { continue }
      width = max(width, String(position.line).utf8.count)
    }
    return width
  }

  /// The line of the rule and a mark right under the place, by the columns that the characters before it take.
  private mutating func excerpt(
    _ location: Location, mark: String, note: String, gutter: Int, tone: Tone, on canvas: inout TextCanvas
  ) {
    guard case .rule(let span) = location, let position = reader.position(of: span.start, in: span),
      let parts = reader.excerpt(of: span, room: style.width)
    else { return }
    let room = style.width - gutter - 7
    let before = cut(shown(parts.before), keepingEndOf: room * 2 / 3)
    let marked = cut(shown(parts.marked), keepingStartOf: max(1, room - canvas.columns(before)))
    let after = cut(shown(parts.after), keepingStartOf: max(0, room - canvas.columns(before) - canvas.columns(marked)))
    let number = String(position.line)
    let margin = String(repeating: " ", count: gutter - number.utf8.count)
    canvas.line([Run(margin + number + " | ", .faint), Run(before), Run(marked), Run(after)], indent: 4)
    let marks = String(repeating: mark, count: max(1, canvas.columns(marked)))
    canvas.line(
      [
        Run(String(repeating: " ", count: gutter) + " | ", .faint), Run(String(repeating: " ", count: canvas.columns(before))),
        Run(marks, tone), Run(note.isEmpty ? "" : " " + note, tone),
      ], indent: 4)
  }

  /// A line of the file as it is shown: tabs as spaces, what can't be seen written out.
  private func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value == 9 { result += "    " } else { SafeText.append(scalar, to: &result) }
    }
    return result
  }

  private func cut(_ text: String, keepingStartOf columns: Int) -> String {
    var used = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      used += style.measure.columns(of: scalar)
      if used > columns { return String(kept) + "..." }
      kept.append(scalar)
    }
    return text
  }

  private func cut(_ text: String, keepingEndOf columns: Int) -> String {
    var used = 0
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.reversed() {
      used += style.measure.columns(of: scalar)
      if used > columns {
        var result = String.UnicodeScalarView()
        for scalar in kept.reversed() { result.append(scalar) }
        return "..." + String(result)
      }
      kept.append(scalar)
    }
    return text
  }
}
