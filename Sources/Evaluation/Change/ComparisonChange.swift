import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The least change that meets one comparison.
extension LeastChange {
  func solve(comparison position: Int, isNegated: Bool) -> Solution {
    let comparison = judging.plan.comparisons[position]
    let relation = isNegated ? comparison.relation.negated : comparison.relation
    if let threshold = comparison.threshold, let solution = solve(threshold, position, isNegated: isNegated) {
      return solution
    }
    // Which of two figures is the wrong one is not guessed.
    if relation == .equal, isComputed(comparison.left), isComputed(comparison.right) { return .impossible }
    if comparison.isBent { return solveByTrying(position, isNegated: isNegated) }
    guard let (form, isReversed, mayDrop) = movableForm(comparison) else { return .unclear }
    // Figures that stand in a comparison without moving it stand where areas are counted.
    if !form.terms.contains(where: { movables.keys.contains($0.figure) }) { return .unclear }
    let solution = solve(form, isReversed ? relation.mirrored : relation)
    // What cannot be met may still be made not applicable.
    if mayDrop, case .impossible = solution { return .unclear }
    return solution
  }

  private func isComputed(_ expression: Int) -> Bool {
    switch judging.plan.expressions[expression] {
    case .constant, .parameter, .dayOfYear, .path: false
    default: true
    }
  }

  private func solve(_ threshold: ThresholdStep, _ position: Int, isNegated: Bool) -> Solution? {
    guard judging.year(threshold.year, from: year) == year else { return .impossible }
    let key = FigureKey(indicator: threshold.indicator, area: area, year: year)
    if case .gathered = judging.figure(threshold.indicator, area, year) { return .impossible }
    guard movables.keys.contains(key) else { return .impossible }
    let accepted = judging.acceptance(threshold, position, year)
    guard accepted.isApplicable else { return nil }
    let wanted = Acceptance(
      low: accepted.low, high: accepted.high, isInverted: accepted.isInverted != isNegated, isApplicable: true)
    return move(key, into: wanted).map { .moves(Proposal([$0])) } ?? .impossible
  }

  /// Both sides with every movable figure left open, brought to one.
  private func movableForm(_ comparison: ComparisonStep) -> (form: Form, isReversed: Bool, mayDrop: Bool)? {
    let present = judging.assumptions
    for key in movables.keys {
      let range = judging.ranges[key.indicator]
      judging.assumptions.set(key, .between(range.low, range.high))
    }
    let left = judging.value(comparison.left, area, year)
    let right = judging.value(comparison.right, area, year)
    let difference = judging.difference(left, right)
    judging.assumptions = present
    return difference.map { ($0.form, $0.isReversed, left.mayBeNotApplicable || right.mayBeNotApplicable) }
  }

  // MARK: One figure

  private func solve(_ form: Form, _ relation: Relation) -> Solution {
    var best: Move?
    for term in form.terms where movables.keys.contains(term.figure) {
      guard let rest = judging.range(ofOthersIn: form, than: term.figure) else { return .unclear }
      let step = term.coefficient * judging.ranges[term.figure.indicator].step
      guard let wanted = Acceptance(relation, of: step, beside: rest) else { continue }
      guard let move = move(term.figure, into: wanted) else { continue }
      if best.map({ move.steps < $0.steps }) ?? true { best = move }
    }
    if let best { return .moves(Proposal([best])) }
    switch relation {
    case .atLeast, .moreThan: return solveTogether(form, isStrict: relation == .moreThan)
    case .atMost, .lessThan: return solveTogether(form.scaled(by: Rational(-1)), isStrict: relation == .lessThan)
    case .equal, .notEqual: return .unclear
    }
  }

