import Diagnostics
import Quantities
import RuleLanguage

// Figures over several years: series, changes, rates per so many, paths.

extension Checker {
  /// `[X] cumulated since FY2024`, `「X」の3年平均`, `「X」の5年間の傾き`.
  func figure(
    _ series: YearSeries, of inner: ExpressionSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    guard let figure = figure(inner, scope, depth: depth + 1) else { return nil }
    guard isNumeric(figure.dimension) else { return reportNoArithmetic(figure) }
    switch series {
    case .cumulated(let since):
      guard isDefined(.total, figure.dimension) else { return reportNoCumulation(figure, place) }
      return resolved(since, over: figure, place).map {
        wrapped(figure, .series(.cumulated(since: $0), figure.expression), place)
      }
    case .average(let years):
      guard isSpan(years, from: 2, place) else { return nil }
      return wrapped(figure, .series(series, figure.expression), place)
    case .slope(let years):
      guard isSpan(years, from: 2, place) else { return nil }
      var result = wrapped(figure, .series(series, figure.expression), place)
      if result.dimension == .ratio { result.dimension = .points }
      result.isReportedShare = false
      return result
    }
  }

  func isSpan(_ years: Int32, from least: Int32, _ place: Place) -> Bool {
    if (least...50).contains(years) { return true }
    findings.error(
      .spanUnfit, at: place.span,
      Wording("\(String(years)) years are no span for this", "\(String(years))年では計算できません"),
      mend: Wording("write a number of years from \(String(least)) to 50", "\(String(least))年から50年までの年数を書いてください"))
    return false
  }

  /// `the rise in [X] from FY2010`, `平成22年度からの「X」の増加率`.
  func figure(
    _ change: FigureChange, of inner: ExpressionSyntax, from year: YearReference, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    guard let figure = figure(inner, scope, depth: depth + 1), let earlier = earlier(figure, year, place) else { return nil }
    switch change {
    case .rise: return sum(.minus, figure, earlier, place)
    case .fall: return sum(.minus, earlier, figure, place)
    case .growth, .decline:
      guard isNumeric(figure.dimension) else { return reportNoArithmetic(figure) }
      if figure.dimension == .ratio { return reportGrowthOfShare(inner, change, year, place) }
      let (left, right) = change == .growth ? (figure, earlier) : (earlier, figure)
      var result = figure
      result.expression = .arithmetic(
        .dividedBy, .arithmetic(.minus, left.expression, right.expression), .positive(earlier.expression))
      result.dimension = .ratio
      result.isReportedShare = false
      result.depth = earlier.depth + 3
      return result
    }
  }

  /// `the decline in [rate] from FY2019`: like `falls by 5%` of a share, 5 points or 5% of what it was.
  private func reportGrowthOfShare(
    _ inner: ExpressionSyntax, _ change: FigureChange, _ year: YearReference, _ place: Place
  ) -> Figure? {
    var name = "X"
    if case .name(let written) = inner.kind { name = written.text }
    let when = wording(of: year)
    let isGrowth = change == .growth
    let difference = isGrowth ? Wording("rise", "増加分") : Wording("fall", "減少分")
    let (limit, times) = isGrowth ? (Wording("at least", "以上"), "1.05") : (Wording("at most", "以下"), "0.95")
    findings.error(
      .changeOfShare, at: place.span,
      Wording("a change of a share in % can be read in two ways", "割合の増減率は、二通りに読めます"),
      reason: Wording("5% of it may be 5 points, or 5% of the share", "5%は、差の5ポイントとも、もとの割合の5%とも読めます"),
      mend: Wording(
        "write the \(difference.english) in [\(name)] \(startOfChange(year)) in points; or a multiple: [\(name)] is \(limit.english) \(times) times [\(name)] \(when.english)",
        "「\(when.japanese)からの「\(name)」の\(difference.japanese)」をポイントで書くか、倍率で「「\(name)」が\(when.japanese)の「\(name)」の\(times)倍\(limit.japanese)」と書いてください"
      ))
    return nil
  }

  private func startOfChange(_ year: YearReference) -> String {
    let when = wording(of: year).english
    return "from " + (when.hasPrefix("in ") ? String(when.dropFirst(3)) : when)
  }

  /// The figure in an earlier year that it is held against; the same year would be the figure itself.
  func earlier(_ figure: Figure, _ year: YearReference, _ place: Place) -> Figure? {
    if case .yearsAgo(0) = year { return reportChangeWithinYear(place) }
    return resolved(year, over: figure, place).map { wrapped(figure, inEarlierYear(figure.expression, $0), place) }
  }

  /// Where a figure has a year of its own, that is the later one of both: 令和8年度の「X」が令和4年度から減少.
  private func inEarlierYear(_ figure: Expression, _ year: YearReference) -> Expression {
    switch (figure, year) {
    case (.inYear(_, let inner), .fixed): .inYear(year, inner)
    case (.inYear(.fixed(let later), let inner), .yearsAgo(let count)): .inYear(.fixed(later.advanced(by: 0 &- count)), inner)
    default: .inYear(year, figure)
    }
  }

