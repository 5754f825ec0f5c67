import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What came of a rulebook's own examples.
package struct ExampleRun {
  /// In the order of the rulebook.
  package let results: [ExampleResult]
  /// By target: which of met, missed and not reported no example has seen.
  package let unseen: [[Verdict]]
  /// Areas that examples name and the areas file does not hold.
  package let diagnostics: [Diagnostic]

  package init(results: [ExampleResult], unseen: [[Verdict]], diagnostics: [Diagnostic]) {
    self.results = results
    self.unseen = unseen
    self.diagnostics = diagnostics
  }

  package var passes: Bool { results.allSatisfy { $0.passes } }
}

package struct ExampleResult {
  /// The example's position in the rulebook.
  package let example: Int
  /// One for each expectation, in its order.
  package let findings: [ExampleFinding]

  package init(example: Int, findings: [ExampleFinding]) {
    self.example = example
    self.findings = findings
  }

  package var passes: Bool { findings.allSatisfy { $0.agrees } }
}

/// What was expected once, and what was found.
package enum ExampleFinding {
  case agrees(Outcome)
  /// Another verdict, or another shortfall.
  case differs(Outcome)
  /// The expectation names no area, and what is given does not tell which is meant.
  case noArea
  /// No area has the name, or several have.
  case unknownArea
  /// The target has no outcome at areas of that level.
  case notJudgedThere

  package var agrees: Bool {
    if case .agrees = self { return true }
    return false
  }

  package var outcome: Outcome? {
    switch self {
    case .agrees(let outcome), .differs(let outcome): outcome
    case .noArea, .unknownArea, .notJudgedThere: nil
    }
  }
}

/// Runs the examples of a rulebook: on the areas that belong to it, or else on areas made up from the names in each example.
package func run(examplesOf rulebook: Rulebook, areas: AreaTable?) -> ExampleRun {
  var diagnostics: [Diagnostic] = []
  var results: [ExampleResult] = []
  var seen = [Set<Verdict>](repeating: [], count: rulebook.targets.count)
  for (position, example) in rulebook.examples.enumerated() {
    let runner = ExampleRunner(rulebook, example, areas ?? madeUpAreas(for: example, of: rulebook))
    diagnostics.append(contentsOf: runner.diagnostics)
    let findings = runner.findings()
    for (expectation, finding) in zip(example.expected, findings) {
      if let outcome = finding.outcome { seen[expectation.target].insert(outcome.verdict) }
    }
    results.append(ExampleResult(example: position, findings: findings))
  }
  let unseen = seen.map { seen in [Verdict.met, .missed, .notReported].filter { !seen.contains($0) } }
  return ExampleRun(results: results, unseen: unseen, diagnostics: diagnostics)
}
