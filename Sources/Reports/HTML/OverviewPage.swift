import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The first page: gaps first, with how long they are open and who acts next; then who is silent, and the sums.
struct OverviewPage {
  let site: Site

  /// So many areas are named in a line; the rest is counted.
  private static let mostNames = 24

  private var index: OutcomeIndex { site.index }
  private func say(_ english: String, _ japanese: String) -> String { site.say(english, japanese) }

  func bytes() -> [UInt8] {
    let head = index.head()
    return site.page(head.title, file: "index.html") { writer in
      writer.element("p", text: head.scope)
      site.tiles(head.counts, to: &writer)
      if let note = head.diagnostics {
        writer.element("p", [.init("class", "note")]) { writer in
          writer.text(note)
          writer.text(say(" - see ", "　"))
          writer.element("a", [.init("href", "method.html#remarks")], text: say("the list", "一覧を見る"))
        }
      }
      gaps(to: &writer)
      silent(head, to: &writer)
      awaited(to: &writer)
      sums(to: &writer)
      areas(to: &writer)
      waivers(to: &writer)
      inapplicable(to: &writer)
    }
  }

  // MARK: Gaps

  private func gaps(to writer: inout MarkupWriter) {
    let open = site.open.indices.filter { site.open[$0] != nil }
    writer.element("h2", text: say("What is open", "未達成の目標"))
    if open.isEmpty { return writer.element("p", [.init("class", "good")], text: say("No target is missed.", "未達成の目標はありません。")) }
    let order = open.sorted { rank($0) < rank($1) }
    var table = HTMLTable(
      caption: say("must first, then those open longest", "必須の目標、継続の長いもの、未達成の多いものの順"),
      columns: [
        .wide(say("target", "目標")), .short(say("item, stage", "項目・段階")), .short(say("kind", "区分")), .number(say("missed", "未達成")),
        .number(say("open at most", "最長の継続")), .middling(say("who acts next", "次に動く人")), .wide(say("areas", "区域")),
      ])
    for position in order { if let row = row(position) { table.rows.append(row) } }
    table.write(to: &writer)
  }

  private func rank(_ position: Int) -> (Int, Int, Int, Int) {
    guard let open = site.open[position] else { return (2, 0, 0, position) }
    return (open.severity == .must ? 0 : 1, -(open.longestOpen?.years.count ?? 0), -open.missedCount, position)
  }

  private func row(_ position: Int) -> HTMLTable.Row? {
    guard let open = site.open[position] else { return nil }
    let years = max(1, open.longestOpen?.years.count ?? 0)
    let areas = index.areas(of: position, with: .missed)
    return HTMLTable.Row(cells: [
      { site.targetLink(position, to: &$0) }, HTMLTable.text(open.kind),
      HTMLTable.text(open.severity.wording.text(in: index.input.language)), HTMLTable.text(open.missedAreas),
      HTMLTable.text(say(String(years) + (years == 1 ? " year" : " years"), String(years) + "年")),
      HTMLTable.text(open.owner ?? say("not stated", "定めなし")),
      { writer in
        for (place, area) in areas.prefix(OverviewPage.mostNames).enumerated() {
          if place > 0 { writer.text(say(", ", "、")) }
          site.areaLink(area, to: &writer)
        }
        let rest = areas.count - OverviewPage.mostNames
        if rest > 0 { writer.text(say(" and " + String(rest) + " more", "　ほか" + String(rest))) }
      },
    ])
  }

  // MARK: Silence

  private func silent(_ head: ReportHead, to writer: inout MarkupWriter) {
    let silent = index.input.judgement.silentAreas
    if silent.isEmpty { return }
    writer.element("h2", text: head.silentTitle)
    writer.element("p") { writer in
      for (place, area) in silent.prefix(400).enumerated() {
        if place > 0 { writer.text(say(", ", "、")) }
        site.areaLink(area, to: &writer)
      }
      if silent.count > 400 {
        writer.text(say(" and " + String(silent.count - 400) + " more", "　ほか" + String(silent.count - 400)))
      }
    }
  }

  private func awaited(to writer: inout MarkupWriter) {
    let waiting = index.waiting()
    if waiting.count == 0 { return }
    writer.element("h2", text: say("Awaited figures", "記入を待つ項目"))
    let columns: [HTMLTable.Column] = [.short(say("area", "区域")), .wide(say("figures", "項目"))]
    for reporter in waiting.reporters {
      var table = HTMLTable(caption: say("from: ", "報告者　") + reporter.name, columns: columns)
      for row in reporter.areas.prefix(400) {
        table.rows.append(HTMLTable.Row(cells: [HTMLTable.text(row.area), HTMLTable.text(figures(row.figures))]))
      }
      table.write(to: &writer)
    }
    if waiting.reporters.isEmpty {
      writer.element("p", text: say("Only areas that submitted nothing are awaited.", "未提出の区域からの報告だけを待っています。"))
    }
  }

