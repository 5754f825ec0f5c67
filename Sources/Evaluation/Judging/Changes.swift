import Facts
import Quantities
import RuleLanguage

/// Where a comparison that is no linear form changes with one figure.
extension Judging {
  /// The stored values from which on the result differs from that of the value before. In a short range every value is
  /// given; in a longer one the changes between the ends and the middle are looked for by halving.
  func changes(
    ofComparison position: Int, _ area: Int, _ year: FiscalYear, _ key: FigureKey, _ low: Int64, _ high: Int64,
    shortRange: Int64, from present: Int64? = nil
  ) -> [Int64] {
    changes(low, high, shortRange: shortRange, from: present) { self.standing(position, area, year, key, at: $0) }
  }

  /// The same for a rank or a deviation.
  func changes(
    ofCondition condition: Int, _ area: Int, _ year: FiscalYear, _ key: FigureKey, _ low: Int64, _ high: Int64,
    shortRange: Int64, from present: Int64? = nil
  ) -> [Int64] {
    changes(low, high, shortRange: shortRange, from: present) { stored in
      let present = (assumptions, sightings)
      assumptions.set(key, .stored(stored))
      sightings = nil
      defer { (assumptions, sightings) = present }
      return Int(results(condition, area, year).rawValue)
    }
  }

  private func changes(
    _ low: Int64, _ high: Int64, shortRange: Int64, from present: Int64?, standing: (Int64) -> Int
  ) -> [Int64] {
    let (length, overflows) = high.subtractingReportingOverflow(low)
    if !overflows, length < shortRange { return length > 0 ? Array((low + 1)...high) : [] }
    // Figures hold 15 digits: no comparison changes beyond.
    let far: Int64 = 1_000_000_000_000_000
    var ends = [max(low, -far), min(high, far)]
    let middle = present ?? 0
    if ends[0] < middle, middle < ends[1] { ends.insert(middle, at: 1) }
    var found: [Int64] = []
    for (first, last) in zip(ends, ends.dropFirst()) where first < last {
      found.append(contentsOf: changes(first, last, standing))
    }
    return found
  }

  /// Between two values of unlike standing: the first that stands otherwise than the one end, and the first from which on
  /// all stand as the other.
  private func changes(_ first: Int64, _ last: Int64, _ standing: (Int64) -> Int) -> [Int64] {
    let (atFirst, atLast) = (standing(first), standing(last))
    if atFirst == atLast { return [] }
    func halve(_ isBefore: (Int) -> Bool) -> Int64 {
      var (low, high) = (first, last)
      while low < high - 1 {
        let middle = low + (high - low) / 2
        if isBefore(standing(middle)) { low = middle } else { high = middle }
      }
      return high
    }
    let start = halve { $0 == atFirst }
    return standing(start) == atLast ? [start] : [start, halve { $0 != atLast }]
  }

  /// How the sides of a comparison stand to each other with one figure set: less, equal or more, or what is possible.
  private func standing(_ position: Int, _ area: Int, _ year: FiscalYear, _ key: FigureKey, at stored: Int64) -> Int {
    let present = (assumptions, sightings)
    assumptions.set(key, .stored(stored))
    sightings = nil
    defer { (assumptions, sightings) = present }
    let comparison = plan.comparisons[position]
    if case .value(let left) = known(comparison.left, area, year), case .value(let right) = known(comparison.right, area, year) {
      return left < right ? 16 : (left == right ? 17 : 18)
    }
    return Int(results(ofComparison: position, area, year).rawValue)
  }
}
