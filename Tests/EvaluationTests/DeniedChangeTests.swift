import Diagnostics
import Evaluation
import Facts
import RuleLanguage
import Rulebook
import Testing

/// Japanese sentences that deny a change to a value, speak of not even one area, or say until when: they come to what their reader
/// takes them for, or they are refused and told how to be written.
@Suite("Denied changes, not even one area, and until")
struct DeniedChangeTests {
  private func rules(_ sentences: String, location: SourceLocation = #_sourceLocation) -> RuleText {
    let text = MisreadSentenceTests.head + "target [T]\n  stage check\n  " + sentences + "\n"
    let rules = RuleText(text, wards: 2)
    #expect(rules.errors == [], "\(sentences)", sourceLocation: location)
    return rules
  }

  private func expectRefused(
    _ sentence: String, _ code: String = "PDCA0175", write mends: String..., telling told: [String] = [],
    location: SourceLocation = #_sourceLocation
  ) {
    let found = RuleText(MisreadSentenceTests.head + "target [T]\n  stage check\n  " + sentence + "\n", wards: 2)
    #expect(found.errors.map { String($0.prefix(8)) } == [code], "\(sentence)", sourceLocation: location)
    let whole = found.diagnostics.filter { $0.severity == .error }.compactMap { $0.mend?.japanese }
    for mend in mends + told {
      #expect(whole.contains { $0.contains(mend) }, "\(mend) is not in \(whole)", sourceLocation: location)
    }
    for mend in mends {
      #expect(MisreadSentenceTests.canBeRead(mend), "\(mend)", sourceLocation: location)
    }
  }

  /// What a sentence says of figures (in tenths for 「X」) in FY2024.
  private func verdicts(_ sentence: String, _ values: [Int64], of indicator: Int = 0) -> [Verdict?] {
    values.map { value in
      var rules = rules(sentence)
      rules.give(2024, value, of: indicator)
      return rules.verdict(2024)
    }
  }

  // MARK: Denied changes

  @Test(arguments: [
    "すべての市町村で「X」が９０％未満に低下しないこと。", "すべての市町村で「X」を９０％未満に低下させない。", "すべての市町村で「X」が９０％未満に下がらないこと。",
    "すべての市町村で「X」を９０％未満に減らさないこと。", "すべての市町村で「X」が９０％未満に低下していないこと。",
    "すべての市町村で「X」が９０％以上に維持されていること。",
  ])
  func whatDoesNotFallBelowIsAtLeastThat(_ sentence: String) {
    #expect(verdicts(sentence, [899, 900]) == [.missed, .met], "\(sentence)")
  }

  @Test(arguments: [
    "すべての市町村で「A」が１０回以上に増加しないこと。", "すべての市町村で「A」を１０回以上に増やさないこと。", "すべての市町村で「A」が１０回まで増加しないこと。",
    "すべての市町村で「A」を１０回に増加させないこと。", "すべての市町村で「A」を１０回以上としないこと。", "すべての市町村で「A」を１０回以上にしないこと。",
  ])
  func whatDoesNotRiseToALimitStaysBelow(_ sentence: String) {
    #expect(verdicts(sentence, [9, 10], of: 2) == [.met, .missed], "\(sentence)")
  }

  @Test func whatDoesNotFallToAValueStaysAbove() {
    #expect(verdicts("すべての市町村で「X」が９０％に低下しないこと。", [900, 901]) == [.missed, .met])
    #expect(verdicts("すべての市町村で「X」が９０％以下に低下しないこと。", [900, 901]) == [.missed, .met])
  }

  @Test(arguments: [
    ("「X」が４０％以上に上昇していない市町村は、「A」が３回以上であること。", 399, 400), ("「X」が４０％以上に上昇しないときは、すべての市町村で「A」が３回以上であること。", 399, 400),
    ("「X」が３０％以下に低下していない市町村は、「A」が３回以上であること。", 301, 300),
    ("すべての市町村で「A」が３回以上であること。ただし、「X」が４０％以下に低下したときは、この限りでない。", 401, 400),
    ("すべての市町村で「A」が３回以上であること。ただし、「X」が４０％以上に上昇しないときは、この限りでない。", 400, 399),
  ])
  func theAreasThatAreMeant(_ sentence: String, asked: Int64, spared: Int64) {
    for (value, expected) in [(asked, Verdict.missed), (spared, Verdict.notApplicable)] {
      var rules = rules(sentence)
      rules.give(2024, value)
      rules.give(2024, 2, of: 2)
      #expect(rules.verdict(2024) == expected, "\(sentence) \(value)")
    }
  }

