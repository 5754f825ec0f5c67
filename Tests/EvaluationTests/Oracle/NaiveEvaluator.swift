import Facts
import Quantities
import RuleLanguage
import Rulebook

/// One of the three results that a requirement has under one filling.
enum NaiveResult: UInt8 {
  case met, missed, notApplicable
}

/// A second evaluator, written from the language's documents and as plainly as possible: it walks the rulebook's tree for
/// one area and one year under one filling, looks at every part (nothing is skipped because another part already decides)
/// and computes with exact fractions. `Fillings` runs it once for each filling.
final class NaiveEvaluator {
  let rulebook: Rulebook
  let facts: Facts
  let areas: AreaTable
  /// The years for which figures are held; years outside the facts are not reported.
  let years: ClosedRange<Int32>
  /// The possible results of a target that a condition asks about, without any waiver.
  let askedResults: (_ target: Int, _ area: Int, _ year: FiscalYear) -> Set<NaiveResult>

  /// By slot: what is known, and the value that the present filling gives.
  private var states: [FigureState] = []
  private(set) var values: [Fraction] = []
  private let steps: [Fraction]
  private var membersCache: [[Int]?]

  /// The unknown slots and asked outcomes that a recording walk came upon.
  var isRecording = false
  private(set) var touchedSlots: [Int] = []
  private(set) var touchedAsked: [AskedKey] = []
  /// Every slot that the walk read, known or not; those that it read for the judged area itself, not gathered, nor for an
  /// aggregate, a count of areas or another area.
  private(set) var readSlots: [Int] = []
  private(set) var ownSlots: [Int] = []
  var nesting = 0
  /// The result that the present filling gives to an asked outcome.
  var askedChoice: [AskedKey: AskedResult] = [:]
  private(set) var askedSets: [AskedKey: [AskedResult]] = [:]
  private(set) var dividedByZero = false

  init(
    rulebook: Rulebook, facts: Facts,
    askedResults: @escaping (_ target: Int, _ area: Int, _ year: FiscalYear) -> Set<NaiveResult>
  ) {
    self.rulebook = rulebook
    self.facts = facts
    self.askedResults = askedResults
    areas = facts.areas
    years = (facts.years.lowerBound - 16)...(facts.years.upperBound + 2)
    steps = rulebook.indicators.map { Fraction($0.storedStep) }
    membersCache = [[Int]?](repeating: nil, count: rulebook.program.levels.count * facts.areas.count)
    let slots = rulebook.indicators.count * facts.areas.count * years.count
    states = [FigureState](repeating: .notReported, count: slots)
    values = [Fraction](repeating: .zero, count: slots)
    for indicator in rulebook.indicators.indices {
      for area in 0..<areas.count {
        for year in facts.years { load(FigureKey(indicator: indicator, area: area, year: FiscalYear(year)), facts) }
        let surveyed = rulebook.indicators[indicator].surveyed.map { $0.map { $0.number } }
        let introduced = rulebook.indicators[indicator].introduced?.number ?? .min
        for year in years where year < introduced || surveyed?.contains(year) == false {
          states[slot(indicator, area, year)] = .notApplicable
        }
      }
    }
  }

  private func load(_ key: FigureKey, _ facts: Facts) {
    let position = slot(key.indicator, key.area, key.year.number)
    states[position] = facts.state(key)
    if let stored = facts.stored(key) { values[position] = Fraction(Int(stored)) * steps[key.indicator] }
  }

  func slot(_ indicator: Int, _ area: Int, _ year: Int32) -> Int {
    (indicator * areas.count + area) * years.count + Int(year - years.lowerBound)
  }

  func key(ofSlot slot: Int) -> FigureKey {
    let year = years.lowerBound + Int32(slot % years.count)
    let rest = slot / years.count
    return FigureKey(indicator: rest / areas.count, area: rest % areas.count, year: FiscalYear(year))
  }

  func state(ofSlot slot: Int) -> FigureState { states[slot] }

