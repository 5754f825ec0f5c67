import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Testing

@testable import Reports

@Suite struct ScaleTests {
  /// 24 wards and as many targets as a full rulebook has, one in five missed.
  static func large(targets: Int, areas: Int) -> ReportInput {
    let made = MadeUpCase()
    var rulebook = made.book.rulebook
    let few = rulebook.targets
    rulebook.targets = (0..<targets).map { few[$0 % 2] }
    let city = Area(code: "0", name: "大阪市", level: 1, parent: nil)
    let wards = (1...areas).map { Area(code: String($0), name: "区" + String($0), level: 0, parent: 0) }
    var facts = Facts(areas: AreaTable([city] + wards), years: 2023...2023, indicatorCount: rulebook.indicators.count)
    let file = facts.add(file: "a.csv")
    for area in 1...areas {
      for indicator in [0, 1] {
        let key = FigureKey(indicator: indicator, area: area, year: FiscalYear(2023))
        facts.set(key, .given, stored: 1, file: file, at: .field(line: area, column: indicator))
      }
    }
    var outcomes: [Outcome] = []
    for target in 0..<targets {
      for area in 1...areas {
        let key = FigureKey(indicator: target % 2, area: area, year: FiscalYear(2023))
        let dimension = rulebook.indicators[target % 2].kind.dimension
        let isMissed = (target * 7 + area) % 5 == 0
        var outcome = Outcome(target: target, area: area, year: FiscalYear(2023), verdict: isMissed ? .missed : .met)
        outcome.explanation.measured = Quantity(.one, dimension)
        outcome.explanation.required = RequiredFigure(.atLeast, Quantity(Rational(2), dimension))
        outcome.explanation.figures = [key]
        if isMissed {
          outcome.explanation.shortfall = Quantity(.one, dimension)
          outcome.explanation.changes = [Change(figure: key, from: 1, to: 2)]
        }
        outcomes.append(outcome)
      }
    }
    return ReportInput(
      rulebook: rulebook, facts: facts, judgement: Judgement(year: FiscalYear(2023), outcomes: outcomes, silentAreas: []),
      provenance: Provenance(engineVersion: "0", rulebook: Provenance.File(path: "r", sha256: ""), inputs: []),
      language: .japanese)
  }

  @Test func allMissedAreasAreNamedHoweverMany() {
    let input = ScaleTests.large(targets: 4, areas: 500)
    let text = String(decoding: TextReport.render(input), as: UTF8.self)
    let missed = input.outcomes.filter { $0.verdict == .missed }.count
    #expect(text.split(separator: "\n").reduce(0) { $0 + $1.split(separator: " ").filter { $0 == "a.csv," }.count } == missed)
  }

  @Test func everyFormatHoldsALargeYear() {
    let input = ScaleTests.large(targets: 105, areas: 24)
    for bytes in [TextReport.render(input), MarkdownReport.render(input), CSVReport.render(input), JSONReport.render(input)] {
      #expect(bytes.count > 10_000)
    }
  }
}
