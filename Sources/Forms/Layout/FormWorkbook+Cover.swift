import Diagnostics
import Facts
import Quantities
import Reports
import RuleLanguage
import Rulebook
import Workbook

/// The cover with its instructions, and the summary that counts what is still open.
extension FormWorkbook {
  func coverSheet(_ name: String, _ summary: String) -> SheetDraft {
    var sheet = SheetDraft(name: name)
    sheet.isProtected = true
    sheet.showsGrid = false
    sheet.setColumns(1...1, width: 3)
    sheet.setColumns(2...2, width: 16)
    sheet.setColumns(3...3, width: 22)
    sheet.setColumns(4...4, width: 58)
    sheet.put(.text(rulebook.program.title), row: 2, column: 2, FormStyle.title)
    sheet.setRow(2, height: 30)
    sheet.put(.text(say("Report for ", "") + phrasing.year(year) + say("", "　実績の記入様式")), row: 3, column: 2, FormStyle.subtitle)
    sheet.setRow(3, height: 24)
    let head = FormStyle.head.with { $0.horizontal = .left }
    sheet.put(.text(say("area code", "区のコード")), row: 5, column: 2, head)
    sheet.put(.text(facts.areas.areas[area].code), row: 5, column: 3, FormStyle.centred)
    sheet.put(
      .text(areaName), row: 5, column: 4,
      FormStyle.text.with {
        $0.isBold = true; $0.size = 14
      })
    sheet.put(.text(say("fiscal year", "年度")), row: 6, column: 2, head)
    sheet.put(.number(Int(year.number)), row: 6, column: 3, FormStyle.centred)
    sheet.put(
      .text(phrasing.year(year)), row: 6, column: 4,
      FormStyle.text.with {
        $0.isBold = true; $0.size = 14
      })
    sheet.setRow(5, height: 26)
    sheet.setRow(6, height: 26)
    sheet.put(.text(say("How to fill it in", "記入のしかた")), row: 8, column: 2, FormStyle.subtitle)
    var row = 9
    for text in instructions(summary) {
      sheet.merge(CellRange(rows: row...row, columns: 2...4), .text(text), FormStyle.plain)
      sheet.setRow(row, height: 6 + 18 * FormWorkbook.lines(text, width: 92))
      row += 1
    }
    sheet.print.pagesDown = 1
    sheet.print.area = CellRange(rows: 1...row, columns: 1...4)
    sheet.print.footerRight = [.page, .text(" / "), .pages]
    return sheet
  }

  private func instructions(_ summary: String) -> [String] {
    [
      say(
        "1. Fill in the yellow cells, one sheet for each item. Everything else is filled in for you.",
        "１　項目ごとのシートの黄色の欄に記入してください。ほかの欄は記入済みです。"),
      say(
        "2. Leave blank what is not known yet. A blank is not reported; it is never taken as 0. Write 0 where there was none.",
        "２　まだ分からない欄は空欄のままにしてください。空欄は「未報告」であり、0 とはみなしません。実績がなければ 0 と記入してください。"),
      say(
        "3. Write N/A where an indicator does not apply to your area.",
        "３　自区に当てはまらない指標には「該当なし」と記入してください。"),
      say(
        "4. The verdict beside each target follows what you enter. Where it says “\(words.unreadable)”, enter a number or choose from the list.",
        "４　目標の右の「判定」は、記入に応じて変わります。「\(words.unreadable)」と出たときは、数字で記入するか、一覧から選び直してください。"),
      say(
        "5. Targets that need the reports of other areas, or a calculation that a workbook cannot do exactly, are judged after the report.",
        "５　ほかの区の報告が必要な目標と、ブックの数式では正確に計算できない目標は、「\(words.afterReport)」とし、提出後に判定します。"),
      say(
        "6. The sheet “\(summary)” counts what is still open. Send the file as it is when you are done; its name may be changed.",
        "６　シート「\(summary)」に、残っている記入と目標の数が出ます。終わったらこのファイルをそのまま提出してください。ファイル名は変えてもかまいません。"),
      say(
        "The sheets are protected, without a password, so that formulas are not overwritten by mistake. This is no security: anyone can lift it. Keep confidential matters out of this file.",
        "※　数式を誤って消さないように、シートを保護しています（パスワードなし）。保護は誰でも解除でき、安全対策ではありません。機密の情報は記入しないでください。"),
    ]
  }