  /// Gives an unknown figure the value of the present filling.
  func fill(slot: Int, stored: Int) { values[slot] = Fraction(stored) * steps[slot / years.count / areas.count] }

  /// Changes what is known of a figure, for trying out a change.
  func set(_ key: FigureKey, _ state: FigureState, stored: Int) {
    let position = slot(key.indicator, key.area, key.year.number)
    states[position] = state
    values[position] = Fraction(stored) * steps[key.indicator]
  }

  /// Takes what the facts say of a figure.
  func restore(_ key: FigureKey, from facts: Facts) { load(key, facts) }

  func startRecording() {
    isRecording = true
    touchedSlots = []
    touchedAsked = []
    readSlots = []
    ownSlots = []
    dividedByZero = false
  }
}

// MARK: - Figures

extension NaiveEvaluator {
  /// Whether the figure of the area is the sum of the areas directly below, unless it is reported itself.
  func gathers(_ indicator: Int, _ area: Int, _ year: Int32) -> Bool {
    switch rulebook.indicators[indicator].kind {
    case .count, .amount: !parts(of: area, year).isEmpty
    default: false
    }
  }

  func exists(_ area: Int, _ year: Int32) -> Bool {
    if let from = areas.areas[area].from, year < from.number { return false }
    if let until = areas.areas[area].until, year > until.number { return false }
    return true
  }

  /// Over which areas a count is summed: those below that exist; before the area began, those that went into it alone.
  func parts(of area: Int, _ year: Int32) -> [Int] {
    if exists(area, year) { return (0..<areas.count).filter { areas.areas[$0].parent == area && exists($0, year) } }
    guard let from = areas.areas[area].from, year < from.number else { return [] }
    return (0..<areas.count).filter { areas.areas[$0].successors == [area] }
  }

  /// What is known of a figure in a year in which its area may not exist.
  func state(_ indicator: Int, _ area: Int, _ year: Int32) -> FigureState {
    let state = states[slot(indicator, area, year)]
    if exists(area, year) || state == .notApplicable { return state }
    guard let from = areas.areas[area].from, year < from.number else { return .notApplicable }
    if state == .given { return .given }
    return gathers(indicator, area, year) ? .notReported : .notApplicable
  }

  private func figure(_ indicator: Int, _ area: Int, _ year: Int32) -> Fraction? {
    let position = slot(indicator, area, year)
    if isRecording { readSlots.append(position) }
    switch state(indicator, area, year) {
    case .notApplicable: return nil
    case .given: return values[position]
    case .notReported: break
    }
    if gathers(indicator, area, year) {
      return total(parts(of: area, year).map { figure(indicator, $0, year) })
    }
    if isRecording { touchedSlots.append(position) }
    return values[position]
  }

  private func total(_ parts: [Fraction?]) -> Fraction? {
    var sum: Fraction?
    for part in parts {
      guard let part else { continue }
      sum = sum.map { $0 + part } ?? part
    }
    return sum
  }

  /// The areas of a level that an aggregate or a count of areas asked at `area` is about.
  func members(ofLevel level: Int, for area: Int, _ year: Int32) -> [Int] {
    members(ofLevel: level, for: area).filter { exists($0, year) }
  }

  private func members(ofLevel level: Int, for area: Int) -> [Int] {
    let position = level * areas.count + area
    if let members = membersCache[position] { return members }
    let found: [Int]
    if areas.areas[area].level > level {
      found = areas.areas(ofLevel: level, below: area)
    } else if let above = areas.ancestor(of: area, atLevel: level + 1) {
      found = areas.areas(ofLevel: level, below: above)
    } else {
      found = areas.areas(ofLevel: level)
    }
    membersCache[position] = found
    return found
  }

