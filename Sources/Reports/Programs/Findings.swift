import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// One thing that programs which show findings beside files are told: an outcome that leaves something to do, or a diagnostic.
struct Finding {
  enum Rule: Hashable {
    case target(Int)
    case code(DiagnosticCode)
  }

  enum Level: String {
    case error, warning, note
  }

  struct Place {
    let path: String
    let line: Int?
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    /// Such as `イ!D12`, for a cell of a workbook.
    let cell: String?
  }

  let rule: Rule
  let level: Level
  let text: String
  let place: Place
  /// The sentence of the rule, for an outcome.
  let related: Place?
  /// What tells the finding from every other one, and stays as it is when lines move.
  let identity: String
  let verdict: Verdict?
}

/// Gathers findings in the order of the rulebook, then of the areas; diagnostics first.
///
/// A missed target that must be met, and an error, are errors. A missed target to strive for, a figure that is not reported for a
/// target that must be met, and a warning are warnings. What is not reported for a target to strive for is a note.
struct FindingList {
  let index: OutcomeIndex
  private let columns: FieldColumns
  private var reader: SourceReader
  private(set) var findings: [Finding] = []

  init(_ input: ReportInput, _ columns: FieldColumns) {
    index = OutcomeIndex(input)
    self.columns = columns
    reader = SourceReader(input.rulebook.sources)
    for diagnostic in input.diagnostics { add(diagnostic) }
    for target in index.byTarget.indices { for note in index.notes(of: target, onlyOpen: true) { add(note, target) } }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    let place = place(diagnostic.location)
    let language = index.input.language
    let parts = [diagnostic.message, diagnostic.reason, diagnostic.mend].compactMap { $0?.text(in: language) }
    findings.append(
      Finding(
        rule: .code(diagnostic.code), level: diagnostic.severity == .error ? .error : .warning,
        text: FindingList.joined(parts, language), place: place, related: nil,
        identity: diagnostic.code.name + "\u{1F}" + place.path + "\u{1F}" + diagnostic.message.english, verdict: nil))
  }

  /// Sentences one after the other; some end in their full stop already.
  private static func joined(_ sentences: [String], _ language: Language) -> String {
    let stop = language == .japanese ? "。" : "."
    return sentences.map { $0.hasSuffix(stop) ? $0 : $0 + stop }.joined(separator: language == .japanese ? "" : " ")
  }

  private mutating func add(_ note: OutcomeNote, _ position: Int) {
    let target = index.rulebook.targets[position]
    let rule = place(.rule(target.place))
    let code = index.areas[note.outcome.area].code
    findings.append(
      Finding(
        rule: .target(position), level: level(note.outcome.verdict, target.severity), text: note.text,
        place: note.place.map { place(.cell($0)) } ?? rule, related: note.place == nil ? nil : rule,
        identity: [target.name, code, String(note.outcome.year.number)].joined(separator: "\u{1F}"), verdict: note.outcome.verdict
      ))
  }

  private func level(_ verdict: Verdict, _ severity: TargetSeverity) -> Finding.Level {
    switch (verdict, severity) {
    case (.missed, .must): .error
    case (.missed, .should), (_, .must): .warning
    default: .note
    }
  }

  private mutating func place(_ location: Location) -> Finding.Place {
    switch location {
    case .rule(let span):
      let start = reader.position(of: span.start, in: span)
      let end = reader.position(of: span.end, in: span)
      return Finding.Place(
        path: reader.file(span)?.path ?? "", line: start?.line, column: start?.column, endLine: end?.line,
        endColumn: end?.column, cell: nil)
    case .cell(let cell): return place(cell)
    case .file(let path): return Finding.Place(path: path, line: nil, column: nil, endLine: nil, endColumn: nil, cell: nil)
    }
  }

  private func place(_ cell: CellPlace) -> Finding.Place {
    switch cell.position {
    case .field(let line, let field):
      let column = columns.column(ofField: field, line: line, in: cell.file)
      return Finding.Place(path: cell.file, line: line, column: column, endLine: nil, endColumn: nil, cell: nil)
    case .sheetCell(let sheet, let row, let column):
      return Finding.Place(
        path: cell.file, line: nil, column: nil, endLine: nil, endColumn: nil,
        cell: sheet + "!" + columnLetters(column) + String(row))
    }
  }
}
