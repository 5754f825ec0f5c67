import Quantities

/// A Japanese clause with the endings that its place asks for.
struct JapaneseClause {
  /// である is said of a noun: 3回以上; a verb has its own endings: 3回を超える.
  let isNoun: Bool
  /// Before a noun: 3回以上(の), 3回を超える.
  let attributive: String
  /// At the end of a sentence: 3回以上であること, 3回を超えること.
  let final: String
  /// Before another clause: 3回以上であり, 3回を超え.
  let joining: String

  static func noun(_ text: String) -> JapaneseClause {
    JapaneseClause(isNoun: true, attributive: text, final: text + "であること", joining: text + "であり")
  }

  static func verb(_ stem: String, _ attributive: String, _ final: String, _ joining: String) -> JapaneseClause {
    JapaneseClause(isNoun: false, attributive: stem + attributive, final: stem + final, joining: stem + joining)
  }

  func before(_ noun: String) -> String { attributive + (isNoun ? "の" : "") + noun }
}

/// Conditions as notices have them.
extension RulePrinter {
  func japanese(_ condition: ConditionSyntax) -> JapaneseClause {
    switch condition.kind {
    case .bounds(let figure, let bounds):
      return japaneseBounds(held(figure, bounds) + "が", bounds, of: figure)
    case .each(let figures, let bounds): return japaneseBounds(list(figures) { expression($0) } + "がいずれも", bounds)
    case .everyRow(let table, let bounds): return japaneseBounds(name(table) + "のすべての行が", bounds)
    case .numberOf(let figures, let relation, let count, let bounds):
      return japaneseBounds(list(figures) { expression($0) } + "のうち" + pieces(relation, count) + "が", bounds)
    case .reports(let figures):
      return .verb(list(figures) { expression($0) } + "を", "報告している", "報告していること", "報告し")
    case .trend(let figure, let trend):
      if let running = yearsRunning(figure, trend) { return running }
      return japaneseTrend(
        expression(figure) + "が" + start(trend.written(for: figure), of: trend.trend) + (trend.amount.map { amount($0) } ?? ""),
        trend.trend,
        ofShare: trend.amount.map { isInPoints($0.value) } ?? false)
    case .rank(let figure, let rank): return japanese(rank, of: figure)
    case .areas(let subject, let inner): return japaneseAreas(subject, inner)
    case .forEach(let breakdown, let inner): return perEach(breakdown, inner)
    case .outcome(let target, let verdict, let year): return japaneseOutcome(target, verdict, year)
    case .and(let parts): return joined(parts)
    case .or(let parts): return alternatives(parts)
    case .not(let inner):
      if case .reports(let figures) = inner.kind, figures.count == 1 {
        return .verb(expression(figures[0]) + "を", "報告していない", "報告していないこと", "報告しておらず")
      }
      return .verb(bracketed(japanese(inner).attributive), "でない", "でないこと", "でなく")
    }
  }

  func attributive(_ condition: ConditionSyntax, before noun: String) -> String {
    switch condition.kind {
    case .areas, .forEach: if !isPlain { return bracketed(japanese(condition).attributive) + "の" + noun }
    case .and, .or: return bracketed(japanese(condition).attributive) + "の" + noun
    case .bounds(let figure, _):
      // Areas that are counted by other areas.
      if case .numberOfAreas = figure.kind { return bracketed(japanese(condition).attributive) + "の" + noun }
    default: break
    }
    return japanese(condition).before(noun)
  }

  // MARK: Joining

  private func joined(_ parts: [ConditionSyntax]) -> JapaneseClause {
    if let (figure, bounds) = eachYear(parts) {
      return japaneseBounds(expression(figure) + "が" + String(parts.count) + "年連続で", bounds)
    }
    let clauses = self.clauses(parts)
    guard let last = clauses.last else { return .noun("") }
    let head = clauses.dropLast().map { $0.joining }.joined(separator: "、") + "、かつ"
    return JapaneseClause(
      isNoun: last.isNoun, attributive: head + last.attributive, final: head + last.final, joining: head + last.joining)
  }

  private func alternatives(_ parts: [ConditionSyntax]) -> JapaneseClause {
    if let values = alternativeValues(parts) {
      return .noun(expression(values.figure) + "が" + values.values.map { expression($0) }.joined(separator: "又は"))
    }
    if let figures = alternativeFigures(parts), case .bounds(_, let bounds)? = parts.first?.kind {
      return japaneseBounds(figures.joined(separator: "又は") + "が", bounds)
    }
    let clauses = self.clauses(parts)
    guard let last = clauses.last else { return .noun("") }
    let head = clauses.dropLast().map { (isPlain && !$0.isNoun ? $0.joining : $0.attributive) + "、又は" }.joined()
    return JapaneseClause(
      isNoun: last.isNoun, attributive: head + last.attributive, final: head + last.final, joining: head + last.joining)
  }

