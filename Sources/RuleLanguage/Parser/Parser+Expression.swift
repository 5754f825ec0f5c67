import Diagnostics
import Quantities

extension Parser {
  /// `A + B − C`.
  mutating func parseExpression() -> ExpressionSyntax? {
    if let number = takeLoneNumber() { return number }
    return nested { parser in
      let start = parser.position
      guard var left = parser.parseTerm() else { return nil }
      var last = Operand(figure: left, start: start, end: parser.position)
      while let operation = parser.takePlusWord() ?? parser.take(.plus, as: .plus) ?? parser.take(.minus, as: .minus) {
        let rightStart = parser.position
        guard let right = parser.parseTerm() else { return nil }
        let next = Operand(figure: right, start: rightStart, end: parser.position)
        left = parser.combined(operation, left, from: start, last: last, next)
        last = next
      }
      if let carried = parser.attempt({ $0.parseCarriedOver(left, start: start) }) { return carried }
      return parser.parseRounding(left, start: start)
    }
  }

  /// Most limits are a number and its unit at the end of a sentence, where no longer figure can begin with them.
  private mutating func takeLoneNumber() -> ExpressionSyntax? {
    guard isNumberToken(current) else { return nil }
    let hasUnit = isUnitToken(peek()) || isWord(.percent, ahead: 1) || isWord(.points, ahead: 1)
    var end = hasUnit ? 2 : 1
    if isBoundWord(peekWord(end)), !isASCII(peek(end)) { end += 1 }
    guard isSign(.stop, ahead: end) || isWord(.ending, ahead: end) && isSign(.stop, ahead: end + 1) else { return nil }
    return takeLiteral().map { ExpressionSyntax(.literal($0), $0.place) }
  }

  private mutating func parseTerm() -> ExpressionSyntax? {
    let start = position
    guard var left = parseFactor() else { return nil }
    var last = Operand(figure: left, start: start, end: position)
    while let operation = take(.times, as: .times) ?? take(.divided, as: .dividedBy) {
      let rightStart = position
      guard let right = parseFactor() else { return nil }
      let next = Operand(figure: right, start: rightStart, end: position)
      left = combined(operation, left, from: start, last: last, next)
      last = next
    }
    return left
  }

  /// The word in `[A] plus [B]`; `plus last year's shortfall` is something else.
  private mutating func takePlusWord() -> Arithmetic? {
    guard isWord(.increasedBy), startsName(ahead: 1) else { return nil }
    advance()
    return .plus
  }

  private mutating func take(_ sign: Sign, as operation: Arithmetic) -> Arithmetic? { take(sign) ? operation : nil }

  private mutating func parseFactor() -> ExpressionSyntax? {
    let start = position
    if take(.minus) {
      return nested { $0.parseFactor() }.map { ExpressionSyntax(.negative($0), place(from: start)) }
    }
    return parseFigure()
  }

  /// `rounded to 1 decimal`, `を小数第1位まで四捨五入した値`: all that stands before it is rounded.
  private mutating func parseRounding(_ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    let isJapanese = isWord(.particleWo) && isWord(.decimalPlace, ahead: 1) || isWord(.decimalPlace)
    guard isJapanese || isWord(.roundedTo) else { return figure }
    _ = take(.particleWo)
    advance()
    guard case .number(let number) = current.kind, let decimals = number.value.numerator.word, (0...6).contains(decimals) else {
      reportUnexpected(Wording("the number of decimals, 0 to 6", "小数の桁数（0から6まで）"))
      return nil
    }
    advance()
    skip([.decimals, .until, .rounded])
    return ExpressionSyntax(.rounded(figure, decimals: Int(decimals)), place(from: start))
  }

