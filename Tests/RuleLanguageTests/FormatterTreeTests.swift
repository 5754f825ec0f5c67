import Diagnostics
import Quantities
import Testing

@testable import RuleLanguage

/// Trees that nobody wrote: what is printed of them in either language is read as the same tree.
@Suite struct FormatterTreeTests {
  @Test(arguments: [UInt64(1), 2, 3, 4, 36, 46, 51])
  func generatedTreesAreReadAgain(_ seed: UInt64) {
    var random = RandomTree(seed: seed)
    for number in 0..<800 {
      var file = RuleFile()
      file.declarations = [random.declaration()]
      var texts: [String] = []
      for spelling in RuleSpelling.allCases {
        let printer = RulePrinter(spelling, words: FormatterTests.words)
        let text = DeclarationText.text(of: file.declarations[0], printer)
        texts.append(text)
        let read = FormatterTests.tree(text)
        #expect(read == file, "seed \(seed), tree \(number): \(text)")
      }
      if number % 8 != 0 { continue }
      let japanese = FormatterTests.format(texts[0], .japanese)
      let english = FormatterTests.format(texts[1], .english)
      #expect(japanese.flatMap { FormatterTests.tree($0) } == file)
      #expect(english.flatMap { FormatterTests.tree($0) } == file)
      #expect(japanese.flatMap { FormatterTests.format($0, .english) } == english)
      #expect(english.flatMap { FormatterTests.format($0, .japanese) } == japanese)
    }
  }
}

enum DeclarationText {
  static func text(of declaration: Declaration, _ printer: RulePrinter) -> String {
    guard case .table(var table) = declaration else { return printer.block(declaration, start: 0).text }
    let rows = table.rows
    table.rows = []
    return ([.table(table)] + rows.map { .indicator($0) }).map { printer.block($0, start: 0).text }.joined(separator: "\n")
  }
}

/// SplitMix64 and the trees that it chooses.
struct RandomTree {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
  private mutating func some<Element>(_ counts: ClosedRange<Int>, _ make: (inout RandomTree) -> Element) -> [Element] {
    let count = counts.lowerBound + below(counts.count)
    return (0..<count).map { _ in make(&self) }
  }
  private mutating func maybe<Element>(_ make: (inout RandomTree) -> Element) -> Element? { chance(50) ? make(&self) : nil }

  private let place = Place(SourceSpan(file: 0, start: 0, end: 0))

  // MARK: Pieces

  private mutating func name() -> NameSyntax {
    NameSyntax(pick(["協議回数", "council meetings", "A", "イ(2)-1", "実施している", "a]b", "人口"]), place)
  }
  private mutating func text() -> TextSyntax { TextSyntax(pick(["根拠となる文", "a text", "say \"yes\"", "『二重』", "イ(1)"]), place) }
  private mutating func declared() -> DeclaredName { DeclaredName(name(), other: chance(20) ? NameSyntax("other", place) : nil) }
  private mutating func fiscalYear() -> FiscalYear { FiscalYear(Int32(2015 + below(15))) }
  private mutating func year() -> YearSyntax { YearSyntax(fiscalYear(), place) }
  private mutating func reference() -> YearReference {
    pick([
      .yearsAgo(0), .yearsAgo(1), .yearsAgo(1), .yearsAgo(2), .yearsAgo(5), .fixed(fiscalYear()), .calendar(fiscalYear()),
      .lastPeriod, .planStart,
      .lastSurvey(of: nil),
    ])
  }
  private mutating func level() -> LevelSyntax { LevelSyntax(below(2), place) }
  private mutating func relation() -> Relation { pick([.atLeast, .atLeast, .atMost, .moreThan, .lessThan, .equal, .notEqual]) }

