import Facts
import Quantities
import Reports
import Rulebook

/// What is known of an area and of those above it, as a data file that the page's engine reads.
enum KnownFigures {
  static func file(of area: Int, in facts: Facts, _ rulebook: Rulebook, until year: FiscalYear) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["area", "year", "item", "value"])
    var position: Int? = area
    while let present = position {
      for number in facts.years where number <= year.number {
        for (indicator, declared) in rulebook.indicators.enumerated() {
          let text = FormEntry.text(
            FigureKey(indicator: indicator, area: present, year: FiscalYear(number)), in: facts, rulebook)
          if text.isEmpty { continue }
          writer.row([facts.areas.areas[present].code, String(number), declared.code, text])
        }
      }
      position = facts.areas.areas[present].parent
    }
    return writer.bytes
  }
}

/// The areas as the file that they were read from.
enum AreaFile {
  static func text(of table: AreaTable, levels: [Level]) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["code", "name", "kana", "romaji", "level", "parent"])
    for area in table.areas {
      let level = levels.indices.contains(area.level) ? levels[area.level].words.first ?? "" : ""
      writer.row([area.code, area.name, area.kana, area.romaji, level, area.parent.map { table.areas[$0].code } ?? ""])
    }
    return writer.bytes
  }
}
