import Diagnostics

extension Sheet {
  /// A warning when the sheet is hidden, or has cells in hidden rows or columns. They are read all the same; whether that
  /// is worth a word is for the caller to say: forms keep their lists on hidden sheets.
  package func concealment(file: String) -> Diagnostic? {
    guard !cells.isEmpty else { return nil }
    if visibility != .visible {
      return warning(
        file, Wording("the sheet 「\(name)」 is hidden; it is read all the same", "シート「\(name)」は非表示ですが、読み込みます"))
    }
    for row in rows {
      let isHidden = isHidden(row: row.number)
      guard isHidden || !hiddenColumns.isEmpty else { continue }
      for cell in cells[row.cells] where isHidden || self.isHidden(column: Int(cell.column)) {
        let place = columnLetters(Int(cell.column)) + String(row.number)
        return warning(
          file,
          Wording(
            "the sheet 「\(name)」 has cells in hidden rows or columns (「\(place)」 is one); they are read all the same",
            "シート「\(name)」の非表示の行または列にセルがあります（「\(place)」など）が、読み込みます"))
      }
    }
    return nil
  }

  private func warning(_ file: String, _ message: Wording) -> Diagnostic {
    Diagnostic(
      .hiddenContent, .warning, at: .file(file), message,
      reason: Wording(
        "What is hidden is easily forgotten when the figures are checked.", "非表示の部分は、数値の確認から漏れやすいためです。"),
      mend: Wording("show it and check the figures, or delete it", "再表示して数値を確かめるか、削除してください"))
  }
}