  private mutating func literal() -> LiteralSyntax {
    let decimals = pick([0, 0, 0, 1, 2])
    let value = Rational(mantissa: Int64(pick([0, 1, 3, 24, 100, 1706, 123_456])), scale: decimals)
    let unit: UnitSyntax? = pick([nil, .named("回"), .named("件"), .named("世帯"), .percent, .points])
    return LiteralSyntax(value, decimals: decimals, unit: unit, place)
  }

  private mutating func share() -> LiteralSyntax {
    switch below(3) {
    case 0: LiteralSyntax(Rational(Int64(1 + below(99))), decimals: 0, unit: .percent, place)
    case 1: LiteralSyntax(Rational(Int64(1)).divided(by: Rational(Int64(2 + below(3))))!, decimals: 0, unit: nil, place)
    default: LiteralSyntax(Rational(mantissa: 128, scale: 2), decimals: 2, unit: nil, place)
    }
  }

  private mutating func unit() -> UnitDeclaration {
    UnitDeclaration(
      name: NameSyntax("世帯", place),
      others: chance(50) ? [] : [NameSyntax("household", place), NameSyntax("households", place)])
  }

  // MARK: Figures

  private mutating func named() -> ExpressionSyntax { ExpressionSyntax(.name(name()), place) }

  /// A figure that stands without brackets.
  private mutating func figure() -> ExpressionSyntax {
    switch below(14) {
    case 13: return ExpressionSyntax(.gap(operand(), operand()), place)
    case 10: return ExpressionSyntax(.overallAverage(maybe { $0.level() }, named()), place)
    case 11: return spread()
    case 8: return ExpressionSyntax(.ofPeers(pick([.average, .median, .highest, .lowest]), maybe { $0.named() }, peers()), place)
    case 0: return ExpressionSyntax(.inYear(reference(), named()), place)
    case 5: return overYears()
    case 1: return ExpressionSyntax(.ofArea(level(), named()), place)
    case 2:
      let aggregate = pick(Aggregate.allCases)
      return ExpressionSyntax(
        .aggregate(aggregate, level: level(), [chance(30) ? ExpressionSyntax(.inYear(reference(), named()), place) : named()]),
        place)
    case 3: return ExpressionSyntax(.aggregate(pick(Aggregate.allCases), level: nil, some(1...3) { $0.named() }), place)
    case 4: return ExpressionSyntax(.inYear(reference(), ExpressionSyntax(.ofArea(level(), named()), place)), place)
    default: return named()
    }
  }

  /// A figure, or one of a year or of an area above.
  private mutating func operand() -> ExpressionSyntax {
    switch below(4) {
    case 0: ExpressionSyntax(.inYear(reference(), named()), place)
    case 1: ExpressionSyntax(.ofArea(level(), named()), place)
    default: named()
    }
  }

  /// The highest less the lowest of the same areas.
  private mutating func spread() -> ExpressionSyntax {
    let figure = named()
    let kinds: (ExpressionSyntax.Kind, ExpressionSyntax.Kind)
    if chance(50) {
      let level = level()
      kinds = (.aggregate(.highest, level: level, [figure]), .aggregate(.lowest, level: level, [figure]))
    } else {
      let peers = peers()
      kinds = (.ofPeers(.highest, figure, peers), .ofPeers(.lowest, figure, peers))
    }
    return ExpressionSyntax(.arithmetic(.minus, ExpressionSyntax(kinds.0, place), ExpressionSyntax(kinds.1, place)), place)
  }

  /// So much above or below another figure.
  private mutating func distant() -> BoundSyntax {
    let amount = ExpressionSyntax(.literal(literal()), place)
    return BoundSyntax(relation(), ExpressionSyntax(.arithmetic(pick([.plus, .minus]), figure(), amount), place))
  }

  /// Above or below zero, as a tendency is.
  private mutating func tendency() -> ConditionSyntax {
    let slope = ExpressionSyntax(.series(.slope(years: Int32(2 + below(5))), named()), place)
    let zero = LiteralSyntax(.zero, decimals: 0, unit: maybe { $0.pick([.points, .named("件")]) }, place)
    return ConditionSyntax(.bounds(slope, [BoundSyntax(relation(), ExpressionSyntax(.literal(zero), place))]), place)
  }