  /// `[X] per 1,000 [人口]`: keeps the unit of what is counted.
  func figure(
    _ inner: ExpressionSyntax, per number: LiteralSyntax, _ base: ExpressionSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    let figure = figure(inner, scope, depth: depth + 1)
    let divisor = self.figure(base, scope, depth: depth + 1)
    guard let figure, let divisor,
      let count = self.figure(ExpressionSyntax(.literal(number), number.place), scope, depth: depth + 1)
    else { return nil }
    guard isNumeric(figure.dimension) else { return reportNoArithmetic(figure) }
    guard isNumeric(divisor.dimension) else { return reportNoArithmetic(divisor) }
    guard let factor = made(alike: divisor, count, number.place)?.right else { return nil }
    guard let value = factor.constant, value.signum > 0 else { return reportPerNothing(number.place) }
    var result = figure
    result.expression = .arithmetic(
      .dividedBy, .arithmetic(.times, figure.expression, .constant(value)), divisor.expression)
    result.isReportedShare = false
    result.reach = min(figure.reach, divisor.reach)
    result.depth = max(figure.depth, divisor.depth) + 2
    return result
  }

  /// `the path from 21 in FY2022 to 24 in FY2025`: all values measure the same, the years go forward.
  func figure(path points: [PathPointSyntax], _ scope: Scope, _ place: Place) -> Figure? {
    var figures: [Figure] = []
    for point in points {
      guard isPlausible(point.year),
        let figure = figure(ExpressionSyntax(.literal(point.value), point.value.place), scope, depth: 1)
      else { return nil }
      figures.append(figure)
    }
    guard var result = figures.first(where: { !$0.isBare }) ?? figures.first else { return nil }
    let model = result
    var path: [PathPoint] = []
    for (point, figure) in zip(points, figures) {
      if let last = path.last, point.year.year <= last.year { return reportYearsReversed(point.year, behind: last.year) }
      guard let value = made(alike: model, figure, point.value.place)?.right.constant else { return nil }
      path.append(PathPoint(year: point.year.year, value: value))
    }
    result.expression = .path(path)
    return Figure(path: result, at: place)
  }
}

extension Figure {
  /// The figure at another place.
  fileprivate init(path figure: Figure, at place: Place) {
    self.init(expression: figure.expression, dimension: figure.dimension, place: place)
    unit = figure.unit
  }
}

extension Checker {
  private func reportNoCumulation(_ figure: Figure, _ place: Place) -> Figure? {
    let what = wording(of: figure.dimension)
    findings.error(
      .undefinedAggregate, at: place.span,
      Wording("\(what.english) has no total over years", "\(what.japanese)は、年度をまたいで足せません"),
      reason: Wording("shares and rates of several years do not add up to one", "割合や率は、足しても全体の値になりません"),
      mend: Wording("write the average: 3-year average of […]", "「「…」の3年平均」のように、平均を使ってください"))
    return nil
  }

  func reportChangeWithinYear<Result>(_ place: Place) -> Result? {
    findings.error(
      .comparedWithItself, at: place.span,
      Wording("a figure is compared with itself", "同じ年度の同じ値を比べています"),
      mend: Wording("name an earlier year, such as last year", "「前年度から」のように、前の年度を書いてください"))
    return nil
  }

  private func reportPerNothing(_ place: Place) -> Figure? {
    findings.error(
      .divisionByZero, at: place.span,
      Wording("a figure cannot be told per nothing", "0当たりの値は計算できません"),
      mend: Wording("write a number above zero, such as per 1,000", "「千人当たり」のように、0より大きい数を書いてください"))
    return nil
  }

  private func reportYearsReversed(_ year: YearSyntax, behind last: FiscalYear) -> Figure? {
    findings.error(
      .pathUnfit, at: year.place.span,
      Wording(
        "the path goes on to \(year.year.englishText) behind \(last.englishText)",
        "計画値の年度が、\(last.japaneseText)の後に\(year.year.japaneseText)となっています"),
      reason: Wording("a path leads from an earlier year to later ones", "計画値は、前の年度から後の年度へ進みます"),
      mend: Wording("write the years in their order, each once", "年度を古い順に、一度ずつ書いてください"))
    return nil
  }

  func reportCarryOverMisplaced<Result>(_ place: Place) -> Result? {
    findings.error(
      .carryOverMisplaced, at: place.span,
      Wording("a shortfall can be added only to what a figure is at least", "不足分は、ある値の「以上」の要件にだけ加えられます"),
      reason: Wording("it is what was missing to this demand before", "不足分とは、同じ要件に前回足りなかった分です"),
      mend: Wording(
        "write: [X] is at least 6% plus last period's shortfall", "「「X」が6%に前期の不足分を加えた値以上」の形で書いてください"))
    return nil
  }
}
