import Diagnostics
import Facts
import Rulebook
import Submissions

/// A rulebook and its areas, read from files; the same steps as those of the command line.
struct ReadRulebook {
  private(set) var rulebook: Rulebook?
  private(set) var areas: AreaTable?
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources = SourceSet()

  init(_ files: RulebookFiles) {
    var loader = RulebookLoader(
      read: { path in files.bytes(path).map { DecodedText(decoding: $0).bytes } }, shown: { files.shown($0) })
    guard let loaded = loader.load(files.root) else { return }
    sources = loaded.sources
    let checked = check(loaded.declarations, sources: loaded.sources, after: loaded.diagnostics)
    diagnostics = loaded.diagnostics + checked.diagnostics
    if hasErrors { return }
    rulebook = checked.rulebook
    let read = AreasReader.read(path: files.areas.path, bytes: files.areas.bytes, levels: checked.rulebook.program.levels)
    diagnostics += read.diagnostics
    if !hasErrors { areas = read.areas }
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
