import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A case in which a difference was once found: a seed of the generator, or a small rulebook written by hand. A seed stands
/// for its case only while the generator stays as it is; faults that concern a whole form have a hand-written twin below.
struct KeptCase: Sendable, CustomStringConvertible {
  let random: RandomCase
  let comment: String

  var description: String { comment }

  init(seed: UInt64, comment: String) {
    random = RandomCase(seed: seed)
    self.comment = comment + ", seed \(seed)"
  }

  /// A city, A0, with wards A1…, judged in FY2023. A figure is given by its indicator, area and stored value.
  init(
    _ comment: String, wards: Int = 1, _ indicators: [Indicator], groups: [Group] = [],
    given: [(indicator: Int, area: Int, stored: Int64)], _ requirements: [Requirement]
  ) {
    var areas = [Area(code: "0", name: "A0", level: 1, parent: nil)]
    for ward in 1...wards { areas.append(Area(code: "\(ward)", name: "A\(ward)", level: 0, parent: 0)) }
    var rulebook = Rulebook(
      program: Program(title: "kept", levels: [Level(words: ["区"]), Level(words: ["市"])]), sources: SourceSet())
    rulebook.ladders = [Ladder(name: "L", steps: [Ladder.Step(name: "L-0"), Ladder.Step(name: "L-1")])]
    rulebook.indicators = indicators
    rulebook.groups = groups
    rulebook.targets = [Target(name: "T0", requirements: requirements, place: RandomCase.span)]
    let year = FiscalYear(2023)
    var facts = Facts(areas: AreaTable(areas), years: 2023...2023, indicatorCount: indicators.count)
    for figure in given {
      facts.set(FigureKey(indicator: figure.indicator, area: figure.area, year: year), .given, stored: figure.stored)
    }
    random = RandomCase(seed: 0, rulebook: rulebook, facts: facts, judgedYears: [year], mostFillings: 6000)
    self.comment = comment
  }
}

enum KeptCases {
  static let all: [KeptCase] = bySeed + amongAreas + byHand + withinClasses

  private static let bySeed: [KeptCase] = [
    KeptCase(seed: 311_391, comment: "a figure of one silent ward in two counts of areas"),
    KeptCase(seed: 310_317, comment: "a figure of one silent ward in two counts of areas"),
    KeptCase(seed: 402_099, comment: "a figure of the city in two shares of one ward"),
    KeptCase(seed: 508_869, comment: "a figure in one share, and in the filter of another"),
    KeptCase(seed: 421_443, comment: "an unknown figure that stands twice and decides nothing hides a change"),
    KeptCase(seed: 510_652, comment: "a blank figure held against itself, and to be reported"),
    KeptCase(seed: 514_988, comment: "an unknown figure in filter and demand hides a change"),
  ]

  /// Ranks, deviations and classes.
  private static let amongAreas: [KeptCase] = [
    KeptCase(seed: 30_000_784, comment: "an average within an area that holds nobody decides nothing"),
    KeptCase(seed: 40_001_380, comment: "a figure that is split changes the class of its area"),
    KeptCase(seed: 50_000_971, comment: "a figure that cancels out of a deviation"),
    KeptCase(seed: 60_000_671, comment: "a change that moves a class"),
    KeptCase(seed: 70_001_268, comment: "a figure that cancels out of both sides of a deviation"),
    KeptCase(seed: 80_001_136, comment: "a change that moves a class"),
    KeptCase(seed: 100_000_733, comment: "a figure that cancels out of a deviation"),
    KeptCase(seed: 130_000_748, comment: "a change that moves a class"),
    KeptCase(seed: 140_001_590, comment: "a rank of a silent area"),
    KeptCase(seed: 150_001_680, comment: "a change that moves a class"),
    KeptCase(seed: 170_001_947, comment: "a figure that is split changes the class of its area"),
    KeptCase(seed: 40_001_943, comment: "an average within a class that the figure held against it tells"),
    KeptCase(seed: 100_000_704, comment: "an average within a class, of a figure that tells the class"),
    KeptCase(seed: 80_002_009, comment: "a figure that cancels out and is to be reported"),
    KeptCase(seed: 100_000_630, comment: "the figures of areas that may be of the class"),
  ]

