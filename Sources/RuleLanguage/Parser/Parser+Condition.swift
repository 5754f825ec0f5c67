import Diagnostics
import Quantities

extension Parser {
  /// What a requirement demands: its clauses may stand in a list, `[A] is …, [B] is … and [C] is …`.
  mutating func parseDemand() -> ConditionSyntax? {
    sentenceHasComma ? attempt { $0.parseListedClauses() } ?? parseCondition() : parseCondition()
  }

  private var sentenceHasComma: Bool {
    tokens[position...].prefix { $0.kind != .sign(.stop) }.contains { $0.kind == .sign(.comma) && isASCII($0) }
  }

  /// Commas and one `and` or `or` before the last; nothing has been read where there is no such list.
  private mutating func parseListedClauses() -> ConditionSyntax? {
    let start = position
    var said: [SentenceNotes.Said] = []
    guard let first = noting(&said, { $0.parseClause() }) else { return nil }
    var parts = [first]
    while isSign(.comma), isASCII(current), !isWord(.and, ahead: 1), !isWord(.or, ahead: 1) {
      advance()
      guard let part = noting(&said, { $0.parseFurtherClause() }) else { return nil }
      parts.append(part)
    }
    guard parts.count > 1, let joint = takeJoint(), let last = noting(&said, { $0.parseFurtherClause() }) else { return nil }
    let ends = isSign(.stop) || isClauseStart || isSign(.comma) || current.isFirstOnLine || isWord(.when) || isWord(.unless)
    guard ends || current.kind == .end || isWord(.by) || isWord(.exceptWhen) else { return nil }
    parts.append(last)
    say(said)
    return ConditionSyntax(joint == .or ? .or(parts) : .and(parts), place(from: start))
  }

  /// Clauses joined by `and` or by `or`; both side by side need brackets.
  mutating func parseCondition() -> ConditionSyntax? {
    nested { parser in
      let start = parser.position
      var said: [SentenceNotes.Said] = []
      guard let first = parser.noting(&said, { $0.parseClause() }) else { return nil }
      var parts = [first]
      var joint: Word?
      while let next = parser.takeJoint() {
        if let joint, joint != next {
          parser.reportMixedJoints(from: start)
          return nil
        }
        joint = next
        parser.hasCountedAreas = false
        guard let part = parser.noting(&said, { $0.parseFurtherClause() }) else { return nil }
        if parser.hasCountedAreas {
          parser.reportUnclearCount(from: start)
          return nil
        }
        parts.append(part)
      }
      parser.say(said)
      guard let joint else { return first }
      return ConditionSyntax(joint == .or ? .or(parts) : .and(parts), parser.place(from: start))
    }
  }

  /// `and`, `or`; in Japanese also し、 and であり、, which the word before has joined.
  private mutating func takeJoint() -> Word? {
    var joins = joinedByParticle
    joinedByParticle = false
    if case .word(_, true) = tokens[max(0, position - 1)].kind { joins = true }
    var ahead = 0
    while isSign(.pause, ahead: ahead) || isSign(.comma, ahead: ahead) { ahead += 1 }
    if isWord(.and, ahead: ahead) || isWord(.or, ahead: ahead) {
      let word: Word = isWord(.or, ahead: ahead) ? .or : .and
      for _ in 0...ahead { advance() }
      skipPauses()
      // where [A] is 0 and where [B] is 0
      if isWord(.thatWord) || isWord(.whereWord), isASCII(current) { advance() }
      return word
    }
    if !joins, ahead > 0, startsFurtherLimit(ahead) { joins = true }
    if joins, !isSign(.stop, ahead: ahead), !isSign(.close, ahead: ahead), peek(ahead).kind != .end {
      for _ in 0..<ahead { advance() }
      return .and
    }
    return nil
  }

  /// The 「B」を of 「A」を8,000歩以上、「B」を6,000歩以上とする: behind a limit, a demand on another figure.
  private func startsFurtherLimit(_ ahead: Int) -> Bool {
    guard sentence.mayBeDue, case .word(let before, _) = tokens[max(0, position - 1)].kind, isBoundWord(before),
      !isASCII(tokens[max(0, position - 1)]), case .name = peek(ahead).kind
    else { return false }
    return isWord(.particleWo, ahead: ahead + 1) && !isWord(.except, ahead: ahead + 2) || isWord(.particleGa, ahead: ahead + 1)
  }

  /// A condition that says which areas or years are meant, and nothing of the target.
  mutating func parseAside() -> ConditionSyntax? {
    let mayBeDue = sentence.mayBeDue
    sentence.mayBeDue = false
    defer { sentence.mayBeDue = mayBeDue }
    return parseCondition()
  }

