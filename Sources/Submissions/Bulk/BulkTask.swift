import Facts
import Quantities
import Rulebook

/// Where the columns of a long table stand, and how its rows are cut.
struct BulkLayout {
  let separator: UInt8
  let area: Int
  let year: Int
  let item: Int
  let value: Int
  /// Rows of any other number of fields are for the careful reader.
  let fieldCount: Int

  /// Whether area and year come first, in either order, then item and value, and nothing else: how such files are mostly
  /// written, and how a row can be read in one go.
  var isInOrder: Bool { area < 2 && year < 2 && item == 2 && value == 3 && fieldCount == 4 }
}

/// What the lanes of one reading have in common.
struct BulkTask {
  let source: ByteSource
  let encoding: BulkEncoding
  let layout: BulkLayout
  /// Where the first row begins, and where the rows end.
  let rows: Range<Int>
  let years: ClosedRange<Int32>
  /// Rows of a column of facts.
  let rowCount: Int
  let indicators: [PlainLimits]
  let positionsOfArea: (String) -> [Int]
  let positionsOfItem: (String) -> [Int]
  let readWord: (Int, String) -> Int64?
  let laneCount: Int

  /// Bytes of the file that one lane reads at a time.
  let chunkSize: Int

  /// The longest row that is read in bulk.
  static let longestRow = 1 << 16
  /// Lines that may begin in a chunk. A row that is read in bulk takes more than eight bytes: only a file of blank lines has more.
  var linesPerChunk: Int { chunkSize <= 4096 ? chunkSize : chunkSize / 8 }

  var chunkCount: Int { (rows.count + chunkSize - 1) / chunkSize }

  func range(ofChunk chunk: Int) -> Range<Int> {
    let start = rows.lowerBound + chunk * chunkSize
    return start..<min(rows.upperBound, start + chunkSize)
  }
}

/// What the plain figures of an indicator look like; for the kinds that are written in words, nothing does.
struct PlainLimits {
  let isNumber: Bool
  let isWord: Bool
  let decimals: Int
  let least: Int64
  let greatest: Int64
}

/// One figure on its way into the columns.
struct BulkFigure {
  let value: Int64
  let cell: UInt32
  let code: UInt32
}
