import Diagnostics
import Workbook

/// A workbook of one visible sheet, put together by hand and not compressed.
enum StoredWorkbook {
  /// Styles 1 to 3 are a percentage, a day, and a day in the Japanese calendar.
  private static let styles = """
    <numFmts><numFmt numFmtId="200" formatCode="ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs>
    """

  /// What stands inside `worksheet` for a grid of cells, whole numbers as numbers, with its first cell at C5.
  static func grid(_ rows: [[String]], merged: [String] = []) -> String {
    var data = ""
    for (position, row) in rows.enumerated() {
      data += "<row r='\(position + 5)'>"
      for (column, text) in row.enumerated() where !text.isEmpty {
        let place = columnLetters(column + 3) + String(position + 5)
        data +=
          Int(text) == nil ? "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>" : "<c r='\(place)'><v>\(text)</v></c>"
      }
      data += "</row>"
    }
    let merges = merged.map { "<mergeCell ref='\($0)'/>" }.joined()
    return "<sheetData>\(data)</sheetData>" + (merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>")
  }

  /// - Parameters:
  ///   - sheets: what stands inside each `worksheet`.
  ///   - names: of the sheets; S1, S2 and so on where there are none.
  static func reading(_ sheets: [String], names: [String] = [], path: String) -> WorkbookReading {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var parts: [(String, String)] = []
    func relationship(_ identifier: String, _ kind: String, _ target: String) -> String {
      #"<Relationship Id="\#(identifier)" Type="\#(document)/\#(kind)" Target="\#(target)"/>"#
    }
    var entries = ""
    var links = relationship("styles", "styles", "styles.xml")
    for (position, sheet) in sheets.enumerated() {
      let name = names.indices.contains(position) ? names[position] : "S\(position + 1)"
      entries += #"<sheet name="\#(name)" sheetId="\#(position + 1)" r:id="s\#(position)"/>"#
      links += relationship("s\(position)", "worksheet", "sheet\(position).xml")
      parts.append(("xl/sheet\(position).xml", #"<worksheet xmlns="\#(main)">\#(sheet)</worksheet>"#))
    }
    let root = relationship("a", "officeDocument", "xl/workbook.xml")
    parts += [
      ("_rels/.rels", #"<Relationships xmlns="\#(package)">\#(root)</Relationships>"#),
      ("xl/workbook.xml", #"<workbook xmlns="\#(main)" xmlns:r="\#(document)"><sheets>\#(entries)</sheets></workbook>"#),
      ("xl/_rels/workbook.xml.rels", #"<Relationships xmlns="\#(package)">\#(links)</Relationships>"#),
      ("xl/styles.xml", #"<styleSheet xmlns="\#(main)">\#(styles)</styleSheet>"#),
    ]
    return WorkbookReading(archive(parts), file: path) { _, _, _ in nil }
  }

  private static func archive(_ parts: [(name: String, content: String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let content = Array(part.content.utf8)
      let name = Array(part.name.utf8)
      let offset = UInt32(bytes.count)
      let size = UInt32(content.count)
      let common =
        number(20, 2) + number(0, 8) + number(checksum(content), 4) + number(size, 4) + number(size, 4)
        + number(UInt32(name.count), 2)
      bytes += number(0x0403_4B50, 4) + common + number(0, 2) + name + content
      directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 12) + number(offset, 4) + name
    }
    let count = number(UInt32(parts.count), 2)
    return bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + count + count + number(UInt32(directory.count), 4)
      + number(UInt32(bytes.count), 4) + number(0, 2)
  }

  private static func number(_ value: UInt32, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: UInt64(value) >> UInt64(8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
    return ~value
  }
}
