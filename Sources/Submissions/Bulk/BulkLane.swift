import Facts
import Quantities
import Rulebook

/// One lane: reads a chunk of the file after the other, and keeps what it has learned of spellings.
final class BulkLane {
  private let task: BulkTask
  private let separators: UInt64
  /// What the chunk that was read last holds, by the lane that is to enter it into the columns.
  let figures: UnsafeMutablePointer<UnsafeMutablePointer<BulkFigure>>
  let figureCounts: UnsafeMutablePointer<Int>
  private(set) var leftovers = BulkLeftovers()
  private(set) var lineCount = 0
  /// By year of the calendar: the rows read here that speak of it.
  let yearRows: UnsafeMutablePointer<Int>
  /// What the bytes of the rows that were read look like when they are taken for UTF-8: only in a file that is not.
  private(set) var tally = UTF8Tally()
  /// Whether the file cannot be read in bulk: a row too long, bytes that are no text, quotes over several lines.
  private(set) var isUnsuited = false
  /// Whether the file ended before its end.
  private(set) var isCutOff = false

  private let buffer: UnsafeMutablePointer<UInt8>
  /// What was decoded, where the file is not UTF-8.
  private let decoded: UnsafeMutablePointer<UInt8>?
  private var firstRow: UnsafePointer<UInt8>
  /// Rows must end before.
  private var fence: UnsafePointer<UInt8>
  /// Taken out while the hot loop runs.
  private var names: BulkNames?
  /// By position of an item: what came after it last.
  private let following: UnsafeMutablePointer<Following>

  /// An item as it is written with the separator after it, in one word.
  struct Following {
    var word: UInt64 = 0
    var mask: UInt64 = 0
    var length = 0
    var item: Int32 = -1
  }

  /// Bytes that may be loaded past the end.
  private static let slack = 64

  init(_ task: BulkTask) {
    self.task = task
    separators = LineScan.spread(task.layout.separator)
    let size = 2 + task.chunkSize + BulkTask.longestRow
    buffer = .allocate(capacity: size + BulkLane.slack)
    decoded =
      task.encoding.encoding == .utf8 ? nil : .allocate(capacity: size * task.encoding.growth + BulkLane.slack)
    firstRow = UnsafePointer(buffer)
    fence = UnsafePointer(buffer)
    figures = .allocate(capacity: task.laneCount)
    for lane in 0..<task.laneCount { (figures + lane).initialize(to: .allocate(capacity: task.linesPerChunk)) }
    figureCounts = .allocate(capacity: task.laneCount)
    figureCounts.initialize(repeating: 0, count: task.laneCount)
    yearRows = .allocate(capacity: FiscalYear.known.count)
    yearRows.initialize(repeating: 0, count: FiscalYear.known.count)
    following = .allocate(capacity: task.indicators.count + 1)
    following.initialize(repeating: Following(), count: task.indicators.count + 1)
    names = BulkNames(task)
  }

  deinit {
    buffer.deallocate()
    decoded?.deallocate()
    for lane in 0..<task.laneCount { figures[lane].deallocate() }
    figures.deallocate()
    figureCounts.deallocate()
    yearRows.deallocate()
    following.deallocate()
  }

  /// Reads the rows that begin in a chunk.
  /// - Parameter firstCode: the code of the chunk's first line.
  func read(chunk: Int, firstCode: UInt32) {
    leftovers.removeAll()
    figureCounts.update(repeating: 0, count: task.laneCount)
    lineCount = 0
    let range = task.range(ofChunk: chunk)
    // The byte before tells whether a row begins with the chunk; the bytes after it hold the rest of its last row.
    let before = range.lowerBound > task.rows.lowerBound ? task.encoding.unitSize : 0
    let end = min(task.rows.upperBound, range.upperBound + BulkTask.longestRow)
    let count = end - range.lowerBound + before
    guard task.source.read(at: range.lowerBound - before, into: UnsafeMutableRawBufferPointer(start: buffer, count: count)) else {
      isCutOff = true
      return
    }
    let isLast = end == task.rows.upperBound
    if let decoded {
      let raw = UnsafeBufferPointer(start: buffer, count: count)
      scan(raw, from: before, limit: before + range.count, isLast: isLast, decoded, firstCode: firstCode)
      return
    }
    (buffer + count).initialize(repeating: 0, count: BulkLane.slack)
    // Every search for the end of a line ends here; only the last line of the file may do so rightly.
    buffer[count] = lineFeed
    fence = UnsafePointer(buffer) + (isLast ? count + 1 : count)
    let start = UnsafePointer(buffer)
    firstRow = before > 0 ? LineScan.endOfLine(start) + 1 : start
    scan(firstRow, start + (range.count + before), firstCode: firstCode)
  }

