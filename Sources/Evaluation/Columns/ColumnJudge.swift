import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The verdicts of one target, for all areas that it judges and the years that were asked for.
package struct TargetVerdicts {
  package let target: Int
  /// In the order of the areas file.
  package let areas: [Int]
  package let years: ClosedRange<Int32>
  /// By area, then by year.
  fileprivate(set) var bytes: [UInt8]

  /// The verdict as its position among all.
  package func code(_ place: Int, _ year: Int) -> Int { Int(bytes[place * years.count + year]) }

  /// The verdict; nothing where the area does not exist in the year.
  package func verdict(_ place: Int, _ year: Int) -> Verdict? {
    let code = bytes[place * years.count + year]
    return code == TargetVerdicts.nothing ? nil : Verdict.allCases[Int(code)]
  }

  /// How many outcomes have each verdict, by its position among all.
  package var counts: [Int] {
    // Most verdicts are like the one before: with one list each would wait for the count of that.
    let size = Verdict.allCases.count + 1
    let last = UInt8(truncatingIfNeeded: size - 1)
    var counts = [Int](repeating: 0, count: 2 * size)
    counts.withUnsafeMutableBufferPointer { counts in
      bytes.withUnsafeBufferPointer { bytes in
        let pairs = bytes.count & ~1
        for place in stride(from: 0, to: pairs, by: 2) {
          counts[Int(min(bytes[place], last))] &+= 1
          counts[size &+ Int(min(bytes[place &+ 1], last))] &+= 1
        }
        if pairs < bytes.count { counts[Int(min(bytes[pairs], last))] &+= 1 }
      }
    }
    return (0..<size - 1).map { counts[$0] + counts[size + $0] }
  }

  /// The outcomes of the verdicts that are wanted, area by area and within one year by year: as `area place × years + year`.
  package func listed(_ isWanted: [Bool]) -> [Int] {
    var listed: [Int] = []
    isWanted.withUnsafeBufferPointer { isWanted in
      bytes.withUnsafeBufferPointer { bytes in
        for place in bytes.indices where bytes[place] != TargetVerdicts.nothing && isWanted[Int(bytes[place])] {
          listed.append(place)
        }
      }
    }
    return listed
  }
}

extension TargetVerdicts {
  /// The place of an area that does not exist in the year.
  fileprivate static let nothing: UInt8 = 255

  /// The verdicts of one level in a year, in the order of its areas.
  fileprivate mutating func set(_ codes: [UInt8], level: Int, _ column: Int, _ table: AreaTable) {
    var next = 0
    for (place, area) in areas.enumerated() where table.areas[area].level == level {
      bytes[place * years.count + column] = codes[next]
      next += 1
    }
  }

  /// The verdicts of a year, by the sets of results that were found for the areas.
  fileprivate mutating func take(_ found: [UInt8], _ column: Int, _ codes: [UInt8]) {
    let step = years.count
    bytes.withUnsafeMutableBufferPointer { bytes in
      found.withUnsafeBufferPointer { found in
        codes.withUnsafeBufferPointer { codes in
          var place = column
          for result in found {
            bytes[place] = codes[Int(result)]
            place &+= step
          }
        }
      }
    }
  }
}

