import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook
import Workbook

/// The results as a workbook: all outcomes with filters, the gaps, the item × stage table, and area × target in words and
/// colours. Figures are numbers; nothing is a formula, whatever a name begins with.
package enum WorkbookReport {
  package static func draft(_ input: ReportInput) -> WorkbookDraft {
    let index = OutcomeIndex(input)
    return WorkbookDraft(
      [
        OutcomeSheet.draw(index, name: index.phrasing.say("Outcomes", "判定"), shows: { _ in true }),
        OutcomeSheet.draw(
          index, name: index.phrasing.say("Gaps", "未達成・未報告"), shows: { $0.verdict == .missed || $0.verdict == .notReported }),
        StageSheet.draw(index, name: index.phrasing.say("Item × stage", "項目×段階"), index.summaryGrids()),
        HeatMapSheet.draw(index),
      ] + threadSheets(index))
  }

  /// Gaps over the years, where there are any.
  private static func threadSheets(_ index: OutcomeIndex) -> [SheetDraft] {
    let threads = index.threads()
    if threads.isEmpty { return [] }
    let title = index.phrasing.say("Gaps over the years", "未達成の経過")
    return [StageSheet.draw(index, name: title, [index.threadGrid(threads, title: title)])]
  }
}

/// The looks that the sheets of results share.
enum ResultStyle {
  static let line = Colour(0x9AA5B1)
  static let cell = CellStyle.plain.with {
    $0.border = .hair; $0.borderColour = line; $0.vertical = .top; $0.wraps = true
  }
  static let head = CellStyle.plain.with {
    $0.isBold = true; $0.fill = Colour(0xDCE6F1); $0.border = .thin; $0.borderColour = line; $0.wraps = true;
    $0.horizontal = .centre
  }

  static func verdict(_ verdict: Verdict) -> CellStyle {
    cell.with {
      $0.horizontal = .centre
      $0.wraps = false
      switch verdict {
      case .met: $0.fill = Colour(0xD1F0DA); $0.colour = Colour(0x14532D)
      case .missed: $0.fill = Colour(0xFAD4D4); $0.colour = Colour(0x7F1D1D); $0.isBold = true
      case .notReported: $0.fill = Colour(0xFDEBB3); $0.colour = Colour(0x713F12); $0.isBold = true
      case .waived: $0.fill = Colour(0xE7DDF5); $0.colour = Colour(0x4C1D95)
      case .notApplicable, .notDue, .recorded: $0.fill = Colour(0xECEFF3); $0.colour = Colour(0x4B5563)
      }
    }
  }

  /// A decimal as a number; what is none (a date, a step of a ladder) as a text.
  static func content(_ text: String) -> CellContent {
    var mantissa: Int64 = 0
    var scale = 0
    var isPastPoint = false
    var digits = 0
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where position == 0: continue
      case UInt8(ascii: ".") where !isPastPoint: isPastPoint = true
      case 0x30...0x39 where digits < 15:
        mantissa = mantissa * 10 + Int64(byte - 0x30)
        digits += 1
        if isPastPoint { scale += 1 }
      default: return .text(text)
      }
    }
    if digits == 0 { return text.isEmpty ? .blank : .text(text) }
    return .number(mantissa: text.utf8.first == UInt8(ascii: "-") ? -mantissa : mantissa, scale: scale)
  }
}

/// A row an outcome.
private enum OutcomeSheet {
  static func draw(_ index: OutcomeIndex, name: String, shows: (Outcome) -> Bool) -> SheetDraft {
    let names = RecordNames(index.input)
    var sheet = SheetDraft(name: name)
    let heads = [
      ("target", "目標", 34), ("stage", "段階", 8), ("item", "項目", 8), ("severity", "必須・努力", 11), ("area code", "コード", 11),
      ("area", "区", 14), ("outcome", "判定", 12), ("measured", "実績", 12), ("unit", "単位", 9), ("required", "求める水準", 20),
      ("shortfall", "不足", 10), ("unit", "単位", 10), ("open years", "未達成の年数", 11), ("grade", "評価", 10), ("points", "点数", 8),
      ("change", "直し方", 44), ("cells", "セル", 40),
    ]
    for (position, (english, japanese, width)) in heads.enumerated() {
      sheet.put(.text(index.phrasing.say(english, japanese)), row: 1, column: position + 1, ResultStyle.head)
      sheet.setColumns((position + 1)...(position + 1), width: width)
    }
    sheet.setRow(1, height: 24)
    sheet.frozenRows = 1
    sheet.frozenColumns = 1
    var row = 1
    for outcome in index.outcomes where shows(outcome) {
      row += 1
      put(outcome, index, names, on: &sheet, row)
    }
    sheet.filter = CellRange(rows: 1...max(2, row), columns: 1...heads.count)
    sheet.print.isLandscape = true
    sheet.print.titleRows = 1...1
    sheet.print.footerCentre = [.sheet]
    sheet.print.footerRight = [.page, .text(" / "), .pages]
    return sheet
  }

