import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A requirement on a number or a share of areas, as it stands for the area above.
struct NumberFinding {
  let part: Outcome.Part
  let holdingBack: [Int]
  let undecided: [Int]
}

extension Judging {
  func numberFinding(
    _ requirement: RequirementStep, of unit: Unit, level: Int, _ relation: Relation, _ amount: Subject.Amount, _ area: Int,
    _ year: FiscalYear, withFigures: Bool
  ) -> NumberFinding {
    var members = MemberResults()
    var holding: [Int] = []
    var undecided: [Int] = []
    for member in tree.areas(ofLevel: level, below: area, year) {
      let results = settled(mayRepeat: unit.mayRepeat) { self.results(requirement, member, year) }
      let isWaived = waivers.waiver(of: unit.target, area: member, year) != nil
      members.add(isWaived && results.contains(.missed) ? results.subtracting(.missed).union(.notApplicable) : results)
      if !results.isDecided { undecided.append(member) } else if results == .missed, !isWaived { holding.append(member) }
    }
    let results = settled(mayRepeat: requirement.guarded != nil) {
      guarded(requirement, members.results(relation, amount), area, year)
    }
    let nearest = withFigures ? nearestFirst(holding, requirement, year) : holding
    var figures = FigureList()
    for member in nearest + undecided where withFigures {
      for exception in requirement.exceptions { collect(condition: exception.condition, member, year, .shown, into: &figures) }
      for demand in demands(requirement, member, year) {
        if let condition = demand.condition { collect(condition: condition, member, year, .shown, into: &figures) }
      }
    }
    let part = Outcome.Part(
      place: requirement.place, results: results, measured: members.measured(amount, level: level),
      required: MemberResults.required(relation, amount, level: level),
      shortfall: results == .missed ? members.shortfall(relation, amount, level: level) : nil, baseline: nil,
      figures: figures.keys, greatest: undecided.isEmpty ? nil : members.greatest(amount))
    return NumberFinding(part: part, holdingBack: nearest, undecided: undecided)
  }

  /// The areas that need the least change first.
  private func nearestFirst(_ areas: [Int], _ requirement: RequirementStep, _ year: FiscalYear) -> [Int] {
    if areas.count < 2 { return areas }
    let costs = areas.map { area -> ChangeCost in
      LeastChange(self, [requirement], area, year).proposal()?.cost ?? .none
    }
    return areas.indices.sorted { costs[$0] == costs[$1] ? $0 < $1 : costs[$0] < costs[$1] }.map { areas[$0] }
  }
}

extension MemberResults {
  func measured(_ amount: Subject.Amount, level: Int) -> Quantity? {
    switch amount {
    case .count: return Quantity(Rational(met), .areas(level))
    case .share: return Rational(met).divided(by: Rational(counted)).map { Quantity($0, .ratio) }
    }
  }

  /// The number or the share where every area that may yet meet the demand does.
  func greatest(_ amount: Subject.Amount) -> Rational? {
    let met = Rational(self.met + metOrMissed + metOrOut + anything)
    switch amount {
    case .count: return met
    case .share: return met.divided(by: Rational(counted - missedOrOut))
    }
  }

  static func required(_ relation: Relation, _ amount: Subject.Amount, level: Int) -> RequiredFigure {
    switch amount {
    case .count(let number): RequiredFigure(relation, Quantity(Rational(number), .areas(level)))
    case .share(let share): RequiredFigure(relation, Quantity(share, .ratio))
    }
  }

  /// How many more areas would have to meet the demand, or how many fewer.
  func shortfall(_ relation: Relation, _ amount: Subject.Amount, level: Int) -> Quantity? {
    let total = counted
    func isEnough(_ number: Int64) -> Bool {
      switch amount {
      case .count(let wanted): relation.holds(number, wanted)
      case .share(let share): relation.holds(Rational(number), share * Rational(total))
      }
    }
    for distance in 0...max(total, 1) {
      if met + distance <= total, isEnough(met + distance) { return Quantity(Rational(distance), .areas(level)) }
      if met >= distance, isEnough(met - distance) { return Quantity(Rational(distance), .areas(level)) }
    }
    // More areas are asked for than there are.
    if case .count(let wanted) = amount { return Quantity(Rational(wanted) - Rational(met), .areas(level)) }
    return nil
  }
}
