import Diagnostics

/// A table of cells, read row by row: the rows of a delimited file, or of a sheet.
protocol RowSource {
  /// Goes to the next row; false at the end.
  mutating func advance() -> Bool
  /// How many cells the row has; those past it are blank. Columns count from 0.
  var cellCount: Int { get }
  func cell(_ column: Int) -> SpelledCell
  /// Whether the cell would be read as blank.
  func isUnfilled(_ column: Int) -> Bool
  /// Hands the bytes of a name or heading to a closure, spaces and all; none for a cell past the end.
  func withSpelling<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
  func position(_ column: Int) -> CellPosition
  /// Why the cell has no value that could be read, where that is so.
  func refusal(_ column: Int) -> Diagnostic?
  /// Whether commas separate the cells, so that commas of thousands may have cut figures in two.
  var mayCutFigures: Bool { get }
  /// Whether a separator too many may have moved cells to other columns.
  var mayMoveCells: Bool { get }
  /// Whether the code of a figure's origin is that of a row further down, read before this one.
  func isOvertaken(by code: @autoclosure () -> UInt32) -> Bool
}

extension RowSource {
  func isOvertaken(by code: @autoclosure () -> UInt32) -> Bool { false }

  func isUnfilled(_ column: Int) -> Bool { isBlank(column) }

  /// The cell's text without the spaces around it.
  func text(_ column: Int) -> String {
    withSpelling(column) { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[trimmedRange(bytes)]), as: UTF8.self)
    }
  }

  func isBlank(_ column: Int) -> Bool {
    column >= cellCount || withSpelling(column) { $0.isEmpty || $0[0] <= 0x20 || $0[0] > 0x7E ? trimmedRange($0).isEmpty : false }
  }

  /// Whether no cell of the row says anything.
  var isBlankRow: Bool { (0..<cellCount).allSatisfy { isBlank($0) } }
}

/// The rows of a delimited file, with what its bytes and quotes gave rise to on the way.
struct DelimitedRows: RowSource {
  private var text: DelimitedText
  private var fields: [Field] = []
  private let file: String
  private let faults: [DecodingFault]
  private var nextFault = 0
  /// Damaged bytes, in the order of the file.
  private(set) var damage: [Diagnostic] = []

  init(_ decoded: DecodedText, file: String) {
    text = DelimitedText(decoded.bytes, file: file)
    self.file = file
    faults = decoded.faults
    encoding = decoded.encoding
  }

  private let encoding: TextEncoding

  /// Where the row after this one begins, and on which line.
  var nextRow: (offset: Int, line: Int) { (text.offset, text.line) }
  var separator: UInt8 { text.separator }

  /// What is wrong with quotes and row lengths so far.
  var mishaps: [Diagnostic] { text.diagnostics }
  var mishapsLeftOut: Int { text.diagnosticsLeftOut }

  var mayCutFigures: Bool { text.separator == UInt8(ascii: ",") }
  var mayMoveCells: Bool { true }

  mutating func advance() -> Bool {
    let isRow = text.nextRow(into: &fields)
    if nextFault < faults.count { reportFaults(untilEnd: !isRow) }
    return isRow
  }

  var cellCount: Int { fields.count }

  func cell(_ column: Int) -> SpelledCell {
    column < fields.count ? text.withContent(of: fields[column]) { SpelledCell(reading: $0) } : .blank
  }

  func withSpelling<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    column < fields.count
      ? text.withContent(of: fields[column], body) : body(UnsafeBufferPointer(start: nil, count: 0))
  }

  func refusal(_ column: Int) -> Diagnostic? { nil }

  func position(_ column: Int) -> CellPosition {
    .field(line: column < fields.count ? Int(fields[column].line) : text.rowLine, column: column + 1)
  }

  private mutating func reportFaults(untilEnd: Bool) {
    while nextFault < faults.count, untilEnd || faults[nextFault].textOffset <= text.rowRange.upperBound {
      let position = text.position(of: faults[nextFault].textOffset, in: fields)
      damage.append(damagedText(faults[nextFault], encoding, at: CellPlace(file: file, position: position)))
      nextFault += 1
    }
  }
}

private func damagedText(_ fault: DecodingFault, _ encoding: TextEncoding, at place: CellPlace) -> Diagnostic {
  let name = encoding.name
  let message =
    switch fault.kind {
    case .invalidBytes:
      Wording("a character of this cell is not \(name)", "このセルに\(name)でない文字があります")
    case .loneSurrogate:
      Wording("half of a character is missing in this cell", "このセルに半分しかない文字があります")
    case .oddByte:
      Wording("the file ends in the middle of a character", "ファイルが文字の途中で終わっています")
    case .zeroBytes:
      Wording("this cell holds \(fault.length) NUL bytes", "このセルにNULバイトが\(fault.length)個あります")
    }
  return Diagnostic(
    .damagedText, .error, at: .cell(place), message,
    reason: Wording(
      "byte \(fault.sourceOffset) of the file; � was put in its place and the rest is read as \(name)",
      "ファイルの\(fault.sourceOffset)バイト目です。「�」に置き換え、ほかは\(name)として読みました。"),
    mend: Wording("write the file again as UTF-8", "ファイルをUTF-8で保存し直してください。"))
}
