import Diagnostics
import Evaluation
import Foundation
import RuleLanguage
import Rulebook
import Submissions
import Testing

/// The thirty targets that plans really set, `Rules/statements`: one rulebook in two spellings, tried by its own examples.
@Suite struct StatementsTests {
  static let folder = ShippedRulebookTests.rules.appendingPathComponent("statements")
  static let spellings = ["japanese", "english"]

  /// The first number of what a target gives as its source: `7　「12歳の虫歯が…`.
  private static func number(_ target: Target) -> Int? {
    target.because.first.flatMap { Int($0.prefix { $0.isNumber }) }
  }

  @Test(arguments: spellings)
  func holdsEveryStatementOnce(_ spelling: String) throws {
    let rulebook = try Self.checked(spelling)
    #expect(rulebook.targets.compactMap { Self.number($0) }.sorted() == Array(1...30))
    #expect(rulebook.targets.count == 30)
  }

  @Test(arguments: spellings)
  func everyExampleComesOutAsItSays(_ spelling: String) throws {
    let rulebook = try Self.checked(spelling)
    let file = try Data(contentsOf: Self.folder.appendingPathComponent(spelling + "/areas.csv"))
    let read = AreasReader.read(path: "areas.csv", bytes: Array(file), levels: rulebook.program.levels)
    #expect(read.diagnostics.map { $0.message.english } == [])
    let run = run(examplesOf: rulebook, areas: read.areas)
    #expect(run.diagnostics.map { $0.message.english } == [])
    for result in run.results {
      #expect(result.passes, "\(rulebook.examples[result.example].title): \(result.findings)")
    }
    for (target, unseen) in zip(rulebook.targets, run.unseen) {
      #expect(unseen.isEmpty, "\(Self.number(target) ?? 0): no example sees \(unseen)")
    }
  }

  @Test(arguments: ["rulebook.pdca", "health.pdca", "care.pdca", "welfare.pdca", "insurance.pdca"])
  func bothSpellingsAreOneTree(_ file: String) throws {
    let names = try Self.names()
    let trees = try Self.spellings.map { spelling in
      let text = try Self.text(spelling + "/" + file)
      return try Self.tree(Self.withoutTexts(Self.inJapanese(text, names)))
    }
    #expect(trees[0].count == trees[1].count)
    for (number, (japanese, english)) in zip(trees[0], trees[1]).enumerated() {
      let isOneTree = japanese == english
      #expect(isOneTree, "declaration \(number + 1) of \(file)")
    }
  }

  @Test func bothSpellingsSpeakOfTheSameAreas() throws {
    #expect(try Self.text("japanese/areas.csv") == Self.text("english/areas.csv"))
  }

  // MARK: Reading

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  private static func checked(_ spelling: String) throws -> Rulebook {
    let folder = folder.appendingPathComponent(spelling)
    var loader = RulebookLoader(
      read: { (try? Data(contentsOf: folder.appendingPathComponent($0))).map { Array($0) } }, shown: { $0 })
    let read = loader.load("rulebook.pdca")
    let loaded = try #require(read)
    return check(loaded.declarations, sources: loaded.sources).rulebook
  }

  private static func tree(_ text: String) throws -> [Declaration] {
    let rulebook = try self.text("japanese/rulebook.pdca")
    let words = RuleReader.survey(SourceText(path: "", bytes: Array(rulebook.utf8)), file: 0).words
    let read = RuleReader.parse(SourceText(path: "", bytes: Array(text.utf8)), file: 0, words: words)
    #expect(read.diagnostics.filter { $0.severity == .error }.map { $0.message.english } == [])
    return read.file.declarations
  }

  /// Titles, sources and questions are in their own language.
  private static func withoutTexts(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing(#/"[^"]*"/#, with: "\"…\"") }.joined(separator: "\n")
  }

  /// The English names with the Japanese ones that are declared beside them; of areas and of grades, those in the same place.
  private static func names() throws -> [(english: String, japanese: String)] {
    var names: [(english: String, japanese: String)] = []
    for file in ["health", "care", "welfare", "insurance"] {
      let japanese = try text("japanese/" + file + ".pdca")
      for match in japanese.matches(of: #/「([^」]*)」（\[([^\]]*)\]）/#) { names.append((String(match.2), String(match.1))) }
      let grades = try ["japanese/", "english/"].map { folder in
        try text(folder + file + ".pdca").split(separator: "\n").filter { $0.hasPrefix("  評価区分") || $0.hasPrefix("  grade by") }
          .flatMap { $0.matches(of: #/[「\[]([^」\]]*)[」\]]/#).map { String($0.1) } }
      }
      names += zip(grades[1], grades[0]).map { ($0, $1) }
    }
    for line in try text("japanese/areas.csv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      names.append((cells[3], cells[1]))
    }
    return names
  }

  private static func inJapanese(_ text: String, _ names: [(english: String, japanese: String)]) -> String {
    let japanese = Dictionary(names.map { ($0.english, $0.japanese) }, uniquingKeysWith: { first, _ in first })
    return text.replacing(#/\[([^\]]*)\]/#) { match in
      let name = String(match.1)
      if let whole = japanese[name] { return "「" + whole + "」" }
      // A row of a figure that is broken down: risky drinking (men).
      guard let row = name.wholeMatch(of: #/(.*) \((.*)\)/#), let figure = japanese[String(row.1)],
        let part = japanese[String(row.2)]
      else { return String(match.0) }
      return "「" + figure + "（" + part + "）」"
    }
  }
}
