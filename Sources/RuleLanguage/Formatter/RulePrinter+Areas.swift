import Quantities

/// Areas among each other: classes, ranks, deviations, and numbers of areas inside a demand.
extension RulePrinter {
  // MARK: Declarations

  func block(_ group: GroupSyntax, _ start: Int32) -> FormattedBlock {
    let value = expression(group.value)
    var block = FormattedBlock(start, head(.group, declaredName(group.name)) + either(" by " + value, " " + value + "による"))
    for part in group.classes {
      block.add(part.name.name.place, declaredName(part.name) + either(" " + limits(part.bounds), limits(part.bounds)))
    }
    return block
  }

  private func limits(_ bounds: [BoundSyntax]) -> String {
    if isEnglish { return bounds.map { relationWord($0.relation) + " " + expression($0.value) }.joined(separator: " and ") }
    return bounds.map { bound in
      let value = expression(bound.value)
      switch bound.relation {
      case .atLeast: return value + "以上"
      case .atMost: return value + "以下"
      case .moreThan: return value + "超"
      case .lessThan: return value + "未満"
      case .equal: return value
      case .notEqual: return value + "でない"
      }
    }.joined()
  }

  func block(_ breakdown: BreakdownSyntax, _ start: Int32) -> FormattedBlock {
    let parts = breakdown.parts.map { declaredName($0) }.joined(separator: either(", ", "、"))
    return FormattedBlock(start, head(.breakdown, declaredName(breakdown.name)) + " " + parts)
  }

  // MARK: Peers

  func areas(_ peers: PeersSyntax, all: Bool) -> String {
    let word = level(peers.level, plural: true)
    if isEnglish {
      return word + (peers.group.map { " of the same " + name($0) } ?? "") + (peers.within.map { " in the " + level($0) } ?? "")
    }
    let within = peers.within.map { level($0) + "の" } ?? ""
    return within + (peers.group.map { "同じ" + name($0) + "の" + word } ?? "全" + word)
  }

  func ofPeers(_ aggregate: Aggregate, _ inner: ExpressionSyntax?, _ peers: PeersSyntax) -> String {
    let word = self.word(aggregateWord(aggregate))
    guard let inner else {
      return either("the " + word + " of " + areas(peers, all: true), areas(peers, all: true) + "の" + word)
    }
    let figure = isName(inner) ? self.figure(inner) : bracketed(expression(inner))
    return either(
      "the " + word + " " + figure + " of " + areas(peers, all: true), areas(peers, all: true) + "の" + figure + "の" + word)
  }

  func deviated(_ average: ExpressionSyntax, _ operation: Arithmetic, _ amount: LiteralSyntax) -> String {
    let (mean, count) = (expression(average), literal(amount))
    if isEnglish {
      return mean + (operation == .minus ? " less " : " plus ") + count
        + (amount.value == .one ? " standard deviation" : " standard deviations")
    }
    return mean + (operation == .minus ? "から標準偏差の" + count + "倍を引いた値" : "に標準偏差の" + count + "倍を加えた値")
  }

  // MARK: Ranks

  func english(_ rank: RankSyntax) -> String {
    var text = (rank.end == .top ? "in the top " : "in the bottom ") + literal(rank.amount)
    if case .level(let level) = rank.amount.unit, level.index == rank.peers.level.index {
      let tail = areas(rank.peers, all: false).dropFirst(self.level(rank.peers.level, plural: true).count)
      text += String(tail)
    } else {
      text += " of " + areas(rank.peers, all: false)
    }
    if rank.lowestFirst { text += ", lowest first" }
    if rank.zerosLeftOut { text += ", areas at zero left out" }
    return text
  }

  func japanese(_ rank: RankSyntax, of figure: ExpressionSyntax) -> JapaneseClause {
    let order = rank.lowestFirst ? "低い順で" : ""
    let zeros = rank.zerosLeftOut ? "（0の" + level(rank.peers.level) + "は除く）" : ""
    let stem =
      expression(figure) + "が" + areas(rank.peers, all: true) + zeros + "の" + order
      + (rank.end == .top ? "上位" : "下位") + literal(rank.amount) + "に"
    return .verb(stem, "入る", "入ること", "入り")
  }

