/// Pages of the codes 04xx: workbooks.
extension CodePage {
  static var notAWorkbook: CodePage {
    CodePage(
      Wording("the file is not a workbook", "ファイルがブックではありません"),
      meaning: Wording(
        "What the file holds is a web page, a text with separators, a document or nothing at all, whatever its name says.",
        "ファイルの中身は、名前にかかわらず、ウェブページ・区切りテキスト・ほかの文書、または空です。"),
      wrong: "export.html renamed to 北区.xlsx",
      right: "北区.xlsx saved as 「Excel ブック (*.xlsx)」")
  }

  static var passwordProtected: CodePage {
    CodePage(
      Wording("the workbook asks for a password", "ブックがパスワードで保護されています"),
      meaning: Wording(
        "The contents are encrypted. No password is asked for, so nothing can be read.",
        "内容が暗号化されています。パスワードの入力には対応していないため、読み込めません。"),
      wrong: "北区.xlsx with a password for opening",
      right: "北区.xlsx without one")
  }

  static var oldWorkbook: CodePage {
    CodePage(
      Wording("the workbook is of a format before 2007", "2007 より前の形式のブックです"),
      meaning: Wording(
        "Workbooks of the formats .xls and XML 2003 are not read.",
        ".xls と XML スプレッドシート 2003 のブックは読み込めません。"),
      wrong: "北区.xls",
      right: "北区.xlsx")
  }

  static var otherFormat: CodePage {
    CodePage(
      Wording("the file is of a format that is not read", "対応していない形式のファイルです"),
      meaning: Wording(
        "Binary workbooks, OpenDocument files and other documents are archives too, but only .xlsx and .xlsm are read.",
        "バイナリ ブックや OpenDocument などのファイルです。読み込めるのは .xlsx と .xlsm だけです。"),
      wrong: "北区.ods",
      right: "北区.xlsx")
  }

  static var damagedArchive: CodePage {
    CodePage(
      Wording("the workbook is damaged", "ブックが壊れています"),
      meaning: Wording(
        "A workbook is an archive of parts. Its directory and its parts do not agree, or a part cannot be unpacked.",
        "ブックは部品を集めた圧縮ファイルです。目次と部品が食い違っているか、部品を展開できません。"),
      wrong: "北区.xlsx cut short while it was copied",
      right: "北区.xlsx copied again")
  }

  static var unsafeArchive: CodePage {
    CodePage(
      Wording("the workbook is built to mislead", "ブックの作りが不正です"),
      meaning: Wording(
        "The archive has names that lead out of it, the same name twice, parts that share bytes, or single encrypted parts. No spreadsheet program writes that.",
        "圧縮ファイルの外を指す名前、重複した名前、重なり合う部品、または部品だけの暗号化があります。表計算ソフトはこのように書きません。"),
      wrong: "a part named ../../book.xml",
      right: "a part named xl/workbook.xml")
  }

  static var workbookTooLarge: CodePage {
    CodePage(
      Wording("the workbook is too large", "ブックが大きすぎます"),
      meaning: Wording(
        "A file of 50 MB, 1,000 parts, 100 MB in one part, 200 MB in all, and 20 million cells on a sheet are the most that is taken in.",
        "受け付けるのは、ファイル 50 MB、部品 1,000 個、部品 1 つ 100 MB、合計 200 MB、1 シート 2,000 万セルまでです。"),
      wrong: "a sheet whose million empty rows are formatted",
      right: "a sheet with the rows that are used")
  }

  static var damagedPart: CodePage {
    CodePage(
      Wording("a part of the workbook is not well-formed", "ブックの部品の書き方に誤りがあります"),
      meaning: Wording(
        "The parts of a workbook are XML. This one breaks the rules of XML, so what it holds cannot be told with certainty.",
        "ブックの部品は XML で書かれています。この部品は XML の規則に反しているため、内容を確実には読み取れません。"),
      wrong: "<row><c></row>",
      right: "<row><c/></row>")
  }

  static var refusedMarkup: CodePage {
    CodePage(
      Wording("a part of the workbook uses XML that is refused", "ブックの部品が受け付けない XML を使っています"),
      meaning: Wording(
        "Document types, entities of one's own and nesting beyond 64 elements are never written by spreadsheet programs, and are known ways of attack.",
        "文書型宣言・独自の実体参照・64 段を超える入れ子は、表計算ソフトが書くことはなく、攻撃の手口として知られています。"),
      wrong: "<!DOCTYPE worksheet [ … ]>",
      right: "no document type")
  }

