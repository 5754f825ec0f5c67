import Facts
import Quantities
import RuleLanguage

/// Where a comparison that is no linear form changes with one figure.
extension Judging {
  /// The stored values from which on the result differs from that of the value before. In a short range every value is
  /// given; in a long one the changes between the ends and the middle are looked for by halving.
  func changes(
    ofComparison position: Int, _ area: Int, _ year: FiscalYear, _ key: FigureKey, _ low: Int64, _ high: Int64
  ) -> [Int64] {
    let (length, overflows) = high.subtractingReportingOverflow(low)
    if !overflows, length < 512 { return length > 0 ? Array((low + 1)...high) : [] }
    // Figures hold 15 digits: no comparison changes beyond.
    let far: Int64 = 1_000_000_000_000_000
    var ends = [max(low, -far), min(high, far)]
    if low < 0, high > 0 { ends.insert(0, at: 1) }
    var found: [Int64] = []
    for (first, last) in zip(ends, ends.dropFirst()) where first < last {
      if let change = change(ofComparison: position, area, year, key, first, last) { found.append(contentsOf: [change, change + 1]) }
    }
    return found
  }

  /// Between two values of unlike results: the first with another result than the value before.
  func change(
    ofComparison position: Int, _ area: Int, _ year: FiscalYear, _ key: FigureKey, _ first: Int64, _ last: Int64
  ) -> Int64? {
    let atFirst = results(ofComparison: position, area, year, key, at: first)
    if results(ofComparison: position, area, year, key, at: last) == atFirst { return nil }
    var (low, high) = (first, last)
    while low < high - 1 {
      let middle = low + (high - low) / 2
      if results(ofComparison: position, area, year, key, at: middle) == atFirst { low = middle } else { high = middle }
    }
    return high
  }

  private func results(
    ofComparison position: Int, _ area: Int, _ year: FiscalYear, _ key: FigureKey, at stored: Int64
  ) -> PossibleResults {
    let present = (assumptions, sightings)
    assumptions.set(key, .stored(stored))
    sightings = nil
    let results = results(ofComparison: position, area, year)
    (assumptions, sightings) = present
    return results
  }
}
