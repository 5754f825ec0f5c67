import Foundation
import Testing

/// Compares a text with a file under `Goldens`. A missing file is recorded, and the run that records it fails.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
    "Goldens")
  let file = folder.appendingPathComponent(name)
  let text = String(decoding: bytes, as: UTF8.self)
  guard let knownBytes = try? Data(contentsOf: file) else {
    try? Data(bytes).write(to: file)
    Issue.record("recorded \(name); look at it and run again", sourceLocation: sourceLocation)
    return
  }
  let known = String(decoding: knownBytes, as: UTF8.self)
  let lines = text.components(separatedBy: "\n")
  let knownLines = known.components(separatedBy: "\n")
  for (number, pair) in zip(lines, knownLines).enumerated() where pair.0 != pair.1 {
    Issue.record("\(name), line \(number + 1): \(pair.0) instead of \(pair.1)", sourceLocation: sourceLocation)
    return
  }
  #expect(lines.count == knownLines.count, "\(name)", sourceLocation: sourceLocation)
  #expect(text == known, "\(name)", sourceLocation: sourceLocation)
}
