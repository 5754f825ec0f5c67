import Diagnostics
import Quantities

/// What is said of years behind a clause: `a year`, `for 3 years running`, `until it is at least 90%`.
extension Parser {
  mutating func withYearsBehind(_ condition: ConditionSyntax, start: Int) -> ConditionSyntax {
    // Rules are judged by the year.
    if isASCII(current) { _ = take(.annually) }
    if let years = attempt({ $0.takeRunningBehind() }) {
      if (start..<position).contains(where: { isWord(.not, at: $0) }) {
        reportNegatedRunning(years, start)
      } else {
        if sentence.clausesOfOneYear > 0 { reportRunningOfOne(years, start) }
        if let whole = running(condition, years, start) { return whole }
        reportRunning(start)
      }
    } else {
      sentence.clausesOfOneYear += 1
    }
    return attempt { $0.parseUntil(condition, start: start) } ?? condition
  }

  // MARK: Years running

  /// `3 years running`, `for 3 consecutive years`.
  private mutating func takeRunningBehind() -> Int32? {
    _ = take(.forWord)
    guard isASCII(peek()), case .eachOf(let years)? = takeRunning() else { return nil }
    return years
  }

  /// The same demand of this year and of those before it.
  func running(_ condition: ConditionSyntax, _ years: Int32, _ start: Int) -> ConditionSyntax? {
    guard (1...30).contains(years) else { return nil }
    var parts: [ConditionSyntax] = []
    for back in 0..<years {
      guard let part = condition.kind.before(by: back) else { return nil }
      parts.append(ConditionSyntax(part, place(from: start)))
    }
    return parts.count == 1 ? parts[0] : ConditionSyntax(.and(parts), place(from: start))
  }

  /// `[A] is at least 80% and [B] is at least 90% for 2 years running`: B alone, or both.
  private mutating func reportRunningOfOne(_ years: Int32, _ start: Int) {
    report(
      .unclearReach, at: place(from: start),
      Wording("it is not said whether the years running are meant for the other conditions too", "連続する年数が、前の条件にもかかるかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "put brackets around both, ([A] is … and [B] is …) for \(years) years running; or make two sentences",
        "両方なら「（…かつ…）」のようにかっこで囲み、片方だけなら二つの文に分けてください"))
  }

  /// `must not fall below 50% for 2 years running`: never twice in a row, or in neither year.
  private mutating func reportNegatedRunning(_ years: Int32, _ start: Int) {
    report(
      .unclearReach, at: place(from: start),
      Wording("「not」 may be said of each of the years or of all of them together", "「ない」が、どの年度にもかかるか、連続することにかかるかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write [X] is at least 50% for \(years) years running, or no \(areaWords.one) has [X] below 50% for \(years) years running",
        "「\(years)年連続で50%以上」か「\(years)年連続で50%未満の\(levelWords.first ?? "区")がない」のように書いてください"))
  }

  mutating func reportRunning(_ start: Int) {
    report(
      .spanUnfit, at: place(from: start),
      Wording("this cannot be asked of several years at once", "この条件を、何年も続けて求めることはできません"),
      reason: Wording(
        "1 to 30 years running are asked of limits in numbers, of yes and no, of outcomes and of rises and falls",
        "連続する年数（1から30まで）は、数の限度・はい・いいえ・判定・増減について書けます"),
      mend: Wording("[X] is at least 80% for 3 years running; rises 3 years running", "「X」が3年連続で上昇"))
  }

  // MARK: Until a value is reached

  /// `rises by at least 5 points until it is at least 90%`: the change, or the value. What `falls until it reaches 5%` comes from
  /// above.
  private mutating func parseUntil(_ condition: ConditionSyntax, start: Int) -> ConditionSyntax? {
    guard case .trend(let figure, let change) = condition.kind, isWord(.until), isASCII(current) else { return nil }
    advance()
    guard take(.it) || isBoundWord(currentWord) else { return nil }
    _ = take(.isWord)
    figureInFocus = figure
    defer { figureInFocus = nil }
    let bounds: [BoundSyntax]
    if takeReachWord(), !isBoundWord(currentWord) {
      guard let value = parseExpression() else { return nil }
      bounds = [BoundSyntax(change.trend.reaching, value)]
    } else {
      guard isBoundWord(currentWord), let limits = parseEnglishBounds(), !limits.isEmpty else { return nil }
      bounds = limits
    }
    let reached = ConditionSyntax(.bounds(figure, bounds), place(from: start))
    if sentence.mayBeDue, isWord(.by), isFiscalYear(peek()) {
      // … until it reaches 60% by FY2028: from then on the value is asked for.
      advance()
      guard let year = takeYear(), isSign(.stop) || isClauseStart else { return nil }
      sentence.laterDemands = [LaterDemand(year: DemandYearSyntax(.span(year.year, nil), year.place), demand: reached)]
    }
    return ConditionSyntax(.or([condition, reached]), place(from: start))
  }
}

extension ConditionSyntax.Kind {
  /// The same demand so many years before; nothing where it holds a figure against another, whose year would be left open.
  func before(by years: Int32) -> ConditionSyntax.Kind? {
    if years == 0, case .bounds(let figure, let bounds) = self {
      return bounds.areFixed || bounds.areAverages(of: figure) ? self : nil
    }
    if years == 0, case .each(_, let bounds) = self { return bounds.areFixed ? self : nil }
    switch self {
    case .bounds(let figure, let bounds) where bounds.areAverages(of: figure):
      let limits = bounds.map { BoundSyntax($0.relation, $0.value.averageBefore(by: years)) }
      return .bounds(figure.before(by: years), limits)
    case .bounds(let figure, let bounds) where bounds.areFixed: return .bounds(figure.before(by: years), bounds)
    case .and(let parts):
      let earlier = parts.compactMap { part in part.kind.before(by: years).map { ConditionSyntax($0, part.place) } }
      return earlier.count == parts.count ? .and(earlier) : nil
    case .each(let figures, let bounds) where bounds.areFixed: return .each(figures.map { $0.before(by: years) }, bounds)
    case .outcome(let target, let verdict, .yearsAgo(let ago)): return .outcome(target: target, verdict, .yearsAgo(ago + years))
    default: return nil
    }
  }
}

extension [BoundSyntax] {
  /// 全国平均を下回る: each year's figure is held against that year's average.
  fileprivate func areAverages(of figure: ExpressionSyntax) -> Bool {
    allSatisfy { bound in
      if case .overallAverage(_, figure) = bound.value.kind { return true }
      return false
    }
  }

  fileprivate var areFixed: Bool {
    allSatisfy { bound in
      switch bound.value.kind {
      case .literal, .yesOrNo: true
      default: false
      }
    }
  }
}

extension ExpressionSyntax {
  fileprivate func averageBefore(by years: Int32) -> ExpressionSyntax {
    guard case .overallAverage(let level, let figure?) = kind else { return self }
    return ExpressionSyntax(.overallAverage(level, figure.before(by: years)), place)
  }

  fileprivate func before(by years: Int32) -> ExpressionSyntax {
    years == 0 ? self : ExpressionSyntax(.inYear(.yearsAgo(years), self), place)
  }
}
