import Diagnostics
import Facts
import Quantities
import Rulebook

/// Reads tables, one after the other, into one ledger of facts.
struct TableReader {
  let rulebook: Rulebook
  let areas: AreaTable
  let names: NameSense
  private(set) var figures: [FigureReader]
  private var headings: HeadingFinder
  private var areaNames: NameFinder
  private var itemNames: NameFinder
  private var yearNames: NameFinder
  /// Years such as 平成27年, which only figures by calendar year have.
  private var calendarYears: NameFinder
  var ledger: FigureLedger
  /// Whether a row read late spoke of a figure that a later row had given already: then the file is to be read in its order.
  var isOutOfOrder = false
  private var suggestionsMade = 0
  /// The areas whose forms were read.
  var formOwners: [Int] = []

  /// Looking for near names takes long where there are very many wrong ones.
  private static let mostSuggestions = 100

  var facts: Facts { ledger.facts }

  init(rulebook: Rulebook, areas: AreaTable, names: NameSense, years: ClosedRange<Int32>) {
    self.rulebook = rulebook
    self.areas = areas
    self.names = names
    figures = FigureReader.all(of: rulebook)
    headings = HeadingFinder(names.words)
    areaNames = NameFinder { names.area($0) }
    itemNames = NameFinder { names.item($0) }
    yearNames = NameFinder { text in
      FiscalYear(spelled: text).map { years.contains($0.number) ? [Int($0.number)] : [] } ?? []
    }
    calendarYears = NameFinder { text in
      FiscalYear(calendarSpelled: text).map { years.contains($0.number) ? [Int($0.number)] : [] } ?? []
    }
    ledger = FigureLedger(Facts(areas: areas, years: years, indicatorCount: rulebook.indicators.count))
  }

  mutating func add(file path: String) -> Int32 { ledger.add(file: path) }

  /// Takes in what another reader has read of files that come after those of this one, where that is the same as if this one had
  /// read on: false where both speak of one figure, or have looked for more near names than one would have.
  mutating func take(_ other: TableReader) -> Bool {
    guard suggestionsMade + other.suggestionsMade <= TableReader.mostSuggestions,
      ledger.facts.take(other.facts, isText: { rulebook.indicators[$0].kind == .text })
    else { return false }
    suggestionsMade += other.suggestionsMade
    formOwners += other.formOwners
    return true
  }

  /// Reads a table from its beginning. False when it has no headings.
  mutating func read<Rows: RowSource>(_ rows: inout Rows, file: Int32, remarks: inout Remarks) -> Bool {
    guard let layout = TableLayout.find(in: &rows, &headings) else { return false }
    read(&rows, layout: layout, file: file, remarks: &remarks)
    return true
  }

  /// Reads a table whose row of headings is the one that was read last.
  mutating func read<Rows: RowSource>(_ rows: inout Rows, layout: TableLayout, file: Int32, remarks: inout Remarks) {
    var table = TableProgress(layout: layout, file: file)
    switch layout.shape {
    case .long(let item, let value):
      readLong(&rows, item: item, value: value, &table, &remarks)
    case .wide(let columns):
      readWide(&rows, columns, &table, &remarks)
    }
    remarks.add(unknownNames(table.unknown, path: remarks.path))
  }

  mutating func unknownNames(_ unknown: UnknownNames, path: String) -> [Diagnostic] {
    unknown.diagnostics(path: path, describe: { describe($0, $1) }, suggest: { kind, text in suggestions(kind, text) })
  }

  /// What a cell names, as something of that kind.
  mutating func find<Rows: RowSource>(_ kind: NameKind, _ rows: Rows, _ column: Int) -> (number: Int, finding: Finding) {
    switch kind {
    case .area: rows.withSpelling(column) { areaNames.find($0) }
    case .year: rows.withSpelling(column) { yearNames.find($0) }
    case .item: rows.withSpelling(column) { itemNames.find($0) }
    }
  }

  func areaName(_ position: Int) -> String { areas.areas[position].name }

  mutating func itemFinding(_ code: String) -> (number: Int, finding: Finding) {
    Array(code.utf8).withUnsafeBufferPointer { itemNames.find($0) }
  }

  /// Whose form it is, by the cells that say so.
  mutating func ownerFindings(
    _ areaRows: SheetRows, _ areaColumn: Int, _ yearRows: SheetRows, _ yearColumn: Int
  ) -> (area: (number: Int, finding: Finding), year: (number: Int, finding: Finding)) {
    (
      areaRows.withSpelling(areaColumn) { areaNames.find($0) }, yearRows.withSpelling(yearColumn) { yearNames.find($0) }
    )
  }

