import Diagnostics
import Quantities

extension Parser {
  /// Who, under which condition, what: `when …, every ward holds …`, `すべての区で、「X」が…のときは、「Y」が…`.
  mutating func parseRequirement() -> RequirementSyntax? {
    let start = position
    takeInForce()
    if let part = takeForEach() { return parseRequirement(forEach: part) }
    let year = takeDemandYear()
    takeDue(isFirst: true)
    skip([.inArea])
    skipPauses()
    if let counted = attempt({ $0.parseCountedAreas(start, year) }) { return counted }
    if let topicFirst = attempt({ $0.parseTopicFirst(start, year) }) { return topicFirst }
    var guarded = parseGuard()
    if guarded != nil, let counted = attempt({ $0.parseCountedAreas(start, year, when: guarded) }) { return counted }
    if guarded == nil, let areasLast = attempt({ $0.parseAreasLast(start, year) }) { return areasLast }
    guard let subject = parseSubject() else { return nil }
    skipPauses()
    takeDue()
    if guarded == nil { guarded = parseGuard() }
    let demandStart = position
    guard let demand = parseDemand() else { return nil }
    if case .numberOf = subject.kind { checkDeniedByNumber(subject, demand, from: demandStart) }
    if case .and = demand.kind, isNone(subject), !isSign(.open, at: demandStart) { reportNoneOfBoth(demand.place) }
    takeStriving()
    takeDue()
    takeInForce(isLast: true)
    let demanded = year ?? takeLaterDemands(behind: demand, of: subject) ?? takeDemandYearBehind()
    if guarded == nil { guarded = parseGuardBehind(subject, demand) }
    guard let who = parseExceptBehind(subject) else { return nil }
    return RequirementSyntax(year: demanded, subject: who, guarded: guarded, demand: demand, place: place(from: start))
  }

  private func isNone(_ subject: SubjectSyntax) -> Bool {
    guard case .numberOf(_, .equal, let amount) = subject.kind else { return false }
    return amount.value.isZero && isASCII(tokens[max(0, position - 1)])
  }

  /// `is at least the average of wards except [West]`: the ward is left out of those asked, or of the average.
  private mutating func reportWhoIsLeftOut() {
    report(
      .unclearReach, at: current.place(in: file),
      Wording(
        "it is not said whether it is left out of those that are asked or of those that are compared",
        "対象から除くのか、比べる地域から除くのかが決まりません"),
      reason: Wording("areas among each other are all of a level, of a class, or below one area", "比べるのは、ある階層・分類・上位の地域のすべての地域です"),
      mend: Wording(
        "write every \(areaWords.one) except [West]: …, which leaves it out of those that are asked",
        "対象から除くなら「「西区」を除くすべての\(levelWords.first ?? "区")で」と書いてください"))
  }

  /// `no ward has [A] below 5 and [B] below 5`: neither of them anywhere, or not both in one ward.
  private mutating func reportNoneOfBoth(_ place: Place) {
    report(
      .unclearReach, at: place,
      Wording("it is not said whether either of these is forbidden or only both together", "どちらか一方でも許されないのか、両方のときだけなのかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write or between them for either; put both in brackets, no \(areaWords.one): (… and …), for both together",
        "どちらもなら「…又は…の\(levelWords.first ?? "区")がない」、両方なら「（…かつ…）の\(levelWords.first ?? "区")がない」と書いてください"))
  }

  /// `for each [sex], every ward: …`.
  private mutating func parseRequirement(forEach part: NameSyntax) -> RequirementSyntax? {
    skipPauses()
    guard let whole = parseRequirement() else { return nil }
    var (subject, demand) = (whole.subject, whole.demand)
    if case .numberOf(let level, _, _) = subject.kind, level.index + 1 < levels.count {
      // For each part, so many areas: the area above is asked.
      demand = ConditionSyntax(.areas(subject, demand), demand.place)
      subject = SubjectSyntax(.the(LevelSyntax(level.index + 1, level.place)), filter: FilterSyntax(), subject.place)
    }
    return RequirementSyntax(
      year: whole.year, subject: subject, guarded: whole.guarded,
      demand: ConditionSyntax(.forEach(part, demand), demand.place), place: whole.place)
  }

  /// `when …`, `, if …`, `unless …` behind the demand.
  private mutating func parseGuardBehind(_ subject: SubjectSyntax, _ demand: ConditionSyntax) -> ConditionSyntax? {
    let ahead = isSign(.comma) ? 1 : 0
    guard isWord(.when, ahead: ahead) && isASCII(peek(ahead)) || isWord(.when) || isWord(.unless, ahead: ahead) else {
      return nil
    }
    if isSign(.comma) { advance() }
    let isUnless = isWord(.unless)
    advance()
    let start = position
    guard let condition = parseAside() else { return nil }
    if isASCII(tokens[start - 1]) { checkGuardBehind(condition, from: start, of: subject, demand) }
    return isUnless ? condition.opposite : condition
  }

  /// `, except [West]` behind the demand: it is said of the areas.
  private mutating func parseExceptBehind(_ subject: SubjectSyntax) -> SubjectSyntax? {
    let ahead = isSign(.comma) ? 1 : 0
    guard isWord(.except, ahead: ahead), isASCII(peek(ahead)) else { return subject }
    if case .the = subject.kind { return subject }
    if ahead == 0, isLevelToken(tokens[position - 1]) { reportWhoIsLeftOut() }
    if isSign(.comma) { advance() }
    guard let (names, condition) = parseExcept() else { return nil }
    let conditions = [subject.filter.condition, condition].compactMap { $0 }
    let whole = conditions.count > 1 ? ConditionSyntax(.and(conditions), subject.place) : conditions.first
    let filter = FilterSyntax(
      except: subject.filter.except + names, only: subject.filter.only, isWithin: subject.filter.isWithin, condition: whole)
    return SubjectSyntax(subject.kind, filter: filter, subject.place)
  }

