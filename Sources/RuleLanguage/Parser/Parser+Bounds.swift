import Diagnostics
import Quantities

/// How much: the limits behind a figure, in the order of either language.
extension Parser {
  /// `is at least 1回 and at most 3回`, `1回以上3回以下`, `「実施している」であること`.
  mutating func parseBounds() -> [BoundSyntax]? {
    skip([.verb])
    if isWord(.isWord) { advance() }
    _ = take(.each)
    if isBoundWord(currentWord) || isWord(.between) { return parseEnglishBounds() }
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
    if take(.between) {
      guard let low = parseExpression(), take(.and), let high = parseExpression() else {
        reportUnexpected(Wording("two values joined by and", "二つの値"))
        return nil
      }
      return [BoundSyntax(.atLeast, low), BoundSyntax(.atMost, high)]
    }
    var bounds: [BoundSyntax] = []
    while let relation = takeBoundWord() {
      _ = take(.to)
      guard let value = parseExpression() else { return nil }
      bounds.append(BoundSyntax(relation, value))
      // `and at most 3` goes on with the same figure unless a figure of its own stands behind the value.
      guard isWord(.and), isBoundWord(peekWord()), !startsClauseOfItsOwn else { break }
      advance()
    }
    return bounds
  }

  private func peekWord() -> Word? {
    if case .word(let word, _) = peek().kind { return word }
    return nil
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

  private mutating func parseJapaneseBounds() -> [BoundSyntax]? {
    var bounds: [BoundSyntax] = []
    repeat {
      guard let value = parseExpression() else { return nil }
      skip([.particleWo, .particleNi, .than])
      if isWord(.listAnd), isBoundWord(peekWord()) { advance() }
      if isWord(.until) {
        advance()
        bounds.append(BoundSyntax(.atMost, value))
      } else {
        bounds.append(BoundSyntax(takeBoundWord() ?? .equal, value))
      }
    } while !joinsNext && startsValue(current)
    skipEnding()
    return bounds
  }

  /// The word just read joins this clause to the next: し, 超え, 上回り.
  private var joinsNext: Bool {
    if case .word(_, true) = tokens[max(0, position - 1)].kind { return true }
    return false
  }

  /// である, とする, すること … A joining one, such as であり, is the last that is passed.
  mutating func skipEnding() {
    while isWord(.ending), !joinsNext { advance() }
  }

  private func startsValue(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .name, .date, .dayOfYear: true
    default: false
    }
  }

  /// `does not fall from last year`, `前年度から減少しない`; nothing has been read where there is none.
  mutating func parseTrend() -> (trend: Trend, year: YearReference)? {
    attempt { parser in
      var year: YearReference?
      if let before = parser.takeYearReference() {
        guard parser.take(.from) || parser.take(.than) else { return nil }
        year = before
      }
      guard let trend = parser.takeTrendWord() else { return nil }
      if year == nil, parser.take(.from) { year = parser.takeYearReference() }
      parser.skipEnding()
      return (trend, year ?? .yearsAgo(1))
    }
  }

  private mutating func takeTrendWord() -> Trend? {
    let trend: Trend
    switch currentWord {
    case .doesNotFall: trend = .doesNotFall
    case .doesNotRise: trend = .doesNotRise
    case .rises: trend = .rises
    case .falls: trend = .falls
    default: return nil
    }
    advance()
    return trend
  }
}
