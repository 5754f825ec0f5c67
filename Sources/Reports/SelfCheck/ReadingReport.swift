import Diagnostics
import Facts
import Rulebook

/// What came of a file that an area dropped on its page: its figures as entries, and every remark at its cell.
package enum ReadingReport {
  /// A figure of the file, as an entry of the page.
  package struct Entry {
    package let indicator: Int
    package let text: String

    package init(indicator: Int, text: String) {
      self.indicator = indicator
      self.text = text
    }
  }

  /// - Parameters:
  ///   - note: what else there is to say, such as that the file holds other areas only.
  ///   - field: the indicator whose cell a place is, where it is one of the area's own figures.
  package static func render(
    file: String, entries: [Entry], earlier: Int, note: Wording?, diagnostics: [Diagnostic], sources: SourceSet,
    language: Language, field: (Location) -> Int?
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("file", file)
    writer.member("earlier", earlier)
    writer.member("note", note?.text(in: language))
    writer.key("entries")
    writer.beginList()
    for entry in entries {
      writer.beginList()
      writer.value(entry.indicator)
      writer.value(entry.text)
      writer.endList()
    }
    writer.endList()
    writer.key("remarks")
    write(diagnostics, sources, language, to: &writer, field: field)
    writer.endObject()
    return writer.finish()
  }

  /// Remarks with their places in words.
  package static func write(
    _ diagnostics: [Diagnostic], _ sources: SourceSet, _ language: Language, to writer: inout JSONWriter,
    field: (Location) -> Int? = { _ in nil }
  ) {
    var text = DiagnosticText(sources, language: language)
    writer.beginList()
    for diagnostic in diagnostics {
      writer.beginObject()
      writer.member("code", diagnostic.code.name)
      writer.member("severity", diagnostic.severity == .error ? "error" : "warning")
      writer.member("place", text.place(of: diagnostic.location))
      writer.member("message", diagnostic.message.text(in: language))
      writer.member("reason", diagnostic.reason?.text(in: language))
      writer.member("mend", diagnostic.mend?.text(in: language))
      writer.member("field", field(diagnostic.location))
      writer.endObject()
    }
    writer.endList()
  }
}
