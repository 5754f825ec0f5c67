import Diagnostics
import Evaluation
import Facts
import Quantities
import Reports
import Rulebook
import Submissions

/// One area filling in its report: what was known before, what it has entered so far, and the outcomes that follow.
package struct Session {
  let rulebook: Rulebook
  let areas: AreaTable
  let year: FiscalYear
  package var language: Language
  /// The area, by its position.
  package private(set) var area: Int
  var facts: Facts
  /// For each target, what was told of its outcome last: only what has changed is told again.
  private var told: [Int: [UInt8]] = [:]

  /// Opens a rulebook; nothing, with the reasons, where it cannot be used.
  ///
  /// - Parameters:
  ///   - known: what the bureau knows of earlier years, as data files.
  package static func open(
    _ carried: CarriedRulebook, year: FiscalYear, area: String, known: [NamedFile], language: Language
  ) -> (session: Session?, diagnostics: [Diagnostic], sources: SourceSet) {
    let read = OpenedRulebook(carried)
    guard let rulebook = read.rulebook, let areas = read.areas, let position = areas.positions(named: area).first else {
      return (nil, read.diagnostics, read.sources)
    }
    var reader = SubmissionReader(rulebook: rulebook, areas: areas)
    for file in known { reader.add(path: file.path, bytes: file.bytes) }
    let reading = reader.read(including: year)
    let session = Session(
      rulebook: rulebook, areas: areas, year: year, language: language, area: position,
      facts: widened(reading.facts, areas, rulebook, to: year))
    return (session, read.diagnostics + reading.diagnostics, read.sources)
  }

  private init(rulebook: Rulebook, areas: AreaTable, year: FiscalYear, language: Language, area: Int, facts: Facts) {
    self.rulebook = rulebook
    self.areas = areas
    self.year = year
    self.language = language
    self.area = area
    self.facts = facts
  }

  /// The same facts in a table that has room for the years before, so that a file of one of them can be taken in.
  private static func widened(_ known: Facts, _ areas: AreaTable, _ rulebook: Rulebook, to year: FiscalYear) -> Facts {
    let first = min(known.years.lowerBound, year.number - earlierYears)
    var facts = Facts(areas: areas, years: first...year.number, indicatorCount: rulebook.indicators.count)
    for number in known.years where number <= year.number {
      for indicator in rulebook.indicators.indices {
        for area in 0..<areas.count {
          let key = FigureKey(indicator: indicator, area: area, year: FiscalYear(number))
          switch known.state(key) {
          case .notReported: continue
          case .notApplicable: facts.set(key, .notApplicable)
          case .given: facts.take(known.stored(key) ?? 0, of: rulebook.indicators[indicator], texts: known.texts, key)
          }
        }
      }
    }
    return facts
  }

  /// How many years before the form's are kept room for.
  private static let earlierYears: Int32 = 2

  /// Whether the area is asked for the figure in this year.
  package func asksOf(_ indicator: Int) -> Bool {
    rulebook.indicators.indices.contains(indicator) && (rulebook.indicators[indicator].introduced.map { $0 <= year } ?? true)
  }

  func key(_ indicator: Int) -> FigureKey { FigureKey(indicator: indicator, area: area, year: year) }

  // MARK: Judging

  /// The outcomes of the area for every target that judges its level.
  package func outcomes() -> [Outcome] {
    let evaluator = Evaluator(rulebook: rulebook, facts: facts)
    return rulebook.targets.indices.compactMap { evaluator.outcome(target: $0, area: area, year: year) }
  }

  private func input() -> ReportInput {
    ReportInput(
      rulebook: rulebook, facts: facts,
      judgement: Judgement(year: year, outcomes: outcomes(), silentAreas: []),
      provenance: Provenance(engineVersion: "", rulebook: .init(path: "", sha256: ""), inputs: []), language: language, area: area
    )
  }

  /// The form as the page draws it, with what is entered in it already.
  package func form() -> [UInt8] {
    FormDescription.render(input(), area: area) { asksOf($0) }
  }

  /// What has changed of the outcomes since this was asked last; all of them where `anew`.
  package mutating func answer(anew: Bool, entries: [CheckedEntry] = []) -> [UInt8] {
    if anew { told = [:] }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("entries")
    writer.beginList()
    for entry in entries { entry.write(to: &writer, language: language) }
    writer.endList()
    writer.key("outcomes")
    writer.beginList()
    for (target, bytes) in OutcomeLines(input(), area: area).lines() where told[target] != bytes {
      told[target] = bytes
      writer.written(bytes)
    }
    writer.endList()
    writer.endObject()
    return writer.finish()
  }
}

extension Facts {
  /// Sets a given figure that other facts hold; a text comes with the texts that it stands in.
  mutating func take(_ stored: Int64, of indicator: Indicator, texts: [String], _ key: FigureKey) {
    if case .text = indicator.kind {
      set(key, .given, stored: add(text: texts.indices.contains(Int(clamping: stored)) ? texts[Int(clamping: stored)] : ""))
    } else {
      set(key, .given, stored: stored)
    }
  }
}
