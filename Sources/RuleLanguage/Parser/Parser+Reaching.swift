import Diagnostics
import Quantities

/// Values that a figure is brought to, and distances that it keeps: `rises to 60%`, 60%に増やす, 平均を5ポイント以上上回る.
extension Parser {
  // MARK: To a value

  /// `rises to 60%`, `is reduced to less than 7g`, `is maintained at 80%`: a limit, and no change. Nothing has been read where
  /// there is none.
  mutating func parseEnglishReaching() -> [BoundSyntax]? {
    skip([.must, .modal, .verb, .isWord])
    guard isASCII(current), let trend = takeTrendWord() else { return nil }
    return parseReach(of: trend)
  }

  /// The `from 20% in FY2022 to 30% in FY2026` of `rises from …`, with its years or without.
  private mutating func takeEnglishWay() -> EnglishWay? {
    guard take(.from) else { return nil }
    let start = position
    guard takeLiteral() != nil else { return nil }
    let first = written(start, position)
    let year = takeYearOfWay()
    guard take(.to) else { return nil }
    let valueStart = position
    guard let value = takeLiteral() else { return nil }
    let last = written(valueStart, position)
    return EnglishWay(first: first, firstYear: year, value: value, last: last, lastYear: takeYearOfWay())
  }

  private struct EnglishWay {
    let first: String
    let firstYear: FiscalYear?
    let value: LiteralSyntax
    let last: String
    let lastYear: FiscalYear?
  }

  private mutating func takeYearOfWay() -> FiscalYear? {
    guard isWord(.inWord) || isWord(.by), isYear(peek()) else { return nil }
    advance()
    return takeYear(mayBeCalendar: true)?.year
  }

  private mutating func reportWay(_ way: EnglishWay, _ trend: Trend) -> [BoundSyntax] {
    reportWay(
      WayOfYears(
        first: way.first, last: way.last, firstYear: way.firstYear, lastYear: way.lastYear, rises: trend == .rises),
      at: tokens[position - 1].place(in: file))
    return [BoundSyntax(trend.reaching, ExpressionSyntax(.literal(way.value), way.value.place))]
  }

  /// The `to 60%` of `rises to 60%`, the `at 80%` of `is maintained at 80%`, the `above 60%` of `rises above 60%`.
  private mutating func parseReach(of trend: Trend) -> [BoundSyntax]? {
    if isWord(.from), trend == .rises || trend == .falls, let way = attempt({ $0.takeEnglishWay() }) {
      return reportWay(way, trend)
    }
    // is maintained above 90%, at or above 90%
    if saysKept(position - 1), isBoundWord(currentWord) { return parseEnglishBounds() }
    if saysSideOfValue, case .number = peek().kind, !isWord(.yearsAgo, ahead: 2) {
      guard let relation = takeBoundWord(), let value = parseExpression() else { return nil }
      return [BoundSyntax(trend.isRefused ? relation.negated : relation, value)]
    }
    guard takeReach(of: trend) else { return nil }
    // falls to reach 5%
    _ = takeReachWord()
    if isBoundWord(currentWord) {
      let first = position
      guard let bounds = parseEnglishBounds() else { return nil }
      checkSide(of: bounds, trend, first)
      return bounds
    }
    // `falls to half` is a multiple, of which the year is missing.
    if trend == .falls, isBareFraction() { return nil }
    guard let value = parseExpression() else { return nil }
    let written = takeBoundWord()
    let bounds = [BoundSyntax(written ?? trend.reaching(value), value)]
    if written != nil { checkSide(of: bounds, trend, position - 1) }
    // is maintained at 10%: which side is the better is not said
    if written == nil, trend.isRefused, sentence.mayBeDue { noteReached(value) }
    return bounds
  }