  /// Whether a cell has said anything about the figure.
  func isSpoken(of key: FigureKey) -> Bool { facts.state(key) != .notReported || facts.origin(key) != nil }

  /// What is known of a table while it is read.
  private struct TableProgress {
    let layout: TableLayout
    let file: Int32
    var unknown = UnknownNames()
    /// Whether cells beside the table have been told of.
    var hasStray = false
  }

  private mutating func readLong<Rows: RowSource>(
    _ rows: inout Rows, item: Int, value: Int, _ table: inout TableProgress, _ remarks: inout Remarks
  ) {
    while rows.advance() {
      guard let (area, year, isCalendar) = areaAndYear(rows, &table, &remarks) else { continue }
      if rows.isBlank(item) {
        remarks.add(incompleteRow(Wording("an item", "項目"), at: CellPlace(file: remarks.path, position: rows.position(item))))
        continue
      }
      let (number, finding) = rows.withSpelling(item) { itemNames.find($0) }
      guard case .one(let indicator) = finding else {
        table.unknown.note(.item, number: number, text: rows.text(item), finding, at: rows.position(item))
        continue
      }
      if isCalendar, !rulebook.indicators[indicator].byCalendarYear {
        noteCalendarYear(rows, &table)
        continue
      }
      let key = FigureKey(indicator: indicator, area: area, year: year)
      if let note = table.layout.note, note == value + 1, isCutByComma(rows, value: value, next: note, indicator) {
        remarks.add(cutByComma(at: CellPlace(file: remarks.path, position: rows.position(value))))
        continue
      }
      enter(rows, value, key, table.file, &remarks)
    }
  }

  private mutating func readWide<Rows: RowSource>(
    _ rows: inout Rows, _ itemColumns: [Int], _ table: inout TableProgress, _ remarks: inout Remarks
  ) {
    var columns: [(column: Int, indicator: Int)] = []
    for column in itemColumns {
      let (number, finding) = rows.withSpelling(column) { itemNames.find($0) }
      if case .one(let indicator) = finding {
        columns.append((column, indicator))
      } else {
        table.unknown.note(.item, number: number, text: rows.text(column), finding, at: rows.position(column))
      }
    }
    while rows.advance() {
      guard let (area, year, isCalendar) = areaAndYear(rows, &table, &remarks) else { continue }
      for (column, indicator) in columns {
        if isCalendar, !rulebook.indicators[indicator].byCalendarYear {
          if !rows.isBlank(column) { noteCalendarYear(rows, &table) }
          continue
        }
        enter(rows, column, FigureKey(indicator: indicator, area: area, year: year), table.file, &remarks)
      }
    }
  }

  /// The row's area and year, where the row is sound; remarks on what isn't.
  private mutating func areaAndYear<Rows: RowSource>(
    _ rows: Rows, _ table: inout TableProgress, _ remarks: inout Remarks
  ) -> (area: Int, year: FiscalYear, isCalendar: Bool)? {
    let layout = table.layout
    if rows.isBlank(layout.area) || rows.isBlank(layout.year) {
      if rows.isBlankRow || isFootnote(rows, layout) { return nil }
      let missing = rows.isBlank(layout.area) ? Wording("an area", "地域") : Wording("a year", "年度")
      let column = rows.isBlank(layout.area) ? layout.area : layout.year
      remarks.add(incompleteRow(missing, at: CellPlace(file: remarks.path, position: rows.position(column))))
      return nil
    }
    let (areaNumber, area) = rows.withSpelling(layout.area) { areaNames.find($0) }
    var (yearNumber, year) = rows.withSpelling(layout.year) { yearNames.find($0) }
    var isCalendar = false
    if case .none = year {
      let (_, calendar) = rows.withSpelling(layout.year) { calendarYears.find($0) }
      if case .one = calendar { (year, isCalendar) = (calendar, true) }
    }
    guard case .one(let areaPosition) = area, case .one(let yearPosition) = year else {
      if case .one = area {
      } else {
        table.unknown.note(.area, number: areaNumber, text: rows.text(layout.area), area, at: rows.position(layout.area))
      }
      if case .one = year {
      } else {
        table.unknown.note(.year, number: yearNumber, text: rows.text(layout.year), year, at: rows.position(layout.year))
      }
      return nil
    }
    if let stray = layout.strayColumn(in: rows) {
      if !rows.mayMoveCells {
        if !table.hasStray {
          remarks.add(besideTable(rows.text(stray), at: CellPlace(file: remarks.path, position: rows.position(stray))))
        }
        table.hasStray = true
        return (areaPosition, FiscalYear(Int32(truncatingIfNeeded: yearPosition)), isCalendar)
      }
      remarks.add(strayCell(rows.text(stray), at: CellPlace(file: remarks.path, position: rows.position(stray))))
      return nil
    }
    return (areaPosition, FiscalYear(Int32(truncatingIfNeeded: yearPosition)), isCalendar)
  }

