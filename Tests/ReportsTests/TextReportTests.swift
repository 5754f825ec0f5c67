import Diagnostics
import Facts
import Foundation
import RuleLanguage
import Testing

@testable import Evaluation
@testable import Reports

@Suite struct TextReportTests {
  @Test(arguments: [Language.japanese, .english])
  func showsWhatIsOpenFirst(_ language: Language) {
    expectGolden(TextReport.render(MadeUpCase().input(language)), "evaluate." + suffix(language) + ".txt")
  }

  @Test(arguments: [60, 80, 100, 140])
  func staysWithinTheWidth(_ width: Int) {
    let style = TextStyle(width: width)
    for language in Language.allCases {
      let text = String(decoding: TextReport.render(MadeUpCase().input(language), style: style), as: UTF8.self)
      // Grids and lines of the overview are not broken; they begin with a name and hold counts.
      for line in text.split(separator: "\n") where line.contains("、") && !line.contains("  ") {
        #expect(style.measure.columns(of: String(line)) <= width, "\(line)")
      }
    }
  }

  @Test func narrowTerminalsGetTheSameContent() {
    expectGolden(TextReport.render(MadeUpCase().input(.japanese), style: TextStyle(width: 64)), "evaluate.narrow.txt")
  }

  @Test func namesEveryAreaAndTargetThatIsMissed() {
    let made = MadeUpCase()
    let text = String(decoding: TextReport.render(made.input(.japanese)), as: UTF8.self)
    let details = text.components(separatedBy: "■ 未達成　必須の目標").last ?? ""
    for outcome in made.outcomes where outcome.verdict == .missed {
      let target = made.book.rulebook.targets[outcome.target].name
      let block = details.components(separatedBy: "  " + target + "  ").dropFirst().first ?? ""
      let area = made.facts.areas.areas[outcome.area].name
      #expect(block.components(separatedBy: "\n\n").first?.contains(area) == true, "\(target) \(area)")
    }
  }

  @Test func colourOnlyOnRequest() {
    let plain = TextReport.render(MadeUpCase().input(.japanese))
    let coloured = TextReport.render(MadeUpCase().input(.japanese), style: TextStyle(colour: true))
    #expect(!plain.contains(0x1B))
    #expect(coloured.contains(0x1B))
    #expect(withoutColours(coloured) == plain)
  }

  @Test func noTrailingSpaces() {
    for language in Language.allCases {
      let text = String(decoding: TextReport.render(MadeUpCase().input(language)), as: UTF8.self)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) { #expect(!line.hasSuffix(" "), "\(line)") }
    }
  }

  @Test func controlCharactersOfDataDoNotReachTheTerminal() {
    var made = MadeUpCase()
    let file = made.facts.add(file: "evil\u{1B}[31m\u{202E}.csv")
    made.facts.set(
      FigureKey(indicator: 1, area: 1, year: MadeUpCase.year), .given, stored: 1, file: file, at: .field(line: 1, column: 1))
    for bytes in [
      TextReport.render(made.input(.japanese)), MarkdownReport.render(made.input(.japanese)),
      JSONReport.render(made.input(.japanese)),
      CSVReport.render(made.input(.japanese)), CheckReport.render(made.input(.japanese, area: 1)),
    ] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
  }

  private func withoutColours(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var skipping = false
    for byte in bytes {
      if byte == 0x1B {
        skipping = true
      } else if skipping {
        if byte == UInt8(ascii: "m") { skipping = false }
      } else {
        result.append(byte)
      }
    }
    return result
  }
}

func suffix(_ language: Language) -> String { language == .japanese ? "ja" : "en" }
