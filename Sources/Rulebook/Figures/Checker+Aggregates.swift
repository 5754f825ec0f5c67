import Diagnostics
import Quantities
import RuleLanguage

// Totals, averages and the like: over the areas of the lowest level, over the rows of a table, or over figures that are listed.

extension Checker {
  func figure(
    _ aggregate: Aggregate, _ syntax: LevelSyntax?, of parts: [ExpressionSyntax], _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    if refusesAllButConstants(scope, place) { return nil }
    if let syntax, syntax.place.span != scope.owner || isOneReading(syntax, parts, scope) {
      guard let level = level(syntax) else { return nil }
      return figure(aggregate, overAreasOf: level, parts, scope, place, depth: depth)
    }
    if parts.count == 1, row(parts[0], scope) != nil || table(parts[0]) == nil {
      if let syntax { return reportTwoReadings(aggregate, syntax, place) }
      guard let level = scope.level, level > 0 else { return reportOfWhat(aggregate, parts[0], scope, place) }
      return figure(aggregate, overAreasOf: level, parts, scope, place, depth: depth)
    }
    guard aggregate == .total else { return reportOnlyTotal(aggregate, place) }
    return summand(parts, scope, place, depth: depth)
  }

  /// In 市町村の「X」の平均が… the same word says who and over what: only the highest level has no average of its own above it.
  private func isOneReading(_ syntax: LevelSyntax, _ parts: [ExpressionSyntax], _ scope: Scope) -> Bool {
    !scope.ownsEach && syntax.index + 1 == rulebook.program.levels.count
  }

  /// `市の「X」の合計`: of the areas directly below the city.
  private func figure(
    _ aggregate: Aggregate, overAreasOf level: Int, _ parts: [ExpressionSyntax], _ scope: Scope, _ place: Place, depth: Int
  ) -> Figure? {
    guard level > 0 else { return reportNothingBelow(place) }
    guard let inner = summand(parts, scope.at(level - 1), place, depth: depth + 1) else { return nil }
    warnOfAreasBetween(aggregate, of: level, scope, place)
    guard isDefined(aggregate, inner.dimension) else { return reportUndefined(aggregate, inner, place) }
    var result = wrapped(
      inner, .ofArea(level: level, .aggregate(aggregate, level: level - 1, inner.expression)), place)
    result.reach = level
    result.depth += 1
    return result
  }

  /// One figure; the rows of a table, or several figures, added up.
  func summand(_ parts: [ExpressionSyntax], _ scope: Scope, _ place: Place, depth: Int) -> Figure? {
    if parts.count == 1, row(parts[0], scope) == nil, let table = table(parts[0]) {
      return table.sound.flatMap { sum(ofTable: $0, parts[0].place) }
    }
    if parts.count == 1 { return figure(parts[0], scope, depth: depth + 1) }
    var figures: [Figure] = []
    var isSound = !parts.isEmpty
    for part in parts {
      if let figure = figure(part, scope, depth: depth + 1) { figures.append(figure) } else { isSound = false }
    }
    return isSound ? sum(figures, place) : nil
  }

  private func sum(_ figures: [Figure], _ place: Place) -> Figure? {
    // A number without a unit takes that of the others, wherever it stands.
    var result = figures.first { !$0.isBare } ?? figures[0]
    let first = result
    var parts: [Expression] = []
    for figure in figures {
      guard isNumeric(figure.dimension) else { return reportNoArithmetic(figure) }
      guard let pair = made(alike: first, figure, figure.place) else { return nil }
      parts.append(pair.right.expression)
      result.reach = min(result.reach, figure.reach)
      result.depth = max(result.depth, figure.depth)
    }
    return wrapped(result, .sum(parts), place)
  }

  private func sum(ofTable position: Int, _ place: Place) -> Figure? {
    let table = rulebook.tables[position]
    if table.multipleAnswers { return reportMultipleAnswers(table, place) }
    let figures = table.summedRows.map { figure(indicator: $0, place) }
    if figures.isEmpty { return reportNoRows(table, place) }
    return sum(figures, place)
  }

  /// The table that an expression names, where no figure has that name; nothing inside, where the table has an error of its own.
  func table(_ syntax: ExpressionSyntax) -> (sound: Int?, name: NameSyntax)? {
    guard case .name(let name) = syntax.kind else { return nil }
    let fitting = names.things(named: name.text, kinds: [.indicator, .measure, .parameter, .table])
    guard let table = fitting.first(where: { $0.kind == .table }) else { return nil }
    if fitting.count > 1 {
      reportAmbiguous(name, fitting.map { ($0.wording, $0.place) }, codes: fitting.compactMap { $0.code })
      return (nil, name)
    }
    return (tablePositions[table.declaration], name)
  }

  func isDefined(_ aggregate: Aggregate, _ dimension: Dimension) -> Bool {
    switch aggregate {
    case .total:
      switch dimension {
      case .plain, .counted, .areas, .days: true
      default: false
      }
    case .average, .median: isNumeric(dimension)
    case .highest, .lowest:
      switch dimension {
      case .ladder, .date: true
      default: isNumeric(dimension)
      }
    }
  }
}

