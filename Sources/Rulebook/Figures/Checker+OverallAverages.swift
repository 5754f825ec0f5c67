import Diagnostics
import Quantities
import RuleLanguage

// 全国平均, 県平均: the share or rate of a whole area above, which that area reports itself or which is total ÷ total there.

extension Checker {
  func figure(
    overallAverage named: ExpressionSyntax?, of syntax: LevelSyntax?, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    guard let inner = named ?? scope.focus else { return reportAverageOfWhat(place) }
    guard let syntax = syntax ?? countryLevel(place) else { return reportNoCountry(place) }
    if let level = scope.level, level == self.level(syntax) { return reportAverageOfItself(level, place) }
    let whole = ExpressionSyntax(.ofArea(syntax, inner), place)
    guard let figure = figure(whole, scope, depth: depth) else { return nil }
    switch figure.dimension {
    // So many for each so many is a rate, though it keeps the unit of what is counted.
    case _ where inner.isPerNumber || isMeasured(figure.expression): return figure
    case .counted, .areas, .days: return reportAverageOfCounts(figure, syntax, place)
    default: return isNumeric(figure.dimension) ? figure : reportNoArithmetic(figure)
    }
  }

  private static let countryWords: Set<String> = ["国", "全国", "country", "nation"]

  private func countryLevel(_ place: Place) -> LevelSyntax? {
    rulebook.program.levels.indices.first { isCountry($0) }.map { LevelSyntax($0, place) }
  }

  func isCountry(_ level: Int) -> Bool {
    rulebook.program.levels[level].words.contains { Checker.countryWords.contains($0.lowercased()) }
  }

  /// Whether the figure is a number with decimals, 1.2本 a head, and no count: then the country has one of its own.
  private func isMeasured(_ expression: Expression) -> Bool {
    switch expression {
    case .inYear(_, let inner), .ofArea(_, let inner): return isMeasured(inner)
    case .indicator(let position):
      if case .number = rulebook.indicators[position].kind { return true }
      return false
    default: return false
    }
  }

  private func reportAverageOfWhat(_ place: Place) -> Figure? {
    findings.error(
      .peersOfWhat, at: place.span,
      Wording("it is not said of which figure this is the average", "どの値の平均かが書かれていません"),
      mend: Wording("name the figure: the national average of [X]", "「「X」の全国平均」のように、指標の名前を書いてください"))
    return nil
  }

  private func reportNoCountry(_ place: Place) -> Figure? {
    findings.error(
      .countryMissing, at: place.span,
      Wording("no level of areas is the country", "階層に「国」がありません"),
      reason: Wording("the national average is a figure that an area called the country reports", "全国平均は、「国」の行に報告される値です"),
      mend: Wording(
        "add the country to the levels, 市町村 < 国（country）, and its row to areas.csv and to the data",
        "階層の最後に「< 国（country）」を加え、areas.csv とデータに国の行を置いてください"))
    return nil
  }

  /// 市町村で、市町村平均以上: the average of a single municipality is its own figure.
  private func reportAverageOfItself(_ level: Int, _ place: Place) -> Figure? {
    let (own, many) = (wording(ofLevel: level), wording(ofLevel: level, plural: true))
    let levels = rulebook.program.levels.indices
    let upper = wording(ofLevel: min(level + 1, levels.upperBound - 1))
    findings.error(
      .unclearWithin, at: place.span,
      Wording(
        "the average of one \(own.english) is its own figure", "一つの\(own.japanese)の平均は、その\(own.japanese)自身の値です"),
      reason: Wording("among which \(many.english) the average is meant is not said", "どの範囲の\(own.japanese)の平均かが書かれていません"),
      mend: Wording(
        "write: the average of \(many.english) in the \(upper.english)", "「\(upper.japanese)の全\(own.japanese)の平均」のように、範囲を書いてください")
    )
    return nil
  }

  private func reportAverageOfCounts(_ figure: Figure, _ syntax: LevelSyntax, _ place: Place) -> Figure? {
    let (upper, lowest) = (wording(ofLevel: figure.reach), wording(ofLevel: 0, plural: true))
    findings.error(
      .averageOfCounts, at: place.span,
      Wording("the average of a count is not what the \(upper.english) has in all", "件数などの平均は、\(upper.japanese)全体の値ではありません"),
      reason: Wording(
        "of a share or a rate the average is that of the whole; of counts it is one over areas",
        "割合や率の平均は全体の値ですが、件数の平均は地域ごとの値を足して割ったものです"),
      mend: Wording(
        "write: the \(upper.english)'s average […], over its \(lowest.english), or declare a rate",
        "各\(wording(ofLevel: 0).japanese)の平均なら「\(upper.japanese)の「…」の平均」と書くか、率の指標を定めてください"))
    return nil
  }
}

extension ExpressionSyntax {
  fileprivate var isPerNumber: Bool {
    if case .per = kind { return true }
    return false
  }
}
