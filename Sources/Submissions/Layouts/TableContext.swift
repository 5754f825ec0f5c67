import Diagnostics
import Facts
import Quantities

/// What holds for a whole table: said above it, by the name of its sheet, or by the name of its file.
struct TableContext {
  private(set) var area: Int?
  private(set) var year: FiscalYear?
  private(set) var item: Int?
  /// An area that another of these places names instead; which of them holds is not guessed.
  private(set) var otherArea: Int?
  /// A year that another of these places names instead. The one that stands nearest to the table holds.
  private(set) var otherYear: FiscalYear?

  /// Longer texts explain things and speak of many.
  private static let longestTitle = 80

  /// - Parameters:
  ///   - titles: the rows above the table, that belong to no other.
  ///   - path: the file as the user named it, with the folders it lies in.
  init(titles: [HeadRow], sheet: String, path: String, names: NameSense) {
    let folders = path.split(separator: "/").map { String($0) }
    let file = folders.last.map { TableContext.withoutEnding($0) } ?? ""
    take(titles, names)
    let stems = [sheet, file]
    for (position, text) in stems.enumerated() {
      take(area: names.places.find(in: text), isFolder: false, names)
      take(year: YearMentions.find(in: text, bare: position >= 0), isFolder: false)
    }
    for folder in folders.dropLast().reversed() {
      take(area: names.places.find(in: folder), isFolder: true, names)
      take(year: YearMentions.find(in: folder, bare: true), isFolder: true)
    }
    if item == nil, let only = names.item(sheet).first, names.item(sheet).count == 1 { item = only }
  }

  private mutating func take(_ titles: [HeadRow], _ names: NameSense) {
    var areas: [Int] = []
    var years: [FiscalYear] = []
    var labelled: [FiscalYear] = []
    for row in titles {
      for (position, cell) in row.cells.enumerated() where cell.text.unicodeScalars.count <= TableContext.longestTitle {
        for area in names.places.find(in: cell.text) where !areas.contains(area) { areas.append(area) }
        for year in YearMentions.find(in: cell.text, bare: false) where !years.contains(year) { years.append(year) }
        if let only = cell.sense.items.first, cell.sense.items.count == 1 { item = only }
        if position > 0, row.cells[position - 1].sense.word == .year, let year = cell.sense.year { labelled.append(year) }
      }
    }
    take(area: areas.filter { upper in !areas.contains { names.places.isAbove(upper, $0) } }, isFolder: false, names)
    // A year that is asked for by name counts for more than one that a title happens to speak of.
    take(year: labelled.count == 1 ? labelled : years, isFolder: false)
  }

  private mutating func take(area found: [Int], isFolder: Bool, _ names: NameSense) {
    guard found.count == 1 else { return }
    guard let known = area else {
      area = found[0]
      return
    }
    if known == found[0] || names.places.isAbove(found[0], known) { return }
    if names.places.isAbove(known, found[0]) {
      area = found[0]
    } else if !isFolder, otherArea == nil {
      otherArea = found[0]
    }
  }

  private mutating func take(year found: [FiscalYear], isFolder: Bool) {
    guard found.count == 1 else { return }
    if year == nil {
      year = found[0]
    } else if year != found[0], !isFolder, otherYear == nil {
      otherYear = found[0]
    }
  }

  private static func withoutEnding(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
