import Diagnostics

/// Writes the part of one sheet. The order of its pieces is fixed by the format (ECMA-376 part 1, 18.3.1.99).
struct SheetWriter {
  let sheet: SheetDraft
  /// The file that is written, for diagnostics.
  let file: String
  let isActive: Bool
  private(set) var asksForCalculation = false
  var markup = MarkupWriter()

  init(_ sheet: SheetDraft, file: String, isActive: Bool) {
    self.sheet = sheet
    self.file = file
    self.isActive = isActive
  }

  mutating func write(_ texts: inout TextCollector, _ styles: inout StyleCollector) throws(Refusal) {
    markup.raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    markup.open("sheetPr")
    if let colour = sheet.tabColour { markup.empty("tabColor", [("rgb", colour.text)]) }
    markup.raw("<pageSetUpPr fitToPage=\"1\"/>")
    markup.close("sheetPr")
    writeView()
    markup.raw("<sheetFormatPr defaultRowHeight=\"18.75\"/>")
    try writeColumns()
    try writeRows(&texts, &styles)
    if sheet.isProtected {
      markup.raw("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>")
    }
    if let filter = sheet.filter { markup.empty("autoFilter", [("ref", try text(filter))]) }
    try writeMerges()
    try writeConditionalFormats(&styles)
    try writeValidations()
    try writePrint()
    markup.close("worksheet")
  }

  func refusal(_ fault: WritingFault) -> Refusal { fault.refusal(file) }

  /// A range as the format writes it: one cell without a colon.
  func text(_ range: CellRange) throws(Refusal) -> String {
    guard range.isOnSheet else { throw refusal(.outside(sheet.name)) }
    let first = columnLetters(range.firstColumn) + String(range.firstRow)
    guard range.firstRow != range.lastRow || range.firstColumn != range.lastColumn else { return first }
    return first + ":" + columnLetters(range.lastColumn) + String(range.lastRow)
  }

  func text(_ ranges: [CellRange]) throws(Refusal) -> String {
    var text = ""
    for range in ranges { text += (text.isEmpty ? "" : " ") + (try self.text(range)) }
    return text
  }

  // MARK: Before the cells

