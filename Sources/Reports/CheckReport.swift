import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// One area's own check before it submits: what to mend, in which cell; what is still blank; what is met.
package struct CheckReport {
  private let index: OutcomeIndex
  private let area: Int
  private var canvas: TextCanvas

  /// The report of the area that the input names, or of the first area that has outcomes.
  package static func render(_ input: ReportInput, style: TextStyle = TextStyle()) -> [UInt8] {
    guard let area = input.area ?? input.judgement.outcomes.first?.area else { return [] }
    let own = ReportInput(
      rulebook: input.rulebook, facts: input.facts, judgement: input.judgement, diagnostics: input.diagnostics,
      provenance: input.provenance, language: input.language, area: area)
    var report = CheckReport(index: OutcomeIndex(own), area: area, canvas: TextCanvas(style))
    report.draw()
    return report.canvas.bytes
  }

  private func say(_ english: String, _ japanese: String) -> String { index.phrasing.say(english, japanese) }

  private mutating func draw() {
    let head = index.head()
    canvas.line([Run(index.areaName(area) + say(": check before submitting", "　提出前の点検"), .strong)])
    canvas.drawCounts(head, index.phrasing)
    verdict(head)
    missed(index.openTargets(.must) + index.openTargets(.should))
    blanks()
    canvas.draw(index.waiverLines(), index.phrasing)
    canvas.draw(index.inapplicableLines(), index.phrasing)
    names(of: .met, say("Met", "達成した目標"))
    names(of: .notApplicable, say("Not applicable", "対象外の目標"))
  }

  /// In one sentence, whether anything is left to do.
  private mutating func verdict(_ head: ReportHead) {
    let missed = head.counts.first { $0.verdict == .missed }?.count ?? 0
    let year = index.input.judgement.year
    let blank = index.outcomes.filter { outcome in
      outcome.verdict == .notReported && (outcome.awaited.isEmpty || outcome.awaited.contains { $0.year >= year })
    }.count
    canvas.blank()
    if missed + blank == 0 {
      let isClean = head.diagnostics == nil
      return canvas.paragraph(
        isClean
          ? say("Nothing is missing: the figures can be submitted.", "直すところはありません。このまま提出できます。")
          : say("No target is missed, but see the remarks on the data.", "未達成はありません。データの指摘を確かめてください。"),
        tone: isClean ? .good : .caution)
    }
    if !head.silent.isEmpty {
      return canvas.paragraph(say("No figure has been given yet.", "まだ何も記入されていません。"), tone: .caution)
    }
    let parts = [
      missed == 0 ? nil : say(String(missed) + " to mend", "直すところが" + String(missed) + "件"),
      blank == 0 ? nil : say(String(blank) + " waiting for figures", "記入を待つ目標が" + String(blank) + "件"),
    ]
    canvas.paragraph(index.phrasing.list(parts.compactMap { $0 }) + say(".", "あります。"), tone: missed > 0 ? .bad : .caution)
  }

  private mutating func missed(_ targets: [OpenTarget]) {
    if targets.isEmpty { return }
    canvas.heading(say("■ To mend", "■ 直すところ"), .bad)
    for (number, target) in targets.enumerated() {
      guard let row = target.rows.first else { continue }
      canvas.blank()
      let severity = target.severity.wording.text(in: index.input.language)
      let kind = index.phrasing.beside([target.kind, severity].filter { !$0.isEmpty })
      canvas.line(
        [
          Run(String(number + 1) + ". " + target.name, .strong), Run("  " + kind, .faint),
          Run("  " + (index.openText(row.gap) ?? ""), .caution),
        ], indent: 2)
      for sentence in target.sentences { canvas.paragraph(sentence, indent: 5, tone: .faint) }
      let margin = 5 + 2 + canvas.columns(say("what to do", "直し方"))
      let lines: [(String, String?)] = [
        (say("measured", "実績"), row.measured), (say("required", "必要"), row.required ?? target.required),
        (say("missing", "不足"), row.shortfall),
        (say("both sides", "両側"), row.equation), (say("what to do", "直し方"), row.action),
      ]
      for (label, text) in lines { if let text { canvas.labelled(label, text, indent: 5, hanging: margin) } }
      for detail in row.details { canvas.labelled(say("figures", "内訳"), detail.text, indent: 5, hanging: margin) }
      if let source = row.source { canvas.labelled(say("cell", "セル"), source, indent: 5, hanging: margin) }
      for text in target.advice { canvas.labelled(say("advice", "助言"), text, indent: 5, hanging: margin) }
    }
  }

  /// The figures that are blank and matter, with the question that the form asks and the targets that wait.
  private mutating func blanks() {
    let undecided = index.outcomes.filter { $0.verdict == .notReported }
    if undecided.isEmpty { return }
    var waiting: [FigureKey: [String]] = [:]
    for outcome in undecided {
      for key in outcome.awaited { waiting[key, default: []].append(index.phrasing.name(of: index.target(outcome))) }
    }
    let keys = waiting.keys.filter { index.indicator($0) != nil }.sorted {
      ($0.indicator, $0.area, $0.year.number) < ($1.indicator, $1.area, $1.year.number)
    }
    let present = keys.filter { $0.year >= index.input.judgement.year }
    if !present.isEmpty { canvas.heading(say("■ Not filled in yet", "■ 記入がないところ"), .caution) }
    for key in present { blank(key, waiting[key] ?? []) }
    earlierYears(keys.filter { $0.year < index.input.judgement.year }, waiting)
    let unexplained = undecided.filter { $0.awaited.isEmpty }.map { index.phrasing.name(of: index.target($0)) }
    if !unexplained.isEmpty { canvas.paragraph(index.phrasing.list(unexplained), indent: 2, hanging: 4) }
  }

  /// Figures of earlier years are not for this form: it is enough to say which targets wait for them.
  private mutating func earlierYears(_ keys: [FigureKey], _ waiting: [FigureKey: [String]]) {
    if keys.isEmpty { return }
    canvas.heading(say("■ Not judged without the data of earlier years", "■ 過去の年度のデータがないため判定しない目標"), .faint)
    var targets: [String] = []
    for key in keys { for target in waiting[key] ?? [] where !targets.contains(target) { targets.append(target) } }
    canvas.paragraph(index.phrasing.list(targets), indent: 2)
    canvas.paragraph(
      say(
        "Name last year's files as well to have them judged.", "前年度までに提出したファイルも一緒に指定すると、判定できます。"), indent: 2, tone: .faint)
  }

  private mutating func blank(_ key: FigureKey, _ targets: [String]) {
    guard let indicator = index.indicator(key) else { return }
    let area = key.area == area ? "" : index.areaName(key.area) + say(" ", "の")
    let year = key.year == index.input.judgement.year ? "" : "  " + index.phrasing.year(key.year, of: key.indicator)
    let label =
      indicator.label == nil || indicator.label == indicator.code
      ? "" : " " + index.phrasing.name(indicator.name, other: indicator.otherLabel)
    canvas.blank()
    canvas.line([Run(area + indicator.code + label, .strong), Run(year)], indent: 2)
    if let question = indicator.question { canvas.paragraph(question, indent: 5) }
    if let place = index.input.facts.origin(key) {
      canvas.labelled(say("cell", "セル"), index.cells.name(of: place), indent: 5, hanging: 15)
    }
    if let reporter = indicator.reportedBy { canvas.labelled(say("reported by", "報告者"), reporter, indent: 5, hanging: 15) }
    canvas.labelled(say("waiting", "待つ目標"), index.phrasing.list(targets), indent: 5, hanging: 15)
  }

  private mutating func names(of verdict: Verdict, _ title: String) {
    let names = index.outcomes.filter { $0.verdict == verdict }.map { index.phrasing.name(of: index.target($0)) }
    if names.isEmpty { return }
    canvas.heading("■ " + title + say(" (" + String(names.count) + ")", "（" + String(names.count) + "件）"), verdict.tone)
    canvas.paragraph(index.phrasing.list(names), indent: 2)
  }
}
