/// Rows of cells whose columns line up by display width.
struct TextTable {
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private(set) var rows: [[Run]] = []
  private(set) var widths: [Int]
  private let gap = 2

  init(_ alignments: [Alignment]) {
    self.alignments = alignments
    widths = [Int](repeating: 0, count: alignments.count)
  }

  mutating func add(_ cells: [Run], measuredBy canvas: TextCanvas) {
    for (column, cell) in cells.enumerated() where column < widths.count {
      widths[column] = max(widths[column], canvas.columns(cell.text))
    }
    rows.append(cells)
  }

  /// The columns that the widest line takes; columns that are empty everywhere take none.
  var totalWidth: Int {
    let shown = widths.filter { $0 > 0 }
    return shown.reduce(0, +) + gap * max(0, shown.count - 1)
  }

  /// One row as a line, padded; the last cell is not.
  func line(_ cells: [Run], on canvas: TextCanvas) -> [Run] {
    var runs: [Run] = []
    var isFirst = true
    for (column, cell) in cells.enumerated() where column < widths.count && widths[column] > 0 {
      if !isFirst { runs.append(Run("  ")) }
      isFirst = false
      let padding = Run(String(repeating: " ", count: max(0, widths[column] - canvas.columns(cell.text))))
      runs += alignments[column] == .right ? [padding, cell] : [cell, padding]
    }
    return runs
  }

  func draw(on canvas: inout TextCanvas, indent: Int) {
    for row in rows { canvas.line(line(row, on: canvas), indent: indent) }
  }
}
