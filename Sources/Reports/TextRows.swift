import Quantities

/// How the areas that miss a target are laid out under it.
extension TextCanvas {
  /// The areas in columns where their lines fit; otherwise areas with one instruction together, under it.
  mutating func drawRows(_ rows: [OpenArea], indent: Int) {
    var table = TextTable([.left, alignment(of: rows), .left, .left, .left, .left, .left])
    for row in rows {
      let cells = cells(of: row)
      table.add(cells[..<4] + [Run(row.statement ?? "")] + cells[4...], measuredBy: self)
    }
    if indent + table.totalWidth <= style.width {
      for (cells, row) in zip(table.rows, rows) {
        line(table.line(cells), indent: indent)
        drawDetails(row.details, indent: indent + 2)
      }
    } else {
      drawByStatement(rows, indent: indent)
    }
  }

  private func cells(of row: OpenArea) -> [Run] {
    [
      Run(row.area, .strong), Run(row.showsFigures ? row.measured ?? "" : ""),
      Run(row.showsFigures ? row.required ?? "" : "", .faint),
      Run(row.shortfall ?? "", .bad), Run(row.open ?? "", .caution), Run(row.source ?? "", .faint),
    ]
  }

  /// Figures stand right, words such as a ladder's steps left.
  private func alignment(of rows: [OpenArea]) -> TextTable.Alignment {
    let isFigure = rows.allSatisfy { row in row.measured?.utf8.first.map { $0 < 0x3A } ?? true }
    return isFigure ? .right : .left
  }

  private mutating func drawByStatement(_ rows: [OpenArea], indent: Int) {
    var groups: [(statement: String?, rows: [OpenArea])] = []
    var places: [ExactText?: Int] = [:]
    for row in rows {
      let statement = row.statement
      let key = statement.map { ExactText($0) }
      // Mostly that of the row before, which is seen without a look-up.
      if let last = groups.last, last.statement == statement {
        groups[groups.count - 1].rows.append(row)
      } else if let place = places[key] {
        groups[place].rows.append(row)
      } else {
        places[key] = groups.count
        groups.append((statement, [row]))
      }
    }
    for (statement, rows) in groups {
      if let statement { paragraph(statement, indent: indent, hanging: indent + 2) }
      drawGroup(rows, indent: indent + (statement == nil ? 0 : 2))
    }
  }

  /// Areas of one instruction: several in a line where nothing more is to be said of them. Where a line would be too wide, its
  /// source stands on a line of its own.
  private mutating func drawGroup(_ rows: [OpenArea], indent: Int) {
    var table = TextTable([.left, alignment(of: rows), .left, .left, .left, .left])
    for row in rows { table.add(cells(of: row), measuredBy: self) }
    let fits = indent + table.totalWidth <= style.width
    if fits, rows.allSatisfy({ $0.details.isEmpty }) { return drawSideBySide(table, indent: indent) }
    for (cells, row) in zip(table.rows, rows) {
      line(table.line(fits ? cells : cells.withoutLast), indent: indent)
      if !fits, let source = row.source { paragraph(source, indent: indent + 2, hanging: indent + 4, tone: .faint) }
      drawDetails(row.details, indent: indent + 2)
    }
  }

  private mutating func drawSideBySide(_ table: TextTable, indent: Int) {
    let gap = 4
    let perLine = max(1, (style.width - indent + gap) / (table.totalWidth + gap))
    for start in stride(from: 0, to: table.rows.count, by: perLine) {
      var runs: [Run] = []
      for row in table.rows[start..<min(table.rows.count, start + perLine)] {
        if !runs.isEmpty { runs.append(Run.spaces(gap)) }
        let cells = table.line(row)
        runs += cells
        let used = cells.reduce(0) { $0 + columns($1.text) }
        runs.append(Run.spaces(max(0, table.totalWidth - used)))
      }
      line(runs, indent: indent)
    }
  }

  private mutating func drawDetails(_ details: [OpenDetail], indent: Int) {
    for detail in details {
      guard case .table(let title, let head, let rows, _) = detail else {
        paragraph(detail.text, indent: indent, hanging: indent + 2)
        continue
      }
      var table = TextTable([TextTable.Alignment](repeating: .left, count: head.count + 1))
      table.add(([title] + head).map { Run($0, .faint) }, measuredBy: self)
      for row in rows { table.add(row.map { Run($0) }, measuredBy: self) }
      if indent + table.totalWidth <= style.width {
        table.draw(on: &self, indent: indent)
      } else {
        paragraph(detail.text, indent: indent, hanging: indent + 2)
      }
    }
  }
}
