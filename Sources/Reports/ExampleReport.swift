import Diagnostics
import Evaluation
import Quantities
import RuleLanguage
import Rulebook

/// What came of a rulebook's own examples, as the report needs it.
package struct ExampleRun: Sendable {
  /// An expectation that did not come true.
  package struct Mismatch: Sendable {
    /// Its position in the example's expectations.
    package let expectation: Int
    /// What came out instead; nothing where the target was not judged for the area.
    package let verdict: Verdict?
    package let shortfall: Quantity?

    package init(expectation: Int, verdict: Verdict?, shortfall: Quantity?) {
      self.expectation = expectation
      self.verdict = verdict
      self.shortfall = shortfall
    }
  }

  /// The position of the example in the rulebook.
  package let example: Int
  package let mismatches: [Mismatch]

  package init(example: Int, mismatches: [Mismatch]) {
    self.example = example
    self.mismatches = mismatches
  }
}

/// What `pdca test` prints: the examples that fail with what came out instead, how many pass, and what no example covers.
package struct ExampleReport {
  private let rulebook: Rulebook
  private let phrasing: Phrasing
  private var reader: SourceReader
  private var canvas: TextCanvas

  package static func render(_ runs: [ExampleRun], of rulebook: Rulebook, language: Language, style: TextStyle = TextStyle())
    -> [UInt8]
  {
    var report = ExampleReport(
      rulebook: rulebook, phrasing: Phrasing(rulebook, language), reader: SourceReader(rulebook.sources),
      canvas: TextCanvas(style))
    report.draw(runs.filter { rulebook.examples.indices.contains($0.example) })
    return report.canvas.bytes
  }

  private func say(_ english: String, _ japanese: String) -> String { phrasing.say(english, japanese) }

  private mutating func draw(_ runs: [ExampleRun]) {
    let failed = runs.filter { !$0.mismatches.isEmpty }
    canvas.line([Run(rulebook.program.title, .strong)])
    canvas.line([
      Run(say("examples: ", "例 ") + String(runs.count) + "  "),
      Run(say("passed ", "合格 ") + String(runs.count - failed.count), .good), Run("  "),
      Run(say("failed ", "不合格 ") + String(failed.count), failed.isEmpty ? .plain : .bad),
    ])
    if !failed.isEmpty { canvas.heading(say("■ Failed examples", "■ 不合格の例"), .bad) }
    for run in failed { draw(run) }
    coverage()
  }

  private mutating func draw(_ run: ExampleRun) {
    let example = rulebook.examples[run.example]
    canvas.blank()
    canvas.line([Run(example.title, .strong), Run("  " + place(example.place), .faint)], indent: 2)
    for mismatch in run.mismatches where example.expected.indices.contains(mismatch.expectation) {
      let expected = example.expected[mismatch.expectation]
      let target = rulebook.targets.indices.contains(expected.target) ? rulebook.targets[expected.target] : nil
      let dimension = mismatch.shortfall?.dimension
      let wanted = words(
        expected.verdict,
        expected.shortfall.map { amount in dimension.map { phrasing.difference(amount, $0) } ?? phrasing.number(amount) })
      let actual = words(mismatch.verdict, mismatch.shortfall.map { phrasing.difference($0.value, $0.dimension) })
      canvas.line(
        [
          Run("「" + (target.map { phrasing.name(of: $0) } ?? "") + "」"), Run(expected.area.map { " " + $0.text } ?? ""),
          Run(" " + phrasing.year(expected.year)), Run("  " + place(expected.place), .faint),
        ], indent: 4)
      canvas.line(
        [Run(say("expected ", "期待 ")), Run(wanted, .good), Run(say(", came out ", "　結果 ")), Run(actual, .bad)], indent: 6)
    }
  }

  private func words(_ verdict: Verdict?, _ shortfall: String?) -> String {
    let word = verdict?.wording.text(in: phrasing.language) ?? say("not judged", "判定なし")
    guard let shortfall else { return word }
    return word + say(" by " + shortfall, "（あと" + shortfall + "）")
  }

  private mutating func place(_ span: SourceSpan) -> String {
    guard let file = reader.file(span), let position = reader.position(of: span.start, in: span) else { return "" }
    return file.path + ":" + String(position.line)
  }

  /// Which targets no example expects to be met, missed and not reported.
  private mutating func coverage() {
    var seen = [Set<Verdict>](repeating: [], count: rulebook.targets.count)
    for example in rulebook.examples {
      for expected in example.expected where seen.indices.contains(expected.target) {
        seen[expected.target].insert(expected.verdict)
      }
    }
    let asked: [Verdict] = [.met, .missed, .notReported]
    let gaps = rulebook.targets.indices.map { target in asked.filter { !seen[target].contains($0) } }
    let covered = gaps.filter { $0.isEmpty }.count
    canvas.heading(
      say(
        "■ Targets seen met, missed and not reported: ", "■ 達成・未達成・未報告の例がそろう目標　") + String(covered) + "/"
        + String(rulebook.targets.count),
      covered == rulebook.targets.count ? .good : .caution)
    var table = TextTable([.left, .left])
    for (target, missing) in zip(rulebook.targets, gaps) where !missing.isEmpty {
      let words = phrasing.list(missing.map { $0.wording.text(in: phrasing.language) })
      table.add(
        [Run(phrasing.name(of: target)), Run(say("no example for: " + words, words + "の例がありません"), .faint)], measuredBy: canvas)
    }
    table.draw(on: &canvas, indent: 2)
  }
}