  private mutating func overYears() -> ExpressionSyntax {
    let inner = chance(70) ? named() : ExpressionSyntax(.inYear(reference(), named()), place)
    switch below(4) {
    case 0:
      let series: YearSeries = pick([.cumulated(since: reference()), .average(years: 3), .slope(years: 5)])
      return ExpressionSyntax(.series(series, inner), place)
    case 1: return ExpressionSyntax(.change(pick(FigureChange.allCases), inner, from: reference()), place)
    case 2:
      let number = LiteralSyntax(
        Rational(Int64(pick([100, 1000, 100_000]))), decimals: 0, unit: pick([nil, .named("人")]), place)
      return ExpressionSyntax(.per(inner, number, operand()), place)
    default: return ExpressionSyntax(.inYear(reference(), ExpressionSyntax(.path(path()), place)), place)
    }
  }

  private mutating func path() -> [PathPointSyntax] {
    let sign = Rational(chance(15) ? -1 : 1)
    return some(2...4) { random in
      let literal = random.literal()
      let value = LiteralSyntax(literal.value * sign, decimals: literal.decimals, unit: literal.unit, random.place)
      return PathPointSyntax(value: value, year: YearSyntax(random.fiscalYear(), isCalendar: random.chance(20), random.place))
    }
  }

  private mutating func trend() -> TrendSyntax {
    let amount: BoundSyntax? = maybe { random in
      let value = random.chance(80) ? ExpressionSyntax(.literal(random.literal()), random.place) : random.named()
      return BoundSyntax(random.pick([.atLeast, .atLeast, .atMost, .moreThan, .lessThan, .equal]), value)
    }
    let start: TrendSyntax.Start = chance(25) ? .eachOf(years: Int32(1 + below(5))) : .year(reference())
    return TrendSyntax(pick(Trend.allCases), by: amount, from: start)
  }

  private mutating func value(depth: Int = 2) -> ExpressionSyntax {
    if depth == 0 { return chance(50) ? figure() : ExpressionSyntax(.literal(literal()), place) }
    switch below(12) {
    case 0:
      let operation: Arithmetic = pick([.plus, .minus, .times, .dividedBy])
      return ExpressionSyntax(.arithmetic(operation, value(depth: depth - 1), value(depth: depth - 1)), place)
    case 1: return ExpressionSyntax(.rounded(value(depth: depth - 1), decimals: below(4)), place)
    case 2: return ExpressionSyntax(.negative(value(depth: depth - 1)), place)
    case 3: return ExpressionSyntax(.arithmetic(.times, ExpressionSyntax(.literal(share()), place), figure()), place)
    case 4: return ExpressionSyntax(.dayOfYear(month: Int32(1 + below(12)), day: Int32(1 + below(28))), place)
    case 5: return ExpressionSyntax(.date(CalendarDate(dayNumber: Int32(10_000 + below(10_000)))), place)
    case 6, 7, 8: return ExpressionSyntax(.literal(literal()), place)
    default: return figure()
    }
  }

  // MARK: Conditions

