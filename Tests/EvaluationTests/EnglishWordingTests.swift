import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// English sentences as planners write them: what they come to where a word could be read as reaching further or less far.
@Suite("English sentences as plans write them")
struct EnglishWordingTests {
  static let head = """
    program "Trial"
      since FY2015
      plan period FY2024 to FY2026
      levels 区 (ward, wards) < 市 (city, cities)
    unit 社 (company, companies)
    unit 人 (person, people)
    indicator 1 [rate]
      measured as number in %, 1 decimal
    indicator 2 [other rate]
      measured as number in %, 1 decimal
    indicator 3 [cases]
      measured as count in 人
    indicator 4 [people]
      measured as count in 人
    indicator 5 [firms]
      measured as count in 社
    indicator 6 [plan]
      measured as yes or no
    indicator 7 [council]
      measured as yes or no
    indicator 8 [more cases]
      measured as count in 人
    indicator 9 [stay]
      measured as number in 日, 1 decimal
    breakdown [sex] [men], [women]
    indicator 10 [smoking]
      measured as number in %, 1 decimal
      by [sex]

    """

  private func rules(_ sentence: String, wards: Int = 1) -> RuleText {
    let rules = RuleText(EnglishWordingTests.head + "target [T]\n  stage check\n  " + sentence + "\n", wards: wards)
    #expect(rules.errors == [], "\(sentence)")
    return rules
  }

  private func verdicts(_ rules: RuleText, _ years: ClosedRange<Int32>) -> [Verdict?] { years.map { rules.verdict($0) } }

  // MARK: Whom

