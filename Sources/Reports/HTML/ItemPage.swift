import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A page an item: its charts and tables, then its targets with who misses them and what is to be done.
struct ItemPage {
  let site: Site
  let item: Int?

  /// So many areas are listed under one target, fewer on a page of many targets; what is beyond stands on the areas' own pages.
  static func mostRows(_ targets: Int) -> Int { max(12, min(120, 3_000 / max(1, targets))) }

  private var mostRows: Int { site.mostRows(item) }
  private var index: OutcomeIndex { site.index }
  private func say(_ english: String, _ japanese: String) -> String { site.say(english, japanese) }

  func bytes() -> [UInt8] {
    let title = item.map { index.itemName($0) } ?? say("Other figures and targets", "項目のない指標と目標")
    return site.page(title, file: item.map { site.itemFile($0) } ?? "other.html") { write(to: &$0) }
  }

  private var targets: [Int] {
    index.rulebook.targets.indices.filter { index.rulebook.targets[$0].item == item && !index.byTarget[$0].isEmpty }
  }

  private func write(to writer: inout MarkupWriter) {
    let targets = targets
    site.tiles(counts(targets), to: &writer)
    let pieces = ItemFigures(site, item: item).pieces()
    if !pieces.isEmpty {
      writer.element("h2", text: say("Figures", "取組の状況"))
      for piece in pieces { write(piece, to: &writer) }
    }
    if targets.isEmpty {
      writer.element("p", text: say("No target of this item was judged.", "この項目で判定した目標はありません。"))
    } else {
      writer.element("h2", text: say("Targets", "目標と判定"))
      list(targets, to: &writer)
      for target in targets { write(target, to: &writer) }
    }
  }

  /// All targets of the item at a glance.
  private func list(_ targets: [Int], to writer: inout MarkupWriter) {
    if targets.count < 2 { return }
    let language = index.input.language
    let verdicts = Verdict.allCases.filter { verdict in targets.contains { index.counts[$0][verdict.rank] > 0 } }
    var table = HTMLTable(
      caption: say("outcomes by target", "目標ごとの判定の件数"),
      columns: [.wide(say("target", "目標")), .short(say("stage", "段階")), .short(say("kind", "区分"))]
        + verdicts.map { .number(site.word($0)) })
    for position in targets {
      let target = index.rulebook.targets[position]
      let counts = verdicts.map { verdict in
        let count = index.counts[position][verdict.rank]
        return count == 0 ? "-" : String(count)
      }
      let cells = [target.stage?.wording.text(in: language) ?? "-", target.severity.wording.text(in: language)] + counts
      table.rows.append(
        HTMLTable.Row(cells: [{ site.targetLink(position, to: &$0) }] + cells.map { HTMLTable.text($0) }))
    }
    table.write(to: &writer)
  }

  private func counts(_ targets: [Int]) -> [(verdict: Verdict, count: Int)] {
    Verdict.allCases.compactMap { verdict in
      let count = targets.reduce(0) { $0 + index.counts[$1][verdict.rank] }
      return count > 0 || [.met, .missed, .notReported].contains(verdict) ? (verdict, count) : nil
    }
  }

  private func write(_ piece: ItemFigures.Piece, to writer: inout MarkupWriter) {
    switch piece {
    case .chart(let chart): chart.write(site, to: &writer)
    case .table(let title, let table, let notes):
      writer.element("h3", text: title)
      table.write(to: &writer)
      for note in notes { writer.element("p", [.init("class", "soft small")], text: note) }
    }
  }

  // MARK: Targets

  private func write(_ position: Int, to writer: inout MarkupWriter) {
    let target = index.rulebook.targets[position]
    writer.element("section", [.init("id", "target-" + String(position + 1))]) { writer in
      writer.element("h3", text: index.phrasing.name(of: target))
      let kind = [target.stage?.wording.text(in: index.input.language), target.severity.wording.text(in: index.input.language)]
      writer.element("p", [.init("class", "soft small")]) { writer in
        for part in kind.compactMap({ $0 }) {
          writer.element("span", [.init("class", "tag")], text: part)
          writer.text(" ")
        }
        if let owner = target.owner { writer.text(say("acts: ", "担当　") + owner) }
      }
      for place in target.requirements.flatMap({ $0.places }) {
        let sentence = index.sentence(place)
        if !sentence.isEmpty { writer.element("blockquote", text: sentence) }
      }
      verdicts(position, to: &writer)
      if let open = site.open[position] { missed(position, open, to: &writer) }
      for advice in target.advice where site.open[position] != nil {
        writer.element("p", [.init("class", "small")], text: say("advice: ", "助言　") + advice)
      }
    }
    writer.lineBreak()
  }

  /// Which areas have which outcome, in a line each.
  private func verdicts(_ position: Int, to writer: inout MarkupWriter) {
    writer.element("dl") { writer in
      for verdict in Verdict.allCases {
        let areas = index.areas(of: position, with: verdict)
        if areas.isEmpty { continue }
        let level = index.level(ofArea: areas[0])
        writer.element("dt", text: site.word(verdict))
        let count = index.phrasing.areas(areas.count, ofLevel: level)
        let names = areas.count > mostRows ? "" : say(": ", "：") + index.phrasing.list(index.areaNames(areas))
        writer.element("dd", text: verdict == .missed ? count : count + names)
      }
    }
  }

  private func missed(_ position: Int, _ open: OpenTarget, to writer: inout MarkupWriter) {
    let areas = index.areas(of: position, with: .missed)
    let isNumber = open.rows.allSatisfy { row in row.measured?.utf8.first.map { $0 < 0x3A } ?? true }
    let figure: (String) -> HTMLTable.Column = { isNumber ? .number($0) : .plain($0) }
    let columns: [HTMLTable.Column] = [
      .short(say("area", "区域")), figure(say("measured", "実績")), figure(say("required", "必要")), .number(say("missing", "不足")),
      .wide(say("what to do", "直し方")), .short(say("open", "継続")), .plain(say("cell", "セル")),
    ]
    let rows = open.rows.prefix(mostRows)
    let heads: [HTMLTable.Cell] = areas.prefix(mostRows).map { area in { site.areaLink(area, to: &$0) } }
    let texts = rows.map { row in
      [
        row.measured ?? "", row.required ?? open.required ?? "", row.shortfall ?? "",
        ([row.statement].compactMap { $0 } + row.details.map { $0.text }).joined(separator: say("; ", "　")), row.open ?? "",
        row.source ?? "",
      ]
    }
    HTMLTable(caption: say("Missed: ", "未達成　") + open.name, columns: columns, heads: heads, texts: texts).write(to: &writer)
    if areas.count > mostRows {
      let rest = String(areas.count - mostRows)
      writer.element("p", text: say(rest + " more; see the pages of the areas", "ほか" + rest + "件は、各区域のページにあります"))
    }
  }
}
