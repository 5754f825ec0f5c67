import Diagnostics
import Quantities

/// What a figure is to be in one year after the other: `at least 77% in FY2024 and 80% in FY2025`, `… by FY2024 and … by FY2026`.
/// A year behind the last limit of a target is the one by which it is due, as it is before the limit and in Japanese.
extension Parser {
  /// A limit on the figure of the sentence from a year on.
  struct LaterDemand {
    let year: DemandYearSyntax
    let demand: ConditionSyntax
  }

  /// The `in FY2024 and at least 80% in FY2025` behind a limit; nothing has been read where there is none.
  mutating func takeLaterDemands(behind demand: ConditionSyntax, of subject: SubjectSyntax) -> DemandYearSyntax? {
    // at least 80% of wards have … and at least 90%: of the wards, or of the figure
    if case .numberOf = subject.kind { return nil }
    guard sentence.mayBeDue, isASCII(current), case .bounds(let figure, let bounds) = demand.kind, bounds.count == 1 else {
      return nil
    }
    if isWord(.inWord), isFiscalYear(peek()), isListedFurther(2) {
      return attempt { parser in
        guard let first = parser.takeYearOfDemand(.inWord) else { return nil }
        return parser.takeLaterDemands(.inWord, figure, bounds[0], after: first.year)
          ? DemandYearSyntax(.fiscal(first.year), first.place) : nil
      }
    }
    if isListedFurther(0), isWord(.by, at: position - 2), case .fiscalYear(let year) = tokens[position - 1].kind {
      _ = attempt { $0.takeLaterDemands(.by, figure, bounds[0], after: year) ? true : nil }
    }
    return nil
  }

  /// Whether `and` or a comma stands there with a number or a limit behind it.
  private func isListedFurther(_ ahead: Int) -> Bool {
    let next = isSign(.comma, ahead: ahead) && isWord(.and, ahead: ahead + 1) ? ahead + 2 : ahead + 1
    guard isSign(.comma, ahead: ahead) || isWord(.and, ahead: ahead) else { return false }
    switch peek(next).kind {
    case .number: return true
    case .word(let word, _): return isBoundWord(word) || word == .isWord || word == .it
    default: return false
    }
  }

  private mutating func takeYearOfDemand(_ word: Word) -> YearSyntax? { take(word) ? takeYear() : nil }

  private mutating func takeLaterDemands(
    _ word: Word, _ figure: ExpressionSyntax, _ first: BoundSyntax, after year: FiscalYear
  ) -> Bool {
    var later: [LaterDemand] = []
    var before = year
    while isListedFurther(0) {
      skipPauses()
      _ = take(.and)
      _ = take(.it)
      _ = take(.isWord)
      let start = position
      var bound: BoundSyntax?
      if case .number = current.kind {
        // at least 77% in FY2024 and 80% in FY2025
        guard let value = takeLiteral() else { return false }
        let behind = isWord(.atLeast) || isWord(.atMost) ? takeBoundWord() : nil
        bound = BoundSyntax(behind ?? first.relation, ExpressionSyntax(.literal(value), value.place))
      } else if let limits = parseEnglishBounds(), limits.count == 1 {
        bound = limits[0]
      }
      guard let bound else { return false }
      let demand = ConditionSyntax(.bounds(figure, [bound]), place(from: start))
      guard let year = takeYearOfDemand(word), before < year.year else { return false }
      before = year.year
      later.append(LaterDemand(year: DemandYearSyntax(.span(year.year, nil), year.place), demand: demand))
    }
    guard isSign(.stop) || isClauseStart else { return false }
    sentence.laterDemands = later
    return true
  }

  /// The requirements of a sentence with what it demands from later years on.
  func withLaterDemands(_ requirement: RequirementSyntax) -> [RequirementSyntax] {
    [requirement]
      + sentence.laterDemands.map {
        RequirementSyntax(
          year: $0.year, subject: requirement.subject, guarded: requirement.guarded, demand: $0.demand, place: $0.demand.place)
      }
  }

  /// `until FY2025, …. from FY2026 on, …`: the first would end the target, and nobody be asked for the second.
  func laterThanUntil(of target: TargetSyntax) -> (first: RequirementSyntax, later: RequirementSyntax)? {
    guard let until = target.inForceUntil, target.requirements.count > 1,
      let first = target.requirements.first(where: { $0.year == nil && $0.holds(until.place) })
    else { return nil }
    let later = target.requirements.first { requirement in
      switch requirement.year?.kind {
      case .fiscal(let year), .span(let year, _): until.year < year
      default: false
      }
    }
    return later.map { (first, $0) }
  }

