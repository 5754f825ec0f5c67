import Diagnostics
import Quantities

extension Parser {
  /// Who, under which condition, what: `when …, every ward holds …`, `すべての区で、「X」が…のときは、「Y」が…`.
  mutating func parseRequirement() -> RequirementSyntax? {
    let start = position
    var guarded = parseGuard()
    guard let subject = parseSubject() else { return nil }
    skipPauses()
    if guarded == nil { guarded = parseGuard() }
    guard let demand = parseCondition() else { return nil }
    return RequirementSyntax(subject: subject, guarded: guarded, demand: demand, place: place(from: start))
  }

  /// `when …,` or `…のときは、`; nothing has been read where there is none.
  private mutating func parseGuard() -> ConditionSyntax? {
    if take(.when) {
      let condition = parseCondition()
      skipPauses()
      return condition
    }
    guard guardEnd != nil else { return nil }
    return attempt { parser in
      guard let condition = parser.parseCondition() else { return nil }
      parser.skip([.particleNo, .ending])
      guard parser.take(.when) else { return nil }
      parser.skipPauses()
      return condition
    }
  }

  /// Where in this sentence とき or 場合 stands, if a figure and not an area opens the sentence.
  private var guardEnd: Int? {
    var index = position
    while index < tokens.count {
      switch tokens[index].kind {
      case .sign(.stop), .end: return nil
      case .word(.when, _): return index
      case .word(.particleDe, _): return nil
      default: index += 1
      }
    }
    return nil
  }

  // MARK: Who

  mutating func parseSubject() -> SubjectSyntax? {
    let start = position
    guard let subject = parseSubjectKind(start) else { return nil }
    skip([.verb])
    if isWord(.isWord), !isWord(.not, ahead: 1) { advance() }
    if isWord(.reports), !startsFigure(peek()) { advance() }
    _ = take(.colon)
    return subject
  }

  private mutating func parseSubjectKind(_ start: Int) -> SubjectSyntax? {
    switch current.kind {
    case .word(.every, _):
      advance()
      return parseEvery(start, filter: FilterSyntax())
    case .word(.the, _):
      advance()
      return parseThe(start)
    case .level: return parseThe(start)
    case .word(.atLeast, _), .word(.atMost, _), .word(.moreThan, _), .word(.lessThan, _), .word(.exactly, _):
      return parseEnglishNumberOfAreas(start)
    case .number: return parseJapaneseNumberOfAreas(start)
    default: return parseFilteredSubject(start)
    }
  }

  /// `every ward except 「中央区」 where …`; `すべての区で`.
  private mutating func parseEvery(_ start: Int, filter: FilterSyntax) -> SubjectSyntax? {
    guard let level = takeLevel() else {
      reportLevel()
      return nil
    }
    var except = filter.except
    var condition = filter.condition
    while true {
      if isWord(.except), !isWord(.particleDe, ahead: 1) {
        advance()
        except += takeNames()
      } else if take(.whereWord) {
        condition = parseCondition()
      } else if take(.thatWord) {
        condition = parseCondition()
      } else {
        break
      }
      skipPauses()
    }
    takePlaceParticle()
    return SubjectSyntax(.every(level), filter: FilterSyntax(except: except, condition: condition), place(from: start))
  }

  private mutating func takePlaceParticle() {
    _ = take(.particleDe)
    _ = take(.particleWa)
  }

  private mutating func parseThe(_ start: Int) -> SubjectSyntax? {
    guard let level = takeLevel() else {
      reportLevel()
      return nil
    }
    takePlaceParticle()
    return SubjectSyntax(.the(level), filter: FilterSyntax(), place(from: start))
  }

  private mutating func reportLevel() {
    let words = levelWords.joined(separator: ", ")
    let japanese = levelWords.joined(separator: "・")
    reportUnexpected(
      Wording("a level of areas (\(words))", "階層の語（\(japanese)）"),
      mend: Wording("levels are declared by the program: levels 区（ward, wards） < 市（city, cities）", "階層は事業の宣言で定めます：階層 区（ward, wards） < 市（city, cities）"))
  }

