import Diagnostics

/// Which column of a table holds what.
struct TableLayout {
  /// A figure a row, its item and value in columns of their own; or an area and year a row, with a column an item.
  enum Shape {
    case long(item: Int, value: Int)
    case wide([ItemColumn])
  }

  struct ItemColumn {
    let column: Int
    let heading: String
    let position: CellPosition
  }

  let area: Int
  let year: Int
  let shape: Shape
  let note: Int?
  /// Columns past the last heading; and those within without one, in ascending order.
  let headingCount: Int
  let unheaded: [Int]

  /// Rows that may stand above the headings: titles, dates, remarks.
  static let titleRows = 20

  /// Goes to the row of headings, the first with one for areas and one for years. Nil, at the end of the titles, when there
  /// is none.
  static func find<Rows: RowSource>(in rows: inout Rows, words: HeaderWords) -> TableLayout? {
    for _ in 0..<titleRows {
      guard rows.advance() else { return nil }
      if let layout = TableLayout(headings: rows, words: words) { return layout }
    }
    return nil
  }

  private init?<Rows: RowSource>(headings row: Rows, words: HeaderWords) {
    var found: [Heading: Int] = [:]
    var others: [ItemColumn] = []
    var unheaded: [Int] = []
    var headingCount = 0
    for column in 0..<row.cellCount {
      let text = row.text(column)
      if text.isEmpty {
        unheaded.append(column)
        continue
      }
      headingCount = column + 1
      if let heading = words.heading(text), found[heading] == nil {
        found[heading] = column
      } else {
        others.append(ItemColumn(column: column, heading: text, position: row.position(column)))
      }
    }
    guard let area = found[.area], let year = found[.year] else { return nil }
    self.area = area
    self.year = year
    note = found[.note]
    self.headingCount = headingCount
    self.unheaded = unheaded.filter { $0 < headingCount }
    if let item = found[.item], let value = found[.value] {
      shape = .long(item: item, value: value)
    } else {
      // One of the two alone is the name of an indicator.
      for heading in [Heading.item, .value] {
        guard let column = found[heading] else { continue }
        let name = ItemColumn(column: column, heading: row.text(column), position: row.position(column))
        others.insert(name, at: others.firstIndex { $0.column > column } ?? others.count)
      }
      shape = .wide(others)
    }
  }

  /// Columns of a row that say something though no heading says what: the sign of a comma or tab too many.
  func strayColumn<Rows: RowSource>(in row: Rows) -> Int? {
    if row.cellCount > headingCount {
      for column in headingCount..<row.cellCount where !row.isBlank(column) { return column }
    }
    return unheaded.first { !row.isBlank($0) }
  }
}