  private mutating func bounds() -> [BoundSyntax] {
    if chance(20) {
      let (low, high) = (ExpressionSyntax(.literal(literal()), place), ExpressionSyntax(.literal(literal()), place))
      return [BoundSyntax(pick([.atLeast, .moreThan]), low), BoundSyntax(pick([.atMost, .lessThan]), high)]
    }
    if chance(8) {
      let average = ExpressionSyntax(.ofPeers(.average, maybe { $0.named() }, peers()), place)
      let amount = LiteralSyntax(
        pick([Rational(1), Rational(2), Rational(mantissa: 15, scale: 1)]), decimals: 0, unit: nil, place)
      let count = amount.value.isWhole ? amount : LiteralSyntax(amount.value, decimals: 1, unit: nil, place)
      return [BoundSyntax(relation(), ExpressionSyntax(.deviated(average, pick([.plus, .minus]), count), place))]
    }
    switch below(10) {
    case 8: return [distant()]
    case 0:
      let middle = value(depth: 1)
      return [BoundSyntax(pick([.equal, .notEqual]), ExpressionSyntax(.tolerance(literal(), middle), place))]
    case 1:
      let carried = ExpressionSyntax(.carriedOver(value(depth: 1), pick([.yearsAgo(1), .lastPeriod])), place)
      return [BoundSyntax(relation(), carried)]
    case 2: return [BoundSyntax(pick([.atLeast, .atMost]), ExpressionSyntax(.path(path()), place))]
    default: return [BoundSyntax(relation(), value())]
    }
  }

  private mutating func clause() -> ConditionSyntax {
    switch below(17) {
    case 15: return tendency()
    case 16:
      let done = [BoundSyntax(.equal, ExpressionSyntax(.yesOrNo(chance(50)), place))]
      return ConditionSyntax(chance(70) ? .bounds(named(), done) : .each(some(2...3) { $0.named() }, done), place)
    case 12: return ConditionSyntax(.rank(named(), rank()), place)
    case 13: return ConditionSyntax(.areas(innerSubject(), condition(depth: 1)), place)
    case 14: return ConditionSyntax(.forEach(name(), ConditionSyntax(.bounds(named(), bounds()), place)), place)
    case 0: return ConditionSyntax(.each(some(2...3) { $0.named() }, bounds()), place)
    case 1: return ConditionSyntax(.everyRow(name(), bounds()), place)
    case 2:
      let count = LiteralSyntax(Rational(Int64(1 + below(12))), decimals: 0, unit: nil, place)
      let relation: Relation = pick([.atLeast, .atMost, .moreThan, .lessThan, .equal])
      return ConditionSyntax(.numberOf(some(2...4) { $0.named() }, relation, count: count, bounds()), place)
    case 3, 4: return ConditionSyntax(.reports(some(1...3) { $0.named() }), place)
    case 5, 6:
      return ConditionSyntax(.trend(named(), trend()), place)
    case 7: return ConditionSyntax(.outcome(target: name(), pick(Verdict.allCases), reference()), place)
    case 8:
      let counted = ExpressionSyntax(.numberOfAreas(level(), condition(depth: 1)), place)
      return ConditionSyntax(.bounds(counted, [BoundSyntax(relation(), ExpressionSyntax(.literal(literal()), place))]), place)
    default: return ConditionSyntax(.bounds(figure(), bounds()), place)
    }
  }

  private mutating func peers() -> PeersSyntax { PeersSyntax(level(), within: maybe { $0.level() }, group: maybe { $0.name() }) }

  private mutating func rank() -> RankSyntax {
    let peers = peers()
    let areas = LiteralSyntax(Rational(Int64(1 + below(30))), decimals: 0, unit: .level(peers.level), place)
    let part = LiteralSyntax(Rational(Int64(1 + below(99))), decimals: 0, unit: .percent, place)
    return RankSyntax(
      pick([.top, .bottom]), pick([areas, part]), peers, lowestFirst: chance(30), zerosLeftOut: chance(30))
  }

  private mutating func innerSubject() -> SubjectSyntax {
    let level = level()
    let none = LiteralSyntax(.zero, decimals: 0, unit: .level(level), place)
    let half = LiteralSyntax(Rational(mantissa: 5, scale: 1), decimals: 0, unit: nil, place)
    let part = LiteralSyntax(Rational(Int64(1 + below(99))), decimals: 0, unit: .percent, place)
    let kinds: [SubjectSyntax.Kind] = [
      .every(level), .numberOf(level, .equal, none), .numberOf(level, pick([.atLeast, .atMost, .moreThan, .lessThan]), half),
      .numberOf(level, .atLeast, part),
    ]
    return SubjectSyntax(pick(kinds), filter: FilterSyntax(), place)
  }

