import Diagnostics
import Facts
import Quantities
import Rulebook
import Workbook

/// A form of this program as it comes back: its cells are found by the names that it gives them, wherever rows have moved.
///
/// `PDCA_AREA` and `PDCA_YEAR` name the cells that say whose form it is, `PDCA_CODES` the list of codes with their numbers,
/// `PDCA_I_n` the cell of number n, `PDCA_P_n` its figure of the year before.
struct FormLayout {
  struct Entry {
    let code: String
    let codeRow: Int
    let cell: NamedCell?
    let previous: NamedCell?
  }

  struct NamedCell {
    let sheet: Int
    let row: Int
    let column: Int
  }

  let area: NamedCell
  let year: NamedCell
  let codes: NamedCell
  let entries: [Entry]

  /// Nothing where the workbook is not such a form.
  init?(_ workbook: WorkbookReading) {
    var sheets: [String: Int] = [:]
    for (position, sheet) in workbook.sheets.enumerated() { sheets[sheet.name] = position }
    var cells: [String: NamedCell] = [:]
    var list: (sheet: Int, range: CellRange)?
    for name in workbook.names where name.localSheet == nil {
      guard let target = name.target, let sheet = sheets[target.sheet] else { continue }
      if name.name.utf8.elementsEqual("PDCA_CODES".utf8) { list = (sheet, target.range) }
      cells[name.name] = NamedCell(sheet: sheet, row: target.range.firstRow, column: target.range.firstColumn)
    }
    guard let area = cells["PDCA_AREA"], let year = cells["PDCA_YEAR"], let list else { return nil }
    self.area = area
    self.year = year
    codes = NamedCell(sheet: list.sheet, row: list.range.firstRow, column: list.range.firstColumn)
    let sheet = workbook.sheets[list.sheet]
    var entries: [Entry] = []
    for row in sheet.rows where row.number >= list.range.firstRow && row.number <= list.range.lastRow {
      guard case .text(let code)? = sheet.value(row: row.number, column: list.range.firstColumn),
        case .number(let number, 0)? = sheet.value(row: row.number, column: list.range.firstColumn + 1)
      else { continue }
      entries.append(
        Entry(
          code: sheet.text(code), codeRow: row.number, cell: cells["PDCA_I_" + String(number)],
          previous: cells["PDCA_P_" + String(number)]))
    }
    self.entries = entries
  }
}

extension TableReader {
  /// Reads what was filled in. False where the form does not say whose it is.
  mutating func read(_ form: FormLayout, of workbook: WorkbookReading, file: Int32, remarks: inout Remarks) -> Bool {
    guard let (area, year) = owner(form, of: workbook, remarks: &remarks) else { return false }
    var unknown = UnknownNames()
    for entry in form.entries {
      guard case .one(let indicator) = itemFinding(entry.code).finding else {
        let (number, finding) = itemFinding(entry.code)
        unknown.note(
          .item, number: number, text: entry.code, finding,
          at: .sheetCell(sheet: workbook.sheets[form.codes.sheet].name, row: entry.codeRow, column: form.codes.column))
        continue
      }
      guard let cell = entry.cell else {
        remarks.add(lostCell(entry.code, at: remarks.path))
        continue
      }
      var rows = SheetRows(cellsOf: workbook.sheets[cell.sheet], file: remarks.path)
      rows.go(to: cell.row)
      enter(rows, cell.column - 1, FigureKey(indicator: indicator, area: area, year: year), file, &remarks)
    }
    remarks.add(unknownNames(unknown, path: remarks.path))
    return true
  }

  /// Takes the figures of the year before, as the form shows them, where nothing else speaks of them.
  mutating func readPrevious(_ form: FormLayout, of workbook: WorkbookReading, file: Int32, path: String) {
    var unheard = Remarks(path: path)
    guard let (area, year) = owner(form, of: workbook, remarks: &unheard) else { return }
    for entry in form.entries {
      guard case .one(let indicator) = itemFinding(entry.code).finding, let cell = entry.previous else { continue }
      let key = FigureKey(indicator: indicator, area: area, year: year.advanced(by: -1))
      if isSpoken(of: key) { continue }
      var rows = SheetRows(cellsOf: workbook.sheets[cell.sheet], file: path)
      rows.go(to: cell.row)
      if rows.isBlank(cell.column - 1) { continue }
      enter(rows, cell.column - 1, key, file, &unheard)
    }
  }

  private mutating func owner(
    _ form: FormLayout, of workbook: WorkbookReading, remarks: inout Remarks
  ) -> (area: Int, year: FiscalYear)? {
    var areaRows = SheetRows(cellsOf: workbook.sheets[form.area.sheet], file: remarks.path)
    areaRows.go(to: form.area.row)
    var yearRows = SheetRows(cellsOf: workbook.sheets[form.year.sheet], file: remarks.path)
    yearRows.go(to: form.year.row)
    let (area, year) = ownerFindings(areaRows, form.area.column - 1, yearRows, form.year.column - 1)
    var unknown = UnknownNames()
    if case .one = area.finding {
    } else {
      unknown.note(
        .area, number: area.number, text: areaRows.text(form.area.column - 1), area.finding,
        at: areaRows.position(form.area.column - 1))
    }
    if case .one = year.finding {
    } else {
      unknown.note(
        .year, number: year.number, text: yearRows.text(form.year.column - 1), year.finding,
        at: yearRows.position(form.year.column - 1))
    }
    remarks.add(unknownNames(unknown, path: remarks.path))
    guard case .one(let areaPosition) = area.finding, case .one(let yearPosition) = year.finding else { return nil }
    formOwners.append(areaPosition)
    return (areaPosition, FiscalYear(Int32(truncatingIfNeeded: yearPosition)))
  }
}

private func lostCell(_ code: String, at path: String) -> Diagnostic {
  Diagnostic(
    .incompleteRow, .error, at: .file(path),
    Wording("the form has lost the cell of \(quoted(code))", "様式から\(quoted(code))の記入欄がなくなっています"),
    reason: Wording("its row or its name was deleted; the figure counts as not reported", "行または名前が削除されています。この値は未報告として扱います。"),
    mend: Wording("copy the entries into a new form", "新しい様式に記入し直してください。"))
}
