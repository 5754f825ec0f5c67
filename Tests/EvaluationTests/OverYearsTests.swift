import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

@Suite("Figures over years")
struct OverYearsTests {
  private func year(_ number: Int32) -> FiscalYear { FiscalYear(number) }

  /// One ward with a count that is given in some years.
  private func building(_ given: [Int32: Int64], _ demand: (Expression) -> Condition) -> Building {
    var building = Building()
    building.years = 2018...2026
    let x = building.indicator()
    _ = building.target(demand(.indicator(x)))
    for (number, stored) in given.sorted(by: { $0.key < $1.key }) { building.give(x, stored, year: year(number)) }
    return building
  }

  @Test("a year that is not reported in the middle leaves undecided what depends on it")
  func missingYear() {
    let given: [Int32: Int64] = [2021: 3, 2023: 5]
    func verdict(_ series: YearSeries, _ bound: Int64) -> Verdict? {
      building(given) { holds(.series(series, $0), .atLeast, .constant(Rational(bound))) }.verdict()
    }
    #expect(verdict(.average(years: 3), 4) == .notReported)
    #expect(verdict(.slope(years: 3), 1) == .met, "the middle year has no weight in a slope of three")
    #expect(verdict(.cumulated(since: .fixed(year(2021))), 8) == .met)
    #expect(verdict(.cumulated(since: .fixed(year(2021))), 9) == .notReported)
    #expect(verdict(.cumulated(since: .fixed(year(2024))), 0) == .notApplicable)
  }

  @Test("averages and slopes are exact")
  func series() {
    let given: [Int32: Int64] = [2019: 2, 2020: 3, 2021: 3, 2022: 5, 2023: 7]
    func measured(_ series: YearSeries) -> Rational? {
      building(given) { holds(.series(series, $0), .atLeast, .constant(Rational(100))) }.outcome()?.measured?.value
    }
    #expect(measured(.average(years: 3)) == Rational(5))
    #expect(measured(.slope(years: 5)) == Rational(mantissa: 12, scale: 1))
    #expect(measured(.cumulated(since: .yearsAgo(1))) == Rational(12))
  }

  @Test("a path is a straight line; nothing before its first year, its last value after its last")
  func path() {
    let points = [PathPoint(year: year(2020), value: Rational(10)), PathPoint(year: year(2023), value: Rational(16))]
    func required(_ judged: Int32) -> Rational? {
      let building = building([judged: 0]) { holds($0, .atLeast, .path(points)) }
      return building.outcome(year: year(judged))?.required?.quantity.value
    }
    #expect(required(2020) == Rational(10))
    #expect(required(2021) == Rational(12))
    #expect(required(2026) == Rational(16))
    #expect(building([2019: 0]) { holds($0, .atLeast, .path(points)) }.verdict(year: year(2019)) == .notApplicable)
  }

  @Test("a change in % of nothing is not applicable, and says of what")
  func emptyBase() {
    let demand: (Expression) -> Condition = { figure in
      holds(figure, .atMost, .arithmetic(.times, .positive(.inYear(.yearsAgo(1), figure)), .constant(Rational(2))))
    }
    let outcome = building([2022: 0, 2023: 4], demand).outcome()
    #expect(outcome?.verdict == .notApplicable)
    #expect(outcome?.parts.first?.emptyBase == Quantity(.zero, .counted("回")))
    #expect(building([2022: 2, 2023: 4], demand).outcome()?.parts.first?.emptyBase == nil)
  }

  @Test("a change proposes nothing for a part that is met or not applicable already")
  func changeBesideEmptyBase() {
    var building = Building()
    let x = building.indicator(from: 0, to: 2)
    let y = building.indicator(.yesOrNo)
    let earlier = Expression.positive(.inYear(.yearsAgo(1), .indicator(x)))
    _ = building.target(
      .all([holds(.indicator(x), .atMost, earlier), holds(.indicator(y), .equal, .constant(.one), .yesOrNo)]))
    building.give(x, 0)
    building.give(y, 0)
    #expect(building.outcome()?.changes == [Change(figure: key(y), from: 0, to: 1)])
  }

  @Test("shortfalls are carried from year to year, from the first year that is asked")
  func carriedOver() {
    func outcome(_ given: [Int32: Int64], since: Int32 = 2021) -> Outcome? {
      building(given) { figure in
        holds(
          figure, .atLeast,
          .carriedOver(
            CarryOver(demand: .constant(Rational(5)), figure: figure, before: .yearsAgo(1), since: FiscalYear(since))))
      }.outcome()
    }
    #expect(outcome([2020: 0, 2021: 3, 2022: 6, 2023: 5])?.shortfall?.value == Rational(1))
    #expect(outcome([2021: 9, 2022: 5, 2023: 5])?.verdict == .met)
    #expect(outcome([2022: 5, 2023: 5])?.verdict == .notReported)
    #expect(outcome([2022: 5, 2023: 5])?.awaited == [FigureKey(indicator: 0, area: 0, year: year(2021))])
    #expect(outcome([2022: 5, 2023: 15])?.verdict == .met, "no shortfall of the year before could be more than ten")
  }

  @Test("last period is the last year of the period before, last survey the survey before")
  func references() {
    var building = Building()
    building.years = 2018...2026
    building.rulebook.program.planPeriod = PlanPeriod(first: year(2024), last: year(2026))
    building.rulebook.indicators.append(
      Indicator(
        code: "s", kind: .count(unit: "回"), surveyed: [year(2019), year(2022), year(2025)], place: Building.span))
    let rulebook = building.rulebook
    #expect(rulebook.year(.lastPeriod, from: year(2025)) == year(2023))
    #expect(rulebook.year(.lastPeriod, from: year(2023)) == year(2020))
    #expect(rulebook.year(.lastPeriod, from: year(2027)) == year(2026))
    #expect(rulebook.year(.lastSurvey(of: 0), from: year(2022)) == year(2019))
    #expect(rulebook.year(.lastSurvey(of: 0), from: year(2024)) == year(2022))
    #expect(rulebook.year(.lastSurvey(of: 0), from: year(2019)) == nil)
    let rises = holds(.indicator(0), .moreThan, .inYear(.lastSurvey(of: 0), .indicator(0)))
    _ = building.target(rises)
    building.give(0, 3, year: year(2019))
    building.give(0, 4, year: year(2022))
    #expect(building.verdict(year: year(2022)) == .met)
    #expect(building.verdict(year: year(2023)) == .notApplicable)
    #expect(building.verdict(year: year(2019)) == .notApplicable)
    #expect(building.verdict(year: year(2025)) == .notReported)
  }
}
