import Workbook

/// The parts of a workbook that the caller has inflated, by the place where their compressed bytes begin in the file. A browser
/// inflates only later, never at once: so a workbook is read again and again, each time with the parts that it asked for before.
package struct InflatedParts {
  /// A part to be inflated: where it stands in the file, and how many bytes it must have.
  package struct Wanted: Sendable {
    package let start: Int
    package let count: Int
    package let size: Int
  }

  /// Nothing for a part that could not be inflated.
  private var parts: [Int: [UInt8]?] = [:]

  package init() {}

  package mutating func supply(_ bytes: [UInt8]?, start: Int) { parts[start] = .some(bytes) }

  /// The workbook, and the parts without which more could not be read.
  package func read(_ file: NamedFile) -> (workbook: WorkbookReading, wanted: [Wanted]) {
    var wanted: [Wanted] = []
    let workbook = WorkbookReading(file.bytes, file: file.path) { compressed, size, limit in
      if let known = parts[compressed.startIndex] { return known }
      if size <= limit { wanted.append(Wanted(start: compressed.startIndex, count: compressed.count, size: size)) }
      return nil
    }
    return (workbook, wanted)
  }

  /// Told by the first bytes; a file that calls itself a workbook and is none is named as what it is.
  package static func isWorkbook(_ file: NamedFile) -> Bool {
    switch FileKind(file.bytes) {
    case .archive, .passwordProtected, .oldWorkbook, .oldDocument, .markupWorkbook, .pdf: true
    default: [".xlsx", ".xlsm", ".xls"].contains { file.path.lowercased().hasSuffix($0) }
    }
  }
}
