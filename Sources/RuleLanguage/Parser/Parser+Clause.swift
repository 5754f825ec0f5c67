import Diagnostics
import Quantities

/// One clause of a demand: a figure and what is asked of it, in the order of either language.
extension Parser {
  mutating func parseClause() -> ConditionSyntax? {
    nested { parser in
      let start = parser.position
      let clausesBefore = parser.sentence.clausesOfOneYear
      guard let clause = parser.parseClauseInside() else { return nil }
      parser.sentence.clausesOfOneYear = clausesBefore
      return parser.withYearsBehind(parser.forEachBehind(clause, start: start), start: start)
    }
  }

  private mutating func parseClauseInside() -> ConditionSyntax? {
    let start = position
    figureBefore = nil
    skip([.inArea])
    if start < position { skipPauses() }
    if isWord(.not), !isWord(.deed, ahead: 1) {
      let isLimit = isBoundWord(peekWord())
      advance()
      guard let inner = parseClause() else { return nil }
      // must not exceed 500 [X]
      if isLimit { return inner.opposite }
      return ConditionSyntax(ConditionSyntax.negation(of: inner), place(from: start))
    }
    if isSign(.open), let grouped = attempt({ $0.parseGroup() }) { return parseNumberOfAreasBehind(grouped, start: start) }
    if let outcome = attempt({ $0.parseOutcome() }) { return parseNumberOfAreasBehind(outcome, start: start) }
    if let none = attempt({ $0.parseNoneOf(start) }) { return none }
    if let quantified = attempt({ $0.parseQuantified(start) }) { return checkedExtent(quantified, start) }
    if case .name = current.kind, isWord(.perEach, ahead: 1) { return parseJapaneseForEach(start) }
    if isWord(.forEach) { return parseForEachFirst(start) }
    if let owned = attempt({ $0.parseOwned(start) }) { return owned }
    skip([.verb, .either])
    if isWord(.atLeast), text(of: current).hasPrefix("reach"), startsName(ahead: 1) { advance() }
    if isWord(.deed), isASCII(current), isBoundWord(peekWord()) { advance() }
    if take(.reports) { return parseReports(start) }
    if let deed = attempt({ $0.parseEnglishDeed(start) }) { return deed }
    if isWord(.top) || isWord(.bottom), let ranked = attempt({ $0.parseRankByFigure() }) { return ranked }
    if isASCII(current), let trend = attempt({ $0.parseTrendFirst(start) }) { return trend }
    if let multiplied = attempt({ $0.parseMultipliedFirst(start) }) { return multiplied }
    if isWord(.every) || isWord(.each), isWord(.row, ahead: 1) { return parseEnglishRows(start) }
    if isWord(.each) || isWord(.every) && isWord(.of, ahead: 1) { return parseEachOf(start) }
    if isBoundWord(currentWord) && !startsPeers || isWord(.between) { return parseBoundFirst(start) }
    if let share = attempt({ $0.parseShareThatIs(start) }) { return share }
    if let amountFirst = attempt({ $0.parseAmountFirst(start) }) { return amountFirst }
    guard let condition = parseFigureFirst(start) else { return nil }
    return parseNumberOfAreasBehind(condition, start: start)
  }

  /// A condition in brackets; a figure in brackets is followed by something else.
  private mutating func parseGroup() -> ConditionSyntax? {
    advance()
    guard let inner = parseCondition(), take(.close) else { return nil }
    // Brackets tell what is counted, and （…）でない is what not (…) is.
    hasCountedAreas = false
    figureBefore = nil
    if isWord(.notEqual), text.bytes[Int(current.start)] >= 0x80 {
      advance()
      return ConditionSyntax(ConditionSyntax.negation(of: inner), inner.place)
    }
    switch current.kind {
    case .sign(.plus), .sign(.minus), .sign(.times), .sign(.divided): return nil
    default:
      skip([.ending])
      return inner
    }
  }

  // MARK: The figure first

