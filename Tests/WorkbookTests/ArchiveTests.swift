import Diagnostics
import Inflation
import Testing

@testable import Workbook

/// Archives that are wrong in one place each.
@Suite struct ArchiveTests {
  private static let sheet = #"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#

  private func reading(_ builder: ArchiveBuilder, limits: Limits = .standard) -> WorkbookReading {
    WorkbookReading(builder.bytes(), file: "f", limits: limits, inflate: Inflating.inflate)
  }

  private func codes(_ change: (inout ArchiveBuilder) -> Void, limits: Limits = .standard) -> [DiagnosticCode] {
    var builder = ArchiveBuilder.workbook(sheet: Self.sheet)
    change(&builder)
    let reading = reading(builder, limits: limits)
    #expect(reading.sheets.isEmpty != reading.diagnostics.isEmpty)
    return reading.diagnostics.map(\.code)
  }

  @Test func anUnharmedArchiveIsRead() {
    #expect(codes { _ in } == [])
    #expect(codes { $0.comment = Array("a remark".utf8) } == [])
    #expect(codes { $0.entries.append(.init("docs/", "")) } == [])
  }

  @Test func longFieldsAreRead() {
    #expect(codes { $0.isLong = true } == [])
    #expect(codes { for index in $0.entries.indices { $0.entries[index].isLong = true } } == [])
    #expect(
      codes {
        $0.isLong = true
        for index in $0.entries.indices { $0.entries[index].isLong = true }
      } == [])
  }

  @Test(arguments: [
    "../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:/evil.xml", "xl\\workbook.xml", "xl/./x.xml", "xl/\u{1}.xml", "",
    "xl/sheet.xml", "XL/Sheet.xml",
  ])
  func unsafeNamesAreRefused(_ name: String) {
    #expect(codes { $0.entries.append(.init(name, "x")) } == [.unsafeArchive])
  }

  @Test func encryptedEntriesAreRefused() {
    for flag in [0x0001, 0x0040, 0x2000] as [UInt16] {
      #expect(codes { $0.entries[3].flags = flag } == [.unsafeArchive])
    }
  }

  @Test func overlappingEntriesAreRefused() {
    #expect(
      codes {
        // The second entry is the first one under another name: the header has the first one's.
        var twin = $0.entries[0]
        twin.name = Array("again".utf8)
        twin.statedOffset = 0
        $0.entries.append(twin)
      } == [.damagedArchive])
    #expect(codes { $0.entries[0].statedCompressedSize = 100_000 } == [.unsafeArchive])
    // One entry within the data of another, both whole and with their right checksums.
    #expect(
      codes {
        let offset = $0.bytes().count - directorySize($0)
        var inner = ArchiveBuilder()
        inner.entries = [.init("inner", "x")]
        var outer = ArchiveBuilder.Entry("outer", "")
        outer.content = Array(inner.bytes().prefix(36))
        var twin = ArchiveBuilder.Entry("inner", "x")
        twin.statedOffset = UInt32(offset + 30 + 5)
        $0.entries += [outer, twin]
      } == [.unsafeArchive])
  }

  /// The bytes from the directory on.
  private func directorySize(_ builder: ArchiveBuilder) -> Int {
    builder.entries.reduce(22) { $0 + 46 + $1.name.count }
  }

  @Test func whatFollowsTheDataMustAgree() {
    func described(_ signature: UInt32?, _ width: Int, sizeError: UInt32 = 0, checksumError: UInt32 = 0) -> [DiagnosticCode] {
      let mark = signature.map { ArchiveBuilder().number($0, 4) } ?? []
      return codes {
        let entry = $0.entries[3]
        let compressed = UInt32((Deflating.deflate(entry.content) ?? []).count)
        $0.entries[3].flags = 8
        $0.entries[3].localChecksum = 0
        $0.entries[3].descriptor =
          mark + $0.number($0.slowChecksum(entry.content) + checksumError, 4) + $0.number(compressed, width)
          + $0.number(UInt32(entry.content.count) + sizeError, width)
      }
    }
    for width in [4, 8] {
      #expect(described(0x0807_4B50, width) == [])
      #expect(described(nil, width) == [])
      #expect(described(0x0807_4B50, width, sizeError: 1) == [.damagedArchive])
      #expect(described(nil, width, checksumError: 1) == [.damagedArchive])
    }
    #expect(codes { $0.entries[3].flags = 8 } == [.damagedArchive])
  }

  @Test func twoDirectoriesMustAgree() {
    #expect(
      codes {
        $0.isLong = true
        $0.statedShortSize = 1
      } == [.damagedArchive])
  }

  @Test func headersThatContradictTheDirectoryAreRefused() {
    #expect(codes { $0.entries[3].localName = Array("xl/other.xml".utf8) } == [.damagedArchive])
    #expect(codes { $0.entries[3].localMethod = 0 } == [.damagedArchive])
    #expect(codes { $0.entries[3].localChecksum = 1 } == [.damagedArchive])
    #expect(codes { $0.entries[3].statedOffset = 7 } == [.damagedArchive])
    #expect(codes { $0.entries[3].statedOffset = 0xFFFF_FFF0 } == [.damagedArchive])
    #expect(codes { $0.statedCount = 5 } == [.damagedArchive])
    #expect(codes { $0.statedCount = 7 } == [.damagedArchive])
    #expect(codes { $0.prefix = [1, 2, 3] } == [.notAWorkbook])
  }

  @Test func contentsThatAreNotAsAnnouncedAreRefused() {
    #expect(codes { $0.entries[3].checksum = 1 } == [.damagedArchive])
    #expect(codes { $0.entries[3].statedSize = 10 } == [.damagedArchive])
    #expect(codes { $0.entries[3].statedSize = 1_000 } == [.damagedArchive])
    #expect(
      codes {
        $0.entries[3].method = 12
        $0.entries[3].localMethod = 12
      } == [.damagedArchive])
  }

  @Test func limitsHold() {
    #expect(codes({ _ in }, limits: Limits(file: 100)) == [.workbookTooLarge])
    #expect(codes({ _ in }, limits: Limits(entries: 5)) == [.workbookTooLarge])
    #expect(codes({ _ in }, limits: Limits(entry: 100)) == [.workbookTooLarge])
    #expect(codes({ _ in }, limits: Limits(total: 500)) == [.workbookTooLarge])
    #expect(codes({ _ in }, limits: Limits(cells: 0)) == [.workbookTooLarge])
  }

  /// 100 MB of nothing in 100 KB: the announced size is refused, and so is more than was announced.
  @Test func bombsAreRefusedBeforeTheyAreUnpacked() {
    let zeros = String(repeating: "\u{20}", count: 1_000_000)
    #expect(
      codes({ $0.entries.append(.init("bomb", zeros, deflated: true)) }, limits: Limits(entry: 999_999)) == [.workbookTooLarge])
    var builder = ArchiveBuilder.workbook(sheet: zeros)
    builder.entries[3].statedSize = 1_000
    let codes = reading(builder, limits: Limits(entry: 10_000)).diagnostics.map(\.code)
    #expect(codes == [.damagedArchive])
  }

  @Test func everyPieceOfAWorkbookIsRefused() {
    let bytes = ArchiveBuilder.workbook(sheet: Self.sheet).bytes()
    for length in 0..<bytes.count {
      let reading = WorkbookReading(Array(bytes.prefix(length)), file: "f", inflate: Inflating.inflate)
      #expect(reading.sheets.isEmpty && reading.diagnostics.count == 1, "\(length)")
    }
  }

  @Test func theChecksumIsThatOfArchives() {
    #expect(Checksum.of(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.of([]) == 0)
  }
}
