/// Which column of a table holds what.
struct TableLayout {
  /// A figure a row, its item and value in columns of their own; or an area and year a row, with a column an item: these.
  enum Shape {
    case long(item: Int, value: Int)
    case wide([Int])
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
  static func find<Rows: RowSource>(in rows: inout Rows, _ headings: inout HeadingFinder) -> TableLayout? {
    for _ in 0..<titleRows {
      guard rows.advance() else { return nil }
      if let layout = TableLayout(headings: rows, &headings) { return layout }
    }
    return nil
  }

  private init?<Rows: RowSource>(headings row: Rows, _ headings: inout HeadingFinder) {
    var found: [Heading: Int] = [:]
    var others: [Int] = []
    var unheaded: [Int] = []
    var headingCount = 0
    for column in 0..<row.cellCount {
      let cell = row.withSpelling(column) { headings.find($0) }
      switch cell {
      case .blank:
        unheaded.append(column)
        continue
      case .word(let heading) where found[heading] == nil: found[heading] = column
      case .word, .name: others.append(column)
      }
      headingCount = column + 1
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
        others.insert(column, at: others.firstIndex { $0 > column } ?? others.count)
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
