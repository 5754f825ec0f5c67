import Diagnostics
import Evaluation
import Quantities
import RuleLanguage
import Rulebook

/// What `pdca test` prints: the examples that fail with what came out instead, how many pass, and what no example covers.
package struct ExampleReport {
  private let rulebook: Rulebook
  private let phrasing: Phrasing
  private var reader: SourceReader
  private var canvas: TextCanvas

  package static func render(_ run: ExampleRun, of rulebook: Rulebook, language: Language, style: TextStyle = TextStyle())
    -> [UInt8]
  {
    var report = ExampleReport(
      rulebook: rulebook, phrasing: Phrasing(rulebook, language), reader: SourceReader(rulebook.sources),
      canvas: TextCanvas(style))
    report.draw(run)
    return report.canvas.bytes
  }

  private func say(_ english: String, _ japanese: String) -> String { phrasing.say(english, japanese) }

  private mutating func draw(_ run: ExampleRun) {
    let failed = run.results.filter { !$0.passes }
    canvas.line([Run(rulebook.program.title, .strong)])
    canvas.line([
      Run(say("examples: ", "例 ") + String(run.results.count) + "  "),
      Run(say("passed ", "合格 ") + String(run.results.count - failed.count), .good), Run("  "),
      Run(say("failed ", "不合格 ") + String(failed.count), failed.isEmpty ? .plain : .bad),
    ])
    if !failed.isEmpty { canvas.heading(say("■ Failed examples", "■ 不合格の例"), .bad) }
    for result in failed { draw(result) }
    coverage(run.unseen)
  }

  private mutating func draw(_ result: ExampleResult) {
    let example = rulebook.examples[result.example]
    canvas.blank()
    canvas.line([Run(example.title, .strong), Run("  " + place(example.place), .faint)], indent: 2)
    for (expected, finding) in zip(example.expected, result.findings) where !finding.agrees {
      let shortfall = finding.outcome?.shortfall
      let wanted =
        words(
          expected.verdict,
          expected.shortfall.map { amount in
            shortfall.map { phrasing.difference(amount, $0.dimension) } ?? phrasing.number(amount)
          }) + score(expected.target, grade: expected.grade, points: expected.points)
      canvas.line(
        [
          Run("「" + phrasing.name(of: rulebook.targets[expected.target]) + "」"), Run(expected.area.map { " " + $0.text } ?? ""),
          Run(" " + phrasing.year(expected.year)), Run("  " + place(expected.place), .faint),
        ], indent: 4)
      canvas.line(
        [
          Run(say("expected ", "期待 ")), Run(wanted, .good), Run(say(", came out ", "　結果 ")),
          Run(actual(finding) + (finding.outcome.map { came($0, for: expected) } ?? ""), .bad),
        ], indent: 6
      )
    }
  }

  /// What came out of what was expected: points and a grade only where the example asks for them.
  private func came(_ outcome: Outcome, for expected: Example.Expectation) -> String {
    let unknown = say(", no points yet", "、得点は未定")
    let points = expected.points == nil ? nil : outcome.points?.earned
    return score(expected.target, grade: expected.grade == nil ? nil : outcome.grade, points: points)
      + (expected.points != nil && points == nil ? unknown : "")
      + (expected.grade != nil && outcome.grade == nil ? say(", no grade", "、評価なし") : "")
  }

  private func score(_ target: Int, grade: Int?, points: Rational?) -> String {
    let band = grade.flatMap { rulebook.targets[target].grade?.bands[$0].name }
    return (band.map { say(", graded ", "、評価") + "「" + $0 + "」" } ?? "")
      + (points.map { say(", scoring ", "、得点") + phrasing.number($0) + say("", "点") } ?? "")
  }

  private func actual(_ finding: ExampleFinding) -> String {
    switch finding {
    case .agrees(let outcome), .differs(let outcome):
      words(outcome.verdict, outcome.shortfall.map { phrasing.difference($0.value, $0.dimension) })
    case .noArea: say("the example does not say which area is meant", "どの区の判定かが例に書かれていません")
    case .unknownArea: say("there is no such area", "その名前の区はありません")
    case .notJudgedThere: say("the target is not judged for that area", "その区では判定しない目標です")
    }
  }

  private func words(_ verdict: Verdict, _ shortfall: String?) -> String {
    let word = verdict.wording.text(in: phrasing.language)
    guard let shortfall else { return word }
    return word + say(" by " + shortfall, "（あと" + shortfall + "）")
  }

  private mutating func place(_ span: SourceSpan) -> String {
    guard let file = reader.file(span), let position = reader.position(of: span.start, in: span) else { return "" }
    return file.path + ":" + String(position.line)
  }

  /// Which targets no example has seen met, missed and not reported.
  private mutating func coverage(_ gaps: [[Verdict]]) {
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
