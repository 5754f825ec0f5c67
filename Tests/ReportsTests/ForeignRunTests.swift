import Diagnostics
import Testing

@testable import Reports

@Suite struct ForeignRunTests {
  private func markup(_ text: String, on page: Language) -> String {
    var writer = MarkupWriter()
    writer.language = page
    writer.text(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (
      "raise 「イ(1)」 from 0回 to 1回",
      "raise <span lang=\"ja\">「イ(1)」</span> from 0<span lang=\"ja\">回</span> to 1<span lang=\"ja\">回</span>"
    ),
    ("すべての区で、「ア-1」が3回以上", "<span lang=\"ja\">すべての区で、「ア-1」が3回以上</span>"), ("「council meetings」", "「council meetings」"),
    ("Kita", "Kita"), ("", ""), ("<b>区</b>", "&lt;b&gt;<span lang=\"ja\">区</span>&lt;/b&gt;"),
  ])
  func japaneseOnAnEnglishPage(_ text: String, _ expected: String) {
    #expect(markup(text, on: .english) == expected)
  }

  @Test(arguments: [
    ("every ward holds at least 3回", "every ward holds at least 3回"),
    ("every ward holds a meeting", "<span lang=\"en\">every ward holds a meeting</span>"),
    ("R5/a.csv, line 2", "R5/a.csv, line 2"),
    ("pdca 0.1.0", "pdca 0.1.0"), ("区役所", "区役所"),
  ])
  func englishOnAJapanesePage(_ text: String, _ expected: String) {
    #expect(markup(text, on: .japanese) == expected)
  }
}
