import Evaluation
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// Targets that programmes really set, each in both spellings, with what becomes of a few reports.
@Suite("Statements with due years, exceptions and grades")
struct YearStatementTests {
  struct Statement: Sendable {
    let name: String
    let japanese: String
    let english: String
    /// Stored figures by indicator and year, and the verdict expected in the last column's year.
    let given: [(indicator: Int, year: Int32, value: Int64)]
    let expected: [(year: Int32, verdict: Verdict)]
  }

  static let head = """
    事業 "計画"
      計画期間 令和6年度から令和8年度まで
      階層 区（ward, wards） < 県（prefecture, prefectures）
    指標 ア-1「率」
      回答形式 割合（%、小数第1位）
    指標 ア-2「人数」
      回答形式 人数（人）
    指標 ア-3「人口」
      回答形式 人数（人）
    指標 ア-4「検証回数」
      回答形式 回数（回）
    指標 ア-5「療養支援」
      回答形式 はい・いいえ
    指標 ア-6「入退院支援」
      回答形式 はい・いいえ
    指標 ア-7「急変時の対応」
      回答形式 はい・いいえ
    指標 ア-8「看取り」
      回答形式 はい・いいえ

    """

  static let statements: [Statement] = [
    Statement(
      name: "2: 喫煙率を令和14年度に12%以下にする", japanese: "すべての区で「率」が12%以下であること。\n達成期限 令和14年度",
      english: "every ward: 「率」 is at most 12%.\ndue FY2032", given: [(0, 2031, 150), (0, 2032, 121), (0, 2033, 120)],
      expected: [(2031, .notDue), (2032, .missed), (2033, .met), (2034, .notReported)]),
    Statement(
      name: "5: 千人当たり210人以下にする", japanese: "すべての区で「人数」が「人口」×210÷1,000以下であること。\n達成期限 令和14年度",
      english: "every ward: 「人数」 is at most 「人口」 × 210 ÷ 1,000.\ndue FY2032",
      given: [(1, 2032, 210), (2, 2032, 1000), (1, 2033, 211), (2, 2033, 1000)],
      expected: [(2030, .notDue), (2032, .met), (2033, .missed), (2034, .notReported)]),
    Statement(
      name: "9: 令和8年度末に70%まで上げる", japanese: "すべての区で「率」が70%以上であること。\n達成期限 令和8年度",
      english: "every ward: 「率」 is at least 70%.\ndue FY2026", given: [(0, 2025, 650), (0, 2026, 700), (0, 2027, 699)],
      expected: [(2025, .notDue), (2026, .met), (2027, .missed), (2028, .notReported)]),
    Statement(
      name: "17: 年1回以上検証する", japanese: "すべての区で「検証回数」が年1回以上であること。", english: "every ward holds at least 1回 「検証回数」.",
      given: [(3, 2025, 1), (3, 2026, 0)], expected: [(2025, .met), (2026, .missed), (2027, .notReported)]),
    Statement(
      name: "25: 令和8年までに平成27年から30%以上減らす", japanese: "すべての区で「率」が平成27年度の「率」×0.7以下であること。\n達成期限 令和8年度",
      english: "every ward: 「率」 is at most 「率」 in FY2015 × 0.7.\ndue FY2026",
      given: [(0, 2015, 200), (0, 2025, 150), (0, 2026, 140), (0, 2027, 141)],
      expected: [(2025, .notDue), (2026, .met), (2027, .missed), (2028, .notReported)]),
    Statement(
      name: "26: 中間年は増加、最終年は70%以上",
      japanese: "令和9年度は、すべての区で「率」が前年度から増加していること。\n令和10年度は、すべての区で「率」が70%以上であること。",
      english: "in FY2027, every ward: 「率」 rises from last year.\nin FY2028, every ward: 「率」 is at least 70%.",
      given: [(0, 2026, 500), (0, 2027, 501)], expected: [(2026, .notApplicable), (2027, .met), (2028, .notReported)]),
    Statement(
      name: "29: 4つの場面すべてに定めている",
      japanese: "すべての区で「療養支援」、「入退院支援」、「急変時の対応」及び「看取り」がいずれもはいであること。",
      english: "every ward: 「療養支援」, 「入退院支援」, 「急変時の対応」 and 「看取り」 are each yes.",
      given: [(4, 2025, 1), (5, 2025, 1), (6, 2025, 1), (7, 2025, 1), (4, 2026, 1), (5, 2026, 0)],
      expected: [(2025, .met), (2026, .missed), (2027, .notReported)]),
    Statement(
      name: "30: 実績÷目標で評価する（3年計画の2年目）",
      japanese:
        "すべての区で「人数」が90人以上であること。\n計画2年目は、すべての区で「人数」が60人以上であること。\n評価区分 「達成」100%以上、「概ね順調」66.7%以上100%未満、「要改善」60%未満",
      english:
        "every ward: 「人数」 is at least 90人.\nin plan year 2, every ward: 「人数」 is at least 60人.\ngrade by share of target: 「達成」 at least 100%, 「概ね順調」 at least 66.7% and less than 100%, 「要改善」 less than 60%",
      given: [(1, 2024, 90), (1, 2025, 40), (1, 2026, 50)], expected: [(2024, .met), (2025, .missed), (2026, .missed)]),
  ]

  @Test(arguments: statements.indices)
  func isSaidInBothSpellings(_ index: Int) {
    let statement = YearStatementTests.statements[index]
    for sentences in [statement.japanese, statement.english] {
      let lines = sentences.replacing("\n", with: "\n  ")
      var rules = RuleText(YearStatementTests.head + "目標「T」\n  段階 評価\n  \(lines)\n", years: 2015...2034)
      #expect(rules.errors == [], "\(statement.name)")
      for (indicator, year, value) in statement.given { rules.give(year, value, of: indicator) }
      for (year, verdict) in statement.expected {
        #expect(rules.verdict(year) == verdict, "\(statement.name), FY\(year): \(sentences)")
      }
    }
  }

  @Test func gradesOfTheSecondYear() {
    var rules = RuleText(
      YearStatementTests.head + "目標「T」\n  段階 評価\n  " + YearStatementTests.statements[7].japanese.replacing("\n", with: "\n  "),
      wards: 4)
    // 40 of 60 is two thirds, which counts as 66.7%; 38 of 60 lies in the hole between the bands.
    rules.give(2025, 60, 40, 38, 35, of: 1)
    let bands = rules.rulebook.targets[0].grade?.bands.map { $0.name } ?? []
    #expect((0..<4).map { rules.outcome(area: $0, 2025)?.grade.map { bands[$0] } } == ["達成", "概ね順調", nil, "要改善"])
  }
}
