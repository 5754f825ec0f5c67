/// Pages of the codes about figures over time.
extension CodePage {
  static var vagueAmount: CodePage {
    CodePage(
      Wording("an amount does not say what still counts", "「程度」などでは範囲が分かりません"),
      meaning: Wording(
        "Words such as about and 程度 leave open how far a figure may be off. Write the margin: within 10% of …, within 0.5 points of ….",
        "「程度」「約」だけでは、どこまでが達成かが決まりません。「…の±10%以内」「…の±0.5ポイント以内」のように幅を書きます。"),
      wrong: "すべての区で「協議回数」が12回程度であること。", right: "すべての区で「協議回数」が12回の±2回以内であること。",
      inEnglish: ("every ward: [council meetings] is about 12回.", "every ward: [council meetings] is within 2回 of 12回."))
  }

  static var planPeriodMissing: CodePage {
    CodePage(
      Wording("the program states no plan period", "事業に計画期間がありません"),
      meaning: Wording(
        "What last period is follows from the program's plan period: periods of the same length lie before and after it. Last period's figure is that of its last year.",
        "「前期」は、事業に書いた計画期間から決まります。同じ長さの期間が前後に続くとみなし、前期の値はその最後の年度の値です。"),
      wrong: "目標「A」 段階 評価\n  すべての区で「相談件数」が前期の「相談件数」以上であること。",
      right: "目標「A」 段階 評価\n  すべての区で「相談件数」が3年前の「相談件数」以上であること。")
  }

  static var surveysMissing: CodePage {
    CodePage(
      Wording("a figure has no survey years", "調査年度のない値です"),
      meaning: Wording(
        "Last survey is asked of a figure that comes every few years; its indicator lists the years: surveyed in FY2019, FY2022.",
        "「前回調査」は、数年ごとに調べる指標に使います。指標に「調査年度 令和元年度、令和4年度」のように年度を書きます。"),
      wrong: "目標「A」 段階 評価\n  すべての区で「相談件数」が前回調査から増加していること。",
      right:
        "指標 イ-20「満足度」\n  回答形式 割合（%、小数第1位）\n  調査年度 令和元年度、令和4年度\n目標「A」 段階 評価\n  すべての区で「満足度」が前回調査から増加していること。")
  }

  static var changeOfShare: CodePage {
    CodePage(
      Wording("a change of a share is told in %", "割合の変化が%で書かれています"),
      meaning: Wording(
        "A share of 50% that falls by 3% is 48.5% to some readers and 47% to others. Points add and subtract; times multiplies.",
        "50%の割合が「3%減少」すると、48.5%とも47%とも読めます。差はポイントで、比は倍で書きます。"),
      wrong: "目標「A」 段階 評価\n  すべての区で「実施率」が前年度から3%以上増加していること。",
      right: "目標「A」 段階 評価\n  すべての区で「実施率」が前年度から3ポイント以上増加していること。")
  }

  static var spanUnfit: CodePage {
    CodePage(
      Wording("a span of years is too short or too long", "年数が短すぎるか長すぎます"),
      meaning: Wording(
        "Averages and slopes take 2 to 50 years, the judged one included; running takes 1 to 50.",
        "平均と傾きは、判定する年度を含めて2年から50年まで、連続は1年から50年までです。"),
      wrong: "目標「A」 段階 評価\n  すべての区で「相談件数」の1年平均が3件以上であること。",
      right: "目標「A」 段階 評価\n  すべての区で「相談件数」の3年平均が3件以上であること。")
  }

  static var carryOverMisplaced: CodePage {
    CodePage(
      Wording("a shortfall is carried over where nothing can fall short", "不足分を加える先がありません"),
      meaning: Wording(
        "A shortfall is what was missing to the same demand before: it stands only behind at least or more than, of one figure.",
        "不足分は、同じ要件に前回どれだけ足りなかったかです。「…に…の不足分を加えた値以上」の形でだけ使えます。"),
      wrong: "目標「A」 段階 評価\n  すべての区で「相談件数」が3件に前年度の不足分を加えた値以下であること。\n  適用 令和5年度から",
      right: "目標「A」 段階 評価\n  すべての区で「相談件数」が3件に前年度の不足分を加えた値以上であること。\n  適用 令和5年度から")
  }

  static var carryOverWithoutStart: CodePage {
    CodePage(
      Wording("it is not known since when a shortfall is carried over", "不足分をいつから数えるかが分かりません"),
      meaning: Wording(
        "What was missing is added from year to year or from period to period. It begins with the first year in which the target is in force, or the program ran.",
        "不足分は、年度ごと（期ごと）に積み上がります。目標の適用または事業の開始の年度から数えます。"),
      wrong: "目標「A」 段階 評価\n  すべての区で「相談件数」が3件に前年度の不足分を加えた値以上であること。",
      right: "目標「A」 段階 評価\n  すべての区で「相談件数」が3件に前年度の不足分を加えた値以上であること。\n  適用 令和5年度から")
  }

  static var pathUnfit: CodePage {
    CodePage(
      Wording("the years of a path are not in order", "計画値の年度の順が正しくありません"),
      meaning: Wording(
        "A path leads from an earlier year to later ones, each named once. Between two of them it is a straight line; before the first it asks nothing, after the last its last value stays.",
        "計画値は、前の年度から後の年度へ、年度を一度ずつ書きます。間の年度は直線でつなぎ、最初の年度より前は対象外、最後の年度より後は最後の値です。"),
      wrong: "目標「A」 段階 評価\n  すべての区で「相談件数」が令和7年度の24件から令和4年度の21件への計画値以上であること。",
      right: "目標「A」 段階 評価\n  すべての区で「相談件数」が令和4年度の21件から令和7年度の24件への計画値以上であること。")
  }

  static var countryMissing: CodePage {
    CodePage(
      Wording("a national average without a country", "国の階層がないのに全国平均があります"),
      meaning: Wording(
        "The national average is the figure that the country reports: a level with the word 国, 全国, country or nation, a row in areas.csv, and its figures in the data.",
        "全国平均は「国」が報告する値です。階層に「国」を加え、areas.csv に国の行を、データに国の値を置きます。"),
      wrong: "事業 \"健診\"\n  階層 市町村 < 県\n指標 ア-1「受診率」\n  回答形式 割合（%、小数第1位）\n目標「健診」\n  段階 評価\n  すべての市町村で「受診率」が全国平均以上であること。",
      right: "事業 \"健診\"\n  階層 市町村 < 県 < 国\n指標 ア-1「受診率」\n  回答形式 割合（%、小数第1位）\n目標「健診」\n  段階 評価\n  すべての市町村で「受診率」が全国平均以上であること。")
  }

  static var averageOfCounts: CodePage {
    CodePage(
      Wording("a count has no average of the whole", "件数などには全体としての平均がありません"),
      meaning: Wording(
        "The average of a share is that of the whole area. A count of the whole area is a total; its average over areas has to be written as such.",
        "割合の平均は全体の値として報告されますが、件数の全体の値は合計です。地域ごとの平均はそのように書きます。"),
      wrong: "目標「相談」\n  段階 評価\n  すべての区で「相談件数」が市平均以上であること。",
      right: "目標「相談」\n  段階 評価\n  すべての区で「相談件数」が市の「相談件数」の平均以上であること。")
  }
}
