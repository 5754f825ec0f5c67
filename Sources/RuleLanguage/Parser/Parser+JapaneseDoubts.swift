import Diagnostics
import Quantities

/// Japanese sentences that could be read, but that a reader would take otherwise: what is shared by several of their parts.
extension Parser {
  // MARK: Limits

  /// The 又は前年度を上回る of 全国平均又は前年度を上回る: what is held against both stands once, behind the last. Nothing has been read
  /// where the first has a word of its own, or where none follows.
  mutating func parseSharedLimit(
    _ figure: ExpressionSyntax, _ bounds: [BoundSyntax], start: Int
  ) -> ConditionSyntax? {
    // 前年度かつ3回以上
    if bounds.count == 2, bounds[0].relation == .equal, bounds[0].value.isStandard, bounds[1].relation.isLimit {
      checkSharedMargin(bounds.map { $0.value }, start)
      let shared = [BoundSyntax(bounds[1].relation, bounds[0].value), bounds[1]]
      return ConditionSyntax(.bounds(figure, shared), place(from: start))
    }
    guard bounds.count == 1, bounds[0].relation == .equal, bounds[0].value.isStandard || bounds[0].value.isNumber else {
      return nil
    }
    var values = [bounds[0].value]
    var joint: Word?
    while let next = takeJointOfLimits() {
      guard joint == nil || joint == next else { return nil }
      joint = next
      let first = position
      guard let bound = parseJapaneseBound(mayBeEqual: true), bound.relation != .notEqual, first < position else { return nil }
      values.append(bound.value)
      guard bound.relation != .equal else { continue }
      // 0回又は3回以上
      guard values.contains(where: { $0.isStandard }) else { return nil }
      if denialEnd == position { reportUnclearDenial(start) }
      skipEnding()
      checkSharedMargin(values, start)
      // The number has a word of its own now.
      sentence.bareNumbers.removeAll { $0.span.start == bounds[0].value.place.span.start }
      let parts = values.map { ConditionSyntax(.bounds(figure, [BoundSyntax(bound.relation, $0)]), $0.place) }
      return ConditionSyntax(joint == .or ? .or(parts) : .and(parts), place(from: start))
    }
    return nil
  }

  private mutating func takeJointOfLimits() -> Word? {
    skipPauses()
    guard !isASCII(current) else { return nil }
    if take(.or) { return .or }
    return take(.and) || take(.listAnd) ? .and : nil
  }

  /// 10件又は1割削減する: behind one amount of a change stands another.
  mutating func isAmountOfChange(_ bounds: [BoundSyntax]) -> Bool {
    guard bounds.count == 1, bounds[0].relation == .equal, bounds[0].value.asLiteral != nil else { return false }
    let here = position
    defer { position = here }
    guard takeJointOfLimits() != nil, case .number = current.kind, takeLiteral() != nil else { return false }
    _ = take(.particleWo)
    _ = takeBoundWord()
    skip([.apiece, .particleNo])
    return isReachingWord(ahead: 0)
  }

  /// 前年度から10件又は10%以上減らす, 令和4年度から500件とする: no range, and the change has no verb.
  mutating func reportAmountWithoutVerb(_ start: Int) {
    report(
      .unclearReach, at: place(from: start),
      Wording("it is not said whether this is a range or a change", "範囲なのか、増減なのかが決まりません"),
      reason: Wording("a range has two limits, and each amount of a change has its verb", "範囲には二つの限度が、増減の量にはそれぞれ動詞が要ります"),
      mend: Wording(
        "write a range: is between 10 and 20; or each change: falls by 10 from last year or falls by 10% from last year",
        "範囲なら「10件以上20件以下」、増減なら「前年度から10件以上減少し、又は前年度から10%以上減少する」、到達する値なら「令和11年度までに500件以下とする」のように書いてください"))
  }

