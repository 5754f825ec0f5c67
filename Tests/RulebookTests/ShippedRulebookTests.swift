import Diagnostics
import Foundation
import RuleLanguage
import Rulebook
import Testing

/// The rulebooks that the repository ships have neither errors nor warnings, and lint has nothing to say of them.
@Suite struct ShippedRulebookTests {
  static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Rules")

  @Test(arguments: [
    "osaka-home-care/rulebook.pdca", "first-steps/english.pdca", "first-steps/japanese.pdca", "statements/japanese/rulebook.pdca",
    "statements/english/rulebook.pdca",
  ])
  func isSound(_ path: String) throws {
    let folder = ShippedRulebookTests.rules.appendingPathComponent(path).deletingLastPathComponent()
    var loader = RulebookLoader(
      read: { (try? Data(contentsOf: folder.appendingPathComponent($0))).map { Array($0) } }, shown: { $0 })
    let read = loader.load(path.split(separator: "/").last.map(String.init) ?? "")
    let loaded = try #require(read)
    let checked = check(loaded.declarations, sources: loaded.sources)
    let found = (loaded.diagnostics + checked.diagnostics).map { described($0, loaded.sources) }
    #expect(found == [])
    #expect(!checked.rulebook.targets.isEmpty)
    #expect(lint(checked.rulebook).map { described($0, loaded.sources) } == [])
  }

  private func described(_ diagnostic: Diagnostic, _ sources: SourceSet) -> String {
    guard case .rule(let span) = diagnostic.location else { return diagnostic.message.english }
    let file = sources.files[Int(span.file)]
    return "\(file.path):\(file.line(at: span.start)) \(diagnostic.code.name) \(diagnostic.message.english)"
  }
}
