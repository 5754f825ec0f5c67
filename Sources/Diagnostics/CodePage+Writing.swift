/// Pages of the codes 01xx: how a rule is written.
extension CodePage {
  static var unknownWord: CodePage {
    CodePage(
      Wording("a word is not part of the rule language", "ルールの言葉にない語があります"),
      meaning: Wording(
        "Outside 「…」 and [ … ] only words of the rule language may stand. Names of indicators, targets and areas are put in marks.",
        "「…」や［…］の外には、ルールの言葉しか書けません。指標・目標・区などの名前は「」で囲みます。"),
      wrong: "すべての区で協議回数が3回以上であること。",
      right: "すべての区で「協議回数」が3回以上であること。",
      inEnglish: ("every ward: [rate] improves.", "every ward: [rate] rises."))
  }

  static var unclosedMark: CodePage {
    CodePage(
      Wording("a name or a text is not closed", "名前や文の囲みが閉じられていません"),
      meaning: Wording(
        "Names stand in 「…」 or […], texts in \"…\" or 『…』, and both close on their line.", "名前は「…」か［…］、文は\"…\"か『…』で囲み、同じ行で閉じます。"),
      wrong: "すべての区で「協議回数が3回以上であること。", right: "すべての区で「協議回数」が3回以上であること。",
      inEnglish: ("every ward: [council meetings is at least 3回.", "every ward: [council meetings] is at least 3回."))
  }

  static var unreadableNumber: CodePage {
    CodePage(
      Wording("a number cannot be read", "数として読めません"),
      meaning: Wording(
        "A number has at most 15 digits and 6 decimals. Commas stand between groups of three digits, or not at all.",
        "数は15桁以内・小数第6位までです。区切りのコンマは3桁ごとに置くか、使いません。"),
      wrong: "すべての区で「相談件数」が17,06件以上であること。", right: "すべての区で「相談件数」が1,706件以上であること。",
      inEnglish: ("every ward: [consultations] is at least 17,06件.", "every ward: [consultations] is at least 1,706件."))
  }

  static var calendarYear: CodePage {
    CodePage(
      Wording("a year does not say that it is a fiscal year", "年度かどうかが分かりません"),
      meaning: Wording(
        "Rules speak of fiscal years: 平成27年度, FY2015. A year without 度 is a calendar year, which only an indicator by calendar year has.",
        "ルールでは年度を使います。「年」だけの年は、「集計 暦年」の指標にだけ使えます。"),
      wrong: "適用 令和3年から", right: "適用 令和3年度から",
      inEnglish: ("by 2030, every ward: [rate] is at least 60%.", "by FY2030, every ward: [rate] is at least 60%."))
  }

  static var pastEra: CodePage {
    CodePage(
      Wording("a year is counted in an era that has ended", "終わった元号の年度です"),
      meaning: Wording(
        "Old plans name years such as 平成37年度. They are read as the year they mean.", "古い計画にある「平成37年度」などは、その年度として読みます。"),
      wrong: "適用 平成37年度から", right: "適用 令和7年度から")
  }

  static var impossibleDate: CodePage {
    CodePage(
      Wording("a date or a year does not exist", "ない日付・年度です"),
      meaning: Wording(
        "The calendar has no such day, or the year lies outside 1868 to 2200.", "暦にない日か、1868年から2200年までの範囲にない年度です。"),
      wrong: "市で「計画策定日」が6月31日までであること。", right: "市で「計画策定日」が6月30日までであること。",
      inEnglish: (
        "the city: [day of the plan] is on or before 2024-06-31.", "the city: [day of the plan] is on or before 2024-06-30."
      ))
  }

