import Diagnostics

/// From which cell each figure came, as codes of four bytes.
///
/// A table with a figure a row has its values in one column, so the line alone tells the cell: codes are reserved for a whole
/// stretch of lines at once, and nothing is stored for a figure but its code. Other cells are listed, with eight bytes each.
struct Origins: Sendable {
  private(set) var files: [String] = []
  private var stretches: [Stretch] = []
  private var nextCode: UInt32 = 1
  private var cells: [Cell] = []
  private var tables: [Table] = []

  /// Lines that follow each other, of one file.
  private struct Stretch {
    let firstCode: UInt32
    let file: Int32
    let column: Int32
    var firstLine: Int
  }

  /// A listed cell: its line or row, and its table with its column in one word.
  private struct Cell {
    let line: UInt32
    let place: UInt32
  }

  /// A file, or a sheet of a workbook.
  private struct Table {
    let file: Int32
    let sheet: String?
  }

  /// Codes from here on are positions in the list of cells.
  fileprivate static let firstListed: UInt32 = 1 << 31
  /// As many columns as a row of a delimited text or of a sheet may have.
  private static let columnBits: UInt32 = 15

  mutating func add(file: String) -> Int32 {
    files.append(file)
    return Int32(truncatingIfNeeded: files.count - 1)
  }

  mutating func reserveLines(_ count: Int, file: Int32, column: Int, firstLine: Int) -> UInt32? {
    guard count >= 0, count < Int(Origins.firstListed - nextCode) else { return nil }
    let code = nextCode
    stretches.append(Stretch(firstCode: code, file: file, column: Int32(truncatingIfNeeded: column), firstLine: firstLine))
    nextCode += UInt32(truncatingIfNeeded: count)
    return code
  }

  mutating func setFirstLine(_ line: Int, ofStretchAt code: UInt32) {
    guard let position = stretches.lastIndex(where: { $0.firstCode == code }) else { return }
    stretches[position].firstLine = line
  }

  /// The code of a cell; 0, for no cell, once billions have been listed.
  mutating func code(of position: CellPosition, file: Int32) -> UInt32 {
    let (line, column, sheet): (Int, Int, String?) =
      switch position {
      case .field(let line, let column): (line, column, nil)
      case .sheetCell(let sheet, let row, let column): (row, column, sheet)
      }
    let table = number(ofTable: file, sheet)
    guard column >= 0, column < 1 << Int(Origins.columnBits), table < 1 << (32 - Int(Origins.columnBits)),
      line >= 0, line <= Int(Int32.max), cells.count < Int(Int32.max)
    else { return 0 }
    cells.append(
      Cell(
        line: UInt32(truncatingIfNeeded: line),
        place: UInt32(truncatingIfNeeded: table) << Origins.columnBits | UInt32(truncatingIfNeeded: column)))
    return Origins.firstListed | UInt32(truncatingIfNeeded: cells.count - 1)
  }

  /// Cells come table by table: mostly it is the last one.
  private mutating func number(ofTable file: Int32, _ sheet: String?) -> Int {
    if let position = tables.lastIndex(where: { $0.file == file && $0.sheet == sheet }) { return position }
    tables.append(Table(file: file, sheet: sheet))
    return tables.count - 1
  }

  /// How the codes of other origins change that are taken in.
  struct Shift {
    fileprivate let lines: UInt32
    fileprivate let cells: UInt32

    func code(_ code: UInt32) -> UInt32 { code == 0 ? 0 : code >= Origins.firstListed ? code + cells : code + lines }
  }

  /// Takes in the origins of other files of the same list of files; nothing where they would be too many.
  mutating func take(_ other: Origins) -> Shift? {
    guard other.nextCode < Origins.firstListed - nextCode, cells.count + other.cells.count < Int(Int32.max),
      tables.count + other.tables.count < 1 << (32 - Int(Origins.columnBits))
    else { return nil }
    let shift = Shift(lines: nextCode - 1, cells: UInt32(truncatingIfNeeded: cells.count))
    let firstTable = UInt32(truncatingIfNeeded: tables.count) << Origins.columnBits
    for stretch in other.stretches {
      stretches.append(
        Stretch(
          firstCode: shift.code(stretch.firstCode), file: stretch.file, column: stretch.column, firstLine: stretch.firstLine))
    }
    for cell in other.cells { cells.append(Cell(line: cell.line, place: cell.place + firstTable)) }
    tables += other.tables
    nextCode = shift.code(other.nextCode)
    return shift
  }

  func place(_ code: UInt32) -> CellPlace? {
    if code == 0 { return nil }
    if code >= Origins.firstListed {
      let cell = cells[Int(code & ~Origins.firstListed)]
      let table = tables[Int(cell.place >> Origins.columnBits)]
      let column = Int(cell.place & (1 << Origins.columnBits - 1))
      let position: CellPosition =
        table.sheet.map { .sheetCell(sheet: $0, row: Int(cell.line), column: column) }
        ?? .field(line: Int(cell.line), column: column)
      return CellPlace(file: files[Int(table.file)], position: position)
    }
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].firstCode <= code { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let stretch = stretches[low - 1]
    return CellPlace(
      file: files[Int(stretch.file)],
      position: .field(line: stretch.firstLine + Int(code - stretch.firstCode), column: Int(stretch.column)))
  }
}
