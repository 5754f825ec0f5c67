import Diagnostics
import Evaluation
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// Targets that published plans set over years, said in both spellings and judged by the rulebook's own examples.
@Suite("Statements about figures over time")
struct StatementTests {
  @Test("both spellings are one rulebook without a fault")
  func oneTree() throws {
    let japanese = try #require(loaded(StatementTests.declarations + StatementTests.japanese))
    let english = try #require(loaded(StatementTests.declarations + StatementTests.english))
    #expect(japanese.faults == [])
    #expect(english.faults == [])
    #expect(tree(StatementTests.japanese) == tree(StatementTests.english))
  }

  @Test("each is judged as its examples say", arguments: [StatementTests.japanese, StatementTests.english])
  func examples(_ targets: String) throws {
    let rulebook = try #require(loaded(StatementTests.declarations + targets + StatementTests.examples)).rulebook
    #expect(rulebook.examples.count == 21)
    for result in run(examplesOf: rulebook, areas: nil).results {
      #expect(result.passes, "\(rulebook.examples[result.example].title): \(result.findings)")
    }
  }

  private func loaded(_ text: String) -> (rulebook: Rulebook, faults: [String])? {
    var loader = RulebookLoader(read: { $0 == "rulebook.pdca" ? Array(text.utf8) : nil }, shown: { $0 })
    guard let loaded = loader.load("rulebook.pdca") else { return nil }
    let checked = check(loaded.declarations, sources: loaded.sources, after: loaded.diagnostics)
    let faults = (loaded.diagnostics + checked.diagnostics).map { "\($0.code.name) \($0.message.english) \($0.location)" }
    return (checked.rulebook, faults)
  }

  private func tree(_ text: String) -> RuleFile {
    let declared = RuleReader.survey(SourceText(path: "", bytes: Array(StatementTests.declarations.utf8)), file: 0).words
    return RuleReader.parse(SourceText(path: "", bytes: Array(text.utf8)), file: 0, words: declared).file
  }

  private static let declarations = """
    事業 "健康と福祉の計画"
      開始 平成17年度
      計画期間 令和6年度から令和8年度まで
      階層 市町村（municipality, municipalities） < 県（prefecture, prefectures）
    単位 歳
    単位 社
    単位 店
    指標 1-1「健康寿命」
      回答形式 数値（歳、小数第2位）
      集計 暦年
    指標 1-2「平均寿命」
      回答形式 数値（歳、小数第2位）
      集計 暦年
    指標 2「喫煙率」
      回答形式 割合（%、小数第1位）
    指標 4-1「COPD死亡数」
      回答形式 人数（人）
    指標 4-2「人口」
      回答形式 人数（人）
    指標 5-1「足腰の痛みがある高齢者」
      回答形式 人数（人）
    指標 5-2「高齢者人口」
      回答形式 人数（人）
    指標 6-1「登録食品企業」
      回答形式 件数（社）
    指標 6-2「登録飲食店」
      回答形式 件数（店）
    指標 8「認知症サポーター養成数」
      回答形式 人数（人）
    指標 9「運動する成人の割合」
      回答形式 割合（%、小数第1位）
    指標 12-1「地域生活への移行者数」
      回答形式 人数（人）
    指標 12-2「施設入所者数」
      回答形式 人数（人）
    指標 13「一般就労への移行者数」
      回答形式 人数（人）
    指標 16-1「就労移行支援からの移行者数」
      回答形式 人数（人）
    指標 16-2「A型からの移行者数」
      回答形式 人数（人）
    指標 16-3「B型からの移行者数」
      回答形式 人数（人）
    指標 18「移行率」
      回答形式 割合（%、小数第1位）
    指標 22「収納率」
      回答形式 割合（%、小数第1位）
    指標 23「特定健診の実施率」
      回答形式 割合（%、小数第1位）
    指標 25「自殺死亡率」
      回答形式 数値、小数第1位
      集計 暦年

    """