  /// 「A」又は「B」が1以上: one demand on any of several figures.
  private func alternativeFigures(_ parts: [ConditionSyntax]) -> [String]? {
    guard case .bounds(_, let shared)? = parts.first?.kind, !shared.contains(where: { $0.relation == .notEqual }) else {
      return nil
    }
    var figures: [String] = []
    for part in parts {
      guard case .bounds(let figure, let bounds) = part.kind, bounds == shared, case .name(let syntax) = figure.kind else {
        return nil
      }
      figures.append(name(syntax))
    }
    return figures
  }

  private func clauses(_ parts: [ConditionSyntax]) -> [JapaneseClause] {
    parts.enumerated().map { index, part in
      if isPlain, index > 0, let limit = limitAlone(part, after: parts[index - 1]) { return japaneseBounds("", limit) }
      // 前年度の「A」が20%以上であり、「B」が60%未満 would leave open of which year the second is.
      let endsYear = part.figureBehindYear.map { name in parts[(index + 1)...].contains { $0.asksWithoutYear(besides: name) } }
      let clause = self.part(part, isFirst: index == 0, isLast: index == parts.count - 1)
      return endsYear == true ? .noun(bracketed(clause.attributive)) : clause
    }
  }

  /// A limit on the figure of the clause before needs no name: …上昇し、又は18%以上.
  func limitAlone(_ condition: ConditionSyntax, after before: ConditionSyntax) -> [BoundSyntax]? {
    guard case .bounds(let figure, let bounds) = condition.kind, bounds.allSatisfy({ isLiteral($0.value) }),
      case .trend(figure, _) = before.kind
    else { return nil }
    return bounds
  }

  private func part(_ condition: ConditionSyntax, isFirst: Bool, isLast: Bool) -> JapaneseClause {
    var needsBrackets = false
    switch condition.kind {
    case .and, .or: needsBrackets = true
    // What is counted must be told apart from what stands before it.
    case .areas(let subject, _):
      let isBehind = isNone(subject) || subject.filter.condition != nil
      needsBrackets = !(isPlain && (isBehind ? isFirst : isLast))
    case .bounds(let figure, _): if case .numberOfAreas = figure.kind { needsBrackets = !isFirst }
    default: break
    }
    let clause = japanese(condition)
    return needsBrackets ? .noun(bracketed(clause.attributive)) : clause
  }

  // MARK: Bounds

  private func japaneseBounds(
    _ head: String, _ bounds: [BoundSyntax], of figure: ExpressionSyntax? = nil
  ) -> JapaneseClause {
    guard let last = bounds.last else { return .noun(head) }
    if bounds.count == 1 {
      if let figure, let tendency = tendency(last, of: figure) { return tendency }
      if let distance = distance(head, last) { return distance }
    }
    let limit = figure.flatMap { multipleOfItself(last.value, $0) } ?? expression(last.value)
    var stem = head
    for (bound, next) in zip(bounds, bounds.dropFirst()) { stem += inner(bound) + (isSpan(bound, next) ? "" : "、かつ") }
    stem += limit
    let isFigure = !isLiteral(last.value)
    if case .tolerance = last.value.kind {
      return last.relation == .notEqual
        ? .verb(stem + "以内", "でない", "でないこと", "でなく") : .noun(stem + "以内")
    }
    switch last.relation {
    case .atLeast: return .noun(stem + (isDay(last.value) ? "以降" : "以上"))
    case .atMost: return .noun(stem + (isDay(last.value) ? "まで" : "以下"))
    case .moreThan:
      return isFigure && !isDay(last.value)
        ? .verb(stem + "を", "上回る", "上回ること", "上回り") : .verb(stem + "を", "超える", "超えること", "超え")
    case .lessThan:
      return isFigure && !isDay(last.value) ? .verb(stem + "を", "下回る", "下回ること", "下回り") : .noun(stem + "未満")
    case .equal:
      switch last.value.kind {
      case .literal(let literal) where bounds.count == 1 && !literal.isNothingOrAll: return .noun(head + "ちょうど" + limit)
      case .literal, .name, .date, .dayOfYear, .yesOrNo: return .noun(stem)
      default: return .verb(stem + "と", "一致する", "一致すること", "一致し")
      }
    case .notEqual: return .verb(stem, "でない", "でないこと", "でなく")
    }
  }

  /// Whether two limits may stand beside each other without a word: 60%以上80%以下.
  private func isSpan(_ bound: BoundSyntax, _ next: BoundSyntax) -> Bool {
    bound.relation.leavesOpen(next.relation) && next.value.asShare(alike: bound.value) == next.value
  }

