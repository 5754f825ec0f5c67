import Diagnostics
import Quantities
import RuleLanguage
import Testing

@testable import Rulebook

@Suite struct CheckTests {
  @Test func emptyRulebookIsChecked() {
    let checked = check([], sources: SourceSet())
    #expect(checked.diagnostics.isEmpty)
    #expect(checked.rulebook.program.levels.count == 2)
  }

  @Test func targetsKeepTheirOrderWhereOthersAreLeftOut() {
    let checked = CheckedText(
      afterPrelude: """
        目標「一」
          段階 実行
          前年度に目標「三」が未達成の区で「改善策」を報告していること。
        目標「二」
          段階 実行
          すべての区で「知らない名前」が1以上であること。
        目標「二に問う」
          段階 実行
          前年度に目標「二」が未達成の区で「改善策」を報告していること。
        目標「三」
          段階 実行
          すべての区で「相談件数」が1件以上であること。
        猶予「二に問う」 対象「北区」 期間 令和5年度から令和6年度まで 理由 "理由"
        猶予「三」 対象「北区」 期間 令和5年度から令和6年度まで 理由 "理由"
        """)
    #expect(checked.codes == ["PDCA0207"])
    #expect(checked.rulebook.targets.map { $0.name } == ["会議の開催", "一", "三"])
    #expect(checked.rulebook.waivers.map { $0.target } == [2])
    guard case .outcome(let asked, .missed, .yearsAgo(1)) = checked.rulebook.targets[1].requirements[0].subject.filter else {
      Issue.record("no outcome is asked for")
      return
    }
    #expect(asked == 2)
  }

  @Test func diagnosticsStandInOrderOfPlace() {
    let checked = CheckedText(
      """
      目標「一」
        すべての区で「甲」が1以上であること。
      指標 A-1「乙」
      設定値「丙」＝「丁」
      """)
    let starts = checked.diagnostics.compactMap { diagnostic -> Int32? in
      guard case .rule(let span) = diagnostic.location else { return nil }
      return span.start
    }
    #expect(starts == starts.sorted())
    #expect(Set(checked.codes) == ["PDCA0201", "PDCA0246", "PDCA0207", "PDCA0215", "PDCA0221"])
  }

  @Test func namesAreFoundHoweverTheyAreTyped() {
    let checked = CheckedText(
      afterPrelude: """
        目標「名前」
          段階 実行
          すべての区で「協議　回数」が1回以上であること。
          すべての区で「ｲ-1」が1回以上であること。
          すべての区で「イー1」が1回以上であること。
          すべての区で［Council Meetings］が1回以上であること。
        """)
    #expect(checked.codes == [])
    #expect(checked.target?.requirements.count == 4)
  }

  @Test func itemsHoldWhatFollowsThem() {
    let checked = CheckedText(
      """
      事業 "事業"
        階層 区（ward） < 市（city）
      指標 A「前」
        回答形式 回数（回）
      項目 イ "一つ目"
      指標 B「中」
        回答形式 回数（回）
      項目 ロ "二つ目"
      目標「後」
        段階 評価
        すべての区で「前」が1回以上であること。
      """)
    #expect(checked.codes == [])
    #expect(checked.rulebook.indicators.map { $0.item } == [nil, 0])
    #expect(checked.target?.item == 1)
  }

  @Test func stageTableNamesItsEmptyCells() {
    let checked = CheckedText(
      afterPrelude: """
        項目 ロ "二つ目"
        目標「改善」
          段階 改善
          すべての区で「改善策」を報告していること。
        """)
    let table = checked.rulebook.stageTable
    #expect(table.rows.map { $0.targets(at: .do) } == [[0], []])
    #expect(table.rows.map { $0.targets(at: .act) } == [[], [1]])
    #expect(table.emptyCells.map { $0.item } == [0, 0, 0, 1, 1, 1])
    #expect(table.emptyCells.map { $0.stage } == [.plan, .check, .act, .plan, .do, .check])
  }

  @Test func parametersHaveValuesByYear() {
    let parameters = CheckedText(afterPrelude: "").rulebook.parameters
    #expect(parameters[0].value(in: FiscalYear(2024)) == Rational(1))
    #expect(parameters[0].value(in: FiscalYear(2025)) == Rational(2))
    #expect(parameters[2].value(in: FiscalYear(2025)) == Rational(mantissa: 8, scale: 1))
    #expect(parameters.map { $0.dimension } == [.counted("回"), .plain, .ratio])
  }

  @Test func rangesAreInTheIndicatorsOwnUnit() {
    let checked = CheckedText(
      afterPrelude: """
        指標 ロ-1「率」
          回答形式 割合（%、小数第1位）
          範囲 0%から100%まで
        指標 ロ-2「率の数」
          回答形式 割合（%）
          範囲 10から99.5まで
        """)
    let (first, second) = (checked.rulebook.indicators[checked.rulebook.indicators.count - 2], checked.rulebook.indicators.last)
    #expect(first.highest == Rational(100))
    #expect(first.greatestStored(ladders: []) == 1000)
    #expect(second?.lowest == Rational(10))
    #expect(second?.highest == Rational(mantissa: 995, scale: 1))
  }

  @Test func ladderStepsRunFromTheLowest() {
    let checked = CheckedText(
      afterPrelude: """
        回答区分「進捗」（高い順）
          「済」（[done]）
          「未」
        """)
    #expect(checked.rulebook.ladders.last?.steps.map { $0.name } == ["未", "済"])
    #expect(checked.rulebook.ladders.last?.step(spelled: "DONE") == 1)
  }
}
