import Evaluation
import Diagnostics
import Facts
import Quantities
import Reports
import RuleLanguage
import Rulebook
import Workbook

/// The sheet of an item: its indicators with the cells to be filled in, and beside them the targets with their verdicts.
extension FormWorkbook {
  private static let lastColumn = 8

  mutating func itemSheet(_ group: Group, name: String, figures: ClosedRange<Int>) -> SheetDraft {
    var sheet = SheetDraft(name: name)
    sheet.isProtected = true
    sheet.showsGrid = false
    sheet.tabColour = Colour(0x2F6F9F)
    for (column, width) in [11, 26, 34, 7, 13, 18, 44, 19].enumerated() {
      sheet.setColumns((column + 1)...(column + 1), width: width)
    }
    let title = group.item.map { rulebook.items[$0].code + "　" + rulebook.items[$0].title } ?? say("Other indicators", "その他の指標")
    sheet.put(.text(title), row: 1, column: 1, FormStyle.subtitle)
    sheet.put(
      .text(areaName + "　" + phrasing.year(year) + "　" + say("Fill in the yellow cells.", "黄色の欄に記入してください。")), row: 2, column: 1,
      FormStyle.note.with { $0.wraps = false })
    let heads = [
      say("code", "記号"), say("indicator", "指標"), say("question", "設問"), say("unit", "単位"), phrasing.year(year.advanced(by: -1)),
      say("entry", "記入欄"), say("target", "目標"), say("verdict", "判定"),
    ]
    sheet.put(heads.map { .text($0) }, row: 4, FormStyle.head)
    sheet.setRow(4, height: 22)
    sheet.frozenRows = 4
    var row = 5
    for indicator in group.indicators {
      let targets = rulebook.targets.indices.filter { home(of: $0) == indicator && !otherAreas.contains($0) }
      put(indicator, targets: targets, on: &sheet, row)
      row += max(1, targets.count)
    }
    let lastRow = row - 1
    addColours(&sheet, 5...lastRow)
    parts.append(Part(title: title, sheet: name, figures: figures, verdicts: 5...lastRow))
    row = putOthers(group.item, on: &sheet, row + 1)
    sheet.print.isLandscape = true
    sheet.print.titleRows = 4...4
    sheet.print.area = CellRange(rows: 1...max(lastRow, row - 1), columns: 1...FormWorkbook.lastColumn)
    sheet.print.footerLeft = [.text(rulebook.program.title)]
    sheet.print.footerCentre = [.text(areaName + " "), .sheet]
    sheet.print.footerRight = [.page, .text(" / "), .pages]
    return sheet
  }

  private mutating func put(_ indicator: Int, targets: [Int], on sheet: inout SheetDraft, _ row: Int) {
    let declared = rulebook.indicators[indicator]
    let rows = row...(row + max(1, targets.count) - 1)
    func place(_ content: CellContent, _ column: Int, _ style: CellStyle) {
      if rows.count == 1 {
        sheet.put(content, row: row, column: column, style)
      } else {
        sheet.merge(CellRange(rows: rows, columns: column...column), content, style)
      }
    }
    place(.text(declared.code), 1, FormStyle.centred.with { $0.size = 10 })
    place(
      .text(phrasing.say(of: declared)), 2,
      FormStyle.text.with { $0.isBold = true })
    place(.text(declared.question ?? ""), 3, FormStyle.text)
    place(.text(words.unit(declared.kind)), 4, FormStyle.centred.with { $0.size = 10 })
    let last = lastYear(indicator)
    place(last.content, 5, last.style)
    if isAsked(indicator) {
      place(.blank, 6, inputStyle(declared.kind))
      validate(indicator, CellRange(rows: rows, columns: 6...6), on: &sheet)
      names.append(
        WorkbookDraft.Name(
          FormWorkbook.inputName(indicator), FormulaText.reference(sheet: sheet.name, CellRange(row: row, column: 6))))
      names.append(
        WorkbookDraft.Name(
          "PDCA_P_\(indicator + 1)", FormulaText.reference(sheet: sheet.name, CellRange(row: row, column: 5))))
    } else {
      place(.text(whenAsked(declared)), 6, FormStyle.closed)
    }
    let left = max(
      FormWorkbook.lines(declared.question ?? "", width: 33), FormWorkbook.lines(phrasing.say(of: declared), width: 24))
    if targets.isEmpty {
      sheet.put(.text(say("no target of its own", "（個別の目標なし）")), row: row, column: 7, FormStyle.faint.with { $0.size = 10 })
      sheet.put(.text("－"), row: row, column: 8, FormStyle.faint)
    }
    for (offset, target) in targets.enumerated() {
      let text = sentences(of: target)
      sheet.put(.text(text), row: row + offset, column: 7, FormStyle.text)
      sheet.put(verdict(of: target), row: row + offset, column: 8, FormStyle.verdict)
      let lines = max(FormWorkbook.lines(text, width: 42), (left + targets.count - 1) / targets.count)
      sheet.setRow(row + offset, height: max(30, 8 + 15 * lines))
    }
    if targets.isEmpty { sheet.setRow(row, height: max(30, 8 + 15 * left)) }
  }

