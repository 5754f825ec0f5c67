import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What one area has to know: what is missing, in which cell, and what to do; then what is blank, and what is met. The page of a
/// ward and the reply to a ward's own check are made of it.
struct AreaSheet {
  let site: Site
  let area: Int

  private var index: OutcomeIndex { site.index }
  private func say(_ english: String, _ japanese: String) -> String { site.say(english, japanese) }

  private var outcomes: [Outcome] { site.byArea[area].map { index.outcomes[$0] } }

  func write(to writer: inout MarkupWriter) {
    let outcomes = outcomes
    let counts = Verdict.allCases.map { verdict in (verdict: verdict, count: outcomes.filter { $0.verdict == verdict }.count) }
    site.tiles(counts.filter { $0.count > 0 || [.met, .missed, .notReported].contains($0.verdict) }, to: &writer)
    say(counts[Verdict.missed.rank].count, counts[Verdict.notReported.rank].count, to: &writer)
    let missed = outcomes.filter { $0.verdict == .missed }
    let musts = missed.filter { index.target($0).severity == .must }
    missing(musts + missed.filter { index.target($0).severity != .must }, to: &writer)
    blanks(outcomes.filter { $0.verdict == .notReported }, to: &writer)
    names(.met, outcomes, say("Met", "達成した目標"), to: &writer)
    names(.notApplicable, outcomes, say("Not applicable", "対象外の目標"), to: &writer)
    names(.notDue, outcomes, say("Not due yet", "期限前の目標"), to: &writer)
    waived(outcomes, to: &writer)
  }

  /// In one sentence, whether anything is left to do.
  private func say(_ missed: Int, _ blank: Int, to writer: inout MarkupWriter) {
    let isSilent = index.input.judgement.silentAreas.contains(area)
    let text: String
    if isSilent {
      text = say("No figure has been given yet.", "まだ何も記入されていません。")
    } else if missed + blank == 0 {
      text = say("Nothing is missing.", "直すところはありません。")
    } else {
      let parts = [
        missed == 0 ? nil : say(String(missed) + " to mend", "直すところが" + String(missed) + "件"),
        blank == 0 ? nil : say(String(blank) + " waiting for figures", "記入を待つ目標が" + String(blank) + "件"),
      ]
      text = index.phrasing.list(parts.compactMap { $0 }) + say(".", "あります。")
    }
    writer.element("p", [.init("class", missed + blank == 0 && !isSilent ? "good" : "note")], text: text)
  }

  // MARK: Missed

  private func missing(_ missed: [Outcome], to writer: inout MarkupWriter) {
    if missed.isEmpty { return }
    writer.element("h2", text: say("To mend", "直すところ"))
    for (number, outcome) in missed.enumerated() { card(number + 1, outcome, to: &writer) }
  }

  private func card(_ number: Int, _ outcome: Outcome, to writer: inout MarkupWriter) {
    let target = index.target(outcome)
    let row = site.openArea(outcome)
    let language = index.input.language
    writer.element("section", [.init("class", "card")]) { writer in
      writer.element("h3") { writer in
        writer.text(String(number) + ". ")
        site.targetLink(outcome.target, to: &writer)
      }
      writer.element("p", [.init("class", "small")]) { writer in
        let tags = [
          target.item.map { index.rulebook.items[$0].code }, target.stage?.wording.text(in: language),
          target.severity.wording.text(in: language), index.openText(row.gap),
        ]
        for tag in tags.compactMap({ $0 }) {
          writer.element("span", [.init("class", "tag")], text: tag)
          writer.text(" ")
        }
      }
      for sentence in index.sentences(target, level: index.level(ofArea: area)) {
        writer.element("blockquote", [.init("class", "soft small")], text: sentence)
      }
      writer.element("dl") { lines(row, target, to: &$0) }
    }
    writer.lineBreak()
  }

