import Inflation
import Submissions
import Workbook

/// A data file as far as it can be read without a rulebook, so that this can happen while the rulebook is read.
enum OpenedFile: Sendable {
  case text(DecodedText)
  case workbook(WorkbookReading)
  /// A large delimited file is read piece by piece.
  case pieces(ByteSource)

  init(_ file: InputFile) {
    if OpenedFile.isWorkbook(file) {
      self = .workbook(WorkbookReading(file.bytes, file: file.path, inflate: Inflating.inflate))
    } else {
      switch file.content {
      case .bytes(let bytes): self = .text(DecodedText(decoding: bytes))
      case .pieces(let source): self = .pieces(source)
      }
    }
  }

  /// Told by the first bytes; a file that calls itself a workbook and is none is named as what it is.
  static func isWorkbook(_ file: InputFile) -> Bool {
    switch FileKind(signedBy: head(of: file)) {
    case .archive, .passwordProtected, .oldWorkbook, .oldDocument, .markupWorkbook, .pdf: true
    default: [".xlsx", ".xlsm", ".xls"].contains { isEnding($0, of: file.path) }
    }
  }

  /// Whether a path ends so, in small letters or capitals.
  private static func isEnding(_ ending: String, of path: String) -> Bool {
    path.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 == $1 || ($0 | 0x20 == $1 && $1 >= 0x61) }
  }

  /// As much of a file as tells its kind; all of it where it is held anyway.
  private static func head(of file: InputFile) -> [UInt8] {
    switch file.content {
    case .bytes(let bytes): bytes
    case .pieces(let source): source.head
    }
  }
}
