/// The pages of demands over years, scores and the circle.
extension CodePage {
  static var exceptionAlone: CodePage {
    CodePage(
      Wording("an exception without a requirement before it", "ただし書きの前に要件がありません"),
      meaning: Wording(
        "An exception says what is demanded of some areas instead of what the requirement before it demands.",
        "ただし書きは、その前の要件に代えて、一部の地域に何を求めるかを述べます。"),
      wrong: "目標「会議」\n  段階 実行\n  ただし、「協議回数」が0回のときは、この限りでない。\n  すべての区で「協議回数」が6回以上であること。\n",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  ただし、「協議回数」が0回のときは、この限りでない。")
  }

  static var dueOutsideForce: CodePage {
    CodePage(
      Wording("a target is due after it has left force", "達成期限が適用の期間の後です"),
      meaning: Wording(
        "A target is judged from its due year on. One that leaves force before is never judged.",
        "目標は達成期限の年度から判定します。その前に適用が終わる目標は、一度も判定されません。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  適用 令和3年度から令和7年度まで\n  達成期限 令和14年度",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  適用 令和3年度から\n  達成期限 令和14年度")
  }

  static var demandOutsideForce: CodePage {
    CodePage(
      Wording("a demand for a year in which the target is not in force", "適用されない年度の要求です"),
      meaning: Wording(
        "A dated demand replaces the others in its year. Where the target is not in force that year, the demand is never judged.",
        "年度を定めた要求は、その年度だけ他の要求に代わります。目標が適用されない年度の要求は判定されません。"),
      wrong: "目標「会議」\n  段階 実行\n  令和元年度は、すべての区で「協議回数」が3回以上であること。\n  すべての区で「協議回数」が6回以上であること。\n  適用 令和3年度から",
      right: "目標「会議」\n  段階 実行\n  令和4年度は、すべての区で「協議回数」が3回以上であること。\n  すべての区で「協議回数」が6回以上であること。\n  適用 令和3年度から")
  }

  static var planYearOutside: CodePage {
    CodePage(
      Wording("the plan has no such year", "計画期間にない年です"),
      meaning: Wording(
        "The plan period tells how many years the plan has.",
        "計画が何年間かは、計画期間で決まります。"),
      wrong:
        "事業 \"研修事業\"\n  計画期間 令和6年度から令和8年度まで\n  階層 区（ward, wards） < 市（city, cities）\n指標 ロ-1「研修回数」\n  回答形式 回数（回）\n目標「研修」\n  段階 実行\n  計画4年目は、すべての区で「研修回数」が3回以上であること。",
      right:
        "事業 \"研修事業\"\n  計画期間 令和6年度から令和8年度まで\n  階層 区（ward, wards） < 市（city, cities）\n指標 ロ-1「研修回数」\n  回答形式 回数（回）\n目標「研修」\n  段階 実行\n  計画3年目は、すべての区で「研修回数」が3回以上であること。"
    )
  }

  static var nothingToScore: CodePage {
    CodePage(
      Wording("a target has no single figure to score", "配点や評価のもとになる一つの値がありません"),
      meaning: Wording(
        "Steps, ranks, grades and achievement are computed from the one figure that the demand holds against a bound. A target that asks for reports, or about several figures, has none.",
        "段階や順位による配点、評価区分、達成率は、要求が基準と比べる一つの値から計算します。報告だけを求める目標や、複数の値を問う目標にはありません。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」を報告していること。\n  配点 3回以上で5点",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  配点 3回以上で5点")
  }

  static var scoreValueUnfit: CodePage {
    CodePage(
      Wording("a value that cannot stand in a score or a grade", "配点や評価区分に使えない値です"),
      meaning: Wording(
        "Points are zero or more. A step is reached from a number or a parameter. Ranks and grades are shares in percent.",
        "点数は0以上です。段階は数または設定値で、順位と評価区分は%の割合で書きます。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「達成」6回以上、「未達成」6回未満",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「達成」100%以上、「未達成」100%未満")
  }

  static var unknownGrade: CodePage {
    CodePage(
      Wording("points are given to a grade that no target has", "どの目標にもない評価に点数があります"),
      meaning: Wording(
        "The grades of an overall grade are those of the bands of its targets.",
        "総合評価で点数をつける評価は、対象の目標の評価区分にあるものです。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「A」100%以上、「B」100%未満\n総合評価「全体」 評価の平均（A=5点、Z=4点）",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「A」100%以上、「B」100%未満\n総合評価「全体」 評価の平均（A=5点、B=4点）")
  }

  static var nothingGraded: CodePage {
    CodePage(
      Wording("an overall grade has nothing to roll up", "総合評価の対象に評価がありません"),
      meaning: Wording(
        "An overall grade is the average of grades that targets give.",
        "総合評価は、目標の評価を平均したものです。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n総合評価「全体」 評価の平均",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「A」100%以上、「B」100%未満\n総合評価「全体」 評価の平均（A=5点、B=4点）")
  }

  static var onlyRecorded: CodePage {
    CodePage(
      Wording("a target that is only recorded is never met or missed", "記録のみの目標の達成・未達成は問えません"),
      meaning: Wording(
        "The outcome of such a target is always recorded.",
        "記録のみの目標の判定は、いつも「記録」です。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  記録のみ\n目標「改善」\n  段階 改善\n  前年度に目標「会議」が未達成の区で「協議回数」を報告していること。",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n目標「改善」\n  段階 改善\n  前年度に目標「会議」が未達成の区で「協議回数」を報告していること。")
  }

  static var waiverOver: CodePage {
    CodePage(
      Wording("a waiver is already over", "期限の過ぎた猶予です"),
      meaning: Wording(
        "A waiver ends. In the years after it, the target is judged as for any other area.",
        "猶予には終わりがあります。終わった後の年度は、ほかの地域と同じように判定します。"),
      wrong: "猶予「会議」 対象「北区」 期間 令和3年度から令和4年度まで 理由 \"庁舎の建替え\"",
      right: "猶予「会議」 対象「北区」 期間 令和5年度から令和6年度まで 理由 \"庁舎の建替え\"")
  }

  static var bandHole: CodePage {
    CodePage(
      Wording("some shares of a target have no grade", "評価のつかない達成率があります"),
      meaning: Wording(
        "Bands follow each other without a gap, or the areas between them get no grade.",
        "評価区分のあいだにすき間があると、そこに入る地域には評価がつきません。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「達成」100%以上、「概ね順調」66.7%以上100%未満、「要改善」60%未満",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「達成」100%以上、「概ね順調」66.7%以上100%未満、「要改善」66.7%未満")
  }

  static var bandOverlap: CodePage {
    CodePage(
      Wording("some shares of a target have two grades", "評価が二つつく達成率があります"),
      meaning: Wording(
        "The first band that fits is given. Where bands overlap, that is seldom meant.",
        "先に書かれた評価になります。評価区分が重なっているのは、たいてい書き間違いです。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「概ね順調」66.7%以上、「達成」100%以上、「要改善」66.7%未満",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「概ね順調」66.7%以上100%未満、「達成」100%以上、「要改善」66.7%未満")
  }

  static var pointsUnreachable: CodePage {
    CodePage(
      Wording("points that nobody can get", "誰も得られない点数です"),
      meaning: Wording(
        "Of the entries that a figure reaches, the one with the most points counts.",
        "届いた区分のうち、点数の最も高いものになります。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  配点 3回以上で10点、6回以上で5点",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  配点 3回以上で5点、6回以上で10点")
  }

  static var pointsAgainstTarget: CodePage {
    CodePage(
      Wording("points for being further from the target", "目標から遠いほど得られる点数です"),
      meaning: Wording(
        "Where a target asks for at most so much, points are given from a value downwards: 5.0 or less.",
        "「以下」を求める目標では、点数も「5.0以下で」のように、少ないほうに付けます。"),
      wrong: "目標「待ち日数」\n  段階 評価\n  すべての区で「待ち日数」が5.0以下であること。\n  配点 5.0以上で5点",
      right: "目標「待ち日数」\n  段階 評価\n  すべての区で「待ち日数」が5.0以下であること。\n  配点 5.0以下で5点")
  }

  static var perPersonAddedUp: CodePage {
    CodePage(
      Wording("figures per person would be added up", "1人当たりの値が足し合わされます"),
      meaning: Wording(
        "What an area above does not report itself is gathered: counts and amounts of the areas below are added up. A figure per person, or an average, is declared as a number, which is never added up, or computed from the totals.",
        "上位の地域が自ら報告しない件数・金額は、下の地域の値の合計とします。1人当たりの値や平均は、足し合わせない「数値」とするか、元の値から計算します。"),
      wrong: "指標 ア-9「1人当たり医療費」\n  回答形式 金額（円）\n目標「医療費」\n  段階 評価\n  市で「1人当たり医療費」が30万円以下であること。",
      right: "指標 ア-9「1人当たり医療費」\n  回答形式 数値（円、小数第0位）\n目標「医療費」\n  段階 評価\n  市で「1人当たり医療費」が30万円以下であること。")
  }

  static var gapUnanswered: CodePage {
    CodePage(
      Wording("no target answers a gap", "未達成に対する改善の目標がありません"),
      meaning: Wording(
        "The program asks for an act for every gap: a target on the areas that missed another one answers it. Acts themselves need none.",
        "事業が、すべての未達成に改善を求めています。ある目標が未達成の区に何かを求める目標が、その答えになります。改善の段階の目標には要りません。"),
      wrong:
        "事業 \"研修事業\"\n  未達成には改善を求める\n  階層 区（ward, wards） < 市（city, cities）\n指標 ロ-1「研修回数」\n  回答形式 回数（回）\n目標「研修」\n  段階 実行\n  すべての区で「研修回数」が3回以上であること。",
      right:
        "事業 \"研修事業\"\n  未達成には改善を求める\n  階層 区（ward, wards） < 市（city, cities）\n指標 ロ-1「研修回数」\n  回答形式 回数（回）\n指標 ロ-2「改善策」\n  回答形式 文章\n目標「研修」\n  段階 実行\n  すべての区で「研修回数」が3回以上であること。\n目標「研修の改善」\n  段階 改善\n  前年度に目標「研修」が未達成の区で「改善策」を報告していること。"
    )
  }

  static var gradeWithoutPoints: CodePage {
    CodePage(
      Wording("a grade counts for nothing in an overall grade", "総合評価で点数のない評価があります"),
      meaning: Wording(
        "Grades without points are left out of the average. Where that is meant, say so.",
        "点数のない評価は平均から除かれます。それでよければ「除外」と書きます。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「A」100%以上、「B」100%未満\n総合評価「全体」 評価の平均（A=5点）",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  評価区分 「A」100%以上、「B」100%未満\n総合評価「全体」 評価の平均（A=5点、Bは除外）")
  }

  static var waiverOutsideForce: CodePage {
    CodePage(
      Wording("a waiver for years in which the target is not in force", "目標が適用されない年度の猶予です"),
      meaning: Wording(
        "There is nothing to waive in those years.",
        "その年度には、猶予する目標がありません。"),
      wrong: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  適用 令和5年度から\n猶予「会議」 対象「北区」 期間 令和3年度から令和4年度まで 理由 \"庁舎の建替え\"",
      right: "目標「会議」\n  段階 実行\n  すべての区で「協議回数」が6回以上であること。\n  適用 令和5年度から\n猶予「会議」 対象「北区」 期間 令和5年度から令和6年度まで 理由 \"庁舎の建替え\"")
  }
}
