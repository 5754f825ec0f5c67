import RuleLanguage
import Rulebook

/// How many outcomes of each kind every target has, a row a target.
package struct TotalsTable: Sendable {
  private let targets: [[String]]
  private var writer = CSVWriter()
  private var sums = [Int](repeating: 0, count: Verdict.allCases.count)

  package init(_ rulebook: Rulebook) {
    targets = rulebook.targets.map { target in
      [
        target.name, target.stage?.identifier ?? "", target.item.map { rulebook.items[$0].code } ?? "",
        target.severity.identifier,
      ]
    }
    writer.row(["target", "stage", "item", "severity"] + Verdict.allCases.map { $0.identifier })
  }

  /// - Parameter counts: by position among all verdicts.
  package mutating func add(_ target: Int, _ counts: [Int]) {
    writer.row(targets[target], counts)
    for (place, count) in counts.enumerated() { sums[place] += count }
  }

  package func count(of verdict: Verdict) -> Int { Verdict.allCases.firstIndex(of: verdict).map { sums[$0] } ?? 0 }

  package var bytes: [UInt8] { writer.bytes }
}
