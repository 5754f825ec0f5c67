import Diagnostics
import Quantities

/// Averages over the latest years or those before, and totals over a plan period.
extension Parser {
  /// `過去3年間の「X」の平均`, `直近3年の平均`, `計画期間中の「X」の累計`: nothing has been read where there is none.
  mutating func parsePastYears(_ start: Int) -> ExpressionSyntax? {
    if take(.planPeriod) {
      guard take(.particleNo), let figure = isSign(.open) ? parsePrimary() : takeNameAsFigure(), take(.particleNo),
        take(.cumulated)
      else { return nil }
      return ExpressionSyntax(.series(.cumulated(since: .planStart), figure), place(from: start))
    }
    guard let isPast = takePast() else { return nil }
    if let series = takeSeries() {
      guard let figure = figureInFocus else { return nil }
      if !isPast { reportLatestYears(start) }
      return average(series, of: figure, isPast: isPast, start: start)
    }
    guard let years = takeYears(), take(.particleNo), let figure = isSign(.open) ? parsePrimary() : takeNameAsFigure(),
      take(.particleNo)
    else { return nil }
    if take(.cumulated) || take(.total) { return total(years, of: figure, isPast: isPast, start: start) }
    guard take(.average) else { return nil }
    if !isPast, let own = figureInFocus, figure.isName, figure.kind == own.kind {
      reportLatestYears(start)
    }
    return average(.average(years: years), of: figure, isPast: isPast, start: start)
  }

  /// 直近5年間の平均以下: a figure that is held against an average of itself is hardly one of the years averaged.
  private mutating func reportLatestYears(_ start: Int) {
    let years = written(start + 1, position)
    report(
      .unclearReach, at: place(from: start),
      Wording(
        "it is not said whether the judged year is one of those averaged", "「\(written(start, position))」に、判定する年度を含むかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write over the past 5 years for the years before, or: 5-year average of [X]",
        "前の年度までなら「過去\(years)」、判定する年度を含むなら「「X」の5年平均」と書いてください"))
  }

  /// The total of some years is so many times their average.
  func total(_ years: Int32, of figure: ExpressionSyntax, isPast: Bool, start: Int) -> ExpressionSyntax {
    let mean = average(.average(years: years), of: figure, isPast: isPast, start: start)
    let count = LiteralSyntax(Rational(Int64(years)), decimals: 0, unit: nil, place(from: start))
    return ExpressionSyntax(.arithmetic(.times, ExpressionSyntax(.literal(count), count.place), mean), place(from: start))
  }

  /// Whether 過去 is written, which are the years before the judged one, or 直近.
  mutating func takePast() -> Bool? {
    if take(.past) { return true }
    return take(.latest) ? false : nil
  }

  /// Of the years before the judged one: last year's average.
  func average(_ series: YearSeries, of figure: ExpressionSyntax, isPast: Bool, start: Int) -> ExpressionSyntax {
    let average = ExpressionSyntax(.series(series, figure), place(from: start))
    return isPast ? ExpressionSyntax(.inYear(.yearsAgo(1), average), place(from: start)) : average
  }

  /// `over the past 3 years` behind `the average of [X]`; nothing has been read where there is none.
  mutating func takeOverYears() -> (years: Int32, isPast: Bool)? {
    attempt { parser in
      guard parser.take(.moreThan) else { return nil }
      _ = parser.take(.the)
      guard let isPast = parser.takePast(), let years = parser.takeYears() else { return nil }
      return (years, isPast)
    }
  }

  /// `from FY2005 to FY2009` behind the average or the total of [X]; nothing has been read where there is none.
  mutating func takeSpanOfYears() -> (years: Int32, last: FiscalYear)? {
    attempt { parser in
      guard parser.take(.from) || parser.take(.between), let first = parser.takeYear()?.year,
        parser.take(.to) || parser.take(.until) || parser.take(.and), let last = parser.takeYear()?.year
      else { return nil }
      let (years, overflows) = (last.number &- first.number).addingReportingOverflow(1)
      return overflows || !(2...99).contains(years) ? nil : (years, last)
    }
  }

  /// `計画期間中に累計1万人以上`, `令和6年度からの累計で1万人以上`: limits on the total of the years so far.
  mutating func parseTotalSoFar(of figure: ExpressionSyntax, start: Int) -> ConditionSyntax? {
    var since = YearReference.planStart
    if !take(.planPeriod) {
      guard let year = takeYearReference(), take(.from) else { return nil }
      since = year
    }
    let last = takeLastYear()
    skip([.particleNi, .particleNo])
    guard take(.cumulated) else { return nil }
    if let last { sentence.said.due = last }
    skip([.particleDe])
    guard let bounds = parseBounds() else { return nil }
    let total = ExpressionSyntax(.series(.cumulated(since: since), figure), place(from: start))
    return ConditionSyntax(.bounds(total, bounds), place(from: start))
  }

  /// 計画期間中に「X」を累計1万人以上
  mutating func parseTotalOverPlan(_ figures: [ExpressionSyntax], start: Int) -> ConditionSyntax? {
    skip([.particleGa, .particleWa, .particleWo])
    guard figures.count == 1, take(.cumulated) else {
      reportUnexpected(Wording("cumulated", "「累計」"), mend: Wording("[X] cumulated over the plan period", "計画期間中に「X」を累計100人以上とする"))
      return nil
    }
    skip([.particleDe])
    let total = ExpressionSyntax(.series(.cumulated(since: .planStart), figures[0]), place(from: start))
    return parseBounds().map { ConditionSyntax(.bounds(total, $0), place(from: start)) }
  }

  // MARK: The country's average

  /// `全国平均`, `県平均`, `the national average of [X]`: of the figure that the sentence is about where none is named.
  mutating func parseOverallAverage(_ start: Int) -> ExpressionSyntax? {
    let level = takeLevel()
    guard level == nil ? take(.nationalAverage) : take(.average) else { return nil }
    let isNamed = take(.of)
    let figure = takeNameAsFigure() ?? (isNamed && isSign(.open) ? parsePrimary() : figureInFocus?.withoutArea)
    return ExpressionSyntax(.overallAverage(level, figure), place(from: start))
  }

  /// Whether 全国平均 or 県平均 stands here.
  var startsOverallAverage: Bool {
    if isASCII(current) { return false }
    return isWord(.nationalAverage) || isLevelToken(current) && isWord(.average, ahead: 1)
  }

  /// The の全国平均 of 「X」の全国平均.
  mutating func parseOverallAverage(behind figure: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    guard take(.particleNo) else { return nil }
    let level = takeLevel()
    guard level == nil ? take(.nationalAverage) : take(.average) else { return nil }
    return ExpressionSyntax(.overallAverage(level, figure), place(from: start))
  }
}
