import Diagnostics
import Facts
import Rulebook
import Submissions

/// A file as the caller hands it over: the path that messages name, and its bytes.
package struct NamedFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A checked rulebook and its areas, as they are carried into a page.
package struct CarriedRulebook: Sendable {
  package let packed: [UInt8]
  package let areas: NamedFile

  package init(packed: [UInt8], areas: NamedFile) {
    self.packed = packed
    self.areas = areas
  }
}

/// What is carried, opened for use.
struct OpenedRulebook {
  private(set) var rulebook: Rulebook?
  private(set) var areas: AreaTable?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ carried: CarriedRulebook) {
    guard let opened = PackedRulebook(bytes: carried.packed) else { return }
    rulebook = opened.rulebook
    let read = AreasReader.read(
      path: carried.areas.path, bytes: carried.areas.bytes, levels: opened.rulebook.program.levels)
    diagnostics = opened.remarks + read.diagnostics
    if !diagnostics.contains(where: { $0.severity == .error }) { areas = read.areas }
  }

  var sources: SourceSet { rulebook?.sources ?? SourceSet() }
}
