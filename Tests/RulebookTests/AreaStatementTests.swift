import RuleLanguage
import Rulebook
import Testing

/// Targets that programmes really set and that speak of areas among each other: each in both spellings, with one meaning.
@Suite struct AreaStatementTests {
  static let prelude = """
    事業 "指標"
      階層 事業所（facility, facilities） < 市町村（municipality, municipalities） < 圏域（district, districts） < 県（prefecture, prefectures） < 国（country, countries）
    項目 イ "指標"
    指標 イ-1「人口」
      回答形式 人数（人）
    指標 イ-2「就労移行率」
      回答形式 割合（%、小数第1位）
    指標 イ-3「拠点数」
      回答形式 か所数（か所）
    指標 イ-4「収納率」
      回答形式 割合（%、小数第1位）
    指標 イ-5「得点率」
      回答形式 割合（%、小数第1位）
    指標 イ-6「受診率」
      回答形式 割合（%、小数第1位）
    指標 イ-7「数量シェア」
      回答形式 割合（%、小数第1位）
    指標 イ-8「健診の実施率」
      回答形式 割合（%、小数第1位）
    指標 イ-9「指導の実施率」
      回答形式 割合（%、小数第1位）
    指標 イ-10「虫歯」
      回答形式 数値（点、小数第1位）
    指標 イ-11「養成数」
      回答形式 人数（人）
    指標 イ-12「施策の実施」
      回答形式 はい・いいえ
    分類「規模」 「人口」による
      「小」1万人未満
      「中」1万人以上10万人未満
      「大」10万人以上
    内訳「性別」 「男性」、「女性」
    内訳「ワクチン」 「MR」、「水痘」、「日本脳炎」
    内訳「場面」 「日常の療養支援」、「入退院支援」、「急変時の対応」、「看取り」
    指標 イ-13「飲酒割合」
      回答形式 割合（%、小数第1位）
      集計 「性別」別
    指標 イ-14「接種率」
      回答形式 割合（%、小数第1位）
      集計 「ワクチン」別
    指標 イ-15「全体の接種率」
      回答形式 割合（%、小数第1位）
    指標 イ-16「めざすべき姿」
      回答形式 文章
      集計 「場面」別

    """

  static let statements: [(number: Int, english: String, japanese: String)] = [
    (3, "every municipality: [飲酒割合] is at most 10% for each 「性別」.", "すべての市町村で「性別」ごとに「飲酒割合」が10%以下であること。"),
    (7, "at least 31 prefectures: [虫歯] is less than 1点.", "31県以上で「虫歯」が1点未満であること。"),
    (8, "the country's total [養成数] is at least 15,000,000人.", "国の「養成数」の合計が1,500万人以上であること。"),
    (
      10, "the country: [拠点数] is at least 500か所 and every district: [拠点数] is at least 1か所.",
      "国で「拠点数」が500か所以上であり、かつすべての圏域で「拠点数」が1か所以上であること。"
    ),
    (11, "every municipality: [施策の実施] is yes.", "すべての市町村で「施策の実施」がはいであること。"),
    (
      14, "the country: at least 50% of facilities: [就労移行率] is at least 30%.",
      "国で、「就労移行率」が３割以上である事業所が、全事業所の５割以上であること。"
    ),
    (15, "every municipality or its district has at least 1か所 [拠点数].", "すべての市町村又はその圏域で「拠点数」が1か所以上であること。"),
    (19, "every prefecture: [数量シェア] is at least 80%.", "すべての県で「数量シェア」が80%以上であること。"),
    (
      20, "the country: [健診の実施率] is at least 70% and [指導の実施率] is at least 45%.",
      "国で「健診の実施率」が70%以上、かつ「指導の実施率」が45%以上であること。"
    ),
    (
      21, "every municipality: [収納率] is in the top 30% of municipalities of the same 「規模」 in the country.",
      "すべての市町村で、「収納率」が国の同じ「規模」の市町村の上位３割に入る。"
    ),
    (
      24, "every municipality where [受診率] last year is less than 10%: [受診率] rises from last year.",
      "前年度の「受診率」が10%未満の市町村で「受診率」が前年度から増加していること。"
    ),
    (24, "the country: [受診率] is at least 28%.", "国で「受診率」が28%以上であること。"),
    (
      27,
      "every prefecture: no municipality: [得点率] is less than the average of municipalities in the country less 2 standard deviations.",
      "すべての県で、管内に、「得点率」が国の全市町村の平均から標準偏差の2倍を引いた値を下回る市町村がない。"
    ),
    (
      28, "the country: [全体の接種率] is at least 90% and every district: [接種率] is at least 80% for each 「ワクチン」.",
      "国で「全体の接種率」が90%以上であり、かつすべての圏域で「ワクチン」ごとに「接種率」が80%以上であること。"
    ),
    (29, "every municipality: [めざすべき姿] is reported for each 「場面」.", "すべての市町村で「場面」ごとに「めざすべき姿」を記載している。"),
  ]

  @Test(arguments: statements.indices)
  func statementsMeanTheSameInBothSpellings(_ index: Int) {
    let (number, english, japanese) = Self.statements[index]
    var meanings: [[String]] = []
    for sentence in ["target 「T」\n  stage do\n  " + english, "目標「T」\n  段階 実行\n  " + japanese] {
      let checked = CheckedText(Self.prelude + sentence + "\n")
      let errors = checked.diagnostics.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(number): \(errors.map { "\($0.code.name) \($0.message.english)" }) \(sentence)")
      guard let target = checked.target else { continue }
      meanings.append(ModelText(rulebook: checked.rulebook).text(target))
    }
    #expect(meanings.count == 2 && meanings[0] == meanings[1], "\(meanings)")
  }

  @Test func ranksNameTheirPeers() throws {
    let target = try #require(meaning("すべての市町村で「収納率」が国の同じ「規模」の市町村の上位3割に入る。"))
    #expect(target == ["「T」 every 1: (イ-4 top share 0.3 of 1 in 4 same 「規模」)"])
  }

  @Test func lowestFirstIsTheBottom() throws {
    let target = try #require(meaning("すべての市町村で「虫歯」が圏域の全市町村の低い順で上位3市町村に入ること（0の市町村は除く）。"))
    #expect(target == ["「T」 every 1: (イ-10 bottom 3 of 1 in 2 without zeros)"])
  }

  @Test func oneVerdictForTheAreaAbove() throws {
    let target = try #require(meaning("すべての市町村で「収納率」が95%以上であること。\n  判定単位 県"))
    #expect(target == ["「T」 every 1 per 3: イ-4 >= 0.95 [share]"])
  }

  private func meaning(_ sentence: String) -> [String]? {
    let checked = CheckedText(Self.prelude + "目標「T」\n  段階 実行\n  " + sentence + "\n")
    #expect(!checked.diagnostics.contains { $0.severity == .error }, "\(checked.diagnostics.map { $0.message.english })")
    return checked.target.map { ModelText(rulebook: checked.rulebook).text($0) }
  }
}
