import Diagnostics

/// Writes workbooks: the same draft gives the same bytes, whatever the machine, the day or the order of a dictionary.
package enum WorkbookWriter {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The workbook as a file.
  ///
  /// - Parameters:
  ///   - file: its name, for diagnostics.
  ///   - deflate: makes a raw deflate stream of a part, or nothing; then the part is stored as it is.
  package static func bytes(
    _ draft: WorkbookDraft, file: String, deflate: (_ content: [UInt8]) -> [UInt8]?
  ) throws(Refusal) -> [UInt8] {
    guard let bytes = ArchiveWriter.archive(try parts(draft, file: file), deflate: deflate) else {
      throw WritingFault.tooLarge.refusal(file)
    }
    return bytes
  }

  /// The parts of the workbook, for callers that deflate in their own time and pack them with `ArchiveWriter`.
  package static func parts(_ draft: WorkbookDraft, file: String) throws(Refusal) -> [ArchivePart] {
    try check(draft, file)
    let active = draft.sheets.firstIndex { $0.visibility == .visible } ?? 0
    var texts = TextCollector()
    var styles = StyleCollector(fontName: draft.fontName, fontSize: draft.fontSize)
    var parts: [ArchivePart] = []
    var asksForCalculation = false
    for (index, sheet) in draft.sheets.enumerated() {
      var writer = SheetWriter(sheet, file: file, isActive: index == active)
      try writer.write(&texts, &styles)
      asksForCalculation = asksForCalculation || writer.asksForCalculation
      parts.append(ArchivePart(name: "xl/worksheets/sheet\(index + 1).xml", content: writer.markup.bytes))
    }
    parts.append(ArchivePart(name: "xl/sharedStrings.xml", content: texts.content()))
    parts.append(ArchivePart(name: "xl/styles.xml", content: styles.content()))
    parts.append(
      ArchivePart(name: "xl/workbook.xml", content: workbook(draft, active: active, asksForCalculation: asksForCalculation)))
    parts.append(ArchivePart(name: "xl/_rels/workbook.xml.rels", content: relationships(draft.sheets.count)))
    parts.append(ArchivePart(name: "_rels/.rels", content: packageRelationships()))
    parts.append(ArchivePart(name: "[Content_Types].xml", content: contentTypes(draft.sheets.count)))
    return parts
  }

  private static func check(_ draft: WorkbookDraft, _ file: String) throws(Refusal) {
    guard !draft.sheets.isEmpty else { throw WritingFault.noSheet.refusal(file) }
    guard draft.sheets.contains(where: { $0.visibility == .visible }) else { throw WritingFault.noVisibleSheet.refusal(file) }
    var seen: Set<[UInt8]> = []
    for sheet in draft.sheets {
      guard SheetName.isAllowed(sheet.name) else { throw WritingFault.sheetName(sheet.name).refusal(file) }
      guard seen.insert(SheetName.folded(sheet.name)).inserted else {
        throw WritingFault.sheetNameTwice(sheet.name).refusal(file)
      }
    }
  }

  // MARK: Parts

  private static func workbook(_ draft: WorkbookDraft, active: Int, asksForCalculation: Bool) -> [UInt8] {
    var markup = MarkupWriter()
    markup.open("workbook", [("xmlns", main), ("xmlns:r", document)])
    markup.raw("<workbookPr/><bookViews>")
    markup.empty("workbookView", [("activeTab", String(active))])
    markup.raw("</bookViews><sheets>")
    for (index, sheet) in draft.sheets.enumerated() {
      let state: String? =
        switch sheet.visibility {
        case .visible: nil
        case .hidden: "hidden"
        case .veryHidden: "veryHidden"
        }
      markup.empty(
        "sheet",
        [("name", sheet.name), ("sheetId", String(index + 1)), ("state", state), ("r:id", "rId\(index + 1)")])
    }
    markup.raw("</sheets>")
    writeNames(draft, to: &markup)
    // A number of a present version, so that opening alone changes nothing.
    markup.empty("calcPr", [("calcId", "191029"), ("fullCalcOnLoad", asksForCalculation ? "1" : nil)])
    markup.close("workbook")
    return markup.bytes
  }

  private static func writeNames(_ draft: WorkbookDraft, to markup: inout MarkupWriter) {
    var names: [(name: String, sheet: Int?, isHidden: Bool, formula: String)] = []
    for (index, sheet) in draft.sheets.enumerated() {
      if let filter = sheet.filter {
        names.append(("_xlnm._FilterDatabase", index, true, FormulaText.reference(sheet: sheet.name, filter)))
      }
      if let area = sheet.print.area {
        names.append(("_xlnm.Print_Area", index, false, FormulaText.reference(sheet: sheet.name, area)))
      }
      let titles = printTitles(of: sheet)
      if !titles.isEmpty { names.append(("_xlnm.Print_Titles", index, false, titles)) }
    }
    for name in draft.names { names.append((name.name, nil, name.isHidden, name.formula)) }
    guard !names.isEmpty else { return }
    markup.open("definedNames")
    for name in names {
      markup.element(
        "definedName",
        [("name", name.name), ("localSheetId", name.sheet.map { String($0) }), ("hidden", name.isHidden ? "1" : nil)],
        text: name.formula)
    }
    markup.close("definedNames")
  }

  private static func printTitles(of sheet: SheetDraft) -> String {
    let name = SheetName.quoted(sheet.name)
    var pieces: [String] = []
    if let columns = sheet.print.titleColumns {
      pieces.append("\(name)!$\(columnLetters(columns.lowerBound)):$\(columnLetters(columns.upperBound))")
    }
    if let rows = sheet.print.titleRows { pieces.append("\(name)!$\(rows.lowerBound):$\(rows.upperBound)") }
    return pieces.joined(separator: ",")
  }

  private static func relationships(_ sheets: Int) -> [UInt8] {
    var markup = MarkupWriter()
    markup.open("Relationships", [("xmlns", package)])
    for number in 1...sheets {
      markup.empty(
        "Relationship",
        [("Id", "rId\(number)"), ("Type", document + "/worksheet"), ("Target", "worksheets/sheet\(number).xml")])
    }
    markup.empty(
      "Relationship", [("Id", "rId\(sheets + 1)"), ("Type", document + "/styles"), ("Target", "styles.xml")])
    markup.empty(
      "Relationship",
      [("Id", "rId\(sheets + 2)"), ("Type", document + "/sharedStrings"), ("Target", "sharedStrings.xml")])
    markup.close("Relationships")
    return markup.bytes
  }

  private static func packageRelationships() -> [UInt8] {
    var markup = MarkupWriter()
    markup.open("Relationships", [("xmlns", package)])
    markup.empty("Relationship", [("Id", "rId1"), ("Type", document + "/officeDocument"), ("Target", "xl/workbook.xml")])
    markup.close("Relationships")
    return markup.bytes
  }

  private static func contentTypes(_ sheets: Int) -> [UInt8] {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var markup = MarkupWriter()
    markup.open("Types", [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")])
    markup.empty(
      "Default",
      [("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")])
    markup.empty("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
    func override(_ part: String, _ type: String) {
      markup.empty("Override", [("PartName", part), ("ContentType", kind + type)])
    }
    override("/xl/workbook.xml", "sheet.main+xml")
    for number in 1...sheets { override("/xl/worksheets/sheet\(number).xml", "worksheet+xml") }
    override("/xl/styles.xml", "styles+xml")
    override("/xl/sharedStrings.xml", "sharedStrings+xml")
    markup.close("Types")
    return markup.bytes
  }
}