  /// Decodes the rows that begin before the limit, and reads them.
  private func scan(
    _ raw: UnsafeBufferPointer<UInt8>, from before: Int, limit: Int, isLast: Bool, _ text: UnsafeMutablePointer<UInt8>,
    firstCode: UInt32
  ) {
    guard let start = before == 0 ? 0 : task.encoding.endOfLine(raw, from: 0), start < limit else { return }
    // Up to the end of the row that holds the last byte before the limit.
    let unit = task.encoding.unitSize
    guard let end = task.encoding.endOfLine(raw, from: limit - unit) ?? (isLast ? raw.count : nil) else {
      isUnsuited = true
      return
    }
    var count = 0
    guard task.encoding.decode(raw, from: start, to: end, into: text, &count) == end else {
      isUnsuited = true
      return
    }
    if task.encoding.encoding == .cp932 { tally.add(UTF8Tally(UnsafeBufferPointer(rebasing: raw[start..<end]))) }
    (text + count).initialize(repeating: 0, count: BulkLane.slack)
    text[count] = lineFeed
    firstRow = UnsafePointer(text)
    fence = UnsafePointer(text) + count + 1
    scan(firstRow, firstRow + count, firstCode: firstCode)
  }

  // MARK: The hot loop

  /// Reads row after row of about 20 bytes.
  ///
  /// What pays, against a loop that cuts every row into fields and looks up each:
  /// - Area and year are those of the row before in nearly every row, so their bytes are compared as two words before anything is
  ///   looked up.
  /// - The item is guessed from the one before, with the separator after it, as one word.
  /// - Up to eight digits are found and turned into a number at once, in one word.
  /// - Figures go into a list and from there into the columns, so that no two lanes write to one place, and so that the writes
  ///   of shuffled files, which miss the cache, do not wait for each other.
  ///
  /// What each is worth stands in the page on performance of the documentation.
  private func scan(_ first: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>, firstCode: UInt32) {
    let laneMask = task.laneCount - 1
    let limits = task.indicators
    let rowCount = task.rowCount
    let isInOrder = task.layout.isInOrder
    // Held here while the loop runs: each access to what an object holds is checked, and takes as long as a look-up.
    guard var names = self.names.take() else { return }
    defer { self.names = names }
    var shared = SharedBeginning()
    var sharedRows = 0
    var previous = limits.count
    var row = first
    var line = 0
    while row < limit, line < task.linesPerChunk, !isUnsuited {
      if !(isInOrder && shared.isKnown && shared.fits(row)) {
        if shared.isKnown { yearRows[shared.yearNumber] += sharedRows }
        sharedRows = 0
        shared = isInOrder ? beginning(row, &names) : SharedBeginning()
      }
      if let end = isInOrder
        ? rest(
          of: row, shared, limits, &previous, &names, rowCount, laneMask, code: firstCode &+ UInt32(truncatingIfNeeded: line))
        : unordered(row, limits, &names, rowCount, laneMask, code: firstCode &+ UInt32(truncatingIfNeeded: line))
      {
        sharedRows &+= 1
        row = end + 1
      } else {
        row = leave(row, line)
      }
      line &+= 1
    }
    if shared.isKnown { yearRows[shared.yearNumber] += sharedRows }
    if row < limit { isUnsuited = true }
    lineCount = line
  }

  /// Area and year of a row, looked up.
  @inline(__always)
  private func beginning(_ row: UnsafePointer<UInt8>, _ names: inout BulkNames) -> SharedBeginning {
    let middle = LineScan.end(row, separators)
    guard middle.pointee == task.layout.separator else { return SharedBeginning() }
    let end = LineScan.end(middle + 1, separators)
    guard end.pointee == task.layout.separator else { return SharedBeginning() }
    let (one, other) = ((row, middle - row), (middle + 1, end - middle - 1))
    return task.layout.area == 0 ? beginning(row, end + 1, one, other, &names) : beginning(row, end + 1, other, one, &names)
  }

  @inline(__always)
  private func beginning(
    _ row: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ area: (UnsafePointer<UInt8>, Int),
    _ year: (UnsafePointer<UInt8>, Int), _ names: inout BulkNames
  ) -> SharedBeginning {
    let position = names.area(area.0, area.1)
    let number = names.year(year.0, year.1)
    guard position >= 0, task.years.contains(number) else { return SharedBeginning() }
    return SharedBeginning(
      row, end - row, area: Int(position), factRow: Int(position) * task.years.count + Int(number - task.years.lowerBound),
      yearNumber: Int(number - FiscalYear.known.lowerBound))
  }