  /// The nearest accepted value; for a blank figure the least demanding one.
  func move(_ key: FigureKey, into wanted: Acceptance) -> Move? {
    let range = judging.ranges[key.indicator]
    guard case .stored(let from) = judging.figure(key.indicator, area, year) else {
      return wanted.leastDemanding(range.low, range.high).map { Move(key: key, from: nil, to: $0, isAnyValue: false, steps: 1) }
    }
    var best: Move?
    for to in wanted.nearest(to: from, range.low, range.high) {
      let steps = steps(key, from, to)
      if best.map({ steps < $0.steps }) ?? true { best = Move(key: key, from: from, to: to, isAnyValue: false, steps: steps) }
    }
    return best
  }

  /// Steps of the figure's last digit, of a ladder or of a calendar; from one choice to any other it is one step.
  func steps(_ key: FigureKey, _ from: Int64, _ to: Int64) -> Int64 {
    switch judging.rulebook.indicators[key.indicator].kind {
    case .choice, .yesOrNo, .text: return 1
    case .count, .amount, .number, .percent, .ladder, .date:
      let (difference, overflows) = to.subtractingReportingOverflow(from)
      return overflows || difference == .min ? .max : abs(difference)
    }
  }

  // MARK: Several figures of equal weight

  private struct Room {
    let key: FigureKey
    let from: Int64?
    /// How many steps the figure can move towards the demand.
    let steps: Int64
    let rises: Bool
  }

  private func solveTogether(_ form: Form, isStrict: Bool) -> Solution {
    var unit: Rational?
    var rooms: [Room] = []
    var constant = form.constant
    for term in form.terms {
      let step = term.coefficient * judging.ranges[term.figure.indicator].step
      guard movables.keys.contains(term.figure) else {
        let range = judging.range(term.figure)
        guard let worst = (term.coefficient.signum > 0 ? range.low : range.high).finite else { return .impossible }
        constant = constant + term.coefficient * worst
        continue
      }
      if let unit, unit != step.magnitude { return .unclear }
      unit = step.magnitude
      guard let (room, start) = room(term.figure, rises: step.signum > 0) else { return .unclear }
      rooms.append(room)
      constant = constant + step * Rational(start)
    }
    guard let unit, let missing = (-constant).divided(by: unit) else { return .impossible }
    let (floor, isWhole) = missing.wholeBelow
    if floor == .max { return .impossible }
    return moves(rooms, missing: isWhole && !isStrict ? floor : floor + 1)
  }

  /// How far a figure can be moved, and from which stored value: a blank one from the worst that it may be.
  private func room(_ key: FigureKey, rises: Bool) -> (Room, start: Int64)? {
    let range = judging.ranges[key.indicator]
    var from: Int64?
    if case .stored(let stored) = judging.figure(key.indicator, area, year) { from = stored }
    let start = from ?? (rises ? range.low : range.high)
    let end = rises ? range.high : range.low
    let (distance, overflows) = rises ? end.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(end)
    if start == .min || start == .max || overflows { return nil }
    return (Room(key: key, from: from, steps: max(0, distance), rises: rises), start)
  }

  private func moves(_ rooms: [Room], missing: Int64) -> Solution {
    let usable = rooms.filter { $0.steps > 0 }
    // The fewest figures: those with the most room. Of as many, the first in order of writing that suffice.
    let byRoom = usable.sorted { $0.steps > $1.steps }
    var count = 0
    var reach: Int64 = 0
    while reach < missing, count < byRoom.count {
      reach = LeastChange.sum(reach, byRoom[count].steps)
      count += 1
    }
    if reach < missing { return .impossible }
    var best: Proposal?
    if count <= 3, usable.count <= 16 {
      LeastChange.forEachSubset(of: usable.count, size: count) { chosen in
        guard let proposal = proposal(chosen.map { usable[$0] }, missing: missing) else { return }
        if best.map({ proposal.cost < $0.cost }) ?? true { best = proposal }
      }
    } else {
      best = proposal(Array(byRoom.prefix(count)), missing: missing)
    }
    return best.map { .moves($0) } ?? .impossible
  }

