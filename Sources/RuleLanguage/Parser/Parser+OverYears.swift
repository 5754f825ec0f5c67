import Diagnostics
import Quantities

/// Figures over several years: what came together since a year, what changed since, averages, slopes, paths.
extension Parser {
  // MARK: Japanese order

  /// `令和6年度からの「X」の累計`, `平成22年度からの「X」の増加率`.
  mutating func parseSinceYear(_ start: Int) -> ExpressionSyntax? {
    guard let year = takeYearReference(), take(.from) else { return nil }
    let last = takeLastYear()
    guard take(.particleNo), let figure = nested({ $0.parseFigure() }), take(.particleNo), last == nil || isWord(.cumulated)
    else {
      return nil
    }
    if let last { sentence.said.due = last }
    return parseSince(figure, year, start: start)
  }

  /// The 令和8年度まで of 令和6年度から令和8年度までの累計: then the total is due.
  mutating func takeLastYear() -> YearSyntax? {
    guard sentence.mayBeDue, isFiscalYear(current), isWord(.until, ahead: 1) else { return nil }
    defer { advance() }
    return takeYear()
  }

  /// Behind a figure: `の3年平均`, `の令和6年度からの累計`; `cumulated since FY2024`, `per 1,000 [人口]`.
  mutating func parseOverYears(_ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    if take(.particleNo) {
      if let series = takeSeries() { return ExpressionSyntax(.series(series, figure), place(from: start)) }
      if let isPast = takePast() {
        if let series = takeSeries() { return average(series, of: figure, isPast: isPast, start: start) }
        guard let years = takeYears(), take(.particleNo), take(.cumulated) || take(.total) else { return nil }
        return total(years, of: figure, isPast: isPast, start: start)
      }
      if take(.planPeriod) {
        guard take(.particleNo), take(.cumulated) else { return nil }
        return ExpressionSyntax(.series(.cumulated(since: .planStart), figure), place(from: start))
      }
      // の対前年度伸び率
      let isOfLastYear = isWord(.lastYear) && text(of: current).hasPrefix("対")
      guard let year = takeYearReference(), isOfLastYear ? take(.than) || true : take(.from) else { return nil }
      _ = take(.particleNo)
      return parseSince(figure, year, start: start)
    }
    if take(.cumulated) {
      if take(.moreThan) {
        guard take(.the), take(.planPeriod) else { return nil }
        return ExpressionSyntax(.series(.cumulated(since: .planStart), figure), place(from: start))
      }
      guard take(.since) || take(.from), let year = takeYearReference() else { return nil }
      return ExpressionSyntax(.series(.cumulated(since: year), figure), place(from: start))
    }
    if isWord(.moreThan), isWord(.the, ahead: 1), isWord(.planPeriod, ahead: 2), text(of: current) == "over" {
      // [X] over the plan period
      position += 3
      return ExpressionSyntax(.series(.cumulated(since: .planStart), figure), place(from: start))
    }
    return parsePer(figure, start: start)
  }

  private mutating func parseSince(_ figure: ExpressionSyntax, _ year: YearReference, start: Int) -> ExpressionSyntax? {
    if take(.cumulated) { return ExpressionSyntax(.series(.cumulated(since: year), figure), place(from: start)) }
    guard let change = takeChange() else { return nil }
    return ExpressionSyntax(.change(change, figure, from: year), place(from: start))
  }

  private mutating func takeChange() -> FigureChange? {
    let change: FigureChange
    switch currentWord {
    case .riseIn: change = .rise
    case .fallIn: change = .fall
    case .growthIn: change = .growth
    case .declineIn: change = .decline
    default: return nil
    }
    advance()
    return change
  }

  /// `3年平均`, `5年間の傾き`, `3-year average of`.
  mutating func takeSeries() -> YearSeries? {
    guard case .number(let number) = current.kind, number.value.isWhole, let years = number.value.numerator.word,
      (0...999).contains(years)
    else { return nil }
    if isWord(.yearAverage, ahead: 1) {
      advance()
      advance()
      return .average(years: Int32(years))
    }
    guard isWord(.yearSlope, ahead: 1) else { return nil }
    advance()
    advance()
    return .slope(years: Int32(years))
  }

  /// `「人口」千人当たりの「X」`; nothing has been read where there is none.
  mutating func parsePerNumber(_ start: Int) -> ExpressionSyntax? {
    attempt { parser in
      guard let base = parser.takeNameAsFigure(), case .number = parser.current.kind, let number = parser.takeLiteral(),
        parser.take(.per), parser.take(.particleNo), let figure = parser.nested({ $0.parsePrimary() })
      else { return nil }
      return ExpressionSyntax(.per(figure, number, base), parser.place(from: start))
    }
  }

  /// The 「人口」10万人当たり of 「X」を「人口」10万人当たり10以下とする; nothing has been read where there is none.
  mutating func takePerBehind(_ figure: ExpressionSyntax, _ start: Int) -> ExpressionSyntax? {
    guard case .name = current.kind, isNumberToken(peek()), isWord(.per, ahead: 2) || isWord(.per, ahead: 3) else { return nil }
    return attempt { parser in
      guard let base = parser.takeNameAsFigure(), let number = parser.takeLiteral(), parser.take(.per),
        !parser.isWord(.particleNo)
      else { return nil }
      return ExpressionSyntax(.per(figure, number, base), parser.place(from: start))
    }
  }

  // MARK: English order

