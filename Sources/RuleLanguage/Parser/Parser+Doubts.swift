import Diagnostics
import Quantities

/// Sentences that could be read, but that a reader would take otherwise: they are refused, or told of, with what to write instead.
extension Parser {
  mutating func reportDoubts(_ requirement: RequirementSyntax, from start: Int) {
    if let due = sentence.said.due, requirement.demand.changesFromLastYear, !namesYearBefore(in: start..<position) {
      reportChangeFromWhen(requirement.demand.place, due)
    }
    if case .reports(let figures) = requirement.demand.kind, case .numberOf(_, let relation, _) = requirement.subject.kind,
      relation == .atMost || relation == .lessThan || relation == .equal, let figure = figures.first
    {
      reportReportingNothing(requirement.place, figure)
    }
  }

  private func namesYearBefore(in range: Range<Int>) -> Bool {
    range.contains { index in
      if case .word(.annually, _) = tokens[index].kind { return true }
      return namesYearBefore(tokens[index])
    }
  }

  /// `by FY2030, every ward reduces [X] by a third`: since when is not said, and last year is hardly meant.
  private mutating func reportChangeFromWhen(_ place: Place, _ due: YearSyntax) {
    report(
      .multipleOfWhat, at: place,
      Wording(
        "it is not said from which year to \(due.year.englishText) this changes",
        "\(due.year.japaneseText)までに、どの年度から変わるのかが書かれていません"),
      reason: Wording("a change without a year is counted from the year before", "年度のない増減は、前年度からの増減として判定します"),
      mend: Wording(
        "write from FY2019; or from last year, or each year, where that is meant",
        "「令和元年度から」と書いてください。前年度からであれば「前年度から」「毎年」と書きます"))
  }

  /// `is at least 60% since FY2022`: each year by itself, or none of them missed.
  mutating func reportStateSince(_ from: YearSyntax, _ place: Place) {
    let year = from.year.englishText
    report(
      .unclearReach, at: place,
      Wording(
        "it is not said whether each year since \(year) is judged by itself or all of them together",
        "\(from.year.japaneseText)からの各年度を一つずつ判定するのか、すべてを合わせて判定するのかが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write for each year by itself: from \(year), every ward: …; for all together: … for 3 years running",
        "一つずつなら文の初めに「\(from.year.japaneseText)以降」、合わせてなら「3年連続で」と書いてください"))
  }

  /// `no ward reports [cases]`: that no case is reported, or that nobody sends a figure.
  private mutating func reportReportingNothing(_ place: Place, _ figure: ExpressionSyntax) {
    var name = "[X]"
    if case .name(let written) = figure.kind { name = "[" + written.text + "]" }
    let japanese = "「" + name.dropFirst().dropLast() + "」"
    diagnostics.append(
      Diagnostic(
        .unclearReach, .warning, at: .rule(place.span),
        Wording("this asks that the figure is not sent, whatever it is", "値が0でも、提出しないことを求めています"),
        reason: Wording("to report is to send a figure", "「報告」は、値を提出することです"),
        mend: Wording(
          "write no ward has \(name) above 0, or every ward reports \(name)",
          "「\(japanese)が0を超える区がない」か「すべての区で\(japanese)を報告」と書いてください")))
  }
}

extension ConditionSyntax {
  /// Whether something is to change from the year before.
  var changesFromLastYear: Bool {
    switch kind {
    case .trend(_, let trend): trend.start == .year(.yearsAgo(1))
    case .and(let parts), .or(let parts): parts.contains { $0.changesFromLastYear }
    case .not(let inner), .forEach(_, let inner), .areas(_, let inner): inner.changesFromLastYear
    case .bounds, .each, .everyRow, .numberOf, .reports, .rank, .outcome: false
    }
  }
}

extension ExpressionSyntax {
  /// The figure that the sentence is about, when it is asked for in another year: the years of both are counted from the judged one.
  var withoutYear: ExpressionSyntax {
    if case .inYear(_, let inner) = kind { return inner }
    return self
  }

  /// The figure whose value in some year this is.
  var figureInAnyYear: NameSyntax? {
    switch kind {
    case .name(let name): name
    case .inYear(_, let inner): inner.figureInAnyYear
    default: nil
    }
  }

  /// Whether a figure stands twice: `[A] and [A] last year`. The year is then said of the last one alone.
  func repeats(_ others: some Sequence<ExpressionSyntax>) -> Bool {
    guard let own = figureInAnyYear else { return false }
    return others.contains { $0.figureInAnyYear == own }
  }
}
