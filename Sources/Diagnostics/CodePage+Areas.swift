/// The pages of what can be wrong where areas are held against each other.
extension CodePage {
  private static let head =
    "事業 \"試験\"\n  階層 区（ward, wards） < 市（city, cities） < 県（prefecture, prefectures）\n\n指標 イ-1「人口」\n  回答形式 人数（人）\n\n指標 イ-2「実施率」\n  回答形式 割合（%、小数第1位）\n\n"

  private static func page(
    _ title: Wording, _ meaning: Wording, wrong: String, right: String
  ) -> CodePage {
    CodePage(title, meaning: meaning, wrong: head + wrong, right: head + right)
  }

  private static func target(_ sentence: String) -> String { "目標「試し」\n  段階 実行\n  " + sentence }

  static var unclearReach: CodePage {
    page(
      Wording("a word may be said of one figure or of several", "一つの値にかかるか、いくつかの値にかかるかが決まりません"),
      Wording(
        "Half of [A] + [B], 3-year average of [A] ÷ [B] and [A] + [B] per 1,000 [C] can be read in two ways. Brackets say which is meant. So can a year behind two figures, a denial of several years running or behind several limits, for each part of a breakdown in what is denied, a change until a year, a state since a year, a change of at most so much, and to report a count: the message says what to write for either.",
        "「前年度の「A」÷「B」」「「A」＋「B」の3年平均」「「C」千人当たりの「A」＋「B」」は、二通りに読めます。「前年度の（「A」÷「B」）」「（前年度の「A」）÷「B」」のようにかっこで囲んで、どちらかを書いてください。「50%以上又は40%以下でない」のような打ち消し、何年か続けての打ち消し、打ち消す条件の中の「…ごとに」、「5%以下の増加」のような増減の限度、件数の「報告」も二通りに読めるので、それぞれの書き方をお知らせします。"
      ),
      wrong: target("every ward: [人口] is at least half of [人口] last year + [人口] 2 years ago."),
      right: target("every ward: [人口] is at least half of ([人口] last year + [人口] 2 years ago)."))
  }

  static var unclearWithin: CodePage {
    page(
      Wording("it is not said within which area others are looked at", "どの範囲の地域かが決まりません"),
      Wording(
        "With 区 < 市 < 県, the wards of an average or a rank may be those of the city or of the whole prefecture: 「wards in the prefecture」 says which. A number or a share of wards is judged for each city, which is a warning: 「the prefecture: at least 70% of wards: …」 counts them all. An average of the prefecture is one of its cities.",
        "階層が「区 < 市 < 県」のとき、「全区の平均」「上位30%」だけでは、市の中の区か、県の中の区かが決まりません。「県の全区の平均」のように範囲を書きます。「70%以上の区で」は市ごとの判定になるので警告します。県全体で数えるなら「県で、70%以上の区で…」と書きます。「県の「X」の平均」は、県の中の市の平均です。"
      ),
      wrong: target("すべての区で「実施率」が全区の上位30%に入ること。"),
      right: target("すべての区で「実施率」が県の全区の上位30%に入ること。"))
  }

  static var yearsOfSentence: CodePage {
    page(
      Wording("a year, or should, of one demand would hold for the whole target", "一つの要求の期限や努力義務が、目標全体にかかってしまいます"),
      Wording(
        "A due year, the years in force and should are those of a whole target. Where demands differ in them, each is a target of its own; what is said of all stands first, or in a clause. Limits on one figure may follow each other with their years: at least 60% by one year, at least 70% by a later one. What is demanded in one year takes the place of the target's other demands, so that it has to speak of all their figures.",
        "達成期限・適用年度・努力目標は、目標全体について決めます。要求ごとに違うときは、目標を分けてください。すべてに共通なら、文の初めか項目に書きます。同じ値についてなら、「令和8年度までに60%以上とし、令和11年度までに70%以上」のように続けて書けます。「令和9年度は、…」のような年度の要求は、目標のほかの要求の代わりになるので、そこで求める値のすべてについて書きます。"
      ),
      wrong: target("every ward: [人口] rises each year from FY2019 and [実施率] is at least 50%."),
      right: target("every ward: [人口] rises each year from FY2019."))
  }

