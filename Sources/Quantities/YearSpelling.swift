extension FiscalYear {
  /// A fiscal year as forms and command lines write it: `2023`, `2023年度`, `FY2023`, `R5`, `R5年度`, `令和5年度`, `令和元年度`,
  /// with or without 年度, in any width. Nothing where it is none of these, or lies outside the known years; nor for 令和5年, which
  /// is a calendar year.
  package init?(spelled text: String) {
    var rest = NameFolding.fold(text)[...]
    if rest.hasSuffix("年度") { rest = rest.dropLast(2) }
    if rest.hasPrefix("fy") { rest = rest.dropFirst(2) }
    guard let number = FiscalYear.number(rest), FiscalYear.known.contains(number) else { return nil }
    self.init(number)
  }

  /// A calendar year as data files write it: `2015年`, 平成27年, H27年, `CY2015`.
  package init?(calendarSpelled text: String) {
    var rest = NameFolding.fold(text)[...]
    let isMarked = rest.hasPrefix("cy")
    if isMarked { rest = rest.dropFirst(2) } else if rest.hasSuffix("年") { rest = rest.dropLast() } else { return nil }
    guard let number = FiscalYear.number(rest), FiscalYear.known.contains(number) else { return nil }
    self.init(number)
  }

  private static func number(_ text: Substring) -> Int32? {
    if let year = digits(text), text.utf8.count == 4 { return year }
    for era in Era.allCases {
      for name in [era.name, String(decoding: [era.letter + 32], as: UTF8.self)] where text.hasPrefix(name) {
        let ordinal = text.dropFirst(name.count)
        if ordinal == "元" { return era.firstYear }
        if let value = digits(ordinal), ordinal.utf8.count <= 2, value > 0 { return era.year(value) }
      }
    }
    return nil
  }

  private static func digits(_ text: Substring) -> Int32? {
    guard !text.isEmpty, text.utf8.count <= 4 else { return nil }
    var value: Int32 = 0
    for byte in text.utf8 {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int32(byte - 48)
    }
    return value
  }
}
