import Diagnostics
import Evaluation
import Facts
import Inflation
import PDCAEngine
import Quantities
import RuleLanguage
import Rulebook
import Submissions
import Testing
import Workbook

@testable import Forms

/// A form made of a small rulebook, and read back.
struct FormTests {
  static let rules = """
    事業 "試し"
      開始 令和3年度
      階層 区（ward, wards） < 市（city, cities）

    回答区分「状況」（低い順）
      「未着手」 記入例 "×"
      「実施」 記入例 "○"

    項目 ア "会議"

    指標 ア-1「協議回数」
      回答形式 回数（回）
      範囲 0回から20回まで
    指標 ア-2「状況」
      回答形式 区分「状況」
    指標 ア-3「後の指標」
      回答形式 回数（回）
      導入 令和8年度

    目標「開催」
      段階 実行
      すべての区で「協議回数」が3回以上であること。
    目標「維持」
      段階 実行
      すべての区で「協議回数」が前年度から減少しないこと。
    目標「どちらでも」
      段階 実行
      すべての区で「協議回数」が3回以上又は「協議回数」が3回未満であること。
    目標「組合せ」
      段階 実行
      「ア-2」が「実施」のときは、すべての区で「協議回数」が1回以上であること。
    目標「積」
      段階 実行
      すべての区で「協議回数」×2が前年度の「協議回数」と一致すること。
    目標「区の数」
      段階 実行
      2区以上で「協議回数」が1回以上であること。
    """
  static let areas = """
    code,name,kana,romaji,level,parent
    1,市,,City,city,
    11,北区,,North,ward,1
    12,南区,,South,ward,1
    """
  static let lastYear = "区,年度,項目,値\n北区,令和5年度,ア-1,5回\n北区,令和5年度,ア-2,○\n"

  static func request(_ data: [InputFile], rules: String = FormTests.rules) -> Request {
    let bytes = Array(rules.utf8)
    var request = Request(
      rulebook: RulebookSource(root: "r.pdca", read: { $0 == "r.pdca" ? bytes : nil }, shown: { $0 }))
    request.areas = InputFile(path: "areas.csv", bytes: Array(areas.utf8))
    request.data = data
    request.year = "R6"
    request.language = .japanese
    return request
  }

  static var earlier: InputFile { InputFile(path: "last.csv", bytes: Array(lastYear.utf8)) }

  static func read(_ bytes: [UInt8]) -> WorkbookReading {
    WorkbookReading(bytes, file: "北区.xlsx", inflate: Inflating.inflate)
  }

  private func forms(_ area: String? = nil) throws -> [InputFile] {
    var request = FormTests.request([FormTests.earlier])
    request.area = area
    let response = Pipeline.form(request)
    #expect(response.status == .met, "\(String(decoding: response.remarks, as: UTF8.self))")
    try #require(!response.files.isEmpty)
    return response.files.map { InputFile(path: $0.path, bytes: $0.bytes) }
  }

  @Test func thereIsOneFormForEachWard() throws {
    #expect(try forms().map { $0.path } == ["北区.xlsx", "南区.xlsx"])
    #expect(try forms("南区").map { $0.path } == ["南区.xlsx"])
  }

  @Test func theSameRulesGiveTheSameBytes() throws {
    #expect(try forms().map { $0.bytes } == forms().map { $0.bytes })
  }

