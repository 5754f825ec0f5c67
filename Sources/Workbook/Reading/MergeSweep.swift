/// Goes down a sheet and knows which merged ranges reach into the present row.
///
/// Ranges that overlap are refused first; then those of one row are apart and sorted, and a cell is found among them by
/// halving. So a sheet with a hundred thousand merged ranges takes no longer than its size asks for.
struct MergeSweep {
  private let byFirstRow: [CellRange]
  private var upcoming = 0
  /// Those of the present row, by column.
  private var active: [CellRange] = []
  /// The last row of the one that ends first.
  private var nextEnd = Int.max

  init(_ ranges: [CellRange]) {
    byFirstRow = ranges.sorted {
      $0.firstRow != $1.firstRow ? $0.firstRow < $1.firstRow : $0.firstColumn < $1.firstColumn
    }
  }

  /// Whether no two ranges overlap. Uses the sweep up.
  mutating func isDisjoint() -> Bool {
    while upcoming < byFirstRow.count {
      guard advanceChecking(to: byFirstRow[upcoming].firstRow) else { return false }
    }
    return true
  }

  /// Goes down to a row, which must not lie above the last one.
  mutating func advance(to row: Int) { _ = advanceChecking(to: row) }

  private mutating func advanceChecking(to row: Int) -> Bool {
    if row > nextEnd {
      active.removeAll { $0.lastRow < row }
      nextEnd = active.reduce(Int.max) { min($0, $1.lastRow) }
    }
    var isDisjoint = true
    while upcoming < byFirstRow.count, byFirstRow[upcoming].firstRow <= row {
      let range = byFirstRow[upcoming]
      upcoming += 1
      guard range.lastRow >= row else { continue }
      let place = index(ofFirstEndingAtOrAfter: range.firstColumn)
      if place < active.count, active[place].firstColumn <= range.lastColumn {
        isDisjoint = false
        continue
      }
      active.insert(range, at: place)
      nextEnd = min(nextEnd, range.lastRow)
    }
    return isDisjoint
  }

  private func index(ofFirstEndingAtOrAfter column: Int) -> Int {
    var low = 0
    var high = active.count
    while low < high {
      let middle = (low + high) / 2
      if active[middle].lastColumn < column { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a cell lies beneath a merged range without being its top left.
  func hides(row: Int, column: Int) -> Bool {
    let place = index(ofFirstEndingAtOrAfter: column)
    guard place < active.count, active[place].contains(row: row, column: column) else { return false }
    return active[place].firstRow != row || active[place].firstColumn != column
  }
}
