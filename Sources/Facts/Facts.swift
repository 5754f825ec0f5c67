import Diagnostics
import Quantities

/// What is known of one figure. The three are kept apart everywhere.
package enum FigureState: UInt8, Sendable, Hashable {
  case notReported = 0
  case given = 1
  case notApplicable = 2
}

/// Which figure: an indicator (by its position in the rulebook), an area and a year.
package struct FigureKey: Sendable, Hashable {
  package let indicator: Int
  package let area: Int
  package let year: FiscalYear

  package init(indicator: Int, area: Int, year: FiscalYear) {
    self.indicator = indicator
    self.area = area
    self.year = year
  }
}

/// Everything that was reported: a column an indicator, with a row an area and year. Figures are whole numbers whose scale
/// the indicator knows; texts are kept apart and referred to by position.
package struct Facts: Sendable {
  package let areas: AreaTable
  /// The years that the columns span, without gaps.
  package let years: ClosedRange<Int32>
  package let indicatorCount: Int
  private var columns: [Column]
  package private(set) var texts: [String] = []
  /// The data files, by the paths that users gave.
  package private(set) var files: [String] = []
  private var origins: [Origin] = []

  struct Column: Sendable {
    var values: [Int64]
    var states: [FigureState]
    /// One more than the position in `origins`; 0 where the figure came from nowhere.
    var origins: [UInt32]
  }

  struct Origin: Sendable {
    let file: Int32
    let position: CellPosition
  }

  package init(areas: AreaTable, years: ClosedRange<Int32>, indicatorCount: Int) {
    self.areas = areas
    self.years = years
    self.indicatorCount = indicatorCount
    let rows = areas.count * years.count
    let empty = Column(
      values: [Int64](repeating: 0, count: rows), states: [FigureState](repeating: .notReported, count: rows),
      origins: [UInt32](repeating: 0, count: rows))
    columns = [Column](repeating: empty, count: indicatorCount)
  }

  private func row(_ key: FigureKey) -> Int? {
    guard years.contains(key.year.number), key.area >= 0, key.area < areas.count, key.indicator >= 0,
      key.indicator < indicatorCount
    else { return nil }
    return key.area * years.count + Int(key.year.number - years.lowerBound)
  }

  /// What is known of the figure; years outside the span are not reported.
  package func state(_ key: FigureKey) -> FigureState {
    row(key).map { columns[key.indicator].states[$0] } ?? .notReported
  }

  /// The stored figure, where it is given.
  package func stored(_ key: FigureKey) -> Int64? {
    guard let row = row(key), columns[key.indicator].states[row] == .given else { return nil }
    return columns[key.indicator].values[row]
  }

  /// The cell that the figure came from, where a cell spoke of it.
  package func origin(_ key: FigureKey) -> CellPlace? {
    guard let row = row(key), columns[key.indicator].origins[row] > 0 else { return nil }
    let origin = origins[Int(columns[key.indicator].origins[row]) - 1]
    return CellPlace(file: files[Int(origin.file)], position: origin.position)
  }

  /// Adds a data file and returns its position.
  package mutating func add(file: String) -> Int32 {
    files.append(file)
    return Int32(truncatingIfNeeded: files.count - 1)
  }

  /// Adds a text and returns the figure that stands for it.
  package mutating func add(text: String) -> Int64 {
    texts.append(text)
    return Int64(texts.count - 1)
  }

  /// Sets a figure; keys outside the table are ignored.
  package mutating func set(
    _ key: FigureKey, _ state: FigureState, stored: Int64 = 0, file: Int32? = nil, at position: CellPosition? = nil
  ) {
    guard let row = row(key) else { return }
    columns[key.indicator].values[row] = stored
    columns[key.indicator].states[row] = state
    if let file, let position {
      origins.append(Origin(file: file, position: position))
      columns[key.indicator].origins[row] = UInt32(truncatingIfNeeded: origins.count)
    }
  }

  /// Whether the area gave any figure for the year.
  package func hasFigures(area: Int, year: FiscalYear) -> Bool {
    guard let row = row(FigureKey(indicator: 0, area: area, year: year)) else { return false }
    return columns.contains { $0.states[row] == .given }
  }
}
