/// Writes Markdown as most sites read it (GitHub's tables), with everything that came from files escaped.
struct MarkdownWriter {
  private(set) var bytes: [UInt8] = []

  mutating func heading(_ text: String, level: Int) {
    if !bytes.isEmpty { append("\n") }
    append(String(repeating: "#", count: level) + " " + MarkdownWriter.escaped(text) + "\n")
  }

  mutating func paragraph(_ text: String) { append("\n" + MarkdownWriter.escaped(text) + "\n") }

  mutating func quote(_ text: String) { append("\n> " + MarkdownWriter.escaped(text) + "\n") }

  mutating func list(_ items: [String]) {
    append("\n")
    for item in items { append("- " + MarkdownWriter.escaped(item) + "\n") }
  }

  /// A table; columns that are empty in every row are left out. A cell may hold several lines.
  mutating func table(head: [String], rows: [[[String]]], rightAligned: Set<Int> = []) {
    let columns = head.indices.filter { column in rows.contains { !$0[column].allSatisfy { $0.isEmpty } } }
    if columns.isEmpty { return }
    append("\n|")
    for column in columns { append(" " + MarkdownWriter.escaped(head[column]) + " |") }
    append("\n|")
    for column in columns { append(rightAligned.contains(column) ? " ---: |" : " --- |") }
    append("\n")
    for row in rows {
      append("|")
      for column in columns {
        append(" " + row[column].filter { !$0.isEmpty }.map { MarkdownWriter.escaped($0) }.joined(separator: "<br>") + " |")
      }
      append("\n")
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// The text with every character escaped that Markdown or HTML could read as more than a character. An `@` is written as an
  /// entity, so that pasting a report into a discussion calls nobody.
  static func escaped(_ text: String) -> String {
    let safe = SafeText.escaped(text)
    var result = ""
    for scalar in safe.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "#", "$":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "&#64;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