  /// Nothing where there is no such year.
  func year(_ reference: YearReference, from year: Int32) -> Int32? {
    switch reference {
    case .yearsAgo(let count): return year - count
    case .fixed(let fixed), .calendar(let fixed): return fixed.number
    case .lastSurvey(let indicator):
      return rulebook.indicators[indicator ?? 0].surveyed?.map { $0.number }.filter { $0 < year }.max()
    case .lastPeriod, .planStart:
      guard let period = rulebook.program.planPeriod else { return nil }
      let length = period.last.number - period.first.number + 1
      // The first year of the judged year's own period, found by stepping from the stated one.
      var first = period.first.number
      while first > year { first -= length }
      while first + length <= year { first += length }
      return reference == .planStart ? first : first - 1
    }
  }

  /// The value of an expression; nothing where it is not applicable.
  func value(_ expression: Expression, _ area: Int, _ year: Int32) -> Fraction? {
    switch expression {
    case .constant(let value): return Fraction(value)
    case .indicator(let indicator):
      if isRecording, nesting == 0 { ownSlots.append(slot(indicator, area, year)) }
      return figure(indicator, area, year)
    case .measure(let measure): return value(rulebook.measures[measure].value, area, year)
    case .parameter(let parameter): return Fraction(rulebook.parameters[parameter].value(in: FiscalYear(year)))
    case .dayOfYear(let month, let day):
      let date = CalendarDate.day(
        month: month, day: day, in: FiscalYear(year), firstMonth: rulebook.program.firstMonth)
      return date.map { Fraction(Int($0.dayNumber)) }
    case .inYear(let reference, let inner): return self.year(reference, from: year).flatMap { value(inner, area, $0) }
    case .series(let series, let inner): return value(series, inner, area, year)
    case .path(let points): return NaiveEvaluator.value(points, year)
    case .positive(let inner):
      guard let base = value(inner, area, year) else { return nil }
      if base <= .zero { dividedByZero = true }
      return base <= .zero ? nil : base
    case .absolute(let inner): return value(inner, area, year).map { $0 < .zero ? Fraction(0) - $0 : $0 }
    case .carriedOver(let carried): return value(carried, area, year)
    case .ofArea(let level, let inner):
      nesting += 1
      defer { nesting -= 1 }
      return areas.ancestor(of: area, atLevel: level).flatMap { value(inner, $0, year) }
    case .aggregate(let aggregate, let level, let inner):
      nesting += 1
      defer { nesting -= 1 }
      return combined(aggregate, members(ofLevel: level, for: area, year).compactMap { value(inner, $0, year) })
    case .peerAggregate(let aggregate, let peers, let inner):
      nesting += 1
      defer { nesting -= 1 }
      let members = self.peers(peers, for: area, year)
      // All are looked at, of whatever class, so that recordings are whole.
      let all = pool(peers, for: area, year).map { (member: $0, value: value(inner, $0, year)) }
      guard let members else { return nil }
      return combined(aggregate, all.filter { members.contains($0.member) }.compactMap { $0.value })
    case .numberOfAreas(let level, let condition):
      nesting += 1
      defer { nesting -= 1 }
      let results = members(ofLevel: level, for: area, year).map { result(condition, $0, year) }
      return Fraction(results.filter { $0 == .met }.count)
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, value(left, area, year), value(right, area, year))
    case .sum(let parts): return total(parts.map { value($0, area, year) })
    case .rounded(let inner, let decimals): return value(inner, area, year)?.rounded(decimals: decimals)
    }
  }

  /// Averages and slopes by their textbook formulas, over every year of the span.
  private func value(_ series: YearSeries, _ inner: Expression, _ area: Int, _ year: Int32) -> Fraction? {
    func values(_ count: Int32) -> [Fraction?] { (0..<count).map { value(inner, area, year - count + 1 + $0) } }
    switch series {
    case .cumulated(let since):
      guard let first = self.year(since, from: year), first <= year else { return nil }
      return total((first...year).map { value(inner, area, $0) })
    case .average(let years):
      let all = values(years)
      let given = all.compactMap { $0 }
      return given.count == all.count ? total(given)?.divided(by: Fraction(given.count)) : nil
    case .slope(let years):
      let all = values(years)
      let given = all.compactMap { $0 }
      guard given.count == all.count else { return nil }
      let n = Fraction(given.count)
      var (sumX, sumY, sumXY, sumXX) = (Fraction.zero, Fraction.zero, Fraction.zero, Fraction.zero)
      for (position, y) in given.enumerated() {
        let x = Fraction(position)
        (sumX, sumY, sumXY, sumXX) = (sumX + x, sumY + y, sumXY + x * y, sumXX + x * x)
      }
      return (n * sumXY - sumX * sumY).divided(by: n * sumXX - sumX * sumX)
    }
  }

  private static func value(_ points: [PathPoint], _ year: Int32) -> Fraction? {
    guard let before = points.last(where: { $0.year.number <= year }) else { return nil }
    guard let after = points.first(where: { $0.year.number > year }) else { return Fraction(before.value) }
    let length = Int(after.year.number - before.year.number)
    let share = Fraction(Int(year - before.year.number), over: length)
    return Fraction(before.value) + (Fraction(after.value) - Fraction(before.value)) * share
  }

  /// What is demanded of a year, asked back through the years: each part is looked at, whether it counts or not.
  private func value(_ carried: CarryOver, _ area: Int, _ year: Int32) -> Fraction? {
    let demand = value(carried.demand, area, year)
    guard let before = self.year(carried.before, from: year), before >= carried.since.number else { return demand }
    let required = value(carried, area, before)
    let figure = value(carried.figure, area, before)
    guard let demand else { return nil }
    guard let required, let figure, figure < required else { return demand }
    return demand + (required - figure)
  }

  private func arithmetic(_ operation: Arithmetic, _ left: Fraction?, _ right: Fraction?) -> Fraction? {
    guard let left, let right else { return nil }
    switch operation {
    case .plus: return left + right
    case .minus: return left - right
    case .times: return left * right
    case .dividedBy:
      if right == .zero { dividedByZero = true }
      return left.divided(by: right)
    }
  }

  private func combined(_ aggregate: Aggregate, _ members: [Fraction]) -> Fraction? {
    guard let sum = total(members) else { return nil }
    switch aggregate {
    case .total: return sum
    case .average: return sum.divided(by: Fraction(members.count))
    case .highest: return members.max()
    case .lowest: return members.min()
    case .median:
      let sorted = members.sorted()
      let middle = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) * Fraction(1, over: 2)
    }
  }
}

