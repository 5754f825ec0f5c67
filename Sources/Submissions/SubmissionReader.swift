import Diagnostics
import Facts
import Quantities
import Rulebook
import Workbook

/// What data files gave.
package struct SubmissionReading: Sendable {
  package let facts: Facts
  /// In the order of the files, and within a file of its cells.
  package let diagnostics: [Diagnostic]
  /// The latest year that any row speaks of.
  package let latestYear: FiscalYear?
  /// Files of which nothing could be read.
  package let unreadable: [String]
  /// The areas whose own forms are among the files.
  package let formOwners: [Int]
}

/// Reads the files of a year-end round into facts: delimited text in any of the usual
/// encodings and workbooks, long or wide.
///
/// Files are gone through twice, once for the years that they speak of and once for the figures, so that the columns of
/// facts are made only once and no list of all cells is needed between.
package struct SubmissionReader {
  private let rulebook: Rulebook
  private let areas: AreaTable
  private let names: NameSense
  var headings: HeadingFinder
  /// What the cells of years spell, whichever years these are.
  var years = NameFinder { text in
    (FiscalYear(spelled: text) ?? FiscalYear(calendarSpelled: text)).map { [Int($0.number)] } ?? []
  }
  var files: [(path: String, content: Content)] = []
  /// The years that files speak of which have been gone through.
  var span = YearSpan()
  /// The years that are expected of large files.
  private var expected = YearSpan()
  let lanes: Lanes
  private let bulkSize: Int
  private let chunkSize: Int
  let shareSize: Int
  private let progress: (@Sendable (_ path: String, _ done: Int, _ size: Int) -> Void)?

  /// Reading in bulk gives what careful reading gives, only sooner. A page, which reads one area's files, does without its code.
  private static var readsInBulk: Bool {
    #if arch(wasm32)
      false
    #else
      true
    #endif
  }

  enum Content {
    /// As long as its headings have not been looked for.
    case unopened(DecodedText)
    case text(TextTable)
    case bulk(BulkFile)
    /// With the tables of each sheet that are headed by names; where there are none, its columns are headed one by one.
    case workbook(WorkbookReading, tables: [[CrossTable]])
    case form(FormLayout, WorkbookReading)
    /// Its bytes could not be had.
    case lost
  }

  /// A delimited file up to its headings, which are looked for once: they are the longest row of most files.
  struct TextTable {
    var rows: DelimitedRows
    let layout: TableLayout?
    let faultsLeftOut: Int
    /// In bytes of its text.
    let size: Int

    init(_ text: DecodedText, path: String, _ headings: inout HeadingFinder) {
      rows = DelimitedRows(text, file: path)
      layout = TableLayout.find(in: &rows, &headings)
      faultsLeftOut = text.faultCount - text.faults.count
      size = text.bytes.count
    }
  }

  /// - Parameters:
  ///   - lanes: how large files are spread over cores.
  ///   - bulkSize: from how many bytes on a file is large.
  ///   - chunkSize: how much of it a lane reads at a time.
  ///   - shareSize: how many bytes of small files are worth a lane: to begin a thread takes about as long as to read them. None of
  ///     these changes what is read.
  ///   - progress: told from time to time how much of a large file has been read.
  package init(
    rulebook: Rulebook, areas: AreaTable, lanes: Lanes = .one, bulkSize: Int = 1 << 15, chunkSize: Int = 1 << 20,
    shareSize: Int = 50_000, progress: (@Sendable (String, Int, Int) -> Void)? = nil
  ) {
    self.rulebook = rulebook
    self.areas = areas
    self.lanes = lanes
    self.bulkSize = bulkSize
    self.progress = progress
    self.chunkSize = max(1, chunkSize)
    self.shareSize = max(1, shareSize)
    names = NameSense(rulebook: rulebook, areas: areas)
    headings = HeadingFinder(names.words)
  }

  /// Takes a delimited file whose bytes are handed out piece by piece. Where it cannot be read so, they are all asked for.
  package mutating func add(path: String, source: ByteSource) {
    if SubmissionReader.readsInBulk, source.size >= bulkSize, let bulk = BulkFile(source, &headings) {
      add(bulk, path: path)
    } else if let bytes = source.allBytes {
      add(path: path, bytes: bytes)
    } else {
      files.append((path, .lost))
    }
  }

  /// Takes a delimited file; the path is how diagnostics name it.
  package mutating func add(path: String, bytes: [UInt8]) { add(path: path, text: DecodedText(decoding: bytes)) }

  /// Takes a delimited file that has become text.
  package mutating func add(path: String, text: DecodedText) {
    // In whatever encoding a large file came: once it is text it is read in bulk.
    if SubmissionReader.readsInBulk, text.bytes.count >= bulkSize, text.faultCount == 0,
      let bulk = BulkFile(ByteSource(text.bytes), &headings)
    {
      return add(bulk, path: path)
    }
    files.append((path, .unopened(text)))
  }

  private mutating func add(_ bulk: BulkFile, path: String) {
    files.append((path, .bulk(bulk)))
    for year in bulk.surveyedYears() { expected.count(year) }
  }

  /// Takes a workbook that the caller has inflated.
  package mutating func add(path: String, workbook: WorkbookReading) {
    if let form = FormLayout(workbook) {
      files.append((path, .form(form, workbook)))
      survey(form, workbook, path: path)
      return
    }
    var tables: [[CrossTable]] = []
    for sheet in workbook.sheets {
      if SubmissionReader.showsExamples(sheet, of: workbook) {
        tables.append([])
        continue
      }
      var rows = SheetRows(sheet, file: path)
      let found = SubmissionReader.tables(in: rows, sheet: sheet.name, path: path, names: names, &headings)
      tables.append(found)
      if !found.isEmpty {
        survey(found, rows)
      } else if let layout = TableLayout.find(in: &rows, &headings) {
        SubmissionReader.survey(&rows, layout, &years, into: &span)
      }
    }
    files.append((path, .workbook(workbook, tables: tables)))
  }

  /// Reads everything that was added. The facts span the years of the data and `year`.
  package func read(including year: FiscalYear? = nil) -> SubmissionReading {
    var opened = self
    opened.open()
    return opened.readOpened(including: year)
  }

  private func readOpened(including year: FiscalYear?) -> SubmissionReading {
    // Of what years a large file speaks is known for certain only when it has been read: mostly of those that were expected.
    let years = span.with(expected).years
    let first = read(years, including: year)
    if first.years == years { return first.reading }
    return read(first.years, including: year).reading
  }

  /// - Parameter dataYears: the years that the data are expected to speak of.
  /// - Returns: with what was read, the years of which they do speak.
  private func read(_ dataYears: ClosedRange<Int32>?, including year: FiscalYear?)
    -> (reading: SubmissionReading, years: ClosedRange<Int32>?)
  {
    var years = dataYears ?? (year.map { $0.number...$0.number } ?? FiscalYear.known.lowerBound...FiscalYear.known.lowerBound)
    if let year, abs(year.number - years.upperBound) <= YearSpan.farthest {
      years = min(years.lowerBound, year.number)...max(years.upperBound, year.number)
    }
    var whole = readShares(years)
    for (position, file) in files.enumerated() {
      guard case .form(let form, let workbook) = file.content else { continue }
      whole.reader.readPrevious(form, of: workbook, file: Int32(truncatingIfNeeded: position), path: file.path)
    }
    let reading = SubmissionReading(
      facts: whole.reader.facts, diagnostics: whole.diagnostics,
      latestYear: whole.counted.years.map { FiscalYear($0.upperBound) }, unreadable: whole.unreadable,
      formOwners: Array(Set(whole.reader.formOwners)).sorted())
    return (reading, whole.counted.years)
  }

  /// Reads some of the files, one after the other.
  func read(_ share: Range<Int>, _ years: ClosedRange<Int32>) -> Share {
    var result = Share(reader: TableReader(rulebook: rulebook, areas: areas, names: names, years: years), counted: span)
    // All have their places in the list, whoever reads them.
    for (path, _) in files { _ = result.reader.add(file: path) }
    for position in share {
      let (path, content) = files[position]
      let file = Int32(truncatingIfNeeded: position)
      let isRead =
        switch content {
        // Files are opened before any is read.
        case .unopened: false
        case .text(let table): SubmissionReader.read(table, path, file, &result.reader, &result.diagnostics)
        case .bulk(let bulk):
          SubmissionReader.readsInBulk && read(bulk, path, file, &result.reader, &result.diagnostics, &result.counted)
        case .workbook(let workbook, let tables):
          SubmissionReader.read(workbook, tables, path, file, &result.reader, &result.diagnostics)
        case .form(let form, let workbook): SubmissionReader.read(form, workbook, path, file, &result.reader, &result.diagnostics)
        case .lost: SubmissionReader.refuse(cutOff(path: path), &result.diagnostics)
        }
      if !isRead { result.unreadable.append(path) }
    }
    return result
  }

  private static func refuse(_ diagnostic: Diagnostic, _ diagnostics: inout [Diagnostic]) -> Bool {
    diagnostics.append(diagnostic)
    return false
  }

  /// A large file: in bulk, or row by row where it is not plain enough.
  private func read(
    _ bulk: BulkFile, _ path: String, _ file: Int32, _ reader: inout TableReader, _ diagnostics: inout [Diagnostic],
    _ counted: inout YearSpan
  ) -> Bool {
    var remarks = Remarks(path: path)
    let size = bulk.source.size
    let result = reader.read(
      bulk, file: file, lanes: lanes, chunkSize: chunkSize, remarks: &remarks,
      progress: progress.map { tell in { tell(path, $0, size) } })
    switch result {
    case .read(let yearRows):
      counted.add(yearRows)
      diagnostics += remarks.inOrder()
      return true
    case .cutOff: return SubmissionReader.refuse(cutOff(path: path), &diagnostics)
    case .unsuited:
      if size > SubmissionReader.mostBytesInMemory { return SubmissionReader.refuse(tooLarge(path: path), &diagnostics) }
      guard let bytes = bulk.source.allBytes else { return SubmissionReader.refuse(cutOff(path: path), &diagnostics) }
      var (headings, years) = (headings, years)
      let table = TextTable(DecodedText(decoding: bytes), path: path, &headings)
      SubmissionReader.survey(table, &years, into: &counted)
      return SubmissionReader.read(table, path, file, &reader, &diagnostics)
    }
  }

  /// A file that has to be read row by row is held in memory as a whole.
  package static let mostBytesInMemory = 1 << 30

  /// A form computes for itself, and its formulas are not read: whether they are up to date does not matter.
  private static func read(
    _ form: FormLayout, _ workbook: WorkbookReading, _ path: String, _ file: Int32, _ reader: inout TableReader,
    _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    diagnostics += workbook.diagnostics.filter { $0.code != .calculationPending }
    var remarks = Remarks(path: path)
    let isRead = reader.read(form, of: workbook, file: file, remarks: &remarks)
    diagnostics += remarks.inOrder()
    return isRead
  }

  private mutating func survey(_ form: FormLayout, _ workbook: WorkbookReading, path: String) {
    var rows = SheetRows(cellsOf: workbook.sheets[form.year.sheet], file: path)
    rows.go(to: form.year.row)
    guard let year = FiscalYear(spelled: rows.text(form.year.column - 1)) else { return }
    // The year of the form counts for more than the one before, which it only shows.
    for _ in 0..<2 { span.count(year) }
    span.count(year.advanced(by: -1))
  }

  private static func read(
    _ table: TextTable, _ path: String, _ file: Int32, _ reader: inout TableReader, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    var remarks = Remarks(path: path)
    var rows = table.rows
    if let layout = table.layout {
      reader.read(&rows, layout: layout, file: file, remarks: &remarks)
    } else {
      remarks.add(table.size == 0 ? emptyFile(path: path) : missingHeadings(path: path))
    }
    while rows.advance() {}
    remarks.add(rows.damage, leftOut: table.faultsLeftOut)
    remarks.add(rows.mishaps, leftOut: rows.mishapsLeftOut)
    diagnostics += remarks.inOrder()
    return table.layout != nil
  }

  /// Sheets without headings hold lists, remarks or charts; a workbook needs only one that has them.
  private static func read(
    _ workbook: WorkbookReading, _ tables: [[CrossTable]], _ path: String, _ file: Int32, _ reader: inout TableReader,
    _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    diagnostics += workbook.diagnostics
    var isRead = false
    var hasTables = false
    for (sheet, tables) in zip(workbook.sheets, tables) {
      var remarks = Remarks(path: path)
      var rows = SheetRows(sheet, file: path)
      if SubmissionReader.showsExamples(sheet, of: workbook) {
        diagnostics.append(exampleSheet(sheet.name, path: path))
        continue
      }
      hasTables = hasTables || !tables.isEmpty
      if tables.isEmpty
        ? reader.read(&rows, file: file, remarks: &remarks) : reader.read(tables, of: rows, file: file, remarks: &remarks)
      {
        isRead = true
        if let concealment = sheet.concealment(file: path) { remarks.add(concealment) }
      }
      diagnostics += remarks.inOrder()
    }
    // A workbook that could not be opened has said why, and so has a table that does not say whose it is.
    if !isRead && !hasTables && !workbook.sheets.isEmpty { diagnostics.append(missingHeadings(path: path)) }
    return isRead
  }

  /// The tables of a sheet that are headed by names. A single row of headings with one for areas and one for years needs no
  /// such: each of its columns says what it holds.
  private static func tables(
    in rows: SheetRows, sheet: String, path: String, names: NameSense, _ headings: inout HeadingFinder
  ) -> [CrossTable] {
    var finder = CrossTableFinder(path: path, sheet: sheet, names: names)
    let tables = finder.tables(in: rows)
    var trial = rows
    if tables.count == 1, let layout = TableLayout.find(in: &trial, &headings),
      trial.rowNumber + 1 == tables[0].rows.lowerBound, tables[0].areaColumn == layout.area, tables[0].yearColumn == layout.year
    {
      return []
    }
    return tables
  }

  /// Whether a sheet shows how a form is filled in, beside others that hold what was filled in.
  private static func showsExamples(_ sheet: Sheet, of workbook: WorkbookReading) -> Bool {
    let name = NameFolding.fold(sheet.name)
    return workbook.sheets.count > 1 && ["記入例", "記載例", "入力例", "見本"].contains { name.hasPrefix($0) || name.hasSuffix($0) }
  }

  private mutating func survey(_ tables: [CrossTable], _ start: SheetRows) {
    var rows = start
    for table in tables {
      for year in table.headedYears { span.count(year) }
      guard let column = table.yearColumn else { continue }
      while rows.rowNumber < table.rows.upperBound, rows.advance() {
        guard table.rows.contains(rows.rowNumber), let year = FiscalYear(spelled: rows.text(column)) else { continue }
        span.count(year)
      }
    }
  }

  static func survey(_ table: TextTable, _ years: inout NameFinder, into span: inout YearSpan) {
    guard let layout = table.layout else { return }
    var rows = table.rows
    survey(&rows, layout, &years, into: &span)
  }

  private static func survey<Rows: RowSource>(
    _ rows: inout Rows, _ layout: TableLayout, _ years: inout NameFinder, into span: inout YearSpan
  ) {
    while rows.advance() {
      let spelled = rows.withSpelling(layout.year) { years.find($0).finding }
      if case .one(let year) = spelled { span.count(FiscalYear(Int32(truncatingIfNeeded: year))) }
    }
  }
}
