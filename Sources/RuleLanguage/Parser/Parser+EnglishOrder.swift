import Diagnostics
import Quantities

/// Conditions in which the figure stands last, as English has them: `at least 3 [X]`, `has no [X]`, `each of [A] and [B] is …`.
extension Parser {
  /// `both [A] and [B] are …`, `each of [A] and [B] is …`, `all of [A], [B] are …`.
  mutating func parseEachOf(_ start: Int) -> ConditionSyntax? {
    advance()
    _ = take(.of)
    guard let figures = parseFigureList() else { return nil }
    if let trend = parseTrend() {
      // both [A] and [B] rise by 2 points
      return ConditionSyntax(.and(figures.map { ConditionSyntax(.trend($0, trend), $0.place) }), place(from: start))
    }
    guard let bounds = parseDeedAnswer() ?? parseBounds() else { return nil }
    return ConditionSyntax(.each(figures, bounds), place(from: start))
  }

  /// `reports [X] and [Y]`: a figure that a bound follows is a clause of its own.
  mutating func parseReports(_ start: Int) -> ConditionSyntax? {
    _ = take(.each)
    skip([.either])
    guard let first = parseExpression() else { return nil }
    var figures = [first]
    if let others = attempt({ $0.parseAlternativesToName() }) {
      return ConditionSyntax(.or((figures + others).map { ConditionSyntax(.reports([$0]), $0.place) }), place(from: start))
    }
    var last = start
    while let next = attempt({ $0.parseFurtherReported(&last) }) { figures.append(next) }
    // reports [A] and [B] last year
    if isASCII(tokens[position - 1]) { figures = sharingPostfix(figures, last: last) }
    return ConditionSyntax(.reports(figures), place(from: start))
  }

  private mutating func parseFurtherReported(_ last: inout Int) -> ExpressionSyntax? {
    guard takeListSeparator() else { return nil }
    let start = position
    guard let figure = parseFurtherFigure() else { return nil }
    last = start
    return figure
  }

  /// A further figure of a list, where nothing follows that would make it a clause of its own.
  mutating func parseFurtherReported() -> ExpressionSyntax? { takeListSeparator() ? parseFurtherFigure() : nil }

  private mutating func parseFurtherFigure() -> ExpressionSyntax? {
    guard let figure = parseExpression() else { return nil }
    return isWord(.isWord) || isBoundWord(currentWord) || isWord(.particleGa) ? nil : figure
  }

  mutating func parseEnglishRows(_ start: Int) -> ConditionSyntax? {
    advance()
    advance()
    _ = take(.of)
    guard let table = expectName(Wording("the table's name", "内訳表の名前")), let bounds = parseBounds() else { return nil }
    return ConditionSyntax(.everyRow(table, bounds), place(from: start))
  }

  /// `at least 3回 [X]`, `at least 3 of [A], [B] are 「S」`.
  mutating func parseBoundFirst(_ start: Int) -> ConditionSyntax? {
    if let share = attempt({ $0.parseShareThatIs(start) }) { return share }
    if let counted = attempt({ $0.parseNumberOf(start) }) { return counted }
    guard let bounds = parseEnglishBounds(), let figure = parseExpression() else { return nil }
    return ConditionSyntax(.bounds(figure, bounds), place(from: start))
  }

  /// `3回 or more [X]`, `年1回以上「協議会」を開催すること`.
  mutating func parseAmountFirst(_ start: Int) -> ConditionSyntax? {
    let isDone = isWord(.verb, at: position - 1) || isWord(.deed, at: position - 1)
    guard let amount = takeLiteral() else { return nil }
    if isSignOfLimit { return parseLimitBySigns(behind: amount, start) }
    let relation = takeBoundWord()
    guard relation != nil || startsFigure(current), let figure = parseExpression() else { return nil }
    skip([.particleWo])
    if isWord(.particleGa) || isBoundWord(currentWord) || isWord(.isWord) { return nil }
    guard relation != nil || isDone || startsDoing else { return nil }
    skipEnding()
    let bound = BoundSyntax(relation ?? bareRelation(amount), ExpressionSyntax(.literal(amount), amount.place))
    return ConditionSyntax(.bounds(figure, [bound]), place(from: start))
  }