  // MARK: Numbers of areas

  func isNone(_ amount: LiteralSyntax) -> Bool {
    if case .level = amount.unit { return amount.value.isZero }
    return false
  }

  /// `no ward`, of which Japanese says that there is none.
  func isNone(_ subject: SubjectSyntax) -> Bool {
    guard case .numberOf(_, .equal, let amount) = subject.kind else { return false }
    return isNone(amount) && subject.filter.condition == nil
  }

  func englishAreas(_ subject: SubjectSyntax, _ inner: ConditionSyntax) -> String {
    if let verb = verbPhrase(inner, isPlural: isPlural(subject)) { return englishSubject(subject) + " " + verb }
    if isPlain, let limits = limitsBehindVerb(inner) {
      return englishSubject(subject) + (isPlural(subject) ? " have " : " has ") + limits
    }
    return englishSubject(subject) + ": " + clause(inner, .inOr)
  }

  /// Behind a colon and a number of areas a second colon would be hard to read: `at least half of facilities have [X] at least 30%`.
  private func limitsBehindVerb(_ inner: ConditionSyntax) -> String? {
    if case .forEach(let breakdown, let each) = inner.kind {
      return limitsBehindVerb(each).map { $0 + " for each " + name(breakdown) }
    }
    guard case .bounds(let figure, let bounds) = inner.kind, isName(figure),
      bounds.allSatisfy({ $0.relation != .equal && $0.relation != .notEqual })
    else { return nil }
    return expression(figure) + " " + englishBounds(bounds, of: figure, verb: "").drop { $0 == " " }
  }

  func japaneseAreas(_ subject: SubjectSyntax, _ inner: ConditionSyntax) -> JapaneseClause {
    if isNone(subject), case .numberOf(let level, _, _) = subject.kind {
      let except = subject.filter.except
      let but = except.isEmpty ? "" : list(except.map { name($0) }) + "を除き、"
      return .verb(but + attributive(inner, before: self.level(level)) + "が", "ない", "ないこと", "なく")
    }
    let clause = areasClause(inner)
    let stem = japaneseSubject(subject)
    return JapaneseClause(
      isNoun: clause.isNoun, attributive: stem + clause.attributive, final: stem + clause.final, joining: stem + clause.joining)
  }

  /// 「X」が前年度から増加しない市町村が3市町村以上であること: behind a number of areas the denial might be said of the number.
  func deniedByNumber(_ subject: SubjectSyntax, _ demand: ConditionSyntax) -> String? {
    guard case .numberOf(let level, let relation, let amount) = subject.kind, subject.filter == FilterSyntax(),
      !amount.isNothingOrAll, demand.isPlainDenial
    else { return nil }
    let areas = attributive(demand, before: self.level(level)) + "が"
    if relation == .moreThan { return areas + (isHalf(amount) ? "半数" : literal(amount)) + "を超えること" }
    return areas + share(relation, amount) + "であること"
  }

  private func areasClause(_ inner: ConditionSyntax) -> JapaneseClause {
    switch inner.kind {
    case .areas where isPlain: japanese(inner)
    case .and, .or, .areas: .noun(bracketed(japanese(inner).attributive))
    default: japanese(inner)
    }
  }

  /// Whom `すべての…で` speaks of: 市町村, 市町村又はその圏域.
  func allAreas(_ kind: SubjectSyntax.Kind) -> (LevelSyntax, String) {
    switch kind {
    case .everyOr(let level, let upper): (level, self.level(level) + "又はその" + self.level(upper))
    case .every(let level), .the(let level), .numberOf(let level, _, _): (level, self.level(level))
    }
  }

  // MARK: Breakdowns

  func perEach(_ breakdown: NameSyntax, _ inner: ConditionSyntax) -> JapaneseClause {
    let clause = areasClause(inner)
    let stem = name(breakdown) + "ごとに"
    return JapaneseClause(
      isNoun: clause.isNoun, attributive: stem + clause.attributive, final: stem + clause.final, joining: stem + clause.joining)
  }
}
