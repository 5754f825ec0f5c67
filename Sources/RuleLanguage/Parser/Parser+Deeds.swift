import Diagnostics

/// What an area has done or not, of which a form asks yes or no: `has set up [X]`, 「X」を設置している.
extension Parser {
  /// `set up [X]`, `not set up [X] and [Y]`: has or have stands before it.
  mutating func parseEnglishDeed(_ start: Int) -> ConditionSyntax? {
    let isDone = !take(.not)
    guard isASCII(current), take(.deed) else { return nil }
    if isDone, case .number = current.kind { return parseAmountFirst(start) }
    guard let first = parseExpression() else { return nil }
    var figures = [first]
    while let next = attempt({ $0.parseFurtherReported() }) { figures.append(next) }
    return deed(figures, isDone, start)
  }

  /// `[X] has been published`, 「X」を公表している; nothing has been read where an amount stands before the deed.
  mutating func parseDeed(_ figures: [ExpressionSyntax], start: Int) -> ConditionSyntax? {
    takeDeed().map { deed(figures, $0, start) } ?? nil
  }

  /// The `are in place` of `at least 3 of [A], [B] and [C] are in place`.
  mutating func parseDeedAnswer() -> [BoundSyntax]? {
    let start = position
    guard let isDone = attempt({ $0.takeDeed() }) else { return nil }
    return [BoundSyntax(.equal, ExpressionSyntax(.yesOrNo(isDone), place(from: start)))]
  }

  /// Whether the deed that is read here is done.
  private mutating func takeDeed() -> Bool? {
    var isDone = true
    while isWord(.isWord) || isWord(.verb) || isWord(.each) && isASCII(current) || isWord(.not)
      || isWord(.notEqual) && isASCII(current)
    {
      if isWord(.not) || isWord(.notEqual) { isDone = false }
      advance()
    }
    if take(.undone) {
      isDone = false
    } else if !take(.deed) {
      return nil
    }
    if !joined { skipEnding() }
    return isDone
  }

  /// The 設置している of のいずれかを設置している, のうち3つ以上を設置している.
  mutating func takeJapaneseDeed() -> [BoundSyntax]? {
    guard !isASCII(current), isWord(.deed) || isWord(.undone) else { return nil }
    let answer = BoundSyntax(.equal, ExpressionSyntax(.yesOrNo(isWord(.deed)), current.place(in: file)))
    advance()
    if !joined { skipEnding() }
    return [answer]
  }

  private var joined: Bool {
    if case .word(_, true) = tokens[max(0, position - 1)].kind { return true }
    return false
  }

  private func deed(_ figures: [ExpressionSyntax], _ isDone: Bool, _ start: Int) -> ConditionSyntax? {
    guard let first = figures.first else { return nil }
    let answer = BoundSyntax(.equal, ExpressionSyntax(.yesOrNo(isDone), place(from: start)))
    if figures.count == 1 { return ConditionSyntax(.bounds(first, [answer]), place(from: start)) }
    return ConditionSyntax(.each(figures, [answer]), place(from: start))
  }

  // MARK: Not reported

  /// 「X」を報告していない. Of several figures it would not be certain whether one is missing or all.
  mutating func notReported(_ figures: [ExpressionSyntax], _ start: Int) -> ConditionSyntax {
    let denial = written(position - 1, position)
    if figures.count > 1 {
      let each = figures.map { source(of: $0) + "を" + denial }
      report(
        .unclearReach, at: place(from: start),
        Wording("one figure may be missing, or all of them", "一つでも報告していないことか、すべて報告していないことかが決まりません"),
        reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
        mend: Wording(
          "join them by and, or by or: not [A] is reported and not [B] is reported",
          "「\(each.joined(separator: "、かつ"))」か「\(each.joined(separator: "、又は"))」と書いてください"))
    }
    if case .word(_, false) = tokens[position - 1].kind { skipEnding() }
    return ConditionSyntax(.not(ConditionSyntax(.reports(figures), place(from: start))), place(from: start))
  }

  private func source(of figure: ExpressionSyntax) -> String {
    String(decoding: text.bytes[Int(figure.place.span.start)..<Int(figure.place.span.end)], as: UTF8.self)
  }
}
