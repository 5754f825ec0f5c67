import Diagnostics
import Quantities
import RuleLanguage

// Figures: from what is written to what is computed. Nothing is returned where an error has been reported (here or where
// something that it names is declared).

extension Checker {
  func figure(_ syntax: ExpressionSyntax, _ scope: Scope, depth: Int) -> Figure? {
    guard depth <= Checker.greatestDepth else { return reportTooDeep(syntax.place) }
    guard let figure = figureOfKind(syntax, scope, depth: depth) else { return nil }
    if figure.depth > Checker.greatestDepth { return reportTooDeep(syntax.place) }
    if let level = scope.level, level > figure.reach { return reportAreaBelow(figure, level) }
    return figure
  }

  private func figureOfKind(_ syntax: ExpressionSyntax, _ scope: Scope, depth: Int) -> Figure? {
    let place = syntax.place
    switch syntax.kind {
    case .literal(let literal): return figure(literal)
    case .date(let date): return constant(Rational(Int64(date.dayNumber)), .date, place)
    case .dayOfYear(let month, let day): return dayOfYear(month, day, scope, place)
    case .yesOrNo(let answer): return constant(answer ? .one : .zero, .yesOrNo, place)
    case .name(let name): return figure(named: name, scope, depth: depth)
    case .inYear(let year, let inner): return figure(inner, in: year, scope, place, depth: depth)
    case .ofArea(let level, let inner): return figure(inner, ofArea: level, scope, place, depth: depth)
    case .aggregate(let aggregate, let level, let parts):
      return figure(aggregate, level, of: parts, scope, place, depth: depth)
    case .ofPeers(let aggregate, let inner, let peers):
      return figure(aggregate, inner, of: peers, scope, place, depth: depth)
    case .deviated: return reportDeviationAlone(place)
    case .numberOfAreas(let level, let condition):
      return figure(numberOfAreas: level, condition, scope, place, depth: depth)
    case .arithmetic(let operation, let left, let right):
      return figure(operation, left, right, scope, place, depth: depth)
    case .gap(let first, let second):
      return figure(.minus, first, second, scope, place, depth: depth).map { wrapped($0, .absolute($0.expression), place) }
    case .negative(let inner): return figure(negative: inner, scope, place, depth: depth)
    case .rounded(let inner, let decimals): return figure(rounded: inner, decimals, scope, place, depth: depth)
    case .series(let series, let inner): return figure(series, of: inner, scope, place, depth: depth)
    case .change(let change, let inner, let year): return figure(change, of: inner, from: year, scope, place, depth: depth)
    case .per(let inner, let number, let base): return figure(inner, per: number, base, scope, place, depth: depth)
    case .path(let points): return figure(path: points, scope, place)
    case .overallAverage(let level, let inner): return figure(overallAverage: inner, of: level, scope, place, depth: depth)
    case .tolerance, .carriedOver: return reportCarryOverMisplaced(place)
    }
  }

  func constant(_ value: Rational, _ dimension: Dimension, _ place: Place) -> Figure {
    Figure(expression: .constant(value), dimension: dimension, place: place)
  }

  private func figure(_ literal: LiteralSyntax) -> Figure? {
    let hundredth = Rational(mantissa: 1, scale: 2)
    switch literal.unit {
    case .percent: return constant(literal.value * hundredth, .ratio, literal.place)
    case .points: return constant(literal.value * hundredth, .points, literal.place)
    case .level(let syntax):
      guard let level = level(syntax) else { return nil }
      return constant(literal.value, .areas(level), literal.place)
    case .named(let word):
      guard let unit = unit(word, at: literal.place) else { return nil }
      return constant(literal.value, .counted(unit), literal.place)
    case nil:
      var figure = constant(literal.value, .plain, literal.place)
      figure.unit = .bare(isFraction: !literal.value.fits(decimals: literal.decimals))
      return figure
    }
  }

