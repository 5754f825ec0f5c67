import Diagnostics
import Facts
import Quantities
import Testing

@testable import Submissions

/// One cell of 北区 in 2023: `given N`, `text …`, `not applicable` or `not reported`, and the codes of the remarks.
private func figure(_ item: String, _ cell: String) -> (String, [DiagnosticCode]) {
  let quotedCell = "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  let reading = SmallRulebook.read(["区,年度,項目,値\n北区,2023,\(item),\(quotedCell)\n"])
  let indicator = SmallRulebook.rulebook.indicators.firstIndex { $0.code == item } ?? -1
  let key = SmallRulebook.key(indicator, 1, 2023)
  let codes = reading.diagnostics.map { $0.code }
  switch reading.facts.state(key) {
  case .notReported: return ("not reported", codes)
  case .notApplicable: return ("not applicable", codes)
  case .given:
    let stored = reading.facts.stored(key) ?? -1
    return (item == "ア-5" ? "text \(reading.facts.texts[Int(stored)])" : "given \(stored)", codes)
  }
}

@Suite struct SubmissionReaderTests {
  @Test(arguments: [
    ("イ-1", "3", "given 3"), ("イ-1", "３回", "given 3"), ("イ-1", "3.0", "given 3"), ("イ-1", "", "not reported"),
    ("イ-1", "－", "not applicable"), ("イ-1", "該当なし", "not applicable"), ("イ-1", "366回", "given 366"),
    ("オ-1", "1,706件", "given 1706"), ("オ-1", "10万", "given 100000"), ("オ-2", "3名", "given 3"), ("オ-2", "3人", "given 3"),
    ("オ-3", "3箇所", "given 3"), ("オ-3", "3ヶ所", "given 3"), ("カ-1", "12.5％", "given 125"), ("カ-1", "80", "given 800"),
    ("カ-1", "3割", "given 300"), ("カ-1", "12.50%", "given 125"), ("カ-2", "△0.5", "given -500000"),
    ("カ-2", "1.234567本", "given 1234567"),
    ("カ-3", "￥1,000", "given 1000"), ("カ-3", "\\1,000円", "given 1000"), ("カ-3", "1,200千円", "given 1200000"),
    ("ア-1", "○", "given 2"), ("ア-1", "◯", "given 2"), ("ア-1", "△", "given 1"), ("ア-1", "✕", "given 0"),
    ("ア-1", " 実施 している ", "given 2"),
    ("ア-1", "-", "not applicable"), ("ア-2", "はい", "given 1"), ("ア-2", "無", "given 0"), ("ア-2", "なし", "given 0"),
    ("ア-2", "該当なし", "not applicable"), ("ア-3", "令和5年6月30日", "given 19538"), ("ア-3", "2023/6/30", "given 19538"),
    ("ア-4", "オンライン", "given 1"), ("ア-4", "ｵﾝﾗｲﾝ", "given 1"), ("ア-5", "会議を\n開く", "text 会議を\n開く"), ("ア-5", "3", "text 3"),
    ("ア-5", "　", "not reported"), ("ア-5", "-", "not applicable"),
  ])
  func goodCells(item: String, cell: String, expected: String) {
    let (state, codes) = figure(item, cell)
    #expect(state == expected)
    #expect(codes == [])
  }

