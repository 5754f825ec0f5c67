import Diagnostics
import Quantities

/// A table that is headed by names: of areas, years or items above its columns, in front of its rows, or around it.
///
/// Items by wards, wards by years, a sheet a ward, and a table turned on its side are all of this one shape: each figure's
/// area, year and item come from the headings above it, the names in its row, or what stands over the whole table.
struct CrossTable {
  /// A column of figures, and what its headings say of them.
  struct Column {
    let column: Int
    var areas: [Int] = []
    var items: [Int] = []
    var year: FiscalYear?
    let heading: String
    let position: CellPosition
  }

  /// A column with a heading that says nothing of what it holds.
  struct Stranger {
    enum Kind { case name(NameKind), total, figures }

    let kind: Kind
    let column: Int
    let heading: String
    let position: CellPosition
  }

  let columns: [Column]
  let strangers: [Stranger]
  /// The columns that name each row's area, year and item, where the rows do.
  let areaColumn: Int?
  let yearColumn: Int?
  let itemColumn: Int?
  /// The rows below the headings.
  let rows: ClosedRange<Int>
  let context: TableContext
  /// Where the headings begin, for remarks on the whole table.
  let place: CellPosition

  var nameColumns: [Int] { [areaColumn, yearColumn, itemColumn].compactMap { $0 } }

  /// The years that the table itself speaks of, with rows that name none.
  var headedYears: [FiscalYear] {
    let years = columns.compactMap { $0.year }
    if !years.isEmpty { return years }
    return yearColumn == nil ? [context.year].compactMap { $0 } : []
  }
}
