import Diagnostics
import Facts
import Quantities
import Rulebook
import Testing

@testable import Submissions

/// Figures by calendar year may name the year as one: 平成27年, 2015年.
@Suite struct CalendarYearTests {
  private func read(_ text: String) -> SubmissionReading {
    var rulebook = SmallRulebook.rulebook
    rulebook.indicators.append(
      Indicator(
        code: "キ-1", kind: .number(unit: "本", decimals: 1), byCalendarYear: true, place: SourceSpan(file: 0, start: 0, end: 0)))
    var reader = SubmissionReader(rulebook: rulebook, areas: SmallRulebook.areas)
    reader.add(path: "1.csv", bytes: Array(text.utf8))
    return reader.read()
  }

  private func stored(_ reading: SubmissionReading, _ year: Int32) -> Int64? {
    reading.facts.stored(SmallRulebook.key(SmallRulebook.rulebook.indicators.count, 1, year))
  }

  @Test(arguments: ["平成27年", "H27年", "2015年", "２０１５年", "CY2015", "2015", "平成27年度"])
  func isReadForAFigureOfCalendarYears(_ year: String) {
    let long = read("区,年度,項目,値\n北区,\(year),キ-1,1.5\n北区,2016,キ-1,2\n")
    #expect(long.diagnostics.isEmpty)
    #expect(stored(long, 2015) == 15)
    let wide = read("区,年度,キ-1\n北区,\(year),1.5\n北区,2016,2\n")
    #expect(wide.diagnostics.isEmpty)
    #expect(stored(wide, 2015) == 15)
  }

  @Test func isNoYearOfAnyOtherFigure() {
    let long = read("区,年度,項目,値\n北区,2015年,イ-1,3\n北区,2016,イ-1,2\n")
    #expect(SmallRulebook.summary(long.diagnostics) == ["unreadableYear@1:2:2"])
    #expect(long.facts.state(SmallRulebook.key(0, 1, 2015)) == .notReported)
    let wide = read("区,年度,イ-1,キ-1\n北区,2015年,3,1.5\n")
    #expect(SmallRulebook.summary(wide.diagnostics) == ["unreadableYear@1:2:2"])
    #expect(stored(wide, 2015) == 15)
  }
}
