import Quantities
import RuleLanguage
import Rulebook

/// What can be said about steps before any data is read.
extension Plan {
  func part(_ parts: Parts, _ position: Int) -> Int { self.parts[parts.first + position] }

  /// The comparison of a plain figure with something that holds no figure, where it is one.
  func threshold(_ figure: Int, _ relation: Relation, _ bound: Int) -> ThresholdStep? {
    guard isSameForEveryArea(bound) else { return nil }
    switch expressions[figure] {
    case .indicator(let indicator):
      return ThresholdStep(indicator: indicator, year: .yearsAgo(0), relation: relation, bound: bound)
    case .inYear(let year, let inner):
      guard case .indicator(let indicator) = expressions[inner] else { return nil }
      return ThresholdStep(indicator: indicator, year: year, relation: relation, bound: bound)
    default: return nil
    }
  }

  /// Whether the value depends on the year alone.
  private func isSameForEveryArea(_ step: Int) -> Bool {
    switch expressions[step] {
    case .constant, .parameter, .dayOfYear, .path: true
    case .inYear(_, let inner), .rounded(let inner, _), .positive(let inner), .absolute(let inner): isSameForEveryArea(inner)
    case .arithmetic(_, let left, let right): isSameForEveryArea(left) && isSameForEveryArea(right)
    default: false
    }
  }

  func isBent(_ step: Int) -> Bool {
    switch expressions[step] {
    case .constant, .indicator, .parameter, .dayOfYear, .path: false
    case .aggregate, .peerAggregate, .numberOfAreas, .rounded, .unjudgeable: true
    case .inYear(_, let inner), .ofArea(_, let inner), .positive(let inner), .absolute(let inner): isBent(inner)
    case .series(let position): isBent(series[position].inner)
    case .carriedOver(let carried): isBent(carried.demand) || isBent(carried.figure)
    case .arithmetic(_, let left, let right): isBent(left) || isBent(right)
    case .sum(let list): (0..<list.count).contains { isBent(part(list, $0)) }
    }
  }

  /// Whether a figure is divided: what is not applicable for a zero below the line may become applicable.
  func divides(condition: Int) -> Bool {
    switch conditions[condition] {
    case .comparison(let position): divides(comparisons[position].left) || divides(comparisons[position].right)
    case .all(let list), .any(let list), .numberMet(_, _, let list):
      (0..<list.count).contains { divides(condition: part(list, $0)) }
    case .not(let inner): divides(condition: inner)
    case .rank(let position): divides(ranks[position].figure)
    case .deviation(let position): divides(deviations[position].left) || divides(deviations[position].figure)
    case .areas(let position): divides(condition: quantifiers[position].condition)
    case .reported, .outcome, .unjudgeable: false
    }
  }

  private func divides(_ step: Int) -> Bool {
    switch expressions[step] {
    case .constant, .indicator, .parameter, .dayOfYear, .path, .unjudgeable: false
    case .arithmetic(.dividedBy, _, _), .positive: true
    case .absolute(let inner): divides(inner)
    case .series(let position): divides(series[position].inner)
    case .carriedOver(let carried): divides(carried.demand) || divides(carried.figure)
    case .arithmetic(_, let left, let right): divides(left) || divides(right)
    case .inYear(_, let inner), .ofArea(_, let inner), .aggregate(_, _, let inner), .peerAggregate(_, _, let inner),
      .rounded(let inner, _):
      divides(inner)
    case .numberOfAreas(_, let condition): divides(condition: condition)
    case .sum(let list): (0..<list.count).contains { divides(part(list, $0)) }
    }
  }

  /// Whether some indicator is looked at more than once, or some outcome.
  func mayRepeatFigures(_ requirements: [RequirementStep]) -> Bool {
    var seen: [Int] = []
    var targets: [Int] = []
    for requirement in requirements {
      for condition in requirement.conditions { collect(condition: condition, into: &seen, targets: &targets) }
    }
    return hasRepetition(seen) || hasRepetition(targets)
  }

  private func hasRepetition(_ positions: [Int]) -> Bool {
    if positions.count < 2 { return false }
    let sorted = positions.sorted()
    return zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
  }

