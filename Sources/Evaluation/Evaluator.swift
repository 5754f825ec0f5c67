import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Judges what areas reported against a rulebook.
package struct Evaluator {
  /// What is wrong with the names of areas that the rulebook uses (they are known only now), or with its depth.
  package let diagnostics: [Diagnostic]
  private let judging: Judging

  package init(rulebook: Rulebook, facts: Facts) {
    var names = AreaNames(rulebook, facts.areas)
    var preparation = Preparation(rulebook)
    preparation.lower { names.excepted(by: $0) }
    let waivers = names.waivers()
    judging = Judging(
      rulebook: rulebook, facts: facts, plan: preparation.plan, tree: AreaTree(facts.areas), waivers: waivers)
    diagnostics = names.diagnostics + preparation.diagnostics
  }

  /// The outcomes of one year. Earlier years are judged first, for gaps are counted over years.
  package func judge(_ year: FiscalYear) -> Judgement {
    judging.judgement(year)
  }

  /// One outcome with all that explains it; nothing where the target judges no areas of that level.
  package func outcome(target: Int, area: Int, year: FiscalYear) -> Outcome? {
    unit(target, area).map { judging.outcome(unit: $0, area, year) }
  }

  /// The results that fillings of the unreported figures can have, before waivers.
  package func possibleResults(target: Int, area: Int, year: FiscalYear) -> PossibleResults {
    unit(target, area).map { judging.results(unit: $0, area, year) } ?? .notApplicable
  }

  private func unit(_ target: Int, _ area: Int) -> Int? {
    let level = judging.tree.table.areas[area].level
    return judging.plan.unitsOfTarget[target].first { judging.plan.units[$0].level == level }
  }
}
