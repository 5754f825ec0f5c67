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

/// A row that the careful reader must look at: where its bytes stand in the lane's pool, and on which line of the chunk.
struct BulkLeftover {
  let start: Int
  let length: Int
  let line: Int
}

/// One lane: reads a chunk of the file after the other, and keeps what it has learned of spellings.
final class BulkLane {
  private let task: BulkTask
  private let separators: UInt64
  /// What the chunk that was read last holds, by the lane that is to enter it into the columns.
  let figures: UnsafeMutablePointer<UnsafeMutablePointer<BulkFigure>>
  let figureCounts: UnsafeMutablePointer<Int>
  private(set) var leftovers: [BulkLeftover] = []
  private(set) var leftoverBytes: [UInt8] = []
  private(set) var lineCount = 0
  /// By year of the calendar: the rows read here that speak of it.
  let yearRows: UnsafeMutablePointer<Int>
  /// Whether the file cannot be read in bulk: a row too long, bytes that are no text, quotes over several lines.
  private(set) var isUnsuited = false
  /// Whether the file ended before its end.
  private(set) var isCutOff = false

  private let buffer: UnsafeMutablePointer<UInt8>
  private var firstRow: UnsafePointer<UInt8>
  /// Rows must end before.
  private var fence: UnsafePointer<UInt8>
  private var names = BulkNames()
  private var words: [SpellingMemo]
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
    buffer = .allocate(capacity: 1 + task.chunkSize + BulkTask.longestRow + BulkLane.slack)
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
    words = [SpellingMemo](repeating: SpellingMemo(), count: task.indicators.contains { $0.isWord } ? task.indicators.count : 0)
  }

  deinit {
    buffer.deallocate()
    for lane in 0..<task.laneCount { figures[lane].deallocate() }
    figures.deallocate()
    figureCounts.deallocate()
    yearRows.deallocate()
    following.deallocate()
  }

  /// Reads the rows that begin in a chunk.
  /// - Parameter firstCode: the code of the chunk's first line.
  func read(chunk: Int, firstCode: UInt32) {
    leftovers.removeAll(keepingCapacity: true)
    leftoverBytes.removeAll(keepingCapacity: true)
    figureCounts.update(repeating: 0, count: task.laneCount)
    lineCount = 0
    let range = task.range(ofChunk: chunk)
    // The byte before tells whether a row begins with the chunk; the bytes after it hold the rest of its last row.
    let before = range.lowerBound > task.rows.lowerBound ? 1 : 0
    let end = min(task.rows.upperBound, range.upperBound + BulkTask.longestRow)
    let count = end - range.lowerBound + before
    guard task.source.read(at: range.lowerBound - before, into: UnsafeMutableRawBufferPointer(start: buffer, count: count)) else {
      isCutOff = true
      return
    }
    (buffer + count).initialize(repeating: 0, count: BulkLane.slack)
    // Every search for the end of a line ends here; only the last line of the file may do so rightly.
    buffer[count] = lineFeed
    fence = UnsafePointer(buffer) + (end == task.rows.upperBound ? count + 1 : count)
    let start = UnsafePointer(buffer)
    firstRow = before > 0 ? LineScan.endOfLine(start) + 1 : start
    scan(firstRow, start + (range.count + before), firstCode: firstCode)
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
    var names = BulkNames()
    swap(&names, &self.names)
    defer { swap(&names, &self.names) }
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
  private func beginning(_ row: UnsafePointer<UInt8>, _ names: inout BulkNames) -> SharedBeginning {
    let middle = LineScan.end(row, separators)
    guard middle.pointee == task.layout.separator else { return SharedBeginning() }
    let end = LineScan.end(middle + 1, separators)
    guard end.pointee == task.layout.separator else { return SharedBeginning() }
    let (one, other) = ((row, middle - row), (middle + 1, end - middle - 1))
    return task.layout.area == 0 ? beginning(row, end + 1, one, other, &names) : beginning(row, end + 1, other, one, &names)
  }

  private func beginning(
    _ row: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ area: (UnsafePointer<UInt8>, Int),
    _ year: (UnsafePointer<UInt8>, Int), _ names: inout BulkNames
  ) -> SharedBeginning {
    let position = self.area(area.0, area.1, &names)
    let number = self.year(year.0, year.1, &names)
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
      item = Int(self.item(start, end - start, &names))
      guard item >= 0 else { return nil }
      value = end + 1
      learn(start, value - start, item, after: previous)
    }
    previous = item
    var stored = StoredWord.notReported
    var end = value
    if limits[item].isNumber {
      guard BulkLane.number(value, limits[item], &stored, &end) else { return nil }
      if end.pointee == carriageReturn { end += 1 }
    } else {
      end = LineScan.end(value, separators)
      guard word(value, end - value, item, &stored) else { return nil }
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
    var fields = RowFields(row)
    guard cut(row, into: &fields), fields.end < fence else { return nil }
    let beginning = beginning(row, row, fields.area, fields.year, &names)
    guard beginning.isKnown else { return nil }
    let item = Int(self.item(fields.item.0, fields.item.1, &names))
    guard item >= 0 else { return nil }
    var stored = StoredWord.notReported
    if limits[item].isNumber {
      var end = fields.value.0
      guard BulkLane.number(fields.value.0, limits[item], &stored, &end), end == fields.value.0 + fields.value.1 else {
        return nil
      }
    } else {
      guard word(fields.value.0, fields.value.1, item, &stored) else { return nil }
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

  /// Reads a plain decimal of at most 12 digits before its point and 6 after it (in all, fewer than a word holds), or nothing,
  /// or a dash alone. False for anything that needs a second look; the caller sees whether the field ends where reading did.
  @inline(__always)
  private static func number(
    _ start: UnsafePointer<UInt8>, _ limits: PlainLimits, _ stored: inout Int64, _ end: inout UnsafePointer<UInt8>
  ) -> Bool {
    var digits = start
    let isQuoted = digits.pointee == quotationMark
    if isQuoted { digits += 1 }
    let isNegative = digits.pointee == UInt8(ascii: "-")
    if isNegative { digits += 1 }
    var (value, count) = LineScan.digits(digits)
    if count == 8 {
      let (more, rest) = LineScan.digits(digits + 8)
      guard rest <= 4 else { return false }
      value = value &* LineScan.powerOfTen(rest) &+ more
      count = 8 + rest
    }
    end = digits + count
    if count == 0 {
      if isQuoted { return false }
      stored = isNegative ? StoredWord.notApplicable : StoredWord.notReported
      return true
    }
    var scale = 0
    if end.pointee == UInt8(ascii: ".") {
      let (fraction, places) = LineScan.digits(end + 1)
      guard places >= 1, places <= limits.decimals else { return false }
      value = value &* LineScan.powerOfTen(places) &+ fraction
      scale = places
      end += 1 + places
    }
    if scale < limits.decimals { value = value &* LineScan.powerOfTen(limits.decimals - scale) }
    if isNegative { value = 0 &- value }
    if isQuoted {
      guard end.pointee == quotationMark else { return false }
      end += 1
    }
    stored = value
    return limits.least <= value && value <= limits.greatest
  }

  /// A step of a ladder, a choice, a yes or no.
  private func word(_ start: UnsafePointer<UInt8>, _ count: Int, _ item: Int, _ stored: inout Int64) -> Bool {
    if !task.indicators[item].isWord { return false }
    var length = count
    if length > 0, start[length - 1] == carriageReturn { length -= 1 }
    if length == 0 {
      stored = StoredWord.notReported
      return true
    }
    var meaning = words[item].meaning(start, length)
    if meaning == SpellingMemo.unseen {
      meaning = SpellingMemo.unclear
      if let text = BulkLane.text(start, length), let value = task.readWord(item, text), value >= 0, value < Int64(Int32.max) {
        meaning = Int32(truncatingIfNeeded: value)
      }
      words[item].remember(start, length, meaning)
    }
    stored = Int64(meaning)
    return meaning >= 0
  }

  // MARK: Names

  private func area(_ start: UnsafePointer<UInt8>, _ length: Int, _ names: inout BulkNames) -> Int32 {
    let known = names.areas.meaning(start, length)
    if known != SpellingMemo.unseen { return known }
    let meaning = BulkLane.only(BulkLane.text(start, length).map { task.positionsOfArea($0) })
    names.areas.remember(start, length, meaning)
    return meaning
  }

  private func item(_ start: UnsafePointer<UInt8>, _ length: Int, _ names: inout BulkNames) -> Int32 {
    let known = names.items.meaning(start, length)
    if known != SpellingMemo.unseen { return known }
    let meaning = BulkLane.only(BulkLane.text(start, length).map { task.positionsOfItem($0) })
    names.items.remember(start, length, meaning)
    return meaning
  }

  private func year(_ start: UnsafePointer<UInt8>, _ length: Int, _ names: inout BulkNames) -> Int32 {
    if length == 4 {
      let (number, count) = LineScan.digits(start)
      // A plain year needs no look-up.
      if count == 4, FiscalYear.known.contains(Int32(truncatingIfNeeded: number)) { return Int32(truncatingIfNeeded: number) }
    }
    let known = names.years.meaning(start, length)
    if known != SpellingMemo.unseen { return known }
    var meaning = SpellingMemo.unclear
    if let text = BulkLane.text(start, length), let year = FiscalYear(spelled: text), FiscalYear.known.contains(year.number) {
      meaning = year.number
    }
    names.years.remember(start, length, meaning)
    return meaning
  }

  private static func only(_ positions: [Int]?) -> Int32 {
    guard let positions, positions.count == 1 else { return SpellingMemo.unclear }
    return Int32(truncatingIfNeeded: positions[0])
  }

  /// The text of a field, without quotes around it; nothing where quotes stand inside or bytes are no text.
  private static func text(_ start: UnsafePointer<UInt8>, _ length: Int) -> String? {
    var bytes = UnsafeBufferPointer(start: start, count: length)
    if bytes.count >= 2, bytes[0] == quotationMark, bytes[bytes.count - 1] == quotationMark {
      bytes = UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1])
    }
    let tally = UTF8Tally(bytes)
    if bytes.contains(quotationMark) || tally.faults > 0 || tally.zeros > 0 { return nil }
    let trimmed = trimmedRange(bytes)
    return trimmed.isEmpty ? nil : String(decoding: UnsafeBufferPointer(rebasing: bytes[trimmed]), as: UTF8.self)
  }

  private func learn(_ start: UnsafePointer<UInt8>, _ length: Int, _ item: Int, after previous: Int) {
    guard length <= 8 else { return }
    let mask = length == 8 ? UInt64.max : 1 << UInt64(8 * length) - 1
    following[previous] = Following(
      word: LineScan.load(start) & mask, mask: mask, length: length, item: Int32(truncatingIfNeeded: item))
  }

  // MARK: Other rows

  /// Cuts a row whose columns stand in another order; false where it has not as many fields as there are headings.
  private func cut(_ row: UnsafePointer<UInt8>, into fields: inout RowFields) -> Bool {
    let layout = task.layout
    var start = row
    for column in 0..<layout.fieldCount {
      let end = LineScan.end(start, separators)
      var length = end - start
      let isLast = column == layout.fieldCount - 1
      guard (end.pointee == layout.separator) != isLast else { return false }
      if isLast {
        fields.end = end
        if length > 0, start[length - 1] == carriageReturn { length -= 1 }
      }
      switch column {
      case layout.area: fields.area = (start, length)
      case layout.year: fields.year = (start, length)
      case layout.item: fields.item = (start, length)
      case layout.value: fields.value = (start, length)
      // A note, or a column without a heading: what stands in it has to be looked at.
      default: if length > 0 { return false }
      }
      start = end + 1
    }
    return true
  }

  /// Keeps a row for the careful reader; returns where the next one begins.
  private func leave(_ row: UnsafePointer<UInt8>, _ line: Int) -> UnsafePointer<UInt8> {
    let end = LineScan.endOfLine(row)
    let bytes = UnsafeBufferPointer(start: row, count: end - row)
    // A row that goes on past what was read is too long.
    if end >= fence || bytes.count > BulkTask.longestRow || !mayBeCut(bytes) {
      isUnsuited = true
      return end
    }
    keep(bytes, line)
    return end + 1
  }

  private func keep(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Int) {
    leftovers.append(BulkLeftover(start: leftoverBytes.count, length: bytes.count, line: line))
    leftoverBytes.append(contentsOf: bytes)
  }

  /// Whether the careful reader, given this line alone, sees what it would have seen in the whole file.
  private func mayBeCut(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let tally = UTF8Tally(line)
    if tally.faults > 0 || tally.zeros > 0 { return false }
    if let place = line.firstIndex(of: carriageReturn), place < line.count - 1 { return false }
    guard line.contains(quotationMark) else { return true }
    var scanner = RowScanner(bytes: line, separator: task.layout.separator, offset: 0, line: 1)
    var fields: [Field] = []
    _ = scanner.scanRow(into: &fields)
    return scanner.unclosedQuote == nil && scanner.fieldCount <= DelimitedText.fieldLimit
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
      keep(UnsafeBufferPointer(start: row, count: LineScan.endOfLine(row) - row), line)
    }
    leftovers.sort { $0.line < $1.line }
  }
}

/// What one lane has learned of the spellings of each column.
private struct BulkNames {
  var areas = SpellingMemo()
  var items = SpellingMemo()
  var years = SpellingMemo()
}

/// The fields of a row that count, as their first bytes and lengths.
private struct RowFields {
  var area: (UnsafePointer<UInt8>, Int)
  var year: (UnsafePointer<UInt8>, Int)
  var item: (UnsafePointer<UInt8>, Int)
  var value: (UnsafePointer<UInt8>, Int)
  /// The line break.
  var end: UnsafePointer<UInt8>

  init(_ row: UnsafePointer<UInt8>) {
    (area, year, item, value) = ((row, 0), (row, 0), (row, 0), (row, 0))
    end = row
  }
}

/// Area and year of the row before: how they are written, with the separators after them, and what they mean.
private struct SharedBeginning {
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