  /// `at least 23 wards`, `exactly 70% of wards where …`; `ちょうど23区で`.
  private mutating func parseEnglishNumberOfAreas(_ start: Int) -> SubjectSyntax? {
    guard let relation = takeBoundWord(), let amount = takeLiteral() else {
      reportUnexpected(Wording("a number of areas", "区などの数"))
      return nil
    }
    _ = take(.of)
    if case .level(let level) = amount.unit {
      return parseAreasOfNumber(start, level, relation, amount)
    }
    guard let level = takeLevel() else {
      reportLevel()
      return nil
    }
    return parseAreasOfNumber(start, level, relation, amount)
  }

  private mutating func parseAreasOfNumber(
    _ start: Int, _ level: LevelSyntax, _ relation: Relation, _ amount: LiteralSyntax
  ) -> SubjectSyntax? {
    guard let every = parseFilterBehind(start, level) else { return nil }
    return SubjectSyntax(.numberOf(level, relation, amount), filter: every, place(from: start))
  }

  /// `except …`, `where …` behind the level of an English subject, or the で of a Japanese one.
  private mutating func parseFilterBehind(_ start: Int, _ level: LevelSyntax) -> FilterSyntax? {
    var except: [NameSyntax] = []
    var condition: ConditionSyntax?
    while isWord(.except) || isWord(.whereWord) || isWord(.thatWord) {
      let isException = isWord(.except)
      advance()
      if isException { except += takeNames() } else { condition = parseCondition() }
      skipPauses()
    }
    takePlaceParticle()
    return FilterSyntax(except: except, condition: condition)
  }

  /// `23区以上で`, `70%以上の区で`, `半数以上の区で`.
  private mutating func parseJapaneseNumberOfAreas(_ start: Int) -> SubjectSyntax? {
    guard let amount = takeLiteral() else { return nil }
    let relation = takeBoundWord() ?? .equal
    _ = take(.particleNo)
    if case .level(let level) = amount.unit {
      takePlaceParticle()
      return SubjectSyntax(.numberOf(level, relation, amount), filter: FilterSyntax(), place(from: start))
    }
    guard let level = takeLevel() else {
      reportMissingSubject(start)
      return nil
    }
    takePlaceParticle()
    return SubjectSyntax(.numberOf(level, relation, amount), filter: FilterSyntax(), place(from: start))
  }

  /// `「中央区」及び「北区」を除くすべての区で`, `「人口」が10万人以上の区で`, `前年度に目標「T」が未達成の区で`.
  private mutating func parseFilteredSubject(_ start: Int) -> SubjectSyntax? {
    guard subjectEnd != nil else {
      reportMissingSubject(start)
      return nil
    }
    let excepted: [NameSyntax]? = attempt { parser in
      let names = parser.takeNames()
      parser.skip([.particleWo])
      return !names.isEmpty && parser.take(.except) ? names : nil
    }
    var filter = FilterSyntax(except: excepted ?? [])
    if excepted == nil {
      guard let condition = parseCondition() else { return nil }
      filter = FilterSyntax(condition: condition)
      _ = take(.ending)
      _ = take(.particleNo)
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
      case .word(.particleDe, _) where index > position: return index
      default: index += 1
      }
    }
    return nil
  }

  private mutating func reportMissingSubject(_ start: Int) {
    let token = tokens[start]
    if case .unknown = token.kind { return }
    let level = levelWords.first ?? "区"
    report(
      .missingSubject, at: token.place(in: file),
      Wording("the sentence does not say who has to meet it", "誰が満たすべき要件かが書かれていません"),
      reason: Wording("a requirement says who, what and how much", "要件には「どの区が・何を・どれだけ」を書きます"),
      mend: Wording("begin with every ward, at least 23 wards or the city", "「すべての\(level)で」「23区以上で」「市で」のように書き始めてください"))
  }

  /// Whether a figure may begin with this token.
  func startsFigure(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .bare, .level, .word(.the, _), .sign(.open), .fiscalYear, .word(.lastYear, _): true
    default: false
    }
  }
}
