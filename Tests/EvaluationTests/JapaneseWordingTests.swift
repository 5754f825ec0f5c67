import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// Japanese sentences that a reader could take in two ways: read as all take them, or refused with both ways of writing.
@Suite("Japanese sentences as plans write them")
struct JapaneseWordingTests {
  static let head = """
    事業 "試し"
      計画期間 令和6年度から令和8年度まで
      階層 区（ward, wards） < 市（city, cities） < 県（prefecture, prefectures）
    単位 本
    指標 1「受診率」
      回答形式 割合（%、小数第1位）
    指標 2「指導率」
      回答形式 割合（%、小数第1位）
    指標 3「件数」
      回答形式 件数（件）
    指標 4「総数」
      回答形式 件数（件）
    指標 5「人口」
      回答形式 人数（人）
    指標 6「協議回数」
      回答形式 回数（回）
    指標 7「改善策」
      回答形式 文章
    指標 8「死亡率」
      回答形式 数値、小数第1位
      集計 暦年
    指標 9「むし歯数」
      回答形式 数値（本、小数第1位）
    指標 10「計画」
      回答形式 はい・いいえ

    """

  private func text(_ sentence: String, wards: Int = 1) -> RuleText {
    RuleText(JapaneseWordingTests.head + "目標「T」\n  段階 評価\n  " + sentence + "\n", wards: wards)
  }

  private func rules(_ sentence: String, wards: Int = 1) -> RuleText {
    let rules = text(sentence, wards: wards)
    #expect(rules.errors == [], "\(sentence)")
    return rules
  }

  // MARK: How far a word reaches