  /// `「協議回数」は、すべての区で3回以上であること。`, `「窓口」を各区に1か所以上設置すること。`
  private mutating func parseTopicFirst(_ start: Int, _ year: DemandYearSyntax?) -> RequirementSyntax? {
    guard case .name = current.kind, let figures = parseFigureList(),
      take(.particleWa) || take(.particleWo) || isWord(.particleGa) && isWord(.every, ahead: 1) && take(.particleGa)
    else { return nil }
    skipPauses()
    guard let subject = parseSubject() else { return nil }
    guard isWord(.particleDe, at: position - 1) || isWord(.particleNi, at: position - 1) || isWord(.perEach, at: position - 1)
    else { return nil }
    skipPauses()
    takeDue()
    guard let demand = parseComparison(figures, each: take(.each), start: start) else { return nil }
    takeStriving()
    return RequirementSyntax(year: year, subject: subject, guarded: nil, demand: demand, place: place(from: start))
  }

  /// `[X] is at least 3回 in every ward.`
  private mutating func parseAreasLast(_ start: Int, _ year: DemandYearSyntax?) -> RequirementSyntax? {
    if let inner = attempt({ $0.parseAreasInside(start, year) }) { return inner }
    guard startsEnglishFigure, let demand = parseCondition(), isWord(.inWord) || isWord(.forWord) else { return nil }
    advance()
    guard let subject = parseSubject() else { return nil }
    takeDue()
    let whole = withStartBehind(demand)
    takeDue()
    guard isSign(.stop) || isClauseStart || current.kind == .end else { return nil }
    return RequirementSyntax(year: year, subject: subject, guarded: nil, demand: whole, place: place(from: start))
  }

  /// `the [X] in every ward is at least 3回`.
  private mutating func parseAreasInside(_ start: Int, _ year: DemandYearSyntax?) -> RequirementSyntax? {
    _ = take(.the)
    guard case .name = current.kind, let figures = parseFigureList(), isWord(.inWord) || isWord(.of) || isWord(.forWord) else {
      return nil
    }
    advance()
    let who = position
    guard isWord(.every) || isWord(.each), let subject = parseSubjectKind(who),
      let demand = parseComparison(figures, each: take(.each), start: start)
    else { return nil }
    takeDue()
    return RequirementSyntax(year: year, subject: subject, guarded: nil, demand: demand, place: place(from: start))
  }

  /// An English verb behind the name with which a sentence begins.
  private var startsEnglishFigure: Bool {
    switch current.kind {
    case .name, .bare: break
    case .word(.each, _):
      if case .name = peek().kind { return true }
      return false
    case .word(.rises, _), .word(.falls, _), .word(.doesNotFall, _), .word(.halved, _), .word(.doubled, _):
      // reduce [X] by 10% in every ward
      guard isASCII(current) else { return false }
      return startsName(ahead: 1) || isWord(.shareOf, ahead: 1) || isWord(.the, ahead: 1)
    case .word(.shareOf, _): return true
    case .word(.the, _): return isWord(.shareOf, ahead: 1) || isWord(.numberOf, ahead: 1)
    case .word(let word, _) where isASCII(current) && isBoundWord(word):
      // at least 95% of [A] are [B] in every ward
      guard case .number = peek().kind, let of = (2...3).first(where: { isWord(.of, ahead: $0) }) else { return false }
      if case .name = peek(of + 1).kind { return true }
      return false
    default: return false
    }
    guard isASCII(peek()), case .word(let word, _) = peek().kind else { return false }
    switch word {
    case .isWord, .verb, .must, .modal, .should, .and, .rises, .falls, .doesNotFall, .doesNotRise, .halved, .doubled: return true
    default: return isBoundWord(word)
    }
  }

  func isWord(_ word: Word, at index: Int) -> Bool {
    if case .word(word, _) = tokens[max(0, index)].kind { return true }
    return false
  }

  /// `when …,` or `…のときは、`; nothing has been read where there is none.
  private mutating func parseGuard() -> ConditionSyntax? {
    if isWord(.when) || isWord(.unless) {
      let isUnless = isWord(.unless)
      advance()
      let condition = parseAside()
      skipPauses()
      return isUnless ? condition?.opposite : condition
    }
    guard guardEnd != nil else { return nil }
    return attempt { parser in
      guard let condition = parser.parseAside() else { return nil }
      parser.skip([.particleNo, .ending])
      guard parser.take(.when) else { return nil }
      parser.skipPauses()
      return condition
    }
  }

  /// Where in this sentence とき or 場合 stands, if a figure and not an area opens the sentence.
  var guardEnd: Int? {
    var index = position
    // Within brackets a number of areas may have its own で.
    var depth = 0
    while index < tokens.count {
      switch tokens[index].kind {
      case .sign(.stop), .end: return nil
      case .sign(.open):
        depth += 1
        index += 1
      case .sign(.close):
        depth -= 1
        index += 1
      case .word(.when, _): return text.bytes[Int(tokens[index].start)] < 0x80 ? nil : index
      case .word(.particleDe, _) where depth == 0 && endsSubject(index): return nil
      default: index += 1
      }
    }
    return nil
  }
}
