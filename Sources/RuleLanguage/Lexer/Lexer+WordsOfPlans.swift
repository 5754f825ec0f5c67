import Diagnostics

/// Japanese words that plans have and the language has not: the sentence to write instead, with the figure and the level that stand
/// before them.
extension Lexer {
  func form(ofPlanWord phrase: String) -> Wording? {
    let (figure, level) = (figureBefore ?? "X", levelBefore)
    for entry in Lexer.wordsOfPlans where entry.words.contains(where: { phrase.hasPrefix($0) }) {
      return Wording(
        Lexer.filled(entry.english, "[" + figure + "]", level), Lexer.filled(entry.japanese, "「" + figure + "」", level))
    }
    if let part = Lexer.parts.first(where: { phrase.hasPrefix($0) }) {
      return Wording(
        "name the part with its figure: [\(figure) (\(part))]; of every part: [\(figure)] is at most 10% for each […]",
        "内訳の一つは、値の名前につけて書きます：「「\(figure)（\(part)）」が…であり、「\(figure)（…）」が…」。どの内訳も同じ値なら「「性別」ごとに「\(figure)」が…」と書いてください")
    }
    return nil
  }

  /// What is said of a piece of one or two characters, which is hardly a name.
  func form(ofFragment content: String) -> Wording? {
    guard Vocabulary.scalars(of: content).count < 3, !content.hasSuffix("率"), !content.hasSuffix("数") else { return nil }
    let (figure, level) = (figureBefore ?? "X", levelBefore)
    return Wording(
      "write it like: every ward: [\(figure)] is at least 3; a name stands in marks",
      "「すべての\(level)で「\(figure)」が3以上であること。」のように、対象・指標・限度の順に、ルールの言葉で書いてください")
  }

  private static func filled(_ form: String, _ figure: String, _ level: String) -> String {
    var result: [UInt8] = []
    var bytes = Array(form.utf8)[...]
    while let byte = bytes.first {
      if byte == UInt8(ascii: "{"), bytes.count > 2 {
        result += bytes[bytes.startIndex + 1] == UInt8(ascii: "F") ? figure.utf8 : level.utf8
        bytes = bytes.dropFirst(3)
      } else {
        result.append(byte)
        bytes = bytes.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The last name of the sentence so far.
  private var figureBefore: String? {
    for token in tokens.reversed() {
      if token.kind == .sign(.stop) { return nil }
      if case .name(let name) = token.kind { return name }
      if token.isFirstOnLine { return nil }
    }
    return nil
  }

  /// The first level of the sentence, which says who.
  private var levelBefore: String {
    var level = "区"
    for token in tokens.reversed() {
      if token.kind == .sign(.stop) { break }
      if case .level = token.kind {
        level = String(decoding: text.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      }
      if token.isFirstOnLine { break }
    }
    return level
  }

  private static let parts = ["男性", "女性", "男子", "女子", "男", "女"]

  /// {F} stands for the figure, {L} for the level.
  private static let wordsOfPlans: [(words: [String], english: String, japanese: String)] = [
    (
      ["男女差", "男女の差", "男女間"],
      "name the parts: [X (men)] is within 5 points of [X (women)]",
      "内訳の一つは、値の名前につけて書きます：「「X（男性）」と「X（女性）」の差を5ポイント以内とする」"
    ),
    (
      ["男女"], "write for each part: {F} is at most 10% for each [sex]; the parts by name: [X (men)], [X (women)]",
      "「「性別」ごとに{F}が…」と書くか、「X（男性）」「X（女性）」のように名前で書いてください"
    ),
    (
      ["体"], "write the area alone: the prefecture: {F} is at least 60%", "「県で、{F}を60%以上とする」のように、「全体」をつけずに書いてください"
    ),
    (
      ["間の", "間"],
      "the gap among areas: the prefecture: the gap between the prefecture's highest and lowest {F} is at most 10 points",
      "地域の間の差は「市で、市の{F}の最大と最小の差を10ポイント以下とする」のように書いてください"
    ),
    (
      ["最も", "最", "一番", "首位", "最下位", "トップ", "ワースト"],
      "write a rank: {F} is in the top 10% of wards", "順位で「{F}が全{L}の上位10%に入る」「上位3{L}に入る」のように書いてください"
    ),
    (
      ["十分", "適切", "良好", "適正", "充実"], "say from which value on: {F} is at least 60%",
      "どの値からかを「{F}が60%以上であること」のように書いてください"
    ),
    (
      ["少し", "極力", "できる限り", "できるだけ", "可能な限り", "着実", "大幅", "一層", "更に", "さらに", "徐々", "段階的"],
      "say by how much, or leave it out: {F} rises by at least 1 point each year",
      "どれだけかを「{F}が前年度から1ポイント以上上昇」のように書くか、その語を除いてください"
    ),
    (
      ["現状", "現況", "現在", "基準値", "基準年", "基準年度", "策定時"], "name the year: {F} in FY2022; rises from FY2022",
      "年度で書いてください：「令和4年度の{F}」「令和4年度から5ポイント以上上昇」"
    ),
    (
      ["目標年度", "最終年度", "目標年"], "name the year: by FY2026", "年度で書いてください：「令和8年度までに{F}を60%以上とする」"
    ),
    (["々", "年々", "毎々"], "write each year: {F} falls each year", "「{F}を毎年減らす」「{F}が前年度から減少」と書いてください"),
    (
      ["延べ", "通算", "のべ"], "write the total: {F} cumulated over the plan period is at least 100",
      "合計は「計画期間中の{F}の累計を100以上とする」「直近3年間の{F}の合計が…」と書いてください"
    ),
    (
      ["転じ"], "write falls from last year, or rises", "「{F}が前年度から減少していること」のように書いてください"
    ),
    (["作る", "作り", "つくる"], "write draws up", "「{F}を作成すること」「策定すること」と書いてください"),
    (
      ["きる", "できる", "きること"], "leave it out: {F} is at least 60%", "「できる」を除き、「{F}を60%以上とする」「…を実施すること」と書いてください"
    ),
    (["分"], "write the share in %: 25%", "「25%」のように書いてください"),
    (
      ["維持又", "維持ま", "維持、", "維持若"], "write does not fall: {F} is maintained or increased",
      "「{F}が前年度から減少しないこと」「{F}を維持・向上させること」と書いてください"
    ),
    (
      ["望ましい", "推奨"], "write should: every ward should have {F}", "「…とするよう努めること」か、目標に「努力目標」と書いてください"
    ),
    (
      ["人口"], "put the name in marks: {F} per 100,000 [population]",
      "名前を「」で囲み、「「人口」が1万人未満の{L}で」「「人口」10万人当たりの{F}を10以下とする」のように書いてください"
    ),
    (["なし", "無し", "皆無"], "write {F} is 0", "「{F}が0であること」と書いてください"),
    (["中間", "中位", "平均的"], "write the median: the median of wards", "「{F}が全{L}の中央値以上」のように書いてください"),
    (
      ["横ばい", "現状維持", "同程度", "同水準"], "write does not fall; is within 1 point of {F} last year",
      "「{F}が前年度から減少しないこと」「前年度の{F}の±1ポイント以内」と書いてください"
    ),
    (["改善"], "say in which direction: {F} rises from last year", "どちらへ動けばよいかを「{F}が前年度から上昇」「減少」と書いてください"),
  ]
}
