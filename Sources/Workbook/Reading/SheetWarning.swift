import Diagnostics

/// Warnings of one sheet. A whole column of the same mistake is told of a few times, then counted.
package struct Warnings: Sendable {
  private static let limit = 20

  package private(set) var diagnostics: [Diagnostic] = []
  /// How many more there were.
  package private(set) var further = 0

  /// The warnings, and at the end how many were left out.
  package func all(file: String, sheet: String) -> [Diagnostic] {
    guard further > 0, let last = diagnostics.last else { return diagnostics }
    let rest = Diagnostic(
      last.code, .warning, at: .file(file),
      Wording(
        "\(further) more cells of the sheet 「\(sheet)」 are like this",
        "シート「\(sheet)」には、ほかにもこのようなセルが \(further) 個あります"))
    return diagnostics + [rest]
  }

  mutating func add(_ diagnostic: Diagnostic) {
    if diagnostics.count < Warnings.limit { diagnostics.append(diagnostic) } else { further += 1 }
  }
}

/// Remarks on single cells that do not keep a sheet from being read.
package enum SheetWarning {
  private static func place(_ file: String, _ sheet: String, _ row: Int, _ column: Int) -> Location {
    .cell(CellPlace(file: file, position: .sheetCell(sheet: sheet, row: row, column: column)))
  }

  static func noSuchDay(file: String, sheet: String, row: Int, column: Int) -> Diagnostic {
    Diagnostic(
      .noSuchDay, .warning, at: place(file, sheet, row, column),
      Wording("the number in this cell is shown as a date, but no such day exists", "このセルの数値は日付として表示されますが、該当する日がありません"),
      reason: Wording(
        "Spreadsheets count days from 1900 (or 1904) on; numbers below 1 and the number 60 (29 February 1900) are no days.",
        "表計算ソフトは 1900 年（または 1904 年）からの日数で日付を表します。1 未満と 60（1900 年 2 月 29 日）に当たる日はありません。"),
      mend: Wording("enter the date again, or give the cell a number format", "日付を入力し直すか、セルの表示形式を数値にしてください"))
  }

  static func coveredByMerge(file: String, sheet: String, row: Int, column: Int) -> Diagnostic {
    Diagnostic(
      .coveredByMerge, .warning, at: place(file, sheet, row, column),
      Wording("this cell is hidden by a merged range, so its value is not read", "このセルは結合範囲に隠れているため、値を読み込みません"),
      reason: Wording(
        "Only the top left cell of a merged range is shown; what lies beneath the others is left over from before.",
        "結合したセルは左上の値だけが表示され、ほかのセルの値は結合前の残りです。"),
      mend: Wording("split the merged range, or delete the value", "セルの結合を解除するか、値を削除してください"))
  }

  /// For callers that need the value of a cell which has none yet.
  package static func formulaWithoutValue(file: String, sheet: String, row: Int, column: Int) -> Diagnostic {
    Diagnostic(
      .formulaWithoutValue, .error, at: place(file, sheet, row, column),
      Wording("this cell holds a formula, but not its result", "このセルには数式がありますが、計算結果が保存されていません"),
      reason: Wording(
        "The workbook was written by a program that does not compute; the value is not 0 but unknown.",
        "計算をしないソフトが書き出したブックです。値は 0 ではなく、不明です。"),
      mend: Wording(
        "open the workbook in a spreadsheet program and save it, or enter the figure itself",
        "表計算ソフトで開いて保存し直すか、数値を直接入力してください"))
  }

  /// For callers that need the value of a cell which shows an error.
  package static func errorValue(_ error: CellError, file: String, sheet: String, row: Int, column: Int) -> Diagnostic {
    Diagnostic(
      .cellError, .error, at: place(file, sheet, row, column),
      Wording("this cell shows the error 「\(error.spelling)」", "このセルはエラー「\(error.spelling)」です"),
      reason: Wording(
        "The formula of the cell could not be computed, so there is no figure to take.", "数式を計算できなかったため、読み取る値がありません。"),
      mend: Wording("correct the formula, or enter the figure itself", "数式を直すか、数値を直接入力してください"))
  }
}
