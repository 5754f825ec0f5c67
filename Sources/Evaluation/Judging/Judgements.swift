import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Judging {
  func judgement(_ year: FiscalYear, explaining explained: ExplainedOutcomes) -> Judgement {
    facts.withColumns { judgeInOrder(upTo: year, by: ColumnJudge(self, values: $0)) }
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(plan.units.map { tree.table.areas(ofLevel: $0.level).count }.reduce(0, +))
    for target in rulebook.targets.indices {
      let units = plan.unitsOfTarget[target]
      if units.count == 1 {
        for area in tree.table.existing(tree.table.areas(ofLevel: plan.units[units[0]].level), in: year) {
          outcomes.append(outcome(unit: units[0], area, year, explaining: explained))
        }
        continue
      }
      for area in 0..<tree.table.count where tree.table.exists(area, in: year) {
        let level = tree.table.areas[area].level
        if let unit = units.first(where: { plan.units[$0].level == level }) {
          outcomes.append(outcome(unit: unit, area, year, explaining: explained))
        }
      }
    }
    return Judgement(year: year, outcomes: outcomes, silentAreas: silentAreas(year))
  }

  /// Targets that ask for outcomes find those of earlier years judged, and within a year those that they ask about: then no
  /// question leads through a long chain of others. What goes by column is judged so beforehand, for the years of gaps too.
  func judgeInOrder(upTo year: FiscalYear, by columns: ColumnJudge? = nil) {
    if columns == nil, !plan.asksForOutcomes { return }
    let first = max(facts.years.lowerBound, rulebook.program.since?.number ?? facts.years.lowerBound)
    guard first <= year.number else { return }
    for number in first...year.number {
      for unit in plan.unitsInOrder {
        let isWhole = columns?.remember(unit, FiscalYear(number)) ?? false
        if isWhole || !plan.asksForOutcomes { continue }
        for area in tree.table.areas(ofLevel: plan.units[unit].level) { _ = results(unit: unit, area, FiscalYear(number)) }
      }
    }
  }

  func silentAreas(_ year: FiscalYear) -> [Int] {
    tree.table.existing(tree.table.areas(ofLevel: 0), in: year).filter { !facts.hasFigures(area: $0, year: year) }
  }

  static func verdict(_ results: PossibleResults, isWaived: Bool) -> Verdict {
    switch results {
    case .met: .met
    case .notApplicable: .notApplicable
    case .missed: isWaived ? .waived : .missed
    default: isWaived ? .waived : .notReported
    }
  }

  /// The gap that is open at an area in a year: walks back to where the target was last met, or came into force. Years that
  /// are not reported, not applicable, waived or not due keep it open without adding to it.
  func openGap(unit: Int, _ area: Int, _ year: FiscalYear) -> OpenGap? {
    let target = plan.units[unit].target
    let first = max(facts.years.lowerBound, rulebook.program.since?.number ?? facts.years.lowerBound)
    var missed: [FiscalYear] = []
    var number = year.number
    walk: while number >= first {
      let present = FiscalYear(number)
      if !plan.units[unit].isInForce(present) { break }
      let isWaived = waivers.waiver(of: target, area: area, present) != nil
      switch Judging.verdict(resultsForVerdict(unit: unit, area, present), isWaived: isWaived) {
      case .missed: missed.append(present)
      case .met: break walk
      default: break
      }
      number -= 1
    }
    guard let latest = missed.first, let earliest = missed.last else { return nil }
    let isInterrupted = latest != year || Int(latest.number - earliest.number) + 1 != missed.count
    return OpenGap(years: missed.reversed(), isInterrupted: isInterrupted)
  }
}