  /// A clause behind a joint: one of its own, or only a limit, which is one of the figure before it.
  private mutating func parseFurtherClause() -> ConditionSyntax? {
    let start = position
    takeDue()
    guard let figure = figureBefore else { return parseClause() }
    if isWord(.it), isWord(.isWord, ahead: 1) || isWord(.rises, ahead: 1) || isWord(.falls, ahead: 1) {
      advance()
      figureInFocus = figure
      defer { figureInFocus = nil }
      return parseComparison([figure], each: false, start: start)
    }
    if let bounds = attempt({ $0.parseLimitAlone(of: figure) }) {
      return ConditionSyntax(.bounds(figure, bounds), place(from: start))
    }
    // A name begins a clause of its own: [B] in `and [B] falls` is no amount, and `reduces [B]` speaks of [B].
    if !startsWithName, !startsTrendOfAnother, let trend = parseTrend() {
      figureBefore = figure
      return ConditionSyntax(.trend(figure, trend), place(from: start))
    }
    return parseClause()
  }

  private var startsTrendOfAnother: Bool {
    guard isASCII(current), isWord(.rises) || isWord(.falls) || isWord(.doesNotFall) || isWord(.doesNotRise) else { return false }
    switch peek(isWord(.the, ahead: 1) ? 2 : 1).kind {
    case .name, .bare, .word(.numberOf, _), .word(.shareOf, _): return true
    default: return false
    }
  }

  /// `or is at least 18%`, `and it reaches 18%`, `又は18%以上であること`.
  private mutating func parseLimitAlone(of figure: ExpressionSyntax) -> [BoundSyntax]? {
    let hasPronoun = take(.it)
    let isEnglish = take(.isWord) || isWord(.notEqual) || hasPronoun
    if !isEnglish {
      if case .number = current.kind {} else if !isYearReference(current) { return nil }
    }
    figureInFocus = figure
    defer { figureInFocus = nil }
    guard let bounds = isEnglish ? parseEnglishBounds() : parseBounds(), !bounds.isEmpty else { return nil }
    if !isEnglish, bounds.contains(where: { $0.relation == .equal }) { return nil }
    guard endsClause else { return nil }
    figureBefore = figure
    return bounds
  }

  var startsWithName: Bool {
    switch current.kind {
    case .name, .bare: true
    default: false
    }
  }

  /// Whether a name in marks stands there, with an article or without.
  func startsName(ahead: Int) -> Bool {
    if case .name = peek(ahead).kind { return true }
    guard case .bare(let word) = peek(ahead).kind, word == "a" || word == "an", case .name = peek(ahead + 1).kind else {
      return false
    }
    return true
  }

  /// Whether nothing follows that would make what was read the beginning of something else, as 23区以上 is of 23区以上で.
  var endsClause: Bool {
    if joinedByParticle { return true }
    if case .word(_, true) = tokens[max(0, position - 1)].kind { return true }
    switch current.kind {
    case .end, .sign(.stop), .sign(.close), .sign(.comma), .sign(.pause), .sign(.colon): return true
    case .word(let word, _): return word == .and || word == .or || word == .when || word == .unless || word == .forEach
    default: return false
    }
  }

  private mutating func reportMixedJoints(from start: Int) {
    report(
      .mixedJoints, at: place(from: start),
      Wording("and stands beside or without brackets", "「かつ」と「又は」がかっこなしで並んでいます"),
      reason: Wording("it is not certain what belongs together", "どこまでが一まとまりかが決まりません"),
      mend: Wording("put one of them in brackets: (… or …) and …", "「（…又は…）かつ…」のように、かっこで囲んでください"))
  }

  /// In 「A」が…かつ「B」が…の区の数 it is not certain what the wards are counted by.
  private mutating func reportUnclearCount(from start: Int) {
    report(
      .mixedJoints, at: place(from: start),
      Wording("it is not certain which conditions the areas are counted by", "どの条件の区を数えるかが決まりません"),
      mend: Wording("put the conditions in brackets: number of wards where (… and …)", "「（…かつ…）の区の数」のように、数える条件をかっこで囲んでください"))
  }

