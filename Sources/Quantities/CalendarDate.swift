/// A day of the Gregorian calendar, counted in days from 1970-01-01.
package struct CalendarDate: Sendable, Hashable, Comparable {
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The date, or nothing where the calendar has no such day. Years from 1868 to 2200.
  package init?(year: Int32, month: Int32, day: Int32) {
    guard FiscalYear.known.contains(year), (1...12).contains(month),
      day >= 1, day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    // Days are counted in years that begin in March, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    dayNumber = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  package static func days(inMonth month: Int32, of year: Int32) -> Int32 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package var parts: (year: Int32, month: Int32, day: Int32) {
    let shifted = dayNumber + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }

  /// Such as `2024-03-31`.
  package var isoText: String {
    let (year, month, day) = parts
    return String(year) + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-") + String(day)
  }

  /// That day in a fiscal year that starts in `firstMonth`; 29 February in a common year is the 28th.
  package static func day(month: Int32, day: Int32, in fiscalYear: FiscalYear, firstMonth: Int32) -> CalendarDate? {
    let year = month >= firstMonth ? fiscalYear.number : fiscalYear.number &+ 1
    let leapDay = month == 2 && day == 29 && days(inMonth: 2, of: year) == 28
    return CalendarDate(year: year, month: month, day: leapDay ? 28 : day)
  }
}
