/// The pages of what a rule can mean: one for each code from 0201 to 0279.
extension CodePage {
  static var programMissing: CodePage {
    CodePage(
      Wording("the rulebook does not say which program it is for", "どの事業のルールかが書かれていません"),
      meaning: Wording(
        "Without a program the fiscal year is taken to start in April, and the levels to be 区（ward） below 市（city）. State them, so that nothing rests on an assumption.",
        "事業がないと、年度は4月開始、階層は区と市の二つとみなします。思い込みが残らないよう、事業を書きます。"),
      wrong: "項目 ロ \"研修\"",
      right: "事業 \"研修事業\"\n  階層 区（ward, wards） < 市（city, cities）\n\n項目 ロ \"研修\"")
  }

  static var programTwice: CodePage {
    CodePage(
      Wording("the rulebook states its program twice", "事業が二度書かれています"),
      meaning: Wording(
        "A rulebook is for one program. The first is used.",
        "ルールブックは一つの事業のものです。最初の事業を使います。"),
      wrong: "事業 \"研修事業\"\n\n事業 \"啓発事業\"",
      right: "事業 \"研修事業\"")
  }

  static var levelsAssumed: CodePage {
    CodePage(
      Wording("the program does not declare the levels of its areas", "事業に階層が書かれていません"),
      meaning: Wording(
        "Rules that speak of wards and of the city need to know which lies below which. Without levels they are taken to be 区（ward） below 市（city）.",
        "区や市で始まるルールには、どちらが下の階層かが要ります。書かれていなければ、区（ward）、市（city）の二階層とみなします。"),
      wrong: "事業 \"研修事業\"\n\n指標 ロ-1「研修回数」\n  回答形式 回数（回）\n\n目標「研修の開催」\n  段階 実行\n  すべての区で「研修回数」が1回以上であること。",
      right:
        "事業 \"研修事業\"\n  階層 区（ward, wards） < 市（city, cities）\n\n指標 ロ-1「研修回数」\n  回答形式 回数（回）\n\n目標「研修の開催」\n  段階 実行\n  すべての区で「研修回数」が1回以上であること。"
    )
  }

  static var unknownLevel: CodePage {
    CodePage(
      Wording("a level of areas does not exist", "事業にない階層です"),
      meaning: Wording(
        "Every level that a rule speaks of stands among the levels of the one program.",
        "ルールに出てくる階層は、すべて一つの事業の階層に書きます。"),
      wrong:
        "事業 \"研修事業\"\n  階層 区（ward, wards）\n\n事業 \"啓発事業\"\n  階層 区（ward, wards） < 県（prefecture, prefectures）\n\n指標 ロ-1「研修回数」\n  回答形式 回数（回）\n\n目標「研修」\n  段階 実行\n  すべての県で「研修回数」が1回以上であること。",
      right:
        "事業 \"研修事業\"\n  階層 区（ward, wards） < 県（prefecture, prefectures）\n\n指標 ロ-1「研修回数」\n  回答形式 回数（回）\n\n目標「研修」\n  段階 実行\n  すべての県で「研修回数」が1回以上であること。"
    )
  }

  static var duplicateName: CodePage {
    CodePage(
      Wording("a name is given twice", "名前が二度使われています"),
      meaning: Wording(
        "Targets, measures, parameters, scales, the steps of a scale and the words of levels are called by their names: a name belongs to one of them.",
        "目標・算出指標・設定値・回答区分とその区分・階層の語は、名前で呼びます。一つの名前は一つのものだけを指します。"),
      wrong: "設定値「研修の最低回数」＝1回\n設定値「研修の最低回数」＝2回",
      right: "設定値「研修の最低回数」＝1回、令和7年度から2回")
  }

  static var duplicateCode: CodePage {
    CodePage(
      Wording("a code is given twice", "記号が二度使われています"),
      meaning: Wording(
        "Data files name indicators by their codes. Codes of indicators, of tables and of items are each used once; labels may be repeated.",
        "データは記号で読み込みます。指標・内訳表・項目の記号は、それぞれ一度だけ使います。名前は重なってもかまいません。"),
      wrong: "指標 ロ-1「研修回数」\n  回答形式 回数（回）\n指標 ロ-1「参加者数」\n  回答形式 人数（人）",
      right: "指標 ロ-1「研修回数」\n  回答形式 回数（回）\n指標 ロ-2「参加者数」\n  回答形式 人数（人）")
  }

