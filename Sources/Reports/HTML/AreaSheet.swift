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

  func write(to writer: inout MarkupWriter) {
    var byVerdict = [[Int]](repeating: [], count: Verdict.allCases.count)
    for position in site.byArea[area] { byVerdict[index.outcomes[position].verdict.rank].append(position) }
    func positions(_ verdict: Verdict) -> [Int] { byVerdict[verdict.rank] }
    let counts = Verdict.allCases.map { (verdict: $0, count: positions($0).count) }
    site.tiles(counts.filter { $0.count > 0 || [.met, .missed, .notReported].contains($0.verdict) }, to: &writer)
    say(positions(.missed).count, positions(.notReported).count, to: &writer)
    let isMust = { (position: Int) in target(position).severity == .must }
    missing(positions(.missed).filter(isMust) + positions(.missed).filter { !isMust($0) }, to: &writer)
    blanks(positions(.notReported), to: &writer)
    names(positions(.met), say("Met", "達成した目標"), to: &writer)
    names(positions(.notApplicable), say("Not applicable", "対象外の目標"), to: &writer)
    reasons(positions(.notApplicable), to: &writer)
    names(positions(.notDue), say("Not due yet", "期限前の目標"), to: &writer)
    waived(positions(.waived), to: &writer)
  }

  private func target(_ position: Int) -> Target { index.rulebook.targets[index.outcomes[position].target] }

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

  private func missing(_ missed: [Int], to writer: inout MarkupWriter) {
    if missed.isEmpty { return }
    writer.element("h2", text: say("To mend", "直すところ"))
    for (number, position) in missed.enumerated() { card(number + 1, index.outcomes[position], to: &writer) }
  }

  private func card(_ number: Int, _ outcome: Outcome, to writer: inout MarkupWriter) {
    let target = index.target(outcome)
    let row = site.openArea(outcome)
    let language = index.input.language
    writer.element("section", [.init("class", "card pairs")]) { writer in
      writer.element("div", [.init("class", "cardhead")]) { writer in
        writer.element("h3") { writer in
          writer.text(String(number) + ". ")
          site.targetLink(outcome.target, to: &writer)
        }
        writer.element("span", [.init("class", "small")]) { writer in
          let tags = [
            target.item.map { index.rulebook.items[$0].code }, target.stage?.wording.text(in: language),
            target.severity.wording.text(in: language), index.openText(row.gap),
            target.owner.map { say("acts: ", "担当　") + $0 },
          ]
          for tag in tags.compactMap({ $0 }) {
            writer.element("span", [.init("class", "tag")], text: tag)
            writer.text(" ")
          }
        }
      }
      for sentence in site.sentences(of: outcome.target, level: index.level(ofArea: area)) {
        writer.element("blockquote", [.init("class", "soft small")], text: sentence)
      }
      writer.element("dl") { lines(row, target, to: &$0) }
    }
    writer.lineBreak()
  }

  private struct Line {
    let label: String
    let text: String
    /// Short lines stand two abreast where there is room.
    let isShort: Bool
  }

  private func lines(_ row: OpenArea, _ target: Target, to writer: inout MarkupWriter) {
    let figures = [
      row.measured.map { say("measured ", "実績 ") + $0 }, row.required.map { say("required ", "必要 ") + $0 },
      row.shortfall.map { say("missing ", "不足 ") + $0 },
    ].compactMap { $0 }
    var lines: [Line] = []
    func add(_ label: String, _ text: String?, isShort: Bool = false) {
      if let text { lines.append(Line(label: label, text: text, isShort: isShort)) }
    }
    add(say("what to do", "直し方"), row.action)
    add(say("both sides", "両側"), row.equation)
    for detail in row.details { add(say("details", "内訳"), detail.text) }
    for text in target.advice { add(say("advice", "助言"), text) }
    add(say("figures", "判定"), figures.isEmpty ? nil : index.phrasing.list(figures), isShort: true)
    add(say("cell", "セル"), row.source, isShort: !figures.isEmpty)
    for line in lines {
      writer.element("dt", text: line.label)
      writer.element("dd", line.isShort ? [] : [.init("class", "all")], text: line.text)
    }
  }

  // MARK: Blank

  private func blanks(_ undecided: [Int], to writer: inout MarkupWriter) {
    if undecided.isEmpty { return }
    writer.element("h2", text: say("Not filled in yet", "記入がないところ"))
    var waiting: [FigureKey: [Int]] = [:]
    for position in undecided {
      for key in index.outcomes[position].awaited { waiting[key, default: []].append(index.outcomes[position].target) }
    }
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
    let unexplained = undecided.filter { index.outcomes[$0].awaited.isEmpty }.map { index.phrasing.name(of: target($0)) }
    if !unexplained.isEmpty {
      writer.element("p", text: say("Cannot be judged yet: ", "まだ判定できない目標　") + index.phrasing.list(unexplained))
    }
  }

  private func blank(_ key: FigureKey, to writer: inout MarkupWriter) {
    guard let indicator = index.indicator(key) else { return }
    let place = key.area == area ? "" : index.areaName(key.area) + say(" ", "の")
    let year = key.year == index.input.judgement.year ? "" : say(", ", "　") + index.phrasing.year(key.year, of: key.indicator)
    let label = index.phrasing.name(indicator.name, other: indicator.otherLabel)
    writer.text(place + indicator.code + (label == indicator.code ? "" : " " + label) + year)
  }

  // MARK: The rest

  private func names(_ positions: [Int], _ title: String, to writer: inout MarkupWriter) {
    let targets = positions.map { index.phrasing.name(of: target($0)) }
    if targets.isEmpty { return }
    let count = String(targets.count)
    writer.element("h2", [.init("class", "run")], text: title + say(" (" + count + ")", "（" + count + "件）"))
    writer.element("p", [.init("class", "small names")], text: index.phrasing.list(targets))
  }

  /// Why some are not applicable, where neither the sentence nor the data shows it.
  private func reasons(_ positions: [Int], to writer: inout MarkupWriter) {
    let reasons = positions.compactMap { position in
      index.outcomes[position].inapplicability.map {
        index.phrasing.name(of: target(position)) + say(": ", "　") + index.reason($0)
      }
    }
    if reasons.isEmpty { return }
    writer.element("ul", [.init("class", "small")]) { writer in
      for reason in reasons { writer.element("li", text: reason) }
    }
  }

  private func waived(_ waived: [Int], to writer: inout MarkupWriter) {
    if waived.isEmpty { return }
    writer.element("h2", text: say("Waived", "猶予中の目標"))
    writer.element("ul") { writer in
      for position in waived {
        let outcome = index.outcomes[position]
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
