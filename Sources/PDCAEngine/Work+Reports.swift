import Diagnostics
import Evaluation
import Facts
import Inflation
import Quantities
import Reports
import RuleLanguage
import Rulebook
import Submissions
import Workbook

extension Work {
  /// The results in the format that is asked for; for one area, as that area's own check.
  func report(_ rulebook: Rulebook, _ facts: Facts, _ judgement: Judgement, area: Int?) -> Response {
    let input = reportInput(rulebook, facts, judgement, area: area)
    let output: [UInt8]
    switch request.format {
    case .text:
      output = area == nil ? TextReport.render(input, style: style, lanes: lanes) : CheckReport.render(input, style: style)
    case .markdown: output = MarkdownReport.render(input)
    case .json: output = JSONReport.render(input)
    case .csv: output = CSVReport.render(input)
    case .junit: output = JUnitReport.render(input)
    case .sarif: output = SARIFReport.render(input, columns: fieldColumns())
    case .github: output = GitHubReport.render(input, columns: fieldColumns())
    case .html:
      if area == nil {
        let files = HTMLReport.render(input).map { page in OutputFile(path: page.name, bytes: page.bytes) }
        return Response(output: [], remarks: remarks(), status: status(of: input.outcomes), files: files)
      }
      output = HTMLReport.renderCheck(input)
    case .xlsx:
      do throws(Refusal) {
        output = try WorkbookWriter.bytes(WorkbookReport.draft(input), file: "", deflate: Deflating.deflate)
      } catch {
        return refused(error)
      }
    }
    return Response(output: output, remarks: remarks(), status: status(of: input.outcomes))
  }

  /// What is said where a workbook cannot be written.
  private func refused(_ refusal: Refusal) -> Response {
    var work = self
    work.diagnostics.append(refusal.diagnostic)
    return work.unreadable()
  }

  func explanation(of outcome: Outcome, _ rulebook: Rulebook, _ facts: Facts, _ judgement: Judgement) -> Response {
    let input = reportInput(rulebook, facts, judgement, area: nil)
    let output = ExplanationReport.render(input, target: outcome.target, area: outcome.area, style: style) ?? []
    return Response(output: output, remarks: remarks(), status: status(of: [outcome]))
  }

  mutating func exampleReport(_ rulebook: Rulebook, areas: AreaTable?) -> Response {
    let examples = run(examplesOf: rulebook, areas: areas)
    diagnostics += examples.diagnostics
    let output = ExampleReport.render(examples, of: rulebook, language: language, style: style)
    return Response(output: output, remarks: remarks(), status: examples.passes && !hasErrors ? .met : .open)
  }

  mutating func lintReport(_ rulebook: Rulebook) -> Response {
    diagnostics += lint(rulebook)
    return Response(
      output: LintReport.render(rulebook, language: language, style: style), remarks: remarks(),
      status: hasErrors ? .unreadable : .met)
  }

  /// What is said where a command could not do its work.
  func unreadable() -> Response {
    let output: [UInt8]
    switch request.format {
    case .json: output = DiagnosticJSON.document(diagnostics, sources, language: language)
    case .junit: output = JUnitReport.render(withoutOutcomes())
    case .sarif: output = SARIFReport.render(withoutOutcomes(), columns: fieldColumns())
    case .github: output = GitHubReport.render(withoutOutcomes(), columns: fieldColumns())
    case .text, .markdown, .csv, .html, .xlsx: output = []
    }
    return Response(output: output, remarks: remarks(), status: .unreadable)
  }

  /// The diagnostics alone, for formats that programs read: a check that fails is to say why.
  private func withoutOutcomes() -> ReportInput {
    let path = request.rulebook.shown(request.rulebook.root)
    let year = FiscalYear(FiscalYear.known.upperBound)
    return ReportInput(
      rulebook: Rulebook(program: Program(title: path, levels: []), sources: sources),
      facts: Facts(areas: AreaTable([]), years: year.number...year.number, indicatorCount: 0),
      judgement: Judgement(year: year, outcomes: [], silentAreas: []), diagnostics: diagnostics,
      provenance: Provenance(engineVersion: engineVersion, rulebook: .init(path: path, sha256: ""), inputs: []),
      language: language)
  }

  func reportInput(_ rulebook: Rulebook, _ facts: Facts, _ judgement: Judgement, area: Int?) -> ReportInput {
    ReportInput(
      rulebook: rulebook, facts: facts, judgement: judgement, diagnostics: diagnostics, provenance: provenance(rulebook),
      language: language, area: area)
  }

  /// The data files as programs that show annotations see them.
  private func fieldColumns() -> FieldColumns {
    var columns = FieldColumns()
    for file in request.data where !OpenedFile.isWorkbook(file) {
      columns.add(file.path, DecodedText(decoding: file.bytes).bytes)
    }
    return columns
  }

  /// From which bytes the results came: only formats that name them are told, for the sums take time.
  private func provenance(_ rulebook: Rulebook) -> Provenance {
    var rules: [UInt8] = []
    for file in rulebook.sources.files { rules += file.bytes }
    let isAsked = request.format == .json || request.format == .html
    return Provenance(
      engineVersion: engineVersion,
      rulebook: .init(
        path: request.rulebook.shown(request.rulebook.root), sha256: isAsked ? SHA256.hexadecimal(of: rules) : ""),
      inputs: request.data.map { .init(path: $0.path, sha256: isAsked ? SHA256.hexadecimal(of: $0.bytes) : "") })
  }

  private func status(of outcomes: [Outcome]) -> ExitStatus {
    let isOpen = outcomes.contains { $0.verdict == .missed || $0.verdict == .notReported }
    return isOpen || hasErrors ? .open : .met
  }

  /// The diagnostics as text, each kind at most 20 times with a count of the rest.
  func remarks() -> [UInt8] {
    var text = DiagnosticText(sources, language: language, style: style)
    var shown: [DiagnosticCode: Int] = [:]
    var bytes: [UInt8] = []
    for diagnostic in diagnostics {
      let count = shown[diagnostic.code, default: 0]
      shown[diagnostic.code] = count + 1
      if count < Work.shownPerCode { bytes += text.text(of: diagnostic) }
    }
    for code in DiagnosticCode.allCases {
      guard let count = shown[code], count > Work.shownPerCode else { continue }
      let rest = String(count - Work.shownPerCode)
      let line = Wording("\(code.name): \(rest) more of this kind\n", "\(code.name)：ほかに\(rest)件あります\n")
      bytes += Array(line.text(in: language).utf8)
    }
    return bytes
  }

  private static let shownPerCode = 20
}
