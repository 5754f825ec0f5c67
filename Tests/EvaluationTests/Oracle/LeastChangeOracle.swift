import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Checks the proposed change: that it is allowed, that it meets the target in every filling of the rest, and that no
/// change of one figure does better. A change is demanded only of figures that the target reads at the judged area itself: one
/// that counts merely as a part of a total, or as one of many areas, may be proposed and need not be.
extension OracleComparison {
  func checkChanges(_ outcome: Outcome, _ expected: ExpectedOutcome) {
    guard outcome.verdict == .missed else {
      if !outcome.changes.isEmpty { report(.change, outcome, "changes, though the verdict is \(outcome.verdict)") }
      return
    }
    let level = naive.areas.areas[outcome.area].level
    let requirements = naive.requirements(of: outcome.target, judging: level)
    let isOfAreas = requirements.contains { if case .numberOf = $0.subject.kind { true } else { $0.subject.outcomeLevel != nil } }
    if !outcome.changes.isEmpty {
      tally.changes += 1
      checkAllowed(outcome, requirements)
      checkEffect(outcome)
    }
    if !isOfAreas { checkLeast(outcome, requirements, expected) }
  }

  /// The slots of figures that guards and filters read for the judged area itself, and all that go into them in any way. The
  /// first may not be moved; of the others no change is demanded.
  private func guardSlots(_ requirements: [Requirement], _ outcome: Outcome) -> (own: Set<Int>, all: Set<Int>) {
    naive.startRecording()
    for requirement in requirements {
      for condition in [requirement.guarded, requirement.subject.filter] {
        if let condition { _ = naive.result(condition, outcome.area, outcome.year.number) }
      }
    }
    naive.isRecording = false
    return (Set(naive.ownSlots), Set(naive.ownSlots + naive.readSlots))
  }

  private func isMovable(_ key: FigureKey, _ fixed: Set<Int>) -> Bool {
    let slot = naive.slot(key.indicator, key.area, key.year.number)
    return !random.rulebook.indicators[key.indicator].givenByBureau && naive.state(ofSlot: slot) != .notApplicable
      && !fixed.contains(slot)
  }

  private func isInRange(_ key: FigureKey, _ stored: Int64) -> Bool {
    let indicator = random.rulebook.indicators[key.indicator]
    if let least = indicator.leastStored, stored < least { return false }
    if let greatest = indicator.greatestStored(ladders: random.rulebook.ladders), stored > greatest { return false }
    return true
  }

  private func checkAllowed(_ outcome: Outcome, _ requirements: [Requirement]) {
    let fixed = guardSlots(requirements, outcome).own
    var seen: Set<FigureKey> = []
    for change in outcome.changes {
      let key = change.figure
      if !seen.insert(key).inserted { report(.change, outcome, "\(key) is changed twice") }
      if key.area != outcome.area || key.year != outcome.year {
        report(.change, outcome, "\(key) is of another area or year")
        continue
      }
      if !isMovable(key, fixed) { report(.change, outcome, "\(key) may not be moved") }
      let isText = random.rulebook.indicators[key.indicator].kind == .text
      if !isText, change.from != random.facts.stored(key) { report(.change, outcome, "\(key) does not move from what is given") }
      if change.from != nil, change.from == change.to { report(.change, outcome, "\(key) is not changed") }
      if let stored = change.to, !isInRange(key, stored) { report(.change, outcome, "\(key) leaves its range with \(stored)") }
      if change.to == nil, change.from != nil { report(.change, outcome, "\(key) gets no value") }
    }
  }

  /// A blank figure that is to be reported, whatever its value, is tried with the ends of its range and all between.
  private func checkEffect(_ outcome: Outcome) {
    var trials = [random.facts]
    for change in outcome.changes {
      var values = [Int(change.to ?? 0)]
      if change.to == nil, random.rulebook.indicators[change.figure.indicator].kind != .text {
        values = Fillings.candidates(naive, change.figure, .narrow)
      }
      trials = trials.flatMap { facts in
        values.map { value in
          var changed = facts
          changed.set(change.figure, .given, stored: Int64(value))
          return changed
        }
      }
    }
    for changed in trials {
      let results = results(outcome, with: changed)
      if results == [.met] { continue }
      report(.change, outcome, "after the changes the fillings give \(NaiveResult.text(results)): \(changesText(outcome))")
      return
    }
  }

  func changesText(_ outcome: Outcome) -> String {
    outcome.changes.map { change in
      let code = random.rulebook.indicators[change.figure.indicator].code
      return "\(code) from \(change.from.map { String($0) } ?? "blank") to \(change.to.map { String($0) } ?? "anything")"
    }.joined(separator: ", ")
  }

  /// What the fillings give with other facts; targets that are asked about are judged anew, too.
  private func results(_ outcome: Outcome, with facts: Facts) -> Set<NaiveResult> {
    let evaluator = Evaluator(rulebook: random.rulebook, facts: facts)
    let naive = NaiveEvaluator(rulebook: random.rulebook, facts: facts) { target, area, year in
      NaiveResult.set(evaluator.possibleResults(target: target, area: area, year: year))
    }
    let fillings = Fillings(naive, target: outcome.target, area: outcome.area, year: outcome.year.number, breadth: breadth)
    return fillings.results(naive, target: outcome.target, area: outcome.area, year: outcome.year.number)
  }

  // MARK: - No smaller change