extension Checker {
  func reportUndefined(_ aggregate: Aggregate, _ figure: Figure, _ place: Place) -> Figure? {
    let what = wording(of: figure.dimension)
    let isShare = aggregate == .total && isNumeric(figure.dimension)
    findings.error(
      .undefinedAggregate, at: place.span,
      Wording(
        "\(what.english) has no \(wording(aggregate).english) over areas",
        "\(what.japanese)には、地域をまたぐ\(wording(aggregate).japanese)がありません"),
      reason: isShare
        ? Wording("shares and rates of several areas do not add up to one", "割合や率は、地域ごとの値を足しても全体の値になりません")
        : Wording("only numbers can be added and averaged", "足したり平均したりできるのは数だけです"),
      mend: isShare
        ? Wording(
          "write: the city's […], which divides total by total, or the average",
          "全体の値は「市の「…」」（合計÷合計）、各地域の値の平均は「平均」と書いてください")
        : Wording("write: number of wards where … is …", "「…が…の区の数」と書いてください"))
    return nil
  }

  private func reportOfWhat(_ aggregate: Aggregate, _ part: ExpressionSyntax, _ scope: Scope, _ place: Place) -> Figure? {
    let word = wording(aggregate)
    let upper = wording(ofLevel: min(1, rulebook.program.levels.count - 1))
    findings.error(
      .aggregateOfWhat, at: place.span,
      Wording("of which areas is this the \(word.english)?", "どの地域の\(word.japanese)かが書かれていません"),
      reason: Wording("one figure of one area has no \(word.english)", "一つの地域の一つの値には、\(word.japanese)がありません"),
      mend: Wording(
        "write: the \(upper.english)'s \(word.english) …", "「\(upper.japanese)の…の\(word.japanese)」と書いてください"))
    return nil
  }

  private func reportTwoReadings(_ aggregate: Aggregate, _ syntax: LevelSyntax, _ place: Place) -> Figure? {
    guard let level = level(syntax) else { return nil }
    let (word, own) = (wording(aggregate), wording(ofLevel: level))
    let upper = wording(ofLevel: min(level + 1, rulebook.program.levels.count - 1))
    let below = level == 0 ? "" : "、\(own.japanese)ごとの値なら「\(own.japanese)で、\(own.japanese)の「…」の\(word.japanese)が…」"
    findings.error(
      .aggregateOfWhat, at: place.span,
      Wording(
        "it is not certain whose \(word.english) this is",
        "\(own.japanese)ごとの\(word.japanese)か、\(own.japanese)をまたぐ\(word.japanese)かが決まりません"),
      reason: Wording(
        "it may be one figure of all \(own.english) areas, or one in each of them of the areas below",
        "すべての\(own.japanese)についての一つの値とも、\(own.japanese)ごとの、その下の地域の値とも読めます"),
      mend: Wording(
        "write: the \(upper.english): the \(upper.english)'s \(word.english) …",
        "全体の値なら「\(upper.japanese)で、全\(own.japanese)の「…」の\(word.japanese)が…」\(below)と書いてください"))
    return nil
  }

  private func reportOnlyTotal(_ aggregate: Aggregate, _ place: Place) -> Figure? {
    let word = wording(aggregate)
    findings.error(
      .undefinedAggregate, at: place.span,
      Wording("figures that are listed have a total, but no \(word.english)", "並べた指標には合計だけがあり、\(word.japanese)はありません"),
      mend: Wording("write the sum of them, or compare each", "「の合計」を使うか、「いずれも」で一つずつ比べてください"))
    return nil
  }

  private func reportNothingBelow(_ place: Place) -> Figure? {
    let lowest = wording(ofLevel: 0)
    findings.error(
      .nothingBelow, at: place.span,
      Wording("a \(lowest.english) has no areas below it", "\(lowest.japanese)の下に地域はありません"),
      mend: Wording("name the level above, such as the city", "「市の…」のように、上の階層を書いてください"))
    return nil
  }

  private func reportMultipleAnswers<Result>(_ table: Table, _ place: Place) -> Result? {
    let name = table.label ?? table.code
    findings.error(
      .multipleAnswersTotal, at: place.span,
      Wording("the rows of 「\(name)」 must not be added", "「\(name)」の行は足せません"),
      reason: Wording("it allows multiple answers, so that one case stands in several rows", "複数回答の表なので、一つの件が二つ以上の行に入ります"),
      mend: Wording(
        "compare each row: every row of [\(name)] is at most …", "「「\(name)」のすべての行が…以下」のように、行ごとに比べてください"))
    return nil
  }

  func reportNoRows<Result>(_ table: Table, _ place: Place) -> Result? {
    let name = table.label ?? table.code
    findings.error(
      .tableWithoutRows, at: place.span,
      Wording("table 「\(name)」 has no rows that could be used here", "内訳表「\(name)」に、ここで使える行がありません"),
      mend: Wording("declare its indicators right after it", "表の直後に、行となる指標を宣言してください"))
    return nil
  }

  func wording(_ aggregate: Aggregate) -> Wording {
    switch aggregate {
    case .total: Wording("total", "合計")
    case .average: Wording("average", "平均")
    case .median: Wording("median", "中央値")
    case .highest: Wording("highest", "最大")
    case .lowest: Wording("lowest", "最小")
    }
  }
}
