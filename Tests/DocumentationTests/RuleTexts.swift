import Diagnostics
import Foundation
import RuleLanguage
import Rulebook

/// Rule texts of the pages, read as a rulebook.
enum RuleTexts {
  struct Reading {
    let declarations: [Declaration]
    let diagnostics: [Diagnostic]
    let source: SourceText

    var codes: [String] { diagnostics.map { $0.code.name } }
    /// The messages with what they are about, to say in a failing test what is wrong.
    var messages: String {
      let lines = diagnostics.map { diagnostic in
        var written = ""
        if case .rule(let span) = diagnostic.location { written = source.text(from: span.start, to: span.end) }
        return "\(diagnostic.code.name) at 「\(written)」: \(diagnostic.message.english)"
      }
      return lines.joined(separator: "; ")
    }
    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  }

  /// The rulebook that the sentences of the language reference speak about.
  static let context: String = Document.reference.fences.first { $0.tag == "pdca-context" }?.text ?? ""

  private static let levels = [["区", "ward", "wards"], ["市", "city", "cities"]]

  /// Parses a text alone. Where it declares no levels, they are those of the city's programme.
  static func parse(_ text: String) -> Reading {
    let source = SourceText(path: "example.pdca", bytes: Array(text.utf8))
    var words = RuleReader.survey(source, file: 0).words
    if words.levels.isEmpty { words.levels = levels }
    let (file, diagnostics) = RuleReader.parse(source, file: 0, words: words)
    return Reading(declarations: file.declarations, diagnostics: diagnostics, source: source)
  }

  /// Parses and checks a text as a whole rulebook in one file; what it includes is taken to be empty.
  static func checkWhole(_ text: String) -> Reading {
    var loader = RulebookLoader(
      read: { $0 == "rulebook.pdca" ? Array(text.utf8) : [] }, shown: { $0 })
    let source = SourceText(path: "rulebook.pdca", bytes: Array(text.utf8))
    guard let loaded = loader.load("rulebook.pdca") else { return Reading(declarations: [], diagnostics: [], source: source) }
    let checked = check(loaded.declarations, sources: loaded.sources)
    let diagnostics = loaded.diagnostics + checked.diagnostics
    return Reading(declarations: loaded.declarations, diagnostics: diagnostics, source: source)
  }

  /// Requirements, each as the only one of a target.
  static func targets(_ sentences: [String]) -> String {
    sentences.enumerated().map { "目標「例文\($0.offset)」\n  段階 実行\n  \($0.element)\n" }.joined()
  }

  /// English names of the context put into the names that they stand for, so that both spellings are compared as one tree.
  static func withOneName(_ text: String) -> String {
    var result = text
    for (english, japanese) in names {
      result = result.replacingOccurrences(of: "[\(english)]", with: "「\(japanese)」")
      result = result.replacingOccurrences(of: "［\(english)］", with: "「\(japanese)」")
    }
    return result
  }

  /// `「協議回数」（[council meetings]）` in the context.
  private static let names: [(english: String, japanese: String)] = {
    var found: [(String, String)] = []
    for part in context.components(separatedBy: "」（[").dropFirst() {
      guard let end = part.range(of: "]）") else { continue }
      let before = context.components(separatedBy: "」（[\(part[..<end.lowerBound])]）")[0]
      guard let start = before.range(of: "「", options: .backwards) else { continue }
      found.append((String(part[..<end.lowerBound]), String(before[start.upperBound...])))
    }
    return found
  }()
}
