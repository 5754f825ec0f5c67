import Diagnostics

/// The cells of one sheet that hold something, in the order of their rows and columns.
package struct Sheet: Sendable {
  /// The row's number, and where its cells stand among those of the sheet.
  package struct Row: Sendable {
    package let number: Int
    package let cells: Range<Int>
  }

  package let name: String
  package let visibility: SheetVisibility
  /// Only the rows that have cells.
  package private(set) var rows: [Row] = []
  package private(set) var cells: [Cell] = []
  /// Merged ranges. The value of such a range is that of its top left cell; the other cells are not there.
  package let merges: [CellRange]
  package private(set) var hiddenRows: [ClosedRange<Int>] = []
  package let hiddenColumns: [ClosedRange<Int>]
  /// Whether a formula computed any of the values.
  package var hasFormulas: Bool { cells.contains { $0.isFormula && $0.value != .formulaWithoutValue } }
  package let warnings: Warnings
  private let sharedTexts: TextTable
  private let ownTexts: TextTable

  init(_ reader: RowReader, visibility: SheetVisibility) throws(Refusal) {
    var reader = reader
    var row = RowReader.Row()
    while try reader.next(&row) {
      if row.isHidden { Sheet.extend(&hiddenRows, with: row.number) }
      guard !row.cells.isEmpty else { continue }
      let start = cells.count
      cells.append(contentsOf: row.cells)
      rows.append(Row(number: row.number, cells: start..<cells.count))
    }
    var warnings = reader.warnings
    if !reader.merges.isEmpty {
      var sweep = MergeSweep(reader.merges)
      guard sweep.isDisjoint() else { throw reader.damaged(.mergesOverlap, row: nil, column: nil) }
      sweep = MergeSweep(reader.merges)
      (rows, cells) = Sheet.uncovered(rows, cells, &sweep) { row, column in
        warnings.add(
          SheetWarning.coveredByMerge(file: reader.context.file, sheet: reader.context.sheet, row: row, column: column))
      }
    }
    name = reader.context.sheet
    self.visibility = visibility
    merges = reader.merges
    hiddenColumns = reader.hiddenColumns
    self.warnings = warnings
    sharedTexts = reader.context.sharedTexts
    ownTexts = reader.ownTexts
  }

  private static func extend(_ ranges: inout [ClosedRange<Int>], with number: Int) {
    if let last = ranges.last, last.upperBound + 1 == number {
      ranges[ranges.count - 1] = last.lowerBound...number
    } else {
      ranges.append(number...number)
    }
  }

  /// The cells that no merged range hides.
  private static func uncovered(
    _ rows: [Row], _ cells: [Cell], _ sweep: inout MergeSweep, warn: (Int, Int) -> Void
  ) -> ([Row], [Cell]) {
    var keptRows: [Row] = []
    var kept: [Cell] = []
    kept.reserveCapacity(cells.count)
    for row in rows {
      sweep.advance(to: row.number)
      let start = kept.count
      for cell in cells[row.cells] {
        if sweep.hides(row: row.number, column: Int(cell.column)) {
          warn(row.number, Int(cell.column))
        } else {
          kept.append(cell)
        }
      }
      if kept.count > start { keptRows.append(Row(number: row.number, cells: start..<kept.count)) }
    }
    return (keptRows, kept)
  }

  // MARK: Finding cells

  /// What a cell holds; nothing when it is empty or hidden by a merged range. Rows and columns count from 1.
  package func value(row: Int, column: Int) -> CellValue? { cell(row: row, column: column)?.value }

  package func cell(row: Int, column: Int) -> Cell? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < row { low = middle + 1 } else { high = middle }
    }
    guard low < rows.count, rows[low].number == row else { return nil }
    let range = rows[low].cells
    low = range.lowerBound
    high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(cells[middle].column) < column { low = middle + 1 } else { high = middle }
    }
    guard low < range.upperBound, Int(cells[low].column) == column else { return nil }
    return cells[low]
  }

  /// The UTF-8 of a cell's text.
  package func bytes(_ reference: TextReference) -> ArraySlice<UInt8> {
    (reference.isShared ? sharedTexts : ownTexts).bytes(reference.index) ?? []
  }

  package func text(_ reference: TextReference) -> String { String(decoding: bytes(reference), as: UTF8.self) }

  package func isHidden(row: Int) -> Bool {
    var low = 0
    var high = hiddenRows.count
    while low < high {
      let middle = (low + high) / 2
      if hiddenRows[middle].upperBound < row { low = middle + 1 } else { high = middle }
    }
    return low < hiddenRows.count && hiddenRows[low].contains(row)
  }

  package func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }
}
