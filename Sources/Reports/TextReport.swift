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

  /// - Parameter lanes: on which the halves of the report are drawn: what is missed, and all that follows.
  package static func render(_ input: ReportInput, style: TextStyle = TextStyle(), lanes: Lanes = .one) -> [UInt8] {
    let half = TextReport(index: OutcomeIndex(input), canvas: TextCanvas(style))
    var halves = [half, half]
    halves.withUnsafeMutableBufferPointer { halves in
      lanes.spread(2) { if $0 == 0 { halves[0].drawMisses() } else { halves[1].drawRest() } }
    }
    return halves[0].canvas.bytes + halves[1].canvas.bytes
  }

  private func say(_ english: String, _ japanese: String) -> String { index.phrasing.say(english, japanese) }

  private mutating func drawMisses() {
    canvas.draw(index.head(), index.phrasing)
    let must = index.openTargets(.must)
    let should = index.openTargets(.should)
    if must.count + should.count > 5 {
      burdens()
      overview(must, should)
    }
    details(must, say("Missed: required targets", "未達成　必須の目標"))
    details(should, say("Missed: targets to strive for", "未達成　努力目標"))
  }

  private mutating func drawRest() {
    waiting(index.waiting())
    for followUp in index.followUps() { draw(followUp) }
    if let grid = index.quietThreads() { canvas.draw(grid) }
    canvas.draw(index.waiverLines(), index.phrasing)
    canvas.draw(index.inapplicableLines(), index.phrasing)
    for grid in index.summaryGrids() { canvas.draw(grid) }
  }

  /// One line a target, so that the first screens show all that is open.
  private mutating func overview(_ must: [OpenTarget], _ should: [OpenTarget]) {
    canvas.heading(say("■ Missed targets at a glance", "■ 未達成の目標の一覧"))
    var table = TextTable([.left, .left, .right, .left])
    for target in must + should {
      table.add(
        [
          Run(target.kind), Run(target.name, .strong), Run(target.missedAreas),
          Run(index.openAge(target.longestOpen) ?? "", .caution),
        ], measuredBy: canvas)
    }
    let room = canvas.style.width - 6 - table.totalWidth
    for (row, target) in zip(table.rows, must + should) {
      if target.name == must.first?.name || target.name == should.first?.name {
        canvas.line([Run(target.severity.wording.text(in: index.input.language), .strong)], indent: 2)
      }
      var line = table.line(row)
      if room >= 12 { line.append(Run("  " + whoMisses(target, columns: room), .faint)) }
      canvas.line(line, indent: 4)
    }
  }

  /// As many areas as fit, and how many more there are: the details below name them all. Where it is only one, what it lacks
  /// as well.
  private func whoMisses(_ target: OpenTarget, columns: Int) -> String {
    let names = target.rows.map { $0.area }
    if target.rows.count == 1, let shortfall = target.rows[0].shortfall {
      let text = names[0] + " " + shortfall
      if canvas.columns(text) <= columns { return text }
    }
    var text = ""
    // A name takes two columns at least.
    for count in names.indices.prefix(columns / 2).reversed() {
      let rest = names.count - count - 1
      text =
        index.phrasing.list(Array(names[...count]))
        + (rest == 0 ? "" : say(" and " + String(rest) + " more", "ほか" + String(rest)))
      if canvas.columns(text) <= columns { return text }
    }
    return names.count == 1 ? text : ""
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
          " (" + String(targets.count) + "; " + String(outcomes) + (outcomes == 1 ? " outcome)" : " outcomes)"),
          "（" + String(targets.count) + "件、延べ" + String(outcomes) + "件）"), .bad)
    for target in targets { canvas.draw(target, index.phrasing) }
  }

  private mutating func waiting(_ waiting: Waiting) {
    if waiting.count == 0 { return }
    canvas.heading(
      say(
        "■ Not reported (" + String(waiting.count) + (waiting.count == 1 ? " outcome)" : " outcomes)"),
        "■ 未報告（" + String(waiting.count) + "件）"), .caution)
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
    let isFigure = followUp.rows.allSatisfy { row in row.measured?.utf8.first.map { $0 < 0x3A } ?? true }
    var table = TextTable([.left] + followUp.answers.map { _ in .left } + [.left, isFigure ? .right : .left, .left])
    let heads = [say("area", "区域")] + followUp.answers.map { "「" + $0 + "」" } + [say("this year", "今年度")]
    table.add(heads.map { Run($0, .faint) } + [Run(""), Run("")], measuredBy: canvas)
    for row in followUp.rows {
      let verdicts = (row.answers + [row.result]).map { verdict in
        Run(verdict?.wording.text(in: index.input.language) ?? "-", verdict?.tone ?? .faint)
      }
      table.add([Run(row.area)] + verdicts + [Run(row.measured ?? ""), Run(row.open ?? "", .caution)], measuredBy: canvas)
    }
    table.draw(on: &canvas, indent: 2)
  }
}
