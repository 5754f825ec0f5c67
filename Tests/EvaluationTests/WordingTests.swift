import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// What the sentences of plans come to, in either spelling: met, missed and not reported.
@Suite("Sentences as plans write them")
struct WordingTests {
  static let head = """
    事業 "試し"
      計画期間 令和6年度から令和8年度まで
      階層 区（ward, wards） < 市（city, cities）
    指標 イ-1「率」
      回答形式 割合（%、小数第1位）
    指標 イ-2「件数」
      回答形式 件数（件）
    指標 イ-3「計画」
      回答形式 はい・いいえ
    指標 イ-4「参考」
      回答形式 件数（件）
      記録のみ

    """

  private func rules(_ sentence: String, clauses: String = "", wards: Int = 1) -> RuleText {
    let rules = RuleText(WordingTests.head + "目標「T」\n  段階 評価\n  " + sentence + "\n" + clauses, wards: wards)
    #expect(rules.errors == [], "\(sentence)")
    return rules
  }

  @Test(arguments: ["すべての区で「率」を60%に引き上げること。", "every ward: 「率」 is increased to 60%."])
  func aValueIsReached(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2023, 599)
    rules.give(2024, 600)
    #expect(rules.verdict(2023) == .missed)
    #expect(rules.outcome(2023)?.shortfall?.value == Rational(mantissa: 1, scale: 3))
    #expect(rules.verdict(2024) == .met)
    #expect(rules.verdict(2025) == .notReported)
  }

  @Test(arguments: ["すべての区で「件数」を令和3年度から半減させること。", "every ward: 「件数」 is halved from FY2021."])
  func aFigureIsHalved(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2021, 9, of: 1)
    rules.give(2023, 5, of: 1)
    rules.give(2024, 4, of: 1)
    #expect([2023, 2024, 2025].map { rules.verdict($0) } == [.missed, .met, .notReported])
  }

  @Test(arguments: ["令和8年度末までに、すべての区で「率」を60%以上とするよう努めること。", "by FY2026, every ward: 「率」 should be at least 60%."])
  func aSentenceSaysWhenAndHowBinding(_ sentence: String) {
    var rules = rules(sentence)
    #expect(rules.rulebook.targets[0].severity == .should)
    rules.give(2025, 500)
    rules.give(2026, 500)
    #expect([2025, 2026, 2027].map { rules.verdict($0) } == [.notDue, .missed, .notReported])
  }

  @Test(arguments: ["すべての区で「計画」を策定していること。", "every ward has drawn up 「計画」."])
  func aDeedIsAnswered(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 1, 0, nil, of: 2)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .missed, .notReported])
  }

  @Test(arguments: ["すべての区で計画期間中の「件数」の累計が10件以上であること。", "every ward: 「件数」 cumulated over the plan period is at least 10件."])
  func theTotalOfThePlanPeriodBeginsWithIt(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2023, 50), (2024, 5), (2025, 4), (2026, 1)] { rules.give(Int32(year), Int64(value), of: 1) }
    #expect([2024, 2025, 2026].map { rules.verdict($0) } == [.notDue, .notDue, .met], "due where the period ends")
    #expect(rules.verdict(2027) == .notReported, "another period has begun")
  }

  @Test(arguments: ["すべての区で「率」が3年間で増加傾向にあること。", "every ward: 「率」 shows an upward trend over 3 years."])
  func aTendencyIsASlope(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2021, 300), (2022, 200), (2023, 310), (2024, 200)] { rules.give(Int32(year), Int64(value)) }
    #expect(rules.verdict(2023) == .met)
    #expect(rules.verdict(2024) == .missed, "the line through 20.0, 31.0 and 20.0 is level")
  }

  @Test func theGapBetweenAreasIsTheHighestLessTheLowest() {
    var rules = rules("市で市の「率」の最大と最小の差が10ポイント以下であること。", wards: 3)
    rules.give(2023, 300, 350, 400)
    rules.give(2024, 300, 350, 401)
    rules.give(2025, 300, nil, 401)
    rules.give(2026, 300, nil, 400)
    #expect([2023, 2024, 2025, 2026].map { rules.verdict(area: 3, $0) } == [.met, .missed, .missed, .notReported])
  }

  @Test func whatLooksAtRecordsAloneIsRecorded() {
    var rules = rules("すべての区で「参考」が3件以上であること。")
    rules.give(2023, 1, of: 3)
    #expect(rules.verdict(2023) == .recorded)
    #expect(rules.outcome(2023)?.measured?.value == Rational(1))
    let beside = self.rules("すべての区で「参考」が「件数」以上であること。")
    #expect(beside.verdict(2023) == .notReported)
  }

  @Test func anExampleExpectsGradeAndPoints() {
    let clauses = "  配点 3件以上で5点、6件以上で10点\n  評価区分 「達成」100%以上、「要改善」100%未満\n"
    let example = """
      例 "三件"
        前提 令和5年度の「北区」の「件数」＝3件
        判定 「T」が未達成（あと3件）、評価「要改善」、得点5点
      例 "違う点"
        前提 令和5年度の「北区」の「件数」＝3件
        判定 「T」が未達成、得点10点
      例 "違う評価"
        前提 令和5年度の「北区」の「件数」＝3件
        判定 「T」が未達成、評価「達成」
      例 "未報告に得点はない"
        前提 令和5年度の「北区」の「件数」＝未報告
        判定 「T」が未報告、得点0点

      """
    let rules = rules("すべての区で「件数」が6件以上であること。", clauses: clauses + example)
    #expect(run(examplesOf: rules.rulebook, areas: nil).results.map { $0.passes } == [true, false, false, false])
  }

  @Test func anExampleExpectsOnlyWhatTheTargetGives() {
    let example = "例 \"一件\"\n  前提 令和5年度の「北区」の「件数」＝1件\n  判定 「T」が達成、評価「優」\n"
    let graded = RuleText(WordingTests.head + "目標「T」\n  段階 評価\n  すべての区で「件数」が1件以上であること。\n" + example)
    #expect(graded.diagnostics.map { $0.code } == [.unknownGrade])
    let scored = RuleText(
      WordingTests.head + "目標「T」\n  段階 評価\n  すべての区で「件数」が1件以上であること。\n"
        + example.replacing("評価「優」", with: "得点5点"))
    #expect(scored.diagnostics.map { $0.code } == [.scoreValueUnfit])
  }

  @Test func aRankThatNobodyTakesPartInIsAWarning() {
    var rules = rules("すべての区で「件数」が全区の上位50%に入ること（0の区は除く）。", wards: 2)
    rules.give(2023, 0, 0, of: 1)
    rules.give(2024, 0, 1, of: 1)
    let evaluator = Evaluator(rulebook: rules.rulebook, facts: rules.facts)
    #expect(evaluator.diagnostics(in: FiscalYear(2023)).map { $0.code } == [.rankOfNobody])
    #expect(evaluator.diagnostics(in: FiscalYear(2024)).isEmpty)
    #expect(evaluator.diagnostics(in: FiscalYear(2025)).isEmpty, "who is silent may take part yet")
  }

  @Test func aRankAmongItselfAloneIsAWarning() {
    for wards in 1...2 {
      var rules = rules("すべての区で「件数」が全区の上位1区に入ること。", wards: wards)
      rules.give(2023, 3, 4, of: 1)
      let found = Evaluator(rulebook: rules.rulebook, facts: rules.facts).diagnostics(in: FiscalYear(2023))
      #expect(found.map { $0.code } == (wards == 1 ? [.rankOfNobody] : []))
      #expect(found.allSatisfy { $0.message.japanese.contains("いつも1位") })
    }
  }

  @Test func aTrialLooksAtTheYearBeforeToo() {
    let text = WordingTests.head + "設定値「最低」＝1件\n目標「T」\n  段階 評価\n  すべての区で「件数」が「最低」以上であること。\n"
    var rules = RuleText(text, wards: 3)
    rules.give(2022, 1, 1, 2, of: 1)
    rules.give(2023, 0, 1, nil, of: 1)
    let trial = runTrial(rules.rulebook, rules.facts, parameter: 0, values: [Rational(1), Rational(2)], year: FiscalYear(2023))
    #expect(trial.years == [FiscalYear(2023), FiscalYear(2022)])
    let counts = trial.targets[0].rows.map { $0.counts.map { [$0.met, $0.missed, $0.notReported] } }
    #expect(counts == [[[1, 1, 1], [3, 0, 0]], [[0, 2, 1], [1, 2, 0]]])
    #expect(trial.targets[0].rows[0].movingNext == [1])
  }
}

