import Diagnostics
import Evaluation
import Facts
import Quantities
import Reports
import Rulebook
import Submissions
import Workbook

/// Everything that the command line's `evaluate --format json` does, from bytes: what a page makes of a rulebook can be held to it
/// byte for byte.
package enum WholeEvaluation {
  /// - Parameters:
  ///   - path: the rulebook's, as the document names it.
  ///   - year: as the user wrote it; empty for the latest in the data.
  ///   - inflated: for each data file, the parts of it that the caller has inflated.
  /// - Returns: the document, or for each data file the parts that are wanted first.
  package static func json(
    _ carried: CarriedRulebook, path: String, data: [NamedFile], inflated: [InflatedParts], year written: String,
    language: Language, engineVersion: String
  ) -> (document: [UInt8], wanted: [[InflatedParts.Wanted]]) {
    let read = OpenedRulebook(carried)
    var diagnostics = read.diagnostics
    func unreadable() -> [UInt8] { DiagnosticJSON.document(diagnostics, read.sources, language: language) }
    guard let rulebook = read.rulebook, let areas = read.areas else { return (unreadable(), []) }
    var reader = SubmissionReader(rulebook: rulebook, areas: areas)
    var wanted: [[InflatedParts.Wanted]] = []
    for (position, file) in data.enumerated() {
      if InflatedParts.isWorkbook(file) {
        let (workbook, parts) = inflated[position].read(file)
        wanted.append(parts)
        reader.add(path: file.path, workbook: workbook)
      } else {
        wanted.append([])
        reader.add(path: file.path, bytes: file.bytes)
      }
    }
    if wanted.contains(where: { !$0.isEmpty }) { return ([], wanted) }
    let reading = reader.read(including: FiscalYear(spelled: written))
    diagnostics += reading.diagnostics
    guard reading.unreadable.isEmpty else { return (unreadable(), []) }
    guard let year = written.isEmpty ? reading.latestYear : FiscalYear(spelled: written) else {
      diagnostics.append(written.isEmpty ? noYear(data.first?.path ?? "") : notAYear(written))
      return (unreadable(), [])
    }
    let evaluator = Evaluator(rulebook: rulebook, facts: reading.facts)
    diagnostics += evaluator.diagnostics(in: year)
    if evaluator.diagnostics.contains(where: { $0.severity == .error }) { return (unreadable(), []) }
    var rules: [UInt8] = []
    for file in rulebook.sources.files { rules += file.bytes }
    let provenance = Provenance(
      engineVersion: engineVersion,
      rulebook: .init(path: path, sha256: SHA256.hexadecimal(of: rules)),
      inputs: data.map { .init(path: $0.path, sha256: SHA256.hexadecimal(of: $0.bytes)) })
    let input = ReportInput(
      rulebook: rulebook, facts: reading.facts, judgement: evaluator.judge(year), diagnostics: diagnostics,
      provenance: provenance, language: language)
    return (JSONReport.render(input), [])
  }
}

private func noYear(_ path: String) -> Diagnostic {
  Diagnostic(
    .noData, .error, at: .file(path), Wording("no row of the data speaks of a year", "データに年度の書かれた行がありません"),
    mend: Wording("fill in rows, or say the year: --year R5", "行を記入するか、--year R5 のように年度を指定してください"))
}

private func notAYear(_ written: String) -> Diagnostic {
  Diagnostic(
    .unknownChoice, .error, at: .file("--year"),
    Wording("「\(written)」 is not a fiscal year", "「\(written)」は年度ではありません"),
    mend: Wording("write it like 2023, R5 or 令和5年度", "2023、R5、令和5年度 のように書いてください"))
}
