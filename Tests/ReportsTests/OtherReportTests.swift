import Diagnostics
import Evaluation
import Facts
import Foundation
import Quantities
import RuleLanguage
import Rulebook
import Testing

@testable import Reports

@Suite struct OtherReportTests {
  @Test(arguments: Language.allCases)
  func checkShowsOneWardWhatToDo(_ language: Language) {
    expectGolden(CheckReport.render(MadeUpCase().input(language, area: 2)), "check." + suffix(language) + ".txt")
  }

  @Test func checkNamesTheBlankCells() {
    expectGolden(CheckReport.render(MadeUpCase().input(.japanese, area: 4)), "check.blank.txt")
  }

  @Test func checkSaysWhenNothingIsMissing() {
    let text = String(decoding: CheckReport.render(MadeUpCase().input(.japanese, area: 5)), as: UTF8.self)
    #expect(text.contains("直すところはありません。このまま提出できます。"))
  }

  @Test(arguments: Language.allCases)
  func markdown(_ language: Language) {
    expectGolden(MarkdownReport.render(MadeUpCase().input(language)), "evaluate." + suffix(language) + ".md")
  }

  @Test func csv() {
    expectGolden(CSVReport.render(MadeUpCase().input(.japanese)), "evaluate.csv")
  }

  @Test func csvDoesNotDependOnTheLanguage() {
    #expect(CSVReport.render(MadeUpCase().input(.japanese)) == CSVReport.render(MadeUpCase().input(.english)))
  }

  @Test func json() {
    expectGolden(JSONReport.render(MadeUpCase().input(.japanese, diagnostics: [unreadable])), "evaluate.json")
  }

  @Test func jsonIsValidAndComplete() throws {
    let made = MadeUpCase()
    let bytes = JSONReport.render(made.input(.english, diagnostics: [unreadable]))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(document["schema"] as? String == "pdca-evaluation/1")
    let outcomes = try #require(document["outcomes"] as? [[String: Any]])
    #expect(outcomes.count == made.outcomes.count)
    let summary = try #require(document["summary"] as? [String: Int])
    #expect(summary.values.reduce(0, +) == made.outcomes.count)
    #expect(Set(summary.keys) == Set(Verdict.allCases.map { $0.identifier }))
    for (outcome, object) in zip(made.outcomes, outcomes) {
      #expect(object["outcome"] as? String == outcome.verdict.identifier)
      #expect((object["measured"] is NSNull) == (outcome.measured == nil))
    }
  }

  @Test func keysOfVersionOneComeFirstAndInOrder() throws {
    let text = String(decoding: JSONReport.render(MadeUpCase().input(.english)), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("    {\"target\"") })
    let keys = [
      "target", "stage", "item", "severity", "area", "year", "outcome", "measured", "required", "shortfall", "changes", "sources",
      "open_years", "points", "grade", "awaited",
    ]
    var rest = line[...]
    for key in keys {
      let found = try #require(rest.range(of: "\"" + key + "\": "), "\(key)")
      rest = rest[found.upperBound...]
    }
  }

  @Test(arguments: [(2, 1, "explain.city"), (1, 2, "explain.missed"), (1, 4, "explain.unreported"), (4, 2, "explain.equation")])
  func explanation(_ target: Int, _ area: Int, _ name: String) throws {
    let input = MadeUpCase().input(.japanese)
    let bytes = try #require(ExplanationReport.render(input, target: target, area: target == 2 ? 0 : area))
    expectGolden(bytes, name + ".ja.txt")
  }

  @Test func nothingToExplainWhereNothingWasJudged() {
    #expect(ExplanationReport.render(MadeUpCase().input(.japanese), target: 2, area: 3) == nil)
    #expect(ExplanationReport.render(MadeUpCase().input(.japanese), target: 99, area: 3) == nil)
  }

  @Test(arguments: Language.allCases)
  func lint(_ language: Language) {
    expectGolden(LintReport.render(MadeUpRulebook().rulebook, language: language), "lint." + suffix(language) + ".txt")
  }

  @Test func examples() {
    let book = MadeUpRulebook()
    var rulebook = book.rulebook
    let place = book.span("推進会議の開催")
    rulebook.examples = [
      Example(
        title: "会議を開かなかった区は未達成", given: [],
        expected: [
          Example.Expectation(
            target: 1, area: Spelled("北区", place), year: FiscalYear(2023), verdict: .missed, shortfall: Rational(2), place: place)
        ], place: place),
      Example(
        title: "開いた区は達成", given: [],
        expected: [
          Example.Expectation(target: 1, area: nil, year: FiscalYear(2023), verdict: .met, shortfall: nil, place: place)
        ], place: place),
    ]
    var outcome = Outcome(target: 1, area: 0, year: FiscalYear(2023), verdict: .missed)
    outcome.explanation.shortfall = Quantity(Rational(3), .counted("回"))
    let run = ExampleRun(
      results: [
        ExampleResult(example: 0, findings: [.differs(outcome)]), ExampleResult(example: 1, findings: [.agrees(outcome)]),
      ],
      unseen: rulebook.targets.indices.map { $0 == 1 ? [.notReported] : [.met, .missed, .notReported] }, diagnostics: [])
    expectGolden(ExampleReport.render(run, of: rulebook, language: .japanese), "examples.ja.txt")
  }

  @Test func emptyResultsMakeReports() {
    let made = MadeUpCase()
    let empty = ReportInput(
      rulebook: made.book.rulebook, facts: made.facts, judgement: Judgement(year: MadeUpCase.year, outcomes: [], silentAreas: []),
      provenance: Provenance(engineVersion: "0", rulebook: Provenance.File(path: "", sha256: ""), inputs: []), language: .english)
    #expect(!TextReport.render(empty).isEmpty)
    #expect(!MarkdownReport.render(empty).isEmpty)
    #expect(CheckReport.render(empty).isEmpty)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(JSONReport.render(empty))) }
  }

  private var unreadable: Diagnostic {
    Diagnostic(
      .unreadableFigure, .error, at: .cell(CellPlace(file: "此花区.csv", position: .field(line: 3, column: 4))),
      Wording("「約30」 is not a figure", "「約30」を数値として読めません"), reason: Wording("an exact figure is needed", "正確な数値が必要です"),
      mend: Wording("write 30", "30 と書いてください"))
  }
}
