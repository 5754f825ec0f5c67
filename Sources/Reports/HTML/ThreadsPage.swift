import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Gaps over the years: where a target was missed before, how it stands now, and what became of what was asked in answer.
struct ThreadsPage {
  let site: Site

  private static let mostRows = 1_000

  private var index: OutcomeIndex { site.index }
  private func say(_ english: String, _ japanese: String) -> String { site.say(english, japanese) }

  func bytes() -> [UInt8] {
    site.page(say("Gaps over the years", "未達成の継続"), file: "threads.html") { writer in
      writer.element("h2", text: say("Open for more than a year", "2年以上続いている未達成"))
      longRunning(to: &writer)
      let followUps = index.followUps()
      if !followUps.isEmpty {
        writer.element("h2", text: say("What became of earlier misses", "前年度までの未達成のその後"))
        for followUp in followUps { write(followUp, to: &writer) }
      }
      let grids = index.circleGrids()
      if grids.isEmpty { return }
      writer.element("h2", text: say("Gaps in numbers", "未達成の件数"))
      for grid in grids { HTMLTable(grid, site).write(to: &writer) }
    }
  }

  /// A row an area and target; a column a year.
  private func longRunning(to writer: inout MarkupWriter) {
    let outcomes = index.outcomes
    // Those of one length stay in the order of the rulebook.
    let threads = outcomes.indices.filter { outcomes[$0].openYears > 1 || !outcomes[$0].earlierGaps.isEmpty }.sorted {
      (-outcomes[$0].openYears, $0) < (-outcomes[$1].openYears, $1)
    }
    if threads.isEmpty { return writer.element("p", text: say("There are none.", "ありません。")) }
    let year = index.input.judgement.year
    let years = Set(threads.flatMap { outcomes[$0].earlierGaps.map { $0.year } }).sorted().suffix(8).filter { $0 < year }
    var table = HTMLTable(
      caption: say("years in which the target was missed", "目標が未達成だった年度"),
      columns: [.wide(say("target", "目標")), .short(say("area", "区域"))] + (years + [year]).map { .short(index.phrasing.year($0)) }
        + [.number(say("running", "継続"))])
    for thread in threads.prefix(ThreadsPage.mostRows) { table.rows.append(row(outcomes[thread], Array(years))) }
    table.write(to: &writer)
    if threads.count > ThreadsPage.mostRows {
      let rest = String(threads.count - ThreadsPage.mostRows)
      writer.element("p", text: say(rest + " more", "ほか" + rest + "件"))
    }
  }

  private func row(_ thread: Outcome, _ years: [FiscalYear]) -> HTMLTable.Row {
    let cells: [String] = years.map { year in
      guard let gap = thread.earlierGaps.first(where: { $0.year == year }) else { return "-" }
      return site.word(.missed) + (gap.shortfall.map { say(" ", "　") + shortfall($0, thread) } ?? "")
    }
    let now = site.word(thread.verdict) + (thread.shortfall.map { say(" ", "　") + shortfall($0, thread) } ?? "")
    return HTMLTable.Row(
      cells: [{ site.targetLink(thread.target, to: &$0) }, { site.areaLink(thread.area, to: &$0) }]
        + (cells + [now, index.openAge(thread.gap) ?? "-"]).map { HTMLTable.text($0) })
  }

  private func shortfall(_ quantity: Quantity, _ outcome: Outcome) -> String {
    index.phrasing.shortfall(quantity, outcome.required?.relation)
  }

  private func write(_ followUp: FollowUp, to writer: inout MarkupWriter) {
    writer.element(
      "h3", text: say("Missed in " + followUp.missedYear + ": ", followUp.missedYear + "の未達成　") + followUp.missedTarget)
    var table = HTMLTable(
      caption: say("what was asked in answer, and this year's outcome", "求めた対応と今年度の判定"),
      columns: [.short(say("area", "区域"))] + followUp.answers.map { .plain($0) } + [
        .short(say("this year", "今年度")), .number(say("measured", "実績")), .short(say("open", "継続")),
      ])
    for row in followUp.rows {
      let verdicts = (row.answers + [row.result]).map { $0.map { site.word($0) } ?? "-" }
      table.rows.append(
        HTMLTable.Row(cells: ([row.area] + verdicts + [row.measured ?? "", row.open ?? ""]).map { HTMLTable.text($0) }))
    }
    table.write(to: &writer)
  }
}