  private static let japanese = """
    目標「1」 段階 評価
      すべての市町村で、平成22年からの「健康寿命」の伸びが、平成22年からの「平均寿命」の伸びを上回ること。
    目標「2」 段階 評価
      すべての市町村で「喫煙率」が、令和元年度の16.7％から令和14年度の12％への計画値以下とする。
    目標「4」 段階 評価
      すべての市町村で「人口」10万人当たりの「COPD死亡数」が10.0以下であること。
    目標「5」 段階 評価
      すべての市町村で「高齢者人口」千人当たりの「足腰の痛みがある高齢者」が210人以下であること。
    目標「6」 段階 評価
      すべての市町村で「登録食品企業」が令和3年度の14社から令和14年度の100社への計画線上にあり、「登録飲食店」が令和3年度の17,284店から令和14年度の30,000店への計画線上にあること。
    目標「8」 段階 評価
      すべての市町村で平成17年度からの「認知症サポーター養成数」の累計が1,500万人以上であること。
    目標「9」 段階 評価
      すべての市町村で「運動する成人の割合」が令和4年度の62%から令和8年度の70%への計画値以上であること。
    目標「12」 段階 評価
      すべての市町村で、平成26年度からの「地域生活への移行者数」の累計が、平成25年度の「施設入所者数」の12%以上であること。
    目標「13」 段階 評価
      すべての市町村で「一般就労への移行者数」が平成24年度の２倍以上であること。
    目標「16」 段階 評価
      すべての市町村で「就労移行支援からの移行者数」が前期の1.28倍以上、かつ「A型からの移行者数」が前期の1.29倍以上、かつ「B型からの移行者数」が前期の1.28倍以上であること。
    目標「18」 段階 評価
      すべての市町村で「移行率」が6%に前期の不足分を加えた値以上であること。
      適用 令和3年度から
    目標「22」 段階 評価
      すべての市町村で「収納率」が前年度から1ポイント以上上がること。
    目標「23」 段階 評価
      すべての市町村で「特定健診の実施率」が前年度から0.5ポイント以上上昇、又は「特定健診の実施率」が18.0%以上であること。
    目標「25」 段階 評価
      すべての市町村で「自殺死亡率」が平成27年から30%以上減少すること。

    """

  private static let english = """
    target 「1」 stage check
      every municipality: the rise in 「健康寿命」 from CY2010 is more than the rise in 「平均寿命」 from CY2010.
    target 「2」 stage check
      every municipality: 「喫煙率」 is on the path from 16.7% in FY2019 to 12% in FY2032.
    target 「4」 stage check
      every municipality: 「COPD死亡数」 per 100,000人 「人口」 is at most 10.0.
    target 「5」 stage check
      every municipality: 「足腰の痛みがある高齢者」 per 1,000人 「高齢者人口」 is at most 210人.
    target 「6」 stage check
      every municipality: 「登録食品企業」 is on the path from 14社 in FY2021 to 100社 in FY2032 and 「登録飲食店」 is on the path from 17,284店 in FY2021 to 30,000店 in FY2032.
    target 「8」 stage check
      every municipality: 「認知症サポーター養成数」 cumulated since FY2005 is at least 1,500万人.
    target 「9」 stage check
      every municipality: 「運動する成人の割合」 is on the path from 62% in FY2022 to 70% in FY2026.
    target 「12」 stage check
      every municipality: 「地域生活への移行者数」 cumulated since FY2014 is at least 12% of 「施設入所者数」 in FY2013.
    target 「13」 stage check
      every municipality: 「一般就労への移行者数」 is at least 2 times 「一般就労への移行者数」 in FY2012.
    target 「16」 stage check
      every municipality: 「就労移行支援からの移行者数」 is at least 1.28 times 「就労移行支援からの移行者数」 last period and 「A型からの移行者数」 is at least 1.29 times 「A型からの移行者数」 last period and 「B型からの移行者数」 is at least 1.28 times 「B型からの移行者数」 last period.
    target 「18」 stage check
      every municipality: 「移行率」 is at least 6% plus last period's shortfall.
      in force from FY2021
    target 「22」 stage check
      every municipality: 「収納率」 rises by at least 1 point from last year.
    target 「23」 stage check
      every municipality: 「特定健診の実施率」 rises by at least 0.5 points from last year or 「特定健診の実施率」 is at least 18.0%.
    target 「25」 stage check
      every municipality: 「自殺死亡率」 falls by at least 30% from CY2015.

    """

