import Diagnostics
import Quantities

/// How a figure changes: `does not fall from last year`, `前年度から0.5ポイント以上上昇`.
extension Parser {
  /// Nothing has been read where there is no trend.
  mutating func parseTrend() -> TrendSyntax? {
    guard changeFollows else { return nil }
    return attempt { parser in
      let english = parser.attempt { $0.parseEnglishTrend() }
      guard let trend = english ?? parser.parseJapaneseTrend() else { return nil }
      parser.skipEnding()
      return trend
    }
  }

  /// Whether a word that may speak of a change stands here or further on in the sentence: most sentences have none.
  private var changeFollows: Bool {
    var ahead = 0
    while !isSign(.stop, ahead: ahead), position + ahead < tokens.count {
      switch peekWord(ahead) {
      case .rises, .falls, .doesNotRise, .doesNotFall, .moreThan, .lessThan, .upward, .downward: return true
      default: ahead += 1
      }
    }
    return false
  }

  /// `rises by at least 0.5 points from FY2015`, `does not fall 2 years running`.
  private mutating func parseEnglishTrend() -> TrendSyntax? {
    if let distance = attempt({ $0.parseEnglishDistanceInTime() }) { return distance }
    let running = isWord(.forWord) && isNumberToken(peek()) ? attempt { $0.takeRunningBefore() } : nil
    skip([.must, .modal, .verb, .isWord])
    let verb = position
    guard isASCII(current), let trend = takeTrendWord(), let change = parseEnglishTrendTail(trend, from: running) else {
      return nil
    }
    if running == nil { checkDeniedRun(change, verb) }
    return change
  }

  /// The `for 2 years running` of `for 2 years running does not rise`, which is said of each of the years.
  private mutating func takeRunningBefore() -> TrendSyntax.Start? {
    advance()
    return takeRunning()
  }

  /// `does not rise 2 years running`: in neither of them, or not in both.
  private mutating func checkDeniedRun(_ change: TrendSyntax, _ verb: Int) {
    guard change.trend.isDenial, case .eachOf(let years) = change.start, years > 1, !saysKept(verb) else { return }
    let (rises, amount) = (
      change.trend == .doesNotRise ? "rises" : "falls",
      change.amount.map { written(from: $0.value.place.span.start, to: $0.value.place.span.end) } ?? ""
    )
    let by = amount.isEmpty ? "" : " by more than " + amount
    reportOneOfSeveral(
      place(from: verb),
      Wording(
        "it is not said whether each of the \(years) years is meant or all of them together",
        "\(years)年のどの年もなのか、\(years)年続けてなのかが決まりません"),
      mend: Wording(
        "write for \(years) years running does not \(rises.dropLast())\(by), for each of them; not ([X] \(rises) \(years) years running\(by)), for all together",
        "どの年もなら「for \(years) years running does not \(rises.dropLast())\(by)」、続けての場合だけなら「not ([X] \(rises) \(years) years running\(by))」と書いてください"
      ))
  }

  /// By how much, and from when; in either order.
  mutating func parseEnglishTrendTail(_ trend: Trend, from running: TrendSyntax.Start? = nil) -> TrendSyntax? {
    let first = position
    var start = running
    var amount: BoundSyntax?
    var isYearly = false
    while true {
      takeDue()
      if amount == nil, take(.by) || startsAmountWithoutBy(trend) {
        guard let bound = parseEnglishAmount() else { return nil }
        amount = bound
        if isWord(.annually, at: position - 1) { isYearly = true }
      } else if isASCII(current), take(.annually) {
        isYearly = true
      } else if isYearly, sentence.mayBeDue, sentence.said.until == nil, let until = takeUntilYear() {
        sentence.said.until = until
      } else if let start, !isYearly, sentence.mayBeDue, let until = attempt({ $0.takeUntilYear() }) {
        reportChangeUntil(start, until, place(from: first))
        sentence.said.due = until
      } else if start == nil, let found = attempt({ $0.takeEnglishStart() }) {
        start = found
        if isASCII(tokens[position - 1]) {
          reportStartOfOne(found, place(from: first))
          if found.writtenYear != nil { sentence.yearOfChange = position - 2..<position }
        }
      } else {
        if start == nil {
          if !isYearly {
            sentence.changesWithoutStart += 1
            if let year = sentence.yearOfChange, isASCII(tokens[year.lowerBound]) { reportStartOfFirst(year, place(from: first)) }
          }
          if isWord(.moreThan) || isWord(.lessThan), !saysBeforeOrAfter, isYearReference(peek()) { reportComparedChange() }
        }
        if case .eachOf(let years)? = start { takeStartOfRun(years) }
        return TrendSyntax(trend, by: amount, from: isYearly ? yearly(start, first) : start ?? .year(.yearsAgo(1)))
      }
    }
  }

