/// Pages of the codes 03xx: figures in data files.
extension CodePage {
  static var unreadableFigure: CodePage {
    CodePage(
      Wording("a cell does not hold a figure", "セルの内容を数値として読めません"),
      meaning: Wording(
        "The cell holds something other than a figure of the kind that the indicator asks for. It counts as not reported; everything else is read.",
        "指標の回答形式に合う値ではありません。その値は未報告として扱い、ほかの値は読み込みます。"),
      wrong: "北区,2023,協議回数,約30",
      right: "北区,2023,協議回数,30")
  }

  static var damagedText: CodePage {
    CodePage(
      Wording("a data file holds bytes that are no text", "データファイルに文字として読めないバイトがあります"),
      meaning: Wording(
        "The file is read as UTF-8, UTF-16 or CP932 (Shift_JIS), whichever fits. Bytes that mean nothing there are shown as �. "
          + "Everything else is read. Usually two files of different encodings were joined, or the file was cut off.",
        "ファイルは UTF-8、UTF-16、CP932（Shift_JIS）のうち合うものとして読み込みます。その文字コードにないバイトは「�」とし、ほかは読み込みます。"
          + "文字コードの異なるファイルをつないだか、途中で切れていることが多いです。"),
      wrong: "北�,2023,協議回数,3",
      right: "北区,2023,協議回数,3")
  }

  static var unclosedQuote: CodePage {
    CodePage(
      Wording("a quoted cell is not closed", "引用符で始まるセルが閉じられていません"),
      meaning: Wording(
        "A cell that begins with a quote ends at the next single quote, and a separator or a line break follows. A quote inside such a cell is written twice. "
          + "The quote is taken as a character and the cell ends on its line, so that only this row suffers.",
        "引用符「\"」で始まるセルは次の引用符で終わり、その後は区切り文字か改行です。セルの中の引用符は二つ続けて書きます。この引用符は文字とみなし、セルはその行で終わるものとして読みます。"),
      wrong: "北区,2023,改善策,\"会議を開く",
      right: "北区,2023,改善策,\"会議を開く\"")
  }

  static var tooManyFields: CodePage {
    CodePage(
      Wording("a row has too many fields", "行の項目が多すぎます"),
      meaning: Wording(
        "A row may have 16,384 fields, as many as a sheet has columns. The rest of the row is skipped. Usually the line breaks of the file were lost.",
        "1行に書ける項目は、シートの列と同じ16,384個までです。行の残りは読み飛ばします。ファイルの改行が失われていることが多いです。"),
      wrong: "区,年度,項目,値,北区,2023,協議回数,3,…",
      right: "区,年度,項目,値\n北区,2023,協議回数,3")
  }

  static var missingHeadings: CodePage {
    CodePage(
      Wording("a data file has no headings", "データファイルに見出しがありません"),
      meaning: Wording(
        "One of the first 20 rows must name the columns: area,year,item,value for a figure a row, or area,year and "
          + "then a column for each indicator.",
        "先頭の20行のどれかに列の見出しが必要です。1行に1つの値なら「区,年度,項目,値」、1行に1つの区なら「区,年度」の後に指標ごとの列を置きます。"),
      wrong: "北区,2023,協議回数,3",
      right: "区,年度,項目,値\n北区,2023,協議回数,3")
  }

  static var unknownArea: CodePage {
    CodePage(
      Wording("a data file names an area that does not exist", "データファイルの地域が見つかりません"),
      meaning: Wording(
        "Areas are written by the code or the name that the areas file gives them. "
          + "Rows of an unknown area are not read.",
        "地域は、地域一覧のコードか名称で書きます。見つからない地域の行は読み込みません。"),
      wrong: "北くう,2023,協議回数,3",
      right: "北区,2023,協議回数,3")
  }

  static var unknownItem: CodePage {
    CodePage(
      Wording("a data file names an indicator that does not exist", "データファイルの指標が見つかりません"),
      meaning: Wording(
        "Indicators are written by their code or name in the rulebook. Figures of an unknown one are not read.",
        "指標は、ルールの記号か名称で書きます。見つからない指標の値は読み込みません。"),
      wrong: "北区,2023,協議回教,3",
      right: "北区,2023,協議回数,3")
  }

  static var unreadableYear: CodePage {
    CodePage(
      Wording("a cell does not hold a fiscal year", "セルの内容を年度として読めません"),
      meaning: Wording(
        "Years are written as 2023, 2023年度, FY2023, R5 or 令和5年度. 令和5年 without 度 is a calendar year. "
          + "A year more than 50 years away from the other data is taken for a slip.",
        "年度は 2023、2023年度、FY2023、R5、令和5年度 のように書きます。「度」のない令和5年は暦年です。ほかのデータから50年を超えて離れた年は誤記とみなします。"),
      wrong: "北区,令和5年,協議回数,3",
      right: "北区,令和5年度,協議回数,3")
  }

  static var ambiguousInData: CodePage {
    CodePage(
      Wording("a name in a data file fits several things", "データファイルの名称が複数のものに当てはまります"),
      meaning: Wording(
        "Several areas or indicators bear this name, such as その他. Which one is meant is not guessed.",
        "「その他」のように、同じ名称の地域や指標が複数あります。どれを指すかを推測することはしません。"),
      wrong: "北区,2023,その他,3",
      right: "北区,2023,オ(1)-相談者17,3")
  }

