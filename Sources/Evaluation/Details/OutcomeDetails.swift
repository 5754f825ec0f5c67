import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The verdict with all that explains it.
extension Judging {
  func outcome(
    unit position: Int, _ area: Int, _ year: FiscalYear, explaining explained: ExplainedOutcomes = .all
  ) -> Outcome {
    let unit = plan.units[position]
    var outcome = Outcome(target: unit.target, area: area, year: year, verdict: verdict(unit: position, area, year))
    if let waiver = waivers.waiver(of: unit.target, area: area, year) { outcome.explanation.waiver = waiver }
    if !unit.isInForce(year) { return outcome }
    let gap = outcome.verdict == .met ? closedGap(unit: position, area, year) : openGap(unit: position, area, year)
    if explained == .telling, gap == nil, outcome.verdict == .met, !rulebook.targets[unit.target].isMeasured,
      !plan.isAskedAbout[unit.target]
    {
      return outcome
    }
    explain(unit, &outcome)
    score(unit, &outcome)
    switch outcome.verdict {
    case .missed:
      outcome.explanation.gap = gap
      outcome.explanation.earlierGaps = earlierGaps(unit: position, area, year)
      outcome.explanation.changes = changes(unit, area, year)
    case .notReported:
      outcome.explanation.gap = gap
      outcome.explanation.earlierGaps = earlierGaps(unit: position, area, year)
      noteAwaited(unit: position, &outcome)
      noteUndecidedAreas(&outcome)
    case .notDue, .recorded:
      if outcome.measured == nil { noteAwaited(unit: position, &outcome) }
      if outcome.verdict == .notDue { outcome.explanation.gap = gap }
    case .notApplicable:
      outcome.explanation.gap = gap
      outcome.explanation.inapplicability = inapplicability(outcome)
    case .waived: outcome.explanation.gap = gap
    case .met: outcome.explanation.closedGap = gap
    }
    return outcome
  }

  private func closedGap(unit position: Int, _ area: Int, _ year: FiscalYear) -> OpenGap? {
    guard plan.asksForOutcomes || rulebook.program.answersEveryGap else { return nil }
    return openGap(unit: position, area, year.advanced(by: -1))
  }

  func verdict(unit position: Int, _ area: Int, _ year: FiscalYear) -> Verdict {
    let unit = plan.units[position]
    switch unit.standing(in: year) {
    case .outside: return .notApplicable
    case .notDue: return .notDue
    case .recorded: return .recorded
    case .judged:
      let isWaived = waivers.waiver(of: unit.target, area: area, year) != nil
      return Judging.verdict(resultsForVerdict(unit: position, area, year), isWaived: isWaived)
    }
  }

  private func noteAwaited(unit position: Int, _ outcome: inout Outcome) {
    var awaited = FigureList()
    collectAwaited(unit: position, outcome.area, outcome.year, into: &awaited)
    outcome.explanation.awaited = awaited.keys
  }

  /// The years before this one in which the target was missed here, with what was missing then.
  private func earlierGaps(unit position: Int, _ area: Int, _ year: FiscalYear) -> [EarlierGap] {
    let unit = plan.units[position]
    let first = max(facts.years.lowerBound, rulebook.program.since?.number ?? facts.years.lowerBound)
    guard first < year.number else { return [] }
    var gaps: [EarlierGap] = []
    for number in first..<year.number {
      let earlier = FiscalYear(number)
      if waivers.waiver(of: unit.target, area: area, earlier) != nil { continue }
      if resultsForVerdict(unit: position, area, earlier) != .missed { continue }
      var outcome = Outcome(target: unit.target, area: area, year: earlier, verdict: .missed)
      explain(unit, &outcome, withFigures: false)
      gaps.append(EarlierGap(year: earlier, shortfall: outcome.shortfall))
    }
    return gaps
  }

  private func changes(_ unit: Unit, _ area: Int, _ year: FiscalYear) -> [Change] {
    let requirements = unit.requirements(in: year)
    for requirement in requirements { if case .numberOf = requirement.who { return [] } }
    return LeastChange(self, requirements, area, year).proposal()?.changes ?? []
  }

