import Diagnostics
import Evaluation
import Facts
import RuleLanguage
import Rulebook

/// The evaluation of a year as a text for a terminal. It begins with what is open: who submitted nothing, which targets are
/// missed and by whom; then each missed target with what would meet it; then what is awaited; the counts come last.
package struct TextReport {
  private let index: OutcomeIndex
  private var canvas: TextCanvas

  package static func render(_ input: ReportInput, style: TextStyle = TextStyle()) -> [UInt8] {
    var report = TextReport(index: OutcomeIndex(input), canvas: TextCanvas(style))
    report.draw()
    return report.canvas.bytes
  }

  private func say(_ english: String, _ japanese: String) -> String { index.phrasing.say(english, japanese) }

  private mutating func draw() {
    canvas.draw(index.head(), index.phrasing)
    let must = index.openTargets(.must)
    let should = index.openTargets(.should)
    if must.count + should.count > 5 { overview(must, should) }
    details(must, say("Missed: required targets", "未達成　必須の目標"))
    details(should, say("Missed: targets to strive for", "未達成　努力目標"))
    waiting(index.waiting())
    for followUp in index.followUps() { draw(followUp) }
    canvas.draw(index.waiverLines(), index.phrasing)
    for grid in index.summaryGrids() { canvas.draw(grid) }
  }

  /// One line a target, so that the first screen shows all that is open; then who has most to do.
  private mutating func overview(_ must: [OpenTarget], _ should: [OpenTarget]) {
    canvas.heading(say("■ Missed targets at a glance", "■ 未達成の目標の一覧"))
    var table = TextTable([.left, .left, .left, .right, .left])
    for target in must + should {
      let open = target.longestOpen < 2 ? "" : index.openText(target.longestOpen) ?? ""
      let cells = [
        Run(target.severity.wording.text(in: index.input.language)), Run(target.kind), Run(target.name, .strong),
        Run(target.counts.first ?? ""), Run(open, .caution),
      ]
      table.add(cells, measuredBy: canvas)
    }
    let room = canvas.style.width - 4 - table.totalWidth
    for (row, target) in zip(table.rows, must + should) {
      var line = table.line(row)
      if room >= 12 { line.append(Run("  " + fitting(whoMisses(target), columns: room), .faint)) }
      canvas.line(line, indent: 2)
    }
    burdens()
  }

  /// The areas; where it is only one, what it lacks as well.
  private func whoMisses(_ target: OpenTarget) -> [String] {
    guard target.rows.count == 1, let shortfall = target.rows[0].shortfall else { return target.rows.map { $0.area } }
    return [target.rows[0].area + " " + shortfall]
  }

  /// As many names as fit, and how many more there are: the details below name them all.
  private func fitting(_ names: [String], columns: Int) -> String {
    var shown: [String] = []
    for (position, name) in names.enumerated() {
      let rest = names.count - position - 1
      let tail = rest == 0 ? "" : say(" and " + String(rest) + " more", "ほか" + String(rest))
      if canvas.columns(index.phrasing.list(shown + [name]) + tail) > columns { break }
      shown.append(name)
    }
    let rest = names.count - shown.count
    if rest == 0 { return index.phrasing.list(shown) }
    return index.phrasing.list(shown) + say(" and " + String(rest) + " more", "ほか" + String(rest))
  }

  private mutating func burdens() {
    let burdens = index.burdens()
    if burdens.count < 2 { return }
    canvas.heading(say("■ Missed targets by area (of these, required)", "■ 区域ごとの未達成（うち必須）"))
    let cells = burdens.map { $0.area + " " + String($0.missed) + say(" (", "（") + String($0.mustMissed) + say(")", "）") }
    canvas.flow(cells, indent: 2)
  }

  private mutating func details(_ targets: [OpenTarget], _ title: String) {
    if targets.isEmpty { return }
    let outcomes = targets.reduce(0) { $0 + $1.rows.count }
    canvas.heading(
      "■ " + title
        + say(
          " (" + String(targets.count) + "; " + String(outcomes) + " outcomes)",
          "（" + String(targets.count) + "件、延べ" + String(outcomes) + "件）"), .bad)
    for target in targets { canvas.draw(target, index.phrasing) }
  }

  private mutating func waiting(_ waiting: Waiting) {
    if waiting.count == 0 { return }
    canvas.heading(
      say("■ Not reported (" + String(waiting.count) + " outcomes)", "■ 未報告（" + String(waiting.count) + "件）"), .caution)
    for reporter in waiting.reporters {
      canvas.blank()
      canvas.line([Run(say("awaited from: " + reporter.name, "報告を待つ相手　" + reporter.name), .strong)], indent: 2)
      let margin = reporter.areas.map { canvas.columns($0.area) }.max() ?? 0
      for row in reporter.areas {
        canvas.labelled(row.area, index.phrasing.list(row.figures), indent: 4, hanging: 6 + margin)
      }
    }
    undecided(waiting)
  }

  private mutating func undecided(_ waiting: Waiting) {
    if !waiting.targets.isEmpty {
      canvas.blank()
      canvas.line([Run(say("targets that wait for these", "判定を待つ目標"), .strong)], indent: 2)
      for target in waiting.targets {
        canvas.labelled(target.name, index.phrasing.list(target.allAreas), indent: 4, hanging: 8)
      }
    }
    if !waiting.onlySilent.isEmpty {
      let names = index.phrasing.list(waiting.onlySilent.map { $0.name })
      canvas.blank()
      canvas.line(
        [
          Run(
            say(
              "targets that wait for areas that submitted nothing (" + String(waiting.onlySilent.count) + ")",
              "何も提出していない区域だけを待つ目標（" + String(waiting.onlySilent.count) + "件）"), .strong)
        ], indent: 2)
      canvas.paragraph(names, indent: 4)
    }
  }

  private mutating func draw(_ followUp: FollowUp) {
    canvas.heading(
      say(
        "■ What became of the misses of " + followUp.missedYear + ": 「" + followUp.missedTarget + "」",
        "■ " + followUp.missedYear + "の未達成のその後「" + followUp.missedTarget + "」"))
    var table = TextTable([.left, .left, .left, .right, .left])
    for row in followUp.rows {
      let answer = row.answer.wording.text(in: index.input.language)
      let result = row.result?.wording.text(in: index.input.language) ?? "-"
      table.add(
        [
          Run(row.area), Run("「" + followUp.answer + "」" + answer, row.answer.tone),
          Run(say("this year ", "今年度 ") + result, row.result?.tone ?? .faint), Run(row.measured ?? ""), Run(row.open ?? ""),
        ], measuredBy: canvas)
    }
    table.draw(on: &canvas, indent: 2)
  }
}
