/// A table, or a part of one without a head, whose cells hold several entries, each wrapped to the width of its column.
struct WrappedGrid {
  let head: [String]
  let rows: [[[Run]]]
  /// The widths of all columns.
  let widths: [Int]

  func draw(on canvas: inout TextCanvas, indent: Int) {
    if !head.isEmpty { canvas.line(padded(head.map { Run($0, .faint) }, canvas), indent: indent) }
    for row in rows {
      let columns = zip(row, widths).map { entries, width in lines(entries, width, canvas) }
      for number in 0..<(columns.map { $0.count }.max() ?? 0) {
        let cells = columns.map { number < $0.count ? $0[number] : Run("") }
        canvas.line(padded(cells, canvas), indent: indent)
      }
    }
  }

  private func padded(_ cells: [Run], _ canvas: TextCanvas) -> [Run] {
    zip(cells, widths).flatMap { cell, width in
      [cell, Run.spaces(max(0, width - canvas.columns(cell.text)) + 2)]
    }
  }

  /// Further lines of an entry are indented, so that entries stay apart.
  private func lines(_ entries: [Run], _ width: Int, _ canvas: TextCanvas) -> [Run] {
    entries.flatMap { entry in
      canvas.breaking.lines(SafeText.escaped(entry.text), first: width, width: width - 1).enumerated().map { number, line in
        Run(number == 0 ? line : " " + line, entry.tone)
      }
    }
  }
}