  /// `3-year average of [X]`.
  mutating func parseEnglishSeries(_ start: Int) -> ExpressionSyntax? {
    guard let series = takeSeries() else { return nil }
    // 3年平均を上回る: of the figure that the sentence is about.
    if !isASCII(tokens[position - 1]), let figure = figureInFocus {
      return ExpressionSyntax(.series(series, figure), place(from: start))
    }
    let isOpen = isSign(.open)
    guard let figure = nested({ $0.parseFigure() }) else { return nil }
    if !isOpen, case .inYear(let year, let own) = figure.kind, own.isName {
      // 3-year average of [X] in FY2026: of the three years that end with it
      return ExpressionSyntax(.inYear(year, ExpressionSyntax(.series(series, own), place(from: start))), place(from: start))
    }
    return ExpressionSyntax(.series(series, figure), place(from: start))
  }

  /// `the rise in [X] from FY2010`.
  mutating func parseEnglishChange(_ start: Int) -> ExpressionSyntax? {
    guard let change = takeChange() else { return nil }
    let focus = figureInFocus
    // the rise in [X] is more than the rise in the national average: that of [X]
    if case .change(_, let own, _)? = focus?.kind { figureInFocus = own }
    defer { figureInFocus = focus }
    guard let figure = nested({ $0.parseFigure() }) else { return nil }
    guard take(.from) || take(.since), let year = takeYearReference() else {
      reportUnexpected(
        Wording("from and an earlier year", "「から」と前の年度"),
        mend: Wording("write the year from which it is counted: from FY2010, from last year", "いつからの変化かを書いてください：平成22年度からの…"))
      return nil
    }
    return ExpressionSyntax(.change(change, figure, from: year), place(from: start))
  }

  // MARK: Paths

  /// `path from 21 in FY2022 via 22 in FY2023 to 24 in FY2025`.
  mutating func parseEnglishPath(_ start: Int) -> ExpressionSyntax? {
    advance()
    return parsePathPoints(start)
  }

  /// What follows `the path` or `on the path`.
  mutating func parsePathPoints(_ start: Int) -> ExpressionSyntax? {
    var points: [PathPointSyntax] = []
    if take(.from), let first = takeEnglishPoint() {
      points.append(first)
      while take(.via) || !points.isEmpty && takePointSeparator() {
        guard let next = takeEnglishPoint() else { break }
        points.append(next)
      }
      skipPauses()
      if take(.to), let last = takeEnglishPoint() { return ExpressionSyntax(.path(points + [last]), place(from: start)) }
    }
    reportUnexpected(
      Wording("the points of the path", "計画値の年度と値"),
      mend: Wording("on the path from 21 in FY2022 to 24 in FY2025", "「令和4年度の21から令和7年度の24への計画値以上」のように書いてください"))
    return nil
  }

  private mutating func takePointSeparator() -> Bool {
    guard isSign(.comma) || isSign(.pause) || isWord(.and) || isWord(.listAnd) else { return false }
    skipPauses()
    _ = take(.and)
    return !isWord(.to)
  }

  private mutating func takeEnglishPoint() -> PathPointSyntax? {
    guard let value = takeSignedLiteral(), take(.inWord), let year = takeYear(mayBeCalendar: true) else { return nil }
    return PathPointSyntax(value: value, year: year)
  }

  /// `令和4年度の21から令和5年度の22を経て令和7年度の24への計画値`.
  mutating func parsePath(_ start: Int) -> ExpressionSyntax? {
    guard let first = takeJapanesePoint(), take(.from) else { return nil }
    var points = [first]
    skipPauses()
    while let next = takeJapanesePoint() {
      points.append(next)
      if take(.particleHe) || take(.until) {
        _ = take(.particleNo)
        guard take(.path) || isWord(.onPath) else { return nil }
        return ExpressionSyntax(.path(points), place(from: start))
      }
      _ = take(.listAnd)
      if take(.particleWo) { guard take(.via) else { return nil } }
      skipPauses()
    }
    return nil
  }

  mutating func takeJapanesePoint() -> PathPointSyntax? {
    attempt { parser in
      guard let year = parser.takeYear(mayBeCalendar: true) else { return nil }
      _ = parser.take(.particleNo)
      guard let value = parser.takeSignedLiteral() else { return nil }
      return PathPointSyntax(value: value, year: year)
    }
  }

  /// A path may lead below zero.
  mutating func takeSignedLiteral() -> LiteralSyntax? {
    let start = position
    let isNegative = take(.minus)
    guard let literal = takeLiteral() else { return nil }
    if !isNegative { return literal }
    return LiteralSyntax(-literal.value, decimals: literal.decimals, unit: literal.unit, place(from: start))
  }

  // MARK: Carrying over

  /// `6% plus last period's shortfall`, `6%に前期の不足分を加えた値`.
  mutating func parseCarriedOver(_ demand: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    let isEnglish = take(.increasedBy)
    if !isEnglish, !take(.particleNi) { return nil }
    skipPauses()
    guard let year = takeYearReference(), take(.possessive) || take(.particleNo), take(.shortfall) else { return nil }
    if !isEnglish {
      _ = take(.particleWo)
      guard take(.added) else { return nil }
    }
    return ExpressionSyntax(.carriedOver(demand, year), place(from: start))
  }

  // MARK: What is not exact enough

  /// 程度 and its like say no limits: which are meant is not guessed.
  mutating func reportVague() {
    let written = text(of: current)
    report(
      .vagueAmount, at: current.place(in: file),
      Wording("「\(written)」 does not say what still counts", "「\(written)」では、どこまでが範囲かが分かりません"),
      reason: Wording("which margin is meant is not guessed", "許される幅を推測することはしません"),
      mend: Wording(
        "write the margin: within 10% of …, within 0.5 points of …", "「…の±10%以内」「…の±0.5ポイント以内」のように、幅を書いてください"))
  }
}
