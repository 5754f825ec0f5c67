import Diagnostics
import Quantities

/// Numbers of areas inside a demand: `at least half of wards have …`, …の区がない.
extension Parser {
  /// `at least half of wards have …`, `すべての区で…`: who stands inside the demand.
  mutating func parseQuantified(_ start: Int) -> ConditionSyntax? {
    switch current.kind {
    case .word(let word, _):
      switch word {
      case .every, .each, .no, .atLeast, .atMost, .moreThan, .lessThan, .exactly, .half: break
      default: return nil
      }
    case .number: break
    case .level where isWord(.particleNo, ahead: 1):
      guard case .number = peek(2).kind else { return nil }
    default: return nil
    }
    guard let subject = parseSubject() else { return nil }
    if let areas = areasThatAre(subject, start) { return areas }
    guard endsInnerSubject else { return nil }
    switch subject.kind {
    case .every, .numberOf: break
    case .the, .everyOr: return nil
    }
    skipPauses()
    guard let inner = parseClause() else { return nil }
    return ConditionSyntax(.areas(subject, inner), place(from: start))
  }

  /// The `no more than 2 wards where [X] is below 50%` of `the city has …`: what those areas are is all that is said.
  private func areasThatAre(_ subject: SubjectSyntax, _ start: Int) -> ConditionSyntax? {
    guard isWord(.verb, at: start - 1), isASCII(tokens[start - 1]), endsClause, case .numberOf = subject.kind,
      let condition = subject.filter.condition, subject.filter.except.isEmpty
    else { return nil }
    let counted = SubjectSyntax(subject.kind, filter: FilterSyntax(), subject.place)
    return ConditionSyntax(.areas(counted, condition), place(from: start))
  }

  /// Whether what was read last tells that a subject has ended: a verb, a colon or で.
  private var endsInnerSubject: Bool {
    switch tokens[max(0, position - 1)].kind {
    case .sign(.colon): return true
    case .word(let word, _):
      switch word {
      case .verb, .isWord, .particleDe, .particleMo, .particleWa, .particleNi, .perEach, .must, .modal, .should, .reports:
        return true
      default: return isWord(.reports)
      }
    default:
      switch currentWord {
      case .reports: return true
      case .met, .missed, .rises, .falls, .doesNotFall, .doesNotRise, .deed, .halved, .doubled: return isASCII(current)
      default: return false
      }
    }
  }

  /// What the areas have to meet ends with its clause: a further one belongs to nobody for certain.
  mutating func checkedExtent(_ quantified: ConditionSyntax, _ start: Int) -> ConditionSyntax? {
    var ahead = 0
    while isSign(.pause, ahead: ahead) || isSign(.comma, ahead: ahead) { ahead += 1 }
    var joins = false
    if case .word(_, true) = tokens[max(0, position - 1)].kind, !isSign(.stop, ahead: ahead), !isSign(.close, ahead: ahead) {
      joins = peek(ahead).kind != .end
    }
    guard joins || joinedByParticle || isWord(.and, ahead: ahead) || isWord(.or, ahead: ahead) else { return quantified }
    report(
      .unclearExtent, at: place(from: start),
      Wording("it is not certain whether the areas have to meet what follows, too", "この後の条件も同じ地域が満たすべきかどうかが決まりません"),
      mend: Wording(
        "put what the areas have to meet in brackets, or the number of areas last: at least half of wards: (… and …)",
        "「半数以上の区で（…かつ…）」のように地域が満たす条件をかっこで囲むか、地域の数を文の最後に書いてください"))
    return nil
  }

  /// `…の区がない`, `…の区が23区以上`, `…の事業所が全事業所の5割以上`: nothing has been read where there is none.
  mutating func parseAreasBehind(_ condition: ConditionSyntax, start: Int) -> ConditionSyntax? {
    _ = take(.particleNo)
    guard let level = takeLevel() else { return nil }
    // …している市町村の割合を100%とする
    if isWord(.particleNo), isWord(.numberIn, ahead: 1) { skip([.particleNo, .numberIn]) }
    // In front of a demand the same words say who has to meet it.
    if sentence.mayBeDue, isWord(.particleNo), isWord(.amongWord, ahead: 1) {
      return parseAreasAmong(level, condition, start: start)
    }
    guard take(.particleGa) || take(.particleWo) else { return nil }
    skipPauses()
    takeDue()
    if take(.nonexistent) {
      let none = LiteralSyntax(.zero, decimals: 0, unit: .level(level), level.place)
      let subject = SubjectSyntax(.numberOf(level, .equal, none), filter: FilterSyntax(), level.place)
      hasCountedAreas = true
      return ConditionSyntax(.areas(subject, condition), place(from: start))
    }
    if take(.every) {
      guard case .level(level.index) = current.kind else { return nil }
      advance()
      guard take(.particleNo) else { return nil }
    }
    let isExact = take(.exactly)
    guard let amount = takeLiteral() else { return nil }
    skip([.particleWo])
    let written = takeBoundWord() ?? (isExact ? .equal : nil)
    if written == nil {
      // 5市町村増やす is a change.
      if isWord(.rises) || isWord(.falls) { return nil }
      if !amount.isNothingOrAll, !startsDoing { reportBareAreas(amount) }
    }
    let relation = written ?? bareRelation(amount)
    skipEnding()
    let subject = SubjectSyntax(.numberOf(level, relation, amount), filter: FilterSyntax(), level.place)
    hasCountedAreas = true
    return ConditionSyntax(.areas(subject, condition), place(from: start))
  }