  mutating func parseClause() -> ConditionSyntax? {
    nested { parser in
      let start = parser.position
      return parser.parseClauseInside().map { parser.withYearsBehind(parser.forEachBehind($0, start: start), start: start) }
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
    if let alternatives = attempt({ $0.parseAlternativeFigures(start) }) { return alternatives }
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
    if figures.count == 1, let near = attempt({ $0.parseNearness(figures[0], start: start) }) { return near }
    if isWord(.particleNo), isWord(.every, ahead: 1), isWord(.row, ahead: 2) { return parseJapaneseRows(figures, start: start) }
    // 「A」及び「B」のすべてが
    let isAll = isWord(.particleNo) && isWord(.each, ahead: 1)
    if isAll { skip([.particleNo, .each]) }
    skip([.particleGa, .particleWa, .particleWo, .particleMo, .about])
    skipPauses()
    var each = take(.each) || isAll
    if isWord(.isWord), isWord(.each, ahead: 1) { each = true }
    if isWord(.isWord), isWord(.reports, ahead: 1) { advance() }
    if take(.reports) {
      skipEnding()
      return ConditionSyntax(.reports(figures), place(from: start))
    }
    if let deed = attempt({ $0.parseDeed(figures, start: start) }) { return deed }
    takeDue()
    return parseComparison(figures, each: each, start: start)
  }

  /// `「A」又は「B」が1回以上`: one of them is enough.
  private mutating func parseAlternativeFigures(_ start: Int) -> ConditionSyntax? {
    guard let first = takeName() else { return nil }
    var figures = [ExpressionSyntax(.name(first), first.place)]
    while isSign(.comma), isASCII(current), case .name = peek().kind {
      // [A], [B] or [C]
      advance()
      if let next = takeName() { figures.append(ExpressionSyntax(.name(next), next.place)) }
    }
    let listed = figures.count
    if listed > 1 { _ = isSign(.comma) && isWord(.or, ahead: 1) && take(.comma) }
    while take(.or), let next = takeName() { figures.append(ExpressionSyntax(.name(next), next.place)) }
    guard figures.count > listed else { return nil }
    if isWord(.particleNo), isWord(.either, ahead: 1) { advance() }
    skip([.particleGa, .particleWa, .particleWo, .particleMo, .either, .particleGa])
    if isWord(.isWord), isWord(.reports, ahead: 1) { advance() }
    if take(.reports) {
      skipEnding()
      return ConditionSyntax(.or(figures.map { ConditionSyntax(.reports([$0]), $0.place) }), place(from: start))
    }
    if let trend = parseTrend() {
      return ConditionSyntax(.or(figures.map { ConditionSyntax(.trend($0, trend), $0.place) }), place(from: start))
    }
    guard let bounds = takeJapaneseDeed() ?? parseDeedAnswer() ?? parseBounds() else { return nil }
    return ConditionSyntax(.or(figures.map { ConditionSyntax(.bounds($0, bounds), $0.place) }), place(from: start))
  }

  func isBoundWord(_ word: Word?) -> Bool {
    switch word {
    case .atLeast, .atMost, .moreThan, .lessThan, .exactly, .equal, .notEqual, .onOrBefore, .onOrAfter: true
    default: false
    }
  }

  mutating func parseFigureList() -> [ExpressionSyntax]? {
    var last = position
    guard let first = parseExpression() else { return nil }
    var figures = [first]
    while takeListSeparator() {
      last = position
      guard let next = parseExpression() else { return nil }
      figures.append(next)
    }
    return sharingPostfix(figures, last: last)
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
    if figures.count == 1, !each, let limit = attempt({ $0.parseEnglishLimitInTime(of: figures[0], start: start) }) {
      return limit
    }
    if each, let own = attempt({ $0.parseEachItsOwn(figures, start) }) { return own }
    guard let bounds = parseBounds() else { return nil }
    if figures.count == 1, !each { return parseAlternativeValues(figures[0], bounds, start: start) }
    if each { return ConditionSyntax(.each(figures, bounds), place(from: start)) }
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
    var alternatives = [ConditionSyntax(.bounds(figure, bounds), place(from: start))]
    if bounds.count == 1, bounds[0].relation == .equal {
      let bareNumbers = sentence.bareNumbers
      defer { if alternatives.count > 1 { sentence.bareNumbers = Array(bareNumbers.dropLast()) } }
      while let next = attempt({ $0.parseAlternativeValue() }) {
        alternatives.append(ConditionSyntax(.bounds(figure, [BoundSyntax(.equal, next)]), next.place))
      }
    }
    return alternatives.count == 1 ? alternatives[0] : ConditionSyntax(.or(alternatives), place(from: start))
  }

  private mutating func parseAlternativeValue() -> ExpressionSyntax? {
    guard take(.or), let value = parseExpression() else { return nil }
    let beginsClause =
      isWord(.particleGa) || isWord(.particleWa) || isWord(.particleWo) || isWord(.isWord) || isBoundWord(currentWord)
    if beginsClause || isWord(.verb) || isWord(.listAnd) { return nil }
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