  private mutating func condition(depth: Int = 2) -> ConditionSyntax {
    if depth == 0 || chance(60) { return clause() }
    switch below(5) {
    case 0, 1: return ConditionSyntax(.and(some(2...3) { $0.condition(depth: depth - 1) }), place)
    case 2, 3: return ConditionSyntax(.or(some(2...3) { $0.condition(depth: depth - 1) }), place)
    default: return ConditionSyntax(ConditionSyntax.negation(of: condition(depth: depth - 1)), place)
    }
  }

  private mutating func subject() -> SubjectSyntax {
    let filter = FilterSyntax(
      except: chance(25) ? some(1...3) { $0.name() } : [], condition: chance(25) ? condition(depth: 1) : nil)
    switch below(5) {
    case 4: return SubjectSyntax(.everyOr(level(), level()), filter: filter, place)
    case 0: return SubjectSyntax(.the(level()), filter: FilterSyntax(), place)
    case 1:
      let level = level()
      let relation: Relation = pick([.atLeast, .atMost, .moreThan, .lessThan, .equal])
      let areas = LiteralSyntax(Rational(Int64(1 + below(30))), decimals: 0, unit: .level(level), place)
      let half = LiteralSyntax(Rational(mantissa: 5, scale: 1), decimals: 0, unit: nil, place)
      let part = LiteralSyntax(Rational(Int64(1 + below(99))), decimals: 0, unit: .percent, place)
      return SubjectSyntax(.numberOf(level, relation, pick([areas, half, part])), filter: filter, place)
    default: return SubjectSyntax(.every(level()), filter: filter, place)
    }
  }

  private mutating func requirement() -> RequirementSyntax {
    let kind: DemandYearSyntax.Kind = pick([
      .fiscal(year().year), .ofPlan(Int32(1 + below(9))), .span(year().year, chance(50) ? nil : year().year),
    ])
    return RequirementSyntax(
      year: chance(20) ? DemandYearSyntax(kind, place) : nil, subject: subject(),
      guarded: chance(25) ? condition(depth: 1) : nil, demand: withoutItsYear(condition()),
      exceptions: chance(25) ? some(1...2) { $0.exception() } : [], place: place)
  }

  /// A number demanded of the figure of one year is read as due in that year, and of several parts all have to be.
  private func withoutItsYear(_ condition: ConditionSyntax) -> ConditionSyntax {
    switch condition.kind {
    case .bounds(let figure, let bounds):
      switch figure.kind {
      case .inYear(.fixed, let own): return withoutItsYear(ConditionSyntax(.bounds(own, bounds), place))
      case .numberOfAreas(let level, let inner):
        let counted = ExpressionSyntax(.numberOfAreas(level, withoutItsYear(inner)), place)
        return ConditionSyntax(.bounds(counted, bounds), place)
      default: return condition
      }
    case .areas(let subject, let inner): return ConditionSyntax(.areas(subject, withoutItsYear(inner)), place)
    case .forEach(let name, let inner): return ConditionSyntax(.forEach(name, withoutItsYear(inner)), place)
    case .and(let parts): return ConditionSyntax(.and(parts.map { withoutItsYear($0) }), place)
    case .or(let parts): return ConditionSyntax(.or(parts.map { withoutItsYear($0) }), place)
    default: return condition
    }
  }

  private mutating func exception() -> ExceptionSyntax {
    ExceptionSyntax(condition: condition(depth: 1), demand: chance(75) ? condition(depth: 1) : nil, place: place)
  }

  // MARK: Scores

  private mutating func plain(_ unit: UnitSyntax?) -> LiteralSyntax {
    LiteralSyntax(Rational(Int64(below(100))), decimals: 0, unit: unit, place)
  }

