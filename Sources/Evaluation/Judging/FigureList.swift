import Facts

/// Figures in the order in which they were come upon, each once.
struct FigureList {
  private(set) var keys: [FigureKey] = []
  /// Kept only where the list is long.
  private var seen: Set<FigureKey> = []

  mutating func add(_ key: FigureKey) {
    if keys.count < 16 {
      if keys.contains(key) { return }
    } else {
      if seen.isEmpty { seen = Set(keys) }
      if !seen.insert(key).inserted { return }
    }
    keys.append(key)
  }
}
