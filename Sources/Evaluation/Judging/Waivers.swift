import Diagnostics
import Facts
import Quantities
import Rulebook

/// Waivers, by target, with the areas that they name.
struct ResolvedWaivers {
  struct Resolved {
    let waiver: Int
    let areas: [Int]
    let from: FiscalYear
    let until: FiscalYear
  }

  private(set) var byTarget: [[Resolved]]

  init(targetCount: Int) { byTarget = [[Resolved]](repeating: [], count: targetCount) }

  mutating func add(_ resolved: Resolved, to target: Int) { byTarget[target].append(resolved) }

  /// The waiver in force, by its position in the rulebook.
  func waiver(of target: Int, area: Int, _ year: FiscalYear) -> Int? {
    byTarget[target].first { $0.from <= year && year <= $0.until && $0.areas.contains(area) }?.waiver
  }
}