  private mutating func score() -> ScoreSyntax {
    switch below(3) {
    case 0: return ScoreSyntax(.whole(plain(nil)), place)
    case 1:
      return ScoreSyntax(
        .steps(
          some(1...3) { random in
            ScoreStepSyntax(
              points: random.plain(nil),
              bound: BoundSyntax(
                random.pick([.atLeast, .atMost, .moreThan, .lessThan]),
                ExpressionSyntax(.literal(random.plain(.named("回"))), random.place)))
          }), place)
    default:
      let ranks = some(1...3) { ScoreRankSyntax(points: $0.plain(nil), share: $0.plain(.percent)) }
      return ScoreSyntax(.ranks(ranks, zerosLeftOut: chance(50)), place)
    }
  }

  private mutating func grade() -> GradeSyntax {
    let bands = some(1...3) { random in
      BandSyntax(
        name: random.name(),
        bounds: random.pick([[.atLeast], [.lessThan], [.atLeast, .lessThan]] as [[Relation]]).map { relation in
          BoundSyntax(relation, ExpressionSyntax(.literal(random.plain(.percent)), random.place))
        })
    }
    return GradeSyntax(bands, place)
  }

  private mutating func overall() -> OverallSyntax {
    var overall = OverallSyntax(name: declared(), place: place)
    overall.item = maybe { NameSyntax("イ", $0.place) }
    overall.grades = some(0...3) { random in
      GradePointsSyntax(grade: random.name(), points: random.maybe { $0.plain(nil) })
    }
    overall.decimals = maybe { $0.below(3) }
    overall.whenMissed = maybe { $0.name() }
    return overall
  }

  // MARK: Declarations

  mutating func declaration() -> Declaration {
    switch below(19) {
    case 18: return .overall(overall())
    case 16:
      var group = GroupSyntax(name: declared(), value: named(), place: place)
      group.classes = some(2...3) { random in
        let low = ExpressionSyntax(.literal(random.literal()), random.place)
        let high = ExpressionSyntax(.literal(random.literal()), random.place)
        let bounds = random.pick([[BoundSyntax(.lessThan, high)], [BoundSyntax(.atLeast, low), BoundSyntax(.lessThan, high)]])
        return GroupSyntax.Class(name: random.declared(), bounds: bounds)
      }
      return .group(group)
    case 17: return .breakdown(BreakdownSyntax(name: declared(), parts: some(2...4) { $0.declared() }, place: place))
    case 0:
      var program = ProgramSyntax(title: text(), place: place)
      program.firstMonth = maybe { Int32(1 + $0.below(12)) }
      program.since = maybe { $0.year() }
      program.planPeriod = maybe { PlanPeriodSyntax(from: $0.year(), until: $0.year()) }
      program.answersEveryGap = chance(50)
      return .program(program)
    case 1: return chance(50) ? .include(TextSyntax("a.pdca", place)) : .unit(unit())
    case 2:
      var scale = ScaleSyntax(name: declared(), place: place)
      scale.lowestFirst = chance(50)
      scale.steps = some(1...4) { random in StepSyntax(name: random.declared(), spellings: random.some(0...2) { $0.text() }) }
      return .scale(scale)
    case 3: return .item(ItemSyntax(code: NameSyntax("イ", place), title: maybe { $0.text() }, place: place))
    case 4: return .indicator(indicator())
    case 5:
      var table = TableSyntax(code: NameSyntax("オ-1", place), label: maybe { $0.declared() }, place: place)
      table.total = maybe { $0.name() }
      table.ofWhich = some(0...2) { $0.name() }
      table.multipleAnswers = chance(50)
      table.rows = some(0...3) { $0.indicator() }
      return .table(table)
    case 6: return .measure(MeasureSyntax(name: declared(), value: value(), place: place))
    case 7:
      var parameter = ParameterSyntax(name: declared(), value: ExpressionSyntax(.literal(literal()), place), place: place)
      parameter.changes = some(0...2) { .init(from: $0.year(), value: ExpressionSyntax(.literal($0.literal()), $0.place)) }
      return .parameter(parameter)
    case 8:
      var waiver = WaiverSyntax(target: name(), place: place)
      waiver.areas = some(0...3) { $0.name() }
      waiver.from = maybe { $0.year() }
      waiver.until = maybe { $0.year() }
      waiver.because = maybe { $0.text() }
      return .waiver(waiver)
    case 9: return .example(example())
    default:
      var target = TargetSyntax(name: declared(), place: place)
      target.stage = maybe { StageSyntax($0.pick(Stage.allCases), $0.place) }
      target.requirements = some(1...2) { $0.requirement() }
      target.inForceFrom = maybe { $0.year() }
      target.inForceUntil = maybe { $0.year() }
      target.due = maybe { $0.year() }
      target.recordOnly = chance(20)
      target.score = chance(30) ? score() : nil
      target.grade = chance(30) ? grade() : nil
      target.showsAchievement = chance(20)
      target.severity = pick([nil, .must, .should])
      target.outcomePer = chance(20) ? level() : nil
      target.because = some(0...2) { $0.text() }
      target.advice = some(0...1) { $0.text() }
      target.owner = maybe { $0.text() }
      return .target(target)
    }
  }