  @Test(arguments: [
    ("すべての市町村で「A」が前年度以上に増加しないこと。", 10, [Verdict.met, .missed]), ("すべての市町村で「A」を令和５年度以上に増加させないこと。", 10, [.met, .missed]),
    ("すべての市町村で「A」が令和５年度の１．２倍以上に増加しないこと。", 12, [.met, .missed]), ("すべての市町村で「A」が令和５年度から１．２倍以上に増加しないこと。", 12, [.met, .missed]),
    ("すべての市町村で「A」が令和５年度から２倍に増加しないこと。", 20, [.met, .missed]), ("すべての市町村で「A」が令和５年度の２倍に増加しないこと。", 20, [.met, .missed]),
    ("すべての市町村で「A」が前年度未満に低下しないこと。", 10, [.missed, .met]),
  ])
  func valuesOfOtherYears(_ sentence: String, limit: Int64, expected: [Verdict]) {
    let found = [limit - 1, limit].map { value in
      var rules = rules(sentence)
      rules.give(2023, 10, of: 2)
      rules.give(2024, value, of: 2)
      return rules.verdict(2024)
    }
    #expect(found == expected.map { $0 as Verdict? }, "\(sentence)")
  }

  @Test func theDenialEndsItsClause() {
    let sentence = "すべての市町村で「X」が９０％未満に低下せず、「A」が３回以上であること。"
    for (share, count, expected) in [(900, 3, Verdict.met), (899, 3, .missed), (900, 2, .missed)] {
      var rules = rules(sentence)
      rules.give(2024, Int64(share))
      rules.give(2024, Int64(count), of: 2)
      #expect(rules.verdict(2024) == expected)
    }
  }

  @Test(arguments: ["すべての市町村で「X」が９０％以上に低下しないこと。", "すべての市町村で「X」を９０％以上に引き下げること。"])
  func nothingFallsToAtLeast(_ sentence: String) {
    expectRefused(sentence, write: "「X」を10%以下に引き下げる", "「X」が10%未満に低下しない", "「X」が10%以上")
  }

  @Test(arguments: ["すべての市町村で「X」が１０％以下に上昇しないこと。", "すべての市町村で「X」を１０％以下に引き上げること。"])
  func nothingRisesToAtMost(_ sentence: String) {
    expectRefused(sentence, write: "「X」を60%以上に引き上げる", "「X」が60%以上に増加しない", "「X」が60%以下")
  }

  // MARK: Not even one

  @Test(arguments: [
    "１市町村も「X」が３０％を下回らないこと。", "１市町村でも「X」が３０％を下回らないこと。", "半数の市町村も「X」が３０％を下回らないこと。",
  ])
  func notEvenOneArea(_ sentence: String) {
    expectRefused(sentence, write: "すべての市町村で「X」が３０％を下回らないこと")
    #expect(verdicts("半数の市町村も「X」が３０％以上であること。", [300, 299]).count == 2)
  }

  @Test func notEvenOneAreaHasIt() {
    expectRefused("１市町村も「P」を設置していないこと。", write: "すべての市町村で「P」を設置していないこと")
    expectRefused("１市町村も「A」が増加しないこと。", write: "すべての市町村で「A」が増加しないこと")
    expectRefused("圏域で、１市町村も「X」が３０％を下回らないこと。", write: "すべての市町村で「X」が３０％を下回らないこと")
  }

  @Test(arguments: [
    ("２割以上の市町村で「X」が低下しないこと。", "「X」が低下しない市町村を２割以上とする", "「X」が前年度から減少する市町村を２割未満とする"),
    ("２市町村以上で「A」が増加しないこと。", "「A」が増加しない市町村を２市町村以上とする", "「A」が前年度から増加する市町村を２市町村未満とする"),
    ("２市町村で「A」が増加しないこと。", "「A」が増加しない市町村を２市町村以上とする", "「A」が前年度から増加する市町村を２市町村未満とする"),
    ("１市町村を超えて「X」が３０％を下回らないこと。", "「X」が３０％を下回らない市町村を１市町村超とする", "「X」が３０％未満の市町村を１市町村以下とする"),
    ("過半数の市町村で「A」が令和４年度から増加しないこと。", "「A」が令和４年度から増加しない市町村を半数超とする", "「A」が令和4年度から増加する市町村を半数以下とする"),
  ])
  func aDenialBehindANumberOfAreas(_ sentence: String, first: String, second: String) {
    expectRefused(sentence, write: first, second)
  }

  // MARK: What is not done

  @Test(arguments: [
    ("「A」を３回以上実施していない市町村は、「B」が３回以上であること。", 2, 3), ("「A」を３回以上実施しない市町村は、「B」が３回以上であること。", 2, 3),
    ("「A」を１回も実施していない市町村は、「B」が３回以上であること。", 0, 1), ("「A」を１回も実施しないときは、すべての市町村で「B」が３回以上であること。", 0, 1),
  ])
  func whatIsNotDoneSoOften(_ sentence: String, asked: Int64, spared: Int64) {
    for (value, expected) in [(asked, Verdict.missed), (spared, Verdict.notApplicable)] {
      var rules = rules(sentence)
      rules.give(2024, value, of: 2)
      rules.give(2024, 2, of: 3)
      #expect(rules.verdict(2024) == expected, "\(sentence) \(value)")
    }
  }

  @Test func atLeastSaidTwice() {
    #expect(verdicts("すべての市町村で「A」を少なくとも３回以上実施すること。", [2, 3], of: 2) == [.missed, .met])
  }