  @Test(arguments: [
    ("イ-1", "約30", DiagnosticCode.unreadableFigure), ("イ-1", "多数", .unreadableFigure), ("イ-1", "○", .unreadableFigure),
    ("イ-1", "2.5", .unreadableFigure), ("イ-1", "2023-04-01", .unreadableFigure), ("イ-1", "3件", .otherUnit),
    ("イ-1", "3%", .otherUnit),
    ("イ-1", "-1", .outOfRange), ("イ-1", "367回", .outOfRange), ("オ-1", "△5", .outOfRange),
    ("オ-1", "1234567890123456", .figureTooLong),
    ("カ-1", "12.55%", .unreadableFigure), ("カ-1", "100.1%", .outOfRange), ("カ-1", "80点", .otherUnit),
    ("カ-2", "0.1234567", .figureTooLong),
    ("カ-2", "999999999999999", .figureTooLong), ("ア-1", "やっている", .unreadableFigure), ("ア-1", "3", .unreadableFigure),
    ("ア-2", "たぶん", .unreadableFigure), ("ア-3", "6月30日", .unreadableFigure), ("ア-3", "20230630", .unreadableFigure),
    ("ア-4", "電話", .unreadableFigure),
  ])
  func badCellsAreNotReportedAndSaidSo(item: String, cell: String, code: DiagnosticCode) {
    let (state, codes) = figure(item, cell)
    #expect(state == "not reported")
    #expect(codes == [code])
  }

  @Test func aWideTableAndWhereItsCellsStand() throws {
    let reading = SmallRulebook.read([
      "取組状況\n\n備考;年度;ward;協議回数;オ-1;council  meetings２\nx;R5年度;西区;3;\"1,706件\";\n;令和５年度;271276;4;-;\n;;;;;\n"
    ])
    #expect(SmallRulebook.summary(reading.diagnostics) == ["unknownItem@1:3:6"])
    let facts = reading.facts
    #expect(facts.stored(SmallRulebook.key(0, 2, 2023)) == 3)
    #expect(facts.stored(SmallRulebook.key(1, 2, 2023)) == 1706)
    #expect(facts.stored(SmallRulebook.key(0, 1, 2023)) == 4)
    #expect(facts.state(SmallRulebook.key(1, 1, 2023)) == .notApplicable)
    let origin = try #require(facts.origin(SmallRulebook.key(1, 2, 2023)))
    #expect(origin == CellPlace(file: "1.csv", position: .field(line: 4, column: 5)))
    #expect(reading.latestYear == FiscalYear(2023))
    #expect(reading.unreadable == [])
  }

  @Test func yearsAreReadInEverySpelling() {
    for year in ["2023", "２０２３", "2023年度", "R5", "Ｒ５年度", "r5", "令和5", "令和５年度", "FY2023", "平成35年度", " 2023 "] {
      let reading = SmallRulebook.read(["area,year,item,value\n北区,\(year),イ-1,3\n"])
      #expect(reading.facts.stored(SmallRulebook.key(0, 1, 2023)) == 3, "\(year)")
    }
    for year in ["令和5年", "2023年", "23", "2023-04", "来年度", "令和5年度末", "9999"] {
      let reading = SmallRulebook.read(["area,year,item,value\n北区,\(year),イ-1,3\n"])
      #expect(SmallRulebook.summary(reading.diagnostics) == ["unreadableYear@1:2:2"], "\(year)")
    }
  }

