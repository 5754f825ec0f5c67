import Diagnostics
import Quantities

/// Areas among each other: classes, ranks, deviations.
extension Parser {
  mutating func expectLevel() -> LevelSyntax? {
    if let level = takeLevel() { return level }
    reportLevel()
    return nil
  }

  // MARK: Declarations

  /// `group 「規模」 by 「人口」`, `分類「規模」 「人口」による`, and its classes, one a line.
  mutating func parseGroupDeclaration(_ start: Int) -> GroupSyntax? {
    guard let name = expectDeclaredName(Wording("the group's name", "分類の名前")) else { return nil }
    _ = take(.by)
    guard let value = parseExpression() else { return nil }
    _ = take(.accordingTo)
    var group = GroupSyntax(name: name, value: value, place: place(from: start))
    while declarationWord == nil {
      skipPauses()
      if take(.stop) { continue }
      guard let name = takeDeclaredName() else { break }
      skip([.particleGa, .particleWa])
      guard let bounds = parseLimits() else { return nil }
      group.classes.append(GroupSyntax.Class(name: name, bounds: bounds))
    }
    group.place = place(from: start)
    return group
  }

  /// `at least 1 and less than 3`, `1以上3未満`: the next class begins with its name.
  private mutating func parseLimits() -> [BoundSyntax]? {
    var bounds: [BoundSyntax] = []
    repeat {
      if let relation = takeBoundWord() {
        guard let value = parseExpression() else { return nil }
        bounds.append(BoundSyntax(relation, value))
      } else {
        guard let value = parseExpression() else { return nil }
        skip([.particleWo])
        guard let relation = takeBoundWord() else {
          reportUnexpected(
            Wording("at least, less than and the like", "以上・未満などの語"),
            mend: Wording("「小」 less than 10,000人", "「「小」1万人未満」のように書いてください"))
          return nil
        }
        bounds.append(BoundSyntax(relation, value))
      }
      skipEnding()
      while isSign(.pause) || isSign(.comma) || isWord(.and) || isWord(.particleDe) { advance() }
    } while startsLimit
    return bounds
  }

  private var startsLimit: Bool {
    if current.isFirstOnLine { return false }
    if case .number = current.kind { return true }
    return isBoundWord(currentWord)
  }

  /// Whether 同じ「規模」の stands here, and not the 同じ of an equation.
  var startsPeers: Bool {
    guard isWord(.equal), isWord(.particleNo, ahead: 2), case .name = peek().kind else { return false }
    return isLevelToken(peek(3)) || isWord(.every, ahead: 3)
  }

  /// `breakdown 「性別」 「男性」, 「女性」`.
  mutating func parseBreakdown(_ start: Int) -> BreakdownSyntax? {
    guard let name = expectDeclaredName(Wording("the breakdown's name", "内訳の名前")) else { return nil }
    var parts: [DeclaredName] = []
    skipPauses()
    _ = take(.colon)
    while let part = takeDeclaredName() {
      parts.append(part)
      skipPauses()
      skip([.and, .listAnd])
    }
    _ = take(.stop)
    return BreakdownSyntax(name: name, parts: parts, place: place(from: start))
  }

  // MARK: Peers

  /// `wards of the same 「規模」 in the city`.
  mutating func parsePeers() -> PeersSyntax? {
    _ = take(.the)
    guard let level = takeLevel(), !isWord(.possessive) else { return nil }
    return parsePeerTail(level)
  }

  mutating func parsePeersBehind() -> PeersSyntax? {
    take(.of) ? parsePeers() : nil
  }

  private mutating func parsePeerTail(_ level: LevelSyntax) -> PeersSyntax? {
    var group: NameSyntax?
    var within: LevelSyntax?
    if isWord(.of), isWord(.same, ahead: 1) {
      advance()
      advance()
      guard let name = expectName(Wording("the group's name", "分類の名前")) else { return nil }
      group = name
    }
    if isWord(.inWord), isLevelToken(peek(isWord(.the, ahead: 1) ? 2 : 1)) {
      advance()
      _ = take(.the)
      within = takeLevel()
    }
    return PeersSyntax(level, within: within, group: group)
  }

