import Diagnostics
import Quantities

/// Where what a sentence says beside its demand gets to in the tree: the clauses of its target, or demands of single years.
extension Parser {
  /// Puts the notes where clauses would have put them, and takes apart what is demanded by different years.
  mutating func note(_ requirement: RequirementSyntax, from start: Int, in target: inout TargetSyntax) -> [RequirementSyntax] {
    if let year = sentence.said.due ?? sentence.said.until, !sentence.said.mayBeUntil,
      changesBesideLimit(requirement.demand, from: start), sentence.said.due != nil || saysBy(year, from: start)
    {
      reportChangeBesideLimit(year, requirement.place)
    }
    settleUntil(from: start)
    var requirements = withLaterDemands(requirement)
    if !sentence.ofParts.isEmpty {
      guard let apart = apart(requirement) else {
        reportYearsOfSentence(requirement.place)
        return [requirement]
      }
      requirements = apart
    } else if sentence.said.due == nil, let year = sentence.period, requirement.year == nil, requirement.demand.hasPeriod(year) {
      if let (_, own) = requirement.ofItsYear, own.demand.onlyFigure != nil {
        requirements = [own.in(year, requirement.demand.place)]
      } else {
        reportYearsOfSentence(requirement.place)
      }
    } else if sentence.said.due == nil, !isASCII(tokens[start]) || !requirement.demand.leansOnItsYear,
      let (year, own) = requirement.ofItsYear
    {
      sentence.said.due = YearSyntax(year, requirement.demand.place)
      requirements = [own]
    } else if sentence.said.due == nil, requirement.year == nil, requirement.demand.mixesYears {
      reportYearsOfSentence(requirement.place)
    }
    settleYearsOfLimits(requirement)
    checkChangeSince(requirement)
    warnOfBareNumbers()
    for requirement in requirements { reportDoubts(requirement, from: start) }
    let said = sentence.said
    if let due = said.due { setDue(due, in: &target) }
    if let from = said.from { set(&target.inForceFrom, to: from) }
    if let until = said.until { set(&target.inForceUntil, to: until) }
    if said.strives, target.severity == nil { target.severity = .should }
    if requirement.year == nil {
      if let before = saidBefore, before != said { reportYearsOfSentence(requirement.place) }
      saidBefore = said
    }
    return requirements
  }

  /// `[X] rises each year and [Y] is at least 60% by FY2028`, `… and [Y] falls by 10% from FY2021 by FY2026`: in each year until then,
  /// and by then.
  private func changesBesideLimit(_ demand: ConditionSyntax, from start: Int) -> Bool {
    guard case .and(let parts) = demand.kind, parts.contains(where: { $0.changesFromLastYear }) else { return false }
    return parts.contains { !$0.changesFromLastYear } && (start..<position).contains { saysEachYear(at: $0) }
  }

  /// Whether `by` stands before that year.
  private func saysBy(_ year: YearSyntax, from start: Int) -> Bool {
    (start..<position).contains { isWord(.by, at: $0) && tokens[$0 + 1].start == year.place.span.start }
  }

  private mutating func reportChangeBesideLimit(_ year: YearSyntax, _ place: Place) {
    let (english, japanese, area) = (year.year.englishText, year.year.japaneseText, levelWords.first ?? "区")
    report(
      .yearsOfSentence, at: place,
      Wording(
        "one part is asked in each year until \(english), and the other by then", "一方は\(japanese)まで毎年度、もう一方はその年度までに求めています"),
      reason: Wording(
        "a target has one due year, one span of years in force, and is binding or not", "達成期限・適用年度・努力目標かどうかは、目標全体で一つです"),
      mend: Wording(
        "write a target for each: every \(areaWords.one): [X] rises each year until \(english); by \(english), every \(areaWords.one): [Y] is at least 60%",
        "目標を分けてください：「\(japanese)まで毎年、すべての\(area)で「X」が上昇すること」と「\(japanese)までに、すべての\(area)で「Y」が60%以上であること」"))
  }

