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
    guard take(.gap), let figures = parseFigureList(), figures.count == 2 else { return nil }
    return parseNearness(figures[0], figures[1], start: start)
  }

  private mutating func parseNearness(_ first: ExpressionSyntax, _ second: ExpressionSyntax, start: Int) -> ConditionSyntax? {
    guard let bounds = parseBounds(), bounds.count == 1, bounds[0].relation == .atMost, let margin = bounds[0].value.asLiteral
    else { return nil }
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
    guard let part = takeNameAsFigure(), take(.inWord) || take(.amongWord), let whole = takeNameAsFigure() else { return nil }
    return ExpressionSyntax(.arithmetic(.dividedBy, part, whole), place(from: start))
  }
}