  @Test func theFormHasACoverASummaryAndASheetAnItem() throws {
    let book = FormTests.read(try forms("北区")[0].bytes)
    #expect(book.sheets.map { $0.name } == ["はじめに", "まとめ", "ア", "_pdca"])
    #expect(book.diagnostics.isEmpty)
    let names = book.names.map { $0.name }
    for name in ["PDCA_AREA", "PDCA_YEAR", "PDCA_CODES", "PDCA_I_1", "PDCA_I_2", "PDCA_P_1"] { #expect(names.contains(name)) }
    // An indicator that is introduced later is shown, but not asked.
    #expect(!names.contains("PDCA_I_3"))
  }

  @Test func anEmptyFormIsReadAsNotReported() throws {
    let form = try forms("北区")[0]
    var request = FormTests.request([form])
    request.format = .csv
    let response = Pipeline.check(request)
    #expect(response.status == .open)
    #expect(response.remarks.isEmpty, "\(String(decoding: response.remarks, as: UTF8.self))")
    let text = String(decoding: response.output, as: UTF8.self)
    #expect(text.contains("開催,do,ア,must,11,北区,2024,not_reported"))
    #expect(text.contains("どちらでも,do,ア,must,11,北区,2024,met"))
  }

  @Test(arguments: [("2", "missed"), ("3", "met"), ("該当なし", "not_applicable"), ("約3", "not_reported"), ("", "not_reported")])
  func whatIsFilledInIsReadBack(_ entry: String, _ outcome: String) throws {
    let filled = try FilledForm.bytes(area: "11", entries: ["PDCA_I_1": entry], movedBy: 0)
    var request = FormTests.request([InputFile(path: "北区.xlsx", bytes: filled)])
    request.format = .csv
    let response = Pipeline.check(request)
    let text = String(decoding: response.output, as: UTF8.self)
    #expect(text.contains("開催,do,ア,must,11,北区,2024,\(outcome)"), "\(text)")
    let remarks = String(decoding: response.remarks, as: UTF8.self)
    #expect(remarks.isEmpty == (entry != "約3"))
    if entry == "約3" { #expect(remarks.contains("シート「ア」, F5")) }
  }

  @Test func movedRowsAreFoundByTheirNames() throws {
    let filled = try FilledForm.bytes(area: "北区", entries: ["PDCA_I_1": "4"], movedBy: 7)
    var request = FormTests.request([InputFile(path: "どれか.xlsx", bytes: filled), FormTests.earlier])
    request.format = .csv
    let text = String(decoding: Pipeline.check(request).output, as: UTF8.self)
    #expect(text.contains("開催,do,ア,must,11,北区,2024,met"))
    #expect(text.contains("維持,do,ア,must,11,北区,2024,missed"))
  }

  @Test func aFormOfNobodyIsRefused() throws {
    let filled = try FilledForm.bytes(area: "知らない区", entries: [:], movedBy: 0)
    let response = Pipeline.check(FormTests.request([InputFile(path: "x.xlsx", bytes: filled)]))
    #expect(response.status == .unreadable)
    #expect(String(decoding: response.remarks, as: UTF8.self).contains("知らない区"))
  }
}

/// A workbook with the names of a form and little else, as somebody else's program could save it.
enum FilledForm {
  static func bytes(area: String, entries: [String: String], movedBy shift: Int) throws -> [UInt8] {
    var sheet = SheetDraft(name: "ア")
    sheet.put(.text(area), row: 1, column: 1)
    sheet.put(.number(2024), row: 1, column: 2)
    var codes = SheetDraft(name: "codes")
    var names = [
      WorkbookDraft.Name("PDCA_AREA", "'ア'!$A$1"), WorkbookDraft.Name("PDCA_YEAR", "'ア'!$B$1"),
      WorkbookDraft.Name("PDCA_CODES", "'codes'!$A$1:$B$2"),
    ]
    for (offset, code) in ["ア-1", "ア-2"].enumerated() {
      codes.put(.text(code), row: offset + 1, column: 1)
      codes.put(.number(offset + 1), row: offset + 1, column: 2)
      let name = "PDCA_I_\(offset + 1)"
      let row = 5 + offset + shift
      names.append(WorkbookDraft.Name(name, "'ア'!$F$\(row)"))
      let entry = entries[name] ?? ""
      sheet.put(entry.isEmpty ? .blank : Int(entry).map { .number($0) } ?? .text(entry), row: row, column: 6)
    }
    var draft = WorkbookDraft([sheet, codes])
    draft.names = names
    return try WorkbookWriter.bytes(draft, file: "x.xlsx", deflate: Deflating.deflate)
  }
}
