import Diagnostics
import Evaluation
import Facts
import Inflation
import PDCAEngine
import Quantities
import Reports
import RuleLanguage
import Rulebook
import SelfCheck
import Submissions
import Testing
import Workbook

/// What a page's engine does with an area's entries and files; in a browser the same code runs, which `.ci/self-check` holds to
/// the program.
@Suite struct SelfCheckTests {
  static let rules = """
    事業 "点検"
      階層 区（ward, wards） < 市（city, cities）
    回答区分「状況」（低い順）
      「未着手」
      「実施」 記入例 "○"
    項目 ア "会議"
    指標 ア-1「会議」
      回答形式 回数（回）
      範囲 0回から366回まで
    指標 ア-2「実施状況」
      回答形式 区分「状況」
    指標 ア-3「割合」
      回答形式 割合（%、小数第1位）
    指標 ア-4「記録」
      回答形式 文章
    指標 ア-5「新しい数」
      回答形式 件数（件）
      導入 令和9年度
    目標「会議の開催」
      段階 実行
      すべての区で「会議」が3回以上であること。
    目標「実施」
      段階 計画
      すべての区で「実施状況」が「実施」であること。
    目標「減らさない」
      段階 改善
      すべての区で「会議」が前年度から減少しないこと。
    """

  static let areas = "code,name,kana,romaji,level,parent\n1,市,,City,市,\n11,北区,,Kita,区,1\n12,西区,,Nishi,区,1\n"

  /// The rules as they are carried into a page.
  static let packed: [UInt8] = {
    var loader = RulebookLoader(read: { $0 == "rulebook.pdca" ? Array(rules.utf8) : nil }, shown: { $0 })
    guard let loaded = loader.load("rulebook.pdca") else { return [] }
    let checked = check(loaded.declarations, sources: loaded.sources, after: loaded.diagnostics)
    return PackedRulebook(checked.rulebook, remarks: loaded.diagnostics + checked.diagnostics).bytes
  }()

  static var carried: CarriedRulebook {
    CarriedRulebook(packed: packed, areas: NamedFile(path: "areas.csv", bytes: Array(areas.utf8)))
  }

  static func session(known: String = "") throws -> Session {
    let known = known.isEmpty ? [] : [NamedFile(path: "known.csv", bytes: Array(known.utf8))]
    let opened = Session.open(carried, year: FiscalYear(2024), area: "北区", known: known, language: .japanese)
    #expect(opened.diagnostics.isEmpty, "\(opened.diagnostics.map { $0.message.english })")
    return try #require(opened.session)
  }

  static func verdicts(_ session: Session) -> [Verdict] { session.outcomes().map { $0.verdict } }

  @Test func entriesAreReadAsCells() throws {
    var session = try SelfCheckTests.session()
    #expect(SelfCheckTests.verdicts(session) == [.notReported, .notReported, .notReported])
    for text in ["1", "１回", "1 回", "\"1\""] {
      let state = session.enter(text, for: 0)?.state
      #expect((state == .given) == (text != "\"1\""), "\(text)")
    }
    #expect(session.enter("1", for: 0)?.state == .given)
    #expect(SelfCheckTests.verdicts(session)[0] == .missed)
    #expect(session.outcomes()[0].changes.first?.to == 3)
    #expect(session.enter("○", for: 1)?.state == .given)
    #expect(SelfCheckTests.verdicts(session)[1] == .met)
    #expect(session.enter("該当なし", for: 0)?.state == .notApplicable)
    #expect(SelfCheckTests.verdicts(session)[0] == .notApplicable)
    let faulty = session.enter("約30", for: 0)
    #expect(faulty?.state == .unreadable)
    #expect(faulty?.diagnostics.map { $0.code } == [.unreadableFigure])
    #expect(SelfCheckTests.verdicts(session)[0] == .notReported)
    #expect(session.enter("367", for: 0)?.diagnostics.map { $0.code } == [.outOfRange])
    #expect(session.enter("", for: 0)?.state == .blank)
    #expect(session.enter("一行\n二行, \"引用\"", for: 3)?.state == .given)
    #expect(session.enter("3", for: 4) == nil, "an indicator that comes later is not asked for")
    #expect(session.enter("3", for: 99) == nil)
  }

