import Diagnostics

/// The rows of one sheet, one after the other, without keeping them.
package struct RowReader {
  /// One row and its cells in the order of their columns.
  package struct Row: Sendable {
    /// From 1.
    package var number = 0
    package var isHidden = false
    package var cells: [Cell] = []

    package init() {}
  }

  /// What the cells of a sheet need to know of their workbook.
  struct Context: Sendable {
    let file: String
    let sheet: String
    let styles: Styles
    let sharedTexts: TextTable
    let dates: DateSystem
    let limits: Limits
  }

  private enum Stage { case before, rows, finished }

  let context: Context
  var reader: MarkupReader
  private var stage = Stage.before
  /// The texts that only this sheet has: inline ones, and results of formulas.
  package internal(set) var ownTexts = TextTable()
  package private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Known once the last row has been read: merged ranges stand after the rows.
  package private(set) var merges: [CellRange] = []
  package internal(set) var warnings = Warnings()
  var scratch: [UInt8] = []
  private var lastRow = 0
  private var cellCount = 0

  init(_ content: [UInt8], part: String, context: Context) throws(Refusal) {
    self.context = context
    reader = try MarkupReader(
      content, place: PartPlace(file: context.file, part: part), depthLimit: context.limits.depth)
    guard case .start(.worksheet) = try reader.next() else { throw reader.fault(.otherRoot) }
    try readHead()
  }

  /// Reads the next row.
  ///
  /// - Parameter row: is overwritten; hand in the same one again, so that its memory is used again.
  /// - Returns: whether there was another row.
  package mutating func next(_ row: inout Row) throws(Refusal) -> Bool {
    row.cells.removeAll(keepingCapacity: true)
    guard stage == .rows else { return false }
    while true {
      switch try reader.next() {
      case .start(.row):
        try readRow(&row)
        return true
      case .start: try reader.skipElement()
      case .end(.sheetData):
        try readTail()
        return false
      case .end, .text: continue
      case .done:
        stage = .finished
        return false
      }
    }
  }

  /// The text of a cell.
  package func text(_ reference: TextReference) -> ArraySlice<UInt8> {
    (reference.isShared ? context.sharedTexts : ownTexts).bytes(reference.index) ?? []
  }

  // MARK: What stands around the rows

  private mutating func readHead() throws(Refusal) {
    while true {
      switch try reader.next() {
      case .start(.sheetData):
        stage = .rows
        return
      case .start(.columns): continue
      case .start(.column): readColumn()
      case .start: try reader.skipElement()
      case .end, .text: continue
      case .done:
        stage = .finished
        return
      }
    }
  }

  private mutating func readColumn() {
    guard reader.isTrue(reader.attribute("hidden")), let first = reader.number(reader.attribute("min")),
      let last = reader.number(reader.attribute("max")), first >= 1, first <= last, hiddenColumns.count < SheetSize.columns
    else { return }
    hiddenColumns.append(first...min(last, SheetSize.columns))
  }

  private mutating func readTail() throws(Refusal) {
    stage = .finished
    while true {
      switch try reader.next() {
      case .start(.mergeCells): continue
      case .start(.mergeCell):
        guard let reference = reader.attribute("ref"), let range = CellRange(try reader.text(of: reference)) else {
          throw damaged(.unreadableMerge, row: nil, column: nil)
        }
        merges.append(range)
      case .start: try reader.skipElement()
      case .end, .text: continue
      case .done: return
      }
    }
  }

  // MARK: Rows

  private mutating func readRow(_ row: inout Row) throws(Refusal) {
    var number = lastRow + 1
    if let attribute = reader.attribute("r") {
      guard let stated = reader.number(attribute), stated >= 1 else { throw damaged(.noSuchRow, row: nil, column: nil) }
      number = stated
    }
    guard number > lastRow else { throw damaged(.rowsOutOfOrder, row: number, column: nil) }
    guard number <= SheetSize.rows else { throw damaged(.noSuchRow, row: nil, column: nil) }
    lastRow = number
    row.number = number
    row.isHidden = reader.isTrue(reader.attribute("hidden"))
    var lastColumn = 0
    var isSorted = true
    while true {
      switch try reader.next() {
      case .start(.cell):
        cellCount += 1
        guard cellCount <= context.limits.cells else { throw damaged(.tooManyCells(context.limits.cells), row: nil, column: nil) }
        let head = try readHead(ofCellAfter: lastColumn, row: number)
        if head.column <= lastColumn { isSorted = false }
        lastColumn = head.column
        if let cell = try readCell(head, row: number) { row.cells.append(cell) }
      case .start: try reader.skipElement()
      case .end(.row):
        if !isSorted { try sort(&row) }
        return
      case .end, .text: continue
      case .done: return
      }
    }
  }

  /// Some programs write the cells of a row in any order. Two for one place are a contradiction.
  private func sort(_ row: inout Row) throws(Refusal) {
    row.cells.sort { $0.column < $1.column }
    for index in row.cells.indices.dropFirst() where row.cells[index].column == row.cells[index - 1].column {
      throw damaged(.cellTwice, row: row.number, column: Int(row.cells[index].column))
    }
  }

  func damaged(_ fault: SheetFault, row: Int?, column: Int?) -> Refusal {
    fault.refusal(file: context.file, sheet: context.sheet, row: row, column: column)
  }
}
