import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What every report is made from.
package struct ReportInput: Sendable {
  package let rulebook: Rulebook
  package let facts: Facts
  package let judgement: Judgement
  package let diagnostics: [Diagnostic]
  package let provenance: Provenance
  package let language: Language
  /// The one area whose outcomes are shown, by its position; nothing for all.
  package let area: Int?

  package init(
    rulebook: Rulebook, facts: Facts, judgement: Judgement, diagnostics: [Diagnostic] = [], provenance: Provenance,
    language: Language, area: Int? = nil
  ) {
    self.rulebook = rulebook
    self.facts = facts
    self.judgement = judgement
    self.diagnostics = diagnostics
    self.provenance = provenance
    self.language = language
    self.area = area
  }

  /// The outcomes that are shown, in the order of the judgement. Those that no rulebook or areas file can hold are left out.
  package var outcomes: [Outcome] {
    let (targets, areas) = (rulebook.targets.count, facts.areas.count)
    func isShown(_ outcome: Outcome) -> Bool {
      (area == nil || outcome.area == area) && outcome.target >= 0 && outcome.target < targets && outcome.area >= 0
        && outcome.area < areas
    }
    return judgement.outcomes.allSatisfy(isShown) ? judgement.outcomes : judgement.outcomes.filter(isShown)
  }
}

/// From which bytes, and by which engine, the results came.
package struct Provenance: Sendable {
  package struct File: Sendable {
    package let path: String
    package let sha256: String

    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  package let engineVersion: String
  package let rulebook: File
  package let inputs: [File]

  package init(engineVersion: String, rulebook: File, inputs: [File]) {
    self.engineVersion = engineVersion
    self.rulebook = rulebook
    self.inputs = inputs
  }
}