  /// `全区`, `同じ「規模」の市町村`, in front of `の…`; `市の` has been read before.
  private mutating func parseJapanesePeers(within: LevelSyntax?) -> PeersSyntax? {
    if take(.every) {
      guard let level = takeLevel() else { return nil }
      return PeersSyntax(level, within: within)
    }
    guard take(.equal), let group = takeName(), take(.particleNo) else { return nil }
    _ = take(.every)
    return takeLevel().map { PeersSyntax($0, within: within, group: group) }
  }

  /// `全区の平均`, `同じ「規模」の市町村の「X」の中央値`.
  mutating func parsePeerFigure(_ start: Int, within: LevelSyntax?) -> ExpressionSyntax? {
    guard let peers = parseJapanesePeers(within: within), take(.particleNo) else {
      reportUnexpected(
        Wording("areas and what is taken of them", "地域と、その平均や中央値"),
        mend: Wording("the median of wards", "「全区の中央値」のように書いてください"))
      return nil
    }
    var figure: ExpressionSyntax?
    if aggregateWord() == nil {
      guard let named = takeNameAsFigure(), take(.particleNo) else { return reportNoAggregate() }
      figure = named
    }
    guard let aggregate = aggregateWord() else { return reportNoAggregate() }
    advance()
    let whole = ExpressionSyntax(.ofPeers(aggregate, figure, peers), place(from: start))
    return parseSpread(behind: whole, start: start) ?? whole
  }

  private mutating func reportNoAggregate() -> ExpressionSyntax? {
    reportUnexpected(Wording("average, median, highest or lowest", "平均・中央値・最大・最小のどれか"))
    return nil
  }

  /// `less 2 standard deviations`, `から標準偏差の2倍を引いた値`; nothing has been read where there is none.
  mutating func parseDeviations(behind figure: ExpressionSyntax, start: Int) -> ExpressionSyntax? {
    guard isAverage(figure) else { return nil }
    let operation: Arithmetic
    let amount: LiteralSyntax
    if isWord(.reducedBy) || isWord(.increasedBy) {
      operation = isWord(.reducedBy) ? .minus : .plus
      advance()
      guard let literal = takeLiteral(), take(.standardDeviations) else { return nil }
      amount = literal
    } else {
      guard take(.from) || take(.particleNi), isWord(.standardDeviations) else { return nil }
      let one = current.place(in: file)
      advance()
      if take(.particleNo) {
        guard let literal = takeLiteral(), take(.timesWord) else { return nil }
        amount = literal
      } else {
        amount = LiteralSyntax(.one, decimals: 0, unit: nil, one)
      }
      guard take(.particleWo), isWord(.subtracted) || isWord(.added) else { return nil }
      operation = isWord(.subtracted) ? .minus : .plus
      advance()
    }
    return ExpressionSyntax(.deviated(figure, operation, amount), place(from: start))
  }

  private func isAverage(_ figure: ExpressionSyntax) -> Bool {
    switch figure.kind {
    case .ofPeers(.average, _, _), .aggregate(.average, _, _): true
    default: false
    }
  }

  // MARK: Ranks

  /// `is in the top 30% of wards`, `全区の上位30%に入る`; nothing has been read where there is none.
  mutating func parseRank() -> RankSyntax? {
    skip([.isWord, .verb])
    if isWord(.top) || isWord(.bottom), text.bytes[Int(current.start)] < 0x80 { return parseEnglishRank() }
    return parseJapaneseRank()
  }

  private mutating func takeEnd() -> RankSyntax.End? {
    if take(.top) { return .top }
    return take(.bottom) ? .bottom : nil
  }

  private mutating func parseEnglishRank() -> RankSyntax? {
    guard let end = takeEnd(), let amount = takeLiteral() else { return nil }
    let peers: PeersSyntax?
    if case .level(let level) = amount.unit, !(isWord(.of) && !isWord(.same, ahead: 1)) {
      peers = parsePeerTail(level)
    } else if take(.of) {
      peers = parsePeers()
    } else {
      peers = nil
    }
    guard let peers else { return nil }
    var (lowestFirst, zerosLeftOut) = (false, false)
    while isSign(.comma) || isSign(.pause) {
      if isWord(.lowestFirst, ahead: 1) {
        lowestFirst = true
        advance()
        advance()
      } else if isWord(.zerosLeftOut, ahead: 1) {
        zerosLeftOut = true
        advance()
        advance()
      } else if isLevelToken(peek()), isWord(.atZeroLeftOut, ahead: 2) {
        zerosLeftOut = true
        for _ in 0..<3 { advance() }
      } else {
        break
      }
    }
    return RankSyntax(end, amount, peers, lowestFirst: lowestFirst, zerosLeftOut: zerosLeftOut)
  }