  private static let examples = """
    例 "健康寿命の伸びが大きい"
      前提 平成22年度の「A市」の「健康寿命」＝71.00歳、令和4年度の「A市」の「健康寿命」＝72.57歳、平成22年度の「A市」の「平均寿命」＝82.50歳、令和4年度の「A市」の「平均寿命」＝83.80歳
      判定 令和4年度の「A市」の「1」が達成
    例 "伸びが足りない"
      前提 平成22年度の「A市」の「健康寿命」＝71.00歳、令和4年度の「A市」の「健康寿命」＝72.30歳、平成22年度の「A市」の「平均寿命」＝82.50歳、令和4年度の「A市」の「平均寿命」＝83.80歳
      判定 令和4年度の「A市」の「1」が未達成
    例 "喫煙率の計画線"
      前提 令和元年度の「A市」の「喫煙率」＝16.7%
      判定 令和元年度の「A市」の「2」が達成
    例 "計画線より高い"
      前提 令和14年度の「A市」の「喫煙率」＝12.1%
      判定 令和14年度の「A市」の「2」が未達成（あと0.1ポイント）
    例 "10万人当たり"
      前提 令和5年度の「A市」の「COPD死亡数」＝30人、「人口」＝30万人
      判定 「4」が達成
    例 "10万人当たりを超える"
      前提 令和5年度の「A市」の「COPD死亡数」＝31人、「人口」＝30万人
      判定 「4」が未達成
    例 "千人当たり"
      前提 令和5年度の「A市」の「足腰の痛みがある高齢者」＝421人、「高齢者人口」＝2,000人
      判定 「5」が未達成（あと0.5人）
    例 "計画線の途中"
      前提 令和14年度の「A市」の「登録食品企業」＝100社、「登録飲食店」＝29,999店
      判定 「6」が未達成（あと1店）
    例 "累計"
      前提 令和4年度の「A市」の「認知症サポーター養成数」＝700万人、令和5年度の「A市」の「認知症サポーター養成数」＝800万人
      判定 令和5年度の「A市」の「8」が達成
    例 "中間の年"
      前提 令和6年度の「A市」の「運動する成人の割合」＝65.9%
      判定 「9」が未達成（あと0.1ポイント）
    例 "入所者の12%"
      前提 平成25年度の「A市」の「施設入所者数」＝100人、平成26年度の「A市」の「地域生活への移行者数」＝5人、平成27年度の「A市」の「地域生活への移行者数」＝6人
      判定 平成27年度の「A市」の「12」が未達成（あと1人）
    例 "2倍"
      前提 平成24年度の「A市」の「一般就労への移行者数」＝50人、平成29年度の「A市」の「一般就労への移行者数」＝100人
      判定 平成29年度の「A市」の「13」が達成
    例 "前期の1.28倍"
      前提 令和5年度の「A市」の「就労移行支援からの移行者数」＝100人、「A型からの移行者数」＝100人、「B型からの移行者数」＝100人、令和8年度の「A市」の「就労移行支援からの移行者数」＝128人、「A型からの移行者数」＝128人、「B型からの移行者数」＝128人
      判定 令和8年度の「A市」の「16」が未達成（あと1人）
    例 "前期の不足分がない"
      前提 令和5年度の「A市」の「移行率」＝7%、令和8年度の「A市」の「移行率」＝6%
      判定 令和8年度の「A市」の「18」が達成
    例 "前期の不足分"
      前提 令和5年度の「A市」の「移行率」＝5.8%、令和8年度の「A市」の「移行率」＝6.1%
      判定 令和5年度の「A市」の「18」が未達成（あと0.2ポイント）、令和8年度の「A市」の「18」が未達成（あと0.1ポイント）
    例 "前期の値がない"
      前提 令和8年度の「A市」の「移行率」＝7%
      判定 令和8年度の「A市」の「18」が未報告
    例 "1ポイント上がる"
      前提 令和4年度の「A市」の「収納率」＝90.1%、令和5年度の「A市」の「収納率」＝91.0%
      判定 令和5年度の「A市」の「22」が未達成（あと0.1ポイント）
    例 "毎年0.5ポイント"
      前提 令和4年度の「A市」の「特定健診の実施率」＝16.0%、令和5年度の「A市」の「特定健診の実施率」＝16.5%
      判定 令和5年度の「A市」の「23」が達成
    例 "18%に達した後"
      前提 令和4年度の「A市」の「特定健診の実施率」＝18.2%、令和5年度の「A市」の「特定健診の実施率」＝18.0%
      判定 令和5年度の「A市」の「23」が達成
    例 "30%の減少"
      前提 平成27年度の「A市」の「自殺死亡率」＝18.5、令和8年度の「A市」の「自殺死亡率」＝13.0
      判定 令和8年度の「A市」の「25」が未達成（あと0.1）
    例 "0からの変化は対象外"
      前提 平成27年度の「A市」の「自殺死亡率」＝0、令和8年度の「A市」の「自殺死亡率」＝0
      判定 令和8年度の「A市」の「25」が対象外

    """
}
