import Diagnostics
import Quantities

/// Gaps between figures and between areas, and what share one figure is of another.
extension Parser {
  // MARK: Between two figures

  /// `「A」と「B」の差が5ポイント以内`: one lies near the other.
  mutating func parseDifference(of figures: [ExpressionSyntax], start: Int) -> ConditionSyntax? {
    guard figures.count == 2, take(.particleNo), take(.gap) else { return nil }
    skip([.particleGa, .particleWa, .particleWo])
    return parseNearness(figures[0], figures[1], start: start)
  }

  /// `the gap between [A] and [B] is at most 5 points`.
  mutating func parseEnglishDifference(_ start: Int) -> ConditionSyntax? {
    _ = take(.the)
    guard take(.gap) else { return nil }
    let pair = position
    guard let first = parseExpression(), take(.and) || take(.listAnd), let second = parseExpression() else { return nil }
    let figures = sharingPostfix([first, second], last: pair + 2)
    if let near = attempt({ $0.parseNearness(figures[0], figures[1], start: start) }) { return near }
    reportGapOfWhichSign(written(pair, position))
    return ConditionSyntax(.reports(figures), place(from: start))
  }

  /// How a gap changes, or what it exceeds, is said of a difference, of which it is known which figure is the higher.
  private mutating func reportGapOfWhichSign(_ pair: String) {
    report(
      .unclearGap, at: current.place(in: file),
      Wording("a gap between two figures can only be held below a limit", "二つの値の差は、限度以内であることだけを求められます"),
      reason: Wording("for anything else it has to be said which figure is the higher", "それ以外のときは、どちらが大きいかを書く必要があります"),
      mend: Wording(
        "write the higher less the lower: ([A] - [B]) falls from last year; ([A] - [B]) is at least 5 points",
        "大きいほうから小さいほうを引いて、「（「A」－「B」）が前年度から減少」のように書いてください"))
    while !isSign(.stop), current.kind != .end, !isClauseStart { advance() }
  }

  private mutating func parseNearness(_ first: ExpressionSyntax, _ second: ExpressionSyntax, start: Int) -> ConditionSyntax? {
    guard let bounds = parseBounds(), bounds.count == 1, let margin = bounds[0].value.asLiteral else { return nil }
    if bounds[0].relation == .lessThan {
      // Below the limit on either side: the difference lies between the two.
      let difference = ExpressionSyntax(.arithmetic(.minus, first, second), place(from: start))
      let lower = ExpressionSyntax(.negative(bounds[0].value), bounds[0].value.place)
      return ConditionSyntax(.bounds(difference, [BoundSyntax(.moreThan, lower), bounds[0]]), place(from: start))
    }
    guard bounds[0].relation == .atMost else { return nil }
    let near = ExpressionSyntax(.tolerance(margin, second), place(from: start))
    return ConditionSyntax(.bounds(first, [BoundSyntax(.equal, near)]), place(from: start))
  }

  // MARK: Between areas

  /// The と最小の差 of 市の「X」の最大と最小の差.
  mutating func parseSpread(behind highest: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    guard isWord(.listAnd), aggregateWord(ahead: 1) == .lowest, isWord(.particleNo, ahead: 2), isWord(.gap, ahead: 3) else {
      return nil
    }
    let lowest: ExpressionSyntax.Kind
    switch highest.kind {
    case .aggregate(.highest, let level, let figures): lowest = .aggregate(.lowest, level: level, figures)
    case .ofPeers(.highest, let figure, let peers): lowest = .ofPeers(.lowest, figure, peers)
    default: return nil
    }
    for _ in 0..<4 { advance() }
    return spread(highest, ExpressionSyntax(lowest, highest.place), start)
  }

  /// `gap between the city's highest and lowest [X]`, `gap between the highest and lowest [X] of wards`.
  mutating func parseEnglishSpread(_ start: Int) -> ExpressionSyntax? {
    advance()
    _ = take(.the)
    let level = takeLevel()
    if level != nil, !take(.possessive) { return nil }
    guard take(.highest), take(.and) else { return nil }
    _ = take(.the)
    guard take(.lowest), let figure = nested({ $0.parseFigure() }) else { return nil }
    let between = place(from: start)
    if level == nil, let peers = attempt({ $0.parsePeersBehind() }) {
      return spread(
        ExpressionSyntax(.ofPeers(.highest, figure, peers), between), ExpressionSyntax(.ofPeers(.lowest, figure, peers), between),
        start)
    }
    return spread(
      ExpressionSyntax(.aggregate(.highest, level: level, [figure]), between),
      ExpressionSyntax(.aggregate(.lowest, level: level, [figure]), between), start)
  }

  private func spread(_ highest: ExpressionSyntax, _ lowest: ExpressionSyntax, _ start: Int) -> ExpressionSyntax {
    ExpressionSyntax(.arithmetic(.minus, highest, lowest), place(from: start))
  }

  // MARK: Shares

  /// `twice [X]`.
  mutating func parseTwice(_ start: Int) -> ExpressionSyntax? {
    let two = ExpressionSyntax(
      .literal(LiteralSyntax(Rational(2), decimals: 0, unit: nil, current.place(in: file))), current.place(in: file))
    advance()
    if endsCount(ahead: 0) {
      // holds [council meetings] at least twice a year
      _ = take(.annually)
      return two
    }
    guard let whole = nested({ $0.parseFigure() }) else { return nil }
    return ExpressionSyntax(.arithmetic(.times, two, whole), place(from: start))
  }

  /// The `a` of `has a [screening rate] of at least 60%`.
  var isArticle: Bool {
    guard case .bare(let word) = current.kind, word == "a" || word == "an", case .name = peek().kind else { return false }
    return true
  }

  /// `「相談件数」に占める「本人」の割合`; nothing has been read where there is none.
  mutating func parseJapaneseShareOf(_ start: Int) -> ExpressionSyntax? {
    guard let whole = takeNameAsFigure(), take(.particleNi), take(.shareOf), let part = takeNameAsFigure(), take(.particleNo),
      take(.numberIn)
    else { return nil }
    return ExpressionSyntax(.arithmetic(.dividedBy, part, whole), place(from: start))
  }

  /// `the share of [the person] in [consultations]`.
  mutating func parseEnglishShareOf(_ start: Int) -> ExpressionSyntax? {
    advance()
    guard let part = parseShareOperand(), take(.inWord) || take(.amongWord) || take(.to), let whole = parseShareOperand() else {
      return nil
    }
    return ExpressionSyntax(.arithmetic(.dividedBy, part, whole), place(from: start))
  }

  /// `[A]`, `([A] + [B])`, also `[A] + [B]`: the `in` tells where the part ends.
  private mutating func parseShareOperand() -> ExpressionSyntax? {
    let start = position
    _ = take(.the)
    guard var sum = isSign(.open) ? parsePrimary() : takeNameAsFigure() else { return nil }
    while isSign(.plus), let next = attempt({ $0.parseFurtherSummand() }) {
      sum = ExpressionSyntax(.arithmetic(.plus, sum, next), place(from: start))
    }
    return sum
  }

  /// The `+ [B]` before `in`: behind the whole a sum goes on with something else.
  private mutating func parseFurtherSummand() -> ExpressionSyntax? {
    guard take(.plus), let next = takeNameAsFigure(), isSign(.plus) || isWord(.inWord) || isWord(.amongWord) else { return nil }
    return next
  }
}
