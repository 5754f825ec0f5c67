import Facts
import Quantities

/// Areas within other text: titles, names of sheets, files and folders.
///
/// The longest name counts: 東淀川区 does not speak of 淀川区. Beside 北区, 大阪市 only says where it lies.
struct PlaceMentions {
  private struct Name {
    let scalars: [UInt32]
    let area: Int
  }

  private let areas: AreaTable
  /// By their first character, the longest first.
  private var names: [UInt32: [Name]] = [:]

  /// Shorter codes may be any number.
  private static let shortestCode = 5

  init(_ areas: AreaTable) {
    self.areas = areas
    for (position, area) in areas.areas.enumerated() {
      add(area.name, position)
      if area.code.utf8.count >= PlaceMentions.shortestCode { add(area.code, position) }
      if let parent = area.parent { add(areas.areas[parent].name + area.name, position) }
    }
    for key in names.keys { names[key]?.sort { $0.scalars.count > $1.scalars.count } }
  }

  private mutating func add(_ name: String, _ area: Int) {
    let scalars = NameFolding.fold(name).unicodeScalars.map { $0.value }
    guard let first = scalars.first else { return }
    names[first, default: []].append(Name(scalars: scalars, area: area))
  }

  /// The areas that a text speaks of, in their order.
  func find(in text: String) -> [Int] {
    let scalars = NameFolding.fold(text).unicodeScalars.map { $0.value }
    var found: [Int] = []
    var position = 0
    while position < scalars.count {
      let (here, length) = matches(scalars, at: position)
      for area in here where !found.contains(area) { found.append(area) }
      position += max(1, length)
    }
    return found.filter { area in !found.contains { $0 != area && isAbove(area, $0) } }
  }

  func isAbove(_ upper: Int, _ area: Int) -> Bool {
    areas.areas[upper].level > areas.areas[area].level && areas.ancestor(of: area, atLevel: areas.areas[upper].level) == upper
  }

  private func matches(_ scalars: [UInt32], at start: Int) -> (areas: [Int], length: Int) {
    var found: [Int] = []
    var length = 0
    for name in names[scalars[start]] ?? [] {
      guard length == 0 || name.scalars.count == length else { break }
      let end = start + name.scalars.count
      guard end <= scalars.count, scalars[start..<end].elementsEqual(name.scalars), isWhole(scalars, start, end) else { continue }
      length = name.scalars.count
      found.append(name.area)
    }
    return (found, length)
  }

  /// Letters and digits of a name end where others of their kind don't go on.
  private func isWhole(_ scalars: [UInt32], _ start: Int, _ end: Int) -> Bool {
    func isWord(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) || (0x61...0x7A).contains(scalar) }
    if start > 0, isWord(scalars[start]), isWord(scalars[start - 1]) { return false }
    return !(end < scalars.count && isWord(scalars[end - 1]) && isWord(scalars[end]))
  }
}
