import Facts
import Quantities
import Rulebook

/// How a large file was read.
enum BulkResult {
  /// With the rows that speak of each year.
  case read(yearRows: [Int])
  /// Not: it has to be read row by row. Nothing of it has been entered.
  case unsuited
  /// It ended before its end.
  case cutOff
}

/// Large files, by all lanes together. What is plain is read in bulk; rows that are not (other spellings of figures, unknown
/// names, figures said twice) are left over and read afterwards as rows of a small file are, so that what is said of them is
/// the same.
///
/// Lanes take turns at two things: each reads a chunk of the file into lists of figures, one list for each lane; then each
/// enters, in the order of the file, the figures of its own areas. No two lanes ever write to one place, and the first row
/// that speaks of a figure is the one that counts, however many lanes there are.
extension TableReader {
  mutating func read(
    _ bulk: BulkFile, file: Int32, lanes: Lanes, chunkSize: Int, remarks: inout Remarks, progress: ((Int) -> Void)?
  ) -> BulkResult {
    // No copy of the facts may be held while they are filled: it would be kept up to date by copying all of them.
    let (rowCount, years) = (ledger.facts.rowCount, ledger.facts.years)
    let (cellCount, overflows) = rowCount.multipliedReportingOverflow(by: ledger.facts.indicatorCount)
    if overflows || cellCount > Int(Int32.max) { return .unsuited }
    let figures = self.figures
    let names = names
    // A file of one chunk is for one lane.
    let lanes = chunkSize >= bulk.rows.count ? .one : lanes
    let unit = bulk.encoding.unitSize
    let chunkSize = max(unit, min(chunkSize, bulk.rows.count + unit - 1) / unit * unit)
    let task = BulkTask(
      source: bulk.source, encoding: bulk.encoding, layout: bulk.layout, rows: bulk.rows, years: years, rowCount: rowCount,
      indicators: figures.map { $0.plainLimits }, positionsOfArea: { names.area($0) },
      positionsOfItem: { names.item($0) },
      readWord: { item, text in
        var figure = figures[item]
        let cell = SpelledCell(reading: text)
        if case .blank = cell { return nil }
        var text = text
        if case .given(let stored) = text.withUTF8({ figure.read(cell, spelled: $0) }) { return stored }
        return nil
      }, laneCount: lanes.count, chunkSize: chunkSize)
    return read(bulk, task, file: file, lanes: lanes, remarks: &remarks, progress: progress)
  }

  private mutating func read(
    _ bulk: BulkFile, _ task: BulkTask, file: Int32, lanes: Lanes, remarks: inout Remarks, progress: ((Int) -> Void)?
  ) -> BulkResult {
    var firstCodes: [UInt32] = []
    for _ in 0..<task.chunkCount {
      let code = ledger.facts.reserveLines(task.linesPerChunk, file: file, column: bulk.layout.value + 1, firstLine: 0)
      guard let code else { return .unsuited }
      firstCodes.append(code)
    }
    let codes = (firstCodes.first ?? 1)..<(firstCodes.last ?? 0) + UInt32(truncatingIfNeeded: task.linesPerChunk)
    let readers = (0..<lanes.count).map { _ in BulkLane(task) }
    var rest = Leftovers()
    var line = bulk.firstLine
    for firstChunk in stride(from: 0, to: task.chunkCount, by: lanes.count) {
      let active = min(lanes.count, task.chunkCount - firstChunk)
      lanes.run { lane in
        if lane < active { readers[lane].read(chunk: firstChunk + lane, firstCode: firstCodes[firstChunk + lane]) }
      }
      if readers.prefix(active).contains(where: { $0.isUnsuited || $0.isCutOff }) {
        ledger.facts.forget(originsIn: codes)
        return readers.contains { $0.isCutOff } ? .cutOff : .unsuited
      }
      let repeated = ledger.enter(readers, active: active, lanes: lanes)
      for lane in 0..<active {
        let firstCode = firstCodes[firstChunk + lane]
        let own = firstCode..<firstCode + UInt32(truncatingIfNeeded: task.linesPerChunk)
        readers[lane].leave(lines: repeated.filter { own.contains($0) }.map { Int($0 - firstCode) })
        ledger.facts.setFirstLine(line, ofStretchAt: firstCode)
        rest.take(readers[lane], firstLine: line, firstCode: firstCode)
        line += readers[lane].lineCount
      }
      progress?(task.range(ofChunk: firstChunk + active - 1).upperBound)
    }
    if bulk.encoding.encoding == .cp932, !isCP932(bulk, readers) {
      ledger.facts.forget(originsIn: codes)
      return .unsuited
    }
    var yearRows = [Int](repeating: 0, count: FiscalYear.known.count)
    for reader in readers { for year in yearRows.indices { yearRows[year] += reader.yearRows[year] } }
    return read(rest, bulk, codes, yearRows, file: file, remarks: &remarks)
  }

