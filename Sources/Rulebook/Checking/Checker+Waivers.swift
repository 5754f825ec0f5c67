import Diagnostics
import Quantities
import RuleLanguage

// Waivers: an exception names its target, its areas, its first and last year, and why.

extension Checker {
  func checkWaivers() {
    for syntax in declared.waivers {
      let target = findTarget(syntax.target)
      if !misread.contains(syntax.place) { reportMissingParts(syntax) }
      let isPeriodSound = isPeriod(from: syntax.from, until: syntax.until)
      guard let target, let position = targetPositions[target], isPeriodSound, !syntax.areas.isEmpty,
        let from = syntax.from, let until = syntax.until, let because = syntax.because
      else { continue }
      warnOutsideForce(syntax, declared.targets[target].syntax, from.year, until.year)
      rulebook.waivers.append(
        Waiver(
          target: position, areas: syntax.areas.map { Spelled($0.text, $0.place.span) }, from: from.year, until: until.year,
          because: because.text, place: syntax.place.span))
    }
  }

  private func warnOutsideForce(
    _ syntax: WaiverSyntax, _ target: TargetSyntax, _ from: FiscalYear, _ until: FiscalYear
  ) {
    let start = [target.inForceFrom?.year, rulebook.program.since].compactMap { $0 }.max()
    let isBefore = start.map { until < $0 } ?? false
    let isAfter = target.inForceUntil.map { $0.year < from } ?? false
    guard isBefore || isAfter else { return }
    findings.warning(
      .waiverOutsideForce, at: syntax.target.place.span,
      Wording("the target is not in force in the years of this waiver", "この猶予の期間には、目標が適用されていません"),
      labels: [Label(.rule(target.name.name.place.span), Wording("the target", "この目標"))],
      reason: Wording("there is nothing to waive", "猶予するものがありません"),
      mend: Wording("mend the years, or take the waiver out", "期間を直すか、猶予を消してください"))
  }

  private func reportMissingParts(_ syntax: WaiverSyntax) {
    var missing: [Wording] = []
    if syntax.areas.isEmpty { missing.append(Wording("the areas", "対象")) }
    if syntax.from == nil { missing.append(Wording("the first year", "期間の初め")) }
    if syntax.until == nil { missing.append(Wording("the last year", "期間の終わり")) }
    if syntax.because == nil { missing.append(Wording("the reason", "理由")) }
    if missing.isEmpty { return }
    findings.error(
      .waiverIncomplete, at: syntax.target.place.span,
      Wording(
        "the waiver lacks \(missing.map { $0.english }.joined(separator: ", "))",
        "猶予に\(missing.map { $0.japanese }.joined(separator: "、"))がありません"),
      reason: Wording("an exception has its end and its reason", "例外には、終わりと理由が要ります"),
      mend: Wording(
        "write: waive 「…」 for 「…」 from FY2023 until FY2024 because \"…\"",
        "「猶予「…」 対象「…」 期間 令和5年度から令和6年度まで 理由 \"…\"」と書いてください"))
  }
}
