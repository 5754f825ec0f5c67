import Diagnostics
import Quantities
import Workbook

/// Finds the tables of a sheet that are headed by names.
struct CrossTableFinder {
  private let path: String
  private let sheet: String
  private let names: NameSense
  private var senses: SenseCache

  /// A sheet without headings in this many rows has none; below the last table they are looked for as far as this.
  private static let titleRows = 40
  private static let lastRow = 50_000
  /// So many rows show what a column holds.
  private static let sample = 200

  private struct Block {
    var titles: [HeadRow]
    var head: [HeadRow]
    var end = SheetSize.rows
  }

  init(path: String, sheet: String, names: NameSense) {
    self.path = path
    self.sheet = sheet
    self.names = names
    senses = SenseCache(names)
  }

  mutating func tables(in rows: SheetRows) -> [CrossTable] {
    var tables: [CrossTable] = []
    for block in blocks(in: rows) {
      if let table = table(block, in: rows) { tables.append(table) }
    }
    return tables
  }

  // MARK: Rows

  private mutating func blocks(in start: SheetRows) -> [Block] {
    var rows = start
    var blocks: [Block] = []
    var above: [HeadRow] = []
    var seen = 0
    var reach = 0
    while rows.advance(), rows.rowNumber <= CrossTableFinder.lastRow {
      seen += 1
      if blocks.isEmpty, seen > CrossTableFinder.titleRows { break }
      // Rows of figures are by far the most, and head nothing.
      if !blocks.isEmpty, rows.rowNumber > reach, rows.holdsFigure {
        above = []
        continue
      }
      let row = HeadRow(rows, &senses)
      if row.number <= reach || row.kind == .head {
        if let last = blocks.last, last.head.last.map({ $0.number + 1 == row.number || row.number <= reach }) ?? false {
          blocks[blocks.count - 1].head.append(row)
        } else {
          let titles = blocks.isEmpty ? above : CrossTableFinder.adjacent(above)
          if !blocks.isEmpty { blocks[blocks.count - 1].end = (titles.first?.number ?? row.number) - 1 }
          blocks.append(Block(titles: titles, head: [row]))
        }
        // Headings that are merged downwards hold for the rows beside them.
        for cell in row.cells where cell.sense.word != nil || cell.sense.isName { reach = max(reach, cell.lastRow) }
        above = []
      } else {
        above.append(row)
        if !blocks.isEmpty, above.count > CrossTableFinder.titleRows { above.removeFirst() }
      }
    }
    if blocks.isEmpty, let labels = CrossTableFinder.labelBlock(above) { blocks = [labels] }
    return blocks
  }

  /// The first table's titles are all rows above it; another's are those right above it that name nothing of a body: no row
  /// that begins with a name of an area or item and goes on.
  private static func adjacent(_ above: [HeadRow]) -> [HeadRow] {
    var titles: [HeadRow] = []
    for (position, row) in above.enumerated().reversed() {
      // A name alone is a row without figures where it follows another row, and a title elsewhere.
      let follows = position > 0 && above[position - 1].number + 1 == row.number && above[position - 1].goesOn
      if row.goesOn || (follows && row.hasName) { break }
      titles.insert(row, at: 0)
    }
    return titles
  }

  /// A table turned on its side, of one area: 区 北区, 年度 R5, and below the items.
  private static func labelBlock(_ rows: [HeadRow]) -> Block? {
    guard let first = rows.firstIndex(where: { $0.kind == .labels }) else { return nil }
    var last = first
    while last + 1 < rows.count, rows[last + 1].kind == .labels { last += 1 }
    return Block(titles: Array(rows[..<first]), head: Array(rows[first...last]))
  }

  // MARK: Columns

  private mutating func table(_ block: Block, in rows: SheetRows) -> CrossTable? {
    guard let first = block.head.first, let last = block.head.last, let place = first.cells.first?.position,
      last.number < block.end
    else { return nil }
    let heads = HeadColumns(block.head)
    let bodyRows = (last.number + 1)...block.end
    let body = BodySample(rows, in: bodyRows, limit: CrossTableFinder.sample, &senses)
    let roles = ColumnRoles(heads, body, names)
    guard !roles.values.isEmpty else { return nil }
    let context = TableContext(titles: block.titles, sheet: sheet, path: path, names: names)
    let hasItems = roles.item != nil || roles.values.contains { !$0.items.isEmpty } || context.item != nil
    // Somewhere the table itself must say an area, a year or an item by name; else it is a list of other things.
    let isNamed = roles.values.contains { !$0.items.isEmpty || !$0.areas.isEmpty || $0.year != nil } || body.hasNames(roles)
    guard hasItems, isNamed else { return nil }
    return CrossTable(
      columns: roles.values, strangers: roles.strangers, areaColumn: roles.area, yearColumn: roles.year, itemColumn: roles.item,
      rows: bodyRows, context: context, place: place)
  }
}
