import Evaluation
import Quantities
import RuleLanguage
import Rulebook
import Testing

@Suite("Due years, demands of one year, exceptions")
struct DemandYearTests {
  static let head = """
    事業 "試し"
      計画期間 令和6年度から令和8年度まで
      階層 区（ward, wards） < 市（city, cities）
    指標 イ-1「回数」
      回答形式 回数（回）
    指標 イ-2「人口」
      回答形式 人数（人）

    """

  private func rules(_ text: String, wards: Int = 1) -> RuleText {
    let rules = RuleText(DemandYearTests.head + text, wards: wards)
    #expect(rules.errors == [])
    return rules
  }

  @Test func dueTargetIsJudgedFromItsDueYearOn() {
    var rules = rules("目標「T」\n  段階 実行\n  すべての区で「回数」が10回以上であること。\n  達成期限 令和8年度\n")
    for year in Int32(2024)...2027 { rules.give(year, year == 2024 ? 12 : 4) }
    #expect(rules.verdict(2024) == .notDue)
    #expect(rules.outcome(2024)?.remaining == nil)
    let early = rules.outcome(2025)
    #expect(early?.verdict == .notDue)
    #expect(early?.measured?.value == Rational(4))
    #expect(early?.required?.quantity.value == Rational(10))
    #expect(early?.remaining?.value == Rational(6))
    #expect(early?.achievement == .share(Rational(mantissa: 4, scale: 1)))
    #expect(early?.shortfall == nil)
    #expect(rules.verdict(2026) == .missed)
    #expect(rules.outcome(2027)?.gap?.years == [FiscalYear(2026), FiscalYear(2027)])
  }

  @Test func datedDemandReplacesTheOthersInItsYear() {
    var rules = rules(
      """
      目標「T」
        段階 実行
        すべての区で「回数」が10回以上であること。
        計画2年目は、すべての区で「回数」が3回以上であること。
        令和9年度は、すべての区で「回数」が5回以上であること。
        達成期限 令和10年度

      """)
    for year in Int32(2024)...2028 { rules.give(year, 4) }
    #expect(rules.verdict(2024) == .notDue)
    #expect(rules.verdict(2025) == .met)
    #expect(rules.verdict(2026) == .notDue)
    #expect(rules.verdict(2027) == .missed)
    #expect(rules.outcome(2027)?.shortfall?.value == Rational(1))
    #expect(rules.verdict(2028) == .missed)
    #expect(rules.outcome(2028)?.shortfall?.value == Rational(6))
  }

  @Test func onlyDatedDemandsLeaveOtherYearsOut() {
    var rules = rules("目標「T」\n  段階 実行\n  令和9年度は、すべての区で「回数」が前年度から増加していること。\n")
    rules.give(2026, 3)
    rules.give(2027, 3)
    #expect(rules.verdict(2026) == .notApplicable)
    #expect(rules.verdict(2027) == .missed)
  }

  @Test func theFirstTrueExceptionCounts() {
    var rules = rules(
      """
      目標「T」
        段階 実行
        すべての区で「回数」が6回以上であること。
        ただし、「人口」が100人未満のときは、1回以上であること。
        ただし、「人口」が1,000人未満のときは、3回以上であること。
        ただし、「人口」が9,000人を超えるときは、この限りでない。

      """, wards: 6)
    rules.give(2023, 1, 1, 3, 5, 0, 3)
    rules.give(2023, 99, 500, 500, 1000, 9001, nil, of: 1)
    let verdicts = (0..<6).map { rules.verdict(area: $0, 2023) }
    #expect(verdicts == [.met, .missed, .met, .missed, .notApplicable, .notReported])
    #expect(rules.outcome(area: 1, 2023)?.changes.map { $0.to } == [3])
    #expect(rules.outcome(area: 5, 2023)?.awaited.map { $0.indicator } == [1])
    rules.give(2024, 7)
    // Whatever the population is, nothing that may be demanded is missed; but perhaps nothing is demanded.
    #expect(rules.verdict(2024) == .notReported)
    rules.give(2025, 0)
    rules.give(2025, 50, of: 1)
    #expect(rules.outcome(2025)?.required?.quantity.value == Rational(1))
  }

  @Test func anExceptionDecidesWithoutItsFigureWhereAllDemandsAgree() {
    var rules = rules(
      "目標「T」\n  段階 実行\n  すべての区で「回数」が6回以上であること。ただし、「人口」が100人未満のときは、1回以上であること。\n", wards: 2)
    rules.give(2023, 7, 0)
    #expect(rules.verdict(area: 0, 2023) == .met)
    #expect(rules.verdict(area: 1, 2023) == .missed)
  }

  @Test func whatIsOnlyRecordedIsNeverMissed() {
    var rules = rules("目標「T」\n  段階 評価\n  すべての区で「回数」が6回以上であること。\n  記録のみ\n", wards: 2)
    rules.give(2023, 2)
    #expect(rules.verdict(area: 0, 2023) == .recorded)
    #expect(rules.outcome(area: 0, 2023)?.measured?.value == Rational(2))
    #expect(rules.verdict(area: 1, 2023) == .recorded)
    #expect(rules.outcome(area: 1, 2023)?.awaited.count == 1)
  }

  @Test func gapsAgeByTheYearsInWhichTheyWereFound() {
    var rules = rules(
      """
      目標「T」
        段階 実行
        すべての区で「回数」が1回以上であること。
        適用 令和4年度から令和8年度まで
      猶予「T」 対象「区0」 期間 令和6年度から令和6年度まで 理由 "改修"

      """)
    for (year, value) in [(2021, 0), (2022, 0), (2023, nil), (2024, 0), (2025, 0), (2026, nil), (2027, 0)] as [(Int32, Int64?)] {
      rules.give(year, value)
    }
    #expect(rules.outcome(2021)?.gap == nil)
    #expect(rules.outcome(2022)?.gap == OpenGap(years: [FiscalYear(2022)], isInterrupted: false))
    #expect(rules.outcome(2023)?.gap == OpenGap(years: [FiscalYear(2022)], isInterrupted: true))
    #expect(rules.verdict(2024) == .waived)
    #expect(rules.outcome(2024)?.gap?.years == [FiscalYear(2022)])
    #expect(rules.outcome(2025)?.gap == OpenGap(years: [FiscalYear(2022), FiscalYear(2025)], isInterrupted: true))
    #expect(rules.outcome(2026)?.openYears == 2)
    #expect(rules.outcome(2027)?.gap == nil)
  }
}
