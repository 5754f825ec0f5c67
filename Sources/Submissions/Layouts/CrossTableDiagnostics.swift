import Diagnostics
import Quantities

func tableWithout(_ missing: Wording, example: String, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .tableContextMissing, .error, at: .cell(place),
    Wording("nothing says of which \(missing.english) this table is", "この表には、どの\(missing.japanese)のものかが書かれていません"),
    reason: Wording(
      "no heading names it, no cell above the table, nor the name of the sheet, the file or a folder; the table was not read",
      "見出し・表の上のセル・シート名・ファイル名・フォルダ名のどれにも見当たらないため、この表は読み込んでいません。"),
    mend: Wording("write it above the table, such as 「\(example)」", "表の上に「\(example)」のように書いてください。"))
}

func areasDisagree(_ area: String, _ other: String, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .tableContextContradicted, .error, at: .cell(place),
    Wording(
      "this table is said to be of \(quoted(area)), and of \(quoted(other))", "この表は\(quoted(area))のものとも、\(quoted(other))のものとも読めます"
    ),
    reason: Wording(
      "the cells above it, the name of its sheet and that of its file do not agree; which of them holds is not guessed",
      "表の上のセル・シート名・ファイル名が食い違っています。どれが正しいかを推測することはしません。"),
    mend: Wording("correct the one that is wrong", "誤っているほうを直してください。"))
}

func yearsDisagree(_ year: FiscalYear, _ other: FiscalYear, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .tableContextContradicted, .warning, at: .cell(place),
    Wording(
      "this table is read as of \(year.englishText), but \(other.englishText) is named, too",
      "この表は\(year.japaneseText)のものとして読みましたが、\(other.japaneseText)とも書かれています"),
    reason: Wording(
      "what stands above the table counts before the name of its sheet, and that before the name of its file",
      "表の上のセル、シート名、ファイル名の順に優先します。"),
    mend: Wording("correct the one that is wrong", "誤っているほうを直してください。"))
}

func totalLeftOut(_ what: Wording, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .totalLeftOut, .warning, at: .cell(place),
    Wording("this \(what.english) is a total and was not read", "合計の\(what.japanese)は読み込んでいません"),
    reason: Wording("totals are computed from the figures themselves", "合計は、各値から計算します。"))
}

func columnLeftOut(_ heading: String, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .columnLeftOut, .warning, at: .cell(place),
    Wording("the column \(quoted(heading)) holds figures, but was not read", "\(quoted(heading))の列には数値がありますが、読み込んでいません"),
    reason: Wording("its heading names no area, year or indicator", "見出しが地域・年度・指標のどれでもありません。"),
    mend: Wording("head it with what it holds, if it ought to be read", "読み込むべき列であれば、見出しを直してください。"))
}

/// Examples of how to fill in a form are nobody's figures.
func exampleSheet(_ name: String, path: String) -> Diagnostic {
  Diagnostic(
    .exampleSheet, .warning, at: .file(path),
    Wording("the sheet \(quoted(name)) shows examples and was not read", "シート\(quoted(name))は記入例とみなし、読み込んでいません"),
    reason: Wording("its name says so", "シート名から判断しました。"),
    mend: Wording("rename it, if it holds figures to be read", "読み込むべき値であれば、シート名を変えてください。"))
}

/// A remark beside a table is no sign that its cells have moved, as it would be in a delimited file.
func besideTable(_ text: String, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .besideTable, .warning, at: .cell(place),
    Wording("\(quoted(text)) stands beside the table and was not read", "\(quoted(text))は表の外にあるため、読み込んでいません"),
    reason: Wording("no heading says what its column holds", "この列には見出しがありません。"),
    mend: Wording("give the column a heading, if it ought to be read", "読み込むべき値であれば、列に見出しを付けてください。"))
}
