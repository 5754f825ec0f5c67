import Diagnostics
import Quantities
import Workbook

/// The rows of a sheet that have cells.
///
/// A name in a merged cell holds for every row that the cell spans, as one sees it. A figure doesn't: which of the rows it
/// belongs to would be a guess.
struct SheetRows: RowSource {
  private let sheet: Sheet
  private let file: String
  private let merges: [CellRange]
  private var nextMerge = 0
  /// The merged ranges that reach from an earlier row into this one.
  private var reaching: [CellRange] = []
  private let spans: [UInt64: CellRange]
  private var index = -1
  private var sought = 1
  private(set) var cellCount = 0

  init(_ sheet: Sheet, file: String) {
    self.sheet = sheet
    self.file = file
    merges = sheet.merges.filter { $0.lastRow > $0.firstRow }.sorted { $0.firstRow < $1.firstRow }
    var spans: [UInt64: CellRange] = [:]
    for merge in sheet.merges { spans[SheetRows.key(merge.firstRow, merge.firstColumn)] = merge }
    self.spans = spans
  }

  /// For callers that go to cells one by one, to which merged cells mean nothing.
  init(cellsOf sheet: Sheet, file: String) {
    self.sheet = sheet
    self.file = file
    merges = []
    spans = [:]
  }

  var mayCutFigures: Bool { false }
  var mayMoveCells: Bool { false }

  private static func key(_ row: Int, _ column: Int) -> UInt64 { UInt64(row) << 16 | UInt64(column) }

  /// The number of the row in the sheet, from 1.
  var rowNumber: Int { sheet.rows.indices.contains(index) ? sheet.rows[index].number : sought }

  /// The columns that hold something in this row, in ascending order.
  var filledColumns: [Int] {
    sheet.rows.indices.contains(index) ? sheet.cells[sheet.rows[index].cells].map { Int($0.column) - 1 } : []
  }

  /// Whether the row has a number that can be no year.
  var holdsFigure: Bool {
    guard sheet.rows.indices.contains(index) else { return false }
    for cell in sheet.cells[sheet.rows[index].cells] {
      if case .number(let mantissa, let scale) = cell.value, scale != 0 || !(1989...2100).contains(mantissa) { return true }
    }
    return false
  }

  func isText(_ column: Int) -> Bool {
    if case .text? = find(column)?.value { return true }
    return false
  }

  /// The last row, and the last column, that a cell reaches.
  func span(_ column: Int) -> (lastRow: Int, lastColumn: Int) {
    guard let merge = spans[SheetRows.key(rowNumber, column + 1)] else { return (rowNumber, column) }
    return (merge.lastRow, merge.lastColumn - 1)
  }

  mutating func advance() -> Bool {
    guard index + 1 < sheet.rows.count else {
      index = sheet.rows.count
      cellCount = 0
      return false
    }
    index += 1
    let row = sheet.rows[index]
    cellCount = row.cells.isEmpty ? 0 : Int(sheet.cells[row.cells.upperBound - 1].column)
    reaching.removeAll { $0.lastRow < row.number }
    while nextMerge < merges.count, merges[nextMerge].firstRow < row.number {
      if merges[nextMerge].lastRow >= row.number { reaching.append(merges[nextMerge]) }
      nextMerge += 1
    }
    for merge in reaching { cellCount = max(cellCount, merge.firstColumn) }
    return true
  }