  /// `60%以上とし、令和11年度までに70%以上`: demands on one figure, each from a later year on.
  private mutating func apart(_ requirement: RequirementSyntax) -> [RequirementSyntax]? {
    guard requirement.year == nil, case .and(let parts) = requirement.demand.kind, parts.count == sentence.ofParts.count,
      let figure = parts[0].onlyFigure, parts.allSatisfy({ $0.onlyFigure == figure })
    else { return nil }
    var result: [RequirementSyntax] = []
    var before = sentence.said.due ?? sentence.ofParts[0].due
    var kept: [ConditionSyntax] = []
    for (index, (part, said)) in zip(parts, sentence.ofParts).enumerated() {
      if said.strives || said.from != nil || said.until != nil { return nil }
      // 令和4年度から10ポイント以上引き上げ、令和11年度までに60%以上とする: by when is hardly said of the second alone.
      if said.due == nil, before == nil, part.changesFromNamedYear { return nil }
      var year: DemandYearSyntax?
      if index > 0 {
        guard let due = said.due, before.map({ $0.year < due.year }) ?? true else { return nil }
        year = DemandYearSyntax(.span(due.year, nil), due.place)
        before = due
      }
      // 毎年引き上げ、令和11年度までに60%以上とする leads up to that value; what `rises each year and …` asks goes on.
      let isWay = index > 0 && said.due.map { text.bytes[Int($0.place.span.start)] >= 0x80 } ?? false
      kept = kept.filter { !part.takesThePlace(of: $0) && !(isWay && $0.risesOrFalls) } + [part]
      let demand = kept.count == 1 ? part : ConditionSyntax(.and(kept), part.place)
      result.append(
        RequirementSyntax(
          year: year, subject: requirement.subject, guarded: requirement.guarded, demand: demand,
          place: index == 0 ? requirement.place : part.place))
    }
    if let due = sentence.ofParts[0].due { sentence.said.due = due }
    return result
  }

  mutating func reportYearsOfSentence(_ place: Place) {
    report(
      .yearsOfSentence, at: place,
      Wording("a year, or should, would hold for more than is said of it", "達成期限・適用年度・努力目標が、書かれた要求の外にまでかかってしまいます"),
      reason: Wording(
        "a target has one due year, one span of years in force, and is binding or not", "達成期限・適用年度・努力目標かどうかは、目標全体で一つです"),
      mend: Wording(
        "write a target of its own for each demand, or put first what is said of all: by FY2026, every ward: …",
        "要求ごとに目標を分けてください。すべてに共通なら、「令和8年度までに、すべての…で…」のように文の初めに書きます"))
  }

  /// A target is due in one year.
  mutating func setDue(_ year: YearSyntax, in target: inout TargetSyntax) { set(&target.due, to: year) }

  private mutating func set(_ clause: inout YearSyntax?, to year: YearSyntax) {
    guard let before = clause, before.year != year.year else {
      clause = year
      return
    }
    report(
      .dueTwice, at: year.place,
      Wording("the target is given two years of one kind", "同じ種類の年度が二つあります"),
      reason: Wording(
        "a target has one due year and one span of years in force, whether a clause or a sentence says so",
        "達成期限も適用の初めと終わりも、文で書いても項目で書いても、一つの目標に一つです"),
      mend: Wording(
        "write a target for each year, or a demand of one year: in \(before.year.englishText), …",
        "年度ごとに目標を分けるか、「\(before.year.japaneseText)は、…」のように、その年度の要求として書いてください"))
  }
}

extension ConditionSyntax {
  /// Whether 70%以上 of a later year is asked instead of 60%以上: a rise from the year before and 前年度以上 go on beside it.
  func takesThePlace(of earlier: ConditionSyntax) -> Bool {
    guard case .bounds(_, let own) = kind, case .bounds(_, let others) = earlier.kind else { return false }
    return own.map { $0.relation.side } == others.map { $0.relation.side }
      && (own + others).allSatisfy { $0.value.asLiteral != nil }
  }

