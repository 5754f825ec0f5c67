import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The charts and tables of a work item, derived from what its indicators are: steps of a ladder make stacked bars, counts a
/// distribution of areas, tables bars over the years, and a table with a total a check of its sum.
struct ItemFigures {
  enum Piece {
    case chart(Chart)
    case table(title: String, HTMLTable, notes: [String])
  }

  let site: Site
  let item: Int?
  let index: OutcomeIndex
  let year: FiscalYear
  /// The areas that report: those of the lowest level.
  let areas: [Int]

  init(_ site: Site, item: Int?) {
    self.site = site
    self.item = item
    index = site.index
    year = index.input.judgement.year
    areas = index.facts.areas.areas(ofLevel: 0)
  }

  func say(_ english: String, _ japanese: String) -> String { site.say(english, japanese) }

  func name(_ year: FiscalYear) -> String { index.phrasing.year(year) }

  /// In the order of the rulebook: a group stands where its first indicator does.
  func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var drawn: Set<Int> = []
    let totals = Set(index.rulebook.tables.compactMap { $0.total })
    for position in index.rulebook.indicators.indices where index.rulebook.indicators[position].item == item {
      if drawn.contains(position) { continue }
      if let table = index.rulebook.tables.firstIndex(where: { $0.rows.contains(position) }) {
        let rows = index.rulebook.tables[table].rows.filter { index.rulebook.indicators.indices.contains($0) }
        drawn.formUnion(rows)
        pieces += tablePieces(index.rulebook.tables[table], rows)
        continue
      }
      let group = likes(of: position, totals).filter { !drawn.contains($0) }
      drawn.formUnion(group)
      if totals.contains(position), isNumber(position) { continue }
      if let piece = piece(group) { pieces.append(piece) }
    }
    return pieces
  }

  func isNumber(_ position: Int) -> Bool {
    switch index.rulebook.indicators[position].kind {
    case .count, .amount, .number, .percent: true
    default: false
    }
  }

  /// The indicators of the item that belong into one chart: those with the same steps, otherwise only itself.
  private func likes(of position: Int, _ totals: Set<Int>) -> [Int] {
    let indicators = index.rulebook.indicators
    switch indicators[position].kind {
    case .ladder, .yesOrNo, .choice:
      return indicators.indices.filter { other in
        indicators[other].item == item && indicators[other].kind == indicators[position].kind
          && !index.rulebook.tables.contains { $0.rows.contains(other) }
      }
    default: return [position]
    }
  }

  private func piece(_ group: [Int]) -> Piece? {
    guard let first = group.first else { return nil }
    switch index.rulebook.indicators[first].kind {
    case .ladder, .yesOrNo, .choice: return .chart(steps(group, title: nil))
    case .count, .amount: return distribution(first) ?? spread(first)
    case .number, .percent, .date: return spread(first)
    case .text: return given(first)
    }
  }

  func label(_ position: Int) -> String {
    let indicator = index.rulebook.indicators[position]
    let label = index.phrasing.name(indicator.name, other: indicator.otherLabel)
    return label == indicator.code ? label : indicator.code + " " + label
  }

  var levelWord: String { index.rulebook.program.levels.first?.word(in: index.input.language, plural: true) ?? "" }

  var source: String {
    say("reports of the " + levelWord + ", " + name(year), "各" + levelWord + "の報告（" + name(year) + "）")
  }

  func areaCount(_ count: Int) -> String { index.phrasing.areas(count, ofLevel: 0) }

  // MARK: Steps

  /// Stacked bars: how many areas stand at which step, the highest first as notices print it.
  func steps(_ group: [Int], title: String?) -> Chart {
    let kind = index.rulebook.indicators[group[0]].kind
    let names = stepNames(kind)
    let order = Array(names.indices.reversed())
    let fills = ["s0", "s1", "s2", "s3", "s4"]
    var series = order.enumerated().map { Chart.Series(name: names[$1], fill: fills[$0 % fills.count]) }
    var counts = group.map { stateCounts($0, steps: names.count) }
    let hasOutside = counts.contains { $0[names.count] > 0 }
    let hasBlanks = counts.contains { $0[names.count + 1] > 0 }
    if hasBlanks { series.append(Chart.Series(name: site.word(.notReported), fill: "nr")) }
    if hasOutside { series.append(Chart.Series(name: site.word(.notApplicable), fill: "na")) }
    counts = counts.map { count in
      order.map { count[$0] } + (hasBlanks ? [count[names.count + 1]] : []) + (hasOutside ? [count[names.count]] : [])
    }
    return Chart(
      title: title ?? ladderTitle(kind), unit: levelWord, source: source, kind: .stacked, series: series,
      rows: zip(group, counts).map { position, counts in
        Chart.Row(
          key: index.rulebook.indicators[position].code, label: label(position),
          values: counts.map { Chart.Value(amount: Int64($0), text: String($0)) })
      }, rowTitle: say("figure", "項目"))
  }

  private func ladderTitle(_ kind: FigureKind) -> String {
    if case .ladder(let ladder) = kind, index.rulebook.ladders.indices.contains(ladder) {
      return say(
        index.rulebook.ladders[ladder].name + ", " + name(year), index.rulebook.ladders[ladder].name + "（" + name(year) + "）")
    }
    return say("Answers, " + name(year), "回答（" + name(year) + "）")
  }

  private func stepNames(_ kind: FigureKind) -> [String] {
    switch kind {
    case .ladder(let ladder):
      return index.rulebook.ladders.indices.contains(ladder)
        ? index.rulebook.ladders[ladder].steps.map { index.phrasing.name(of: $0) } : []
    case .yesOrNo: return [say("no", "いいえ"), say("yes", "はい")]
    case .choice(let options): return options.reversed()
    default: return []
    }
  }

  /// For each step the areas that stand there, then those not applicable, then those not reported.
  private func stateCounts(_ position: Int, steps: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: steps + 2)
    var isChoice = false
    if case .choice = index.rulebook.indicators[position].kind { isChoice = true }
    for area in areas {
      let key = FigureKey(indicator: position, area: area, year: year)
      switch index.facts.state(key) {
      case .notApplicable: counts[steps] += 1
      case .notReported: counts[steps + 1] += 1
      case .given:
        guard let stored = index.facts.stored(key), stored >= 0, stored < Int64(steps) else { continue }
        counts[isChoice ? steps - 1 - Int(stored) : Int(stored)] += 1
      }
    }
    return counts
  }

  // MARK: Texts

  /// More texts than these stand on the pages of their areas only.
  private static let mostTexts = 120

  /// What was written, area by area, and how many wrote something.
  private func given(_ position: Int) -> Piece? {
    let indicator = index.rulebook.indicators[position]
    let givers = index.areas.indices.filter {
      index.facts.state(FigureKey(indicator: position, area: $0, year: year)) == .given
    }
    let reporters = givers.isEmpty || givers.contains { index.level(ofArea: $0) == 0 } ? areas : []
    let notes = reporters.isEmpty ? [] : shownYears(2).map { year in count(position, reporters, year) }
    var table = HTMLTable(
      caption: label(position), columns: [.short(say("area", "区域")), .plain(say("text", "記入された内容"))], namesItself: false)
    for area in givers.prefix(ItemFigures.mostTexts) {
      let stored = index.facts.stored(FigureKey(indicator: position, area: area, year: year))
      let text = stored.map { index.phrasing.stored($0, of: indicator, texts: index.facts.texts) } ?? ""
      table.rows.append(HTMLTable.Row(cells: [{ site.areaLink(area, to: &$0) }, HTMLTable.text(text)]))
    }
    let rest = givers.count - ItemFigures.mostTexts
    return .table(
      title: label(position), table, notes: (rest > 0 ? [say(String(rest) + " more", "ほか" + String(rest) + "件")] : []) + notes)
  }

  private func count(_ position: Int, _ areas: [Int], _ year: FiscalYear) -> String {
    let states = areas.map { index.facts.state(FigureKey(indicator: position, area: $0, year: year)) }
    let counts = [
      (FigureState.given, say("given", "記入あり")), (.notReported, say("blank", "記入なし")),
      (.notApplicable, site.word(.notApplicable)),
    ].compactMap { state, word in
      let count = states.filter { $0 == state }.count
      return count == 0 ? nil : word + " " + areaCount(count)
    }
    return name(year) + say(": ", "　") + index.phrasing.list(counts)
  }

  /// The judged year and those before it that the data reach.
  func shownYears(_ count: Int32) -> [FiscalYear] {
    let lowest = max(index.facts.years.lowerBound, year.number - (count - 1))
    return lowest > year.number ? [year] : (lowest...year.number).map { FiscalYear($0) }
  }
}
