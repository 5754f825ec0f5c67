import Diagnostics
import Foundation
import Inflation
import Workbook

/// Reads workbooks as the program does, for other programs to compare with.
///
///     read list FILE       every cell on a line: sheet, place, kind, value; every remark on a line that begins with `remark`
///     read time FILE 5     the seconds that each of five readings took, then cells, and the most memory in use in bytes
@main
enum Read {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { return print("read list FILE | read time FILE COUNT") }
    if arguments[1] == "time" { try time(arguments[2], count: Int(arguments[3]) ?? 1) } else { try list(arguments[2]) }
  }

  private static func reading(_ path: String) throws -> WorkbookReading {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    return WorkbookReading(bytes, file: path, inflate: Inflating.inflate)
  }

  private static func time(_ path: String, count: Int) throws {
    var cells = 0
    for _ in 0..<count {
      let start = ContinuousClock.now
      let reading = try reading(path)
      let taken = ContinuousClock.now - start
      cells = reading.sheets.reduce(0) { $0 + $1.cells.count }
      print(Double(taken.components.attoseconds) / 1e18 + Double(taken.components.seconds))
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(cells, usage.ru_maxrss * 1024)
  }

  private static func list(_ path: String) throws {
    let reading = try reading(path)
    var text = ""
    for (number, sheet) in reading.sheets.enumerated() {
      text += "sheet\t\(number)\t\(escaped(sheet.name))\n"
      for row in sheet.rows {
        for cell in sheet.cells[row.cells] {
          text += "\(number)\t\(columnLetters(Int(cell.column)))\(row.number)\t\(value(cell.value, in: sheet))\n"
        }
      }
    }
    for diagnostic in reading.diagnostics { text += "remark\t\(diagnostic.code.name)\t\(escaped(diagnostic.message.english))\n" }
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  private static func value(_ value: CellValue, in sheet: Sheet) -> String {
    switch value {
    case .text(let reference): "text\t" + escaped(sheet.text(reference))
    case .number(let mantissa, let scale): "number\t\(mantissa)e\(-Int(scale))"
    case .date(let moment): "date\t\(moment.year)-\(moment.month)-\(moment.day) \(moment.second)"
    case .time(let seconds): "time\t\(seconds)"
    case .boolean(let isTrue): "boolean\t\(isTrue)"
    case .error(let error): "error\t\(error.spelling)"
    case .formulaWithoutValue: "pending\t"
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\r": escaped += "\\r"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