  private func checkLeast(_ outcome: Outcome, _ requirements: [Requirement], _ expected: ExpectedOutcome) {
    guard expected.isExact, !expected.hasRepeatedUnknown,
      !requirements.contains(where: { hasEquality($0.demand) || hasBreaks($0.demand) })
    else { return }
    let fixed = guardSlots(requirements, outcome).all
    naive.startRecording()
    _ = naive.result(ofTarget: outcome.target, outcome.area, outcome.year.number)
    naive.isRecording = false
    if naive.askedAny { return }
    let own = Set(naive.ownSlots)
    let present = outcome.changes.count == 1 ? steps(outcome.changes[0]) : nil
    if outcome.changes.count == 1, present == nil || present == 1 { return }
    for slot in own.sorted() {
      let key = naive.key(ofSlot: slot)
      guard key.area == outcome.area, key.year == outcome.year, isMovable(key, fixed) else { continue }
      if naive.state(ofSlot: slot) == .notReported, naive.gathers(key.indicator, key.area) { continue }
      guard let least = leastSingle(key, slot, outcome, below: present) else { continue }
      let text = "\(random.rulebook.indicators[key.indicator].code) to \(least) would do"
      if outcome.changes.isEmpty {
        report(.changeMissing, outcome, text)
      } else {
        report(.changeNotLeast, outcome, text + ", not only " + changesText(outcome))
      }
      return
    }
  }

  /// The steps of a change from a given figure; nothing where the figure is not reported, for there are none to count.
  private func steps(_ change: Change) -> Int? {
    guard let from = change.from, let to = change.to else { return nil }
    return steps(change.figure, Int(from), Int(to))
  }

  private func steps(_ key: FigureKey, _ from: Int, _ to: Int) -> Int {
    switch random.rulebook.indicators[key.indicator].kind {
    case .choice, .text, .yesOrNo: 1
    default: abs(to - from)
    }
  }

  /// A value of one figure with which the target is met in every filling of the rest, in fewer steps than `limit`.
  private func leastSingle(_ key: FigureKey, _ slot: Int, _ outcome: Outcome, below limit: Int?) -> Int? {
    let from = random.facts.stored(key).map { Int($0) }
    if limit != nil, from == nil { return nil }
    let isText = random.rulebook.indicators[key.indicator].kind == .text
    // Far values of an open range would only outdo the far values that are tried for other figures.
    let near = Fillings.candidates(naive, key, .narrow).filter { abs($0) <= 12 || !isOpen(key) }
    let values = isText ? (from == nil ? [0] : []) : near
    defer { naive.restore(key, from: random.facts) }
    for value in values where value != from {
      if let limit, let from, steps(key, from, value) >= limit { continue }
      naive.set(key, .given, stored: value)
      let fillings = Fillings(naive, target: outcome.target, area: outcome.area, year: outcome.year.number, breadth: breadth)
      let results = fillings.results(naive, target: outcome.target, area: outcome.area, year: outcome.year.number)
      if results == [.met] { return value }
    }
    return nil
  }

  private func isOpen(_ key: FigureKey) -> Bool { Fillings.isOpen(random.rulebook, key.indicator) }

  /// Equality between figures proposes nothing.
  private func hasEquality(_ condition: Condition) -> Bool {
    switch condition {
    case .comparison(let comparison):
      (comparison.relation == .equal || comparison.relation == .notEqual)
        && isComputed(comparison.left) && isComputed(comparison.right)
    case .reported, .outcome, .rank: false
    case .deviation(let bound): bound.relation == .equal || bound.relation == .notEqual
    case .areas(_, let inner): hasEquality(inner)
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): parts.contains { hasEquality($0) }
    case .not(let inner): hasEquality(inner)
    }
  }

  /// Whether a figure is rounded, or divides or multiplies another: where such a form changes is not looked for.
  private func hasBreaks(_ condition: Condition) -> Bool {
    switch condition {
    case .comparison(let comparison): hasBreaks(comparison.left) || hasBreaks(comparison.right)
    case .reported, .outcome: false
    // Nothing is promised of what it takes to rank better, or to move an average with its deviation.
    case .rank, .deviation, .areas: true
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): parts.contains { hasBreaks($0) }
    case .not(let inner): hasBreaks(inner)
    }
  }

  private func hasBreaks(_ expression: Expression) -> Bool {
    switch expression {
    case .constant, .indicator, .parameter, .dayOfYear: false
    case .measure(let measure): hasBreaks(random.rulebook.measures[measure].value)
    case .inYear(_, let inner), .ofArea(_, let inner), .aggregate(_, _, let inner), .peerAggregate(_, _, let inner):
      hasBreaks(inner)
    case .numberOfAreas(_, let condition): hasBreaks(condition)
    case .arithmetic(let operation, let left, let right):
      switch operation {
      case .plus, .minus: hasBreaks(left) || hasBreaks(right)
      case .times: hasBreaks(left) || hasBreaks(right) || (isComputed(left) && isComputed(right))
      case .dividedBy: hasBreaks(left) || isComputed(right)
      }
    case .sum(let parts): parts.contains { hasBreaks($0) }
    case .rounded, .positive, .absolute, .carriedOver: true
    case .series(_, let inner): hasBreaks(inner)
    case .path: false
    }
  }

  private func isComputed(_ expression: Expression) -> Bool {
    switch expression {
    case .constant, .parameter, .dayOfYear: false
    default: true
    }
  }
}