  /// `falls to at least 10%`: what falls comes to that value from above, and would be allowed to stay there.
  private mutating func checkSide(of bounds: [BoundSyntax], _ trend: Trend, _ first: Int) {
    guard bounds.count == 1, trend == .rises || trend == .falls else { return }
    switch (trend.reaching, bounds[0].relation) {
    case (.atLeast, .atMost), (.atLeast, .lessThan), (.atMost, .atLeast), (.atMost, .moreThan): break
    default: return
    }
    let (rises, falls) = ("rises to at least 60%", "falls to at most 10%")
    report(
      .unclearReach, at: place(from: first),
      Wording("the limit lies on the other side than the one to which this changes", "変化の向きと、限度の向きが逆です"),
      reason: Wording(
        "a figure that falls to a value is to be at most so much, one that rises at least", "減って届く値は以下、増えて届く値は以上です"),
      mend: Wording(
        "write \(trend == .rises ? rises : falls); or the limit alone: [X] is \(trend == .rises ? "at most" : "at least") 10%",
        trend == .rises
          ? "「「X」を60%以上に引き上げる」か、限度だけを「「X」が10%以下」と書いてください" : "「「X」を10%以下に引き下げる」か、限度だけを「「X」が10%以上」と書いてください"))
  }

  /// The `above` of `rises above 60%`, which is no amount of the change; `rises over 5%` and `rises more than 5%` tell one.
  var saysSideOfValue: Bool {
    guard isWord(.moreThan) || isWord(.lessThan) else { return false }
    return ["above", "below", "under"].contains(text(of: current))
  }

  /// The to of `rises to`, the at of `is maintained at`.
  private mutating func takeReach(of trend: Trend) -> Bool {
    switch trend {
    case .rises, .falls: take(.to)
    case .doesNotFall, .doesNotRise: take(.at)
    }
  }

  private func isBareFraction(ahead: Int = 0) -> Bool {
    switch peek(ahead).kind {
    case .word(.half, _): return !isWord(.of, ahead: ahead + 1)
    case .number(let number): return number.isFraction && !isWord(.of, ahead: ahead + 1)
    default: return false
    }
  }

  /// The に増やす of 60%に増やす, the を維持する of 80%を維持する.
  mutating func parseReached(_ value: ExpressionSyntax) -> BoundSyntax? {
    let isObject = isWord(.particleWo)
    guard take(.particleNi) || take(.particleHe) || take(.until) || take(.particleWo) else { return nil }
    let verb = position
    guard !isASCII(current), let trend = takeTrendWord() else { return nil }
    if isObject, trend != .doesNotFall { return nil }
    if !isObject, deniesChange(trend, verb), !value.isInYear { return BoundSyntax(trend.stoppingShort, value) }
    if !isObject, saysKept(verb) { noteKept(value.place, value.asLiteral) }
    return BoundSyntax(trend.reaching(value), value)
  }

  /// `令和元年度から3倍に増やす`, 令和元年度から半減させる, `is doubled from FY2019`: a multiple of the same figure in an earlier year.
  /// Nothing has been read where there is none.
  mutating func parseMultiplied() -> ConditionSyntax? {
    guard let figure = figureInFocus else { return nil }
    let start = position
    skip([.modal, .verb, .isWord])
    var year: YearReference?
    if !isASCII(current), let before = takeYearReference() {
      guard take(.from) || take(.than) else { return nil }
      year = before
      skipPauses()
      takeDue()
    }
    guard let (factor, trend, relation) = takeFactor() else { return nil }
    return parseMultiple(of: figure, factor, trend, relation, from: year, start)
  }

  /// `halves [X] from FY2015`, `has doubled [X] compared with FY2020`.
  mutating func parseMultipliedFirst(_ start: Int) -> ConditionSyntax? {
    guard isASCII(current), isWord(.halved) || isWord(.doubled), let (factor, trend, relation) = takeFactor(),
      let figure = parseFigure()
    else { return nil }
    return parseMultiple(of: figure, factor, trend, relation, from: nil, start)
  }

  private mutating func parseMultiple(
    of figure: ExpressionSyntax, _ factor: LiteralSyntax, _ trend: Trend, _ relation: Relation, from named: YearReference?,
    _ start: Int
  ) -> ConditionSyntax? {
    var year = named
    takeDue()
    if year == nil, take(.from) || take(.since) { year = takeYearOrItsLevel() }
    skipEnding()
    guard let year else {
      reportMultipleOfWhat(start)
      return ConditionSyntax(.trend(figure, TrendSyntax(trend, from: .year(.yearsAgo(1)))), place(from: start))
    }
    let factorFigure = ExpressionSyntax(.literal(factor), factor.place)
    let earlier = ExpressionSyntax(.inYear(year, figure.withoutYear), place(from: start))
    let value = ExpressionSyntax(.arithmetic(.times, factorFigure, earlier), place(from: start))
    return ConditionSyntax(.bounds(figure, [BoundSyntax(relation, value)]), place(from: start))
  }

