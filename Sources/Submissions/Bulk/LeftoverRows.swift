import Diagnostics

/// The rows of a large file that were not read in bulk, each with the line on which it stands.
struct LeftoverRows: RowSource {
  /// A row: its bytes in the pool, its line, and the code of a figure that comes from it.
  struct Row {
    let start: Int
    let length: Int
    let line: Int
    let code: UInt32
  }

  private let bytes: [UInt8]
  private let rows: [Row]
  private let separator: UInt8
  /// The codes of the rows of this file.
  private let codes: Range<UInt32>
  private var next = 0
  private var fields: [Field] = []

  init(_ bytes: [UInt8], rows: [Row], separator: UInt8, codes: Range<UInt32>) {
    self.bytes = bytes
    self.rows = rows
    self.separator = separator
    self.codes = codes
  }

  mutating func advance() -> Bool {
    guard next < rows.count else { return false }
    let row = rows[next]
    next += 1
    fields.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { buffer in
      let line = UnsafeBufferPointer(rebasing: buffer[row.start..<row.start + row.length])
      var scanner = RowScanner(bytes: line, separator: separator, offset: 0, line: row.line)
      _ = scanner.scanRow(into: &fields)
    }
    return true
  }

  private var row: Row { rows[next - 1] }

  var cellCount: Int { fields.count }

  func cell(_ column: Int) -> SpelledCell {
    column < fields.count ? withContent(fields[column]) { SpelledCell(reading: $0) } : .blank
  }

  func withSpelling<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    column < fields.count ? withContent(fields[column], body) : body(UnsafeBufferPointer(start: nil, count: 0))
  }

  private func withContent<Result>(_ field: Field, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      let line = UnsafeBufferPointer(rebasing: buffer[row.start..<row.start + row.length])
      if field.needsUnescape { return unescapedContent(line, of: field).withUnsafeBufferPointer { body($0) } }
      return body(UnsafeBufferPointer(rebasing: line[field.start..<field.end]))
    }
  }

  func position(_ column: Int) -> CellPosition { .field(line: row.line, column: column + 1) }

  func refusal(_ column: Int) -> Diagnostic? { nil }

  var mayCutFigures: Bool { separator == UInt8(ascii: ",") }
  var mayMoveCells: Bool { true }

  func isOvertaken(by code: @autoclosure () -> UInt32) -> Bool {
    let code = code()
    return codes.contains(code) && code > row.code
  }
}