  static var incompleteRow: CodePage {
    CodePage(
      Wording("a row does not say which area, year or item it is about", "行に地域・年度・項目のどれかがありません"),
      meaning: Wording(
        "Every row names its area, its year and, in a long table, its item. Nothing is taken over from the row above.",
        "どの行にも地域と年度（縦長の表では項目も）を書きます。上の行から引き継ぐことはしません。"),
      wrong: "北区,2023,協議回数,3\n,,研修回数,2",
      right: "北区,2023,協議回数,3\n北区,2023,研修回数,2")
  }

  static var strayCell: CodePage {
    CodePage(
      Wording("a row has a cell too many", "行のセルが見出しより多くあります"),
      meaning: Wording(
        "A cell stands where no heading is, or a comma of thousands has cut a figure in two. "
          + "As the other cells may have moved, the row is not read.",
        "見出しのない列にセルがあるか、桁区切りのコンマで値が二つに切れています。列がずれているおそれがあるため、その行は読み込みません。"),
      wrong: "北区,2023,相談件数,1,706",
      right: "北区,2023,相談件数,\"1,706\"")
  }

  static var otherUnit: CodePage {
    CodePage(
      Wording("a figure has another unit than its indicator", "値の単位が指標の単位と異なります"),
      meaning: Wording(
        "A figure may be written with the unit of its indicator or without any. Another unit is not converted.",
        "値には、指標の単位を付けるか、単位を付けません。ほかの単位を換算することはしません。"),
      wrong: "北区,2023,協議回数,3件",
      right: "北区,2023,協議回数,3回")
  }

  static var figureTooLong: CodePage {
    CodePage(
      Wording("a figure has too many digits", "値の桁数が多すぎます"),
      meaning: Wording(
        "A figure has at most 15 digits and six decimals, so that everything computed from it is exact.",
        "値は15桁、小数点以下6桁までです。これにより計算は常に正確です。"),
      wrong: "北区,2023,開催率,66.6666667",
      right: "北区,2023,開催率,66.7")
  }

  static var outOfRange: CodePage {
    CodePage(
      Wording("a figure is outside its range", "値が範囲の外にあります"),
      meaning: Wording(
        "The rulebook says what may be reported for an indicator; counts and amounts are never below zero. "
          + "The figure counts as not reported.",
        "指標ごとに、報告できる範囲がルールで決まっています。件数・金額は0以上です。その値は未報告として扱います。"),
      wrong: "北区,2023,協議回数,400",
      right: "北区,2023,協議回数,40")
  }

  static var repeatedFigure: CodePage {
    CodePage(
      Wording("a figure is given twice", "同じ値が二度書かれています"),
      meaning: Wording(
        "Two cells give the same figure for the same area, year and indicator. It is taken once.",
        "同じ地域・年度・指標の値が、二つのセルに同じ値で書かれています。一度だけ読み込みます。"),
      wrong: "北区,2023,協議回数,3\n北区,2023,協議回数,3",
      right: "北区,2023,協議回数,3")
  }

  static var contradictingFigures: CodePage {
    CodePage(
      Wording("two cells give different figures", "二つのセルの値が異なります"),
      meaning: Wording(
        "Two cells give different figures for the same area, year and indicator. "
          + "Which of them holds is not guessed: it counts as not reported.",
        "同じ地域・年度・指標に異なる値が書かれています。どちらが正しいかを推測することはせず、未報告として扱います。"),
      wrong: "北区,2023,協議回数,3\n北区,2023,協議回数,4",
      right: "北区,2023,協議回数,4")
  }

  static var furtherRemarks: CodePage {
    CodePage(
      Wording("there are more remarks on a file than are shown", "表示しきれない指摘があります"),
      meaning: Wording(
        "A file has so many faults that not all of them are shown. Most likely it is not the file that was meant.",
        "ファイルの誤りが多すぎるため、一部だけを示します。別のファイルを指定したおそれがあります。"),
      wrong: "pdca evaluate Rules/osaka-home-care photos.csv",
      right: "pdca evaluate Rules/osaka-home-care figures.csv")
  }

  static var unknownAreaLevel: CodePage {
    CodePage(
      Wording("an area has a level that the rulebook does not have", "地域の階層がルールにありません"),
      meaning: Wording(
        "The level of an area is one of the words that the rulebook's levels clause declares.",
        "地域の階層は、ルールの「階層」で決めた語のどれかです。"),
      wrong: "271276,北区,きたく,Kita,町,271004",
      right: "271276,北区,きたく,Kita,区,271004")
  }

  static var repeatedArea: CodePage {
    CodePage(
      Wording("two areas have one code", "地域のコードが重複しています"),
      meaning: Wording(
        "Every area has a code of its own; names may repeat. The second area is left out.",
        "コードは地域ごとに異なります（名称は同じでもかまいません）。後の地域は読み込みません。"),
      wrong: "271276,北区,,,区,271004\n271276,西区,,,区,271004",
      right: "271276,北区,,,区,271004\n271063,西区,,,区,271004")
  }

  static var unknownParent: CodePage {
    CodePage(
      Wording("the parent of an area is not known", "上位の地域が見つかりません"),
      meaning: Wording(
        "The parent of an area is another area of the file, by its code or name, and of a higher level.",
        "上位の地域は、地域一覧にあるコードか名称で書き、階層が上のものでなければなりません。"),
      wrong: "271276,北区,,,区,27104",
      right: "271276,北区,,,区,271004")
  }

  static var tooManyAreas: CodePage {
    CodePage(
      Wording("there are too many areas", "地域が多すぎます"),
      meaning: Wording(
        "A rulebook judges at most 65,536 areas, so that every sum over them is exact.",
        "判定できる地域は65,536までです。これにより合計は常に正確です。"),
      wrong: "code,name,kana,romaji,level,parent … (65,537)",
      right: "code,name,kana,romaji,level,parent … (1,741)")
  }
}
