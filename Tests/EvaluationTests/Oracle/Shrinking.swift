import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Makes a case smaller for as long as the same kind of difference remains: fewer targets and requirements, smaller trees,
/// fewer unknown figures.
struct Shrinking {
  private(set) var smallest: RandomCase
  private(set) var found: Discrepancy
  private var attempts = 0

  init(_ random: RandomCase, _ found: Discrepancy) {
    smallest = random
    self.found = found
    var progress = true
    while progress, attempts < 3000 {
      progress = false
      var candidates = Shrinking.smallerRules(smallest, found)
      candidates += Shrinking.smallerFacts(smallest)
      for candidate in candidates {
        attempts += 1
        if let remaining = Shrinking.difference(candidate, like: found) {
          smallest = candidate
          self.found = remaining
          progress = true
          break
        }
      }
    }
  }

  /// The difference that remains in a case when it is judged with all care; nothing where there is none of that kind.
  static func difference(_ random: RandomCase, like found: Discrepancy) -> Discrepancy? {
    let comparison = OracleComparison(random, breadth: .wide)
    comparison.run()
    return comparison.discrepancies.first { $0.kind == found.kind && $0.target == found.target }
  }

  private static func with(_ random: RandomCase, _ change: (inout RandomCase) -> Void) -> RandomCase {
    var copy = random
    change(&copy)
    return copy
  }

  // MARK: - Rules

  private static func smallerRules(_ random: RandomCase, _ found: Discrepancy) -> [RandomCase] {
    var smaller: [RandomCase] = []
    let trivial = Requirement(subject: Subject(.every(level: 0)), demand: .all([]), place: RandomCase.span)
    for target in random.rulebook.targets.indices {
      let present = random.rulebook.targets[target]
      func replaced(_ requirements: [Requirement], inForce: Bool = true) -> RandomCase {
        with(random) { copy in
          copy.rulebook.targets[target] = Target(
            name: present.name, inForceFrom: inForce ? present.inForceFrom : nil,
            inForceUntil: inForce ? present.inForceUntil : nil, due: inForce ? present.due : nil,
            recordOnly: inForce && present.recordOnly, requirements: requirements, place: present.place)
        }
      }
      if target != found.target {
        if case .all(let parts) = present.requirements[0].demand, parts.isEmpty { continue }
        smaller.append(replaced([trivial], inForce: false))
      }
      if present.inForceFrom != nil || present.inForceUntil != nil || present.due != nil || present.recordOnly {
        smaller.append(replaced(present.requirements, inForce: false))
      }
      for position in present.requirements.indices {
        if present.requirements.count > 1 {
          var fewer = present.requirements
          fewer.remove(at: position)
          smaller.append(replaced(fewer))
        }
        for requirement in self.smaller(present.requirements[position]) {
          var changed = present.requirements
          changed[position] = requirement
          smaller.append(replaced(changed))
        }
      }
    }
    for waiver in random.rulebook.waivers.indices {
      smaller.append(with(random) { $0.rulebook.waivers.remove(at: waiver) })
    }
    for measure in random.rulebook.measures.indices {
      let present = random.rulebook.measures[measure]
      for value in self.smaller(present.value) {
        smaller.append(
          with(random) {
            $0.rulebook.measures[measure] = Measure(
              name: present.name, otherName: nil, value: value, dimension: present.dimension, place: present.place)
          })
      }
    }
    return smaller
  }

  private static func smaller(_ requirement: Requirement) -> [Requirement] {
    let subject = requirement.subject
    func made(_ subject: Subject, _ guarded: Condition?, _ demand: Condition) -> Requirement {
      Requirement(
        years: requirement.years, subject: subject, guarded: guarded, demand: demand, exceptions: requirement.exceptions,
        place: requirement.place)
    }
    var result: [Requirement] = []
    if requirement.years != nil || !requirement.exceptions.isEmpty {
      result.append(
        Requirement(subject: subject, guarded: requirement.guarded, demand: requirement.demand, place: requirement.place))
    }
    for exception in requirement.exceptions {
      result.append(
        Requirement(
          years: requirement.years, subject: subject, guarded: requirement.guarded, demand: requirement.demand,
          exceptions: [exception], place: requirement.place))
    }
    if let guarded = requirement.guarded {
      result.append(made(subject, nil, requirement.demand))
      result += smaller(guarded).map { made(subject, $0, requirement.demand) }
    }
    if let filter = subject.filter {
      result.append(
        made(Subject(subject.kind, except: subject.except, only: subject.only), requirement.guarded, requirement.demand))
      result += smaller(filter).map {
        made(
          Subject(subject.kind, except: subject.except, only: subject.only, filter: $0), requirement.guarded, requirement.demand)
      }
    }
    if !subject.except.isEmpty || !subject.only.isEmpty {
      result.append(made(Subject(subject.kind, filter: subject.filter), requirement.guarded, requirement.demand))
    }
    result += smaller(requirement.demand).map { made(subject, requirement.guarded, $0) }
    return result
  }

