import Quantities
import RuleLanguage
import Rulebook
import Testing

/// Numbers without at least, at most or exactly; totals and averages of whom.
@Suite("Bare numbers")
struct BareNumberTests {
  private func rules(_ sentence: String, wards: Int = 1) -> RuleText {
    RuleText(WordingTests.head + "目標「T」\n  段階 評価\n  " + sentence + "\n", wards: wards)
  }

  private func warnings(_ rules: RuleText) -> Int { rules.diagnostics.filter { $0.code == .bareNumber }.count }

  @Test(arguments: [
    "すべての区で「件数」を3件開催する。", "すべての区で年3件「件数」を実施すること。", "every ward holds 3件 「件数」.", "every ward has set up 3件 「件数」.",
    "every ward has a 「件数」 of 3件.",
  ])
  func whatIsDoneIsAskedForAtLeast(_ sentence: String) {
    var rules = rules(sentence)
    #expect(rules.errors == [])
    #expect(warnings(rules) == 0)
    rules.give(2023, 2, of: 1)
    rules.give(2024, 3, of: 1)
    rules.give(2025, 4, of: 1)
    #expect((2023...2026).map { rules.verdict(Int32($0)) } == [.missed, .met, .met, .notReported])
  }

  @Test(arguments: ["すべての区で「件数」3件を達成する。", "すべての区で「件数」3件を目指す。"])
  func whatIsAchievedIsAtLeastWithAWarning(_ sentence: String) {
    var rules = rules(sentence)
    #expect(warnings(rules) == 1)
    rules.give(2024, 4, of: 1)
    #expect(rules.verdict(2024) == .met)
  }

  @Test(arguments: ["すべての区で「件数」を3件とする。", "すべての区で「件数」が3件であること。", "every ward: 「件数」 is 3件."])
  func whatIsIsExactWithAWarning(_ sentence: String) {
    var rules = rules(sentence)
    #expect(warnings(rules) == 1)
    rules.give(2024, 4, of: 1)
    rules.give(2025, 3, of: 1)
    #expect([2024, 2025].map { rules.verdict($0) } == [.missed, .met])
  }

  @Test(arguments: [
    "すべての区で「件数」をちょうど3件とする。", "すべての区で「件数」が3件と一致すること。", "every ward: 「件数」 is exactly 3件.", "every ward: 「件数」 equals 3件.",
    "すべての区で「件数」を0件とする。", "すべての区で「率」を100%とする。", "すべての区で「件数」が1件又は3件であること。",
    "すべての区で「件数」が3件のときは、「計画」を策定していること。",
  ])
  func nothingIsWarnedOf(_ sentence: String) {
    #expect(rules(sentence).errors == [])
    #expect(warnings(rules(sentence)) == 0)
  }

  @Test(arguments: [
    "2区で「件数」が1件以上であること。", "半数の区で「件数」が1件以上であること。", "2 wards hold at least 1件 「件数」.", "half of wards hold at least 1件 「件数」.",
  ])
  func areasAreAtLeastSoMany(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    #expect(rules.errors == [])
    rules.give(2023, 1, 1, 1, of: 1)
    rules.give(2024, 1, 0, 0, of: 1)
    #expect([2023, 2024, 2025].map { rules.verdict(area: 3, $0) } == [.met, .missed, .notReported])
  }

  @Test func aShareOfAShareIsRefused() {
    #expect(rules("すべての区で「率」を令和4年度の35.2%以上とする。").errors.contains { $0.hasPrefix("PDCA0263") })
    #expect(rules("すべての区で「率」を令和4年度の「率」の90%以上とする。").errors == [])
    #expect(rules("すべての区で「件数」を令和4年度の90%以上とする。").errors == [])
  }

  /// Of three levels, whose average it is has to be said.
  @Test func anAverageSaysWhose() {
    let head = """
      事業 "試し"
        階層 施設（clinic） < 区（ward） < 市（city）
      指標 イ-1「率」
        回答形式 割合（%、小数第1位）
      目標「T」
        段階 評価

      """
    for sentence in ["区の「率」の平均を60%以上とする。", "すべての区の「率」の平均を60%以上とする。"] {
      #expect(RuleText(head + sentence + "\n").errors.contains { $0.hasPrefix("PDCA0238") })
    }
    for sentence in ["市で、全区の「率」の平均を60%以上とする。", "区で、区の「率」の平均を60%以上とする。", "市の「率」の平均を60%以上とする。"] {
      #expect(RuleText(head + sentence + "\n").errors == [], "\(sentence)")
    }
    let rules = RuleText(head + "市で市の「率」の最大を60%以下とする。\n")
    guard case .comparison(let comparison)? = rules.rulebook.targets.first?.requirements.first?.demand,
      case .ofArea(2, .aggregate(.highest, let level, _)) = comparison.left
    else {
      Issue.record("no aggregate")
      return
    }
    #expect(level == 1)
  }
}
