import Diagnostics
import Foundation
import RuleLanguage
import Testing

@testable import Rulebook

/// Rules with what is found in them: each file ends with lines that begin with `#!`.
///
/// In `bad` such a line is a diagnostic: its line, its code and the text that it points at. In `good` there are no diagnostics,
/// and the lines are the targets (and examples) as checked. A file stands behind the prelude unless it begins with `#! alone`.
/// With PDCA_RECORD set the lines are written anew, and the run fails.
@Suite struct CorpusTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")

  static func files(_ part: String) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(part).path)
    return (found ?? []).sorted().map { part + "/" + $0 }
  }

  static func text(of path: String) -> String {
    (try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  @Test(arguments: files("bad") + files("good"))
  func isAsWritten(_ path: String) throws {
    let location = CorpusTests.folder.appendingPathComponent(path)
    let lines = CorpusTests.text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let isAlone = lines.first == "#! alone"
    let expected = lines.filter { $0.hasPrefix("#!") && $0 != "#! alone" }
    let rules = lines.filter { !$0.hasPrefix("#!") || $0 == "#! alone" }.joined(separator: "\n")
    let found = path.hasPrefix("good") ? meaning(of: rules, isAlone) : faults(in: rules, isAlone)
    if ProcessInfo.processInfo.environment["PDCA_RECORD"] != nil {
      let trimmed = rules.trimmingCharacters(in: .newlines)
      try (trimmed + "\n\n" + found.joined(separator: "\n") + "\n").write(to: location, atomically: true, encoding: .utf8)
    }
    #expect(found == expected)
  }

  @Test func hasFiles() {
    #expect(CorpusTests.files("bad").count >= 15)
    #expect(CorpusTests.files("good").count >= 5)
  }

  private func faults(in rules: String, _ isAlone: Bool) -> [String] {
    let checked = isAlone ? CheckedText(rules) : CheckedText(afterPrelude: rules)
    let before = isAlone ? 0 : Prelude.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    var lines: [String] = []
    for diagnostic in diagnosticsInOrderOfPlace(checked.diagnostics) {
      let line = fault(diagnostic, checked, before)
      // What reading says of a line is tested with reading: here it counts that it says something.
      if lines.last != line || diagnostic.code.rawValue >= 200 { lines.append(line) }
    }
    return lines
  }

  private func fault(_ diagnostic: Diagnostic, _ checked: CheckedText, _ before: Int) -> String {
    guard case .rule(let span) = diagnostic.location else { return "#! \(diagnostic.code.name)" }
    let source = checked.rulebook.sources.files[Int(span.file)]
    let line = source.line(at: span.start) - before
    if diagnostic.code.rawValue < 200, diagnostic.severity == .error { return "#! \(line) not read" }
    let pointed = checked.rulebook.sources.text(of: span).split(separator: "\n").first.map { String($0) } ?? ""
    return "#! \(line) \(diagnostic.code.name) \(pointed)"
  }

  private func meaning(of rules: String, _ isAlone: Bool) -> [String] {
    let checked = isAlone ? CheckedText(rules) : CheckedText(afterPrelude: rules)
    let model = ModelText(rulebook: checked.rulebook)
    let skipped = isAlone ? 0 : 1
    var lines = checked.diagnostics.map { "#! \($0.code.name) \($0.message.english)" }
    for measure in checked.rulebook.measures.dropFirst(skipped) {
      lines.append("#! \(measure.name) = \(model.text(measure.value)) [\(model.text(measure.dimension))]")
    }
    for target in checked.rulebook.targets.dropFirst(skipped) { lines += model.text(target).map { "#! " + $0 } }
    for example in checked.rulebook.examples { lines += text(example, model) }
    return lines
  }

  private func text(_ example: Example, _ model: ModelText) -> [String] {
    let given = example.given.map { given in
      "#! given \(text(given.area)) \(given.year.number) \(model.rulebook.indicators[given.indicator].code) \(given.value)"
    }
    let expected = example.expected.map { expected in
      "#! expect \(expected.area?.text ?? "-") \(expected.year.number) 「\(model.rulebook.targets[expected.target].name)」 "
        + "\(expected.verdict) \(expected.shortfall.map { model.number($0) } ?? "-")"
    }
    return given + expected
  }

  private func text(_ holder: Example.Given.Holder) -> String {
    switch holder {
    case .named(let area): area.text
    case .every(let level): "every \(level)"
    }
  }
}
