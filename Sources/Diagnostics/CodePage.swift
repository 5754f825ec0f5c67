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
    case .unknownWord:
      CodePage(
        Wording("a word is not part of the rule language", "ルールの言葉にない語があります"),
        meaning: Wording(
          "Outside 「…」 and [ … ] only words of the rule language may stand. Names of indicators, targets and areas are put in marks.",
          "「…」や［…］の外には、ルールの言葉しか書けません。指標・目標・区などの名前は「」で囲みます。"),
        wrong: "すべての区で協議回数が3回以上であること。",
        right: "すべての区で「協議回数」が3回以上であること。")
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
    }
  }
}
