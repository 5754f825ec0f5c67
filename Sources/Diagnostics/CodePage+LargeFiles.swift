/// Pages of the codes 033x: files too large to be held in memory.
extension CodePage {
  static var fileCutOff: CodePage {
    CodePage(
      Wording("a file became shorter while it was read", "読み込みの途中でファイルが短くなりました"),
      meaning: Wording(
        "A large file is read piece by piece. When it ends before the size that it had at the beginning, another program is writing it, and what was read may be half of a row; nothing is judged then.",
        "大きなファイルは少しずつ読みます。始めの大きさまで読めないときは、別のプログラムが書き込んでいて、行の途中で切れているおそれがあるため、判定しません。"),
      wrong: "pdca evaluate Rules/national export.csv   # while it is being exported",
      right: "pdca evaluate Rules/national export.csv   # once the export has ended")
  }

  static var fileTooLarge: CodePage {
    CodePage(
      Wording("a file is too large to be held in memory", "ファイルが大きすぎて読めません"),
      meaning: Wording(
        "A table of area, year, item and value in UTF-8, a row a line, may be of any size. Files of other shapes or encodings are held in memory as a whole, and may have 1 GB.",
        "UTF-8で1行に1件（地域、年度、項目、値）を書いた表の大きさに限りはありません。ほかの形や文字コードのファイルは全体をメモリーに置くため、1GBまでです。"),
      wrong: "area,year,K001,K002,…   # 3 GB, a column an item",
      right: "area,year,item,value   # 3 GB, a figure a row")
  }
}
