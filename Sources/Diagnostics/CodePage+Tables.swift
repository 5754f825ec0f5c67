/// Pages of the codes 0430 to 0449: tables on the sheets of a workbook.
extension CodePage {
  static var tableContextMissing: CodePage {
    CodePage(
      Wording("a table does not say whose or of which year it is", "表が、どこの・いつのものか分かりません"),
      meaning: Wording(
        "The area and the fiscal year of a table may stand in its rows, its headings, above it, or be the name of its sheet, its file or a folder. Here they stand nowhere, or several are named.",
        "地域と年度は、表の行・見出し・表の上のセル・シート名・ファイル名・フォルダ名のどれかから読み取ります。どこにもないか、複数書かれています。"),
      wrong: "項目 | 回答, on 「Sheet1」 of 報告.xlsx",
      right: "項目 | 回答, on 「北区」 of 報告_R5.xlsx")
  }

  static var tableContextContradicted: CodePage {
    CodePage(
      Wording("a table is said to be of two areas or years", "表の地域または年度が食い違っています"),
      meaning: Wording(
        "What stands above the table, the name of its sheet and that of its file name different areas or years. A table of two areas is not read; of two years the one nearest to the table holds.",
        "表の上のセル・シート名・ファイル名の地域または年度が一致しません。地域が食い違う表は読み込みません。年度は表に最も近いものを採ります。"),
      wrong: "「中央区」 above the table, in 北区.xlsx",
      right: "「北区」 above the table, in 北区.xlsx")
  }

  static var totalLeftOut: CodePage {
    CodePage(
      Wording("a total of a table was left out", "表の合計を読み飛ばしました"),
      meaning: Wording(
        "Rows and columns headed 計, 合計 or 平均 are no area's figures. Sums are computed from the figures themselves.",
        "「計」「合計」「平均」の行と列は、特定の地域の値ではありません。合計は各値から計算します。"),
      wrong: "合計 | 1,706",
      right: "北区 | 1,000 and 中央区 | 706")
  }

  static var columnLeftOut: CodePage {
    CodePage(
      Wording("a column of figures was left out", "数値の列を読み飛ばしました"),
      meaning: Wording(
        "The column holds figures, but its heading names no area, year or indicator, and nothing is guessed.",
        "数値の入った列ですが、見出しが地域・年度・指標のどれでもないため、読み込みません。"),
      wrong: "項目 | 昨年 | 令和5年度",
      right: "項目 | 令和4年度 | 令和5年度")
  }

  static var besideTable: CodePage {
    CodePage(
      Wording("a cell stands beside the table", "表の外にセルがあります"),
      meaning: Wording(
        "The cell stands in the rows of the table, but in a column without a heading. The row was read without it.",
        "表の行の中で、見出しのない列にあるセルです。このセルを除いて読み込みました。"),
      wrong: "区 | 年度 | イ(1) | (no heading), and 要確認 in the last column",
      right: "区 | 年度 | イ(1) | 備考")
  }

  static var exampleSheet: CodePage {
    CodePage(
      Wording("a sheet of examples was left out", "記入例のシートを読み飛ばしました"),
      meaning: Wording(
        "Sheets called 記入例, 記載例, 入力例 or 見本 show how a form is filled in; their figures are nobody's.",
        "「記入例」「記載例」「入力例」「見本」のシートは、記入の仕方を示すもので、報告された値ではありません。"),
      wrong: "a ward's own figures on the sheet 「記入例」",
      right: "a ward's own figures on the sheet 「北区」")
  }
}
