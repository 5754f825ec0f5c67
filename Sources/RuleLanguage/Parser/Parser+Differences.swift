import Diagnostics
import Quantities

/// Gaps between figures and between areas, and what share one figure is of another.
extension Parser {
  // MARK: Between two figures

  /// `the gap between [A] and [B] is at most 5 points`, 「A」と「B」の差が5ポイント以内: one lies near the other.
  mutating func parseNearness(_ figure: ExpressionSyntax, start: Int) -> ConditionSyntax? {
    guard case .gap(let first, let second) = figure.kind, !isSign(.open, at: start) else { return nil }
    skip([.particleGa, .particleWa, .particleWo])
    guard let bounds = parseBounds(), bounds.count == 1, bounds[0].relation == .atMost, let margin = bounds[0].value.asLiteral
    else { return nil }
    let near = ExpressionSyntax(.tolerance(margin, second), place(from: start))
    return ConditionSyntax(.bounds(first, [BoundSyntax(.equal, near)]), place(from: start))
  }

  /// `gap between [A] and [B]`: a year behind the second is that of the gap, unless the first has its own.
  mutating func parseEnglishGap(_ start: Int) -> ExpressionSyntax? {
    advance()
    guard let first = nested({ $0.parseFigure() }), take(.and) || take(.listAnd) else { return nil }
    let isPlain = first.isName && startsWithName
    // the gap between [X] and the national average
    let focus = figureInFocus
    figureInFocus = focus ?? first
    defer { figureInFocus = focus }
    let secondStart = position
    guard var second = nested({ isPlain ? $0.parsePrimary() : $0.parseFigure() }) else { return nil }
    if second.isName, second.repeats([first]), let own = parsePostfix(second, start: secondStart) { second = own }
    return ExpressionSyntax(.gap(first, second), place(from: start))
  }

  /// 「A」と「B」の差, 「A」と市の「A」の平均の差; nothing has been read where there is none.
  mutating func parseJapaneseGap(_ start: Int) -> ExpressionSyntax? {
    attempt { parser in
      guard let first = parser.takeNameAsFigure(), parser.take(.listAnd) else { return nil }
      let focus = parser.figureInFocus
      parser.figureInFocus = focus ?? first
      defer { parser.figureInFocus = focus }
      guard let second = parser.parseSecondOfGap(), parser.takeGapWord()
      else { return nil }
      return ExpressionSyntax(.gap(first, second), parser.place(from: start))
    }
  }

  /// 前年度の「A」と「B」の差: what stands before the first figure is said of both, unless the second is another value of the same one or
  /// has its own words before it.
  mutating func parsePrefixedGap(_ start: Int) -> ExpressionSyntax? {
    guard standsBeforeFigures(start), let first = parsePrefixed(), take(.listAnd), let second = parseSecondOfGap(),
      takeGapWord()
    else { return nil }
    let other = second.isName && !second.speaksAgain(of: first) ? first.withName(of: second) : second
    return ExpressionSyntax(.gap(first, other), place(from: start))
  }

  /// The と「B」の差 of （前年度の「A」）と「B」の差.
  private mutating func parseGap(behind first: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    guard take(.listAnd), let second = parseSecondOfGap(), takeGapWord() else { return nil }
    return ExpressionSyntax(.gap(first, second), place(from: start))
  }

  /// の差, との差
  private mutating func takeGapWord() -> Bool {
    guard
      isWord(.particleNo) && isWord(.gap, ahead: 1) || isWord(.listAnd) && isWord(.particleNo, ahead: 1) && isWord(.gap, ahead: 2)
    else { return false }
    _ = take(.listAnd)
    advance()
    advance()
    return true
  }

  /// A gap has two figures: behind its と no other gap is looked for, so that long lists are read once.
  private mutating func parseSecondOfGap() -> ExpressionSyntax? {
    guard !isInGap else { return nil }
    isInGap = true
    defer { isInGap = false }
    return nested { $0.parseFigure() }
  }

  /// What may stand behind a figure in brackets: （…）と「B」の差, （…）千人当たりの「A」.
  mutating func parseBehindBrackets(_ figure: ExpressionSyntax, start: Int) -> ExpressionSyntax {
    if let gap = attempt({ $0.parseGap(behind: figure, start: start) }) { return gap }
    let per: ExpressionSyntax? = attempt { parser in
      guard case .number = parser.current.kind, let number = parser.takeLiteral(), parser.take(.per), parser.take(.particleNo),
        let counted = parser.nested({ $0.parsePrimary() })
      else { return nil }
      return ExpressionSyntax(.per(counted, number, figure), parser.place(from: start))
    }
    return per ?? figure
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
    let partStart = position
    guard let part = parseShareOperand() else { return nil }
    let partEnd = position
    let hasYear = takeYearBehind() != nil
    let yearEnd = position
    guard take(.inWord) || take(.amongWord) || take(.to) else { return nil }
    let wholeStart = position
    guard var whole = parseShareOperand() else { return nil }
    if hasYear {
      let (own, year) = (written(partStart, partEnd), written(partEnd, yearEnd))
      reportYearOfPart(start, own, year, written(wholeStart, position))
      _ = takeYearBehind()
    }
    if whole.isName, whole.repeats([part]), let own = parsePostfix(whole, start: wholeStart) { whole = own }
    return ExpressionSyntax(.arithmetic(.dividedBy, part, whole), place(from: start))
  }

  /// `the share of [A] last year in [B]`: the year stands behind the whole share, or each figure has its own.
  private mutating func reportYearOfPart(_ start: Int, _ part: String, _ year: String, _ whole: String) {
    report(
      .unclearReach, at: place(from: start),
      Wording("the year may be that of one figure or of both", "年度が、前の値だけにかかるか、両方にかかるかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write (the share of \(part) in \(whole)) \(year), or (\(part) \(year)) ÷ \(whole)",
        "「(the share of \(part) in \(whole)) \(year)」か「(\(part) \(year)) ÷ \(whole)」のように書いてください"))
  }

  /// `[A]`, `([A] + [B])`, also `[A] + [B]`: the `in` tells where the part ends.
  private mutating func parseShareOperand() -> ExpressionSyntax? {
    let start = position
    _ = take(.the)
    guard var sum = isSign(.open) || isWord(.sumOf) ? parsePrimary() : takeNameAsFigure() else { return nil }
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