  /// Whether `chooseEncoding` would have said so of the whole file, which holds no byte that is damaged under CP932.
  private func isCP932(_ bulk: BulkFile, _ readers: [BulkLane]) -> Bool {
    let tallies = [bulk.headTally] + readers.map { $0.tally }
    return tallies.reduce(0) { $0 + $1.faults } > tallies.reduce(0) { $0 + $1.longSequences }
  }

  /// Reads what was left over, in the order of the file.
  private mutating func read(
    _ rest: Leftovers, _ bulk: BulkFile, _ codes: Range<UInt32>, _ yearRows: [Int], file: Int32, remarks: inout Remarks
  ) -> BulkResult {
    if rest.rows.isEmpty { return .read(yearRows: yearRows) }
    var yearRows = yearRows
    let before = ledger
    var rows = LeftoverRows(rest.bytes, rows: rest.rows, separator: bulk.layout.separator, codes: codes)
    var survey = rows
    while survey.advance() {
      let text = survey.text(bulk.layout.year)
      if let year = FiscalYear(spelled: text) ?? FiscalYear(calendarSpelled: text), FiscalYear.known.contains(year.number) {
        yearRows[Int(year.number - FiscalYear.known.lowerBound)] += 1
      }
    }
    var found = Remarks(path: remarks.path)
    isOutOfOrder = false
    read(&rows, layout: bulk.table, file: file, remarks: &found)
    if isOutOfOrder {
      // A figure was said twice, first in a row that was left over: which of them counts depends on their order.
      isOutOfOrder = false
      ledger = before
      ledger.facts.forget(originsIn: codes)
      return .unsuited
    }
    remarks = found
    return .read(yearRows: yearRows)
  }
}

/// The rows that were left over, of all chunks.
private struct Leftovers {
  private(set) var bytes: [UInt8] = []
  private(set) var rows: [LeftoverRows.Row] = []

  mutating func take(_ lane: BulkLane, firstLine: Int, firstCode: UInt32) {
    let base = bytes.count
    for row in lane.leftovers.rows {
      rows.append(
        LeftoverRows.Row(
          start: base + row.start, length: row.length, line: firstLine + row.line,
          code: firstCode + UInt32(truncatingIfNeeded: row.line)))
    }
    bytes += lane.leftovers.bytes
  }
}

extension FigureLedger {
  /// Enters the figures of the chunks that were read last, where no row has spoken of them before; the codes of the others,
  /// in the order of the file.
  mutating func enter(_ readers: [BulkLane], active: Int, lanes: Lanes) -> [UInt32] {
    var repeated = [[UInt32]](repeating: [], count: lanes.count)
    facts.fillColumns { values, codes in
      repeated.withUnsafeMutableBufferPointer { repeated in
        lanes.run { lane in
          for reader in readers.prefix(active) {
            let figures = reader.figures[lane]
            for place in 0..<reader.figureCounts[lane] {
              let figure = figures[place]
              let cell = Int(figure.cell)
              if codes[cell] == 0 {
                codes[cell] = figure.code
                values[cell] = figure.value
              } else {
                repeated[lane].append(figure.code)
              }
            }
          }
        }
      }
    }
    return repeated.flatMap { $0 }.sorted()
  }
}