  private func lines(_ row: OpenArea, _ target: Target, to writer: inout MarkupWriter) {
    let figures = [
      row.measured.map { say("measured ", "実績 ") + $0 }, row.required.map { say("required ", "必要 ") + $0 },
      row.shortfall.map { say("missing ", "不足 ") + $0 },
    ].compactMap { $0 }
    var lines: [(String, String)] = figures.isEmpty ? [] : [(say("figures", "判定"), index.phrasing.list(figures))]
    if let equation = row.equation { lines.append((say("both sides", "両側"), equation)) }
    if let action = row.action { lines.append((say("what to do", "直し方"), action)) }
    for detail in row.details { lines.append((say("details", "内訳"), detail.text)) }
    if let source = row.source { lines.append((say("cell", "セル"), source)) }
    for text in target.advice { lines.append((say("advice", "助言"), text)) }
    if let owner = target.owner { lines.append((say("acts", "担当"), owner)) }
    for (label, text) in lines {
      writer.element("dt", text: label)
      writer.element("dd", text: text)
    }
  }

  // MARK: Blank

  private func blanks(_ undecided: [Outcome], to writer: inout MarkupWriter) {
    if undecided.isEmpty { return }
    writer.element("h2", text: say("Not filled in yet", "記入がないところ"))
    var waiting: [FigureKey: [Int]] = [:]
    for outcome in undecided { for key in outcome.awaited { waiting[key, default: []].append(outcome.target) } }
    let keys = waiting.keys.filter { index.indicator($0) != nil }.sorted {
      ($0.indicator, $0.area, $0.year.number) < ($1.indicator, $1.area, $1.year.number)
    }
    var table = HTMLTable(
      caption: say("Figures that are awaited", "記入を待つ項目"),
      columns: [
        .wide(say("figure", "項目")), .plain(say("reported by", "報告者")), .plain(say("cell", "セル")),
        .wide(say("targets that wait", "待つ目標")),
      ])
    for key in keys.prefix(400) {
      let names = Array(Set(waiting[key] ?? [])).sorted().map { index.phrasing.name(of: index.rulebook.targets[$0]) }
      table.rows.append(
        HTMLTable.Row(cells: [
          { blank(key, to: &$0) }, HTMLTable.text(index.indicator(key)?.reportedBy ?? ""),
          HTMLTable.text(index.facts.origin(key).map { index.cells.name(of: $0) } ?? say("no cell", "セルなし")),
          HTMLTable.text(index.phrasing.list(names)),
        ]))
    }
    table.write(to: &writer)
    let unexplained = undecided.filter { $0.awaited.isEmpty }.map { index.phrasing.name(of: index.target($0)) }
    if !unexplained.isEmpty {
      writer.element("p", text: say("Cannot be judged yet: ", "まだ判定できない目標　") + index.phrasing.list(unexplained))
    }
  }

  private func blank(_ key: FigureKey, to writer: inout MarkupWriter) {
    guard let indicator = index.indicator(key) else { return }
    let place = key.area == area ? "" : index.areaName(key.area) + say(" ", "の")
    let year = key.year == index.input.judgement.year ? "" : say(", ", "　") + index.phrasing.year(key.year)
    let label = index.phrasing.name(indicator.name, other: indicator.otherLabel)
    writer.text(place + indicator.code + (label == indicator.code ? "" : " " + label) + year)
  }

  // MARK: The rest

  private func names(_ verdict: Verdict, _ outcomes: [Outcome], _ title: String, to writer: inout MarkupWriter) {
    let targets = outcomes.filter { $0.verdict == verdict }.map { index.phrasing.name(of: index.target($0)) }
    if targets.isEmpty { return }
    let count = String(targets.count)
    writer.element("h2", text: title + say(" (" + count + ")", "（" + count + "件）"))
    writer.element("p", [.init("class", "small")], text: index.phrasing.list(targets))
  }

  private func waived(_ outcomes: [Outcome], to writer: inout MarkupWriter) {
    let waived = outcomes.filter { $0.verdict == .waived }
    if waived.isEmpty { return }
    writer.element("h2", text: say("Waived", "猶予中の目標"))
    writer.element("ul") { writer in
      for outcome in waived {
        let reason = outcome.waiver.flatMap { index.rulebook.waivers.indices.contains($0) ? index.rulebook.waivers[$0] : nil }
        let told = reason.map {
          say("until " + index.phrasing.year($0.until) + ", ", index.phrasing.year($0.until) + "まで　") + $0.because
        }
        writer.element(
          "li",
          text: ([index.phrasing.name(of: index.target(outcome))] + [told].compactMap { $0 }).joined(separator: say(": ", "　")))
      }
    }
  }
}
