/// The two ways in which spreadsheets count days.
package enum DateSystem: Sendable, Hashable {
  /// Day 1 is 1 January 1900, and day 60 is 29 February 1900, which never was: an error of an early program, kept ever since.
  case from1900
  /// Day 0 is 1 January 1904.
  case from1904
}

/// Days as spreadsheets number them.
enum SerialDate {
  /// The last day that spreadsheets know: 31 December 9999.
  private static let lastDay: Int64 = 2_958_465

  /// The moment of a serial number; nothing when no such day exists.
  static func moment(_ figure: DecimalFigure, in system: DateSystem) -> CalendarMoment? {
    guard var (day, second) = daysAndSeconds(figure) else { return nil }
    if second == 86_400 {
      day += 1
      second = 0
    }
    guard let (year, month, dayOfMonth) = date(day, in: system) else { return nil }
    return CalendarMoment(year: year, month: month, day: dayOfMonth, second: Int32(truncatingIfNeeded: second))
  }

  /// A length of time in whole seconds.
  static func seconds(_ figure: DecimalFigure) -> Int64? {
    guard let (days, seconds) = daysAndSeconds(figure), days.magnitude <= 100 * lastDay.magnitude else { return nil }
    return days * 86_400 + seconds
  }

  private static func daysAndSeconds(_ figure: DecimalFigure) -> (days: Int64, seconds: Int64)? {
    guard let (whole, rest) = figure.wholeAndRest else { return nil }
    return (whole, (rest * 86_400 + 5_000_000_000) / 10_000_000_000)
  }

  /// The date of a day's number.
  static func date(_ serial: Int64, in system: DateSystem) -> (year: Int16, month: UInt8, day: UInt8)? {
    // Days since 1 March 1600, which begins a cycle of 400 years and puts the leap day at the end of the year.
    let days: Int64
    switch system {
    case .from1900:
      guard serial >= 1, serial <= lastDay, serial != 60 else { return nil }
      days = serial + (serial < 60 ? 109_512 : 109_511)
    case .from1904:
      guard serial >= 0, serial <= lastDay - 1_462 else { return nil }
      days = serial + 1_462 + 109_511
    }
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = 1_600 + era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (Int16(truncatingIfNeeded: year), UInt8(truncatingIfNeeded: month), UInt8(truncatingIfNeeded: day))
  }

  /// The day's number in the system of 1900; nothing before 1 January 1900 and after the year 9999.
  static func serial(year: Int, month: Int, day: Int) -> Int64? {
    guard year >= 1900, year <= 9_999, month >= 1, month <= 12, day >= 1, day <= 31 else { return nil }
    let shifted = Int64(month <= 2 ? year - 1 : year) - 1_600
    let monthFromMarch = Int64(month <= 2 ? month + 9 : month - 3)
    let days =
      shifted / 400 * 146_097 + shifted % 400 * 365 + shifted % 400 / 4 - shifted % 400 / 100
      + (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let serial = days - 109_511
    return serial <= 60 ? serial - 1 : serial
  }

  /// Reads a date as ISO 8601 writes it, with a time of day or without: `2024-03-31`, `2024-03-31T09:30:00`.
  static func isoMoment(_ text: [UInt8]) -> CalendarMoment? {
    guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), let year = wholeNumber(text, 0, 4),
      let month = wholeNumber(text, 5, 7), let day = wholeNumber(text, 8, 10), year >= 1, month >= 1, month <= 12, day >= 1,
      day <= daysInMonth(month, year)
    else { return nil }
    var second = 0
    if text.count > 10 {
      guard text[10] == UInt8(ascii: "T"), let time = isoTime(text, at: 11) else { return nil }
      second = time
    }
    return CalendarMoment(
      year: Int16(truncatingIfNeeded: year), month: UInt8(truncatingIfNeeded: month), day: UInt8(truncatingIfNeeded: day),
      second: Int32(truncatingIfNeeded: second))
  }

  /// Reads a time of day as ISO 8601 writes it, from an index on, in seconds: `09:30:00`, `09:30`.
  static func isoTime(_ text: [UInt8], at start: Int) -> Int? {
    guard text.count >= start + 5, text[start + 2] == UInt8(ascii: ":"), let hour = wholeNumber(text, start, start + 2),
      let minute = wholeNumber(text, start + 3, start + 5), hour < 24, minute < 60
    else { return nil }
    guard text.count >= start + 8, text[start + 5] == UInt8(ascii: ":"), let second = wholeNumber(text, start + 6, start + 8),
      second < 60
    else { return hour * 3_600 + minute * 60 }
    return hour * 3_600 + minute * 60 + second
  }

  static func daysInMonth(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension SerialDate {
  /// The serial number of a moment in the system of 1900, with the time of day to ten places.
  static func serialText(_ moment: CalendarMoment) -> String? {
    let (year, month, day) = (Int(moment.year), Int(moment.month), Int(moment.day))
    guard month >= 1, month <= 12, day <= daysInMonth(month, year), moment.second >= 0, moment.second < 86_400,
      let serial = serial(year: year, month: month, day: day)
    else { return nil }
    let places: Int64 = 10_000_000_000
    let fraction = (Int64(moment.second) * places + 43_200) / 86_400
    guard fraction > 0 else { return String(serial) }
    var figure = (mantissa: serial * places + fraction, scale: 10)
    while figure.scale > 0, figure.mantissa % 10 == 0 { figure = (figure.mantissa / 10, figure.scale - 1) }
    return DecimalText.of(figure.mantissa, figure.scale)
  }
}