  @Test func whatIsSavedIsReadBack() throws {
    var session = try SelfCheckTests.session()
    let texts: [Int: String] = [0: "１２回", 1: "○", 2: "66.7", 3: "一行\n二行, \"引用\"、=1+1"]
    for (indicator, text) in texts { _ = session.enter(text, for: indicator) }
    let file = session.file(typed: [:])
    var again = try SelfCheckTests.session()
    guard case .read(let answer) = again.read(NamedFile(path: "a.csv", bytes: file), InflatedParts()) else {
      Issue.record("a CSV asks for nothing to be inflated")
      return
    }
    let text = String(decoding: answer, as: UTF8.self)
    #expect(text.contains(#"[0, "12"], [1, "実施"], [2, "66.7"], [3, "一行\n二行, \"引用\"、=1+1"]"#), "\(text)")
    #expect(text.contains(#""remarks": []"#), "\(text)")
    _ = again.enter("12", for: 0)
    #expect(again.outcomes()[0].verdict == session.outcomes()[0].verdict)
  }

  @Test func whatCannotBeReadIsSavedAsTyped() throws {
    var session = try SelfCheckTests.session()
    _ = session.enter("約30", for: 0)
    #expect(String(decoding: session.file(typed: [0: "約30"]), as: UTF8.self).contains("11,2024,ア-1,約30,"))
  }

  @Test func earlierYearsAreTakenFromFiles() throws {
    var session = try SelfCheckTests.session()
    _ = session.enter("5", for: 0)
    #expect(SelfCheckTests.verdicts(session)[2] == .notReported)
    let file = NamedFile(path: "R5.csv", bytes: Array("区,年度,項目,値\n北区,R5,ア-1,6\n西区,R5,ア-1,1\n".utf8))
    guard case .read(let answer) = session.read(file, InflatedParts()) else { return }
    #expect(String(decoding: answer, as: UTF8.self).contains(#""earlier": 1"#))
    #expect(SelfCheckTests.verdicts(session)[2] == .missed)
    #expect(String(decoding: session.form(), as: UTF8.self).contains(#""before": "6回""#))
  }

  @Test func aFileOfAnotherAreaIsNamed() throws {
    var session = try SelfCheckTests.session()
    let file = NamedFile(path: "西区.csv", bytes: Array("区,年度,項目,値\n西区,R6,ア-1,6\n".utf8))
    guard case .read(let answer) = session.read(file, InflatedParts()) else { return }
    #expect(String(decoding: answer, as: UTF8.self).contains("このファイルにあるのは「西区」の値です"))
  }

  @Test func knownFiguresCount() throws {
    let session = try SelfCheckTests.session(known: "area,year,item,value\n11,2023,ア-1,6\n11,2024,ア-1,4\n")
    #expect(SelfCheckTests.verdicts(session) == [.met, .notReported, .missed])
  }

  @Test func aWorkbookAsksForItsParts() throws {
    var sheet = SheetDraft(name: "報告")
    for (column, text) in ["区", "年度", "項目", "値"].enumerated() { sheet.put(.text(text), row: 1, column: column + 1) }
    for (column, text) in ["北区", "R6", "ア-1", "多数"].enumerated() { sheet.put(.text(text), row: 2, column: column + 1) }
    for (column, text) in ["北区", "R6", "ア-2", "実施"].enumerated() { sheet.put(.text(text), row: 3, column: column + 1) }
    let bytes = try WorkbookWriter.bytes(WorkbookDraft([sheet]), file: "a.xlsx") { Deflating.deflate($0) }
    let file = NamedFile(path: "a.xlsx", bytes: bytes)
    var session = try SelfCheckTests.session()
    var parts = InflatedParts()
    var rounds = 0
    while case .wanted(let wanted) = session.read(file, parts) {
      rounds += 1
      #expect(rounds < 8)
      if rounds >= 8 { return }
      for part in wanted {
        let compressed = bytes[part.start..<part.start + part.count]
        parts.supply(Inflating.inflate(compressed, expectedSize: part.size, limit: 1 << 20), start: part.start)
      }
    }
    #expect(rounds > 1)
    guard case .read(let answer) = session.read(file, parts) else { return }
    let text = String(decoding: answer, as: UTF8.self)
    #expect(text.contains(#""entries": [[1, "実施"]]"#), "\(text)")
    #expect(text.contains("D2") && text.contains("PDCA0301") && text.contains(#""field": 0"#), "\(text)")
  }

