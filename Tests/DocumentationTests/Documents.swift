import Foundation
import Testing

/// A page of the documentation, as text.
struct Document: CustomTestStringConvertible {
  /// Relative to the package.
  let path: String
  let lines: [String]

  var testDescription: String { path }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init(_ path: String) {
    self.path = path
    let text = (try? String(contentsOf: Document.root.appendingPathComponent(path), encoding: .utf8)) ?? ""
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  static let catalogPath = "Sources/PDCAEngine/PDCAEngine.docc"
  static let reference = Document(catalogPath + "/LanguageReference.md")

  /// Every page that may hold rule texts.
  static let all: [Document] = {
    let folder = root.appendingPathComponent(catalogPath)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let pages = names.filter { $0.hasSuffix(".md") }.sorted().map { catalogPath + "/" + $0 }
    let loose = ["README.md", "CONTRIBUTING.md"].filter {
      FileManager.default.fileExists(atPath: root.appendingPathComponent($0).path)
    }
    return (pages + loose).map { Document($0) }
  }()
}

/// A fenced block of a page: what stands behind its opening marks, and its text.
struct Fence: CustomTestStringConvertible {
  let path: String
  /// The line on which the text begins, from 1.
  let line: Int
  let tag: String
  let text: String

  var testDescription: String { "\(path):\(line)" }

  /// The block's paragraphs: what stands between empty lines.
  var paragraphs: [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.allSatisfy(\.isWhitespace) }
      .map { $0.map(String.init) }
  }
}

extension Document {
  var fences: [Fence] {
    var found: [Fence] = []
    var tag: String?
    var body: [String] = []
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("```") {
        if let open = tag {
          found.append(Fence(path: path, line: index - body.count + 1, tag: open, text: body.joined(separator: "\n")))
          tag = nil
        } else {
          tag = trimmed.drop { $0 == "`" }.trimmingCharacters(in: .whitespaces)
          body = []
        }
      } else if tag != nil {
        body.append(line)
      }
    }
    return found
  }

  /// What stands between single back quotes outside fenced blocks.
  var codeSpans: [String] {
    var found: [String] = []
    var inFence = false
    for line in lines {
      if line.drop(while: { $0 == " " }).hasPrefix("```") { inFence.toggle() }
      if inFence { continue }
      let parts = line.replacingOccurrences(of: "\\|", with: "|").split(separator: "`", omittingEmptySubsequences: false)
      for (position, part) in parts.enumerated() where position % 2 == 1 { found.append(String(part)) }
    }
    return found
  }
}
