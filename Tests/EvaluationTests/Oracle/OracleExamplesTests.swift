import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// The oracle is held against the language's own examples, worked out by hand.
@Suite("The oracle on the language's examples")
struct OracleExamplesTests {
  private static let year = FiscalYear(2023)
  private static let unit = Dimension.counted("回")

  /// One city with wards, a count of meetings for each, nothing where it is not reported.
  private func judge(
    _ wards: [Int64?], _ requirement: Requirement, at area: Int, range: ClosedRange<Int64> = 0...5
  ) -> Set<NaiveResult> {
    var areas = [Area(code: "c", name: "city", level: 1, parent: nil)]
    for position in wards.indices { areas.append(Area(code: "w\(position)", name: "ward\(position)", level: 0, parent: 0)) }
    var rulebook = Rulebook(
      program: Program(title: "t", levels: [Level(words: ["区"]), Level(words: ["市"])]), sources: SourceSet())
    rulebook.indicators = [
      Indicator(
        code: "x", kind: .count(unit: "回"), lowest: Rational(range.lowerBound), highest: Rational(range.upperBound),
        place: RandomCase.span)
    ]
    rulebook.targets = [Target(name: "T", requirements: [requirement], place: RandomCase.span)]
    var facts = Facts(areas: AreaTable(areas), years: 2023...2023, indicatorCount: 1)
    for (position, stored) in wards.enumerated() {
      guard let stored else { continue }
      facts.set(FigureKey(indicator: 0, area: position + 1, year: OracleExamplesTests.year), .given, stored: stored)
    }
    let evaluator = NaiveEvaluator(rulebook: rulebook, facts: facts) { _, _, _ in [] }
    return Fillings(evaluator, target: 0, area: area, year: 2023, breadth: .narrow)
      .results(evaluator, target: 0, area: area, year: 2023)
  }

  private func comparison(_ left: Expression, _ relation: Relation, _ right: Int64) -> Condition {
    .comparison(
      Comparison(
        left: left, relation: relation, right: .constant(Rational(right)), dimension: OracleExamplesTests.unit,
        place: RandomCase.span))
  }

  private func requirement(_ kind: Subject.Kind, _ demand: Condition) -> Requirement {
    Requirement(subject: Subject(kind), demand: demand, place: RandomCase.span)
  }

  @Test func aFigureThatIsOnOneSideOrTheOther() {
    let x = Expression.indicator(0)
    let always = requirement(.every(level: 0), .any([comparison(x, .atLeast, 3), comparison(x, .lessThan, 3)]))
    #expect(judge([nil], always, at: 1) == [.met])
    #expect(judge([nil], requirement(.every(level: 0), comparison(x, .atLeast, 3)), at: 1) == [.met, .missed])
  }

  @Test func fiveAndSomethingIsNeverThree() {
    let sum = Expression.arithmetic(.plus, .constant(Rational(5)), .indicator(0))
    #expect(judge([nil], requirement(.every(level: 0), comparison(sum, .equal, 3)), at: 1) == [.missed])
  }

  @Test func enoughWardsDecideWhileOneIsSilent() {
    let holds = comparison(.indicator(0), .atLeast, 1)
    let three = requirement(.numberOf(level: 0, .atLeast, .count(3)), holds)
    #expect(judge([1, 2, 3, nil], three, at: 0) == [.met])
    #expect(judge([1, 2, 0, nil], three, at: 0) == [.met, .missed])
    #expect(judge([1, 0, 0, nil], three, at: 0) == [.missed])
  }

  @Test func aShareOfNobodyIsNotApplicable() {
    let filter = comparison(.indicator(0), .atLeast, 1)
    let subject = Subject(.numberOf(level: 0, .atLeast, .share(Rational(1))), filter: filter)
    let all = Requirement(subject: subject, demand: comparison(.indicator(0), .atLeast, 2), place: RandomCase.span)
    #expect(judge([0, 0], all, at: 0) == [.notApplicable])
    #expect(judge([0, nil], all, at: 0) == [.met, .missed, .notApplicable])
    #expect(judge([2, nil], all, at: 0) == [.met, .missed])
  }

  @Test func aCityGathersItsWards() {
    let city = requirement(.the(level: 1), comparison(.indicator(0), .atLeast, 6))
    #expect(judge([2, 4], city, at: 0) == [.met])
    #expect(judge([1, nil], city, at: 0) == [.met, .missed])
    #expect(judge([0, nil], city, at: 0) == [.missed])
  }

  @Test func divisionByZeroIsNotApplicable() {
    let ratio = Expression.arithmetic(.dividedBy, .constant(Rational(4)), .indicator(0))
    #expect(judge([0], requirement(.every(level: 0), comparison(ratio, .atLeast, 2)), at: 1) == [.notApplicable])
    #expect(judge([nil], requirement(.every(level: 0), comparison(ratio, .atLeast, 2)), at: 1).count == 3)
  }

  @Test func reportingIsAFactAboutTheData() {
    let reports = requirement(.every(level: 0), .reported(.indicator(0)))
    #expect(judge([nil], reports, at: 1) == [.missed])
    #expect(judge([0], reports, at: 1) == [.met])
    let city = requirement(.the(level: 1), .reported(.indicator(0)))
    #expect(judge([1, nil], city, at: 0) == [.missed])
  }

  @Test func fractions() {
    #expect(Fraction(1, over: 10) + Fraction(2, over: 10) == Fraction(3, over: 10))
    #expect(Fraction(-5, over: 2).rounded(decimals: 0) == Fraction(-3))
    #expect(Fraction(-5, over: 2).floor == -3)
    #expect(Fraction(5, over: 2).ceiling == 3)
    #expect(Fraction(1).divided(by: Fraction(-2)) == Fraction(-1, over: 2))
    #expect(Fraction(1).divided(by: .zero) == nil)
  }
}