  /// `[X] is at least 3回`, `「X」が3回以上`, `「A」及び「B」がいずれも80%以上`, `「X」を報告している`.
  private mutating func parseFigureFirst(_ start: Int) -> ConditionSyntax? {
    if isWord(.or, ahead: 1) || isSign(.comma, ahead: 1) || startsJapaneseList,
      let alternatives = attempt({ $0.parseAlternativeFigures(start) })
    {
      return alternatives
    }
    let adverb = attempt { parser in parser.takeYearReference().flatMap { parser.take(.particleNi) ? $0 : nil } }
    let isOverPlan = attempt { $0.take(.planPeriod) && $0.take(.particleNi) ? true : nil } ?? false
    skipPauses()
    guard var figures = parseFigureList() else { return nil }
    if isOverPlan { return parseTotalOverPlan(figures, start: start) }
    if isWord(.forEach), let name = takeForEach() {
      return parseComparison(figures, each: false, start: start).map { ConditionSyntax(.forEach(name, $0), place(from: start)) }
    }
    if let adverb { figures = figures.map { ExpressionSyntax(.inYear(adverb, $0), $0.place) } }
    if isWord(.particleNo), isWord(.amongWord, ahead: 1) { return parseJapaneseNumberOf(figures, start: start) }
    if figures.count == 1, let change = attempt({ $0.parseChangeFromYear(of: figures[0], start: start) }) { return change }
    if figures.count == 1, let near = attempt({ $0.parseNearness(figures[0], start: start) }) { return near }
    if isWord(.particleNo), isWord(.every, ahead: 1), isWord(.row, ahead: 2) { return parseJapaneseRows(figures, start: start) }
    // 「A」及び「B」のすべてが
    let isAll = isWord(.particleNo) && isWord(.each, ahead: 1)
    if isAll { skip([.particleNo, .each]) }
    skip([.particleGa, .particleWa, .particleWo, .particleMo, .about])
    skipPauses()
    takeDue()
    var each = take(.each) || isAll
    if isWord(.isWord), isWord(.each, ahead: 1) || takeAllOfList() { each = true }
    if isWord(.isWord), isWord(.reports, ahead: 1) { advance() }
    if take(.reports) {
      skipEnding()
      return ConditionSyntax(.reports(figures), place(from: start))
    }
    if take(.unreported) { return notReported(figures, start) }
    if figures.count == 1, let rate = takePerBehind(figures[0], start) { figures = [rate] }
    if figures.count > 1, !each, isWord(.undone) { reportDenialOfSeveral(figures, written(position, position + 1), start) }
    if let deed = attempt({ $0.parseDeed(figures, start: start) }) { return deed }
    return parseComparison(figures, each: each, start: start)
  }

  /// 「A」、「B」
  private var startsJapaneseList: Bool { isSign(.pause, ahead: 1) && startsName(ahead: 0) && startsName(ahead: 2) }

  /// `「A」又は「B」が1回以上`: one of them is enough.
  private mutating func parseAlternativeFigures(_ start: Int) -> ConditionSyntax? {
    guard let first = takeName() else { return nil }
    var figures = [ExpressionSyntax(.name(first), first.place)]
    while isSign(.comma) && isASCII(current) || isSign(.pause), case .name = peek().kind {
      // [A], [B] or [C]; 「A」、「B」又は「C」
      advance()
      if let next = takeName() { figures.append(ExpressionSyntax(.name(next), next.place)) }
    }
    let listed = figures.count
    if listed > 1 { _ = isSign(.comma) && isWord(.or, ahead: 1) && take(.comma) }
    while take(.or), let next = takeName() { figures.append(ExpressionSyntax(.name(next), next.place)) }
    let isEither = isWord(.either) || isWord(.particleNo) && isWord(.either, ahead: 1)
    // 「A」、「B」のいずれか
    guard figures.count > listed || isEither && listed > 1 && !isASCII(current) else { return nil }
    if isWord(.particleNo), isWord(.either, ahead: 1) { advance() }
    if isEither, !isASCII(current), isNumberToken(peek()), isWord(.piece, ahead: 2) || isWord(.item, ahead: 2) {
      return parseJapaneseNumber(of: figures, start: start)
    }
    skip([.particleGa, .particleWa, .particleWo, .particleMo, .either, .particleGa])
    if !isEither, isWord(.undone) || isWord(.unreported) {
      reportDenialOfSeveral(figures, written(position, position + 1), start)
    }
    if isWord(.isWord), isWord(.reports, ahead: 1) { advance() }
    if take(.reports) {
      skipEnding()
      return ConditionSyntax(.or(figures.map { ConditionSyntax(.reports([$0]), $0.place) }), place(from: start))
    }
    if take(.unreported) {
      return ConditionSyntax(.or(figures.map { notReported([$0], start) }), place(from: start))
    }
    let demand = position
    if let trend = parseTrend() {
      if !isEither { checkDeniedAlternatives(figures, demand, start) }
      return ConditionSyntax(.or(figures.map { ConditionSyntax(.trend($0, trend), $0.place) }), place(from: start))
    }
    guard let limits = parseAlternativeLimits(of: figures) else { return nil }
    if !isEither { checkDeniedAlternatives(figures, demand, start) }
    let parts = zip(figures, limits).map { ConditionSyntax(.bounds($0, $1), $0.place) }
    return ConditionSyntax(.or(parts), place(from: start))
  }