  private mutating func parseJapaneseRank() -> RankSyntax? {
    var within: LevelSyntax?
    if isLevelToken(current), isWord(.particleNo, ahead: 1) {
      within = takeLevel()
      advance()
    }
    // 上位30%に入る: among the areas that the sentence speaks of.
    let unnamed = isWord(.top) || isWord(.bottom) ? subjectLevel.map { PeersSyntax($0) } : nil
    guard let peers = unnamed ?? parseJapanesePeers(within: within) else { return nil }
    var zerosLeftOut = takeZerosLeftOut()
    guard unnamed != nil || take(.particleNo) else { return nil }
    let lowestFirst = take(.lowestFirst)
    skip([.particleDe, .particleNi])
    guard let end = takeEnd(), let amount = takeLiteral() else { return nil }
    if isWord(.atMost) { advance() }
    guard take(.particleNi), take(.belongs) else { return nil }
    if takeZerosLeftOut() { zerosLeftOut = true }
    skipEnding()
    return RankSyntax(end, amount, peers, lowestFirst: lowestFirst, zerosLeftOut: zerosLeftOut)
  }

  /// `in the top 30% of wards by [X]`.
  mutating func parseRankByFigure() -> ConditionSyntax? {
    let start = position
    guard let rank = parseEnglishRank(), take(.by), let figure = parseFigure() else { return nil }
    return ConditionSyntax(.rank(figure, rank), place(from: start))
  }

  /// `「受診率」が下位10%の区で`, `「受診率」の上位3区で`: the areas that a rank picks out.
  mutating func parseRankedSubject(_ start: Int, except: [NameSyntax]) -> SubjectSyntax? {
    let filterStart = position
    guard let figure = takeNameAsFigure(), take(.particleGa) || take(.particleNo), let end = takeEnd(), let amount = takeLiteral()
    else { return nil }
    var level: LevelSyntax?
    if case .level(let counted) = amount.unit {
      level = counted
    } else {
      guard take(.particleNo) else { return nil }
      _ = take(.every)
      level = takeLevel()
    }
    guard let level else { return nil }
    let rank = RankSyntax(end, amount, PeersSyntax(level), lowestFirst: false, zerosLeftOut: false)
    let condition = ConditionSyntax(.rank(figure, rank), place(from: filterStart))
    takePlaceParticle()
    return SubjectSyntax(.every(level), filter: FilterSyntax(except: except, condition: condition), place(from: start))
  }

  /// `（0の区は除く）`.
  private mutating func takeZerosLeftOut() -> Bool {
    let found: Bool? = attempt { parser in
      guard parser.take(.open), case .number(let number) = parser.current.kind, number.value.isZero else { return nil }
      parser.advance()
      if case .unit = parser.current.kind { parser.advance() }
      guard parser.take(.particleNo), parser.takeLevel() != nil else { return nil }
      parser.skip([.particleWa, .particleWo])
      guard parser.take(.except) else { return nil }
      return parser.take(.close) ? true : nil
    }
    return found ?? false
  }

  // MARK: Breakdowns

  /// `「性別」ごとに「X」が80%以上`.
  mutating func parseJapaneseForEach(_ start: Int) -> ConditionSyntax? {
    guard let name = takeName(), take(.perEach) else { return nil }
    skipPauses()
    return parseClause().map { ConditionSyntax(.forEach(name, $0), place(from: start)) }
  }

  /// `… for each 「性別」`.
  mutating func forEachBehind(_ condition: ConditionSyntax, start: Int) -> ConditionSyntax {
    guard let name = takeForEach() else { return condition }
    return ConditionSyntax(.forEach(name, condition), place(from: start))
  }

  /// `for each 「性別」`; nothing has been read where there is none.
  mutating func takeForEach() -> NameSyntax? {
    guard isWord(.forEach), case .name = peek().kind else { return nil }
    advance()
    return takeName()
  }

  /// `for each [sex], [X] is …`.
  mutating func parseForEachFirst(_ start: Int) -> ConditionSyntax? {
    guard let name = takeForEach() else { return nil }
    skipPauses()
    return parseClause().map { ConditionSyntax(.forEach(name, $0), place(from: start)) }
  }
}
