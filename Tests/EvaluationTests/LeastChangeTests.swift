import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

@Suite("The least change")
struct LeastChangeTests {
  private func changes(_ building: Building) -> [Change] { building.outcome()?.changes ?? [] }

  @Test("one figure to its threshold, with the shortfall in its unit")
  func threshold() throws {
    var building = Building()
    let x = building.indicator()
    building.give(x, 1)
    _ = building.target(holds(x, .atLeast, 3))
    let outcome = try #require(building.outcome())
    #expect(outcome.changes == [Change(figure: key(x), from: 1, to: 3)])
    #expect(outcome.shortfall == Quantity(Rational(2), .counted("回")))
    #expect(outcome.measured == Quantity(Rational(1), .counted("回")))
    #expect(outcome.required == RequiredFigure(.atLeast, Quantity(Rational(3), .counted("回"))))
  }

  @Test("more than 66.7% in one decimal asks for 66.8")
  func percent() throws {
    var building = Building()
    let x = building.indicator(.percent(decimals: 1))
    building.give(x, 667)
    _ = building.target(holds(.indicator(x), .moreThan, .constant(Rational(mantissa: 667, scale: 3)), .ratio))
    let outcome = try #require(building.outcome())
    #expect(outcome.changes == [Change(figure: key(x), from: 667, to: 668)])
    #expect(outcome.shortfall == Quantity(Rational(mantissa: 1, scale: 3), .points))
  }

  @Test("and adds, or takes the least, n of them the n least")
  func combinations() {
    var building = Building()
    let (x, y, z) = (building.indicator(), building.indicator(), building.indicator())
    building.give(x, 0)
    building.give(y, 2)
    building.give(z, 1)
    let parts = [holds(x, .atLeast, 3), holds(y, .atLeast, 3), holds(z, .atLeast, 3)]
    _ = building.target(.all(parts))
    _ = building.target(.any(parts))
    _ = building.target(.numberMet(.atLeast, 2, of: parts))
    let toY = Change(figure: key(y), from: 2, to: 3)
    let toZ = Change(figure: key(z), from: 1, to: 3)
    #expect(building.outcome(0)?.changes == [Change(figure: key(x), from: 0, to: 3), toY, toZ])
    #expect(building.outcome(1)?.changes == [toY])
    #expect(building.outcome(2)?.changes == [toY, toZ])
  }

  @Test("a figure that stands in two comparisons is searched for")
  func between() {
    var building = Building()
    let x = building.indicator()
    building.give(x, 9)
    _ = building.target(.all([holds(x, .atLeast, 1), holds(x, .atMost, 3)]))
    #expect(changes(building) == [Change(figure: key(x), from: 9, to: 3)])
  }

  @Test("what the bureau gives, what a guard looks at and equal figures are not moved")
  func unmovable() {
    var building = Building()
    let x = building.indicator(isGiven: true)
    let y = building.indicator()
    let z = building.indicator()
    building.give(x, 1)
    building.give(y, 1)
    building.give(z, 2)
    _ = building.target(holds(x, .atLeast, 3))
    _ = building.target(when: holds(y, .lessThan, 9), holds(y, .atLeast, 3))
    _ = building.target(holds(.indicator(y), .equal, .indicator(z)))
    for target in 0..<3 {
      #expect(building.verdict(target) == .missed)
      #expect(building.outcome(target)?.changes == [])
    }
    #expect(building.outcome(2)?.shortfall == Quantity(.one, .counted("回")))
  }

  @Test("several figures of one sum, where one alone has no room")
  func together() {
    var building = Building()
    let (x, y) = (building.indicator(to: 5), building.indicator(to: 6))
    building.give(x, 4)
    building.give(y, 4)
    _ = building.target(
      holds(.arithmetic(.plus, .indicator(x), .indicator(y)), .atLeast, .constant(Rational(11))))
    #expect(changes(building) == [Change(figure: key(x), from: 4, to: 5), Change(figure: key(y), from: 4, to: 6)])
  }

  @Test("a share that a figure stands in twice")
  func share() {
    var building = Building()
    let (yes, no) = (building.indicator(), building.indicator(isGiven: true))
    building.give(yes, 1)
    building.give(no, 2)
    let share = Expression.arithmetic(.dividedBy, .indicator(yes), .arithmetic(.plus, .indicator(yes), .indicator(no)))
    _ = building.target(holds(share, .atLeast, .constant(Rational(mantissa: 8, scale: 1)), .ratio))
    #expect(changes(building) == [Change(figure: key(yes), from: 1, to: 8)])
  }

  @Test("a figure against the median that it belongs to")
  func median() {
    var building = Building(wards: 7)
    let x = building.indicator(to: 366)
    for (ward, value) in [3, 5, 100, 120, 130, 140, 150].enumerated() { building.give(x, Int64(value), area: ward) }
    _ = building.target(holds(.indicator(x), .atLeast, .aggregate(.median, level: 0, .indicator(x))))
    #expect(changes(building) == [Change(figure: key(x), from: 3, to: 120)])
    // Above 120 the ward itself would be the middle.
    #expect(building.outcome(area: 2)?.changes == [Change(figure: key(x, 2), from: 100, to: 120)])
  }

  @Test("areas that hold a number back come nearest first")
  func nearestFirst() throws {
    var building = Building(wards: 4)
    let x = building.indicator()
    for (ward, value) in [0, 2, 1, 5].enumerated() { building.give(x, Int64(value), area: ward) }
    _ = building.target(
      Subject(.numberOf(level: 0, .atLeast, .share(Rational(mantissa: 75, scale: 2)))), holds(x, .atLeast, 3))
    let outcome = try #require(building.outcome(area: building.city))
    #expect(outcome.holdingBack == [1, 2, 0])
    #expect(outcome.shortfall == Quantity(Rational(2), .areas(0)))
    #expect(outcome.measured == Quantity(Rational(mantissa: 25, scale: 2), .ratio))
    #expect(outcome.changes == [])
  }
}