  /// 前期の1.28倍: of the same figure in another year.
  private func multipleOfItself(_ value: ExpressionSyntax, _ figure: ExpressionSyntax) -> String? {
    if isPlain, case .inYear(let year, figure) = value.kind, case .numberOfAreas = figure.kind { return yearReference(year) }
    guard isPlain, case .arithmetic(.times, let left, let right) = value.kind, case .literal(let factor) = left.kind,
      factor.unit == nil, case .inYear(let year, figure) = right.kind, isName(figure)
    else { return nil }
    let isFraction = factor.decimals == 0 && !factor.value.isWhole
    if factor.value == Rational(mantissa: 5, scale: 1), isFraction { return yearReference(year) + "の半分" }
    return yearReference(year) + "の" + literal(factor) + (isFraction ? "" : "倍")
  }

  /// 「X」が5年間で増加傾向にある: the slope is above zero.
  private func tendency(_ bound: BoundSyntax, of figure: ExpressionSyntax) -> JapaneseClause? {
    guard let (name, years) = tendency(of: figure, bound) else { return nil }
    let direction = bound.relation == .moreThan ? "増加傾向に" : "減少傾向に"
    return .verb(self.figure(name) + "が" + String(years) + "年間で" + direction, "ある", "あること", "あり")
  }

  /// 「B」を5ポイント以上上回る: a figure and a distance from it.
  private func distance(_ head: String, _ bound: BoundSyntax) -> JapaneseClause? {
    guard case .arithmetic(let operation, let base, let amount) = bound.value.kind, isPlainFigure(base),
      let literal = amount.asLiteral, literal.unit != .percent
    else { return nil }
    let stem = head + figure(base) + "を" + self.literal(literal)
    switch (operation, bound.relation) {
    case (.plus, .atLeast): return .verb(stem + "以上", "上回る", "上回ること", "上回り")
    case (.plus, .moreThan): return .verb(stem + "を超えて", "上回る", "上回ること", "上回り")
    case (.minus, .atMost): return .verb(stem + "以上", "下回る", "下回ること", "下回り")
    case (.minus, .lessThan): return .verb(stem + "を超えて", "下回る", "下回ること", "下回り")
    default: return nil
    }
  }

  private func isInPoints(_ expression: ExpressionSyntax) -> Bool {
    if case .literal(let literal) = expression.kind { return literal.unit == .points }
    return false
  }

  private func isDay(_ expression: ExpressionSyntax) -> Bool {
    switch expression.kind {
    case .date, .dayOfYear: true
    default: false
    }
  }

  /// A bound that another one follows: 1回以上(3回以下).
  private func inner(_ bound: BoundSyntax) -> String {
    let value = expression(bound.value)
    if case .tolerance = bound.value.kind { return value + (bound.relation == .notEqual ? "以内でなく" : "以内") }
    switch bound.relation {
    case .atLeast: return value + "以上"
    case .atMost: return value + "以下"
    case .moreThan: return value + "を超え"
    case .lessThan: return value + "未満"
    case .equal: return value
    case .notEqual: return value + "でなく"
    }
  }

  /// 3つ以上, ちょうど3つ.
  private func pieces(_ relation: Relation, _ count: LiteralSyntax) -> String {
    let digits = literal(count)
    let counted = count.unit == nil ? digits + (digits.utf8.count == 1 ? "つ" : "個") : digits
    switch relation {
    case .atLeast: return counted + "以上"
    case .atMost: return counted + "以下"
    case .moreThan: return counted + "超"
    case .lessThan: return counted + "未満"
    case .equal: return "ちょうど" + counted
    case .notEqual: return counted + "でない"
    }
  }

  // MARK: Changes and outcomes

  /// Numbers 増減, shares 上昇 or 低下.
  private func japaneseTrend(_ stem: String, _ trend: Trend, ofShare: Bool) -> JapaneseClause {
    let (up, down) = ofShare ? ("上昇", "低下") : ("増加", "減少")
    return switch trend {
    case .doesNotFall: .verb(stem + down, "しない", "しないこと", "せず")
    case .doesNotRise: .verb(stem + up, "しない", "しないこと", "せず")
    case .rises: .verb(stem + up, "している", "していること", "し")
    case .falls: .verb(stem + down, "している", "していること", "し")
    }
  }

  /// 2年連続で前年度以上: a denial of years running could be read as one of all together.
  private func yearsRunning(_ figure: ExpressionSyntax, _ trend: TrendSyntax) -> JapaneseClause? {
    guard isPlain, isName(figure), trend.amount == nil, case .eachOf(let years) = trend.start, years > 1 else { return nil }
    let stem = expression(figure) + "が" + String(years) + "年連続で前年度"
    switch trend.trend {
    case .doesNotFall: return .noun(stem + "以上")
    case .doesNotRise: return .noun(stem + "以下")
    case .rises, .falls: return nil
    }
  }

  private func japaneseOutcome(_ target: NameSyntax, _ verdict: Verdict, _ year: YearReference) -> JapaneseClause {
    let when = year == .yearsAgo(0) ? "" : yearReference(year) + "に"
    let stem = when + "目標" + name(target)
    if verdict == .met { return .verb(stem + "を", "達成した", "達成していること", "達成しており") }
    return .noun(stem + "が" + verdictWord(verdict))
  }
}
