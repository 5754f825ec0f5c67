import Diagnostics
import Foundation
import Inflation
import Testing

@testable import Workbook

@Suite struct WritingTests {
  private func written(_ draft: WorkbookDraft) throws -> [UInt8] {
    try WorkbookWriter.bytes(draft, file: "f", deflate: Deflating.deflate)
  }

  private func read(_ draft: WorkbookDraft) throws -> WorkbookReading {
    WorkbookReading(try written(draft), file: "f", inflate: Inflating.inflate)
  }

  private func code(_ change: (inout WorkbookDraft) -> Void) -> DiagnosticCode? {
    var sheet = SheetDraft(name: "S")
    sheet.put(.number(1), row: 1, column: 1)
    var draft = WorkbookDraft([sheet])
    change(&draft)
    do {
      _ = try WorkbookWriter.bytes(draft, file: "f") { _ in nil }
      return nil
    } catch {
      return error.diagnostic.code
    }
  }

  @Test func whatIsWrittenIsRead() throws {
    let reading = try read(WrittenSample.draft())
    #expect(reading.diagnostics == [])
    let texts = WrittenSample.texts.enumerated().map { offset, text in
      "C\(14 + offset) text "
        + text.unicodeScalars.map {
          $0 == "\r" ? "\\r" : $0 == "\n" ? "\\n" : $0 == "\t" ? "\\t" : String($0)
        }.joined()
    }
    let expected =
      [
        "sheet 様式 1's（北区） visible", "A1 text 在宅医療・介護連携\\n推進事業", "A3 text 項目", "B3 text 値", "C3 text 備考",
        "B5 number 12.5", "B6 number -0.001", "B7 number 1706", "B8 boolean true", "B9 date 2024-03-31 0",
        "C9 date 2024-03-31 34200", "B10 number 1718.499 formula", "B11 text 項目<&> formula", "B12 error #DIV/0! formula",
        "B13 boolean true formula",
      ] + texts + [
        "A40 text kept", "merge A1:C2", "hidden rows 31-31", "hidden columns G-G", "sheet 一覧 hidden", "A1 text 実施している",
        "A2 text 準備・調整中", "A3 text 実施していない",
        "name _xlnm._FilterDatabase on 様式 1's（北区） = 様式 1's（北区） A3:C13",
        "name _xlnm.Print_Area on 様式 1's（北区） = 様式 1's（北区） A1:E40",
        "name _xlnm.Print_Titles on 様式 1's（北区） = '様式 1''s（北区）'!$A:$A,'様式 1''s（北区）'!$3:$3",
        "name 選択肢 = 一覧 A1:A3", "name 内部 = 1+1",
      ]
    // Compared by bytes: Swift's `==` takes composed and decomposed letters for the same.
    #expect(Listing.lines(reading).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  /// The stored bytes are the same on every machine; a change of them is a change that users get. `check_written.py` looks at
  /// the file with another program. With PDCA_RECORD set, the file is written anew and the test fails.
  @Test func theBytesAreThoseThatWereChecked() throws {
    let bytes = try WorkbookWriter.bytes(WrittenSample.draft(), file: "f") { _ in nil }
    if ProcessInfo.processInfo.environment["PDCA_RECORD"] != nil {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
      try Data(bytes).write(to: folder.appendingPathComponent("written.xlsx"))
      Issue.record("written.xlsx was recorded anew")
    }
    let isSame = try Fixture.bytes("written.xlsx") == bytes
    #expect(isSame)
  }

  @Test func partsAreSortedAndDeflatedWhereThatHelps() throws {
    let deflated = try written(WrittenSample.draft())
    #expect(try written(WrittenSample.draft()) == deflated)
    let archive = try Archive(deflated, file: "f")
    let names = archive.entries.map(\.name)
    #expect(names == names.sorted())
    #expect(names.first == "[Content_Types].xml")
    #expect(archive.entries.allSatisfy { $0.method == .deflated })
    let parts = try WorkbookWriter.parts(WrittenSample.draft(), file: "f")
    #expect(ArchiveWriter.archive(parts.reversed(), deflated: parts.reversed().map { Deflating.deflate($0.content) }) == deflated)
    #expect(ArchiveWriter.archive(parts, deflated: []) == nil)
  }

  @Test func aFormulaWithoutValueAsksForCalculation() throws {
    var sheet = SheetDraft(name: "S")
    sheet.put(.formula("1+1", .unknown), row: 1, column: 1)
    sheet.put(.formula("1+1", .number(mantissa: 2, scale: 0)), row: 1, column: 2)
    let reading = try read(WorkbookDraft([sheet]))
    #expect(Listing.lines(reading) == ["sheet S visible", "A1 formula without value", "B1 number 2 formula"])
    #expect(reading.diagnostics.map(\.code) == [.calculationPending])
  }

  @Test func whatNoProgramWouldOpenIsNotWritten() {
    #expect(code { _ in } == nil)
    #expect(code { $0.sheets = [] } == .unwritableWorkbook)
    #expect(code { $0.sheets[0].visibility = .hidden } == .unwritableWorkbook)
    for name in ["", "a/b", "4:1", "[x]", "'x", "x'", "History", String(repeating: "長", count: 32), "a\u{1}b"] {
      #expect(code { $0.sheets[0].name = name } == .unwritableWorkbook, "\(name)")
    }
    #expect(code { $0.sheets.append(SheetDraft(name: "s")) } == .unwritableWorkbook)
    #expect(code { $0.sheets[0].put(.text("x"), row: 0, column: 1) } == .unwritableWorkbook)
    #expect(code { $0.sheets[0].put(.text("x"), row: 1, column: 16_385) } == .unwritableWorkbook)
    #expect(code { $0.sheets[0].put(.text("x"), row: 1_048_577, column: 1) } == .unwritableWorkbook)
    #expect(code { $0.sheets[0].setRow(1_048_577, height: 3) } == .unwritableWorkbook)
    #expect(code { $0.sheets[0].put(.text(String(repeating: "x", count: 32_768)), row: 1, column: 1) } == .unwritableWorkbook)
    #expect(
      code { $0.sheets[0].put(.date(CalendarMoment(year: 1899, month: 1, day: 1)), row: 1, column: 1) } == .unwritableWorkbook)
    #expect(
      code { $0.sheets[0].put(.date(CalendarMoment(year: 2023, month: 2, day: 29)), row: 1, column: 1) } == .unwritableWorkbook)
    let cell = CellRange(row: 1, column: 1)
    #expect(code { $0.sheets[0].validations = [Validation([cell], .words(["a,b"]))] } == .unwritableWorkbook)
    #expect(code { $0.sheets[0].validations = [Validation([cell], .words([]))] } == .unwritableWorkbook)
    #expect(
      code { $0.sheets[0].merges = [CellRange(rows: 1...2, columns: 1...2), CellRange(rows: 2...3, columns: 2...3)] }
        == .unwritableWorkbook)
  }

  @Test func namesAreMadeToFit() {
    #expect(SheetName.fitting("北区", taken: []) == "北区")
    #expect(SheetName.fitting("4/1:[x]?*\\", taken: []) == "4／1：［x］？＊＼")
    #expect(SheetName.fitting("北区", taken: ["北区", "北区(2)"]) == "北区(3)")
    #expect(SheetName.fitting("ABC", taken: ["abc"]) == "ABC(2)")
    #expect(SheetName.fitting("", taken: []) == "_")
    #expect(SheetName.fitting("history", taken: []) == "history_")
    let long = String(repeating: "長", count: 40)
    #expect(SheetName.fitting(long, taken: []).utf16.count == 31)
    #expect(SheetName.fitting(long, taken: [String(repeating: "長", count: 31)]).utf16.count == 31)
    for text in ["", "'", "a/b", "History", long, "\u{1}", "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧"] {
      #expect(SheetName.isAllowed(SheetName.fitting(text, taken: [])), "\(text)")
    }
  }

  /// Texts of any characters and numbers of any size come back as they went in.
  @Test func anyTextAndNumberComesBack() throws {
    var numbers = SeededNumbers(seed: 99)
    var sheet = SheetDraft(name: "S")
    var expected = ["sheet S visible"]
    let pieces = [
      "_x000D_", "_", "x", "005F", "\r", "\n", "\u{0}", "&", "<", "]]>", "あ", "𠮷", "\u{FFFF}", " ", "\u{FEFF}", "\"", "=", "0",
    ]
    for row in 1...500 {
      let text = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      let mantissa = Int64.random(in: -999_999_999_999_999...999_999_999_999_999, using: &numbers) / 10 * 10 + 1
      let scale = Int.random(in: 0...30, using: &numbers)
      sheet.put(.text(text), row: row, column: 1)
      sheet.put(.number(mantissa: mantissa, scale: scale), row: row, column: 2)
      let shown = text.unicodeScalars.map { $0 == "\r" ? "\\r" : $0 == "\n" ? "\\n" : String($0) }.joined()
      expected += ["A\(row) text \(shown)", "B\(row) number \(Listing.decimal(mantissa, Int16(scale)))"]
    }
    #expect(Listing.lines(try read(WorkbookDraft([sheet]))) == expected)
  }
}
