import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The results for other programs, as schema `pdca-evaluation/1` promises them: figures are strings of exact decimals, keys
/// keep their order, one outcome stands on one line. Keys that version 1 did not name stand after those that it did.
package struct JSONReport {
  private let input: ReportInput
  private let names: RecordNames
  /// What is said of each target, of each area and of each data file: the same in all their outcomes.
  private let targets: [JSONFragment]
  private let areas: [JSONFragment]
  private let files: [String: JSONFragment]
  private var writer = JSONWriter()

  package static func render(_ input: ReportInput) -> [UInt8] {
    var document: [UInt8] = []
    let outcomes = input.outcomes
    render(input, outcomes: { take in for outcome in outcomes { take(outcome) } }, to: { document += $0 })
    return document
  }

  /// The same piece by piece, for outcomes that come one after the other and are not held.
  /// - Parameters:
  ///   - input: of which the outcomes are not asked.
  ///   - outcomes: hands every outcome to the closure that it is given, in the order of the judgement.
  package static func render(_ input: ReportInput, outcomes: ((Outcome) -> Void) -> Void, to sink: @escaping ([UInt8]) -> Void) {
    var report = JSONReport(input)
    report.write(outcomes, sink)
    sink(report.writer.finish())
  }

  /// So much is handed on at a time.
  private static let pieceSize = 1 << 16

  private init(_ input: ReportInput) {
    self.input = input
    let names = RecordNames(input)
    self.names = names
    targets = names.rulebook.targets.map { target in
      JSONFragment {
        $0.member("target", target.name)
        $0.member("stage", target.stage?.identifier)
        $0.member("item", target.item.map { names.rulebook.items[$0].code })
        $0.member("severity", target.severity.identifier)
      }
    }
    areas = names.areas.map { area in
      JSONFragment {
        $0.beginObject()
        $0.member("code", area.code)
        $0.member("name", area.name)
        $0.endObject()
      }
    }
    var files: [String: JSONFragment] = [:]
    for path in names.facts.files { files[path] = JSONFragment { $0.member("file", path) } }
    self.files = files
  }

  private mutating func write(_ outcomes: ((Outcome) -> Void) -> Void, _ sink: @escaping ([UInt8]) -> Void) {
    var counts = [Int](repeating: 0, count: Verdict.allCases.count)
    writer.beginObject(spread: true)
    writer.member("schema", "pdca-evaluation/1")
    writer.member("program", input.rulebook.program.title)
    writer.member("year", Int(input.judgement.year.number))
    writeProvenance()
    writer.key("outcomes")
    writer.beginList(spread: true)
    outcomes { outcome in
      write(outcome)
      counts[outcome.verdict.rank] += 1
      if writer.bytes.count >= JSONReport.pieceSize { sink(writer.drain()) }
    }
    writer.endList()
    writeSummary(counts)
    writer.key("diagnostics")
    var diagnostics = DiagnosticJSON(input.rulebook.sources, language: input.language)
    diagnostics.write(input.diagnostics, to: &writer)
    writer.key("silent_areas")
    writeAreas(input.judgement.silentAreas)
    writer.endObject()
  }

  private mutating func writeProvenance() {
    writer.key("engine")
    writer.beginObject()
    writer.member("version", input.provenance.engineVersion)
    writer.endObject()
    writer.key("rulebook")
    write(input.provenance.rulebook)
    writer.key("inputs")
    writer.beginList(spread: true)
    for file in input.provenance.inputs { write(file) }
    writer.endList()
  }

  private mutating func write(_ file: Provenance.File) {
    writer.beginObject()
    writer.member("path", file.path)
    writer.member("sha256", file.sha256)
    writer.endObject()
  }

  private mutating func writeSummary(_ counts: [Int]) {
    writer.key("summary")
    writer.beginObject()
    for verdict in Verdict.allCases {
      writer.key(named: verdict.identifier)
      writer.value(counts[verdict.rank])
    }
    writer.endObject()
  }

  private mutating func write(_ outcome: Outcome) {
    writer.beginObject()
    writer.fragment(targets[outcome.target])
    writer.key("area")
    writeArea(outcome.area)
    writer.member("year", Int(outcome.year.number))
    writer.member("outcome", outcome.verdict.identifier)
    writeFigures(outcome)
    writeChanges(outcome.changes)
    writeSources(names.places(outcome.figures))
    writer.member("open_years", outcome.openYears)
    writer.member("points", nil as String?)
    writer.member("grade", nil as String?)
    writeAwaited(outcome.awaited)
    writer.key("holding_back")
    writeAreas(outcome.holdingBack)
    writer.key("undecided_areas")
    writeAreas(outcome.undecidedAreas)
    writeWaiver(outcome.waiver)
    writeEarlierGaps(outcome.earlierGaps)
    writer.endObject()
  }

  private mutating func writeEarlierGaps(_ gaps: [EarlierGap]) {
    writer.key("earlier_gaps")
    writer.beginList()
    for gap in gaps {
      writer.beginObject()
      writer.member("year", Int(gap.year.number))
      writer.key("shortfall")
      write(gap.shortfall.map { names.difference($0) })
      writer.endObject()
    }
    writer.endList()
  }

  private mutating func writeFigures(_ outcome: Outcome) {
    writer.key("measured")
    write(outcome.measured.map { names.figure($0) })
    writer.key("required")
    if let required = outcome.required {
      let figure = names.figure(required.quantity)
      writer.beginObject()
      writer.member("comparison", required.relation.identifier)
      writer.member("value", figure.value)
      writer.member("unit", figure.unit)
      writer.endObject()
    } else {
      writer.null()
    }
    writer.key("shortfall")
    write(outcome.shortfall.map { names.difference($0) })
  }

  private mutating func write(_ figure: RecordNames.Figure?) {
    guard let figure else { return writer.null() }
    writer.beginObject()
    writer.member("value", figure.value)
    writer.member("unit", figure.unit)
    writer.endObject()
  }

  private mutating func writeChanges(_ changes: [Change]) {
    writer.key("changes")
    writer.beginList()
    for change in changes {
      guard let indicator = names.indicator(change.figure) else { continue }
      writer.beginObject()
      writer.member("indicator", indicator.name)
      writer.member("from", names.stored(change.from, of: indicator)?.value)
      writer.member("to", names.stored(change.to, of: indicator)?.value)
      writer.member("unit", names.unit(of: indicator))
      writer.member("code", indicator.code)
      writer.endObject()
    }
    writer.endList()
  }

  private mutating func writeSources(_ places: [CellPlace]) {
    writer.key("sources")
    writer.beginList()
    for place in places {
      writer.beginObject()
      if let file = files[place.file] { writer.fragment(file) } else { writer.member("file", place.file) }
      PlaceJSON.writePosition(place.position, to: &writer)
      writer.endObject()
    }
    writer.endList()
  }

  private mutating func writeAwaited(_ keys: [FigureKey]) {
    writer.key("awaited")
    writer.beginList()
    for key in keys {
      guard let indicator = names.indicator(key) else { continue }
      writer.beginObject()
      writer.member("indicator", indicator.name)
      writer.member("code", indicator.code)
      writer.key("area")
      writeArea(key.area)
      writer.member("year", Int(key.year.number))
      writer.member("reported_by", indicator.reportedBy)
      writer.endObject()
    }
    writer.endList()
  }

  private mutating func writeAreas(_ areas: [Int]) {
    writer.beginList()
    for area in areas { writeArea(area) }
    writer.endList()
  }

  private mutating func writeArea(_ position: Int) {
    guard areas.indices.contains(position) else { return writer.null() }
    writer.fragment(areas[position])
  }

  private mutating func writeWaiver(_ position: Int?) {
    writer.key("waiver")
    guard let position, names.rulebook.waivers.indices.contains(position) else { return writer.null() }
    let waiver = names.rulebook.waivers[position]
    writer.beginObject()
    writer.member("from", Int(waiver.from.number))
    writer.member("until", Int(waiver.until.number))
    writer.member("because", waiver.because)
    writer.endObject()
  }
}
