import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Builds small rulebooks and facts by hand: wards below one city, figures by ward.
struct Building {
  static let span = SourceSpan(file: 0, start: 0, end: 0)
  static let year = FiscalYear(2023)

  var rulebook: Rulebook
  private var areas: [Area] = []
  private var figures: [(FigureKey, FigureState, Int64)] = []
  var years: ClosedRange<Int32> = 2023...2023

  init(wards: Int = 1) {
    rulebook = Rulebook(
      program: Program(title: "事業", levels: [Level(words: ["区", "ward"]), Level(words: ["市", "city"])]),
      sources: SourceSet())
    for ward in 0..<wards { areas.append(Area(code: "w\(ward)", name: "区\(ward)", level: 0, parent: wards)) }
    areas.append(Area(code: "c", name: "市", level: 1, parent: nil))
  }

  /// The city's position.
  var city: Int { areas.count - 1 }

  mutating func indicator(
    _ kind: FigureKind = .count(unit: "回"), from low: Int64? = nil, to high: Int64? = nil, isGiven: Bool = false
  ) -> Int {
    rulebook.indicators.append(
      Indicator(
        code: "i\(rulebook.indicators.count)", kind: kind, givenByBureau: isGiven, lowest: low.map { Rational($0) },
        highest: high.map { Rational($0) }, place: Building.span))
    return rulebook.indicators.count - 1
  }

  /// A target on every ward.
  mutating func target(when guarded: Condition? = nil, _ demand: Condition) -> Int {
    target(Subject(.every(level: 0)), when: guarded, demand)
  }

  mutating func target(_ subject: Subject, when guarded: Condition? = nil, _ demand: Condition) -> Int {
    rulebook.targets.append(
      Target(
        name: "目標\(rulebook.targets.count)",
        requirements: [Requirement(subject: subject, guarded: guarded, demand: demand, place: Building.span)],
        place: Building.span))
    return rulebook.targets.count - 1
  }

  mutating func give(_ indicator: Int, _ stored: Int64, area: Int = 0, year: FiscalYear = Building.year) {
    figures.append((FigureKey(indicator: indicator, area: area, year: year), .given, stored))
  }

  mutating func leaveOut(_ indicator: Int, area: Int = 0) {
    figures.append((FigureKey(indicator: indicator, area: area, year: Building.year), .notApplicable, 0))
  }

  var table: AreaTable { AreaTable(areas) }

  var evaluator: Evaluator {
    var facts = Facts(areas: table, years: years, indicatorCount: rulebook.indicators.count)
    for (key, state, stored) in figures { facts.set(key, state, stored: stored) }
    return Evaluator(rulebook: rulebook, facts: facts)
  }

  func outcome(_ target: Int = 0, area: Int = 0, year: FiscalYear = Building.year) -> Outcome? {
    evaluator.judge(year).outcomes.first { $0.target == target && $0.area == area }
  }

  func verdict(_ target: Int = 0, area: Int = 0, year: FiscalYear = Building.year) -> Verdict? {
    outcome(target, area: area, year: year)?.verdict
  }
}

/// Comparisons, as tests write them.
func holds(_ left: Expression, _ relation: Relation, _ right: Expression, _ dimension: Dimension = .counted("回")) -> Condition {
  .comparison(Comparison(left: left, relation: relation, right: right, dimension: dimension, place: Building.span))
}

func holds(_ indicator: Int, _ relation: Relation, _ value: Int64) -> Condition {
  holds(.indicator(indicator), relation, .constant(Rational(value)))
}

func key(_ indicator: Int, _ area: Int = 0) -> FigureKey {
  FigureKey(indicator: indicator, area: area, year: Building.year)
}
