import Diagnostics
import Facts
import Quantities
import Testing

@testable import Submissions

@Suite struct WorkbookSubmissionTests {
  /// A text cell.
  private func text(_ place: String, _ content: String) -> String {
    "<c r='\(place)' t='inlineStr'><is><t>\(content)</t></is></c>"
  }

  private func number(_ place: String, _ content: String, style: Int = 0) -> String {
    "<c r='\(place)' s='\(style)'><v>\(content)</v></c>"
  }

  private func read(_ sheets: [String]) -> (facts: Facts, summary: [String], unreadable: [String]) {
    var reader = SubmissionReader(rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas)
    reader.add(path: "a.xlsx", workbook: StoredWorkbook.reading(sheets, path: "a.xlsx"))
    let reading = reader.read()
    let summary = reading.diagnostics.map { diagnostic in
      guard case .cell(let place) = diagnostic.location, case .sheetCell(let sheet, let row, let column) = place.position
      else { return "\(diagnostic.code)" }
      return "\(diagnostic.code)@\(sheet):\(columnLetters(column))\(row)"
    }
    return (reading.facts, summary, reading.unreadable)
  }

  private let headings = ["区", "年度", "イ-1", "カ-1", "ア-3", "ア-1", "ア-2"]

  private func heading() -> String {
    "<row r='2'>" + zip("ABCDEFG", headings).map { text("\($0)2", $1) }.joined() + "</row>"
  }

  @Test func cellsOfEachKind() {
    let result = read([
      "<sheetData><row r='1'>\(text("A1", "取組状況"))</row>\(heading())<row r='4'>"
        + number("A4", "271276") + number("B4", "2023") + number("C4", "3") + number("D4", "0.125", style: 1)
        + number("E4", "45107", style: 3) + text("F4", "○") + "<c r='G4' t='b'><v>1</v></c></row></sheetData>"
    ])
    #expect(result.summary == [])
    let expected: [(indicator: Int, stored: Int64)] = [(0, 3), (4, 125), (9, 19538), (7, 2), (8, 1)]
    for (indicator, stored) in expected {
      #expect(result.facts.stored(SmallRulebook.key(indicator, 1, 2023)) == stored)
    }
    #expect(
      result.facts.origin(SmallRulebook.key(4, 1, 2023))
        == CellPlace(file: "a.xlsx", position: .sheetCell(sheet: "S1", row: 4, column: 4)))
  }

  @Test func figuresThatTheCellsDoNotHold() {
    let result = read([
      "<sheetData>\(heading())<row r='3'>\(text("A3", "北区"))\(text("B3", "令和5年度"))<c r='C3'><f>1+1</f></c>"
        + number("D3", "0.33333333333333331", style: 1) + number("E3", "45107") + "<c r='F3' t='e'><v>#REF!</v></c>"
        + number("G3", "1") + "</row></sheetData>"
    ])
    #expect(
      result.summary == [
        "formulaWithoutValue@S1:C3", "figureTooLong@S1:D3", "unreadableFigure@S1:E3", "cellError@S1:F3", "unreadableFigure@S1:G3",
      ])
    for indicator in [0, 4, 9, 7, 8] { #expect(result.facts.state(SmallRulebook.key(indicator, 1, 2023)) == .notReported) }
  }

  @Test func aNameInAMergedCellHoldsForItsRowsButAFigureDoesNot() {
    let long = ["区", "年度", "項目", "値"]
    let result = read([
      "<sheetData><row r='1'>" + zip("ABCD", long).map { text("\($0)1", $1) }.joined() + "</row>"
        + "<row r='2'>\(text("A2", "北区"))\(number("B2", "2023"))\(text("C2", "イ-1"))\(number("D2", "3"))</row>"
        + "<row r='3'>\(text("C3", "オ-1"))\(number("D3", "17"))</row><row r='4'>\(text("C4", "オ-2"))</row>"
        + "<row r='5'>\(text("C5", "オ-3"))</row></sheetData>"
        + "<mergeCells><mergeCell ref='A2:A4'/><mergeCell ref='B2:B4'/><mergeCell ref='D3:D4'/></mergeCells>"
    ])
    #expect(result.summary == ["incompleteRow@S1:A5"])
    #expect(result.facts.stored(SmallRulebook.key(0, 1, 2023)) == 3)
    #expect(result.facts.stored(SmallRulebook.key(1, 1, 2023)) == 17)
    #expect(result.facts.state(SmallRulebook.key(2, 1, 2023)) == .notReported)
  }

  @Test func sheetsWithoutHeadingsAreLists() {
    let list = "<sheetData><row>\(text("A1", "はい"))</row></sheetData>"
    let row = "<row r='3'>\(text("A3", "西区"))\(number("B3", "2023"))\(number("C3", "4"))</row>"
    let both = read([list, "<sheetData>\(heading())\(row)</sheetData>"])
    #expect(both.summary == [])
    #expect(both.facts.stored(SmallRulebook.key(0, 2, 2023)) == 4)
    let none = read([list])
    #expect(none.summary == ["missingHeadings"])
    #expect(none.unreadable == ["a.xlsx"])
  }

  @Test func theSameFigureInAWorkbookAndAFile() {
    var reader = SubmissionReader(rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas)
    reader.add(path: "1.csv", bytes: Array("区,年度,イ-1\n北区,2023,3\n".utf8))
    let sheet =
      "<sheetData>\(heading())<row r='3'>\(text("A3", "北区"))\(number("B3", "2023"))\(number("C3", "4"))</row></sheetData>"
    reader.add(path: "a.xlsx", workbook: StoredWorkbook.reading([sheet], path: "a.xlsx"))
    let reading = reader.read()
    #expect(reading.diagnostics.map { $0.code } == [.contradictingFigures])
    #expect(
      reading.diagnostics.first?.labels.first?.location
        == .cell(CellPlace(file: "1.csv", position: .field(line: 2, column: 3))))
  }

  @Test func bytesThatAreNoWorkbook() {
    var reader = SubmissionReader(rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas)
    reader.add(path: "a.xlsx", workbook: .init([0x50, 0x4B, 3, 4], file: "a.xlsx") { _, _, _ in nil })
    let reading = reader.read()
    #expect(reading.unreadable == ["a.xlsx"])
    #expect(reading.diagnostics.count == 1)
  }
}
