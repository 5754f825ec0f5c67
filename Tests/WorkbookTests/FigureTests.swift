import Foundation
import Testing

@testable import Workbook

@Suite struct FigureTests {
  private func decimal(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return DecimalFigure(bytes, 0, bytes.count).map { Listing.decimal($0.mantissa, $0.scale) }
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.0", "0"), ("3", "3"), ("+3", "3"), ("007", "7"), ("1.50", "1.5"), ("100", "100"),
    ("-12.25", "-12.25"),
    (".5", "0.5"), ("5.", "5"), (" 5\n", "5"), ("1E2", "100"), ("1.5e-3", "0.0015"), ("1E+17", "100000000000000000"),
    ("1E+18", "100000000000000000e1"), ("0E999", "0"), ("1E-400", "0." + String(repeating: "0", count: 399) + "1"),
    // What 0.1 + 0.2, 1.1 × 3 and 4.35 × 100 become in binary.
    ("0.30000000000000004", "0.3"), ("3.3000000000000003", "3.3"), ("434.99999999999994", "435"), ("66.700000000000003", "66.7"),
    ("0.99999999999999989", "1"), ("999999999999999.9", "1000000000000000"), ("12345678901234567", "12345678901234600"),
    ("1.000000000000005", "1.00000000000001"), ("-1.000000000000005", "-1.00000000000001"), ("1.0000000000000049", "1"),
    ("0.000000000000000123456789012345678", "0.000000000000000123456789012346"),
  ])
  func decimals(_ text: String, _ expected: String) { #expect(decimal(text) == expected) }

  @Test(arguments: [
    "", " ", "-", ".", "E5", "1E", "1E+", "1E99999", "1,000", "1 2", "0x10", "INF", "NaN", "１", "1.2.3", "--1", "1-",
  ])
  func whatIsNoNumber(_ text: String) { #expect(decimal(text) == nil) }

  /// Every double of up to 15 digits comes back from its 17 digits.
  @Test func seventeenDigitsBecomeWhatWasEntered() {
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<2_000 {
      let mantissa = Int64.random(in: 0...999_999_999_999_999, using: &numbers)
      let scale = Int16.random(in: 0...12, using: &numbers)
      let entered = Listing.decimal(mantissa, scale)
      var stripped = (mantissa: mantissa, scale: mantissa == 0 ? 0 : scale)
      while stripped.scale > 0, stripped.mantissa % 10 == 0 { stripped = (stripped.mantissa / 10, stripped.scale - 1) }
      let stored = seventeenDigits(Double(entered) ?? 0)
      #expect(decimal(stored) == Listing.decimal(stripped.mantissa, stripped.scale), "\(entered) as \(stored)")
    }
  }

  private func seventeenDigits(_ value: Double) -> String { String(format: "%.17g", value) }

  @Test func daysAreThoseOfTheCalendar() {
    for (serial, year, month, day) in [
      (1, 1900, 1, 1), (31, 1900, 1, 31), (59, 1900, 2, 28), (61, 1900, 3, 1), (366, 1900, 12, 31), (36_585, 2000, 2, 29),
      (45_382, 2024, 3, 31), (73_050, 2099, 12, 31), (73_110, 2100, 3, 1), (2_958_465, 9999, 12, 31),
    ] as [(Int64, Int16, UInt8, UInt8)] {
      let date = SerialDate.date(serial, in: .from1900)
      #expect(date?.year == year && date?.month == month && date?.day == day)
      #expect(SerialDate.serial(year: Int(year), month: Int(month), day: Int(day)) == serial)
    }
    for serial in [-1, 0, 60, 2_958_466] as [Int64] { #expect(SerialDate.date(serial, in: .from1900) == nil) }
    #expect(SerialDate.date(0, in: .from1904).map { $0 == (1904, 1, 1) } == true)
    #expect(SerialDate.date(2_957_003, in: .from1904).map { $0 == (9999, 12, 31) } == true)
  }

  @Test func everyDayFollowsTheOneBefore() {
    var (year, month, day) = (1900, 2, 28)
    for serial in 61...80_000 as ClosedRange<Int64> {
      day += 1
      if day > SerialDate.daysInMonth(month, year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      let date = SerialDate.date(serial, in: .from1900)
      #expect(date.map { (Int($0.year), Int($0.month), Int($0.day)) == (year, month, day) } == true)
    }
  }

  @Test func timesAreRoundedToSeconds() {
    func moment(_ text: String) -> CalendarMoment? {
      let bytes = Array(text.utf8)
      return DecimalFigure(bytes, 0, bytes.count).flatMap { SerialDate.moment($0, in: .from1900) }
    }
    #expect(moment("45382.5") == CalendarMoment(year: 2024, month: 3, day: 31, second: 43_200))
    #expect(moment("45382.3958333333") == CalendarMoment(year: 2024, month: 3, day: 31, second: 34_200))
    #expect(moment("45382.9999999999") == CalendarMoment(year: 2024, month: 4, day: 1))
    #expect(moment("0.5") == nil)
    #expect(moment("-1") == nil)
    #expect(moment("1E300") == nil)
    #expect(moment("59.99999999999") == nil)
  }

  @Test(arguments: [
    ("General", NumberKind.figure), ("0.00", .figure), ("#,##0;[Red]-#,##0", .figure), ("0.00E+00", .figure),
    ("##0.0e-0", .figure),
    (#"0"year""#, .figure), (#"0\d"#, .figure), ("_d0*y", .figure), ("[Red]0", .figure), ("[>=100]0;0.0", .figure),
    ("@", .figure),
    ("[DBNum3][$-411]#,##0", .figure), ("[$-411]General", .figure), ("G/標準", .figure), (#"#,##0"円";▲#,##0"#, .figure),
    ("0人", .figure),
    (#"_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ "#, .figure), ("\"未完", .figure), ("[h", .time), ("\\", .figure),
    ("yyyy/m/d", .date), (#"[$-411]ggge"年"m"月"d"日""#, .date), (#"[$-411]ggge"年"m"月"d"日";@"#, .date), ("ge.m.d", .date),
    ("mmm", .date), ("e", .date),
    ("aaaa", .date), (#"m"月"d"日(aaa)""#, .date), ("[$-F800]dddd, mmmm dd, yyyy", .date), ("yyyy/m/d h:mm", .date),
    (#"yyyy"年度""#, .date),
    ("h:mm", .time), ("[h]:mm:ss", .time), ("[mm]:ss", .time), ("mm:ss.0", .time), ("h:mm AM/PM", .time), (#"h"時"mm"分""#, .time),
    ("A/P", .time), ("0%", .percentage), ("0.0%;[Red]-0.0%", .percentage), (#"0.0"%""#, .figure), (#"0\%"#, .figure),
  ])
  func formatsTellDates(_ code: String, _ kind: NumberKind) { #expect(NumberFormat.kind(of: Array(code.utf8)) == kind) }
}
