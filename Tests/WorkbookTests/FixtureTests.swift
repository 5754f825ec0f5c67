import Diagnostics
import Inflation
import Testing
import Workbook

/// Workbooks by other programs, and by hand, held against the listings that were made with them.
@Suite struct FixtureTests {
  @Test(arguments: [
    "kinds-openpyxl.xlsx", "kinds-xlsxwriter.xlsx", "kinds-libreoffice.xlsx", "shape.xlsx", "dates-1904.xlsx", "furigana.xlsx",
    "strict.xlsx", "prefixes.xlsx", "utf-16.xlsx", "utf-16-be.xlsx", "macros.xlsm", "data-descriptors.xlsx",
    "zip64-descriptors.xlsx",
  ])
  func holdsWhatWasPutIn(_ name: String) throws {
    let reading = try Fixture.reading(name)
    let listing = try Fixture.bytes(name.split(separator: ".")[0] + ".listing")
    let expected = String(decoding: listing, as: UTF8.self).split(separator: "\n").map { String($0) }
    #expect(Listing.lines(reading) == expected)
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test(arguments: [
    ("password.xlsx", DiagnosticCode.passwordProtected), ("old.xls", .oldWorkbook), ("markup-2003.xlsx", .oldWorkbook),
    ("open-document.ods", .otherFormat), ("binary.xlsb", .otherFormat), ("web-page.xlsx", .notAWorkbook),
    ("text.xlsx", .notAWorkbook),
  ])
  func namesWhatIsNoWorkbook(_ name: String, _ code: DiagnosticCode) throws {
    let reading = try Fixture.reading(name)
    #expect(reading.sheets.isEmpty)
    #expect(reading.diagnostics.map(\.code) == [code])
    #expect(reading.diagnostics.map(\.location) == [.file(name)])
  }

  @Test func hiddenContentIsReadAndCanBeWarnedOf() throws {
    let reading = try Fixture.reading("shape.xlsx")
    #expect(reading.sheets.map { $0.concealment(file: "f")?.code } == [.hiddenContent, .hiddenContent, .hiddenContent, nil])
    #expect(reading.sheets[0].isHidden(row: 3) && !reading.sheets[0].isHidden(row: 5))
    #expect(reading.sheets[0].isHidden(column: 6) && !reading.sheets[0].isHidden(column: 5))
  }

  @Test func cellsAreFoundByTheirPlace() throws {
    let sheet = try Fixture.reading("shape.xlsx").sheets[0]
    #expect(sheet.value(row: 4, column: 4) == .number(mantissa: 2, scale: 0))
    #expect(sheet.value(row: 5, column: 4) == nil)
    #expect(sheet.value(row: 1_048_576, column: 16_384) != nil)
    #expect(sheet.value(row: 0, column: 0) == nil)
  }

  @Test func theDayThatNeverWasStaysANumber() throws {
    let reading = try Fixture.reading("strict.xlsx")
    let place = CellPlace(file: "strict.xlsx", position: .sheetCell(sheet: "手書き", row: 1, column: 4))
    #expect(reading.diagnostics.map(\.code) == [.noSuchDay])
    #expect(reading.diagnostics.map(\.location) == [.cell(place)])
  }

  @Test func placeholdersOfFormulasAreWarnedOf() throws {
    #expect(try Fixture.reading("kinds-xlsxwriter.xlsx").diagnostics.map(\.code) == [.calculationPending])
    #expect(try Fixture.reading("kinds-libreoffice.xlsx").diagnostics == [])
  }

  /// A browser inflates in its own time; the steps must ask for everything that is needed and no more.
  @Test func opensStepByStep() throws {
    var opening = try WorkbookOpening(try Fixture.bytes("furigana.xlsx"), file: "f")
    var asked: [[String]] = []
    while true {
      let wanted = try opening.wanted()
      if wanted.isEmpty { break }
      asked.append(wanted.map(\.name))
      for entry in wanted {
        try opening.supply(
          Inflating.inflate(opening.archive.compressed(entry), expectedSize: entry.size, limit: 1_000_000), for: entry)
      }
    }
    #expect(asked == [["_rels/.rels"], ["xl/book.xml", "xl/_rels/book.xml.rels"], ["xl/c.xml", "xl/b.xml"]])
    #expect(try opening.workbook().sheets.map { $0.entry?.name } == ["xl/sub/a.xml"])
  }
}
