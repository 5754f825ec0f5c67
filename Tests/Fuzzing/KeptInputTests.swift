import Foundation
import Testing

/// Every input that once ended a run, or that reaches what no other does, is read again: none may end this one.
@Suite struct KeptInputTests {
  @Test func rules() throws {
    for input in try keptInputs("rules") { readRules(input) }
  }

  @Test func csv() throws {
    for input in try keptInputs("csv") { readCSV(input) }
  }

  @Test func archives() throws {
    for input in try keptInputs("archive") { readArchive(input) }
  }

  @Test func sheets() throws {
    for input in try keptInputs("sheets") { readSheets(input) }
  }
}

/// The kept inputs of a reader, in the order of their names.
func keptInputs(_ name: String) throws -> [[UInt8]] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus/\(name)")
  let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  try #require(!files.isEmpty)
  return try files.sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }
}
