import Diagnostics
import Foundation
import Testing

@testable import RuleLanguage

/// What a reader cannot find in the language reference does not exist: every spelling of every word stands there in code
/// font, and in a rule text that is read.
@Suite struct VocabularyTests {
  @Test func everySpellingIsNamed() {
    let spans = Set(Document.reference.codeSpans)
    let missing = spellings.filter { !spans.contains($0.text) }.map { "\($0.word) 「\($0.text)」" }
    #expect(missing.isEmpty, "the language reference does not name \(missing.joined(separator: ", "))")
  }

  private let spellings: [(word: Word, text: String)] = Vocabulary.entries.flatMap { entry in
    (entry.english + entry.japanese + entry.joining).map { (entry.word, $0.description) }
  }

  @Test func everySpellingIsShown() {
    var shown: Set<String> = []
    for fence in Document.reference.fences where fence.tag.hasPrefix("pdca") {
      // Words that are refused stand in no sentence that is right.
      let isWrong = fence.tag.hasPrefix("pdca-wrong")
      let source = SourceText(path: "", bytes: Array(fence.text.utf8))
      var words = RuleReader.survey(source, file: 0).words
      if words.levels.isEmpty { words.levels = [["区", "ward", "wards"], ["市", "city", "cities"]] }
      if !words.units.contains("世帯") { words.units.append("世帯") }
      var lexer = Lexer(SourceCharacters(source.bytes), file: 0, vocabulary: Vocabulary.standard.adding(words))
      for token in lexer.run().tokens {
        guard case .word(let word, _) = token.kind, !isWrong || word == .vague else { continue }
        let text = String(decoding: source.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
        shown.insert("\(word) " + String(decoding: Vocabulary.scalars(of: text).map { UInt16($0) }, as: UTF16.self))
      }
    }
    let missing = spellings.filter { !shown.contains("\($0.word) \($0.text)") }.map { "\($0.word) 「\($0.text)」" }
    #expect(missing.isEmpty, "no rule text of the language reference shows \(missing.joined(separator: ", "))")
  }

  @Test func everyCommonUnitIsNamed() {
    let spans = Set(Document.reference.codeSpans)
    let missing = Vocabulary.commonUnits.filter { !spans.contains($0) }
    #expect(missing.isEmpty, "the language reference does not name the units \(missing.joined(separator: ", "))")
  }
}
