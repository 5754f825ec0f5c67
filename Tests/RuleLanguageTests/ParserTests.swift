import Diagnostics
import Testing

@testable import RuleLanguage

/// Reads rules with the levels of the city's programme.
func parse(_ text: String) -> (file: RuleFile, diagnostics: [Diagnostic]) {
  var words = DeclaredWords()
  words.levels = [["区", "ward", "wards"], ["市", "city", "cities"]]
  return RuleReader.parse(SourceText(path: "rules.pdca", bytes: Array(text.utf8)), file: 0, words: words)
}

func codes(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map { $0.code.name } }

@Suite struct ParserTests {
  @Test(arguments: SpellingPairs.all.indices)
  func bothSpellingsAreOneTree(_ index: Int) throws {
    let pair = SpellingPairs.all[index]
    let english = parse("target 「T」\n  " + pair.english)
    let japanese = parse("目標「T」\n　" + pair.japanese)
    // A bare number is shown beside an exact one, and has a warning.
    #expect(english.diagnostics.allSatisfy { $0.code == .bareNumber }, "\(pair.english)")
    #expect(japanese.diagnostics.allSatisfy { $0.severity == .warning }, "\(pair.japanese)")
    guard case .target(let target) = english.file.declarations.first else { throw ParseFailure() }
    #expect(target.requirements.count == 1, "\(pair.english)")
    #expect(english.file == japanese.file, "\(pair)")
  }

  /// Whoever types a sentence has half of it first.
  @Test(arguments: SpellingPairs.all.indices)
  func anyPartOfASentenceIsRead(_ index: Int) {
    let pair = SpellingPairs.all[index]
    for sentence in ["target 「T」\n  " + pair.english, "目標「T」\n　" + pair.japanese] {
      let letters = Array(sentence.unicodeScalars)
      for count in letters.indices {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: letters[..<count])
        #expect(parse(String(part)).file.declarations.count <= 1)
      }
    }
  }

  struct ParseFailure: Error {}

  @Test func noSpaceIsNeeded() {
    let spaced = parse("目標「T」\n 段階 実行\n すべての区で 「X」 が 3 回 以上 である こと。\n 根拠 \"イ(1)\"")
    let dense = parse("目標「T」段階実行すべての区で「X」が3回以上であること。根拠\"イ(1)\"")
    #expect(spaced.diagnostics.isEmpty)
    #expect(dense.diagnostics.isEmpty)
    #expect(spaced.file == dense.file)
  }

  @Test func everyFaultIsReportedInOneRun() {
    let result = parse(
      """
      目標「一」
        すべての区で協議回数が3回以上であること。
        「X」が3回以上であること。
      目標「二」
        すべての区で「A」が1以上かつ「B」が1以上又は「C」が1以上であること。
        すべての区で「A」及び「B」が80%以上であること。
        適用 令和3年から
      指標 イ-1「X」
        回答形式 文章
        範囲 17,06回から3回まで
      """)
    #expect(
      codes(result.diagnostics).sorted() == ["PDCA0101", "PDCA0103", "PDCA0104", "PDCA0108", "PDCA0109", "PDCA0110"])
    #expect(result.file.declarations.count == 3)
  }

  @Test(arguments: [
    ("目標「T」すべての区で「X」が3回以上であること。", "PDCA"), ("目標「T すべての区で", "PDCA0102"), ("3回", "PDCA0111"),
    ("目標「T」\nすべての区で「X」が令和5年2月30日までであること。", "PDCA0106"),
  ])
  func placesOfFaults(_ text: String, _ code: String) {
    let found = codes(parse(text).diagnostics)
    if code == "PDCA" { #expect(found.isEmpty) } else { #expect(found.contains(code)) }
  }

  @Test func declarationWordInsideSentence() {
    let result = parse("目標「改善」\n  前年度に\n目標「T」が未達成の区で「改善策」を報告していること。")
    #expect(result.diagnostics.isEmpty)
    #expect(result.file.declarations.count == 1)
  }

  @Test func deepNestingIsRefused() {
    let text = "目標「T」\nすべての区で" + String(repeating: "（", count: 5000) + "「X」が3回以上" + String(repeating: "）", count: 5000) + "。"
    #expect(codes(parse(text).diagnostics).contains("PDCA0112"))
  }
}