// MARK: - Conditions

extension NaiveEvaluator {
  static func holds(_ left: Fraction, _ relation: Relation, _ right: Fraction) -> Bool {
    switch relation {
    case .atLeast: left >= right
    case .atMost: left <= right
    case .moreThan: left > right
    case .lessThan: left < right
    case .equal: left == right
    case .notEqual: left != right
    }
  }

  func result(_ condition: Condition, _ area: Int, _ year: Int32) -> NaiveResult {
    switch condition {
    case .comparison(let comparison):
      let left = value(comparison.left, area, year)
      let right = value(comparison.right, area, year)
      guard let left, let right else { return .notApplicable }
      return NaiveEvaluator.holds(left, comparison.relation, right) ? .met : .missed
    case .reported(let expression): return reported(expression, area, year)
    case .all(let parts): return NaiveEvaluator.all(parts.map { result($0, area, year) })
    case .any(let parts): return inverted(NaiveEvaluator.all(parts.map { inverted(result($0, area, year)) }))
    case .not(let inner): return inverted(result(inner, area, year))
    case .numberMet(let relation, let number, let parts):
      let results = parts.map { result($0, area, year) }.filter { $0 != .notApplicable }
      if results.isEmpty { return .notApplicable }
      let met = Fraction(results.filter { $0 == .met }.count)
      return NaiveEvaluator.holds(met, relation, Fraction(number)) ? .met : .missed
    case .rank(let rank): return result(rank, area, year)
    case .deviation(let bound): return result(bound, area, year)
    case .areas(let subject, let inner):
      nesting += 1
      defer { nesting -= 1 }
      var (met, missed) = (0, 0)
      for member in members(ofLevel: subject.level, for: area, year) {
        let filtered = subject.filter.map { result($0, member, year) } ?? .met
        let demand = result(inner, member, year)
        if filtered == .met, demand == .met { met += 1 }
        if filtered == .met, demand == .missed { missed += 1 }
      }
      switch subject.kind {
      case .every, .the: return judged(met: met, missed: missed, .atLeast, .share(.one))
      case .numberOf(_, let relation, let amount): return judged(met: met, missed: missed, relation, amount)
      }
    case .outcome(let target, let verdict, let reference):
      return self.year(reference, from: year).map { asked(target, verdict, area, $0) } == true ? .met : .missed
    }
  }