  /// Why the indicator is not asked this year: it is introduced later, or surveyed in other years.
  private func whenAsked(_ indicator: Indicator) -> String {
    if let introduced = indicator.introduced, year < introduced {
      return say("from ", "") + phrasing.year(introduced) + say("", "から")
    }
    let next = indicator.surveyed?.first { year < $0 }
    return next.map { say("next surveyed in ", "次回調査　") + phrasing.year($0) } ?? say("not surveyed this year", "今年度は調査なし")
  }

  private func verdict(of target: Int) -> CellContent {
    verdictRows[target].map { .formula(SheetName.quoted(CalculationSheet.name) + "!$H$\($0)", .unknown) }
      ?? .text(words.afterReport)
  }

  private func sentences(of target: Int) -> String {
    let level = facts.areas.areas[area].level
    let declared = rulebook.targets[target]
    let present = declared.requirements(in: year)
    let requirements = (present.isEmpty ? declared.requirements : present).filter { $0.subject.judgedLevel == level }
    let spoken = requirements.flatMap { $0.places }.map { rulebook.sentence($0) }.joined(separator: " ")
    let values = values(of: requirements)
    return phrasing.say(of: rulebook.targets[target]) + "：" + spoken + (values.isEmpty ? "" : "\n" + values)
  }

  /// What the parameters of a sentence come to this year: whoever fills in the form has no rulebook at hand.
  private func values(of requirements: [Requirement]) -> String {
    let named = NamedFigures(of: requirements, in: rulebook).parameters
    let values = named.map { position in
      let parameter = rulebook.parameters[position]
      let value = phrasing.quantity(parameter.value(in: year), parameter.dimension)
      return say("“", "「") + phrasing.name(parameter.name, other: parameter.otherName) + say("” is ", "」は") + value
    }
    return values.isEmpty ? "" : say("(", "（") + values.joined(separator: say(", ", "、")) + say(")", "）")
  }