  private static func smaller(_ condition: Condition) -> [Condition] {
    switch condition {
    case .comparison(let comparison):
      func made(_ left: Expression, _ right: Expression) -> Condition {
        .comparison(
          Comparison(
            left: left, relation: comparison.relation, right: right, dimension: comparison.dimension, place: comparison.place))
      }
      return smaller(comparison.left).map { made($0, comparison.right) }
        + smaller(comparison.right).map { made(comparison.left, $0) }
    case .rank(let rank):
      return smaller(rank.figure).map {
        .rank(
          Rank(
            figure: $0, dimension: rank.dimension, end: rank.end, amount: rank.amount, peers: rank.peers,
            leavesOutZeros: rank.leavesOutZeros, place: rank.place))
      }
    case .deviation: return []
    case .areas(let subject, let inner):
      return (subject.filter == nil ? [] : [.areas(Subject(subject.kind), inner)]) + smaller(inner).map { .areas(subject, $0) }
    case .reported, .outcome: return []
    case .all(let parts): return parts + smaller(parts).map { .all($0) }
    case .any(let parts): return parts + smaller(parts).map { .any($0) }
    case .not(let inner): return [inner] + smaller(inner).map { .not($0) }
    case .numberMet(let relation, let number, let parts):
      return parts + smaller(parts).map { .numberMet(relation, number, of: $0) }
    }
  }

  private static func smaller(_ parts: [Condition]) -> [[Condition]] {
    var result: [[Condition]] = []
    for position in parts.indices {
      if parts.count > 1 {
        var fewer = parts
        fewer.remove(at: position)
        result.append(fewer)
      }
      for part in smaller(parts[position]) {
        var changed = parts
        changed[position] = part
        result.append(changed)
      }
    }
    return result
  }

  private static func smaller(_ expression: Expression) -> [Expression] {
    switch expression {
    // Not for dates: the fillings try days near those that a case states, and zero is none of them.
    case .constant(let value): return value.isZero || value.magnitude > Rational(1000) ? [] : [.constant(.zero)]
    case .indicator: return []
    case .measure, .parameter, .dayOfYear, .path: return []
    case .series(let series, let inner): return [inner] + smaller(inner).map { .series(series, $0) }
    case .positive(let inner): return [inner] + smaller(inner).map { .positive($0) }
    case .absolute(let inner): return [inner] + smaller(inner).map { .absolute($0) }
    case .carriedOver(let carried):
      func made(_ demand: Expression, _ figure: Expression) -> Expression {
        .carriedOver(CarryOver(demand: demand, figure: figure, before: carried.before, since: carried.since))
      }
      return [carried.demand] + smaller(carried.demand).map { made($0, carried.figure) }
        + smaller(carried.figure).map { made(carried.demand, $0) }
    case .inYear(let reference, let inner): return [inner] + smaller(inner).map { .inYear(reference, $0) }
    case .ofArea(let level, let inner): return [inner] + smaller(inner).map { .ofArea(level: level, $0) }
    case .aggregate(let aggregate, let level, let inner):
      return [inner] + smaller(inner).map { .aggregate(aggregate, level: level, $0) }
    case .peerAggregate(let aggregate, let peers, let inner):
      return [inner] + smaller(inner).map { .peerAggregate(aggregate, peers, $0) }
    case .numberOfAreas(let level, let condition):
      return [.constant(.zero)] + smaller(condition).map { .numberOfAreas(level: level, $0) }
    case .arithmetic(let operation, let left, let right):
      return [left, right] + smaller(left).map { .arithmetic(operation, $0, right) }
        + smaller(right).map { .arithmetic(operation, left, $0) }
    case .sum(let parts):
      var result = parts
      for position in parts.indices {
        if parts.count > 1 {
          var fewer = parts
          fewer.remove(at: position)
          result.append(.sum(fewer))
        }
        for part in smaller(parts[position]) {
          var changed = parts
          changed[position] = part
          result.append(.sum(changed))
        }
      }
      return result
    case .rounded(let inner, let decimals): return [inner] + smaller(inner).map { .rounded($0, decimals: decimals) }
    }
  }

  // MARK: - Facts

  private static func smallerFacts(_ random: RandomCase) -> [RandomCase] {
    var smaller: [RandomCase] = []
    if random.judgedYears.count > 1 {
      for position in random.judgedYears.indices {
        smaller.append(with(random) { $0.judgedYears = [random.judgedYears[position]] })
      }
    }
    for indicator in random.rulebook.indicators.indices {
      let kind = random.rulebook.indicators[indicator]
      for area in 0..<random.facts.areas.count {
        for year in random.facts.years {
          let key = FigureKey(indicator: indicator, area: area, year: FiscalYear(year))
          guard random.facts.state(key) != .given, kind.kind != .text, kind.kind != .date else { continue }
          let simple = kind.leastStored ?? kind.greatestStored(ladders: random.rulebook.ladders) ?? 0
          smaller.append(with(random) { $0.facts.set(key, .given, stored: simple) })
        }
      }
    }
    return smaller
  }
}
