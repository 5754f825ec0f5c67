import Diagnostics
import Quantities
import RuleLanguage

// Examples: the figures that they give, and the outcomes that they expect.

extension Checker {
  func checkExamples() {
    for example in declared.examples {
      let given = self.given(example)
      let expected = expected(example, latest: given.years.max())
      if example.expected.isEmpty, !misread.contains(example.place) { warnNothingExpected(example) }
      guard let figures = given.figures, let expected, !expected.isEmpty else { continue }
      rulebook.examples.append(
        Example(title: example.title.text, given: figures, expected: expected, place: example.place.span))
    }
  }

  /// The figures, where all are sound, and the years that are named in any case.
  private func given(_ example: ExampleSyntax) -> (figures: [Example.Given]?, years: [FiscalYear]) {
    var figures: [Example.Given] = []
    var isSound = true
    var years: [FiscalYear] = []
    var area: GivenSyntax.Holder?
    var year: YearSyntax?
    for syntax in example.given {
      area = syntax.area ?? area
      year = syntax.year ?? year
      if let year { years.append(year.year) }
      if let figure = figure(given: syntax, area, year) { figures.append(figure) } else { isSound = false }
    }
    return (isSound && areDifferent(figures) ? figures : nil, years)
  }

  private func figure(given syntax: GivenSyntax, _ area: GivenSyntax.Holder?, _ year: YearSyntax?) -> Example.Given? {
    let thing = find(syntax.indicator, among: [.indicator])
    if area == nil { reportNoContext(syntax, Wording("area", "地域")) }
    if year == nil { reportNoContext(syntax, Wording("year", "年度")) }
    guard let thing, let indicator = indicatorPositions[thing.declaration], let area, let year, isPlausible(year),
      let value = value(given: syntax.value, rulebook.indicators[indicator], year.year, syntax.place)
    else { return nil }
    return Example.Given(
      area: holder(area), year: year.year, indicator: indicator, value: value, place: syntax.place.span)
  }

  private func holder(_ syntax: GivenSyntax.Holder) -> Example.Given.Holder {
    switch syntax {
    case .named(let name): .named(Spelled(name.text, name.place.span))
    case .every(let level): .every(level: level.index)
    }
  }

  private func areDifferent(_ figures: [Example.Given]) -> Bool {
    struct Cell: Hashable {
      let area: String?
      let level: Int?
      let year: FiscalYear
      let indicator: Int
    }
    var places: [Cell: SourceSpan] = [:]
    var areDifferent = true
    for figure in figures {
      let cell: Cell
      switch figure.area {
      case .named(let area):
        cell = Cell(area: NameFolding.fold(area.text), level: nil, year: figure.year, indicator: figure.indicator)
      case .every(let level): cell = Cell(area: nil, level: level, year: figure.year, indicator: figure.indicator)
      }
      if let first = places[cell] {
        reportGivenTwice(figure, first: first)
        areDifferent = false
      } else {
        places[cell] = figure.place
      }
    }
    return areDifferent
  }

  private func expected(_ example: ExampleSyntax, latest: FiscalYear?) -> [Example.Expectation]? {
    var expected: [Example.Expectation] = []
    var isSound = true
    for syntax in example.expected {
      if let one = expectation(syntax, latest) { expected.append(one) } else { isSound = false }
    }
    return isSound ? expected : nil
  }

  private func expectation(_ syntax: ExpectationSyntax, _ latest: FiscalYear?) -> Example.Expectation? {
    let target = findTarget(syntax.target)
    if let year = syntax.year, !isPlausible(year) { return nil }
    let year = syntax.year?.year ?? latest
    if year == nil { reportNoYear(syntax) }
    guard let target, let position = targetPositions[target], let year else { return nil }
    var shortfall: Rational?
    if let literal = syntax.shortfall {
      guard let value = self.shortfall(literal, syntax, rulebook.targets[position]) else { return nil }
      shortfall = value
    }
    guard let score = expectedScore(syntax, rulebook.targets[position]) else { return nil }
    return Example.Expectation(
      target: position, area: syntax.area.map { Spelled($0.text, $0.place.span) }, year: year, verdict: syntax.outcome,
      shortfall: shortfall, grade: score.grade, points: score.points, place: syntax.place.span)
  }
}

extension Checker {
  private func reportNoContext(_ syntax: GivenSyntax, _ what: Wording) {
    findings.error(
      .exampleContext, at: syntax.indicator.place.span,
      Wording("the example does not say for which \(what.english)", "例に\(what.japanese)が書かれていません"),
      reason: Wording("later figures may leave it out, the first may not", "二つ目からは省けますが、最初には要ります"),
      mend: Wording("write: given 「北区」 in FY2023 […] = …", "「前提 令和5年度の「北区」の「…」＝…」と書いてください"))
  }

  private func reportNoYear(_ syntax: ExpectationSyntax) {
    findings.error(
      .exampleContext, at: syntax.target.place.span,
      Wording("the example does not say which year is judged", "例に、判定する年度がありません"),
      mend: Wording("add the year: in FY2023", "「令和5年度の」を加えてください"))
  }

  private func reportGivenTwice(_ figure: Example.Given, first: SourceSpan) {
    let name = rulebook.indicators[figure.indicator].name
    let holder: Wording
    switch figure.area {
    case .named(let area): holder = Wording("「\(area.text)」", "「\(area.text)」")
    case .every(let level):
      let words = rulebook.program.levels[level]
      holder = Wording("every \(words.word(in: .english))", "すべての\(words.word(in: .japanese))")
    }
    findings.error(
      .givenTwice, at: figure.place,
      Wording("「\(name)」 is given twice for \(holder.english)", "\(holder.japanese)の「\(name)」が二度書かれています"),
      labels: [Label(.rule(first), Wording("first given here", "最初はここです"))],
      mend: Wording("keep one of them", "どちらか一つにしてください"))
  }

  private func warnNothingExpected(_ example: ExampleSyntax) {
    findings.warning(
      .nothingExpected, at: example.title.place.span,
      Wording("the example expects nothing", "例に判定がありません"),
      reason: Wording("it can neither hold nor fail", "何も確かめられません"),
      mend: Wording("add: expect 「…」 met", "「判定 「…」が達成」のように書いてください"))
  }
}
