import Diagnostics

/// Diagnostics for other programs: one object each, on a line of its own.
package struct DiagnosticJSON {
  private var reader: SourceReader
  private let language: Language

  package init(_ sources: SourceSet, language: Language) {
    reader = SourceReader(sources)
    self.language = language
  }

  /// A list of diagnostics as a document of its own.
  package static func document(_ diagnostics: [Diagnostic], _ sources: SourceSet, language: Language) -> [UInt8] {
    var writer = JSONWriter()
    var json = DiagnosticJSON(sources, language: language)
    json.write(diagnostics, to: &writer)
    return writer.finish()
  }

  package mutating func write(_ diagnostics: [Diagnostic], to writer: inout JSONWriter) {
    writer.beginList(spread: true)
    for diagnostic in diagnostics { write(diagnostic, to: &writer) }
    writer.endList()
  }

  private mutating func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("code", diagnostic.code.name)
    writer.member("severity", diagnostic.severity == .error ? "error" : "warning")
    writer.member("message", diagnostic.message.text(in: language))
    writer.key("location")
    write(diagnostic.location, to: &writer)
    writer.member("reason", diagnostic.reason?.text(in: language))
    writer.member("mend", diagnostic.mend?.text(in: language))
    writer.key("labels")
    writer.beginList()
    for label in diagnostic.labels {
      writer.beginObject()
      writer.member("message", label.wording.text(in: language))
      writer.key("location")
      write(label.location, to: &writer)
      writer.endObject()
    }
    writer.endList()
    writer.endObject()
  }

  /// Lines and columns count from 1, columns of rules in characters; the end is one past the last character.
  private mutating func write(_ location: Location, to writer: inout JSONWriter) {
    writer.beginObject()
    switch location {
    case .rule(let span):
      let start = reader.position(of: span.start, in: span)
      let end = reader.position(of: span.end, in: span)
      writer.member("kind", "rule")
      writer.member("path", reader.file(span)?.path ?? "")
      writer.member("line", start?.line)
      writer.member("column", start?.column)
      writer.member("endLine", end?.line)
      writer.member("endColumn", end?.column)
    case .cell(let place):
      writer.member("kind", "cell")
      writer.member("path", place.file)
      PlaceJSON.writePosition(place.position, to: &writer)
    case .file(let path):
      writer.member("kind", "file")
      writer.member("path", path)
    }
    writer.endObject()
  }
}

/// A cell's members in an object that other programs read: a workbook's cell has no line, a text file's no sheet.
enum PlaceJSON {
  static func writePosition(_ position: CellPosition, to writer: inout JSONWriter) {
    switch position {
    case .field(let line, let column):
      writer.member("sheet", nil as String?)
      writer.member("cell", nil as String?)
      writer.member("line", line)
      writer.member("column", column)
    case .sheetCell(let sheet, let row, let column):
      writer.member("sheet", sheet)
      writer.member("cell", columnLetters(column) + String(row))
      writer.member("line", nil as Int?)
      writer.member("column", nil as Int?)
    }
  }
}
