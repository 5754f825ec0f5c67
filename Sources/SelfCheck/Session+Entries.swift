import Diagnostics
import Facts
import Quantities
import Reports
import Rulebook
import Submissions

/// What became of an entry.
package struct CheckedEntry {
  package enum State { case blank, given, notApplicable, unreadable }

  package let indicator: Int
  package let state: State
  /// Why it cannot be read.
  package let diagnostics: [Diagnostic]

  func write(to writer: inout JSONWriter, language: Language) {
    writer.beginObject()
    writer.member("n", indicator)
    switch state {
    case .blank: writer.member("state", "blank")
    case .given: writer.member("state", "given")
    case .notApplicable: writer.member("state", "not_applicable")
    case .unreadable: writer.member("state", "unreadable")
    }
    writer.key("remarks")
    ReadingReport.write(diagnostics, SourceSet(), language, to: &writer)
    writer.endObject()
  }
}

extension Session {
  /// Takes what was typed for an indicator. It is read as the cell of a data file is, by the same code.
  package mutating func enter(_ text: String, for indicator: Int) -> CheckedEntry? {
    guard asksOf(indicator) else { return nil }
    let key = key(indicator)
    let (reading, readKey) = Session.read(text, rulebook.indicators[indicator], ladders: rulebook.ladders, rulebook.program)
    facts.set(key, .notReported)
    var state = CheckedEntry.State.blank
    switch reading.facts.state(readKey) {
    case .notReported: if reading.diagnostics.contains(where: { $0.severity == .error }) { state = .unreadable }
    case .notApplicable:
      facts.set(key, .notApplicable)
      state = .notApplicable
    case .given:
      let stored = reading.facts.stored(readKey) ?? 0
      facts.take(stored, of: rulebook.indicators[indicator], texts: reading.facts.texts, key)
      state = .given
    }
    return CheckedEntry(indicator: indicator, state: state, diagnostics: reading.diagnostics)
  }

  /// Reads a text as the only cell of a file, under a rulebook with the one indicator.
  private static func read(
    _ text: String, _ indicator: Indicator, ladders: [Ladder], _ program: Program
  ) -> (SubmissionReading, FigureKey) {
    var rulebook = Rulebook(program: program, sources: SourceSet())
    rulebook.ladders = ladders
    rulebook.indicators = [indicator]
    let year = FiscalYear(2000)
    var file = Array("\u{FEFF}area,year,item,value\n1,2000,".utf8)
    append(indicator.code, to: &file)
    file.append(UInt8(ascii: ","))
    append(text, to: &file)
    file.append(UInt8(ascii: "\n"))
    let areas = AreaTable([Area(code: "1", name: "1", level: 0, parent: nil)])
    var reader = SubmissionReader(rulebook: rulebook, areas: areas)
    reader.add(path: "", bytes: file)
    return (reader.read(including: year), FigureKey(indicator: 0, area: 0, year: year))
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: Saving

  /// The entries as a data file. `texts` are what was typed where it could not be read: it is saved as it is.
  package func file(typed: [Int: String]) -> [UInt8] {
    let level = rulebook.program.levels[areas.areas[area].level]
    let isJapanese = language == .japanese
    var writer = CSVWriter()
    writer.row(isJapanese ? [level.word(in: .japanese), "年度", "項目", "値", "備考"] : ["area", "year", "item", "value", "note"])
    for (position, indicator) in rulebook.indicators.enumerated() where asksOf(position) {
      let entry = FormEntry.text(key(position), in: facts, rulebook)
      let cell = entry.isEmpty ? typed[position] ?? "" : entry
      writer.row([
        areas.areas[area].code, String(year.number), indicator.code, cell,
        indicator.label == nil ? "" : "「" + indicator.name + "」",
      ])
    }
    return writer.bytes
  }
}
