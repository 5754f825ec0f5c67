import Quantities
import Testing

@testable import Rulebook

/// A value that `--set` gives to a parameter is one that some report can meet.
@Suite struct ParameterRangeTests {
  private func outOfReach(_ demand: String, _ value: Int64) -> String? {
    let checked = CheckedText(
      afterPrelude: """
        設定値「最低」＝1回
        目標「会議」
          段階 実行
          \(demand)

        """)
    #expect(checked.diagnostics.isEmpty)
    let rulebook = checked.rulebook
    guard let parameter = rulebook.parameters.firstIndex(where: { $0.name == "最低" }) else { return "no parameter" }
    return rulebook.indicatorOutOfReach(of: parameter, at: Rational(value)).map { rulebook.indicators[$0].name }
  }

  @Test func theRangeOfTheIndicatorBoundsIt() {
    #expect(outOfReach("すべての区で「協議回数」が「最低」以上であること。", 366) == nil)
    #expect(outOfReach("すべての区で「協議回数」が「最低」以上であること。", 367) == "協議回数")
    #expect(outOfReach("すべての区で「協議回数」が「最低」を超えること。", 366) == "協議回数")
    #expect(outOfReach("すべての区で「協議回数」が「最低」以下であること。", -1) == "協議回数")
    #expect(outOfReach("すべての区で「協議回数」が「最低」以上であり、「改善策」を報告していること。", 367) == "協議回数")
  }

  /// What a city gathers from its wards may exceed a ward's range; of several ways to meet a target one is enough.
  @Test func whatCanStillBeMetIsNot() {
    #expect(outOfReach("市で「協議回数」が「最低」以上であること。", 367) == nil)
    #expect(outOfReach("すべての区で「協議回数」が「最低」以上又は「改善策」を報告していること。", 367) == nil)
  }
}