  /// Fills in the parts, what was measured and, unless only the shortfall is asked for, the figures.
  private func explain(_ unit: Unit, _ outcome: inout Outcome, withFigures: Bool = true) {
    let (area, year) = (outcome.area, outcome.year)
    var isConjunction = true
    var comparisons: [Bool] = []
    var figures = FigureList()
    for requirement in unit.requirements(in: year) {
      if withFigures, let guarded = requirement.guarded { collect(condition: guarded, area, year, .shown, into: &figures) }
      switch requirement.who {
      case .each:
        if requirement.excepts(area) { continue }
        if withFigures, let filter = requirement.filter { collect(condition: filter, area, year, .shown, into: &figures) }
        if !isOpen(requirement, area, year) { continue }
        for exception in requirement.exceptions where withFigures {
          collect(condition: exception.condition, area, year, .shown, into: &figures)
        }
        let demands = demands(requirement, area, year)
        if demands.count > 1 { isConjunction = false }
        for demand in demands {
          if !demand.isConjunction { isConjunction = false }
          for leaf in demand.leaves {
            outcome.explanation.parts.append(part(leaf, of: demand, area, year, withFigures: withFigures))
            if case .reported = leaf.kind { comparisons.append(false) } else { comparisons.append(true) }
          }
        }
      case .numberOf(let level, let relation, let amount):
        let finding = numberFinding(
          requirement, of: unit, level: level, relation, amount, area, year, withFigures: withFigures)
        if finding.part.results == .notApplicable { continue }
        outcome.explanation.parts.append(finding.part)
        comparisons.append(true)
        for member in finding.holdingBack where !outcome.holdingBack.contains(member) {
          outcome.explanation.holdingBack.append(member)
        }
        for member in finding.undecided where !outcome.undecidedAreas.contains(member) {
          outcome.explanation.undecidedAreas.append(member)
        }
      }
    }
    if figures.keys.isEmpty, outcome.parts.count == 1 {
      outcome.explanation.figures = outcome.parts[0].figures
    } else {
      for part in outcome.parts { for key in part.figures { figures.add(key) } }
      outcome.explanation.figures = figures.keys
    }
    measure(&outcome, comparisons, isConjunction: isConjunction)
  }

  /// Whether filter and guard may let the area in.
  private func isOpen(_ requirement: RequirementStep, _ area: Int, _ year: FiscalYear) -> Bool {
    if let filter = requirement.filter, !results(filter, area, year).contains(.met) { return false }
    if let guarded = requirement.guarded, !results(guarded, area, year).contains(.met) { return false }
    return true
  }

  /// What was measured and required, where one comparison alone decides.
  private func measure(_ outcome: inout Outcome, _ comparisons: [Bool], isConjunction: Bool) {
    guard isConjunction, outcome.verdict != .notApplicable else { return }
    var deciding: Int?
    if outcome.parts.count == 1 {
      deciding = 0
    } else if outcome.verdict != .met, outcome.verdict != .notReported {
      let failing = outcome.parts.indices.filter { outcome.parts[$0].results == .missed }
      if failing.count == 1 { deciding = failing[0] }
    }
    guard let deciding, comparisons[deciding] else { return }
    let part = outcome.parts[deciding]
    outcome.explanation.required = part.required
    if outcome.verdict != .notReported || !outcome.undecidedAreas.isEmpty { outcome.explanation.measured = part.measured }
    if outcome.verdict == .missed { outcome.explanation.shortfall = part.shortfall }
    if outcome.verdict == .notDue { outcome.explanation.remaining = part.shortfall }
  }

  /// For an area that is judged through those below: the areas whose figures are awaited.
  private func noteUndecidedAreas(_ outcome: inout Outcome) {
    if !outcome.undecidedAreas.isEmpty { return }
    let level = tree.table.areas[outcome.area].level
    let below = Set(outcome.awaited.map { $0.area }).filter { tree.table.areas[$0].level < level }
    outcome.explanation.undecidedAreas = below.sorted()
  }
}