  /// The `from FY2020` of `falls 3 years in a row from FY2020`: FY2020 is the first that is held against, and FY2023 the first year that
  /// has three falls behind it.
  private mutating func takeStartOfRun(_ years: Int32) {
    guard isWord(.from) || isWord(.since), isFiscalYear(peek()), sentence.mayBeDue, isASCII(current) else { return }
    advance()
    sentence.said.from = takeYear().map { YearSyntax($0.year.advanced(by: years), $0.place) }
  }

  /// The `5%` of `rises 5% from last year`, the `at least 5%` of `rises at least 5% a year`.
  private func startsAmountWithoutBy(_ trend: Trend) -> Bool {
    let isLimit = isBoundWord(currentWord)
    guard trend == .rises || trend == .falls || isLimit, !saysSideOfValue else { return false }
    let ahead = isLimit ? 1 : 0
    guard isNumberToken(peek(ahead)) else { return false }
    return !isWord(.running, ahead: ahead + 1) && !isWord(.yearsAgo, ahead: ahead + 1) && !isWord(.timesWord, ahead: ahead + 1)
  }

  /// The `until FY2026` of `rises each year until FY2026`.
  private mutating func takeUntilYear() -> YearSyntax? {
    guard isWord(.until) || isWord(.to) else { return nil }
    return attempt { parser in
      parser.advance()
      return parser.takeYear()
    }
  }

  /// `falls by 30% from FY2019 until FY2026`: at the end of those years, or in each of them.
  private mutating func reportChangeUntil(_ start: TrendSyntax.Start, _ until: YearSyntax, _ place: Place) {
    var from = "FY2019"
    if case .year(.fixed(let year)) = start { from = year.englishText }
    report(
      .unclearReach, at: place,
      Wording(
        "it is not said whether this is reached by \(until.year.englishText) or asked in each year until then",
        "\(until.year.japaneseText)に届いていればよいのか、それまで毎年度求めるのかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write from \(from) by \(until.year.englishText); or each year from \(from) until \(until.year.englishText)",
        "「from \(from) by \(until.year.englishText)」か「each year from \(from) until \(until.year.englishText)」と書いてください"))
  }

  /// The `from FY2020` of `[A] falls and [B] falls from FY2020`, which a reader takes for both.
  private mutating func reportStartOfOne(_ start: TrendSyntax.Start, _ place: Place) {
    guard sentence.changesWithoutStart > 0, case .year(let year) = start, year != .yearsAgo(1) else { return }
    let from = start.writtenYear ?? "from FY2020"
    report(
      .unclearReach, at: place,
      Wording("it is not said whether the other changes begin in that year too", "他の増減も同じ年度からのものかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write the year behind each: [A] falls \(from) and [B] falls \(from); or from last year behind the others",
        "「\(from)」か「from last year」を、増減のそれぞれに書いてください"))
  }

  /// `[A] rises from FY2020 and [B] rises`: in Japanese, too, the second change has to say from which year.
  private mutating func reportStartOfFirst(_ year: Range<Int>, _ place: Place) {
    let from = written(year.lowerBound, year.upperBound)
    report(
      .unclearReach, at: place,
      Wording("it is not said whether this change begins in that year (\(from)) too", "この増減も同じ年度（\(from)）からのものかが決まりません"),
      reason: Wording("a change without a year is counted from the year before", "年度のない増減は、前年度からの増減として判定します"),
      mend: Wording(
        "write the year behind each: [A] rises \(from) and [B] rises \(from); or from last year behind the second",
        "「\(from)」か「from last year」を、増減のそれぞれに書いてください"))
  }

  /// `falls more than last year` compares one change with another.
  private mutating func reportComparedChange() {
    report(
      .unclearReach, at: current.place(in: file),
      Wording("a change is held against a year, and not against the change of that year", "増減は年度の値と比べるもので、増減どうしは比べられません"),
      mend: Wording(
        "write from last year; to compare two changes: ([X] last year − [X]) is more than ([X] 2 years ago − [X] last year)",
        "前年度と比べるだけなら「from last year」、増減どうしなら差の式で書いてください"))
    advance()
    _ = takeYearReference()
  }

  /// `rises each year from FY2019`: from one year to the next, in each year after that one.
  private mutating func yearly(_ start: TrendSyntax.Start?, _ first: Int) -> TrendSyntax.Start {
    switch start {
    case .year(.fixed(let year)), .year(.calendar(let year)):
      sentence.said.from = YearSyntax(year.advanced(by: 1), place(from: first))
    case .year(.yearsAgo(1)), nil: break
    case .year: reportYearsOfSentence(place(from: first))
    case .eachOf(let years): return .eachOf(years: years)
    }
    return .year(.yearsAgo(1))
  }