  @Test func theCitysShareIsTheCitys() {
    var rules = rules("すべての区で「件数」÷「総数」が市の「件数」÷「総数」以上であること。", wards: 2)
    rules.give(2023, 10, 30, of: 2)
    rules.give(2023, 100, 100, of: 3)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.missed, .met], "10% and 30% against 20%")
  }

  @Test(arguments: [
    "すべての区で前年度の（「件数」÷「総数」）が50%以上であること。", "すべての区で前年度の「件数」÷前年度の「総数」が50%以上であること。",
  ])
  func bracketedOrRepeatedTheYearIsOfBoth(_ sentence: String) {
    var rules = rules(sentence)
    rules.give(2022, 5, of: 2)
    rules.give(2022, 10, of: 3)
    rules.give(2023, 1, of: 2)
    rules.give(2023, 100, of: 3)
    #expect([2023, 2024].map { rules.verdict($0) } == [.met, .missed])
  }

  @Test func aYearBeforeAListIsOfEachFigure() {
    var rules = rules("すべての区で前年度の「受診率」及び「指導率」がいずれも30%以上であること。")
    rules.give(2022, 300, of: 0)
    rules.give(2022, 300, of: 1)
    rules.give(2023, 300, of: 0)
    rules.give(2023, 100, of: 1)
    #expect([2023, 2024].map { rules.verdict($0) } == [.met, .missed])
  }

  @Test func anAverageBehindAListIsOfEachFigure() {
    var rules = rules("すべての区で「受診率」及び「指導率」の2年平均がいずれも30%以上であること。")
    for (year, first, second) in [(2022, 100, 500), (2023, 500, 500), (2024, 99, 500)] {
      rules.give(Int32(year), Int64(first), of: 0)
      rules.give(Int32(year), Int64(second), of: 1)
    }
    #expect([2023, 2024].map { rules.verdict($0) } == [.met, .missed])
  }

  @Test(arguments: [
    ("前年度の「件数」と「総数」の差が5件未満", [true, false]), ("前年度の「件数」と前年度の「総数」の差が5件未満", [true, false]),
    ("（前年度の「件数」）と「総数」の差が5件未満", [true, true]), ("前年度の「件数」と「件数」の差が5件未満", [false, true]),
  ])
  func aYearBeforeAGapIsOfBoth(_ gap: String, _ holds: [Bool]) {
    var rules = rules("すべての区で\(gap)であること。")
    for (year, first, second) in [(2022, 10, 10), (2023, 20, 10), (2024, 20, 20)] {
      rules.give(Int32(year), Int64(first), of: 2)
      rules.give(Int32(year), Int64(second), of: 3)
    }
    #expect([2023, 2024].map { rules.verdict($0) } == holds.map { $0 ? .met : .missed })
  }

  @Test func theNumberOfAreasOfAYear() {
    for sentence in [
      "市で「受診率」が60%以上の区の数が前年度を上回ること。", "市で「受診率」が60%以上の区の数が前年度の（「受診率」が60%以上の区の数）を上回ること。",
    ] {
      var rules = rules(sentence, wards: 2)
      rules.give(2022, 600, 0)
      rules.give(2023, 600, 600)
      rules.give(2024, 600, 600)
      #expect([2023, 2024].map { rules.verdict(area: 2, $0) } == [.met, .missed], "\(sentence)")
    }
  }

  @Test func aYearOfEachPartIsTheDueYear() {
    var rules = rules("すべての区で令和8年度の「受診率」を60%以上とし、令和8年度の「指導率」を45%以上とする。")
    for year in 2025...2026 {
      rules.give(Int32(year), 600, of: 0)
      rules.give(Int32(year), 440, of: 1)
    }
    #expect([2025, 2026].map { rules.verdict($0) } == [.notDue, .missed])
  }

  @Test func aYearInWhatIsCountedIsTheDueYear() {
    var rules = rules("市で、令和8年度の「受診率」が60%以上の区の数が2以上であること。", wards: 3)
    rules.give(2025, 600, 600, 0)
    rules.give(2026, 600, 600, 0)
    rules.give(2027, 600, 0, 0)
    #expect([2025, 2026, 2027].map { rules.verdict(area: 3, $0) } == [.notDue, .met, .missed])
  }

  // MARK: Several years

  @Test func aLimitIsAskedOfEachYearRunning() {
    var rules = rules("すべての区で「受診率」が2年連続で60%以上であること。")
    for (year, value) in [(2021, 600), (2022, 600), (2023, 590), (2024, 600)] { rules.give(Int32(year), Int64(value)) }
    #expect([2022, 2023, 2024, 2025].map { rules.verdict($0) } == [.met, .missed, .missed, .notReported])
  }

  @Test(arguments: ["すべての区で「受診率」が2年連続で市平均を上回ること。", "すべての区で「受診率」が2年連続で前年度を上回ること。"])
  func yearsRunningOfAnAverageAndOfTheYearBefore(_ sentence: String) {
    var rules = rules(sentence)
    for (year, own) in [(2021, 300), (2022, 310), (2023, 320), (2024, 290)] { rules.give(Int32(year), Int64(own), 300) }
    #expect([2023, 2024].map { rules.verdict($0) } == [.met, .missed])
  }

  @Test func aTotalBetweenTwoYearsIsDueInTheLast() {
    var rules = rules("すべての区で令和6年度から令和8年度までの「協議回数」の累計が4回以上であること。")
    for (year, value) in [(2023, 9), (2024, 1), (2025, 1), (2026, 1)] { rules.give(Int32(year), Int64(value), of: 5) }
    #expect([2025, 2026].map { rules.verdict($0) } == [.notDue, .missed])
  }

  @Test func notBelowBySoMuchLeavesLess() {
    var rules = rules("すべての区で「受診率」が市平均を5ポイント以上下回らないこと。", wards: 2)
    rules.give(2023, 251, 250, 300)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test(arguments: [
    "「件数」が5件未満の区を除き、すべての区で「協議回数」が1回以上であること。", "すべての区で「協議回数」が1回以上であるか、「件数」が5件未満であること。",
  ])
  func exceptionsAndAlternatives(_ sentence: String) {
    var rules = rules(sentence, wards: 2)
    rules.give(2023, 4, 5, of: 2)
    rules.give(2023, 0, 0, of: 5)
    #expect(rules.verdict(area: 0, 2023) != .missed)
    #expect(rules.verdict(area: 1, 2023) == .missed)
  }

  @Test(arguments: ["直近2年間の「協議回数」の合計", "「協議回数」の直近2年間の累計"])
  func theLatestYearsAreAddedUp(_ total: String) {
    var rules = rules("すべての区で\(total)が4回以上であること。")
    for (year, value) in [(2021, 1), (2022, 3), (2023, 0)] { rules.give(Int32(year), Int64(value), of: 5) }
    #expect([2022, 2023, 2024].map { rules.verdict($0) } == [.met, .missed, .notReported])
  }

  @Test func aTotalOverThePlanThatMayNotBeExceededIsJudgedEachYear() {
    var rules = rules("すべての区で計画期間中の「協議回数」の累計が4回以下であること。")
    for (year, value) in [(2024, 5), (2025, 0)] { rules.give(Int32(year), Int64(value), of: 5) }
    #expect([2024, 2025].map { rules.verdict($0) } == [.missed, .missed])
  }

  @Test(arguments: ["前年度の「受診率」から3ポイント以上上昇すること。", "「受診率」が前年度の「受診率」から3ポイント以上上昇すること。"])
  func aChangeNamesTheFigureOfTheYearBefore(_ change: String) {
    var rules = rules("すべての区で\(change)")
    for (year, value) in [(2021, 300), (2022, 330), (2023, 359)] { rules.give(Int32(year), Int64(value)) }
    #expect([2022, 2023, 2024].map { rules.verdict($0) } == [.met, .missed, .notReported])
  }

  @Test func aShareOfAPlainNumberIsSuchANumber() {
    var rules = rules("すべての区で「死亡率」を令和2年の70%以下とする。")
    rules.give(2020, 200, of: 7)
    rules.give(2023, 140, of: 7)
    rules.give(2024, 141, of: 7)
    #expect([2023, 2024].map { rules.verdict($0) } == [.met, .missed])
  }

  // MARK: Areas

  @Test func areasAmongThoseThatMeetSomething() {
    var rules = rules("市で「受診率」が60%以上の区のうち半数以上で「指導率」が45%以上であること。", wards: 4)
    rules.give(2023, 600, 600, 100, 100)
    rules.give(2023, 450, 100, 100, 100, of: 1)
    rules.give(2024, 600, 600, 600, 100)
    rules.give(2024, 450, 100, 100, 450, of: 1)
    #expect([2023, 2024].map { rules.verdict(area: 4, $0) } == [.met, .missed], "1 of 2, and 1 of 3")
  }

  @Test func aNumberWithItsUnitHasAnAverageOfTheAreaAbove() {
    var rules = rules("すべての区で「むし歯数」が市平均以下であること。", wards: 2)
    rules.give(2023, 10, 12, 11, of: 8)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  @Test func ofSeveralFiguresEachIsHeldAgainstItsOwnAverage() {
    var rules = rules("すべての区で「受診率」、「指導率」のうち2つ以上が市平均を上回ること。", wards: 2)
    rules.give(2023, 310, 310, 300)
    rules.give(2023, 410, 390, 400, of: 1)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.met, .missed])
  }

  // MARK: Words

  @Test(arguments: [
    ("「受診率」が前年度から低下した", [true, false]), ("「受診率」が前年度から上がった", [false, true]), ("「受診率」が30%を下回った", [true, false]),
    ("「受診率」が30%に達していない", [true, false]), ("「受診率」が前年度から減っていない", [false, true]),
  ])
  func verbsOfWhatHasHappened(_ condition: String, _ holds: [Bool]) {
    var rules = rules("\(condition)区で「協議回数」が1回以上であること。", wards: 2)
    rules.give(2022, 310, 290)
    rules.give(2023, 290, 310)
    rules.give(2023, 1, 1, of: 5)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == holds.map { $0 ? .met : .notApplicable })
  }

  @Test(arguments: ["区以外は、", "区以外で", "区以外の区で", "区以外のすべての区で", "区を除き、すべての区で"])
  func areasBesideTheNamedOnesAreMeant(_ who: String) {
    var rules = rules("「受診率」が60%以上の\(who)「協議回数」が1回以上であること。", wards: 2)
    rules.give(2023, 600, 590)
    rules.give(2023, 0, 0, of: 5)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.notApplicable, .missed], "\(who)")
  }

  @Test func anyOfSeveralFiguresHasItsOwnYearBefore() {
    var rules = rules("すべての区で「受診率」又は「指導率」が前年度を上回ること。", wards: 3)
    rules.give(2022, 500, 500, 500)
    rules.give(2023, 510, 450, 450)
    rules.give(2022, 300, 300, 300, of: 1)
    rules.give(2023, 200, 310, 300, of: 1)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .met, .missed])
  }

  @Test func whatIsNotSentInCanBeAskedFor() {
    var rules = rules("「計画」を提出していない区で「協議回数」が1回以上であること。", wards: 2)
    rules.give(2023, nil, 1, of: 9)
    rules.give(2023, 0, 0, of: 5)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.missed, .notApplicable])
  }

  // MARK: Denials

  @Test(arguments: ["すべての区で（「受診率」が50%以上又は40%以下）でないこと。", "すべての区で「受診率」が40%を超え50%未満であること。"])
  func whatIsDeniedStandsInBrackets(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2023, 400, 450, 500)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.missed, .met, .missed])
  }

  // MARK: What several parts share

  @Test(arguments: [
    "すべての区で「受診率」が前年度又は令和3年度を上回ること。", "すべての区で「受診率」が前年度、又は令和3年度を上回ること。",
    "すべての区で「受診率」が前年度を上回り、又は令和3年度を上回ること。",
  ])
  func aStandardWithoutALimitSharesTheNextOne(_ sentence: String) {
    var rules = rules(sentence, wards: 3)
    rules.give(2021, 300, 300, 300)
    rules.give(2022, 400, 200, 300)
    rules.give(2023, 350, 250, 300)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .met, .missed], "\(sentence)")
  }

  @Test(arguments: ["前年度又は60%以上とする", "60%又は前年度以上とする"])
  func aStandardBesideANumberSharesItsLimit(_ demand: String) {
    var rules = rules("すべての区で「受診率」を\(demand)。", wards: 3)
    #expect(rules.diagnostics.isEmpty, "no number is asked for exactly")
    rules.give(2022, 400, 700, 700)
    rules.give(2023, 450, 650, 500)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .met, .missed])
  }

  @Test(arguments: [
    ("令和4年度の60.0%から令和8年度に50.0%以下とする", true), ("令和4年度の40.0%から令和8年度までに50.0%以下とする", true),
    ("令和4年度の60.0%から令和8年度に50.0%以上とする", false), ("令和4年度の60.0%から令和8年度に50.0%未満に減らす", true),
  ])
  func aLimitBehindTheFirstValueIsDueInItsYear(_ limit: String, _ isMetBelow: Bool) {
    var rules = rules("すべての区で「受診率」を\(limit)。", wards: 2)
    rules.give(2026, 450, 550)
    #expect((0..<2).map { rules.verdict(area: $0, 2026) } == (isMetBelow ? [.met, .missed] : [.missed, .met]), "\(limit)")
  }

  @Test(arguments: [
    ("「受診率」又は「指導率」のいずれかが前年度より低下しないこと", [Verdict.met, .met, .missed]),
    ("「受診率」及び「指導率」がいずれも前年度より低下しないこと", [.met, .missed, .missed]),
    ("（「受診率」及び「指導率」がともに60%以上）でないこと", [.met, .met, .met]),
  ])
  func whatIsDeniedOfSeveralFiguresIsSaid(_ demand: String, _ verdicts: [Verdict]) {
    var rules = rules("すべての区で\(demand)。", wards: 3)
    rules.give(2022, 300, 700, 300)
    rules.give(2023, 300, 600, 200)
    rules.give(2022, 300, 300, 300, of: 1)
    rules.give(2023, 300, 400, 200, of: 1)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == verdicts, "\(demand)")
  }

  @Test func zeroBesideALimitIsZero() {
    var rules = rules("すべての区で「協議回数」が0回又は前年度を上回ること。", wards: 3)
    rules.give(2022, 3, 3, 3, of: 5)
    rules.give(2023, 0, 4, 2, of: 5)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .met, .missed])
  }

  @Test(arguments: ["減少又は維持すること", "減少し、又は維持されていること", "維持又は減少すること", "維持又は減少とする"])
  func maintainedOrReducedDoesNotRise(_ verbs: String) {
    var rules = rules("すべての区で「受診率」が前年度より\(verbs)。", wards: 3)
    rules.give(2022, 500, 500, 500)
    rules.give(2023, 400, 500, 600)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.met, .met, .missed], "\(verbs)")
  }

  @Test func whatIsAskedOfEveryYearGoesOnBesideALaterLimit() {
    var rules = rules("すべての区で「受診率」を前年度以上とし、令和8年度に50%以上とする。", wards: 3)
    rules.give(2025, 600, 600, 400)
    rules.give(2026, 550, 650, 450)
    #expect((0..<3).map { rules.verdict(area: $0, 2026) } == [.missed, .met, .missed])
  }

  @Test func aLaterLimitTakesThePlaceOfAnEarlierOne() {
    var rules = rules("すべての区で「件数」を令和6年度に50件以下とし、令和8年度に60件以下とする。", wards: 2)
    rules.give(2024, 55, 50, of: 2)
    rules.give(2026, 55, 65, of: 2)
    #expect((0..<2).map { rules.verdict(area: $0, 2024) } == [.missed, .met])
    #expect((0..<2).map { rules.verdict(area: $0, 2026) } == [.met, .missed])
  }

  @Test func aDistanceFromANamedYearIsDueInTheYearOfTheFigure() {
    var rules = rules("すべての区で、令和8年度の「受診率」が令和4年度の「受診率」を5ポイント以上上回ること。", wards: 2)
    rules.give(2022, 400, 400)
    rules.give(2025, 500, 300)
    rules.give(2026, 440, 450)
    #expect((0..<2).map { rules.verdict(area: $0, 2026) } == [.missed, .met])
    #expect((0..<2).map { rules.verdict(area: $0, 2025) } == [.notDue, .notDue])
  }

  @Test(arguments: ["前年度以下であること", "前年度の「受診率」を上回らないこと"])
  func theYearBeforeIsThatOfTheFigure(_ demand: String) {
    var rules = rules("すべての区で、令和8年度の「受診率」が\(demand)。", wards: 2)
    rules.give(2022, 500, 300)
    rules.give(2025, 400, 400)
    rules.give(2026, 400, 410)
    #expect((0..<2).map { rules.verdict(area: $0, 2023) } == [.notDue, .notDue], "\(demand)")
    #expect((0..<2).map { rules.verdict(area: $0, 2026) } == [.met, .missed], "\(demand)")
  }

  @Test(arguments: [
    ("前年度の「受診率」が30%以上であり、かつ前年度の「指導率」が30%未満の", true),
    ("前年度の「受診率」が30%以上であり、かつ今年度の「指導率」が30%未満の", false),
    ("（前年度の「受診率」が30%以上）、かつ「指導率」が30%未満の", false), ("「指導率」が30%未満であり、かつ前年度の「受診率」が30%以上の", false),
  ])
  func theYearOfEachConditionCanBeSaid(_ filter: String, _ isOfLastYear: Bool) {
    var rules = rules("\(filter)区で「協議回数」が1回以上であること。", wards: 2)
    rules.give(2022, 300, 300)
    rules.give(2022, 200, 400, of: 1)
    rules.give(2023, 400, 200, of: 1)
    rules.give(2023, 0, 0, of: 5)
    #expect(
      (0..<2).map { rules.verdict(area: $0, 2023) } == (isOfLastYear ? [.missed, .notApplicable] : [.notApplicable, .missed]),
      "\(filter)")
  }

  @Test func anotherFigureIsThatOfTheSameYear() {
    var rules = rules("すべての区で、令和8年度の「件数」が「総数」の6割以上であること。", wards: 2)
    rules.give(2025, 9, 9, of: 3)
    rules.give(2026, 6, 5, of: 2)
    rules.give(2026, 10, 10, of: 3)
    #expect((0..<2).map { rules.verdict(area: $0, 2025) } == [.notDue, .notDue])
    #expect((0..<2).map { rules.verdict(area: $0, 2026) } == [.met, .missed])
  }

  @Test(arguments: ["「改善策」を報告していること", "「受診率」が市の全区の上位1区に入ること"])
  func whatIsAskedOfOneYearIsDueInIt(_ demand: String) {
    var rules = rules("すべての区で、令和8年度の\(demand)。", wards: 2)
    rules.give(2026, 600, 500)
    rules.give(2026, 1, of: 6)
    #expect((0..<2).map { rules.verdict(area: $0, 2025) } == [.notDue, .notDue], "\(demand)")
    #expect((0..<2).map { rules.verdict(area: $0, 2026) } == [.met, .missed], "\(demand)")
  }

  @Test(arguments: ["令和4年度より増やす", "令和4年度を上回る", "前年度より増やす"])
  func areasCountedInOneYearAreHeldAgainstThoseOfAnother(_ demand: String) {
    var rules = rules("市で、令和8年度の「受診率」が60%以上の区の数を\(demand)。", wards: 2)
    rules.give(2022, 600, 500)
    rules.give(2025, 600, 500)
    rules.give(2026, 600, 600)
    #expect(rules.verdict(area: rules.city, 2025) == .notDue, "\(demand)")
    #expect(rules.verdict(area: rules.city, 2026) == .met, "\(demand)")
  }

  @Test func anAverageHasTheYearThatStandsBeforeIt() {
    var rules = rules("すべての区で、令和8年度の「受診率」が令和4年度の市平均を上回ること。", wards: 1)
    let city = rules.city
    rules.facts.set(FigureKey(indicator: 0, area: city, year: FiscalYear(2022)), .given, stored: 400)
    rules.facts.set(FigureKey(indicator: 0, area: city, year: FiscalYear(2026)), .given, stored: 600)
    rules.give(2022, 700)
    rules.give(2026, 500)
    #expect(rules.verdict(2026) == .met)
  }

  @Test(arguments: ["2年とも低下しないこと", "2年ともに低下していないこと", "2年連続で前年度以上であること", "2年連続で維持すること"])
  func eachOfTheYearsCanBeSaid(_ demand: String) {
    var rules = rules("すべての区で「受診率」が\(demand)。", wards: 3)
    rules.give(2021, 300, 300, 300)
    rules.give(2022, 200, 400, 300)
    rules.give(2023, 300, 300, 300)
    #expect((0..<3).map { rules.verdict(area: $0, 2023) } == [.missed, .missed, .met], "\(demand)")
  }

  // MARK: By what areas are counted

  @Test(arguments: [
    "市で、「受診率」が50%以上かつ「指導率」が40%以上の区を2区以上とする。", "市で、「受診率」が50%以上、かつ「指導率」が40%以上の区が2区以上であること。",
    "市で、（「受診率」が50%以上かつ「指導率」が40%以上）の区を2区以上とする。", "市で、「受診率」が50%以上かつ「指導率」が40%以上の区の割合を5割以上とする。",
    "市で、「受診率」が50%以上かつ「指導率」が40%以上の区の数を2以上とする。", "市で、「受診率」が50%以上かつ「指導率」が40%以上の区が全区の5割以上であること。",
    "「受診率」が50%以上かつ「指導率」が40%以上の区を2区以上とする。", "「受診率」が50%以上であり、「指導率」が40%以上の区を2区以上とする。",
  ])
  func allThatStandsBeforeTheLevelSaysWhichAreasAreCounted(_ sentence: String) {
    for (third, isMet) in [(Int64(600), true), (300, false)] {
      var rules = rules(sentence, wards: 4)
      rules.give(2023, 600, 600, third, 0)
      rules.give(2023, 300, 450, 450, 450, of: 1)
      #expect(rules.verdict(area: rules.city, 2023) == (isMet ? .met : .missed), "\(sentence)")
    }
  }

  @Test(arguments: [
    "市で、「受診率」が10%未満又は「指導率」が10%未満の区がないこと。", "「受診率」が10%未満又は「指導率」が10%未満の区がないこと。",
    "「受診率」が10%未満、又は「指導率」が10%未満の区の割合を0%とする。",
  ])
  func eitherConditionSaysWhichAreasAreCounted(_ sentence: String) {
    for (first, second, isMet) in [(Int64(200), Int64(200), true), (50, 200, false), (200, 50, false)] {
      var rules = rules(sentence, wards: 2)
      rules.give(2023, first, 200)
      rules.give(2023, 200, second, of: 1)
      #expect(rules.verdict(area: rules.city, 2023) == (isMet ? .met : .missed), "\(sentence)")
    }
  }

  @Test func aDemandThatHasEndedIsAskedOfTheAreaAbove() {
    var rules = rules("市で、市の「件数」の合計を10件以上とし、「受診率」が10%未満の区がないこと。", wards: 2)
    rules.give(2023, 200, 200)
    rules.give(2023, 5, 4, of: 2)
    rules.give(2024, 200, 200)
    rules.give(2024, 5, 5, of: 2)
    #expect([2023, 2024].map { rules.verdict(area: rules.city, $0) } == [.missed, .met])
  }

  // MARK: What is refused

  static let refused: [(sentence: String, code: DiagnosticCode, mend: String)] = [
    ("すべての区で「受診率」が全国平均及び市平均を2ポイント以上上回ること。", .unclearReach, "それぞれに"),
    ("すべての区で「受診率」が全国平均又は市平均の1.1倍以上であること。", .unclearReach, "それぞれに"),
    ("すべての区で「受診率」が前年度の「指導率」及び「受診率」を上回ること。", .unclearReach, "前年度の「A」及び前年度の「B」"),
    ("前年度に「受診率」が60%未満かつ「指導率」が45%未満の区は、「改善策」を報告すること。", .unclearReach, "条件のそれぞれに"),
    ("すべての区で「受診率」を令和8年度に上昇させる。", .unclearReach, "令和8年度までに60%に引き上げる"),
    ("すべての区で「件数」が前年度の10%上回ること。", .unclearReach, "前年度を10%以上上回る"),
    ("すべての区で前年度の「件数」÷「総数」が30%以上であること。", .unclearReach, "「前年度の（「件数」÷「総数」）」か「（前年度の「件数」）÷「総数」」"),
    ("すべての区で令和5年度の「件数」＋「総数」が30件以上であること。", .unclearReach, "「令和5年度の（「件数」＋「総数」）」"),
    ("すべての区で「件数」が前年度の「総数」＋「件数」以上であること。", .unclearReach, "（前年度の「総数」）＋「件数」"),
    ("すべての区で「総数」＋前年度の「件数」＋「総数」が30件以上であること。", .unclearReach, "「前年度の（「件数」＋「総数」）」"),
    ("すべての区で「件数」＋「総数」の3年平均が30件以上であること。", .unclearReach, "「（「件数」＋「総数」）の3年平均」か「「件数」＋（「総数」の3年平均）」"),
    ("すべての区で「件数」が「総数」＋「件数」の80%以上であること。", .unclearReach, "（「総数」＋「件数」）の80%"),
    ("すべての区で「人口」千人当たりの「件数」＋「総数」が3件以上であること。", .unclearReach, "「「人口」千人当たりの（「件数」＋「総数」）」"),
    ("市で市の「件数」＋「総数」が30件以上であること。", .unclearReach, "市の（「件数」＋「総数」）"),
    ("すべての区で「受診率」、前年度の「指導率」及び「受診率」がいずれも30%以上であること。", .unclearReach, "（前年度の「指導率」）及び「受診率」"),
    ("すべての区で令和8年度の「受診率」を60%以上とし、「指導率」を45%以上とする。", .yearsOfSentence, "令和8年度までに、"),
    ("すべての区で「受診率」が50%以上又は40%以下でないこと。", .unclearReach, "（「受診率」が50%以上又は40%以下）でないこと"),
    ("「件数」が1件又は2件でない区で「改善策」を報告していること。", .unclearReach, "（「件数」が1件又は2件）でない"),
    ("すべての区で「受診率」が30%以上又は「指導率」が30%以上でないこと。", .unclearReach, "でないこと"),
    ("すべての区で「協議回数」を2年間で4回以上開催すること。", .besideEachOther, "直近2年間の「協議回数」の合計が4回以上"),
    ("すべての区で「協議回数」を2年間で、4回以上開催すること。", .besideEachOther, "計画期間中に「協議回数」を累計4回以上"),
    ("すべての区で「受診率」を3年間で5ポイント以上引き上げる。", .multipleOfWhat, "3年前から5ポイント以上"),
    ("すべての区で「受診率」が3年連続で60%を下回らないこと。", .unclearReach, "3年連続で50%以上"),
    ("すべての区で令和6年度からの「件数」＋「総数」の累計が30件以上であること。", .unexpectedWord, "令和6年度からの（「A」＋「B」）の累計"),
    ("すべての区で「受診率」を計画期間中に5ポイント引き上げること。", .multipleOfWhat, "令和5年度から5ポイント"),
    ("計画期間の最終年度に、すべての区で「受診率」が60%以上であること。", .unknownWord, "「令和8年度」のように年度で"),
    ("市で「協議回数」の累計を10回以上とする。", .unexpectedWord, "計画期間中の「X」の累計"),
    ("すべての区で「受診率」が前年度より改善していること。", .unexpectedWord, "前年度から上昇していること"),
    ("すべての区で「協議回数」を月1回以上開催すること。", .unknownWord, "年12回"),
    ("すべての区で「件数」が1日2,000件以上であること。", .besideEachOther, "1日当たり件数"),
    ("すべての区で「協議回数」を2年に1回以上開催すること。", .besideEachOther, "直近2年間の「X」の合計が1回以上"),
    ("すべての区で「計画」を見直していること。", .unknownWord, "ルールの言葉にある動詞"),
    ("すべての区で「受診率」が30%を上回ってほしい。", .unknownWord, "「上回る」"),
    ("すべての区で「受診率」の向上を図ること。", .unknownWord, "「向上する」"),
    ("令和8年までに、すべての区で「死亡率」を13.0以下とする。", .calendarYear, "令和8年度"),
    ("「改善策」及び「計画」を提出していない区で「件数」が1件以上であること。", .unclearReach, "「改善策」を提出していない、かつ「計画」を提出していない"),
    ("すべての区で「受診率」が全区の上位3割に入ること。", .unclearWithin, "「市の全区の上位…に入る」か「県の全区の上位…に入る」"),
    ("すべての区で「受診率」が全区の平均以上であること。", .unclearWithin, "「市の全区」か「県の全区」"),
    ("「受診率」が下位10%の区で「改善策」を報告していること。", .unclearWithin, "県の全区の下位…に入る"),
    ("すべての区で「件数」を前年度から10件又は10%以上減らす。", .unclearReach, "又は前年度から10%以上減少する"),
    ("すべての区で「件数」を10件又は1割削減する。", .unclearReach, "又は前年度から10%以上減少する"),
    ("すべての区で「件数」を令和4年度から500件とする。", .unclearReach, "範囲なら"),
    ("すべての区で「受診率」が県平均から60%であること。", .unclearReach, "範囲なら"),
    ("すべての区で「受診率」が前年度比3%以上であること。", .unclearReach, "前年度の103%以上"),
    ("すべての区で「受診率」が令和4年度比30%以上であること。", .unclearReach, "令和4年度から30%以上増加"),
    ("すべての区で「受診率」が2年連続で低下しないこと。", .unclearReach, "「2年とも低下しないこと」"),
    ("「受診率」が2年連続で増加していない区は、「改善策」を報告すること。", .unclearReach, "「2年とも増加していない」"),
    ("県で、「受診率」が県平均を下回り、「協議回数」が3回未満の区がないこと。", .unclearReach, "（「受診率」が県平均を下回り、「協議回数」が3回未満）の区がない"),
    ("県で、「計画」を設置し、かつ「改善策」を設置している区を4区以上とする。", .unclearReach, "（「計画」を設置し、かつ「改善策」を設置している）の区を4区以上"),
    ("すべての区で「受診率」が令和4年度より5ポイント以上上昇し、「指導率」が10ポイント以上上昇すること。", .unclearReach, "「令和4年度から」か「前年度から」"),
    ("すべての区で「受診率」が前期に比べて上昇し、「指導率」が上昇すること。", .unclearReach, "「前期から」か「前年度から」"),
    ("「受診率」が令和4年度より低下し、又は「指導率」が上昇した区は、「改善策」を報告すること。", .unclearReach, "「令和4年度から」か「前年度から」"),
    ("すべての区で「受診率」が令和4年度を維持し、「指導率」を維持すること。", .unclearReach, "「令和4年度から」か「前年度から」"),
    ("「計画」又は「改善策」を報告していない区で「協議回数」が1回以上であること。", .unclearReach, "又は「改善策」を報告していない"),
    ("すべての区で「受診率」又は「指導率」が前年度より低下しないこと。", .unclearReach, "「「受診率」及び「指導率」がいずれも前年度より低下しないこと」"),
    ("すべての区で「受診率」又は「指導率」が60%以上でないこと。", .unclearReach, "「「受診率」又は「指導率」のいずれかが60%以上でないこと」"),
    ("すべての区で「受診率」及び「指導率」がともに60%以上でないこと。", .unclearReach, "（「受診率」及び「指導率」がともに60%以上）でないこと"),
    ("すべての区で「件数」を直近5年間の平均以下とする。", .unclearReach, "「過去5年間の平均」"),
    ("すべての区で「件数」が直近3年間の「件数」の平均を下回ること。", .unclearReach, "「過去3年間の「件数」の平均」"),
    ("市で、令和8年度の「受診率」が60%以上かつ「指導率」が45%以上の区を2区以上とする。", .yearsOfSentence, "文の初めに"),
    ("前年度の「受診率」が30%以上であり、「指導率」が30%未満であった区で「改善策」を報告していること。", .unclearReach, "「前年度の「指導率」」、判定する年度なら「今年度の「指導率」」"),
    ("前年度の「受診率」が30%以上又は「指導率」が30%未満の区で「改善策」を報告していること。", .unclearReach, "「前年度の「指導率」」"),
    ("すべての区で、令和4年度の「受診率」が30%以上であり、「協議回数」が3回未満のときは、「改善策」を報告していること。", .unclearReach, "「令和4年度の「協議回数」」"),
    ("前年度の「件数」が「総数」の6割未満の区で「改善策」を報告していること。", .unclearReach, "「今年度の「総数」」"),
    ("市で「協議回数」が平均12回以上であること。", .unexpectedWord, "市の全区の「X」の平均が3以上"),
    ("市で「協議回数」を合計100回以上とする。", .unexpectedWord, "市の「X」の合計が100以上"),
    ("すべての区全体で「件数」が10件以上であること。", .unclearReach, "「市で、市の「X」の合計が…」"),
    ("「受診率」が60%以上の区全体で「件数」が10件以上であること。", .unclearReach, "「すべての区で」"),
    ("すべての区で「受診率」を60%から70%とする。", .unclearReach, "範囲なら"),
    ("すべての区で「受診率」を令和4年度から10ポイント以上引き上げ、令和8年度までに60%以上とする。", .yearsOfSentence, "文の初めに"),
    ("「計画」及び「改善策」を設置していない区がないこと。", .unclearReach, "かつ「改善策」を設置していない"),
    ("「計画」又は「改善策」を設置していない区がないこと。", .unclearReach, "又は「改善策」を設置していない"),
  ]

  @Test(arguments: refused.indices)
  func whatCannotBeReadOneWayIsRefusedWithAMend(_ index: Int) {
    let (sentence, code, mend) = JapaneseWordingTests.refused[index]
    let found = text(sentence).diagnostics.first { $0.severity == .error && $0.code == code }
    #expect(found != nil, "\(sentence): \(text(sentence).errors)")
    #expect(found?.mend?.japanese.contains(mend) ?? false, "\(sentence): \(found?.mend?.japanese ?? "no mend")")
  }

  static let warned: [(sentence: String, mend: String)] = [
    ("全区の8割で「受診率」が30%以上であること。", "県で、…区で…"),
    ("すべての区で「受診率」が県の「受診率」の平均以上であること。", "県の全区の「…」の平均"),
  ]

  @Test(arguments: warned.indices)
  func whatIsTakenWithinTheAreaBetweenIsToldOf(_ index: Int) {
    let (sentence, mend) = JapaneseWordingTests.warned[index]
    let found = rules(sentence).diagnostics.first { $0.code == .unclearWithin }
    #expect(found?.severity == .warning, "\(sentence)")
    #expect(found?.mend?.japanese.contains(mend) ?? false, "\(sentence): \(found?.mend?.japanese ?? "no mend")")
  }

  @Test(arguments: [
    "すべての区で「受診率」が県の全区の上位3割に入ること。", "すべての区で「受診率」が市の「受診率」の平均以上であること。",
    "県で、全区の8割以上で「受診率」が30%以上であること。", "「受診率」が県の全区の下位10%に入る区で「改善策」を報告していること。",
  ])
  func whatSaysWithinWhichAreaIsNotToldOf(_ sentence: String) {
    #expect(!rules(sentence).diagnostics.contains { $0.code == .unclearWithin })
  }
}
