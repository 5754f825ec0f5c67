import Diagnostics
import Foundation
import Testing

@testable import Reports

@Suite struct DiagnosticRenderingTests {
  private func sources(_ text: String, path: String = "Rules/a.pdca") -> SourceSet {
    var sources = SourceSet()
    _ = sources.add(SourceText(path: path, bytes: Array(text.utf8)))
    return sources
  }

  private func span(_ piece: String, in text: String) -> SourceSpan {
    let start = text.utf8.distance(from: text.startIndex, to: text.range(of: piece)!.lowerBound)
    return SourceSpan(file: 0, start: Int32(start), end: Int32(start + piece.utf8.count))
  }

  private func diagnostic(_ location: Location, labels: [Label] = []) -> Diagnostic {
    Diagnostic(
      .unknownWord, .error, at: location, Wording("「協議回数」 is no word of the language", "「協議回数」はルールの言葉ではありません"), labels: labels,
      reason: Wording("outside marks only words of the language may stand", "「」の外には、ルールの言葉しか書けません"),
      mend: Wording("write 「協議回数」", "「協議回数」と書いてください"))
  }

  private func render(
    _ diagnostic: Diagnostic, _ sources: SourceSet, _ language: Language = .japanese, _ style: TextStyle = TextStyle()
  ) -> [UInt8] {
    var text = DiagnosticText(sources, language: language, style: style)
    return text.text(of: diagnostic)
  }

  private let text = "指標 イ-1「協議回数」\n  回答形式 回数（回）\n\n目標「開催」\n\tすべての区で協議回数が3回以上であること。\r\n"

  @Test(arguments: Language.allCases)
  func ruleWithLabel(_ language: Language) {
    let label = Label(.rule(span("「協議回数」", in: text)), Wording("declared here", "ここで宣言されています"))
    let bytes = render(diagnostic(.rule(span("協議回数が", in: text)), labels: [label]), sources(text), language)
    expectGolden(bytes, "diagnostic.rule." + suffix(language) + ".txt")
  }

  @Test func theMarkStandsUnderFullWidthText() throws {
    let shown = String(decoding: render(diagnostic(.rule(span("協議回数が", in: text))), sources(text)), as: UTF8.self)
    let lines = shown.components(separatedBy: "\n")
    let source = try #require(lines.first { $0.contains("すべての区で") })
    let mark = try #require(lines.first { $0.contains("^") })
    let before = source.components(separatedBy: "協議回数が")[0]
    #expect(DisplayWidth().columns(of: before) == mark.prefix { $0 != "^" }.count)
    #expect(mark.filter { $0 == "^" }.count == 10)
  }

  @Test func cells() {
    let csv = Location.cell(CellPlace(file: "北区.csv", position: .field(line: 12, column: 4)))
    let sheet = Location.cell(CellPlace(file: "北区.xlsx", position: .sheetCell(sheet: "イ", row: 12, column: 4)))
    let bytes = render(diagnostic(csv, labels: [Label(sheet, Wording("and here", "もう一つの値"))]), SourceSet())
    expectGolden(bytes, "diagnostic.cell.ja.txt")
  }

  @Test func aLineOfManyMegabytesIsCut() {
    let long = String(repeating: "あ", count: 1_000_000) + "協議回数が" + String(repeating: "い", count: 1_000_000)
    let start = Int32(3_000_000)
    let place = Location.rule(SourceSpan(file: 0, start: start, end: start + 15))
    let bytes = render(diagnostic(place), sources(long))
    #expect(bytes.count < 1_500)
    let shown = String(decoding: bytes, as: UTF8.self)
    #expect(shown.contains("Rules/a.pdca:1:1000001"))
    #expect(shown.contains("協議回数が"))
    #expect(!shown.contains("\u{FFFD}"))
  }

  @Test func manyPlacesOnOneLongLineAreFoundInOnePass() {
    let long = String(repeating: "協", count: 300_000)
    var text = DiagnosticText(sources(long), language: .japanese)
    var last = ""
    for number in stride(from: 0, to: 300_000, by: 100) {
      last = text.place(of: .rule(SourceSpan(file: 0, start: Int32(3 * number), end: Int32(3 * number + 3))))
    }
    #expect(last == "Rules/a.pdca:1:299901")
  }

  @Test func placesOutsideTheTextDoNotTrap() {
    for (start, end) in [(-5, 3), (1_000, 2_000), (10, 2), (1, 2), (0, 0), (Int32.max, Int32.max)] as [(Int32, Int32)] {
      for file in [Int32(0), 3, -1] {
        let place = Location.rule(SourceSpan(file: file, start: start, end: end))
        #expect(!render(diagnostic(place), sources("協議\u{1B}")).isEmpty)
        #expect(!render(diagnostic(place), sources("")).isEmpty)
      }
    }
  }

  @Test func anyPlaceInAnyBytesRenders() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var sources = SourceSet()
      _ = sources.add(SourceText(path: "x", bytes: bytes))
      let start = Int32.random(in: -2...90, using: &generator)
      let place = Location.rule(SourceSpan(file: 0, start: start, end: start + Int32.random(in: -3...40, using: &generator)))
      let shown = render(diagnostic(place), sources, .english, TextStyle(width: 40))
      #expect(!shown.contains { $0 < 0x20 && $0 != 0x0A })
    }
  }

  @Test func json() throws {
    let label = Label(.file("a\"b\\c\u{1}.csv"), Wording("x", "x"))
    let cell = Location.cell(CellPlace(file: "北区.xlsx", position: .sheetCell(sheet: "イ", row: 12, column: 28)))
    let bytes = DiagnosticJSON.document(
      [diagnostic(.rule(span("協議回数が", in: text)), labels: [label]), diagnostic(cell)], sources(text), language: .english)
    let list = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
    let place = try #require(list[0]["location"] as? [String: Any])
    #expect(place["kind"] as? String == "rule")
    #expect(place["line"] as? Int == 5)
    #expect(place["column"] as? Int == 8)
    #expect(place["endColumn"] as? Int == 13)
    #expect(list[0]["code"] as? String == "PDCA0101")
    let labels = try #require(list[0]["labels"] as? [[String: Any]])
    #expect((labels[0]["location"] as? [String: Any])?["path"] as? String == "a\"b\\c\u{1}.csv")
    #expect((list[1]["location"] as? [String: Any])?["cell"] as? String == "AB12")
  }

  @Test func explainsACode() {
    expectGolden(CodeExplanation.text(of: .unknownWord, language: .japanese), "explain.code.ja.txt")
    #expect(CodeExplanation.code(named: "pdca0301") == .unreadableFigure)
    #expect(CodeExplanation.code(named: "ＰＤＣＡ０１０１") == .unknownWord)
    #expect(CodeExplanation.code(named: "PDCA9999") == nil)
    #expect(CodeExplanation.code(named: "PDCA99999999") == nil)
    for code in DiagnosticCode.allCases {
      for language in Language.allCases { #expect(!CodeExplanation.text(of: code, language: language).isEmpty) }
    }
  }
}
