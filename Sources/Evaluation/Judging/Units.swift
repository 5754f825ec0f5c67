import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Requirements: who is asked, when, and what comes of it.
extension Judging {
  /// What the requirements of a unit may together result in at an area.
  func freshResults(unit position: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    let unit = plan.units[position]
    return settled(mayRepeat: unit.mayRepeat) {
      var results: PossibleResults = .notApplicable
      for requirement in unit.requirements(in: year) {
        switch requirement.who {
        case .each: results = results.and(self.results(requirement, area, year))
        case .numberOf(let level, let relation, let amount):
          let members = memberResults(requirement, unit, level: level, below: area, year)
          results = results.and(guarded(requirement, members.results(relation, amount), area, year))
        }
      }
      return results
    }
  }

  /// What one requirement may result in at an area of its own level: filter and guard, then the demand.
  func results(_ requirement: RequirementStep, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    if requirement.excepts(area) { return .notApplicable }
    var gate: PossibleResults = .met
    if let filter = requirement.filter {
      gate = results(filter, area, year)
      if !gate.contains(.met) { return .notApplicable }
    }
    if case .each = requirement.who, let guarded = requirement.guarded {
      let open = results(guarded, area, year)
      if !open.contains(.met) { return .notApplicable }
      gate.formUnion(open)
    }
    var demand: PossibleResults = []
    for step in demands(requirement, area, year) {
      demand.formUnion(step.condition.map { results($0, area, year) } ?? .notApplicable)
    }
    return gate == .met ? demand : demand.union(.notApplicable)
  }

  /// What may be demanded of an area: that of the first exception which holds, or else the requirement's own; several where
  /// it is not known which exception holds.
  func demands(_ requirement: RequirementStep, _ area: Int, _ year: FiscalYear) -> [DemandStep] {
    var possible: [DemandStep] = []
    for exception in requirement.exceptions {
      let holds = results(exception.condition, area, year)
      if holds.contains(.met) { possible.append(exception.demand) }
      if holds == .met { return possible }
    }
    possible.append(requirement.demand)
    return possible
  }

  /// What the guard of a requirement on a number of areas makes of its results.
  func guarded(
    _ requirement: RequirementStep, _ results: PossibleResults, _ area: Int, _ year: FiscalYear
  ) -> PossibleResults {
    guard let guarded = requirement.guarded else { return results }
    let gate = self.results(guarded, area, year)
    if !gate.contains(.met) { return .notApplicable }
    return gate == .met ? results : results.union(.notApplicable)
  }

  /// What each of the areas that a requirement counts may result in; waived areas are not missed.
  func memberResults(
    _ requirement: RequirementStep, _ unit: Unit, level: Int, below area: Int, _ year: FiscalYear
  ) -> MemberResults {
    var members = MemberResults()
    for member in tree.areas(ofLevel: level, below: area) {
      part += 1
      members.add(memberResult(requirement, unit, member, year))
    }
    part = 0
    return members
  }

  func memberResult(_ requirement: RequirementStep, _ unit: Unit, _ member: Int, _ year: FiscalYear) -> PossibleResults {
    let results = settled(mayRepeat: unit.mayRepeat) { self.results(requirement, member, year) }
    guard results.contains(.missed), waivers.waiver(of: unit.target, area: member, year) != nil else { return results }
    return results.subtracting(.missed).union(.notApplicable)
  }
}

/// How many areas may result in what, where each varies independently.
struct MemberResults {
  /// By set of possible results.
  private(set) var counts = [Int64](repeating: 0, count: 8)

  mutating func add(_ results: PossibleResults) { counts[Int(results.rawValue)] += 1 }

  func count(_ results: PossibleResults) -> Int64 { counts[Int(results.rawValue)] }

  var met: Int64 { count(.met) }
  var missed: Int64 { count(.missed) }
  var metOrMissed: Int64 { count(.undecided) }
  var metOrOut: Int64 { count([.met, .notApplicable]) }
  var missedOrOut: Int64 { count([.missed, .notApplicable]) }
  var anything: Int64 { count(.all) }

  /// Areas that stay in a share's denominator as far as is known: the unreported stay in it.
  var counted: Int64 { met + missed + metOrMissed + metOrOut + missedOrOut + anything }

  func results(_ relation: Relation, _ amount: Subject.Amount) -> PossibleResults {
    let extra = metOrMissed + metOrOut + anything
    switch amount {
    case .count(let number):
      var results: PossibleResults = []
      for more in 0...extra {
        results.insert(PossibleResults(relation.holds(met + more, number)))
        if results == .undecided { break }
      }
      return results
    case .share(let share):
      var results: PossibleResults = []
      for more in 0...extra {
        // With so many more that meet it, the number of those that miss it lies anywhere between two ends.
        let least = missed + metOrMissed - min(metOrMissed, more)
        let greatest = missed + metOrMissed + missedOrOut + anything - max(0, more - metOrOut)
        results.formUnion(shareResults(relation, share, met: met + more, missed: least...max(least, greatest)))
      }
      return results
    }
  }

  private func shareResults(
    _ relation: Relation, _ share: Rational, met: Int64, missed: ClosedRange<Int64>
  ) -> PossibleResults {
    if met == 0, missed == 0...0 { return .notApplicable }
    var results: PossibleResults = []
    if met == 0, missed.lowerBound == 0 { results.insert(.notApplicable) }
    let fewest = met == 0 ? max(1, missed.lowerBound) : missed.lowerBound
    // The share falls as more are missed: met − share × (met + missed) against zero.
    func distance(_ missed: Int64) -> Rational { Rational(met) - share * Rational(met + missed) }
    let (high, low) = (distance(fewest), distance(missed.upperBound))
    switch relation {
    case .equal, .notEqual:
      var isEqual: PossibleResults = high.isZero && low.isZero ? .met : .missed
      if let wanted = (Rational(met) - share * Rational(met)).divided(by: share), wanted.isWhole,
        wanted >= Rational(fewest), wanted <= Rational(missed.upperBound)
      {
        isEqual.insert(.met)
      }
      results.formUnion(relation == .equal ? isEqual : isEqual.negated)
    default:
      results.insert(PossibleResults(relation.holds(high, .zero)))
      results.insert(PossibleResults(relation.holds(low, .zero)))
    }
    return results
  }
}
