/// The fields of a row that count, as their first bytes and lengths.
struct RowFields {
  var area: (UnsafePointer<UInt8>, Int)
  var year: (UnsafePointer<UInt8>, Int)
  var item: (UnsafePointer<UInt8>, Int)
  var value: (UnsafePointer<UInt8>, Int)
  /// The line break.
  var end: UnsafePointer<UInt8>

  /// Nothing where it has not as many fields as there are headings, or where something stands beside those that count.
  init?(_ row: UnsafePointer<UInt8>, _ layout: BulkLayout, separators: UInt64) {
    (area, year, item, value) = ((row, 0), (row, 0), (row, 0), (row, 0))
    end = row
    var start = row
    for column in 0..<layout.fieldCount {
      let end = LineScan.end(start, separators)
      var length = end - start
      let isLast = column == layout.fieldCount - 1
      guard (end.pointee == layout.separator) != isLast else { return nil }
      if isLast {
        self.end = end
        if length > 0, start[length - 1] == carriageReturn { length -= 1 }
      }
      switch column {
      case layout.area: area = (start, length)
      case layout.year: year = (start, length)
      case layout.item: item = (start, length)
      case layout.value: value = (start, length)
      // A note, or a column without a heading: what stands in it has to be looked at.
      default: if length > 0 { return nil }
      }
      start = end + 1
    }
  }
}

/// Area and year of the row before: how they are written, with the separators after them, and what they mean.
struct SharedBeginning {
  let length: Int
  let area: Int
  let factRow: Int
  /// Negative where nothing is known.
  let yearNumber: Int
  private let first: UInt64
  private let second: UInt64
  private let firstMask: UInt64
  private let secondMask: UInt64

  init() {
    (length, area, factRow, yearNumber) = (0, 0, 0, -1)
    (first, second, firstMask, secondMask) = (0, 0, 0, 0)
  }

  init(_ row: UnsafePointer<UInt8>, _ length: Int, area: Int, factRow: Int, yearNumber: Int) {
    (self.length, self.area, self.factRow, self.yearNumber) = (length, area, factRow, yearNumber)
    firstMask = SharedBeginning.mask(length)
    secondMask = SharedBeginning.mask(length - 8)
    first = LineScan.load(row) & firstMask
    second = LineScan.load(row + 8) & secondMask
  }

  private static func mask(_ length: Int) -> UInt64 {
    length >= 8 ? .max : (length <= 0 ? 0 : 1 << UInt64(8 * length) - 1)
  }

  var isKnown: Bool { yearNumber >= 0 }

  /// Whether a row begins with the same bytes. Longer beginnings, of names, are looked up in each row.
  @inline(__always)
  func fits(_ row: UnsafePointer<UInt8>) -> Bool {
    length <= 16 && (LineScan.load(row) ^ first) & firstMask | (LineScan.load(row + 8) ^ second) & secondMask == 0
  }
}
