import Diagnostics

/// What an area has done or not, of which a form asks yes or no: `has set up [X]`, 「X」を設置している.
extension Parser {
  /// `set up [X]`, `not set up [X] and [Y]`: has or have stands before it.
  mutating func parseEnglishDeed(_ start: Int) -> ConditionSyntax? {
    let isDone = !take(.not)
    guard isASCII(current), take(.deed) else { return nil }
    if isDone, case .number = current.kind { return parseAmountFirst(start) }
    skip([.either])
    guard let first = parseExpression() else { return nil }
    var figures = [first]
    if let others = attempt({ $0.parseAlternativesToName() }) {
      // has not set up [A] or [B]: neither
      if !isDone { return deed(figures + others, false, start) }
      return ConditionSyntax(.or((figures + others).map { done($0, isDone, start) }), place(from: start))
    }
    while let next = attempt({ $0.parseFurtherReported() }) { figures.append(next) }
    if !isDone, figures.count > 1 { reportDeedsDenied(figures, start) }
    return deed(figures, isDone, start)
  }

  /// `has not set up [A] and [B]`: not both of them, or neither.
  private mutating func reportDeedsDenied(_ figures: [ExpressionSyntax], _ start: Int) {
    let names = figures.map { source(of: $0) }
    let deed = text(of: tokens[start + (isWord(.not, at: start) ? 1 : 0)])
    report(
      .unclearReach, at: place(from: start),
      Wording("one of them may be missing, or all of them", "一つでもないことか、すべてないことかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write has not \(deed) \(names.joined(separator: " or ")), where none is there; \(names.map { $0 + " is no" }.joined(separator: " or ")), where one is missing",
        "すべてないなら「\(names.joined(separator: "及び"))がいずれもいいえ」、一つでもないなら「\(names.joined(separator: "又は"))がいいえ」と書いてください"))
  }

  /// The `or [B]` of `has set up [A] or [B]`, where nothing follows that would make it a clause of its own.
  mutating func parseAlternativesToName() -> [ExpressionSyntax]? {
    var others: [ExpressionSyntax] = []
    while isSign(.comma), startsName(ahead: 1) {
      // [A], [B] or [C]
      advance()
      if isArticle { advance() }
      guard let next = takeNameAsFigure() else { return nil }
      others.append(next)
    }
    if !others.isEmpty, isSign(.comma), isWord(.or, ahead: 1) { advance() }
    let listed = others.count
    while take(.or) {
      if isArticle { advance() }
      guard let next = takeNameAsFigure() else { break }
      others.append(next)
    }
    return others.count == listed || !endsDeed ? nil : others
  }

  /// `has [X]`, `has [A] and [B]`, `has either [A] or [B]`: a yes to the question whether there is one.
  mutating func parseOwned(_ start: Int) -> ConditionSyntax? {
    if isWord(.verb) { advance() }
    guard isWord(.verb, at: position - 1), ["has", "have"].contains(text(of: tokens[position - 1])) else { return nil }
    skip([.either, .each])
    if isArticle { advance() }
    guard let first = takeNameAsFigure(), !isBoundWord(currentWord) else { return nil }
    if let others = attempt({ $0.parseAlternativesToName() }) {
      return ConditionSyntax(.or(([first] + others).map { done($0, true, start) }), place(from: start))
    }
    var figures = [first]
    while takeListSeparator() {
      if isArticle { advance() }
      guard let next = takeNameAsFigure() else { return nil }
      figures.append(next)
    }
    return endsDeed ? deed(figures, true, start) : nil
  }

  /// Whether nothing follows but another clause, or the years of the target.
  var endsDeed: Bool {
    if endsClause { return true }
    let tellsYear = isWord(.by) || isWord(.from) || isWord(.since) || isWord(.until) || isWord(.inWord)
    return tellsYear && isFiscalYear(peek())
  }

  private func done(_ figure: ExpressionSyntax, _ isDone: Bool, _ start: Int) -> ConditionSyntax {
    let answer = BoundSyntax(.equal, ExpressionSyntax(.yesOrNo(isDone), figure.place))
    return ConditionSyntax(.bounds(figure, [answer]), figure.place)
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
    if figures.count > 1 { reportDenialOfSeveral(figures, written(position - 1, position), start) }
    if case .word(_, false) = tokens[position - 1].kind { skipEnding() }
    return ConditionSyntax(.not(ConditionSyntax(.reports(figures), place(from: start))), place(from: start))
  }

  /// 「A」及び「B」を設置していない, also 「A」又は「B」: one of them is missing, or all.
  mutating func reportDenialOfSeveral(_ figures: [ExpressionSyntax], _ denial: String, _ start: Int) {
    let each = figures.map { source(of: $0) + "を" + denial }
    report(
      .unclearReach, at: place(from: start),
      Wording("one of them may be missing, or all of them", "一つでもないことか、すべてないことかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "join what is missing by and, or by or: not [A] is reported and not [B] is reported",
        "「（\(each.joined(separator: "、かつ"))）」か「（\(each.joined(separator: "、又は"))）」と書いてください"))
  }

  func source(of figure: ExpressionSyntax) -> String { source(of: figure.place) }

  /// A figure as it is written, with the `the` before it.
  func sourceWithArticle(_ figure: ExpressionSyntax) -> String {
    let start = Int(figure.place.span.start)
    let hasArticle = start >= 4 && text.bytes[start - 4..<start].elementsEqual("the ".utf8)
    return (hasArticle ? "the " : "") + source(of: figure)
  }

  func source(of place: Place) -> String {
    String(decoding: text.bytes[Int(place.span.start)..<Int(place.span.end)], as: UTF8.self)
  }
}