  private func inverted(_ result: NaiveResult) -> NaiveResult {
    switch result {
    case .met: .missed
    case .missed: .met
    case .notApplicable: .notApplicable
    }
  }

  /// All that are applicable must be met; not applicable where none is.
  static func all(_ results: [NaiveResult]) -> NaiveResult {
    if results.contains(.missed) { return .missed }
    return results.contains(.met) ? .met : .notApplicable
  }

  /// A fact about the data, whatever the filling.
  private func reported(_ expression: Expression, _ area: Int, _ year: Int32) -> NaiveResult {
    switch expression {
    case .indicator(let indicator):
      if isRecording, nesting == 0 { ownSlots.append(slot(indicator, area, year)) }
      return reported(indicator, area, year)
    case .inYear(let reference, let inner):
      return self.year(reference, from: year).map { reported(inner, area, $0) } ?? .notApplicable
    case .ofArea(let level, let inner):
      nesting += 1
      defer { nesting -= 1 }
      return areas.ancestor(of: area, atLevel: level).map { reported(inner, $0, year) } ?? .notApplicable
    default: preconditionFailure("only a figure is reported")
    }
  }

  private func reported(_ indicator: Int, _ area: Int, _ year: Int32) -> NaiveResult {
    let position = slot(indicator, area, year)
    if isRecording { readSlots.append(position) }
    switch state(indicator, area, year) {
    case .given: return .met
    case .notApplicable: return .notApplicable
    case .notReported: break
    }
    guard gathers(indicator, area, year) else { return .missed }
    return NaiveEvaluator.all(parts(of: area, year).map { reported(indicator, $0, year) })
  }
}

// MARK: - Outcomes of other targets

/// Another target's outcome, where a condition asks for it.
struct AskedKey: Hashable {
  let target: Int
  let area: Int
  let year: Int32
}

/// What the outcome of another target may turn out to be.
enum AskedResult {
  case met, missed, notApplicable, waived
}

extension NaiveEvaluator {
  func levels(judgedBy target: Int) -> [Int] {
    var levels: [Int] = []
    for requirement in rulebook.targets[target].requirements where !levels.contains(requirement.subject.judgedLevel) {
      levels.append(requirement.subject.judgedLevel)
    }
    return levels
  }

  func waiver(of target: Int, area: Int, year: Int32) -> Int? {
    rulebook.waivers.firstIndex { waiver in
      waiver.target == target && waiver.from.number <= year && year <= waiver.until.number
        && waiver.areas.contains { isMeant(area, by: $0, of: target) }
    }
  }