  static var unknownName: CodePage {
    CodePage(
      Wording("a name is not declared", "宣言されていない名前です"),
      meaning: Wording(
        "The name fits no indicator, measure or parameter. Widths, spaces and か所／箇所 make no difference; everything else does.",
        "その名前の指標・算出指標・設定値がありません。全角と半角、空白、か所と箇所の違いは問いませんが、ほかの違いは別の名前になります。"),
      wrong: "目標「協議」\n  段階 実行\n  すべての区で「協議会数」が3回以上であること。",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が3回以上であること。")
  }

  static var ambiguousName: CodePage {
    CodePage(
      Wording("a name fits several things", "名前が二つ以上のものに当てはまります"),
      meaning: Wording(
        "Labels such as その他 may be repeated, but where one is used it must be clear which is meant. Codes are unique.",
        "「その他」のような名前は重なってもかまいませんが、使うところでは一つに決まらなければなりません。記号は一つだけです。"),
      wrong: "目標「その他の相談」\n  段階 実行\n  すべての区で「その他」が1件以上であること。",
      right: "目標「その他の相談」\n  段階 実行\n  すべての区で「イ-8」が1件以上であること。")
  }

  static var unknownTarget: CodePage {
    CodePage(
      Wording("a target is not declared", "宣言されていない目標です"),
      meaning: Wording(
        "Waivers, examples and questions for an outcome name a target of the same rulebook.",
        "猶予・例・判定を問う文では、同じルールブックの目標の名前を書きます。"),
      wrong: "目標「未開催の改善」\n  段階 改善\n  前年度に目標「会議の開始」が未達成の区で「改善策」を報告していること。",
      right: "目標「未開催の改善」\n  段階 改善\n  前年度に目標「会議の開催」が未達成の区で「改善策」を報告していること。")
  }

  static var unknownScale: CodePage {
    CodePage(
      Wording("a scale is not declared", "宣言されていない回答区分です"),
      meaning: Wording(
        "An indicator that is answered by a ladder of steps names a scale of the rulebook.",
        "区分で答える指標には、宣言した回答区分の名前を書きます。"),
      wrong: "指標 ロ-1「研修の状況」\n  回答形式 区分「実施状態」",
      right: "指標 ロ-1「研修の状況」\n  回答形式 区分「実施状況」")
  }

  static var unknownStep: CodePage {
    CodePage(
      Wording("a step or an option does not exist", "その回答区分・選択肢はありません"),
      meaning: Wording(
        "A ladder is held only against its own steps, a choice against its own options, by the names that they were declared with.",
        "区分の指標は、その回答区分に宣言した区分の名前とだけ比べます。選択の指標も、その選択肢とだけ比べます。"),
      wrong: "目標「取組」\n  段階 実行\n  すべての区で「取組状況」が「○」であること。",
      right: "目標「取組」\n  段階 実行\n  すべての区で「取組状況」が「実施している」であること。")
  }

  static var unknownUnit: CodePage {
    CodePage(
      Wording("a unit is not declared", "宣言されていない単位です"),
      meaning: Wording(
        "回 件 人 区 か所 施設 日 円 点 and % are known; every other unit is declared once.",
        "回・件・人・区・か所・施設・日・円・点・%のほかの単位は、一度宣言してから使います。"),
      wrong: "indicator ロ-1 [households visited]\n  measured as count in households",
      right: "unit households\nindicator ロ-1 [households visited]\n  measured as count in households")
  }

  static var unknownTable: CodePage {
    CodePage(
      Wording("a table is not declared", "宣言されていない内訳表です"),
      meaning: Wording(
        "`every row of` is followed by the name of a table.",
        "「のすべての行」の前には、内訳表の名前を書きます。"),
      wrong: "目標「行」\n  段階 評価\n  すべての区で「相談者」のすべての行が「相談件数」以下であること。",
      right: "目標「行」\n  段階 評価\n  すべての区で「相談者別」のすべての行が「相談件数」以下であること。")
  }

  static var tableIsNoFigure: CodePage {
    CodePage(
      Wording("a table stands where one figure is needed", "一つの値のところに内訳表が書かれています"),
      meaning: Wording(
        "A table has many figures: say whether its sum or every row is meant.",
        "内訳表には値がいくつもあります。合計か、すべての行かを書きます。"),
      wrong: "目標「内訳」\n  段階 評価\n  すべての区で「会議の内訳」が10回以上であること。",
      right: "目標「内訳」\n  段階 評価\n  すべての区で「会議の内訳」の合計が10回以上であること。")
  }

  static var answerMissing: CodePage {
    CodePage(
      Wording("an indicator does not say how it is answered", "指標に回答形式がありません"),
      meaning: Wording(
        "The kind and the unit of a figure decide what may be entered and what it may be compared with.",
        "回答形式と単位で、何を記入でき、何と比べられるかが決まります。"),
      wrong: "指標 ロ-1「研修回数」",
      right: "指標 ロ-1「研修回数」\n  回答形式 回数（回）")
  }

  static var answerUnit: CodePage {
    CodePage(
      Wording("a unit does not fit the kind of answer", "回答形式に合わない単位です"),
      meaning: Wording(
        "Counts and amounts are whole and told in units of counting. Shares are told in %, with up to six decimals; points are differences and are computed.",
        "回数や金額は整数で、数える単位を使います。割合は%で、小数第6位までです。ポイントは差なので、報告には使いません。"),
      wrong: "指標 ロ-1「参加率」\n  回答形式 回数（%）",
      right: "指標 ロ-1「参加率」\n  回答形式 割合（%、小数第1位）")
  }

  static var tooFewSteps: CodePage {
    CodePage(
      Wording("a scale or a choice leaves nothing to choose", "区分や選択肢が足りません"),
      meaning: Wording(
        "A scale has two steps at least, a choice two options.",
        "回答区分には二つ以上の区分、選択には二つ以上の選択肢が要ります。"),
      wrong: "回答区分「有無」（低い順）\n  「なし」",
      right: "回答区分「有無」（低い順）\n  「なし」\n  「あり」")
  }

  static var rangeUnfit: CodePage {
    CodePage(
      Wording("a range does not fit its indicator", "範囲が指標に合いません"),
      meaning: Wording(
        "A range has two numbers in the indicator's unit, the lower one first. Counts are not negative; ladders, dates, choices and texts have no range.",
        "範囲には、指標の単位の数を、小さい方から二つ書きます。回数などは0以上です。区分・日付・選択・文章に範囲はありません。"),
      wrong: "指標 ロ-1「研修回数」\n  回答形式 回数（回）\n  範囲 100回から10回まで",
      right: "指標 ロ-1「研修回数」\n  回答形式 回数（回）\n  範囲 10回から100回まで")
  }

  static var tableWithoutRows: CodePage {
    CodePage(
      Wording("a table has no rows", "内訳表に行がありません"),
      meaning: Wording(
        "The indicators declared right after a table are its rows.",
        "表の直後に宣言した指標が、その表の行になります。"),
      wrong: "内訳表 ロ-1「研修の内訳」\n\n目標「研修」\n  段階 評価\n  すべての区で「研修の内訳」の合計が1回以上であること。",
      right: "内訳表 ロ-1「研修の内訳」\n指標 ロ-2「医療職の研修」\n  回答形式 回数（回）\n\n目標「研修」\n  段階 評価\n  すべての区で「研修の内訳」の合計が1回以上であること。")
  }

  static var notARow: CodePage {
    CodePage(
      Wording("a row is not of this table", "この表の行ではありません"),
      meaning: Wording(
        "Rows that are shown once more (再掲) are rows of the same table.",
        "再掲には、同じ表の行を書きます。"),
      wrong: "内訳表 ロ-1「研修の内訳」\n  再掲「協議回数」\n指標 ロ-2「医療職の研修」\n  回答形式 回数（回）",
      right: "内訳表 ロ-1「研修の内訳」\n  再掲「医療職の研修」\n指標 ロ-2「医療職の研修」\n  回答形式 回数（回）")
  }

  static var notConstant: CodePage {
    CodePage(
      Wording("a number is needed", "数が必要です"),
      meaning: Wording(
        "Parameters, ranges and figures in examples are numbers; they do not depend on what areas report.",
        "設定値・範囲・例の値は数です。報告の値によって変わるものは書けません。"),
      wrong: "設定値「目安」＝「協議回数」",
      right: "設定値「目安」＝3回")
  }

  static var implausibleYear: CodePage {
    CodePage(
      Wording("a year cannot be spoken of", "扱えない年度です"),
      meaning: Wording(
        "Rules speak of the years from 1868 to 2200, of this year and of up to 200 years before it.",
        "1868年度から2200年度まで、今年度とその200年前までを扱います。"),
      wrong: "目標「比較」\n  段階 評価\n  すべての区で「協議回数」が250年前の「協議回数」以上であること。",
      right: "目標「比較」\n  段階 評価\n  すべての区で「協議回数」が2年前の「協議回数」以上であること。")
  }

  static var yearsReversed: CodePage {
    CodePage(
      Wording("a period ends before it starts", "期間の終わりが初めより前です"),
      meaning: Wording(
        "The first year comes first. The values of a parameter are listed in order of years.",
        "期間は初めの年度から書きます。設定値は年度の順に書きます。"),
      wrong: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が3回以上であること。\n  適用 令和7年度から令和3年度まで",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が3回以上であること。\n  適用 令和3年度から令和7年度まで")
  }

  static var dayOutsideCalendar: CodePage {
    CodePage(
      Wording("a day does not exist", "ない日です"),
      meaning: Wording(
        "The day is not in the calendar.",
        "暦にない日です。"),
      wrong: "目標「策定」\n  段階 計画\n  すべての区で「計画策定日」が6月31日までであること。",
      right: "目標「策定」\n  段階 計画\n  すべての区で「計画策定日」が6月30日までであること。")
  }

  static var differentUnits: CodePage {
    CodePage(
      Wording("two figures do not measure the same", "単位の違う値です"),
      meaning: Wording(
        "Only like figures are added or compared: 回 with 回, dates with dates. A number without a unit takes that of the other side.",
        "足したり比べたりできるのは、同じ単位の値だけです。単位のない数は、もう一方の単位とみなします。"),
      wrong: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が3件以上であること。",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が3回以上であること。")
  }

  static var bareShare: CodePage {
    CodePage(
      Wording("a number beside a share has no unit", "割合に対する数に単位がありません"),
      meaning: Wording(
        "0.8 beside a share may be 0.8% or 80%, and 5 beside a difference of shares 5% or 5 points. It is not guessed.",
        "割合に対する0.8は、0.8%とも80%とも読めます。割合の差に対する5も、5%とも5ポイントとも読めます。推測することはしません。"),
      wrong: "目標「連携」\n  段階 評価\n  すべての区で「連携件数」÷「相談件数」が0.8以上であること。",
      right: "目標「連携」\n  段階 評価\n  すべての区で「連携件数」÷「相談件数」が80%以上であること。")
  }

  static var shareOrPoints: CodePage {
    CodePage(
      Wording("a share and a difference of shares are mixed", "割合と割合の差が混ざっています"),
      meaning: Wording(
        "% tells how much a share is, points by how much two shares differ.",
        "%は割合そのもの、ポイントは二つの割合の差です。"),
      wrong: "目標「向上」\n  段階 評価\n  すべての区で「実施率」－前年度の「実施率」が5%以上であること。",
      right: "目標「向上」\n  段階 評価\n  すべての区で「実施率」－前年度の「実施率」が5ポイント以上であること。")
  }

  static var besideLadder: CodePage {
    CodePage(
      Wording("a ladder is held against something else", "区分を、区分でないものと比べています"),
      meaning: Wording(
        "The steps of a ladder are ordered, but they are not numbers. They are held only against one another.",
        "区分には順序がありますが、数ではありません。同じ回答区分の区分とだけ比べます。"),
      wrong: "目標「取組」\n  段階 実行\n  すべての区で「取組状況」が2以上であること。",
      right: "目標「取組」\n  段階 実行\n  すべての区で「取組状況」が「準備中」以上であること。")
  }

  static var noOrder: CodePage {
    CodePage(
      Wording("answers without an order are compared by size", "大小のない答えを、大小で比べています"),
      meaning: Wording(
        "A yes is not more than a no, and one option not more than another: ask whether it is the answer.",
        "「はい」と「いいえ」、選択肢どうしに大小はありません。その答えかどうかを問います。"),
      wrong: "指標 ロ-1「計画の有無」\n  回答形式 はい・いいえ\n目標「計画」\n  段階 計画\n  すべての区で「計画の有無」がはい以上であること。",
      right: "指標 ロ-1「計画の有無」\n  回答形式 はい・いいえ\n目標「計画」\n  段階 計画\n  すべての区で「計画の有無」がはいであること。")
  }

  static var textCompared: CodePage {
    CodePage(
      Wording("a text is held against a value", "文章を値と比べています"),
      meaning: Wording(
        "What a text says is not judged; only whether it is given.",
        "文章の中身は判定しません。記入があるかどうかだけを問えます。"),
      wrong: "目標「改善」\n  段階 改善\n  すべての区で「改善策」が1以上であること。",
      right: "目標「改善」\n  段階 改善\n  すべての区で「改善策」を報告していること。")
  }

  static var noArithmetic: CodePage {
    CodePage(
      Wording("something that is no number is computed with", "数でないものを計算に使っています"),
      meaning: Wording(
        "Steps, answers, texts and dates are not added, multiplied or averaged. Dates differ by days.",
        "区分・答え・文章・日付は、足したり掛けたりできません。日付どうしの差は日数です。"),
      wrong: "目標「取組」\n  段階 実行\n  すべての区で「取組状況」＋1が2以上であること。",
      right: "目標「取組」\n  段階 実行\n  すべての区で「取組状況」が「準備中」以上であること。")
  }

  static var divisionByZero: CodePage {
    CodePage(
      Wording("a figure is divided by zero", "0で割っています"),
      meaning: Wording(
        "Such a figure is never applicable.",
        "0で割った値は、常に対象外になります。"),
      wrong: "目標「連携」\n  段階 評価\n  すべての区で「連携件数」÷0が1件以上であること。",
      right: "目標「連携」\n  段階 評価\n  すべての区で「連携件数」÷2が1件以上であること。")
  }

  static var nothingReported: CodePage {
    CodePage(
      Wording("two fixed numbers are compared", "決まった数どうしを比べています"),
      meaning: Wording(
        "No report can change the result of such a comparison.",
        "報告の値にかかわらず、結果は同じです。"),
      wrong: "目標「協議」\n  段階 実行\n  すべての区で3回が1回以上であること。",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が1回以上であること。")
  }

  static var tooDeep: CodePage {
    CodePage(
      Wording("a sentence is nested too deep", "入れ子が深すぎます"),
      meaning: Wording(
        "Figures and conditions are nested 64 deep at most, measures and chains of targets included.",
        "値や条件の入れ子は、算出指標や目標の連なりも含めて64段までです。"),
      wrong: "目標「協議」\n  段階 実行\n  すべての区で" + String(repeating: "「協議回数」＋", count: 69) + "「協議回数」が1回以上であること。",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が1回以上であること。")
  }

  static var outsideRange: CodePage {
    CodePage(
      Wording("a demand lies outside what can be reported", "報告できる範囲の外を求めています"),
      meaning: Wording(
        "A range bounds what may be reported and what may be demanded. Such a demand could never be met; in a condition it would never be true.",
        "範囲は、報告できる値と求められる値の両方を限ります。範囲の外を求めると、決して達成になりません。"),
      wrong: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が400回以上であること。",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が4回以上であること。")
  }

  static var alwaysMet: CodePage {
    CodePage(
      Wording("every report meets a demand", "必ず達成になります"),
      meaning: Wording(
        "The indicator takes no value that would miss the demand.",
        "どう報告されても当てはまるため、判定になりません。"),
      wrong: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が0回以上であること。",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が1回以上であること。")
  }

  static var undefinedAggregate: CodePage {
    CodePage(
      Wording("figures have no such total or average", "そのような合計や平均はありません"),
      meaning: Wording(
        "Shares of several areas do not add up: the city's share is total ÷ total. Steps and answers are counted, not averaged.",
        "地域ごとの割合は足せません。市の割合は合計÷合計です。区分や答えは、平均せずに地域の数を数えます。"),
      wrong: "目標「市の実施率」\n  段階 評価\n  市で市の「実施率」の合計が80%以上であること。",
      right: "目標「市の実施率」\n  段階 評価\n  市で市の「実施率」の平均が80%以上であること。")
  }

  static var aggregateOfWhat: CodePage {
    CodePage(
      Wording("it is not said of which areas", "どの地域の合計・平均かが書かれていません"),
      meaning: Wording(
        "One figure of one area has no total. Say whose areas are meant, or list several figures.",
        "一つの地域の一つの値に合計はありません。どの地域のものかを書くか、指標を並べます。"),
      wrong: "目標「協議」\n  段階 評価\n  すべての区で「協議回数」の合計が30回以上であること。",
      right: "目標「協議」\n  段階 評価\n  市で市の「協議回数」の合計が30回以上であること。")
  }

  static var multipleAnswersTotal: CodePage {
    CodePage(
      Wording("rows with multiple answers are added", "複数回答の行を足しています"),
      meaning: Wording(
        "In a table with multiple answers one case may stand in several rows: their sum counts it more than once.",
        "複数回答の表では、一つの件が二つ以上の行に入ります。合計すると二重に数えます。"),
      wrong: "目標「内訳」\n  段階 評価\n  すべての区で「相談件数」が「相談者別」の合計と一致すること。",
      right: "目標「内訳」\n  段階 評価\n  すべての区で「相談者別」のすべての行が「相談件数」以下であること。")
  }

  static var nothingBelow: CodePage {
    CodePage(
      Wording("a level has no areas below it", "下の階層がありません"),
      meaning: Wording(
        "Totals and averages are taken over the areas below. The lowest level has none.",
        "合計や平均は、下の階層の地域についてのものです。一番下の階層にはありません。"),
      wrong: "目標「協議」\n  段階 評価\n  すべての区で区の「協議回数」の合計が30回以上であること。",
      right: "目標「協議」\n  段階 評価\n  市で市の「協議回数」の合計が30回以上であること。")
  }

  static var areaBelow: CodePage {
    CodePage(
      Wording("one area is named where there are several", "地域がいくつもあるところで、一つを指しています"),
      meaning: Wording(
        "A city has many wards: `the ward's` figure would be that of which one?",
        "市には区がいくつもあるので、「区の」値がどれかが決まりません。"),
      wrong: "目標「協議」\n  段階 評価\n  市で区の「協議回数」が3回以上であること。",
      right: "目標「協議」\n  段階 評価\n  市で市の「協議回数」の平均が3回以上であること。")
  }

  static var comparedWithItself: CodePage {
    CodePage(
      Wording("a figure is compared with itself", "同じ値どうしを比べています"),
      meaning: Wording(
        "A figure rises or falls from an earlier year.",
        "増減は、前の年度と比べて言います。"),
      wrong: "目標「協議」\n  段階 評価\n  すべての区で「協議回数」が今年度から減少しないこと。",
      right: "目標「協議」\n  段階 評価\n  すべての区で「協議回数」が前年度から減少しないこと。")
  }

  static var reportsNoIndicator: CodePage {
    CodePage(
      Wording("something computed is to be reported", "計算した値を報告させています"),
      meaning: Wording(
        "Areas report indicators. What is computed from them is given as soon as they are.",
        "地域が報告するのは指標です。算出指標は、もとの指標から計算します。"),
      wrong: "目標「報告」\n  段階 実行\n  すべての区で「連携率」を報告していること。",
      right: "目標「報告」\n  段階 実行\n  すべての区で「連携件数」及び「相談件数」を報告していること。")
  }

  static var countUnfit: CodePage {
    CodePage(
      Wording("a number of figures decides nothing", "「うち」の数では判定できません"),
      meaning: Wording(
        "Of three figures at least one and at most three can be asked for, and the demand must be one that can be missed.",
        "三つのうちなら、一つから三つまでを求められます。必ず達成になる数や、決して達成にならない数は書けません。"),
      wrong: "目標「取組」\n  段階 実行\n  すべての区で「協議回数」「連携件数」のうち3つ以上が1以上であること。",
      right: "目標「取組」\n  段階 実行\n  すべての区で「協議回数」「連携件数」のうち1つ以上が1以上であること。")
  }

  static var nothingRequired: CodePage {
    CodePage(
      Wording("a target requires nothing", "目標に要求する文がありません"),
      meaning: Wording(
        "A target has one sentence at least that says who does how much of what.",
        "目標には、だれが、何を、どれだけ行うかの文が一つは要ります。"),
      wrong: "目標「協議」\n  段階 実行",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が1回以上であること。")
  }

  static var stageMissing: CodePage {
    CodePage(
      Wording("a target belongs to no stage", "目標に段階がありません"),
      meaning: Wording(
        "Each target belongs to plan, do, check or act: that is what makes the circle of a work item visible.",
        "目標は、計画・実行・評価・改善のどれかに入ります。これで項目ごとの一巡が見えるようになります。"),
      wrong: "目標「協議」\n  すべての区で「協議回数」が1回以上であること。",
      right: "目標「協議」\n  段階 実行\n  すべての区で「協議回数」が1回以上であること。")
  }

  static var beforeIntroduction: CodePage {
    CodePage(
      Wording("a target is asked for in years in which its indicator has no figure", "指標の値がない年度に目標が適用されます"),
      meaning: Wording(
        "In the years before an indicator was introduced, and in those in which it is not surveyed, its figures are not applicable, and so is the target.",
        "指標の導入より前の年度と、調査のない年度は、値も目標も対象外になります。"),
      wrong: "指標 ロ-1「研修回数」\n  回答形式 回数（回）\n  導入 令和5年度\n目標「研修」\n  段階 実行\n  すべての区で「研修回数」が1回以上であること。\n  適用 令和3年度から",
      right: "指標 ロ-1「研修回数」\n  回答形式 回数（回）\n  導入 令和5年度\n目標「研修」\n  段階 実行\n  すべての区で「研修回数」が1回以上であること。\n  適用 令和5年度から")
  }

  static var countOfTopLevel: CodePage {
    CodePage(
      Wording("areas of the highest level are counted", "一番上の階層の数を求めています"),
      meaning: Wording(
        "How many wards meet a demand is an outcome of their city. Areas of the highest level have none above.",
        "区の数の判定は、その市のものになります。一番上の階層には、判定を持つ上の地域がありません。"),
      wrong: "目標「協議」\n  段階 評価\n  2市以上で「協議回数」が1回以上であること。",
      right: "目標「協議」\n  段階 評価\n  23区以上で「協議回数」が1回以上であること。")
  }

  static var amountUnfit: CodePage {
    CodePage(
      Wording("a number or share of areas decides nothing", "その数や割合の地域では判定できません"),
      meaning: Wording(
        "A number of areas is whole, a share lies between 0% and 100%, and the demand must be one that can be missed.",
        "地域の数は整数、割合は0%から100%までで、必ず達成になる値は書けません。"),
      wrong: "目標「協議」\n  段階 評価\n  120%以上の区で「協議回数」が1回以上であること。",
      right: "目標「協議」\n  段階 評価\n  70%以上の区で「協議回数」が1回以上であること。")
  }

  static var outcomeBelow: CodePage {
    CodePage(
      Wording("a target is judged further below", "下の階層で判定する目標です"),
      meaning: Wording(
        "An outcome is looked up at the area itself or at the nearest one above it. That of the areas below would be which?",
        "判定は、その地域か、そのすぐ上の地域のものを使います。下の地域の判定はいくつもあり、どれかが決まりません。"),
      wrong: "目標「市の確認」\n  段階 改善\n  前年度に目標「会議の開催」が未達成の市で「相談件数」を報告していること。",
      right: "目標「区の確認」\n  段階 改善\n  前年度に目標「会議の開催」が未達成の区で「相談件数」を報告していること。")
  }

  static var outcomeCircle: CodePage {
    CodePage(
      Wording("targets ask for one another's outcomes", "目標が互いの判定を問い合っています"),
      meaning: Wording(
        "In one year outcomes are asked for in an order: no target may, through others, ask for itself. Earlier years may be asked for freely.",
        "同じ年度の判定には順序が要ります。ほかの目標を通して自分自身を問うことはできません。前の年度の判定は自由に問えます。"),
      wrong: "目標「甲」\n  段階 実行\n  今年度に目標「乙」が未達成の区で「協議回数」が1回以上であること。\n目標「乙」\n  段階 実行\n  今年度に目標「甲」が未達成の区で「協議回数」が2回以上であること。",
      right: "目標「甲」\n  段階 実行\n  今年度に目標「乙」が未達成の区で「協議回数」が1回以上であること。\n目標「乙」\n  段階 実行\n  前年度に目標「甲」が未達成の区で「協議回数」が2回以上であること。")
  }

  static var outcomeOfLaterYear: CodePage {
    CodePage(
      Wording("a target asks for an outcome that is still to come", "まだない判定を問うことになります"),
      meaning: Wording(
        "Years are judged in order. A target that asks for the outcome of a certain year is in force from that year on.",
        "判定は年度の順に行います。特定の年度の判定を問う目標は、その年度から適用します。"),
      wrong: "目標「未開催の改善」\n  段階 改善\n  令和5年度に目標「会議の開催」が未達成の区で「改善策」を報告していること。",
      right: "目標「未開催の改善」\n  段階 改善\n  令和5年度に目標「会議の開催」が未達成の区で「改善策」を報告していること。\n  適用 令和6年度から")
  }

  static var verdictNeverGiven: CodePage {
    CodePage(
      Wording("an outcome cannot be asked for", "問うことのできない判定です"),
      meaning: Wording(
        "A rule may ask whether a target was met, missed, not reported, not applicable or waived. `not due` and `recorded` are remarks for the report.",
        "達成・未達成・未報告・対象外・猶予中を問えます。期限前と記録は、報告のための表示です。"),
      wrong: "目標「記録」\n  段階 改善\n  前年度に目標「会議の開催」が記録の区で「改善策」を報告していること。",
      right: "目標「記録」\n  段階 改善\n  前年度に目標「会議の開催」が未報告の区で「改善策」を報告していること。")
  }

  static var measureCircle: CodePage {
    CodePage(
      Wording("measures are made of one another", "算出指標が互いを使い合っています"),
      meaning: Wording(
        "A measure is computed from indicators, or from measures that can be computed before it.",
        "算出指標は、指標か、先に計算できる算出指標から計算します。"),
      wrong: "算出指標「甲」＝「乙」＋1件\n算出指標「乙」＝「甲」＋1件",
      right: "算出指標「甲」＝「乙」＋1件\n算出指標「乙」＝「相談件数」＋1件")
  }

  static var waiverIncomplete: CodePage {
    CodePage(
      Wording("a waiver lacks its end or its reason", "猶予に終わりや理由がありません"),
      meaning: Wording(
        "An exception names its areas, its first and last year and its reason: none is open-ended.",
        "例外には、対象・期間の初めと終わり・理由を書きます。終わりのない猶予はありません。"),
      wrong: "猶予「会議の開催」 対象「西成区」 期間 令和5年度から",
      right: "猶予「会議の開催」 対象「西成区」 期間 令和5年度から令和6年度まで 理由 \"会場の改修のため\"")
  }

  static var exampleContext: CodePage {
    CodePage(
      Wording("an example leaves out its area or year", "例に地域や年度がありません"),
      meaning: Wording(
        "The first figure of an example names its area and year. Those after it take them over.",
        "例の最初の値には、地域と年度を書きます。続く値では省けます。"),
      wrong: "例 \"会議を開いた区\"\n  前提 「協議回数」＝1回\n  判定 「会議の開催」が達成",
      right: "例 \"会議を開いた区\"\n  前提 令和5年度の「北区」の「協議回数」＝1回\n  判定 「会議の開催」が達成")
  }

  static var exampleValue: CodePage {
    CodePage(
      Wording("an example gives a value that cannot be reported", "報告できない値が例にあります"),
      meaning: Wording(
        "Counts are whole, figures have the decimals of their indicator, ladders have their steps.",
        "回数などは整数、数値は決められた小数まで、区分はその区分で書きます。"),
      wrong: "例 \"半分だけ開いた区\"\n  前提 令和5年度の「北区」の「協議回数」＝1.5回\n  判定 「会議の開催」が達成",
      right: "例 \"会議を開いた区\"\n  前提 令和5年度の「北区」の「協議回数」＝1回\n  判定 「会議の開催」が達成")
  }

  static var exampleShortfall: CodePage {
    CodePage(
      Wording("an example expects an impossible shortfall", "ありえない不足が例にあります"),
      meaning: Wording(
        "Only a missed target falls short, and in the unit of its figure.",
        "不足があるのは未達成のときだけで、目標の値の単位で書きます。"),
      wrong: "例 \"会議を開かなかった区\"\n  前提 令和5年度の「北区」の「協議回数」＝0回\n  判定 「会議の開催」が未達成（あと1件）",
      right: "例 \"会議を開かなかった区\"\n  前提 令和5年度の「北区」の「協議回数」＝0回\n  判定 「会議の開催」が未達成（あと1回）")
  }

  static var givenTwice: CodePage {
    CodePage(
      Wording("an example gives a figure twice", "例に同じ値が二度あります"),
      meaning: Wording(
        "One figure of one area and year is given once.",
        "一つの地域・年度・指標の値は、一度だけ書きます。"),
      wrong: "例 \"会議を開いた区\"\n  前提 令和5年度の「北区」の「協議回数」＝1回\n  前提 令和5年度の「北区」の「協議回数」＝2回\n  判定 「会議の開催」が達成",
      right: "例 \"会議を開いた区\"\n  前提 令和5年度の「北区」の「協議回数」＝2回\n  判定 「会議の開催」が達成")
  }

  static var nothingExpected: CodePage {
    CodePage(
      Wording("an example expects nothing", "例に判定がありません"),
      meaning: Wording(
        "An example is a test: it says which outcome its figures lead to.",
        "例は確かめるためのものです。値からどの判定になるかを書きます。"),
      wrong: "例 \"会議を開いた区\"\n  前提 令和5年度の「北区」の「協議回数」＝1回",
      right: "例 \"会議を開いた区\"\n  前提 令和5年度の「北区」の「協議回数」＝1回\n  判定 「会議の開催」が達成")
  }

  static var exactStep: CodePage {
    CodePage(
      Wording("exactly a step is demanded", "ちょうどその区分を求めています"),
      meaning: Wording(
        "が「S」であること means exactly S. An area on a higher step misses it. Where more is welcome too, write 以上.",
        "「…であること」は、ちょうどその区分という意味です。より進んだ区分の地域は未達成になります。"),
      wrong: "目標「取組」\n  段階 実行\n  すべての区で「取組状況」が「準備中」であること。",
      right: "目標「取組」\n  段階 実行\n  すべての区で「取組状況」が「準備中」以上であること。")
  }

  static var unusedIndicator: CodePage {
    CodePage(
      Wording("no target uses an indicator", "使われていない指標です"),
      meaning: Wording(
        "Areas report the figure, but it is never judged. Where that is meant, say so with record only.",
        "報告されますが、判定には使われません。それでよければ「記録のみ」を加えます。"),
      wrong: "指標 ロ-1「研修回数」\n  回答形式 回数（回）",
      right: "指標 ロ-1「研修回数」\n  回答形式 回数（回）\n  記録のみ")
  }

  static var unusedMeasure: CodePage {
    CodePage(
      Wording("no target uses a measure", "使われていない算出指標です"),
      meaning: Wording(
        "It is computed for nothing.",
        "どの目標でも使われていません。"),
      wrong: "算出指標「件数の差」＝「相談件数」－「連携件数」",
      right: "算出指標「件数の差」＝「相談件数」－「連携件数」\n目標「連携の不足」\n  段階 評価\n  すべての区で「件数の差」が10件以下であること。")
  }

  static var unusedParameter: CodePage {
    CodePage(
      Wording("no target uses a parameter", "使われていない設定値です"),
      meaning: Wording(
        "A changed value would change nothing.",
        "値を変えても、何も変わりません。"),
      wrong: "設定値「目安」＝3回",
      right: "設定値「目安」＝3回\n目標「目安の回数」\n  段階 実行\n  すべての区で「協議回数」が「目安」以上であること。")
  }

  static var unknownAreaInRule: CodePage {
    CodePage(
      Wording("a rule names an area that the areas file does not hold", "区域の一覧にない区域がルールに書かれています"),
      meaning: Wording(
        "Areas that a rule leaves out or waives are looked up in the areas file, by name or by code. The one named is not there, or is of another level than the sentence judges.",
        "除外や猶予の対象として書かれた区域は、名前または番号で区域の一覧から探します。その区域が一覧にないか、文が判定する階層の区域ではありません。"),
      wrong: "every ward except 「中央」 holds at least 3回 [council meetings].",
      right: "every ward except 「中央区」 holds at least 3回 [council meetings].")
  }

  static var ambiguousAreaInRule: CodePage {
    CodePage(
      Wording("a rule names an area of which there are several", "ルールに書かれた名前の区域が複数あります"),
      meaning: Wording(
        "Several areas of the areas file bear the name. The code tells which one is meant.",
        "区域の一覧に同じ名前の区域が複数あります。番号で書けば区別できます。"),
      wrong: "「北区」を除くすべての区で「協議回数」が3回以上であること。",
      right: "「271276」を除くすべての区で「協議回数」が3回以上であること。")
  }

  static var nestedTooDeep: CodePage {
    CodePage(
      Wording("a target nests measures too deeply", "目標の算出指標の入れ子が深すぎます"),
      meaning: Wording(
        "With every measure written out where it is used, the requirement is nested too deeply or grows too large to be judged. The target stays undecided.",
        "算出指標をすべて展開すると、要件が深くまたは大きくなりすぎて判定できません。その目標は判定されません。"),
      wrong: "算出指標「X64」＝「X63」＋「X63」",
      right: "算出指標「X」＝「A」×2")
  }
}
