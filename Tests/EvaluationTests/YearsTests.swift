import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

@Suite("Years, waivers and outcomes of other targets")
struct YearsTests {
  private func years(_ values: [Int64?]) -> Building {
    var building = Building()
    let x = building.indicator()
    building.years = 2019...2023
    for (place, value) in values.enumerated() {
      if let value { building.give(x, value, year: FiscalYear(2019 + Int32(place))) }
    }
    _ = building.target(holds(x, .atLeast, 1))
    return building
  }

  @Test("a gap counts the years that were missed and stays open over a silent one")
  func openYears() {
    #expect(years([1, 0, 0, 0, 0]).outcome()?.openYears == 4)
    #expect(years([0, 1, 0, nil, 0]).outcome()?.openYears == 2)
    #expect(years([0, 1, 0, 0, nil]).outcome()?.openYears == 2)
    #expect(years([0, 0, 0, 0, 1]).outcome()?.openYears == 0)
  }

  @Test("a waived year pauses a gap; earlier years than the programme were not missed")
  func waived() {
    var building = years([0, 0, 0, 0, 0])
    building.rulebook.program.since = FiscalYear(2020)
    building.rulebook.waivers = [
      Waiver(
        target: 0, areas: [Spelled("区０", Building.span)], from: FiscalYear(2022), until: FiscalYear(2022), because: "",
        place: Building.span)
    ]
    #expect(building.verdict(year: FiscalYear(2022)) == .waived)
    #expect(building.outcome(year: FiscalYear(2022))?.waiver == 0)
    #expect(building.outcome()?.openYears == 3)
    #expect(building.verdict(year: FiscalYear(2019)) == .notApplicable)
  }

  @Test("a target for those that missed another one last year")
  func answering() {
    var building = years([1, 1, 1, 0, 2])
    let act = building.indicator(.text)
    let missed = Condition.outcome(target: 0, .missed, .yearsAgo(1))
    let answer = building.target(Subject(.every(level: 0), filter: missed), .reported(.indicator(act)))
    #expect(building.verdict(answer) == .missed)
    #expect(building.verdict(answer, year: FiscalYear(2022)) == .notApplicable)
  }

  @Test("a target that asks for itself in the year before reaches back into years without data")
  func ownEarlierYears() {
    var building = Building()
    let x = building.indicator()
    let again = building.target(
      Subject(.every(level: 0), filter: .outcome(target: 0, .missed, .yearsAgo(1))), holds(x, .atLeast, 1))
    building.give(x, 0)
    #expect(building.verdict(again) == .notReported)
    building.rulebook.program.since = Building.year
    #expect(building.verdict(again) == .notApplicable)
  }

  @Test("waived areas leave a share unless they meet the demand")
  func waivedShare() {
    var building = Building(wards: 4)
    let x = building.indicator()
    for ward in 0..<4 { building.give(x, ward < 3 ? 1 : 0, area: ward) }
    _ = building.target(Subject(.numberOf(level: 0, .atLeast, .share(.one))), holds(x, .atLeast, 1))
    #expect(building.verdict(area: building.city) == .missed)
    building.rulebook.waivers = [
      Waiver(
        target: 0, areas: [Spelled("w3", Building.span), Spelled("w0", Building.span)], from: Building.year,
        until: Building.year, because: "", place: Building.span)
    ]
    #expect(building.verdict(area: building.city) == .met)
  }

  @Test("names of areas that are not there are said where they stand")
  func unknownNames() {
    var building = Building(wards: 2)
    let x = building.indicator()
    _ = building.target(Subject(.every(level: 0), except: [Spelled("中央区", Building.span)]), holds(x, .atLeast, 1))
    _ = building.target(Subject(.every(level: 1), except: [Spelled("w0", Building.span)]), holds(x, .atLeast, 1))
    #expect(building.evaluator.diagnostics.map { $0.code } == [.unknownAreaInRule, .unknownAreaInRule])
    let known = Evaluator.areaNameFindings(building.rulebook, building.table)
    #expect(known.map { $0.code } == [.unknownAreaInRule, .unknownAreaInRule], "known without data, too")
  }

  @Test("an area above stands for the areas that it holds")
  func namesOfAreasAbove() {
    var building = Building(wards: 2)
    let x = building.indicator()
    let city = Spelled("市", Building.span)
    _ = building.target(Subject(.every(level: 0), only: [city]), holds(x, .atLeast, 1))
    _ = building.target(Subject(.every(level: 0), except: [city]), holds(x, .atLeast, 1))
    for ward in 0..<2 { building.give(x, 1, area: ward) }
    #expect(building.evaluator.diagnostics.isEmpty)
    #expect((0..<2).map { building.verdict(0, area: $0) } == [.met, .met])
    #expect((0..<2).map { building.verdict(1, area: $0) } == [.notApplicable, .notApplicable])
  }

  @Test("measures that double at every stage are refused, not followed")
  func doublingMeasures() {
    var building = Building()
    let x = building.indicator()
    var value = Expression.indicator(x)
    for number in 0..<64 {
      building.rulebook.measures.append(
        Measure(name: "m\(number)", otherName: nil, value: value, dimension: .counted("回"), place: Building.span))
      value = .arithmetic(.plus, .measure(number), .measure(number))
    }
    _ = building.target(holds(value, .atLeast, .constant(.one)))
    #expect(building.evaluator.diagnostics.map { $0.code } == [.nestedTooDeep])
    #expect(building.verdict() == .notReported)
  }
}