/// Judges targets for many areas and years at once: a test after the other, each in a loop over the areas of a year that reads
/// its columns and leaves one byte an area. Nothing is made for an outcome but this byte.
///
/// What does not go by column, and what columns leave open, is asked of the general evaluator, area by area; both ways say the
/// same, which the tests hold them to. One object serves one lane.
package final class ColumnJudge {
  let judging: Judging
  let values: UnsafePointer<Int64>
  private let yearCount: Int
  /// Of each level its areas, and where their figures begin within a column.
  private let areas: [[Int]]
  private let rows: [[Int]]
  /// By unit: the demand that was prepared last. Most are the same in every year but for the years of their figures, and to move
  /// one costs a tenth of preparing it.
  private var demands: [ColumnDemand?]
  /// For requirements on a number of areas: by row of the unit's level, what the areas below came to.
  var memberCounts: [DemandKey: [MemberResults]] = [:]
  /// How two sets of possible results go together, by both of them; a set that is unclear makes the whole unclear.
  private let both: [UInt8]
  private let negations: [UInt8]
  /// By set of possible results, without and with a waiver: the verdict.
  private let verdictCodes: [UInt8]

  struct DemandKey: Hashable {
    let unit: Int
    let year: FiscalYear
  }

  init(_ judging: Judging, values: UnsafePointer<Int64>) {
    self.judging = judging
    self.values = values
    let yearCount = judging.facts.years.count
    let table = judging.tree.table
    self.yearCount = yearCount
    areas = judging.rulebook.program.levels.indices.map { table.areas(ofLevel: $0) }
    rows = areas.map { $0.map { $0 * yearCount } }
    both = (0..<64).map { pair in
      let (one, other) = (PossibleResults(rawValue: UInt8(pair >> 3)), PossibleResults(rawValue: UInt8(pair & 7)))
      return one == .unclear || other == .unclear ? 0 : one.and(other).rawValue
    }
    negations = (0..<8).map { PossibleResults(rawValue: UInt8($0)).negated.rawValue }
    verdictCodes = (0..<16).map { index in
      let verdict = Judging.verdict(PossibleResults(rawValue: UInt8(index & 7)), isWaived: index > 7)
      return UInt8(Verdict.allCases.firstIndex(of: verdict) ?? 0)
    }
    demands = [ColumnDemand?](repeating: nil, count: judging.plan.units.count)
  }

  package func judge(target: Int, years: ClosedRange<Int32>) -> TargetVerdicts {
    let plan = judging.plan
    let units = plan.unitsOfTarget[target]
    var areas: [Int] = []
    if units.count == 1 {
      areas = self.areas[plan.units[units[0]].level]
    } else {
      let levels = units.map { plan.units[$0].level }
      areas = (0..<judging.tree.table.count).filter { levels.contains(judging.tree.table.areas[$0].level) }
    }
    var verdicts = TargetVerdicts(
      target: target, areas: areas, years: years, bytes: [UInt8](repeating: 0, count: areas.count * years.count))
    let mayBeWaived = judging.waivers.mayWaive(target)
    for (column, number) in years.enumerated() {
      let year = FiscalYear(number)
      for unit in units {
        if let told = verdictsToldWhole(unit, year) {
          verdicts.set(told, level: plan.units[unit].level, column, judging.tree.table)
          continue
        }
        let found = results(unit: unit, year)
        if units.count == 1, !mayBeWaived {
          verdicts.take(found, column, verdictCodes)
          continue
        }
        let level = plan.units[unit].level
        var next = 0
        for (place, area) in areas.enumerated() where units.count == 1 || judging.tree.table.areas[area].level == level {
          let isWaived = mayBeWaived && judging.waivers.waiver(of: target, area: area, year) != nil
          verdicts.bytes[place * years.count + column] = verdictCodes[Int(found[next]) + (isWaived ? 8 : 0)]
          next += 1
        }
      }
    }
    return verdicts
  }

  /// Verdicts that are no set of results: of targets that are recorded only or due later, and where areas begin or end. Those
  /// of areas that do not exist in the year are nothing.
  private func verdictsToldWhole(_ position: Int, _ year: FiscalYear) -> [UInt8]? {
    let unit = judging.plan.units[position]
    if !judging.tree.table.changes {
      switch unit.standing(in: year) {
      case .outside, .judged: return nil
      case .notDue, .recorded: break
      }
    }
    let table = judging.tree.table
    return table.areas(ofLevel: unit.level).map { area in
      guard table.exists(area, in: year) else { return TargetVerdicts.nothing }
      let verdict = judging.outcome(unit: position, area, year).verdict
      return UInt8(Verdict.allCases.firstIndex(of: verdict) ?? 0)
    }
  }

  // MARK: Units

  /// Leaves with the general evaluator what columns decide of a target, for the year and those before it, in which gaps may
  /// have been found.
  func remember(target: Int, upTo year: FiscalYear) {
    // Then it has been judged in order.
    if judging.plan.isAskedAbout[target] { return }
    let first = max(judging.facts.years.lowerBound, judging.rulebook.program.since?.number ?? judging.facts.years.lowerBound)
    guard first <= year.number else { return }
    for unit in judging.plan.unitsOfTarget[target] {
      for number in first...year.number { _ = remember(unit, FiscalYear(number)) }
    }
  }

  /// Leaves with the general evaluator what columns decide of a unit that goes by column; whether that is all of it.
  func remember(_ position: Int, _ year: FiscalYear) -> Bool {
    let unit = judging.plan.units[position]
    guard case .judged = unit.standing(in: year), let requirement = columnRequirement(of: unit, year),
      case .each = requirement.who, let (results, demand) = columnResults(unit: position, requirement, year)
    else { return false }
    let areas = areas[unit.level]
    var found = results
    let fraction = demand.loneFraction
    for place in found.indices where !PossibleResults(rawValue: found[place]).isDecided {
      let isUndecided =
        found[place] != 0 || fraction?.mayDivideByZero(values, areas[place] * yearCount) ?? false
      found[place] = isUndecided ? ResultMemory.undecided : 0
    }
    judging.memory.remember(found, of: year, position, unitCount: judging.plan.units.count)
    return !found.contains(0)
  }

  /// The results of a unit's requirement for each of its areas, and how they were found; nothing where it does not go by column.
  private func columnResults(
    unit position: Int, _ requirement: RequirementStep, _ year: FiscalYear
  ) -> (results: [UInt8], demand: ColumnDemand)? {
    let level = judging.plan.units[position].level
    guard let demand = demand(position, requirement, level: level, year) else { return nil }
    return (results(demand, requirement, level: level), demand)
  }

  /// A byte for each area of the unit's level: the set of results that are possible.
  private func results(unit position: Int, _ year: FiscalYear) -> [UInt8] {
    let unit = judging.plan.units[position]
    let areas = areas[unit.level]
    if case .outside = unit.standing(in: year) {
      return [UInt8](repeating: PossibleResults.notApplicable.rawValue, count: areas.count)
    }
    guard let requirement = columnRequirement(of: unit, year) else {
      return areas.map { judging.results(unit: position, $0, year).rawValue }
    }
    var results: [UInt8]
    switch requirement.who {
    case .each:
      guard let found = columnResults(unit: position, requirement, year) else {
        return areas.map { judging.results(unit: position, $0, year).rawValue }
      }
      results = found.results
      let fraction = found.demand.loneFraction
      for place in results.indices where results[place] == 0 {
        if fraction?.mayDivideByZero(values, areas[place] * yearCount) ?? false {
          // Only that it is not decided counts here.
          results[place] = PossibleResults.all.rawValue
        } else {
          results[place] = judging.results(unit: position, areas[place], year).rawValue
        }
      }
    case .numberOf(let level, let relation, let amount):
      guard requirement.guarded == nil, let demand = demand(position, requirement, level: level, year) else {
        return areas.map { judging.results(unit: position, $0, year).rawValue }
      }
      let members = memberResults(demand, requirement, unit, level: level, year)
      var counts: [MemberResults] = []
      results = areas.map { area in
        var counted = MemberResults()
        for member in judging.tree.areas(ofLevel: level, below: area, year) {
          counted.add(PossibleResults(rawValue: members[judging.tree.rows[member]]))
        }
        counts.append(counted)
        let found = counted.results(relation, amount)
        return found.isDecided || !unit.mayRepeat ? found.rawValue : judging.results(unit: position, area, year).rawValue
      }
      memberCounts[DemandKey(unit: position, year: year)] = counts
    }
    return results
  }

  private func memberResults(
    _ demand: ColumnDemand, _ requirement: RequirementStep, _ unit: Unit, level: Int, _ year: FiscalYear
  ) -> [UInt8] {
    let members = areas[level]
    let mayBeWaived = judging.waivers.mayWaive(unit.target)
    var results = self.results(demand, requirement, level: level)
    for place in results.indices {
      if results[place] == 0 {
        results[place] = judging.memberResult(requirement, unit, members[place], year).rawValue
      } else if mayBeWaived, results[place] & PossibleResults.missed.rawValue != 0,
        judging.waivers.waiver(of: unit.target, area: members[place], year) != nil
      {
        let found = PossibleResults(rawValue: results[place])
        results[place] = found.subtracting(.missed).union(.notApplicable).rawValue
      }
    }
    return results
  }

  /// The one requirement of a year, where it may go by column: areas that begin or end and exceptions are the general
  /// evaluator's.
  func columnRequirement(of unit: Unit, _ year: FiscalYear) -> RequirementStep? {
    let requirements = unit.requirements(in: year)
    guard requirements.count == 1, requirements[0].exceptions.isEmpty, !judging.tree.table.changes else { return nil }
    return requirements[0]
  }

  /// The requirement ready for the columns of a year; nothing where it does not go by column, or where areas gather figures
  /// from others below them.
  private func demand(_ unit: Int, _ requirement: RequirementStep, level: Int, _ year: FiscalYear) -> ColumnDemand? {
    if let last = demands[unit], last.judges(requirement) {
      if last.year == year { return last }
      if judging.isAlike(requirement, in: last.year, year) {
        let moved = last.moved(to: year, judging)
        demands[unit] = moved
        return moved
      }
    }
    guard let first = areas[level].first, judging.tree.isLowest(first) else { return nil }
    let demand = ColumnDemand(requirement, year, judging)
    demands[unit] = demand
    return demand
  }

  // MARK: Requirements

  /// Filter and guard, then the demand, as `Judging.results` has them: 0 where it is unclear.
  private func results(_ demand: ColumnDemand, _ requirement: RequirementStep, level: Int) -> [UInt8] {
    let rows = rows[level]
    var results = self.results(demand, part: demand.root, rows)
    for gate in [demand.filter, demand.guarded] {
      guard let gate else { continue }
      let gates = self.results(demand, part: gate, rows)
      let out = PossibleResults.notApplicable.rawValue
      for place in results.indices {
        if gates[place] == 0 {
          results[place] = 0
        } else if gates[place] & PossibleResults.met.rawValue == 0 {
          results[place] = out
        } else if gates[place] != PossibleResults.met.rawValue, results[place] != 0 {
          results[place] |= out
        }
      }
    }
    if demand.mayRepeat {
      for place in results.indices where !PossibleResults(rawValue: results[place]).isDecided { results[place] = 0 }
    }
    if !requirement.isExcepted.isEmpty {
      for (place, area) in areas[level].enumerated() where requirement.excepts(area) {
        results[place] = PossibleResults.notApplicable.rawValue
      }
    }
    return results
  }

  private func results(_ demand: ColumnDemand, part: Int, _ rows: [Int]) -> [UInt8] {
    switch demand.parts[part] {
    case .test(let position): return ColumnLoop.results(demand.tests[position], values, rows)
    case .not(let inner): return results(demand, part: inner, rows).map { negations[Int($0)] }
    case .all(let inner):
      var all = [UInt8](repeating: PossibleResults.notApplicable.rawValue, count: rows.count)
      for part in inner {
        let next = results(demand, part: part, rows)
        for place in all.indices { all[place] = both[Int(all[place]) << 3 | Int(next[place])] }
      }
      return all
    case .any(let inner):
      var none = [UInt8](repeating: PossibleResults.notApplicable.rawValue, count: rows.count)
      for part in inner {
        let next = results(demand, part: part, rows)
        for place in none.indices { none[place] = both[Int(none[place]) << 3 | Int(negations[Int(next[place])])] }
      }
      return none.map { negations[Int($0)] }
    }
  }

  // MARK: What is listed

  /// The outcome with all that explains it.
  package func outcome(target: Int, area: Int, year: FiscalYear) -> Outcome? {
    let level = judging.tree.table.areas[area].level
    guard let unit = judging.plan.unitsOfTarget[target].first(where: { judging.plan.units[$0].level == level }) else {
      return nil
    }
    return judging.outcome(unit: unit, area, year)
  }
}

extension ResolvedWaivers {
  /// Whether any area has ever been waived from the target.
  func mayWaive(_ target: Int) -> Bool { !byTarget[target].isEmpty }
}
