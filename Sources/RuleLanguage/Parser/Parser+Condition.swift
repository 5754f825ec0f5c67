import Diagnostics
import Quantities

/// Clauses that are joined by `and` or by `or`, and what a clause takes over from the one before it.
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
      guard let part = noting(&said, { $0.parseFurtherClause(behind: parts[parts.count - 1]) }) else { return nil }
      parts.append(part)
    }
    guard parts.count > 1, let joint = takeJoint(),
      let last = noting(&said, { $0.parseFurtherClause(behind: parts[parts.count - 1]) })
    else { return nil }
    let ends = isSign(.stop) || isClauseStart || isSign(.comma) || current.isFirstOnLine || isWord(.when) || isWord(.unless)
    guard ends || current.kind == .end || isWord(.by) || isWord(.exceptWhen) else { return nil }
    parts.append(last)
    say(said, of: parts)
    return ConditionSyntax(joint == .or ? .or(parts) : .and(parts), place(from: start))
  }

  /// Clauses joined by `and` or by `or`; both side by side need brackets.
  mutating func parseCondition() -> ConditionSyntax? {
    nested { parser in
      let start = parser.position
      var said: [SentenceNotes.Said] = []
      guard let first = parser.noting(&said, { $0.parseClause() }) else { return nil }
      var parts = [first]
      var starts = [start]
      var ends: [ClauseEnd] = []
      var figureBehindYear = parser.figureBehindYear(of: first, at: start)
      var joint: Word?
      while true {
        let (last, isJoined) = (parser.position - 1, parser.joinedByParticle)
        guard let next = parser.takeJoint() else { break }
        let end = parser.clauseEnd(at: last, isJoined: isJoined)
        if let joint, joint != next {
          parser.reportMixedJoints(from: start)
          return nil
        }
        joint = next
        parser.hasCountedAreas = false
        let partStart = parser.position
        starts.append(partStart)
        guard let part = parser.noting(&said, { $0.parseFurtherClause(behind: parts[parts.count - 1]) }) else { return nil }
        if let name = figureBehindYear, parser.leavesYearOpen(part, besides: name, at: partStart) {
          parser.reportYearOfFirst(start, partStart)
        }
        figureBehindYear = parser.figureBehindYear(of: part, at: partStart) ?? figureBehindYear
        parts.append(part)
        ends.append(end)
        if parser.hasCountedAreas {
          parser.gatherCounted(&parts, &ends, &said, by: next)
          if parts.count == 1 { joint = nil }
        }
        if end == .open, parser.denialEnd == parser.position { parser.reportUnclearDenial(start) }
      }
      parser.say(said, of: parts)
      guard let joint else { return parts[0] }
      parser.checkNegations(starts, joint, parts)
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
      if word == .or, !isASCII(current), take(.or) { skipPauses() }
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
    let before = sentence
    sentence.mayBeDue = false
    defer {
      sentence.mayBeDue = before.mayBeDue
      // What is said of years there is not said of the demand.
      (sentence.changesWithoutStart, sentence.clausesOfOneYear) = (before.changesWithoutStart, before.clausesOfOneYear)
      sentence.yearOfChange = before.yearOfChange
    }
    guard let condition = parseCondition() else { return nil }
    if isWord(.by), isFiscalYear(peek()), isASCII(current) { reportYearInAside() }
    return condition
  }

  /// A clause behind a joint, which may say less than one that stands alone.
  private mutating func parseFurtherClause(behind other: ConditionSyntax) -> ConditionSyntax? {
    let start = position
    guard let part = parseClauseBehind(other) else { return nil }
    if isASCII(tokens[start]) { checkSharedDenial(other, start) }
    return part
  }

  /// A clause of its own, or only a limit, which is one of the figure before it.
  private mutating func parseClauseBehind(_ other: ConditionSyntax) -> ConditionSyntax? {
    let start = position
    takeDue()
    if let amount = attempt({ $0.parseAmountBehind(other, $0.isWord(.or, at: start - 1) ? "or" : "and") }) { return amount }
    if isNumberToken(current), let alike = attempt({ $0.parseAmountAlike(other) }) { return alike }
    guard let figure = figureBefore else { return parseClause() }
    if isWord(.it), isWord(.isWord, ahead: 1) || isWord(.rises, ahead: 1) || isWord(.falls, ahead: 1) {
      advance()
      figureInFocus = figure
      defer { figureInFocus = nil }
      let whole = parseComparison([figure], each: false, start: start)
      if isWord(.by), isFiscalYear(peek()) { takeDue() }
      return whole
    }
    if isWord(.must) || isWord(.modal), isASCII(current), let further = attempt({ $0.parseFurtherVerb(of: figure, start) }) {
      return further
    }
    if let bounds = attempt({ $0.parseLimitAlone(of: figure) }) {
      checkRunningBefore(other, start, figure)
      return ConditionSyntax(.bounds(figure, reached(bounds, behind: other, at: start)), place(from: start))
    }
    // A name begins a clause of its own: [B] in `and [B] falls` is no amount, and `reduces [B]` speaks of [B].
    if !startsWithName, !startsTrendOfAnother, let trend = parseTrend() {
      figureBefore = figure
      return ConditionSyntax(.trend(figure, trend), place(from: start))
    }
    return parseClause()
  }

  /// The `must not exceed 10` of `must not rise and must not exceed 10`.
  private mutating func parseFurtherVerb(of figure: ExpressionSyntax, _ start: Int) -> ConditionSyntax? {
    let verb = isWord(.not, ahead: 1) ? 2 : 1
    guard
      isBoundWord(peekWord(verb)) || isWord(.isWord, ahead: verb) || isWord(.rises, ahead: verb) || isWord(.falls, ahead: verb)
    else { return nil }
    advance()
    let isDenied = isBoundWord(peekWord(1)) && take(.not)
    figureInFocus = figure
    defer { figureInFocus = nil }
    guard let whole = parseComparison([figure], each: false, start: start) else { return nil }
    if isWord(.by), isFiscalYear(peek()) { takeDue() }
    return endsClause ? isDenied ? whole.opposite : whole : nil
  }

  /// The `reaches 3` of `falls each year and reaches 3`, which comes from above.
  private mutating func reached(_ bounds: [BoundSyntax], behind other: ConditionSyntax, at start: Int) -> [BoundSyntax] {
    guard case .trend(_, let change) = other.kind, change.trend.reaching == .atMost, bounds.count == 1,
      bounds[0].relation == .atLeast, saysReached(from: start)
    else { return bounds }
    sentence.attainedNumbers.removeAll { $0 == bounds[0].value.place }
    sentence.attainedValues.removeAll { $0 == bounds[0].value.place }
    return [BoundSyntax(.atMost, bounds[0].value)]
  }

  /// reaches 3, 3回に達する: no word says on which side.
  private func saysReached(from start: Int) -> Bool {
    if isASCII(tokens[start]), text(of: tokens[start]).hasPrefix("reach") { return isNumberToken(tokens[start + 1]) }
    let limits = (start..<position).filter { isBoundWord(tokens[$0].word) }
    return limits.count == 1 && text(of: tokens[limits[0]]).hasPrefix("達")
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
    let isLimitOnly = isASCII(current) && isBoundWord(currentWord) && isNumberToken(peek())
    let isEnglish = take(.isWord) || isWord(.notEqual) || hasPronoun || isLimitOnly
    if isEnglish, case .number(let number) = current.kind, number.value.isZero, let none = parseExpression(), endsClause {
      // or is zero
      figureBefore = figure
      return [BoundSyntax(.equal, none)]
    }
    if !isEnglish {
      if case .number = current.kind {} else if !isYearReference(current), !startsOverallAverage { return nil }
    }
    figureInFocus = figure
    defer { figureInFocus = nil }
    guard let bounds = isEnglish ? parseEnglishBounds() : parseBounds(), !bounds.isEmpty else { return nil }
    if !isEnglish, bounds.contains(where: { $0.relation == .equal }) { return nil }
    if isWord(.by), isFiscalYear(peek()) { takeDue() }
    let isOfYear = isWord(.inWord) && isFiscalYear(peek()) && sentence.mayBeDue
    guard endsClause || isOfYear else { return nil }
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
}
