import Diagnostics
import Quantities

/// How much: the limits behind a figure, in the order of either language.
extension Parser {
  /// `is at least 1回 and at most 3回`, `1回以上3回以下`, `「実施している」であること`.
  mutating func parseBounds() -> [BoundSyntax]? {
    skip([.verb])
    takeModal()
    if isWord(.isWord) { advance() }
    _ = take(.each)
    // has [X] of at least 80%, of zero, of 80%; stays at zero
    if isWord(.of) || isWord(.at), isASCII(current), isBoundWord(peekWord()) || startsWholeLimit(peek()) { advance() }
    if isWord(.of), case .number = peek().kind { return parseAmountOf() }
    let isRefusal = isWord(.not) && isBoundWord(peekWord())
    if isRefusal || isBoundWord(currentWord) && !startsPeers || isWord(.between) || isSign(.equals) || isWord(.from)
      || startsByDay
      || startsWithin || isWord(.onPath)
    {
      let bounds = parseEnglishBounds()
      skipEnding()
      return bounds
    }
    return parseJapaneseBounds()
  }

  /// A word such as `at least` or 以上 as the relation that it states.
  mutating func takeBoundWord() -> Relation? {
    let relation: Relation
    switch currentWord {
    case .atLeast, .onOrAfter: relation = .atLeast
    case .atMost, .onOrBefore: relation = .atMost
    case .moreThan: relation = .moreThan
    case .lessThan: relation = .lessThan
    case .equal, .exactly: relation = .equal
    case .notEqual: relation = .notEqual
    default: return nil
    }
    advance()
    return relation
  }

  /// `at least 1 and at most 3`, `between 1 and 3`.
  mutating func parseEnglishBounds() -> [BoundSyntax]? {
    if take(.between) || take(.from) {
      guard let low = parseExpression(), take(.and) || take(.to), let high = parseExpression() else {
        reportUnexpected(
          Wording("two values joined by and", "二つの値"), mend: Wording("between 1 and 3", "「1以上3以下」のように書いてください"))
        return nil
      }
      if isFiscalYear(tokens[position - 1]) { noteYearOfLimit(high) }
      return [BoundSyntax(.atLeast, low), BoundSyntax(.atMost, high)]
    }
    if isWord(.onPath) { return parseOnPath().map { [$0] } }
    var bounds: [BoundSyntax] = []
    while startsWithin {
      guard let bound = parseWithin() else { return nil }
      bounds.append(bound)
      guard isWord(.and), isBoundWord(peekWord()), !startsClauseOfItsOwn else { return bounds }
      advance()
    }
    while true {
      let isReached = isReachWord && !isBoundWord(peekWord())
      let first = position
      guard let relation = takeEnglishRelation() else { break }
      _ = take(.to)
      guard let value = parseExpression() else { return nil }
      // 少なくとも3回以上
      if relation == .atLeast, !isASCII(current) { _ = take(.atLeast) }
      if isFiscalYear(tokens[position - 1]) { noteYearOfLimit(value) }
      // Nothing can be below zero: what is to reach it is to be none.
      let isNone = isReached && value.asLiteral?.value.isZero ?? false
      if isReached, relation == .atLeast { noteReached(value) }
      let side = position
      if let distant = distantBound(relation, value) {
        bounds.append(distant)
        checkDistanceBehind(distant, amount: first, side: side)
      } else {
        bounds.append(BoundSyntax(isNone ? .equal : relation, value))
      }
      // `and at most 3` goes on with the same figure unless a figure of its own stands behind the value.
      guard isWord(.and), isBoundWord(peekWord()), !startsClauseOfItsOwn,
        bounds.count > 1 || !startsStep(behind: bounds[0].relation)
      else { break }
      advance()
    }
    return bounds
  }

  /// The `by 30 June` of `[day of the plan] is by 30 June`; `and [B] by 3` is no limit but the amount of a change.
  private var startsByDay: Bool {
    guard isWord(.by) else { return false }
    switch peek().kind {
    case .date, .dayOfYear: return true
    default: return false
    }
  }

  private var startsWithin: Bool {
    isWord(.within) || (isWord(.notEqual) || isWord(.not)) && isWord(.within, ahead: 1)
  }

  /// `within 10% of [X]`, `not within 3回 of 10回`.
  private mutating func parseWithin() -> BoundSyntax? {
    let relation: Relation = take(.notEqual) || take(.not) ? .notEqual : .equal
    let start = position
    advance()
    guard let margin = takeLiteral(), take(.of), let value = parseExpression() else {
      reportUnexpected(
        Wording("a margin, of, and a value", "幅と値"),
        mend: Wording("within 10% of …, within 0.5 points of 8%", "「…の±10%以内」のように書いてください"))
      return nil
    }
    if isFiscalYear(tokens[position - 1]) { noteYearOfLimit(value) }
    return BoundSyntax(relation, ExpressionSyntax(.tolerance(margin, value), place(from: start)))
  }

