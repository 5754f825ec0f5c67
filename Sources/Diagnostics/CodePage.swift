/// What `pdca explain CODE` prints: what a diagnostic means, with a wrong and a right example.
package struct CodePage: Sendable {
  package let title: Wording
  package let meaning: Wording
  package let wrong: String
  package let right: String

  package init(_ title: Wording, meaning: Wording, wrong: String, right: String) {
    self.title = title
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }
}

extension DiagnosticCode {
  /// The page of every code. The switch is exhaustive: no code can be added without its page.
  package var page: CodePage {
    switch self {
    case .unclosedMark:
      CodePage(
        Wording("a name or a text is not closed", "名前や文の囲みが閉じられていません"),
        meaning: Wording(
          "Names stand in 「…」 or […], texts in \"…\" or 『…』, and both close on their line.", "名前は「…」か［…］、文は\"…\"か『…』で囲み、同じ行で閉じます。"),
        wrong: "すべての区で「協議回数が3回以上であること。", right: "すべての区で「協議回数」が3回以上であること。")
    case .unreadableNumber:
      CodePage(
        Wording("a number cannot be read", "数として読めません"),
        meaning: Wording(
          "A number has at most 15 digits and 6 decimals. Commas stand between groups of three digits, or not at all.",
          "数は15桁以内・小数第6位までです。区切りのコンマは3桁ごとに置くか、使いません。"),
        wrong: "すべての区で「相談件数」が17,06件以上であること。", right: "すべての区で「相談件数」が1,706件以上であること。")
    case .calendarYear:
      CodePage(
        Wording("a year does not say that it is a fiscal year", "年度かどうかが分かりません"),
        meaning: Wording(
          "Rules speak of fiscal years: 平成27年度, FY2015. A year without 度 could be the calendar year.",
          "ルールでは年度を使います。「年」だけでは暦年と区別できないため、「年度」まで書きます。"),
        wrong: "適用 令和3年から", right: "適用 令和3年度から")
    case .pastEra:
      CodePage(
        Wording("a year is counted in an era that has ended", "終わった元号の年度です"),
        meaning: Wording(
          "Old plans name years such as 平成37年度. They are read as the year they mean.", "古い計画にある「平成37年度」などは、その年度として読みます。"),
        wrong: "適用 平成37年度から", right: "適用 令和7年度から")
    case .impossibleDate:
      CodePage(
        Wording("a date or a year does not exist", "ない日付・年度です"),
        meaning: Wording(
          "The calendar has no such day, or the year lies outside 1868 to 2200.", "暦にない日か、1868年から2200年までの範囲にない年度です。"),
        wrong: "市で「計画策定日」が6月31日までであること。", right: "市で「計画策定日」が6月30日までであること。")
    case .unexpectedWord:
      CodePage(
        Wording("something else is expected at this place", "ここには別の語が必要です"),
        meaning: Wording(
          "The words are known, but not in this order. The message says what is expected at the place that is marked.",
          "語はルールの言葉ですが、並び方が文になりません。印の位置に何が必要かをメッセージが示します。"),
        wrong: "目標 すべての区で「協議回数」が3回以上であること。", right: "目標「推進会議の開催」すべての区で「協議回数」が3回以上であること。")
    case .missingSubject:
      CodePage(
        Wording("a requirement does not say who has to meet it", "誰が満たすべき要件かがありません"),
        meaning: Wording(
          "A requirement says who, what and how much: every ward, at least 23 wards, the city.",
          "要件には「どの区が・何を・どれだけ」を書きます。「すべての区で」「23区以上で」「市で」などで始めます。"),
        wrong: "「協議回数」が3回以上であること。", right: "すべての区で「協議回数」が3回以上であること。")
    case .mixedJoints:
      CodePage(
        Wording("and stands beside or without brackets", "「かつ」と「又は」がかっこなしで並んでいます"),
        meaning: Wording(
          "With both in one sentence it is not certain what belongs together. Brackets say it.", "一つの文に両方があると、どこまでが一まとまりか決まりません。かっこで示します。"),
        wrong: "すべての区で「A」が1回以上かつ「B」が1回以上又は「C」が1回以上であること。",
        right: "すべての区で（「A」が1回以上かつ「B」が1回以上）又は「C」が1回以上であること。")
    case .ambiguousList:
      CodePage(
        Wording("each or the sum?", "それぞれか、合計か"),
        meaning: Wording(
          "Two figures before one limit may mean each of them or both together.", "二つの指標に一つの数では、それぞれの値か合計の値かが決まりません。"),
        wrong: "すべての区で「A」及び「B」が80%以上であること。", right: "すべての区で「A」及び「B」がいずれも80%以上であること。")
    case .outsideDeclaration:
      CodePage(
        Wording("a line belongs to no declaration", "どの宣言にも属さない行です"),
        meaning: Wording(
          "A rulebook is made of declarations, which begin with program, item, indicator, target and so on, first on a line.",
          "ルールブックは「事業」「項目」「指標」「目標」などで始まる宣言からなり、その語は行の先頭に書きます。"),
        wrong: "すべての区で「協議回数」が3回以上であること。", right: "目標「推進会議の開催」 段階 実行\n  すべての区で「協議回数」が3回以上であること。")
    case .nestedTooDeeply:
      CodePage(
        Wording("brackets or conditions are nested too deeply", "入れ子が深すぎます"),
        meaning: Wording("More than 64 levels are refused. Split the rule.", "入れ子は64段までです。ルールを分けてください。"),
        wrong: "すべての区で（（（…「X」が3回以上…）））。", right: "すべての区で「X」が3回以上であること。")
    case .brokenText:
      CodePage(
        Wording("a rule file is not UTF-8 text", "ルールのファイルがUTF-8ではありません"),
        meaning: Wording("Some bytes of the file are not text in UTF-8.", "ファイルの中にUTF-8として読めない部分があります。"),
        wrong: "（Shift_JISなどで保存したファイル）", right: "（UTF-8で保存したファイル）")
    case .reservedWord:
      CodePage(
        Wording("a unit or a level is called like a word of the language", "単位や階層の語がルールの言葉と同じです"),
        meaning: Wording(
          "The words of the language cannot be declared again, or sentences could be read in two ways.", "ルールの言葉と同じ語を単位や階層に使うと、文が二通りに読めてしまいます。"),
        wrong: "単位 合計", right: "単位 世帯")
    case .includeMissing:
      CodePage(
        Wording("an included file cannot be read", "別紙のファイルを読めません"),
        meaning: Wording(
          "The path of an include starts at the folder of the file that includes it.", "「別紙」の名前は、それを書いたファイルのフォルダから数えます。"),
        wrong: "別紙 \"ない.pdca\"", right: "別紙 \"targets-r5.pdca\"")
    case .includeOutside:
      CodePage(
        Wording("an included file lies outside the rulebook's folder", "別紙がルールブックのフォルダの外にあります"),
        meaning: Wording(
          "A rulebook is one folder, so that it can be handed on as a whole.", "ルールブックは一つのフォルダにまとめ、そのまま渡せるようにします。"),
        wrong: "別紙 \"../other/targets.pdca\"", right: "別紙 \"targets.pdca\"")
    case .includeCircle:
      CodePage(
        Wording("files include each other in a circle", "別紙が互いを取り込み合っています"),
        meaning: Wording("A file cannot be a part of itself.", "ファイルが自分自身の別紙になることはできません。"),
        wrong: "（a.pdca）別紙 \"b.pdca\"　（b.pdca）別紙 \"a.pdca\"", right: "（rulebook.pdca）別紙 \"a.pdca\"　別紙 \"b.pdca\"")
    case .includeTwice:
      CodePage(
        Wording("a file is included twice", "同じ別紙が二度取り込まれています"),
        meaning: Wording("The second include is passed over.", "二度目の「別紙」は読み飛ばします。"),
        wrong: "別紙 \"a.pdca\"\n別紙 \"a.pdca\"", right: "別紙 \"a.pdca\"")
    case .unknownWord:
      CodePage(
        Wording("a word is not part of the rule language", "ルールの言葉にない語があります"),
        meaning: Wording(
          "Outside 「…」 and [ … ] only words of the rule language may stand. Names of indicators, targets and areas are put in marks.",
          "「…」や［…］の外には、ルールの言葉しか書けません。指標・目標・区などの名前は「」で囲みます。"),
        wrong: "すべての区で協議回数が3回以上であること。",
        right: "すべての区で「協議回数」が3回以上であること。")
    case .unreadableFigure:
      CodePage(
        Wording("a cell does not hold a figure", "セルの内容を数値として読めません"),
        meaning: Wording(
          "The cell holds something other than a figure of the kind that the indicator asks for. It counts as not reported; everything else is read.",
          "指標の回答形式に合う値ではありません。その値は未報告として扱い、ほかの値は読み込みます。"),
        wrong: "北区,2023,協議回数,約30",
        right: "北区,2023,協議回数,30")
    case .damagedText:
      CodePage(
        Wording("a data file holds bytes that are no text", "データファイルに文字として読めないバイトがあります"),
        meaning: Wording(
          "The file is read as UTF-8, UTF-16 or CP932 (Shift_JIS), whichever fits. Bytes that mean nothing there are shown as �. "
            + "Everything else is read. Usually two files of different encodings were joined, or the file was cut off.",
          "ファイルは UTF-8、UTF-16、CP932（Shift_JIS）のうち合うものとして読み込みます。その文字コードにないバイトは「�」とし、ほかは読み込みます。"
            + "文字コードの異なるファイルをつないだか、途中で切れていることが多いです。"),
        wrong: "北�,2023,協議回数,3",
        right: "北区,2023,協議回数,3")
    case .unclosedQuote:
      CodePage(
        Wording("a quoted cell is not closed", "引用符で始まるセルが閉じられていません"),
        meaning: Wording(
          "A cell that begins with a quote ends at the next single quote, and a separator or a line break follows. A quote inside such a cell is written twice. "
            + "The quote is taken as a character and the cell ends on its line, so that only this row suffers.",
          "引用符「\"」で始まるセルは次の引用符で終わり、その後は区切り文字か改行です。セルの中の引用符は二つ続けて書きます。この引用符は文字とみなし、セルはその行で終わるものとして読みます。"),
        wrong: "北区,2023,改善策,\"会議を開く",
        right: "北区,2023,改善策,\"会議を開く\"")
    case .tooManyFields:
      CodePage(
        Wording("a row has too many fields", "行の項目が多すぎます"),
        meaning: Wording(
          "A row may have 16,384 fields, as many as a sheet has columns. The rest of the row is skipped. Usually the line breaks of the file were lost.",
          "1行に書ける項目は、シートの列と同じ16,384個までです。行の残りは読み飛ばします。ファイルの改行が失われていることが多いです。"),
        wrong: "区,年度,項目,値,北区,2023,協議回数,3,…",
        right: "区,年度,項目,値\n北区,2023,協議回数,3")
    case .missingHeadings:
      CodePage(
        Wording("a data file has no headings", "データファイルに見出しがありません"),
        meaning: Wording(
          "One of the first 20 rows must name the columns: area,year,item,value for a figure a row, or area,year and "
            + "then a column for each indicator.",
          "先頭の20行のどれかに列の見出しが必要です。1行に1つの値なら「区,年度,項目,値」、1行に1つの区なら「区,年度」の後に指標ごとの列を置きます。"),
        wrong: "北区,2023,協議回数,3",
        right: "区,年度,項目,値\n北区,2023,協議回数,3")
    case .unknownArea:
      CodePage(
        Wording("a data file names an area that does not exist", "データファイルの地域が見つかりません"),
        meaning: Wording(
          "Areas are written by the code or the name that the areas file gives them. "
            + "Rows of an unknown area are not read.",
          "地域は、地域一覧のコードか名称で書きます。見つからない地域の行は読み込みません。"),
        wrong: "北くう,2023,協議回数,3",
        right: "北区,2023,協議回数,3")
    case .unknownItem:
      CodePage(
        Wording("a data file names an indicator that does not exist", "データファイルの指標が見つかりません"),
        meaning: Wording(
          "Indicators are written by their code or name in the rulebook. Figures of an unknown one are not read.",
          "指標は、ルールの記号か名称で書きます。見つからない指標の値は読み込みません。"),
        wrong: "北区,2023,協議回教,3",
        right: "北区,2023,協議回数,3")
    case .unreadableYear:
      CodePage(
        Wording("a cell does not hold a fiscal year", "セルの内容を年度として読めません"),
        meaning: Wording(
          "Years are written as 2023, 2023年度, FY2023, R5 or 令和5年度. 令和5年 without 度 is a calendar year. "
            + "A year more than 50 years away from the other data is taken for a slip.",
          "年度は 2023、2023年度、FY2023、R5、令和5年度 のように書きます。「度」のない令和5年は暦年です。ほかのデータから50年を超えて離れた年は誤記とみなします。"),
        wrong: "北区,令和5年,協議回数,3",
        right: "北区,令和5年度,協議回数,3")
    case .ambiguousInData:
      CodePage(
        Wording("a name in a data file fits several things", "データファイルの名称が複数のものに当てはまります"),
        meaning: Wording(
          "Several areas or indicators bear this name, such as その他. Which one is meant is not guessed.",
          "「その他」のように、同じ名称の地域や指標が複数あります。どれを指すかを推測することはしません。"),
        wrong: "北区,2023,その他,3",
        right: "北区,2023,オ(1)-相談者17,3")
    case .incompleteRow:
      CodePage(
        Wording("a row does not say which area, year or item it is about", "行に地域・年度・項目のどれかがありません"),
        meaning: Wording(
          "Every row names its area, its year and, in a long table, its item. Nothing is taken over from the row above.",
          "どの行にも地域と年度（縦長の表では項目も）を書きます。上の行から引き継ぐことはしません。"),
        wrong: "北区,2023,協議回数,3\n,,研修回数,2",
        right: "北区,2023,協議回数,3\n北区,2023,研修回数,2")
    case .strayCell:
      CodePage(
        Wording("a row has a cell too many", "行のセルが見出しより多くあります"),
        meaning: Wording(
          "A cell stands where no heading is, or a comma of thousands has cut a figure in two. "
            + "As the other cells may have moved, the row is not read.",
          "見出しのない列にセルがあるか、桁区切りのコンマで値が二つに切れています。列がずれているおそれがあるため、その行は読み込みません。"),
        wrong: "北区,2023,相談件数,1,706",
        right: "北区,2023,相談件数,\"1,706\"")
    case .otherUnit:
      CodePage(
        Wording("a figure has another unit than its indicator", "値の単位が指標の単位と異なります"),
        meaning: Wording(
          "A figure may be written with the unit of its indicator or without any. Another unit is not converted.",
          "値には、指標の単位を付けるか、単位を付けません。ほかの単位を換算することはしません。"),
        wrong: "北区,2023,協議回数,3件",
        right: "北区,2023,協議回数,3回")
    case .figureTooLong:
      CodePage(
        Wording("a figure has too many digits", "値の桁数が多すぎます"),
        meaning: Wording(
          "A figure has at most 15 digits and six decimals, so that everything computed from it is exact.",
          "値は15桁、小数点以下6桁までです。これにより計算は常に正確です。"),
        wrong: "北区,2023,開催率,66.6666667",
        right: "北区,2023,開催率,66.7")
    case .outOfRange:
      CodePage(
        Wording("a figure is outside its range", "値が範囲の外にあります"),
        meaning: Wording(
          "The rulebook says what may be reported for an indicator; counts and amounts are never below zero. "
            + "The figure counts as not reported.",
          "指標ごとに、報告できる範囲がルールで決まっています。件数・金額は0以上です。その値は未報告として扱います。"),
        wrong: "北区,2023,協議回数,400",
        right: "北区,2023,協議回数,40")
    case .repeatedFigure:
      CodePage(
        Wording("a figure is given twice", "同じ値が二度書かれています"),
        meaning: Wording(
          "Two cells give the same figure for the same area, year and indicator. It is taken once.",
          "同じ地域・年度・指標の値が、二つのセルに同じ値で書かれています。一度だけ読み込みます。"),
        wrong: "北区,2023,協議回数,3\n北区,2023,協議回数,3",
        right: "北区,2023,協議回数,3")
    case .contradictingFigures:
      CodePage(
        Wording("two cells give different figures", "二つのセルの値が異なります"),
        meaning: Wording(
          "Two cells give different figures for the same area, year and indicator. "
            + "Which of them holds is not guessed: it counts as not reported.",
          "同じ地域・年度・指標に異なる値が書かれています。どちらが正しいかを推測することはせず、未報告として扱います。"),
        wrong: "北区,2023,協議回数,3\n北区,2023,協議回数,4",
        right: "北区,2023,協議回数,4")
    case .furtherRemarks:
      CodePage(
        Wording("there are more remarks on a file than are shown", "表示しきれない指摘があります"),
        meaning: Wording(
          "A file has so many faults that not all of them are shown. Most likely it is not the file that was meant.",
          "ファイルの誤りが多すぎるため、一部だけを示します。別のファイルを指定したおそれがあります。"),
        wrong: "pdca evaluate Rules/osaka-home-care photos.csv",
        right: "pdca evaluate Rules/osaka-home-care figures.csv")
    case .unknownLevel:
      CodePage(
        Wording("an area has a level that the rulebook does not have", "地域の階層がルールにありません"),
        meaning: Wording(
          "The level of an area is one of the words that the rulebook's levels clause declares.",
          "地域の階層は、ルールの「階層」で決めた語のどれかです。"),
        wrong: "271276,北区,きたく,Kita,町,271004",
        right: "271276,北区,きたく,Kita,区,271004")
    case .repeatedArea:
      CodePage(
        Wording("two areas have one code", "地域のコードが重複しています"),
        meaning: Wording(
          "Every area has a code of its own; names may repeat. The second area is left out.",
          "コードは地域ごとに異なります（名称は同じでもかまいません）。後の地域は読み込みません。"),
        wrong: "271276,北区,,,区,271004\n271276,西区,,,区,271004",
        right: "271276,北区,,,区,271004\n271063,西区,,,区,271004")
    case .unknownParent:
      CodePage(
        Wording("the parent of an area is not known", "上位の地域が見つかりません"),
        meaning: Wording(
          "The parent of an area is another area of the file, by its code or name, and of a higher level.",
          "上位の地域は、地域一覧にあるコードか名称で書き、階層が上のものでなければなりません。"),
        wrong: "271276,北区,,,区,27104",
        right: "271276,北区,,,区,271004")
    case .tooManyAreas:
      CodePage(
        Wording("there are too many areas", "地域が多すぎます"),
        meaning: Wording(
          "A rulebook judges at most 65,536 areas, so that every sum over them is exact.",
          "判定できる地域は65,536までです。これにより合計は常に正確です。"),
        wrong: "code,name,kana,romaji,level,parent … (65,537)",
        right: "code,name,kana,romaji,level,parent … (1,741)")
    }
  }
}
