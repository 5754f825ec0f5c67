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

  package init(code: String, name: String, kana: String = "", romaji: String = "", level: Int, parent: Int?) {
    self.code = code
    self.name = name
    self.kana = kana
    self.romaji = romaji
    self.level = level
    self.parent = parent
  }
}

/// All areas, in the order of the areas file. The parents of an area are of strictly higher levels, so there is no circle.
package struct AreaTable: Sendable {
  package let areas: [Area]
  private let positions: [String: [Int]]
  /// By the spelling in Latin letters, for rules and figures in English.
  private let romanised: [String: [Int]]
  private let membersByLevel: [[Int]]

  package init(_ areas: [Area]) {
    self.areas = areas
    var positions: [String: [Int]] = [:]
    var romanised: [String: [Int]] = [:]
    var members: [[Int]] = []
    for (position, area) in areas.enumerated() {
      for key in Set([NameFolding.fold(area.code), NameFolding.fold(area.name)]) where !key.isEmpty {
        positions[key, default: []].append(position)
      }
      if !area.romaji.isEmpty { romanised[NameFolding.fold(area.romaji), default: []].append(position) }
      while members.count <= area.level { members.append([]) }
      members[area.level].append(position)
    }
    self.positions = positions
    self.romanised = romanised
    membersByLevel = members
  }

  package var count: Int { areas.count }

  /// All areas of a level.
  package func areas(ofLevel level: Int) -> [Int] {
    membersByLevel.indices.contains(level) ? membersByLevel[level] : []
  }

  /// The areas whose code or name this is, or else whose name in Latin letters, however it is written; more than one where names
  /// repeat.
  package func positions(named text: String) -> [Int] {
    let key = NameFolding.fold(text)
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
