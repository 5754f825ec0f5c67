import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Judges one example.
struct ExampleRunner {
  let diagnostics: [Diagnostic]
  private let rulebook: Rulebook
  private let example: Example
  private let areas: AreaTable
  private let evaluator: Evaluator
  /// The areas for which figures are given, each once: those that are named, or all of a level where none is.
  private let givenAreas: [Int]

  init(_ rulebook: Rulebook, _ example: Example, _ areas: AreaTable) {
    self.rulebook = rulebook
    self.example = example
    self.areas = areas
    var facts = Facts(
      areas: areas, years: ExampleRunner.years(example), indicatorCount: rulebook.indicators.count)
    var diagnostics: [Diagnostic] = []
    var namedAreas: [Int] = []
    var levels: [Int] = []
    // What is given by name goes over what is given for every area, wherever it stands.
    for given in example.given {
      if case .every(let level) = given.area {
        for area in areas.areas(ofLevel: level) { ExampleRunner.set(given, area, &facts) }
        if !levels.contains(level) { levels.append(level) }
      }
    }
    for given in example.given {
      guard case .named(let name) = given.area else { continue }
      let positions = areas.positions(named: name.text)
      guard positions.count == 1, let area = positions.first else {
        diagnostics.append(
          positions.isEmpty ? unknownArea(name) : ambiguousArea(name, codes: positions.map { areas.areas[$0].code }))
        continue
      }
      if !namedAreas.contains(area) { namedAreas.append(area) }
      ExampleRunner.set(given, area, &facts)
    }
    self.diagnostics = diagnostics
    givenAreas = namedAreas.isEmpty ? levels.flatMap { areas.areas(ofLevel: $0) } : namedAreas
    evaluator = Evaluator(rulebook: rulebook, facts: facts)
  }

  private static func set(_ given: Example.Given, _ area: Int, _ facts: inout Facts) {
    let key = FigureKey(indicator: given.indicator, area: area, year: given.year)
    switch given.value {
    case .stored(let stored): facts.set(key, .given, stored: stored)
    case .text(let text): facts.set(key, .given, stored: facts.add(text: text))
    case .notReported: facts.set(key, .notReported)
    case .notApplicable: facts.set(key, .notApplicable)
    }
  }

  /// From the first year that the example speaks of to the last.
  private static func years(_ example: Example) -> ClosedRange<Int32> {
    let years = example.given.map { $0.year.number } + example.expected.map { $0.year.number }
    guard let first = years.min(), let last = years.max() else { return 2000...2000 }
    return first...last
  }

  func findings() -> [ExampleFinding] { example.expected.map { finding($0) } }

  private func finding(_ expectation: Example.Expectation) -> ExampleFinding {
    let area: Int
    if let name = expectation.area {
      let positions = areas.positions(named: name.text)
      guard positions.count == 1, let position = positions.first else { return .unknownArea }
      area = position
    } else {
      guard let position = onlyArea(expectation.target) else { return .noArea }
      area = position
    }
    guard let outcome = evaluator.outcome(target: expectation.target, area: area, year: expectation.year)
    else { return .notJudgedThere }
    let isShortfallMet = expectation.shortfall.map { $0 == outcome.shortfall?.value } ?? true
    let isGradeMet = expectation.grade.map { $0 == outcome.grade } ?? true
    let arePointsMet = expectation.points.map { $0 == outcome.points?.earned } ?? true
    let agrees = outcome.verdict == expectation.verdict && isShortfallMet && isGradeMet && arePointsMet
    return agrees ? .agrees(outcome) : .differs(outcome)
  }

  /// The area that an expectation means without naming it: the one that is given, or the one above all that are given, as
  /// the target judges one or the other.
  private func onlyArea(_ target: Int) -> Int? {
    var found: [Int] = []
    for area in givenAreas {
      for requirement in rulebook.targets[target].requirements {
        guard let holder = areas.ancestor(of: area, atLevel: requirement.subject.judgedLevel) else { continue }
        if !found.contains(holder) { found.append(holder) }
      }
    }
    if found.count == 1 { return found[0] }
    return givenAreas.count == 1 ? givenAreas[0] : nil
  }
}
