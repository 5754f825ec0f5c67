import Diagnostics
import Quantities

/// Whom a requirement speaks of: `every ward`, 23区以上で, 「人口」が10万人以上の区で.
extension Parser {
  mutating func parseSubject() -> SubjectSyntax? {
    let start = position
    guard let subject = parseSubjectKind(start) else { return nil }
    if case .every(let level) = subject.kind { subjectLevel = level }
    takeModal()
    skip([.verb])
    if isWord(.isWord), !isWord(.not, ahead: 1) { advance() }
    if isWord(.reports), !startsFigure(peek()) { advance() }
    _ = take(.colon)
    return subject
  }

  mutating func parseSubjectKind(_ start: Int) -> SubjectSyntax? {
    if isWord(.inWord) || isWord(.annually) || isWord(.forWord) && isWord(.every, ahead: 1) { advance() }
    switch current.kind {
    case .word(.every, _), .word(.each, _):
      advance()
      // each of the wards
      if isWord(.of), isWord(.the, ahead: 1), isLevelToken(peek(2)) { position += 2 }
      return parseEvery(start, filter: FilterSyntax())
    case .word(.no, _):
      advance()
      return parseNoArea(start)
    case .word(.the, _):
      advance()
      return parseThe(start)
    case .level: return parseLevelFirst(start)
    case .word(.atLeast, _), .word(.atMost, _), .word(.moreThan, _), .word(.lessThan, _), .word(.exactly, _):
      return parseEnglishNumberOfAreas(start)
    case .number where isWord(.yearsAgo, ahead: 1) || isWord(.running, ahead: 1): return parseFilteredSubject(start)
    case .number where isWord(.atLeast, ahead: 2) && text.bytes[Int(peek(2).start)] < 0x80:
      return parseEnglishNumberOfAreas(start)
    case .number, .word(.half, _): return parseJapaneseNumberOfAreas(start)
    default: return parseFilteredSubject(start)
    }
  }

  /// `every ward except 「中央区」 where …`; `すべての区で`.
  private mutating func parseEvery(_ start: Int, filter: FilterSyntax) -> SubjectSyntax? {
    guard let level = takeLevel() else {
      if isWord(.and), case .number = peek().kind { reportAllBut() } else { reportLevel() }
      return nil
    }
    if isWord(.particleNo), case .number = peek().kind {
      advance()
      return parseJapaneseShare(start, level, filter: filter)
    }
    skipAreaAbove(level)
    if take(.orIts) {
      guard let upper = takeLevel() else {
        reportLevel()
        return nil
      }
      guard let filter = parseFilterBehind(start, filter) else { return nil }
      return SubjectSyntax(.everyOr(level, upper), filter: filter, place(from: start))
    }
    let bracketed = attempt { $0.parseBracketedExceptions() } ?? []
    // 「X」が60%以上の区以外は
    let left = filter.condition.map { takeAllBut() ? $0.opposite : $0 } ?? attempt { $0.parseBracketedCondition() }
    let named = FilterSyntax(except: filter.except + bracketed, condition: left)
    if isWord(.particleDe), text(of: current).hasPrefix("全体") { reportWhole(level) }
    guard let filter = parseFilterBehind(start, named) else { return nil }
    return SubjectSyntax(.every(level), filter: filter, place(from: start))
  }

  /// すべての区全体で: each of them, or all added up.
  private mutating func reportWhole(_ level: LevelSyntax) {
    let area = written(position - 1, position)
    let above =
      levels.indices.contains(level.index + 1) ? levels[level.index + 1].first { !$0.utf8.allSatisfy { $0 < 0x80 } } : nil
    let whole = above ?? "市"
    report(
      .unclearReach, at: current.place(in: file),
      Wording("it is not said whether each area is meant or all of them added up", "一つ一つの\(area)か、すべてを合わせた値かが決まりません"),
      reason: Wording("every target is judged for one area at a time", "目標は、地域ごとに判定します"),
      mend: Wording(
        "write every ward, or the city's total [X]",
        "一つ一つなら「すべての\(area)で」、合わせた値なら「\(whole)で、\(whole)の「X」の合計が…」のように書いてください"))
  }

  /// The 以外 of 「X」が60%以上の区以外は, the 以外の区 of 「X」が60%以上の区以外の区で: those are left out.
  private mutating func takeAllBut() -> Bool {
    guard isWord(.except), text(of: current) == "以外" else { return false }
    advance()
    if isWord(.particleNo) {
      let ahead = isWord(.every, ahead: 1) ? 2 : 1
      if isLevelToken(peek(ahead)) { position += ahead + 1 }
    }
    return true
  }