  static var unclearExtent: CodePage {
    page(
      Wording("where does the demand on the areas end?", "地域が満たす条件がどこまでかが決まりません"),
      Wording(
        "Inside a demand, 「at least half of wards: …」 may speak of one clause or of all that follow. Put what the wards have to meet in brackets, or the number of areas last.",
        "要件の中の「半数以上の区で…」の後に「かつ」が続くと、区が満たす条件がどこまでかが決まりません。かっこで囲むか、地域の数を最後に書きます。"),
      wrong: target("すべての市で、半数以上の区で「実施率」が30%以上であり、かつ「人口」が1人以上であること。"),
      right: target("すべての市で、半数以上の区で（「実施率」が30%以上、かつ「人口」が1人以上）であること。"))
  }

  static var unknownGroup: CodePage {
    page(
      Wording("a group of areas or a class does not exist", "分類やその区分がありません"),
      Wording(
        "Groups and their classes are declared with group before rules use them.", "分類とその区分は、使う前に「分類」で宣言します。"),
      wrong: target("すべての区で「実施率」が市の同じ「規模」の区の中央値以上であること。"),
      right: "分類「規模」 「人口」による\n  「小」1万人未満\n  「大」1万人以上\n\n" + target("すべての区で「実施率」が市の同じ「規模」の区の中央値以上であること。"))
  }

  static var groupUnfit: CodePage {
    page(
      Wording("a group is not made of stretches of numbers", "分類の区分が数の区間になっていません"),
      Wording(
        "Each class is a stretch between fixed numbers, and a group has two classes at least. A class is asked for by its name.",
        "区分は決まった数の間の区間で、二つ以上必要です。分類については、区分の名前だけを問えます。"),
      wrong: "分類「規模」 「人口」による\n  「小」1万人未満", right: "分類「規模」 「人口」による\n  「小」1万人未満\n  「大」1万人以上")
  }

  static var groupHole: CodePage {
    page(
      Wording("some figure belongs to no class", "どの区分にも入らない値があります"),
      Wording("Every area belongs to exactly one class, whatever it reports.", "どの値でも、ちょうど一つの区分に入るようにします。"),
      wrong: "分類「規模」 「人口」による\n  「小」1万人未満\n  「大」2万人以上", right: "分類「規模」 「人口」による\n  「小」1万人未満\n  「大」1万人以上")
  }

  static var groupOverlap: CodePage {
    page(
      Wording("two classes of a group overlap", "二つの区分が重なっています"),
      Wording("Every area belongs to exactly one class, whatever it reports.", "どの値でも、ちょうど一つの区分に入るようにします。"),
      wrong: "分類「規模」 「人口」による\n  「小」2万人未満\n  「大」1万人以上", right: "分類「規模」 「人口」による\n  「小」1万人未満\n  「大」1万人以上")
  }

  static var peersOfWhat: CodePage {
    page(
      Wording("an average of areas does not say of what", "地域の平均が、何の平均かが書かれていません"),
      Wording(
        "「The median of wards」 is that of the figure which is held against it. Anywhere else the figure is named.",
        "「全区の中央値」は、比べる指標の中央値です。ほかの場所では指標の名前を書きます。"),
      wrong: "算出指標「差」＝「実施率」－市の全区の中央値", right: "算出指標「差」＝「実施率」－市の全区の「実施率」の中央値")
  }

  static var rankOfOtherLevel: CodePage {
    page(
      Wording("an area is ranked among areas of another level", "別の階層の地域の中の順位です"),
      Wording("Ranks are among areas of one level.", "順位は同じ階層の地域の間のものです。"),
      wrong: target("すべての市で「実施率」が市の全区の上位30%に入ること。"), right: target("すべての区で「実施率」が市の全区の上位30%に入ること。"))
  }

