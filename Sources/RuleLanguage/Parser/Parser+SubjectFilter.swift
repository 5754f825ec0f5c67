import Diagnostics
import Quantities

/// Which areas of a level are meant: `except [West]`, `where [X] is 0`, 「人口」が10万人以上の区で, 「中央区」を除くすべての区で.
extension Parser {
  /// The 以外 of 「X」が60%以上の区以外は, the 以外の区 of 「X」が60%以上の区以外の区で: those are left out.
  mutating func takeAllBut() -> Bool {
    guard isWord(.except), text(of: current) == "以外" else { return false }
    advance()
    if isWord(.particleNo) {
      let ahead = isWord(.every, ahead: 1) ? 2 : 1
      if isLevelToken(peek(ahead)) { position += ahead + 1 }
    }
    return true
  }

  /// The 「中央区」を除く。 of すべての区（「中央区」を除く。）で.
  mutating func parseBracketedExceptions() -> [NameSyntax]? {
    guard take(.open) else { return nil }
    let names = takeNames()
    skip([.particleWo])
    guard !names.isEmpty, take(.except) else { return nil }
    _ = take(.stop)
    return take(.close) ? names : nil
  }

  /// The （「人口」が10万人未満の区を除く。） of すべての区（…）で: the areas that are left.
  mutating func parseBracketedCondition() -> ConditionSyntax? {
    guard take(.open), let condition = parseAside() else { return nil }
    skip([.ending, .particleNo])
    guard takeLevel() != nil else { return nil }
    skip([.particleWo, .particleWa])
    guard take(.except) else { return nil }
    _ = take(.stop)
    return take(.close) ? condition.opposite : nil
  }

  /// The の区を除き、すべての of 「人口」が10万人未満の区を除き、すべての区で: the areas that are left.
  private mutating func takeExceptedLevel() -> Bool? {
    skip([.ending, .particleNo])
    guard takeLevel() != nil, take(.particleWo), take(.except) else { return nil }
    skipPauses()
    skip([.particleNo])
    return take(.every) ? true : nil
  }

  /// Behind the level of a subject, in any order and number: `except 「中央区」`, `except where …`, `where …`, `in the top 30% …`;
  /// then the で of a Japanese one.
  mutating func parseFilterBehind(_ start: Int, _ filter: FilterSyntax = FilterSyntax()) -> FilterSyntax? {
    var except = filter.except
    var conditions: [ConditionSyntax] = []
    if let condition = filter.condition { conditions.append(condition) }
    while true {
      if (isSign(.comma) || isSign(.pause)), isWord(.except, ahead: 1) { advance() }
      if isWord(.except) && !isWord(.particleDe, ahead: 1) || startsButNames {
        guard let (names, condition) = parseExcept() else { return nil }
        except += names
        if let condition { conditions.append(condition) }
      } else if take(.whereWord) || take(.thatWord) {
        guard let condition = parseAside() else { return nil }
        conditions.append(condition)
      } else if isWord(.top) || isWord(.bottom), let ranked = attempt({ $0.parseRankByFigure() }) {
        conditions.append(ranked)
      } else {
        break
      }
      skipPauses()
    }
    takePlaceParticle()
    let condition = conditions.count > 1 ? ConditionSyntax(.and(conditions), place(from: start)) : conditions.first
    return FilterSyntax(except: except, condition: condition)
  }

  /// The `but [West]` of `every ward but [West]`.
  private var startsButNames: Bool {
    guard isWord(.and), text(of: current) == "but", case .name = peek().kind, case .word(let word, _) = peek(2).kind else {
      return false
    }
    return word == .verb || word == .reports || word == .and
  }

  /// `except 「中央区」 and 「北区」`; `except where [X] is less than 10`: the areas where that does not hold.
  mutating func parseExcept() -> (names: [NameSyntax], condition: ConditionSyntax?)? {
    advance()
    // except wards where …, except in [West]
    if isLevelToken(current), isWord(.whereWord, ahead: 1) || isWord(.thatWord, ahead: 1) { advance() }
    if isWord(.inWord), case .name = peek().kind { advance() }
    if take(.whereWord) || take(.thatWord) { return parseCondition().map { ([], $0.opposite) } }
    let names = takeNames()
    if names.isEmpty {
      reportUnexpected(
        Wording("the areas that are excepted, or where and a condition", "除く地域の名前、または条件"),
        mend: Wording("every ward except [West], or: every ward except where [X] is 0", "「中央区」を除くすべての区で、のように書いてください"))
      return nil
    }
    return (names, nil)
  }

  /// `「中央区」及び「北区」を除くすべての区で`, `「人口」が10万人以上の区で`, `前年度に目標「T」が未達成の区で`.
  mutating func parseFilteredSubject(_ start: Int) -> SubjectSyntax? {
    guard subjectEnd != nil || leavesAreasOut else {
      reportMissingSubject(start)
      return nil
    }
    let excepted: [NameSyntax]? = attempt { parser in
      let names = parser.takeNames()
      parser.skip([.particleWo])
      guard !names.isEmpty, parser.take(.except) else { return nil }
      parser.skip([.particleNo])
      parser.skipPauses()
      return names
    }
    if let ranked = attempt({ $0.parseRankedSubject(start, except: excepted ?? []) }) { return ranked }
    if excepted == nil, let named = attempt({ $0.parseJapaneseNamedAreas(start) }) { return named }
    var filter = FilterSyntax(except: excepted ?? [])
    if excepted == nil || startsFilter {
      guard let condition = parseAside() else { return nil }
      if attempt({ $0.takeExceptedLevel() }) != nil {
        return parseEvery(start, filter: FilterSyntax(except: filter.except, condition: condition.opposite))
      }
      if let level = attempt({ $0.takeAreasLeftOut() }) {
        return SubjectSyntax(.every(level), filter: FilterSyntax(condition: condition.opposite), place(from: start))
      }
      filter = FilterSyntax(except: filter.except, condition: condition)
      _ = take(.ending)
      _ = take(.particleNo)
    }
    if case .level(let index) = current.kind, isWord(.particleNo, ahead: 1), isWord(.amongWord, ahead: 2) {
      let level = LevelSyntax(index, current.place(in: file))
      for _ in 0..<3 { advance() }
      skipPauses()
      return parseJapaneseShare(start, level, filter: filter)
    }
    if case .number = current.kind, let counted = parseJapaneseNumberOfAreas(start) {
      return SubjectSyntax(counted.kind, filter: filter, place(from: start))
    }
    _ = take(.every)
    return parseEvery(start, filter: filter)
  }

  /// Whether behind 「北区」を除く、 a condition goes on: 「人口」が10万人以上の区で.
  private var startsFilter: Bool {
    switch current.kind {
    case .name, .bare, .sign(.open), .word(.target, _): true
    default: isYearReference(current)
    }
  }
}