  /// Roughly how many lines a text takes; a Japanese character is as wide as two others.
  static func lines(_ text: String, width: Int) -> Int {
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
      lines += max(1, (columns + width - 1) / width)
    }
    return lines
  }

  // MARK: Cells

  private func lastYear(_ indicator: Int) -> (content: CellContent, style: CellStyle) {
    let declared = rulebook.indicators[indicator]
    let before = year.advanced(by: -1)
    if !declared.isAsked(in: before) { return (.text("－"), FormStyle.closed) }
    let key = FigureKey(indicator: indicator, area: area, year: before)
    switch facts.state(key) {
    case .notReported: return (.blank, FormStyle.faint)
    case .notApplicable: return (.text(words.notApplicableEntry), FormStyle.faint)
    case .given: break
    }
    guard let stored = facts.stored(key) else { return (.blank, FormStyle.faint) }
    switch declared.kind {
    case .count, .amount, .number, .percent:
      return (
        .number(mantissa: stored, scale: declared.kind.decimals),
        FormStyle.right.with { $0.numberFormat = FormWorkbook.format(declared.kind) }
      )
    case .date:
      guard let day = Int32(exactly: stored) else { return (.blank, FormStyle.faint) }
      let parts = CalendarDate(dayNumber: day).parts
      guard parts.year >= 1900 else { return (.text(CalendarDate(dayNumber: day).isoText), FormStyle.centred) }
      let moment = CalendarMoment(year: Int16(parts.year), month: UInt8(parts.month), day: UInt8(parts.day))
      return (.date(moment), FormStyle.centred.with { $0.numberFormat = "yyyy/mm/dd" })
    case .text:
      let text = facts.texts.indices.contains(Int(stored)) ? facts.texts[Int(stored)] : ""
      return (.text(text), FormStyle.text)
    case .ladder, .choice, .yesOrNo:
      let offered =
        declared.kind == .yesOrNo ? ["いいえ", "はい"] : FormWords.offered(declared.kind, ladders: rulebook.ladders)
      return (.text(offered.indices.contains(Int(stored)) ? offered[Int(stored)] : ""), FormStyle.centred.with { $0.size = 10 })
    }
  }

  private static func format(_ kind: FigureKind) -> String {
    switch kind {
    case .number(_, let decimals), .percent(let decimals):
      guard let decimals else { return "#,##0.######" }
      return decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
    default: return "#,##0"
    }
  }

  private func inputStyle(_ kind: FigureKind) -> CellStyle {
    switch kind {
    case .count, .amount, .number, .percent:
      FormStyle.input.with {
        $0.horizontal = .right; $0.indent = 1; $0.numberFormat = FormWorkbook.format(kind)
      }
    case .date:
      FormStyle.input.with {
        $0.horizontal = .centre; $0.numberFormat = "yyyy/mm/dd"
      }
    case .text:
      FormStyle.input.with {
        $0.size = 10; $0.vertical = .top; $0.horizontal = .left; $0.indent = 1; $0.numberFormat = "@"
      }
    case .ladder, .choice, .yesOrNo:
      FormStyle.input.with {
        $0.horizontal = .centre; $0.size = 10
      }
    }
  }

  /// 該当なし is a word, so figures are checked by a formula that lets it through.
  private mutating func validate(_ indicator: Int, _ range: CellRange, on sheet: inout SheetDraft) {
    let declared = rulebook.indicators[indicator]
    let cell = columnLetters(range.firstColumn) + String(range.firstRow)
    var hint = ""
    let allowed: Validation.Allowed
    switch declared.kind {
    case .count, .amount, .number, .percent:
      let decimals = declared.kind.decimals
      var demands = ["ROUND(\(cell),\(decimals))=\(cell)"]
      var span: [String] = []
      if let least = declared.leastStored {
        let text = Rational(mantissa: least, scale: decimals).decimalText
        demands.append("\(cell)>=\(text)")
        span.append(say("at least ", "") + text + say("", "以上"))
      }
      if let greatest = declared.greatestStored(ladders: []) {
        let text = Rational(mantissa: greatest, scale: decimals).decimalText
        demands.append("\(cell)<=\(text)")
        span.append(say("at most ", "") + text + say("", "以下"))
      }
      hint = decimals == 0 ? say("a whole number", "整数") : say("a number with \(decimals) decimals", "小数第\(decimals)位までの数")
      if case .percent = declared.kind { hint = say("66.7% is entered as 66.7", "66.7% は 66.7 と記入") }
      if !span.isEmpty { hint += say(", ", "、") + span.joined(separator: say(", ", "、")) }
      let other = FormulaText.quoted(words.notApplicableEntry)
      allowed = .formula("IF(ISNUMBER(\(cell)),AND(\(demands.joined(separator: ","))),OR(\(cell)=\(other),\(cell)=\"-\"))")
    case .date:
      allowed = .formula(
        "IF(ISNUMBER(\(cell)),AND(\(cell)=INT(\(cell)),\(cell)>60),\(cell)=\(FormulaText.quoted(words.notApplicableEntry)))")
      hint = say("a date such as 2024/3/31", "2024/3/31 のような日付")
    case .ladder, .choice, .yesOrNo:
      allowed = .listed(calculation.list(declared.kind))
      hint = say("choose from the list", "一覧から選択")
    case .text: return
    }
    var validation = Validation([range], allowed)
    validation.promptTitle = declared.code
    validation.prompt =
      hint + say(". Leave blank what is not known yet; write N/A where it does not apply.", "。未定の間は空欄のまま。当てはまらないときは「該当なし」。")
    validation.errorTitle = say("This cannot be entered", "この値は記入できません")
    validation.error = hint
    sheet.validations.append(validation)
  }

  private func addColours(_ sheet: inout SheetDraft, _ rows: ClosedRange<Int>) {
    let range = CellRange(rows: rows, columns: 8...8)
    let cell = "$H\(rows.lowerBound)"
    func begins(_ word: String) -> String { "LEFT(\(cell),\(word.utf16.count))=\(FormulaText.quoted(word))" }
    sheet.conditionalFormats = [
      ConditionalFormat([range], when: begins(words.missed), FormStyle.bad, stops: true),
      ConditionalFormat([range], when: begins(words.notReported), FormStyle.caution, stops: true),
      ConditionalFormat([range], when: begins(words.unreadable), FormStyle.caution, stops: true),
      ConditionalFormat([range], when: begins(words.met), FormStyle.good, stops: true),
      ConditionalFormat([range], when: begins(words.notApplicable), FormStyle.dim, stops: true),
    ]
  }

  /// Targets of the item that other areas decide, too.
  private func putOthers(_ item: Int?, on sheet: inout SheetDraft, _ first: Int) -> Int {
    let targets = rulebook.targets.indices.filter {
      rulebook.targets[$0].item == item && home(of: $0) == nil || rulebook.targets[$0].item == item && otherAreas.contains($0)
    }
    if targets.isEmpty { return first - 1 }
    var row = first
    sheet.put(
      .text(say("Targets that are judged with the reports of other areas", "ほかの区の報告と合わせて、報告後に判定する目標")), row: row, column: 1,
      FormStyle.note.with {
        $0.isBold = true; $0.wraps = false
      })
    for target in targets {
      row += 1
      let declared = rulebook.targets[target]
      let text =
        "・" + phrasing.say(of: declared) + "："
        + declared.requirements.flatMap { $0.places }.map { rulebook.sentence($0) }.joined(separator: " ")
      sheet.merge(CellRange(rows: row...row, columns: 1...FormWorkbook.lastColumn), .text(text), FormStyle.note)
      sheet.setRow(row, height: 4 + 14 * FormWorkbook.lines(text, width: 165))
    }
    return row + 1
  }
}

extension Phrasing {
  func say(of indicator: Indicator) -> String { title(indicator.name, other: indicator.otherLabel) }
  func say(of target: Target) -> String { title(target.name, other: target.otherName) }
}