  private func asked(_ target: Int, _ verdict: Verdict, _ area: Int, _ year: Int32) -> Bool {
    var place: Int? = area
    let levels = levels(judgedBy: target)
    while let current = place, !levels.contains(areas.areas[current].level) { place = areas.areas[current].parent }
    guard let place else { return false }
    let key = AskedKey(target: target, area: place, year: year)
    let possible = possible(key)
    let isWaived = waiver(of: target, area: place, year: year) != nil
    let isDecided = possible.count == 1
    switch verdict {
    case .notReported: return !isDecided && !isWaived
    case .waived: return isWaived && (!isDecided || possible == [.waived])
    case .met, .missed, .notApplicable:
      if isRecording, !isDecided { touchedAsked.append(key) }
      let present = askedChoice[key] ?? possible[0]
      return present == (verdict == .met ? .met : verdict == .missed ? .missed : .notApplicable)
    case .notDue, .recorded: return false
    }
  }

  /// The possible outcomes of an asked target, in a fixed order.
  func possible(_ key: AskedKey) -> [AskedResult] {
    if let known = askedSets[key] { return known }
    var found: [AskedResult] = []
    let year = FiscalYear(key.year)
    if let since = rulebook.program.since, year < since {
      found = [.notApplicable]
    } else if shown(key.target, key.area, year: key.year) != nil || !isDemanded(key.target, key.area, year: key.year) {
      found = [.notApplicable]
    } else if !exists(key.area, key.year) {
      found = [.notApplicable]
    } else {
      let results = askedResults(key.target, key.area, year)
      let isWaived = waiver(of: key.target, area: key.area, year: key.year) != nil
      if results.contains(.met) { found.append(.met) }
      if results.contains(.missed) { found.append(isWaived ? .waived : .missed) }
      if results.contains(.notApplicable) { found.append(.notApplicable) }
    }
    askedSets[key] = found
    return found
  }
}

// MARK: - Requirements

extension NaiveEvaluator {
  /// The requirements of a target that judge areas of that level in a year: those of the year, where there are any for any
  /// level, otherwise those of no year.
  func requirements(of target: Int, judging level: Int, in year: Int32) -> [Requirement] {
    let all = rulebook.targets[target].requirements
    let dated = datedYears(of: target, in: year)
    return all.filter { $0.subject.judgedLevel == level && $0.years == dated }
  }

  /// The years of the dated demands that count: of those in which the year lies, the last to begin, and of these the first to end.
  private func datedYears(of target: Int, in year: Int32) -> DemandYears? {
    let end: (DemandYears) -> Int32 = { $0.last?.number ?? 9999 }
    let there = rulebook.targets[target].requirements.compactMap { $0.years }.filter {
      $0.first.number <= year && year <= end($0)
    }
    return there.sorted { ($0.first.number, -end($0)) < ($1.first.number, -end($1)) }.last
  }

  /// Whether a target is in force in a year, with something that it demands of such areas.
  func isDemanded(_ target: Int, _ area: Int, year: Int32) -> Bool {
    rulebook.targets[target].isInForce(in: FiscalYear(year))
      && !requirements(of: target, judging: areas.areas[area].level, in: year).isEmpty
  }

  /// The verdict of a target whose demand is only recorded, or due in a later year.
  func shown(_ target: Int, _ area: Int, year: Int32) -> Verdict? {
    let declared = rulebook.targets[target]
    if let since = rulebook.program.since, year < since.number { return nil }
    if !isDemanded(target, area, year: year) { return nil }
    if declared.recordOnly { return .recorded }
    guard let due = declared.due, year < due.number, datedYears(of: target, in: year) == nil else {
      return nil
    }
    return .notDue
  }

  /// The result of a target for an area under the present filling.
  func result(ofTarget target: Int, _ area: Int, _ year: Int32) -> NaiveResult {
    let parts = requirements(of: target, judging: areas.areas[area].level, in: year)
    let results = parts.map { result($0, ofTarget: target, area, year) }
    guard rulebook.targets[target].isInForce(in: FiscalYear(year)), shown(target, area, year: year) == nil, exists(area, year)
    else {
      return .notApplicable
    }
    return NaiveEvaluator.all(results)
  }