  static var unexpectedWord: CodePage {
    CodePage(
      Wording("something else is expected at this place", "ここには別の語が必要です"),
      meaning: Wording(
        "The words are known, but not in this order. The message says what is expected at the place that is marked.",
        "語はルールの言葉ですが、並び方が文になりません。印の位置に何が必要かをメッセージが示します。"),
      wrong: "目標 すべての区で「協議回数」が3回以上であること。", right: "目標「推進会議の開催」すべての区で「協議回数」が3回以上であること。",
      inEnglish: (
        "every ward achieves a 25% reduction in [consultations] from FY2019.",
        "every ward: [consultations] falls by at least 25% from FY2019."
      ))
  }

  static var missingSubject: CodePage {
    CodePage(
      Wording("a requirement does not say who has to meet it", "誰が満たすべき要件かがありません"),
      meaning: Wording(
        "A requirement says who, what and how much: every ward, at least 23 wards, the city.",
        "要件には「どの区が・何を・どれだけ」を書きます。「すべての区で」「23区以上で」「市で」などで始めます。"),
      wrong: "「協議回数」が3回以上であること。", right: "すべての区で「協議回数」が3回以上であること。",
      inEnglish: ("[council meetings] is at least 3回.", "every ward: [council meetings] is at least 3回."))
  }

  static var mixedJoints: CodePage {
    CodePage(
      Wording("and stands beside or without brackets", "「かつ」と「又は」がかっこなしで並んでいます"),
      meaning: Wording(
        "With both in one sentence it is not certain what belongs together. Brackets say it.",
        "一つの文に両方があると、どこまでが一まとまりか決まりません。かっこで示します。"),
      wrong: "すべての区で「A」が1回以上かつ「B」が1回以上又は「C」が1回以上であること。",
      right: "すべての区で（「A」が1回以上かつ「B」が1回以上）又は「C」が1回以上であること。",
      inEnglish: (
        "every ward: [A] is at least 1 and [B] is at least 1 or [C] is at least 1.",
        "every ward: ([A] is at least 1 and [B] is at least 1) or [C] is at least 1."
      ))
  }

  static var ambiguousList: CodePage {
    CodePage(
      Wording("each or the sum?", "それぞれか、合計か"),
      meaning: Wording(
        "Two figures before one limit may mean each of them or both together.", "二つの指標に一つの数では、それぞれの値か合計の値かが決まりません。"),
      wrong: "すべての区で「A」及び「B」が80%以上であること。", right: "すべての区で「A」及び「B」がいずれも80%以上であること。",
      inEnglish: ("every ward: [A] and [B] are at least 80%.", "every ward: [A] and [B] are each at least 80%."))
  }

  static var outsideDeclaration: CodePage {
    CodePage(
      Wording("a line belongs to no declaration", "どの宣言にも属さない行です"),
      meaning: Wording(
        "A rulebook is made of declarations, which begin with program, item, indicator, target and so on, first on a line.",
        "ルールブックは「事業」「項目」「指標」「目標」などで始まる宣言からなり、その語は行の先頭に書きます。"),
      wrong: "すべての区で「協議回数」が3回以上であること。", right: "目標「推進会議の開催」 段階 実行\n  すべての区で「協議回数」が3回以上であること。",
      inEnglish: (
        "every ward: [council meetings] is at least 3回.",
        "target [councils meet]\n  stage do\n  every ward: [council meetings] is at least 3回."
      ))
  }

  static var nestedTooDeeply: CodePage {
    CodePage(
      Wording("brackets or conditions are nested too deeply", "入れ子が深すぎます"),
      meaning: Wording("More than 64 levels are refused. Split the rule.", "入れ子は64段までです。ルールを分けてください。"),
      wrong: "すべての区で（（（…「X」が3回以上…）））。", right: "すべての区で「X」が3回以上であること。")
  }

  static var brokenText: CodePage {
    CodePage(
      Wording("a rule file is not UTF-8 text", "ルールのファイルがUTF-8ではありません"),
      meaning: Wording("Some bytes of the file are not text in UTF-8.", "ファイルの中にUTF-8として読めない部分があります。"),
      wrong: "（Shift_JISなどで保存したファイル）", right: "（UTF-8で保存したファイル）")
  }

