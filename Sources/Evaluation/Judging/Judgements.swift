import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Judging {
  func judgement(_ year: FiscalYear) -> Judgement {
    judgeInOrder(upTo: year)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(plan.units.map { tree.table.areas(ofLevel: $0.level).count }.reduce(0, +))
    for target in rulebook.targets.indices {
      let units = plan.unitsOfTarget[target]
      if units.count == 1 {
        for area in tree.table.areas(ofLevel: plan.units[units[0]].level) {
          outcomes.append(outcome(unit: units[0], area, year))
        }
        continue
      }
      for area in 0..<tree.table.count {
        let level = tree.table.areas[area].level
        if let unit = units.first(where: { plan.units[$0].level == level }) { outcomes.append(outcome(unit: unit, area, year)) }
      }
    }
    return Judgement(year: year, outcomes: outcomes, silentAreas: silentAreas(year))
  }

  /// Targets that ask for outcomes find those of earlier years judged, and within a year those that they ask about: then no
  /// question leads through a long chain of others.
  func judgeInOrder(upTo year: FiscalYear) {
    if !plan.asksForOutcomes { return }
    let first = max(facts.years.lowerBound, rulebook.program.since?.number ?? facts.years.lowerBound)
    guard first <= year.number else { return }
    for number in first...year.number {
      for unit in plan.unitsInOrder {
        for area in tree.table.areas(ofLevel: plan.units[unit].level) { _ = results(unit: unit, area, FiscalYear(number)) }
      }
    }
  }

  func silentAreas(_ year: FiscalYear) -> [Int] {
    tree.table.areas(ofLevel: 0).filter { !facts.hasFigures(area: $0, year: year) }
  }

  static func verdict(_ results: PossibleResults, isWaived: Bool) -> Verdict {
    switch results {
    case .met: .met
    case .notApplicable: .notApplicable
    case .missed: isWaived ? .waived : .missed
    default: isWaived ? .waived : .notReported
    }
  }

  /// For how many years in force, ending with this one, the target has been missed: walks back to where the gap closed.
  func openYears(unit: Int, _ area: Int, _ year: FiscalYear) -> Int {
    let target = plan.units[unit].target
    let first = max(facts.years.lowerBound, rulebook.program.since?.number ?? facts.years.lowerBound)
    var count = 0
    var number = year.number
    while number >= first {
      let present = FiscalYear(number)
      if !plan.units[unit].isInForce(present) { break }
      let isWaived = waivers.waiver(of: target, area: area, present) != nil
      switch Judging.verdict(results(unit: unit, area, present), isWaived: isWaived) {
      case .missed: count += 1
      case .met: return count
      default: break
      }
      number -= 1
    }
    return count
  }
}