  static var rankUnfit: CodePage {
    page(
      Wording("a rank that everyone or no one reaches", "必ず達成か必ず未達成になる順位です"),
      Wording(
        "A rank names a share between 0% and 100%, or a number of areas.", "順位は、0%より大きく100%より小さい割合か、地域の数で書きます。"),
      wrong: target("すべての区で「実施率」が市の全区の上位100%に入ること。"), right: target("すべての区で「実施率」が市の全区の上位3区に入ること。"))
  }

  static var deviationUnfit: CodePage {
    page(
      Wording("a standard deviation stands where it cannot", "標準偏差がここには書けません"),
      Wording(
        "An average with its deviations is a bound for a figure; it is compared by squares, and is no figure of its own.",
        "標準偏差を使った値は、指標を比べる相手としてだけ書けます。平方して正確に比べるため、単独の値にはなりません。"),
      wrong: target("すべての区で「実施率」が市の全区の平均から標準偏差の0倍を引いた値以上であること。"),
      right: target("すべての区で「実施率」が市の全区の平均から標準偏差の2倍を引いた値以上であること。"))
  }

  static var levelNotAbove: CodePage {
    page(
      Wording("a level does not lie above", "上の階層ではありません"),
      Wording("An area is held by one of a higher level.", "地域を含むのは、上の階層の地域です。"),
      wrong: target("すべての市又はその区で「人口」が1人以上であること。"), right: target("すべての区又はその市で「人口」が1人以上であること。"))
  }

  static var areasNotBelow: CodePage {
    page(
      Wording("a demand speaks of areas that do not lie below", "要件の地域が、判定する地域の下にありません"),
      Wording(
        "Inside a demand, areas are those below the judged one.", "要件の中の地域は、判定する地域の下にある地域です。"),
      wrong: target("すべての区で、半数以上の市で「実施率」が30%以上であること。"),
      right: target("すべての市で、半数以上の区で「実施率」が30%以上であること。"))
  }

  static var exceptInside: CodePage {
    page(
      Wording("areas are left out by name inside a demand", "要件の中で、名前で地域を除いています"),
      Wording(
        "Areas are left out by name only where the sentence begins.", "名前で地域を除けるのは、文の主語だけです。"),
      wrong: "target 「試し」\n  stage do\n  every city: every ward except 「北区」 has [実施率] at least 30%.",
      right: "target 「試し」\n  stage do\n  every city: every ward where [人口] is at least 1人 has [実施率] at least 30%.")
  }

  static var notOfAreaAbove: CodePage {
    page(
      Wording("the area above cannot meet this demand", "上の階層の地域では満たせない要件です"),
      Wording(
        "「Every ward or its city」 is for figures: ranks, deviations and outcomes belong to the areas that they speak of.",
        "「すべての区又はその市で」は指標の値についての文です。順位や標準偏差、他の目標の判定には使えません。"),
      wrong: target("すべての区又はその市で「実施率」が市の全区の上位30%に入ること。"),
      right: target("すべての区又はその市で「実施率」が30%以上であること。"))
  }

  static var outcomeLevelUnfit: CodePage {
    page(
      Wording("the verdict's level does not lie above the areas", "判定単位が、地域の上の階層ではありません"),
      Wording(
        "One verdict for an area sums up those of the areas below it.", "判定単位の判定は、その下の地域の判定をまとめたものです。"),
      wrong: target("すべての市で「実施率」が30%以上であること。\n  判定単位 区"), right: target("すべての区で「実施率」が30%以上であること。\n  判定単位 県"))
  }

  static var unknownBreakdown: CodePage {
    page(
      Wording("a breakdown does not exist", "内訳がありません"),
      Wording("Breakdowns are declared with their parts.", "内訳は、その区分と一緒に宣言します。"),
      wrong: "指標 イ-3「飲酒割合」\n  回答形式 割合（%）\n  集計 「性別」別",
      right: "内訳「性別」 「男性」、「女性」\n\n指標 イ-3「飲酒割合」\n  回答形式 割合（%）\n  集計 「性別」別")
  }

