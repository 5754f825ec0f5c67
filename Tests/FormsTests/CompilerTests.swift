import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Submissions
import Testing

@testable import Forms

/// Which targets get a formula, and which are left to the evaluation.
struct CompilerTests {
  private func compiled(_ name: String) throws -> Result<CompiledTarget, NoFormula> {
    let bytes = Array(FormTests.rules.utf8)
    var loader = RulebookLoader(read: { $0 == "r.pdca" ? bytes : nil }, shown: { $0 })
    let read = loader.load("r.pdca")
    let loaded = try #require(read)
    let rulebook = check(loaded.declarations, sources: loaded.sources, after: loaded.diagnostics).rulebook
    let areas = AreasReader.read(path: "areas.csv", bytes: Array(FormTests.areas.utf8), levels: rulebook.program.levels).areas
    var reader = SubmissionReader(rulebook: rulebook, areas: areas)
    reader.add(path: "last.csv", bytes: Array(FormTests.lastYear.utf8))
    let facts = reader.read().facts
    let ward = try #require(areas.positions(named: "北区").first)
    var compiler = FormulaCompiler(
      rulebook: rulebook, facts: facts, evaluator: Evaluator(rulebook: rulebook, facts: facts), area: ward,
      year: FiscalYear(2024))
    let target = try #require(rulebook.targets.firstIndex { $0.name == name })
    return Result { () throws(NoFormula) in try compiler.compile(target) }
  }

  @Test func aFigureThatOccursTwiceIsCutIntoPieces() throws {
    let target = try compiled("どちらでも").get()
    #expect(target.cases.count == 1)
    #expect(target.cases.first?.pieces.map { $0.low } == [0, 3, 4])
    #expect(target.cases.first?.pieces.map { $0.high } == [2, 3, 20])
  }

  @Test func lastYearGoesInAsANumber() throws {
    let target = try compiled("維持").get()
    guard case .comparison(let compared) = target.node else {
      Issue.record("no comparison")
      return
    }
    #expect(compared.form.constant == -5)
    #expect(compared.form.terms.map { $0.factor } == [1])
    #expect(target.shortfall != nil)
  }

  @Test func whatIsNotExactGetsNoFormula() throws {
    #expect(throws: NoFormula.notExact) { try compiled("積").get() }
  }

  @Test func whatOtherAreasDecideGetsNoFormula() throws {
    #expect(throws: NoFormula.otherAreas) { try compiled("区の数").get() }
  }

  @Test func figuresThatBecomeTooLargeGetNoFormula() {
    var form = LinearForm(Variable(indicator: 0, earlierYear: nil)).scaled(by: Rational(100_000))
    #expect(WholeForm(form, step: { _ in .one }) != nil)
    form.constant = Rational(1)
    #expect(WholeForm(form, step: { _ in .one }) == nil)
  }
}
