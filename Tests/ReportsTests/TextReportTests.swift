import Diagnostics
import Testing

@testable import Reports

@Suite struct TextReportTests {
  @Test func showsWhatIsOpenFirstInJapanese() {
    expectGolden(TextReport.render(MadeUpCase().input(.japanese)), "evaluate.ja.txt")
  }

  @Test func showsWhatIsOpenFirstInEnglish() {
    expectGolden(TextReport.render(MadeUpCase().input(.english)), "evaluate.en.txt")
  }
}
