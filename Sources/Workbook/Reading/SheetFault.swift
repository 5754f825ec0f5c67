import Diagnostics

/// What can be wrong with the cells of a sheet, and how it is said.
enum SheetFault {
  case noSuchRow, rowsOutOfOrder
  case noSuchCell, cellTwice
  case unknownKind, unreadableValue, noSuchText
  case unreadableMerge, mergesOverlap
  case tooManyCells(Int)

  func refusal(file: String, sheet: String, row: Int?, column: Int?) -> Refusal {
    let location: Location =
      if let row {
        .cell(CellPlace(file: file, position: .sheetCell(sheet: sheet, row: row, column: column ?? 1)))
      } else {
        .file(file)
      }
    if case .tooManyCells = self {
      return Refusal(
        .workbookTooLarge, at: location, message(sheet),
        mend: Wording(
          "remove formatted but empty rows and columns, or hand in the figures as CSV",
          "書式だけが設定された空の行や列を削除するか、数値を CSV で提出してください"))
    }
    return Refusal(
      .damagedSheet, at: location, message(sheet),
      reason: Wording(
        "Which figure belongs to which cell cannot be told with certainty, so nothing of the sheet is taken.",
        "どの値がどのセルのものか確実には分からないため、このシートは読み込みません。"),
      mend: Wording("open the workbook in a spreadsheet program and save it again", "表計算ソフトで開き、保存し直してください"))
  }

  private func message(_ sheet: String) -> Wording {
    switch self {
    case .noSuchRow:
      Wording("the sheet 「\(sheet)」 has a row beyond the last that there can be", "シート「\(sheet)」に存在しえない行があります")
    case .rowsOutOfOrder:
      Wording("the rows of the sheet 「\(sheet)」 are out of order", "シート「\(sheet)」の行の順序が乱れています")
    case .noSuchCell:
      Wording("a cell of the sheet 「\(sheet)」 is not where it says", "シート「\(sheet)」に位置の誤ったセルがあります")
    case .cellTwice:
      Wording("the sheet 「\(sheet)」 has the same cell twice", "シート「\(sheet)」に同じセルが 2 つあります")
    case .unknownKind:
      Wording("a cell of the sheet 「\(sheet)」 is of an unknown kind", "シート「\(sheet)」に種類の分からないセルがあります")
    case .unreadableValue:
      Wording("the value of a cell of the sheet 「\(sheet)」 cannot be read", "シート「\(sheet)」に値を読めないセルがあります")
    case .noSuchText:
      Wording("a cell of the sheet 「\(sheet)」 refers to a text that is not there", "シート「\(sheet)」のセルが存在しない文字列を参照しています")
    case .unreadableMerge:
      Wording("a merged range of the sheet 「\(sheet)」 cannot be read", "シート「\(sheet)」に読めない結合範囲があります")
    case .mergesOverlap:
      Wording("merged ranges of the sheet 「\(sheet)」 overlap", "シート「\(sheet)」の結合範囲が重なっています")
    case .tooManyCells(let limit):
      Wording("the sheet 「\(sheet)」 has more than \(limit) cells", "シート「\(sheet)」のセルが \(limit) 個を超えています")
    }
  }
}
