import Facts
import Quantities
import RuleLanguage

/// The values of a group, in order: a median with a few figures changed is then found without asking all areas again.
struct MemberValues {
  var sorted: [Rational] = []
  var total: Rational = .zero
  /// Areas for which the value is unknown.
  var unknown: [Int] = []

  mutating func remove(_ value: Rational) {
    let place = place(of: value)
    guard place < sorted.count, sorted[place] == value else { return }
    sorted.remove(at: place)
    total = total - value
  }

  mutating func insert(_ value: Rational) {
    sorted.insert(value, at: place(of: value))
    total = total + value
  }

  private func place(of value: Rational) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func figure(_ aggregate: Aggregate) -> Rational? {
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    switch aggregate {
    case .total: return total
    case .average: return total.divided(by: Rational(Int64(sorted.count)))
    case .lowest: return least
    case .highest: return greatest
    case .median:
      let middle = sorted.count / 2
      if sorted.count % 2 == 1 { return sorted[middle] }
      return (sorted[middle - 1] + sorted[middle]).divided(by: Rational(2))
    }
  }
}

extension Judging {
  /// An aggregate under assumptions about a few areas; nothing where it has to be computed from all of them.
  func knownWithChanges(
    _ aggregate: Aggregate, of members: [Int], _ inner: Int, _ key: AggregateKey, _ year: FiscalYear
  ) -> Known? {
    guard members.count > 4, tree.isLowest(members[0]), let changed = changedAreas(inner) else { return nil }
    var values = memberValues(of: members, inner, key, year)
    var unknownCount = values.unknown.count
    for area in changed where members.contains(area) {
      if values.unknown.contains(area) {
        unknownCount -= 1
      } else if case .value(let before) = withoutChanges({ known(inner, area, year) }) {
        values.remove(before)
      }
      switch known(inner, area, year) {
      case .value(let now): values.insert(now)
      case .notApplicable: break
      case .unknown: unknownCount += 1
      }
    }
    if unknownCount > 0 { return .unknown }
    return values.figure(aggregate).map { .value($0) } ?? .notApplicable
  }

  /// The areas that assumptions speak of, where each area's value rests on its own figures; at most four.
  private func changedAreas(_ inner: Int) -> [Int]? {
    guard plan.restsOnOwnFigures[inner] else { return nil }
    var areas: [Int] = []
    for key in assumptions.keys where !areas.contains(key.area) { areas.append(key.area) }
    for key in trial.keys where !areas.contains(key.area) { areas.append(key.area) }
    return areas.count <= 4 ? areas : nil
  }

  private func memberValues(of members: [Int], _ inner: Int, _ key: AggregateKey, _ year: FiscalYear) -> MemberValues {
    if let known = memberValues[key] { return known }
    var values = MemberValues()
    withoutChanges {
      for member in members {
        switch known(inner, member, year) {
        case .value(let value):
          values.sorted.append(value)
          values.total = values.total + value
        case .notApplicable: continue
        case .unknown: values.unknown.append(member)
        }
      }
    }
    values.sorted.sort()
    memberValues[key] = values
    return values
  }

  private func withoutChanges<Result>(_ body: () -> Result) -> Result {
    let present = (assumptions, trial)
    (assumptions, trial) = (Assumptions(), Assumptions())
    let result = body()
    (assumptions, trial) = present
    return result
  }
}