  private static func put(
    _ outcome: Outcome, _ index: OutcomeIndex, _ names: RecordNames, on sheet: inout SheetDraft, _ row: Int
  ) {
    let language = index.input.language
    let target = index.target(outcome)
    let measured = outcome.measured.map { names.figure($0) }
    let shortfall = outcome.shortfall.map { names.difference($0) }
    let places = index.places(outcome.figures)
    let contents: [CellContent] = [
      .text(index.phrasing.name(of: target)), text(target.stage?.wording.text(in: language)),
      text(target.item.map { index.rulebook.items[$0].code }), .text(target.severity.wording.text(in: language)),
      .text(index.areas[outcome.area].code), .text(index.areaName(outcome.area)),
      .text(outcome.verdict.wording.text(in: language)),
      ResultStyle.content(measured?.value ?? ""), text(unit(measured?.unit, language)),
      text(outcome.required.map { index.phrasing.requirement($0) }),
      ResultStyle.content(shortfall?.value ?? ""), text(unit(shortfall?.unit, language)),
      outcome.openYears > 0 ? .number(outcome.openYears) : .blank,
      text(outcome.grade.map { _ in index.gradeText(outcome) }), ResultStyle.content(outcome.points?.earned?.exactText ?? ""),
      text(outcome.changes.isEmpty ? nil : index.phrasing.instruction(outcome.changes, index.facts)),
      text(places.isEmpty ? nil : cut(index.cells.names(of: places))),
    ]
    for (position, content) in contents.enumerated() {
      sheet.put(content, row: row, column: position + 1, position == 6 ? ResultStyle.verdict(outcome.verdict) : ResultStyle.cell)
    }
  }

  /// The units that files for other programs write in English.
  private static func unit(_ unit: String?, _ language: Language) -> String? {
    guard language == .japanese, let unit else { return unit }
    switch unit {
    case "steps", "step": return "段階"
    case "points", "point": return "ポイント"
    case "days", "day": return "日"
    default: return unit
    }
  }

  private static func text(_ text: String?) -> CellContent {
    guard let text, !text.isEmpty else { return .blank }
    return .text(cut(text))
  }

  /// A cell holds 32,767 characters; nobody reads as many.
  private static func cut(_ text: String) -> String { text.utf16.count > 2_000 ? String(text.prefix(500)) + "…" : text }
}

/// How many outcomes of each item and stage are met, as the reports count them.
private enum StageSheet {
  static func draw(_ index: OutcomeIndex, name: String, _ grids: [SummaryGrid]) -> SheetDraft {
    var sheet = SheetDraft(name: name)
    sheet.setColumns(1...1, width: 44)
    sheet.setColumns(2...12, width: 12)
    var row = 1
    for grid in grids {
      sheet.put(
        .text(grid.title + (grid.note ?? "")), row: row, column: 1,
        CellStyle.plain.with {
          $0.isBold = true; $0.size = 13
        })
      row += 1
      for (position, head) in grid.head.enumerated() { sheet.put(.text(head), row: row, column: position + 1, ResultStyle.head) }
      row += 1
      for line in grid.rows {
        for (position, cell) in line.enumerated() {
          let content = position == 0 ? CellContent.text(cell) : ResultStyle.content(plain(cell))
          sheet.put(
            content, row: row, column: position + 1,
            position == 0 ? ResultStyle.cell : ResultStyle.cell.with { $0.horizontal = .centre })
        }
        row += 1
      }
      row += 1
    }
    sheet.print.isLandscape = true
    return sheet
  }

  /// Without the commas between thousands.
  private static func plain(_ text: String) -> String {
    String(decoding: text.utf8.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
  }
}

/// Areas down, targets across: the verdicts in words, with their colours.
private enum HeatMapSheet {
  static func draw(_ index: OutcomeIndex) -> SheetDraft {
    var sheet = SheetDraft(name: index.phrasing.say("Area × target", "区×目標"))
    let targets = index.byTarget.indices.filter { !index.byTarget[$0].isEmpty }
    let judged = Set(index.outcomes.map { $0.area })
    let areas = index.areas.indices.filter { judged.contains($0) }
    var rows: [Int: Int] = [:]
    for (position, area) in areas.enumerated() {
      rows[area] = position + 2
      sheet.put(.text(index.areaName(area)), row: position + 2, column: 1, ResultStyle.head)
    }
    sheet.put(.text(index.phrasing.say("area", "区")), row: 1, column: 1, ResultStyle.head)
    sheet.setColumns(1...1, width: 14)
    sheet.setRow(1, height: 96)
    for (position, target) in targets.enumerated() where position + 2 <= SheetSize.columns {
      sheet.put(
        .text(index.phrasing.name(of: index.rulebook.targets[target])), row: 1, column: position + 2,
        ResultStyle.head.with { $0.size = 9 })
      for place in index.byTarget[target] {
        let outcome = index.outcomes[place]
        guard let row = rows[outcome.area] else { continue }
        sheet.put(
          .text(outcome.verdict.wording.text(in: index.input.language)), row: row, column: position + 2,
          ResultStyle.verdict(outcome.verdict).with { $0.size = 9 })
      }
    }
    if !targets.isEmpty { sheet.setColumns(2...(targets.count + 1), width: 10) }
    sheet.frozenRows = 1
    sheet.frozenColumns = 1
    sheet.print.isLandscape = true
    sheet.print.titleRows = 1...1
    sheet.print.titleColumns = 1...1
    // About so many columns of words can still be read on a sheet of A4.
    sheet.print.pagesAcross = max(1, (targets.count + 15) / 16)
    return sheet
  }
}
