import Diagnostics
import Quantities

/// The headings of each column, from the top to the bottom row of headings.
struct HeadColumns {
  let columns: [(column: Int, cells: [HeadRow.Cell])]

  init(_ head: [HeadRow]) {
    var stacks: [Int: [HeadRow.Cell]] = [:]
    for row in head {
      for cell in row.cells {
        for column in cell.columns { stacks[column, default: []].append(HeadColumns.asHeading(cell, in: row)) }
      }
    }
    columns = stacks.keys.sorted().map { ($0, stacks[$0] ?? []) }
  }

  /// 区 before 北区 and 中央区 says what its row holds, and nothing of the column below it.
  private static func asHeading(_ cell: HeadRow.Cell, in row: HeadRow) -> HeadRow.Cell {
    guard let word = cell.sense.word, row.cells.contains(where: { $0.sense.isNamed(by: word) && $0.columns != cell.columns })
    else { return cell }
    var sense = cell.sense
    sense.word = nil
    return HeadRow.Cell(columns: cell.columns, lastRow: cell.lastRow, text: cell.text, sense: sense, position: cell.position)
  }
}

/// What the first rows below the headings hold, column by column.
struct BodySample {
  struct Content {
    var filled = 0
    var areas = 0
    var items = 0
    var years = 0
    var figures = 0
  }

  private(set) var columns: [Int: Content] = [:]
  private(set) var rowCount = 0

  /// Names stand at the left; further columns are not asked whether they hold what a merged cell says.
  private static let nameColumns = 64

  init(_ start: SheetRows, in range: ClosedRange<Int>, limit: Int, _ senses: inout SenseCache) {
    var rows = start
    var left = limit
    while left > 0, rows.advance(), rows.rowNumber <= range.upperBound {
      guard rows.rowNumber >= range.lowerBound else { continue }
      left -= 1
      rowCount += 1
      let left = min(rows.cellCount, BodySample.nameColumns)
      for column in Array(0..<left) + rows.filledColumns.filter({ $0 >= left }) {
        let text = rows.text(column)
        if text.isEmpty { continue }
        var content = columns[column] ?? Content()
        content.filled += 1
        let sense = senses.sense(text)
        if !sense.areas.isEmpty { content.areas += 1 }
        if !sense.items.isEmpty { content.items += 1 }
        if sense.year != nil { content.years += 1 }
        if case .number = rows.cell(column) { content.figures += 1 }
        columns[column] = content
      }
    }
  }

  /// Whether the columns that ought to name rows do so.
  func hasNames(_ roles: ColumnRoles) -> Bool {
    let areas = roles.area.flatMap { columns[$0]?.areas } ?? 0
    let items = roles.item.flatMap { columns[$0]?.items } ?? 0
    return areas + items > 0
  }
}

/// Which column of a table names its rows, and which hold figures.
struct ColumnRoles {
  private(set) var values: [CrossTable.Column] = []
  private(set) var strangers: [CrossTable.Stranger] = []
  private(set) var area: Int?
  private(set) var year: Int?
  private(set) var item: Int?

  init(_ heads: HeadColumns, _ body: BodySample, _ names: NameSense) {
    var words: [Heading: [Int]] = [:]
    var others: [(column: Int, cell: HeadRow.Cell)] = []
    var answers: [CrossTable.Column] = []
    for (column, cells) in heads.columns {
      guard let lowest = cells.last else { continue }
      var found = CrossTable.Column(column: column, heading: lowest.text, position: lowest.position)
      var word: Heading?
      // What stands nearest to the figures counts.
      for cell in cells.reversed() {
        if found.areas.isEmpty { found.areas = cell.sense.areas }
        if found.items.isEmpty { found.items = cell.sense.items }
        if found.year == nil { found.year = cell.sense.year }
        if word == nil { word = cell.sense.word }
      }
      if let word, word != .value {
        words[word, default: []].append(column)
      } else if !found.areas.isEmpty || !found.items.isEmpty || found.year != nil {
        values.append(found)
      } else if word == .value {
        answers.append(found)
      } else {
        others.append((column, lowest))
      }
    }
    if values.isEmpty { values = answers }
    chooseNames(words, body)
    judge(others, answers, body, names)
  }

  private mutating func chooseNames(_ words: [Heading: [Int]], _ body: BodySample) {
    let taken = Set(values.map { $0.column } + (words[.note] ?? []))
    func best(_ word: Heading, _ other: Set<Int>, _ hits: (BodySample.Content) -> Int) -> Int? {
      let candidates = (words[word] ?? []) + body.columns.keys.sorted().filter { !taken.contains($0) && !other.contains($0) }
      var chosen: Int?
      var most = 0
      for column in candidates {
        let found = body.columns[column].map(hits) ?? 0
        // A column that no word heads names rows only where it does so in most of them.
        let isHeaded = words[word]?.contains(column) ?? false
        if found > most, isHeaded || word == .item || found * 2 >= body.rowCount { (chosen, most) = (column, found) }
      }
      return chosen ?? words[word]?.first
    }
    item = values.allSatisfy { !$0.items.isEmpty } ? nil : best(.item, [], { $0.items })
    let claimed = Set([item].compactMap { $0 })
    area = values.allSatisfy { !$0.areas.isEmpty } ? nil : best(.area, claimed, { $0.areas })
    year = values.allSatisfy { $0.year != nil } ? nil : best(.year, claimed.union([area].compactMap { $0 }), { $0.years })
  }

  /// Columns whose heading says nothing are told of, unless they only explain.
  private mutating func judge(
    _ others: [(column: Int, cell: HeadRow.Cell)], _ answers: [CrossTable.Column], _ body: BodySample, _ names: NameSense
  ) {
    let first = values.map { $0.column }.min() ?? 0
    let kind: NameKind? =
      if values.contains(where: { !$0.items.isEmpty }) {
        .item
      } else if values.contains(where: { !$0.areas.isEmpty }) {
        .area
      } else {
        values.contains { $0.year != nil } ? .year : nil
      }
    for (column, cell) in others where ![area, year, item].contains(column) {
      let content = body.columns[column] ?? BodySample.Content()
      if content.filled == 0 || names.isAside(cell.text) { continue }
      if cell.sense.isTotal {
        strangers.append(.init(kind: .total, column: column, heading: cell.text, position: cell.position))
      } else if let kind, column > first {
        strangers.append(.init(kind: .name(kind), column: column, heading: cell.text, position: cell.position))
      } else if content.figures * 2 > content.filled {
        strangers.append(.init(kind: .figures, column: column, heading: cell.text, position: cell.position))
      }
    }
  }
}