  /// The 「中央区」を除く。 of すべての区（「中央区」を除く。）で.
  private mutating func parseBracketedExceptions() -> [NameSyntax]? {
    guard take(.open) else { return nil }
    let names = takeNames()
    skip([.particleWo])
    guard !names.isEmpty, take(.except) else { return nil }
    _ = take(.stop)
    return take(.close) ? names : nil
  }

  /// The （「人口」が10万人未満の区を除く。） of すべての区（…）で: the areas that are left.
  private mutating func parseBracketedCondition() -> ConditionSyntax? {
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

  /// The で of すべての区で, also in では; は behind a filter; が and も; の where the figure follows: 各区の「X」が….
  mutating func takePlaceParticle() {
    if isWord(.particleNo) || isWord(.possessive), startsFigure(peek()) {
      if isWord(.particleNo), case .level(let index) = tokens[position - 1].kind {
        owner = (LevelSyntax(index, tokens[position - 1].place(in: file)), position + 1)
      }
      return advance()
    }
    if take(.particleGa) || take(.particleMo) || take(.particleNi) { return }
    _ = take(.particleDe)
    _ = take(.particleMo)
    _ = take(.particleWa)
  }

  /// `市で`, `区の7割以上で`; in `市の「X」の合計が…` the figure itself says who: then nothing is read.
  private mutating func parseLevelFirst(_ start: Int) -> SubjectSyntax? {
    if isWord(.perEach, ahead: 1), let level = takeLevel() {
      // 圏域ごとに
      advance()
      return SubjectSyntax(.every(level), filter: FilterSyntax(), place(from: start))
    }
    guard isWord(.particleNo, ahead: 1) else { return parseThe(start) }
    if isWord(.every, ahead: 2), isLevelToken(peek(3)), !isWord(.particleNo, ahead: 4) {
      // 県内のすべての市町村で: all of them lie in one.
      position += 3
      return parseEvery(start, filter: FilterSyntax())
    }
    guard case .level(let index) = current.kind else { return nil }
    let level = LevelSyntax(index, current.place(in: file))
    let share = isWord(.amongWord, ahead: 2) ? 3 : 2
    if case .number = peek(share).kind {
      position += share
      return parseJapaneseShare(start, level, filter: FilterSyntax())
    }
    return SubjectSyntax(.the(level), filter: FilterSyntax(), current.place(in: file))
  }

  /// `全区の70%以上で`: the number behind the level.
  private mutating func parseJapaneseShare(_ start: Int, _ level: LevelSyntax, filter: FilterSyntax) -> SubjectSyntax? {
    let isExact = take(.exactly)
    guard let amount = takeLiteral() else { return nil }
    _ = take(.particleWo)
    let relation = takeBoundWord() ?? (isExact ? .equal : bareRelation(amount))
    takePlaceParticle()
    return SubjectSyntax(.numberOf(level, relation, amount), filter: filter, place(from: start))
  }

  /// `no ward has …`: exactly none.
  private mutating func parseNoArea(_ start: Int) -> SubjectSyntax? {
    guard let level = takeLevel() else {
      reportLevel()
      return nil
    }
    let none = LiteralSyntax(.zero, decimals: 0, unit: .level(level), level.place)
    return parseAreasOfNumber(start, level, .equal, none)
  }

  private mutating func parseThe(_ start: Int) -> SubjectSyntax? {
    guard let level = takeLevel() else {
      reportLevel()
      return nil
    }
    // In `the city's total [X] is …` and `the city average of [X] is …` the figure itself says who.
    if isWord(.possessive) || isWord(.average) && isWord(.of, ahead: 1) && isASCII(current) {
      position = start
      // Whose the figure is is certain in English: its level stands for itself.
      let subject = LevelSyntax(level.index, tokens[start].place(in: file))
      return SubjectSyntax(.the(subject), filter: FilterSyntax(), level.place)
    }
    if let named = attempt({ $0.parseNamedAreas(start, level) }) { return named }
    takePlaceParticle()
    return SubjectSyntax(.the(level), filter: FilterSyntax(), place(from: start))
  }

  /// The `[West] and [North]` of `the wards [West] and [North] hold …`: a verb or a colon tells them from figures.
  private mutating func parseNamedAreas(_ start: Int, _ level: LevelSyntax) -> SubjectSyntax? {
    guard isASCII(tokens[position - 1]), case .name = current.kind else { return nil }
    let names = takeNames()
    let end = position
    skipPauses()
    switch currentWord {
    case .verb, .reports, .deed, .modal, .must, .should: break
    default: guard isSign(.colon) || position > end else { return nil }
    }
    return SubjectSyntax(.every(level), filter: FilterSyntax(only: names), place(from: start))
  }

  /// 「西成区」の区で, 「西成区」及び「北区」の各区で; nothing has been read where there is none.
  private mutating func parseJapaneseNamedAreas(_ start: Int) -> SubjectSyntax? {
    let names = takeNames()
    guard !names.isEmpty, take(.particleNo) else { return nil }
    _ = take(.every)
    guard let level = takeLevel(), isWord(.particleDe) || isWord(.particleWa) || isWord(.particleGa) else { return nil }
    takePlaceParticle()
    return SubjectSyntax(.every(level), filter: FilterSyntax(only: names), place(from: start))
  }

  /// `all but two wards have …`: it is said of those that do not.
  private mutating func reportAllBut() {
    let end = position + (isLevelToken(peek(2)) ? 3 : 2)
    let number = written(position + 1, end)
    report(
      .unexpectedWord, at: current.place(in: file),
      Wording("how many areas may miss it is not said of those that meet it", "満たさなくてよい地域の数は、満たさない地域について書きます"),
      mend: Wording("write at most \(number) have [X] less than 80%", "「「X」が80%未満の区が2区以下であること」のように書いてください"))
  }

  mutating func reportLevel() {
    if let form = formOfSubject {
      return reportUnexpected(
        Wording("who has to meet it", "誰が満たすべきか"), mend: Wording(form, "「すべての\(levelWords.first ?? "区")で…」のように書き始めてください"))
    }
    if aggregateWord() != nil, isASCII(current) {
      return reportUnexpected(
        Wording("who has to meet it", "誰が満たすべきか"),
        mend: Wording(
          "say who first: the city: the \(text(of: current)) [X] of \(areaWords.many) is at least 3", "「市で…」のように、誰についてかを先に書いてください"
        ))
    }
    if case .name(let name) = current.kind, isASCII(current) {
      return reportUnexpected(
        Wording("a level of areas", "階層の語"),
        mend: Wording(
          "write every \(areaWords.one) where [size] is [\(name)]: …; one by its name: the \(areaWords.one) [\(name)]",
          "「「規模」が「\(name)」の\(levelWords.first ?? "区")で」「「\(name)」の\(levelWords.first ?? "区")で」のように書いてください"))
    }
    let words = levelWords.joined(separator: ", ")
    let japanese = levelWords.joined(separator: "・")
    reportUnexpected(
      Wording("a level of areas (\(words))", "階層の語（\(japanese)）"),
      mend: Wording(
        "levels are declared by the program: levels 区（ward, wards） < 市（city, cities）",
        "階層は事業の宣言で定めます：階層 区（ward, wards） < 市（city, cities）"))
  }

  /// `at least 23 wards`, `exactly 70% of wards where …`; `ちょうど23区で`.
  private mutating func parseEnglishNumberOfAreas(_ start: Int) -> SubjectSyntax? {
    var relation = takeBoundWord()
    guard let amount = takeLiteral() else {
      reportUnexpected(
        Wording("a number of areas", "区などの数"),
        mend: Wording(
          formNearPlanPeriod
            ?? "at least 23 \(areaWords.many) have …; a demand that begins in a year: from FY2025, every \(areaWords.one): …",
          "「23区以上で」のように書いてください"))
      return nil
    }
    if let behind = takeBoundWord() { relation = behind }
    guard let relation else { return nil }
    skip([.of, .the, .particleNo])
    if case .level(let level) = amount.unit {
      return parseAreasOfNumber(start, level, relation, amount)
    }
    guard let level = takeLevel() else {
      if !reportRatioOfAreas(amount, relation) { reportLevel() }
      return nil
    }
    return parseAreasOfNumber(start, level, relation, amount)
  }

  /// `at least 9 in 10 wards`.
  private mutating func reportRatioOfAreas(_ part: LiteralSyntax, _ relation: Relation) -> Bool {
    guard isWord(.inWord), case .number(let whole) = peek().kind, let share = part.value.divided(by: whole.value),
      share.signum > 0, share <= .one, part.value.isWhole, whole.value.isWhole
    else { return false }
    let limit =
      switch relation {
      case .atMost: Wording("at most", "以下")
      case .lessThan: Wording("less than", "未満")
      case .moreThan: Wording("more than", "超")
      case .equal: Wording("exactly", "ちょうど")
      case .atLeast, .notEqual: Wording("at least", "以上")
      }
    let percent = share * Rational(100)
    let written = percent.fits(decimals: 1) ? percent.decimalText + "%" : part.value.decimalText + "/" + whole.value.decimalText
    reportUnexpected(
      Wording("a share of the areas", "地域の割合"),
      mend: Wording(
        "write \(limit.english) \(written) of \(areaWords.many)",
        "「\(written)\(limit.japanese)の\(levelWords.first ?? "区")で」と書いてください"))
    return true
  }

  private mutating func parseAreasOfNumber(
    _ start: Int, _ level: LevelSyntax, _ relation: Relation, _ amount: LiteralSyntax
  ) -> SubjectSyntax? {
    guard let filter = parseFilterBehind(start) else { return nil }
    return SubjectSyntax(.numberOf(level, relation, amount), filter: filter, place(from: start))
  }

  /// Behind the level of a subject, in any order and number: `except 「中央区」`, `except where …`, `where …`, `in the top 30% …`;
  /// then the で of a Japanese one.
  private mutating func parseFilterBehind(_ start: Int, _ filter: FilterSyntax = FilterSyntax()) -> FilterSyntax? {
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

  /// `23区以上で`, `70%以上の区で`, `半数以上の区で`.
  private mutating func parseJapaneseNumberOfAreas(_ start: Int) -> SubjectSyntax? {
    guard let amount = takeLiteral() else { return nil }
    _ = take(.particleWo)
    let relation = takeBoundWord() ?? bareRelation(amount)
    skip([.of, .the, .particleNo])
    if case .level(let level) = amount.unit {
      // 23区を超える区で
      if case .level(level.index) = current.kind { advance() }
      return parseAreasOfNumber(start, level, relation, amount)
    }
    guard let level = takeLevel() else {
      reportMissingSubject(start)
      return nil
    }
    return parseAreasOfNumber(start, level, relation, amount)
  }

  /// `「中央区」及び「北区」を除くすべての区で`, `「人口」が10万人以上の区で`, `前年度に目標「T」が未達成の区で`.
  private mutating func parseFilteredSubject(_ start: Int) -> SubjectSyntax? {
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

  /// The で that ends a Japanese subject of this sentence: the one behind a level or a number of areas.
  private var subjectEnd: Int? {
    var index = position
    while index < tokens.count {
      switch tokens[index].kind {
      case .sign(.stop), .end: return nil
      case .word(.particleDe, _), .word(.particleWa, _), .word(.particleNo, _), .word(.particleNi, _), .word(.particleGa, _):
        if endsSubject(index) { return index }
        index += 1
      default: index += 1
      }
    }
    return nil
  }

  /// Whether で, は or の at this place ends a subject: it stands behind a level or behind a number of areas.
  func endsSubject(_ index: Int) -> Bool {
    guard index > position else { return false }
    switch tokens[index - 1].kind {
    case .level: return true
    case .word(let word, _) where isBoundWord(word) && index > 1:
      if case .level = tokens[index - 2].kind { return true }
      return isWord(.percent, at: index - 2)
    default: return false
    }
  }

  private mutating func reportMissingSubject(_ start: Int) {
    let token = tokens[start]
    if case .unknown = token.kind { return }
    position = start
    if sentenceHasUnknownWord(from: start) || reportYearAtStart() { return }
    let level = levelWords.first ?? "区"
    let (one, many, _) = areaWords
    report(
      .missingSubject, at: token.place(in: file),
      Wording("the sentence does not say who has to meet it", "誰が満たすべき要件かが書かれていません"),
      reason: Wording("a requirement says who, what and how much", "要件には「どの区が・何を・どれだけ」を書きます"),
      mend: Wording(
        formNearPlanPeriod.map { "begin with every \(one); of the plan's years, \($0)" } ?? formOfSubject
          ?? "begin with every \(one), at least 23 \(many), the city, or one by its name: the \(one) [West]",
        "「すべての\(level)で」「23区以上で」「市で」のように書き始めてください"))
  }

  /// Whether behind 「北区」を除く、 a condition goes on: 「人口」が10万人以上の区で.
  private var startsFilter: Bool {
    switch current.kind {
    case .name, .bare, .sign(.open), .word(.target, _): true
    default: isYearReference(current)
    }
  }

  /// Whether a figure may begin with this token.
  func startsFigure(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .bare, .level, .word(.the, _), .sign(.open), .word(.past, _), .word(.latest, _), .word(.planPeriod, _),
      .word(.nationalAverage, _), .word(.gap, _), .word(.shareOf, _):
      true
    default: isYearReference(token)
    }
  }
}
