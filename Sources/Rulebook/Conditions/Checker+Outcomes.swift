import Diagnostics
import Quantities
import RuleLanguage

// Asking for the outcome of another target: it must have one for the area that asks, or for an area above it.

extension Checker {
  func outcome(
    of name: NameSyntax, _ verdict: Verdict, _ year: YearReference, _ scope: Scope, _ place: Place
  ) -> CheckedCondition? {
    let isYear = isPlausible(year, at: place.span)
    guard let declaration = findTarget(name), isYear else { return nil }
    switch year {
    case .yearsAgo, .fixed, .lastPeriod, .planStart: break
    case .calendar(let calendar): return reportOutcomeOfCalendarYear(calendar, place)
    case .lastSurvey: return reportOutcomeOfSurvey(place)
    }
    switch verdict {
    case .met, .missed, .notReported, .notApplicable, .waived: break
    case .notDue, .recorded: return reportNeverGiven(name, place)
    }
    if declared.targets[declaration].syntax.recordOnly, verdict != .notApplicable { return reportOnlyRecorded(name, declaration) }
    if let level = scope.level, let highest = judgedLevels[declaration].max(), highest < level {
      return reportJudgedBelow(name, highest, level)
    }
    guard let position = targetPositions[declaration] else { return nil }
    asksForOutcomes = true
    return CheckedCondition(condition: .outcome(target: position, verdict, year), depth: 1)
  }

  private func reportOutcomeOfCalendarYear(_ year: FiscalYear, _ place: Place) -> CheckedCondition? {
    reportCalendarYear(year, place)
    return nil
  }

  private func reportOutcomeOfSurvey(_ place: Place) -> CheckedCondition? {
    findings.error(
      .surveysMissing, at: place.span,
      Wording("targets are judged every year, not by surveys", "目標の判定は毎年度で、調査ごとではありません"),
      mend: Wording("name the year: last year, in FY2022", "「前年度に」「令和4年度に」のように年度を書いてください"))
    return nil
  }

  private func reportNeverGiven(_ name: NameSyntax, _ place: Place) -> CheckedCondition? {
    findings.error(
      .verdictNeverGiven, at: place.span,
      Wording("a rule cannot ask for this outcome of 「\(name.text)」", "「\(name.text)」のこの判定を問うことはできません"),
      reason: Wording("it is a remark for the report, not a judgement", "報告のための表示であり、判定ではありません"),
      mend: Wording(
        "ask whether it was met, missed, not reported, not applicable or waived", "達成・未達成・未報告・対象外・猶予中のどれかを書いてください"))
    return nil
  }

  private func reportOnlyRecorded(_ name: NameSyntax, _ declaration: Int) -> CheckedCondition? {
    findings.error(
      .onlyRecorded, at: name.place.span,
      Wording("「\(name.text)」 is only recorded: it is never met or missed", "「\(name.text)」は記録のみの目標で、達成・未達成の判定がありません"),
      labels: [
        Label(.rule(declared.targets[declaration].syntax.name.name.place.span), Wording("record only", "記録のみ"))
      ],
      reason: Wording("its outcome is always recorded", "判定はいつも「記録」です"),
      mend: Wording("take record only out, or ask for another target", "「記録のみ」を消すか、別の目標を問うてください"))
    return nil
  }

  private func reportJudgedBelow(_ name: NameSyntax, _ judged: Int, _ level: Int) -> CheckedCondition? {
    let (lower, upper) = (wording(ofLevel: judged), wording(ofLevel: level))
    findings.error(
      .outcomeBelow, at: name.place.span,
      Wording(
        "「\(name.text)」 has an outcome for each \(lower.english), none for the \(upper.english)",
        "「\(name.text)」の判定は\(lower.japanese)ごとで、\(upper.japanese)の判定はありません"),
      reason: Wording("which of them is meant is not guessed", "どれを指すかを推測することはしません"),
      mend: Wording(
        "ask for a number of areas: number of \(wording(ofLevel: judged, plural: true).english) where …",
        "「…の\(lower.japanese)の数」を使ってください"))
    return nil
  }
}
