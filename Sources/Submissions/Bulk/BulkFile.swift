import Quantities

/// A large delimited file whose head says that it is a long table of plain text, so that it may be read in bulk.
struct BulkFile {
  let source: ByteSource
  let encoding: BulkEncoding
  let table: TableLayout
  let layout: BulkLayout
  /// Where the first row begins and where the rows end, and the line of the first one.
  let rows: Range<Int>
  let firstLine: Int
  /// What the bytes before the first row look like when they are taken for UTF-8.
  let headTally: UTF8Tally

  private static let headSize = 1 << 16

  /// Nothing where the file is of another kind, or where its head is not plain enough to tell.
  init?(_ source: ByteSource, _ headings: inout HeadingFinder) {
    guard var head = source.bytes(0..<min(source.size, BulkFile.headSize)) else { return nil }
    let encoding = BulkEncoding(encoding: head.withUnsafeBufferPointer { chooseEncoding($0).encoding })
    // Whole lines only; what else the file holds is looked at when it is read.
    guard let end = head.withUnsafeBufferPointer({ encoding.lastEndOfLine($0) }) else { return nil }
    head.removeSubrange(end...)
    let text = DecodedText(decoding: head)
    guard text.encoding == encoding.encoding, text.faultCount == 0 else { return nil }
    var read = DelimitedRows(text, file: "")
    guard let table = TableLayout.find(in: &read, &headings), case .long(let item, let value) = table.shape,
      read.mishaps.isEmpty, table.headingCount <= 64,
      let start = BulkFile.end(ofLinesBefore: read.nextRow.offset, text, in: head, encoding)
    else { return nil }
    // Programs of the DOS end a file with Ctrl-Z.
    var last: [UInt8] = []
    if source.size > 0, encoding.unitSize == 1 { last = source.bytes(source.size - 1..<source.size) ?? [] }
    let size = last == [0x1A] ? source.size - 1 : source.size
    guard start <= size else { return nil }
    self.source = source
    self.encoding = encoding
    self.table = table
    layout = BulkLayout(
      separator: read.separator, area: table.area, year: table.year, item: item, value: value, fieldCount: table.headingCount)
    rows = start..<size
    firstLine = read.nextRow.line
    headTally = head.withUnsafeBufferPointer { UTF8Tally(UnsafeBufferPointer(rebasing: $0[..<start])) }
  }

  /// Where the bytes of the file stand at which its text has a line end; nothing where lines do not end with line feeds.
  private static func end(
    ofLinesBefore offset: Int, _ text: DecodedText, in head: [UInt8], _ encoding: BulkEncoding
  ) -> Int? {
    let mark = text.hasByteOrderMark ? (encoding.encoding == .utf8 ? 3 : 2) : 0
    if encoding.encoding == .utf8 { return mark + offset }
    guard offset > 0, text.bytes[offset - 1] == lineFeed else { return nil }
    var end = mark
    for byte in text.bytes[..<offset] where byte == lineFeed {
      guard let next = head.withUnsafeBufferPointer({ encoding.endOfLine($0, from: end) }) else { return nil }
      end = next
    }
    return end
  }

  /// Years that rows here and there in the file speak of: likely all. What it really speaks of is counted while it is read.
  func surveyedYears() -> [FiscalYear] {
    var found: [FiscalYear] = []
    let step = max(8 * BulkFile.sampleSize, rows.count / BulkFile.samples / encoding.unitSize * encoding.unitSize)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      guard let line = line(from: start, to: min(rows.upperBound, start + BulkFile.sampleSize)) else { continue }
      let fields = line.split(separator: layout.separator, omittingEmptySubsequences: false)
      guard fields.count == layout.fieldCount else { continue }
      let text = String(decoding: fields[layout.year].filter { $0 != quotationMark && $0 != carriageReturn }, as: UTF8.self)
      if let year = FiscalYear(spelled: text) ?? FiscalYear(calendarSpelled: text) { found.append(year) }
    }
    return found
  }

  /// The first whole line in a piece of the file, as UTF-8.
  private func line(from start: Int, to end: Int) -> [UInt8]? {
    guard let piece = source.bytes(start..<end) else { return nil }
    return piece.withUnsafeBufferPointer { piece in
      guard let first = start == rows.lowerBound ? 0 : encoding.endOfLine(piece, from: 0),
        let end = encoding.endOfLine(piece, from: first)
      else { return nil }
      let line = first..<end - encoding.unitSize
      if encoding.encoding == .utf8 { return Array(piece[line]) }
      return [UInt8](unsafeUninitializedCapacity: line.count * encoding.growth + 4) { text, count in
        guard let room = text.baseAddress,
          encoding.decode(piece, from: line.lowerBound, to: line.upperBound, into: room, &count) != nil
        else {
          count = 0
          return
        }
      }
    }
  }

  private static let samples = 128
  private static let sampleSize = 256
}