  /// A figure with what stands before and behind it.
  mutating func parseFigure() -> ExpressionSyntax? {
    let start = position
    if let whole = attempt({ $0.parsePath(start) }) ?? attempt({ $0.parseSinceYear(start) })
      ?? attempt({ $0.parsePrefixedGap(start) })
    {
      return parsePostfix(whole, start: start)
    }
    if let year = takeYearPrefix() {
      if case .number = current.kind {
        // 前年度の2倍以上: of the figure that the sentence is about.
        if isMultiple(ahead: 0), let figure = figureInFocus, let factor = takeMultiple() {
          let earlier = ExpressionSyntax(.inYear(year, figure.withoutYear), place(from: start))
          return ExpressionSyntax(.arithmetic(.times, factor, earlier), place(from: start))
        }
        reportUnexpected(
          Wording("a figure of that year", "その年度の指標の名前"),
          mend: Wording("a number belongs to no year: name the figure", "数に年度は付きません。指標の名前を書いてください"))
        return nil
      }
      return nested { $0.parseFigure() }.map { inYear(year, $0, start: start) }
    }
    guard let figure = parsePrimary() else { return nil }
    return parsePostfix(figure, start: start)
  }

  /// 令和元年度の「X」の1.28倍 is 1.28 times that year's figure: the year belongs to the figure.
  private func inYear(_ year: YearReference, _ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax {
    if case .arithmetic(.times, let factor, let whole) = figure.kind, case .literal = factor.kind {
      return ExpressionSyntax(.arithmetic(.times, factor, inYear(year, whole, start: start)), place(from: start))
    }
    return ExpressionSyntax(.inYear(year, figure), place(from: start))
  }

  /// `前年度の`, `令和元年度の`, `2年前の`.
  private mutating func takeYearPrefix() -> YearReference? {
    attempt { parser in
      guard let year = parser.takeYearReference(), parser.take(.particleNo) else { return nil }
      return year
    }
  }

  /// `の合計` and the like; `last year`, `in FY2019`, `2 years ago`.
  mutating func parsePostfix(_ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    var result = figure
    if case .literal(let literal) = figure.kind { return parseMultiple(of: literal, start: start) }
    // Yes is yes in any year: `is yes in FY2025` tells the year of the figure.
    if case .yesOrNo = figure.kind { return figure }
    while true {
      if let deviated = attempt({ $0.parseDeviations(behind: result, start: start) }) {
        result = deviated
      } else if isWord(.particleNo), let aggregate = aggregateWord(ahead: 1) {
        advance()
        advance()
        result = ExpressionSyntax(aggregated(aggregate, result, start: start), place(from: start))
        if let spread = parseSpread(behind: result, start: start) { result = spread }
      } else if let whole = attempt({ $0.parseOverallAverage(behind: result, start: start) }) {
        result = whole
      } else if let overYears = attempt({ $0.parseOverYears(result, start: start) }) {
        result = overYears
      } else if let year = takeYearBehind() {
        result = ExpressionSyntax(.inYear(year, result), place(from: start))
      } else if isWord(.particleNo), isMultiple(ahead: 1) {
        advance()
        guard let factor = takeMultiple() else { return nil }
        result = ExpressionSyntax(.arithmetic(.times, factor, result), place(from: start))
      } else {
        return result
      }
    }
  }

  /// `last year`, `in FY2019`, `2 years ago` behind a figure; nothing has been read where there is none.
  mutating func takeYearBehind() -> YearReference? {
    if isWord(.lastYear) || isWord(.lastPeriod) || isWord(.lastSurvey), !isYearOfTrend(ahead: 1), !isWord(.possessive, ahead: 1) {
      return takeYearReference()
    }
    if isWord(.thisYear), isASCII(current) { return takeYearReference() }
    if isWord(.inWord), isYear(peek()) || isWord(.lastYear, ahead: 1) && isASCII(peek()) {
      advance()
      return takeYearReference()
    }
    if case .number = current.kind, isWord(.yearsAgo, ahead: 1), !isWord(.particleNo, ahead: 2), !isYearOfTrend(ahead: 2) {
      return takeYearReference()
    }
    return nil
  }

  /// `80% of [B]`, `half of [B]`, `1.28 times [B]`; any other literal stands alone.
  private mutating func parseMultiple(of literal: LiteralSyntax, start: Int) -> ExpressionSyntax? {
    let figure = ExpressionSyntax(.literal(literal), literal.place)
    let isShare = literal.unit == .percent || literal.unit == nil && !literal.value.isWhole
    if isWord(.timesWord), endsCount(ahead: 1) {
      // three times a year
      advance()
      _ = take(.annually)
      return figure
    }
    if isWord(.timesWord) || isWord(.of) && isShare && startsFigure(peek()) && !isLevelToken(peek()) {
      advance()
      guard let whole = nested({ $0.parseFigure() }) else { return nil }
      return ExpressionSyntax(.arithmetic(.times, figure, whole), place(from: start))
    }
    return figure
  }

  /// Whether a number of times ends here and is a multiple of nothing: `at least twice a year.`
  func endsCount(ahead: Int) -> Bool {
    if isWord(.annually, ahead: ahead), isASCII(peek(ahead)) { return true }
    return isSign(.stop, ahead: ahead) || isWord(.and, ahead: ahead) || peek(ahead).kind == .end
  }

  /// Whether `80%` or `1.28倍` stands here, as in 「B」の80%以上.
  private func isMultiple(ahead: Int) -> Bool {
    guard case .number(let number) = peek(ahead).kind else { return false }
    return number.isFraction || number.isPercent || isWord(.percent, ahead: ahead + 1) || isWord(.timesWord, ahead: ahead + 1)
  }

  private mutating func takeMultiple() -> ExpressionSyntax? {
    guard let literal = takeLiteral() else { return nil }
    _ = take(.timesWord)
    return ExpressionSyntax(.literal(literal), literal.place)
  }

  /// The year of `前年度から減少しない` belongs to the change, not to the figure before it.
  private func isYearOfTrend(ahead: Int) -> Bool {
    isWord(.from, ahead: ahead) || isWord(.than, ahead: ahead) || isWord(.particleNo, ahead: ahead)
      || isWord(.particleNi, ahead: ahead)
  }

  /// `市の「X」の合計` is one aggregate over the city's areas.
  private func aggregated(_ aggregate: Aggregate, _ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax.Kind {
    if case .ofArea(let level, let inner) = figure.kind { return .aggregate(aggregate, level: level, [inner]) }
    // すべての市の「X」の合計
    return .aggregate(aggregate, level: owner?.figureStart == start ? owner?.level : nil, [figure])
  }

  func aggregateWord(ahead: Int = 0) -> Aggregate? {
    guard case .word(let word, _) = peek(ahead).kind else { return nil }
    switch word {
    case .total: return .total
    case .average: return .average
    case .median: return .median
    case .highest: return .highest
    case .lowest: return .lowest
    // 最低 before a number is at least; behind の it is the lowest.
    case .atLeast where ahead > 0 && isWord(.particleNo, ahead: ahead - 1) && text(of: peek(ahead)) == "最低": return .lowest
    default: return nil
    }
  }

  mutating func parsePrimary() -> ExpressionSyntax? {
    let start = position
    switch current.kind {
    case .number where isWord(.yearAverage, ahead: 1) || isWord(.yearSlope, ahead: 1): return parseEnglishSeries(start)
    case .number where isWord(.yearsAgo, ahead: 1) && isASCII(peek()): return parseOwnFigureInYear(start)
    case .word(.actual, _) where isASCII(current) && figureInFocus != nil:
      // its level last year, the level of FY2019
      advance()
      _ = take(.of) || take(.inWord)
      return parseOwnFigureInYear(start)
    case .word(.thatWord, _) where isWord(.of, ahead: 1) && figureInFocus != nil && isYearReference(peek(2)):
      // exceeds that of last year
      position += 2
      return parseOwnFigureInYear(start)
    case .word(.inWord, _) where figureInFocus != nil && isYearReference(peek()):
      // higher than in FY2019
      advance()
      return parseOwnFigureInYear(start)
    case .number, .word(.half, _):
      return takeLiteral().map { ExpressionSyntax(.literal($0), $0.place) }
    case .date(let date):
      advance()
      return ExpressionSyntax(.date(date), place(from: start))
    case .dayOfYear(let month, let day):
      advance()
      return ExpressionSyntax(.dayOfYear(month: month, day: day), place(from: start))
    case .word(.yes, _), .word(.no, _):
      let isYes = isWord(.yes)
      advance()
      return ExpressionSyntax(.yesOrNo(isYes), place(from: start))
    case .name where isWord(.particleNi, ahead: 1) && isWord(.shareOf, ahead: 2): return parseJapaneseShareOf(start)
    case .bare where isArticle:
      advance()
      return parsePrimary()
    case .name, .bare: return parseNameOrList(start)
    case .level: return isWord(.average, ahead: 1) ? parseOverallAverage(start) : parseOfArea(start)
    case .word(.every, _), .word(.equal, _): return parsePeerFigure(start, within: nil)
    case .word(.the, _):
      advance()
      return parsePrimary()
    case .word(.sumOf, _):
      advance()
      return parseSum(start)
    case .word(.numberOf, _):
      advance()
      return parseNumberOfAreas(start)
    case .word(.annually, _):
      advance()
      _ = take(.particleNi)
      return parsePrimary()
    case .word(.lastYear, _), .word(.yearBeforeLast, _), .word(.lastPeriod, _), .word(.lastSurvey, _), .word(.planStart, _),
      .fiscalYear,
      .calendarYear:
      return parseOwnFigureInYear(start)
    case .word(.riseIn, _), .word(.fallIn, _), .word(.growthIn, _), .word(.declineIn, _): return parseEnglishChange(start)
    case .word(.path, _): return parseEnglishPath(start)
    case .word(.gap, _): return attempt { $0.parseEnglishSpread(start) } ?? parseEnglishGap(start)
    case .word(.twice, _): return parseTwice(start)
    case .word(.shareOf, _): return parseEnglishShareOf(start)
    case .word(.past, _), .word(.latest, _), .word(.planPeriod, _): return parsePastYears(start)
    case .word(.nationalAverage, _): return parseOverallAverage(start)
    case .word(.vague, _):
      reportVague()
      return nil
    case .word(.total, _), .word(.average, _), .word(.median, _), .word(.highest, _), .word(.lowest, _):
      return parseEnglishAggregate(start, level: nil)
    case .sign(.open): return parseBracketed()
    default:
      reportUnexpected(Wording("a figure or a number", "指標などの名前か数"), mend: nearestForm)
      return nil
    }
  }

  /// `前年度以上`, `more than last year`: the figure that the sentence is about, in that year.
  private mutating func parseOwnFigureInYear(_ start: Int) -> ExpressionSyntax? {
    if let named = attempt({ $0.parseYearsOwn(start) }) { return named }
    guard let figure = figureInFocus?.withoutYear, let year = takeYearReference() else {
      let isSince = isWord(.from, ahead: 1) && isWord(.particleNo, ahead: 2)
      let isChange = !isSince && (isWord(.from, ahead: 1) || isWord(.than, ahead: 1))
      reportUnexpected(
        Wording("a figure or a number", "指標などの名前か数"),
        mend: isSince
          ? Wording(
            "([A] + [B]) cumulated since FY2024; the rise in [X] from FY2019",
            "「令和6年度からの「X」の累計」「令和元年度からの「X」の増加率」のように書き、計算式は「令和6年度からの（「A」＋「B」）の累計」とかっこで囲んでください")
          : Wording(
            "say which figure of that year is meant: [X] last year",
            isChange ? "どの値が変わるのかを書いてください：「「X」が前年度から2ポイント以上上昇」" : "どの値かを書いてください：前年度の「X」"))
      return nil
    }
    if case .fixed = year, isWord(.until), !isASCII(current) {
      // 区の数を令和8年度までに5区以上: by when, and no limit.
      reportYearsOfSentence(place(from: start))
      return nil
    }
    _ = take(.possessive)
    _ = takeActual()
    // [X] last year is at least 2 years ago: the years of both are counted from the judged one.
    let earlier = ExpressionSyntax(.inYear(year, figure), place(from: start))
    // 前年度比110%以上
    if isWord(.than), text(of: current) == "比", isMultiple(ahead: 1) {
      advance()
      guard let share = takeMultiple() else { return nil }
      if let literal = share.asLiteral { checkShareOfYear(year, literal, start) }
      return ExpressionSyntax(.arithmetic(.times, share, earlier), place(from: start))
    }
    return earlier
  }

  /// `last year's [X]`, `FY2020's [X]`, `the FY2020 [X]`.
  private mutating func parseYearsOwn(_ start: Int) -> ExpressionSyntax? {
    guard isASCII(current), let year = takeYearReference() else { return nil }
    _ = take(.possessive)
    guard isASCII(tokens[position - 1]), startsName(ahead: 0), let figure = takeNameAsFigure() else { return nil }
    return ExpressionSyntax(.inYear(year, figure), place(from: start))
  }

  func isLevelToken(_ token: Token) -> Bool {
    if case .level = token.kind { return true }
    return false
  }

  private mutating func parseBracketed() -> ExpressionSyntax? {
    let start = position
    if let counted = attempt({ $0.parseBracketedNumberOfAreas() }) { return counted }
    advance()
    guard let inner = parseExpression() else { return nil }
    if take(.close) { return parseBehindBrackets(inner, start: start) }
    reportUnexpected(Wording("the closing bracket", "閉じかっこ"))
    return nil
  }

  /// A name; or several that are added: `「A」及び「B」の合計`, `「A」と「B」の合計`.
  private mutating func parseNameOrList(_ start: Int) -> ExpressionSyntax? {
    guard mayGoOnBehindName else { return takeNameAsFigure() }
    let list: ExpressionSyntax? = attempt { parser in
      guard let first = parser.takeNameAsFigure() else { return nil }
      var names = [first]
      while parser.takeListSeparator(), let next = parser.takeNameAsFigure() { names.append(next) }
      guard names.count > 1, parser.isWord(.particleNo), let aggregate = parser.aggregateWord(ahead: 1) else { return nil }
      parser.advance()
      parser.advance()
      return ExpressionSyntax(.aggregate(aggregate, level: nil, names), parser.place(from: start))
    }
    return list ?? parseJapaneseGap(start) ?? parsePerNumber(start) ?? takeNameAsFigure()
  }

  /// Whether behind the name that stands here another may follow, or a number: 「A」、「B」の合計, 「人口」1,000人当たりの「X」.
  private var mayGoOnBehindName: Bool {
    if isSign(.pause, ahead: 1) || isSign(.comma, ahead: 1) { return true }
    switch peekWord() {
    case .and, .listAnd: return true
    case nil: return !isSign(.stop, ahead: 1)
    default: return false
    }
  }

  mutating func takeNameAsFigure() -> ExpressionSyntax? {
    takeName().map { ExpressionSyntax(.name($0), $0.place) }
  }

  /// What stands between the names of a list; nothing at all between marks: `「A」「B」「C」のうち`.
  mutating func takeListSeparator() -> Bool {
    if case .name = current.kind { return true }
    guard let ahead = listSeparatorLength else { return false }
    for _ in 0..<ahead { advance() }
    return true
  }

  var startsListSeparator: Bool { startsWithName || listSeparatorLength != nil }

  /// How many tokens separate this place from the next figure of a list.
  private var listSeparatorLength: Int? {
    var ahead = 0
    while isSign(.pause, ahead: ahead) || isSign(.comma, ahead: ahead) || isWord(.listAnd, ahead: ahead)
      || isWord(.and, ahead: ahead)
    {
      ahead += 1
    }
    if ahead == 0 { return nil }
    switch peek(ahead).kind {
    case .name, .bare: return ahead
    default: return startsJapaneseYear(ahead: ahead) ? ahead : nil
    }
  }

  /// 前年度の, 2年前の
  private func startsJapaneseYear(ahead: Int) -> Bool {
    if isASCII(peek(ahead)), !isWord(.yearsAgo, ahead: ahead + 1) || isASCII(peek(ahead + 1)) { return false }
    let behind = isWord(.yearsAgo, ahead: ahead + 1) ? ahead + 2 : ahead + 1
    return (behind > ahead + 1 || isYearReference(peek(ahead))) && isWord(.particleNo, ahead: behind)
  }

  /// `the city's total [X]`, `the city's [X]`; `市の「X」`, whose の合計 follows as a postfix.
  private mutating func parseOfArea(_ start: Int) -> ExpressionSyntax? {
    guard let level = takeLevel() else { return nil }
    guard take(.possessive) || take(.particleNo) else {
      reportUnexpected(Wording("「's」 and a figure", "「の」と指標の名前"), mend: nearestForm)
      return nil
    }
    if aggregateWord() != nil { return parseEnglishAggregate(start, level: level) }
    if isWord(.every) || isWord(.equal) { return parsePeerFigure(start, within: level) }
    guard let inner = nested({ $0.parseAreaFigure() }) else { return nil }
    return ExpressionSyntax(.ofArea(level, inner), place(from: start))
  }

  /// The figure behind `市の`: its own の合計 belongs to the whole.
  private mutating func parseAreaFigure() -> ExpressionSyntax? {
    let start = position
    if let year = takeYearPrefix() {
      return nested { $0.parseAreaFigure() }.map { ExpressionSyntax(.inYear(year, $0), place(from: start)) }
    }
    return isLevelToken(current) ? parsePrimary() : (takeNameAsFigure() ?? parsePrimary())
  }

  /// `total [X]`, `the city's average [X]`.
  private mutating func parseEnglishAggregate(_ start: Int, level: LevelSyntax?) -> ExpressionSyntax? {
    guard let aggregate = aggregateWord() else { return nil }
    advance()
    let mayBeList = take(.of) && level == nil
    if mayBeList, let peers = attempt({ $0.parsePeers() }) {
      return ExpressionSyntax(.ofPeers(aggregate, nil, peers), place(from: start))
    }
    if let level, let own = figureInFocus, !startsFigure(current), !isWord(.half), !isNumberToken(current) {
      // the city's median: of the figure that the sentence is about
      return ExpressionSyntax(.aggregate(aggregate, level: level, [own]), place(from: start))
    }
    guard let inner = nested({ $0.parseFigure() }) else { return nil }
    if level == nil, aggregate == .average, let over = takeOverYears() {
      return average(.average(years: over.years), of: inner, isPast: over.isPast, start: start)
    }
    if level == nil, aggregate == .average || aggregate == .total, inner.isName, let span = takeSpanOfYears() {
      let whole =
        aggregate == .average
        ? average(.average(years: span.years), of: inner, isPast: false, start: start)
        : total(span.years, of: inner, isPast: false, start: start)
      return ExpressionSyntax(.inYear(.fixed(span.last), whole), place(from: start))
    }
    if level == nil, aggregate == .total, let over = takeOverYears() {
      return total(over.years, of: inner, isPast: over.isPast, start: start)
    }
    if level == nil, aggregate == .total, case .series(.cumulated, _) = inner.kind { return inner }
    if level == nil, isWord(.of), let peers = attempt({ $0.parsePeersBehind() }) {
      return ExpressionSyntax(.ofPeers(aggregate, inner, peers), place(from: start))
    }
    guard let figures = mayBeList ? parseTerms(after: inner) : [inner] else { return nil }
    // `the city's total [X] last year`: the year is that of the whole, which comes to the same.
    return ExpressionSyntax(.aggregate(aggregate, level: level, figures), place(from: start))
  }

  /// `the sum of [table]`, `the sum of [A], [B] and [C]`.
  private mutating func parseSum(_ start: Int) -> ExpressionSyntax? {
    if let whole = attempt({ $0.parseTotalOfSpan(start) }) { return whole }
    return parseTerms().map { ExpressionSyntax(.aggregate(.total, level: nil, $0), place(from: start)) }
  }

  /// `the sum of [X] from FY2023 to FY2025`.
  private mutating func parseTotalOfSpan(_ start: Int) -> ExpressionSyntax? {
    guard let figure = takeNameAsFigure(), let span = takeSpanOfYears() else { return nil }
    let whole = total(span.years, of: figure, isPast: false, start: start)
    return ExpressionSyntax(.inYear(.fixed(span.last), whole), place(from: start))
  }

  /// `number of wards where …`.
  private mutating func parseNumberOfAreas(_ start: Int) -> ExpressionSyntax? {
    // the number of [home visits]
    if case .name = current.kind { return takeNameAsFigure() }
    guard let level = takeLevel() else {
      reportUnexpected(Wording("a level of areas", "階層の語"))
      return nil
    }
    guard take(.whereWord) || take(.thatWord) else {
      reportUnexpected(Wording("where and a condition", "条件"))
      return nil
    }
    guard let condition = nested({ $0.parseClause() }) else { return nil }
    return ExpressionSyntax(.numberOfAreas(level, condition), place(from: start))
  }
}