  /// What any of several figures is held against: each its own 前年度 and 県平均.
  private mutating func parseAlternativeLimits(of figures: [ExpressionSyntax]) -> [[BoundSyntax]]? {
    if let answer = takeJapaneseDeed() ?? parseDeedAnswer() { return figures.map { _ in answer } }
    let here = position
    defer { figureInFocus = nil }
    var limits: [[BoundSyntax]] = []
    for figure in figures {
      position = here
      figureInFocus = figure
      guard let bounds = parseBounds() else { return nil }
      if bounds.allSatisfy({ $0.value.asLiteral != nil }) { return figures.map { _ in bounds } }
      limits.append(bounds)
    }
    return limits
  }

  func isBoundWord(_ word: Word?) -> Bool {
    switch word {
    case .atLeast, .atMost, .moreThan, .lessThan, .exactly, .equal, .notEqual, .onOrBefore, .onOrAfter: true
    default: false
    }
  }

  mutating func parseFigureList() -> [ExpressionSyntax]? {
    var operands: [Operand] = []
    var start = position
    repeat {
      start = position
      guard let figure = parseExpression() else { return nil }
      operands.append(Operand(figure: figure, start: start, end: position))
    } while takeListSeparator()
    return sharingJapanese(operands) ?? sharingPostfix(operands.map { $0.figure }, last: start)
  }

  mutating func parseComparison(_ figures: [ExpressionSyntax], each isEach: Bool, start: Int) -> ConditionSyntax? {
    if isASCII(current) { takeModal() }
    // must each be at least 3, will both rise
    let each = isASCII(current) && take(.each) || isEach
    if isWord(.not), isWord(.isWord, ahead: 1) {
      // must not be more than 5
      advance()
      return parseComparison(figures, each: each, start: start)?.opposite
    }
    if figures.count == 2, !each, isWord(.equal), !startsValue(peek()) {
      // 「A」と「B」が一致すること
      advance()
      skipEnding()
      return ConditionSyntax(.bounds(figures[0], [BoundSyntax(.equal, figures[1])]), place(from: start))
    }
    if figures.count == 1, !each, let total = attempt({ $0.parseTotalSoFar(of: figures[0], start: start) }) { return total }
    figureInFocus = figures.count == 1 ? figures[0] : nil
    defer {
      figureInFocus = nil
      figureBefore = figures.count == 1 && !each ? figures[0] : nil
    }
    if figures.count == 1, !each {
      if take(.resolved) {
        let none = ExpressionSyntax(
          .literal(LiteralSyntax(.zero, decimals: 0, unit: nil, place(from: start))), place(from: start))
        skipEnding()
        return ConditionSyntax(.bounds(figures[0], [BoundSyntax(.equal, none)]), place(from: start))
      }
      if let tendency = attempt({ $0.parseTendency() }) ?? attempt({ $0.parseMultiplied() }) { return tendency }
      if let within = attempt({ $0.parseWithinYears(of: figures[0], start: start) }) { return within }
      if let raised = attempt({ $0.parseRaisedFrom() }) {
        return ConditionSyntax(.bounds(figures[0], [raised]), place(from: start))
      }
      if let reached = attempt({ $0.parseEnglishReaching() }) {
        skipEnding()
        return ConditionSyntax(.bounds(figures[0], reached), place(from: start))
      }
    }
    if let rank = attempt({ $0.parseRank() }) {
      let parts = figures.map { ConditionSyntax(.rank($0, rank), place(from: start)) }
      return joined(parts, each: each, start: start)
    }
    let trendStart = position
    if let trend = parseTrend() {
      let namesYear = (trendStart..<position).contains { namesYearBefore(tokens[$0]) }
      var parts: [ConditionSyntax] = []
      for figure in figures {
        guard let anchored = namesYear ? trend.counted(from: figure) : trend else {
          reportYearsReversed(start)
          return nil
        }
        parts.append(ConditionSyntax(.trend(figure, anchored), place(from: start)))
      }
      return joined(parts, each: each, start: start)
    }
    if figures.count == 1, !each, let running = attempt({ $0.parseLimitRunning(of: figures[0], start: start) }) { return running }
    if figures.count == 1, !each, let limit = attempt({ $0.parseEnglishLimitInTime(of: figures[0], start: start) }) {
      return limit
    }
    if each, let own = attempt({ $0.parseEachItsOwn(figures, start) }) { return own }
    guard let bounds = parseBounds() else { return nil }
    if figures.count == 1 { checkYearOfShare(figures[0], bounds, start) }
    if figures.count == 1, !each { return parseAlternativeValues(figures[0], bounds, start: start) }
    if each {
      if isWord(.notEqual, at: position - 1), !isASCII(tokens[position - 1]), saysAll(in: start..<position) {
        reportUnclearDenial(start)
      }
      return ConditionSyntax(.each(figures, bounds), place(from: start))
    }
    reportAmbiguousList(start)
    return nil
  }

