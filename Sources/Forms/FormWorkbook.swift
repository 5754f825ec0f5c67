import Diagnostics
import Evaluation
import Facts
import Quantities
import Reports
import RuleLanguage
import Rulebook
import Workbook

/// The workbook that an area fills in for a year: a cover, a sheet an item, a summary, and a hidden sheet that computes.
///
/// It is read back by its defined names: `PDCA_AREA`, `PDCA_YEAR`, `PDCA_I_n` for the cells to be filled in, `PDCA_P_n` for
/// those with the year before, and `PDCA_CODES` for the list that says which code each number n stands for.
package struct FormWorkbook {
  let rulebook: Rulebook
  let facts: Facts
  let area: Int
  let year: FiscalYear
  let words: FormWords
  let phrasing: Phrasing
  var calculation: CalculationSheet
  var names: [WorkbookDraft.Name] = []
  /// Where formulas were made, by target: the row on the hidden sheet; nothing for targets that are judged after the report.
  var verdictRows: [Int: Int] = [:]
  var otherAreas: Set<Int> = []
  /// By sheet: its name, rows of figures on the hidden sheet, rows of verdicts.
  var parts: [Part] = []

  struct Part {
    let title: String
    let sheet: String
    let figures: ClosedRange<Int>
    let verdicts: ClosedRange<Int>
  }

  /// - Parameters:
  ///   - facts: what is known of earlier years.
  package static func draft(
    _ rulebook: Rulebook, facts: Facts, evaluator: Evaluator, area: Int, year: FiscalYear, language: Language
  ) -> WorkbookDraft {
    var form = FormWorkbook(rulebook, facts, area, year, language)
    return form.build(evaluator)
  }

  private init(_ rulebook: Rulebook, _ facts: Facts, _ area: Int, _ year: FiscalYear, _ language: Language) {
    self.rulebook = rulebook
    self.facts = facts
    self.area = area
    self.year = year
    words = FormWords(language: language)
    phrasing = Phrasing(rulebook, language)
    calculation = CalculationSheet(rulebook, words)
  }

  func say(_ english: String, _ japanese: String) -> String { words.say(english, japanese) }

  var areaName: String {
    let named = facts.areas.areas[area]
    return words.language == .english && !named.romaji.isEmpty ? named.romaji : named.name
  }

  private mutating func build(_ evaluator: Evaluator) -> WorkbookDraft {
    let groups = self.groups()
    let coverName = say("Cover", "はじめに")
    let summaryName = say("Summary", "まとめ")
    var taken = [coverName, summaryName, CalculationSheet.name]
    var ranges: [ClosedRange<Int>] = []
    var sheetNames: [String] = []
    for group in groups {
      let name = SheetName.fitting(group.item.map { rulebook.items[$0].code } ?? say("Other", "その他"), taken: taken)
      taken.append(name)
      sheetNames.append(name)
      let start = calculation.nextRow
      for indicator in group.indicators where isAsked(indicator) {
        calculation.addFigure(indicator, code: rulebook.indicators[indicator].code, cell: FormWorkbook.inputName(indicator))
      }
      ranges.append(start...max(start, calculation.nextRow - 1))
    }
    let lastFigure = max(2, calculation.nextRow - 1)
    compile(evaluator)
    var sheets: [SheetDraft] = []
    for (position, group) in groups.enumerated() {
      sheets.append(itemSheet(group, name: sheetNames[position], figures: ranges[position]))
    }
    var draft = WorkbookDraft([coverSheet(coverName, summaryName), summarySheet(summaryName)] + sheets + [calculation.sheet])
    names.append(WorkbookDraft.Name("PDCA_AREA", FormulaText.reference(sheet: coverName, CellRange(row: 5, column: 3))))
    names.append(WorkbookDraft.Name("PDCA_YEAR", FormulaText.reference(sheet: coverName, CellRange(row: 6, column: 3))))
    names.append(
      WorkbookDraft.Name(
        "PDCA_CODES",
        FormulaText.reference(sheet: CalculationSheet.name, CellRange(rows: 2...lastFigure, columns: 1...2))))
    draft.names = names
    return draft
  }

  static func inputName(_ indicator: Int) -> String { "PDCA_I_\(indicator + 1)" }

  /// Indicators of a later introduction, or not surveyed in the year, are shown, but not asked.
  func isAsked(_ indicator: Int) -> Bool { rulebook.indicators[indicator].isAsked(in: year) }

  struct Group {
    let item: Int?
    var indicators: [Int]
  }

  /// The indicators by item, in the order of the rulebook; those of no item last.
  private func groups() -> [Group] {
    var groups = rulebook.items.indices.map { Group(item: $0, indicators: []) }
    var others = Group(item: nil, indicators: [])
    for (position, indicator) in rulebook.indicators.enumerated() {
      if let item = indicator.item { groups[item].indicators.append(position) } else { others.indicators.append(position) }
    }
    return (groups + [others]).filter { !$0.indicators.isEmpty }
  }

  private mutating func compile(_ evaluator: Evaluator) {
    let hasAreasBelow = facts.areas.areas.contains { $0.parent == area }
    var compiler = FormulaCompiler(rulebook: rulebook, facts: facts, evaluator: evaluator, area: area, year: year)
    for target in rulebook.targets.indices {
      if hasAreasBelow { continue }
      do throws(NoFormula) {
        let compiled = try compiler.compile(target)
        if let row = calculation.add(compiled) { verdictRows[target] = row }
      } catch {
        if case .otherAreas = error { otherAreas.insert(target) }
      }
    }
  }

  /// The indicator beside which a target stands: the first of this year that its demand speaks of.
  func home(of target: Int) -> Int? {
    let level = facts.areas.areas[area].level
    for requirement in rulebook.targets[target].requirements where requirement.subject.judgedLevel == level {
      if let first = FirstIndicator.of(requirement.demand) { return first }
    }
    return nil
  }
}

/// The first indicator that a condition speaks of.
enum FirstIndicator {
  static func of(_ condition: Condition) -> Int? {
    switch condition {
    case .comparison(let comparison): of(comparison.left) ?? of(comparison.right)
    case .reported(let expression): of(expression)
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): parts.lazy.compactMap { of($0) }.first
    case .not(let inner): of(inner)
    case .rank(let rank): of(rank.figure)
    case .deviation(let bound): of(bound.left)
    case .areas(_, let inner): of(inner)
    case .outcome: nil
    }
  }

  private static func of(_ expression: Expression) -> Int? {
    switch expression {
    case .indicator(let indicator): indicator
    case .ofArea(_, let inner), .rounded(let inner, _), .series(_, let inner), .positive(let inner), .absolute(let inner):
      of(inner)
    case .carriedOver(let carried): of(carried.demand)
    case .arithmetic(_, let left, let right): of(left) ?? of(right)
    case .sum(let parts): parts.lazy.compactMap { of($0) }.first
    case .constant, .measure, .parameter, .dayOfYear, .path, .inYear, .aggregate, .peerAggregate, .numberOfAreas: nil
    }
  }
}