  /// Item and value of a row whose area and year are known; nothing where the row needs a second look.
  @inline(__always)
  private func rest(
    of row: UnsafePointer<UInt8>, _ shared: SharedBeginning, _ limits: [PlainLimits], _ previous: inout Int,
    _ names: inout BulkNames, _ rowCount: Int,
    _ laneMask: Int, code: UInt32
  ) -> UnsafePointer<UInt8>? {
    guard shared.isKnown else { return nil }
    let start = row + shared.length
    var item: Int
    var value: UnsafePointer<UInt8>
    let guess = following[previous]
    if guess.length > 0, (LineScan.load(start) ^ guess.word) & guess.mask == 0 {
      item = Int(guess.item)
      value = start + guess.length
    } else {
      let end = LineScan.end(start, separators)
      guard end.pointee == task.layout.separator else { return nil }
      item = Int(names.item(start, end - start))
      guard item >= 0 else { return nil }
      value = end + 1
      learn(start, value - start, item, after: previous)
    }
    previous = item
    var stored = StoredWord.notReported
    var end = value
    if limits[item].isNumber {
      guard limits[item].read(value, &stored, &end) else { return nil }
      if end.pointee == carriageReturn { end += 1 }
    } else {
      end = LineScan.end(value, separators)
      guard names.word(value, end - value, item, &stored) else { return nil }
    }
    guard end.pointee == lineFeed, end < fence else { return nil }
    append(
      BulkFigure(value: stored, cell: UInt32(truncatingIfNeeded: item &* rowCount &+ shared.factRow), code: code),
      to: shared.area & laneMask)
    return end
  }

  /// A row whose columns stand in another order, cut into fields and looked up.
  private func unordered(
    _ row: UnsafePointer<UInt8>, _ limits: [PlainLimits], _ names: inout BulkNames, _ rowCount: Int, _ laneMask: Int, code: UInt32
  ) -> UnsafePointer<UInt8>? {
    guard let fields = RowFields(row, task.layout, separators: separators), fields.end < fence else { return nil }
    let beginning = beginning(row, row, fields.area, fields.year, &names)
    guard beginning.isKnown else { return nil }
    let item = Int(names.item(fields.item.0, fields.item.1))
    guard item >= 0 else { return nil }
    var stored = StoredWord.notReported
    if limits[item].isNumber {
      var end = fields.value.0
      guard limits[item].read(fields.value.0, &stored, &end), end == fields.value.0 + fields.value.1 else {
        return nil
      }
    } else {
      guard names.word(fields.value.0, fields.value.1, item, &stored) else { return nil }
    }
    yearRows[beginning.yearNumber] += 1
    append(
      BulkFigure(value: stored, cell: UInt32(truncatingIfNeeded: item &* rowCount &+ beginning.factRow), code: code),
      to: beginning.area & laneMask)
    return fields.end
  }

  @inline(__always)
  private func append(_ figure: BulkFigure, to lane: Int) {
    let place = figureCounts[lane]
    figures[lane][place] = figure
    figureCounts[lane] = place &+ 1
  }

  private func learn(_ start: UnsafePointer<UInt8>, _ length: Int, _ item: Int, after previous: Int) {
    guard length <= 8 else { return }
    let mask = length == 8 ? UInt64.max : 1 << UInt64(8 * length) - 1
    following[previous] = Following(
      word: LineScan.load(start) & mask, mask: mask, length: length, item: Int32(truncatingIfNeeded: item))
  }

  // MARK: Other rows

  /// Keeps a row for the careful reader; returns where the next one begins.
  private func leave(_ row: UnsafePointer<UInt8>, _ line: Int) -> UnsafePointer<UInt8> {
    let end = LineScan.endOfLine(row)
    let bytes = UnsafeBufferPointer(start: row, count: end - row)
    // A row that goes on past what was read is too long.
    if end >= fence || bytes.count > BulkTask.longestRow || !BulkLeftovers.mayBeCut(bytes, separator: task.layout.separator) {
      isUnsuited = true
      return end
    }
    leftovers.keep(bytes, line)
    return end + 1
  }

  /// Takes back lines of the chunk that was read last, in ascending order: what they say has been said before.
  func leave(lines: [Int]) {
    if lines.isEmpty { return }
    var row = firstRow
    var line = 0
    for wanted in lines {
      while line < wanted {
        row = LineScan.endOfLine(row) + 1
        line += 1
      }
      leftovers.keep(UnsafeBufferPointer(start: row, count: LineScan.endOfLine(row) - row), line)
    }
    leftovers.sort()
  }
}
