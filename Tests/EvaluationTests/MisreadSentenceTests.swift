import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// Sentences that could be read in two ways: they come to what their reader takes them for, or they are refused and told how to be
/// written, in sentences that can be read.
@Suite("Sentences that could be taken otherwise")
struct MisreadSentenceTests {
  /// Trial areas with a level below and above those that sentences mostly speak of.
  static let head = """
    program "Trial"
      since FY2015
      plan period FY2024 to FY2028
      levels 市町村（municipality, municipalities） < 圏域（district, districts） < 国（country）
    indicator 1 「X」
      measured as number in %, 1 decimal
    indicator 2 「Y」
      measured as number in %, 1 decimal
    indicator 3 「A」
      measured as count in 回
    indicator 4 「B」
      measured as count in 回
    indicator 5 「P」
      measured as yes or no
    indicator 6 「Q」
      measured as yes or no

    """

  /// A rule with two municipalities of one district.
  private func rules(_ sentences: String) -> RuleText {
    let rules = RuleText(MisreadSentenceTests.head + "target [T]\n  stage check\n  " + sentences + "\n", wards: 2)
    #expect(rules.errors == [], "\(sentences)")
    return rules
  }

  /// Refused with that code alone, and each of the sentences that it tells to write can be read.
  private func expectRefused(
    _ sentences: String, _ code: String = "PDCA0175", write mends: String..., location: SourceLocation = #_sourceLocation
  ) {
    let text = MisreadSentenceTests.head + "target [T]\n  stage check\n  " + sentences + "\n"
    let found = RuleText(text, wards: 2)
    #expect(found.errors.map { String($0.prefix(8)) } == [code], "\(sentences)", sourceLocation: location)
    let told = found.diagnostics.filter { $0.severity == .error }.compactMap { $0.mend }
    for mend in mends {
      let isTold = told.contains { $0.english.contains(mend) || $0.japanese.contains(mend) }
      #expect(isTold, "\(mend) is not in \(told)", sourceLocation: location)
      #expect(MisreadSentenceTests.canBeRead(mend), "\(mend)", sourceLocation: location)
    }
  }

  /// Whether a sentence, or only its condition, can be read.
  static func canBeRead(_ mend: String) -> Bool {
    let isEnglish = mend.utf8.first.map { $0 < 0x80 } ?? false || mend.hasPrefix("「X」 ")
    let wholes =
      isEnglish
      ? [
        mend + ".", "every municipality: " + mend + ".", "every municipality: [X] " + mend + ".",
        "every municipality " + mend + ".",
      ] : [mend + "。", "すべての市町村で" + mend + "。", "すべての市町村で「X」が" + mend + "。"]
    return wholes.contains { RuleText(head + "target [T]\n  stage check\n  " + $0 + "\n", wards: 2).errors == [] }
  }

  private func verdicts(_ rules: RuleText, _ years: ClosedRange<Int32>) -> [Verdict?] { years.map { rules.verdict($0) } }

  // MARK: Years behind what figures are held against

  @Test(arguments: [
    "every municipality: [X] is at least [Y] in FY2028.", "every municipality: [X] is at least the national average in FY2028.",
    "every municipality: [X] exceeds the district's average in FY2028.",
    "every municipality: [X] is at least 1.2 times [Y] in FY2028.",
    "every municipality: [X] is within 5 points of [Y] in FY2028.",
    "every municipality: [X] is at least 5 points above the national average in FY2028.",
    "every municipality: [X] equals [Y] in FY2028.", "every municipality: [X] is between 10% and [Y] in FY2028.",
  ])
  func aYearBehindAnotherFigureMayBeThatOfBoth(_ sentence: String) {
    expectRefused(
      sentence, write: "in FY2028, every municipality: [X] is at least [Y]", "[X] is at least ([Y] in FY2028)",
      "令和10年度は、すべての市町村で「X」が「Y」以上", "「X」が令和10年度の「Y」以上")
  }

  @Test func aYearBehindAnotherFigureInAFilterMayBeThatOfBoth() {
    expectRefused(
      "every municipality where [X] is at least [Y] in FY2020: [A] is at least 3.",
      write: "[X] in FY2020 is at least [Y] in FY2020", "[X] is at least ([Y] in FY2020)")
  }

