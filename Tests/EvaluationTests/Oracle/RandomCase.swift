import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A random rulebook with random data, the same for the same seed.
struct RandomCase: Sendable {
  let seed: UInt64
  var rulebook: Rulebook
  var facts: Facts
  var judgedYears: [FiscalYear]
  /// Above so many fillings an outcome is not compared.
  var mostFillings: Int

  static let span = SourceSpan(file: 0, start: 0, end: 0)

  init(seed: UInt64) {
    var maker = CaseMaker(seed: seed)
    self = maker.make()
  }

  init(seed: UInt64, rulebook: Rulebook, facts: Facts, judgedYears: [FiscalYear], mostFillings: Int) {
    self.seed = seed
    self.rulebook = rulebook
    self.facts = facts
    self.judgedYears = judgedYears
    self.mostFillings = mostFillings
  }
}

/// Makes one case. The checker refuses rules that mix units; so does this: every expression is made for a dimension.
struct CaseMaker {
  let seed: UInt64
  var numbers: SeededNumbers
  var rulebook: Rulebook
  var areas: [Area] = []
  var years: ClosedRange<Int32> = 2023...2023
  /// Whether targets may ask for outcomes of later years of themselves and of later targets.
  var mayAskBack = false

  init(seed: UInt64) {
    self.seed = seed
    numbers = SeededNumbers(seed: seed)
    rulebook = Rulebook(program: Program(title: "random", levels: [Level(words: ["区"])]), sources: SourceSet())
  }

  mutating func make() -> RandomCase {
    makeFrame()
    makeBoundaries()
    makeIndicators()
    makeParameters()
    makeGroups()
    makeMeasures()
    makeTargets()
    addYearForms()
    makeWaivers()
    var facts = makeFacts()
    let judged: [FiscalYear]
    if numbers.chance(75) {
      judged = [FiscalYear(years.upperBound)]
    } else {
      let first = max(years.lowerBound, rulebook.program.since?.number ?? years.lowerBound)
      judged = (first...years.upperBound).map { FiscalYear($0) }
    }
    let mostFillings = [30, 120, 600, 6000][numbers.weighted([60, 30, 9, 1])]
    reportUntil(atMost: mostFillings, judged, &facts)
    return RandomCase(
      seed: seed, rulebook: rulebook, facts: facts, judgedYears: judged, mostFillings: mostFillings)
  }

  // MARK: - Frame

  private mutating func makeFrame() {
    let levelCount = [1, 2, 3][numbers.weighted([30, 55, 15])]
    let words = [["区", "ward", "wards"], ["市", "city", "cities"], ["県", "prefecture", "prefectures"]]
    years = (2024 - Int32([1, 2, 3][numbers.weighted([40, 45, 15])]))...2023
    let since: FiscalYear? = numbers.chance(50) ? FiscalYear(years.lowerBound - 1 + Int32(numbers.below(2))) : nil
    rulebook.program = Program(
      title: "random", levels: words.prefix(levelCount).map { Level(words: $0) }, since: since)
    if numbers.chance(60) {
      let first = years.lowerBound + Int32(numbers.below(years.count))
      rulebook.program.planPeriod = PlanPeriod(
        first: FiscalYear(first), last: FiscalYear(first + Int32(numbers.between(0, 2))))
    }
    mayAskBack = since != nil
    switch levelCount {
    case 1:
      for _ in 0..<[1, 2, 3, 4][numbers.weighted([40, 25, 20, 15])] { add(level: 0, below: nil) }
    case 2:
      let tops = numbers.chance(80) ? 1 : 2
      for _ in 0..<tops { add(level: 1, below: nil) }
      for _ in 0..<min(6 - tops, [1, 2, 3, 4, 5][numbers.weighted([20, 30, 25, 15, 10])]) {
        add(level: 0, below: numbers.chance(96) ? numbers.below(tops) : nil)
      }
    default:
      add(level: 2, below: nil)
      let middles = numbers.between(1, 2)
      for _ in 0..<middles { add(level: 1, below: numbers.chance(95) ? 0 : nil) }
      for _ in 0..<numbers.between(1, 4 - middles) { add(level: 0, below: 1 + numbers.below(middles)) }
    }
  }

  private mutating func add(level: Int, below parent: Int?) {
    areas.append(Area(code: "\(areas.count)", name: "A\(areas.count)", level: level, parent: parent))
  }

  // MARK: - Figures

  private mutating func makeIndicators() {
    rulebook.ladders = (0..<2).map { position in
      let count = numbers.between(2, 4)
      return Ladder(name: "L\(position)", steps: (0..<count).map { Ladder.Step(name: "L\(position)-\($0)") })
    }
    for position in 0..<numbers.between(1, 6) {
      let (kind, lowest, highest) = randomKind()
      rulebook.indicators.append(
        Indicator(
          code: "i\(position)", kind: kind, givenByBureau: numbers.chance(8), lowest: lowest, highest: highest,
          introduced: numbers.chance(8) ? FiscalYear(years.lowerBound + Int32(numbers.below(2))) : nil,
          surveyed: randomSurveys(),
          place: RandomCase.span))
    }
  }