  private mutating func indicator() -> IndicatorSyntax {
    var indicator = IndicatorSyntax(
      code: NameSyntax(pick(["イ-1", "A-1", "オ(1)-相談者1"]), place), label: maybe { $0.declared() }, place: place)
    indicator.question = maybe { $0.text() }
    let unit: UnitSyntax = pick([.named("回"), .named("件"), .named("人"), .named("か所"), .named("世帯"), .percent])
    let kinds: [AnswerSyntax.Kind] = [
      .count(unit), .amount(.named("円")), .number(unit, decimals: 1), .number(nil, decimals: nil), .number(nil, decimals: 2),
      .number(unit, decimals: nil), .status(name()), .yesOrNo, .date, .text, .choice([text(), text()]),
    ]
    indicator.answer = maybe { AnswerSyntax($0.pick(kinds), $0.place) }
    indicator.stage = maybe { StageSyntax($0.pick(Stage.allCases), $0.place) }
    indicator.reportedBy = maybe { $0.text() }
    indicator.givenByBureau = chance(30)
    indicator.range = maybe {
      RangeSyntax(
        lowest: ExpressionSyntax(.literal($0.literal()), $0.place), highest: ExpressionSyntax(.literal($0.literal()), $0.place))
    }
    indicator.introduced = maybe { $0.year() }
    indicator.surveyed = some(0...3) { YearSyntax($0.fiscalYear(), isCalendar: $0.chance(20), $0.place) }
    indicator.byCalendarYear = chance(20)
    indicator.recordOnly = chance(30)
    indicator.by = chance(20) ? name() : nil
    return indicator
  }

  private mutating func example() -> ExampleSyntax {
    var example = ExampleSyntax(title: text(), place: place)
    example.given = some(0...3) { random in
      let value: GivenSyntax.Value = random.pick([
        .figure(ExpressionSyntax(.literal(random.literal()), random.place)), .text(random.text()), .notReported, .notApplicable,
      ])
      return GivenSyntax(
        area: random.maybe { $0.chance(30) ? .every($0.level()) : .named($0.name()) }, year: random.maybe { $0.year() },
        indicator: random.name(), value: value, place: random.place)
    }
    example.expected = some(0...2) { random in
      ExpectationSyntax(
        target: random.name(), area: random.maybe { $0.name() }, year: random.maybe { $0.year() },
        outcome: random.pick(Verdict.allCases),
        shortfall: random.maybe { $0.literal() }, grade: random.maybe { $0.name() },
        points: random.maybe { LiteralSyntax(Rational(Int64($0.below(20))), decimals: 0, unit: nil, $0.place) },
        place: random.place)
    }
    return example
  }
}
