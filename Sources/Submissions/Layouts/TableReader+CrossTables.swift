import Diagnostics
import Facts
import Quantities

extension TableReader {
  /// What names a figure: by the headings, the row, and what stands over the table.
  private struct Names {
    var area: Int?
    var year: FiscalYear?
    var item: Int?
  }

  /// Reads the tables of a sheet that are headed by names. False where none of them can be read.
  mutating func read(_ tables: [CrossTable], of start: SheetRows, file: Int32, remarks: inout Remarks) -> Bool {
    var unknown = UnknownNames()
    var rows = start
    var isRead = false
    for table in tables {
      guard isSettled(table, &remarks) else { continue }
      isRead = true
      note(table.strangers, &unknown, &remarks)
      let columns = table.columns.compactMap { column in
        names(of: column, in: table, &unknown).map { (column: column.column, names: $0) }
      }
      var totals: CellPosition?
      while rows.rowNumber < table.rows.upperBound, rows.advance() {
        guard table.rows.contains(rows.rowNumber) else { continue }
        read(rows, table, columns, file, &totals, &unknown, &remarks)
      }
      if let totals { remarks.add(totalLeftOut(Wording("row", "行"), at: CellPlace(file: remarks.path, position: totals))) }
    }
    remarks.add(unknownNames(unknown, path: remarks.path))
    return isRead
  }

  /// Whether each figure's area, year and item are known; says what is missing, or contradicts itself.
  private func isSettled(_ table: CrossTable, _ remarks: inout Remarks) -> Bool {
    let place = CellPlace(file: remarks.path, position: table.place)
    let context = table.context
    if table.areaColumn == nil, table.columns.contains(where: { $0.areas.isEmpty }) {
      guard let area = context.area else {
        remarks.add(tableWithout(Wording("area", "地域"), example: "北区", at: place))
        return false
      }
      if let other = context.otherArea {
        remarks.add(areasDisagree(areaName(area), areaName(other), at: place))
        return false
      }
    }
    if table.yearColumn == nil, table.columns.contains(where: { $0.year == nil }) {
      guard let year = context.year else {
        remarks.add(tableWithout(Wording("fiscal year", "年度"), example: "令和5年度", at: place))
        return false
      }
      if let other = context.otherYear { remarks.add(yearsDisagree(year, other, at: place)) }
    }
    return true
  }

  private func note(_ strangers: [CrossTable.Stranger], _ unknown: inout UnknownNames, _ remarks: inout Remarks) {
    for (number, stranger) in strangers.enumerated() {
      let place = CellPlace(file: remarks.path, position: stranger.position)
      switch stranger.kind {
      case .name(let kind):
        unknown.note(kind, number: -1 - number, text: stranger.heading, .none, at: stranger.position)
      case .total: remarks.add(totalLeftOut(Wording("column", "列"), at: place))
      case .figures: remarks.add(columnLeftOut(stranger.heading, at: place))
      }
    }
  }

  private func names(of column: CrossTable.Column, in table: CrossTable, _ unknown: inout UnknownNames) -> Names? {
    for (kind, meanings) in [(NameKind.area, column.areas), (.item, column.items)] where meanings.count > 1 {
      unknown.note(kind, number: -1_000 - column.column, text: column.heading, .several(meanings), at: column.position)
      return nil
    }
    return Names(
      area: column.areas.first ?? (table.areaColumn == nil ? table.context.area : nil),
      year: column.year ?? (table.yearColumn == nil ? table.context.year : nil),
      item: column.items.first ?? (table.itemColumn == nil ? table.context.item : nil))
  }

  private mutating func read(
    _ rows: SheetRows, _ table: CrossTable, _ columns: [(column: Int, names: Names)], _ file: Int32,
    _ totals: inout CellPosition?,
    _ unknown: inout UnknownNames, _ remarks: inout Remarks
  ) {
    let hasFigures = columns.contains { !rows.isBlank($0.column) }
    let blank = table.nameColumns.first { rows.isBlank($0) }
    if let blank {
      // Units below the headings, and remarks below the table, are no figures.
      guard hasFigures, !columns.allSatisfy({ isUnit(rows, $0.column) }) else { return }
      let missing =
        blank == table.areaColumn
        ? Wording("an area", "地域") : blank == table.yearColumn ? Wording("a year", "年度") : Wording("an item", "項目")
      remarks.add(incompleteRow(missing, at: CellPlace(file: remarks.path, position: rows.position(blank))))
      return
    }
    if let total = table.nameColumns.first(where: { isTotal(rows.text($0)) }) {
      if hasFigures, totals == nil { totals = rows.position(total) }
      return
    }
    guard let row = names(of: rows, in: table, hasFigures, &unknown) else { return }
    for (column, head) in columns {
      guard let area = head.area ?? row.area, let year = head.year ?? row.year, let item = head.item ?? row.item else { continue }
      enter(rows, column, FigureKey(indicator: item, area: area, year: year), file, &remarks)
    }
  }

  /// What the row itself names. Nothing where a name is not known: a heading between rows where it has no figures, otherwise a
  /// mistake.
  private mutating func names(
    of rows: SheetRows, in table: CrossTable, _ hasFigures: Bool, _ unknown: inout UnknownNames
  ) -> Names? {
    var names = Names()
    for column in table.nameColumns {
      let kind: NameKind = column == table.areaColumn ? .area : column == table.yearColumn ? .year : .item
      let (number, finding) = find(kind, rows, column)
      guard case .one(let position) = finding else {
        if hasFigures { unknown.note(kind, number: number, text: rows.text(column), finding, at: rows.position(column)) }
        return nil
      }
      switch kind {
      case .area: names.area = position
      case .year: names.year = FiscalYear(Int32(truncatingIfNeeded: position))
      case .item: names.item = position
      }
    }
    return names
  }

  private func isUnit(_ rows: SheetRows, _ column: Int) -> Bool {
    rows.isBlank(column) || names.isUnit(rows.text(column))
  }

  private func isTotal(_ text: String) -> Bool { names.isTotal(text) }
}
