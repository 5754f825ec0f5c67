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
///
/// A figure takes 12 bytes: its value, in which two numbers that no figure can be stand for "not reported" and "not
/// applicable", and the code of its origin (see `Origins`; cells of wide tables and workbooks take 8 bytes more). All columns
/// stand in one block, one after the other, so that threads which read one file can fill it together.
package struct Facts: Sendable {
  package let areas: AreaTable
  /// The years that the columns span, without gaps.
  package let years: ClosedRange<Int32>
  package let indicatorCount: Int
  /// How many rows a column has: the rows of an area follow each other by year.
  package let rowCount: Int
  private var values: [Int64]
  private var codes: [UInt32]
  private var origins = Origins()
  package private(set) var texts: [String] = []

  /// The data files, by the paths that users gave.
  package var files: [String] { origins.files }

  package init(areas: AreaTable, years: ClosedRange<Int32>, indicatorCount: Int) {
    self.areas = areas
    self.years = years
    self.indicatorCount = indicatorCount
    rowCount = areas.count * years.count
    values = [Int64](repeating: StoredWord.notReported, count: rowCount * indicatorCount)
    codes = [UInt32](repeating: 0, count: rowCount * indicatorCount)
  }

  private func cell(_ key: FigureKey) -> Int? {
    guard years.contains(key.year.number), key.area >= 0, key.area < areas.count, key.indicator >= 0,
      key.indicator < indicatorCount
    else { return nil }
    return key.indicator * rowCount + key.area * years.count + Int(key.year.number - years.lowerBound)
  }

  /// What is known of the figure; years outside the span are not reported.
  package func state(_ key: FigureKey) -> FigureState {
    cell(key).map { StoredWord.state(values[$0]) } ?? .notReported
  }

  /// The stored figure, where it is given.
  package func stored(_ key: FigureKey) -> Int64? {
    guard let cell = cell(key), StoredWord.isFigure(values[cell]) else { return nil }
    return values[cell]
  }

  /// The cell that the figure came from, where a cell spoke of it.
  package func origin(_ key: FigureKey) -> CellPlace? {
    cell(key).flatMap { origins.place(codes[$0]) }
  }

  /// Adds a data file and returns its position.
  package mutating func add(file: String) -> Int32 { origins.add(file: file) }

  /// Adds a text and returns the figure that stands for it.
  package mutating func add(text: String) -> Int64 {
    texts.append(text)
    return Int64(texts.count - 1)
  }

  /// Sets a figure; keys outside the table are ignored.
  package mutating func set(
    _ key: FigureKey, _ state: FigureState, stored: Int64 = 0, file: Int32? = nil, at position: CellPosition? = nil
  ) {
    guard let cell = cell(key) else { return }
    values[cell] = StoredWord.word(state, stored)
    if let file, let position { codes[cell] = origins.code(of: position, file: file) }
  }

  /// Takes in what was read of other files of the same list, as if they had been read after these. False, with nothing taken,
  /// where both speak of one figure.
  /// - Parameter isText: whether the figures of an indicator are texts.
  package mutating func take(_ other: Facts, isText: (_ indicator: Int) -> Bool) -> Bool {
    guard other.codes.count == codes.count else { return false }
    for cell in codes.indices where isSpoken(of: cell) && other.isSpoken(of: cell) { return false }
    guard let shift = origins.take(other.origins) else { return false }
    let firstText = Int64(texts.count)
    texts += other.texts
    for indicator in 0..<indicatorCount {
      let isText = isText(indicator)
      for cell in indicator * rowCount..<(indicator + 1) * rowCount where other.isSpoken(of: cell) {
        let word = other.values[cell]
        values[cell] = isText && StoredWord.isFigure(word) ? word + firstText : word
        codes[cell] = shift.code(other.codes[cell])
      }
    }
    return true
  }

  private func isSpoken(of cell: Int) -> Bool { codes[cell] != 0 || values[cell] != StoredWord.notReported }

  /// Whether the area gave any figure for the year.
  package func hasFigures(area: Int, year: FiscalYear) -> Bool {
    guard indicatorCount > 0, let first = cell(FigureKey(indicator: 0, area: area, year: year)) else { return false }
    for indicator in 0..<indicatorCount where StoredWord.isFigure(values[first + indicator * rowCount]) { return true }
    return false
  }

  // MARK: By column

  /// The whole block of values: that of an indicator at an area in a year stands at
  /// `indicator × rowCount + area × years.count + year`.
  package func withColumns<Result>(_ body: (UnsafePointer<Int64>) -> Result) -> Result {
    values.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return withUnsafePointer(to: StoredWord.notReported, body) }
      return body(base)
    }
  }

  /// The block of values and that of the codes of their origins, to be filled.
  package mutating func fillColumns<Result>(
    _ body: (UnsafeMutableBufferPointer<Int64>, UnsafeMutableBufferPointer<UInt32>) -> Result
  ) -> Result {
    values.withUnsafeMutableBufferPointer { values in
      codes.withUnsafeMutableBufferPointer { codes in body(values, codes) }
    }
  }

  /// Codes for the lines of a stretch of a table whose values stand in one column; nothing where none are left. The first
  /// of the stretch stands for `firstLine`.
  package mutating func reserveLines(_ count: Int, file: Int32, column: Int, firstLine: Int) -> UInt32? {
    origins.reserveLines(count, file: file, column: column, firstLine: firstLine)
  }

  /// Corrects the line with which a stretch begins, once the lines before it have been counted.
  package mutating func setFirstLine(_ line: Int, ofStretchAt code: UInt32) { origins.setFirstLine(line, ofStretchAt: code) }

  /// Takes back every figure whose origin has one of these codes.
  package mutating func forget(originsIn range: Range<UInt32>) {
    for cell in codes.indices where range.contains(codes[cell]) {
      codes[cell] = 0
      values[cell] = StoredWord.notReported
    }
  }

  /// The code of the origin of a figure; codes of one file rise with its lines.
  package func originCode(_ key: FigureKey) -> UInt32 { cell(key).map { codes[$0] } ?? 0 }
}

/// How one word of a column tells what is known of a figure. Inlined into loops of other rooms: a call a figure would take longer
/// than all else that they do.
package enum StoredWord {
  /// No figure comes near these: cells hold 15 digits.
  @inlinable package static var notReported: Int64 { .min }
  @inlinable package static var notApplicable: Int64 { .min + 1 }

  @inlinable package static func isFigure(_ word: Int64) -> Bool { word > notApplicable }

  static func state(_ word: Int64) -> FigureState {
    isFigure(word) ? .given : (word == notApplicable ? .notApplicable : .notReported)
  }

  static func word(_ state: FigureState, _ stored: Int64) -> Int64 {
    switch state {
    case .given: max(stored, notApplicable + 1)
    case .notReported: notReported
    case .notApplicable: notApplicable
    }
  }
}
