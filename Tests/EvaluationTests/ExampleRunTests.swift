import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

@Suite("Examples in the rulebook")
struct ExampleRunTests {
  private func rulebook() -> Rulebook {
    var building = Building()
    let x = building.indicator()
    _ = building.target(holds(x, .atLeast, 1))
    _ = building.target(Subject(.numberOf(level: 0, .atLeast, .count(1))), holds(x, .atLeast, 1))
    return building.rulebook
  }

  private func example(_ value: Example.Value, _ expected: [Example.Expectation]) -> Example {
    let north = Spelled("北区", Building.span)
    return Example(
      title: "例",
      given: [Example.Given(area: .named(north), year: Building.year, indicator: 0, value: value, place: Building.span)],
      expected: expected, place: Building.span)
  }

  private func expect(
    _ target: Int, _ verdict: Verdict, area: String? = nil, by shortfall: Int64? = nil
  ) -> Example.Expectation {
    Example.Expectation(
      target: target, area: area.map { Spelled($0, Building.span) }, year: Building.year, verdict: verdict,
      shortfall: shortfall.map { Rational($0) }, place: Building.span)
  }

  @Test("areas are made up from the names, and the city above them")
  func madeUp() {
    var rulebook = rulebook()
    rulebook.examples = [
      example(.stored(0), [expect(0, .missed, by: 1), expect(1, .missed, by: 1)]),
      example(.notReported, [expect(0, .notReported), expect(0, .notReported, area: "北区")]),
    ]
    let run = run(examplesOf: rulebook, areas: nil)
    #expect(run.passes)
    #expect(run.unseen == [[.met], [.met, .notReported]])
  }

  @Test("what is given for every area holds where nothing is given by name")
  func everyArea() {
    var rulebook = rulebook()
    let every = Example.Given(
      area: .every(level: 0), year: Building.year, indicator: 0, value: .stored(1), place: Building.span)
    var one = example(.stored(0), [expect(0, .missed, by: 1), expect(0, .met, area: "南区")])
    one = Example(title: one.title, given: one.given + [every], expected: one.expected, place: one.place)
    rulebook.examples = [
      one, Example(title: "例", given: [every], expected: [expect(0, .met, area: "北区"), expect(1, .met)], place: Building.span),
    ]
    #expect(run(examplesOf: rulebook, areas: nil).results.map { $0.passes } == [true, true])
  }

  @Test("a wrong verdict, a wrong shortfall and an unknown area do not pass")
  func wrong() throws {
    var rulebook = rulebook()
    rulebook.examples = [
      example(
        .stored(0), [expect(0, .met), expect(0, .missed, by: 2), expect(0, .missed, area: "南区"), expect(0, .missed)])
    ]
    let areas = AreaTable([Area(code: "1", name: "北区", level: 0, parent: 1), Area(code: "2", name: "市", level: 1, parent: nil)])
    let run = run(examplesOf: rulebook, areas: areas)
    let findings = try #require(run.results.first).findings
    #expect(!run.passes)
    #expect(findings.map { $0.agrees } == [false, false, false, true])
    guard case .unknownArea = findings[2] else {
      Issue.record("the area is not in the table")
      return
    }
  }
}
