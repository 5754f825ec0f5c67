import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Judging {
  func judgement(_ year: FiscalYear) -> Judgement {
    var outcomes: [Outcome] = []
    for target in rulebook.targets.indices {
      for unit in plan.unitsOfTarget[target] {
        for area in tree.table.areas(ofLevel: plan.units[unit].level) {
          outcomes.append(outcome(unit: unit, area, year))
        }
      }
    }
    return Judgement(year: year, outcomes: outcomes, silentAreas: silentAreas(year))
  }

  private func silentAreas(_ year: FiscalYear) -> [Int] {
    tree.table.areas(ofLevel: 0).filter { !facts.hasFigures(area: $0, year: year) }
  }

  func outcome(unit: Int, _ area: Int, _ year: FiscalYear) -> Outcome {
    let target = plan.units[unit].target
    let waiver = waivers.waiver(of: target, area: area, year)
    let verdict = Judging.verdict(results(unit: unit, area, year), isWaived: waiver != nil)
    var outcome = Outcome(target: target, area: area, year: year, verdict: verdict)
    outcome.waiver = waiver
    return outcome
  }

  static func verdict(_ results: PossibleResults, isWaived: Bool) -> Verdict {
    switch results {
    case .met: .met
    case .notApplicable: .notApplicable
    case .missed: isWaived ? .waived : .missed
    default: isWaived ? .waived : .notReported
    }
  }
}