  @Test func onlyWhatChangedIsTold() throws {
    var desk = Desk()
    func answer(_ fields: [[UInt8]]) -> String {
      var request = SelfCheck.Request(fields: fields)
      return String(decoding: desk.answer(&request), as: UTF8.self)
    }
    func ask(_ fields: String...) -> String { answer(fields.map { Array($0.utf8) }) }
    #expect(ask("form") == "null\n")
    let opening = ["open", "en", "2024", "11"].map { Array($0.utf8) }
    let areas = ["areas.csv", SelfCheckTests.areas, "0"].map { Array($0.utf8) }
    #expect(answer(opening + [SelfCheckTests.packed] + areas) == "[]\n")
    #expect(ask("enter").contains(#""n": 2"#))
    let answer = ask("enter", "0", "1")
    #expect(answer.contains(#""verdict": "missed""#) && answer.contains("2回 short"))
    #expect(!answer.contains(#""n": 1, "verdict""#), "the outcome of another indicator has not changed")
    #expect(ask("enter", "0", "1").contains(#""outcomes": []"#))
    #expect(ask("language", "ja").contains("あと2回"))
    #expect(ask("save").contains("11,2024,ア-1,1,「会議」"))
    #expect(ask("nonsense") == "null\n")
  }

  /// Requests are bytes that a script packs: whatever they hold, there is an answer.
  @Test func brokenRequestsAreAnswered() {
    var state: UInt64 = 20_231_125
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let words =
      [
        "open", "form", "language", "enter", "read", "inflated", "save", "evaluate", "ja", "2024", "11", "1", "0",
      ].map { Array($0.utf8) } + [SelfCheckTests.packed]
    for _ in 0..<300 {
      var desk = Desk()
      for _ in 0..<4 {
        var bytes = SelfCheck.Request(fields: (0..<Int(next() % 9)).map { _ in words[Int(next() % 14)] }).packed
        if !bytes.isEmpty, next() % 3 == 0 { bytes[Int(next()) % bytes.count] = UInt8(truncatingIfNeeded: next()) }
        var request = SelfCheck.Request(bytes)
        _ = desk.answer(&request)
      }
    }
  }

  /// The document of the whole evaluation is the command's own.
  @Test func evaluationIsTheCommands() throws {
    let data = NamedFile(path: "d.csv", bytes: Array("区,年度,項目,値\n北区,R6,ア-1,1\n西区,R6,ア-1,多数\n北区,R6,ア-9,1\n".utf8))
    for language in [Language.english, .japanese] {
      let page = WholeEvaluation.json(
        SelfCheckTests.carried, path: "rulebook.pdca", data: [data], inflated: [InflatedParts()], year: "", language: language,
        engineVersion: engineVersion)
      var request = PDCAEngine.Request(
        rulebook: RulebookSource(
          root: "rulebook.pdca", read: { $0 == "rulebook.pdca" ? Array(SelfCheckTests.rules.utf8) : nil }, shown: { $0 }))
      request.areas = InputFile(path: "areas.csv", bytes: Array(SelfCheckTests.areas.utf8))
      request.data = [InputFile(path: data.path, bytes: data.bytes)]
      request.format = .json
      request.language = language == .japanese ? .japanese : .english
      #expect(Pipeline.evaluate(request).output == page.document)
    }
  }
}