/// Why a target is not applicable.
@Suite("Reasons")
struct InapplicabilityTests {
  private func outcome(_ given: [(area: Int, year: Int32, value: Int64)], sentence: String) -> Outcome? {
    let text = WordingTests.head + "目標「T」\n  段階 評価\n  " + sentence + "\n"
    var rules = RuleText(text)
    let areas = AreaTable([
      Area(code: "1", name: "旧区", level: 0, parent: 2, until: FiscalYear(2023), successors: [1]),
      Area(code: "2", name: "新区", level: 0, parent: 2, from: FiscalYear(2024)),
      Area(code: "3", name: "市", level: 1, parent: nil),
    ])
    rules.facts = Facts(areas: areas, years: 2020...2030, indicatorCount: rules.rulebook.indicators.count)
    for (area, year, value) in given {
      for indicator in 0...1 {
        rules.facts.set(FigureKey(indicator: indicator, area: area, year: FiscalYear(year)), .given, stored: value)
      }
    }
    return rules.outcome(area: 1, 2024)
  }

  @Test func aRateDoesNotCrossABoundary() {
    let found = outcome([(0, 2023, 300), (1, 2024, 310)], sentence: "すべての区で「率」が前年度から減少しないこと。")
    #expect(found?.verdict == .notApplicable)
    let key = FigureKey(indicator: 0, area: 1, year: FiscalYear(2023))
    #expect(found?.inapplicability == .acrossBoundary(key))
  }

  @Test func aCountDoesAndARestatedRateToo() {
    let count = outcome([(0, 2023, 300), (1, 2024, 310)], sentence: "すべての区で「件数」が前年度から減少しないこと。")
    #expect(count?.verdict == .met)
    #expect(count?.inapplicability == nil)
    let restated = outcome([(1, 2023, 320), (1, 2024, 310)], sentence: "すべての区で「率」が前年度から減少しないこと。")
    #expect(restated?.verdict == .missed)
  }

  @Test func aChangeInPercentFromZeroMeansNothing() {
    let found = outcome([(1, 2023, 0), (1, 2024, 3)], sentence: "すべての区で「件数」が前年度から10%以上増加すること。")
    #expect(found?.verdict == .notApplicable)
    #expect(found?.inapplicability == .emptyBase(Quantity(.zero, .counted("件"))))
  }
}
