import Facts
import Quantities

/// What is taken to be so of one figure while cases or changes are tried.
enum Assumption {
  case stored(Int64)
  case value(Rational)
  /// Unknown, between two stored figures; the ends of `Int64` stand for open sides.
  case between(Int64, Int64)
}

/// Assumptions about figures, which go before what the facts say.
struct Assumptions {
  private(set) var keys: [FigureKey] = []
  private var assumptions: [Assumption] = []
  /// Which indicators are spoken of: sums over others may be remembered.
  private(set) var indicators: [Int] = []

  var isEmpty: Bool { keys.isEmpty }

  subscript(key: FigureKey) -> Assumption? {
    let position = place(key)
    return position < keys.count && keys[position] == key ? assumptions[position] : nil
  }

  /// Where the key stands, or would stand.
  private func place(_ key: FigureKey) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].precedes(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func set(_ key: FigureKey, _ assumption: Assumption) {
    let position = place(key)
    if position < keys.count, keys[position] == key {
      assumptions[position] = assumption
    } else {
      keys.insert(key, at: position)
      assumptions.insert(assumption, at: position)
      if !indicators.contains(key.indicator) { indicators.append(key.indicator) }
    }
  }

  func speaks(ofAny others: [Int]) -> Bool {
    indicators.contains { others.contains($0) }
  }
}
