import Diagnostics
import Quantities
import RuleLanguage

// Demands of one year, demands with a due year, and what is demanded instead of some.

extension Checker {
  /// The year of a dated demand, seen that it is one in which the target is in force.
  func demandYear(_ syntax: DemandYearSyntax, of target: TargetSyntax) -> FiscalYear? {
    let year: FiscalYear
    switch syntax.kind {
    case .fiscal(let fiscal):
      guard isPlausible(.fixed(fiscal), at: syntax.place.span) else { return nil }
      year = fiscal
    case .ofPlan(let ordinal):
      guard let period = rulebook.program.planPeriod else { return reportNoPlanPeriod(syntax.place) }
      guard ordinal <= period.upperBound - period.lowerBound + 1 else { return reportOutsidePlan(ordinal, period, syntax.place) }
      year = FiscalYear(period.lowerBound + ordinal - 1)
    }
    let start = [target.inForceFrom?.year, rulebook.program.since].compactMap { $0 }.max()
    let isBefore = start.map { year < $0 } ?? false
    let isAfter = target.inForceUntil.map { $0.year < year } ?? false
    if isBefore || isAfter { warnNeverDemanded(year, syntax.place) }
    return year
  }

  /// Whether the due year can be judged.
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

  func exception(_ syntax: ExceptionSyntax, _ scope: Scope) -> DemandException? {
    guard let checked = condition(syntax.condition, scope.used(as: .choosing), depth: 1) else { return nil }
    guard let demandSyntax = syntax.demand else {
      return DemandException(condition: checked.condition, demand: nil, place: syntax.place.span)
    }
    guard let demand = condition(demandSyntax, scope.used(as: .demanded), depth: 1) else { return nil }
    return DemandException(condition: checked.condition, demand: demand.condition, place: syntax.place.span)
  }

  private func reportNoPlanPeriod(_ place: Place) -> FiscalYear? {
    findings.error(
      .planPeriodMissing, at: place.span,
      Wording("the program has no plan period", "事業に計画期間が書かれていません"),
      reason: Wording("a year of the plan is counted from its first year", "計画の何年目かは、計画期間の初めから数えます"),
      mend: Wording("add to the program: plan period FY2024 to FY2026", "事業に「計画期間 令和6年度から令和8年度まで」を加えてください"))
    return nil
  }

  private func reportOutsidePlan(_ ordinal: Int32, _ period: ClosedRange<Int32>, _ place: Place) -> FiscalYear? {
    let count = String(period.upperBound - period.lowerBound + 1)
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
