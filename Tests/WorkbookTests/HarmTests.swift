import Diagnostics
import Inflation
import Testing
import Workbook

/// Whatever bytes come in, reading ends with sheets or with a diagnostic. A trap would end the whole run of tests.
@Suite struct HarmTests {
  private static let files = [
    "kinds-libreoffice.xlsx", "furigana.xlsx", "strict.xlsx", "zip64-descriptors.xlsx", "password.xlsx", "utf-16-be.xlsx",
  ]

  @Test(arguments: files)
  func flippedBitsAreNoticed(_ name: String) throws {
    let whole = try Fixture.bytes(name)
    let expected = Listing.lines(try Fixture.reading(name))
    var numbers = SeededNumbers(seed: 20_240_331)
    for _ in 0..<600 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
      }
      let reading = WorkbookReading(bytes, file: name, inflate: Inflating.inflate)
      // Either the harm was in bytes that nobody reads, or it is told of: figures never change unnoticed.
      let isTold = reading.diagnostics.contains { $0.severity == .error }
      #expect(isTold || Listing.lines(reading) == expected)
    }
  }

  /// Checksums would catch nearly every flip before the parts are looked at; here they are made right again.
  @Test(arguments: 0..<14)
  func harmedPartsAreTakenOrRefused(_ round: Int) throws {
    let sheet = #"""
      <cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1">
      <v>45382.5</v></c><c r="C1" t="inlineStr"><is><t>a&amp;b</t></is></c></row><row r="2"><c t="b"><v>1</v></c><c r="D2"><f>1+1</f>
      <v>2.50000000000000001E1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D1:D1"/></mergeCells>
      """#
    let builder = ArchiveBuilder.workbook(
      sheet: sheet, shared: "<si><t>x_x000D_</t><rPh><t>y</t></rPh></si>",
      styles: #"<numFmts><numFmt numFmtId="170" formatCode="ge.m.d"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>"#)
    var numbers = SeededNumbers(seed: UInt64(1_000 + round))
    for _ in 0..<100 {
      var harmed = builder
      let part = Int.random(in: 0..<harmed.entries.count, using: &numbers)
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        harm(&harmed.entries[part].content, &numbers)
      }
      let reading = WorkbookReading(harmed.bytes(), file: "f", inflate: Inflating.inflate)
      #expect(reading.sheets.count == 1 || reading.diagnostics.contains { $0.severity == .error })
    }
  }

  private func harm(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &numbers)
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
    case 1: bytes.remove(at: place)
    case 2: bytes.removeSubrange(place...)
    case 3:
      let end = min(bytes.count, place + Int.random(in: 1..<40, using: &numbers))
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &numbers))
    default: bytes[place] = Array("<>/=\"'&;#9-.E:! ".utf8).randomElement(using: &numbers)!
    }
  }
}
