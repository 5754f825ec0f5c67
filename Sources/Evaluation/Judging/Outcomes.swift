import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A question for a target's outcome at one area in one year.
struct OutcomeQuestion: Hashable {
  let unit: Int
  let area: Int
  let year: FiscalYear
}

/// Results that were found without assumptions, by year, unit and row of the unit's level; 0 where none is known yet.
struct ResultMemory {
  /// Where it is known that an outcome is not decided, but not yet which results are possible.
  static let undecided: UInt8 = 0x80

  private var years: [FiscalYear: Int] = [:]
  private var results: [[[UInt8]]] = []
  private var latest: (year: FiscalYear, place: Int)?

  mutating func place(of year: FiscalYear, unitCount: Int) -> Int {
    if let latest, latest.year == year { return latest.place }
    let place: Int
    if let known = years[year] {
      place = known
    } else {
      place = results.count
      years[year] = place
      results.append([[UInt8]](repeating: [], count: unitCount))
    }
    latest = (year, place)
    return place
  }

  func known(_ place: Int, _ unit: Int, _ row: Int) -> PossibleResults? {
    guard let found = byte(place, unit, row), found != 0, found != ResultMemory.undecided else { return nil }
    return PossibleResults(rawValue: found)
  }

  func isKnownUndecided(_ place: Int, _ unit: Int, _ row: Int) -> Bool { byte(place, unit, row) == ResultMemory.undecided }

  private func byte(_ place: Int, _ unit: Int, _ row: Int) -> UInt8? {
    row < results[place][unit].count ? results[place][unit][row] : nil
  }

  mutating func remember(_ found: PossibleResults, _ place: Int, _ unit: Int, _ row: Int, rowCount: Int) {
    if results[place][unit].isEmpty { results[place][unit] = [UInt8](repeating: 0, count: rowCount) }
    results[place][unit][row] = found.rawValue
  }

  /// Remembers what was found of a unit at all areas of its level.
  mutating func remember(_ found: [UInt8], of year: FiscalYear, _ unit: Int, unitCount: Int) {
    results[place(of: year, unitCount: unitCount)][unit] = found
  }

  /// How deep questions are nested at present, and how often the limit was met: what was found then is not remembered.
  var depth = 0
  var refusals = 0
}

extension Judging {
  /// Questions of outcomes that ask for outcomes; years are judged in order, so a longer chain leads into years without
  /// data.
  static let questionLimit = 12

  /// What a target may result in at an area that it judges, before waivers.
  func results(unit: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    guard case .judged = plan.units[unit].standing(in: year), tree.table.exists(area, in: year) else { return .notApplicable }
    let place = memory.place(of: year, unitCount: plan.units.count)
    let row = tree.rows[area]
    let mayRemember = trial.isEmpty || !trial.speaks(ofAny: plan.units[unit].restsOn)
    if mayRemember, let known = memory.known(place, unit, row) { return known }
    if memory.depth >= Judging.questionLimit || !FiscalYear.known.contains(year.number) {
      memory.refusals += 1
      return .all
    }
    memory.depth += 1
    let refusals = memory.refusals
    let found = withoutAssumptions { freshResults(unit: unit, area, year) }
    memory.depth -= 1
    if mayRemember, memory.refusals == refusals {
      let rowCount = tree.table.areas(ofLevel: plan.units[unit].level).count
      let place = memory.place(of: year, unitCount: plan.units.count)
      memory.remember(found, place, unit, row, rowCount: rowCount)
    }
    return found
  }

  /// The same as far as a verdict needs it: all results where it is known that more than one is possible.
  func resultsForVerdict(unit: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    if trial.isEmpty, case .judged = plan.units[unit].standing(in: year), tree.table.exists(area, in: year) {
      let place = memory.place(of: year, unitCount: plan.units.count)
      if memory.isKnownUndecided(place, unit, tree.rows[area]) { return .all }
    }
    return results(unit: unit, area, year)
  }

  private func withoutAssumptions<Result>(_ body: () -> Result) -> Result {
    let present = (assumptions, outcomeAssumptions, sightings, splitDepth, part)
    assumptions = Assumptions()
    outcomeAssumptions = []
    sightings = nil
    splitDepth = 0
    let result = body()
    (assumptions, outcomeAssumptions, sightings, splitDepth, part) = present
    return result
  }

  /// The unit whose outcome a target has at the area or the nearest one above.
  func question(_ target: Int, _ area: Int, _ year: FiscalYear) -> OutcomeQuestion? {
    var current: Int? = area
    while let position = current {
      let level = tree.table.areas[position].level
      if let unit = plan.unitsOfTarget[target].first(where: { plan.units[$0].level == level }) {
        return OutcomeQuestion(unit: unit, area: position, year: year)
      }
      current = tree.table.areas[position].parent
    }
    return nil
  }

  func results(ofOutcome target: Int, _ verdict: Verdict, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    guard let question = question(target, area, year) else { return .missed }
    let assumed = outcomeAssumptions.first { $0.question == question }?.results
    let results = assumed ?? self.results(unit: question.unit, question.area, year)
    let isWaived = waivers.waiver(of: target, area: question.area, year) != nil
    switch verdict {
    case .met: return holds(.met, results, question)
    case .missed: return isWaived ? .missed : holds(.missed, results, question)
    case .notApplicable: return holds(.notApplicable, results, question)
    case .notReported, .waived:
      // Facts about the data: cases must not look as if they had been reported.
      let all = self.results(unit: question.unit, question.area, year)
      if verdict == .notReported { return PossibleResults(!isWaived && !all.isDecided) }
      return PossibleResults(isWaived && (all == .missed || !all.isDecided))
    case .notDue, .recorded: return .missed
    }
  }

  private func holds(
    _ wanted: PossibleResults, _ results: PossibleResults, _ question: OutcomeQuestion
  ) -> PossibleResults {
    if results == wanted { return .met }
    if results.isDisjoint(with: wanted) { return .missed }
    if sightings != nil {
      sightings?.append(
        Sighting(kind: .outcome(question, results), area: question.area, year: question.year, figures: [], part: part))
    }
    return .undecided
  }
}
