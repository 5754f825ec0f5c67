import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A number or a share of areas inside a demand.
extension Judging {
  func results(ofQuantifier position: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    let step = plan.quantifiers[position]
    let notes = sightings
    if !notesCounts { sightings = nil }
    defer { if !notesCounts { sightings = notes } }
    var members = MemberResults()
    for member in tree.group(ofLevel: step.level, at: area).members { members.add(memberResults(step, member, year)) }
    return members.results(step.relation, step.amount)
  }

  func memberResults(_ step: QuantifierStep, _ member: Int, _ year: FiscalYear) -> PossibleResults {
    settled(mayRepeat: true) {
      var gate: PossibleResults = .met
      if let filter = step.filter {
        gate = results(filter, member, year)
        if !gate.contains(.met) { return .notApplicable }
      }
      let results = results(step.condition, member, year)
      return gate == .met ? results : results.union(.notApplicable)
    }
  }

  func collectAwaited(_ step: QuantifierStep, _ area: Int, _ year: FiscalYear, into list: inout FigureList) {
    for member in tree.group(ofLevel: step.level, at: area).members where !memberResults(step, member, year).isDecided {
      if let filter = step.filter { collectAwaited(condition: filter, member, year, into: &list) }
      collectAwaited(condition: step.condition, member, year, into: &list)
    }
  }
}
