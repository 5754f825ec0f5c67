import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// Words that Japanese plans have: those that are read come to what they say, all others are told what to write in the words of the
/// sentence.
@Suite("Words of Japanese plans")
struct WordsOfPlansTests {
  static let head = """
    事業 "試し"
      計画期間 令和6年度から令和8年度まで
      階層 区（ward, wards） < 市（city, cities） < 国（country）
    単位 g
    指標 1「受診率」
      回答形式 割合（%、小数第1位）
    指標 2「件数」
      回答形式 件数（件）
    指標 3「人口」
      回答形式 人数（人）
    指標 4「計画」
      回答形式 はい・いいえ
    内訳「性別」 「男性」、「女性」
    指標 5「食塩」
      回答形式 数値（g、小数第1位）
      集計 「性別」別

    """

  private func text(_ sentence: String, wards: Int = 1) -> RuleText {
    RuleText(WordsOfPlansTests.head + "目標「T」\n  段階 評価\n  " + sentence + "\n", wards: wards)
  }

  private func rules(_ sentence: String, wards: Int = 1) -> RuleText {
    let rules = text(sentence, wards: wards)
    #expect(rules.errors == [], "\(sentence)")
    return rules
  }

  @Test(arguments: ["すべての区で「件数」をなくす。", "すべての区で「件数」をなくすこと。"])
  func nothingIsLeft(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 0, 1, nil, of: 1)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .missed, .notReported])
  }

  @Test func tenthsAndHundredthsMakeAShare() {
    var rules = rules("すべての区で「受診率」を2割5分以上とする。", wards: 2)
    rules.give(2023, 250, 249)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test(arguments: ["すべての区で「件数」の対前年度伸び率が5%以上であること。", "すべての区で「件数」の対前年度増加率を5%以上とする。"])
  func growthIsThatFromTheYearBefore(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2021, 100), (2022, 105), (2023, 110)] { rules.give(Int32(year), Int64(value), of: 1) }
    #expect([2022, 2023].map { rules.verdict(Int32($0)) } == [.met, .missed])
  }

  @Test(arguments: ["すべての区で「件数」を「人口」10万人当たり10以下とする。", "すべての区で「件数」が「人口」10万人当たり10件以下であること。"])
  func aRateMayStandBehindItsFigure(_ sentence: String) {
    var rules = rules(sentence, wards: 2)
    rules.give(2023, 10, 11, of: 1)
    rules.give(2023, 100_000, 100_000, of: 2)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test func anAverageBehindALimitIsOneOfTheSameFigure() {
    var rules = rules("すべての区で「受診率」が30%以上であり、かつ市平均以上であること。", wards: 3)
    rules.give(2023, 300, 310, 290, 300)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .met, .missed])
    rules.give(2024, 300, 310, 290, 310)
    #expect((0..<3).map { rules.verdict(area: $0, 2024) } == [.missed, .met, .missed])
  }

  @Test func anAreaIsHeldAgainstTheCountry() {
    // The country has one average, and no one of each city.
    let own = rules("市の「受診率」を全国平均以上とする。")
    #expect(own.rulebook.targets[0].requirements.count == 1)
  }

  @Test(arguments: ["「人口」が1万人未満の区を除き、「計画」を策定していること。", "「人口」が1万人未満の区を除き、すべての区で「計画」を策定していること。"])
  func theOtherAreasAreAsked(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 9_999, 10_000, 10_000, of: 2)
    rules.give(2023, 0, 0, 1, of: 3)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.notApplicable, .missed, .met])
  }

  @Test func aShareOfTheAreas() {
    var rules = rules("区のうち5割以上で「計画」を策定する。", wards: 4)
    rules.give(2023, 1, 1, 0, 0, of: 3)
    rules.give(2024, 1, 0, 0, 0, of: 3)
    #expect([2023, 2024].map { rules.verdict(area: 4, Int32($0)) } == [.met, .missed])
  }

  @Test(arguments: [
    ("すべての区で「計画」を策定しなければならない。", TargetSeverity.must), ("すべての区で「計画」を策定することが望ましい。", .should),
    ("すべての区で「受診率」を60%以上としなければならない。", .must), ("すべての区で「受診率」が60%以上であることが望ましい。", .should),
    ("すべての区で「受診率」を60%以上とするよう努めなければならない。", .should),
  ])
  func obligationAndStriving(_ sentence: String, _ severity: TargetSeverity) {
    #expect(rules(sentence).rulebook.targets[0].severity == severity)
  }

  // MARK: What to write instead

  static let refused: [(sentence: String, code: DiagnosticCode, mend: String)] = [
    ("すべての区で「食塩」を男性7.5g未満、女性6.5g未満とする。", .unknownWord, "「食塩（男性）」が"),
    ("すべての区で「食塩」の男女差を1g以下とする。", .unknownWord, "「X（男性）」と「X（女性）」の差"),
    ("すべての区で「受診率」を最も高くする。", .unknownWord, "「受診率」が全区の上位10%に入る"),
    ("すべての区で「受診率」を現状より上げる。", .unknownWord, "令和4年度から5ポイント以上上昇"),
    ("市で区間の「受診率」の差を縮小する。", .unknownWord, "最大と最小の差"),
    ("すべての区で「件数」を人口10万人当たり10以下とする。", .unknownWord, "「「人口」10万人当たりの「件数」を10以下とする」"),
    ("すべての区で「受診率」がゅ上がること。", .unknownWord, "「すべての区で「受診率」が3以上であること。」"),
    ("すべての区で「件数」がないこと。", .unexpectedWord, "「X」が0であること"),
    ("すべての区で「件数」を抑える。", .unexpectedWord, "どこまでに抑えるか"),
    ("すべての区で「受診率」が上位であること。", .unexpectedWord, "上位30%に入る"),
    ("すべての区で「受診率」を60%（令和8年度）、70%（令和11年度）とする。", .unexpectedWord, "「令和8年度までに60%以上とし、令和11年度までに70%以上とする」"),
    ("市平均を60%以上とする。", .unexpectedWord, "市で「X」が60%以上"),
    ("すべての区で「件数」の3か年合計が100件以上であること。", .unexpectedWord, "直近3年間の「X」の合計"),
    ("すべての区で「受診率」を50%から60%に引き上げる。", .unexpectedWord, "令和8年度までに60%以上とする"),
    ("すべての区で「件数」を120件から100件に減らす。", .unexpectedWord, "令和4年度の120件から令和8年度の100件への計画線上"),
    ("すべての区で前年度からの「受診率」の増加率が5%以上であること。", .changeOfShare, "「前年度からの「受診率」の増加分」をポイントで"),
  ]

  @Test(arguments: refused.indices)
  func whatIsNotReadIsToldWhatToWrite(_ index: Int) {
    let (sentence, code, mend) = WordsOfPlansTests.refused[index]
    let rules = text(sentence)
    let errors = rules.diagnostics.filter { $0.severity == .error }
    let found = errors.first { $0.code == code }
    #expect(found?.mend?.japanese.contains(mend) ?? false, "\(sentence): \(found?.mend?.japanese ?? "no mend") \(rules.errors)")
    #expect(errors.allSatisfy { $0.code == code }, "\(sentence): \(rules.errors)")
  }
}
