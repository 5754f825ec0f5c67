import Diagnostics
import Quantities
import RuleLanguage

// Tables: their rows, those that are shown once more, and the figure that is their total.

extension Checker {
  func checkTables() {
    var rows: [[Int]] = declared.tables.map { _ in [] }
    // A table of which a row is faulty has no sum: whoever uses it is left out without a second error.
    var isSound = declared.tables.map { _ in true }
    for (position, entry) in declared.indicators.enumerated() {
      guard let table = entry.table else { continue }
      if let row = indicatorPositions[position] { rows[table].append(row) } else { isSound[table] = false }
    }
    for (position, entry) in declared.tables.enumerated() {
      let total = entry.syntax.total.map { indicator(named: $0) }
      let ofWhich = entry.syntax.ofWhich.map { row(named: $0, rows[position], of: entry.syntax) }
      if let total, total == nil { isSound[position] = false }
      if ofWhich.contains(where: { $0 == nil }) { isSound[position] = false }
      guard isSound[position], soundCodes.tables.contains(position) else { continue }
      addTable(position, rows[position], total: total ?? nil, ofWhich: ofWhich.compactMap { $0 })
    }
  }

  private func addTable(_ declaration: Int, _ rows: [Int], total: Int?, ofWhich: [Int]) {
    let entry = declared.tables[declaration]
    let position = rulebook.tables.count
    tablePositions[declaration] = position
    // A total that is declared among the rows is not added to itself.
    rulebook.tables.append(
      Table(
        code: entry.syntax.code.text, label: entry.syntax.label?.name.text, item: itemPosition(entry.item),
        rows: rows.filter { $0 != total }, ofWhich: ofWhich, total: total, multipleAnswers: entry.syntax.multipleAnswers))
    for row in rows { rulebook.indicators[row] = rulebook.indicators[row].row(of: position) }
  }

  private func indicator(named name: NameSyntax) -> Int? {
    find(name, among: [.indicator]).flatMap { indicatorPositions[$0.declaration] }
  }

  private func row(named name: NameSyntax, _ rows: [Int], of table: TableSyntax) -> Int? {
    guard let position = indicator(named: name) else { return nil }
    if rows.contains(position) { return position }
    findings.error(
      .notARow, at: name.place.span,
      Wording("「\(name.text)」 is no row of this table", "「\(name.text)」はこの表の行ではありません"),
      labels: [Label(.rule(rulebook.indicators[position].place), Wording("declared here", "宣言はここです"))],
      reason: Wording("rows are the indicators declared right after the table", "表の直後に宣言した指標が行になります"),
      mend: Wording("declare it below the table, or leave it out", "表の下に宣言するか、再掲から外してください"))
    return nil
  }
}

extension Indicator {
  fileprivate func row(of table: Int) -> Indicator {
    var row = self
    row.table = table
    return row
  }
}
