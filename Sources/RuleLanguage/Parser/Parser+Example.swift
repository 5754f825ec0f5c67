import Diagnostics
import Quantities

extension Parser {
  mutating func parseExample(_ start: Int) -> ExampleSyntax? {
    guard let title = expectText(Wording("what the example shows", "例の説明")) else { return nil }
    var example = ExampleSyntax(title: title, place: place(from: start))
    while declarationWord == nil {
      skipPauses()
      if take(.stop) { continue }
      if take(.given) {
        guard parseGivens(&example) else { break }
      } else if take(.expect) {
        guard parseExpectations(&example) else { break }
      } else {
        break
      }
    }
    example.place = place(from: start)
    return example
  }

  // MARK: What is given

  private mutating func parseGivens(_ example: inout ExampleSyntax) -> Bool {
    repeat {
      guard let given = parseGiven() else { return false }
      example.given.append(given)
    } while takeSeparatorBeforeMore()
    return true
  }

  /// A comma or `and` before another figure; the next clause word ends the list.
  private mutating func takeSeparatorBeforeMore() -> Bool {
    guard isSign(.comma) || isSign(.pause) || isWord(.and) || isWord(.listAnd) else { return false }
    switch peek().kind {
    case .name, .bare, .fiscalYear, .calendarYear, .word(.every, _):
      advance()
      return true
    default: return false
    }
  }

  /// `「北区」 in FY2023 「協議回数」 = 0回`, `令和5年度の「北区」の「協議回数」＝0回`; `every ward`, すべての区 in place of the area.
  private mutating func parseGiven() -> GivenSyntax? {
    let start = position
    let (names, year, level) = takeNamesAndYear()
    guard let indicator = names.last, names.count <= (level == nil ? 2 : 1) else {
      reportUnexpected(
        Wording("an area and an indicator", "区と指標の名前"),
        mend: Wording("given 「北区」 in FY2023 「協議回数」 = 0回", "前提 令和5年度の「北区」の「協議回数」＝0回"))
      return nil
    }
    guard take(.equals) || take(.isWord) || take(.particleGa) || take(.particleWa) else {
      reportUnexpected(
        Wording("=", "＝"),
        mend: Wording("given [North] in FY2023 [council meetings] = 0", "前提 令和5年度の「北区」の「協議回数」＝0回"))
      return nil
    }
    guard let value = parseGivenValue() else { return nil }
    skipEnding()
    let area = level.map { GivenSyntax.Holder.every($0) } ?? (names.count == 2 ? .named(names[0]) : nil)
    return GivenSyntax(area: area, year: year, indicator: indicator, value: value, place: place(from: start))
  }

  /// Names and a year, in the order of either language, up to what is said of them.
  private mutating func takeNamesAndYear() -> (names: [NameSyntax], year: YearSyntax?, every: LevelSyntax?) {
    var names: [NameSyntax] = []
    var year: YearSyntax?
    var level: LevelSyntax?
    while true {
      if let name = takeName() {
        names.append(name)
      } else if isWord(.every), case .level = peek().kind {
        advance()
        level = takeLevel()
      } else if isYear(current) {
        year = takeYear()
      } else if isWord(.particleNo) || isWord(.inWord) || isWord(.particleDe) || isWord(.target) || isWord(.particleNi) {
        advance()
      } else if (isSign(.comma) || isSign(.pause) || isSign(.colon)), names.count < 2 {
        advance()
      } else {
        return (names, year, level)
      }
    }
  }

  private mutating func parseGivenValue() -> GivenSyntax.Value? {
    if take(.notReported) { return .notReported }
    if take(.notApplicable) { return .notApplicable }
    if let text = takeText() { return .text(text) }
    return parseExpression().map { .figure($0) }
  }

  // MARK: What is expected

  private mutating func parseExpectations(_ example: inout ExampleSyntax) -> Bool {
    repeat {
      guard let expectation = parseExpectation() else { return false }
      example.expected.append(expectation)
    } while takeSeparatorBeforeMore()
    return true
  }

  /// `「推進会議の開催」 missed by 1回 for 「北区」`, `「北区」の「推進会議の開催」が未達成（あと1回）`.
  private mutating func parseExpectation() -> ExpectationSyntax? {
    let start = position
    let named = takeNamesAndYear()
    var year = named.year
    guard let target = named.names.last, named.names.count <= 2, named.every == nil else {
      reportUnexpected(
        Wording("the target's name", "目標の名前"), mend: Wording("expect 「推進会議の開催」 missed by 1回", "判定 「推進会議の開催」が未達成（あと1回）"))
      return nil
    }
    var area = named.names.count == 2 ? named.names[0] : nil
    if take(.forWord) { area = takeName() }
    skip([.particleGa, .particleWa, .particleWo, .to, .isWord])
    guard let outcome = takeOutcomeWord() else {
      reportUnexpected(
        Wording("an outcome: met, missed, not reported, not applicable or waived", "判定（達成・未達成・未報告・対象外・猶予中）"),
        mend: Wording("expect [councils meet] missed by 1 for [North]", "「北区」の「推進会議の開催」が未達成（あと1回）"))
      return nil
    }
    let shortfall = takeShortfall()
    skipEnding()
    let score = takeExpectedScore()
    if take(.forWord) { area = takeName() }
    if isWord(.inWord), isYear(peek()) {
      advance()
      year = takeYear()
    }
    return ExpectationSyntax(
      target: target, area: area, year: year, outcome: outcome, shortfall: shortfall, grade: score.grade, points: score.points,
      place: place(from: start))
  }

  /// `graded 「達成」 scoring 5`, `、評価「達成」、得点5点`.
  private mutating func takeExpectedScore() -> (grade: NameSyntax?, points: LiteralSyntax?) {
    var grade: NameSyntax?
    var points: LiteralSyntax?
    while true {
      if let name = attempt({ $0.takeExpectedGrade() }) {
        grade = name
      } else if let literal = attempt({ $0.takeExpectedPoints() }) {
        points = literal
      } else {
        return (grade, points)
      }
    }
  }

  private mutating func takeExpectedGrade() -> NameSyntax? {
    skipPauses()
    guard take(.graded) || !isASCII(current) && take(.check) else { return nil }
    return takeName()
  }

  private mutating func takeExpectedPoints() -> LiteralSyntax? {
    skipPauses()
    guard take(.scoring), let literal = takeLiteral() else { return nil }
    // 5点 and 5 are the same points.
    return LiteralSyntax(literal.value, decimals: literal.decimals, unit: nil, literal.place)
  }

  /// `by 1回`, `（あと1回）`.
  private mutating func takeShortfall() -> LiteralSyntax? {
    if take(.by) { return takeLiteral() }
    return attempt { parser in
      let bracketed = parser.take(.open)
      guard parser.take(.shortBy), let literal = parser.takeLiteral() else { return nil }
      return bracketed && !parser.take(.close) ? nil : literal
    }
  }
}
