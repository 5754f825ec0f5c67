import Diagnostics
import Quantities

/// How a figure changes: `does not fall from last year`, `前年度から0.5ポイント以上上昇`.
extension Parser {
  /// Nothing has been read where there is no trend.
  mutating func parseTrend() -> TrendSyntax? {
    attempt { parser in
      let english = parser.attempt { $0.parseEnglishTrend() }
      guard let trend = english ?? parser.parseJapaneseTrend() else { return nil }
      parser.skipEnding()
      return trend
    }
  }

  /// `rises by at least 0.5 points from FY2015`, `does not fall 2 years running`.
  private mutating func parseEnglishTrend() -> TrendSyntax? {
    if let distance = attempt({ $0.parseEnglishDistanceInTime() }) { return distance }
    skip([.must, .verb, .isWord])
    guard isASCII(current), let trend = takeTrendWord() else { return nil }
    return parseEnglishTrendTail(trend)
  }

  /// By how much, and from when; in either order.
  mutating func parseEnglishTrendTail(_ trend: Trend) -> TrendSyntax? {
    var start: TrendSyntax.Start?
    var amount: BoundSyntax?
    while true {
      takeDue()
      if amount == nil, take(.by) {
        guard let bound = parseEnglishAmount() else { return nil }
        amount = bound
      } else if start == nil, let found = attempt({ $0.takeEnglishStart() }) {
        start = found
      } else {
        return TrendSyntax(trend, by: amount, from: start ?? .year(.yearsAgo(1)))
      }
    }
  }

  /// `is at least 30% lower than in FY2015`, `is 1 point above last year`.
  private mutating func parseEnglishDistanceInTime() -> TrendSyntax? {
    guard isWord(.isWord) || isBoundWord(currentWord) else { return nil }
    skip([.must, .isWord])
    let relation = takeBoundWord() ?? .atLeast
    guard relation == .atLeast || relation == .moreThan, case .number = current.kind, let amount = takeLiteral(),
      isASCII(current), isWord(.moreThan) || isWord(.lessThan)
    else { return nil }
    let trend: Trend = isWord(.moreThan) ? .rises : .falls
    advance()
    _ = take(.inWord)
    guard let year = takeYearReference() else { return nil }
    _ = take(.possessive)
    let bound = BoundSyntax(relation, ExpressionSyntax(.literal(amount), amount.place))
    return TrendSyntax(trend, by: bound, from: .year(year))
  }

  private mutating func parseEnglishAmount() -> BoundSyntax? {
    let relation = takeBoundWord() ?? .atLeast
    if isWord(.vague) { reportVague() }
    guard relation != .notEqual, let value = takeAmount() else { return nil }
    return BoundSyntax(relation, value)
  }

  /// A number or a parameter's name.
  private mutating func takeAmount() -> ExpressionSyntax? {
    takeLiteral().map { ExpressionSyntax(.literal($0), $0.place) } ?? takeNameAsFigure()
  }

  private mutating func takeEnglishStart() -> TrendSyntax.Start? {
    // By 5 points over last year: behind an amount, `over` is no limit.
    if take(.from) || take(.since) || take(.moreThan) { return takeYearReference().map { .year($0) } }
    _ = take(.forWord)
    return takeRunning()
  }

  /// `2 years running`, 2年連続.
  private mutating func takeRunning() -> TrendSyntax.Start? {
    guard case .number(let number) = current.kind, isWord(.running, ahead: 1), number.value.isWhole,
      let years = number.value.numerator.word, (0...999).contains(years)
    else { return nil }
    advance()
    advance()
    return .eachOf(years: Int32(years))
  }

  /// `前年度から減少しない`, `2年連続で1ポイント以上上昇`, `平成27年度から30%以上の減少`.
  private mutating func parseJapaneseTrend() -> TrendSyntax? {
    var start: TrendSyntax.Start?
    if let running = takeRunning() {
      _ = take(.particleDe)
      start = running
    } else if let year = takeYearReference() {
      let holds = isWord(.particleNi) && isWord(.doesNotFall, ahead: 1) || isWord(.particleWo) && isWord(.doesNotFall, ahead: 1)
      if holds { advance() }
      guard holds || take(.from) || take(.than) || isWord(.particleWo) else { return nil }
      start = .year(year)
    }
    skipPauses()
    takeDue()
    _ = take(.annually)
    if start != nil, let distance = attempt({ $0.parseDistanceInTime() }), case .year(let year)? = start {
      return TrendSyntax(distance.trend, by: distance.amount, from: .year(year))
    }
    if isWord(.particleWo) { return nil }
    let amount = takesTrendNext ? nil : attempt { $0.parseJapaneseAmount() }
    guard let trend = takeTrendWord() else { return nil }
    // `減少しない from FY2015`: both languages in one sentence.
    if start == nil { start = attempt { $0.takeEnglishStart() } }
    return TrendSyntax(trend, by: amount, from: start ?? .year(.yearsAgo(1)))
  }

  private var takesTrendNext: Bool {
    switch currentWord {
    case .doesNotFall, .doesNotRise, .rises, .falls: true
    default: false
    }
  }

  /// `0.5ポイント以上`, `30%以上の`, `1ポイントを超えて`.
  private mutating func parseJapaneseAmount() -> BoundSyntax? {
    let before = takeBoundWord()
    guard let value = takeAmount() else { return nil }
    let hasObject = take(.particleWo)
    let behind = takeBoundWord()
    _ = take(.apiece)
    let relation = behind ?? before ?? .atLeast
    _ = take(.particleNo)
    // 80%を維持する is a limit and no change.
    if hasObject, behind == nil { return nil }
    return takesTrendNext && relation != .notEqual ? BoundSyntax(relation, value) : nil
  }

  /// The 以上 of 500人以上多い; 500人多い is at least so much. 超えて and 未満 are limits of an amount and no distance.
  mutating func takeDistanceRelation() -> Relation {
    let isLimit = isBoundWord(peekWord()) || text(of: current).hasPrefix("超") || text(of: current) == "未満"
    return isLimit ? takeBoundWord() ?? .atLeast : .atLeast
  }

  /// The 1ポイント以上上回る of 前年度を1ポイント以上上回る, which is a rise.
  private mutating func parseDistanceInTime() -> (trend: Trend, amount: BoundSyntax)? {
    _ = take(.particleWo)
    guard let value = takeLiteral() else { return nil }
    _ = take(.particleWo)
    let relation = takeDistanceRelation()
    guard relation == .atLeast || relation == .moreThan, isWord(.moreThan) || isWord(.lessThan) else { return nil }
    let trend: Trend = isWord(.moreThan) ? .rises : .falls
    advance()
    return (trend, BoundSyntax(relation, ExpressionSyntax(.literal(value), value.place)))
  }
}
