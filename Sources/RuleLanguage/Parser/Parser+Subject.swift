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
  mutating func parseEvery(_ start: Int, filter: FilterSyntax) -> SubjectSyntax? {
    guard let level = takeLevel() else {
      if isWord(.and), case .number = peek().kind { reportAllBut() } else { reportLevel() }
      return nil
    }
    if isWord(.particleNo), case .number = peek().kind {
      advance()
      return parseJapaneseShare(start, level, filter: filter)
    }
    if let named = attempt({ $0.parseAreasOfNamed(start, level) }) { return named }
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
    if sentence.mayBeDue, startsName(ahead: 2), let filtered = attempt({ $0.parseAreasByOneAbove(start, index) }) {
      return filtered
    }
    let level = LevelSyntax(index, current.place(in: file))
    let share = isWord(.amongWord, ahead: 2) ? 3 : 2
    if case .number = peek(share).kind {
      position += share
      return parseJapaneseShare(start, level, filter: FilterSyntax())
    }
    return SubjectSyntax(.the(level), filter: FilterSyntax(), current.place(in: file))
  }

  /// 県の「X」が60%以上の市町村で: areas by what the one above them has.
  private mutating func parseAreasByOneAbove(_ start: Int, _ above: Int) -> SubjectSyntax? {
    var end = position + 3
    while end < tokens.count, !isSign(.stop, at: end), !endsWithLevel(below: above, end) { end += 1 }
    guard end < tokens.count, isWord(.particleDe, at: end), let subject = parseFilteredSubject(start), case .every = subject.kind
    else { return nil }
    return subject
  }

  private func endsWithLevel(below above: Int, _ end: Int) -> Bool {
    guard isWord(.particleDe, at: end), case .level(let level) = tokens[end - 1].kind else { return false }
    return level < above && !isNumberToken(tokens[end - 2])
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
    guard isASCII(tokens[position - 1]), let names = takeNamesOfSubject() else { return nil }
    return SubjectSyntax(.every(level), filter: FilterSyntax(only: names), place(from: start))
  }

  /// The `of [West City]` of `every ward of [West City] holds …`.
  private mutating func parseAreasOfNamed(_ start: Int, _ level: LevelSyntax) -> SubjectSyntax? {
    guard isWord(.of) || isWord(.inWord), isASCII(current), startsName(ahead: 1) else { return nil }
    advance()
    guard let names = takeNamesOfSubject() else { return nil }
    return SubjectSyntax(.every(level), filter: FilterSyntax(only: names, isWithin: true), place(from: start))
  }

  private mutating func takeNamesOfSubject() -> [NameSyntax]? {
    guard case .name = current.kind else { return nil }
    let names = takeNames()
    let end = position
    skipPauses()
    switch currentWord {
    case .verb, .reports, .deed, .modal, .must, .should: return names
    default: return isSign(.colon) || position > end ? names : nil
    }
  }

  /// 「西成区」の区で, 「西成区」及び「北区」の各区で, 「大阪市」のすべての区で; nothing has been read where there is none.
  mutating func parseJapaneseNamedAreas(_ start: Int) -> SubjectSyntax? {
    let names = takeNames()
    guard !names.isEmpty, take(.particleNo) else { return nil }
    // 各区 is each of those that are named.
    let isWithin = isWord(.every) && text(of: current) != "各"
    _ = take(.every)
    guard let level = takeLevel(), isWord(.particleDe) || isWord(.particleWa) || isWord(.particleGa) else { return nil }
    takePlaceParticle()
    return SubjectSyntax(.every(level), filter: FilterSyntax(only: names, isWithin: isWithin), place(from: start))
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

  /// The で that ends a Japanese subject of this sentence: the one behind a level or a number of areas.
  var subjectEnd: Int? {
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

  mutating func reportMissingSubject(_ start: Int) {
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