  private func result(_ requirement: Requirement, ofTarget target: Int, _ area: Int, _ year: Int32) -> NaiveResult {
    switch requirement.subject.kind {
    case .every where requirement.subject.outcomeLevel != nil:
      var (met, missed) = (0, 0)
      for member in areas.areas(ofLevel: requirement.subject.level, below: area) where exists(member, year) {
        let guarded = requirement.guarded.map { result($0, member, year) } ?? .met
        let demand = memberResult(requirement, member, year)
        if guarded != .met { continue }
        if demand == .met { met += 1 }
        if demand == .missed, waiver(of: target, area: member, year: year) == nil { missed += 1 }
      }
      return judged(met: met, missed: missed, .atLeast, .share(.one))
    case .every, .the:
      let guarded = requirement.guarded.map { result($0, area, year) } ?? .met
      let demand = memberResult(requirement, area, year)
      return guarded == .met ? demand : .notApplicable
    case .numberOf(let level, let relation, let amount):
      let guarded = requirement.guarded.map { result($0, area, year) } ?? .met
      var (met, missed) = (0, 0)
      for member in areas.areas(ofLevel: level, below: area) where exists(member, year) {
        switch memberResult(requirement, member, year) {
        case .met: met += 1
        case .missed: missed += waiver(of: target, area: member, year: year) == nil ? 1 : 0
        case .notApplicable: break
        }
      }
      guard guarded == .met else { return .notApplicable }
      return judged(met: met, missed: missed, relation, amount)
    }
  }

  /// The demand, as it is asked of one area of the subject's level: without the guard.
  func memberResult(_ requirement: Requirement, _ area: Int, _ year: Int32) -> NaiveResult {
    let subject = requirement.subject
    let filtered = subject.filter.map { result($0, area, year) } ?? .met
    let demand = demanded(requirement, area, year)
    if isExcepted(area, by: subject) || filtered != .met { return .notApplicable }
    return demand
  }

  /// The demand of the first exception that is true, or the requirement's own. All are looked at, so that recordings are whole.
  private func demanded(_ requirement: Requirement, _ area: Int, _ year: Int32) -> NaiveResult {
    var chosen = result(requirement.demand, area, year)
    for exception in requirement.exceptions.reversed() {
      let holds = result(exception.condition, area, year)
      let demand = exception.demand.map { result($0, area, year) } ?? .notApplicable
      if holds == .met { chosen = demand }
    }
    return chosen
  }

  func isExcepted(_ area: Int, by subject: Subject) -> Bool {
    func isNamed(_ names: [Spelled]) -> Bool { names.contains { isMeant(area, by: $0) } }
    return isNamed(subject.except) || !subject.only.isEmpty && !isNamed(subject.only)
  }

  /// The area itself; of the name of one area above alone, every area that it holds. A waiver's name that is one of the levels of
  /// its target means that area alone.
  private func isMeant(_ area: Int, by name: Spelled, of target: Int? = nil) -> Bool {
    let named = areas.positions(named: name.text)
    if named.contains(area) { return true }
    let levels = target.map { rulebook.targets[$0].requirements.flatMap { [$0.subject.level, $0.subject.judgedLevel] } }
    if let levels, !levels.contains(areas.areas[area].level) || named.contains(where: { levels.contains(areas.areas[$0].level) })
    {
      return false
    }
    guard named.count == 1, areas.areas[named[0]].level > areas.areas[area].level else { return false }
    var holder = areas.areas[area].parent
    while let current = holder, current != named[0] { holder = areas.areas[current].parent }
    return holder != nil
  }

  func judged(met: Int, missed: Int, _ relation: Relation, _ amount: Subject.Amount) -> NaiveResult {
    switch amount {
    case .count(let number): return NaiveEvaluator.holds(Fraction(met), relation, Fraction(Int(number))) ? .met : .missed
    case .share(let share):
      if met + missed == 0 { return .notApplicable }
      return NaiveEvaluator.holds(Fraction(met), relation, Fraction(share) * Fraction(met + missed)) ? .met : .missed
    }
  }
}
