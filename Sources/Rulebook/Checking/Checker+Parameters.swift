import Diagnostics
import Quantities
import RuleLanguage

// Parameters: a number with its unit, and the years from which others hold.

extension Checker {
  func checkParameters() {
    for (position, syntax) in declared.parameters.enumerated() {
      isTooDeepReported = false
      guard let parameter = parameter(syntax) else { continue }
      parameterPositions[position] = rulebook.parameters.count
      rulebook.parameters.append(parameter)
    }
  }

  private func parameter(_ syntax: ParameterSyntax) -> Parameter? {
    let scope = Scope(constantsFor: Wording("the value of a parameter", "設定値の値"))
    var values: [(from: FiscalYear?, figure: Figure)] = []
    var isSound = true
    if let figure = figure(syntax.value, scope, depth: 1) { values.append((nil, figure)) } else { isSound = false }
    var latest: YearSyntax?
    for change in syntax.changes {
      if !isPlausible(change.from) || !follows(change.from, latest) { isSound = false }
      latest = change.from
      if let figure = figure(change.value, scope, depth: 1) {
        values.append((change.from.year, figure))
      } else {
        isSound = false
      }
    }
    guard isSound, let dimension = commonDimension(values.map { $0.figure }) else { return nil }
    return Parameter(
      name: syntax.name.name.text, otherName: syntax.name.other?.text, dimension: dimension,
      values: values.map { ($0.from, $0.figure.constant ?? .zero) }, place: syntax.name.name.place.span)
  }

  private func follows(_ year: YearSyntax, _ latest: YearSyntax?) -> Bool {
    guard let latest, year.year <= latest.year else { return true }
    findings.error(
      .yearsReversed, at: year.place.span,
      Wording(
        "\(year.year.englishText) stands after \(latest.year.englishText)",
        "\(year.year.japaneseText)が\(latest.year.japaneseText)の後に書かれています"),
      labels: [Label(.rule(latest.place.span), Wording("the year before it", "前の年度"))],
      reason: Wording("the values of a parameter are listed in order of years, one a year", "設定値の値は、年度の順に一つずつ書きます"),
      mend: Wording("put the years in order", "年度の順に並べてください"))
    return false
  }

  /// What all values measure. A later value without a unit takes that of the first.
  private func commonDimension(_ figures: [Figure]) -> Dimension? {
    guard let first = figures.first else { return nil }
    for figure in figures.dropFirst() where !(alike(first.dimension, figure.dimension)) {
      return reportUnlike(first, figure, figure.place)
    }
    return first.dimension
  }
}
