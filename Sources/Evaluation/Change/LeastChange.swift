import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Looks for the least change of an area's own figures that meets its demands in every filling of the rest: fewest figures,
/// then fewest steps, then the order of writing. Whatever is proposed has been judged again.
struct LeastChange {
  let judging: Judging
  let requirements: [RequirementStep]
  let area: Int
  let year: FiscalYear
  let movables: Movables

  init(_ judging: Judging, _ requirements: [RequirementStep], _ area: Int, _ year: FiscalYear) {
    self.judging = judging
    self.requirements = requirements
    self.area = area
    self.year = year
    movables = Movables(requirements, area, year, judging)
  }

  func proposal() -> Proposal? {
    if movables.keys.isEmpty { return nil }
    if !movables.repeats {
      switch solve() {
      case .moves(let proposal): if isMet(under: proposal) { return inOrder(proposal) }
      case .impossible: return nil
      case .met, .absent, .unclear: break
      }
    }
    return ChangeSearch(self).proposal().map { inOrder($0) }
  }

  private func inOrder(_ proposal: Proposal) -> Proposal {
    Proposal(movables.keys.compactMap { key in proposal.moves.first { $0.key == key } })
  }

  /// Judges again with the change applied.
  func isMet(under proposal: Proposal) -> Bool {
    let present = judging.trial
    for move in proposal.moves { judging.trial.set(move.key, .stored(move.to)) }
    let results = results()
    judging.trial = present
    return results == .met
  }

  func results() -> PossibleResults {
    judging.settled(mayRepeat: true) {
      var results: PossibleResults = .notApplicable
      for requirement in requirements { results = results.and(judging.results(requirement, area, year)) }
      return results
    }
  }

  // MARK: One pass

  private func solve() -> Solution {
    var whole = Solution.absent
    for requirement in requirements {
      let results = judging.results(requirement, area, year)
      if results == .notApplicable { continue }
      whole = whole.and(solve(requirement.demand, isNegated: false))
    }
    return whole
  }

  /// What it takes to meet a condition, where no figure stands in two of its parts.
  private func solve(_ condition: Int, isNegated: Bool) -> Solution {
    let plain = judging.results(condition, area, year)
    let present = isNegated ? plain.negated : plain
    if present == .met { return .met }
    if present == .notApplicable { return .absent }
    switch judging.plan.conditions[condition] {
    case .comparison(let position): return solve(comparison: position, isNegated: isNegated)
    case .reported(let step): return isNegated ? .impossible : solve(reported: step)
    case .all(let parts): return isNegated ? least(parts, isNegated: true) : sum(parts, isNegated: false)
    case .any(let parts): return isNegated ? sum(parts, isNegated: true) : least(parts, isNegated: false)
    case .not(let inner): return solve(inner, isNegated: !isNegated)
    case .numberMet(let relation, let number, let parts):
      switch isNegated ? relation.negated : relation {
      case .atLeast: return least(number, of: parts)
      case .moreThan: return least(number + 1, of: parts)
      case .atMost, .lessThan, .equal, .notEqual: return .unclear
      }
    case .outcome: return .impossible
    case .rank, .deviation, .areas: return .unclear
    case .unjudgeable: return .unclear
    }
  }

  private func sum(_ parts: Parts, isNegated: Bool) -> Solution {
    var whole = Solution.absent
    for position in 0..<parts.count {
      whole = whole.and(solve(judging.plan.part(parts, position), isNegated: isNegated))
    }
    return whole
  }

  /// One of several parts: what is not applicable now may have to become so.
  private func solveAlternative(_ condition: Int, isNegated: Bool) -> Solution {
    let solution = solve(condition, isNegated: isNegated)
    if case .absent = solution, judging.plan.divides(condition: condition) { return .unclear }
    return solution
  }

  private func least(_ parts: Parts, isNegated: Bool) -> Solution {
    var best = Solution.impossible
    for position in 0..<parts.count {
      switch (best, solveAlternative(judging.plan.part(parts, position), isNegated: isNegated)) {
      case (_, .unclear), (.unclear, _): best = .unclear
      case (.impossible, let next): if case .moves = next { best = next }
      case (.moves(let known), .moves(let next)): if next.cost < known.cost { best = .moves(next) }
      default: break
      }
    }
    return best
  }

  /// The least changes of as many parts as are missing.
  private func least(_ number: Int, of parts: Parts) -> Solution {
    var missing = number
    var proposals: [Proposal] = []
    for position in 0..<parts.count {
      switch solveAlternative(judging.plan.part(parts, position), isNegated: false) {
      case .met: missing -= 1
      case .moves(let proposal): proposals.append(proposal)
      case .unclear: return .unclear
      case .absent, .impossible: break
      }
    }
    if proposals.count < missing { return .impossible }
    let order = proposals.indices.sorted {
      proposals[$0].cost == proposals[$1].cost ? $0 < $1 : proposals[$0].cost < proposals[$1].cost
    }
    var whole = Proposal()
    for place in order.prefix(max(0, missing)) { whole.add(proposals[place]) }
    return .moves(whole)
  }

  private func solve(reported step: Int) -> Solution {
    switch judging.plan.expressions[step] {
    case .indicator(let indicator):
      let key = FigureKey(indicator: indicator, area: area, year: year)
      guard movables.keys.contains(key) else { return .impossible }
      return .moves(Proposal([anyValue(key)]))
    default: return .unclear
    }
  }

  /// A blank figure that is only asked for gets any value.
  func anyValue(_ key: FigureKey) -> Move {
    let range = judging.ranges[key.indicator]
    return Move(key: key, from: nil, to: max(range.low, min(0, range.high)), isAnyValue: true, steps: 1)
  }
}

/// What it takes to meet a condition.
enum Solution {
  case met
  /// Not applicable: asks for nothing.
  case absent
  case moves(Proposal)
  case impossible
  /// Not to be told in one pass.
  case unclear

  func and(_ other: Solution) -> Solution {
    switch (self, other) {
    case (.impossible, _), (_, .impossible): return .impossible
    case (.unclear, _), (_, .unclear): return .unclear
    case (.absent, let next), (let next, .absent): return next
    case (.met, let next), (let next, .met): return next
    case (.moves(var mine), .moves(let theirs)):
      mine.add(theirs)
      return .moves(mine)
    }
  }
}
