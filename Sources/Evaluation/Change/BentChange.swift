import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The least change that meets a comparison with a figure over areas or a rounded one: it is looked for by halving, for
/// each movable figure by itself.
extension LeastChange {
  /// In larger groups with unknown figures each trial would have to look at all of them again.
  private static let openGroupLimit = 64

  func solveByTrying(_ position: Int, isNegated: Bool) -> Solution {
    if !isKnown(position), judging.tree.table.count > LeastChange.openGroupLimit { return .impossible }
    var best: Move?
    for key in movables.keys(inComparison: position) {
      for value in candidates(key, position) {
        guard let move = move(key, to: value), best.map({ move.steps < $0.steps }) ?? true else { continue }
        if isMet(position, isNegated: isNegated, under: move) { best = move }
      }
    }
    if let best { return .moves(Proposal([best])) }
    return movables.keys.count == 1 ? .impossible : .unclear
  }

  private func isKnown(_ position: Int) -> Bool {
    let comparison = judging.plan.comparisons[position]
    guard case .value = judging.known(comparison.left, area, year), case .value = judging.known(comparison.right, area, year)
    else { return false }
    return true
  }

  private func candidates(_ key: FigureKey, _ position: Int) -> [Int64] {
    if movables.onlyAskedFor.contains(key) { return [anyValue(key).to] }
    let range = judging.ranges[key.indicator]
    var present: Int64?
    if case .stored(let stored) = judging.figure(key.indicator, area, year) { present = stored }
    var values: [Int64] = []
    if range.low != .min { values.append(range.low) }
    if range.high != .max { values.append(range.high) }
    let changes = judging.changes(
      ofComparison: position, area, year, key, range.low, range.high, shortRange: 32, from: present)
    for change in changes { values.append(contentsOf: [change - 1, change]) }
    if let present, present > .min, present < .max { values.append(contentsOf: [present - 1, present + 1]) }
    return values.filter { $0 != present && $0 >= range.low && $0 <= range.high }
  }

  private func move(_ key: FigureKey, to value: Int64) -> Move? {
    if movables.onlyAskedFor.contains(key) {
      if case .stored = judging.figure(key.indicator, area, year) { return nil }
      return anyValue(key)
    }
    guard case .stored(let from) = judging.figure(key.indicator, area, year) else {
      return Move(key: key, from: nil, to: value, isAnyValue: false, steps: 1)
    }
    return Move(key: key, from: from, to: value, isAnyValue: false, steps: steps(key, from, value))
  }

  private func isMet(_ position: Int, isNegated: Bool, under move: Move) -> Bool {
    let present = judging.trial
    judging.trial.set(move.key, .stored(move.to))
    let results = judging.results(ofComparison: position, area, year)
    judging.trial = present
    return results == (isNegated ? .missed : .met)
  }
}
