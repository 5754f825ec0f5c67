import Diagnostics
import Facts
import Quantities
import Reports
import Rulebook
import Submissions
import Workbook

/// What came of a file: an answer for the page, or the parts that have to be inflated before.
package enum FileAnswer {
  case wanted([InflatedParts.Wanted])
  case read([UInt8])
}

extension Session {
  /// Reads a file that was dropped on the page. Its figures of the area and the year come back as entries, for the page to fill
  /// in; figures of earlier years are taken at once, where nothing was known of them.
  package mutating func read(_ file: NamedFile, _ inflated: InflatedParts) -> FileAnswer {
    var reader = SubmissionReader(rulebook: rulebook, areas: areas)
    if InflatedParts.isWorkbook(file) {
      let (workbook, wanted) = inflated.read(file)
      if !wanted.isEmpty { return .wanted(wanted) }
      reader.add(path: file.path, workbook: workbook)
    } else {
      reader.add(path: file.path, bytes: file.bytes)
    }
    let reading = reader.read(including: year)
    var entries: [ReadingReport.Entry] = []
    var fields: [CellPlace: Int] = [:]
    for indicator in rulebook.indicators.indices where asksOf(indicator) {
      let text = FormEntry.text(key(indicator), in: reading.facts, rulebook)
      if !text.isEmpty { entries.append(.init(indicator: indicator, text: text)) }
      if let place = reading.facts.origin(key(indicator)) { fields[place] = indicator }
    }
    let earlier = takeEarlierYears(reading.facts)
    return .read(
      ReadingReport.render(
        file: file.path, entries: entries, earlier: earlier, note: note(entries.count + earlier, reading),
        diagnostics: reading.diagnostics, sources: SourceSet(), language: language
      ) { location in
        if case .cell(let place) = location { return fields[place] }
        return nil
      })
  }

  /// How many figures of the area's earlier years were new.
  private mutating func takeEarlierYears(_ read: Facts) -> Int {
    var count = 0
    for number in facts.years where number < year.number && read.years.contains(number) {
      for indicator in rulebook.indicators.indices {
        let key = FigureKey(indicator: indicator, area: area, year: FiscalYear(number))
        guard facts.state(key) == .notReported else { continue }
        switch read.state(key) {
        case .notReported: continue
        case .notApplicable: facts.set(key, .notApplicable)
        case .given: facts.take(read.stored(key) ?? 0, of: rulebook.indicators[indicator], texts: read.texts, key)
        }
        count += 1
      }
    }
    return count
  }

  /// Why a file that could be read gave nothing.
  private func note(_ count: Int, _ reading: SubmissionReading) -> Wording? {
    guard count == 0, reading.unreadable.isEmpty else { return nil }
    var others: [String] = []
    for other in 0..<areas.count where other != area {
      let speaks = reading.facts.years.contains { reading.facts.hasFigures(area: other, year: FiscalYear($0)) }
      if speaks, others.count < 3 { others.append("「" + areas.areas[other].name + "」") }
    }
    let own = areas.areas[area].name
    if !others.isEmpty {
      return Wording(
        "the file holds figures of \(others.joined(separator: ", ")), none of 「\(own)」 for \(year.englishText)",
        "このファイルにあるのは\(others.joined())の値です。「\(own)」の\(year.japaneseText)の値はありません。")
    }
    return Wording(
      "the file holds no figure of 「\(own)」 for \(year.englishText)",
      "このファイルに「\(own)」の\(year.japaneseText)の値はありません。")
  }
}
