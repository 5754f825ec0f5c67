import Diagnostics
import Quantities

/// A row of a sheet as it may head a table: what each of its cells that hold something may mean, and how far it reaches.
struct HeadRow {
  struct Cell {
    /// From 0; a merged cell reaches over several.
    let columns: ClosedRange<Int>
    let lastRow: Int
    let text: String
    let sense: Sense
    let position: CellPosition
  }

  enum Kind {
    /// Heads the columns of a table.
    case head
    /// Says what holds for a whole table: 区名 北区 年度 R5.
    case labels
    case other
  }

  let number: Int
  let cells: [Cell]
  let kind: Kind

  var hasName: Bool { cells.contains { $0.sense.isName } }

  /// Whether it names something and goes on, as a row of figures does.
  var goesOn: Bool { kind != .labels && hasName && cells.contains { !$0.sense.isName } }

  init(_ rows: SheetRows, _ senses: inout SenseCache) {
    number = rows.rowNumber
    var cells: [Cell] = []
    for column in rows.filledColumns {
      let text = rows.text(column)
      if text.isEmpty { continue }
      let sense = rows.isText(column) ? senses.sense(text) : HeadRow.numberSense(text)
      let span = rows.span(column)
      cells.append(
        Cell(
          columns: column...span.lastColumn, lastRow: span.lastRow, text: text, sense: sense, position: rows.position(column)))
    }
    self.cells = cells
    kind = HeadRow.kind(of: cells)
  }

  /// A number heads a column only as a year.
  private static func numberSense(_ text: String) -> Sense {
    var sense = Sense()
    if let year = FiscalYear(spelled: text), (1989...2100).contains(year.number) { sense.year = year }
    return sense
  }

  private static func kind(of cells: [Cell]) -> Kind {
    var areas: [Int] = []
    var items: [[Int]] = []
    var years: [FiscalYear] = []
    var words: [Heading] = []
    var named = 0
    for cell in cells {
      if let area = cell.sense.areas.first, !areas.contains(area) { areas.append(area) }
      // The code of an item and its name beside it are one.
      if !cell.sense.items.isEmpty, !items.contains(where: { known in known.contains { cell.sense.items.contains($0) } }) {
        items.append(cell.sense.items)
      }
      if let year = cell.sense.year { years.append(year) }
      if let word = cell.sense.word, word != .note, !words.contains(word) { words.append(word) }
      if cell.sense.isName { named += 1 }
    }
    if isLabels(cells) { return .labels }
    if areas.count >= 2 || items.count >= 2 || words.count >= 2 { return .head }
    if words.count == 1, let word = words.first {
      // 項目 beside 令和5年度, or 年度 beside R5 and R5; but not a figure that happens to look like a year.
      if named >= 2 || (named == 1 && !cells.contains { $0.sense.isNamed(by: word) }) { return .head }
    }
    return isRowOfYears(cells, years) && areas.isEmpty && items.isEmpty ? .head : .other
  }

  /// At least two years and, but for one cell at the beginning, nothing else; plain numbers only where they go up.
  private static func isRowOfYears(_ cells: [Cell], _ years: [FiscalYear]) -> Bool {
    guard years.count >= 2, years.count >= cells.count - 1 else { return false }
    return zip(years, years.dropFirst()).allSatisfy { $0 <= $1 } && years.first != years.last
  }

  /// Pairs of a word and what it names, and nothing else that is known.
  private static func isLabels(_ cells: [Cell]) -> Bool {
    var open: Heading?
    var pairs = 0
    for cell in cells {
      if let word = open {
        guard cell.sense.isNamed(by: word) else { return false }
        open = nil
        pairs += 1
      } else if let word = cell.sense.word, word != .note, word != .value {
        open = word
      } else if cell.sense.isName {
        return false
      }
    }
    return open == nil && pairs > 0
  }
}

/// Remembers what texts mean: most of them stand in a sheet many times.
struct SenseCache {
  let names: NameSense
  private var senses: [String: Sense] = [:]

  init(_ names: NameSense) { self.names = names }

  mutating func sense(_ text: String) -> Sense {
    if let known = senses[text] { return known }
    let sense = names.sense(text)
    senses[text] = sense
    return sense
  }
}