  @Test func unknownNamesAreToldOnceWithASuggestion() throws {
    let reading = SmallRulebook.read([
      "区,年度,項目,値\n北く,2023,協議回数,1\n北く,2023,相談件数,1\n北区,2023,協議会数,1\n港区,2023,協議回数,1\n西区,2023,その他,1\n"
    ])
    #expect(
      SmallRulebook.summary(reading.diagnostics) == [
        "unknownArea@1:2:1", "unknownItem@1:4:3", "ambiguousInData@1:5:1", "ambiguousInData@1:6:3",
      ])
    #expect(reading.diagnostics[0].reason?.english.contains("2 rows") == true)
    #expect(reading.diagnostics[0].mend?.english.contains("「北区」") == true)
    #expect(reading.diagnostics[1].mend?.english.contains("「協議回数」") == true)
    #expect(reading.diagnostics[2].message.english.contains("271071") == true)
    #expect(reading.diagnostics[3].message.japanese.contains("オ-2") == true)
  }

  @Test func theSameFigureTwice() throws {
    let reading = SmallRulebook.read([
      "区,年度,項目,値\n北区,2023,イ-1,3\n北区,2023,協議回数,3回\n西区,2023,イ-1,3\n西区,2023,ア-5,会議\n271063,R5,ア-5,会議\n",
      "区,年度,イ-1,オ-1\n西区,2023,4,\n北区,2023,,5\n西区,2023,3,\n",
    ])
    #expect(
      SmallRulebook.summary(reading.diagnostics) == [
        "repeatedFigure@1:3:4", "repeatedFigure@1:6:4", "contradictingFigures@2:2:3", "contradictingFigures@2:4:3",
      ])
    #expect(reading.diagnostics.map { $0.severity } == [.warning, .warning, .error, .error])
    let label = try #require(reading.diagnostics[2].labels.first)
    #expect(label.location == .cell(CellPlace(file: "1.csv", position: .field(line: 4, column: 4))))
    #expect(reading.facts.stored(SmallRulebook.key(0, 1, 2023)) == 3)
    #expect(reading.facts.state(SmallRulebook.key(0, 2, 2023)) == .notReported)
    #expect(reading.facts.stored(SmallRulebook.key(1, 1, 2023)) == 5)
  }

  @Test func aBlankOrUnreadableCellGivesWay() throws {
    let reading = SmallRulebook.read(["区,年度,項目,値\n北区,2023,イ-1,\n北区,2023,イ-1,約3\n北区,2023,イ-1,3\n北区,2023,イ-1,\n"])
    #expect(SmallRulebook.summary(reading.diagnostics) == ["unreadableFigure@1:3:4"])
    let key = SmallRulebook.key(0, 1, 2023)
    #expect(reading.facts.stored(key) == 3)
    #expect(reading.facts.origin(key)?.position == .field(line: 4, column: 4))
    let blank = SmallRulebook.read(["区,年度,項目,値\n北区,2023,イ-1,\n"])
    #expect(blank.facts.origin(key)?.position == .field(line: 2, column: 4))
  }

  @Test func rowsThatAreNotWhole() {
    let reading = SmallRulebook.read(["区,年度,項目,値\n,2023,イ-1,3\n北区,,イ-1,3\n北区,2023,,3\n,,,\n\n北区,2023,イ-1\n"])
    #expect(SmallRulebook.summary(reading.diagnostics) == ["incompleteRow@1:2:1", "incompleteRow@1:3:2", "incompleteRow@1:4:3"])
    #expect(reading.facts.state(SmallRulebook.key(0, 1, 2023)) == .notReported)
  }

  @Test func aCommaTooMany() {
    // Past the headings, in a wide table, in the note, and a note that only looks like it.
    let long = SmallRulebook.read(["区,年度,項目,値\n北区,2023,オ-1,1,706\n西区,2023,オ-1,5,,\n"])
    #expect(SmallRulebook.summary(long.diagnostics) == ["strayCell@1:2:5"])
    #expect(long.facts.state(SmallRulebook.key(1, 1, 2023)) == .notReported)
    #expect(long.facts.stored(SmallRulebook.key(1, 2, 2023)) == 5)
    let wide = SmallRulebook.read(["区,年度,オ-1,イ-1\n北区,2023,1,706,3\n"])
    #expect(SmallRulebook.summary(wide.diagnostics) == ["strayCell@1:2:5"])
    #expect(wide.facts.state(SmallRulebook.key(0, 1, 2023)) == .notReported)
    let note = SmallRulebook.read(["区,年度,項目,値,備考\n北区,2023,オ-1,1,706件\n西区,2023,オ-1,1,300名参加\n大阪市,2023,オ-1,1,\"706,000件\"\n"])
    #expect(SmallRulebook.summary(note.diagnostics) == ["strayCell@1:2:4", "strayCell@1:4:4"])
    #expect(note.facts.stored(SmallRulebook.key(1, 2, 2023)) == 1)
    let gap = SmallRulebook.read(["区,年度,,イ-1\n北区,2023,x,3\n西区,2023,,3\n"])
    #expect(SmallRulebook.summary(gap.diagnostics) == ["strayCell@1:2:3"])
  }

  @Test func filesWithoutHeadings() {
    let reading = SmallRulebook.read(["", "北区,2023,イ-1,3\n", "区,年度,イ-1\n北区,2023,3\n", "区,項目,値\n北区,イ-1,3\n"])
    #expect(SmallRulebook.summary(reading.diagnostics) == ["missingHeadings@1", "missingHeadings@2", "missingHeadings@4"])
    #expect(reading.diagnostics[0].message.english == "this file is empty")
    #expect(reading.unreadable == ["1.csv", "2.csv", "4.csv"])
    #expect(reading.facts.stored(SmallRulebook.key(0, 1, 2023)) == 3)
  }

  @Test func nothingAtAll() {
    let reading = SmallRulebook.read([], including: 2023)
    #expect(reading.latestYear == nil)
    #expect(reading.facts.years == 2023...2023)
    #expect(SmallRulebook.read([]).facts.years.count == 1)
  }

  @Test func aYearFarFromTheOthersIsASlip() {
    let reading = SmallRulebook.read(["区,年度,イ-1\n北区,2023,3\n北区,2022,3\n西区,2023,3\n西区,2123,3\n西区,1980,2\n"])
    #expect(SmallRulebook.summary(reading.diagnostics) == ["unreadableYear@1:5:2"])
    #expect(reading.facts.years == 1980...2023)
    #expect(SmallRulebook.read(["区,年度,イ-1\n北区,2023,3\n"], including: 2030).facts.years == 2023...2030)
    #expect(SmallRulebook.read(["区,年度,イ-1\n北区,2023,3\n"], including: 2200).facts.years == 2023...2023)
  }

  @Test func damagedBytesAreToldWithTheirCell() {
    var reader = SubmissionReader(rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas)
    let bytes = Array("区,年度,項目,値\n北区,2023,イ-1,3\n西区,2023,ア-5,会".utf8) + [0xFF] + Array("議\n\"港".utf8)
    reader.add(path: "1.csv", bytes: bytes)
    let reading = reader.read()
    #expect(SmallRulebook.summary(reading.diagnostics) == ["damagedText@1:3:4", "unclosedQuote@1:4:1", "incompleteRow@1:4:2"])
    #expect(reading.facts.texts == ["会\u{FFFD}議"])
  }

  @Test func aFileThatIsWrongThroughoutIsBounded() {
    var text = "区,年度,項目,値\n"
    for line in 0..<12_000 { text += "北区,2023,イ-1,約\(line)\n" }
    let reading = SmallRulebook.read([text])
    #expect(reading.diagnostics.count == Remarks.limit + 1)
    #expect(reading.diagnostics.last?.code == .furtherRemarks)
    #expect(reading.diagnostics.last?.message.english.contains("2000") == true)
  }

  /// Pieces of data files in any order: nothing traps, and every given figure has its cell.
  @Test func randomFilesNeverTrap() {
    var random = SeededGenerator(seed: 2023)
    let pieces = [
      "区", "年度", "項目", "値", "備考", ",", ",", ",", ",", "\n", "\n", "\"", "北区", "西区", "港区", "2023", "R5", "令和4年度", "協議回数", "オ-1",
      "ア-1",
      "3", "1,706", "△", "○", "-", "", " ", "区,年度,項目,値\n", "区,年度,イ-1,ア-5\n", "北区,2023,イ-1,", "\u{0}",
    ]
    var reader = SubmissionReader(rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas)
    let fresh = reader
    for round in 0..<1500 {
      if round % 5 == 0 { reader = fresh }
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      reader.add(path: "\(round).csv", bytes: Array(text.utf8))
      let facts = reader.read().facts
      for year in facts.years {
        for indicator in 0..<facts.indicatorCount {
          for area in 0..<facts.areas.count {
            let key = SmallRulebook.key(indicator, area, year)
            if facts.state(key) != .notReported && facts.origin(key) == nil { Issue.record("\(key) came from nowhere") }
          }
        }
      }
    }
  }
}
