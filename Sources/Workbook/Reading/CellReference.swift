/// The largest sheet that there is.
package enum SheetSize {
  package static let rows = 1_048_576
  package static let columns = 16_384
}

/// A rectangle of cells; rows and columns count from 1.
package struct CellRange: Sendable, Hashable {
  package let firstRow: Int
  package let firstColumn: Int
  package let lastRow: Int
  package let lastColumn: Int

  package init(firstRow: Int, firstColumn: Int, lastRow: Int, lastColumn: Int) {
    self.firstRow = firstRow
    self.firstColumn = firstColumn
    self.lastRow = lastRow
    self.lastColumn = lastColumn
  }

  package func contains(row: Int, column: Int) -> Bool {
    row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn
  }

  /// Reads `B2`, `$A$1:C7`, `A:C` or `3:5`.
  package init?(_ bytes: [UInt8]) {
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    guard let first = Corner(bytes, 0, colon ?? bytes.count) else { return nil }
    let last: Corner
    if let colon {
      guard let corner = Corner(bytes, colon + 1, bytes.count) else { return nil }
      last = corner
    } else {
      last = first
    }
    guard (first.row == nil) == (last.row == nil), (first.column == nil) == (last.column == nil) else { return nil }
    guard colon != nil || (first.row != nil && first.column != nil) else { return nil }
    firstRow = first.row ?? 1
    firstColumn = first.column ?? 1
    lastRow = last.row ?? SheetSize.rows
    lastColumn = last.column ?? SheetSize.columns
    guard firstRow <= lastRow, firstColumn <= lastColumn else { return nil }
  }

  private struct Corner {
    var column: Int?
    var row: Int?

    init?(_ bytes: [UInt8], _ start: Int, _ end: Int) {
      var index = start
      if index < end, bytes[index] == UInt8(ascii: "$") { index += 1 }
      let letters = index
      var column = 0
      while index < end, asciiFolded(bytes[index]) >= 0x61, asciiFolded(bytes[index]) <= 0x7A {
        column = column * 26 + Int(asciiFolded(bytes[index]) - 0x60)
        guard column <= SheetSize.columns else { return nil }
        index += 1
      }
      if index > letters {
        self.column = column
        if index < end, bytes[index] == UInt8(ascii: "$") { index += 1 }
      }
      if index < end {
        guard let row = wholeNumber(bytes, index, end), row >= 1, row <= SheetSize.rows else { return nil }
        self.row = row
      }
      guard self.row != nil || self.column != nil else { return nil }
    }
  }
}

/// Where a cell says that it stands.
enum CellReference {
  /// Reads `B2`; nothing when there is anything else, or it lies beyond the largest sheet.
  @inline(__always)
  static func read(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (row: Int, column: Int)? {
    var index = start
    var column = 0
    while index < end {
      let letter = bytes[index] &- 0x41
      guard letter < 26 else { break }
      column = column * 26 + Int(letter) + 1
      guard column <= SheetSize.columns else { return nil }
      index += 1
    }
    guard index > start, let row = wholeNumber(bytes, index, end), row >= 1, row <= SheetSize.rows else { return nil }
    return (row, column)
  }
}
