import Diagnostics
import Quantities

/// Figures of several areas or of several figures: `the city's total [X]`, 市の「X」の合計, `number of wards where …`.
extension Parser {
  /// `市の「X」の合計` is one aggregate over the city's areas.
  func aggregated(_ aggregate: Aggregate, _ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax.Kind {
    if case .ofArea(let level, let inner) = figure.kind { return .aggregate(aggregate, level: level, [inner]) }
    // すべての市の「X」の合計
    return .aggregate(aggregate, level: owner?.figureStart == start ? owner?.level : nil, [figure])
  }

  func aggregateWord(ahead: Int = 0) -> Aggregate? {
    guard case .word(let word, _) = peek(ahead).kind else { return nil }
    switch word {
    case .total: return .total
    case .average: return .average
    case .median: return .median
    case .highest: return .highest
    case .lowest: return .lowest
    // 最低 before a number is at least; behind の it is the lowest.
    case .atLeast where ahead > 0 && isWord(.particleNo, ahead: ahead - 1) && text(of: peek(ahead)) == "最低": return .lowest
    default: return nil
    }
  }

  /// `the city's total [X]`, `the city's [X]`; `市の「X」`, whose の合計 follows as a postfix.
  mutating func parseOfArea(_ start: Int) -> ExpressionSyntax? {
    guard let level = takeLevel() else { return nil }
    guard take(.possessive) || take(.particleNo) else {
      reportUnexpected(Wording("「's」 and a figure", "「の」と指標の名前"), mend: nearestForm)
      return nil
    }
    if aggregateWord() != nil { return parseEnglishAggregate(start, level: level) }
    if isWord(.every) || isWord(.equal) { return parsePeerFigure(start, within: level) }
    if figureInFocus != nil, isNumberToken(current), isMultiple(ahead: 0) {
      reportNumberOfArea(level, start)
      return nil
    }
    guard let inner = nested({ $0.parseAreaFigure() }) else { return nil }
    return ExpressionSyntax(.ofArea(level, inner), place(from: start))
  }

  /// 「X」が県の60%以上: of the figure that the prefecture has, or that number alone.
  private mutating func reportNumberOfArea(_ level: LevelSyntax, _ start: Int) {
    let number = position
    guard takeLiteral() != nil else { return }
    let (area, amount) = (written(start, start + 1), written(number, position))
    report(
      .unclearReach, at: place(from: start),
      Wording("a number belongs to no area", "数は、どの地域のものでもありません"),
      reason: Wording("it may be that number itself, or a share of what the area has", "その数そのものとも、その地域の値に対する割合とも読めます"),
      mend: Wording(
        "write at least \(amount), or at least \(amount) of the \(area)'s [X]",
        "数なら「\(amount)以上」、その地域の値に対する割合なら「\(area)の「X」の\(amount)以上」と書いてください"))
  }

  /// The figure behind `市の`: its own の合計 belongs to the whole.
  private mutating func parseAreaFigure() -> ExpressionSyntax? {
    let start = position
    if let year = takeYearPrefix() {
      return nested { $0.parseAreaFigure() }.map { ExpressionSyntax(.inYear(year, $0), place(from: start)) }
    }
    return isLevelToken(current) ? parsePrimary() : (takeNameAsFigure() ?? parsePrimary())
  }

  /// `total [X]`, `the city's average [X]`.
  mutating func parseEnglishAggregate(_ start: Int, level: LevelSyntax?) -> ExpressionSyntax? {
    guard let aggregate = aggregateWord() else { return nil }
    advance()
    let mayBeList = take(.of) && level == nil
    if isNumberToken(current) {
      reportAggregateOfNumber(aggregate, start)
      return nil
    }
    if mayBeList, let peers = attempt({ $0.parsePeers() }) {
      return ExpressionSyntax(.ofPeers(aggregate, nil, peers), place(from: start))
    }
    if let level, let own = figureInFocus, !startsFigure(current), !isWord(.half), !isNumberToken(current) {
      // the city's median: of the figure that the sentence is about
      return ExpressionSyntax(.aggregate(aggregate, level: level, [own]), place(from: start))
    }
    guard let inner = nested({ $0.parseFigure() }) else { return nil }
    if level == nil, aggregate == .average, let over = takeOverYears() {
      return average(.average(years: over.years), of: inner, isPast: over.isPast, start: start)
    }
    if level == nil, aggregate == .average || aggregate == .total, inner.isName, let span = takeSpanOfYears() {
      let whole =
        aggregate == .average
        ? average(.average(years: span.years), of: inner, isPast: false, start: start)
        : total(span.years, of: inner, isPast: false, start: start)
      sentence.period = span.last
      return ExpressionSyntax(.inYear(.fixed(span.last), whole), place(from: start))
    }
    if level == nil, aggregate == .total, let over = takeOverYears() {
      return total(over.years, of: inner, isPast: over.isPast, start: start)
    }
    if level == nil, aggregate == .total, case .series(.cumulated, _) = inner.kind { return inner }
    if level == nil, isWord(.of), let peers = attempt({ $0.parsePeersBehind() }) {
      return ExpressionSyntax(.ofPeers(aggregate, inner, peers), place(from: start))
    }
    guard let figures = mayBeList ? parseTerms(after: inner) : [inner] else { return nil }
    // `the city's total [X] last year`: the year is that of the whole, which comes to the same.
    return ExpressionSyntax(.aggregate(aggregate, level: level, figures), place(from: start))
  }

  /// The 平均12回 of 「X」が平均12回以上: it is the figure that is averaged.
  private mutating func reportAggregateOfNumber(_ aggregate: Aggregate, _ start: Int) {
    let (area, whole) = (levelWords.first ?? "区", levelWords.dropFirst().first ?? "市")
    let mend =
      switch aggregate {
      case .total: Wording("write the total [X] is at least 100", "「\(whole)で、\(whole)の「X」の合計が100以上」のように書いてください")
      case .average, .median:
        Wording(
          "write the average [X] is at least 3, or 3-year average of [X]",
          "「\(whole)で、\(whole)の全\(area)の「X」の平均が3以上」「「X」の3年平均が3以上」のように書いてください")
      case .highest, .lowest: Wording("write at most or at least", "「以下」か「以上」を書いてください")
      }
    report(
      .unexpectedWord, at: place(from: start),
      Wording(
        "「\(written(start, start + 1))」 is said of the number that is asked for, and not of a figure",
        "「\(written(start, start + 1))」が、値ではなく限度の数に付いています"),
      mend: mend)
  }

  /// `the sum of [table]`, `the sum of [A], [B] and [C]`.
  mutating func parseSum(_ start: Int) -> ExpressionSyntax? {
    if let whole = attempt({ $0.parseTotalOfSpan(start) }) { return whole }
    return parseTerms().map { ExpressionSyntax(.aggregate(.total, level: nil, $0), place(from: start)) }
  }

  /// `the sum of [X] from FY2023 to FY2025`.
  private mutating func parseTotalOfSpan(_ start: Int) -> ExpressionSyntax? {
    guard let figure = takeNameAsFigure(), let span = takeSpanOfYears() else { return nil }
    let whole = total(span.years, of: figure, isPast: false, start: start)
    sentence.period = span.last
    return ExpressionSyntax(.inYear(.fixed(span.last), whole), place(from: start))
  }

  /// `number of wards where …`.
  mutating func parseNumberOfAreas(_ start: Int) -> ExpressionSyntax? {
    // the number of [home visits]
    if case .name = current.kind { return takeNameAsFigure() }
    guard let level = takeLevel() else {
      reportUnexpected(Wording("a level of areas", "階層の語"))
      return nil
    }
    guard take(.whereWord) || take(.thatWord) else {
      reportUnexpected(Wording("where and a condition", "条件"))
      return nil
    }
    guard let condition = nested({ $0.parseClause() }) else { return nil }
    return ExpressionSyntax(.numberOfAreas(level, condition), place(from: start))
  }
}