  @Test(arguments: [
    "every municipality: [X] is at least ([Y] in FY2022).", "すべての市町村で「X」が令和４年度の「Y」以上であること。",
    "every municipality: [X] is at least FY2022's [Y].",
  ])
  func inBracketsTheYearIsThatOfTheSecondAlone(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2022, 500, of: 1)
    for (year, value) in [(2023, 400), (2024, 600)] {
      rules.give(Int32(year), Int64(value))
      rules.give(Int32(year), 900, of: 1)
    }
    #expect(verdicts(rules, 2023...2024) == [.missed, .met])
  }

  @Test(arguments: [
    "in FY2028, every municipality: [X] is lower than last year.", "every municipality: [X] is lower than last year in FY2028.",
    "every municipality: [X] is less than [X] last year in FY2028.",
  ])
  func aYearBehindLastYearIsThatOfTheSentence(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2026, 500), (2027, 600), (2028, 550), (2029, 700)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2027...2029) == [.notApplicable, .met, .notApplicable])
  }

  @Test(arguments: [
    "every municipality: [X] is at least [Y] in FY2022 by FY2024.",
    "every municipality: [X] is at least [Y] in FY2022.\n  due FY2024",
    "every municipality: [X] in FY2024 is at least [Y] in FY2022.",
  ])
  func theYearOfTheSentenceIsSaidElsewhere(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2022, 500, of: 1)
    rules.give(2023, 400)
    rules.give(2024, 600)
    rules.give(2024, 900, of: 1)
    #expect(verdicts(rules, 2023...2024) == [.notDue, .met])
  }

  @Test func theAverageOfAnotherYearIsThatOfTheFigureThen() {
    var rules = rules("every municipality: [X] in FY2024 is at least the district's average in FY2022.")
    rules.give(2022, 400, 600)
    rules.give(2024, 550, 900)
    #expect(verdicts(rules, 2023...2024) == [.notDue, .met])
  }

  // MARK: Demands of a year

  @Test(arguments: [
    "every municipality: [X] is at least 60%.\n  in FY2028, every municipality: [Y] is at least 70%.",
    "every municipality: [X] is at least 60%.\n  every municipality: [Y] is at least 70% in FY2028.",
    "every municipality: [X] is at least 60% and [Y] is at least 50%.\n  in FY2028, every municipality: [X] is at least 70%.",
    "every municipality: [X] is at least 60%.\n  in FY2028, the district: the district's average [X] is at least 70%.",
    "from FY2024 on, every municipality: [X] is at least 60%.\n  in FY2028, every municipality: [Y] is at least 70%.",
    "すべての市町村で「X」が６０％以上であること。\n  令和１０年度は、すべての市町村で「Y」が７０％以上であること。",
  ])
  func aDemandOfAYearDoesNotEndThatOfAnotherFigure(_ sentences: String) { expectRefused(sentences, "PDCA0176") }

  @Test(arguments: [
    "every municipality: [X] is at least 60% and [Y] is at least 50%.\n  in FY2028, every municipality: [X] is at least 70% and [Y] is at least 50%.",
    "every municipality: [X] is at least 60%.\n  every municipality: [Y] is at least 50%.\n  in FY2028, every municipality: [X] is at least 70%.\n  in FY2028, every municipality: [Y] is at least 50%.",
  ])
  func aDemandOfAYearSpeaksOfAllFigures(_ sentences: String) {
    var rules = rules(sentences)
    for year in Int32(2027)...2028 {
      rules.give(year, 650)
      rules.give(year, 550, of: 1)
    }
    #expect(verdicts(rules, 2027...2028) == [.met, .missed])
  }

  @Test(arguments: [
    "every municipality: [X] is at least 60% and is at least 70% by FY2028.",
    "every municipality: [X] is at least 60% and at least 70% by FY2028.",
    "every municipality: [X] is at least 60%, and it is at least 70% by FY2028.",
    "every municipality: [X] is at least 60%, and at least 70% by FY2028.",
    "every municipality: [X] is at least 60% and is at least 70% in FY2028.",
  ])
  func theLaterOfTwoLimitsHasItsYear(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2026, 500), (2027, 650), (2028, 650), (2029, 700)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2026...2029) == [.missed, .met, .missed, .met])
  }

  @Test(arguments: [
    "every municipality: [X] rises each year and is at least 60% by FY2028.",
    "every municipality: [X] rises from last year, and it is at least 60% by FY2028.",
  ])
  func whatRisesHasItsLimitInItsYear(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2025, 500), (2026, 520), (2027, 510), (2028, 590)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2026...2028) == [.met, .missed, .missed])
  }

  @Test(arguments: [
    "every municipality: [X] is at least its FY2022 level in FY2024.",
    "every municipality: [X] is at least [X] in FY2022 in FY2024.",
    "every municipality: [X] is at least the average of [X] from FY2020 to FY2022 in FY2024.",
  ])
  func behindAYearStandsThatOfTheSentence(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2020, 500), (2021, 500), (2022, 500), (2023, 400), (2024, 600)] {
      rules.give(Int32(year), Int64(value))
    }
    #expect(verdicts(rules, 2023...2024) == [.notDue, .met])
  }

  @Test func theYearOfOneChangeMayBeThatOfTheNext() {
    expectRefused(
      "every municipality: [A] rises from FY2020 and [B] rises.",
      write: "[A] rises from FY2020 and [B] rises from FY2020")
    expectRead("every municipality: [A] rises from FY2020 and [B] rises from last year.")
    expectRead("every municipality where [A] rises from FY2020: [B] rises.")
  }

  @Test func whatIsReportedLastYearIsReportedThen() {
    var rules = rules("every municipality reports [A] and [B] last year.")
    rules.give(2023, 1, nil, of: 2)
    rules.give(2023, 1, 1, of: 3)
    rules.give(2024, nil, 1, of: 2)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test func aYearOfOneOfTwoFiguresIsRefused() {
    expectRefused("every municipality: [X] in FY2028 and [Y] are each at least 60%.", "PDCA0176")
    expectRead("every municipality: [X] in FY2028 and [Y] in FY2028 are each at least 60%.")
  }

  @Test(arguments: [
    "every municipality: [A] falls each year and reaches 3 by FY2028.",
    "すべての市町村で「A」が減少し、令和１０年度までに３回に達すること。",
    "every municipality: [A] is below 10 and at most 3 by FY2028.",
  ])
  func whatComesFromAboveIsAtMostItsLimit(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2026, 9), (2027, 8), (2028, 4), (2029, 2)] { rules.give(Int32(year), Int64(value), of: 2) }
    #expect(verdicts(rules, 2027...2029) == [.met, .missed, .met])
  }

  @Test func aChangeOfEachYearBesideALimitByAYear() {
    expectRefused("every municipality: [X] rises each year and [Y] is at least 60% by FY2028.", "PDCA0176")
    expectRefused("by FY2028, every municipality: [X] rises each year and [Y] is at least 60%.", "PDCA0176")
    expectRefused("令和１０年度までに、すべての市町村で「X」が毎年上昇し、「Y」が６０％以上であること。", "PDCA0176")
    expectRead("令和１０年度まで、すべての市町村で「X」が毎年上昇し、「Y」が６０％以上であること。")
    expectRead("令和１０年度までに、すべての市町村で「A」を年３回以上開催し、「X」が前年度から上昇すること。")
    expectRead("every municipality: [X] rises each year and [Y] rises each year by FY2028.")
    expectRead("by FY2028, every municipality: [X] rises from FY2020 and [Y] is at least 60%.")
  }

  @Test func twoSidesOfARangeHaveOneYear() {
    var rules = rules("every municipality: [X] is at least 60% and is at most 70% by FY2028.")
    for year in Int32(2027)...2028 { rules.give(year, 500) }
    #expect(verdicts(rules, 2027...2028) == [.notDue, .missed])
  }

  @Test(arguments: [
    "every municipality: [X] rises each year until it reaches 60% by FY2028.",
    "every municipality: [X] rises each year until it is at least 60% by FY2028.",
  ])
  func whatRisesUntilAValueHasItInItsYear(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2025, 500), (2026, 550), (2027, 540), (2028, 590)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2026...2028) == [.met, .missed, .missed])
  }

  @Test(arguments: [
    "every municipality: [X] falls 3 years in a row from FY2020.", "every municipality: [X] falls 3 years running since FY2020.",
  ])
  func aRunFromAYearIsJudgedWhenItIsOver(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2018, 300), (2019, 900), (2020, 800), (2021, 700), (2022, 650), (2023, 600)] {
      rules.give(Int32(year), Int64(value))
    }
    #expect(verdicts(rules, 2022...2023) == [.notApplicable, .met])
  }

  @Test func anAverageInAYearIsOfTheYearsThatEndWithIt() {
    var rules = rules("every municipality: 3-year average of [X] in FY2026 is at least 60%.")
    for (year, value) in [(2024, 500), (2025, 600), (2026, 700)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2025...2026) == [.notDue, .met])
  }

  // MARK: What a condition is said of

  @Test(arguments: [
    "every municipality where [P] is yes by FY2026 has at least 3 [A].",
    "every municipality where [X] is at least 60% by FY2026: [Y] is at least 50%.",
    "when [P] is yes by FY2026, every municipality: [Y] is at least 50%.",
    "every municipality: [Y] is at least 50% if [P] is yes by FY2026.",
  ])
  func aYearBehindAConditionIsItsOwnOrTheDueYear(_ sentence: String) { expectRefused(sentence) }

  @Test func behindACommaAConditionMayBeADemand() {
    expectRefused(
      "every municipality: [X] is at least 60% if [P] is yes, and [Y] is at least 50%.",
      write: "if [P] is yes and [Y] is at least 50%, every municipality: [X] is at least 60%",
      "if [P] is yes, every municipality: [X] is at least 60% and [Y] is at least 50%")
    expectRefused(
      "every municipality has at least 3 [A], when [X] is below 50%, or [P] is yes.",
      write: "when [X] is below 50% or [P] is yes, every municipality has at least 3 [A]",
      "when [X] is below 50%, every municipality has at least 3 [A] or [P] is yes")
  }

  @Test func aConditionBehindSeveralDemandsIsOneOfAllOrOfTheLast() {
    expectRefused(
      "every municipality: [X] is at least 60% and [Y] is at least 50% if [P] is yes.",
      write: "if [P] is yes, every municipality: [X] is at least 60% and [Y] is at least 50%",
      "every municipality: [X] is at least 60%. if [P] is yes, every municipality: [Y] is at least 50%")
    expectRefused(
      "every municipality: [X] is at least 60%, and at least 50% when [P] is no.",
      write: "every municipality: [X] is at least 60%. when [P] is no, every municipality: [X] is at least 50%")
    expectRefused(
      "every municipality: [X] is at least 60% or [Y] is at least 50% if [P] is yes.",
      write: "every municipality: [X] is at least 60% or ([Y] is at least 50% and [P] is yes)")
  }

  @Test(arguments: [
    "every municipality: ([X] is at least 60% and [Y] is at least 50%) if [P] is yes.",
    "every municipality: [X] is at least 60% and [Y] is at least 50%, if [P] is yes.",
    "if [P] is yes, every municipality: [X] is at least 60% and [Y] is at least 50%.",
  ])
  func aConditionIsOneOfAllInBracketsBehindACommaAndFirst(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2024, 500, 500)
    rules.give(2024, 400, 400, of: 1)
    rules.give(2024, 0, 1, of: 4)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.notApplicable, .missed])
  }

  @Test func theWordsOfASentenceTellItsLanguageAndNotItsNames() {
    expectRefused("every municipality: 「X」 is at least 60% if 「P」 is yes, and 「Y」 is at least 50%.")
    expectRefused("すべての市町村で「X」が3年連続で60%以上又は80%以上であること。")
    var rules = rules("every municipality: 「A」 is at least 3回 and is at least 5回 in FY2028.")
    for year in Int32(2027)...2028 { rules.give(year, 4, of: 2) }
    #expect(verdicts(rules, 2027...2028) == [.met, .missed])
  }

  @Test func withoutACommaAConditionGoesOn() {
    var rules = rules("every municipality: [X] is at least 60% if [P] is yes and [Y] is at least 50%.")
    rules.give(2024, 500)
    rules.give(2024, 400, of: 1)
    rules.give(2024, 1, of: 4)
    #expect(rules.verdict(2024) == .notApplicable)
  }

  @Test(arguments: [
    "every municipality in districts where [X] is below 60%: [Y] is at least 50%.",
    "every municipality in its district where [X] is below 60%: [Y] is at least 50%.",
  ])
  func aConditionBehindTwoLevelsIsOfOneOfThem(_ sentence: String) {
    expectRefused(sentence)
    let text = MisreadSentenceTests.head + "target [T]\n  stage check\n  "
    for mend in ["the district's average [X]", "[X]"] {
      #expect(RuleText(text + "every municipality where \(mend) is less than 60%: [Y] is at least 50%.\n").errors == [])
    }
  }

  @Test func aConditionBehindANumberOfAreasIsOfThemOrOfTheOneAbove() {
    expectRefused(
      "no municipality has [X] below 60% when [P] is yes.",
      write: "no municipality where [P] is yes has [X] below 60%", "when [P] is yes, no municipality has [X] below 60%")
    expectRefused(
      "at least 3 municipalities have [X] below 60%, if [P] is yes.",
      write: "at least 3 municipalities where [P] is yes have [X] below 60%",
      "when [P] is yes, at least 3 municipalities have [X] below 60%")
    expectRefused(
      "at least half of municipalities: [X] is below 60% unless [P] is yes.",
      write: "at least half of municipalities except where [P] is yes: [X] is below 60%",
      "unless [P] is yes, at least half of municipalities: [X] is below 60%")
  }

  // MARK: What is denied

  @Test(arguments: [
    "every municipality: not [P] is yes or [Q] is yes.",
    "every municipality where not [P] is yes or [Q] is yes: [X] is at least 60%.",
  ])
  func notMayBeSaidOfBoth(_ sentence: String) {
    expectRefused(sentence, write: "not ([P] is yes or [Q] is yes)", "not ([P] is yes) or [Q] is yes")
  }

  @Test func mustNotMayBeSaidOfBoth() {
    expectRefused("every municipality must not exceed 5 [A] or have more than 3 [B].")
  }

  @Test(arguments: [
    "every municipality that has not set up [P] or [Q]: [X] is at least 60%.",
    "every municipality where [P] and [Q] are each no: [X] is at least 60%.",
  ])
  func notOneOrTheOtherIsNeither(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2024, 500, 500)
    rules.give(2024, 0, 0, of: 4)
    rules.give(2024, 0, 1, of: 5)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.missed, .notApplicable])
  }

  @Test func oneOrTheOtherIsNot() {
    expectRefused(
      "every municipality where [P] or [Q] is not yes: [X] is at least 60%.",
      write: "either [P] or [Q] is not yes", "[P] is not yes and [Q] is not yes")
    expectRefused(
      "every municipality: [X] or [Y] does not fall.",
      write: "either [X] or [Y] does not fall", "[X] does not fall and [Y] does not fall")
  }

  @Test func notOneAndTheOtherIsRefused() {
    expectRefused("every municipality has not set up [P] and [Q].", write: "has not set up [P] or [Q]", "[P] is no or [Q] is no")
  }

  @Test(arguments: [
    "every municipality: [X] is not under 60% or is over 80%.", "every municipality: [X] is not under 60% or over 80%.",
    "every municipality: [X] is not less than 60% or [X] is more than 80%.",
  ])
  func aDeniedLimitBesideAnother(_ sentence: String) {
    expectRefused(
      sentence, write: "is at least 60% and at most 80%", "([X] is at least 60%) or ([X] is more than 80%)", "60%以上80%以下")
  }

  @Test func aLimitAloneGoesOnBehindOr() {
    var rules = rules("every municipality: [X] is above last year or at least 90%.")
    for (year, value) in [(2023, 950), (2024, 920), (2025, 800)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2024...2025) == [.met, .missed])
  }

  // MARK: Numbers and their sides

  @Test(arguments: ["every municipality holds [A] twice a year.", "every municipality holds [A] 2 times a year."])
  func whatIsHeldIsAskedForAtLeast(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2024, 3, 1, of: 2)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test(arguments: ["every municipality has 3 [A] and 2 [B].", "every municipality has at least 3 [A] and 2 [B]."])
  func aFurtherNumberHasTheLimitOfTheFirst(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2024, 4, 3, of: 2)
    rules.give(2024, 2, 1, of: 3)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test func whatFallsComesFromAbove() {
    expectRefused("every municipality: [X] falls to at least 10%.", write: "[X] is at least 10%")
    expectRefused("every municipality: [X] is raised to at most 10%.", write: "[X] is at most 10%")
    let text = MisreadSentenceTests.head + "target [T]\n  stage check\n  every municipality: [X] is maintained at 10%.\n"
    #expect(RuleText(text).diagnostics.contains { $0.code == .bareNumber })
  }

  // MARK: Japanese

  @Test(arguments: [
    "「X」が前年度及び全国平均以上でないすべての市町村で「Y」が５０％以上であること。",
    "すべての市町村で「X」が前年度又は全国平均以上でないこと。",
  ])
  func aDenialBehindSharedLimits(_ sentence: String) {
    expectRefused(sentence)
    expectRead("すべての市町村で（「X」が前年度及び全国平均以上）でないこと。")
    expectRead("（「X」が前年度及び全国平均以上）でないすべての市町村で「Y」が50%以上であること。")
  }

  @Test(arguments: [
    "すべての市町村で「X」が２年連続で前年度以下でないこと。",
    "「X」が２年連続で前年度以下でないすべての市町村で「Y」が５０％以上であること。",
  ])
  func aDenialOfYearsRunning(_ sentence: String) {
    expectRefused(sentence, write: "「X」が2年連続で50%以上", "「X」が2年連続で50%未満の市町村がないこと")
  }

  @Test(arguments: [
    "「X」が５０％未満の市町村を３市町村とする。", "「P」がいいえの市町村を３市町村とすること。",
    "国で、「P」がはいの市町村が３市町村であること。",
  ])
  func aNumberOfAreasHasASide(_ sentence: String) {
    expectRefused(sentence)
    for side in ["３市町村以上", "３市町村以下", "ちょうど３市町村"] {
      expectRead("国で、「P」がいいえの市町村を\(side)とすること。")
    }
  }

  @Test(arguments: [
    "すべての市町村で「P」「Q」のうち１つを設置すること。", "すべての市町村で「P」及び「Q」のうち１つを実施していること。",
  ])
  func whatIsDoneIsAskedForAtLeast(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2024, 1, 0, of: 4)
    rules.give(2024, 1, 0, of: 5)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test(arguments: [
    "すべての市町村で「A」が３回以上であること。ただし、「B」が０回のときは、２回とする。",
    "すべての市町村で「A」を３回以上開催すること。ただし、「B」が０回の場合は、２回とする。",
  ])
  func anExceptionHasTheSideOfItsDemand(_ sentences: String) {
    var rules = rules(sentences)
    rules.give(2024, 5, 1, of: 2)
    rules.give(2024, 0, 0, of: 3)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test func whatAnExceptionAsksForExactlyIsAWarning() {
    let text = MisreadSentenceTests.head + "target [T]\n  stage check\n  "
    for sentences in [
      "すべての市町村で「A」が3回以上5回以下であること。ただし、「B」が0回のときは、2回とする。",
      "every municipality: [A] is between 3 and 5. except when [B] is 0: 2.",
    ] {
      #expect(RuleText(text + sentences + "\n").diagnostics.contains { $0.code == .bareNumber }, "\(sentences)")
    }
  }

  @Test(arguments: [
    "すべての市町村で「X」が６０％以上、かつ「Y」が５０％以上であること。ただし、「P」がはいのときは、「X」が５０％以上であること。",
    "every municipality: [X] is at least 60% and [Y] is at least 50%. except when [P] is yes: [X] is at least 50%.",
  ])
  func anExceptionOfOneDemandLeavesTheOthersOpen(_ sentences: String) { expectRefused(sentences) }

  @Test(arguments: [
    "every municipality: [X] is at least 60% and [Y] is at least 50%. except when [P] is yes: [X] is at least 50% and [Y] is at least 50%.",
    "every municipality: [X] is at least 60%. except when [P] is yes: [X] is at least 50%.\n  every municipality: [Y] is at least 50%.",
  ])
  func anExceptionSaysWhatGoesOn(_ sentences: String) {
    var rules = rules(sentences)
    rules.give(2024, 550, 550)
    rules.give(2024, 550, 400, of: 1)
    rules.give(2024, 1, 1, of: 4)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test func anExceptionMaySayExactly() {
    var rules = rules("すべての市町村で「A」が３回以上であること。ただし、「B」が０回のときは、ちょうど２回であること。")
    rules.give(2024, 5, 2, of: 2)
    rules.give(2024, 0, 0, of: 3)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.missed, .met])
  }

  @Test(arguments: ["すべての市町村で「X」が令和５年度以降上昇していること。", "令和５年度以降、すべての市町村で「X」が上昇すること。"])
  func aChangeFromAYearOn(_ sentence: String) {
    expectRefused(sentence)
    expectRead("すべての市町村で「X」が令和5年度から上昇していること。")
    expectRead("令和5年度以降、すべての市町村で「X」が前年度から上昇すること。")
  }

  @Test(arguments: ["令和５年度以降、すべての市町村で「X」が毎年上昇すること。", "令和５年度以降、すべての市町村で「X」が減少しないこと。"])
  func eachYearFromAYearOnIsHeldAgainstTheOneBefore(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2022, 500), (2023, 600), (2024, 590)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2023...2024) == [.met, .missed])
  }

  @Test(arguments: ["又は", "、かつ"]) func yearsRunningBeforeTwoLimits(_ joint: String) {
    expectRefused("すべての市町村で「X」が３年連続で６０％以上\(joint)前年度以上であること。")
    expectRead("すべての市町村で（「X」が３年連続で６０％以上）\(joint)「X」が前年度以上であること。")
    expectRead("すべての市町村で「X」が３年連続で６０％以上\(joint)「X」が３年連続で前年度以上であること。")
  }

  @Test(arguments: [
    "すべての市町村で令和８年度の「X」と「Y」の差が５ポイント以下であること。",
    "すべての市町村で令和８年度の「X」と令和８年度の「Y」の差が５ポイント以下であること。",
  ])
  func aGapOfOneYearIsDueInIt(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2025, 300), (2026, 460), (2027, 600)] {
      rules.give(Int32(year), Int64(value))
      rules.give(Int32(year), 500, of: 1)
    }
    #expect(verdicts(rules, 2025...2027) == [.notDue, .met, .missed])
  }

  @Test(arguments: ["すべての市町村で「A」が半数以上であること。", "every municipality: [A] is at least half."])
  func aPartOfACountIsAPartOfSomething(_ sentence: String) {
    expectRefused(sentence)
    expectRead("すべての市町村で「A」が「B」の半数以上であること。")
  }

  @Test(arguments: ["すべての市町村で「X」が国の６０％以上であること。", "すべての市町村で「A」が圏域の６割以上であること。"])
  func aShareOfAnArea(_ sentence: String) {
    expectRefused(sentence)
    expectRead("すべての市町村で「X」が60%以上であること。")
    expectRead("すべての市町村で「X」が国の「X」の60%以上であること。")
  }

  @Test(arguments: ["すべての市町村で「X」が市町村平均以上であること。", "every municipality: [X] is at least the municipality average."])
  func theAverageOfOneAreaIsItself(_ sentence: String) {
    expectRefused(sentence, "PDCA0177")
    expectRead("すべての市町村で「X」が圏域の全市町村の平均以上であること。")
    expectRead("every municipality: [X] is at least the average of municipalities in the district.")
  }

  @Test(arguments: [
    "国の「X」が６０％以上の市町村で「Y」が５０％以上であること。", "国の「X」が６０％以上のすべての市町村で「Y」が５０％以上であること。",
  ])
  func areasAreChosenByTheOneAbove(_ sentence: String) {
    let rules = rules(sentence)
    guard case .every(level: 0) = rules.rulebook.targets[0].requirements[0].subject.kind else {
      Issue.record("\(sentence) is asked of another level")
      return
    }
    #expect(rules.rulebook.targets[0].requirements[0].subject.filter != nil)
  }

  // MARK: Lists, gaps and what is told to write

  @Test(arguments: [
    "every municipality has [P], [Q] or [R].", "every municipality has set up [P], [Q], or [R].",
    "すべての市町村で「P」、「Q」又は「R」を設置していること。", "すべての市町村で「P」、「Q」、「R」のいずれかを設置すること。",
    "すべての市町村で「P」、「Q」又は「R」のいずれか１つを設置すること。",
  ])
  func anyOfAList(_ sentence: String) {
    let head = MisreadSentenceTests.head + "indicator 7 「R」\n  measured as yes or no\n"
    var rules = RuleText(head + "target [T]\n  stage check\n  " + sentence + "\n", wards: 2)
    #expect(rules.errors == [], "\(sentence)")
    for indicator in 4...6 { rules.give(2024, indicator == 6 ? 1 : 0, 0, of: indicator) }
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test(arguments: [
    "すべての市町村で「X」と全国平均との差を５ポイント以内とすること。", "every municipality: [X] is within 5 points of the national average.",
  ])
  func aGapToTheNationalAverage(_ sentence: String) {
    var rules = RuleText(
      MisreadSentenceTests.head.replacing("< 国（country）", with: "").replacing("圏域（district, districts）", with: "国（country）")
        + "target [T]\n  stage check\n  " + sentence + "\n", wards: 2)
    #expect(rules.errors == [], "\(sentence)")
    rules.give(2024, 560, 540, 600)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test func theGapHasTwoSides() {
    expectRefused("すべての市町村で全国平均との差を縮小すること。", "PDCA0107", write: "「X」と全国平均の差が5ポイント以内", "「X」と全国平均の差が前年度から縮小すること")
  }

  @Test(arguments: [
    "すべての市町村で「A」が３回以上であること。ただし、「B」が５回未満のときは２回、３回未満のときは１回とする。",
    "すべての市町村で「A」が３回以上であること。ただし、「B」が５回未満の場合は２回以上、「B」が３回未満の場合は１回以上とする。",
    "every municipality has at least 3 [A]. Except when [B] is below 5: at least 2, and when [B] is below 3: at least 1.",
  ])
  func eachCaseIsAnExceptionOfItsOwn(_ sentences: String) {
    expectRefused(sentences, "PDCA0107")
    let demand = "every municipality: [A] is at least 3."
    expectRead(demand + " except when [X] is less than 5,000: at least 1. except when [X] is less than 10,000: at least 2.")
    expectRead("すべての市町村で「A」が3以上であること。ただし、「X」が5,000未満のときは、1以上であること。ただし、「X」が10,000未満のときは、2以上であること。")
  }

  @Test func orLessThanIsALimitOrAnother() {
    expectRefused(
      "every municipality: [X] is 5 points or less than [Y].", "PDCA0101", write: "[X] is less than [Y]",
      "[X] is at most 5 points above [Y]")
  }

  @Test func aPlaceStandsFirst() {
    let mends = [
      "in every district, every municipality: [X] is at least 3",
      "in every district, at least 3 municipalities have [X] of at least 3",
    ]
    for sentence in [
      "every municipality: [X] is at least 60% in every district.",
      "at least 3 municipalities have [X] of at least 60% in every district.",
    ] {
      expectRefused(sentence, "PDCA0107", write: mends[0], mends[1])
    }
  }

  // MARK: What stands once behind not, by and until

  @Test(arguments: [
    ("[X] must not rise or exceed 10%.", "[X] must not rise and must not exceed 10%", "[X] must not rise or must not exceed 10%"),
    (
      "[X] must not fall or be below 85%.", "[X] must not fall and must not be below 85%",
      "[X] must not fall or must not be below 85%"
    ),
    (
      "[X] does not exceed 95% or fall below 85%.", "[X] does not exceed 95% and must not fall below 85%",
      "[X] does not exceed 95% or must not fall below 85%"
    ),
    (
      "[X] does not rise above 95% or fall below 85%.", "[X] does not rise above 95% and must not fall below 85%",
      "[X] does not rise above 95% or must not fall below 85%"
    ),
    (
      "[X] does not rise by more than 1 point or fall by more than 2 points.",
      "[X] does not rise by more than 1 point and must not fall by more than 2 points",
      "[X] does not rise by more than 1 point or must not fall by more than 2 points"
    ),
    ("[X] must not rise or [Y] rise.", "[X] must not rise and [Y] must not rise", "[X] must not rise or [Y] must not rise"),
    (
      "[X] must not rise and exceed 10%.", "[X] must not rise and must not exceed 10%", "[X] must not rise or must not exceed 10%"
    ),
  ])
  func aDenialBeforeTwoVerbs(_ sentence: String, _ neither: String, _ one: String) {
    expectRefused("every municipality: " + sentence, write: neither, one)
  }

  @Test func theMendOfADenialForbidsBoth() {
    var rules = rules("every municipality: [X] must not rise and must not exceed 10%.")
    for (year, value) in [(2023, 90), (2024, 80), (2025, 95), (2026, 120), (2027, 110)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2024...2027) == [.met, .missed, .missed, .missed])
  }

  @Test(arguments: [
    "every municipality: [X] does not rise or is at most 10%.", "every municipality: [X] does not rise or [Y] falls.",
    "all municipalities: [X] do not rise or [Y] fall.",
  ])
  func averbOfItsOwnIsNotDenied(_ sentence: String) { expectRead(sentence) }

  @Test(arguments: [
    (
      "[A] rises by at least 1回 and at most 3回.", "the rise in [A] from last year is at least 1回 and is at most 3回",
      "[A] rises by at least 1回 from last year and is at most 3回"
    ),
    (
      "[A] rises by 1回 or more and 3回 or less.", "the rise in [A] from last year is at least 1回 and is at most 3回",
      "[A] rises by at least 1回 from last year and is at most 3回"
    ),
    (
      "[A] is at least 1回 more than last year and at most 3回.",
      "the rise in [A] from last year is at least 1回 and is at most 3回",
      "[A] rises by at least 1回 from last year and is at most 3回"
    ),
    (
      "[A] grows by at least 1回 and at most 2回 each year.",
      "the rise in [A] from last year is at least 1回 and is at most 2回",
      "[A] rises by at least 1回 from last year and is at most 2回"
    ),
    (
      "[A] falls by at least 2回 from FY2021 by FY2024 and at least 5回 by FY2026.",
      "[A] falls by at least 2回 from FY2021 by FY2024 and falls by at least 5回 from FY2021 by FY2026",
      "[A] falls by at least 2回 from FY2021 by FY2024 and is at least 5回 by FY2026"
    ),
    (
      "[A] falls by at least 2回 from last year or at least 10回.",
      "the fall in [A] from last year is at least 2回 or is at least 10回",
      "[A] falls by at least 2回 from last year or is at least 10回"
    ),
    (
      "the gap between [X] and [Y] falls by at least 1 point and at most 5 points.",
      "the fall in (the gap between [X] and [Y]) from last year is at least 1 point and is at most 5 points",
      "the gap between [X] and [Y] falls by at least 1 point from last year and is at most 5 points"
    ),
  ])
  func anAmountBehindAChange(_ sentence: String, _ change: String, _ level: String) {
    expectRefused("every municipality: " + sentence, write: change, level)
  }

  @Test func anAmountBehindAChangeOfTheVerbFirst() {
    expectRefused(
      "every municipality raises [A] by at least 1回 and at most 3回.",
      write: "the rise in [A] from last year is at least 1回 and is at most 3回")
  }

  @Test func anAmountBehindADistance() {
    expectRefused(
      "every municipality: [A] is at least 1回 below [B] and at most 3回.",
      write: "[A] is at least 1回 below [B] and [A] is at most 3回 below [B]", "[A] is at least 1回 below [B] and [A] is at most 3回")
    expectRefused(
      "every municipality: [A] is at most 2回 above [B], except when [X] is less than 5%: at most 4回.",
      write: "[A] is at most 4回 above [B]", "[A] is at most 4回")
    expectRead("every municipality: [X] is at least 2 points above [Y] and at least 60%.")
    expectRead("every municipality: [A] does not rise by more than 2回 and does not exceed 20回.")
  }

  @Test func pointsAndPercentTellALevel() {
    let rules = rules("every municipality: [X] rises by at least 1 point from last year and at least 60% by FY2026.")
    #expect(rules.rulebook.targets[0].requirements.count == 2)
  }

  @Test(arguments: [("does not rise", "rises"), ("must not fall", "falls")])
  func aDeniedRun(_ denial: String, _ change: String) {
    for years in ["2 years running", "two years in a row", "for two consecutive years"] {
      expectRefused(
        "every municipality: [X] \(denial) \(years).", write: "for 2 years running does not \(change.dropLast())",
        "not ([X] \(change) 2 years running)")
    }
  }

  @Test func eachOfTheYearsOrAllTogether() {
    var each = rules("every municipality: [X] for 2 years running does not rise.")
    var together = rules("every municipality: not ([X] rises 2 years running).")
    for (year, value) in [(2021, 500), (2022, 510), (2023, 505), (2024, 520), (2025, 530), (2026, 520), (2027, 510)] {
      each.give(Int32(year), Int64(value))
      together.give(Int32(year), Int64(value))
    }
    #expect(verdicts(each, 2023...2027) == [.missed, .missed, .missed, .missed, .met])
    #expect(verdicts(together, 2023...2027) == [.met, .met, .missed, .met, .met])
  }

  @Test(arguments: [
    "by FY2026, every municipality: [X] falls each year and [A] is at most 10.",
    "every municipality: [X] falls each year and [A] falls by 10% from FY2021 by FY2026.",
    "every municipality: [A] is at most 10 and [X] falls each year by FY2026.",
    "every municipality: [X] falls each year and [P] is yes by FY2026.",
  ])
  func aChangeOfEachYearBesideOneByAYear(_ sentence: String) {
    expectRefused(
      sentence, "PDCA0176", write: "every municipality: [X] rises each year until FY2026",
      "by FY2026, every municipality: [Y] is at least 60%")
  }

  @Test(arguments: [
    (
      "the average of [X] from FY2024 to FY2026 is at least 60%",
      "in FY2026, every municipality: 3-year average of [X] is at least 60%"
    ),
    (
      "the total of [A] from FY2024 to FY2026 is at least 10",
      "in FY2026, every municipality: the total of [A] over the latest 3 years is at least 10"
    ),
    (
      "the sum of [A] from FY2024 to FY2026 is at least 10",
      "in FY2026, every municipality: the total of [A] over the latest 3 years is at least 10"
    ),
  ])
  func aPeriodThatIsNamed(_ sentence: String, _ same: String) {
    let (named, plain) = (rules("every municipality: " + sentence + "."), rules(same + "."))
    for year: Int32 in 2025...2028 {
      #expect(named.rulebook.targets[0].requirements[0].years == plain.rulebook.targets[0].requirements[0].years)
      #expect(named.rulebook.targets[0].due == nil)
      #expect(named.verdict(year) == plain.verdict(year))
    }
    #expect(named.verdict(2027) == .notApplicable)
  }

  @Test func aPeriodBesideAnotherDemand() {
    expectRefused(
      "every municipality: the average of [X] from FY2024 to FY2026 is at least 60% and [A] is at least 3.", "PDCA0176")
  }

  @Test func theRiseOfTheNationalAverageIsThatOfTheFigure() {
    var rules = RuleText(
      MisreadSentenceTests.head.replacing("< 国（country）", with: "").replacing("圏域（district, districts）", with: "国（country）")
        + "target [T]\n  stage check\n  every municipality: the rise in [X] from last year is more than the rise in the national average from last year.\n",
      wards: 2)
    #expect(rules.errors == [])
    rules.give(2023, 500, 500, 500)
    rules.give(2024, 560, 520, 540)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.met, .missed])
  }

  @Test func aRiseGoesOnBesideALimitByAYear() {
    for rise in ["rises from last year", "is above last year", "rises each year"] {
      var rules = rules("every municipality: [X] \(rise) and is at least 60% by FY2026.")
      for (year, value) in [(2024, 500), (2025, 550), (2026, 620), (2027, 610), (2028, 630)] {
        rules.give(Int32(year), Int64(value))
      }
      #expect(verdicts(rules, 2025...2028) == [.met, .met, .missed, .met], "\(rise)")
    }
  }

  @Test(arguments: [
    "every municipality: [X] is maintained at its FY2021 level.", "every municipality: [X] is maintained at last year's level.",
    "every municipality maintains [X] at its FY2021 level.", "every municipality: [X] reaches the national average.",
  ])
  func aValueWithoutASide(_ sentence: String) {
    let rules = rules(sentence)
    #expect(rules.diagnostics.map { $0.code } == [.bareNumber], "\(sentence)")
  }

  @Test(arguments: [
    "until FY2025, every municipality: [X] is at least 85%. from FY2026 on, every municipality: [X] is at least 90%.",
    "every municipality: [X] is at least 85% until FY2025. from FY2026 on, every municipality: [X] is at least 90%.",
    "from FY2024 until FY2025, every municipality: [X] is at least 85%. from FY2026 on, every municipality: [X] is at least 90%.",
  ])
  func untilEndsTheTarget(_ sentences: String) {
    expectRefused(
      sentences, "PDCA0176",
      write: "every municipality: [X] is at least 85%. from FY2026 on, every municipality: [X] is at least 90%")
  }

  @Test func percentOfADistanceIsAMultipleOnItsSide() {
    expectRefused(
      "every municipality: [X] is at least 10% below [Y].", "PDCA0107", write: "is at least 10 points below [Y]",
      "is at most 0.9 times [Y]")
    expectRefused(
      "every municipality: [X] is at most 5% above [Y].", "PDCA0107", write: "is at most 5 points above [Y]",
      "is at most 1.05 times [Y]")
  }

  private func expectRead(_ sentence: String, location: SourceLocation = #_sourceLocation) {
    let rules = RuleText(MisreadSentenceTests.head + "target [T]\n  stage check\n  " + sentence + "\n", wards: 2)
    #expect(rules.errors == [], "\(sentence)", sourceLocation: location)
  }
}
