/// Names that a misspelled one may have meant.
///
/// A candidate is near where few letters differ (a third of the longer name at most, one in any case), or where one name
/// holds the other whole. The nearest come first, equally near ones in the order in which they were given.
package enum Suggestions {
  package static let most = 3

  /// At most three of `candidates`, each once. Names are compared as `fold` gives them and answered as written.
  package static func nearest(to name: String, among candidates: [String], fold: (String) -> String) -> [String] {
    let wanted = letters(fold(name))
    if wanted.isEmpty { return [] }
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
      guard let distance = distance(from: wanted, to: letters(fold(candidate))) else { continue }
      if found.contains(where: { $0.candidate == candidate }) { continue }
      let place = found.firstIndex { $0.distance > distance } ?? found.count
      found.insert((distance, candidate), at: place)
      if found.count > most { found.removeLast() }
    }
    return found.map { $0.candidate }
  }

  /// Longer names are compared by their beginning only.
  private static let longest = 64

  private static func letters(_ text: String) -> [UInt32] {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars.prefix(longest) { scalars.append(scalar.value) }
    return scalars
  }

  /// How far two names lie apart; nothing where they have too little in common. A name that holds the other counts as one
  /// step further than the worst misspelling.
  private static func distance(from wanted: [UInt32], to candidate: [UInt32]) -> Int? {
    if candidate.isEmpty { return nil }
    let limit = max(1, max(wanted.count, candidate.count) / 3)
    let edits = abs(wanted.count - candidate.count) > limit ? limit + 1 : editDistance(wanted, candidate)
    // Two letters that share none are not a misspelling of one another.
    if edits <= limit, edits < min(wanted.count, candidate.count) { return edits }
    let (short, long) = wanted.count < candidate.count ? (wanted, candidate) : (candidate, wanted)
    return short.count >= 2 && holds(long, short) ? longest + long.count - short.count : nil
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from one name to the other.
  private static func editDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 0..<a.count {
      row[0] = i + 1
      for j in 0..<b.count {
        var cost = min(min(row[j], last[j + 1]) + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row[j + 1] = cost
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }

  private static func holds(_ long: [UInt32], _ short: [UInt32]) -> Bool {
    for start in 0...(long.count - short.count) where long[start..<(start + short.count)].elementsEqual(short) { return true }
    return false
  }
}
