/// Rows of cells whose columns line up by display width.
struct TextTable {
  enum Alignment { case left, right }

  /// A row with the columns that each of its cells takes.
  struct Row {
    var cells: [Run]
    fileprivate(set) var columns: [Int]

    /// The row without its last cell.
    var withoutLast: Row { Row(cells: cells.dropLast() + [Run("")], columns: columns.dropLast() + [0]) }
  }

  private let alignments: [Alignment]
  private(set) var rows: [Row] = []
  private(set) var widths: [Int]
  private let gap = 2

  init(_ alignments: [Alignment]) {
    self.alignments = alignments
    widths = [Int](repeating: 0, count: alignments.count)
  }

  mutating func add(_ cells: [Run], measuredBy canvas: TextCanvas) {
    let columns = cells.map { canvas.columns($0.text) }
    for (column, width) in columns.enumerated() where column < widths.count { widths[column] = max(widths[column], width) }
    rows.append(Row(cells: cells, columns: columns))
  }

  /// The columns that the widest line takes; columns that are empty everywhere take none.
  var totalWidth: Int {
    let shown = widths.filter { $0 > 0 }
    return shown.reduce(0, +) + gap * max(0, shown.count - 1)
  }

  /// One row as a line, padded; the last cell is not.
  func line(_ row: Row) -> [Run] {
    var runs: [Run] = []
    var spaces = 0
    for (column, cell) in row.cells.enumerated() where column < widths.count && widths[column] > 0 {
      let padding = widths[column] - row.columns[column]
      if alignments[column] == .right { spaces += padding }
      if spaces > 0 { runs.append(Run.spaces(spaces)) }
      runs.append(cell)
      spaces = gap + (alignments[column] == .right ? 0 : padding)
    }
    if spaces > gap { runs.append(Run.spaces(spaces - gap)) }
    return runs
  }

  func draw(on canvas: inout TextCanvas, indent: Int) {
    for row in rows { canvas.line(line(row), indent: indent) }
  }
}
