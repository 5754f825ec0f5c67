import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Submissions

// The same steps as those of the command line, from bytes that the caller hands over: rule files by their path inside the
// rulebook's folder, the areas, and the submissions in the order in which they are read.

nonisolated(unsafe) private var ruleFiles: [String: [UInt8]] = [:]
nonisolated(unsafe) private var areasFile: [UInt8] = []
nonisolated(unsafe) private var dataFiles: [(path: String, bytes: [UInt8])] = []

/// Room for a file that `add` then takes over.
@_expose(wasm, "hold")
@_cdecl("hold")
public func hold(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
  UnsafeMutablePointer<UInt8>.allocate(capacity: Int(count) + 1)
}

/// Takes a path and, right behind it, the bytes of the file. Kinds: 0 a rule file, 1 the areas, 2 a submission.
@_expose(wasm, "add")
@_cdecl("add")
public func add(_ kind: Int32, _ start: UnsafeMutablePointer<UInt8>, _ pathCount: Int32, _ count: Int32) {
  let all = UnsafeBufferPointer(start: start, count: Int(count))
  let path = String(decoding: all[..<Int(pathCount)], as: UTF8.self)
  let bytes = Array(all[Int(pathCount)...])
  start.deallocate()
  switch kind {
  case 0: ruleFiles[path] = bytes
  case 1: areasFile = bytes
  default: dataFiles.append((path, bytes))
  }
}

/// Judges a year; tells how many bytes the lines have that say what came out.
@_expose(wasm, "judge")
@_cdecl("judge")
public func judge(_ year: Int32) -> Int32 {
  publish(judgementLines(FiscalYear(year)))
}

private func judgementLines(_ year: FiscalYear) -> [String] {
  let files = ruleFiles
  var loader = RulebookLoader(read: { files[$0].map { DecodedText(decoding: $0).bytes } }, shown: { $0 })
  guard let loaded = loader.load("rulebook.pdca") else { return ["no rulebook"] }
  let checked = check(loaded.declarations, sources: loaded.sources)
  let rulebook = checked.rulebook
  let read = AreasReader.read(path: "areas.csv", bytes: areasFile, levels: rulebook.program.levels)
  var reader = SubmissionReader(rulebook: rulebook, areas: read.areas)
  for file in dataFiles { reader.add(path: file.path, bytes: file.bytes) }
  let reading = reader.read(including: year)
  let evaluator = Evaluator(rulebook: rulebook, facts: reading.facts)
  let outcomes = evaluator.judge(year).outcomes.map { outcomeLine($0, rulebook, read.areas) }
  let diagnostics =
    loaded.diagnostics + checked.diagnostics + read.diagnostics + reading.diagnostics
    + evaluator.diagnostics(in: year)
  return outcomes + diagnostics.map { $0.code.name + " " + placeText($0.location, loaded.sources) }
}

private func outcomeLine(_ outcome: Outcome, _ rulebook: Rulebook, _ areas: AreaTable) -> String {
  let counts = [outcome.openYears, outcome.changes.count, outcome.awaited.count].map { String($0) }.joined(separator: " ")
  let area = areas.areas[outcome.area].code
  return rulebook.targets[outcome.target].name + " " + area + " " + word(outcome.verdict) + " " + counts
}

private func word(_ verdict: Verdict) -> String {
  switch verdict {
  case .met: "met"
  case .missed: "missed"
  case .notReported: "not_reported"
  case .notApplicable: "not_applicable"
  case .notDue: "not_due"
  case .waived: "waived"
  case .recorded: "recorded"
  }
}

private func placeText(_ location: Location, _ sources: SourceSet) -> String {
  switch location {
  case .rule(let span): String(sources.files[Int(span.file)].line(at: span.start))
  case .file(let path): path
  case .cell(let place):
    switch place.position {
    case .field(let line, let column): place.file + " " + String(line) + " " + String(column)
    case .sheetCell(let sheet, let row, let column): sheet + " " + columnLetters(column) + String(row)
    }
  }
}