  /// A rise or a fall from the year before, which is no 前年度以上.
  fileprivate var risesOrFalls: Bool {
    if case .trend(_, let trend) = kind { return trend.start == .year(.yearsAgo(1)) && !trend.trend.isDenial }
    return false
  }

  fileprivate var changesFromNamedYear: Bool {
    if case .trend(_, let trend) = kind, case .year(.fixed) = trend.start { return true }
    return false
  }

  /// The one figure of which something is demanded.
  var onlyFigure: ExpressionSyntax? {
    switch kind {
    case .bounds(let figure, _), .trend(let figure, _), .rank(let figure, _): figure
    default: nil
    }
  }
}

extension RequirementSyntax {
  /// The same, asked for in that year alone.
  fileprivate func `in`(_ year: FiscalYear, _ place: Place) -> RequirementSyntax {
    RequirementSyntax(
      year: DemandYearSyntax(.fiscal(year), place), subject: subject, guarded: guarded, demand: demand, place: self.place)
  }

  /// 令和8年度の「X」を60%以上: a limit on the figure of one year is a demand for that year.
  fileprivate var ofItsYear: (FiscalYear, RequirementSyntax)? {
    guard year == nil, guarded == nil, let (year, settled) = demand.ofItsYear else { return nil }
    return (year, RequirementSyntax(subject: subject, guarded: nil, demand: settled, place: place))
  }
}

extension ConditionSyntax {
  /// The one year whose figures are held against their limits, and the same demand without it.
  fileprivate var ofItsYear: (FiscalYear, ConditionSyntax)? {
    switch kind {
    case .bounds(let figure, let bounds):
      if case .numberOfAreas(let level, let inner) = figure.kind, let (year, settled) = inner.ofItsYear {
        // 令和8年度の「X」が60%以上の市町村の数が10以上, …の数を前年度以上
        let own = ExpressionSyntax(.numberOfAreas(level, settled), figure.place)
        return bounds.replacing(figure, by: own).map { (year, ConditionSyntax(.bounds(own, $0), place)) }
      }
      guard let (year, own) = figure.ofFixedYear, let limits = bounds.withoutYear(year, of: own) else { return nil }
      return (year, ConditionSyntax(.bounds(own, limits), place))
    case .each(let figures, let bounds):
      return figures.ofFixedYear(bounds).map { ($0, ConditionSyntax(.each($1, bounds), place)) }
    case .numberOf(let figures, let relation, let count, let bounds):
      return figures.ofFixedYear(bounds).map { ($0, ConditionSyntax(.numberOf($1, relation, count: count, bounds), place)) }
    case .trend(let figure, let trend):
      if case .numberOfAreas(let level, let inner) = figure.kind {
        return inner.ofItsYear.map { year, settled in
          (year, ConditionSyntax(.trend(ExpressionSyntax(.numberOfAreas(level, settled), figure.place), trend), place))
        }
      }
      return figure.ofFixedYear.map { ($0, ConditionSyntax(.trend($1, trend), place)) }
    case .rank(let figure, let rank): return figure.ofFixedYear.map { ($0, ConditionSyntax(.rank($1, rank), place)) }
    case .reports(let figures): return figures.ofFixedYear([]).map { ($0, ConditionSyntax(.reports($1), place)) }
    case .not(let inner): return inner.ofItsYear.map { ($0, ConditionSyntax(.not($1), place)) }
    case .areas(let subject, let inner): return inner.ofItsYear.map { ($0, ConditionSyntax(.areas(subject, $1), place)) }
    case .forEach(let breakdown, let inner):
      return inner.ofItsYear.map { ($0, ConditionSyntax(.forEach(breakdown, $1), place)) }
    case .and(let parts): return parts.ofItsYear.map { ($0, ConditionSyntax(.and($1), place)) }
    case .or(let parts): return parts.ofItsYear.map { ($0, ConditionSyntax(.or($1), place)) }
    case .everyRow, .outcome: return nil
    }
  }

