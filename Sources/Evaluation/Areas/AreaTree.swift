import Facts
import Quantities

/// Who lies below whom, laid out once: aggregates ask for it at every area.
struct AreaTree {
  let table: AreaTable
  /// By level, by area: the areas of the level below it.
  private let below: [[[Int]]]
  /// By area: its position among the areas of its level.
  let rows: [Int]
  /// By area: the areas whose parent it is.
  let children: [[Int]]
  private let isLowestLevel: [Bool]

  init(_ table: AreaTable) {
    self.table = table
    let levelCount = (table.areas.map { $0.level }.max() ?? 0) + 1
    var below = [[[Int]]](repeating: [[Int]](repeating: [], count: table.count), count: levelCount)
    var children = [[Int]](repeating: [], count: table.count)
    var rows = [Int](repeating: 0, count: table.count)
    var counts = [Int](repeating: 0, count: levelCount)
    for (position, area) in table.areas.enumerated() {
      rows[position] = counts[area.level]
      counts[area.level] += 1
      below[area.level][position].append(position)
      if let parent = area.parent, children.indices.contains(parent) { children[parent].append(position) }
      var above = area.parent
      // Levels rise strictly on the way up: there are at most as many steps as levels.
      for _ in 0..<levelCount {
        guard let current = above, table.areas.indices.contains(current) else { break }
        below[area.level][current].append(position)
        above = table.areas[current].parent
      }
    }
    self.below = below
    self.children = children
    self.rows = rows
    isLowestLevel = (0..<levelCount).map { level in table.areas(ofLevel: level).allSatisfy { children[$0].isEmpty } }
  }

  /// The areas that a figure over areas of `level` is about when it is asked at `area`, and the area that holds them all
  /// (-1 where nothing does): they are the same for every area of one such group.
  func group(ofLevel level: Int, at area: Int, _ year: FiscalYear) -> (holder: Int, members: [Int]) {
    let (holder, members) = group(ofLevel: level, at: area)
    return (holder, table.existing(members, in: year))
  }

  private func group(ofLevel level: Int, at area: Int) -> (holder: Int, members: [Int]) {
    guard below.indices.contains(level) else { return (area, []) }
    if table.areas[area].level > level { return (area, below[level][area]) }
    if let holder = table.ancestor(of: area, atLevel: level + 1) { return (holder, below[level][holder]) }
    return (-1, table.areas(ofLevel: level))
  }

  /// Whether no area of the level of this one has others below it.
  func isLowest(_ area: Int) -> Bool { isLowestLevel[table.areas[area].level] }

  func areas(ofLevel level: Int, below area: Int, _ year: FiscalYear) -> [Int] {
    below.indices.contains(level) ? table.existing(below[level][area], in: year) : []
  }

  /// The areas over which a count that the area does not report is summed: those directly below; before it began, those
  /// that were merged into it.
  func parts(of area: Int, _ year: FiscalYear) -> [Int] {
    table.exists(area, in: year) ? table.existing(children[area], in: year) : table.merged(into: area, before: year)
  }
}