  private func figures(_ names: [String]) -> String {
    let rest = names.count - OverviewPage.mostNames
    let more = rest > 0 ? say(" and " + String(rest) + " more", "　ほか" + String(rest) + "件") : ""
    return index.phrasing.list(Array(names.prefix(OverviewPage.mostNames))) + more
  }

  // MARK: Sums

  /// A picture of the outcomes of each item; then the tables of stages, and of items by stages with the way to their pages.
  private func sums(to writer: inout MarkupWriter) {
    writer.element("h2", text: say("Sums", "件数のまとめ"))
    chart()?.write(site, to: &writer)
    for grid in index.summaryGrids() where grid.kind != .targets && grid.kind != .circle {
      HTMLTable(grid, site).write(to: &writer)
    }
  }

  /// Without what is not applicable, so that the bars show what is left to do.
  private func chart() -> Chart? {
    let fills: [(Verdict, String)] = [(.met, "s0"), (.missed, "s1"), (.notReported, "nr"), (.waived, "s3")]
    var rows: [(item: Int, counts: [Int])] = []
    for item in site.items {
      let targets = index.rulebook.targets.indices.filter { index.rulebook.targets[$0].item == item }
      let counts = fills.map { verdict, _ in targets.reduce(0) { $0 + index.counts[$1][verdict.rank] } }
      if counts.contains(where: { $0 > 0 }) { rows.append((item, counts)) }
    }
    let shown = fills.indices.filter { place in rows.contains { $0.counts[place] > 0 } }
    if rows.count < 2 { return nil }
    return Chart(
      title: say("Outcomes by item", "項目ごとの判定"), unit: say("outcomes", "件"),
      source: say("this evaluation, ", "この評価　") + index.phrasing.year(index.input.judgement.year), kind: .stacked,
      series: shown.map { Chart.Series(name: site.word(fills[$0].0), fill: fills[$0].1) },
      rows: rows.map { row in
        Chart.Row(
          key: index.rulebook.items[row.item].code, label: index.itemName(row.item),
          values: shown.map { Chart.Value(amount: Int64(row.counts[$0]), text: String(row.counts[$0])) })
      }, rowTitle: say("item", "項目"))
  }

  private func areas(to writer: inout MarkupWriter) {
    let shown = index.areas.indices.filter { !site.byArea[$0].isEmpty }
    if shown.isEmpty { return }
    writer.element("h2", text: say("Areas", "区域ごとのページ"))
    let verdicts = index.verdictCounts().filter { $0.count > 0 }.map { $0.verdict }
    var table = HTMLTable(
      caption: say("outcomes by area", "区域ごとの判定の件数"),
      columns: [.short(say("area", "区域"))] + verdicts.map { .number(site.word($0)) })
    for area in shown {
      var counts = [Int](repeating: 0, count: Verdict.allCases.count)
      for position in site.byArea[area] { counts[index.outcomes[position].verdict.rank] += 1 }
      table.rows.append(
        HTMLTable.Row(
          cells: [{ site.areaLink(area, to: &$0) }]
            + verdicts.map { HTMLTable.text(counts[$0.rank] == 0 ? "-" : String(counts[$0.rank])) }))
    }
    table.write(to: &writer)
  }

  private func inapplicable(to writer: inout MarkupWriter) {
    let lines = index.inapplicableLines()
    if lines.isEmpty { return }
    writer.element("h2", text: say("Not applicable, and why", "対象外とその理由"))
    var table = HTMLTable(
      caption: say("targets that are not applicable, with the reason", "対象外となった目標とその理由"),
      columns: [.wide(say("target", "目標")), .plain(say("areas", "区域")), .wide(say("reason", "理由"))])
    for line in lines {
      let cells = [line.target, index.phrasing.list(line.areas), line.reason]
      table.rows.append(HTMLTable.Row(cells: cells.map { HTMLTable.text($0) }))
    }
    table.write(to: &writer)
  }

  private func waivers(to writer: inout MarkupWriter) {
    let lines = index.waiverLines()
    if lines.isEmpty { return }
    let language = index.input.language
    writer.element("h2", text: say("Waivers", "猶予"))
    var table = HTMLTable(
      caption: say("waivers and what became of them", "猶予とその状態"),
      columns: [
        .wide(say("target", "目標")), .short(say("state", "状態")), .plain(say("areas", "区域")), .plain(say("period", "期間")),
        .wide(say("because", "理由")),
      ])
    for line in lines {
      let names = index.phrasing.list(line.areas.map { $0.text(line.state, language) })
      let cells = [line.target, line.state.wording.text(in: language), names, line.period, line.because]
      table.rows.append(HTMLTable.Row(cells: cells.map { HTMLTable.text($0) }))
    }
    table.write(to: &writer)
  }
}
