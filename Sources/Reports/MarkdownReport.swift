import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The evaluation of a year in Markdown: the content of the text report, to be pasted into a page or a message.
package struct MarkdownReport {
  private let index: OutcomeIndex
  private var writer = MarkdownWriter()

  package static func render(_ input: ReportInput) -> [UInt8] {
    var report = MarkdownReport(index: OutcomeIndex(input))
    report.write()
    return report.writer.bytes
  }

  private var language: Language { index.input.language }

  private func say(_ english: String, _ japanese: String) -> String { index.phrasing.say(english, japanese) }

  private mutating func write() {
    let head = index.head()
    writer.heading(head.title, level: 1)
    writer.paragraph(head.scope)
    writer.table(
      head: head.counts.map { $0.verdict.wording.text(in: language) },
      rows: [head.counts.map { [index.phrasing.number(.init(Int64($0.count)))] }], rightAligned: Set(head.counts.indices))
    if let note = head.diagnostics { writer.paragraph(note) }
    if !head.silent.isEmpty {
      writer.heading(head.silentTitle, level: 2)
      writer.paragraph(index.phrasing.list(head.silent))
    }
    let (must, should) = (index.openTargets(.must), index.openTargets(.should))
    writeOverview(must + should)
    write(must, say("Missed: required targets", "未達成　必須の目標"))
    write(should, say("Missed: targets to strive for", "未達成　努力目標"))
    write(index.waiting())
    for followUp in index.followUps() { write(followUp) }
    write(index.waiverLines())
    write(index.inapplicableLines())
    for grid in [index.quietThreads()].compactMap({ $0 }) + index.summaryGrids() {
      writer.heading(grid.title + (grid.note ?? ""), level: 2)
      writer.table(head: grid.head, rows: grid.rows.map { $0.map { [$0] } }, rightAligned: Set(grid.head.indices.dropFirst()))
    }
  }

  /// One line a target: what a notice begins with.
  private mutating func writeOverview(_ targets: [OpenTarget]) {
    if targets.count < 2 { return }
    writer.heading(say("Missed targets at a glance", "未達成の目標の一覧"), level: 2)
    writer.table(
      head: [
        say("target", "目標"), say("item, stage", "項目・段階"), say("kind", "区分"), say("missed by", "未達成"),
        say("open at most", "最長の継続"),
        say("areas", "区域"),
      ],
      rows: targets.map { target in
        let names = target.rows.map { $0.area }
        let rest = names.count - MarkdownReport.mostNames
        let more = rest > 0 ? say(" and " + String(rest) + " more", "ほか" + String(rest)) : ""
        return [
          [target.name], [target.kind], [target.severity.wording.text(in: language)], [target.missedAreas],
          [index.openAge(target.longestOpen) ?? ""],
          [index.phrasing.list(Array(names.prefix(MarkdownReport.mostNames))) + more],
        ]
      }, rightAligned: [3])
  }

  private static let mostNames = 12

  private mutating func write(_ targets: [OpenTarget], _ title: String) {
    if targets.isEmpty { return }
    writer.heading(title + say(" (", "（") + String(targets.count) + say(")", "件）"), level: 2)
    for target in targets {
      writer.heading(target.name + (target.kind.isEmpty ? "" : say(" (" + target.kind + ")", "（" + target.kind + "）")), level: 3)
      writer.paragraph(index.phrasing.list(target.counts))
      for sentence in target.sentences { writer.quote(sentence) }
      writeRows(target)
      let remarks =
        target.advice.map { say("advice: ", "助言　") + $0 } + [target.owner.map { say("owner: ", "担当　") + $0 }].compactMap { $0 }
        + target.because.map { say("source: ", "根拠　") + $0 }
      if !remarks.isEmpty { writer.list(remarks) }
    }
  }

  private mutating func writeRows(_ target: OpenTarget) {
    writer.table(
      head: [
        say("area", "区域"), say("measured", "実績"), say("required", "必要"), say("shortfall", "不足"), say("what to do", "直し方"),
        say("open", "継続"), say("cell", "セル"),
      ],
      rows: target.rows.map { row in
        [
          [row.area], [row.measured ?? ""], [row.required ?? target.required ?? ""], [row.shortfall ?? ""],
          [row.statement ?? ""] + row.details.map { $0.text }, [row.open ?? ""], [row.source ?? ""],
        ]
      })
  }

  private mutating func write(_ waiting: Waiting) {
    if waiting.count == 0 { return }
    writer.heading(
      say(
        "Not reported (" + String(waiting.count) + (waiting.count == 1 ? " outcome)" : " outcomes)"),
        "未報告（" + String(waiting.count) + "件）"), level: 2)
    for reporter in waiting.reporters {
      writer.heading(say("awaited from: ", "報告を待つ相手　") + reporter.name, level: 3)
      writer.table(
        head: [say("area", "区域"), say("figures", "項目")],
        rows: reporter.areas.map { [[$0.area], [index.phrasing.list($0.figures)]] })
    }
    let undecided = waiting.targets + waiting.onlySilent
    writer.heading(say("Targets that wait", "判定を待つ目標"), level: 3)
    writer.table(
      head: [say("target", "目標"), say("areas", "区域")], rows: undecided.map { [[$0.name], [index.phrasing.list($0.allAreas)]] })
  }

  private mutating func write(_ followUp: FollowUp) {
    writer.heading(
      say(
        "What became of the misses of " + followUp.missedYear + ": 「" + followUp.missedTarget + "」",
        followUp.missedYear + "の未達成のその後「" + followUp.missedTarget + "」"), level: 2)
    writer.table(
      head: [say("area", "区域")] + followUp.answers.map { "「" + $0 + "」" } + [
        say("this year", "今年度"), say("measured", "実績"), say("open", "継続"),
      ],
      rows: followUp.rows.map { row in
        [[row.area]] + row.answers.map { [$0?.wording.text(in: language) ?? ""] }
          + [[row.result?.wording.text(in: language) ?? "-"], [row.measured ?? ""], [row.open ?? ""]]
      })
  }

  private mutating func write(_ waivers: [WaiverLine]) {
    if waivers.isEmpty { return }
    writer.heading(say("Waivers", "猶予"), level: 2)
    writer.table(
      head: [say("state", "状態"), say("target", "目標"), say("areas", "区域"), say("period", "期間"), say("because", "理由")],
      rows: waivers.map { waiver in
        [
          [waiver.state.wording.text(in: language)], [waiver.target],
          [index.phrasing.list(waiver.areas.map { $0.text(waiver.state, language) })], [waiver.period], [waiver.because],
        ]
      })
  }

  private mutating func write(_ lines: [InapplicableLine]) {
    if lines.isEmpty { return }
    writer.heading(say("Not applicable, and why", "対象外とその理由"), level: 2)
    writer.table(
      head: [say("target", "目標"), say("areas", "区域"), say("reason", "理由")],
      rows: lines.map { [[$0.target], [index.phrasing.list($0.areas)], [$0.reason]] })
  }
}
