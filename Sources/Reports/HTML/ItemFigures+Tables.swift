import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension ItemFigures {
  /// A figure of the whole programme: reported by the area at the top, or gathered from the lowest ones.
  struct Gathered {
    let value: Int64?
    /// Areas that reported nothing of it, where it is gathered.
    let missing: Int
    let isOwn: Bool
    let isApplicable: Bool
  }

  func tablePieces(_ table: Table, _ rows: [Int]) -> [Piece] {
    guard let first = rows.first else { return [] }
    let title = table.label ?? table.code
    if !rows.allSatisfy({ isNumber($0) }) {
      let kind = index.rulebook.indicators[first].kind
      let alike = rows.filter { index.rulebook.indicators[$0].kind == kind }
      switch kind {
      case .ladder, .yesOrNo, .choice: return [.chart(steps(alike, title: title))]
      default: return []
      }
    }
    return [.chart(comparison(table, rows, title))] + [yearly(table, title)].compactMap { $0 }
  }

  func gathered(_ position: Int, _ year: FiscalYear) -> Gathered {
    let top = index.rulebook.program.levels.count - 1
    let highest = top > 0 ? index.facts.areas.areas(ofLevel: top) : []
    if highest.count == 1, let own = index.facts.stored(FigureKey(indicator: position, area: highest[0], year: year)) {
      return Gathered(value: own, missing: 0, isOwn: true, isApplicable: true)
    }
    if !index.rulebook.indicators[position].isAsked(in: year) {
      return Gathered(value: nil, missing: 0, isOwn: false, isApplicable: false)
    }
    var sum: Int64?
    var missing = 0
    for area in areas {
      let key = FigureKey(indicator: position, area: area, year: year)
      if let stored = index.facts.stored(key) {
        let (next, overflows) = (sum ?? 0).addingReportingOverflow(stored)
        sum = overflows ? Int64.max : next
      } else if index.facts.state(key) == .notReported {
        missing += 1
      }
    }
    // A share has no sum.
    if case .percent = index.rulebook.indicators[position].kind { sum = nil }
    return Gathered(value: sum, missing: missing, isOwn: false, isApplicable: true)
  }

  /// The rows of a table over the last three years; those introduced meanwhile carry ※.
  private func comparison(_ table: Table, _ rows: [Int], _ title: String) -> Chart {
    let years = shownYears(3)
    let all = rows.map { row in years.map { gathered(row, $0) } }
    var notes: [String] = []
    let introduced = rows.compactMap { index.rulebook.indicators[$0].introduced }.filter { $0 > years[0] && $0 <= year }
    for start in Set(introduced).sorted() {
      notes.append(say("※ asked from " + name(start) + " on", "※ " + name(start) + "からの新規項目"))
    }
    if table.multipleAnswers {
      notes.append(say("several answers are possible: the rows need not add up", "複数回答のため、内訳の合計は総数と一致しません"))
    }
    let missing = years.indices.compactMap { place -> String? in
      let most = all.map { $0[place].missing }.max() ?? 0
      return most == 0 ? nil : name(years[place]) + " " + areaCount(most)
    }
    if !missing.isEmpty {
      notes.append(
        say("Not in the sums, for they did not report: ", "報告がなく、合計に含まない" + levelWord + "　") + index.phrasing.list(missing))
    }
    let isOwn = all.contains { $0.contains { $0.isOwn } }
    return Chart(
      title: title, unit: unit(rows[0]),
      source: isOwn ? say("published figures of the whole", "市などの公表値") + say(", ", "、") + source(years) : source(years),
      kind: .grouped,
      series: series(years),
      rows: zip(rows, all).map { row, figures in
        Chart.Row(
          key: index.rulebook.indicators[row].code,
          label: label(row) + (table.ofWhich.contains(row) ? say(" (of which)", "") : ""),
          values: figures.map { Chart.Value(amount: $0.value, text: text($0, row)) },
          isNew: index.rulebook.indicators[row].introduced.map { $0 > years[0] && $0 <= year } ?? false)
      }, rowTitle: say("row", "内訳"), notes: notes)
  }

  private func unit(_ position: Int) -> String {
    switch index.rulebook.indicators[position].kind {
    case .count(let unit), .amount(let unit), .number(let unit, _): unit
    case .percent: "%"
    default: ""
    }
  }

  private func text(_ figure: Gathered, _ position: Int) -> String {
    if !figure.isApplicable { return say("not asked", "項目なし") }
    return figure.value.map { index.phrasing.stored($0, of: index.rulebook.indicators[position], texts: []) } ?? "-"
  }

  /// Total, rows and their sum for every year that has any; a year whose sum differs is marked and says by how much.
  private func yearly(_ table: Table, _ title: String) -> Piece? {
    guard let total = table.total, index.rulebook.indicators.indices.contains(total), isNumber(total) else { return nil }
    let parts = table.summedRows.filter { index.rulebook.indicators.indices.contains($0) }
    let shown = parts.count <= 6 ? parts : []
    let extra = table.ofWhich.filter { index.rulebook.indicators.indices.contains($0) }
    var columns: [HTMLTable.Column] = [.short(say("year", "年度")), .number(label(total))]
    columns += shown.map { .number(label($0)) }
    let isSum = !table.multipleAnswers
    if isSum { columns += [.number(say("sum of the rows", "内訳の計")), .plain(say("agreement", "一致"))] }
    columns += extra.map { .number(label($0)) }
    var result = HTMLTable(caption: say(title + ", year by year", title + "　年度別の総数"), columns: columns)
    var isPartial = false
    for number in index.facts.years {
      let year = FiscalYear(number)
      let whole = gathered(total, year)
      let figures = parts.map { gathered($0, year) }
      if whole.value == nil && figures.allSatisfy({ $0.value == nil }) { continue }
      if whole.missing > 0 || figures.contains(where: { $0.missing > 0 }) { isPartial = true }
      var cells = [name(year), text(whole, total)] + shown.map { text(gathered($0, year), $0) }
      var style = ""
      if isSum {
        let sum = figures.reduce(Int64(0)) { $0.addingReportingOverflow($1.value ?? 0).partialValue }
        cells.append(
          figures.contains { $0.value != nil } ? index.phrasing.stored(sum, of: index.rulebook.indicators[total], texts: []) : "-"
        )
        let (told, isOff) = agreement(whole.value, figures.contains { $0.value != nil } ? sum : nil, total)
        cells.append(told)
        if isOff { style = "off" }
      }
      cells += extra.map { text(gathered($0, year), $0) }
      result.rows.append(HTMLTable.Row(cells: cells.map { HTMLTable.text($0) }, style: style))
    }
    if result.rows.isEmpty { return nil }
    let note = say("Sums leave out the " + levelWord + " that did not report.", "報告のない" + levelWord + "は合計に含みません。")
    return .table(title: say(title + ": totals by year", title + "：年度別の総数"), result, notes: isPartial ? [note] : [])
  }

  private func agreement(_ whole: Int64?, _ sum: Int64?, _ total: Int) -> (String, isOff: Bool) {
    guard let whole, let sum else { return ("-", false) }
    if whole == sum { return (say("agrees", "一致"), false) }
    let (difference, overflows) = whole.subtractingReportingOverflow(sum)
    let told = overflows ? "" : index.phrasing.stored(difference, of: index.rulebook.indicators[total], texts: [])
    return (say("※ differs by " + told, "※ 合わない（差 " + told + "）"), true)
  }
}
