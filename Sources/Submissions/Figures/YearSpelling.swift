import Quantities

extension FiscalYear {
  /// The year that a cell or an option names: 2023, 2023年度, FY2023, R5, R5年度, 令和5年度, 令和元年度. Nil for anything else, such
  /// as 令和5年 without 度, which is a calendar year.
  package init?(reading text: String) {
    let year = Array(text.utf8).withUnsafeBufferPointer { FiscalYear(reading: $0) }
    guard let year else { return nil }
    self = year
  }

  init?(reading bytes: UnsafeBufferPointer<UInt8>) {
    let trimmed = trimmedRange(bytes)
    guard !trimmed.isEmpty, let year = FoldedCursor(bytes, trimmed).readFiscalYear() else { return nil }
    self = year
  }
}

extension FoldedCursor {
  fileprivate func readFiscalYear() -> FiscalYear? {
    var cursor = self
    let number: Int32
    if cursor.take("FY") || cursor.take("fy") {
      cursor.skipSpaces()
      guard let year = cursor.takeSmallNumber(digits: 4...4) else { return nil }
      number = year
    } else {
      guard let year = cursor.takeYear() else { return nil }
      number = year
      cursor.skipSpaces()
      _ = cursor.take("年度")
    }
    guard cursor.isAtEnd, FiscalYear.known.contains(number) else { return nil }
    return FiscalYear(number)
  }
}
