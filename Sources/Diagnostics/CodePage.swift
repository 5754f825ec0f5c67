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
    case .fileMissing:
      CodePage(
        Wording("the rulebook cannot be read", "ルールブックを読めません"),
        meaning: Wording(
          "A rulebook is a .pdca file, or a folder that holds rulebook.pdca.", "ルールブックは .pdca のファイルか、rulebook.pdca のあるフォルダです。"),
        wrong: "pdca lint Rules/osaka", right: "pdca lint Rules/osaka-home-care")
    case .areasMissing:
      CodePage(
        Wording("there is no areas file", "区の一覧がありません"),
        meaning: Wording(
          "The areas file says which areas there are, so that one that has sent nothing is not reported, never absent. It stands as areas.csv beside the rulebook.",
          "区の一覧は、どの区があるかを定めます。何も提出していない区は「未報告」とし、ないものとはしません。ルールブックと同じ場所に areas.csv として置きます。"),
        wrong: "（areas.csv のないフォルダ）", right: "code,name,kana,romaji,level,parent\n271004,大阪市,おおさかし,Osaka,city,\n271276,北区,きたく,Kita,ward,271004")
    case .noData:
      CodePage(
        Wording("no data has been named", "データが指定されていません"),
        meaning: Wording("Name the files that areas sent, or folders that hold them.", "各区から届いたファイルか、それを入れたフォルダを指定します。"),
        wrong: "pdca check Rules/osaka-home-care", right: "pdca check Rules/osaka-home-care 北区.csv")
    case .unknownChoice:
      CodePage(
        Wording("an option names something that there is not", "指定された名前や値がありません"),
        meaning: Wording(
          "--year, --area, --target and --set speak of years, areas, targets and parameters of this rulebook and this data.",
          "--year・--area・--target・--set には、このルールブックとデータにある年度・区・目標・設定値を指定します。"),
        wrong: "--set 最低開催=3回", right: "--set 最低開催回数=3回")
    case .unknownWord:
      CodePage(
        Wording("a word is not part of the rule language", "ルールの言葉にない語があります"),
        meaning: Wording(
          "Outside 「…」 and [ … ] only words of the rule language may stand. Names of indicators, targets and areas are put in marks.",
          "「…」や［…］の外には、ルールの言葉しか書けません。指標・目標・区などの名前は「」で囲みます。"),
        wrong: "すべての区で協議回数が3回以上であること。",
        right: "すべての区で「協議回数」が3回以上であること。")
    case .programMissing: .programMissing
    case .programTwice: .programTwice
    case .levelsAssumed: .levelsAssumed
    case .unknownLevel: .unknownLevel
    case .duplicateName: .duplicateName
    case .duplicateCode: .duplicateCode
    case .unknownName: .unknownName
    case .ambiguousName: .ambiguousName
    case .unknownTarget: .unknownTarget
    case .unknownScale: .unknownScale
    case .unknownStep: .unknownStep
    case .unknownUnit: .unknownUnit
    case .unknownTable: .unknownTable
    case .tableIsNoFigure: .tableIsNoFigure
    case .answerMissing: .answerMissing
    case .answerUnit: .answerUnit
    case .tooFewSteps: .tooFewSteps
    case .rangeUnfit: .rangeUnfit
    case .tableWithoutRows: .tableWithoutRows
    case .notARow: .notARow
    case .notConstant: .notConstant
    case .implausibleYear: .implausibleYear
    case .yearsReversed: .yearsReversed
    case .dayOutsideCalendar: .dayOutsideCalendar
    case .differentUnits: .differentUnits
    case .bareShare: .bareShare
    case .shareOrPoints: .shareOrPoints
    case .besideLadder: .besideLadder
    case .noOrder: .noOrder
    case .textCompared: .textCompared
    case .noArithmetic: .noArithmetic
    case .divisionByZero: .divisionByZero
    case .nothingReported: .nothingReported
    case .tooDeep: .tooDeep
    case .outsideRange: .outsideRange
    case .alwaysMet: .alwaysMet
    case .undefinedAggregate: .undefinedAggregate
    case .aggregateOfWhat: .aggregateOfWhat
    case .multipleAnswersTotal: .multipleAnswersTotal
    case .nothingBelow: .nothingBelow
    case .areaBelow: .areaBelow
    case .comparedWithItself: .comparedWithItself
    case .reportsNoIndicator: .reportsNoIndicator
    case .countUnfit: .countUnfit
    case .nothingRequired: .nothingRequired
    case .stageMissing: .stageMissing
    case .beforeIntroduction: .beforeIntroduction
    case .countOfTopLevel: .countOfTopLevel
    case .amountUnfit: .amountUnfit
    case .outcomeBelow: .outcomeBelow
    case .outcomeCircle: .outcomeCircle
    case .outcomeOfLaterYear: .outcomeOfLaterYear
    case .verdictNeverGiven: .verdictNeverGiven
    case .measureCircle: .measureCircle
    case .waiverIncomplete: .waiverIncomplete
    case .exampleContext: .exampleContext
    case .exampleValue: .exampleValue
    case .exampleShortfall: .exampleShortfall
    case .givenTwice: .givenTwice
    case .nothingExpected: .nothingExpected
    case .exactStep: .exactStep
    case .unusedIndicator: .unusedIndicator
    case .unusedMeasure: .unusedMeasure
    case .unusedParameter: .unusedParameter
    case .unknownAreaInRule:
      CodePage(
        Wording("a rule names an area that the areas file does not hold", "区域の一覧にない区域がルールに書かれています"),
        meaning: Wording(
          "Areas that a rule leaves out or waives are looked up in the areas file, by name or by code. The one named is not there, or is of another level than the sentence judges.",
          "除外や猶予の対象として書かれた区域は、名前または番号で区域の一覧から探します。その区域が一覧にないか、文が判定する階層の区域ではありません。"),
        wrong: "every ward except 「中央」 holds at least 3回 [council meetings].",
        right: "every ward except 「中央区」 holds at least 3回 [council meetings].")
    case .ambiguousAreaInRule:
      CodePage(
        Wording("a rule names an area of which there are several", "ルールに書かれた名前の区域が複数あります"),
        meaning: Wording(
          "Several areas of the areas file bear the name. The code tells which one is meant.",
          "区域の一覧に同じ名前の区域が複数あります。番号で書けば区別できます。"),
        wrong: "「北区」を除くすべての区で「協議回数」が3回以上であること。",
        right: "「271276」を除くすべての区で「協議回数」が3回以上であること。")
    case .nestedTooDeep:
      CodePage(
        Wording("a target nests measures too deeply", "目標の算出指標の入れ子が深すぎます"),
        meaning: Wording(
          "With every measure written out where it is used, the requirement is nested too deeply or grows too large to be judged. The target stays undecided.",
          "算出指標をすべて展開すると、要件が深くまたは大きくなりすぎて判定できません。その目標は判定されません。"),
        wrong: "算出指標「X64」＝「X63」＋「X63」",
        right: "算出指標「X」＝「A」×2")
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
    case .notAWorkbook:
      CodePage(
        Wording("the file is not a workbook", "ファイルがブックではありません"),
        meaning: Wording(
          "What the file holds is a web page, a text with separators, a document or nothing at all, whatever its name says.",
          "ファイルの中身は、名前にかかわらず、ウェブページ・区切りテキスト・ほかの文書、または空です。"),
        wrong: "export.html renamed to 北区.xlsx",
        right: "北区.xlsx saved as 「Excel ブック (*.xlsx)」")
    case .passwordProtected:
      CodePage(
        Wording("the workbook asks for a password", "ブックがパスワードで保護されています"),
        meaning: Wording(
          "The contents are encrypted. No password is asked for, so nothing can be read.",
          "内容が暗号化されています。パスワードの入力には対応していないため、読み込めません。"),
        wrong: "北区.xlsx with a password for opening",
        right: "北区.xlsx without one")
    case .oldWorkbook:
      CodePage(
        Wording("the workbook is of a format before 2007", "2007 より前の形式のブックです"),
        meaning: Wording(
          "Workbooks of the formats .xls and XML 2003 are not read.",
          ".xls と XML スプレッドシート 2003 のブックは読み込めません。"),
        wrong: "北区.xls",
        right: "北区.xlsx")
    case .otherFormat:
      CodePage(
        Wording("the file is of a format that is not read", "対応していない形式のファイルです"),
        meaning: Wording(
          "Binary workbooks, OpenDocument files and other documents are archives too, but only .xlsx and .xlsm are read.",
          "バイナリ ブックや OpenDocument などのファイルです。読み込めるのは .xlsx と .xlsm だけです。"),
        wrong: "北区.ods",
        right: "北区.xlsx")
    case .damagedArchive:
      CodePage(
        Wording("the workbook is damaged", "ブックが壊れています"),
        meaning: Wording(
          "A workbook is an archive of parts. Its directory and its parts do not agree, or a part cannot be unpacked.",
          "ブックは部品を集めた圧縮ファイルです。目次と部品が食い違っているか、部品を展開できません。"),
        wrong: "北区.xlsx cut short while it was copied",
        right: "北区.xlsx copied again")
    case .unsafeArchive:
      CodePage(
        Wording("the workbook is built to mislead", "ブックの作りが不正です"),
        meaning: Wording(
          "The archive has names that lead out of it, the same name twice, parts that share bytes, or single encrypted parts. No spreadsheet program writes that.",
          "圧縮ファイルの外を指す名前、重複した名前、重なり合う部品、または部品だけの暗号化があります。表計算ソフトはこのように書きません。"),
        wrong: "a part named ../../book.xml",
        right: "a part named xl/workbook.xml")
    case .workbookTooLarge:
      CodePage(
        Wording("the workbook is too large", "ブックが大きすぎます"),
        meaning: Wording(
          "A file of 50 MB, 1,000 parts, 100 MB in one part, 200 MB in all, and 20 million cells on a sheet are the most that is taken in.",
          "受け付けるのは、ファイル 50 MB、部品 1,000 個、部品 1 つ 100 MB、合計 200 MB、1 シート 2,000 万セルまでです。"),
        wrong: "a sheet whose million empty rows are formatted",
        right: "a sheet with the rows that are used")
    case .damagedPart:
      CodePage(
        Wording("a part of the workbook is not well-formed", "ブックの部品の書き方に誤りがあります"),
        meaning: Wording(
          "The parts of a workbook are XML. This one breaks the rules of XML, so what it holds cannot be told with certainty.",
          "ブックの部品は XML で書かれています。この部品は XML の規則に反しているため、内容を確実には読み取れません。"),
        wrong: "<row><c></row>",
        right: "<row><c/></row>")
    case .refusedMarkup:
      CodePage(
        Wording("a part of the workbook uses XML that is refused", "ブックの部品が受け付けない XML を使っています"),
        meaning: Wording(
          "Document types, entities of one's own and nesting beyond 64 elements are never written by spreadsheet programs, and are known ways of attack.",
          "文書型宣言・独自の実体参照・64 段を超える入れ子は、表計算ソフトが書くことはなく、攻撃の手口として知られています。"),
        wrong: "<!DOCTYPE worksheet [ … ]>",
        right: "no document type")
    case .missingPart:
      CodePage(
        Wording("a part of the workbook is missing", "ブックの部品がありません"),
        meaning: Wording(
          "The workbook refers to a part that the file does not hold, so a sheet or more is lost.",
          "ブックが参照している部品がファイルの中になく、シートなどが失われています。"),
        wrong: "a sheet in the list of sheets, but not in the file",
        right: "both")
    case .damagedSheet:
      CodePage(
        Wording("a sheet cannot be read", "シートを読めません"),
        meaning: Wording(
          "Rows or cells of the sheet are out of order, stand twice, or hold what a cell cannot hold. Nothing of the sheet is taken.",
          "行やセルの順序の乱れ、重複、またはセルに入りえない値があります。このシートは読み込みません。"),
        wrong: "<c r=\"B2\" t=\"s\"><v>999</v></c>, where there are three texts",
        right: "the workbook, saved again by a spreadsheet program")
    case .formulaWithoutValue:
      CodePage(
        Wording("a formula has no result yet", "数式の計算結果がありません"),
        meaning: Wording(
          "The cell holds a formula, but the workbook was written by a program that does not compute. The value is unknown; it is not 0.",
          "セルに数式がありますが、計算をしないソフトが書き出したため結果がありません。値は 0 ではなく、不明です。"),
        wrong: "=B2+B3, never computed",
        right: "=B2+B3, opened and saved by a spreadsheet program")
    case .cellError:
      CodePage(
        Wording("a cell shows an error", "セルがエラーです"),
        meaning: Wording(
          "The formula of the cell ended in an error, so there is no figure. It counts as not reported.",
          "数式の結果がエラーで、数値がありません。未報告として扱います。"),
        wrong: "#DIV/0!",
        right: "30")
    case .hiddenContent:
      CodePage(
        Wording("a workbook has hidden cells", "非表示のセルがあります"),
        meaning: Wording(
          "Hidden sheets, rows and columns are read like others, but are easily forgotten when figures are checked.",
          "非表示のシート・行・列も読み込みますが、数値の確認から漏れやすいため注意が必要です。"),
        wrong: "a hidden row with last year's figure",
        right: "a sheet that shows all its figures")
    case .coveredByMerge:
      CodePage(
        Wording("a value lies beneath a merged range", "結合範囲に隠れた値があります"),
        meaning: Wording(
          "Of a merged range only the top left cell is shown. Values of the others are left over and are not read.",
          "結合したセルは左上の値だけが表示されます。ほかのセルに残った値は読み込みません。"),
        wrong: "A1:B1 merged, and a value in B1",
        right: "A1:B1 merged, and a value in A1 only")
    case .noSuchDay:
      CodePage(
        Wording("a number is formatted as a date that does not exist", "日付の表示形式ですが、該当する日がありません"),
        meaning: Wording(
          "The number of the cell lies outside the days that spreadsheets know, or is the day 29 February 1900, which never was. It is read as a number.",
          "セルの数値が表計算ソフトの日付の範囲外か、実在しない 1900 年 2 月 29 日です。数値として読み込みます。"),
        wrong: "-3, shown as a date",
        right: "45382, shown as 2024-03-31")
    case .calculationPending:
      CodePage(
        Wording("the formulas of a workbook may not have been computed", "数式が計算されていない可能性があります"),
        meaning: Wording(
          "The workbook asks to be computed when it is opened. Until a spreadsheet program has done so, its formulas may hold placeholders such as 0.",
          "ブックは開いたときに再計算するよう指定されています。それまで、数式の値は 0 などの仮の値のことがあります。"),
        wrong: "a workbook straight from a program that does not compute",
        right: "the same workbook, opened and saved by a spreadsheet program")
    case .unwritableWorkbook:
      CodePage(
        Wording("a workbook cannot be written", "ブックを書き出せません"),
        meaning: Wording(
          "A sheet has more rows or columns than a workbook can hold, a text is too long for a cell, or a name is not allowed.",
          "シートの行や列が上限を超えているか、セルに入らない長さの文字列、または使えない名前があります。"),
        wrong: "a sheet named 「4/1」",
        right: "a sheet named 「4月1日」")
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
    case .unknownAreaLevel:
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
