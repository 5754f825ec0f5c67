import Diagnostics
import Evaluation
import Quantities
import RuleLanguage
import Rulebook

/// The pieces that the text reports share.
extension TextCanvas {
  mutating func draw(_ head: ReportHead, _ phrasing: Phrasing) {
    line([Run(head.title, .strong)])
    line([Run(head.scope)])
    drawCounts(head, phrasing, titled: false)
    if head.silent.isEmpty { return }
    heading("■ " + head.silentTitle, .caution)
    paragraph(phrasing.list(head.silent), indent: 2)
  }

  mutating func drawCounts(_ head: ReportHead, _ phrasing: Phrasing, titled: Bool = true) {
    if titled { line([Run(head.title)]) }
    var runs: [Run] = []
    for (verdict, count) in head.counts {
      let tone = count == 0 && verdict != .met ? Tone.good : verdict.tone
      runs.append(Run(runs.isEmpty ? "" : "  "))
      runs.append(Run(verdict.wording.text(in: phrasing.language) + " " + phrasing.number(.init(Int64(count))), tone))
    }
    line(runs)
    if let note = head.diagnostics { line([Run(note, .caution)]) }
  }

  /// A missed target: its name and counts, its sentence, a line for each area, and what is said once for all of them.
  mutating func draw(_ target: OpenTarget, _ phrasing: Phrasing) {
    blank()
    let title = [Run(target.name, .strong), Run(target.kind.isEmpty ? "" : "  " + target.kind, .faint)]
    let counts = phrasing.list(target.counts)
    if 4 + title.reduce(0, { $0 + columns($1.text) }) + columns(counts) <= style.width {
      line(title + [Run("  "), Run(counts, .bad)], indent: 2)
    } else {
      line(title, indent: 2)
      paragraph(counts, indent: 4, tone: .bad)
    }
    for sentence in target.sentences { paragraph(sentence, indent: 4, tone: .faint) }
    if let required = target.required, !target.statesRequirement {
      labelled(phrasing.say("required", "必要"), required, indent: 4, hanging: 10)
    }
    drawRows(target.rows, indent: 4)
    drawRemarks(target, phrasing, indent: 4)
  }

  mutating func drawRemarks(_ target: OpenTarget, _ phrasing: Phrasing, indent: Int) {
    let advice = phrasing.say("advice", "助言")
    for text in target.advice { labelled(advice, text, indent: indent, hanging: indent + 2 + columns(advice)) }
    let owner = target.owner.map { phrasing.say("owner: ", "担当　") + $0 }
    let because = target.because.map { phrasing.say("source: ", "根拠　") + $0 }
    let rest = ([owner].compactMap { $0 } + because).joined(separator: phrasing.say("; ", "　"))
    if !rest.isEmpty { paragraph(rest, indent: indent, tone: .faint) }
  }

  mutating func draw(_ waivers: [WaiverLine], _ phrasing: Phrasing) {
    if waivers.isEmpty { return }
    heading(phrasing.say("■ Waivers", "■ 猶予"))
    for waiver in waivers {
      let areas = waiver.areas.map { $0.text(waiver.state, phrasing.language) }
      let state = waiver.state.wording.text(in: phrasing.language)
      line([Run(state, .caution), Run("  「" + waiver.target + "」"), Run(" " + phrasing.list(areas), .strong)], indent: 2)
      paragraph(waiver.period + phrasing.say("; because: ", "　理由　") + waiver.because, indent: 4, tone: .faint)
    }
  }

  mutating func draw(_ lines: [InapplicableLine], _ phrasing: Phrasing) {
    if lines.isEmpty { return }
    heading(phrasing.say("■ Not applicable, and why", "■ 対象外とその理由"))
    for inapplicable in lines {
      line([Run("「" + inapplicable.target + "」"), Run(" " + phrasing.list(inapplicable.areas), .strong)], indent: 2)
      paragraph(inapplicable.reason, indent: 4, tone: .faint)
    }
  }

  mutating func draw(_ grid: SummaryGrid) {
    heading("■ " + grid.title + (grid.note ?? ""))
    var table = TextTable([.left] + [TextTable.Alignment](repeating: .right, count: grid.head.count - 1))
    var room = style.width - 2
    for column in 1..<grid.head.count {
      room -= 2 + max(columns(grid.head[column]), grid.rows.map { columns($0[column]) }.max() ?? 0)
    }
    table.add(grid.head.map { Run($0, .faint) }, measuredBy: self)
    for row in grid.rows {
      let name = breaking.lines(row[0], first: max(16, room), width: max(16, room))
      table.add([Run(name[0] + (name.count > 1 ? "..." : ""))] + row.dropFirst().map { Run($0) }, measuredBy: self)
    }
    table.draw(on: &self, indent: 2)
  }

  /// Short pieces in columns of one width, row by row.
  mutating func flow(_ pieces: [String], indent: Int) {
    let column = (pieces.map { columns($0) }.max() ?? 0) + 2
    let perLine = max(1, (style.width - indent) / column)
    for start in stride(from: 0, to: pieces.count, by: perLine) {
      let row = pieces[start..<min(pieces.count, start + perLine)]
      line(row.flatMap { [Run($0), Run.spaces(column - columns($0))] }, indent: indent)
    }
  }
}
