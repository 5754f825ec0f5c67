import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

/// The worked cases of "What a missing figure means".
@Suite("What a missing figure means")
struct MissingFigureTests {
  private func wards(met: Int, silent: Int, of total: Int = 24) -> Building {
    var building = Building(wards: total)
    let meetings = building.indicator()
    _ = building.target(Subject(.numberOf(level: 0, .atLeast, .count(23))), holds(meetings, .atLeast, 1))
    for ward in 0..<(total - silent) { building.give(meetings, ward < met ? 3 : 0, area: ward) }
    return building
  }

  @Test("23 wards met and one silent decides, 22 and one does not yet")
  func silentWard() throws {
    let decided = wards(met: 23, silent: 1)
    #expect(decided.verdict(area: decided.city) == .met)
    let open = wards(met: 22, silent: 1)
    let outcome = try #require(open.outcome(area: open.city))
    #expect(outcome.verdict == .notReported)
    #expect(outcome.awaited == [key(0, 23)])
    #expect(outcome.undecidedAreas == [23])
    #expect(outcome.holdingBack == [22])
    #expect(outcome.measured == Quantity(Rational(22), .areas(0)))
    let missed = wards(met: 21, silent: 1)
    #expect(missed.outcome(area: missed.city)?.shortfall == Quantity(Rational(2), .areas(0)))
  }

  @Test("x ≥ 3 or x < 3 is met whatever x is")
  func bothSides() {
    var building = Building()
    let x = building.indicator()
    _ = building.target(.any([holds(x, .atLeast, 3), holds(x, .lessThan, 3)]))
    _ = building.target(.all([holds(x, .atLeast, 3), holds(x, .lessThan, 3)]))
    _ = building.target(holds(x, .atLeast, 3))
    #expect(building.verdict(0) == .met)
    #expect(building.verdict(1) == .missed)
    #expect(building.verdict(2) == .notReported)
  }

  @Test("5 + (unreported) = 3 is missed, = 7 is not known")
  func sum() {
    var building = Building()
    let x = building.indicator()
    let total = Expression.arithmetic(.plus, .constant(Rational(5)), .indicator(x))
    _ = building.target(holds(total, .equal, .constant(Rational(3))))
    _ = building.target(holds(total, .equal, .constant(Rational(7))))
    #expect(building.verdict(0) == .missed)
    #expect(building.verdict(1) == .notReported)
  }

  @Test("a figure stands once after both sides are brought together")
  func cancelling() {
    var building = Building()
    let x = building.indicator()
    let y = building.indicator()
    _ = building.target(
      holds(.arithmetic(.plus, .indicator(x), .indicator(y)), .atLeast, .indicator(x)))
    let part = Expression.arithmetic(.dividedBy, .indicator(x), .arithmetic(.plus, .indicator(x), .constant(Rational(1))))
    _ = building.target(holds(part, .lessThan, .constant(.one), .ratio))
    #expect(building.verdict(0) == .met)
    #expect(building.verdict(1) == .met)
  }

  @Test("a share in percent is met with what is known, or is not yet")
  func share() {
    var building = Building()
    let visits = building.indicator(to: 10)
    let people = building.indicator()
    building.give(people, 10)
    let share = Expression.arithmetic(.dividedBy, .indicator(visits), .indicator(people))
    _ = building.target(holds(share, .atMost, .constant(.one), .ratio))
    _ = building.target(holds(share, .atLeast, .constant(Rational(mantissa: 8, scale: 1)), .ratio))
    #expect(building.verdict(0) == .met)
    #expect(building.verdict(1) == .notReported)
  }

  @Test("a blank is missed only where a report is asked for")
  func reports() {
    var building = Building()
    let text = building.indicator(.text)
    let count = building.indicator()
    _ = building.target(.reported(.indicator(text)))
    _ = building.target(.reported(.indicator(count)))
    building.leaveOut(count)
    #expect(building.verdict(0) == .missed)
    #expect(building.outcome(0)?.changes == [Change(figure: key(text), from: nil, to: nil)])
    #expect(building.verdict(1) == .notApplicable)
  }

  @Test("the own silent figure against the median of all wards")
  func ownMedian() {
    var building = Building(wards: 3)
    let x = building.indicator(to: 10)
    building.give(x, 4, area: 1)
    building.give(x, 6, area: 2)
    let median = Expression.aggregate(.median, level: 0, .indicator(x))
    _ = building.target(holds(.indicator(x), .atLeast, .arithmetic(.minus, median, .constant(Rational(4)))))
    _ = building.target(holds(.indicator(x), .atLeast, median))
    // Its own value 0 makes the median 4.
    #expect(building.verdict(0) == .met)
    #expect(building.verdict(1) == .notReported)
    #expect(building.verdict(1, area: 2) == .met)
  }

  @Test("an unreported divisor that may be zero leaves not applicable open")
  func divisor() {
    var building = Building()
    let x = building.indicator()
    let y = building.indicator()
    building.give(x, 1)
    let quotient = Expression.arithmetic(.dividedBy, .indicator(x), .indicator(y))
    _ = building.target(holds(quotient, .atMost, .constant(.one), .ratio))
    let results = building.evaluator.possibleResults(target: 0, area: 0, year: Building.year)
    #expect(results.isSuperset(of: [.met, .notApplicable]))
    #expect(building.verdict() == .notReported)
  }

  @Test("counts are gathered from the wards, and the silent ward is named")
  func gathered() throws {
    var building = Building(wards: 3)
    let x = building.indicator()
    building.give(x, 4, area: 0)
    building.give(x, 6, area: 2)
    _ = building.target(Subject(.the(level: 1)), holds(x, .atLeast, 10))
    _ = building.target(Subject(.the(level: 1)), holds(x, .atLeast, 11))
    #expect(building.verdict(0, area: building.city) == .met)
    let open = try #require(building.outcome(1, area: building.city))
    #expect(open.verdict == .notReported)
    #expect(open.awaited == [key(x, 1)])
    #expect(open.undecidedAreas == [1])
    building.leaveOut(x, area: 1)
    #expect(building.verdict(1, area: building.city) == .missed)
    building.give(x, 20, area: building.city)
    #expect(building.verdict(1, area: building.city) == .met)
  }
}
