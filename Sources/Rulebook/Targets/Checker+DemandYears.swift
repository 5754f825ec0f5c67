import Diagnostics
import Quantities
import RuleLanguage

// Demands of one year, demands with a due year, and what is demanded instead of some.

extension Checker {
  /// The years of a dated demand, seen that the target is in force in one of them.
  func demandYears(_ syntax: DemandYearSyntax, of target: TargetSyntax) -> DemandYears? {
    let years: DemandYears
    switch syntax.kind {
    case .fiscal(let fiscal):
      guard isPlausible(.fixed(fiscal), at: syntax.place.span) else { return nil }
      years = DemandYears(first: fiscal, last: fiscal)
    case .span(let first, let last):
      guard isPeriod(from: YearSyntax(first, syntax.place), until: last.map { YearSyntax($0, syntax.place) }) else { return nil }
      years = DemandYears(first: first, last: last)
    case .ofPlan(let ordinal):
      guard isPlausible(.lastPeriod, at: syntax.place.span), let period = rulebook.program.planPeriod else { return nil }
      guard ordinal <= period.length else { return reportOutsidePlan(ordinal, period, syntax.place) }
      let year = period.first.advanced(by: ordinal - 1)
      years = DemandYears(first: year, last: year)
    }
    let start = [target.inForceFrom?.year, rulebook.program.since].compactMap { $0 }.max()
    let isBefore = start.map { start in years.last.map { $0 < start } ?? false } ?? false
    let isAfter = target.inForceUntil.map { $0.year < years.first } ?? false
    if isBefore || isAfter { warnNeverDemanded(isBefore ? years.last ?? years.first : years.first, syntax.place) }
    return years
  }

  /// Whether the due year can be judged.
  /// A total over the plan period that is to reach a value is due in the period's last year: before, it is still growing.
  func planEnd(_ requirements: [Requirement]) -> FiscalYear? {
    requirements.allSatisfy { $0.years == nil && $0.demand.growsOverPlan } ? rulebook.program.planPeriod?.last : nil
  }

  func isDueSound(_ target: TargetSyntax) -> Bool {
    guard let due = target.due else { return true }
    guard isPlausible(due) else { return false }
    if let until = target.inForceUntil, until.year < due.year {
      findings.error(
        .dueOutsideForce, at: due.place.span,
        Wording(
          "the target is due in \(due.year.englishText), but in force only until \(until.year.englishText)",
          "達成期限は\(due.year.japaneseText)ですが、適用は\(until.year.japaneseText)までです"),
        labels: [Label(.rule(until.place.span), Wording("in force until here", "適用の終わり"))],
        reason: Wording("it would never be judged", "一度も判定されません"),
        mend: Wording("write a due year within the years in force", "適用の期間の中の年度を達成期限にしてください"))
      return false
    }
    return true
  }

  func exception(_ syntax: ExceptionSyntax, of subject: SubjectSyntax, _ scope: Scope) -> DemandException? {
    guard let checked = condition(syntax.condition, scope.used(as: .choosing), depth: 1) else { return nil }
    guard let demandSyntax = syntax.demand else {
      return DemandException(condition: checked.condition, demand: nil, place: syntax.place.span)
    }
    guard let own = condition(demandSyntax, scope.used(as: .demanded), depth: 1),
      let demand = demand(own, of: subject, syntax.place)
    else { return nil }
    return DemandException(condition: checked.condition, demand: demand.condition, place: syntax.place.span)
  }

  private func reportOutsidePlan(_ ordinal: Int32, _ period: PlanPeriod, _ place: Place) -> DemandYears? {
    let count = String(period.length)
    findings.error(
      .planYearOutside, at: place.span,
      Wording("the plan has no year \(String(ordinal))", "計画に\(String(ordinal))年目はありません"),
      reason: Wording("the plan period has \(count) years", "計画期間は\(count)年間です"),
      mend: Wording("write a year from 1 to \(count), or a fiscal year", "1年目から\(count)年目まで、または年度で書いてください"))
    return nil
  }

  private func warnNeverDemanded(_ year: FiscalYear, _ place: Place) {
    findings.warning(
      .demandOutsideForce, at: place.span,
      Wording(
        "the target is not in force in \(year.englishText)", "\(year.japaneseText)には、この目標は適用されません"),
      reason: Wording("what is demanded for that year is never judged", "この年度の要求は判定されません"),
      mend: Wording("mend the year, or the years in force", "年度か、適用の期間を直してください"))
  }
}

extension Condition {
  /// Whether all that is demanded is that totals over the plan period reach values.
  fileprivate var growsOverPlan: Bool {
    switch self {
    case .comparison(let comparison):
      switch (comparison.left.isTotalOverPlan, comparison.right.isTotalOverPlan, comparison.relation) {
      case (true, false, .atLeast), (true, false, .moreThan), (false, true, .atMost), (false, true, .lessThan): true
      default: false
      }
    case .all(let parts): parts.allSatisfy { $0.growsOverPlan }
    default: false
    }
  }
}

extension Expression {
  fileprivate var isTotalOverPlan: Bool {
    switch self {
    case .series(.cumulated(since: .planStart), _): true
    case .ofArea(_, let inner), .aggregate(.total, _, let inner): inner.isTotalOverPlan
    default: false
    }
  }
}
