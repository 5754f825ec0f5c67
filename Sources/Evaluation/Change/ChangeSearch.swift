import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Tries sets of up to three figures at the values where some comparison changes. It is asked where one pass cannot tell.
struct ChangeSearch {
  private let change: LeastChange
  private let judging: Judging
  private let keys: [FigureKey]

  /// Figures that are tried, and how often the demands are judged for one proposal.
  static let figureLimit = 16
  static let trialLimit = 4096

  init(_ change: LeastChange) {
    self.change = change
    judging = change.judging
    keys = change.movables.keys.prefix(ChangeSearch.figureLimit).filter { key in
      if case .unknown = change.judging.figure(key.indicator, key.area, key.year) { return true }
      return !change.movables.onlyAskedFor.contains(key)
    }
  }

  func proposal() -> Proposal? {
    var trials = 0
    for size in 1...3 {
      var best: Proposal?
      LeastChange.forEachSubset(of: keys.count, size: size) { chosen in
        extend(chosen.map { keys[$0] }, [], &best, &trials)
      }
      if best != nil { return best }
    }
    return nil
  }

  /// Moves the first of the open figures to each of its candidates, then the others beside it.
  private func extend(_ open: [FigureKey], _ moves: [Move], _ best: inout Proposal?, _ trials: inout Int) {
    guard let key = open.first else {
      trials += 1
      let proposal = Proposal(moves)
      if best.map({ proposal.cost < $0.cost }) ?? true, change.isMet(under: proposal) { best = proposal }
      return
    }
    let others = Array(open.dropFirst())
    for move in candidates(key, beside: others) {
      if trials >= ChangeSearch.trialLimit { return }
      if let best, Proposal(moves + [move]).cost >= best.cost { continue }
      let present = judging.trial
      judging.trial.set(key, .stored(move.to))
      extend(others, moves + [move], &best, &trials)
      judging.trial = present
    }
  }

  // MARK: Candidates

  private func candidates(_ key: FigureKey, beside others: [FigureKey]) -> [Move] {
    if change.movables.onlyAskedFor.contains(key) { return [change.anyValue(key)] }
    let range = judging.ranges[key.indicator]
    var values: [Int64] = []
    if range.low != .min { values.append(range.low) }
    if range.high != .max { values.append(range.high) }
    switch judging.rulebook.indicators[key.indicator].kind {
    case .choice, .yesOrNo, .ladder: values.append(contentsOf: range.low...max(range.low, min(range.high, range.low + 63)))
    default: break
    }
    values.append(contentsOf: breakpoints(key, open: []))
    if !others.isEmpty { values.append(contentsOf: breakpoints(key, open: others)) }
    var from: Int64?
    if case .stored(let stored) = judging.figure(key.indicator, key.area, key.year) {
      from = stored
      // Away from a zero that stands below a line.
      if stored > .min, stored < .max { values.append(contentsOf: [stored + 1, stored - 1]) }
    }
    // A blank figure on which nothing depends but that it is given.
    if from == nil, values.isEmpty { values.append(change.anyValue(key).to) }
    var moves: [Move] = []
    for value in Set(values).sorted() where value != from && value >= range.low && value <= range.high {
      let steps = from.map { change.steps(key, $0, value) } ?? 1
      moves.append(Move(key: key, from: from, to: value, isAnyValue: false, steps: steps))
    }
    return moves.sorted { $0.steps < $1.steps }
  }

  /// Values at which some comparison changes, and those beside them, with other figures as they are or fully open.
  private func breakpoints(_ key: FigureKey, open: [FigureKey]) -> [Int64] {
    let range = judging.ranges[key.indicator]
    let outer = (judging.assumptions, judging.sightings)
    var present: Int64?
    if case .stored(let stored) = judging.figure(key.indicator, key.area, key.year) { present = stored }
    judging.assumptions.set(key, .between(range.low, range.high))
    for other in open {
      let range = judging.ranges[other.indicator]
      judging.assumptions.set(other, .between(range.low, range.high))
    }
    judging.sightings = []
    judging.notesCounts = true
    for requirement in change.requirements {
      for demand in judging.demands(requirement, change.area, change.year) {
        if let condition = demand.condition { _ = judging.results(condition, change.area, change.year) }
      }
    }
    let seen = judging.sightings ?? []
    judging.sightings = nil
    judging.notesCounts = false
    var values: [Int64] = []
    for sighting in seen where sighting.figures.contains(key) {
      if case .condition(let condition) = sighting.kind {
        let changes = judging.changes(
          ofCondition: condition, sighting.area, sighting.year, key, range.low, range.high, shortRange: 32, from: present)
        for change in changes { values.append(contentsOf: [change - 1, change]) }
      }
      guard case .comparison(let position, let difference) = sighting.kind else { continue }
      if let difference {
        values.append(contentsOf: zeros(difference, key))
      } else {
        let changes = judging.changes(
          ofComparison: position, sighting.area, sighting.year, key, range.low, range.high, shortRange: 32, from: present)
        for change in changes { values.append(contentsOf: [change - 1, change]) }
      }
    }
    (judging.assumptions, judging.sightings) = outer
    return values
  }

  /// Where a form is zero with the other figures at either end, and the whole numbers around.
  private func zeros(_ form: Form, _ key: FigureKey) -> [Int64] {
    guard let term = form.terms.first(where: { $0.figure == key }) else { return [] }
    let others = judging.range(Form(constant: form.constant, terms: form.terms.filter { $0.figure != key }))
    let step = term.coefficient * judging.ranges[key.indicator].step
    var values: [Int64] = []
    for end in [others.low, others.high] {
      guard let finite = end.finite, let zero = (-finite).divided(by: step) else { continue }
      let (floor, _) = zero.wholeBelow
      if floor == .max || floor == .min { continue }
      values.append(contentsOf: [floor - 1, floor, floor + 1])
      if floor < .max - 1 { values.append(floor + 2) }
    }
    return values
  }
}