  /// Whether something is held against a figure without a year of its own, or of so many years ago: in English they are those of the
  /// judged year, in 令和8年度の「X」を前年度以下とする, and in 「Y」以上とする, of that one.
  fileprivate var leansOnItsYear: Bool {
    switch kind {
    case .bounds(_, let bounds), .each(_, let bounds), .numberOf(_, _, _, let bounds), .everyRow(_, let bounds):
      bounds.contains { $0.value.leansOnItsYear }
    case .areas(_, let inner), .forEach(_, let inner), .not(let inner): inner.leansOnItsYear
    case .and(let parts), .or(let parts): parts.contains { $0.leansOnItsYear }
    case .trend, .reports, .rank, .outcome: false
    }
  }

  /// `the average of [X] from FY2024 to FY2026 is at most 18`: of those years, and of no later ones.
  fileprivate func hasPeriod(_ last: FiscalYear) -> Bool {
    switch kind {
    case .and(let parts), .or(let parts): return parts.contains { $0.hasPeriod(last) }
    case .not(let inner), .areas(_, let inner), .forEach(_, let inner): return inner.hasPeriod(last)
    case .bounds(let figure, _), .trend(let figure, _):
      guard case .inYear(.fixed(last), let own) = figure.kind else { return false }
      return !own.isName
    default: return false
    }
  }

  /// Whether a part of the demand is one for a year, and others are not, or for another: 令和8年度の「A」を60%とし、「B」を45%とする.
  fileprivate var mixesYears: Bool {
    switch kind {
    case .and(let parts), .or(let parts): parts.ofItsYear == nil && parts.contains { $0.ofItsYear != nil || $0.mixesYears }
    case .areas(_, let inner), .forEach(_, let inner), .not(let inner): inner.mixesYears
    // A number of areas by their figures of one year is the same in every other.
    case .bounds(let figure, _), .trend(let figure, _):
      if case .numberOfAreas(_, let inner) = figure.kind { inner.ofItsYear != nil || inner.mixesYears } else { false }
    case .each(let figures, _), .numberOf(let figures, _, _, _): figures.mixYears
    case .everyRow, .reports, .rank, .outcome: false
    }
  }
}

extension [ConditionSyntax] {
  fileprivate var ofItsYear: (FiscalYear, [ConditionSyntax])? {
    guard let year = first?.ofItsYear?.0 else { return nil }
    let own = compactMap { part in part.ofItsYear.flatMap { $0.0 == year ? $0.1 : nil } }
    return own.count == count ? (year, own) : nil
  }
}

extension [ExpressionSyntax] {
  /// `[X] in FY2028 and [Y]`: one has a year, and another is that of every year.
  fileprivate var mixYears: Bool { contains { $0.ofFixedYear != nil } && contains { $0.isName } }

  fileprivate func ofFixedYear(_ bounds: [BoundSyntax]) -> (FiscalYear, [ExpressionSyntax])? {
    guard bounds.allSatisfy({ $0.value.namesNoOtherYear || $0.value.isOther(than: self) }), let year = first?.ofFixedYear?.0
    else { return nil }
    let own = compactMap { figure in figure.ofFixedYear.flatMap { $0.0 == year ? $0.1 : nil } }
    return own.count == count ? (year, own) : nil
  }
}

extension [BoundSyntax] {
  /// The same limits where they speak of that figure in other years; nothing where they are computed otherwise.
  fileprivate func replacing(_ figure: ExpressionSyntax, by own: ExpressionSyntax) -> [BoundSyntax]? {
    var limits: [BoundSyntax] = []
    for bound in self {
      if case .inYear(let year, let whole) = bound.value.kind, whole.kind == figure.kind {
        limits.append(BoundSyntax(bound.relation, ExpressionSyntax(.inYear(year, own), bound.value.place)))
      } else if bound.value.asLiteral != nil {
        limits.append(bound)
      } else {
        return nil
      }
    }
    return limits
  }