  /// `on the path from 21 in FY2022 to 24 in FY2025`: at least what it says where it leads upwards.
  private mutating func parseOnPath() -> BoundSyntax? {
    let start = position
    advance()
    guard let path = parsePathPoints(start), case .path(let points) = path.kind else { return nil }
    return BoundSyntax(points.direction, path)
  }

  /// The `reaches` of `reaches 80%`, which is at least so much.
  private var isReachWord: Bool { isWord(.atLeast) && isASCII(current) && text(of: current).hasPrefix("reach") }

  mutating func takeReachWord() -> Bool {
    guard isReachWord else { return false }
    advance()
    return true
  }

  /// `is not at least 3` is less than 3; `=` and `by 30 June` are words as well.
  private mutating func takeEnglishRelation() -> Relation? {
    if take(.equals) { return .equal }
    if startsByDay, take(.by) { return .atMost }
    if isWord(.not), isBoundWord(peekWord()) {
      advance()
      return takeBoundWord()?.negated
    }
    guard let relation = takeBoundWord() else { return nil }
    if relation == .notEqual, isBoundWord(currentWord) { return takeBoundWord()?.negated }
    // reaches at least 80%
    if relation == .atLeast, isASCII(current), isBoundWord(currentWord) { return takeBoundWord() }
    return relation
  }

  /// The `zero` of `of zero`, the `80% or more` of `of 80% or more`: a limit behind `of` that needs no word before it.
  private func startsWholeLimit(_ token: Token) -> Bool {
    guard case .number(let number) = token.kind else { return false }
    if number.value.isZero { return true }
    var ahead = 2
    if case .unit = peek(ahead).kind { ahead += 1 }
    if isLevelToken(peek(ahead)) || isWord(.percent, ahead: ahead) || isWord(.points, ahead: ahead) { ahead += 1 }
    guard case .word(let word, _) = peek(ahead).kind else { return false }
    return (word == .atLeast || word == .atMost) && text(of: peek(ahead)).hasPrefix("or")
  }

  /// The `and at least 70% by FY2028` behind `at least 60%`: a limit of later years, and no further one of all.
  private func startsStep(behind relation: Relation) -> Bool {
    guard sentence.mayBeDue, isNumberToken(peek(2)), peekWord().flatMap({ Parser.side(of: $0) }) == relation.side else {
      return false
    }
    var ahead = 3
    if isWord(.percent, ahead: ahead) || isUnitToken(peek(ahead)) || isWord(.points, ahead: ahead) { ahead += 1 }
    return (isWord(.by, ahead: ahead) || isWord(.inWord, ahead: ahead)) && isFiscalYear(peek(ahead + 1))
  }

  private static func side(of word: Word) -> Relation? {
    switch word {
    case .atLeast, .moreThan: .atLeast
    case .atMost, .lessThan: .atMost
    default: nil
    }
  }

  /// Whether behind `and at least 2件` a figure stands: then that is another clause.
  private var startsClauseOfItsOwn: Bool {
    var ahead = 3
    if case .unit = peek(ahead).kind { ahead += 1 }
    if case .level = peek(ahead).kind { ahead += 1 }
    if isWord(.percent, ahead: ahead) { ahead += 1 }
    switch peek(ahead).kind {
    case .name, .bare, .word(.of, _): return true
    default: return false
    }
  }

  /// The とする of 60%から70%とする, which may be a range or a way.
  private var endsWithMaking: Bool {
    guard isWord(.ending) else { return false }
    let word = text(of: current)
    return word.hasPrefix("と") || word.hasPrefix("に")
  }

  private mutating func parseJapaneseBounds() -> [BoundSyntax]? {
    let start = position
    guard let first = parseJapaneseBound(mayBeEqual: true) else { return nil }
    if isFiscalYear(tokens[position - 1]) { noteYearOfLimit(first.value) }
    var bounds = [first]
    if take(.from), bounds[0].relation == .equal {
      // 1回から3回まで
      if isYearReference(current) {
        reportWayWithoutYears()
        return nil
      }
      guard let high = parseExpression() else { return nil }
      let isWay = first.value.asLiteral == nil ? first.value.isInYear || !isWord(.until) : endsWithMaking
      if isWay, high.asLiteral != nil {
        reportAmountWithoutVerb(start)
        return nil
      }
      let isReached = (isWord(.particleHe) || isWord(.particleNi)) && isReachingWord(ahead: 1)
      if isReached { reportWayWithoutYears() }
      _ = take(.until)
      bounds = isReached ? [BoundSyntax(.atLeast, high)] : [BoundSyntax(.atLeast, first.value), BoundSyntax(.atMost, high)]
    } else {
      while let last = bounds.last, let next = attempt({ $0.parseFurtherBound(behind: last) }) { bounds.append(next) }
      if bounds.count == 1, isASCII(current), isWord(.and), isBoundWord(peekWord()), !startsClauseOfItsOwn {
        // 80% or more and less than 100%
        advance()
        guard let relation = takeEnglishRelation(), let value = parseExpression() else { return nil }
        bounds.append(BoundSyntax(relation, value))
      }
    }
    if case .number = current.kind, !current.isFirstOnLine, !joinsNext, let last = bounds.last {
      reportBesideEachOther(last)
      return nil
    }
    if bounds.count == 1 { bounds[0] = settledBareNumber(bounds[0]) } else if denialEnd == position { reportUnclearDenial(start) }
    skipEnding()
    joinedByParticle = takeJoiningParticle()
    return bounds
  }

