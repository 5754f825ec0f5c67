import Diagnostics
import Facts
import Quantities
import Submissions
import Workbook

/// Reads bytes as the parts of a workbook, put into an archive that is sound: a sheet, then after form feeds, which no part may
/// hold, a second sheet, the texts, the styles, and the list of sheets. Then as a submission of a small rulebook. Any bytes may
/// come.
func readSheets(_ bytes: [UInt8]) {
  let pieces = bytes.split(separator: 0x0C, maxSplits: 4, omittingEmptySubsequences: false).map { Array($0) }
  let archive = ArchiveWriter.archive(parts(pieces)) { _ in nil }
  guard let archive else { return precondition(bytes.count > 1 << 30, "parts of no archive") }
  let workbook = WorkbookReading(archive, file: "data.xlsx") { _, _, _ in nil }
  precondition(!workbook.sheets.isEmpty || !workbook.diagnostics.isEmpty, "neither a sheet nor a remark")
  for sheet in workbook.sheets { check(sheet) }
  var reader = SubmissionReader(rulebook: smallRulebook, areas: smallAreas)
  reader.add(path: "北区/R5.xlsx", workbook: workbook)
  for diagnostic in reader.read(including: FiscalYear(2023)).diagnostics {
    guard case .cell(let place) = diagnostic.location, case .sheetCell(_, let row, let column) = place.position else { continue }
    precondition((1...SheetSize.rows).contains(row) && (1...SheetSize.columns).contains(column), "a remark outside the sheet")
  }
}

/// Rows and cells go forward, and every text is there.
private func check(_ sheet: Sheet) {
  var lastRow = 0
  for row in sheet.rows {
    precondition(row.number > lastRow && row.number <= SheetSize.rows, "rows do not go forward")
    lastRow = row.number
    var lastColumn = 0
    for cell in sheet.cells[row.cells] {
      precondition(Int(cell.column) > lastColumn && Int(cell.column) <= SheetSize.columns, "cells do not go forward")
      lastColumn = Int(cell.column)
      precondition(sheet.cell(row: row.number, column: lastColumn) == cell, "a cell is not found where it stands")
      if case .text(let reference) = cell.value {
        precondition(String(validating: sheet.bytes(reference), as: UTF8.self) != nil, "a text that is no UTF-8")
      }
    }
  }
}

private let main = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
private let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private func parts(_ pieces: [[UInt8]]) -> [ArchivePart] {
  let standard = [
    "", "<worksheet \(main)/>", "<sst \(main)><si><t>北区</t></si><si><t>イ-1</t></si></sst>",
    "<styleSheet \(main)><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>",
    "<workbook \(main) xmlns:r=\"\(document)\"><sheets><sheet name=\"北区\" sheetId=\"1\" r:id=\"a\"/>"
      + "<sheet name=\"令和5年度\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>",
  ]
  let names = ["xl/a.xml", "xl/b.xml", "xl/texts.xml", "xl/styles.xml", "xl/workbook.xml"]
  var parts: [ArchivePart] = []
  for (position, name) in names.enumerated() {
    let given = pieces.indices.contains(position) ? pieces[position] : []
    parts.append(ArchivePart(name: name, content: given.isEmpty ? Array(standard[position].utf8) : given))
  }
  func arrows(_ all: [(String, String, String)]) -> [UInt8] {
    let links = all.map { "<Relationship Id=\"\($0.0)\" Type=\"\(document)/\($0.1)\" Target=\"\($0.2)\"/>" }.joined()
    return Array(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(links)</Relationships>".utf8)
  }
  parts.append(ArchivePart(name: "_rels/.rels", content: arrows([("w", "officeDocument", "xl/workbook.xml")])))
  parts.append(
    ArchivePart(
      name: "xl/_rels/workbook.xml.rels",
      content: arrows([
        ("a", "worksheet", "a.xml"), ("b", "worksheet", "b.xml"), ("t", "sharedStrings", "texts.xml"),
        ("s", "styles", "styles.xml"),
      ])))
  return parts
}