  @Test func whatMustBeSent() {
    var rules = rules("すべての市町村で「A」を提出しなければならない。")
    rules.give(2024, 2, of: 2)
    #expect(rules.verdict(2024) == .met)
  }

  @Test func aNumberThatWasNotAchieved() {
    expectRefused("「X」５０％を達成していない市町村は、「A」が３回以上であること。", write: "「X」が５０％未満", "「X」が５０％超")
  }

  @Test func aShareOfAnEarlierYearOrAFall() {
    let mends = ["令和２年度から３０％以上減少", "令和２年度の70%以下", "令和２年度の３０％以下"]
    expectRefused("すべての市町村で「A」が令和２年度比３０％以下であること。", telling: mends)
    for mend in mends { _ = rules("すべての市町村で「A」が" + mend + "。") }
  }

  @Test func overYearsOrInEachOfThem() {
    expectRefused("すべての市町村で「X」が３年間４０％以上であること。", "PDCA0118", write: "「X」が3年連続で４０％以上")
  }

  @Test func aSizeWithoutMarks() {
    let found = RuleText(
      MisreadSentenceTests.head + "target [T]\n  stage check\n  人口１万人未満の市町村で「X」が３０％以上であること。\n", wards: 2)
    #expect(found.diagnostics.contains { $0.mend?.japanese.contains("「人口」が1万人未満の") ?? false })
  }

  // MARK: Until

  @Test(arguments: [
    "令和６年度まで、すべての市町村で「A」が３回以上であること。", "すべての市町村で「A」を令和６年度まで３回以上とする。",
    "すべての市町村で「A」を令和６年度まで３回以上実施すること。", "すべての市町村で「A」が令和６年度まで３回以上であること。",
    "すべての市町村で、令和６年度まで「A」を３回以上に維持すること。",
  ])
  func untilAYearIsEachYearUntilThen(_ sentence: String) {
    var rules = rules(sentence)
    for year in Int32(2023)...2025 { rules.give(year, 2, of: 2) }
    #expect((2023...2025).map { rules.verdict($0) } == [.missed, .missed, .notApplicable], "\(sentence)")
  }

  @Test(arguments: [
    "令和６年度まで、すべての市町村で「P」を設置していること。", "すべての市町村で、令和６年度まで「P」を設置していること。",
  ])
  func aStateUntilAYear(_ sentence: String) {
    var rules = rules(sentence)
    for year in Int32(2023)...2025 { rules.give(year, 0, of: 4) }
    #expect((2023...2025).map { rules.verdict($0) } == [.missed, .missed, .notApplicable], "\(sentence)")
  }

  @Test(arguments: [
    "すべての市町村で「A」を令和６年度まで３回に引き上げる。", "すべての市町村で「A」を令和６年度までに３回以上とする。", "令和６年度まで、すべての市町村で「A」が３回以上に達すること。",
    "すべての市町村で「A」を令和６年度まで３回以上を目指す。",
  ])
  func whatIsBroughtAboutIsDue(_ sentence: String) {
    var rules = rules(sentence)
    for year in Int32(2023)...2025 { rules.give(year, 2, of: 2) }
    #expect(rules.verdict(2023) == .notDue, "\(sentence)")
    #expect(rules.rulebook.targets[0].due != nil, "\(sentence)")
  }

  @Test func aDeedUntilAYearIsDoneByThenOrEachYear() {
    expectRefused("令和６年度まで、すべての市町村で「P」を策定すること。", telling: ["「令和6年度までに策定すること」", "「適用 令和6年度まで」"])
    _ = rules("令和６年度までに、すべての市町村で「P」を策定すること。")
    _ = rules("すべての市町村で「P」を策定すること。\n  適用 令和6年度まで")
  }

  // MARK: What is hoped for, and what is kept

  @Test(arguments: [
    "すべての市町村で「X」を５０％以上とし、「Y」は７０％以上が望ましい。", "すべての市町村で「X」を５０％以上とし、「Y」を７０％以上とすることが望ましい。",
    "すべての市町村で「X」を５０％以上とし、「Y」が７０％以上であることが望ましい。",
  ])
  func hopedForOfOneOnly(_ sentence: String) {
    expectRefused(sentence, "PDCA0176")
    #expect(rules("すべての市町村で「X」が５０％以上であることが望ましい。").rulebook.targets[0].severity == .should)
  }

  @Test(arguments: [
    "すべての市町村で「X」を２０％に維持すること。", "すべての市町村で「A」を５回に維持する。", "すべての市町村で「X」を全国平均に維持する。",
    "すべての市町村で「X」を令和４年度の水準に維持する。", "すべての市町村で「X」を前年度の水準に維持すること。",
  ])
  func whatIsKeptAtAValueMayBeBetterBelow(_ sentence: String) {
    #expect(rules(sentence).diagnostics.map { $0.code } == [.bareNumber], "\(sentence)")
  }

  @Test(arguments: ["すべての市町村で「X」を２０％以下に維持すること。", "すべての市町村で「X」を全国平均以下に維持する。"])
  func aLimitThatIsKept(_ sentence: String) {
    #expect(rules(sentence).diagnostics.isEmpty, "\(sentence)")
  }
}
