import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Judging {
  /// The outcomes of a target, in the order of the areas.
  func outcomes(of target: Int, in year: FiscalYear, explaining explained: ExplainedOutcomes) -> [Outcome] {
    let units = plan.unitsOfTarget[target]
    if units.count == 1 {
      let areas = tree.table.areas(ofLevel: plan.units[units[0]].level)
      return tree.table.existing(areas, in: year).map { outcome(unit: units[0], $0, year, explaining: explained) }
    }
    return (0..<tree.table.count).filter { tree.table.exists($0, in: year) }.compactMap { area in
      unit(of: target, at: area).map { outcome(unit: $0, area, year, explaining: explained) }
    }
  }

  /// What judges an area for a target: nothing where it judges none of that level.
  func unit(of target: Int, at area: Int) -> Int? {
    let level = tree.table.areas[area].level
    return plan.unitsOfTarget[target].first { plan.units[$0].level == level }
  }

  func verdict(of target: Int, at area: Int, _ year: FiscalYear) -> Verdict? {
    if !tree.table.exists(area, in: year) { return nil }
    return unit(of: target, at: area).map { verdict(unit: $0, area, year) }
  }

  /// Judges the targets that others ask about, those of earlier years first, and within a year those that they ask about
  /// themselves: then no question leads through a long chain of others.
  /// - Parameter isJudged: whether the areas of a unit have been judged otherwise.
  func judgeInOrder(
    upTo year: FiscalYear, unless isJudged: (_ unit: Int, _ year: FiscalYear) -> Bool = { _, _ in false }
  ) {
    if !plan.asksForOutcomes { return }
    let first = max(facts.years.lowerBound, rulebook.program.since?.number ?? facts.years.lowerBound)
    guard first <= year.number else { return }
    for number in first...year.number {
      for unit in plan.unitsInOrder
      where plan.isAskedAbout[plan.units[unit].target] && !isJudged(unit, FiscalYear(number)) {
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
