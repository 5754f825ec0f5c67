import Diagnostics
import Quantities

/// 3年連続で60%以上 asks the same of each year; 3年間で10%減少 and 2年間で4回以上 do not say which years are meant.
extension Parser {
  // MARK: Each of several years

  /// `3年連続で60%以上`: nothing has been read where no limit follows.
  mutating func parseLimitRunning(of figure: ExpressionSyntax, start: Int) -> ConditionSyntax? {
    guard !isASCII(peek()), case .eachOf(let years)? = takeRunning() else { return nil }
    skip([.particleDe])
    skipPauses()
    let first = position
    guard let bounds = parseBounds() else { return nil }
    if let denial = (first..<position).first(where: { isDenial($0) }) {
      reportDeniedRunning(start, written(denial, denial + 1), years)
    }
    if bounds.count == 1, let trend = bounds[0].changeFromLastYear(of: figure) {
      return ConditionSyntax(.trend(figure, TrendSyntax(trend, from: .eachOf(years: years))), place(from: start))
    }
    let condition = ConditionSyntax(.bounds(figure, bounds), place(from: start))
    if let whole = running(condition, years, start) { return whole }
    reportRunning(start)
    return condition
  }

  /// 下回らない, 超えないこと, でない, 減少しない
  func isDenial(_ index: Int) -> Bool {
    guard case .word(let word, _) = tokens[index].kind, !isASCII(tokens[index]) else { return false }
    if word == .doesNotFall || word == .doesNotRise { return !saysKept(index) }
    guard isBoundWord(word) else { return false }
    // な of ない and なく, ず
    return text(of: tokens[index]).unicodeScalars.contains { $0.value == 0x306A || $0.value == 0x305A }
  }

  private mutating func reportDeniedRunning(_ start: Int, _ denial: String, _ years: Int32) {
    report(
      .unclearReach, at: place(from: start),
      Wording(
        "「\(denial)」 may be said of each of the years or of all of them together", "「\(denial)」が、どの年度にもかかるか、連続することにかかるかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write at least or at most for each of the years; or that no area has it so many years running",
        "毎年度なら「「X」が\(years)年連続で50%以上」、連続した場合だけを禁じるなら「「X」が\(years)年連続で50%未満の\(levelWords.first ?? "区")がないこと」のように書いてください"))
  }

  // MARK: Within so many years

  /// 3年間で10%減少, 2年間で4回以上: refused, with what could be meant. Nothing has been read where there is none.
  mutating func parseWithinYears(of figure: ExpressionSyntax, start: Int) -> ConditionSyntax? {
    let first = position
    if take(.planPeriod) { return parseChangeWithinPlan(of: figure, from: first, start) }
    guard let years = takeYears(), text(of: tokens[position - 1]) == "年間" else { return nil }
    skip([.particleDe, .particleNi])
    skipPauses()
    let demand = position
    skip([.cumulated, .particleDe])
    let name = figure.isName ? written(start, start + 1) : "「X」"
    if let trend = attempt({ $0.parseTrend() }) {
      let change = withoutEnding(demand, position)
      reportChangeOverWhat(
        first,
        Wording(
          "each year against \(years) years before: from \(years) years ago; once: by FY2026, from FY2023",
          "毎年度、\(years)年前と比べるなら「\(years)年前から\(change)」、期限までに一度なら「令和8年度までに、…令和5年度から\(change)」と書いてください"))
      return ConditionSyntax(
        .trend(figure, TrendSyntax(trend.trend, by: trend.amount, from: .year(.yearsAgo(years)))), place(from: start))
    }
    guard let bounds = parseBounds() else { return nil }
    let limit = withoutEnding(demand, position)
    report(
      .besideEachOther, at: place(from: first),
      Wording("it is not said which years are added up", "どの年度の値を合わせるかが書かれていません"),
      mend: Wording(
        "write the total of [X] over the latest \(years) years is at least …, or [X] cumulated over the plan period is at least …",
        "その年度までの\(years)年分なら「直近\(years)年間の\(name)の合計が\(limit)」、計画期間なら「計画期間中に\(name)を累計\(limit)」、平均なら「\(name)の\(years)年平均が…」、どの年度もなら「\(name)が\(years)年連続で\(limit)」と書いてください"
      ))
    return ConditionSyntax(.bounds(figure, bounds), place(from: start))
  }

  /// 計画期間中に5ポイント引き上げる: in the period's last year, from when on is not said.
  private mutating func parseChangeWithinPlan(of figure: ExpressionSyntax, from first: Int, _ start: Int) -> ConditionSyntax? {
    skip([.particleDe, .particleNi])
    skipPauses()
    let demand = position
    guard let trend = parseTrend() else { return nil }
    let change = withoutEnding(demand, position)
    reportChangeOverWhat(
      first,
      Wording(
        "write by the last year of the plan, and from which: by FY2026, …: rises by … from FY2023",
        "計画の最終年度と、起点の年度を書いてください：「令和8年度までに、…令和5年度から\(change)」"))
    return ConditionSyntax(.trend(figure, trend), place(from: start))
  }

  private mutating func reportChangeOverWhat(_ first: Int, _ mend: Wording) {
    report(
      .multipleOfWhat, at: place(from: first),
      Wording("it is not said from which year to which this changes", "どの年度からどの年度までの変化かが書かれていません"), mend: mend)
  }

  /// A demand as it is quoted: 4回以上 of 4回以上開催すること.
  private func withoutEnding(_ start: Int, _ end: Int) -> String {
    var last = end
    while last > start + 1, isWord(.ending, at: last - 1) || isWord(.deed, at: last - 1) { last -= 1 }
    return written(start, last)
  }
}

extension BoundSyntax {
  /// 前年度を下回る of a figure is a fall.
  fileprivate func changeFromLastYear(of figure: ExpressionSyntax) -> Trend? {
    guard value.kind == .inYear(.yearsAgo(1), figure) else { return nil }
    return switch relation {
    case .moreThan: .rises
    case .lessThan: .falls
    case .atLeast: .doesNotFall
    case .atMost: .doesNotRise
    case .equal, .notEqual: nil
    }
  }
}