  /// 3倍に増やす, 半分に減らす, 半減, `doubled`; 3倍以上に増やさない, which denies it.
  private mutating func takeFactor() -> (LiteralSyntax, Trend, Relation)? {
    let place = current.place(in: file)
    if take(.halved) { return (LiteralSyntax(Rational(mantissa: 5, scale: 1), decimals: 0, unit: nil, place), .falls, .atMost) }
    if take(.doubled) { return (LiteralSyntax(Rational(2), decimals: 0, unit: nil, place), .rises, .atLeast) }
    if isASCII(current), isWord(.falls), isWord(.to, ahead: 1) {
      // is reduced to half
      advance()
      advance()
      guard isBareFraction(), let factor = takeLiteral() else { return nil }
      return (factor, .falls, .atMost)
    }
    guard case .number(let number) = current.kind, number.isFraction || isWord(.timesWord, ahead: 1), let factor = takeLiteral()
    else { return nil }
    _ = take(.timesWord)
    let limit = takeBoundWord()
    guard limit == nil || limit == .atLeast || limit == .atMost, take(.particleNi), isReachingWord(ahead: 0) else { return nil }
    let verb = position
    if let limit {
      let relation = takeChange(to: limit)
      return (factor, relation.side == .atLeast ? .rises : .falls, relation)
    }
    guard let trend = takeTrendWord() else { return nil }
    return (factor, trend, deniesChange(trend, verb) ? trend.stoppingShort : trend.reaching)
  }

  private mutating func reportMultipleOfWhat(_ start: Int) {
    report(
      .multipleOfWhat, at: place(from: start),
      Wording("it is not said of which year's figure this is a multiple", "どの年度の値の何倍かが書かれていません"),
      mend: Wording(
        "name the year: halved from FY2015, reduced to half from FY2015; of a share, or the value: falls to 50%",
        "「令和元年度から半減」「令和元年度の3倍に増やす」のように年度を書いてください"))
  }

  func isReachingWord(ahead: Int) -> Bool {
    if isASCII(peek(ahead)) { return false }
    switch peek(ahead).kind {
    case .word(.rises, _), .word(.falls, _), .word(.doesNotFall, _), .word(.doesNotRise, _): return true
    default: return false
    }
  }

  /// `increases [X] to 60%`, `reduces [X] by 30% from FY2015`, `maintains [X] at 80% or more`.
  mutating func parseTrendFirst(_ start: Int) -> ConditionSyntax? {
    guard isASCII(current), let trend = takeTrendWord() else { return nil }
    if trend == .doesNotFall, isBoundWord(currentWord) {
      // maintains at least 3 [X]
      guard let bounds = parseEnglishBounds(), let figure = parseExpression() else { return nil }
      return ConditionSyntax(.bounds(figure, bounds), place(from: start))
    }
    guard let figure = parseFigure() else { return nil }
    // maintains [X] below its FY2019 level
    let focus = figureInFocus
    figureInFocus = figure
    defer { figureInFocus = focus }
    if trend == .doesNotFall, isBoundWord(currentWord), let bounds = attempt({ $0.parseEnglishBounds() }) {
      // maintains [X] above 3
      return ConditionSyntax(.bounds(figure, bounds), place(from: start))
    }
    if trend == .falls, isWord(.to), isBareFraction(ahead: 1) {
      advance()
      guard let factor = takeLiteral() else { return nil }
      return parseMultiple(of: figure, factor, trend, trend.reaching, from: nil, start)
    }
    if let bounds = attempt({ $0.parseReach(of: trend) }) { return ConditionSyntax(.bounds(figure, bounds), place(from: start)) }
    return parseEnglishTrendTail(trend).map { ConditionSyntax(.trend(figure, $0), place(from: start)) }
  }