  /// A calendar year in a row of figures by fiscal years.
  private mutating func noteCalendarYear<Rows: RowSource>(_ rows: Rows, _ table: inout TableProgress) {
    let year = table.layout.year
    let (number, finding) = rows.withSpelling(year) { yearNames.find($0) }
    table.unknown.note(.year, number: number, text: rows.text(year), finding, at: rows.position(year))
  }

  /// Whether the row is a remark below the table on a sheet: a text alone, that names no area.
  private mutating func isFootnote<Rows: RowSource>(_ rows: Rows, _ layout: TableLayout) -> Bool {
    guard !rows.mayMoveCells, (0..<rows.cellCount).allSatisfy({ $0 == layout.area || rows.isBlank($0) }) else { return false }
    if case .none = find(.area, rows, layout.area).finding { return true }
    return false
  }

  mutating func enter<Rows: RowSource>(
    _ rows: Rows, _ column: Int, _ key: FigureKey, _ file: Int32, _ remarks: inout Remarks
  ) {
    let position = rows.position(column)
    let refusal = rows.refusal(column)
    if let refusal { remarks.add(refusal) }
    let isEmpty = refusal != nil || rows.isUnfilled(column)
    let reading =
      isEmpty ? .notReported : rows.withSpelling(column) { figures[key.indicator].read(rows.cell(column), spelled: $0) }
    if case .fault(let fault) = reading {
      remarks.add(
        fault.diagnostic(
          cell: rows.text(column), indicator: rulebook.indicators[key.indicator], ladders: rulebook.ladders,
          at: CellPlace(file: remarks.path, position: position)))
    }
    if rows.isOvertaken(by: facts.originCode(key)) { isOutOfOrder = true }
    switch ledger.enter(reading, for: key, file: file, at: position) {
    case .entered:
      break
    case .repeated(let first):
      remarks.add(name(key).repeated(first: first, at: CellPlace(file: remarks.path, position: position)))
    case .contradicting(let first):
      let place = CellPlace(file: remarks.path, position: position)
      remarks.add(name(key).contradicting(cell: rows.text(column), first: first, at: place))
    }
  }

  private func name(_ key: FigureKey) -> FigureName {
    FigureName(year: key.year, area: areas.areas[key.area].name, indicator: rulebook.indicators[key.indicator].name)
  }

  /// Whether `1,706件` without quotes was cut into a value 1 and a note 706件.
  private func isCutByComma<Rows: RowSource>(_ rows: Rows, value: Int, next: Int, _ indicator: Int) -> Bool {
    guard rows.mayCutFigures, next < rows.cellCount else { return false }
    let isGroup = rows.withSpelling(next) { bytes in
      bytes.count >= 3 && bytes.prefix(3).allSatisfy { (0x30...0x39).contains($0) }
        && (bytes.count == 3 || !(0x30...0x39).contains(bytes[3]))
    }
    guard isGroup, case .number(let head, 0, "") = rows.cell(value), (1...999).contains(abs(head)),
      case .number(_, _, let suffix) = rows.cell(next)
    else { return false }
    return suffix.isEmpty || NameFolding.fold(suffix) == NameFolding.fold(rulebook.indicators[indicator].kind.unit)
  }

  private func describe(_ kind: NameKind, _ position: Int) -> String {
    switch kind {
    case .area: quoted(areas.areas[position].name) + " (" + areas.areas[position].code + ")"
    case .item: quoted(rulebook.indicators[position].name) + " (" + rulebook.indicators[position].code + ")"
    case .year: FiscalYear(Int32(truncatingIfNeeded: position)).englishText
    }
  }

  private mutating func suggestions(_ kind: NameKind, _ text: String) -> [String] {
    guard kind != .year, suggestionsMade < TableReader.mostSuggestions else { return [] }
    suggestionsMade += 1
    var names: [String] = []
    if kind == .area {
      for area in areas.areas { names += [area.name, area.code] }
    } else {
      for indicator in rulebook.indicators { names += [indicator.label, indicator.otherLabel, indicator.code].compactMap { $0 } }
    }
    return Suggestions.nearest(to: text, among: names) { NameFolding.fold($0) }
  }
}
