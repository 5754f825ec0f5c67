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
    }
  }
}