  /// A value and its bound word; without one, a value that is to be equal.
  mutating func parseJapaneseBound(mayBeEqual: Bool) -> BoundSyntax? {
    guard let value = parseExpression() else { return nil }
    if isWord(.vague) {
      reportVague()
      return nil
    }
    if let tolerance = attempt({ $0.parseTolerance(value) }) { return tolerance }
    if case .path(let points) = value.kind, take(.onPath) {
      _ = take(.particleNi)
      return BoundSyntax(points.direction, value)
    }
    if checkYearAsValue(value) || checkShareAsDistance(value) { return nil }
    if let reached = attempt({ $0.parseReached(value) }) { return reached }
    skip([.particleWo, .particleNi, .than])
    if isWord(.listAnd), isBoundWord(peekWord()) { advance() }
    if take(.until) { return BoundSyntax(.atMost, value) }
    // In `the number of wards where [A] is 0 is not 3` the second bound is another figure's.
    let isOther = isWord(.notEqual) && isASCII(current)
    if let distant = distantBound(.atLeast, value) { return distant }
    if let distant = attempt({ $0.parseDistance(from: value) }) { return distant }
    if let notEvenOnce = takeNotEvenOnce(value) ?? takeMissed(value) { return notEvenOnce }
    guard !isOther, let limit = takeBoundWord() else { return mayBeEqual ? BoundSyntax(.equal, value) : nil }
    let relation = takeSameAgain(limit)
    // 3回以上でない is less than three.
    if relation != .notEqual, takeDenialOfLimit() {
      denialEnd = position
      return BoundSyntax(relation.negated, value)
    }
    return BoundSyntax(relation, value)
  }

  /// The に達する of 80%以上に達する, the に抑える of 10%以下に抑える; the に低下しない of 90%未満に低下しない, which denies the limit.
  private mutating func takeSameAgain(_ relation: Relation) -> Relation {
    if isWord(.particleNi) || isWord(.particleHe) || isWord(.particleWo), isReachingWord(ahead: 1) {
      advance()
      return takeChange(to: relation)
    }
    guard isWord(.particleNi) else { return relation }
    switch relation {
    case .atLeast where isWord(.atLeast, ahead: 1), .atMost where isWord(.atMost, ahead: 1),
      .lessThan where isWord(.atMost, ahead: 1):
      advance()
      advance()
    default: break
    }
    return relation
  }

  /// `「X」の±10%以内`, `8%から±0.5ポイント以内`.
  private mutating func parseTolerance(_ value: ExpressionSyntax) -> BoundSyntax? {
    _ = take(.particleNo) || take(.from)
    let start = position
    guard take(.plusMinus), let margin = takeLiteral() else { return nil }
    _ = take(.particleNo)
    guard take(.atMost) else { return nil }
    let relation: Relation = take(.notEqual) ? .notEqual : .equal
    return BoundSyntax(relation, ExpressionSyntax(.tolerance(margin, value), place(from: start)))
  }

  /// `1回以上3回以下`, `1回以上、かつ3回以下`. Without a word between them, two limits are a lower and an upper one.
  private mutating func parseFurtherBound(behind last: BoundSyntax) -> BoundSyntax? {
    // 3回を超え5回以下 is one figure's; 3回を超え、5回以上「B」を開催 goes on to another.
    let isJoined = joinsNext
    skipPauses()
    let isListed = isSign(.comma, at: position - 1) && isASCII(tokens[position - 1])
    let hasWord = take(.and)
    if hasWord { skipPauses() }
    switch current.kind {
    case .number: break
    // [A] of 10 or more and [B] below 5
    case .name where (hasWord || isListed) && isASCII(tokens[position - 1]): return nil
    case .date, .dayOfYear: if isJoined { return nil }
    case .name: if isJoined || last.relation == .equal { return nil }
    default: return nil
    }
    guard let bound = parseJapaneseBound(mayBeEqual: false) else { return nil }
    if isJoined, case .name = current.kind { return nil }
    if isJoined || hasWord { return bound }
    guard last.relation.leavesOpen(bound.relation) else { return nil }
    return BoundSyntax(bound.relation, bound.value.asShare(alike: last.value))
  }

