import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// One outcome in JSON, with all that explains it.
package struct JSONOutcome: Sendable {
  private let names: RecordNames
  /// What is said of each target, of each area and of each data file: the same in all their outcomes.
  private let targets: [JSONFragment]
  private let areas: [JSONFragment]
  private let files: [String: JSONFragment]

  /// - Parameter input: of which the outcomes are not asked.
  init(_ input: ReportInput) {
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

  /// The outcome as it stands in a list.
  package func bytes(of outcome: Outcome) -> [UInt8] {
    var writer = JSONWriter()
    write(outcome, to: &writer)
    return writer.bytes
  }

  /// The members that name a target.
  func writeTarget(_ position: Int, to writer: inout JSONWriter) { writer.fragment(targets[position]) }

  func write(_ outcome: Outcome, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.fragment(targets[outcome.target])
    writer.key("area")
    writeArea(outcome.area, to: &writer)
    writer.member("year", Int(outcome.year.number))
    writer.member("outcome", outcome.verdict.identifier)
    writeFigures(outcome, to: &writer)
    writeChanges(outcome.changes, to: &writer)
    writeSources(names.places(outcome.figures), to: &writer)
    writer.member("open_years", outcome.openYears)
    writePoints(outcome.points, to: &writer)
    writer.member("grade", grade(of: outcome))
    writeAwaited(outcome.awaited, to: &writer)
    writer.key("holding_back")
    writeAreas(outcome.holdingBack, to: &writer)
    writer.key("undecided_areas")
    writeAreas(outcome.undecidedAreas, to: &writer)
    writeWaiver(outcome.waiver, to: &writer)
    writeEarlierGaps(outcome.earlierGaps, to: &writer)
    writer.key("remaining")
    write(outcome.remaining.map { names.difference($0) }, to: &writer)
    writer.key("achievement")
    write(outcome.achievement?.share.map { names.figure(Quantity($0, .ratio)) }, to: &writer)
    writeReason(outcome.inapplicability, to: &writer)
    writer.endObject()
  }

  /// Why a target is not applicable: a word for programs, and the figure that it is about.
  private func writeReason(_ reason: Inapplicability?, to writer: inout JSONWriter) {
    writer.key("reason")
    guard let reason else { return writer.null() }
    writer.beginObject()
    writer.member("kind", reason.identifier)
    switch reason {
    case .emptyBase(let base):
      writer.key("base")
      write(names.figure(base), to: &writer)
    case .acrossBoundary(let key):
      writer.member("indicator", names.indicator(key)?.name)
      writer.key("area")
      writeArea(key.area, to: &writer)
      writer.member("year", Int(key.year.number))
    }
    writer.endObject()
  }

  private func grade(of outcome: Outcome) -> String? {
    outcome.grade.flatMap { names.rulebook.targets[outcome.target].grade?.bands[$0].name }
  }

  /// Earned points that unreported figures could still change are null, never zero.
  private func writePoints(_ points: Points?, to writer: inout JSONWriter) {
    writer.key("points")
    guard let points else { return writer.null() }
    writer.beginObject()
    writer.member("earned", points.earned?.exactText)
    writer.member("possible", points.possible.exactText)
    writer.endObject()
  }

  private func writeEarlierGaps(_ gaps: [EarlierGap], to writer: inout JSONWriter) {
    writer.key("earlier_gaps")
    writer.beginList()
    for gap in gaps {
      writer.beginObject()
      writer.member("year", Int(gap.year.number))
      writer.key("shortfall")
      write(gap.shortfall.map { names.difference($0) }, to: &writer)
      writer.endObject()
    }
    writer.endList()
  }

  private func writeFigures(_ outcome: Outcome, to writer: inout JSONWriter) {
    writer.key("measured")
    write(outcome.measured.map { names.figure($0) }, to: &writer)
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
    write(outcome.shortfall.map { names.difference($0) }, to: &writer)
  }

  private func write(_ figure: RecordNames.Figure?, to writer: inout JSONWriter) {
    guard let figure else { return writer.null() }
    writer.beginObject()
    writer.member("value", figure.value)
    writer.member("unit", figure.unit)
    writer.endObject()
  }

  private func writeChanges(_ changes: [Change], to writer: inout JSONWriter) {
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

  private func writeSources(_ places: [CellPlace], to writer: inout JSONWriter) {
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

  private func writeAwaited(_ keys: [FigureKey], to writer: inout JSONWriter) {
    writer.key("awaited")
    writer.beginList()
    for key in keys {
      guard let indicator = names.indicator(key) else { continue }
      writer.beginObject()
      writer.member("indicator", indicator.name)
      writer.member("code", indicator.code)
      writer.key("area")
      writeArea(key.area, to: &writer)
      writer.member("year", Int(key.year.number))
      writer.member("reported_by", indicator.reportedBy)
      writer.endObject()
    }
    writer.endList()
  }

  func writeAreas(_ areas: [Int], to writer: inout JSONWriter) {
    writer.beginList()
    for area in areas { writeArea(area, to: &writer) }
    writer.endList()
  }

  func writeArea(_ position: Int, to writer: inout JSONWriter) {
    guard areas.indices.contains(position) else { return writer.null() }
    writer.fragment(areas[position])
  }

  private func writeWaiver(_ position: Int?, to writer: inout JSONWriter) {
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