  static var missingPart: CodePage {
    CodePage(
      Wording("a part of the workbook is missing", "ブックの部品がありません"),
      meaning: Wording(
        "The workbook refers to a part that the file does not hold, so a sheet or more is lost.",
        "ブックが参照している部品がファイルの中になく、シートなどが失われています。"),
      wrong: "a sheet in the list of sheets, but not in the file",
      right: "both")
  }

  static var damagedSheet: CodePage {
    CodePage(
      Wording("a sheet cannot be read", "シートを読めません"),
      meaning: Wording(
        "Rows or cells of the sheet are out of order, stand twice, or hold what a cell cannot hold. Nothing of the sheet is taken.",
        "行やセルの順序の乱れ、重複、またはセルに入りえない値があります。このシートは読み込みません。"),
      wrong: "<c r=\"B2\" t=\"s\"><v>999</v></c>, where there are three texts",
      right: "the workbook, saved again by a spreadsheet program")
  }

  static var formulaWithoutValue: CodePage {
    CodePage(
      Wording("a formula has no result yet", "数式の計算結果がありません"),
      meaning: Wording(
        "The cell holds a formula, but the workbook was written by a program that does not compute. The value is unknown; it is not 0.",
        "セルに数式がありますが、計算をしないソフトが書き出したため結果がありません。値は 0 ではなく、不明です。"),
      wrong: "=B2+B3, never computed",
      right: "=B2+B3, opened and saved by a spreadsheet program")
  }

  static var cellError: CodePage {
    CodePage(
      Wording("a cell shows an error", "セルがエラーです"),
      meaning: Wording(
        "The formula of the cell ended in an error, so there is no figure. It counts as not reported.",
        "数式の結果がエラーで、数値がありません。未報告として扱います。"),
      wrong: "#DIV/0!",
      right: "30")
  }

  static var hiddenContent: CodePage {
    CodePage(
      Wording("a workbook has hidden cells", "非表示のセルがあります"),
      meaning: Wording(
        "Hidden sheets, rows and columns are read like others, but are easily forgotten when figures are checked.",
        "非表示のシート・行・列も読み込みますが、数値の確認から漏れやすいため注意が必要です。"),
      wrong: "a hidden row with last year's figure",
      right: "a sheet that shows all its figures")
  }

  static var coveredByMerge: CodePage {
    CodePage(
      Wording("a value lies beneath a merged range", "結合範囲に隠れた値があります"),
      meaning: Wording(
        "Of a merged range only the top left cell is shown. Values of the others are left over and are not read.",
        "結合したセルは左上の値だけが表示されます。ほかのセルに残った値は読み込みません。"),
      wrong: "A1:B1 merged, and a value in B1",
      right: "A1:B1 merged, and a value in A1 only")
  }

  static var noSuchDay: CodePage {
    CodePage(
      Wording("a number is formatted as a date that does not exist", "日付の表示形式ですが、該当する日がありません"),
      meaning: Wording(
        "The number of the cell lies outside the days that spreadsheets know, or is the day 29 February 1900, which never was. It is read as a number.",
        "セルの数値が表計算ソフトの日付の範囲外か、実在しない 1900 年 2 月 29 日です。数値として読み込みます。"),
      wrong: "-3, shown as a date",
      right: "45382, shown as 2024-03-31")
  }

  static var calculationPending: CodePage {
    CodePage(
      Wording("the formulas of a workbook may not have been computed", "数式が計算されていない可能性があります"),
      meaning: Wording(
        "The workbook asks to be computed when it is opened. Until a spreadsheet program has done so, its formulas may hold placeholders such as 0.",
        "ブックは開いたときに再計算するよう指定されています。それまで、数式の値は 0 などの仮の値のことがあります。"),
      wrong: "a workbook straight from a program that does not compute",
      right: "the same workbook, opened and saved by a spreadsheet program")
  }

  static var unwritableWorkbook: CodePage {
    CodePage(
      Wording("a workbook cannot be written", "ブックを書き出せません"),
      meaning: Wording(
        "A sheet has more rows or columns than a workbook can hold, a text is too long for a cell, or a name is not allowed.",
        "シートの行や列が上限を超えているか、セルに入らない長さの文字列、または使えない名前があります。"),
      wrong: "a sheet named 「4/1」",
      right: "a sheet named 「4月1日」")
  }
}
