import Diagnostics
import Quantities
import RuleLanguage

// Years that depend on the figure that is asked for: calendar years, surveys.

extension Checker {
  /// The reference as the model has it; nothing where that figure has no such year.
  func resolved(_ reference: YearReference, over figure: Figure, _ place: Place) -> YearReference? {
    guard isPlausible(reference, at: place.span) else { return nil }
    switch reference {
    case .yearsAgo, .fixed, .lastPeriod, .planStart: return reference
    case .calendar(let year):
      let indicators = self.indicators(in: figure)
      if !indicators.isEmpty, indicators.allSatisfy({ rulebook.indicators[$0].byCalendarYear }) { return .fixed(year) }
      reportCalendarYear(year, place)
      return nil
    case .lastSurvey:
      let surveyed = indicators(in: figure).filter { rulebook.indicators[$0].surveyed != nil }
      guard let first = surveyed.first else { return reportNoSurveys(place) }
      if surveyed.contains(where: { rulebook.indicators[$0].surveyed != rulebook.indicators[first].surveyed }) {
        return reportSeveralSurveys(surveyed, place)
      }
      return .lastSurvey(of: first)
    }
  }

  /// The indicators that a figure rests on, in the order of declaration.
  private func indicators(in figure: Figure) -> [Int] {
    if case .indicator(let indicator) = figure.expression { return [indicator] }
    return UseFinder(rulebook).uses(of: figure.expression).indicators.sorted()
  }

  func reportCalendarYear(_ year: FiscalYear, _ place: Place) {
    findings.error(
      .calendarYear, at: place.span,
      Wording(
        "\(String(year.number)) without FY is a calendar year, and this figure is told by fiscal years",
        "「年」だけでは暦年ですが、この値は年度の値です"),
      reason: Wording("only an indicator by calendar year has a figure of that year", "暦年の値があるのは、「集計 暦年」の指標だけです"),
      mend: Wording(
        "write \(year.englishText), or add to the indicator: by calendar year",
        "「\(year.japaneseText)」と書くか、指標に「集計 暦年」を加えてください"))
  }

  private func reportNoSurveys(_ place: Place) -> YearReference? {
    findings.error(
      .surveysMissing, at: place.span,
      Wording("no years of surveys are stated for this figure", "この値の調査年度が書かれていません"),
      mend: Wording(
        "add to the indicator: surveyed in FY2019, FY2022; or name the year", "指標に「調査年度 令和元年度、令和4年度」のように加えるか、年度を書いてください"))
    return nil
  }

  private func reportSeveralSurveys(_ indicators: [Int], _ place: Place) -> YearReference? {
    findings.error(
      .surveysMissing, at: place.span,
      Wording("the figures were surveyed in different years", "調査年度の違う指標が含まれています"),
      labels: indicators.map { position in
        let indicator = rulebook.indicators[position]
        let years = indicator.surveyed ?? []
        return Label(
          .rule(indicator.place),
          Wording(years.map { $0.englishText }.joined(separator: ", "), years.map { $0.japaneseText }.joined(separator: "、")))
      },
      mend: Wording("name the year: in FY2019", "「令和元年度の」のように年度を書いてください"))
    return nil
  }
}
