import Diagnostics
import Quantities

func emptyFile(path: String) -> Diagnostic {
  Diagnostic(
    .missingHeadings, .error, at: .file(path), Wording("this file is empty", "このファイルは空です"),
    mend: Wording("save it again where its figures are, or leave it out", "値を記入したファイルを保存し直すか、このファイルを外してください"))
}

func missingHeadings(path: String) -> Diagnostic {
  Diagnostic(
    .missingHeadings, .error, at: .file(path),
    Wording("no row of this file has headings for areas and years", "地域と年度の見出しがある行が見つかりません"),
    reason: Wording(
      "headings are looked for in the first \(TableLayout.titleRows) rows; nothing of the file was read",
      "見出しは先頭の\(TableLayout.titleRows)行の中から探します。このファイルは読み込んでいません。"),
    mend: Wording(
      "begin it with area,year,item,value or with area,year and a column for each indicator",
      "先頭の行を「区,年度,項目,値」とするか、「区,年度」と指標ごとの列にしてください。"))
}

func incompleteRow(_ missing: Wording, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .incompleteRow, .error, at: .cell(place),
    Wording("this row does not name \(missing.english)", "この行には\(missing.japanese)がありません"),
    reason: Wording("the row was not read; nothing is taken over from the row above", "この行は読み込んでいません。上の行から引き継ぐことはしません。"),
    mend: Wording("write it in every row", "すべての行に書いてください。"))
}

func strayCell(_ text: String, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .strayCell, .error, at: .cell(place),
    Wording("\(quoted(text)) stands in a column without a heading", "\(quoted(text))は見出しのない列にあります"),
    reason: Wording(
      "the cells of this row may have moved to other columns, so none of them was read",
      "この行のセルは列がずれているおそれがあるため、どれも読み込んでいません。"),
    mend: Wording("put a cell that holds a comma in quotes, such as \"1,706\"", "コンマを含むセルは \"1,706\" のように引用符で囲んでください。"))
}

func cutByComma(at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .strayCell, .error, at: .cell(place),
    Wording("a comma seems to have cut this figure in two", "この値はコンマで二つに切れているようです"),
    reason: Wording(
      "the note goes on with exactly three digits; the figure counts as not reported", "備考がちょうど3桁の数字で始まっています。この値は未報告として扱います。"),
    mend: Wording("put a figure that holds a comma in quotes, such as \"1,706\"", "コンマを含む値は \"1,706\" のように引用符で囲んでください。"))
}

/// A figure, as remarks name it: its year, area and indicator.
struct FigureName {
  let year: FiscalYear
  let area: String
  let indicator: String

  private var english: String { "\(quoted(indicator)) of \(quoted(area)) in \(year.englishText)" }
  private var japanese: String { "\(year.japaneseText)の\(quoted(area))の\(quoted(indicator))" }

  func repeated(first: CellPlace?, at place: CellPlace) -> Diagnostic {
    Diagnostic(
      .repeatedFigure, .warning, at: .cell(place),
      Wording("\(english) is given twice, with the same figure", "\(japanese)が同じ値で二度書かれています"), labels: labels(first),
      mend: Wording("leave out one of the two", "どちらかを消してください。"))
  }

  func contradicting(cell: String, first: CellPlace?, at place: CellPlace) -> Diagnostic {
    Diagnostic(
      .contradictingFigures, .error, at: .cell(place),
      Wording(
        "\(english) is given twice, here as \(quoted(cell))",
        "\(japanese)が異なる値で二度書かれています（ここでは\(quoted(cell))）"),
      labels: labels(first),
      reason: Wording(
        "which of them holds is not guessed; the figure counts as not reported",
        "どちらが正しいかを推測することはしません。この値は未報告として扱います。"),
      mend: Wording("leave only the right one", "正しいほうだけを残してください。"))
  }

  private func labels(_ first: CellPlace?) -> [Label] {
    first.map { [Label(.cell($0), Wording("the other cell", "もう一つのセル"))] } ?? []
  }
}
