import Diagnostics
import Facts
import Quantities
import Testing
import Workbook

@testable import Submissions

/// Sheets in the layouts that people draw up: whatever stands where, the same figures are read, each with its cell.
@Suite struct LayoutTests {
  private struct Result {
    let facts: Facts
    /// The codes and cells of the remarks.
    let remarks: [String]
    let isRead: Bool

    /// The figures of 協議回数 and 相談件数 for 北区 and 西区 in 2022 and 2023: given, or a dash.
    var figures: [String] {
      [1, 2].flatMap { area in
        [2022, 2023].flatMap { year in
          [0, 1].map { item in
            facts.stored(SmallRulebook.key(item, area, Int32(year))).map { String($0) } ?? "-"
          }
        }
      }
    }
  }

  private func read(_ sheets: [(name: String, content: String)], path: String = "報告.xlsx") -> Result {
    var reader = SubmissionReader(rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas)
    let workbook = StoredWorkbook.reading(sheets.map { $0.content }, names: sheets.map { $0.name }, path: path)
    reader.add(path: path, workbook: workbook)
    let reading = reader.read(including: FiscalYear(2022))
    let remarks = reading.diagnostics.map { diagnostic in
      guard case .cell(let place) = diagnostic.location, case .sheetCell(let sheet, let row, let column) = place.position
      else { return "\(diagnostic.code)" }
      return "\(diagnostic.code)@\(sheet):\(columnLetters(column))\(row)"
    }
    return Result(facts: reading.facts, remarks: remarks, isRead: reading.unreadable.isEmpty)
  }

  private func read(_ rows: [[String]], merged: [String] = [], sheet: String = "S1", path: String = "報告.xlsx") -> Result {
    read([(sheet, StoredWorkbook.grid(rows, merged: merged))], path: path)
  }

  private let all = ["1", "10", "2", "20", "3", "30", "4", "40"]

  @Test func itemsByAreas() {
    for title in ["令和5年度 取組状況（区別）", "年度：R5", "FY2023"] {
      let result = read([[title], [], ["項目", "単位", "北区", "西区"], ["イ-1", "回", "2", "4"], ["相談件数（件）", "件", "20", "40"]])
      #expect(result.figures == ["-", "-", "2", "20", "-", "-", "4", "40"], "\(title)")
      #expect(result.remarks == [])
    }
  }

  @Test func areasByYearsUnderMergedHeadings() {
    let result = read(
      [
        ["項目", "北区", "", "西区", ""], ["", "R4", "R5", "R4", "R5"], ["", "（回）", "（回）", "", ""], ["協議回数", "1", "2", "3", "4"],
        ["オ-1 相談件数", "10", "20", "30", "40"],
      ], merged: ["C5:C6", "D5:E5", "F5:G5"])
    #expect(result.figures == all)
    #expect(result.remarks == [])
  }

  @Test func groupsAboveTheHeadings() {
    let result = read(
      [
        ["区", "年度", "協議", "相談"], ["", "", "イ-1", "オ-1"], ["北区", "2022", "1", "10"], ["", "2023", "2", "20"],
        ["大阪市西区", "2022", "3", "30"], ["", "2023", "4", "40"],
      ], merged: ["C5:C6", "D5:D6", "C7:C8", "C9:C10"])
    #expect(result.figures == all)
    #expect(result.remarks == [])
  }

  @Test func turnedOnItsSide() {
    let result = read([
      ["区", "北区", "北区", "西区", "西区"], ["年度", "2022", "2023", "2022", "2023"], ["イ-1", "1", "2", "3", "4"],
      ["オ-1", "10", "20", "30", "40"],
    ])
    #expect(result.figures == all)
    #expect(result.remarks == [])
    let alone = read([["区名", "西区"], ["年度", "R4"], [], ["イ-1", "3"], ["オ-1", "30"]])
    #expect(alone.figures == ["-", "-", "-", "-", "3", "30", "-", "-"])
    #expect(alone.facts.origin(SmallRulebook.key(1, 2, 2022)) == cell("S1", 9, 4))
  }

  private func cell(_ sheet: String, _ row: Int, _ column: Int) -> CellPlace {
    CellPlace(file: "報告.xlsx", position: .sheetCell(sheet: sheet, row: row, column: column))
  }

  @Test func aSheetAnArea() {
    func sheet(_ first: String, _ second: String) -> String {
      StoredWorkbook.grid([
        ["様式１"], ["番号", "項目", "設問", "回答", "備考"], ["", "■ 協議"], ["1", "イ-1", "何回ですか。", first], ["2", "オ-1", "何件ですか。", second],
        [], ["※ 空欄は未報告とします。"],
      ])
    }
    let result = read(
      [("記入例", sheet("9", "99")), ("北区", sheet("2", "20")), ("西区", sheet("4", "40"))], path: "R5/大阪市 取組状況.xlsx")
    #expect(result.figures == ["-", "-", "2", "20", "-", "-", "4", "40"])
    #expect(result.remarks == ["exampleSheet"])
  }

  @Test func aFileAnArea() {
    for path in ["R4/271063-西区.xlsx", "西区_令和4年度.xlsx", "2022/西区/報告.xlsx", "報告（西区）FY2022.xlsx"] {
      let result = read([["大阪市の取組"], ["指標", "実績"], ["イ-1", "3"], ["オ-1", "30"]], path: path)
      #expect(result.figures == ["-", "-", "-", "-", "3", "30", "-", "-"], "\(path)")
      #expect(result.remarks == [])
    }
  }