  static var breakdownUnfit: CodePage {
    page(
      Wording("a breakdown cannot be used so", "内訳をこのようには使えません"),
      Wording(
        "A breakdown has two parts at least. A sentence for each part speaks of an indicator that is reported by them.",
        "内訳には二つ以上の区分が要ります。「ごとに」の文は、その内訳別に報告する指標について書きます。"),
      wrong: "内訳「性別」 「男性」、「女性」\n\n" + target("すべての区で「性別」ごとに「実施率」が30%以上であること。"),
      right: "内訳「性別」 「男性」、「女性」\n\n指標 イ-3「飲酒割合」\n  回答形式 割合（%）\n  集計 「性別」別\n\n"
        + target("すべての区で「性別」ごとに「飲酒割合」が10%以下であること。"))
  }

  static var unreadableBoundary: CodePage {
    CodePage(
      Wording("the years of an area cannot be read", "地域の存続する年度が読めません"),
      meaning: Wording("from and until in the areas file are fiscal years.", "地域一覧の「from」「until」には年度を書きます。"),
      wrong: "271276,北区,きたく,Kita,ward,271004,春,,", right: "271276,北区,きたく,Kita,ward,271004,R6,,")
  }

  static var boundaryReversed: CodePage {
    CodePage(
      Wording("an area ends before it begins", "地域の終わりが始まりより前です"),
      meaning: Wording("until is the last year in which the area exists, from the first.", "「from」は最初の年度、「until」は最後の年度です。"),
      wrong: "271276,北区,きたく,Kita,ward,271004,R6,R5,", right: "271276,北区,きたく,Kita,ward,271004,R5,R6,")
  }

  static var successorUnfit: CodePage {
    CodePage(
      Wording("a successor does not fit", "承継先が合いません"),
      meaning: Wording(
        "A successor is an area of the same level that begins in the year after the former one ends. An area that takes another in begins anew: in a merger counts and amounts add, and nothing else crosses the boundary.",
        "承継先は、前の地域が終わった翌年度に始まる、同じ階層の地域です。ほかを受け入れた地域も新しい地域とします。合併では数と金額だけが足され、ほかの値は境界をまたぎません。"),
      wrong: "271012,東区,ひがしく,Higashi,ward,271004,,R5,新区\n271013,新区,しんく,Shin,ward,271004,,,",
      right: "271012,東区,ひがしく,Higashi,ward,271004,,R5,新区\n271013,新区,しんく,Shin,ward,271004,R6,,")
  }

  static var rankOfNobody: CodePage {
    CodePage(
      Wording("nobody, or nobody else, takes part in a rank", "順位を付ける地域、または比べる地域がありません"),
      meaning: Wording(
        "In the judged year no area has a figure that could be ranked: the level has no areas, the figure is not applicable everywhere, or all that have zero are left out. The target is not applicable then. Where an area is compared with itself alone, as the only prefecture of a list is, it is always the first, and the target always met.",
        "判定する年度に、順位を付けられる値を持つ地域がありません（その階層に地域がない、値がどこでも対象外、または0の地域をすべて除いている）。このとき目標は対象外になります。一覧に県が一つだけのときのように、比べる地域がほかになければ、いつも1位となり、目標は必ず達成になります。"
      ),
      wrong: "すべての区で「相談件数」が全区の上位70%に入ること（0の区は除く）。\n（すべての区が0件）",
      right: "すべての区で「相談件数」が全区の上位70%に入ること。")
  }

  static var figureTooLarge: CodePage {
    CodePage(
      Wording("a figure can have too many digits", "計算される値の桁数が多くなりすぎます"),
      meaning: Wording(
        "Everything is computed exactly. Products of products, and sums of many quotients (an average of rates over areas), grow without end unless a part is rounded.",
        "計算はすべて正確に行います。掛け算を重ねた値や、地域ごとの率の平均は、途中で丸めないと桁数が増え続けます。"),
      wrong: "算出指標「率」＝「連携件数」÷「相談件数」\n目標「連携」\n  段階 評価\n  すべての区で「率」が市の「率」の平均以上であること。",
      right: "算出指標「率」＝「連携件数」÷「相談件数」を小数第1位まで四捨五入した値\n目標「連携」\n  段階 評価\n  すべての区で「率」が市の「率」の平均以上であること。")
  }
}
