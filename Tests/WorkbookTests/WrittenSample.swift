import Workbook

/// A workbook that uses everything that can be written. `Fixtures/written.xlsx` is this one.
enum WrittenSample {
  static let head = CellStyle.plain.with {
    $0.isBold = true
    $0.fill = Colour(0xDDEBF7)
    $0.border = .thin
    $0.horizontal = .centre
    $0.wraps = true
  }
  static let input = CellStyle.plain.with {
    $0.fill = Colour(0xFFF2CC)
    $0.border = .thin
    $0.borderColour = Colour(0x7F7F7F)
    $0.isLocked = false
    $0.numberFormat = "#,##0"
  }
  static let day = CellStyle.plain.with { $0.numberFormat = "[$-411]ggge\"年\"m\"月\"d\"日\"" }

  static func draft() -> WorkbookDraft {
    var draft = WorkbookDraft([form(), lists()])
    draft.names = [
      .init("選択肢", FormulaText.reference(sheet: "一覧", CellRange(rows: 1...3, columns: 1...1))),
      .init("内部", "1+1", isHidden: true),
    ]
    return draft
  }

  private static func form() -> SheetDraft {
    var sheet = SheetDraft(name: "様式 1's（北区）")
    sheet.tabColour = Colour(0x2E75B6)
    sheet.showsGrid = false
    sheet.frozenRows = 3
    sheet.frozenColumns = 1
    sheet.setColumns(1...1, width: 12)
    sheet.setColumns(2...5, width: 30)
    sheet.setColumns(7...7, width: nil, isHidden: true)
    sheet.setRow(1, height: 40)
    sheet.setRow(30, height: 20)
    sheet.hideRow(31)
    sheet.merge(CellRange(rows: 1...2, columns: 1...3), .text("在宅医療・介護連携\n推進事業"), head)
    sheet.put([.text("項目"), .text("値"), .text("備考")], row: 3, head)
    sheet.put(.blank, row: 4, column: 2, input)
    sheet.put(.number(mantissa: 125, scale: 1), row: 5, column: 2, input)
    sheet.put(.number(mantissa: -1, scale: 3), row: 6, column: 2)
    sheet.put(.number(1_706), row: 7, column: 2, input)
    sheet.put(.boolean(true), row: 8, column: 2)
    sheet.put(.date(CalendarMoment(year: 2024, month: 3, day: 31)), row: 9, column: 2, day)
    sheet.put(
      .date(CalendarMoment(year: 2024, month: 3, day: 31, second: 34_200)), row: 9, column: 3,
      CellStyle.plain.with { $0.numberFormat = "yyyy/m/d h:mm" })
    sheet.put(.formula("SUM(B5:B7)", .number(mantissa: 1_718_499, scale: 3)), row: 10, column: 2)
    sheet.put(.formula("A3&\"<&>\"", .text("項目<&>")), row: 11, column: 2)
    sheet.put(.formula("1/0", .error(.divisionByZero)), row: 12, column: 2)
    sheet.put(.formula("B5>1", .boolean(true)), row: 13, column: 2)
    for (offset, text) in texts.enumerated() { sheet.put(.text(text), row: 14 + offset, column: 3) }
    sheet.put(.text("replaced"), row: 40, column: 1)
    sheet.put(.text("kept"), row: 40, column: 1)
    sheet.filter = CellRange(rows: 3...13, columns: 1...3)
    sheet.isProtected = true
    addRules(to: &sheet)
    setPrint(of: &sheet)
    return sheet
  }

  static let texts = [
    "=1+1", "+81", "-", "@x", " blanks ", "a\tb", "line\r\nbreak", "\u{1}\u{1F}", "_x000D_", "_x5F_", "\u{FFFE}\u{FFFF}\u{FEFF}",
    "", "<&>\"'",
    "か\u{3099}", "が", "𠮷👨‍👩‍👧", "]]>",
  ]

  private static func addRules(to sheet: inout SheetDraft) {
    var words = Validation([CellRange(row: 4, column: 2)], .words(["実施している", "準備・調整中", "\"未\"実施"]))
    words.promptTitle = "実施状況"
    words.prompt = "一つ選んでください\n（必須）"
    words.errorTitle = "選択肢にありません"
    words.error = String(repeating: "長", count: 300)
    var whole = Validation([CellRange(row: 5, column: 2), CellRange(row: 7, column: 2)], .whole(from: "0", to: "366"))
    whole.allowsBlank = false
    whole.refusal = .warning
    sheet.validations = [
      words, whole, Validation([CellRange(row: 6, column: 2)], .decimal(from: "0", to: "100.5")),
      Validation([CellRange(row: 9, column: 2)], .date(from: "DATE(2023,4,1)", to: "DATE(2024,3,31)")),
      Validation([CellRange(rows: 4...9, columns: 4...4)], .listed("選択肢")),
      Validation([CellRange(row: 8, column: 4)], .formula("LEN(D8)<10")),
    ]
    sheet.conditionalFormats = [
      ConditionalFormat(
        [CellRange(rows: 4...13, columns: 2...2)], when: "AND(ISBLANK(B4),$A4<>\"\")",
        .init(isBold: true, colour: Colour(0x9C0006), fill: Colour(0xFFC7CE)), stops: true),
      ConditionalFormat([CellRange(rows: 4...13, columns: 3...3)], when: "C4=\"<x>\"", .init(fill: Colour(0xC6EFCE))),
    ]
  }

  private static func setPrint(of sheet: inout SheetDraft) {
    sheet.print.isLandscape = true
    sheet.print.area = CellRange(rows: 1...40, columns: 1...5)
    sheet.print.titleRows = 3...3
    sheet.print.titleColumns = 1...1
    sheet.print.headerLeft = [.text("R&D "), .sheet]
    sheet.print.headerRight = [.date]
    sheet.print.footerCentre = [.page, .text(" / "), .pages]
  }

  private static func lists() -> SheetDraft {
    var sheet = SheetDraft(name: "一覧")
    sheet.visibility = .hidden
    for (index, word) in ["実施している", "準備・調整中", "実施していない"].enumerated() {
      sheet.put(.text(word), row: index + 1, column: 1)
    }
    return sheet
  }
}
