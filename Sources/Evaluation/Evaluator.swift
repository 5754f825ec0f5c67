import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Judges what areas reported against a rulebook.
package struct Evaluator {
  /// What is wrong with the names of areas that the rulebook uses: they are known only now.
  package let diagnostics: [Diagnostic]

  package init(rulebook: Rulebook, facts: Facts) {
    diagnostics = []
  }

  /// The outcomes of one year. Earlier years are judged first, for gaps are counted over years.
  package func judge(_ year: FiscalYear) -> Judgement {
    Judgement(year: year, outcomes: [], silentAreas: [])
  }

  /// The results that fillings of the unreported figures can have, before waivers.
  package func possibleResults(target: Int, area: Int, year: FiscalYear) -> PossibleResults {
    [.met, .missed, .notApplicable]
  }
}
