import Quantities

/// A large delimited file whose head says that it is a long table of plain text, so that it may be read in bulk.
struct BulkFile {
  let source: ByteSource
  let table: TableLayout
  let layout: BulkLayout
  /// Where the first row begins and where the rows end, and the line of the first one.
  let rows: Range<Int>
  let firstLine: Int

  private static let headSize = 1 << 16

  /// Nothing where the file is of another kind, or where its head is not plain enough to tell.
  init?(_ source: ByteSource, _ headings: inout HeadingFinder) {
    guard var head = source.bytes(0..<min(source.size, BulkFile.headSize)) else { return nil }
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Whole lines only; what else the file holds is looked at when it is read.
    guard let end = head.lastIndex(of: lineFeed) else { return nil }
    head.removeSubrange((end + 1)...)
    let text = DecodedText(decoding: head)
    guard text.encoding == .utf8, text.faultCount == 0 else { return nil }
    var read = DelimitedRows(text, file: "")
    guard let table = TableLayout.find(in: &read, &headings), case .long(let item, let value) = table.shape,
      read.mishaps.isEmpty, table.headingCount <= 64
    else { return nil }
    // Programs of the DOS end a file with Ctrl-Z.
    var last: [UInt8] = []
    if source.size > 0 { last = source.bytes(source.size - 1..<source.size) ?? [] }
    let (offset, line) = read.nextRow
    let size = last == [0x1A] ? source.size - 1 : source.size
    guard mark + offset <= size else { return nil }
    self.source = source
    self.table = table
    layout = BulkLayout(
      separator: read.separator, area: table.area, year: table.year, item: item, value: value, fieldCount: table.headingCount)
    rows = mark + offset..<size
    firstLine = line
  }

  /// Years that rows here and there in the file speak of: likely all. What it really speaks of is counted while it is read.
  func surveyedYears() -> [FiscalYear] {
    var found: [FiscalYear] = []
    let step = max(BulkFile.sampleSize, rows.count / BulkFile.samples)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      guard let piece = source.bytes(start..<min(rows.upperBound, start + BulkFile.sampleSize)) else { continue }
      let lines = piece.split(separator: lineFeed, omittingEmptySubsequences: false)
      for line in lines.dropFirst(start == rows.lowerBound ? 0 : 1).dropLast() {
        let fields = line.split(separator: layout.separator, omittingEmptySubsequences: false)
        guard fields.count == layout.fieldCount else { continue }
        let spelling = fields[layout.year].filter { $0 != quotationMark && $0 != carriageReturn }
        let text = String(decoding: spelling, as: UTF8.self)
        if let year = FiscalYear(spelled: text) ?? FiscalYear(calendarSpelled: text) { found.append(year) }
      }
    }
    return found
  }

  private static let samples = 128
  private static let sampleSize = 256
}
