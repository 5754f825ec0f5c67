import Diagnostics

func cutOff(path: String) -> Diagnostic {
  Diagnostic(
    .fileCutOff, .error, at: .file(path),
    Wording("the file ended before its end while it was read", "読み込みの途中でファイルが短くなりました"),
    reason: Wording(
      "it was as large as its folder says when reading began: another program is writing it, or the disk cannot be read",
      "読み始めたときの大きさまで読めませんでした。別のプログラムが書き込んでいるか、ディスクを読めません。"),
    mend: Wording("wait until it is whole and try again", "書き込みが終わってから、もう一度実行してください。"))
}

func tooLarge(path: String) -> Diagnostic {
  Diagnostic(
    .fileTooLarge, .error, at: .file(path),
    Wording("the file is larger than 1 GB and no plain table", "1GBを超えるファイルですが、単純な表ではありません"),
    reason: Wording(
      "only a table of area, year, item and value in UTF-8, with a row a line, is read piece by piece; anything else is held in memory as a whole",
      "UTF-8で1行に1件（地域、年度、項目、値）の表だけは少しずつ読めます。ほかの形のファイルは全体をメモリーに置くため、大きさに限りがあります。"),
    mend: Wording("write it as such a table, or cut it into several files", "そのような表として書き出すか、いくつかのファイルに分けてください。"))
}