  /// Adds each indicator and each target, as often as it occurs.
  /// `ofThisYear`: outcomes of earlier years are left out, for no figure of this year takes part in them.
  func collect(condition: Int, into indicators: inout [Int], targets: inout [Int], ofThisYear: Bool = false) {
    switch conditions[condition] {
    case .comparison(let position):
      collect(expression: comparisons[position].left, into: &indicators, targets: &targets)
      collect(expression: comparisons[position].right, into: &indicators, targets: &targets)
    case .reported(let expression): collect(expression: expression, into: &indicators, targets: &targets)
    case .unjudgeable: break
    case .all(let list), .any(let list), .numberMet(_, _, let list):
      for position in 0..<list.count {
        collect(condition: part(list, position), into: &indicators, targets: &targets, ofThisYear: ofThisYear)
      }
    case .not(let inner): collect(condition: inner, into: &indicators, targets: &targets, ofThisYear: ofThisYear)
    case .rank(let position):
      let rank = ranks[position]
      if let group = rank.peers.group { indicators.append(contentsOf: indicatorsOfGroups[group]) }
      collect(expression: rank.figure, into: &indicators, targets: &targets)
    case .deviation(let position):
      let step = deviations[position]
      if let group = step.peers.group { indicators.append(contentsOf: indicatorsOfGroups[group]) }
      collect(expression: step.left, into: &indicators, targets: &targets)
      collect(expression: step.figure, into: &indicators, targets: &targets)
    case .areas(let position):
      let step = quantifiers[position]
      for condition in [step.filter, step.condition] {
        if let condition { collect(condition: condition, into: &indicators, targets: &targets, ofThisYear: ofThisYear) }
      }
    case .outcome(let target, _, let year):
      if ofThisYear, case .yearsAgo(let years) = year, years > 0 { return }
      targets.append(target)
    }
  }

  func collect(expression: Int, into indicators: inout [Int], targets: inout [Int]) {
    switch expressions[expression] {
    case .constant, .parameter, .dayOfYear, .path, .unjudgeable: break
    case .indicator(let indicator): indicators.append(indicator)
    case .inYear(_, let inner), .ofArea(_, let inner), .rounded(let inner, _), .aggregate(_, _, let inner), .positive(let inner),
      .absolute(let inner):
      collect(expression: inner, into: &indicators, targets: &targets)
    case .peerAggregate(_, let peers, let inner):
      if let group = peers.group { indicators.append(contentsOf: indicatorsOfGroups[group]) }
      collect(expression: inner, into: &indicators, targets: &targets)
    case .series(let position): collect(expression: series[position].inner, into: &indicators, targets: &targets)
    case .carriedOver(let carried):
      collect(expression: carried.demand, into: &indicators, targets: &targets)
      collect(expression: carried.figure, into: &indicators, targets: &targets)
    case .numberOfAreas(_, let condition): collect(condition: condition, into: &indicators, targets: &targets)
    case .arithmetic(_, let left, let right):
      collect(expression: left, into: &indicators, targets: &targets)
      collect(expression: right, into: &indicators, targets: &targets)
    case .sum(let list):
      for position in 0..<list.count {
        collect(expression: part(list, position), into: &indicators, targets: &targets)
      }
    }
  }

  /// Parts stand before the steps that use them.
  private func ownFigures() -> [Bool] {
    var result: [Bool] = []
    for step in expressions {
      switch step {
      case .constant, .parameter, .dayOfYear, .indicator, .path: result.append(true)
      case .inYear(_, let inner), .rounded(let inner, _), .positive(let inner), .absolute(let inner): result.append(result[inner])
      case .series(let position): result.append(result[series[position].inner])
      case .carriedOver(let carried): result.append(result[carried.demand] && result[carried.figure])
      case .arithmetic(_, let left, let right): result.append(result[left] && result[right])
      case .sum, .ofArea, .aggregate, .peerAggregate, .numberOfAreas, .unjudgeable: result.append(false)
      }
    }
    return result
  }

