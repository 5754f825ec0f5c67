import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Areas for an example of a rulebook that has no areas file: those that the example names, under one area for each level
/// above.
func madeUpAreas(for example: Example, of rulebook: Rulebook) -> AreaTable {
  var names: [String] = []
  var levels: [Int] = []
  func note(_ name: Spelled, level: Int, isCertain: Bool) {
    let key = NameFolding.fold(name.text)
    if let place = names.firstIndex(where: { NameFolding.fold($0) == key }) {
      if isCertain, levels[place] == 0 { levels[place] = level }
    } else {
      names.append(name.text)
      levels.append(level)
    }
  }
  for given in example.given {
    if case .named(let name) = given.area { note(name, level: 0, isCertain: false) }
  }
  for expectation in example.expected {
    guard let area = expectation.area else { continue }
    let judged = rulebook.targets[expectation.target].requirements.map { $0.subject.judgedLevel }
    note(area, level: judged.min() ?? 0, isCertain: true)
  }
  return areaTable(names, levels, rulebook)
}

private func areaTable(_ names: [String], _ levels: [Int], _ rulebook: Rulebook) -> AreaTable {
  let levelCount = max(rulebook.program.levels.count, (levels.max() ?? 0) + 1)
  // The named areas first; then, from the lowest level on, one for each level that no name fills.
  var holders = [Int?](repeating: nil, count: levelCount)
  for (position, level) in levels.enumerated() where holders[level] == nil { holders[level] = position }
  var madeUp: [Int] = []
  for level in 1..<max(1, levelCount) where holders[level] == nil {
    holders[level] = names.count + madeUp.count
    madeUp.append(level)
  }
  func parent(ofLevel level: Int) -> Int? { level + 1 < levelCount ? holders[level + 1] : nil }
  var areas: [Area] = []
  for (name, level) in zip(names, levels) {
    areas.append(Area(code: "", name: name, level: level, parent: parent(ofLevel: level)))
  }
  for level in madeUp {
    let word = level < rulebook.program.levels.count ? rulebook.program.levels[level].word(in: .japanese) : ""
    areas.append(Area(code: "level-\(String(level))", name: word, level: level, parent: parent(ofLevel: level)))
  }
  return AreaTable(areas)
}