  /// The `2 [B]` of `has at least 3 [A] and 2 [B]`: the limit is of the same kind.
  mutating func parseAmountAlike(_ other: ConditionSyntax) -> ConditionSyntax? {
    let start = position
    guard case .bounds(let before, let bounds) = other.kind, bounds.count == 1, bounds[0].value.asLiteral != nil,
      bounds[0].value.place.span.start < before.place.span.start, isASCII(tokens[position - 1]), let amount = takeLiteral(),
      startsWithName, let figure = takeNameAsFigure(), endsDeed
    else { return nil }
    return ConditionSyntax(
      .bounds(figure, [BoundSyntax(bounds[0].relation, ExpressionSyntax(.literal(amount), amount.place))]), place(from: start))
  }

  /// `has no [X]`, `has zero [X]`.
  mutating func parseNoneOf(_ start: Int) -> ConditionSyntax? {
    skip([.verb])
    let place = current.place(in: file)
    if case .number(let number) = current.kind, number.value.isZero {
      guard takeLiteral() != nil else { return nil }
    } else if !take(.no) {
      return nil
    }
    guard startsWithName, let figure = parseFigure(), endsClause || isWord(.forWord) || isWord(.by) || isWord(.verb) else {
      return nil
    }
    let zero = ExpressionSyntax(.literal(LiteralSyntax(.zero, decimals: 0, unit: nil, place)), place)
    return ConditionSyntax(.bounds(figure, [BoundSyntax(.equal, zero)]), self.place(from: start))
  }

  /// `at least 95% of [A] are [B]`: one figure is so much of another; without a word before the share, at least so much.
  mutating func parseShareThatIs(_ start: Int) -> ConditionSyntax? {
    let written = takeBoundWord()
    guard let share = takeLiteral(), share.unit == .percent || !share.value.isWhole, take(.of) else { return nil }
    _ = take(.the)
    guard let whole = takeNameAsFigure(), take(.isWord), startsWithName, let part = takeNameAsFigure() else { return nil }
    let relation = written ?? bareRelation(share)
    let factor = ExpressionSyntax(.literal(share), share.place)
    let limit = ExpressionSyntax(.arithmetic(.times, factor, whole), share.place)
    return ConditionSyntax(.bounds(part, [BoundSyntax(relation, limit)]), place(from: start))
  }

  /// `has at least one of [A] and [B]`: what it has is done.
  private func answerOfHaving(_ start: Int) -> [BoundSyntax]? {
    guard isWord(.verb, at: start - 1), isASCII(tokens[start - 1]), endsClause else { return nil }
    return [BoundSyntax(.equal, ExpressionSyntax(.yesOrNo(true), place(from: start)))]
  }

  /// The `all` of `[A], [B] and [C] are all at least 60%`.
  mutating func takeAllOfList() -> Bool {
    guard isWord(.every, ahead: 1), isASCII(current), case .word(let word, _) = peek(2).kind,
      isBoundWord(word) || word == .deed || word == .reports
    else { return false }
    position += 2
    return true
  }

  private mutating func parseNumberOf(_ start: Int) -> ConditionSyntax? {
    guard let relation = takeBoundWord(), let count = takeLiteral(), take(.of), var figures = parseFigureList() else {
      return nil
    }
    if relation == .atLeast, count.value == .one, let others = attempt({ $0.parseAlternativesToName() }) { figures += others }
    guard let bounds = parseDeedAnswer() ?? answerOfHaving(start) ?? parseBounds()
    else { return nil }
    return ConditionSyntax(.numberOf(figures, relation, count: count, bounds), place(from: start))
  }
}