  /// `令和4年度の35.2%から令和11年度までに50%へ引き上げる`: the end of a path, by when it is reached. Nothing has been read where there
  /// is none.
  mutating func parseRaisedFrom() -> BoundSyntax? {
    let start = position
    guard let first = takeJapanesePoint(), take(.from) else { return nil }
    skipPauses()
    guard let year = takeYear(), take(.until) || take(.particleNi) || take(.particleNo) else { return nil }
    skipPauses()
    guard let value = takeSignedLiteral() else { return nil }
    _ = take(.particleWo)
    // 20%以上とする is a limit of that year, to which the first value is only where it began.
    let relation = takeBoundWord()
    let path = [first, PathPointSyntax(value: value, year: year)]
    let place = place(from: start)
    if (isWord(.particleNi) || isWord(.particleHe) || isWord(.until)), isReachingWord(ahead: 1) {
      advance()
      let verb = position
      if let trend = takeTrendWord(), trend.reaching != path.direction || deniesChange(trend, verb) {
        reportOtherDirection(place)
      }
    } else if !isWord(.ending), relation == nil || !endsClause {
      return nil
    }
    sentence.said.due = year
    skipEnding()
    if let relation { return BoundSyntax(relation, ExpressionSyntax(.literal(value), value.place)) }
    return BoundSyntax(path.direction, ExpressionSyntax(.path(path), place))
  }

  private mutating func reportOtherDirection(_ place: Place) {
    report(
      .unexpectedWord, at: place,
      Wording("the verb leads the other way than the two values", "二つの値の増減と、動詞の向きが逆です"),
      mend: Wording("mend the values, or the verb", "値か、「引き上げる」「減らす」などの動詞を直してください"))
  }

  /// 14社から100社へ増やす does not say by when, nor what is asked on the way.
  mutating func reportWayWithoutYears() {
    reportWay(wayOfSentence, at: current.place(in: file))
    advance()
    advance()
  }

  // MARK: At a distance from another figure

  /// The `above [B]` of `at least 5 points above [B]`; nothing has been read where there is none.
  mutating func distantBound(_ relation: Relation, _ value: ExpressionSyntax) -> BoundSyntax? {
    guard relation != .equal, relation != .notEqual, let amount = value.asLiteral, isASCII(current),
      isWord(.moreThan) || isWord(.lessThan), !saysBeforeOrAfter
    else { return nil }
    return attempt { parser in
      let upwards = parser.isWord(.moreThan)
      parser.advance()
      guard parser.startsValueOfAnother, let base = parser.parseExpression() else { return nil }
      if parser.isFiscalYear(parser.tokens[parser.position - 1]) { parser.noteYearOfLimit(base) }
      return parser.bound(relation, amount, upwards: upwards, of: base)
    }
  }

  private var startsValueOfAnother: Bool {
    switch current.kind {
    case .number, .date, .dayOfYear: false
    default: true
    }
  }

  /// The 5ポイント以上上回る of 「B」を5ポイント以上上回る.
  mutating func parseDistance(from base: ExpressionSyntax) -> BoundSyntax? {
    guard case .number = current.kind, base.asLiteral == nil, let amount = takeLiteral() else { return nil }
    _ = take(.particleWo)
    let relation = takeDistanceRelation()
    guard relation == .atLeast || relation == .moreThan else { return nil }
    if text(of: current).hasPrefix("下回ら") || text(of: current).hasPrefix("上回ら") {
      // 5ポイント以上下回らない: what 5ポイント以上下回る is not.
      let upwards = text(of: current).hasPrefix("上")
      advance()
      return bound(relation, amount, upwards: upwards, of: base).map { BoundSyntax($0.relation.negated, $0.value) }
    }
    guard isWord(.moreThan) || isWord(.lessThan) else { return nil }
    let upwards = isWord(.moreThan)
    advance()
    return bound(relation, amount, upwards: upwards, of: base)
  }

  private mutating func bound(
    _ relation: Relation, _ amount: LiteralSyntax, upwards: Bool, of base: ExpressionSyntax
  ) -> BoundSyntax? {
    let own = upwards ? relation : relation.mirrored
    if amount.unit == .percent { return reportPercentOfDistance(relation, own, amount, upwards: upwards, of: base) }
    let distance = ExpressionSyntax(.literal(amount), amount.place)
    let value = ExpressionSyntax(.arithmetic(upwards ? .plus : .minus, base, distance), base.place)
    return BoundSyntax(own, value)
  }