  mutating func noteAggregatedIndicators() {
    aggregatedIndicators = [[Int]](repeating: [], count: expressions.count)
    restsOnOwnFigures = ownFigures()
    indicatorsOfRanks = ranks.map { indicators(over: $0.peers, of: $0.figure) }
    indicatorsOfDeviations = deviations.map { indicators(over: $0.peers, of: $0.figure) }
    for position in expressions.indices {
      var indicators: [Int] = []
      var targets: [Int] = []
      switch expressions[position] {
      case .aggregate(_, _, let inner): collect(expression: inner, into: &indicators, targets: &targets)
      case .peerAggregate(_, let peers, let inner): indicators = self.indicators(over: peers, of: inner)
      case .numberOfAreas(_, let condition): collect(condition: condition, into: &indicators, targets: &targets)
      default: continue
      }
      aggregatedIndicators[position] = indicators
    }
  }

  /// Adds the leaves of a demand; the answer is whether all of them must be met.
  func collectLeaves(_ condition: Int, isNegated: Bool, into leaves: inout [LeafStep]) -> Bool {
    switch conditions[condition] {
    case .comparison(let position):
      leaves.append(LeafStep(kind: .comparison(position), isNegated: isNegated))
      return true
    case .reported(let expression):
      leaves.append(LeafStep(kind: .reported(expression), isNegated: isNegated))
      return true
    case .rank(let position):
      leaves.append(LeafStep(kind: .rank(position, condition: condition), isNegated: isNegated))
      return true
    case .deviation(let position):
      leaves.append(LeafStep(kind: .deviation(position, condition: condition), isNegated: isNegated))
      return true
    case .areas(let position):
      leaves.append(LeafStep(kind: .areas(position, condition: condition), isNegated: isNegated))
      return true
    case .all(let list):
      let inner = collectLeaves(list, isNegated: isNegated, into: &leaves)
      return inner && (!isNegated || list.count == 1)
    case .any(let list):
      let inner = collectLeaves(list, isNegated: isNegated, into: &leaves)
      return inner && (isNegated || list.count == 1)
    case .numberMet(_, _, let list):
      _ = collectLeaves(list, isNegated: isNegated, into: &leaves)
      return false
    case .not(let inner): return collectLeaves(inner, isNegated: !isNegated, into: &leaves)
    case .outcome, .unjudgeable: return false
    }
  }

  private func collectLeaves(_ list: Parts, isNegated: Bool, into leaves: inout [LeafStep]) -> Bool {
    var isConjunction = true
    for position in 0..<list.count where !collectLeaves(part(list, position), isNegated: isNegated, into: &leaves) {
      isConjunction = false
    }
    return isConjunction
  }

  /// What units rest on, and what the outcomes rest on that guards and filters ask about.
  mutating func noteAskedIndicators() {
    for position in units.indices {
      units[position].restsOn = indicators(ofUnits: [position])
    }
    for position in units.indices {
      for place in units[position].requirements.indices {
        let requirement = units[position].requirements[place]
        var looked: [Int] = []
        var targets: [Int] = []
        for gate in requirement.gates { collect(condition: gate, into: &looked, targets: &targets, ofThisYear: true) }
        if targets.isEmpty { continue }
        let asked = indicators(ofUnits: targets.flatMap { unitsOfTarget[$0] })
        units[position].requirements[place].gateIndicators = asked
      }
    }
  }

  /// Every indicator that the units look at, and those that the targets look at that they ask about.
  private func indicators(ofUnits first: [Int]) -> [Int] {
    var open = first
    var isSeen = [Bool](repeating: false, count: units.count)
    var found: [Int] = []
    while let unit = open.popLast() {
      if isSeen[unit] { continue }
      isSeen[unit] = true
      var targets: [Int] = []
      collect(units[unit], into: &found, targets: &targets)
      for target in targets { open.append(contentsOf: unitsOfTarget[target]) }
    }
    found.sort()
    var distinct: [Int] = []
    for indicator in found where indicator != distinct.last { distinct.append(indicator) }
    return distinct
  }

  func targets(askedBy unit: Unit) -> [Int] {
    var indicators: [Int] = []
    var targets: [Int] = []
    collect(unit, into: &indicators, targets: &targets)
    return targets
  }

  private func collect(_ unit: Unit, into indicators: inout [Int], targets: inout [Int]) {
    for requirement in unit.requirements {
      for condition in requirement.conditions { collect(condition: condition, into: &indicators, targets: &targets) }
    }
  }
}
