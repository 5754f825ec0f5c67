import Foundation
import PDCAEngine
import Testing

/// What the pages show of the program's output is what it prints.
///
/// A block `text evaluate LANGUAGE [RULEBOOK DATA]` holds lines of the output in their order; `…` stands for lines left out.
/// With `PDCA_RECORD=1` in the environment the blocks are written anew: after each `…` the line that stands there tells where
/// its part begins, and as many lines are taken. The run that records fails.
@Suite struct OutputTests {
  private static let excerpts = Document.all.flatMap { $0.fences }.filter { $0.tag.hasPrefix("text evaluate") }

  @Test func thePagesShowOutput() { #expect(Self.excerpts.count >= 3) }

  @Test(arguments: excerpts)
  func isPrinted(_ fence: Fence) {
    var rest = printedLines(for: fence)[...]
    for line in fence.text.split(separator: "\n").map(String.init) where line != "…" {
      let place = rest.firstIndex(of: line)
      #expect(place != nil, "the command does not print, after the lines before it: \(line)")
      if let place { rest = rest[(place + 1)...] }
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["PDCA_RECORD"] != nil))
  func record() throws {
    for document in Document.all {
      var lines = document.lines
      for fence in Self.excerpts where fence.path == document.path {
        let printed = printedLines(for: fence)
        let shown = fence.text.components(separatedBy: "\n")
        let parts = shown.split(separator: "…")
        let renewed = parts.map { part in
          printed.firstIndex(of: part.first ?? "").map { printed[$0..<min($0 + part.count, printed.count)] } ?? part[...]
        }
        let first = fence.line - 1
        lines.replaceSubrange(first..<(first + shown.count), with: Array(renewed.joined(separator: ["…"])))
      }
      guard lines != document.lines else { continue }
      let file = Document.root.appendingPathComponent(document.path)
      try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(document.path) was written anew: read the difference")
    }
  }

  private func printedLines(for fence: Fence) -> [String] {
    let words = fence.tag.split(separator: " ").map(String.init)
    let rulebook = words.count > 3 ? words[3] : "Rules/osaka-home-care/rulebook.pdca"
    let data = words.count > 4 ? words[4] : "Samples/osaka-home-care"
    return output(rulebook: rulebook, data: data, in: words[2] == "ja" ? .japanese : .english).components(separatedBy: "\n")
  }

  private func output(rulebook: String, data: String, in language: OutputLanguage) -> String {
    let parts = rulebook.split(separator: "/").map(String.init)
    let folder = parts.dropLast().joined(separator: "/")
    var request = Request(
      rulebook: RulebookSource(
        root: parts.last ?? "", read: { bytes(of: folder + "/" + $0) }, shown: { folder + "/" + $0 }))
    let areas = folder + "/areas.csv"
    request.areas = InputFile(path: areas, bytes: bytes(of: areas) ?? [])
    request.data = files(data).map { InputFile(path: $0, bytes: bytes(of: $0) ?? []) }
    request.language = language
    return String(decoding: Pipeline.evaluate(request).output, as: UTF8.self)
  }

  private func bytes(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: Document.root.appendingPathComponent(path))).map { [UInt8]($0) }
  }

  /// The file itself, or the data files of a folder, folder by folder in the order of their names.
  private func files(_ path: String) -> [String] {
    if path.hasSuffix(".csv") { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Document.root.appendingPathComponent(path).path)) ?? []
    let sorted = names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let folders = sorted.filter { !$0.contains(".") }
    return sorted.filter { $0.hasSuffix(".csv") }.map { path + "/" + $0 } + folders.flatMap { files(path + "/" + $0) }
  }
}