  /// 前年度比3%以上: at least 3% of last year's figure, or 3% more.
  mutating func checkShareOfYear(_ year: YearReference, _ share: LiteralSyntax, _ start: Int) {
    let percent = share.unit == .percent ? share.value : share.value * Rational(100)
    guard !isWord(.timesWord, at: position - 1), percent < Rational(60) else { return }
    let (named, amount) = (written(start, start + 1), written(start + 2, position))
    let whole = share.unit == .percent ? Rational(100) + share.value : Rational(100) + percent
    let isMost = isWord(.atMost) || isWord(.lessThan)
    let left = (Rational(100) - percent).decimalText
    report(
      .unclearReach, at: place(from: start),
      Wording("it is not said whether this is a share of that year's figure or a change", "その年度の値に対する割合なのか、増減なのかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: isMost
        ? Wording(
          "write falls by at least \(percent.decimalText)% from that year, or: at most \(left)% of that year's",
          "減少なら「\(named)から\(amount)以上減少」「\(named)の\(left)%以下」、割合なら「\(named)の\(amount)以下」のように書いてください")
        : Wording(
          "write rises by at least \(percent.decimalText)% from that year, or: at least \(whole.decimalText)% of that year's",
          "増減なら「\(named)から\(amount)以上増加」「\(named)の\(whole.decimalText)%以上」、割合なら「\(named)の\(amount)以上」のように書いてください"))
  }

  // MARK: Several figures

  /// 「A」又は「B」が減少しない: neither of them, or one of them.
  mutating func checkDeniedAlternatives(_ figures: [ExpressionSyntax], _ demand: Int, _ start: Int) {
    guard let denial = (demand..<position).first(where: { isDenial($0) }) else {
      if !isWord(.either, at: start) { checkEnglishAlternatives(figures, demand, start) }
      return
    }
    let names = figures.map { source(of: $0) }
    let denied = written(demand, denial + 1)
    report(
      .unclearReach, at: place(from: start),
      Wording(
        "it is not said whether one of them is meant or all of them",
        "「\(written(denial, denial + 1))」が、どちらか一方のことか、どちらものことかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write [A] and [B] each …, or: either [A] or [B] …",
        "「\(names.joined(separator: "及び"))がいずれも\(denied)」か「\(names.joined(separator: "又は"))のいずれかが\(denied)」と書いてください"))
  }

  /// Whether ともに or すべて stands there: ともに60%以上でない could be said of both together; いずれも…でない is said of each.
  func saysAll(in range: Range<Int>) -> Bool {
    range.contains { isWord(.each, at: $0) && (text(of: tokens[$0]) == "ともに" || text(of: tokens[$0]) == "すべて") }
  }

  // MARK: Changes

  /// 令和4年度より5ポイント以上上昇し、「B」が10ポイント以上上昇: the second change names no year, and last year is hardly meant.
  mutating func noteStart(_ start: TrendSyntax.Start?, isYearly: Bool, from first: Int) {
    switch start {
    case .year(.yearsAgo(1)), .eachOf: break
    case .year:
      let end = (first..<position).first {
        isWord(.from, at: $0) || isWord(.than, at: $0) || isWord(.particleWo, at: $0) || isWord(.particleNi, at: $0)
      }
      sentence.yearOfChange = first..<(end ?? first + 1)
    case nil:
      if !isYearly, sentence.frontFrom != nil, !isWord(.doesNotFall, at: position - 1), !isWord(.doesNotRise, at: position - 1) {
        // 令和5年度以降上昇: from that year, or in each year since then
        sentence.changesWithoutStart += 1
      }
      if let year = sentence.yearOfChange, !isYearly {
        reportYearOfFurtherChange(written(year.lowerBound, year.upperBound), first)
      }
    }
  }

  private mutating func reportYearOfFurtherChange(_ year: String, _ first: Int) {
    report(
      .unclearReach, at: place(from: first),
      Wording("it is not said whether this change begins in that year (\(year)) too", "この増減も\(year)からのものかが決まりません"),
      reason: Wording("a change without a year is counted from the year before", "年度のない増減は、前年度からの増減として判定します"),
      mend: Wording("write the year with each change, or from last year", "増減のそれぞれに「\(year)から」か「前年度から」と書いてください"))
  }

  /// The figure of 前年度の「A」が20%以上, the year of which may be meant for what follows; brackets end where it reaches.
  func figureBehindYear(of part: ConditionSyntax, at start: Int) -> NameSyntax? {
    guard startsWithYear(start) else { return nil }
    if sentence.mayBeDue, case .fiscalYear = tokens[start].kind { return nil }
    return part.figureBehindYear
  }

  /// 前年度, 令和4年度 or 3年前, and not 今年度.
  private func startsWithYear(_ start: Int) -> Bool {
    let token = tokens[start]
    return !isASCII(token) && (isYearReference(token) || isNumberToken(token)) && !isWord(.thisYear, at: start)
  }

  /// Whether 「B」が60%未満 stands behind 前年度の「A」が20%以上であり: of last year, too, or of the judged one.
  func leavesYearOpen(_ part: ConditionSyntax, besides name: NameSyntax, at start: Int) -> Bool {
    !isASCII(tokens[start]) && !isSign(.open, at: start) && part.asksWithoutYear(besides: name)
  }

  mutating func reportYearOfFirst(_ start: Int, _ further: Int) {
    let end = (start..<further).first { isWord(.particleNo, at: $0) || isWord(.particleNi, at: $0) } ?? start + 1
    let year = written(start, end)
    var name = further
    while name < position - 1, !startsWithName(at: name) { name += 1 }
    let figure = written(name, name + 1)
    report(
      .unclearReach, at: place(from: start),
      Wording("it is not said whether the further condition is one of that year, too", "「\(year)」が、後の条件にもかかるかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write the year of each figure",
        "同じ年度なら「\(year)の\(figure)」、判定する年度なら「今年度の\(figure)」と書いてください"))
  }

  private func startsWithName(at index: Int) -> Bool {
    if case .name = tokens[index].kind { return true }
    return false
  }

  /// 前年度の「A」が「B」の6割以上: a share of 「B」 of last year, or of the judged one.
  mutating func checkYearOfShare(_ figure: ExpressionSyntax, _ bounds: [BoundSyntax], _ start: Int) {
    guard case .inYear(let year, _) = figure.kind, startsWithYear(start), figure.leavesYearOpen(of: bounds) else { return }
    // What is asked of a named year is due in it, and speaks of both in that year.
    if sentence.mayBeDue, case .fixed = year { return }
    reportYearOfFirst(start, (start..<position).first { isWord(.particleGa, at: $0) || isWord(.particleWo, at: $0) } ?? start)
  }

  /// 2年連続で低下しない: in neither year, or not in both.
  mutating func checkDeniedRunning(_ start: TrendSyntax.Start?, _ trend: Trend, _ verb: Int, from first: Int) {
    guard case .eachOf(let years)? = start, years > 1, trend.isDenial, !isASCII(tokens[verb]), !saysKept(verb),
      (first..<verb).contains(where: { isWord(.running, at: $0) && !text(of: tokens[$0]).hasPrefix("年とも") })
    else { return }
    let denial = written(verb, verb + 1)
    let fall = trend == .doesNotFall ? "低下" : "増加"
    report(
      .unclearReach, at: place(from: first),
      Wording(
        "it is not said whether each of the \(years) years is meant or all of them together",
        "\(years)年のどの年もなのか、\(years)年続けてなのかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write is at least last year's for \(years) years running; or: no ward: [X] falls \(years) years running",
        "どの年もなら「\(years)年とも\(denial)」、続けての\(fall)だけを禁じるなら「「X」が\(years)年連続で\(fall)している\(levelWords.first ?? "区")がないこと」と書いてください"
      ))
  }
}

extension Relation {
  fileprivate var isLimit: Bool { self != .equal && self != .notEqual }
}

extension ExpressionSyntax {
  /// A value that is computed, such as an average or last year's figure; a number or a choice is none.
  fileprivate var isStandard: Bool {
    switch kind {
    case .literal, .yesOrNo, .date, .dayOfYear, .tolerance: false
    default: true
    }
  }

  /// 60 of 60%又は前年度を上回る; zero is a state of its own: 0件又は前年度を下回る.
  fileprivate var isNumber: Bool { asLiteral.map { !$0.value.isZero } ?? false }

  /// Whether it is the figure of another year.
  var isInYear: Bool {
    if case .inYear = kind { return true }
    return false
  }
}
