import Quantities

extension FoldedCursor {
  /// The whole cell as a date: 2024-03-31, 2024/3/31, 2024年3月31日, 令和6年3月31日, R6.3.31, each with the day of the week in
  /// brackets or a time of midnight after it, as spreadsheets write. Nil when it is none, or the calendar has no such day.
  func readDate() -> CalendarDate? {
    guard digit != nil || mayBeginEra else { return nil }
    var cursor = self
    guard let year = cursor.takeYear(), let (month, day) = cursor.takeMonthAndDay() else { return nil }
    cursor.skipWeekday()
    cursor.skipMidnight()
    guard cursor.isAtEnd else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Four digits, or an era with 元 or one or two digits; as a calendar year.
  mutating func takeYear() -> Int32? {
    guard let era = takeEra() else { return takeSmallNumber(digits: 4...4) }
    skipSpaces()
    if take(scalar: "元") { return era.firstYear }
    guard let ordinal = takeSmallNumber(digits: 1...2), ordinal > 0 else { return nil }
    return era.year(ordinal)
  }

  private var mayBeginEra: Bool {
    switch Unicode.Scalar(current) {
    case "令", "平", "昭", "大", "明", "R", "H", "S", "T", "M", "r", "h", "s", "t", "m": true
    case "\u{337B}", "\u{337C}", "\u{337D}", "\u{337E}", "\u{32FF}": true
    default: false
    }
  }

  private mutating func takeEra() -> Era? {
    guard mayBeginEra else { return nil }
    // Eras in one square: ㍾ ㍽ ㍼ ㍻ ㋿.
    let squares: [UInt32] = [0x337E, 0x337D, 0x337C, 0x337B, 0x32FF]
    for (era, square) in zip(Era.allCases, squares) {
      let capital = UInt32(era.letter)
      if current == square || current == capital || current == capital + 0x20 {
        advance()
        return era
      }
      if take(era.name) { return era }
    }
    return nil
  }

  private mutating func takeMonthAndDay() -> (month: Int32, day: Int32)? {
    var ahead = self
    ahead.skipSpaces()
    if ahead.take(scalar: "年") {
      ahead.skipSpaces()
      guard let month = ahead.takeSmallNumber(digits: 1...2) else { return nil }
      ahead.skipSpaces()
      guard ahead.take(scalar: "月") else { return nil }
      ahead.skipSpaces()
      guard let day = ahead.takeSmallNumber(digits: 1...2) else { return nil }
      ahead.skipSpaces()
      guard ahead.take(scalar: "日") else { return nil }
      self = ahead
      return (month, day)
    }
    guard let separator = takeDateSeparator(), let month = takeSmallNumber(digits: 1...2),
      takeDateSeparator() == separator, let day = takeSmallNumber(digits: 1...2)
    else { return nil }
    return (month, day)
  }

  /// A stroke, a point or any dash, which all count as one.
  private mutating func takeDateSeparator() -> UInt32? {
    let separator: UInt32 = isAtDash ? 0x2D : current
    guard separator == 0x2D || separator == 0x2E || separator == 0x2F else { return nil }
    advance()
    return separator
  }

  /// A whole number of so many digits, not followed by another.
  mutating func takeSmallNumber(digits lengths: ClosedRange<Int>) -> Int32? {
    var value: Int32 = 0
    var length = 0
    while let digit, length < lengths.upperBound {
      value = value * 10 + Int32(digit)
      length += 1
      advance()
    }
    return lengths.contains(length) && digit == nil ? value : nil
  }

  private mutating func skipWeekday() {
    var ahead = self
    ahead.skipSpaces()
    guard ahead.take(scalar: "(") else { return }
    for weekday in ["月", "火", "水", "木", "金", "土", "日"] {
      var inside = ahead
      guard inside.take(weekday) else { continue }
      _ = inside.take("曜日") || inside.take(scalar: "曜")
      if inside.take(scalar: ")") {
        self = inside
        return
      }
    }
  }

  /// The time that spreadsheets and databases add to a date without one.
  private mutating func skipMidnight() {
    var ahead = self
    guard ahead.current == 0x20 || ahead.take(scalar: "T") else { return }
    ahead.skipSpaces()
    for midnight in ["00:00:00", "0:00:00", "00:00", "0:00"] where ahead.take(midnight) {
      self = ahead
      return
    }
  }
}
