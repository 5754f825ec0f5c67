import Diagnostics
import Facts
import Quantities
import Workbook

/// Uses each room of the core once where there is no operating system, and writes a line for each: `expected.txt` holds what
/// the same calls give elsewhere. What no line here reaches is compiled but not linked.
private func report() -> [String] {
  var lines: [String] = []
  lines.append(contentsOf: machineLines())
  lines.append(contentsOf: quantityLines())
  lines.append(contentsOf: diagnosticLines())
  lines.append(contentsOf: factLines())
  lines.append(contentsOf: workbookLines())
  return lines
}

/// What the rooms ask of the compiler and of `runtime.c`, apart from any room.
private func machineLines() -> [String] {
  // From text, so that the compiler can't work it out beforehand.
  let figure = Int64("987654321987654321") ?? 0
  let (product, overflow) = figure.multipliedReportingOverflow(by: 1_000_003)
  let wide = figure.multipliedFullWidth(by: 987_654_321_123)
  let square = UInt64.max.multipliedFullWidth(by: UInt64(bitPattern: -figure))
  var counts: [String: Int] = [:]
  for name in ["北区", "西成区", "北区", "が", "か\u{3099}"] { counts[name, default: 0] += 1 }
  let tallies = counts.sorted { $0.key < $1.key }.map { $0.key + "=" + String($0.value) }
  return [
    "multiplication: " + String(product) + " " + (overflow ? "overflow" : "fits"),
    "full width: " + String(wide.high) + " " + String(wide.low) + " " + String(square.high) + " " + String(square.low),
    "counts: " + tallies.joined(separator: ", "),
    "characters: " + String("「👩‍👩‍👧」か\u{3099}".count) + " " + "Straße İ".uppercased(),
  ]
}

private func quantityLines() -> [String] {
  let tenth = Rational(mantissa: 1, scale: 1)
  let sum = tenth + Rational(mantissa: 2, scale: 1)
  let large = ExactInteger.powerOfTen(30) * ExactInteger(-7)
  let divided = large.dividedRoundingDown(by: ExactInteger(1_000_003))
  return [
    "sum: " + sum.decimalText + (sum == Rational(mantissa: 3, scale: 1) ? " exact" : " inexact"),
    "large: " + large.description + " = 1000003 × " + divided.quotient.description + " + " + divided.remainder.description,
    "third: " + (Rational(2).divided(by: Rational(3))?.text(decimals: 4) ?? "none"),
    "year: " + FiscalYear(2019).japaneseText + " " + (CalendarDate(year: 2024, month: 2, day: 29)?.isoText ?? "none"),
    "name: " + NameFolding.fold("か所　ＡＢＣ－１"),
  ]
}

/// Writes a workbook and reads it again, whole and with its end cut off.
private func workbookLines() -> [String] {
  var sheet = SheetDraft(name: SheetName.fitting("様式1/2", taken: ["様式１／２"]))
  sheet.put(.text("=が_x000D_\r"), row: 1, column: 1, CellStyle.plain.with { $0.isLocked = false })
  sheet.put(.number(mantissa: -123_456_789_012_345, scale: 3), row: 1, column: 16_384)
  let day = CellStyle.plain.with { $0.numberFormat = "[$-411]ggge\"年\"m\"月\"d\"日\"" }
  sheet.put(.date(CalendarMoment(year: 2024, month: 3, day: 31, second: 34_200)), row: 1_048_576, column: 2, day)
  let bytes = (try? WorkbookWriter.bytes(WorkbookDraft([sheet]), file: "a.xlsx") { _ in nil }) ?? []
  let whole = WorkbookReading(bytes, file: "a.xlsx") { _, _, _ in nil }
  let short = WorkbookReading(Array(bytes.dropLast()), file: "a.xlsx") { _, _, _ in nil }
  let cells = whole.sheets.first.map { sheet in sheet.cells.map { columnLetters(Int($0.column)) + text($0.value, in: sheet) } }
  return [
    "workbook: " + (whole.sheets.first?.name ?? "none") + " " + String(whole.diagnostics.count) + " "
      + (cells ?? []).joined(separator: " "),
    "cut short: " + (short.diagnostics.first.map { $0.code.name + " " + $0.message.japanese } ?? "none"),
  ]
}

private func text(_ value: CellValue, in sheet: Sheet) -> String {
  switch value {
  case .text(let reference): "「" + String(sheet.bytes(reference).count) + " bytes」"
  case .number(let mantissa, let scale): String(mantissa) + "/" + String(scale)
  case .date(let moment):
    String(moment.year) + "-" + String(moment.month) + "-" + String(moment.day) + "+" + String(moment.second)
  default: "?"
  }
}

private func diagnosticLines() -> [String] {
  let source = SourceText(path: "a.pdca", bytes: Array("すべて\n# 二\n".utf8))
  return [
    "code: " + (DiagnosticCode.allCases.first.map { $0.name + " " + $0.page.title.text(in: .japanese) } ?? "none"),
    "line: " + source.text(ofLine: 2) + " of " + String(source.lineCount) + " " + columnLetters(703),
  ]
}

private func factLines() -> [String] {
  let areas = AreaTable([
    Area(code: "270008", name: "大阪府", level: 1, parent: nil), Area(code: "271276", name: "北区", level: 0, parent: 0),
  ])
  var facts = Facts(areas: areas, years: 2021...2023, indicatorCount: 2)
  let key = FigureKey(indicator: 1, area: 1, year: FiscalYear(2023))
  facts.set(key, .given, stored: 1_234_567_890_123)
  return [
    "area: " + areas.positions(named: "北区").map { String($0) }.joined(separator: " "),
    "figure: " + (facts.stored(key).map { String($0) } ?? "none"),
  ]
}

nonisolated(unsafe) private var written: [UInt8] = []

/// Makes lines readable to the caller, and tells how many bytes they have.
func publish(_ lines: [String]) -> Int32 {
  written = Array((lines.joined(separator: "\n") + "\n").utf8)
  return Int32(truncatingIfNeeded: written.count)
}

/// Runs the report and tells how many bytes it has.
@_expose(wasm, "run")
@_cdecl("run")
public func run() -> Int32 {
  publish(report())
}

/// One byte of what was made last.
@_expose(wasm, "byte")
@_cdecl("byte")
public func byte(_ place: Int32) -> Int32 {
  Int32(written[Int(place)])
}