  /// `is at least 30% lower than in FY2015`, `is 1 point above last year`.
  private mutating func parseEnglishDistanceInTime() -> TrendSyntax? {
    guard isWord(.isWord) || isBoundWord(currentWord) else { return nil }
    skip([.must, .modal, .isWord])
    let relation = takeBoundWord() ?? .atLeast
    guard relation == .atLeast || relation == .moreThan, let (trend, amount, year) = takeDistanceInTime() else { return nil }
    return TrendSyntax(trend, by: BoundSyntax(relation, amount), from: .year(year))
  }

  /// `is no more than 10% above last year`: it does not rise by more.
  mutating func parseEnglishLimitInTime(of figure: ExpressionSyntax, start: Int) -> ConditionSyntax? {
    skip([.isWord])
    // is not more than 10% above last year
    let isDenied = isWord(.notEqual) && isBoundWord(peekWord()) && take(.notEqual)
    guard let written = takeBoundWord() else { return nil }
    let relation = isDenied ? written.negated : written
    guard relation == .atMost || relation == .lessThan, let (trend, amount, year) = takeDistanceInTime() else { return nil }
    let change = TrendSyntax(trend, by: BoundSyntax(relation.negated, amount), from: .year(year))
    return ConditionSyntax(.not(ConditionSyntax(.trend(figure, change), place(from: start))), place(from: start))
  }

  /// The `10% above last year` of either.
  private mutating func takeDistanceInTime() -> (Trend, ExpressionSyntax, YearReference)? {
    guard case .number = current.kind, let amount = takeLiteral(), isASCII(current),
      isWord(.moreThan) || isWord(.lessThan), !saysBeforeOrAfter
    else { return nil }
    let trend: Trend = isWord(.moreThan) ? .rises : .falls
    advance()
    _ = take(.inWord)
    guard let year = takeYearOrItsLevel() else { return nil }
    return (trend, ExpressionSyntax(.literal(amount), amount.place), year)
  }

  /// `after FY2026` and `before FY2026` tell when, and hold nothing against that year.
  var saysBeforeOrAfter: Bool {
    let word = text(of: current)
    return word == "after" || word == "before"
  }

  func namesYearBefore(_ token: Token) -> Bool {
    switch token.kind {
    case .word(.lastYear, _), .word(.yearBeforeLast, _), .word(.yearsAgo, _): true
    default: false
    }
  }

  /// [X] last year cannot rise from last year.
  mutating func reportYearsReversed(_ start: Int) {
    report(
      .yearsReversed, at: place(from: start),
      Wording("the change does not begin in an earlier year", "変化の起点が、比べる年度より前ではありません"),
      reason: Wording("both years are counted from the year that is judged", "どちらの年度も、判定する年度から数えます"),
      mend: Wording("[X] last year falls from 2 years ago", "前年度の「X」が2年前から減少"))
  }

  /// `at least 10%`, `10%`, `10% or more`.
  private mutating func parseEnglishAmount() -> BoundSyntax? {
    let before = takeBoundWord()
    if isWord(.vague) { reportVague() }
    guard before != .notEqual, let value = takeAmount() else { return nil }
    let behind = before == nil && isBoundWord(currentWord) && text(of: current).hasPrefix("or") ? takeBoundWord() : nil
    return BoundSyntax(before ?? behind ?? .atLeast, value)
  }

  /// A number or a parameter's name.
  private mutating func takeAmount() -> ExpressionSyntax? {
    takeLiteral().map { ExpressionSyntax(.literal($0), $0.place) } ?? takeNameAsFigure()
  }

  /// The `from FY2020` of `falls for each [sex] from FY2020`.
  mutating func withStartBehind(_ condition: ConditionSyntax) -> ConditionSyntax {
    guard isWord(.from) || isWord(.since), case .trend(let figure, let change) = condition.kind,
      change.start == .year(.yearsAgo(1)), sentence.changesWithoutStart > 0, let start = attempt({ $0.takeEnglishStart() })
    else { return condition }
    sentence.changesWithoutStart -= 1
    return ConditionSyntax(.trend(figure, TrendSyntax(change.trend, by: change.amount, from: start)), condition.place)
  }

  private mutating func takeEnglishStart() -> TrendSyntax.Start? {
    // By 5 points over last year: behind an amount, `over` is no limit.
    if take(.from) || take(.since) || text(of: current) == "over" && take(.moreThan) {
      return takeYearOrItsLevel().map { .year($0) }
    }
    _ = take(.forWord)
    return takeRunning()
  }

