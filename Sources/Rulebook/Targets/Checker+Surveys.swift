import Diagnostics
import Quantities
import RuleLanguage

// A figure that is surveyed every few years, and a demand that is due when there is no survey any more, or asked of a year without one:
// no area would ever be judged.

extension Checker {
  func warnOfSurveys(_ demand: Condition, _ requirement: RequirementSyntax, _ target: TargetSyntax) {
    guard case .comparison(let comparison) = demand, case .indicator(let position) = comparison.left else { return }
    let indicator = rulebook.indicators[position]
    guard let surveyed = indicator.surveyed else { return }
    if case .fiscal(let year)? = requirement.year?.kind, let place = requirement.year?.place {
      if !surveyed.contains(year) { warn(indicator, surveyed, Wording("in \(year.englishText)", year.japaneseText), place) }
    } else if requirement.year == nil, let due = target.due, !surveyed.contains(where: { $0 >= due.year }) {
      warn(indicator, surveyed, Wording("from \(due.year.englishText) on", "\(due.year.japaneseText)以降"), due.place)
    }
  }

  private func warn(_ indicator: Indicator, _ surveyed: [FiscalYear], _ when: Wording, _ place: Place) {
    let years = surveyed.sorted()
    guard let last = years.last else { return }
    findings.warning(
      .beforeIntroduction, at: place.span,
      Wording(
        "「\(indicator.name)」 has no figure \(when.english): nothing would be judged",
        "\(when.japanese)は「\(indicator.name)」の値がなく、判定されません"),
      labels: [
        Label(
          .rule(indicator.place),
          Wording(
            "surveyed in " + years.map { $0.englishText }.joined(separator: ", "),
            "調査年度 " + years.map { $0.japaneseText }.joined(separator: "、")))
      ],
      reason: Wording("in a year without a survey the target is not applicable", "調査のない年度は対象外になります"),
      mend: Wording(
        "write the year of a survey, such as \(last.englishText), or add the survey to the indicator",
        "\(last.japaneseText)のように調査年度を書くか、指標の調査年度に加えてください"))
  }
}
