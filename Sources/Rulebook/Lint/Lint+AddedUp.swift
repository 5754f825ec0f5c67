import Diagnostics
import Quantities
import RuleLanguage

/// Counts and amounts per person, or averages by their name, that an area above would add up: 1人当たり医療費 of a prefecture.
func perPersonAddedUp(in rulebook: Rulebook) -> [Diagnostic] {
  let doubtful = Set(
    rulebook.indicators.indices.filter { rulebook.indicators[$0].isAddedUp && rulebook.indicators[$0].isPerPerson })
  if doubtful.isEmpty { return [] }
  var finder = AddedUpFinder(rulebook: rulebook, doubtful: doubtful)
  for target in rulebook.targets {
    for requirement in target.requirements {
      for condition in requirement.gates + requirement.demands { finder.look(at: condition, level: requirement.subject.level) }
    }
  }
  return finder.found.sorted().map { warning(rulebook.indicators[$0]) }
}

private func warning(_ indicator: Indicator) -> Diagnostic {
  Diagnostic(
    .perPersonAddedUp, .warning, at: .rule(indicator.place),
    Wording(
      "「\(indicator.name)」 of several areas would be added up for an area above",
      "「\(indicator.name)」は、上位の地域が自ら報告しなければ、地域の値を足し合わせて判定します"),
    reason: Wording(
      "counts and amounts of areas add up; figures per person and averages do not", "件数や金額は足せますが、1人当たりの値や平均は足しても全体の値になりません"),
    mend: Wording(
      "write measured as: number in 円, which is never added up; or a measure, [expenses] ÷ [people]",
      "足し合わせない「回答形式 数値（円）」とするか、「算出指標「…」＝「医療費」÷「加入者数」」のように元の値から計算してください"))
}

extension Indicator {
  fileprivate var isAddedUp: Bool {
    switch kind {
    case .count, .amount: true
    default: false
    }
  }

  /// Whether a name says that the figure is one per person, or a mean.
  fileprivate var isPerPerson: Bool {
    let words = ["当たり", "あたり", "平均", "per person", "per capita", "per head", "average", "mean "]
    return [code, label, otherLabel].contains { name in
      guard let name else { return false }
      return words.contains { holds(Array(name.utf8), Array($0.utf8)) }
    }
  }

  private func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { text[$0..<($0 + word.count)].elementsEqual(word) }
  }
}

/// Walks through what is demanded, and at each figure knows the level of the areas whose figure it is.
private struct AddedUpFinder {
  let rulebook: Rulebook
  let doubtful: Set<Int>
  var found: Set<Int> = []

  mutating func look(at condition: Condition, level: Int) {
    switch condition {
    case .comparison(let comparison):
      look(at: comparison.left, level: level)
      look(at: comparison.right, level: level)
    case .reported(let figure): look(at: figure, level: level)
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): for part in parts { look(at: part, level: level) }
    case .not(let part): look(at: part, level: level)
    case .rank(let rank): look(at: rank.figure, level: level)
    case .deviation(let bound):
      look(at: bound.left, level: level)
      look(at: bound.figure, level: bound.peers.level)
    case .areas(let subject, let inner):
      if let filter = subject.filter { look(at: filter, level: subject.level) }
      look(at: inner, level: subject.level)
    case .outcome: break
    }
  }

  private mutating func look(at expression: Expression, level: Int) {
    switch expression {
    case .constant, .dayOfYear, .path, .parameter: break
    case .indicator(let indicator): if level > 0, doubtful.contains(indicator) { found.insert(indicator) }
    case .measure(let measure): look(at: rulebook.measures[measure].value, level: level)
    case .inYear(_, let inner), .rounded(let inner, _), .series(_, let inner), .positive(let inner), .absolute(let inner):
      look(at: inner, level: level)
    case .ofArea(let level, let inner): look(at: inner, level: level)
    // A total is one of the area above.
    case .aggregate(let aggregate, let level, let inner): look(at: inner, level: aggregate == .total ? level + 1 : level)
    case .peerAggregate(_, let peers, let inner): look(at: inner, level: peers.level)
    case .carriedOver(let carried):
      look(at: carried.demand, level: level)
      look(at: carried.figure, level: level)
    case .numberOfAreas(let level, let condition): look(at: condition, level: level)
    case .arithmetic(_, let left, let right):
      look(at: left, level: level)
      look(at: right, level: level)
    case .sum(let parts): for part in parts { look(at: part, level: level) }
    }
  }
}