  private mutating func randomSurveys() -> [FiscalYear]? {
    guard numbers.chance(12) else { return nil }
    let surveyed = years.filter { _ in numbers.chance(70) }.map { FiscalYear($0) }
    return surveyed.isEmpty ? nil : surveyed
  }

  /// A kind with a small range, so that all fillings can be tried; now and then an open one.
  private mutating func randomKind() -> (FigureKind, Rational?, Rational?) {
    let unit = numbers.chance(75) ? "件" : "人"
    switch numbers.weighted([42, 8, 9, 12, 10, 7, 5, 4, 5]) {
    case 0, 1:
      let kind = numbers.chance(85) ? FigureKind.count(unit: unit) : .amount(unit: unit)
      if numbers.chance(12) { return (kind, numbers.chance(30) ? Rational(1) : nil, nil) }
      let least = numbers.chance(75) ? 0 : numbers.between(1, 2)
      let lowest = least == 0 && numbers.chance(50) ? nil : Rational(Int64(least))
      return (kind, lowest, Rational(Int64(least + numbers.between(1, 3))))
    case 2:
      switch numbers.below(8) {
      case 0: return (.number(unit: "", decimals: 0), nil, nil)
      case 1:
        let lowest = Int64(numbers.between(-2, 0))
        return (.number(unit: "", decimals: nil), Rational(mantissa: lowest, scale: 6), Rational(mantissa: lowest + 2, scale: 6))
      case 2: return (.number(unit: "", decimals: 0), Rational(mantissa: -15, scale: 1), Rational(mantissa: 15, scale: 1))
      default:
        let lowest = Int64(numbers.between(-2, 2))
        return (
          .number(unit: "", decimals: 1), Rational(mantissa: lowest, scale: 1),
          Rational(mantissa: lowest + Int64(numbers.between(1, 4)), scale: 1)
        )
      }
    case 3:
      if numbers.chance(10) { return (.percent(decimals: 0), Rational(0), nil) }
      if numbers.chance(60) { return (.percent(decimals: 0), Rational(0), Rational(Int64(numbers.between(1, 4)))) }
      let lowest = Int64(numbers.between(5, 15))
      return (.percent(decimals: 1), Rational(mantissa: lowest, scale: 1), Rational(mantissa: lowest + 3, scale: 1))
    case 4: return (.ladder(numbers.below(2)), nil, nil)
    case 5: return (.yesOrNo, nil, nil)
    case 6: return (.date, nil, nil)
    case 7: return (.choice(["a", "b", "c"]), nil, nil)
    default: return (.text, nil, nil)
    }
  }

  private mutating func makeParameters() {
    for position in 0..<numbers.below(3) {
      let dimension = numbers.pick([Dimension.counted("件"), .counted("人"), .ratio, .plain])
      var values: [(from: FiscalYear?, value: Rational)] = [(nil, randomConstant(dimension, small: numbers.chance(60)))]
      if numbers.chance(40) {
        values.append((FiscalYear(years.upperBound), randomConstant(dimension, small: numbers.chance(60))))
      }
      var parameter = Parameter(
        name: "p\(position)", otherName: nil, dimension: dimension, values: values, place: RandomCase.span)
      if numbers.chance(10) {
        parameter.replacement = (FiscalYear(years.upperBound), randomConstant(dimension, small: true))
      }
      rulebook.parameters.append(parameter)
    }
  }

  private mutating func makeMeasures() {
    for position in 0..<numbers.below(3) {
      let dimension = numbers.pick([Dimension.counted("件"), .counted("人"), .ratio, .plain])
      let value = randomFigure(dimension, depth: 1, level: 0, mayAsk: nil)
      rulebook.measures.append(
        Measure(name: "m\(position)", otherName: nil, value: value, dimension: dimension, place: RandomCase.span))
    }
  }

  // MARK: - Targets

  private mutating func makeTargets() {
    for position in 0..<numbers.between(1, 4) {
      let subject = randomSubjectKind()
      var requirements = [randomRequirement(subject, target: position)]
      while numbers.chance(20), requirements.count < 3 {
        requirements.append(randomRequirement(numbers.chance(70) ? subject : randomSubjectKind(), target: position))
      }
      let lowest = years.lowerBound
      rulebook.targets.append(
        Target(
          name: "T\(position)",
          inForceFrom: numbers.chance(12) ? FiscalYear(lowest + Int32(numbers.below(2))) : nil,
          inForceUntil: numbers.chance(8) ? FiscalYear(lowest + Int32(numbers.below(3))) : nil,
          requirements: requirements, place: RandomCase.span))
    }
  }