  static var reservedWord: CodePage {
    CodePage(
      Wording("a unit or a level is called like a word of the language", "単位や階層の語がルールの言葉と同じです"),
      meaning: Wording(
        "The words of the language cannot be declared again, or sentences could be read in two ways.",
        "ルールの言葉と同じ語を単位や階層に使うと、文が二通りに読めてしまいます。"),
      wrong: "単位 合計", right: "単位 世帯")
  }

  static var multipleOfWhat: CodePage {
    CodePage(
      Wording("changed, halved or multiplied since when?", "どの年度からの増減や倍増かが書かれていません"),
      meaning: Wording(
        "A multiple of a figure is one of its value in some year, and a change by a due year begins in some year. That year has to be named; last year is not guessed.",
        "「半減」「3倍に増やす」は、ある年度の値に対する倍数です。「令和12年度までに30%減少」も、ある年度からの変化です。その年度を書きます（前年度と推測することはしません）。"),
      wrong: "すべての区で「相談件数」を3倍に増やすこと。", right: "すべての区で「相談件数」を令和元年度の3倍に増やすこと。",
      inEnglish: (
        "every ward: [consultations] is reduced to half by FY2026.",
        "every ward: [consultations] is reduced to half from FY2019 by FY2026."
      ))
  }

  static var dueTwice: CodePage {
    CodePage(
      Wording("a target is given two due years, or two spans of years", "達成期限や適用の年度が二つあります"),
      meaning: Wording(
        "A target has one due year and one span of years in force, written as clauses or in its sentence. Demands of single years begin with the year instead.",
        "達成期限も適用の年度も、一つの目標に一つです。項目で書いても、文の中に「…年度末までに」と書いても同じです。途中の年度の要求は「…年度は、…」と書きます。"),
      wrong: "目標「受診率」 段階 評価\n  すべての区で「受診率」を令和8年度末までに60%以上とすること。\n  達成期限 令和11年度",
      right: "目標「受診率」 段階 評価\n  すべての区で「受診率」を60%以上とすること。\n  令和8年度は、すべての区で「受診率」が50%以上であること。\n  達成期限 令和11年度")
  }

  static var besideEachOther: CodePage {
    CodePage(
      Wording("two values stand beside each other", "二つの値が、間に語のないまま並んでいます"),
      meaning: Wording(
        "Two limits without a word between them can only be a lower and an upper one. Anything else is joined by and, or said as a change.",
        "間に語のないまま並べられるのは、下限と上限（60%以上80%以下）だけです。二つの条件なら「かつ」でつなぎ、増減なら「…以上増やす」「…以上上回る」と書きます。"),
      wrong: "すべての区で「受診率」を全国平均60%以上とする。", right: "すべての区で「受診率」を60%以上、かつ全国平均以上とする。",
      inEnglish: ("every ward: [rate] is 60% 80%.", "every ward: [rate] is at least 60% and at most 80%."))
  }

  static var bareNumber: CodePage {
    CodePage(
      Wording("a number without at least, at most or exactly", "「以上」「以下」「ちょうど」のない数"),
      meaning: Wording(
        "Behind a verb of doing, as in holds 3, a number is asked for at least; behind is, とする and である it is asked for exactly. What is to be achieved (を達成する, を目指す) is read as at least. 0 and 100% need no word.",
        "「500人養成する」「3回開催する」のように行う動詞の前の数は「以上」です。「とする」「にする」「である」の前の数は「ちょうど」その数です。「を達成する」「を目指す」の前の数は「以上」と読みます。0と100%には語は要りません。"),
      wrong: "すべての区で「受診率」を60%とする。", right: "すべての区で「受診率」を60%以上とする。",
      inEnglish: ("every ward: [rate] is 60%.", "every ward: [rate] is at least 60%."))
  }
}