  /// Goes to the row of that number, for callers that know their cell: there it is blank where the sheet has no such row.
  mutating func go(to number: Int) {
    sought = number
    var low = 0
    var high = sheet.rows.count
    while low < high {
      let middle = (low + high) / 2
      if sheet.rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    index = low < sheet.rows.count && sheet.rows[low].number == number ? low : sheet.rows.count
    let cells = index < sheet.rows.count ? sheet.rows[index].cells : 0..<0
    cellCount = cells.isEmpty ? 0 : Int(sheet.cells[cells.upperBound - 1].column)
    reaching = []
  }

  func position(_ column: Int) -> CellPosition {
    let row = sheet.rows.indices.contains(index) ? sheet.rows[index].number : sought
    return .sheetCell(sheet: sheet.name, row: row, column: column + 1)
  }

  func cell(_ column: Int) -> SpelledCell {
    guard let cell = find(column) else { return .blank }
    switch cell.value {
    case .text(let reference):
      return sheet.bytes(reference).withUnsafeBufferPointer { SpelledCell(reading: $0) }
    case .number(let mantissa, let scale):
      return number(mantissa, Int(scale), isPercentage: cell.isPercentage)
    case .date(let moment):
      return date(moment).map { .date($0) } ?? .words(text(cell))
    case .time, .boolean, .error, .formulaWithoutValue:
      return .words(text(cell))
    }
  }

  /// What merged cells hold is the name of a row and not its figure.
  func isUnfilled(_ column: Int) -> Bool {
    if case .blank = cell(column) { return true }
    return false
  }

  func refusal(_ column: Int) -> Diagnostic? {
    guard let cell = find(column) else { return nil }
    let row = sheet.rows[index].number
    switch cell.value {
    case .error(let error):
      return SheetWarning.errorValue(error, file: file, sheet: sheet.name, row: row, column: column + 1)
    case .formulaWithoutValue:
      return SheetWarning.formulaWithoutValue(file: file, sheet: sheet.name, row: row, column: column + 1)
    default:
      return nil
    }
  }

  func withSpelling<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let cell = find(column) ?? mergedCell(column) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    if case .text(let reference) = cell.value { return sheet.bytes(reference).withUnsafeBufferPointer { body($0) } }
    return Array(text(cell).utf8).withUnsafeBufferPointer { body($0) }
  }

  private func find(_ column: Int) -> Cell? {
    guard sheet.rows.indices.contains(index) else { return nil }
    let range = sheet.rows[index].cells
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(sheet.cells[middle].column) < column + 1 { low = middle + 1 } else { high = middle }
    }
    guard low < range.upperBound, Int(sheet.cells[low].column) == column + 1 else { return nil }
    return sheet.cells[low]
  }

  private func mergedCell(_ column: Int) -> Cell? {
    guard let merge = reaching.first(where: { $0.firstColumn == column + 1 }) else { return nil }
    return sheet.cell(row: merge.firstRow, column: merge.firstColumn)
  }

  /// A percentage is kept as a fraction of 1 and read as it is shown.
  private func number(_ mantissa: Int64, _ scale: Int, isPercentage: Bool) -> SpelledCell {
    var mantissa = mantissa
    var scale = isPercentage ? scale - 2 : scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    while scale < 0 {
      guard mantissa.magnitude < FigureLimits.tooGreat.magnitude / 10 else { return .tooLong }
      mantissa *= 10
      scale += 1
    }
    guard scale <= FigureLimits.decimals, mantissa.magnitude < FigureLimits.tooGreat.magnitude else { return .tooLong }
    return .number(mantissa: mantissa, scale: scale, suffix: isPercentage ? "%" : "")
  }

  private func date(_ moment: CalendarMoment) -> CalendarDate? {
    guard moment.second == 0 else { return nil }
    return CalendarDate(year: Int32(moment.year), month: Int32(moment.month), day: Int32(moment.day))
  }

  /// A cell that holds no text, as one would write it.
  private func text(_ cell: Cell) -> String {
    switch cell.value {
    case .text(let reference): return sheet.text(reference)
    case .number(let mantissa, let scale):
      guard case .number(let mantissa, let scale, let suffix) = number(mantissa, Int(scale), isPercentage: cell.isPercentage)
      else { return decimalText(mantissa, Int(scale)) }
      return decimalText(mantissa, scale) + suffix
    case .date(let moment):
      let day = CalendarDate(year: Int32(moment.year), month: Int32(moment.month), day: Int32(moment.day))?.isoText
      return (day ?? "") + (moment.second == 0 ? "" : " " + clockText(Int64(moment.second)))
    case .time(let seconds): return clockText(seconds)
    case .boolean(let value): return value ? "TRUE" : "FALSE"
    case .error(let error): return error.spelling
    case .formulaWithoutValue: return ""
    }
  }

  private func decimalText(_ mantissa: Int64, _ scale: Int) -> String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    // Far from any figure of a submission; shown only in remarks.
    guard (0...30).contains(scale) else { return sign + digits + "E" + String(-scale) }
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    return sign + String(padded.dropLast(scale)) + "." + String(padded.suffix(scale))
  }

  private func clockText(_ seconds: Int64) -> String {
    let whole = seconds.magnitude
    let minutes = whole / 60 % 60
    return (seconds < 0 ? "-" : "") + String(whole / 3600) + (minutes < 10 ? ":0" : ":") + String(minutes)
  }
}
