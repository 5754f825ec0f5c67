import Diagnostics
import Quantities

/// The words that a rulebook declares for its levels and units: they are read before anything else, from all of its files.
package struct DeclaredWords: Sendable {
  package var levels: [[String]] = []
  package var units: [String] = []
  /// Further words of those units, as company and companies are of 社.
  package var unitSpellings: [(word: String, unit: String)] = []
  /// The names that are declared in both languages: they are no words, but the formatter turns one into the other.
  package var names = NamePairs()

  package init() {}
}

/// What is known of a file before it is parsed: the words that it declares and the files that it includes.
package struct RuleSurvey: Sendable {
  package let words: DeclaredWords
  package let includes: [TextSyntax]
  package let file: Int32
  let text: SourceCharacters
}

/// The tree of a file, and what was wrong on the way there.
package typealias ParsedRules = (file: RuleFile, diagnostics: [Diagnostic])

/// Reads rule files: first a survey of each, then, with the words that all of them declare, the trees.
package enum RuleReader {
  package static func survey(_ source: SourceText, file: Int32) -> RuleSurvey {
    var lexer = Lexer(SourceCharacters(source.bytes), file: file, vocabulary: .standard, isSurvey: true)
    var parser = Parser(tokens: lexer.survey(), file: file, text: lexer.text, levels: [])
    var words = DeclaredWords()
    var includes: [TextSyntax] = []
    for declaration in parser.parseFile().declarations {
      switch declaration {
      case .program(let program): words.levels += program.levels.map { level in level.words.map { $0.text } }
      case .unit(let unit):
        words.units.append(unit.name.text)
        words.unitSpellings += unit.others.map { ($0.text, unit.name.text) }
      case .include(let path): includes.append(path)
      default: break
      }
    }
    return RuleSurvey(words: words, includes: includes, file: file, text: lexer.text)
  }

  /// The names that a file declares in both languages.
  package static func names(of source: SourceText) -> NamePairs {
    var lexer = Lexer(SourceCharacters(source.bytes), file: 0, vocabulary: .standard, isSurvey: true)
    return NamePairs(of: lexer.run().tokens)
  }

  package static func parse(_ source: SourceText, file: Int32, words: DeclaredWords) -> ParsedRules {
    parse(SourceCharacters(source.bytes), file: file, levels: words.levels, vocabulary: Vocabulary.standard.adding(words))
  }

  /// The trees of files that have been surveyed and declare their words for each other.
  /// - Parameter spread: calls a closure with every number below the one that it is given, in any order or several at once.
  package static func parse(
    _ files: [RuleSurvey], words: DeclaredWords, spread: (Int, (Int) -> Void) -> Void
  ) -> [ParsedRules] {
    let vocabulary = Vocabulary.standard.adding(words)
    var parsed = [ParsedRules?](repeating: nil, count: files.count)
    parsed.withUnsafeMutableBufferPointer { parsed in
      spread(files.count) { number in
        parsed[number] = parse(files[number].text, file: files[number].file, levels: words.levels, vocabulary: vocabulary)
      }
    }
    return parsed.compactMap { $0 }
  }

  private static func parse(_ text: SourceCharacters, file: Int32, levels: [[String]], vocabulary: Vocabulary) -> ParsedRules {
    var lexer = Lexer(text, file: file, vocabulary: vocabulary)
    let (tokens, remarks) = lexer.run()
    var parser = Parser(tokens: tokens, file: file, text: lexer.text, levels: levels)
    let tree = parser.parseFile()
    return (tree, remarks + parser.diagnostics)
  }
}

extension Vocabulary {
  func adding(_ words: DeclaredWords) -> Vocabulary {
    var vocabulary = self
    for (level, spellings) in words.levels.enumerated() {
      for spelling in spellings where !isReserved(spelling) { vocabulary.add(level: level, word: spelling) }
    }
    for unit in words.units where !isReserved(unit) { vocabulary.add(unit: unit) }
    for (word, unit) in words.unitSpellings where !isReserved(word) { vocabulary.add(unit: unit, spelled: word) }
    return vocabulary
  }
}

extension RuleReader {
  /// A number with its unit, as a value is written on a command line; nothing where it is anything else.
  package static func literal(_ text: String, words: DeclaredWords) -> LiteralSyntax? {
    var lexer = Lexer(SourceCharacters(Array(text.utf8)), file: 0, vocabulary: Vocabulary.standard.adding(words))
    let (tokens, remarks) = lexer.run()
    var parser = Parser(tokens: tokens, file: 0, text: lexer.text, levels: [])
    guard remarks.isEmpty, let literal = parser.takeLiteral(), parser.current.kind == .end else { return nil }
    return literal
  }
}
