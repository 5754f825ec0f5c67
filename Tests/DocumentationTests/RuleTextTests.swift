import Diagnostics
import RuleLanguage
import Testing

/// The rule texts of all pages: what is shown as right is right, what is shown as one meaning is one tree, and what is
/// shown as wrong yields the code that stands beside it.
///
/// - `pdca`: declarations, or with a program a whole rulebook.
/// - `pdca-context`: the rulebook that the sentences speak about.
/// - `pdca-sentences`: requirements, one a line; the lines of a paragraph mean the same.
/// - `pdca-same`: declarations; the paragraphs mean the same.
/// - `pdca-wrong CODE`: a requirement or declarations with that mistake.
@Suite struct RuleTextTests {
  private static func fences(_ tag: String) -> [Fence] {
    Document.all.flatMap { $0.fences }.filter { $0.tag.split(separator: " ").first.map(String.init) == tag }
  }

  @Test func thePagesHoldRuleTexts() {
    #expect(Self.fences("pdca-context").count == 1)
    #expect(Self.fences("pdca").count >= 3)
    #expect(Self.fences("pdca-sentences").count >= 15)
    let known: Set<String> = ["pdca", "pdca-context", "pdca-sentences", "pdca-same", "pdca-wrong"]
    for fence in Document.all.flatMap({ $0.fences }) where fence.tag.hasPrefix("pdca") {
      #expect(known.contains(String(fence.tag.prefix { $0 != " " })), "\(fence.testDescription): \(fence.tag)")
    }
  }

  @Test(arguments: fences("pdca") + fences("pdca-context"))
  func isRight(_ fence: Fence) {
    let isWhole = fence.text.contains("事業 \"") || fence.text.contains("program \"")
    let reading = isWhole ? RuleTexts.checkWhole(fence.text) : RuleTexts.parse(fence.text)
    let isClean = isWhole ? reading.errors.isEmpty : reading.diagnostics.isEmpty
    #expect(isClean, "\(reading.messages)")
    let count = reading.declarations.count
    #expect(count > 0)
  }

  @Test(arguments: fences("pdca-same"))
  func paragraphsAreOneTree(_ fence: Fence) {
    let readings = fence.paragraphs.map { RuleTexts.parse(RuleTexts.withOneName($0.joined(separator: "\n"))) }
    #expect(readings.count >= 2)
    for (paragraph, reading) in zip(fence.paragraphs, readings) {
      let isClean = reading.diagnostics.isEmpty
      #expect(isClean, "\(paragraph[0]) …: \(reading.messages)")
      let isOneTree = reading.declarations == readings[0].declarations
      #expect(isOneTree, "\(paragraph[0]) …")
    }
  }

  @Test(arguments: fences("pdca-sentences"))
  func linesOfAParagraphAreOneTree(_ fence: Fence) {
    var sentences: [String] = []
    for paragraph in fence.paragraphs {
      let lines = paragraph.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("#") }
      let readings = lines.map { RuleTexts.parse(RuleTexts.targets([RuleTexts.withOneName($0)])) }
      for (sentence, reading) in zip(lines, readings) {
        // 3回である is shown beside ちょうど3回, and has a warning.
        let isClean = reading.errors.isEmpty
        #expect(isClean, "\(sentence): \(reading.messages)")
        #expect(requirements(reading) == 1, "\(sentence)")
        let isOneTree = reading.declarations == readings[0].declarations
        #expect(isOneTree, "\(sentence) differs from \(lines[0])")
      }
      sentences += lines
    }
    let meaning = RuleTexts.checkWhole(RuleTexts.context + "\n" + RuleTexts.targets(sentences))
    let isMeant = meaning.errors.isEmpty
    #expect(isMeant, "\(meaning.messages)")
  }

  private func requirements(_ reading: RuleTexts.Reading) -> Int {
    guard case .target(let target) = reading.declarations.first else { return 0 }
    return target.requirements.count
  }

  @Test(arguments: fences("pdca-wrong"))
  func isWrong(_ fence: Fence) {
    let code = fence.tag.split(separator: " ").last.map(String.init) ?? ""
    let opensDeclaration = RuleTexts.parse(fence.text).codes != ["PDCA0111"]
    let text = opensDeclaration ? fence.text : RuleTexts.targets([fence.text])
    let alone = RuleTexts.parse(text)
    if code < "PDCA0200", !alone.codes.isEmpty {
      #expect(alone.codes.contains(code), "\(alone.messages)")
    } else {
      let checked = RuleTexts.checkWhole(RuleTexts.context + "\n" + text)
      #expect(checked.codes.contains(code), "\(checked.messages)")
    }
  }
}
