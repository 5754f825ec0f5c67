import Diagnostics
import Evaluation
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
    if let required = target.required { labelled(phrasing.say("required", "必要"), required, indent: 4, hanging: 10) }
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

  /// The areas in columns where their lines fit; otherwise areas with one instruction together, under it.
  private mutating func drawRows(_ rows: [OpenArea], indent: Int) {
    var table = TextTable([.left, alignment(of: rows), .left, .left, .left, .left, .left])
    for row in rows {
      table.add(
        [
          Run(row.area, .strong), Run(row.measured ?? ""), Run(row.required ?? "", .faint), Run(row.shortfall ?? "", .bad),
          Run(row.statement ?? ""), Run(row.open ?? "", .caution), Run(row.source ?? "", .faint),
        ], measuredBy: self)
    }
    if indent + table.totalWidth <= style.width {
      for (cells, row) in zip(table.rows, rows) {
        line(table.line(cells), indent: indent)
        for detail in row.details { paragraph(detail, indent: indent + 2, hanging: indent + 4) }
      }
    } else {
      drawByAction(rows, indent: indent)
    }
  }

  /// Figures stand right, words such as a ladder's steps left.
  private func alignment(of rows: [OpenArea]) -> TextTable.Alignment {
    let isFigure = rows.allSatisfy { row in row.measured?.utf8.first.map { $0 < 0x3A } ?? true }
    return isFigure ? .right : .left
  }

  private mutating func drawByAction(_ rows: [OpenArea], indent: Int) {
    var actions: [String?] = []
    var rowsByAction: [String?: [OpenArea]] = [:]
    for row in rows {
      if rowsByAction[row.statement] == nil { actions.append(row.statement) }
      rowsByAction[row.statement, default: []].append(row)
    }
    for action in actions {
      let group = rowsByAction[action] ?? []
      guard let action else {
        drawTable(table(of: group), group, indent: indent)
        continue
      }
      paragraph(action, indent: indent, hanging: indent + 2)
      if group.allSatisfy({ $0.details.isEmpty && $0.shortfall == nil }) {
        // The instruction says from what to what; where each figure stands is all that differs.
        flow(group.map { [$0.area, $0.open, $0.source].compactMap { $0 }.joined(separator: "  ") }, indent: indent + 2)
      } else {
        drawTable(table(of: group), group, indent: indent + 2)
      }
    }
  }

  private func table(of rows: [OpenArea]) -> TextTable {
    var table = TextTable([.left, alignment(of: rows), .left, .left, .left, .left])
    for row in rows {
      table.add(
        [
          Run(row.area, .strong), Run(row.measured ?? ""), Run(row.required ?? "", .faint), Run(row.shortfall ?? "", .bad),
          Run(row.open ?? "", .caution), Run(row.source ?? "", .faint),
        ], measuredBy: self)
    }
    return table
  }

  /// Rows that are still too wide put their last cell, the source, on a line of its own.
  private mutating func drawTable(_ table: TextTable, _ rows: [OpenArea], indent: Int) {
    let fits = indent + table.totalWidth <= style.width
    for (cells, row) in zip(table.rows, rows) {
      line(table.line(fits ? cells : cells.withoutLast), indent: indent)
      if !fits, let source = row.source { paragraph(source, indent: indent + 2, hanging: indent + 4, tone: .faint) }
      for detail in row.details { paragraph(detail, indent: indent + 2, hanging: indent + 4) }
    }
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
      line(row.flatMap { [Run($0), Run(String(repeating: " ", count: column - columns($0)))] }, indent: indent)
    }
  }
}