  /// Blank figures cost one step whatever they are set to, so they take as much as they can.
  private func proposal(_ rooms: [Room], missing: Int64) -> Proposal? {
    var rest = missing
    var taken = [Int64](repeating: 0, count: rooms.count)
    for pass in [true, false] {
      for (place, room) in rooms.enumerated() where (room.from == nil) == pass {
        taken[place] = max(0, min(room.steps, rest))
        rest -= taken[place]
      }
    }
    if rest > 0 { return nil }
    return Proposal(
      zip(rooms, taken).compactMap { room, steps in
        let range = judging.ranges[room.key.indicator]
        let start = room.from ?? (room.rises ? range.low : range.high)
        if steps == 0, room.from != nil { return nil }
        return Move(
          key: room.key, from: room.from, to: room.rises ? start + steps : start - steps, isAnyValue: false,
          steps: room.from == nil ? 1 : steps)
      })
  }

  static func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? .max : sum
  }

  /// Subsets in lexicographic order.
  static func forEachSubset(of count: Int, size: Int, _ body: ([Int]) -> Void) {
    if size > count || size == 0 { return }
    var chosen = Array(0..<size)
    while true {
      body(chosen)
      guard let place = chosen.indices.last(where: { chosen[$0] < count - size + $0 }) else { return }
      chosen[place] += 1
      for later in chosen.indices.dropFirst(place + 1) { chosen[later] = chosen[later - 1] + 1 }
    }
  }
}

extension Judging {
  /// The range of all terms but one, with given figures at their present values.
  func range(ofOthersIn form: Form, than key: FigureKey) -> Interval? {
    var others = Form(constant: form.constant, terms: [])
    for term in form.terms where term.figure != key {
      switch figure(term.figure.indicator, term.figure.area, term.figure.year) {
      case .stored(let stored):
        others.constant = others.constant + term.coefficient * ranges[term.figure.indicator].step * Rational(stored)
      case .unknown: others.terms.append(term)
      case .value, .notApplicable, .gathered: return nil
      }
    }
    return range(others)
  }
}

extension Acceptance {
  /// The stored values with which `step` times the value, beside anything else within `rest`, stands to zero as the relation
  /// says; nothing where none does.
  init?(_ relation: Relation, of step: Rational, beside rest: Interval) {
    let worst: Bound
    switch relation {
    case .atLeast, .moreThan: worst = rest.low
    case .atMost, .lessThan: worst = rest.high
    case .equal, .notEqual:
      guard rest.isPoint else { return nil }
      worst = rest.low
    }
    guard let finite = worst.finite, let bound = (-finite).divided(by: step) else { return nil }
    self.init(step.signum > 0 ? relation : relation.mirrored, bound)
  }

  /// The accepted values next to one, below and above, within a range.
  func nearest(to value: Int64, _ least: Int64, _ greatest: Int64) -> [Int64] {
    var found: [Int64] = []
    for (start, end) in stretches {
      let (low, high) = (max(start, least), min(end, greatest))
      if low > high { continue }
      found.append(min(max(value, low), high))
    }
    return found
  }

  /// Of all accepted values within a range the one that asks for least: the lowest where there is a lowest.
  func leastDemanding(_ least: Int64, _ greatest: Int64) -> Int64? {
    for (start, end) in stretches {
      let (low, high) = (max(start, least), min(end, greatest))
      if low > high { continue }
      return start == .min && end != .max ? (high == .max ? low : high) : (low == .min ? min(0, high) : low)
    }
    return nil
  }

  /// What is accepted, the higher stretch first: rather one more than one less.
  private var stretches: [(Int64, Int64)] {
    if !isInverted { return low <= high ? [(low, high)] : [] }
    if low > high { return [(.min, .max)] }
    var result: [(Int64, Int64)] = []
    if high < .max { result.append((high + 1, .max)) }
    if low > .min { result.append((.min, low - 1)) }
    return result
  }
}
