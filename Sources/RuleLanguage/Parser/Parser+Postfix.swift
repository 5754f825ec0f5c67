import Diagnostics
import Quantities

/// What stands behind a figure and is said of it: `last year`, `rounded to 1 decimal`, の合計, の80%.
extension Parser {
  /// `rounded to 1 decimal`, `を小数第1位まで四捨五入した値`: all that stands before it is rounded.
  mutating func parseRounding(_ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
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
      } else if !hasYear(result), let year = takeYearBehind() {
        result = ExpressionSyntax(.inYear(year, withoutYearInFocus(result)), place(from: start))
      } else if isWord(.particleNo), isMultiple(ahead: 1) {
        advance()
        guard let factor = takeMultiple() else { return nil }
        result = ExpressionSyntax(.arithmetic(.times, factor, result), place(from: start))
      } else {
        return result
      }
    }
  }

  /// Behind `[X] last year` and `its FY2020 level`, `in FY2028` is no year of the figure but that of the sentence.
  private func hasYear(_ figure: ExpressionSyntax) -> Bool {
    guard isWord(.inWord), case .inYear = figure.kind else { return false }
    return !isSign(.close, at: position - 1)
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
  func isMultiple(ahead: Int) -> Bool {
    guard case .number(let number) = peek(ahead).kind else { return false }
    return number.isFraction || number.isPercent || isWord(.percent, ahead: ahead + 1) || isWord(.timesWord, ahead: ahead + 1)
  }

  mutating func takeMultiple() -> ExpressionSyntax? {
    guard let literal = takeLiteral() else { return nil }
    _ = take(.timesWord)
    return ExpressionSyntax(.literal(literal), literal.place)
  }

  /// The year of `前年度から減少しない` belongs to the change, not to the figure before it.
  private func isYearOfTrend(ahead: Int) -> Bool {
    isWord(.from, ahead: ahead) || isWord(.than, ahead: ahead) || isWord(.particleNo, ahead: ahead)
      || isWord(.particleNi, ahead: ahead)
  }
}