  /// 「X」が50%未満の市町村を3市町村とする: of areas that are good at least so many are meant, of those that are not, at most.
  private mutating func reportBareAreas(_ amount: LiteralSyntax) {
    let number = source(of: amount.place)
    report(
      .unclearReach, at: amount.place,
      Wording("it is not said whether at least or at most so many areas are meant", "地域の数が、それ以上なのか、それ以下なのかが書かれていません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write \(number)以上, \(number)以下, or ちょうど\(number)", "「\(number)以上」「\(number)以下」か、その数に限るときは「ちょうど\(number)」と書いてください"))
  }

  /// The のうち半数以上で「Y」が45%以上 of 「X」が60%以上の区のうち半数以上で「Y」が45%以上.
  private mutating func parseAreasAmong(_ level: LevelSyntax, _ condition: ConditionSyntax, start: Int) -> ConditionSyntax? {
    skip([.particleNo, .amongWord])
    skipPauses()
    skip([.particleNo])
    let before = take(.exactly) ? Relation.equal : nil
    guard let amount = takeLiteral() else { return nil }
    _ = take(.particleWo)
    let relation = takeBoundWord() ?? before ?? bareRelation(amount)
    skip([.particleNo])
    if case .level(level.index) = current.kind { advance() }
    guard take(.particleDe) || take(.particleGa) else { return nil }
    skipPauses()
    guard let inner = parseClause() else { return nil }
    hasCountedAreas = true
    let subject = SubjectSyntax(.numberOf(level, relation, amount), filter: FilterSyntax(condition: condition), level.place)
    return checkedExtent(ConditionSyntax(.areas(subject, inner), place(from: start)), start)
  }

  /// A sentence without a subject of its own: `「X」が10%未満の市町村がないこと。`
  mutating func parseCountedAreas(
    _ start: Int, _ year: DemandYearSyntax?, when guarded: ConditionSyntax? = nil
  ) -> RequirementSyntax? {
    // …区がないときは、 is a guard and not yet the requirement.
    let excepted = attempt { $0.parseExceptedFirst() } ?? []
    let startsWithNumber = isWord(.numberOf) || isWord(.the) && isWord(.numberOf, ahead: 1)
    guard startsWithName || isSign(.open) || startsWithNumber, let condition = parseCounted(),
      let (subject, inner) = countedAreas(condition, except: excepted),
      isSign(.stop) || current.isFirstOnLine || current.kind == .end || isClauseStart
    else { return nil }
    return RequirementSyntax(year: year, subject: subject, guarded: guarded, demand: inner, place: place(from: start))
  }

  /// What the areas are counted by may be several conditions; nobody else is spoken of here.
  private mutating func parseCounted() -> ConditionSyntax? {
    guard hasLevelBehind else { return parseClause() }
    sentence.countsAreasAlone = true
    defer { sentence.countsAreasAlone = false }
    return parseCondition()
  }

  /// The 「中央区」を除き、 before 「X」が70%未満の区がないこと.
  private mutating func parseExceptedFirst() -> [NameSyntax]? {
    let names = takeNames()
    guard !names.isEmpty, take(.particleWo), take(.except), isSign(.pause) || isSign(.comma) else { return nil }
    skipPauses()
    return names
  }

  /// …の区がない, and …の区の数が3区以下, which says the same of a number.
  private func countedAreas(_ condition: ConditionSyntax, except: [NameSyntax]) -> (SubjectSyntax, ConditionSyntax)? {
    switch condition.kind {
    case .areas(let subject, let inner):
      return except.isEmpty
        ? (subject, inner)
        : (
          SubjectSyntax(subject.kind, filter: FilterSyntax(except: except, condition: subject.filter.condition), subject.place),
          inner
        )
    case .bounds(let figure, let bounds):
      guard case .numberOfAreas(let level, let inner) = figure.kind, bounds.count == 1, let limit = bounds[0].value.asLiteral,
        limit.unit == nil || limit.unit == .level(level)
      else { return nil }
      let amount = LiteralSyntax(limit.value, decimals: limit.decimals, unit: .level(level), limit.place)
      let kind = SubjectSyntax.Kind.numberOf(level, bounds[0].relation, amount)
      return (SubjectSyntax(kind, filter: FilterSyntax(except: except), level.place), inner)
    default: return nil
    }
  }
}
