import Facts
import Quantities
import RuleLanguage

/// The values of a group, in order. An object, for it is looked at for every trial and never copied.
final class MemberValues {
  let sorted: [Rational]
  let total: Rational
  /// Areas for which the value is unknown.
  let unknown: [Int]

  init(_ values: [Rational], unknown: [Int]) {
    sorted = values.sorted()
    total = values.reduce(.zero) { $0 + $1 }
    self.unknown = unknown
  }

  /// How many values are less.
  func count(below value: Rational) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The values of a group with a few replaced: a median is then found without asking all areas again.
struct ReplacedValues {
  private let base: MemberValues
  /// Positions of removed values, in order.
  private var removed: [Int] = []
  /// Values that came instead, in order.
  private var inserted: [Rational] = []
  private var total: Rational

  init(_ base: MemberValues) {
    self.base = base
    total = base.total
  }

  mutating func remove(_ value: Rational) {
    var place = base.count(below: value)
    // Of equal values each is removed once.
    while removed.contains(place) { place += 1 }
    guard place < base.sorted.count, base.sorted[place] == value else { return }
    removed.append(place)
    removed.sort()
    total = total - value
  }

  mutating func insert(_ value: Rational) {
    inserted.append(value)
    inserted.sort()
    total = total + value
  }

  private var count: Int { base.sorted.count - removed.count + inserted.count }

  /// The value at a position, in order.
  private func element(_ position: Int) -> Rational {
    var before = 0
    for value in inserted {
      let below = base.count(below: value)
      let rank = before + below - removed.filter { $0 < below }.count
      if rank == position { return value }
      if rank > position { break }
      before += 1
    }
    var place = position - before
    for gap in removed where gap <= place { place += 1 }
    return base.sorted[place]
  }

  func figure(_ aggregate: Aggregate) -> Rational? {
    if count == 0 { return nil }
    switch aggregate {
    case .total: return total
    case .average: return total.divided(by: Rational(Int64(count)))
    case .lowest: return element(0)
    case .highest: return element(count - 1)
    case .median:
      let middle = count / 2
      if count % 2 == 1 { return element(middle) }
      return (element(middle - 1) + element(middle)).divided(by: Rational(2))
    }
  }
}

extension Judging {
  /// An aggregate under assumptions about a few areas; nothing where it has to be computed from all of them.
  func knownWithChanges(
    _ aggregate: Aggregate, of members: [Int], _ inner: Int, _ key: AggregateKey, _ year: FiscalYear
  ) -> Known? {
    guard members.count > 4, let changed = changedAreas(of: members, inner) else { return nil }
    let base = memberValues(of: members, inner, key, year)
    var values = ReplacedValues(base)
    var unknownCount = base.unknown.count
    for area in changed where members.contains(area) {
      if base.unknown.contains(area) {
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

  /// The areas that assumptions speak of, where each member's value rests on its own figures: on none that is summed from
  /// areas below, or from those that were merged into it. At most four.
  func changedAreas(of members: [Int], _ inner: Int) -> [Int]? {
    guard plan.restsOnOwnFigures[inner], !tree.table.changes, let first = members.first, tree.isLowest(first) else { return nil }
    var areas: [Int] = []
    for key in assumptions.keys where !areas.contains(key.area) { areas.append(key.area) }
    for key in trial.keys where !areas.contains(key.area) { areas.append(key.area) }
    return areas.count <= 4 ? areas : nil
  }

  private func memberValues(of members: [Int], _ inner: Int, _ key: AggregateKey, _ year: FiscalYear) -> MemberValues {
    if let known = memberValues[key] { return known }
    var found: [Rational] = []
    var unknown: [Int] = []
    withoutChanges {
      for member in members {
        switch known(inner, member, year) {
        case .value(let value): found.append(value)
        case .notApplicable: continue
        case .unknown: unknown.append(member)
        }
      }
    }
    let values = MemberValues(found, unknown: unknown)
    memberValues[key] = values
    return values
  }

  func withoutChanges<Result>(_ body: () -> Result) -> Result {
    let present = (assumptions, trial)
    (assumptions, trial) = (Assumptions(), Assumptions())
    let result = body()
    (assumptions, trial) = present
    return result
  }
}
