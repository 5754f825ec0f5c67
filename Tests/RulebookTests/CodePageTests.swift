import Diagnostics
import Testing

/// The wrong example of a page has the fault, the right one has not.
@Suite struct CodePageTests {
  static let codes = DiagnosticCode.allCases.filter { code in
    // Whether a waiver is over, and who takes part in a rank, is known only when a year is judged.
    (200...279).contains(code.rawValue) || (170...180).contains(code.rawValue)
      || (283...299).contains(code.rawValue) && code != .waiverOver || (520...526).contains(code.rawValue)
      || code == .perPersonAddedUp
  }
  /// Examples of these are whole rulebooks.
  static let standingAlone: Set<DiagnosticCode> = [
    .programMissing, .programTwice, .levelsAssumed, .unknownLevel, .planYearOutside, .gapUnanswered,
  ]

  private func check(_ text: String, _ code: DiagnosticCode) -> CheckedText {
    CodePageTests.standingAlone.contains(code) || code.page.wrong.hasPrefix("事業 ")
      ? CheckedText(text, isLinted: true) : CheckedText(afterPrelude: text, isLinted: true)
  }

  @Test(arguments: codes)
  func wrongExampleHasTheFault(_ code: DiagnosticCode) {
    let checked = check(code.page.wrong, code)
    #expect(checked.codes.contains(code.name), "\(checked.diagnostics.map { "\($0.code.name) \($0.message.english)" })")
  }

  @Test(arguments: codes)
  func rightExampleHasNot(_ code: DiagnosticCode) {
    let checked = check(code.page.right, code)
    let faults = checked.diagnostics.filter { $0.severity == .error || $0.code == code }
    #expect(faults.isEmpty, "\(faults.map { "\($0.code.name) \($0.message.english)" })")
  }
}
