import Diagnostics
import Foundation
import Testing

@testable import PDCAEngine

/// The wrong example on the page of a code has that fault, the right one has not. Pages of what a rule means (02xx) are held to
/// the same by the tests of the rulebook, those of workbooks (04xx) show no text.
@Suite struct CodeExampleTests {
  /// Their examples describe a file, or are too long to be shown.
  private static let described: Set<DiagnosticCode> = [
    .nestedTooDeeply, .brokenText, .damagedText, .tooManyFields, .furtherRemarks, .tooManyAreas, .fileCutOff, .fileTooLarge,
  ]

  private static func codes(_ numbers: ClosedRange<UInt16>) -> [DiagnosticCode] {
    DiagnosticCode.allCases.filter { numbers.contains($0.rawValue) && !described.contains($0) }
  }

  // MARK: Rules

  @Test(arguments: codes(101...199))
  func ruleExamples(_ code: DiagnosticCode) {
    let wrong = RuleTexts.checkWhole(rulebook(code.page.wrong, for: code))
    #expect(wrong.codes.contains(code.name), "\(wrong.messages)")
    let right = RuleTexts.checkWhole(rulebook(code.page.right, for: code))
    #expect(!right.codes.contains(code.name), "\(right.messages)")
  }

  /// What readers of English are shown has the fault, too: sentences of what a rule means keep their tree, and so their fault.
  @Test(arguments: codes(101...199))
  func englishExamples(_ code: DiagnosticCode) throws {
    guard let examples = CodeExamples.english(code.page) else { return }
    let wrong = RuleTexts.checkWhole(rulebook(examples.wrong, for: code))
    #expect(wrong.codes.contains(code.name), "\(wrong.messages)")
    let right = RuleTexts.checkWhole(rulebook(examples.right, for: code))
    #expect(!right.codes.contains(code.name), "\(right.messages)")
  }

  @Test func mostPagesAreShownInEnglish() {
    let shown = DiagnosticCode.allCases.filter { (101...299).contains($0.rawValue) }.filter {
      CodeExamples.english($0.page) != nil
    }
    #expect(shown.count > 110, "\(shown.count)")
    #expect(
      CodeExamples.english(DiagnosticCode.unknownName.page)?.right.contains("every ward has at least 3回 [council meetings].")
        ?? false)
  }

  /// The example as the end of a target, where a clause, a sentence and a declaration may stand; a whole rulebook, and what is
  /// wrong for being outside of one, stand alone.
  private func rulebook(_ text: String, for code: DiagnosticCode) -> String {
    if code == .outsideDeclaration || text.hasPrefix("事業 ") || text.hasPrefix("program ") { return text }
    return """
      事業 "例"
        階層 区（ward, wards） < 市（city, cities）
      目標「例」
        段階 実行
        すべての区で「A」が1回以上であること。
        \(text)
      """
  }

  // MARK: Data

  private static let ruleText = """
    事業 "例"
      階層 区（ward, wards） < 市（city, cities）
    指標 イ-1「協議回数」
      回答形式 回数（回）
      範囲 0回から366回まで
    指標 イ-2「研修回数」
      回答形式 回数（回）
    指標 イ-3「改善策」
      回答形式 文章
    指標 イ-4「開催率」
      回答形式 割合（%、小数第1位）
    指標 オ-1「相談件数」
      回答形式 件数（件）
    指標 オ(1)-相談者16「その他」
      回答形式 件数（件）
    指標 オ(1)-相談者17「その他」
      回答形式 件数（件）
    目標「例」
      段階 実行
      すべての区で「協議回数」が1回以上であること。
    """
  private static let areaHeadings = "code,name,kana,romaji,level,parent,from,until,successor\n"
  private static let city = "271004,大阪市,おおさかし,Osaka,city,\n"
  private static let ward = "271276,北区,きたく,Kita,ward,271004\n"

  @Test(arguments: codes(301...317))
  func dataExamples(_ code: DiagnosticCode) {
    let isWholeFile = code == .missingHeadings
    let headings = isWholeFile ? "" : "区,年度,項目,値\n"
    let areas = Self.areaHeadings + Self.city + Self.ward
    let wrong = remarks(data: headings + code.page.wrong + "\n", areas: areas)
    #expect(wrong.contains(code.name), "\(wrong)")
    let right = remarks(data: headings + code.page.right + "\n", areas: areas)
    #expect(!right.contains("PDCA"), "\(right)")
  }

  @Test(arguments: codes(318...399))
  func areaExamples(_ code: DiagnosticCode) {
    let data = "区,年度,項目,値\n"
    let wrong = remarks(data: data, areas: Self.areaHeadings + Self.city + code.page.wrong + "\n")
    #expect(wrong.contains(code.name), "\(wrong)")
    let right = remarks(data: data, areas: Self.areaHeadings + Self.city + code.page.right + "\n")
    #expect(!right.contains(code.name), "\(right)")
  }

  private func remarks(data: String, areas: String) -> String {
    var request = Request(
      rulebook: RulebookSource(root: "rulebook.pdca", read: { _ in Array(Self.ruleText.utf8) }, shown: { $0 }))
    request.areas = InputFile(path: "areas.csv", bytes: Array(areas.utf8))
    request.data = [InputFile(path: "data.csv", bytes: Array(data.utf8))]
    let remarks = String(decoding: Pipeline.evaluate(request).remarks, as: UTF8.self)
    // Indicators that no target uses are no concern of these examples.
    return remarks.replacingOccurrences(of: DiagnosticCode.unusedIndicator.name, with: "")
  }
}