  /// 全国平均60%以上, 前年度より500人以上.
  private mutating func reportBesideEachOther(_ first: BoundSyntax) {
    if case .bare(let word) = tokens[max(0, position - 1)].kind {
      return report(
        .unexpectedWord, at: tokens[position - 1].place(in: file),
        Wording("「\(word)」 stands where a limit is expected", "「\(word)」の位置には、限度の語が必要です"), mend: nearestForm)
    }
    if let mend = mendOfShortTime(first.value) {
      return report(
        .besideEachOther, at: first.value.place.joined(to: current.place(in: file)),
        Wording("figures are reported for whole years", "値は年度ごとに報告します"), mend: mend)
    }
    let isInTime: Bool
    if case .inYear = first.value.kind { isInTime = true } else { isInTime = false }
    report(
      .besideEachOther, at: first.value.place.joined(to: current.place(in: file)),
      Wording("two values stand beside each other without a word between them", "二つの値が、間に語のないまま並んでいます"),
      reason: Wording(
        "only a lower and an upper limit may stand so: 60%以上80%以下", "語なしで並べられるのは、下限と上限だけです（60%以上80%以下）"),
      mend: isInTime
        ? Wording(
          "for a change write: rises by at least … from that year; for a multiple: at least 1.1 times that year's; else join two limits by and",
          "増減なら「前年度より500人以上増やす」、倍率なら「前年度の110%以上」、別の条件なら「前年度以上、かつ500人以上」のように書いてください")
        : Wording(
          "write one limit, or join two: at least 60% and at least the national average",
          "どちらか一つにするか、「60%以上、かつ全国平均以上」「全国平均を2ポイント以上上回る」のように書いてください"))
  }

  /// 1日2,000件, 2年に1回: what is not counted by the year.
  private func mendOfShortTime(_ value: ExpressionSyntax) -> Wording? {
    guard let time = value.asLiteral, case .named(let unit)? = time.unit, unit == "日" || unit == "年" else {
      guard value.asLiteral != nil, isWord(.annually, at: position - 2) || isWord(.annually, at: position - 1) else { return nil }
      return Parser.mendOfSeveralYears
    }
    if unit == "年" { return Parser.mendOfSeveralYears }
    return Wording(
      "write the amount of a year, or name a figure of its own, such as [tests a day], and say: [tests a day] is at least 2,000件",
      "1年分の数に直すか、「1日当たり件数」のような指標を定めて「「1日当たり件数」が2,000件以上」と書いてください")
  }

  private static var mendOfSeveralYears: Wording {
    Wording(
      "write the total of [X] over the latest 2 years is at least 1回, or once a year: at least 1回",
      "2年に1回であれば「直近2年間の「X」の合計が1回以上」、毎年であれば「年1回以上」と書いてください")
  }

  /// `1回以上で、「B」が…`: で joins as であり does.
  private mutating func takeJoiningParticle() -> Bool {
    guard isWord(.particleDe), isSign(.pause, ahead: 1) || isSign(.comma, ahead: 1) || isWord(.and, ahead: 1) else {
      return false
    }
    advance()
    return true
  }

  /// The word just read joins this clause to the next: し, 超え, 上回り.
  private var joinsNext: Bool {
    if case .word(_, true) = tokens[max(0, position - 1)].kind { return true }
    return false
  }

  /// である, とする, すること … A joining one, such as であり, is the last that is passed.
  mutating func skipEnding() {
    while isWord(.ending) || isWord(.attain) || isWord(.deed) && !isASCII(current), !joinsNext { advance() }
    takeStriving()
  }

  func startsValue(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .name, .date, .dayOfYear: true
    default: false
    }
  }
}

extension ExpressionSyntax {
  /// The 110% of 計画値の90%以上110%以下, which is one of the same figure.
  func asShare(alike other: ExpressionSyntax) -> ExpressionSyntax {
    guard let share = asLiteral, case .arithmetic(.times, let factor, let whole) = other.kind, let first = factor.asLiteral,
      first.unit == share.unit, first.unit == .percent || !share.value.isWhole || !first.value.isWhole
    else { return self }
    return ExpressionSyntax(.arithmetic(.times, self, whole), place)
  }
}

extension Relation {
  /// At least for a limit from below, at most for one from above.
  var side: Relation {
    switch self {
    case .atLeast, .moreThan: .atLeast
    case .atMost, .lessThan: .atMost
    case .equal, .notEqual: self
    }
  }
}
