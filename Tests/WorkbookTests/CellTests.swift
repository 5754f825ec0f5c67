import Diagnostics
import Inflation
import Testing

@testable import Workbook

@Suite struct CellTests {
  private func reading(_ sheet: String, shared: String = "") -> WorkbookReading {
    let bytes = ArchiveBuilder.workbook(sheet: sheet, shared: shared).bytes()
    return WorkbookReading(bytes, file: "f", inflate: Inflating.inflate)
  }

  private func lines(_ rows: String, after: String = "") -> [String] {
    let reading = reading("<sheetData>\(rows)</sheetData>\(after)")
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    return reading.sheets.first.map { Array(Listing.lines($0).dropFirst()) } ?? []
  }

  private func code(_ rows: String, after: String = "") -> DiagnosticCode? {
    let reading = reading("<sheetData>\(rows)</sheetData>\(after)")
    #expect(reading.sheets.isEmpty && reading.diagnostics.count == 1)
    return reading.diagnostics.first?.code
  }

  @Test func placesMayBeLeftOut() {
    #expect(
      lines("<row><c><v>1</v></c><c r='C1'><v>2</v></c><c><v>3</v></c></row><row/><row r='7'/><row><c><v>4</v></c></row>") == [
        "A1 number 1", "C1 number 2", "D1 number 3", "A8 number 4",
      ])
  }

  @Test func cellsOfARowMayComeInAnyOrder() {
    #expect(lines("<row r='2'><c r='C2'><v>3</v></c><c r='A2'><v>1</v></c></row>") == ["A2 number 1", "C2 number 3"])
  }

  @Test func contradictionsAreRefused() {
    #expect(code("<row r='2'><c r='A2'><v>3</v></c><c r='A2'><v>1</v></c></row>") == .damagedSheet)
    #expect(code("<row r='2'/><row r='2'/>") == .damagedSheet)
    #expect(code("<row r='3'/><row r='2'/>") == .damagedSheet)
    #expect(code("<row r='3'><c r='A4'><v>1</v></c></row>") == .damagedSheet)
    #expect(code("<row r='0'/>") == .damagedSheet)
    #expect(code("<row r='1048577'/>") == .damagedSheet)
    #expect(code("<row r='99999999999999999999'/>") == .damagedSheet)
    #expect(code("<row r='1048576'/><row/>") == .damagedSheet)
    #expect(code("<row r='1'><c r='XFE1'/></row>") == .damagedSheet)
    #expect(code("<row r='1'><c r='XFD1'/><c/></row>") == .damagedSheet)
    #expect(code("<row r='1'><c r='1A'/></row>") == .damagedSheet)
    #expect(code("<row><c t='x'><v>1</v></c></row>") == .damagedSheet)
    #expect(code("<row><c t='s'><v>0</v></c></row>") == .damagedSheet)
    #expect(code("<row><c><v>abc</v></c></row>") == .damagedSheet)
    #expect(code("<row><c t='b'><v>2</v></c></row>") == .damagedSheet)
    #expect(code("<row><c t='d'><v>2024-02-30</v></c></row>") == .damagedSheet)
  }

  @Test func datesAndTimesMayBeWrittenOut() {
    #expect(
      lines(
        "<row><c t='d'><v>2024-02-29</v></c><c t='d'><v>1906-09-18T11:22:05</v></c><c t='d'><v>09:30:00</v></c><c t='d'><v>09:30</v></c></row>"
      ) == ["A1 date 2024-02-29 0", "B1 date 1906-09-18 40925", "C1 time 34200", "D1 time 34200"])
    #expect(code("<row><c t='d'><v>25:00:00</v></c></row>") == .damagedSheet)
    #expect(code("<row><c t='d'><v>09</v></c></row>") == .damagedSheet)
  }

  @Test func aFormulaWithoutResultIsNotNought() {
    #expect(
      lines(
        "<row><c><f>1+1</f></c><c><f>1</f><v/></c><c t='str'><f>1</f></c><c t='str'><f>1</f><v></v></c><c t='b'><f>1</f><v/></c></row>"
      ) == [
        "A1 formula without value", "B1 formula without value", "C1 formula without value", "D1 text  formula",
        "E1 formula without value",
      ])
  }

  @Test func emptyCellsAreNotThere() {
    #expect(lines("<row><c s='1'/><c><v></v></c><c t='s'/><c t='n'><v> </v></c></row>".replacing(" </v>", with: "</v>")) == [])
  }

  @Test func aMergedRangeHasTheValueOfItsTopLeft() {
    let merges = "<mergeCells count='2'><mergeCell ref='B1:C2'/><mergeCell ref='A1'/></mergeCells>"
    let row =
      "<row><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='C1'><v>3</v></c></row><row><c r='B2'><v>4</v></c><c r='D2'><v>5</v></c></row>"
    #expect(lines(row, after: merges) == ["A1 number 1", "B1 number 2", "D2 number 5", "merge A1:A1", "merge B1:C2"])
    let reading = reading("<sheetData>\(row)</sheetData>\(merges)")
    #expect(reading.diagnostics.map(\.code) == [.coveredByMerge, .coveredByMerge])
    #expect(code(row, after: "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='B2:C3'/></mergeCells>") == .damagedSheet)
    #expect(code(row, after: "<mergeCells><mergeCell ref='B2:A1'/></mergeCells>") == .damagedSheet)
    #expect(code(row, after: "<mergeCells><mergeCell ref=''/></mergeCells>") == .damagedSheet)
  }

  @Test func aColumnOfOneMistakeIsToldOfInAFewLines() {
    let rows = String(repeating: "<row><c><v>1</v></c><c><v>2</v></c></row>", count: 100)
    let reading = reading("<sheetData>\(rows)</sheetData><mergeCells><mergeCell ref='A1:B100'/></mergeCells>")
    #expect(reading.sheets.first?.cells.count == 1)
    #expect(reading.diagnostics.count == 21)
    #expect(reading.diagnostics.last?.message.english.hasPrefix("179 more") == true)
  }

  @Test func listsAreBounded() {
    var builder = ArchiveBuilder.workbook(sheet: "<sheetData/>")
    let sheet = "<sheet name='S' sheetId='1' r:id='b'/>"
    for (count, isRead) in [(1_000, true), (1_001, false)] {
      let content = String(decoding: ArchiveBuilder.workbook(sheet: "").entries[1].content, as: UTF8.self)
      let start = content.split(separator: "<sheets>")[0]
      builder.entries[1].content = Array("\(start)<sheets>\(String(repeating: sheet, count: count))</sheets></workbook>".utf8)
      let reading = WorkbookReading(builder.bytes(), file: "f", inflate: Inflating.inflate)
      #expect(reading.diagnostics.map(\.code) == (isRead ? [] : [.refusedMarkup]))
    }
  }

  /// The sweep against looking at every range for every cell.
  @Test func mergedRangesHideWhatTheyCover() {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<300 {
      let ranges = (0..<Int.random(in: 1...5, using: &numbers)).map { _ in
        let row = Int.random(in: 1...8, using: &numbers)
        let column = Int.random(in: 1...8, using: &numbers)
        return CellRange(
          firstRow: row, firstColumn: column, lastRow: row + Int.random(in: 0...2, using: &numbers),
          lastColumn: column + Int.random(in: 0...2, using: &numbers))
      }
      var covers: [[Int]] = Array(repeating: Array(repeating: 0, count: 12), count: 12)
      for range in ranges {
        for row in range.firstRow...range.lastRow {
          for column in range.firstColumn...range.lastColumn { covers[row][column] += 1 }
        }
      }
      var sweep = MergeSweep(ranges)
      let isDisjoint = !covers.joined().contains { $0 > 1 }
      #expect(sweep.isDisjoint() == isDisjoint)
      guard isDisjoint else { continue }
      sweep = MergeSweep(ranges)
      for row in 1..<12 {
        sweep.advance(to: row)
        for column in 1..<12 {
          let isTopLeft = ranges.contains { $0.firstRow == row && $0.firstColumn == column }
          #expect(sweep.hides(row: row, column: column) == (covers[row][column] == 1 && !isTopLeft))
        }
      }
    }
  }

  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("_x000D_", "\r"), ("a_x000D_\nb", "a\r\nb"), ("_x005F_x000D_", "_x000D_"), ("__x0041_", "_A"),
    ("_x41_", "_x41_"),
    ("_x00zz_", "_x00zz_"), ("_x0041", "_x0041"), ("_xD842__xDFB7_", "𠮷"), ("_xD842_", "\u{FFFD}"), ("_x0041__x0042_", "AB"),
    ("_X0041_", "_X0041_"),
    ("日_x8A9E_", "日語"), ("_x0041_x0042_", "Ax0042_"),
  ])
  func escapes(_ written: String, _ text: String) {
    var bytes = Array("前".utf8) + Array(written.utf8)
    EscapedText.decode(&bytes, from: 3)
    #expect(String(decoding: bytes, as: UTF8.self) == "前" + text)
  }

  @Test func ranges() {
    func range(_ text: String) -> String? { CellRange(Array(text.utf8)).map { Listing.text($0) } }
    #expect(range("B2") == "B2:B2")
    #expect(range("$A$1:C7") == "A1:C7")
    #expect(range("A:C") == "A1:C1048576")
    #expect(range("$3:$5") == "A3:XFD5")
    for wrong in ["", "A", "1", ":", "A1:", ":A1", "B2:A1", "A:3", "XFE1", "A1048577", "A0", "A1:B2:C3", "あ1", "$"] {
      #expect(range(wrong) == nil, "\(wrong)")
    }
  }

  @Test func targetsAreResolvedWithinTheArchive() {
    func resolve(_ target: String, from source: String = "xl/workbook.xml") -> String? {
      PartName.resolve(Array(target.utf8), from: source)
    }
    #expect(resolve("worksheets/sheet1.xml") == "xl/worksheets/sheet1.xml")
    #expect(resolve("/xl/a.xml") == "xl/a.xml")
    #expect(resolve("../a.xml") == "a.xml")
    #expect(resolve("./b%20c.xml") == "xl/b c.xml")
    #expect(resolve("../../a.xml") == nil)
    #expect(resolve("xl/workbook.xml", from: "") == "xl/workbook.xml")
    #expect(PartName.relationships(of: "xl/workbook.xml") == "xl/_rels/workbook.xml.rels")
    #expect(PartName.relationships(of: "") == "_rels/.rels")
  }
}
