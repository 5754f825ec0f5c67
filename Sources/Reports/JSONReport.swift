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
    var report = JSONReport(input)
    report.write()
    return report.writer.finish()
  }

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

  private mutating func write() {
    let outcomes = input.outcomes
    writer.beginObject(spread: true)
    writer.member("schema", "pdca-evaluation/1")
    writer.member("program", input.rulebook.program.title)
    writer.member("year", Int(input.judgement.year.number))
    writeProvenance()
    writer.key("outcomes")
    writer.beginList(spread: true)
    for outcome in outcomes { write(outcome) }
    writer.endList()
    writeSummary(outcomes)
    writer.key("diagnostics")
    var diagnostics = DiagnosticJSON(input.rulebook.sources, language: input.language)
    diagnostics.write(input.diagnostics, to: &writer)
    writer.key("silent_areas")
    writeAreas(input.judgement.silentAreas)
    let index = OutcomeIndex(input)
    writeThreads(index)
    writeCircle(index.circleSummary())
    writeOveralls(outcomes)
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

  private mutating func writeSummary(_ outcomes: [Outcome]) {
    var counts = [Int](repeating: 0, count: Verdict.allCases.count)
    for outcome in outcomes { counts[outcome.verdict.rank] += 1 }
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
    writePoints(outcome.points)
    writer.member("grade", grade(of: outcome))
    writeAwaited(outcome.awaited)
    writer.key("holding_back")
    writeAreas(outcome.holdingBack)
    writer.key("undecided_areas")
    writeAreas(outcome.undecidedAreas)
    writeWaiver(outcome.waiver)
    writeEarlierGaps(outcome.earlierGaps)
    writer.key("remaining")
    write(outcome.remaining.map { names.difference($0) })
    writer.key("achievement")
    write(outcome.achievement?.share.map { names.figure(Quantity($0, .ratio)) })
    writeReason(outcome.inapplicability)
    writer.endObject()
  }

  /// Why a target is not applicable: a word for programs, and the figure that it is about.
  private mutating func writeReason(_ reason: Inapplicability?) {
    writer.key("reason")
    guard let reason else { return writer.null() }
    writer.beginObject()
    writer.member("kind", reason.identifier)
    switch reason {
    case .emptyBase(let base):
      writer.key("base")
      write(names.figure(base))
    case .acrossBoundary(let key):
      writer.member("figure", names.figureName(key))
      writer.key("area")
      writeArea(key.area)
      writer.member("year", Int(key.year.number))
    }
    writer.endObject()
  }

  private func grade(of outcome: Outcome) -> String? {
    outcome.grade.flatMap { names.rulebook.targets[outcome.target].grade?.bands[$0].name }
  }

  /// Earned points that unreported figures could still change are null, never zero.
  private mutating func writePoints(_ points: Points?) {
    writer.key("points")
    guard let points else { return writer.null() }
    writer.beginObject()
    writer.member("earned", points.earned?.exactText)
    writer.member("possible", points.possible.exactText)
    writer.endObject()
  }

  // MARK: The circle

  private mutating func writeThreads(_ index: OutcomeIndex) {
    writer.key("threads")
    writer.beginList(spread: true)
    for thread in index.threads() {
      writer.beginObject()
      writer.fragment(targets[thread.target])
      writer.key("area")
      writeArea(thread.area)
      writer.key("missed_years")
      writer.beginList()
      for year in thread.gap.years { writer.value(Int(year.number)) }
      writer.endList()
      writer.member("interrupted", thread.gap.isInterrupted)
      writer.key("answers")
      writer.beginList()
      for answer in thread.answers {
        writer.beginObject()
        writer.member("target", names.rulebook.targets[answer.target].name)
        writer.member("outcome", answer.verdict?.identifier)
        writer.endObject()
      }
      writer.endList()
      writer.member("outcome", thread.now.verdict.identifier)
      writer.member("state", thread.state.identifier)
      writer.endObject()
    }
    writer.endList()
  }

  private mutating func writeCircle(_ summary: CircleSummary?) {
    writer.key("circle")
    guard let summary else { return writer.null() }
    writer.beginObject(spread: true)
    let groups: [(name: StaticString, rows: [CircleSummary.Row])] = [
      ("stages", summary.stages), ("items", summary.items), ("areas", summary.areas),
    ]
    for (name, rows) in groups {
      writer.key(name)
      writer.beginList(spread: true)
      for row in rows {
        writer.beginObject()
        writer.member("of", row.identifier)
        writeCounts(row.counts)
        writer.endObject()
      }
      writer.endList()
    }
    writer.key("all")
    writer.beginObject()
    writeCounts(summary.total)
    writer.endObject()
    writer.endObject()
  }

  private mutating func writeCounts(_ counts: CircleCounts) {
    writer.member("found", counts.found)
    writer.member("answered", counts.answered)
    writer.member("unanswered", counts.unanswered)
    writer.member("open", counts.open)
    writer.member("repeated", counts.repeated)
    writer.member("closed", counts.closed)
  }

  private mutating func writeOveralls(_ outcomes: [Outcome]) {
    writer.key("overall")
    writer.beginList(spread: true)
    for grade in names.rulebook.overallGrades(outcomes) {
      writer.beginObject()
      writer.member("name", names.rulebook.overalls[grade.overall].name)
      writer.key("area")
      writeArea(grade.area)
      writer.member("grade", grade.grade)
      writer.member("average", grade.average?.exactText)
      writer.member("counted", grade.counted)
      writer.member("unreported", grade.unreported)
      writer.endObject()
    }
    writer.endList()
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
