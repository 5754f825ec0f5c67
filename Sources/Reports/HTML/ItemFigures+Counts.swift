import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension ItemFigures {
  /// More values than this make too many bars: then the spread is told in numbers.
  private static let mostBars = 16

  /// How many areas have which number, last year and this, with how many have any at all.
  func distribution(_ position: Int) -> Piece? {
    let indicator = index.rulebook.indicators[position]
    let years = shownYears(2)
    let columns = years.map { year in
      areas.compactMap { index.facts.stored(FigureKey(indicator: position, area: $0, year: year)) }
    }
    let values = columns.flatMap { $0 }
    guard let highest = values.max(), highest < Int64(ItemFigures.mostBars), values.allSatisfy({ $0 >= 0 }) else { return nil }
    let shown = (0...highest).filter { value in value == 0 || values.contains(value) }
    var rows = shown.map { value in
      let counts = columns.map { column in column.filter { $0 == value }.count }
      return row(indicator.code + "=" + String(value), index.phrasing.stored(value, of: indicator, texts: []), counts)
    }
    let blanks = blanks(position, years)
    if blanks.contains(where: { $0 > 0 }) { rows.append(row(indicator.code + "=", site.word(.notReported), blanks)) }
    let some = index.phrasing.stored(1, of: indicator, texts: [])
    let any = columns.map { column in areaCount(column.filter { $0 > 0 }.count) }
    let told = zip(years, any).map { name($0) + " " + $1 }.joined(separator: " → ")
    return .chart(
      Chart(
        title: label(position), unit: levelWord, source: source(years), kind: .grouped, series: series(years), rows: rows,
        rowTitle: say("number", "回数・件数"),
        leads: [say(levelWord + " with at least " + some + ": " + told, some + "以上の" + levelWord + "　" + told)]))
  }

  private func row(_ key: String, _ label: String, _ counts: [Int]) -> Chart.Row {
    Chart.Row(key: key, label: label, values: counts.map { Chart.Value(amount: Int64($0), text: areaCount($0)) })
  }

  /// The areas that gave nothing though it was asked of them, for each year.
  private func blanks(_ position: Int, _ years: [FiscalYear]) -> [Int] {
    years.map { year in
      areas.filter { index.facts.state(FigureKey(indicator: position, area: $0, year: year)) == .notReported }.count
    }
  }

  func source(_ years: [FiscalYear]) -> String {
    let names = years.map { name($0) }
    return say("reports of the " + levelWord + ", ", "各" + levelWord + "の報告　") + index.phrasing.list(names)
  }

  /// The judged year is filled, earlier ones carry patterns.
  func series(_ years: [FiscalYear]) -> [Chart.Series] {
    years.enumerated().map { position, year in
      Chart.Series(name: name(year), fill: "b" + String(min(2, years.count - 1 - position)))
    }
  }

  /// Lowest, middle and highest figure of each year.
  func spread(_ position: Int) -> Piece? {
    let indicator = index.rulebook.indicators[position]
    var table = HTMLTable(
      caption: label(position),
      columns: [
        .short(say("year", "年度")), .number(say("lowest", "最小")), .number(say("middle", "中央")), .number(say("highest", "最大")),
        .number(say("reported", "報告")),
      ], namesItself: false)
    for year in shownYears(3) {
      let values = areas.compactMap { index.facts.stored(FigureKey(indicator: position, area: $0, year: year)) }.sorted()
      let told = [values.first, middle(values), values.last].map { value in
        value.map { index.phrasing.stored($0, of: indicator, texts: []) } ?? "-"
      }
      table.rows.append(
        HTMLTable.Row(cells: ([name(year)] + told + [areaCount(values.count)]).map { HTMLTable.text($0) }))
    }
    return .table(
      title: label(position), table,
      notes: [say("Where the number of figures is even, the lower middle one is shown.", "報告が偶数のときの中央は、真ん中の二つのうち小さい方です。")])
  }

  private func middle(_ sorted: [Int64]) -> Int64? { sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2] }
}