  private static let byHand: [KeptCase] = [
    KeptCase(
      "a report is a fact, also while a figure is split", [yesOrNo], given: [],
      [every(0, .any([compare(0, .equal, 1), compare(0, .lessThan, 0), .reported(.indicator(0))]))]),
    KeptCase(
      "a guard and a report of one figure", [count(to: 2)], given: [],
      [every(0, .reported(.indicator(0)), when: compare(0, .lessThan, 1))]),
    KeptCase(
      "a changed figure counts in the sum above, too", wards: 2, [count(to: 3)], given: [(0, 1, 0), (0, 2, 0)],
      [every(0, .all([compare(0, .moreThan, 0), compare(.ofArea(level: 1, .indicator(0)), .equal, 3)]))]),
    KeptCase(
      "a guard of the city that decides between two requirements", [yesOrNo, count(to: 3)], given: [(1, 1, 2)],
      [
        every(1, compare(1, .atLeast, 1), when: compare(0, .equal, 1)),
        Requirement(
          subject: Subject(.numberOf(level: 0, .atLeast, .count(1))), guarded: compare(0, .equal, 0),
          demand: compare(1, .atLeast, 1), place: RandomCase.span),
      ]),
  ]

  /// The blank figure of a ward tells with which others the ward is held together.
  private static let withinClasses: [KeptCase] = [
    KeptCase(
      "an average within a class that the figure held against it tells", wards: 2, [count(to: 1)], groups: [classes],
      given: [(0, 2, 0)],
      [every(0, compare(.peerAggregate(.average, ofSameClass, twice), .moreThan, .indicator(0)))]),
    KeptCase(
      "a deviation within a class that the figure held against it tells", wards: 3, [count(to: 2)], groups: [classes],
      given: [(0, 2, 0), (0, 3, 2)],
      [
        every(
          0,
          .deviation(
            DeviationBound(
              left: .indicator(0), relation: .atLeast, figure: .indicator(0), factor: Rational(1), peers: ofSameClass,
              dimension: .counted("件"), place: RandomCase.span)))
      ]),
    KeptCase(
      "a rank within a class that the ranked figure tells", wards: 3, [count(to: 2)], groups: [classes],
      given: [(0, 2, 1), (0, 3, 2)],
      [
        every(
          0,
          .rank(
            Rank(
              figure: .indicator(0), dimension: .counted("件"), end: .top, amount: .count(1), peers: ofSameClass,
              leavesOutZeros: false, place: RandomCase.span)))
      ]),
  ]

  private static let ofSameClass = Peers(level: 0, within: nil, group: 0)
  private static let twice = Expression.arithmetic(.plus, .indicator(0), .indicator(0))
  private static let classes = Group(
    name: "g0",
    classes: [
      Group.Class(name: "small", condition: compare(0, .lessThan, 1)),
      Group.Class(name: "large", condition: compare(0, .atLeast, 1)),
    ], place: RandomCase.span)

  private static let yesOrNo = Indicator(code: "yes", kind: .yesOrNo, place: RandomCase.span)

  private static func count(to highest: Int64) -> Indicator {
    Indicator(code: "count", kind: .count(unit: "件"), highest: Rational(highest), place: RandomCase.span)
  }

  private static func compare(_ indicator: Int, _ relation: Relation, _ value: Int64) -> Condition {
    compare(.indicator(indicator), relation, value)
  }

  private static func compare(_ figure: Expression, _ relation: Relation, _ value: Int64) -> Condition {
    compare(figure, relation, .constant(Rational(value)))
  }

  private static func compare(_ left: Expression, _ relation: Relation, _ right: Expression) -> Condition {
    .comparison(
      Comparison(left: left, relation: relation, right: right, dimension: .counted("件"), place: RandomCase.span))
  }

  private static func every(_ level: Int, _ demand: Condition, when guarded: Condition? = nil) -> Requirement {
    Requirement(subject: Subject(.every(level: level)), guarded: guarded, demand: demand, place: RandomCase.span)
  }
}