  private mutating func randomSubjectKind() -> Subject.Kind {
    let levels = rulebook.program.levels.count
    if levels > 1, numbers.chance(35) {
      let level = numbers.below(levels - 1)
      let relation = randomRelation([50, 15, 12, 8, 10, 5])
      if numbers.chance(50) { return .numberOf(level: level, relation, .count(Int64(numbers.between(0, 4)))) }
      let shares = [(1, 2), (2, 3), (7, 10), (4, 5), (1, 1), (1, 3), (0, 1)]
      let (top, bottom) = numbers.pick(shares)
      return .numberOf(level: level, relation, .share(Fraction(top, over: bottom).rational))
    }
    let level = [0, 0, 1, 2].filter { $0 < levels }
    return numbers.chance(70) ? .every(level: numbers.pick(level)) : .the(level: numbers.pick(level))
  }

  private mutating func randomRequirement(_ kind: Subject.Kind, target: Int) -> Requirement {
    var bare = Subject(kind)
    if case .every(let level) = kind, level + 1 < rulebook.program.levels.count, numbers.chance(12) {
      bare = Subject(kind, outcomeLevel: numbers.between(level + 1, rulebook.program.levels.count - 1))
    }
    var except: [Spelled] = []
    var only: [Spelled] = []
    if numbers.chance(8) { except = [Spelled(numbers.pick(areas).name, RandomCase.span)] }
    // Every other exception is turned round.
    if let name = except.first, name.text.utf8.last.map({ $0 % 2 == 0 }) ?? false, case .every = bare.kind {
      (except, only) = ([], [name])
    }
    let filter = numbers.chance(18) ? randomCondition(depth: 0, level: bare.level, mayAsk: target) : nil
    let guardedLevel = bare.outcomeLevel == nil ? bare.judgedLevel : bare.level
    let guarded = numbers.chance(14) ? randomCondition(depth: 0, level: guardedLevel, mayAsk: target) : nil
    let depth = [0, 1, 2][numbers.weighted([45, 40, 15])]
    return Requirement(
      subject: Subject(kind, except: except, only: only, filter: filter, outcomeLevel: bare.outcomeLevel), guarded: guarded,
      demand: randomCondition(depth: depth, level: bare.level, mayAsk: target), place: RandomCase.span)
  }

  /// Due years, demands of one year and exceptions, from numbers of their own: a case without them is what it would be if these
  /// forms did not exist.
  private mutating func addYearForms() {
    let present = numbers
    numbers = SeededNumbers(seed: seed ^ 0x5EED_0F_7EA5)
    for position in rulebook.targets.indices {
      let target = rulebook.targets[position]
      let due = numbers.chance(8) ? FiscalYear(years.lowerBound + Int32(numbers.below(4))) : nil
      rulebook.targets[position] = Target(
        name: target.name, inForceFrom: target.inForceFrom, inForceUntil: target.inForceUntil, due: due,
        recordOnly: numbers.chance(3), requirements: target.requirements.map { withYearForms($0, target: position) },
        place: target.place)
    }
    numbers = present
  }

  private mutating func withYearForms(_ requirement: Requirement, target: Int) -> Requirement {
    var exceptions: [DemandException] = []
    let level = requirement.subject.level
    while numbers.chance(14), exceptions.count < 2 {
      let condition = randomCondition(depth: 0, level: level, mayAsk: target)
      let other = numbers.chance(75) ? randomCondition(depth: 0, level: level, mayAsk: target) : nil
      exceptions.append(DemandException(condition: condition, demand: other, place: RandomCase.span))
    }
    return Requirement(
      years: numbers.chance(8) ? randomDemandYears() : nil, subject: requirement.subject,
      guarded: requirement.guarded, demand: requirement.demand, exceptions: exceptions, place: requirement.place)
  }

  private mutating func randomDemandYears() -> DemandYears {
    let first = FiscalYear(years.lowerBound + Int32(numbers.below(3)))
    if numbers.chance(60) { return DemandYears(first: first, last: first) }
    return DemandYears(first: first, last: numbers.chance(50) ? nil : first.advanced(by: Int32(numbers.below(3))))
  }

  private mutating func makeWaivers() {
    guard numbers.chance(20) else { return }
    let from = years.lowerBound + Int32(numbers.below(2))
    rulebook.waivers.append(
      Waiver(
        target: numbers.below(rulebook.targets.count), areas: [Spelled(numbers.pick(areas).name, RandomCase.span)],
        from: FiscalYear(from), until: FiscalYear(from + Int32(numbers.below(2))), because: "random",
        place: RandomCase.span))
  }
}
