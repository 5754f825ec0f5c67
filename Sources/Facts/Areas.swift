import Quantities

/// An area that reports, or that is judged through the areas below it.
package struct Area: Sendable, Hashable {
  package let code: String
  package let name: String
  /// The reading in kana and in Latin letters; empty where the areas file has none.
  package let kana: String
  package let romaji: String
  /// The level's position in the rulebook, the lowest first.
  package let level: Int
  /// The area that holds this one, by its position; an earlier or later row of the same table.
  package let parent: Int?
  /// The first and the last year in which the area exists; nothing where that side is open.
  package let from: FiscalYear?
  package let until: FiscalYear?
  /// The areas that took its place, by their positions: one where it was merged, several where it was split.
  package let successors: [Int]

  package init(
    code: String, name: String, kana: String = "", romaji: String = "", level: Int, parent: Int?, from: FiscalYear? = nil,
    until: FiscalYear? = nil, successors: [Int] = []
  ) {
    self.code = code
    self.name = name
    self.kana = kana
    self.romaji = romaji
    self.level = level
    self.parent = parent
    self.from = from
    self.until = until
    self.successors = successors
  }

  package func exists(in year: FiscalYear) -> Bool {
    (from.map { $0 <= year } ?? true) && (until.map { year <= $0 } ?? true)
  }
}

/// All areas, in the order of the areas file. The parents of an area are of strictly higher levels, so there is no circle.
package struct AreaTable: Sendable {
  package let areas: [Area]
  private let positions: [FoldedName: [Int]]
  /// By the spelling in Latin letters, for rules and figures in English.
  private let romanised: [FoldedName: [Int]]
  private let membersByLevel: [[Int]]
  /// Whether some area begins or ends.
  package let changes: Bool
  /// By area: those that went into it as a whole.
  private let merged: [Int: [Int]]

  package init(_ areas: [Area]) {
    self.areas = areas
    var positions: [FoldedName: [Int]] = [:]
    var romanised: [FoldedName: [Int]] = [:]
    var members: [[Int]] = []
    for (position, area) in areas.enumerated() {
      for key in Set([FoldedName(area.code), FoldedName(area.name)]) where !key.isEmpty {
        positions[key, default: []].append(position)
      }
      if !area.romaji.isEmpty { romanised[FoldedName(area.romaji), default: []].append(position) }
      while members.count <= area.level { members.append([]) }
      members[area.level].append(position)
    }
    self.positions = positions
    self.romanised = romanised
    changes = areas.contains { $0.from != nil || $0.until != nil }
    var merged: [Int: [Int]] = [:]
    for (position, area) in areas.enumerated() where area.successors.count == 1 {
      merged[area.successors[0], default: []].append(position)
    }
    self.merged = merged
    membersByLevel = members
  }

  package var count: Int { areas.count }

  package func exists(_ area: Int, in year: FiscalYear) -> Bool { !changes || areas[area].exists(in: year) }

  /// Of these areas those that exist in the year.
  package func existing(_ members: [Int], in year: FiscalYear) -> [Int] {
    changes ? members.filter { areas[$0].exists(in: year) } : members
  }

  /// Before an area began: those that were merged into it. In a merger counts and amounts add; of a part of a split area
  /// nothing is known.
  package func merged(into area: Int, before year: FiscalYear) -> [Int] {
    guard let from = areas[area].from, year < from else { return [] }
    return merged[area] ?? []
  }

  /// All areas of a level.
  package func areas(ofLevel level: Int) -> [Int] {
    membersByLevel.indices.contains(level) ? membersByLevel[level] : []
  }

  /// The areas whose code or name this is, or else whose name in Latin letters, however it is written; more than one where names
  /// repeat.
  package func positions(named text: String) -> [Int] {
    let key = FoldedName(text)
    return positions[key] ?? romanised[key] ?? []
  }

  /// The area of that level that holds the area: itself where it is of the level, nothing where none does.
  package func ancestor(of area: Int, atLevel level: Int) -> Int? {
    var current: Int? = area
    while let position = current, areas[position].level < level { current = areas[position].parent }
    return current.flatMap { areas[$0].level == level ? $0 : nil }
  }

  /// The areas of a level that lie below an area, in order; the area itself where it is of that level.
  package func areas(ofLevel level: Int, below area: Int) -> [Int] {
    areas(ofLevel: level).filter { ancestor(of: $0, atLevel: areas[area].level) == area }
  }
}
