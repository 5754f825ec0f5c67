import Foundation
import PDCAEngine
import Testing

/// A report speaks one language: where a rulebook and its areas are named in that language alone, no word of the other is left in
/// any format that people read.
@Suite struct OneLanguageTests {
  private static let english = """
    program "Home care"
      levels ward (ward, wards) < city (city, cities)
    unit meetings
    unit cases
    scale [status], lowest first
      [not begun]
      [preparing]
      [running]
    item A "Councils"
    indicator A-1 [council meetings]
      measured as count in meetings
      stage do
      reported by "ward office"
    indicator A-2 [inventory]
      measured as status [status]
      stage plan
    indicator A-3 [remedy]
      measured as text
      stage act
    indicator A-4 [all cases]
      measured as count in cases
      stage do
    table A-5 [cases by asker]
      total [all cases]
      indicator A-51 [doctors]
        measured as count in cases
        stage do
      indicator A-52 [nurses]
        measured as count in cases
        stage do
        introduced in FY2023
    parameter [least] = 2 meetings
    target [councils meet]
      stage do
      every ward holds at least 2 meetings [council meetings]
      must
      because "the plan"
      advice "Hold it."
      owner "ward office"
    target [inventory is kept]
      stage plan
      every ward has [inventory] at least [preparing]
      should
    target [remedy is written]
      stage act
      every ward that missed target [councils meet] last year reports [remedy]
      must
    target [cases add up]
      stage check
      every ward: [all cases] equals [doctors] + [nurses]
      must
    target [most wards meet]
      stage check
      at least 2 wards hold at least 2 meetings [council meetings]
      must
    waive [inventory is kept] for [Kita] from FY2023 until FY2024 because "new building"
    """

  private static let japanese = """
    事業 "在宅"
      階層 区（区） < 市（市）
    回答区分「状況」（低い順）
      「未着手」
      「準備中」
      「実施」
    項目 ア "会議"
    指標 ア-1「協議回数」
      回答形式 回数（回）
      段階 実行
      報告者 "区役所"
    指標 ア-2「整理」
      回答形式 区分「状況」
      段階 計画
    指標 ア-3「改善策」
      回答形式 文章
      段階 改善
    指標 ア-4「総数」
      回答形式 件数（件）
      段階 実行
    目標「会議の開催」
      段階 実行
      すべての区で「協議回数」が2回以上であること。
      必須
      根拠 "計画"
      助言 "開いてください。"
      担当 "区役所"
    目標「整理の準備」
      段階 計画
      すべての区で「整理」が「準備中」以上であること。
      努力目標
    目標「改善策の記入」
      段階 改善
      前年度に目標「会議の開催」が未達成の区で「改善策」を報告していること。
      必須
    目標「半数の区の開催」
      段階 評価
      2区以上で「協議回数」が2回以上であること。
      必須
    猶予「整理の準備」 対象「北区」 期間 令和5年度から令和6年度まで 理由 "建替え"
    """

  private static let areas = (
    english:
      "code,name,kana,romaji,level,parent\n9,Osaka,,Osaka,city,\n1,Kita,,Kita,ward,9\n2,Nishi,,Nishi,ward,9\n3,Minato,,Minato,ward,9\n",
    japanese: "code,name,kana,romaji,level,parent\n9,大阪市,,,市,\n1,北区,,,区,9\n2,西区,,,区,9\n3,港区,,,区,9\n"
  )

  /// Kita misses everything, Nishi leaves a blank and a word that is no figure, Minato sends nothing.
  private static func data(_ code: (Int) -> String, steps: [String]) -> String {
    var text = "area,year,item,value\n"
    for year in ["2022", "2023"] {
      text +=
        "1,\(year),\(code(1)),0\n1,\(year),\(code(2)),\(steps[0])\n2,\(year),\(code(1)),5\n2,\(year),\(code(2)),\(steps[1])\n"
      text += "1,\(year),\(code(4)),7\n2,\(year),\(code(4)),?\n"
    }
    return text
  }