  func summarySheet(_ name: String) -> SheetDraft {
    var sheet = SheetDraft(name: name)
    sheet.isProtected = true
    sheet.showsGrid = false
    sheet.setColumns(1...1, width: 3)
    sheet.setColumns(2...2, width: 46)
    sheet.setColumns(3...10, width: 11)
    sheet.put(.text(say("What is still open", "残っている記入と目標")), row: 2, column: 2, FormStyle.title)
    sheet.setRow(2, height: 30)
    sheet.put(.text(areaName + "　" + phrasing.year(year)), row: 3, column: 2, FormStyle.note)
    let heads = [
      say("item", "項目"), say("entries", "記入欄"), say("blank", "未記入"), words.unreadable, say("targets", "目標"), words.met,
      words.missed, words.notReported, words.notApplicable, say("others", "その他"),
    ]
    for (offset, head) in heads.enumerated() { sheet.put(.text(head), row: 5, column: 2 + offset, FormStyle.head) }
    sheet.setColumns(11...11, width: 11)
    var row = 6
    for part in parts {
      sheet.put(.text(part.title), row: row, column: 2, FormStyle.text.with { $0.size = 11 })
      for (offset, formula) in counts(part, row).enumerated() {
        sheet.put(.formula(formula, .unknown), row: row, column: 3 + offset, FormStyle.centred)
      }
      sheet.setRow(row, height: 6 + 18 * FormWorkbook.lines(part.title, width: 46))
      row += 1
    }
    sheet.put(.text(say("all", "計")), row: row, column: 2, FormStyle.head)
    for column in 3...11 {
      let letters = columnLetters(column)
      sheet.put(.formula("SUM(\(letters)6:\(letters)\(row - 1))", .unknown), row: row, column: column, FormStyle.head)
    }
    let open = CellRange(rows: 6...row, columns: 4...5)
    let missed = CellRange(rows: 6...row, columns: 8...9)
    sheet.conditionalFormats = [
      ConditionalFormat([open], when: "D6>0", FormStyle.caution), ConditionalFormat([missed], when: "H6>0", FormStyle.bad),
    ]
    let rest = "D\(row)+E\(row)+H\(row)+I\(row)"
    let done = FormulaText.quoted(say("Nothing is open.", "残っているものはありません。"))
    let before = FormulaText.quoted(say("Still open: entries ", "残り：記入 "))
    let between = FormulaText.quoted(say(", targets ", " 欄、目標 "))
    sheet.put(
      .formula("IF(\(rest)=0,\(done),\(before)&(D\(row)+E\(row))&\(between)&(H\(row)+I\(row)))", .unknown), row: row + 2,
      column: 2,
      FormStyle.subtitle)
    sheet.print.isLandscape = true
    sheet.print.pagesDown = 1
    sheet.print.area = CellRange(rows: 1...(row + 2), columns: 1...11)
    return sheet
  }

  private func counts(_ part: Part, _ row: Int) -> [String] {
    let states = SheetName.quoted(CalculationSheet.name) + "!$D$\(part.figures.lowerBound):$D$\(part.figures.upperBound)"
    let verdicts = SheetName.quoted(part.sheet) + "!$H$\(part.verdicts.lowerBound):$H$\(part.verdicts.upperBound)"
    func begins(_ word: String) -> String {
      "SUMPRODUCT((LEFT(\(verdicts),\(word.utf16.count))=\(FormulaText.quoted(word)))*1)"
    }
    return [
      "COUNT(\(states))", "COUNTIF(\(states),0)", "COUNTIF(\(states),\(CalculationSheet.unreadable))",
      "SUMPRODUCT((\(verdicts)<>\"\")*(\(verdicts)<>\"－\"))", begins(words.met), begins(words.missed), begins(words.notReported),
      begins(words.notApplicable), "F\(row)-G\(row)-H\(row)-I\(row)-J\(row)",
    ]
  }
}
