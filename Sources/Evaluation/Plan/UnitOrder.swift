import RuleLanguage

extension Plan {
  /// Puts targets before those that ask about them. A circle, which the checker refuses, is left as it stands.
  mutating func orderUnits() {
    let asked = unitsOfTarget.map { units in units.flatMap { targets(askedBy: self.units[$0]) } }
    asksForOutcomes = asked.contains { !$0.isEmpty }
    isAskedAbout = [Bool](repeating: false, count: asked.count)
    for target in asked.joined() where isAskedAbout.indices.contains(target) { isAskedAbout[target] = true }
    var waiting = asked.map { Set($0) }
    for target in waiting.indices { waiting[target].remove(target) }
    var askers = [[Int]](repeating: [], count: asked.count)
    for target in waiting.indices { for other in Set(asked[target]) where other != target { askers[other].append(target) } }
    var ready = waiting.indices.filter { waiting[$0].isEmpty }
    var isPlaced = [Bool](repeating: false, count: asked.count)
    var next = 0
    while next < ready.count {
      let target = ready[next]
      next += 1
      isPlaced[target] = true
      unitsInOrder.append(contentsOf: unitsOfTarget[target])
      for asker in askers[target].sorted() {
        waiting[asker].remove(target)
        if waiting[asker].isEmpty { ready.append(asker) }
      }
    }
    for target in isPlaced.indices where !isPlaced[target] { unitsInOrder.append(contentsOf: unitsOfTarget[target]) }
  }
}
