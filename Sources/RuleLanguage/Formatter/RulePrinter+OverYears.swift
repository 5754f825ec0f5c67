import Quantities

/// Figures over several years, and how figures change.
extension RulePrinter {
  func calendarYear(_ year: FiscalYear) -> String {
    if isEnglish { return "CY" + String(year.number) }
    let text = self.year(year)
    return text.hasSuffix("度") ? String(text.dropLast()) : text
  }

  func year(_ syntax: YearSyntax) -> String { syntax.isCalendar ? calendarYear(syntax.year) : year(syntax.year) }

  /// A name stands as it is; anything else could take what follows for its own.
  private func inner(_ expression: ExpressionSyntax) -> String {
    isName(expression) ? figure(expression) : bracketed(self.expression(expression))
  }

  func series(_ series: YearSeries, _ figure: ExpressionSyntax) -> String {
    let name = inner(figure)
    switch series {
    case .cumulated(.planStart): return either(name + " cumulated over the plan period", "計画期間中の" + name + "の累計")
    case .cumulated(let year):
      return either(name + " cumulated since " + yearReference(year), yearReference(year) + "からの" + name + "の累計")
    case .average(let years): return either(String(years) + "-year average of " + name, name + "の" + String(years) + "年平均")
    case .slope(let years): return either(String(years) + "-year slope of " + name, name + "の" + String(years) + "年間の傾き")
    }
  }

  /// A slope above or below zero is a tendency.
  func tendency(of figure: ExpressionSyntax, _ bound: BoundSyntax) -> (figure: ExpressionSyntax, years: Int32)? {
    guard case .series(.slope(let years), let inner) = figure.kind, isName(inner),
      bound.relation == .moreThan || bound.relation == .lessThan, let zero = bound.value.asLiteral, zero.value.isZero,
      zero.unit == nil, zero.decimals == 0
    else { return nil }
    return (inner, years)
  }

  func change(_ change: FigureChange, _ figure: ExpressionSyntax, from year: YearReference) -> String {
    let name = inner(figure)
    let word =
      switch change {
      case .rise: self.word(.riseIn)
      case .fall: self.word(.fallIn)
      case .growth: self.word(.growthIn)
      case .decline: self.word(.declineIn)
      }
    return either(
      "the " + word + " " + name + " from " + yearReference(year), yearReference(year) + "からの" + name + "の" + word)
  }

  func per(_ figure: ExpressionSyntax, _ number: LiteralSyntax, _ base: ExpressionSyntax) -> String {
    if isEnglish { return inner(figure) + " per " + literal(number) + " " + inner(base) }
    return inner(base) + literal(number) + "当たりの" + inner(figure)
  }

  /// `path from 21 in FY2022 via 22 in FY2023 to 24 in FY2025`.
  func path(_ points: [PathPointSyntax]) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    let between = points.dropFirst().dropLast().map { point($0) }
    if isEnglish {
      let via = between.isEmpty ? "" : " via " + between.joined(separator: ", ")
      return "path from " + point(first) + via + " to " + point(last)
    }
    let via = between.isEmpty ? "" : between.joined(separator: "、") + "を経て"
    return point(first) + "から" + via + point(last) + "への計画値"
  }

  private func point(_ point: PathPointSyntax) -> String {
    let value = signed(point.value)
    return either(value + " in " + year(point.year), year(point.year) + "の" + value)
  }

  private func signed(_ literal: LiteralSyntax) -> String {
    if literal.value.signum >= 0 { return self.literal(literal) }
    let magnitude = LiteralSyntax(-literal.value, decimals: literal.decimals, unit: literal.unit, literal.place)
    return "-" + self.literal(magnitude)
  }

  func carriedOver(_ demand: ExpressionSyntax, _ year: YearReference) -> String {
    let plain = isCarriedOverOrRounded(demand) ? bracketed(expression(demand)) : expression(demand)
    let when = yearReference(year)
    return either(plain + " plus " + when + "'s shortfall", plain + "に" + when + "の不足分を加えた値")
  }

  private func isCarriedOverOrRounded(_ expression: ExpressionSyntax) -> Bool {
    switch expression.kind {
    case .carriedOver, .rounded, .tolerance: true
    default: false
    }
  }

  /// The value that a margin is laid around.
  func inTolerance(_ value: ExpressionSyntax) -> String {
    if case .tolerance = value.kind { return bracketed(expression(value)) }
    return expression(value)
  }

  /// `by at least 0.5 points`, 0.5ポイント以上.
  func amount(_ amount: BoundSyntax) -> String {
    if isEnglish { return " by " + relationWord(amount.relation) + " " + expression(amount.value) }
    let value = expression(amount.value)
    switch amount.relation {
    case .atLeast: return value + "以上"
    case .atMost: return value + "以下"
    case .moreThan: return value + "超"
    case .lessThan: return value + "未満"
    case .equal: return "ちょうど" + value
    case .notEqual: return value + "でない"
    }
  }

  /// 2年連続で減少しない could be said of both years together, 2年とも減少しない could not.
  func start(_ start: TrendSyntax.Start, of trend: Trend) -> String {
    switch start {
    case .year(let year): either(" from " + yearReference(year), yearReference(year) + "から")
    case .eachOf(let years):
      either(" " + String(years) + " years running", String(years) + (trend.isDenial && years > 1 ? "年とも" : "年連続で"))
    }
  }

  /// 3年連続で80%以上: the same limits of this year and of those before it.
  func eachYear(_ parts: [ConditionSyntax]) -> (ExpressionSyntax, [BoundSyntax])? {
    guard isPlain, parts.count > 1, case .bounds(let figure, let bounds)? = parts.first?.kind, isName(figure), bounds.count == 1,
      bounds.allSatisfy({ isLiteral($0.value) && $0.relation != .equal && $0.relation != .notEqual })
    else { return nil }
    for (years, part) in parts.enumerated() where parts[0].kind.before(by: Int32(years)) != part.kind { return nil }
    return (figure, bounds)
  }
}
