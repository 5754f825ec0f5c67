import Diagnostics
import Facts
import Quantities
import Testing

@testable import Submissions

/// Small files are read on several lanes as they are in turn: the same figures, from the same cells, with the same remarks.
@Suite struct SharedReadingTests {
  private static let wards = ["北区", "西区", "271071", "231118", "東区"]
  private static let cells = ["イ-1", "オ-1", "カ-1", "ア-1", "ア-2", "ア-4", "ア-5", "ないもの"]
  private static let values = ["3", "１２", "約30", "", "12.5", "○", "△", "対面", "見直した", "該当なし", "2,000"]

  /// A file of one ward and year, or of several, so that some figures come twice.
  private static func file(_ ward: Int, _ year: Int, mixed: Bool, _ random: inout SeededGenerator) -> String {
    var text = "区,年度,項目,値\n"
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let owner = mixed ? Int.random(in: wards.indices, using: &random) : ward
      let value = values.randomElement(using: &random) ?? ""
      text += "\(wards[owner]),\(year),\(cells.randomElement(using: &random) ?? ""),\"\(value)\"\n"
    }
    return text
  }

  private static func read(_ files: [String], lanes: Int) -> SubmissionReading {
    var reader = SubmissionReader(
      rulebook: SmallRulebook.rulebook, areas: SmallRulebook.areas, lanes: BulkReadingTests.lanes(lanes), shareSize: 1)
    for (number, text) in files.enumerated() { reader.add(path: "\(number).csv", bytes: Array(text.utf8)) }
    return reader.read(including: FiscalYear(2023))
  }

  @Test(arguments: [false, true])
  func lanesReadWhatOneReads(mixed: Bool) {
    var random = SeededGenerator(seed: 20_261_126)
    for _ in 0..<150 {
      var files: [String] = []
      for year in 2021...2023 {
        for ward in Self.wards.indices where Bool.random(using: &random) {
          files.append(Self.file(ward, year, mixed: mixed, &random))
        }
      }
      let one = BulkReadingTests.listing(Self.read(files, lanes: 1))
      for lanes in [2, 4] { #expect(BulkReadingTests.listing(Self.read(files, lanes: lanes)) == one, "\(files)") }
    }
  }

  private static func facts(_ entries: [(indicator: Int, stored: Int64)], text: String, file: Int32) -> Facts {
    var facts = Facts(areas: SmallRulebook.areas, years: 2021...2022, indicatorCount: 3)
    for name in ["a.csv", "b.csv"] { _ = facts.add(file: name) }
    for (place, entry) in entries.enumerated() {
      facts.set(
        SmallRulebook.key(entry.indicator, 1, 2022), .given, stored: entry.stored, file: file,
        at: .field(line: 10 * Int(file) + place, column: 3))
    }
    facts.set(
      SmallRulebook.key(2, file == 0 ? 2 : 3, 2021), .given, stored: facts.add(text: text), file: file,
      at: .field(line: 7, column: 4))
    return facts
  }

  @Test func factsOfOtherFilesAreTakenInWithTheirCells() {
    var whole = Self.facts([(0, 5)], text: "first", file: 0)
    let isTaken = whole.take(Self.facts([(1, 6)], text: "second", file: 1), isText: { $0 == 2 })
    #expect(isTaken)
    #expect(whole.stored(SmallRulebook.key(0, 1, 2022)) == 5)
    #expect(whole.stored(SmallRulebook.key(1, 1, 2022)) == 6)
    #expect(whole.origin(SmallRulebook.key(1, 1, 2022)) == CellPlace(file: "b.csv", position: .field(line: 10, column: 3)))
    #expect(whole.stored(SmallRulebook.key(2, 3, 2021)).map { whole.texts[Int($0)] } == "second")
    #expect(whole.stored(SmallRulebook.key(2, 2, 2021)).map { whole.texts[Int($0)] } == "first")
  }

  @Test func oneFigureOfBothIsNotTakenIn() {
    var whole = Self.facts([(0, 5)], text: "first", file: 0)
    let isTaken = whole.take(Self.facts([(0, 5)], text: "second", file: 1), isText: { $0 == 2 })
    #expect(!isTaken)
    #expect(whole.texts == ["first"])
    #expect(whole.stored(SmallRulebook.key(2, 3, 2021)) == nil)
  }
}