  /// `2 years running`, 2年連続.
  mutating func takeRunning() -> TrendSyntax.Start? {
    guard case .number(let number) = current.kind, isWord(.running, ahead: 1), number.value.isWhole,
      let years = number.value.numerator.word, (0...999).contains(years)
    else { return nil }
    advance()
    advance()
    return .eachOf(years: Int32(years))
  }

  /// `前年度から減少しない`, `2年連続で1ポイント以上上昇`, `平成27年度から30%以上の減少`.
  private mutating func parseJapaneseTrend() -> TrendSyntax? {
    let begin = position
    var start: TrendSyntax.Start?
    if let running = takeRunning() {
      _ = take(.particleDe)
      start = running
    } else if let year = takeYearReference() {
      skipFigureAgain()
      let holds = isWord(.particleNi) && isWord(.doesNotFall, ahead: 1) || isWord(.particleWo) && isWord(.doesNotFall, ahead: 1)
      if holds {
        advance()
        if isWord(.particleNi, at: position - 1), saysKept(position) { noteKept(place(from: begin), nil) }
      }
      guard holds || take(.from) || take(.than) || isWord(.particleWo) else { return nil }
      start = .year(year)
    }
    skipPauses()
    takeDue()
    let first = position
    let isYearly = take(.annually)
    if isYearly, case .year(let year)? = start, year != .yearsAgo(1) { reportYearsOfSentence(place(from: first)) }
    if start != nil, let distance = attempt({ $0.parseDistanceInTime() }), case .year(let year)? = start {
      noteStart(start, isYearly: isYearly, from: begin)
      return TrendSyntax(distance.trend, by: distance.amount, from: .year(year))
    }
    if isWord(.particleWo) { return nil }
    let amount = takesTrendNext ? nil : attempt { $0.parseJapaneseAmount() }
    let verb = position
    guard let trend = takeTrendWord() else { return nil }
    checkDeniedRunning(start, trend, verb, from: begin)
    // `減少しない from FY2015`: both languages in one sentence.
    if start == nil { start = attempt { $0.takeEnglishStart() } }
    noteStart(start, isYearly: isYearly, from: begin)
    return TrendSyntax(trend, by: amount, from: start ?? .year(.yearsAgo(1)))
  }

  /// The から3ポイント以上上昇 of 前年度の「X」から3ポイント以上上昇: the figure stands once, in the year from which it changes.
  mutating func parseChangeFromYear(of figure: ExpressionSyntax, start: Int) -> ConditionSyntax? {
    guard !isASCII(current), isWord(.from) || isWord(.than), case .inYear(let year, let own) = figure.kind, own.isName else {
      return nil
    }
    advance()
    skipPauses()
    let amount = takesTrendNext ? nil : attempt { $0.parseJapaneseAmount() }
    guard let trend = takeTrendWord() else { return nil }
    skipEnding()
    return ConditionSyntax(.trend(own, TrendSyntax(trend, by: amount, from: .year(year))), place(from: start))
  }

  /// The 「X」 of 前年度の「X」から, which is the figure that changes.
  private mutating func skipFigureAgain() {
    guard let figure = figureInFocus, isWord(.particleNo), case .name(let written) = peek().kind,
      case .name(let name) = figure.kind,
      name.text == written, isWord(.from, ahead: 2) || isWord(.than, ahead: 2)
    else { return }
    position += 2
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

extension TrendSyntax.Start {
  /// The year as an English sentence has it.
  fileprivate var writtenYear: String? {
    guard case .year(.fixed(let year)) = self else { return nil }
    return "from " + year.englishText
  }
}

extension TrendSyntax {
  /// The same change where the figure has a year of its own: `[X] last year falls from 2 years ago`. The tree counts from the
  /// figure's year, the sentence from the judged one; nothing where the change would begin in or after the figure's year.
  func counted(from figure: ExpressionSyntax) -> TrendSyntax? {
    guard case .inYear(.yearsAgo(let later), _) = figure.kind, case .year(.yearsAgo(let earlier)) = start else { return self }
    return earlier > later ? TrendSyntax(trend, by: amount, from: .year(.yearsAgo(earlier - later))) : nil
  }

  /// How the sentence has the year from which a figure changes.
  func written(for figure: ExpressionSyntax) -> Start {
    guard case .inYear(.yearsAgo(let later), _) = figure.kind, case .year(.yearsAgo(let earlier)) = start else { return start }
    return .year(.yearsAgo(earlier + later))
  }
}