  /// 10% above and 10% below: so many points, or 1.1 and 0.9 times the other figure.
  private mutating func reportPercentOfDistance(
    _ relation: Relation, _ own: Relation, _ amount: LiteralSyntax, upwards: Bool, of base: ExpressionSyntax
  ) -> BoundSyntax {
    let share = amount.value * Rational(mantissa: 1, scale: 2)
    let factor = upwards ? Rational(1) + share : Rational(1) - share
    let (number, times) = (amount.value.decimalText, factor.decimalText)
    let limit =
      switch own {
      case .atLeast: "以上"
      case .atMost: "以下"
      case .moreThan: "を超える"
      case .lessThan: "未満"
      case .equal, .notEqual: ""
      }
    let other = isASCII(tokens[max(0, position - 1)]) ? sourceWithArticle(base) : "[Y]"
    let distance = amountWords(relation, number + " points") + (upwards ? " above " : " below ") + other
    report(
      .unexpectedWord, at: amount.place,
      Wording("it is not said whether percent of the other figure or points are meant", "もう一方の値に対する割合か、ポイントの差かが書かれていません"),
      mend: Wording(
        "write a multiple: is \(amountWords(own, times)) times \(other); or, of figures in %, is \(distance)",
        "「\(times)倍\(limit)」か、%の値なら「\(number)ポイント以上\(upwards ? "上回る" : "下回る")」と書いてください"))
    let multiple = ExpressionSyntax(.literal(LiteralSyntax(factor, decimals: 2, unit: nil, amount.place)), amount.place)
    return BoundSyntax(own, ExpressionSyntax(.arithmetic(.times, multiple, base), base.place))
  }

  // MARK: Tendencies

  /// `an upward trend over 5 years`, 5年間、増加傾向にある: the slope is above zero.
  mutating func parseTendency() -> ConditionSyntax? {
    guard let figure = figureInFocus else { return nil }
    let start = position
    skip([.verb])
    skip([.past, .latest])
    var years = takeYears()
    skip([.particleDe, .particleNo])
    skipPauses()
    guard isWord(.upward) || isWord(.downward) else { return nil }
    let relation: Relation = isWord(.upward) ? .moreThan : .lessThan
    let word = current.place(in: file)
    advance()
    if years == nil, take(.moreThan) {
      skip([.the, .past, .latest])
      years = takeYears()
    }
    if years == nil { reportTendencyOfWhat(word) }
    let slope = ExpressionSyntax(.series(.slope(years: years ?? 2), figure), place(from: start))
    let zero = ExpressionSyntax(.literal(LiteralSyntax(.zero, decimals: 0, unit: nil, word)), word)
    skipEnding()
    return ConditionSyntax(.bounds(slope, [BoundSyntax(relation, zero)]), place(from: start))
  }

  private mutating func reportTendencyOfWhat(_ place: Place) {
    report(
      .vagueAmount, at: place,
      Wording("over how many years is this a trend?", "何年間の傾向かが書かれていません"),
      reason: Wording("it is judged by the line that fits those years best", "その年数の値に最もよく合う直線の傾きで判定します"),
      mend: Wording("shows an upward trend over 5 years", "「5年間で増加傾向にあること」のように書いてください"))
  }

  /// `5 years`, 5年間.
  mutating func takeYears() -> Int32? {
    guard case .number(let number) = current.kind,
      isWord(.yearsWord, ahead: 1) || isWord(.annually, ahead: 1) || peek().kind == .unit("年"),
      number.value.isWhole, let years = number.value.numerator.word, (0...999).contains(years)
    else { return nil }
    advance()
    advance()
    return Int32(years)
  }
}

extension Trend {
  var isRefused: Bool { self == .doesNotFall || self == .doesNotRise }

  /// What it asks of the value that it leads to.
  var reaching: Relation {
    switch self {
    case .rises, .doesNotFall: .atLeast
    case .falls, .doesNotRise: .atMost
    }
  }

  /// ゼロを維持する asks for none, 80%を維持する for at least so much.
  fileprivate func reaching(_ value: ExpressionSyntax) -> Relation {
    if self == .doesNotFall, let literal = value.asLiteral, literal.value.isZero { return .equal }
    return reaching
  }
}

extension ExpressionSyntax {
  package var asLiteral: LiteralSyntax? {
    if case .literal(let literal) = kind { return literal }
    return nil
  }
}
