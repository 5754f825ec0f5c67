import Diagnostics
import Quantities
import RuleLanguage

// Years that can be meant, and periods that do not run backwards.

extension Checker {
  func isPlausible(_ year: YearSyntax) -> Bool { isPlausible(year.year, at: year.place.span) }

  private func isPlausible(_ year: FiscalYear, at place: SourceSpan) -> Bool {
    if FiscalYear.known.contains(year.number) { return true }
    findings.error(
      .implausibleYear, at: place,
      Wording("\(String(year.number)) is no year that a rule can speak of", "\(String(year.number))は扱える年度ではありません"),
      reason: Wording("years from 1868 to 2200 are known", "1868年度から2200年度までを扱います"))
    return false
  }

  /// Whether figures of that year can be asked for.
  func isPlausible(_ reference: YearReference, at place: SourceSpan) -> Bool {
    switch reference {
    case .fixed(let year), .calendar(let year): return isPlausible(year, at: place)
    case .lastSurvey: return true
    case .lastPeriod, .planStart:
      if rulebook.program.planPeriod != nil { return true }
      findings.error(
        .planPeriodMissing, at: place,
        Wording("the program states no plan period", "事業に計画期間がありません"),
        mend: Wording(
          "add to the program: plan period FY2024 to FY2026, or write 3 years ago",
          "事業に「計画期間 令和6年度から令和8年度まで」のように加えるか、「3年前の」と書いてください"))
      return false
    case .yearsAgo(let years):
      if (0...Checker.furthestYearsAgo).contains(years) { return true }
      findings.error(
        .implausibleYear, at: place,
        years < 0
          ? Wording("a rule cannot ask for a year to come", "先の年度の値は使えません")
          : Wording("\(String(years)) years ago lies before all records", "\(String(years))年前の記録はありません"),
        reason: Wording("up to 200 years back are known", "200年前までを扱います"))
      return false
    }
  }

  private static let furthestYearsAgo: Int32 = 200

  /// Whether a period ends in the year it starts in or later.
  func isPeriod(from: YearSyntax?, until: YearSyntax?) -> Bool {
    for year in [from, until] { if let year, !isPlausible(year) { return false } }
    guard let from, let until, until.year < from.year else { return true }
    findings.error(
      .yearsReversed, at: until.place.span,
      Wording(
        "the period ends in \(until.year.englishText), before it starts in \(from.year.englishText)",
        "期間の終わり（\(until.year.japaneseText)）が初め（\(from.year.japaneseText)）より前です"),
      labels: [Label(.rule(from.place.span), Wording("it starts here", "初めはここです"))],
      mend: Wording("swap the two years, or mend one of them", "二つの年度を確かめてください"))
    return false
  }
}