  private mutating func writeView() {
    markup.open("sheetViews")
    markup.open(
      "sheetView",
      [("showGridLines", sheet.showsGrid ? nil : "0"), ("tabSelected", isActive ? "1" : nil), ("workbookViewId", "0")])
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      let pane = sheet.frozenColumns == 0 ? "bottomLeft" : sheet.frozenRows == 0 ? "topRight" : "bottomRight"
      markup.empty(
        "pane",
        [
          ("xSplit", sheet.frozenColumns > 0 ? String(sheet.frozenColumns) : nil),
          ("ySplit", sheet.frozenRows > 0 ? String(sheet.frozenRows) : nil),
          ("topLeftCell", columnLetters(sheet.frozenColumns + 1) + String(sheet.frozenRows + 1)), ("activePane", pane),
          ("state", "frozen"),
        ])
      markup.empty("selection", [("pane", pane)])
    }
    markup.close("sheetView")
    markup.close("sheetViews")
  }

  private mutating func writeColumns() throws(Refusal) {
    guard !sheet.columns.isEmpty else { return }
    markup.open("cols")
    // Ranges of columns must not overlap; what is set later for a column replaces what was set before.
    var shapes: [Int: SheetDraft.Column] = [:]
    for column in sheet.columns {
      guard column.columns.lowerBound >= 1, column.columns.upperBound <= SheetSize.columns else {
        throw refusal(.outside(sheet.name))
      }
      for number in column.columns { shapes[number] = column }
    }
    for number in shapes.keys.sorted() {
      guard let shape = shapes[number] else { continue }
      markup.empty(
        "col",
        [
          ("min", String(number)), ("max", String(number)), ("width", String(shape.width ?? 9)),
          ("hidden", shape.isHidden ? "1" : nil), ("customWidth", shape.width == nil ? nil : "1"),
        ])
    }
    markup.close("cols")
  }

  // MARK: Cells

  private mutating func writeRows(_ texts: inout TextCollector, _ styles: inout StyleCollector) throws(Refusal) {
    markup.open("sheetData")
    let cells = sheet.sortedCells()
    var shaped = sheet.rowShapes.keys.sorted()[...]
    var openRow = 0
    for cell in cells {
      guard cell.row >= 1, cell.row <= SheetSize.rows, cell.column >= 1, cell.column <= SheetSize.columns else {
        throw refusal(.outside(sheet.name))
      }
      if cell.row != openRow {
        if openRow != 0 { markup.close("row") }
        while let number = shaped.first, number <= cell.row {
          if number < cell.row { try writeEmptyRow(number) }
          shaped.removeFirst()
        }
        openRow = cell.row
        openRowElement(cell.row)
      }
      try write(cell, &texts, &styles)
    }
    if openRow != 0 { markup.close("row") }
    for number in shaped { try writeEmptyRow(number) }
    markup.close("sheetData")
  }

  private mutating func writeEmptyRow(_ number: Int) throws(Refusal) {
    guard number >= 1, number <= SheetSize.rows else { throw refusal(.outside(sheet.name)) }
    openRowElement(number)
    markup.close("row")
  }

  private mutating func openRowElement(_ number: Int) {
    let shape = sheet.rowShapes[number]
    markup.open(
      "row",
      [
        ("r", String(number)), ("ht", shape?.height.map { String($0) }), ("hidden", shape?.isHidden == true ? "1" : nil),
        ("customHeight", shape?.height == nil ? nil : "1"),
      ])
  }

  private mutating func write(
    _ cell: SheetDraft.Placed, _ texts: inout TextCollector, _ styles: inout StyleCollector
  ) throws(Refusal) {
    var style = cell.style
    if case .text(let text) = cell.content { style.quotesPrefix = SheetWriter.looksLikeFormula(text) }
    let index = styles.index(style)
    let place = columnLetters(cell.column) + String(cell.row)
    let shown = index == 0 ? nil : String(index)
    switch cell.content {
    case .blank:
      if index != 0 { markup.empty("c", [("r", place), ("s", shown)]) }
    case .text(let text):
      guard text.utf16.count <= 32_767 else { throw refusal(.longText(sheet.name, cell.row, cell.column)) }
      value(place, shown, "s", String(texts.index(text)))
    case .number(let mantissa, let scale): value(place, shown, nil, DecimalText.of(mantissa, scale))
    case .boolean(let isTrue): value(place, shown, "b", isTrue ? "1" : "0")
    case .date(let moment):
      guard let serial = SerialDate.serialText(moment) else {
        throw refusal(.noSuchDay(sheet.name, cell.row, cell.column))
      }
      value(place, shown, nil, serial)
    case .formula(let formula, let result): try write(formula, result, place, shown)
    }
  }

  private mutating func value(_ place: String, _ style: String?, _ kind: String?, _ value: String) {
    markup.open("c", [("r", place), ("s", style), ("t", kind)])
    markup.element("v", text: value)
    markup.close("c")
  }

  private mutating func write(_ formula: String, _ result: FormulaResult, _ place: String, _ style: String?) throws(Refusal) {
    guard formula.utf16.count <= 8_192 else { throw refusal(.longFormula(sheet.name)) }
    let (kind, value): (String?, String?) =
      switch result {
      case .number(let mantissa, let scale): (nil, DecimalText.of(mantissa, scale))
      case .text(let text): ("str", text)
      case .boolean(let isTrue): ("b", isTrue ? "1" : "0")
      case .error(let error): ("e", error.spelling)
      case .unknown: (nil, nil)
      }
    if value == nil { asksForCalculation = true }
    markup.open("c", [("r", place), ("s", style), ("t", kind)])
    markup.element("f", text: formula)
    if let value { markup.element("v", text: value) }
    markup.close("c")
  }

  /// Such a text is marked so that it stays a text when somebody edits the cell.
  private static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D].contains(first)
  }
}
