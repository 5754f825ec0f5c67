import Diagnostics
import Foundation
import Testing

@testable import RuleLanguage

@Suite struct FormatterTests {
  static let words: DeclaredWords = {
    var words = DeclaredWords()
    words.levels = [["区", "ward", "wards"], ["市", "city", "cities"]]
    words.units = ["世帯"]
    return words
  }()

  static func format(_ text: String, _ spelling: RuleSpelling? = nil, words: DeclaredWords = words) -> String? {
    let source = SourceText(path: "rules.pdca", bytes: Array(text.utf8))
    return RuleReader.format(source, file: 0, words: words, spelling: spelling).bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("at least 3 wards: [A] does not rise from last year.", "「A」が前年度から増加しない区が3区以上であること。"),
    ("more than half of wards: [A] does not fall from FY2020.", "「A」が令和2年度から減少しない区が半数を超えること。"),
    ("less than 70% of wards: [A] is not [B].", "「A」が「B」でない区が70%未満であること。"),
    ("when [B] is 0, exactly 3 wards: [A] does not rise from last year.", "「B」が0のときは、「A」が前年度から増加しない区がちょうど3区であること。"),
  ])
  func areasThatDoNotAreCountedBehind(_ english: String, _ japanese: String) throws {
    let printed = try #require(Self.format("target [T]\n  " + english + "\n", .japanese))
    #expect(printed.contains(japanese))
    #expect(try #require(Self.format(printed, .english)).contains(english))
  }

  static func tree(_ text: String, words: DeclaredWords = words) -> RuleFile? {
    let read = RuleReader.parse(SourceText(path: "rules.pdca", bytes: Array(text.utf8)), file: 0, words: words)
    return read.diagnostics.contains { $0.severity == .error } ? nil : read.file
  }

  // MARK: Both languages

  /// Every sentence in the pairs, from either language into the other and back: the tree stays, and the words are the language's.
  /// Names of areas are those of the list of areas, where an area is named and nowhere else.
  @Test func areasAreNamedInTheLanguageOfTheFile() {
    let japanese = """
      目標「北区」
        段階 実行
        「北区」を除くすべての区で「北区」が3以上であること。

      猶予「北区」
        対象 「北区」
        期間 令和5年度
        理由 "工事"

      例 "一つ"
        前提 令和5年度の「北区」の「北区」＝3
        判定 「北区」の「北区」が達成

      """
    var words = FormatterTests.words
    words.areaNames.add(japanese: "北区", english: "Kita")
    let english = Self.format(japanese, .english, words: words)
    #expect(english?.contains("every ward except [Kita]: 「北区」 is at least 3.") ?? false, "\(english ?? "")")
    #expect(english?.contains("waive 「北区」\n  for [Kita]") ?? false, "\(english ?? "")")
    #expect(english?.contains("given [Kita] in FY2023 「北区」 = 3") ?? false, "\(english ?? "")")
    #expect(english?.contains("expect 「北区」 met for [Kita]") ?? false, "\(english ?? "")")
    #expect(english.flatMap { Self.format($0, .japanese, words: words) }.map { $0.contains("Kita") } == false)
  }

  @Test(arguments: SpellingPairs.all.indices)
  func pairsAreTranslated(_ index: Int) throws {
    let pair = SpellingPairs.all[index]
    for text in ["target 「T」\n  " + pair.english + "\n", "目標「T」\n  " + pair.japanese + "\n"] {
      let original = try #require(Self.tree(text))
      let english = try #require(Self.format(text, .english))
      let japanese = try #require(Self.format(english, .japanese))
      #expect(Self.tree(english) == original, "\(english)")
      #expect(Self.tree(japanese) == original, "\(japanese)")
      #expect(Self.format(japanese, .english) == english)
      #expect(!Self.outsideMarks(english).unicodeScalars.contains { $0.value >= 0x3041 && $0.value < 0x30FF }, "\(english)")
      #expect(!Self.outsideMarks(japanese).unicodeScalars.contains { ("a"..."z").contains($0) }, "\(japanese)")
    }
  }

  /// A text without what stands in marks.
  static func outsideMarks(_ text: String) -> String {
    var result = ""
    var isInside = false
    for character in text {
      if character == "「" || character == "[" { isInside = true }
      if !isInside { result.append(character) }
      if character == "」" || character == "]" { isInside = false }
    }
    return result
  }

  @Test(arguments: [
    ("every ward holds at least 3回 [協議回数].", "すべての区で「協議回数」が3回以上であること。"),
    ("every ward: [X] is more than [X] last year.", "すべての区で「X」が前年度の「X」を上回ること。"),
    ("every ward: [A] and [B] are each at least 80%.", "すべての区で「A」及び「B」がいずれも80%以上であること。"),
    ("when [X] is at least 1回, every ward reports [Y].", "「X」が1回以上のときは、すべての区で「Y」を報告していること。"),
    ("every ward: at least 3 of [A], [B], [C], [D] are 「S」.", "すべての区で「A」、「B」、「C」及び「D」のうち3つ以上が「S」であること。"),
    (
      "every ward that missed target 「T」 last year reports [改善策] and [X] is more than [X] last year.",
      "前年度に目標「T」が未達成の区で「改善策」を報告し、かつ「X」が前年度の「X」を上回ること。"
    ),
    ("the city's total [A] is at least 1700件.", "市の「A」の合計が1,700件以上であること。"),
    ("more than half of wards have [A] at least 1.", "過半数の区で「A」が1以上であること。"),
    ("more than 5 wards have [A] at least 1.", "5区を超える区で「A」が1以上であること。"),
    ("every ward except 「中央区」 and 「北区」: [A] is at least 1.", "「中央区」及び「北区」を除くすべての区で「A」が1以上であること。"),
    ("every ward except 「中央区」 where 「人口」 is at least 100,000人 reports [A].", "「中央区」を除く、「人口」が10万人以上のすべての区で「A」を報告していること。"),
    ("every ward: [A] is more than 1 and less than 3.", "すべての区で「A」が1を超え3未満であること。"),
    ("every ward: not ([A] is 1 or [B] is 2).", "すべての区で（「A」がちょうど1、又は「B」がちょうど2）でないこと。"),
    ("every ward: [A] rises by at least 0.5 points or is at least 18%.", "すべての区で「A」が前年度から0.5ポイント以上上昇し、又は18%以上であること。"),
    ("every ward: [A] is at least 1.28 times [A] last period.", "すべての区で「A」が前期の1.28倍以上であること。"),
    ("the city: [A] is at least 15,000,000人 and every ward has at least 1 [A].", "市で「A」が1,500万人以上であり、かつすべての区で「A」が1以上であること。"),
    ("every ward where [A] last year is less than 10%: [A] rises.", "前年度の「A」が10%未満のすべての区で「A」が前年度から増加していること。"),
    ("the city: at least half of wards have [A] at least 30%.", "市で半数以上の区で「A」が30%以上であること。"),
    ("every ward: [A] is at most 120,000,000円.", "すべての区で「A」が1億2,000万円以下であること。"),
    ("every ward: [A] is at least half of [B].", "すべての区で「A」が「B」の2分の1以上であること。"),
  ])
  func readsAsANoticeDoes(_ english: String, _ japanese: String) {
    #expect(Self.format("target [T]\n" + english, .japanese) == "目標「T」\n  " + japanese + "\n")
  }

  /// Names that are declared in both languages are turned as well, in whatever file of the rulebook they are used.
  @Test func namesAreTranslated() throws {
    let japanese = """
      内訳「性別」（[sex]） 「男性」（[men]）、「女性」（[women]）

      指標 A「割合」（[share]）
        回答形式 割合（%）
        集計 「性別」別

      目標「低下」（[lower]）
        段階 評価
        すべての区で「割合（男性）」が10%以下であり、かつ「別名のない値」が1以上であること。

      """
    let english = """
      breakdown [sex] (「性別」) [men] (「男性」), [women] (「女性」)

      indicator A [share] (「割合」)
        measured as number in %
        by [sex]

      target [lower] (「低下」)
        stage check
        every ward: [share (men)] is at most 10% and 「別名のない値」 is at least 1.

      """
    var words = Self.words
    words.names = RuleReader.names(of: SourceText(path: "", bytes: Array(japanese.utf8)))
    #expect(Self.format(japanese, .english, words: words) == english)
    #expect(Self.format(english, .japanese, words: words) == japanese)
    #expect(Self.format(english, .english, words: words) == english)
    #expect(Self.format(japanese, words: words) == japanese)
  }

  @Test func namesThatStandForSeveralAreLeft() throws {
    let text = "指標 A「その他」（[other]）\n指標 B「その他」（[others]）\n目標「T」\n  すべての区で「その他」が1以上。\n"
    var words = Self.words
    words.names = RuleReader.names(of: SourceText(path: "", bytes: Array(text.utf8)))
    #expect(Self.format(text, .english, words: words)?.contains("every ward: 「その他」 is at least 1.") == true)
  }

  // MARK: Layout

  @Test func layoutKeepsRemarksAndGroups() {
    let text = """
      ＃　はじめに

      設定値「a」＝ 1回　# 後で
      # 次
      設定値「b」＝10万人


      目標 [T]   # 頭
        # 段階の前
        段階：実行　必須
        各区の「X」が　# 途中
          ３回以上。 # 終わり
        # 適用 令和3年度から
      # 別紙の前

      別紙 "a.pdca"
      別紙 "b.pdca"
      # 終わり
      """
    let expected = """
      #　はじめに

      設定値「a」 = 1回  # 後で
      # 次
      設定値「b」 = 10万人

      目標「T」  # 頭
        # 段階の前
        段階 実行
        必須
        # 途中
        すべての区で「X」が3回以上であること。  # 終わり
        # 適用 令和3年度から

      # 別紙の前

      別紙 "a.pdca"
      別紙 "b.pdca"
      # 終わり

      """
    #expect(Self.format(text) == expected)
    #expect(Self.format(expected) == expected)
  }

  @Test func faultyFilesAreLeftAlone() {
    #expect(Self.format("目標「T」\n  すべての区で協議が3回以上。\n") == nil)
    #expect(Self.format("") == "")
    #expect(Self.format("# だけ") == "# だけ\n")
    #expect(Self.format("\u{FEFF}単位 世帯\r\n# a\r\n\r\n\r\n# b\r\n") == "単位 世帯\n# a\n\n# b\n")
  }

  @Test func declarationsKeepTheirOwnLanguage() {
    let text = "target [a]\n  すべての区で「X」が1以上。\n目標「b」\n  every ward: [X] is at least 1."
    let expected = "target [a]\n  every ward: [X] is at least 1.\n\n目標「b」\n  すべての区で「X」が1以上であること。\n"
    #expect(Self.format(text) == expected)
  }

  // MARK: The rules of the repository

  static let rules: [URL] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let found = FileManager.default.enumerator(
      at: root.appendingPathComponent("Rules").resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "pdca" }.sorted { $0.path < $1.path }
  }()

  @Test func rulesOfTheRepositoryStayTheSameRules() throws {
    #expect(Self.rules.count >= 10)
    for file in Self.rules {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let words = try Self.words(of: file)
      let original = try #require(Self.tree(text, words: words), "\(file.lastPathComponent)")
      for spelling in [nil, RuleSpelling.english, .japanese] {
        let formatted = try #require(Self.format(text, spelling, words: words))
        #expect(Self.tree(formatted, words: words) == original, "\(file.lastPathComponent)")
        #expect(Self.format(formatted, spelling, words: words) == formatted, "\(file.lastPathComponent)")
        #expect(Self.remarks(formatted) == Self.remarks(text), "\(file.lastPathComponent)")
      }
      let english = try #require(Self.format(text, .english, words: words))
      #expect(
        Self.format(english, .japanese, words: words) == Self.format(text, .japanese, words: words), "\(file.lastPathComponent)")
    }
  }

  /// What the rulebook in the file's folder declares.
  private static func words(of file: URL) throws -> DeclaredWords {
    let rulebook = file.deletingLastPathComponent().appendingPathComponent("rulebook.pdca")
    guard let bytes = try? Data(contentsOf: rulebook) else { return words }
    let source = SourceText(path: "", bytes: Array(bytes))
    var words = RuleReader.survey(source, file: 0).words
    words.names = RuleReader.names(of: source)
    words.units += Self.words.units
    return words
  }

  private static func remarks(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in line.firstIndex(of: "#").map { String(line[$0...]) } }
  }
}