  /// 「A」及び「B」がいずれも全国平均を上回る: each against its own. Nothing has been read where all have one limit.
  private mutating func parseEachItsOwn(_ figures: [ExpressionSyntax], _ start: Int) -> ConditionSyntax? {
    let here = position
    var limits: [[BoundSyntax]] = []
    for figure in figures {
      position = here
      figureInFocus = figure
      defer { figureInFocus = nil }
      guard let bounds = parseBounds() else { return nil }
      limits.append(bounds)
    }
    guard limits.count > 1, limits[0] != limits[1] else { return nil }
    return ConditionSyntax(
      .and(zip(figures, limits).map { ConditionSyntax(.bounds($0, $1), place(from: start)) }), place(from: start))
  }

  /// `「ア-1」が「実施している」又は「準備・調整中」`: any of the values; otherwise just the bounds.
  private mutating func parseAlternativeValues(
    _ figure: ExpressionSyntax, _ bounds: [BoundSyntax], start: Int
  ) -> ConditionSyntax? {
    checkYearlyAmount(figure)
    if let shared = attempt({ $0.parseSharedLimit(figure, bounds, start: start) }) { return shared }
    if isAmountOfChange(bounds) {
      reportAmountWithoutVerb(start)
      return nil
    }
    var alternatives = [ConditionSyntax(.bounds(figure, bounds), place(from: start))]
    if bounds.count == 1, bounds[0].relation == .equal {
      let bareNumbers = sentence.bareNumbers
      defer { if alternatives.count > 1 { sentence.bareNumbers = Array(bareNumbers.dropLast()) } }
      while let next = attempt({ $0.parseAlternativeValue(from: start) }) {
        alternatives.append(ConditionSyntax(.bounds(figure, [BoundSyntax(.equal, next)]), next.place))
      }
    }
    return alternatives.count == 1 ? alternatives[0] : ConditionSyntax(.or(alternatives), place(from: start))
  }

  private mutating func parseAlternativeValue(from start: Int) -> ExpressionSyntax? {
    guard take(.or), let value = parseExpression() else { return nil }
    let beginsClause =
      isWord(.particleGa) || isWord(.particleWa) || isWord(.particleWo) || isWord(.isWord) || isBoundWord(currentWord)
    if isWord(.notEqual), !isASCII(current) {
      advance()
      reportUnclearDenial(start)
    } else if beginsClause || isWord(.verb) || isWord(.listAnd) {
      return nil
    }
    skipEnding()
    return value
  }

  private mutating func joined(_ parts: [ConditionSyntax], each: Bool, start: Int) -> ConditionSyntax? {
    if parts.count == 1 { return parts[0] }
    if each { return ConditionSyntax(.and(parts), place(from: start)) }
    reportAmbiguousList(start)
    return nil
  }

  private mutating func reportAmbiguousList(_ start: Int) {
    if unmarkedWord != nil { return reportUnexpected(Wording("one figure and its limit", "一つの値とその限度"), mend: nearestForm) }
    report(
      .ambiguousList, at: place(from: start),
      Wording("it is not said whether each figure or their sum is meant", "それぞれの値か、合計の値かが書かれていません"),
      mend: Wording(
        "write 「[A] and [B] are each at least …」 or 「the sum of [A] and [B] is at least …」",
        "「「A」及び「B」がいずれも…」または「「A」及び「B」の合計が…」と書いてください"))
  }
}

extension ConditionSyntax {
  /// What holds where this does not: of one limit the other side.
  var opposite: ConditionSyntax {
    if case .bounds(let figure, let bounds) = kind, bounds.count == 1, let bound = bounds.first {
      return ConditionSyntax(.bounds(figure, [BoundSyntax(bound.relation.negated, bound.value)]), place)
    }
    return ConditionSyntax(ConditionSyntax.negation(of: self), place)
  }

  /// `is not 3` and `not … is 3` are one tree.
  static func negation(of condition: ConditionSyntax) -> Kind {
    if case .bounds(let figure, let bounds) = condition.kind, bounds.count == 1, let bound = bounds.first {
      if bound.relation == .equal || bound.relation == .notEqual {
        return .bounds(figure, [BoundSyntax(bound.relation.negated, bound.value)])
      }
    }
    if case .not(let inner) = condition.kind { return inner.kind }
    return .not(condition)
  }
}
