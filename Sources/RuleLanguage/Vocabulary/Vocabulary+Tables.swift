extension Vocabulary {
  /// Every word of the language in every spelling.
  package static let entries: [VocabularyEntry] =
    declarations + programClauses + indicatorClauses + targetClauses + scoreClauses + subjects + amongAreas
    + bounds + joins + figures + values + particles

  /// Words that open a declaration, where they stand first on their line.
  private static let declarations = [
    VocabularyEntry(.program, ["program"], ["事業"]),
    VocabularyEntry(.include, ["include"], ["別紙"]),
    VocabularyEntry(.unit, ["unit"], ["単位"]),
    VocabularyEntry(.scale, ["scale"], ["回答区分"]),
    VocabularyEntry(.item, ["item"], ["項目"]),
    VocabularyEntry(.indicator, ["indicator"], ["指標"]),
    VocabularyEntry(.table, ["table"], ["内訳表"]),
    VocabularyEntry(.measure, ["measure"], ["算出指標"]),
    VocabularyEntry(.parameter, ["parameter"], ["設定値"]),
    VocabularyEntry(.group, ["group"], ["分類"]),
    VocabularyEntry(.breakdown, ["breakdown"], ["内訳"]),
    VocabularyEntry(.target, ["target"], ["目標"]),
    VocabularyEntry(.waive, ["waive"], ["猶予"]),
    VocabularyEntry(.overall, ["overall"], ["総合評価"]),
    VocabularyEntry(.example, ["example"], ["例"]),
  ]

  private static let programClauses = [
    VocabularyEntry(.fiscalYearStarts, ["fiscal year starts"], ["年度開始"]),
    VocabularyEntry(.levels, ["levels"], ["階層"]),
    VocabularyEntry(.since, ["since"], ["開始"]),
    VocabularyEntry(.planPeriod, ["plan period"], ["計画期間", "計画期間中"]),
    VocabularyEntry(.answerEveryGap, ["answer every gap"], ["未達成には改善を求める"]),
  ]

  private static let indicatorClauses = [
    VocabularyEntry(.lowestFirst, ["lowest first"], ["低い順"]),
    VocabularyEntry(.highestFirst, ["highest first"], ["高い順"]),
    VocabularyEntry(.also, ["also"], ["記入例"]),
    VocabularyEntry(.question, ["question"], ["設問"]),
    VocabularyEntry(.measuredAs, ["measured as"], ["回答形式"]),
    VocabularyEntry(.countIn, ["count in"], ["回数", "件数", "人数", "箇所数", "か所数"]),
    VocabularyEntry(.numberIn, ["number in", "number"], ["数値", "割合", "率"]),
    VocabularyEntry(.amountIn, ["amount in"], ["金額"]),
    VocabularyEntry(.statusOf, ["status"], ["区分"]),
    VocabularyEntry(.yesOrNo, ["yes or no"], ["はい・いいえ", "はい･いいえ"]),
    VocabularyEntry(.dateAnswer, ["date"], ["日付"]),
    VocabularyEntry(.textAnswer, ["text"], ["文章"]),
    VocabularyEntry(.choiceOf, ["choice of"], ["選択"]),
    VocabularyEntry(.decimals, ["decimals", "decimal"], ["位"]),
    VocabularyEntry(.decimalPlace, [], ["小数第"]),
    VocabularyEntry(.reportedBy, ["reported by"], ["報告者"]),
    VocabularyEntry(.givenByBureau, ["given by the bureau"], ["市が把握", "所管課が把握"]),
    VocabularyEntry(.range, ["range"], ["範囲"]),
    VocabularyEntry(.introduced, ["introduced in"], ["導入"]),
    VocabularyEntry(.recordOnly, ["record only"], ["記録のみ"]),
    VocabularyEntry(.surveyed, ["surveyed in"], ["調査年度"]),
    VocabularyEntry(.byCalendarYear, ["by calendar year"], ["集計 暦年", "暦年集計"]),
    VocabularyEntry(.total, ["total"], ["合計", "総数"]),
    VocabularyEntry(.ofWhich, ["of which"], ["再掲"]),
    VocabularyEntry(.multipleAnswers, ["multiple answers"], ["複数回答"]),
    VocabularyEntry(.countedBy, [], ["集計"]),
    VocabularyEntry(.classedBy, [], ["別"]),
  ]

  private static let targetClauses = [
    VocabularyEntry(.stage, ["stage"], ["段階"]),
    VocabularyEntry(.plan, ["plan"], ["計画"]),
    VocabularyEntry(.do, ["do"], ["実行", "実施"]),
    VocabularyEntry(.check, ["check"], ["評価"]),
    VocabularyEntry(.act, ["act"], ["改善"]),
    VocabularyEntry(.inForce, ["in force"], ["適用"]),
    VocabularyEntry(.due, ["due"], ["達成期限"]),
    VocabularyEntry(.planYear, ["plan year"], []),
    VocabularyEntry(.yearOrdinal, [], ["年目"]),
    VocabularyEntry(.exceptWhen, ["except when"], ["ただし"]),
    VocabularyEntry(.exempt, ["nothing is required"], ["この限りでない", "この限りではない"]),
    VocabularyEntry(.severity, ["severity"], ["重要度"]),
    VocabularyEntry(.must, ["must", "shall"], ["必須"]),
    VocabularyEntry(.should, ["should"], ["努力目標"]),
    VocabularyEntry(.modal, ["will", "is to", "are to", "has to", "have to", "needs to", "need to"], []),
    VocabularyEntry(
      .strive, [],
      [
        "よう努める", "よう努めること", "ように努める", "ように努めること", "よう努めなければならない", "ように努めなければならない", "を目指す", "を目指すこと", "が望ましい",
      ]),
    VocabularyEntry(.because, ["because"], ["根拠", "理由"]),
    VocabularyEntry(.advice, ["advice"], ["助言"]),
    VocabularyEntry(.owner, ["owner"], ["担当"]),
    VocabularyEntry(.outcomePer, ["outcome per"], ["判定単位"]),
    VocabularyEntry(.concerning, [], ["対象"]),
    VocabularyEntry(.period, [], ["期間"]),
    VocabularyEntry(.given, ["given"], ["前提"]),
    VocabularyEntry(.expect, ["expect"], ["判定"]),
    VocabularyEntry(.graded, ["graded"], []),
    VocabularyEntry(.scoring, ["scoring"], ["得点"]),
  ]

  private static let scoreClauses = [
    VocabularyEntry(.score, ["score"], ["配点"]),
    VocabularyEntry(.at, ["at"], []),
    VocabularyEntry(.grade, ["grade by share of target"], ["評価区分"]),
    VocabularyEntry(.showAchievement, ["show achievement"], ["達成率を表示"]),
    VocabularyEntry(.averageOfGrades, ["average of grades"], ["評価の平均"]),
    VocabularyEntry(.roundedWhole, ["rounded"], []),
    VocabularyEntry(.leftOut, ["left out"], ["除外"]),
    VocabularyEntry(.whenAnyMissed, ["if any is missed"], ["一つでも未達成のときは"]),
  ]

  private static let subjects = [
    VocabularyEntry(.every, ["every", "all"], ["すべての", "全ての", "各", "全", "いずれの", "どの"]),
    VocabularyEntry(
      .except, ["except", "other than", "except those", "other than those", "except for", "excluding"],
      ["除く", "除いた", "除き", "以外"]),
    VocabularyEntry(.whereWord, ["where", "with", "in which"], []),
    VocabularyEntry(.the, ["the", "its"], []),
    VocabularyEntry(.it, ["it"], []),
    VocabularyEntry(.possessive, ["'s"], []),
    VocabularyEntry(.of, ["of"], []),
    VocabularyEntry(.thatWord, ["that", "which"], []),
    VocabularyEntry(.amongWord, ["among"], ["うち"]),
    VocabularyEntry(
      .verb,
      [
        "has", "have", "holds", "hold", "records", "record", "achieves", "achieve", "provides", "provide", "conducts", "conduct",
        "shows", "show", "keeps", "keep", "stays", "stay", "remains", "remain", "ranks", "rank",
        "attains", "attain", "held", "achieved", "attained",
      ], []),
    VocabularyEntry(.isWord, ["is", "are", "be", "been"], []),
    VocabularyEntry(
      .deed,
      [
        "set up", "established", "drawn up", "published", "adopted", "carried out", "appointed", "in place", "sets up",
        "establishes", "establish", "draws up", "draw up", "publishes", "publish", "adopts", "adopt", "carries out", "carry out",
        "appoints", "appoint",
      ],
      [
        "開催する", "開催すること", "開催している", "開催していること", "開催されている", "開催されていること", "実施する", "実施すること", "実施している", "実施していること",
        "実施されている", "実施されていること", "行う", "行うこと", "行っている", "行っていること", "開く", "開くこと", "設置する", "設置すること", "設置している", "設置していること", "設置されている",
        "設置されていること", "確保する",
        "確保すること", "確保している", "確保していること", "策定する", "策定すること", "策定している", "策定していること", "策定されている", "策定されていること", "整備する", "整備すること",
        "整備している", "整備していること", "整備されている", "整備されていること", "公表する",
        "公表すること", "公表している", "公表していること", "公表されている", "公表されていること", "配置する", "配置すること", "配置している", "配置していること", "養成する", "養成すること",
        "養成している", "養成していること", "策定済み", "設置済み", "整備済み", "実施済み", "配置されている", "配置されていること",
        "保有する", "保有すること", "保有している", "保有していること", "設置しなければならない", "実施しなければならない", "開催しなければならない", "策定しなければならない", "公表しなければならない",
        "整備しなければならない",
        "配置しなければならない", "確保しなければならない", "作成しなければならない", "開催した", "実施した", "行った", "開いた", "設置した", "確保した",
        "策定した", "整備した", "公表した", "配置した", "養成した", "作成する", "作成すること", "作成している", "作成していること", "作成した", "作成されている", "作成されていること", "指定する",
        "指定すること", "指定している", "指定していること", "指定した", "指定されている", "指定されていること", "締結する", "締結すること", "締結している", "締結していること", "締結した", "締結されている",
        "締結されていること", "設定する", "設定すること", "設定している", "設定していること", "設定した", "設定されている", "設定されていること",
      ],
      joining: ["開催し", "実施し", "行い", "設置し", "確保し", "策定し", "整備し", "公表し", "配置し", "養成し", "保有し", "作成し", "指定し", "締結し", "設定し"]),
    VocabularyEntry(
      .undone, [],
      [
        "開催していない", "開催していないこと", "実施していない", "実施していないこと", "行っていない", "行っていないこと", "設置していない", "設置していないこと", "確保していない", "策定していない",
        "整備していない", "公表していない", "配置していない", "確保していないこと", "策定していないこと", "整備していないこと", "公表していないこと", "配置していないこと", "養成していない", "養成していないこと",
        "作成していない", "作成していないこと", "指定していない", "指定していないこと", "締結していない", "締結していないこと", "設定していない", "設定していないこと", "設置されていない", "開催されていない",
        "実施されていない", "策定されていない", "整備されていない", "公表されていない", "配置されていない", "作成されていない", "指定されていない", "締結されていない", "設定されていない",
      ]),
    VocabularyEntry(
      .reports, ["reports", "report", "reported", "submits", "submit"],
      [
        "報告する", "報告すること", "報告している", "報告していること", "報告されている", "報告されていること", "記載する", "記載すること", "記載している", "記載していること", "報告しなければならない",
        "提出しなければならない",
        "記入している", "記入していること", "提出する",
        "提出すること", "提出している", "提出していること", "報告した", "提出した", "提出されている", "提出されていること", "記載した", "記載されている", "記載されていること", "記入する", "記入すること",
        "記入した",
      ], joining: ["報告し", "報告しており", "提出し", "提出しており", "記載し", "記入し"]),
    VocabularyEntry(
      .unreported, [],
      ["報告していない", "報告していないこと", "報告されていない", "提出していない", "提出していないこと", "提出されていない", "記載していない", "記載していないこと", "記入していない", "記入していないこと"],
      joining: ["報告しておらず"]),
    VocabularyEntry(.each, ["each", "both"], ["いずれも", "それぞれ", "ともに", "すべて"]),
    VocabularyEntry(.either, ["either"], ["いずれか", "いずれかが"]),
    VocabularyEntry(.row, ["row"], ["行"]),
  ]

  /// Areas among each other: classes, ranks, deviations.
  private static let amongAreas = [
    VocabularyEntry(.orIts, ["or its"], ["又はその", "またはその"]),
    VocabularyEntry(.accordingTo, [], ["による", "により分類"]),
    VocabularyEntry(.forEach, ["for each"], []),
    VocabularyEntry(.perEach, [], ["ごとに", "ごと", "別に"]),
    VocabularyEntry(.top, ["in the top", "among the top"], ["上位"]),
    VocabularyEntry(.bottom, ["in the bottom", "among the bottom"], ["下位"]),
    VocabularyEntry(.same, ["the same"], []),
    VocabularyEntry(.belongs, [], ["入る", "入ること", "入っている", "入っていること"], joining: ["入り", "入っており"]),
    VocabularyEntry(.zerosLeftOut, ["areas at zero left out"], []),
    VocabularyEntry(.atZeroLeftOut, ["at zero left out"], []),
    VocabularyEntry(.standardDeviations, ["standard deviations", "standard deviation"], ["標準偏差"]),
    VocabularyEntry(.reducedBy, ["less"], []),
    VocabularyEntry(.increasedBy, ["plus"], []),
    VocabularyEntry(.subtracted, [], ["引いた値"]),
    VocabularyEntry(.added, [], ["加えた値", "足した値", "上乗せした値"]),
    VocabularyEntry(.nonexistent, [], ["ない", "ないこと", "存在しない", "存在しないこと"], joining: ["なく"]),
    VocabularyEntry(.inArea, [], ["管内に", "管内で", "管内の"]),
  ]

  private static let bounds = [
    VocabularyEntry(
      .atLeast,
      [
        "at least", "no less than", "not less than", "no fewer than", "no lower than", "at or above", "greater than or equal to",
        "equal to or greater than",
        "a minimum of", "or more", "or higher",
        "or above", "reaches",
        "reach", "reached", "does not fall below", "do not fall below", "does not drop below", ">=", "≥",
      ],
      [
        "以上", "少なくとも", "最低", "下回らない", "下回らないこと", "下回っていない", "下回っていないこと", "達する", "達すること", "達している", "達していること", "達した", "下回らなかった",
        "≧",
      ],
      joining: ["下回らず", "達し"]),
    VocabularyEntry(
      .atMost,
      [
        "at most", "no more than", "not more than", "no higher than", "no longer than", "at or below", "less than or equal to",
        "equal to or less than",
        "a maximum of", "or less", "or lower", "or below",
        "or fewer", "does not exceed", "do not exceed", "up to", "<=", "≤",
      ],
      [
        "以下", "以内", "超えない", "超えないこと", "上回らない", "上回らないこと", "抑える", "抑えること", "超えていない", "超えていないこと", "上回っていない", "上回っていないこと", "超えなかった",
        "上回らなかった", "≦",
      ],
      joining: ["超えず", "上回らず"]),
    VocabularyEntry(
      .moreThan, ["more than", "greater than", "higher than", "over", "above", "exceeds", "exceed", "after", ">"],
      [
        "超える", "超えること", "超えて", "超えている", "超えていること", "超", "上回る", "上回ること", "上回っている", "上回っていること", "多い", "多いこと", "大きい", "大きいこと", "高い",
        "高いこと", "超えた", "上回った",
      ],
      joining: ["超え", "上回り"]),
    VocabularyEntry(
      .lessThan,
      ["less than", "fewer than", "lower than", "under", "below", "falls below", "fall below", "drops below", "before", "<"],
      [
        "未満", "下回る", "下回ること", "下回っている", "下回っていること", "少ない", "少ないこと", "小さい", "小さいこと", "低い", "低いこと", "満たない", "満たないこと", "下回った",
        "達しない", "達していない",
      ],
      joining: ["下回り"]),
    VocabularyEntry(
      .equal, ["equals", "equal", "equal to"], ["一致する", "一致すること", "一致している", "一致していること", "等しい", "等しいこと", "同じ"],
      joining: ["一致し", "等しく"]),
    VocabularyEntry(
      .notEqual, ["is not", "are not", "does not equal", "≠"], ["でない", "でないこと", "ではない", "ではないこと", "一致しない", "一致しないこと"],
      joining: ["でなく", "ではなく"]),
    VocabularyEntry(.onOrBefore, ["on or before", "no later than"], ["以前"]),
    VocabularyEntry(.onOrAfter, ["on or after"], ["以降", "以後"]),
    VocabularyEntry(.between, ["between"], []),
    VocabularyEntry(.exactly, ["exactly"], ["ちょうど"]),
    VocabularyEntry(
      .doesNotFall,
      ["does not fall", "do not fall", "does not decrease", "is maintained", "maintained", "maintains", "maintain"],
      [
        "減少しない", "減少しないこと", "減少していない", "減少していないこと", "維持する", "維持すること", "維持されている", "維持されていること", "維持・向上している", "維持・向上していること",
        "維持・向上した",
        "低下しない", "低下しないこと", "下がらない",
        "下がらないこと", "減らない", "減らないこと", "低下していない", "低下していないこと", "減っていない", "減っていないこと", "下がっていない", "下がっていないこと", "減らさない", "減らさないこと",
        "減少させない", "減少させないこと", "低下させない", "低下させないこと", "下げない", "下げないこと", "維持", "維持している", "維持していること", "維持・向上",
        "維持・向上する", "維持・向上すること", "維持・向上させる", "維持・向上させること",
      ],
      joining: ["減少せず", "低下せず", "維持し", "維持しており"]),
    VocabularyEntry(
      .doesNotRise, ["does not rise", "do not rise", "does not increase"],
      [
        "増加しない", "増加しないこと", "上昇しない", "上昇しないこと", "上がらない", "上がらないこと", "増えない", "増えないこと", "増加していない", "増加していないこと", "上昇していない",
        "上昇していないこと", "増えていない", "増えていないこと", "増やさない", "増やさないこと", "増加させない", "増加させないこと", "上げない", "上げないこと",
      ],
      joining: ["増加せず", "上昇せず"]),
    VocabularyEntry(
      .rises,
      ["rises", "rise", "increases", "increase", "increased", "raises", "raise", "raised", "risen", "grows", "grow", "grown"],
      [
        "増加", "増加する", "増加すること", "増加した", "増加している", "増加していること", "上昇", "上昇する", "上昇すること", "上昇した", "上昇している", "上昇していること", "上がる",
        "上がること", "増える", "増えること",
        "増やす", "増やすこと", "上げる", "上げること", "増加させる", "増加させること", "向上する", "向上すること", "向上している", "向上していること", "引き上げる", "引き上げること", "増",
        "拡大する", "拡大すること", "高める", "高めること", "上昇させる", "上昇させること", "向上させる", "向上させること", "延伸する", "延伸すること", "延ばす", "延ばすこと", "増えた",
        "増えている", "上がった", "上がっている",
      ],
      joining: ["増加し", "増加しており", "上昇し", "上がり", "増やし", "引き上げ", "拡大し", "高め", "向上し", "向上させ", "延伸し"]),
    VocabularyEntry(
      .falls,
      [
        "falls", "fall", "decreases", "decrease", "decreased", "reduces", "reduce", "reduced", "lowered", "fallen", "drops",
        "drop", "cuts", "cut", "narrows", "declines", "decline", "declined",
      ],
      [
        "減少", "減少する", "減少すること", "減少した", "減少している", "減少していること", "低下", "低下する", "低下すること", "低下している", "低下していること", "下がる", "下がること", "減る",
        "減ること",
        "減らす", "減らすこと", "下げる", "下げること", "減少させる", "減少させること", "削減する", "削減すること", "削減している", "削減していること", "引き下げる", "引き下げること", "減",
        "縮小する", "縮小すること", "短縮する", "短縮すること", "低減する", "低減すること", "抑制する", "抑制すること", "低下した", "減った", "減っている", "下がった", "下がっている",
      ],
      joining: ["減少し", "低下し", "下がり", "減らし", "引き下げ", "縮小し", "短縮し", "低減し", "抑制し"]),
    VocabularyEntry(.halved, ["halved", "halves", "halve"], ["半減", "半減する", "半減すること", "半減させる", "半減させること"]),
    VocabularyEntry(.doubled, ["doubled", "doubles", "double"], ["倍増", "倍増する", "倍増すること", "倍増させる", "倍増させること"]),
    VocabularyEntry(
      .upward, ["an upward trend"], ["増加傾向", "増加傾向にある", "増加傾向にあること", "上昇傾向", "上昇傾向にある", "上昇傾向にあること"],
      joining: ["増加傾向にあり", "上昇傾向にあり"]),
    VocabularyEntry(
      .downward, ["a downward trend"], ["減少傾向", "減少傾向にある", "減少傾向にあること", "低下傾向", "低下傾向にある", "低下傾向にあること"],
      joining: ["減少傾向にあり", "低下傾向にあり"]),
    VocabularyEntry(.gap, ["gap between", "difference between"], ["差", "格差"]),
    VocabularyEntry(.shareOf, ["share of", "proportion of", "percentage of", "ratio of"], ["占める", "対する"]),
    VocabularyEntry(.resolved, [], ["解消する", "解消すること", "なくす", "なくすこと"]),
    VocabularyEntry(.within, ["within"], []),
    VocabularyEntry(.vague, ["about", "approximately"], ["程度", "約", "おおむね", "概ね", "前後"]),
    VocabularyEntry(
      .onPath, ["on the path"], ["計画線上", "計画線上にある", "計画線上にあること"], joining: ["計画線上にあり"]),
  ]

  private static let joins = [
    VocabularyEntry(.and, ["and", "but"], ["かつ"]),
    VocabularyEntry(.or, ["or"], ["又は", "または", "若しくは", "もしくは", "か"]),
    VocabularyEntry(.not, ["not"], []),
    VocabularyEntry(.listAnd, [], ["及び", "および", "並びに", "ならびに", "と"]),
    VocabularyEntry(.unless, ["unless"], []),
    VocabularyEntry(.when, ["when", "if"], ["ときは", "とき", "ときには", "場合は", "場合", "場合には"]),
    VocabularyEntry(.forWord, ["for"], []),
  ]

  private static let figures = [
    VocabularyEntry(
      .lastYear, ["last year", "the previous year", "previous year"],
      ["前年度", "昨年度", "対前年度", "前年度の実績", "前年度実績", "昨年度の実績", "昨年度実績", "前年度の水準"]),
    VocabularyEntry(.yearBeforeLast, ["the year before last"], ["前々年度", "一昨年度"]),
    VocabularyEntry(.annually, ["a year", "per year", "each year", "every year"], ["年", "毎年", "毎年度", "年間"]),
    VocabularyEntry(.thisYear, ["this year"], ["今年度", "当年度", "本年度"]),
    VocabularyEntry(.yearsAgo, ["years ago", "year ago"], ["年前", "年度前"]),
    VocabularyEntry(.lastPeriod, ["last period"], ["前期"]),
    VocabularyEntry(.lastSurvey, ["last survey"], ["前回調査", "前回の調査"]),
    VocabularyEntry(.planStart, ["the first plan year"], ["計画初年度", "計画期間の初年度"]),
    VocabularyEntry(.survey, ["survey"], ["調査"]),
    VocabularyEntry(.actual, ["level", "value", "baseline"], ["実績", "実績値", "水準"]),
    VocabularyEntry(.apiece, [], ["ずつ"]),
    VocabularyEntry(.past, ["past"], ["過去"]),
    VocabularyEntry(.latest, ["latest"], ["直近"]),
    VocabularyEntry(.yearsWord, ["years", "year"], []),
    VocabularyEntry(.nationalAverage, ["national average"], ["全国平均", "全国値"]),
    VocabularyEntry(
      .running, ["years running", "years in a row", "consecutive years"], ["年連続", "年連続して", "年度連続", "年続けて", "年とも", "年ともに"]),
    VocabularyEntry(.cumulated, ["cumulated"], ["累計"]),
    VocabularyEntry(.riseIn, ["rise in", "increase in"], ["増加分", "上昇分", "伸び"]),
    VocabularyEntry(.fallIn, ["fall in", "decrease in"], ["減少分", "低下分"]),
    VocabularyEntry(.growthIn, ["growth in", "growth of"], ["増加率", "伸び率"]),
    VocabularyEntry(.declineIn, ["decline in", "decline of"], ["減少率"]),
    VocabularyEntry(.yearAverage, ["-year average of"], ["年平均", "か年平均", "年間の平均", "年の平均", "か年の平均"]),
    VocabularyEntry(.yearSlope, ["-year slope of"], ["年間の傾き", "か年の傾き"]),
    VocabularyEntry(.per, ["per"], ["当たり", "あたり", "当り"]),
    VocabularyEntry(.path, ["path"], ["計画値"]),
    VocabularyEntry(.via, ["via"], ["経て"]),
    VocabularyEntry(.shortfall, ["shortfall"], ["不足分"]),
    VocabularyEntry(.inWord, ["in"], []),
    VocabularyEntry(.from, ["from", "compared with", "compared to", "relative to"], ["から"]),
    VocabularyEntry(.until, ["until", "through"], ["まで", "までに"]),
    VocabularyEntry(.to, ["to"], []),
    VocabularyEntry(.on, ["on", "onwards", "onward"], []),
    VocabularyEntry(.average, ["average"], ["平均", "平均値"]),
    VocabularyEntry(.median, ["median"], ["中央値"]),
    VocabularyEntry(.highest, ["highest"], ["最大", "最大値", "最高", "最高値"]),
    VocabularyEntry(.lowest, ["lowest"], ["最小", "最小値", "最低値"]),
    VocabularyEntry(.numberOf, ["number of"], []),
    VocabularyEntry(.count, [], ["数"]),
    VocabularyEntry(.sumOf, ["sum of"], []),
    VocabularyEntry(.rounded, [], ["四捨五入した値", "四捨五入した", "四捨五入"]),
    VocabularyEntry(.roundedTo, ["rounded to"], []),
    VocabularyEntry(.percent, ["%", "percent", "per cent"], ["%", "パーセント"]),
    VocabularyEntry(.timesWord, ["times"], ["倍"]),
    VocabularyEntry(.half, ["half"], []),
    VocabularyEntry(.twice, ["twice"], []),
    VocabularyEntry(.points, ["points", "point", "percentage points", "percentage point"], ["ポイント", "%ポイント"]),
  ]

  private static let values = [
    VocabularyEntry(.yes, ["yes"], ["はい"]),
    VocabularyEntry(.no, ["no"], ["いいえ"]),
    VocabularyEntry(.met, ["met", "meets", "meet"], ["達成", "達成した", "達成している"], joining: ["達成しており"]),
    VocabularyEntry(.missed, ["missed", "misses", "miss", "did not meet"], ["未達成", "達成していない", "達成しなかった", "達成できなかった"]),
    VocabularyEntry(.notReported, ["not reported", "is not reported"], ["未報告"]),
    VocabularyEntry(.notApplicable, ["not applicable", "is not applicable"], ["対象外", "該当なし"]),
    VocabularyEntry(.notDue, ["not due", "is not due"], ["期限前"]),
    VocabularyEntry(.waived, ["waived"], ["猶予中"]),
    VocabularyEntry(.recorded, ["recorded"], ["記録"]),
    VocabularyEntry(.by, ["by", "by the end of"], []),
    VocabularyEntry(.shortBy, [], ["あと"]),
  ]

  private static let particles = [
    VocabularyEntry(.particleGa, [], ["が"]),
    VocabularyEntry(.particleWa, [], ["は"]),
    VocabularyEntry(.particleWo, [], ["を"]),
    VocabularyEntry(.particleNo, [], ["の", "における", "内の", "内"]),
    VocabularyEntry(.particleNi, [], ["に"]),
    VocabularyEntry(.particleDe, [], ["で", "では", "において", "においては", "にあっては", "全体で", "全体では"]),
    VocabularyEntry(.particleMo, [], ["も", "とも"]),
    VocabularyEntry(.particleHe, [], ["へ"]),
    VocabularyEntry(.about, [], ["について", "については"]),
    VocabularyEntry(.than, [], ["より", "に比べて", "に比べ", "と比べて", "と比較して", "比で", "比"]),
    VocabularyEntry(.piece, [], ["つ", "個"]),
    VocabularyEntry(.attain, [], ["達成する", "達成すること"], joining: ["達成し"]),
    VocabularyEntry(
      .ending, [],
      [
        "であること", "である", "であった", "でなければならない", "としなければならない", "にしなければならない", "しなければならない", "とする", "とすること", "にする", "にすること", "する",
        "すること", "している", "していること", "こと", "ものとする", "となる",
        "となること", "となっていること", "ある", "あること", "になること", "になっていること", "なること", "なっていること",
      ],
      joining: ["であり", "であるとともに", "とし", "にし", "し", "しており"]),
  ]
}