  private func request(_ language: OutputLanguage, _ format: OutputFormat) -> Request {
    let isEnglish = language == .english
    let rules = Array((isEnglish ? OneLanguageTests.english : OneLanguageTests.japanese).utf8)
    var request = Request(
      rulebook: RulebookSource(root: "rulebook.pdca", read: { $0 == "rulebook.pdca" ? rules : nil }, shown: { $0 }))
    let areas = isEnglish ? OneLanguageTests.areas.english : OneLanguageTests.areas.japanese
    request.areas = InputFile(path: "areas.csv", bytes: Array(areas.utf8))
    let data = OneLanguageTests.data(
      { (isEnglish ? "A-" : "ア-") + String($0) }, steps: isEnglish ? ["not begun", "running"] : ["未着手", "実施"])
    request.data = [InputFile(path: "data.csv", bytes: Array(data.utf8))]
    request.format = format
    request.language = language
    return request
  }

  /// All that a run writes for people, without markup.
  private func texts(_ language: OutputLanguage) -> [(name: String, text: String)] {
    let formats: [(String, OutputFormat)] = [
      ("text", .text), ("markdown", .markdown), ("html", .html), ("github", .github), ("junit", .junit), ("sarif", .sarif),
    ]
    var texts: [(String, String)] = []
    for (name, format) in formats {
      for isCheck in [false, true] {
        var request = request(language, format)
        if isCheck { request.area = language == .english ? "Kita" : "北区" }
        let response = isCheck ? Pipeline.check(request) : Pipeline.evaluate(request)
        let outputs = [response.output, response.remarks] + response.files.map { $0.bytes }
        let text = outputs.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        texts.append((name + (isCheck ? " of check" : ""), bare(text, format)))
      }
    }
    return texts
  }

  /// Markup and the names that a format itself prescribes are no language.
  private func bare(_ text: String, _ format: OutputFormat) -> String {
    switch format {
    case .html, .junit:
      // What attributes tell a person is kept.
      let told = text.matches(of: /(?:aria-label|message)="([^"]*)"/).map { String($0.1) }.joined(separator: "\n")
      let body = text.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "").replacing(/<[^>]*>/, with: "\n")
      return (body + "\n" + told).replacing(/&[a-z0-9#]+;/, with: " ")
    case .sarif: return text.matches(of: /"text": "((?:[^"\\]|\\.)*)"/).map { String($0.1) }.joined(separator: "\n")
    case .github: return text.replacing(/(?m)^::(error|warning|notice) (file|line|endLine|col)=[^:]*?(title=|::)/, with: "")
    default: return text
    }
  }

  @Test func englishReportsHoldNoJapanese() {
    for (name, text) in texts(.english) {
      #expect(text.count > 100, "\(name)")
      // The marks of names, 「」, and the dot between item and stage belong to both languages.
      for line in text.split(separator: "\n") {
        if line.contains(/[\u{3040}-\u{30FA}\u{3400}-\u{9FFF}\u{FF01}-\u{FF9F}\u{3001}\u{3002}]/) {
          Issue.record("\(name): \(line)")
        }
      }
    }
  }

  @Test func japaneseReportsHoldNoEnglish() {
    let known: Set<String> = ["pdca", "rulebook", "data", "csv", "sha", "explain", "areas"]
    for (name, text) in texts(.japanese) {
      #expect(text.count > 100, "\(name)")
      for line in text.split(separator: "\n") {
        for word in line.matches(of: /[A-Za-z]{3,}/) where !known.contains(word.0.lowercased()) {
          // Sums of files, and codes of diagnostics.
          if line.contains(/[0-9a-f]{64}|PDCA[0-9]{4}/) { continue }
          Issue.record("\(name): \(word.0) in \(line)")
        }
      }
    }
  }
}
