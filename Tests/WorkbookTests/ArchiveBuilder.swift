import Inflation

/// Writes archives by hand, so that each field can be made wrong.
struct ArchiveBuilder {
  struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    var flags: UInt16 = 0
    var method: UInt16 = 0
    var localName: [UInt8]?
    var localMethod: UInt16?
    var localChecksum: UInt32?
    var checksum: UInt32?
    /// What the headers say; the real size when nothing.
    var statedSize: UInt32?
    var statedCompressedSize: UInt32?
    /// Where the directory says that the entry begins; its real place when nothing.
    var statedOffset: UInt32?
    /// Whether sizes and place are written in the zip64 fields.
    var isLong = false
    /// What stands after the data: checksum and sizes, when flag 8 says so.
    var descriptor: [UInt8] = []

    init(_ name: String, _ content: String, deflated: Bool = false) {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
      method = deflated ? 8 : 0
    }
  }

  var entries: [Entry] = []
  var isLong = false
  var statedCount: UInt16?
  /// What the short end says of the directory's size beside a long one; nothing that matters when nothing.
  var statedShortSize: UInt32?
  var comment: [UInt8] = []
  var prefix: [UInt8] = []

  func bytes() -> [UInt8] {
    var bytes = prefix
    var directory: [UInt8] = []
    for entry in entries {
      let data = entry.method == 8 ? Deflating.deflate(entry.content) ?? [] : entry.content
      let checksum = entry.checksum ?? slowChecksum(entry.content)
      let size = entry.statedSize ?? UInt32(entry.content.count)
      let compressed = entry.statedCompressedSize ?? UInt32(data.count)
      let offset = entry.statedOffset ?? UInt32(bytes.count)
      var sizes: [UInt8] = []
      if entry.isLong { sizes = number(size, 8) + number(compressed, 8) }
      let shown: (UInt32) -> [UInt8] = { number(entry.isLong ? 0xFFFF_FFFF : $0, 4) }
      let name = entry.localName ?? entry.name
      bytes += number(0x0403_4B50, 4) + number(20, 2) + number(UInt32(entry.flags), 2)
      bytes += number(UInt32(entry.localMethod ?? entry.method), 2) + number(0, 4)
      bytes += number(entry.localChecksum ?? checksum, 4) + shown(compressed) + shown(size)
      bytes += number(UInt32(name.count), 2) + number(entry.isLong ? 20 : 0, 2) + name
      if entry.isLong { bytes += number(1, 2) + number(16, 2) + sizes }
      bytes += data + entry.descriptor
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(UInt32(entry.flags), 2)
      directory += number(UInt32(entry.method), 2) + number(0, 4) + number(checksum, 4) + shown(compressed) + shown(size)
      directory += number(UInt32(entry.name.count), 2) + number(entry.isLong ? 28 : 0, 2) + number(0, 8)
      directory += number(0, 2) + shown(offset) + entry.name
      if entry.isLong { directory += number(1, 2) + number(24, 2) + sizes + number(offset, 8) }
    }
    return bytes + directory + end(UInt32(bytes.count), UInt32(directory.count))
  }

  private func end(_ start: UInt32, _ size: UInt32) -> [UInt8] {
    let count = UInt32(statedCount ?? UInt16(entries.count))
    var end: [UInt8] = []
    if isLong {
      end += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
      end += number(count, 8) + number(count, 8) + number(size, 8) + number(start, 8)
      end += number(0x0706_4B50, 4) + number(0, 4) + number(start + size, 8) + number(1, 4)
    }
    end += number(0x0605_4B50, 4) + number(0, 4)
    end += isLong ? number(0xFFFF, 2) + number(0xFFFF, 2) : number(count, 2) + number(count, 2)
    end += isLong ? number(statedShortSize ?? 0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4) : number(size, 4) + number(start, 4)
    return end + number(UInt32(comment.count), 2) + comment
  }

  func number(_ value: UInt32, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: UInt64(value) >> UInt64(8 * $0)) }
  }

  /// The CRC-32, a bit at a time.
  func slowChecksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
    return ~value
  }

  /// A workbook of one sheet; `sheet` is what stands inside `worksheet`.
  static func workbook(
    sheet: String, shared: String = "", styles: String = "", extra: [Entry] = [], deflated: Bool = true
  ) -> ArchiveBuilder {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var builder = ArchiveBuilder()
    func relationship(_ identifier: String, _ kind: String, _ target: String) -> String {
      #"<Relationship Id="\#(identifier)" Type="\#(document)/\#(kind)" Target="\#(target)"/>"#
    }
    func add(_ name: String, _ content: String) { builder.entries.append(Entry(name, content, deflated: deflated)) }
    add(
      "_rels/.rels",
      #"<Relationships xmlns="\#(package)">\#(relationship("a", "officeDocument", "xl/workbook.xml"))</Relationships>"#)
    add(
      "xl/workbook.xml",
      #"<workbook xmlns="\#(main)" xmlns:r="\#(document)"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>"#)
    add(
      "xl/_rels/workbook.xml.rels",
      #"<Relationships xmlns="\#(package)">"# + relationship("b", "worksheet", "sheet.xml")
        + relationship("c", "sharedStrings", "texts.xml") + relationship("d", "styles", "styles.xml") + "</Relationships>")
    add("xl/sheet.xml", #"<worksheet xmlns="\#(main)">\#(sheet)</worksheet>"#)
    add("xl/texts.xml", #"<sst xmlns="\#(main)">\#(shared)</sst>"#)
    add("xl/styles.xml", #"<styleSheet xmlns="\#(main)">\#(styles)</styleSheet>"#)
    builder.entries += extra
    return builder
  }
}
