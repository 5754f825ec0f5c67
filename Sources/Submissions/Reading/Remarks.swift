import Diagnostics

/// The diagnostics of one file, put in the order of its cells at the end, whatever the order in which they were found.
struct Remarks {
  private var entries: [Entry] = []
  private(set) var leftOut = 0
  let path: String

  /// A file that is wrong throughout would otherwise leave more remarks than anyone reads.
  static let limit = 10_000

  private struct Entry {
    let line: Int
    let column: Int
    let found: Int
    let diagnostic: Diagnostic
  }

  init(path: String) { self.path = path }

  mutating func add(_ diagnostic: Diagnostic) {
    guard entries.count < Remarks.limit else {
      leftOut += 1
      return
    }
    var line = 0
    var column = 0
    if case .cell(let place) = diagnostic.location {
      switch place.position {
      case .field(let fieldLine, let fieldColumn): (line, column) = (fieldLine, fieldColumn)
      case .sheetCell(_, let row, let sheetColumn): (line, column) = (row, sheetColumn)
      }
    }
    entries.append(Entry(line: line, column: column, found: entries.count, diagnostic: diagnostic))
  }

  mutating func add(_ diagnostics: [Diagnostic], leftOut more: Int = 0) {
    for diagnostic in diagnostics { add(diagnostic) }
    leftOut += more
  }

  func inOrder() -> [Diagnostic] {
    let sorted = entries.sorted { left, right in
      if left.line != right.line { return left.line < right.line }
      if left.column != right.column { return left.column < right.column }
      return left.found < right.found
    }
    var diagnostics = sorted.map { $0.diagnostic }
    if leftOut > 0 {
      diagnostics.append(
        Diagnostic(
          .furtherRemarks, .error, at: .file(path),
          Wording("\(leftOut) more remarks on this file are not shown", "このファイルには、ほかに\(leftOut)件の指摘があります（省略）")))
    }
    return diagnostics
  }
}

/// A user's own words in marks, cut where they are long.
func quoted(_ text: String) -> String {
  let longest = 40
  let scalars = text.unicodeScalars
  guard scalars.count > longest else { return "「" + text + "」" }
  return "「" + String(scalars.prefix(longest)) + "…」"
}
