/// What a cell holds.
package enum CellValue: Sendable, Hashable {
  /// A text, kept by its sheet: `Sheet.text(_:)`.
  case text(TextReference)
  /// mantissa × 10^−scale, rounded to the 15 significant digits that spreadsheet programs show; see `DecimalFigure`.
  ///
  /// The scale is below 0 only for figures of more than 18 digits before the point.
  case number(mantissa: Int64, scale: Int16)
  /// A number that its format shows as a day.
  case date(CalendarMoment)
  /// A number that its format shows as a time of day or a length of time, in whole seconds.
  case time(seconds: Int64)
  case boolean(Bool)
  case error(CellError)
  /// A formula whose result the file does not hold: not 0, and not known before a spreadsheet program has computed it.
  case formulaWithoutValue
}

/// The text of a cell: its position among the shared texts, or among those of its own sheet.
package struct TextReference: Sendable, Hashable {
  private let raw: UInt32

  init(shared index: UInt32) { raw = index & 0x7FFF_FFFF }
  init(own index: UInt32) { raw = index | 0x8000_0000 }

  package var isShared: Bool { raw & 0x8000_0000 == 0 }
  package var index: Int { Int(raw & 0x7FFF_FFFF) }
}

/// A day, and how many seconds of it have passed.
package struct CalendarMoment: Sendable, Hashable {
  package let year: Int16
  package let month: UInt8
  package let day: UInt8
  package let second: Int32

  package init(year: Int16, month: UInt8, day: UInt8, second: Int32 = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.second = second
  }
}

/// The errors that a formula can end in.
package enum CellError: UInt8, Sendable, Hashable, CaseIterable {
  case null, divisionByZero, value, reference, name, number, notAvailable, gettingData, spill, calculation, other

  /// As the spreadsheet shows it.
  package var spelling: String {
    switch self {
    case .null: "#NULL!"
    case .divisionByZero: "#DIV/0!"
    case .value: "#VALUE!"
    case .reference: "#REF!"
    case .name: "#NAME?"
    case .number: "#NUM!"
    case .notAvailable: "#N/A"
    case .gettingData: "#GETTING_DATA"
    case .spill: "#SPILL!"
    case .calculation: "#CALC!"
    case .other: "#ERROR"
    }
  }

  init(_ text: [UInt8]) {
    let known = CellError.allCases.first { text.elementsEqual($0.spelling.utf8) }
    self = known ?? .other
  }
}

/// One cell of a row. Empty cells are not kept.
package struct Cell: Sendable, Hashable {
  package let value: CellValue
  /// From 1.
  package let column: UInt16
  /// Whether a formula computed the value.
  package let isFormula: Bool
  /// Whether the number is shown as a percentage: 0.125 as 12.5%.
  package let isPercentage: Bool

  package init(column: UInt16, value: CellValue, isFormula: Bool = false, isPercentage: Bool = false) {
    self.value = value
    self.column = column
    self.isFormula = isFormula
    self.isPercentage = isPercentage
  }
}
