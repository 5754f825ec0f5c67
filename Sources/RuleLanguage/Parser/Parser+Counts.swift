import Diagnostics
import Quantities

/// How many areas, figures or rows: …の区の数が23区以上, 「A」「B」「C」のうち3つ以上, すべての行.
extension Parser {
  /// `…の区の数が23区以上`: the condition so far tells which areas are counted.
  mutating func parseNumberOfAreasBehind(_ condition: ConditionSyntax, start: Int) -> ConditionSyntax? {
    if let areas = attempt({ $0.parseAreasBehind(condition, start: start) }) { return areas }
    // 3回以上の区の数; a verb stands without の: 報告している区の数.
    let ahead = isWord(.particleNo) ? 1 : 0
    // 市町村の数, 市町村数
    let count = isWord(.particleNo, ahead: ahead + 1) ? ahead + 2 : ahead + 1
    guard case .level(let level) = peek(ahead).kind, isWord(.count, ahead: count) else { return condition }
    let levelPlace = peek(ahead).place(in: file)
    for _ in 0...count { advance() }
    hasCountedAreas = true
    let number = ExpressionSyntax(.numberOfAreas(LevelSyntax(level, levelPlace), condition), place(from: start))
    numberInBrackets = isSign(.close) ? number : nil
    skip([.particleGa, .particleWa, .particleWo])
    takeDue()
    return parseComparison([number], each: false, start: start)
  }

  /// （「X」が3以上の区の数）: the number as a figure, of which a year may be said. It is looked for once, not in itself.
  mutating func parseBracketedNumberOfAreas() -> ExpressionSyntax? {
    guard !isInCountedBrackets, endsWithCount, take(.open) else { return nil }
    isInCountedBrackets = true
    numberInBrackets = nil
    defer { (isInCountedBrackets, numberInBrackets) = (false, nil) }
    _ = attempt { $0.parseClause() }
    guard let number = numberInBrackets else { return nil }
    while tokens[position].start < number.place.span.end { advance() }
    return take(.close) ? number : nil
  }

  /// Whether the bracket that opens here closes behind 数.
  private var endsWithCount: Bool {
    var (index, depth) = (position, 0)
    while index < tokens.count {
      switch tokens[index].kind {
      case .sign(.open): depth += 1
      case .sign(.close):
        depth -= 1
        if depth == 0 { return isWord(.count, at: index - 1) }
      case .sign(.stop), .end: return false
      default: break
      }
      index += 1
    }
    return false
  }

  /// `「A」「B」「C」のうち3つ以上が「実施している」`.
  mutating func parseJapaneseNumberOf(_ figures: [ExpressionSyntax], start: Int) -> ConditionSyntax? {
    advance()
    advance()
    skipPauses()
    return parseJapaneseNumber(of: figures, start: start)
  }

  /// The 3つ以上が「実施している」 of it, and the いずれか1つを設置 of 「A」又は「B」のいずれか1つを設置する.
  mutating func parseJapaneseNumber(of figures: [ExpressionSyntax], start: Int) -> ConditionSyntax? {
    skip([.particleNo, .either])
    let before = takeBoundWord()
    guard let count = takeLiteral() else {
      reportUnexpected(Wording("a number", "数"), mend: Wording("at least 3 of [A], [B] …", "「…のうち3つ以上が…」のように書いてください"))
      return nil
    }
    skip([.piece, .item])
    let relation = takeBoundWord() ?? before
    skip([.particleGa, .particleWa, .particleWo, .particleNi, .about])
    if let done = takeJapaneseDeed() {
      // のうち1つを設置する: nobody misses it by having two.
      return ConditionSyntax(.numberOf(figures, relation ?? .atLeast, count: count, done), place(from: start))
    }
    guard let bounds = parseBounds() else { return nil }
    if relation == nil, sentence.mayBeDue { sentence.bareNumbers.append(count.place) }
    return ConditionSyntax(.numberOf(figures, relation ?? .equal, count: count, bounds), place(from: start))
  }

  /// `「表」のすべての行が80%以上`.
  mutating func parseJapaneseRows(_ figures: [ExpressionSyntax], start: Int) -> ConditionSyntax? {
    guard figures.count == 1, case .name(let table) = figures[0].kind else {
      reportUnexpected(Wording("the name of one table", "一つの内訳表の名前"))
      return nil
    }
    for _ in 0..<3 { advance() }
    skip([.particleGa, .particleWa])
    guard let bounds = parseBounds() else { return nil }
    return ConditionSyntax(.everyRow(table, bounds), place(from: start))
  }
}
