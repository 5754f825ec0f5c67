/// The rows of a chunk that the careful reader must look at.
struct BulkLeftovers {
  /// Where the bytes of a row stand in the pool, and on which line of the chunk it stood.
  struct Row {
    let start: Int
    let length: Int
    let line: Int
  }

  private(set) var rows: [Row] = []
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func keep(_ row: UnsafeBufferPointer<UInt8>, _ line: Int) {
    rows.append(Row(start: bytes.count, length: row.count, line: line))
    bytes.append(contentsOf: row)
  }

  /// Back into the order of the lines, after rows of earlier lines have been added.
  mutating func sort() { rows.sort { $0.line < $1.line } }

  /// Whether the careful reader, given this line alone, sees what it would have seen in the whole file.
  static func mayBeCut(_ line: UnsafeBufferPointer<UInt8>, separator: UInt8) -> Bool {
    let tally = UTF8Tally(line)
    if tally.faults > 0 || tally.zeros > 0 { return false }
    if let place = line.firstIndex(of: carriageReturn), place < line.count - 1 { return false }
    guard line.contains(quotationMark) else { return true }
    var scanner = RowScanner(bytes: line, separator: separator, offset: 0, line: 1)
    var fields: [Field] = []
    _ = scanner.scanRow(into: &fields)
    return scanner.unclosedQuote == nil && scanner.fieldCount <= DelimitedText.fieldLimit
  }
}