  mutating func checkUntilOfSentence(in target: TargetSyntax) {
    guard let (first, later) = laterThanUntil(of: target), let until = target.inForceUntil else { return }
    let plain = source(of: first.subject.place) + ": " + source(of: first.demand.place)
    report(
      .yearsOfSentence, at: until.place,
      Wording(
        "the target would end in \(until.year.englishText), and what is asked of later years would never be judged",
        "目標が\(until.year.japaneseText)で終わり、その後の年度の要求が判定されません"),
      reason: Wording(
        "a target has one span of years in force; a demand from a later year on takes the place of the one before",
        "適用年度は目標全体で一つです。後の年度からの要求は、前の要求に代わります"),
      mend: Wording(
        "leave the until out: \(plain). \(source(of: later.place))",
        "「まで」を除いてください：\(plain). \(source(of: later.place))"))
  }

  /// Where every sentence of a target ends with its year, the target is due in it; or in the first, where each is later than the one
  /// before. What changes from the year before is asked of that year alone.
  func settleYearsBehind(of target: inout TargetSyntax) {
    guard target.due == nil, target.inForceFrom == nil, target.inForceUntil == nil, let first = target.requirements.first,
      let due = first.yearBehind, target.requirements.allSatisfy({ $0.demand.isOfAnyYear })
    else { return }
    var settled = [first.from(nil)]
    var before = due
    let isOfOneYear = target.requirements.allSatisfy { $0.yearBehind == due }
    for requirement in target.requirements.dropFirst() {
      if isOfOneYear {
        settled.append(requirement.from(nil))
        continue
      }
      guard let year = requirement.laterYear, before < year, requirement.demand.onlyFigure == first.demand.onlyFigure,
        first.demand.onlyFigure != nil, requirement.subject == first.subject
      else { return }
      settled.append(requirement.from(.span(year, nil)))
      before = year
    }
    target.due = YearSyntax(due, first.year?.place ?? first.place)
    target.requirements = settled
  }
}

extension ConditionSyntax {
  /// Whether it can be asked for in each year from its own on: a change from the year before and a report are of one year.
  fileprivate var isOfAnyYear: Bool {
    switch kind {
    case .trend(_, let trend): trend.start != .year(.yearsAgo(1))
    case .reports: false
    case .and(let parts), .or(let parts): parts.allSatisfy { $0.isOfAnyYear }
    case .not(let inner), .forEach(_, let inner), .areas(_, let inner): inner.isOfAnyYear
    case .bounds(_, let bounds): !bounds.contains { $0.value.isOfLastYear }
    case .each, .everyRow, .numberOf, .rank, .outcome: true
    }
  }
}

extension RequirementSyntax {
  /// Whether that stands within this sentence, and not on a line of its own.
  fileprivate func holds(_ other: Place) -> Bool {
    place.span.start <= other.span.start && other.span.end <= place.span.end
  }

  /// The year that stands behind what is demanded.
  fileprivate var yearBehind: FiscalYear? {
    guard let year, case .fiscal(let fiscal) = year.kind, year.place.span.start > demand.place.span.start else { return nil }
    return fiscal
  }

  /// That year, also where it is one from which on this is demanded.
  fileprivate var laterYear: FiscalYear? {
    guard let year, year.place.span.start > demand.place.span.start, case .span(let from, nil) = year.kind else {
      return yearBehind
    }
    return from
  }

  fileprivate func from(_ kind: DemandYearSyntax.Kind?) -> RequirementSyntax {
    RequirementSyntax(
      year: kind.flatMap { kind in year.map { DemandYearSyntax(kind, $0.place) } }, subject: subject, guarded: guarded,
      demand: demand, exceptions: exceptions, place: place)
  }
}

extension ExpressionSyntax {
  /// `lower than last year` is a change from the year before, as `falls` is.
  fileprivate var isOfLastYear: Bool {
    switch kind {
    case .inYear(.yearsAgo(1), _): true
    case .arithmetic(.times, _, let inner), .arithmetic(.plus, let inner, _), .arithmetic(.minus, let inner, _):
      inner.isOfLastYear
    default: false
    }
  }
}
