/// What is written into a cell.
package enum CellContent: Sendable, Hashable {
  /// Only a style: a place to be filled in.
  case blank
  /// Always a text, even when it begins with `=`.
  case text(String)
  /// mantissa × 10^−scale.
  case number(mantissa: Int64, scale: Int)
  /// Needs a style with a date format, or it shows as a number.
  case date(CalendarMoment)
  case boolean(Bool)
  /// A formula without its `=`, and the value that it has now; programs that do not compute show that value.
  case formula(String, FormulaResult)

  package static func number(_ value: Int) -> CellContent { .number(mantissa: Int64(value), scale: 0) }
}

/// The value of a formula at the time of writing.
package enum FormulaResult: Sendable, Hashable {
  case number(mantissa: Int64, scale: Int)
  case text(String)
  case boolean(Bool)
  case error(CellError)
  /// Not known: the workbook asks to be computed when it is opened.
  case unknown
}

/// Decimals as workbooks write them.
enum DecimalText {
  static func of(_ mantissa: Int64, _ scale: Int) -> String {
    if scale == 0 { return String(mantissa) }
    if scale < 0 { return String(mantissa) + "E+" + String(-scale) }
    guard scale <= 20 else { return String(mantissa) + "E-" + String(scale) }
    var digits = Array(String(mantissa.magnitude).utf8)
    if digits.count <= scale { digits.insert(contentsOf: repeatElement(0x30, count: scale + 1 - digits.count), at: 0) }
    digits.insert(UInt8(ascii: "."), at: digits.count - scale)
    return (mantissa < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}
