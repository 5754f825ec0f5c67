import Diagnostics

/// Why a workbook cannot be written.
enum WritingFault {
  case noSheet, noVisibleSheet
  case sheetName(String), sheetNameTwice(String)
  case outside(String)
  case longText(String, Int, Int)
  case longFormula(String)
  case words(String)
  case header(String)
  case mergesOverlap(String)
  case noSuchDay(String, Int, Int)
  case tooLarge

  func refusal(_ file: String) -> Refusal {
    Refusal(
      .unwritableWorkbook, at: .file(file), message,
      reason: Wording(
        "A workbook with this would be refused or mended by spreadsheet programs when it is opened.",
        "このまま書き出すと、表計算ソフトで開いたときに拒否されるか、修復されてしまいます。"),
      mend: Wording("shorten the names or texts, or split the workbook", "名前や文章を短くするか、ブックを分けてください"))
  }

  private var message: Wording {
    switch self {
    case .noSheet: Wording("the workbook would have no sheet", "ブックにシートがありません")
    case .noVisibleSheet: Wording("the workbook would have no visible sheet", "ブックに表示されるシートがありません")
    case .sheetName(let name): Wording("「\(name)」 cannot be the name of a sheet", "「\(name)」はシートの名前に使えません")
    case .sheetNameTwice(let name): Wording("two sheets would be called 「\(name)」", "「\(name)」という名前のシートが 2 つあります")
    case .outside(let sheet):
      Wording("the sheet 「\(sheet)」 reaches beyond the last row or column", "シート「\(sheet)」が行または列の上限を超えています")
    case .longText(let sheet, let row, let column):
      Wording(
        "the text in 「\(columnLetters(column))\(row)」 of the sheet 「\(sheet)」 is longer than 32,767 characters",
        "シート「\(sheet)」の「\(columnLetters(column))\(row)」の文字列が 32,767 文字を超えています")
    case .longFormula(let sheet):
      Wording("a formula on the sheet 「\(sheet)」 is longer than 8,192 characters", "シート「\(sheet)」の数式が 8,192 文字を超えています")
    case .words(let sheet):
      Wording(
        "a list of words on the sheet 「\(sheet)」 is longer than 255 characters, or has a word with a comma",
        "シート「\(sheet)」の選択肢が 255 文字を超えているか、コンマを含んでいます")
    case .header(let sheet):
      Wording(
        "the header or footer of the sheet 「\(sheet)」 is longer than 255 characters",
        "シート「\(sheet)」のヘッダーまたはフッターが 255 文字を超えています")
    case .mergesOverlap(let sheet):
      Wording("merged ranges of the sheet 「\(sheet)」 overlap", "シート「\(sheet)」の結合範囲が重なっています")
    case .noSuchDay(let sheet, let row, let column):
      Wording(
        "the date in 「\(columnLetters(column))\(row)」 of the sheet 「\(sheet)」 lies before 1900 or after 9999",
        "シート「\(sheet)」の「\(columnLetters(column))\(row)」の日付が 1900 年より前か 9999 年より後です")
    case .tooLarge: Wording("the workbook would be larger than 4 GB", "ブックが 4 GB を超えます")
    }
  }
}