  @Test(arguments: [
    "every ward except where [people] is less than 10 people has [cases] of at least 3.",
    "every ward, other than those with [people] below 10人, has at least 3 people [cases].",
    "every ward except wards where [people] is less than 10人 has at least 3人 [cases].",
    "every ward has at least 3人 [cases], except where [people] is less than 10人.",
  ])
  func anExceptionWithAConditionLeavesThoseOut(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 9, 10, nil, of: 3)
    rules.give(2023, 0, 0, 0, of: 2)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.notApplicable, .missed, .notReported])
    rules.give(2024, 9, 10, 11, of: 3)
    rules.give(2024, 0, 3, nil, of: 2)
    #expect((0..<3).map { rules.verdict(area: $0, 2024) } == [.notApplicable, .met, .notReported])
  }

  @Test func noWardIsAskedExceptThoseOfACondition() {
    var rules = rules("no ward except where [people] is less than 10 has [cases] below 3.", wards: 2)
    rules.give(2023, 9, 10, of: 3)
    rules.give(2023, 0, 3, of: 2)
    #expect(rules.verdict(area: 2, 2023) == .met)
    rules.give(2024, 9, 10, of: 3)
    rules.give(2024, 3, 0, of: 2)
    #expect(rules.verdict(area: 2, 2024) == .missed)
  }

  @Test(arguments: ["the ward [区1] has at least 3 people [cases].", "「区1」の区で「cases」が3人以上であること。"])
  func oneWardIsNamed(_ sentence: String) {
    var rules = rules(sentence, wards: 2)
    rules.give(2023, 0, 3, of: 2)
    rules.give(2024, 3, 0, of: 2)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.notApplicable, .met])
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.notApplicable, .missed])
    #expect((0..<2).map { rules.verdict(area: $0, 2025) } == [.notApplicable, .notReported])
  }

  @Test(arguments: ["every ward has no [cases] unless [plan] is no.", "every ward, unless [plan] is no, has zero [cases]."])
  func unlessLeavesTheConditionOut(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 1, 1, 0, of: 5)
    rules.give(2023, 0, 1, 1, of: 2)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .missed, .notApplicable])
  }

  // MARK: From year to year

  @Test(arguments: [
    "every ward: [rate] rises by at least 2 points each year from FY2021 until FY2024.",
    "every ward: [rate] grows by at least 2 percentage points every year from FY2021 to FY2024.",
  ])
  func eachYearIsAskedForItsOwnRise(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2020, 100), (2021, 110), (2022, 150), (2023, 160), (2024, 180), (2025, 0)] {
      rules.give(Int32(year), Int64(value))
    }
    #expect(verdicts(rules, 2022...2024) == [.met, .missed, .met], "1 point in 2023, though 5 points since 2021")
    #expect(rules.verdict(2021) != .met && rules.verdict(2021) != .missed, "it begins with the year after FY2021")
    #expect(rules.verdict(2025) != .missed, "and ends with FY2024")
  }

  @Test(arguments: ["by FY2024, every ward: [rate] rises each year.", "every ward: [rate] rises each year by FY2024."])
  func eachYearUntilTheDueYearIsJudged(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2021, 100), (2022, 90), (2023, 95)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2022...2024) == [.missed, .met, .notReported])
  }

  @Test(arguments: [
    "every ward: the gap between [rate] and [rate] last year is at most 5 points.",
    "every ward: [rate] and [rate] last year are each at least 80%.",
    "every ward: the sum of [rate] and [rate] last year is at least 170%.",
    "every ward: the ratio of [rate] to [rate] last year is at least 95%.",
  ])
  func aYearBehindAFigureThatStandsTwiceIsThatOfTheLastOne(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2021, 850), (2022, 850), (2023, 600)] { rules.give(Int32(year), Int64(value)) }
    #expect(verdicts(rules, 2022...2023) == [.met, .missed])
  }

  @Test func aYearOfTheFigureIsNotCountedTwice() {
    var rules = rules("every ward: [rate] last year falls from 2 years ago.")
    for (year, value) in [(2020, 100), (2021, 300), (2022, 200)] { rules.give(Int32(year), Int64(value)) }
    #expect(rules.verdict(2023) == .met, "20.0% in 2022 against 30.0% in 2021, not 10.0% in 2020")
    #expect(rules.verdict(2022) == .missed)
    #expect(rules.verdict(2024) == .notReported)
  }

  @Test(arguments: [
    "every ward: [rate] is at least 80% for 3 years running.", "every ward: [rate] is at least 80% for three consecutive years.",
  ])
  func aLimitHoldsForYearsRunning(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2020, 790), (2021, 800), (2022, 800), (2023, 800), (2024, 790)] {
      rules.give(Int32(year), Int64(value))
    }
    #expect(verdicts(rules, 2022...2025) == [.missed, .met, .missed, .missed])
    #expect(rules.verdict(2028) == .notReported)
  }

  @Test func aRiseIsAskedUntilAValueIsReached() {
    var rules = rules("every ward: [rate] rises by at least 5 points each year until it is at least 90%.")
    for (year, value) in [(2021, 800), (2022, 860), (2023, 900), (2024, 900), (2025, 890)] {
      rules.give(Int32(year), Int64(value))
    }
    #expect(verdicts(rules, 2022...2026) == [.met, .met, .met, .missed, .notReported])
  }

  @Test func aGapOfTwoFiguresHasNoSign() {
    var rules = rules("every ward: the gap between [rate] and [other rate] narrows.")
    for (year, first, second) in [(2021, 300, 500), (2022, 600, 500), (2023, 400, 520)] {
      rules.give(Int32(year), Int64(first))
      rules.give(Int32(year), Int64(second), of: 1)
    }
    #expect(verdicts(rules, 2022...2024) == [.met, .missed, .notReported], "20, 10 and 12 points apart")
  }

  @Test(arguments: [
    "every ward: [cases] is no more than 10% above last year.", "every ward: [cases] is not more than 10% above last year.",
  ])
  func noMoreThanSoMuchAboveLastYearMayAlsoFall(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2021, 100), (2022, 110), (2023, 122), (2024, 5)] { rules.give(Int32(year), Int64(value), of: 2) }
    #expect(verdicts(rules, 2022...2025) == [.met, .missed, .met, .notReported])
  }

  // MARK: How far a word reaches

  @Test func theCitysShareIsTheCitys() {
    for sentence in [
      "every ward: [cases] ÷ [people] is at least the city's [cases] ÷ [people].",
      "every ward: [cases] per 1,000人 [people] is at least the city's [cases] per 1,000人 [people].",
    ] {
      var rules = rules(sentence, wards: 2)
      rules.give(2023, 10, 30, of: 2)
      rules.give(2023, 100, 100, of: 3)
      #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.missed, .met], "10% and 30% against 20%")
    }
  }

  @Test(arguments: [
    "every ward: the sum of [cases] and [more cases] per 1,000人 [people] is at least 4.45.",
    "every ward: ([cases] + [more cases]) per 1,000人 [people] is at least 4.45.",
  ])
  func aSumIsDividedAsAWhole(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 300, 300, 300, of: 2)
    rules.give(2023, 145, 144, nil, of: 7)
    rules.give(2023, 100_000, 100_000, 100_000, of: 3)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .missed, .notReported])
  }

  @Test func eachFigureOfARateHasItsYear() {
    var rules = rules("every ward: [cases] last year per 1,000人 [people] last year is less than 1.")
    for (year, cases) in [(2021, 20), (2022, 5)] {
      rules.give(Int32(year), Int64(cases), of: 2)
      rules.give(Int32(year), 10_000, of: 3)
    }
    #expect([2022, 2023].map { rules.verdict($0) } == [.missed, .met])
  }

  // MARK: Words

  @Test(arguments: ["at least 100 companies", "at least 100 company", "at least 100社", "of 100 companies or more"])
  func declaredWordsOfAUnitCount(_ limit: String) {
    let sentence = limit.hasPrefix("of") ? "has [firms] \(limit)" : "has \(limit) [firms]"
    var rules = rules("every ward \(sentence).", wards: 2)
    rules.give(2023, 100, 99, of: 4)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test func anExampleMayUseThem() {
    let example = """
      example "hundred"
        given [North] in FY2023 [firms] = 100 companies
        expect [T] met
      """
    let text =
      EnglishWordingTests.head + "target [T]\n  stage check\n  every ward has at least 100 companies [firms].\n" + example
    let rules = RuleText(text)
    #expect(rules.errors == [])
    #expect(run(examplesOf: rules.rulebook, areas: nil).results.map { $0.passes } == [true])
  }

  @Test(arguments: [
    "every ward: [rate] is at least 80%, [cases] is at most 3人 and [plan] is in place.",
    "every ward: [rate] reaches at least 80%, [cases] must not exceed 3人 and [plan] has been set up.",
  ])
  func clausesStandInAList(_ sentence: String) {
    var rules = rules(sentence, wards: 4)
    rules.give(2023, 800, 790, 800, 800)
    rules.give(2023, 3, 3, 4, 3, of: 2)
    rules.give(2023, 1, 1, 1, nil, of: 5)
    #expect((0..<4).map { rules.verdict(area: $0, 2023) } == [.met, .missed, .missed, .notReported])
  }

  // MARK: Parts, shares, deeds, scores

  @Test(arguments: [
    "every ward: [smoking] is at most 10% for each [sex].", "every ward: [smoking] for each [sex] is at most 10%.",
    "for each [sex], every ward: [smoking] is at most 10%.", "every ward: for each [sex], [smoking] does not exceed 10%.",
  ])
  func eachPartIsAskedWhereverItIsSaid(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 100, 101, 50, of: 9)
    rules.give(2023, 100, 50, nil, of: 10)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .missed, .notReported])
  }

  @Test(arguments: [
    ("for each [sex], no ward has [smoking] above 10%.", [Verdict.missed, .missed, .met]),
    ("for each [sex], at least half of wards have [smoking] of at most 10%.", [.met, .missed, .met]),
    ("at least half of wards have [smoking] of at most 10% for each [sex].", [.missed, .missed, .met]),
  ])
  func beforeTheWhoAPartIsAskedOfTheAreaAbove(_ sentence: String, _ expected: [Verdict]) {
    var rules = rules(sentence, wards: 2)
    for (year, men, women) in [(2021, (50, 150), (150, 50)), (2022, (50, 150), (150, 150)), (2023, (50, 50), (50, 50))] {
      rules.give(Int32(year), Int64(men.0), Int64(men.1), of: 9)
      rules.give(Int32(year), Int64(women.0), Int64(women.1), of: 10)
    }
    #expect((2021...2023).map { rules.verdict(area: 2, $0) } == expected)
  }

  @Test(arguments: [
    ("every ward: 95% of [people] are [cases].", [Verdict.met, .met, .missed]),
    ("every ward: half of [people] are [cases].", [.met, .met, .met]),
    ("every ward: 100% of [people] are [cases].", [.met, .missed, .missed]),
    ("every ward: 95% of [people] equals [cases].", [.missed, .met, .missed]),
  ])
  func aShareThatAreIsAtLeastSoMuch(_ sentence: String, _ expected: [Verdict]) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 100, 95, 94, of: 2)
    rules.give(2023, 100, 100, 100, of: 3)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == expected)
  }

  @Test(arguments: [
    "every ward: [plan] or [council] is in place.", "every ward has set up [plan] or [council].",
    "every ward has either [plan] or [council].", "every ward has [plan] or [council] in place.",
  ])
  func oneOfTwoIsInPlace(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 0, 0, nil, of: 5)
    rules.give(2023, 1, 0, 0, of: 6)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .missed, .notReported])
  }

  @Test(arguments: ["every ward has a [plan].", "every ward has both [plan] and [council]."])
  func whatAWardHasIsThere(_ sentence: String) {
    var rules = rules(sentence, wards: 2)
    rules.give(2023, 1, 0, of: 5)
    rules.give(2023, 1, 1, of: 6)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test(arguments: [
    "every ward: [stay] is 18 days or less.", "every ward: [stay] is at most eighteen days.",
    "every ward: [stay] must not exceed 18日.",
  ])
  func daysAreAUnit(_ sentence: String) {
    var rules = rules(sentence, wards: 2)
    rules.give(2023, 180, 181, of: 8)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test(arguments: [
    ("2 thousand people", Int64(2000)), ("two thousand", 2000), ("1.5 million", 1_500_000), ("a hundred people", 100),
    ("a hundred thousand", 100_000), ("five hundred thousand people", 500_000),
    ("sixty", 60),
    ("2.0005 thousand", 2001),
  ])
  func largeNumbersStandInWords(_ number: String, _ least: Int64) {
    var rules = rules("every ward has at least \(number) [cases].", wards: 2)
    rules.give(2023, least, least - 1, of: 2)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test(arguments: [
    "every ward: [cases] is at least 10% lower than its FY2019 level.", "every ward: [cases] falls by 10% from its FY2019 level.",
    "every ward: [cases] declines by 10% from the FY2019 baseline.", "every ward: [cases] is 10% below its level in FY2019.",
  ])
  func theLevelOfAYearIsThatYear(_ sentence: String) {
    let text = EnglishWordingTests.head + "target [T]\n  stage check\n  " + sentence + "\n"
    var rules = RuleText(text, wards: 2, years: 2019...2030)
    #expect(rules.errors == [])
    rules.give(2019, 100, 100, of: 2)
    rules.give(2023, 90, 91, of: 2)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test func pointsAtAValueGoInTheDirectionOfTheTarget() {
    for (limit, values, points) in [
      ("is at most 5 days", [Int64(50), 51, 30, 31], [5, 0, 10, 5]), ("is at least 5 days", [50, 49, 30, 29], [10, 10, 10, 0]),
    ] {
      var rules = rules("every ward: [stay] \(limit).\n  score 5 at 5.0, 10 at 3.0", wards: 4)
      for (area, value) in values.enumerated() {
        rules.facts.set(FigureKey(indicator: 8, area: area, year: FiscalYear(2023)), .given, stored: value)
      }
      let found = (0..<4).map { rules.outcome(area: $0, 2023)?.points?.earned }
      #expect(found == points.map { Rational(Int64($0)) }, "\(limit)")
    }
  }

  @Test(arguments: [
    ("[survey] is at least 5.\n  due FY2026", true), ("[survey] is at least 5 by FY2025.", false),
    ("[survey] is at least 5 in FY2026.", true), ("[survey] is at least 5 in FY2023.", false),
    ("[survey] is at least 5 in FY2022.", false),
  ])
  func aYearWithoutASurveyIsWarnedOf(_ demand: String, _ isWarned: Bool) {
    let head = EnglishWordingTests.head + "indicator 11 [survey]\n  measured as number\n  surveyed in FY2019, FY2022, FY2025\n"
    let rules = RuleText(head + "target [T]\n  stage check\n  every ward: " + demand + "\n")
    #expect(rules.errors == [])
    #expect(rules.diagnostics.contains { $0.code == .beforeIntroduction } == isWarned)
  }

  @Test func aShareOfAPlainNumberIsOneOfItsKind() {
    let head = EnglishWordingTests.head + "indicator 11 [deaths]\n  measured as number, 1 decimal\n"
    var rules = RuleText(
      head + "target [T]\n  stage check\n  every ward: [deaths] is less than 90% of its FY2020 level.\n", wards: 2)
    #expect(rules.errors == [])
    rules.give(2020, 100, 100, of: 11)
    rules.give(2023, 89, 90, of: 11)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  /// A fault shows once: what stands behind it in the program is read.
  @Test(arguments: ["since 2021", "fiscal year: July", "plan period 2024 to 2026"])
  func aFaultyClauseOfTheProgramLeavesTheLevels(_ clause: String) {
    let text = """
      program "Trial"
        \(clause)
        levels district (district, districts) < county (county, counties)
      indicator 1 [cases]
        measured as count in 人
      target [T]
        stage check
        every district: [cases] is at least 5.
      """
    let rules = RuleText(text)
    #expect(rules.errors.count == 1 && rules.diagnostics.contains { $0.code == .unexpectedWord }, "\(rules.errors)")
  }

  // MARK: By when, and in which year

  @Test(arguments: [
    "every ward: [rate] is at least 60% in FY2023.", "every ward: [rate] in FY2023 is at least 60%.",
    "every ward: [rate] is at least 60% by FY2023.",
  ])
  func aYearBehindALimitIsTheDueYear(_ sentence: String) {
    var rules = rules(sentence)
    for year in 2022...2024 { rules.give(Int32(year), year == 2023 ? 600 : 590) }
    #expect(verdicts(rules, 2022...2024) == [.notDue, .met, .missed])
  }

  @Test(arguments: [
    "every ward: [rate] is at least 60% in FY2022 and at least 70% in FY2024.",
    "every ward: [rate] is at least 60% in FY2022 and 70% in FY2024.",
    "every ward: [rate] is 60% or more in FY2022 and 70% or more in FY2024.",
    "every ward: [rate] is at least 60% by FY2022 and at least 70% by FY2024.",
    "every ward: [rate] is at least 60% in FY2022.\n  every ward: [rate] is at least 70% in FY2024.",
  ])
  func eachYearHasItsLimit(_ sentence: String) {
    var rules = rules(sentence)
    for year in 2021...2025 { rules.give(Int32(year), year == 2022 ? 599 : 650) }
    #expect(verdicts(rules, 2021...2026) == [.notDue, .missed, .met, .missed, .missed, .notReported])
  }

  @Test func aYearBesideASentenceForAllYearsIsOneOfItsOwn() {
    var rules = rules("every ward: [rate] is at least 60%. every ward: [rate] is at least 70% in FY2023.")
    for year in 2022...2024 { rules.give(Int32(year), 650) }
    #expect(verdicts(rules, 2022...2024) == [.met, .missed, .met])
  }

  @Test func aRiseInAYearIsAskedInThatYearAlone() {
    var rules = rules("every ward: [rate] rises by 2 points in FY2023.")
    for (year, value) in [(2021, 100), (2022, 100), (2023, 110), (2024, 110)] { rules.give(Int32(year), Int64(value)) }
    #expect(rules.verdict(2023) == .missed)
    #expect(rules.verdict(2022) == .notApplicable && rules.verdict(2024) == .notApplicable)
  }

  // MARK: Signs and words

  @Test(arguments: [
    "every ward: 3 ≤ [cases] < 5.", "every ward: 3 <= [cases] < 5.", "every ward: 3人 ≤ [cases] < 5人.",
    "すべての区で3≦「cases」<5であること。", "every ward: 3 <= [cases] and 5 > [cases].",
  ])
  func aSignPointsFromItsNumber(_ sentence: String) {
    var rules = rules(sentence, wards: 4)
    rules.give(2023, 2, 3, 4, 5, of: 2)
    #expect((0..<4).map { rules.verdict(area: $0, 2023) } == [.missed, .met, .met, .missed])
  }

  @Test(arguments: [
    "[rate] is at least 60% in every ward of the city.", "in every ward of the city, [rate] is at least 60%.",
    "every ward in the city has [rate] of at least 60%.",
  ])
  func allWardsOfTheCityAreAllWards(_ sentence: String) {
    var rules = rules(sentence, wards: 2)
    rules.give(2023, 600, 599)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test(arguments: ["two-thirds of wards have [rate] of at least 60%.", "at least two-thirds of wards have [rate] of 60%."])
  func twoThirdsMayHaveAHyphen(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 600, 600, 599)
    rules.give(2024, 600, 599, 599)
    #expect([2023, 2024].map { rules.verdict(area: 3, Int32($0)) } == [.met, .missed])
  }

  @Test func aRateMayBeOnePerMillion() {
    var rules = rules("every ward: [cases] per million [people] is at most 20.", wards: 2)
    rules.give(2023, 2, 3, of: 2)
    rules.give(2023, 100_000, 100_000, of: 3)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test(arguments: [
    "every ward has at least one of [plan] and [council].", "every ward has at least one of [plan] or [council].",
  ])
  func oneOfTwoIsThere(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 1, 0, 0, of: 5)
    rules.give(2023, 0, 0, nil, of: 6)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .missed, .notReported])
  }

  @Test(arguments: [
    "every ward maintains [cases] below FY2021 levels.", "every ward: [cases] is below FY2021 levels.",
    "every ward: [cases] is below its FY2021 level.",
  ])
  func levelsOfAYearAreWhatFiguresWere(_ sentence: String) {
    var rules = rules(sentence)
    for (year, value) in [(2021, 10), (2022, 9), (2023, 10)] { rules.give(Int32(year), Int64(value), of: 2) }
    #expect(verdicts(rules, 2022...2023) == [.met, .missed])
  }

  @Test(arguments: ["every ward: [rate] reaches 60%.", "every ward reaches [rate] of 60%."])
  func whatIsReachedIsAtLeastSoMuchAndWarnedOf(_ sentence: String) {
    var rules = rules(sentence, wards: 2)
    rules.give(2023, 600, 599)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
    #expect(rules.diagnostics.contains { $0.code == .bareNumber && $0.severity == .warning })
    #expect(!self.rules("every ward: [rate] reaches at least 60%.").diagnostics.contains { $0.code == .bareNumber })
  }

  // MARK: What is refused

  static let refused: [(sentence: String, code: DiagnosticCode, mend: String)] = [
    ("since FY2020, every ward: [cases] falls by 10%.", .unclearReach, "falls by 10% from FY2020"),
    ("every ward must not have more than 5 [cases] and more than 2 [more cases].", .unclearReach, "must not … and must not …"),
    (
      "every ward: the rise in [rate] from FY2020 is at least 2 points a year.", .unclearReach,
      "rises by at least 2 points each year"
    ),
    ("every ward: [cases] + [more cases] per 1,000人 [people] is at least 4.", .unclearReach, "([cases] + [more cases]) per"),
    ("every ward: [cases] is at least half of [people] + [more cases].", .unclearReach, "half of ([people] + [more cases])"),
    ("every ward: [cases] is at least 80% of [people] + [more cases].", .unclearReach, "80% of ([people] + [more cases])"),
    ("every ward: [cases] is at least twice [people] + [more cases].", .unclearReach, "twice ([people] + [more cases])"),
    ("every ward: 3-year average of [cases] ÷ [people] is at least 5%.", .unclearReach, "3-year average of ([cases] ÷ [people])"),
    ("every ward: [rate] rises each year from FY2019 and [cases] is 0.", .yearsOfSentence, "a target of its own"),
    ("every ward: [rate] last year falls from last year.", .yearsReversed, "2 years ago"),
    ("every ward: [cases] is reduced to half by FY2026.", .multipleOfWhat, "from FY2015"),
    ("every ward: [cases] falls to one third.", .multipleOfWhat, "from FY2015"),
    ("by FY2030, every ward reduces [cases] by one third.", .multipleOfWhat, "from FY2019"),
    ("every ward: [rate] does not fall by FY2030.", .multipleOfWhat, "from FY2019"),
    ("すべての区で令和12年度までに「cases」を30%減少させること。", .multipleOfWhat, "from FY2019"),
    ("すべての区で「rate」を60%以上とし、70%以上を目指す。", .yearsOfSentence, "a target of its own"),
    ("すべての区で「rate」が計画初年度から毎年上昇していること。", .yearsOfSentence, "a target of its own"),
    ("every ward: [rate] must not be below 50% for 2 years running.", .unclearReach, "at least 50% for 2 years running"),
    ("every ward: [rate] is at most [rate] last year + 10%.", .changeOfShare, "+ 10 points"),
    ("every ward: [cases] ÷ [people] is between 97% and 1.03.", .bareShare, "103%"),
    ("every ward: [cases] is 10-30.", .unexpectedWord, "between 10 and 30"),
    ("every ward: neither [cases] nor [more cases] rises.", .unknownWord, "both do not rise"),
    ("every ward without [plan] has no [cases].", .unknownWord, "where [X] is no"),
    ("every ward whose [people] is 0 has no [cases].", .unknownWord, "where [X] is"),
    ("every ward: [rate] doesn't fall.", .unknownWord, "does not fall"),
    ("by 2030, every ward: [rate] is at least 80%.", .calendarYear, "FY2030"),
    ("by 31 March 2030, every ward: [rate] is at least 80%.", .calendarYear, "by the end of FY2029"),
    ("every ward: [rate] is at least 80% by 31 March 2030.", .unexpectedWord, "by FY2029"),
    ("every ward: [rate] is at least 80% by April 2030.", .unexpectedWord, "by FY2030"),
    ("every ward: [cases] ÷ [people] last year is at least 5%.", .unclearReach, "([cases] ÷ [people]) last year, or [cases] ÷ ("),
    ("every ward: [cases] + [people] in FY2020 is at least 5.", .unclearReach, "([cases] + [people]) in FY2020, or [cases] + ("),
    ("every ward: the share of [cases] last year in [people] is at least 5%.", .unclearReach, "([cases] last year) ÷ [people]"),
    ("every ward: [cases] falls and [more cases] falls from FY2020.", .unclearReach, "write the year behind each"),
    ("every ward: [cases] falls more than last year.", .unclearReach, "write from last year; to compare two changes"),
    ("every ward: [cases] rises by more than [more cases].", .unclearReach, "([B] − [B] last year)"),
    (
      "every ward: [rate] is at least 80% and [other rate] is at least 90% for 2 years running.", .unclearReach,
      "put brackets around both"
    ),
    ("every ward: [rate] does not rise by more than 10% from FY2020.", .changeOfShare, "is at most 1.1 times"),
    ("every ward: [cases] falls by 30% from FY2019 until FY2026.", .unclearReach, "from FY2019 by FY2026; or each year from"),
    ("every ward: [cases] falls from FY2019 to FY2026.", .unclearReach, "from FY2019 by FY2026; or each year from"),
    ("every ward: [rate] is at least 80% since FY2022.", .unclearReach, "from FY2022, every"),
    ("every ward has reported [plan] since FY2022.", .unclearReach, "from FY2022, every"),
    ("every ward: [cases] falls by up to 30% from FY2019.", .unclearReach, "does not fall by more than"),
    ("すべての区で「cases」が前年度から10%以下増加すること。", .unclearReach, "does not rise by more than"),
    ("every ward: [cases] is at least 100 over the plan period.", .unexpectedWord, "cumulated over the plan period"),
    ("over the plan period, every ward has 100 [cases].", .unexpectedWord, "cumulated over the plan period"),
    ("every ward: [cases] is at most 18 hours.", .unexpectedWord, "declare it before the indicators, unit hours"),
    ("every ward: [cases] is 18 hours or less.", .unexpectedWord, "declare it before the indicators, unit hours"),
    ("no ward has [cases].", .differentUnits, "has at least 1"),
    ("at least 9 in 10 wards have [rate] of 80%.", .unexpectedWord, "at least 90% of wards"),
    ("every ward: [rate] is at least 80% between FY2024 and FY2026.", .unexpectedWord, "in force from FY2024"),
    ("every ward: the average of [cases] over the last 3 years is at least 5.", .unknownWord, "the past 3 years"),
    ("every ward: the three-year average of [cases] is at least 5.", .unexpectedWord, "3-year average of"),
    ("every ward: [rate] is above average.", .unexpectedWord, "the average of wards"),
    ("the median [rate] of wards is at least 50%.", .unexpectedWord, "say who first"),
    ("every ward: [stay] is at least 1 point above [stay] last year.", .differentUnits, "write 1 without points"),
    ("at least one in three wards has [rate] of 80%.", .unexpectedWord, "at least 1/3 of wards"),
    ("every ward: [cases] is at least two thousand five hundred.", .unexpectedWord, "in digits"),
    ("every ward: [rate] is at least the average of wards except [区1].", .unclearReach, "every ward except [West]"),
    ("every ward: [rate] is above the 75th percentile of wards.", .unknownWord, "in the top 25%"),
    ("every [small] ward has [rate] of 80%.", .unexpectedWord, "every ward where [size] is [small]"),
    ("every ward: [cases] rises by 10 over 3 years.", .unexpectedWord, "from 3 years ago"),
    ("every ward: [cases] rises by 10 next year.", .unknownWord, "by FY2027"),
    ("every ward: [cases] rises by 10 and [more cases] by 2.", .unexpectedWord, "rises by at least 5 points"),
    ("every ward: [rate] is at least 80%.\n  due 2026", .unexpectedWord, "FY2026"),
    ("every ward: [rate] is at least 0.6.", .bareShare, "write 60%, or 0.6%"),
    ("no ward has [rate] below 50% and [other rate] below 50%.", .unclearReach, "no ward: (… and …)"),
    ("every ward: [rate] is not between 60% and 70%.", .unexpectedWord, "is less than 60% or is more than 70%"),
    ("every ward: [cases] is between 10 and 3.", .outsideRange, "between 3 and 10"),
    ("every ward: [cases] is at least 10 and less than 10.", .outsideRange, "between 3 and 10"),
    ("すべての区で「rate」が80%以上60%以下であること。", .outsideRange, "between 3 and 10"),
    ("no ward has [smoking] above 10% for each [sex].", .unclearReach, "[smoking (men)] … or [smoking (women)]"),
    ("at most 2 wards have [smoking] above 10% for each [sex].", .unclearReach, "put it first: for each [sex]"),
    ("every ward: not ([smoking] is above 10% for each [sex]).", .unclearReach, "[smoking (men)] … or [smoking (women)]"),
    ("every ward where [smoking] is above 10% for each [sex] reports [plan].", .unclearReach, "[smoking (men)] … and"),
    ("when [smoking] is above 10% for each [sex], every ward reports [plan].", .unclearReach, "[smoking (men)] … and"),
    ("every ward: [cases] falls by 30% from 2015.", .unexpectedWord, "FY2015"),
    ("every ward: [rate] rises from 20% in FY2022 to 30% in FY2026.", .unexpectedWord, "on the path from 20% in FY2022 to 30%"),
    ("by FY2025/26, every ward: [rate] is at least 80%.", .calendarYear, "write FY2025 alone"),
    ("every ward ensures [rate] of at least 80%.", .unexpectedWord, "every ward must have [X] of at least 80%"),
    ("all but two wards have [rate] of at least 80%.", .unexpectedWord, "at most two wards have"),
    ("every ward: [rate] improves.", .unknownWord, "rises or falls"),
    ("every ward: [rate] climbs by 3 points.", .unexpectedWord, "「climbs」 is no word of the language"),
    ("every ward has at least 3人 [cases]. except when [people] is 0.", .unexpectedWord, "nothing is required"),
    ("every ward: [cases] per 1,000人 [people] is at least the average of wards.", .figureTooLarge, "rounded to 1 decimal"),
    ("[North] has at least 3人 [cases].", .missingSubject, "the ward [North] has"),
    ("すべての区で「cases」を120人から100人に減らす。", .unexpectedWord, "at most 100人 by FY2026"),
    ("every ward: [rate] rises from 20% to 30% by FY2027.", .unexpectedWord, "from 20% in FY2022 to 30% in FY2027"),
    (
      "every ward: [cases] falls and [more cases] falls from FY2018.", .unclearReach,
      "[A] falls from FY2018 and [B] falls from FY2018"
    ),
    ("every ward: [rate] must not be below 50% for 4 years running.", .unclearReach, "at least 50% for 4 years running"),
    ("at least 80% of wards in the city have [plan].", .unexpectedWord, "the city: at least 80% of wards have [X]"),
    ("every ward has a published [plan].", .unexpectedWord, "has published [plan]"),
    ("every ward: [rate] rises by 2 points and [other rate] by 1 point.", .unexpectedWord, "[other rate] falls by 1 point"),
    ("every ward: [rate] is at least 60% by FY2030 and rises each year.", .unexpectedWord, "by FY2030, every ward: … and …"),
    ("every ward trains at least 50 [cases].", .unexpectedWord, "write has in its place"),
    ("every ward: [rate] hits 95%.", .unexpectedWord, "「hits」 is no word of the language"),
    ("every ward: [rate] is below that of the city.", .unexpectedWord, "the city's [X]"),
    ("every ward: the decline in [rate] from FY2019 is at least 5%.", .changeOfShare, "the fall in [rate] from FY2019 in points"),
    ("every ward: the growth of [rate] from last year is at least 5%.", .changeOfShare, "at least 1.05 times [rate] last year"),
    ("every ward: [cases] is at least 60 after FY2026.", .unexpectedWord, "from FY2027 on, every ward"),
    ("every ward: [rate] is at least 60% if [plan] is yes in FY2025.", .unexpectedWord, "where [X] in FY2025 is"),
    ("every ward where [rate] is below 60% in FY2025 has [plan].", .unexpectedWord, "where [X] in FY2025 is"),
    (
      "every ward: [rate] is 77% or more in FY2026 and at least 80% in FY2024.", .unexpectedWord,
      "by FY2024 and at least 80% by FY2026"
    ),
    (
      "every ward: [rate] is at least 77% by FY2024 and [other rate] is at least 80% by FY2026.", .unexpectedWord,
      "a target for each figure"
    ),
    ("every ward: [rate] is at least 60% in FY2024 and FY2025.", .unexpectedWord, "in force from FY2024 until FY2025"),
    (
      "the gap between the best and worst ward in [rate] is at most 10 points.", .unexpectedWord,
      "the gap between the city's highest"
    ),
    ("the city: the gap in [rate] between wards is at most 10 points.", .unexpectedWord, "the gap between the city's highest"),
    (
      "every ward: [cases] is at least 100 cumulatively between FY2022 and FY2025.", .unexpectedWord,
      "[X] cumulated since FY2022 is at least 100 by FY2025"
    ),
    ("every ward: [cases] falls by 5% per year on average.", .unexpectedWord, "falls by at least 5% each year"),
    ("every ward: [rate] fell by 2 points.", .unknownWord, "falls, rises"),
    ("every ward must have [plan] and should have [council].", .unexpectedWord, "are two targets"),
    ("every ward: [cases] is less than 70 per 100,000 [people].", .unexpectedWord, "put the rate before its limit"),
    ("every ward achieves a 25% reduction in [cases] from FY2019.", .unexpectedWord, "falls by at least 25% from FY2019"),
    ("every ward: [rate] exceeds [other rate] by 2 points.", .unexpectedWord, "is at least 2 points above [Y]"),
    ("every ward with no [plan] reports [cases].", .unexpectedWord, "every ward where [X] is no"),
    (
      "the number of wards with [plan] rises from last year.", .unexpectedWord,
      "say who first: the city: the number of wards where"
    ),
    ("every ward: [smoking] for [men] is at most 20%.", .unexpectedWord, "[X (men)]"),
    ("every ward: [cases] rises year on year.", .unexpectedWord, "[X] rises each year"),
  ]

  @Test(arguments: EnglishWordingTests.refused.indices)
  func whatCannotBeReadOneWayIsRefusedWithAMend(_ index: Int) {
    let (sentence, code, mend) = EnglishWordingTests.refused[index]
    let rules = RuleText(EnglishWordingTests.head + "target [T]\n  stage check\n  " + sentence + "\n")
    let found = rules.diagnostics.first { $0.severity == .error && $0.code == code }
    #expect(found != nil, "\(sentence): \(rules.errors)")
    #expect(found?.mend?.english.contains(mend) ?? false, "\(sentence): \(found?.mend?.english ?? "no mend")")
  }
}
