import Testing

@testable import Quantities

@Suite struct YearTests {
  @Test(arguments: [
    ("2023", 2023), ("R5", 2023), ("令和5年度", 2023), ("令和元年度", 2019), ("平成31年度", 2019), ("Ｈ３０年度", 2018), ("FY2015", 2015),
    ("S63年度", 1988),
  ])
  func spellings(_ text: String, _ year: Int32) {
    #expect(FiscalYear(spelled: text)?.number == year)
  }

  @Test(arguments: ["", "R", "20", "20233", "1500", "令和", "令和0年度", "五年度", "R5x"])
  func nonsense(_ text: String) {
    #expect(FiscalYear(spelled: text) == nil)
  }

  @Test func namesInJapanese() {
    #expect(FiscalYear(2019).japaneseText == "令和元年度")
    #expect(FiscalYear(2018).japaneseText == "平成30年度")
    #expect(FiscalYear(2023).englishText == "FY2023")
  }

  @Test func everyDayComesBack() throws {
    var count = 0
    for number in Int32(-37_255)...84_370 {
      let (year, month, day) = CalendarDate(dayNumber: number).parts
      #expect(CalendarDate(year: year, month: month, day: day)?.dayNumber == number)
      count += 1
    }
    #expect(count == 121_626)
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CalendarDate(year: 2024, month: 3, day: 31)?.isoText == "2024-03-31")
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
  }

  @Test func leapDayOfACommonYear() {
    let day = CalendarDate.day(month: 2, day: 29, in: FiscalYear(2022), firstMonth: 4)
    #expect(day?.isoText == "2023-02-28")
    #expect(CalendarDate.day(month: 6, day: 30, in: FiscalYear(2022), firstMonth: 4)?.isoText == "2022-06-30")
    #expect(CalendarDate.day(month: 3, day: 31, in: FiscalYear(2022), firstMonth: 4)?.isoText == "2023-03-31")
  }
}