  @Test func tablesBelowOneAnother() {
    let result = read([
      ["令和4年度"], ["区", "イ-1", "オ-1"], ["北区", "1", "10"], ["西区", "3", "30"], ["合計", "4", "40"], [], ["令和5年度"],
      ["区", "イ-1", "オ-1"],
      ["北区", "2", "20"], ["西区", "4", "40"],
    ])
    #expect(result.figures == all)
    #expect(result.remarks == ["totalLeftOut@S1:C9"])
  }

  @Test func aSheetAnItem() {
    let councils = StoredWorkbook.grid([["区", "R4", "R5"], ["北区", "1", "2"], ["西区", "3", "4"]])
    let enquiries = StoredWorkbook.grid([["相談件数"], ["", "R4", "R5"], ["北区", "10", "20"], ["西区", "30", "40"]])
    let result = read([("イ-1", councils), ("S2", enquiries)])
    #expect(result.figures == all)
    #expect(result.remarks == [])
  }

  // MARK: What is not guessed

  @Test func aTableThatDoesNotSayWhose() {
    let rows = [["項目", "回答"], ["イ-1", "3"]]
    #expect(read(rows, path: "R5.xlsx").remarks == ["tableContextMissing@S1:C5"])
    #expect(!read(rows, path: "R5.xlsx").isRead)
    #expect(read(rows, path: "北区.xlsx").remarks == ["tableContextMissing@S1:C5"])
    // 令和5年6月 is a date, 港区 are two, and a file of two wards is of none.
    #expect(read([["令和5年6月"]] + rows, path: "北区.xlsx").remarks == ["tableContextMissing@S1:C6"])
    #expect(read(rows, path: "港区R5.xlsx").remarks == ["tableContextMissing@S1:C5"])
    #expect(read(rows, path: "北区・西区R5.xlsx").remarks == ["tableContextMissing@S1:C5"])
    #expect(read(rows, path: "大阪市港区R5.xlsx").remarks == [])
  }

  @Test func aTableOfTwoAreasOrYears() {
    let rows = [["北区", "令和5年度"], ["項目", "回答"], ["イ-1", "2"]]
    let areas = read(rows, path: "西区.xlsx")
    #expect(areas.remarks == ["tableContextContradicted@S1:C6"])
    #expect(!areas.isRead)
    let years = read(rows, path: "北区R4.xlsx")
    #expect(years.remarks == ["tableContextContradicted@S1:C6"])
    #expect(years.figures == ["-", "-", "2", "-", "-", "-", "-", "-"])
  }

  @Test func headingsThatMeanNothing() {
    let result = read([
      ["令和5年度"], ["項目", "前回", "北区", "酉区", "港区", "西区", "計"], ["イ-1", "1", "2", "3", "3", "4", "9"],
      ["イー９", "1", "2", "3", "3", "4", "9"],
      ["", "", "7", "", "", "", ""], ["相談件数", "5", "20", "", "", "40", ""],
    ])
    #expect(result.figures == ["-", "-", "2", "20", "-", "-", "4", "40"])
    #expect(
      result.remarks == [
        "columnLeftOut@S1:D6", "unknownArea@S1:F6", "ambiguousInData@S1:G6", "totalLeftOut@S1:I6", "unknownItem@S1:C8",
        "incompleteRow@S1:C9",
      ])
  }

  @Test func cellsBesideATableAndBelowIt() {
    let result = read([
      ["区", "年度", "イ-1", "オ-1"], ["北区", "R4", "1", "10", "", "要確認"], ["北区", "R5", "2", "20", "", "済"], ["西区", "R4", "3", "30"],
      ["西区", "R5", "4", "40"], ["※ 見込みを含む。"],
    ])
    #expect(result.figures == all)
    #expect(result.remarks == ["besideTable@S1:H6"])
  }

  @Test func figuresThatLookLikeYearsHeadNothing() {
    let result = read([["令和5年度"], ["項目", "北区", "西区"], ["イ-1", "2022", "2023"], ["オ-1", "2024", "2025"]])
    #expect(result.remarks == ["outOfRange@S1:D7", "outOfRange@S1:E7"])
    #expect(result.figures == ["-", "-", "-", "2024", "-", "-", "-", "2025"])
  }
}

@Suite struct MentionTests {
  @Test(arguments: [
    ("令和5年度 取組状況", false, [2023]), ("R5_北区", false, [2023]), ("FY2023-報告", false, [2023]), ("2023年度", false, [2023]),
    ("平成31年度", false, [2019]), ("令和元年度実績", false, [2019]), ("令和4年度・令和5年度", false, [2022, 2023]), ("令和5年6月30日", false, []),
    ("R5.6.30", false, []), ("2023", false, []), ("2023", true, [2023]), ("20230401", true, []), ("2023-04-01", true, []),
    ("令和5", true, [2023]),
    ("SR5号", false, []), ("第2023号", false, []),
  ])
  func years(_ text: String, _ bare: Bool, _ expected: [Int32]) {
    #expect(YearMentions.find(in: text, bare: bare).map { $0.number } == expected)
  }

  @Test func theLongestNameCounts() {
    let places = PlaceMentions(
      AreaTable([
        Area(code: "271004", name: "大阪市", level: 1, parent: nil), Area(code: "271179", name: "淀川区", level: 0, parent: 0),
        Area(code: "271144", name: "東淀川区", level: 0, parent: 0),
      ]))
    #expect(places.find(in: "様式_東淀川区.xlsx") == [2])
    #expect(places.find(in: "大阪市淀川区") == [1])
    #expect(places.find(in: "大阪市 東淀川区・淀川区") == [2, 1])
    #expect(places.find(in: "271144-報告") == [2])
    #expect(places.find(in: "2711440") == [])
    #expect(places.find(in: "大阪市の会議") == [0])
  }
}
