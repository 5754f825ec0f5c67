import Quantities

/// Days as Japanese offices write them. An era begins on the day of its proclamation, not with a year.
enum EraDate {
  /// Such as `令和6年6月30日`; the first year of an era is 元年.
  static func text(of date: CalendarDate) -> String {
    let (year, month, day) = date.parts
    let tail = String(month) + "月" + String(day) + "日"
    for era in Era.allCases.reversed() where firstDay(of: era).map({ $0 <= date }) ?? false {
      let ordinal = year - era.firstYear + 1
      return era.name + (ordinal == 1 ? "元" : String(ordinal)) + "年" + tail
    }
    return String(year) + "年" + tail
  }

  private static func firstDay(of era: Era) -> CalendarDate? {
    switch era {
    case .meiji: CalendarDate(year: 1868, month: 1, day: 25)
    case .taisho: CalendarDate(year: 1912, month: 7, day: 30)
    case .showa: CalendarDate(year: 1926, month: 12, day: 25)
    case .heisei: CalendarDate(year: 1989, month: 1, day: 8)
    case .reiwa: CalendarDate(year: 2019, month: 5, day: 1)
    }
  }
}