  /// The limits on a figure of that year as limits on the figure; nothing where one may be of another year.
  fileprivate func withoutYear(_ year: FiscalYear, of own: ExpressionSyntax) -> [BoundSyntax]? {
    var limits: [BoundSyntax] = []
    for bound in self {
      if case .overallAverage(let level, let inner) = bound.value.kind, inner?.ofFixedYear.map({ $0 == (year, own) }) ?? false {
        limits.append(BoundSyntax(bound.relation, ExpressionSyntax(.overallAverage(level, own), bound.value.place)))
      } else if case .aggregate(let aggregate, let level?, let figures) = bound.value.kind, figures.count == 1,
        figures[0].ofFixedYear.map({ $0 == (year, own) }) ?? false
      {
        limits.append(
          BoundSyntax(bound.relation, ExpressionSyntax(.aggregate(aggregate, level: level, [own]), bound.value.place)))
      } else if case .tolerance(let margin, let inner) = bound.value.kind, let (same, other) = inner.ofFixedYear, same == year {
        // 令和8年度の「X」と「Y」の差が5ポイント以下
        limits.append(BoundSyntax(bound.relation, ExpressionSyntax(.tolerance(margin, other), bound.value.place)))
      } else if let (same, other) = bound.value.ofFixedYear, same == year {
        limits.append(BoundSyntax(bound.relation, other))
      } else if bound.value.namesNoOtherYear || bound.value.isOther(than: [own]) {
        limits.append(bound)
      } else {
        return nil
      }
    }
    return limits
  }
}

extension ExpressionSyntax {
  /// 令和8年度の「X」: the year and the figure.
  fileprivate var ofFixedYear: (FiscalYear, ExpressionSyntax)? {
    switch kind {
    case .inYear(.fixed(let year), let own): return (year, own)
    case .gap(let first, let second):
      return first.inFixedYear(with: second).map { ($0, ExpressionSyntax(.gap($1, $2), place)) }
    case .arithmetic(let operation, let left, let right):
      return left.inFixedYear(with: right).map { ($0, ExpressionSyntax(.arithmetic(operation, $1, $2), place)) }
    default: return nil
    }
  }

  /// Both figures of one year: 令和8年度の「X」と「Y」の差.
  private func inFixedYear(with other: ExpressionSyntax) -> (FiscalYear, ExpressionSyntax, ExpressionSyntax)? {
    guard case .inYear(.fixed(let year), let own) = kind, case .inYear(.fixed(year), let second) = other.kind else { return nil }
    return (year, own, second)
  }

  /// Another figure, or a share of one: 令和8年度の「X」が「Y」の60%以上 speaks of both in that year.
  fileprivate func isOther(than figures: [ExpressionSyntax]) -> Bool {
    switch kind {
    case .name(let name): !figures.contains { $0.figureInAnyYear == name }
    case .arithmetic(.times, let factor, let whole): factor.asLiteral != nil && whole.isOther(than: figures)
    default: false
    }
  }

  fileprivate var leansOnItsYear: Bool {
    switch kind {
    case .name, .inYear(.yearsAgo, _): true
    case .arithmetic(_, let left, let right): left.leansOnItsYear || right.leansOnItsYear
    default: false
    }
  }

  /// A number, a multiple of what a figure was in a year that is named, or what the areas make of the figure itself.
  fileprivate var namesNoOtherYear: Bool {
    switch kind {
    case .literal, .yesOrNo, .inYear(.fixed, _), .ofPeers(_, nil, _), .overallAverage(_, nil): true
    // The year before the one in which the target is due.
    case .inYear(.yearsAgo, let figure): figure.isName
    case .arithmetic(.times, let factor, let whole): factor.asLiteral != nil && whole.namesNoOtherYear
    case .arithmetic(.plus, let whole, let distance), .arithmetic(.minus, let whole, let distance):
      distance.asLiteral != nil && whole.namesNoOtherYear
    default: false
    }
  }
}
