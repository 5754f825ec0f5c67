import Evaluation
import Quantities
import RuleLanguage
import Rulebook
import Testing

@Suite("Scores and grades")
struct ScoreTests {
  private func rules(_ clauses: String, demand: String = "「回数」が6回以上", wards: Int = 1, behind: String = "") -> RuleText {
    let text =
      DemandYearTests.head + "項目 イ \"会議\"\n目標「T」\n  段階 実行\n  すべての区で\(demand)であること。\n\(clauses)\n" + behind
    let rules = RuleText(text, wards: wards)
    #expect(rules.errors == [])
    return rules
  }

  private func earned(_ rules: RuleText, _ wards: Int) -> [Rational?] {
    (0..<wards).map { rules.outcome(area: $0, 2023)?.points?.earned }
  }

  @Test func wholePointsFollowTheVerdict() {
    var rules = rules("  配点 10点", wards: 3)
    rules.give(2023, 6, 5, nil)
    #expect(earned(rules, 3) == [Rational(10), .zero, nil])
    #expect(rules.outcome(area: 2, 2023)?.points?.possible == Rational(10))
  }

  @Test func theBestStepReachedCounts() {
    var rules = rules("  配点 3回以上で5点、6回以上で10点", wards: 4)
    rules.give(2023, 2, 3, 6, nil)
    #expect(earned(rules, 4) == [.zero, Rational(5), Rational(10), nil])
    var fewer = self.rules("  score 5 at 6回 or less, 10 at less than 3回", demand: "「回数」が3回未満", wards: 3)
    fewer.give(2023, 2, 6, 7)
    #expect(earned(fewer, 3) == [Rational(10), Rational(5), .zero])
  }

  /// Of five: fewer than half (2.5) above is the top 50%, fewer than 3.5 the top 70%.
  @Test func tiesShareTheBetterRank() {
    var rules = rules("  配点 上位70%に2点、上位50%に4点", wards: 5)
    rules.give(2023, 9, 8, 7, 7, 1)
    #expect(earned(rules, 5) == [Rational(4), Rational(4), Rational(4), Rational(4), .zero])
  }

  @Test func zerosAndTheUnreportedInARank() {
    var rules = rules("  配点 上位50%に4点（0の区は除く）", wards: 5)
    rules.give(2023, 9, 8, 0, 0, nil)
    // Two or three take part: the first is in for certain, the second depends on the silent one, those at zero get none.
    #expect(earned(rules, 5) == [Rational(4), nil, .zero, .zero, nil])
    var all = self.rules("  配点 上位50%に4点", wards: 4)
    all.give(2023, 9, 8, 7, nil)
    #expect(earned(all, 4) == [Rational(4), nil, .zero, nil])
  }

  /// Of four wards three hold six meetings and one is silent: four may yet do.
  @Test(arguments: [
    ("4区以上で", "  配点 2区以上で5点、4区以上で10点", nil), ("4区以上で", "  配点 2区以上で5点、3区以上で10点", Int64(10)),
    ("80%以上の区で", "  配点 50%以上で5点、80%以上で10点", nil), ("80%以上の区で", "  配点 50%以上で5点、75%以上で10点", 10),
  ])
  func aSilentAreaLeavesPointsOpen(_ who: String, _ score: String, _ expected: Int64?) {
    let bands = "  評価区分 「達成」100%以上、「未達」100%未満\n  達成率を表示\n"
    let text =
      DemandYearTests.head + "項目 イ \"会議\"\n目標「T」\n  段階 実行\n  " + who + "「回数」が6回以上であること。\n" + score + "\n" + bands
    var rules = RuleText(text, wards: 4)
    #expect(rules.diagnostics.filter { $0.code == .nothingReported }.isEmpty)
    rules.give(2023, 6, 6, 6, nil)
    let outcome = rules.outcome(area: 4, 2023)
    #expect(outcome?.verdict == .notReported)
    #expect(outcome?.points?.earned == expected.map { Rational($0) })
    #expect(outcome?.grade == nil && outcome?.achievement == nil)
    rules.give(2024, 6, 6, 6, 1)
    let known = rules.outcome(area: 4, 2024)
    #expect(known?.verdict == .missed && known?.grade == 1 && known?.achievement != nil)
  }

  @Test(arguments: ["すべての区で「回数」がちょうど5回", "ちょうど3区で「回数」が5回以上"])
  func whatIsAskedForExactlyHasNoShare(_ demand: String) {
    let text =
      DemandYearTests.head + "項目 イ \"会議\"\n目標「T」\n  段階 実行\n  " + demand + "であること。\n  評価区分 「達成」100%以上、「未達」100%未満\n"
    let rules = RuleText(text, wards: 4)
    #expect(rules.diagnostics.filter { $0.severity == .error }.map { $0.code } == [.nothingToScore])
  }

  @Test func sharesAreRoundedToTheBand() {
    let bands = "  評価区分 「達成」100%以上、「概ね順調」66.7%以上100%未満、「要改善」66.7%未満"
    var rules = rules(bands, wards: 5)
    rules.give(2023, 6, 4, 3, nil, 12)
    let names = (0..<5).map { area in
      rules.outcome(area: area, 2023)?.grade.map { rules.rulebook.targets[0].grade?.bands[$0].name }
    }
    #expect(names == ["達成", "概ね順調", "要改善", nil, "達成"])
    #expect(rules.outcome(area: 1, 2023)?.achievement == .share(Rational(2).divided(by: Rational(3))!))
  }

  @Test func lessIsBetterAndBaselines() {
    var less = rules("  達成率を表示", demand: "「回数」が6回以下", wards: 3)
    less.give(2023, 12, 3, 0)
    #expect(less.outcome(area: 0, 2023)?.achievement == .share(Rational(mantissa: 5, scale: 1)))
    #expect(less.outcome(area: 1, 2023)?.achievement == .share(Rational(2)))
    #expect(less.outcome(area: 2, 2023)?.achievement == .beyondMeasure)
    // From 10 to 7 is asked for; 8 is two thirds of the way.
    var baseline = rules("  達成率を表示", demand: "「回数」が令和2年度の「回数」×0.7以下")
    baseline.give(2020, 10)
    baseline.give(2023, 8)
    #expect(baseline.outcome(2023)?.achievement == .share(Rational(2).divided(by: Rational(3))!))
  }

  @Test func gradesAreRolledUp() {
    let more = """
      目標「U」
        段階 実行
        すべての区で「人口」が10人以上であること。
        評価区分 「A」100%以上、「B」50%以上100%未満、「C」50%未満
      総合評価「全体」 項目イの評価の平均（A=5点、B=4点、Cは除外）を四捨五入
        一つでも未達成のときは「一部未達成」

      """
    var rules = rules("  評価区分 「A」100%以上、「B」50%以上100%未満、「C」50%未満", wards: 4, behind: more)
    rules.give(2023, 6, 6, 0, nil)
    rules.give(2023, 10, 5, 10, 10, of: 1)
    let outcomes = Evaluator(rulebook: rules.rulebook, facts: rules.facts).judge(FiscalYear(2023)).outcomes
    let grades = rules.rulebook.overallGrades(outcomes.map { $0.standing })
    #expect(grades.map { $0.area } == [0, 1, 2, 3])
    #expect(grades.map { $0.average } == [Rational(5), Rational(5), Rational(5), Rational(5)])
    #expect(grades.map { $0.grade } == ["A", "一部未達成", "一部未達成", "A"])
    #expect(grades.map { $0.counted } == [2, 2, 1, 1])
    #expect(grades.map { $0.unreported } == [0, 0, 0, 1])
  }
}
