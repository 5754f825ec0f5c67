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

  mutating func take(_ sign: Sign, as operation: Arithmetic) -> Arithmetic? { take(sign) ? operation : nil }

  private mutating func parseFactor() -> ExpressionSyntax? {
    let start = position
    if take(.minus) {
      return nested { $0.parseFactor() }.map { ExpressionSyntax(.negative($0), place(from: start)) }
    }
    return parseFigure()
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
  func inYear(_ year: YearReference, _ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax {
    if case .arithmetic(.times, let factor, let whole) = figure.kind, case .literal = factor.kind {
      return ExpressionSyntax(.arithmetic(.times, factor, inYear(year, whole, start: start)), place(from: start))
    }
    return ExpressionSyntax(.inYear(year, withoutYearInFocus(figure)), place(from: start))
  }

  /// The 県平均 of 令和8年度の「X」が令和4年度の県平均を上回る is one of 「X」, which has the year of the average.
  func withoutYearInFocus(_ figure: ExpressionSyntax) -> ExpressionSyntax {
    if case .aggregate(let aggregate, let level?, let figures) = figure.kind, figures.count == 1, figures[0] == figureInFocus,
      case .inYear(_, let own) = figures[0].kind
    {
      return ExpressionSyntax(.aggregate(aggregate, level: level, [own]), figure.place)
    }
    guard case .overallAverage(let level, let inner?) = figure.kind, inner == figureInFocus, case .inYear(_, let own) = inner.kind
    else { return figure }
    return ExpressionSyntax(.overallAverage(level, own), figure.place)
  }

  /// `前年度の`, `令和元年度の`, `2年前の`.
  mutating func takeYearPrefix() -> YearReference? {
    attempt { parser in
      guard let year = parser.takeYearReference(), parser.take(.particleNo) else { return nil }
      return year
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
    guard let figure = figureInFocus?.withoutYear, figure.asLiteral == nil, let year = takeYearReference() else {
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

  /// 前年度の, 2年前の
  func startsJapaneseYear(ahead: Int) -> Bool {
    if isASCII(peek(ahead)), !isWord(.yearsAgo, ahead: ahead + 1) || isASCII(peek(ahead + 1)) { return false }
    let behind = isWord(.yearsAgo, ahead: ahead + 1) ? ahead + 2 : ahead + 1
    return (behind > ahead + 1 || isYearReference(peek(ahead))) && isWord(.particleNo, ahead: behind)
  }
}
