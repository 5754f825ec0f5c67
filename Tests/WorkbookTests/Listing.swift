import Diagnostics
import Inflation
import Workbook

/// A workbook as lines of text, as `Fixtures/make_fixtures.py` writes down what it put into one.
enum Listing {
  static func lines(_ reading: WorkbookReading) -> [String] {
    reading.sheets.flatMap { lines($0) } + reading.names.map { line($0) }
  }

  static func lines(_ sheet: Sheet) -> [String] {
    var lines = ["sheet \(sheet.name) \(sheet.visibility)"]
    for row in sheet.rows {
      for cell in sheet.cells[row.cells] {
        let formula = cell.isFormula && cell.value != .formulaWithoutValue ? " formula" : ""
        lines.append("\(columnLetters(Int(cell.column)))\(row.number) \(text(cell.value, in: sheet))\(formula)")
      }
    }
    lines += sheet.merges.map { "merge \(text($0))" }.sorted()
    lines += sheet.hiddenRows.map { "hidden rows \($0.lowerBound)-\($0.upperBound)" }
    lines += sheet.hiddenColumns.map { "hidden columns \(columnLetters($0.lowerBound))-\(columnLetters($0.upperBound))" }
    return lines
  }

  static func text(_ value: CellValue, in sheet: Sheet) -> String {
    switch value {
    case .text(let reference):
      return "text "
        + sheet.text(reference).unicodeScalars.map {
          switch $0 {
          case "\\": "\\\\"
          case "\r": "\\r"
          case "\n": "\\n"
          case "\t": "\\t"
          default: String($0)
          }
        }.joined()
    case .number(let mantissa, let scale): return "number \(decimal(mantissa, scale))"
    case .date(let moment):
      return "date \(padded(Int(moment.year), 4))-\(padded(Int(moment.month), 2))-\(padded(Int(moment.day), 2)) \(moment.second)"
    case .time(let seconds): return "time \(seconds)"
    case .boolean(let isTrue): return "boolean \(isTrue)"
    case .error(let error): return "error \(error.spelling)"
    case .formulaWithoutValue: return "formula without value"
    }
  }

  static func decimal(_ mantissa: Int64, _ scale: Int16) -> String {
    guard scale > 0 else { return scale == 0 ? "\(mantissa)" : "\(mantissa)e\(-scale)" }
    let digits = padded(Int(mantissa.magnitude), Int(scale) + 1)
    return (mantissa < 0 ? "-" : "") + digits.dropLast(Int(scale)) + "." + digits.suffix(Int(scale))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func text(_ range: CellRange) -> String {
    "\(columnLetters(range.firstColumn))\(range.firstRow):\(columnLetters(range.lastColumn))\(range.lastRow)"
  }

  private static func line(_ name: DefinedName) -> String {
    let place = name.localSheet.map { " on \($0)" } ?? ""
    return "name \(name.name)\(place) = " + (name.target.map { "\($0.sheet) \(text($0.range))" } ?? name.formula)
  }
}