  private func dayOfYear(_ month: Int32, _ day: Int32, _ scope: Scope, _ place: Place) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    // 2000 is a leap year: 29 February is a day of the year.
    guard CalendarDate(year: 2000, month: month, day: day) != nil else {
      findings.error(
        .dayOutsideCalendar, at: place.span,
        Wording("no year has a day \(String(month))/\(String(day))", "\(String(month))月\(String(day))日という日はありません"),
        mend: Wording("write a day of the calendar, such as 30 June", "「6月30日」のように、暦にある日を書いてください"))
      return nil
    }
    return Figure(expression: .dayOfYear(month: month, day: day), dimension: .date, place: place)
  }

  private func figure(
    _ inner: ExpressionSyntax, in year: YearReference, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    guard let figure = figure(inner, scope, depth: depth + 1), let resolved = resolved(year, over: figure, place) else {
      return nil
    }
    return wrapped(figure, .inYear(resolved, figure.expression), place)
  }

  private func figure(
    _ inner: ExpressionSyntax, ofArea syntax: LevelSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    guard let level = level(syntax), let figure = figure(inner, scope.at(level), depth: depth + 1) else { return nil }
    var result = wrapped(figure, .ofArea(level: level, figure.expression), place)
    result.reach = level
    return result
  }

  private func figure(
    numberOfAreas syntax: LevelSyntax, _ condition: ConditionSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    guard let level = level(syntax), let checked = self.condition(condition, scope.at(level), depth: depth + 1) else {
      return nil
    }
    var result = Figure(
      expression: .numberOfAreas(level: level, checked.condition), dimension: .areas(level), place: place)
    result.depth = checked.depth + 1
    return result
  }

  private func figure(negative inner: ExpressionSyntax, _ scope: Scope, _ place: Place, depth: Int) -> Figure? {
    guard let figure = figure(inner, scope, depth: depth + 1) else { return nil }
    guard isNumeric(figure.dimension) else { return reportNoArithmetic(figure) }
    if let value = figure.constant { return wrapped(figure, .constant(-value), place) }
    return wrapped(figure, .arithmetic(.minus, .constant(.zero), figure.expression), place)
  }

  /// Shares are computed as fractions of 1, but rounded as they are shown, in percent.
  private func figure(rounded inner: ExpressionSyntax, _ decimals: Int, _ scope: Scope, _ place: Place, depth: Int) -> Figure? {
    guard let figure = figure(inner, scope, depth: depth + 1) else { return nil }
    guard isNumeric(figure.dimension) else { return reportNoArithmetic(figure) }
    var places = max(0, min(decimals, 6))
    if figure.dimension == .ratio || figure.dimension == .points { places += 2 }
    if let value = figure.constant { return wrapped(figure, .constant(value.rounded(decimals: places)), place) }
    return wrapped(figure, .rounded(figure.expression, decimals: places), place)
  }

  /// The same figure, one step deeper.
  func wrapped(_ figure: Figure, _ expression: Expression, _ place: Place) -> Figure {
    var result = Figure(expression: expression, dimension: figure.dimension, place: place)
    result.unit = figure.unit
    result.isReportedShare = figure.isReportedShare
    result.reach = figure.reach
    result.depth = figure.depth + 1
    return result
  }

  /// What is too deep has many parts that are: the first of a sentence is reported.
  func reportTooDeep<Result>(_ place: Place) -> Result? {
    if isTooDeepReported { return nil }
    isTooDeepReported = true
    findings.error(
      .tooDeep, at: place.span,
      Wording("this is nested more than 64 deep", "入れ子が64段を超えています"),
      reason: Wording("deeper sentences are refused so that every later step is sure to end", "後の処理が必ず終わるよう、これより深い式は扱いません"),
      mend: Wording(
        "give parts of it a name with measure, or put the rows into a table and use its total",
        "一部を「算出指標」にするか、「内訳表」にまとめてその合計を使ってください"))
    return nil
  }

  private func reportAreaBelow(_ figure: Figure, _ level: Int) -> Figure? {
    let lower = wording(ofLevel: figure.reach)
    let upper = wording(ofLevel: level)
    findings.error(
      .areaBelow, at: figure.place.span,
      Wording(
        "a \(upper.english) has several areas of the level \(lower.english)", "\(upper.japanese)には\(lower.japanese)がいくつもあります"),
      reason: Wording("which of them is meant is not guessed", "どれを指すかを推測することはしません"),
      mend: Wording("use a total, an average or a number of areas", "合計、平均、または数を使ってください"))
    return nil
  }

  /// Reports a figure where only numbers may stand.
  func refusesAllButConstants(_ scope: Scope, _ place: Place) -> Bool {
    guard let purpose = scope.constantsFor else { return false }
    findings.error(
      .notConstant, at: place.span,
      Wording("\(purpose.english) must be a number", "\(purpose.japanese)は数でなければなりません"),
      reason: Wording(
        "it is the same for every area and is known before any data is read", "どの地域でも同じで、データを読む前に決まっている値です"),
      mend: Wording("write a number with its unit, such as 3回", "「3回」のように、単位の付いた数を書いてください"))
    return true
  }
}
