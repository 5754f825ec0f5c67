import Diagnostics

/// English words that join or refer. They are no words of the language, and nobody calls an indicator that: taken as names
/// without marks they would be passed over.
extension Lexer {
  mutating func readFunctionWord(from start: Int) -> Bool {
    let word = text.text(from: start, to: position)
    guard var mend = Lexer.mendsOfFunctionWords[Vocabulary.scalars(of: word)] else { return false }
    if word == "than", case .word(let before, _)? = tokens.last?.kind, before == .atMost || before == .atLeast {
      // 5 points or less than [Y]
      let isMost = before == .atMost
      mend =
        isMost
        ? "write the limit once: [X] is at most 5 points; [X] is less than [Y]; or [X] is at most 5 points above [Y]"
        : "write the limit once: [X] is at least 5 points; [X] is more than [Y]; or [X] is at least 5 points above [Y]"
    }
    append(.unknown(word), from: start)
    lastUnknownToken = tokens.count - 1
    report(
      .unknownWord, from: start,
      Wording("「\(word)」 is not a word of the rule language", "「\(word)」はルールの言葉ではありません"),
      reason: Wording(
        "outside marks only words of the language may stand, so that nothing is guessed", "囲みの外には、ルールの言葉だけが書けます（推測はしません）"),
      mend: Wording(mend, "名前であれば「\(word)」のように「」で囲みます。文であれば、ルールの言葉で書き直してください"))
    return true
  }

  private static let mendsOfFunctionWords: [[UInt32]: String] = {
    var mends: [[UInt32]: String] = [:]
    for entry in functionWords {
      for word in entry.words { mends[Vocabulary.scalars(of: word)] = entry.mend }
    }
    return mends
  }()

  private static let functionWords: [(words: [String], mend: String)] = [
    (["neither", "nor"], "say it of both: [A] and [B] both do not rise; [A] and [B] are each at most 5"),
    (["without", "whose", "having", "lacking"], "write: every ward where [X] is no; every ward where [X] is 0"),
    (
      ["those", "these", "them", "they", "their", "itself", "ones"],
      "name the areas or the figure again: every ward where …: [X] is …"
    ),
    (["may", "might", "can", "cannot", "could", "would"], "write must: every ward: [X] must not exceed 500"),
    (["never"], "write must not: [X] must not fall below 70%"),
    (["nationally", "nationwide", "altogether"], "say who has to meet it: the country: [X] is at least 90%"),
    (["does", "did", "doing", "done"], "write: does not fall, does not rise, does not exceed; [X] is carried out"),
    (
      ["doesn", "don", "isn", "aren", "hasn", "haven", "won", "mustn", "shouldn"],
      "write it out: does not fall, is not below, must not exceed"
    ),
    (["than", "as"], "write: [X] is more than last year, more than [Y], at least 5 points above [Y], at least 0.9 times [Y]"),
    (["then", "otherwise", "else"], "write: when [X] is 0, every ward: …; or an exception: except when [X] is 0: …"),
    (["while", "whereas", "so", "yet", "whenever", "provided"], "join with and or or, or write: when [X] is 0, every ward: …"),
    (
      ["any", "some", "many", "most", "few", "several"],
      "say how many: at least 3 wards; more than half of the wards; at least 1 of [A] and [B]"
    ),
    (["who", "what", "whom"], "write: every ward where …; every ward that missed target [T]"),
    (["out"], "write a share: at least 90% of the wards; [A] is at least 90% of [B]"),
    (["up", "account", "accounts", "make", "makes", "comprise", "comprises"], "write a share: [A] is at least 90% of [B]"),
    (
      ["improve", "improves", "improved", "better", "worsen", "worsens", "worse", "changes"],
      "say in which direction: rises or falls, does not fall, at least or at most"
    ),
    (["stable", "unchanged", "constant"], "write: does not fall, does not rise, is within 1 point of [X] last year"),
    (["eliminate", "eliminates", "eliminated", "there"], "write: [X] is 0; every ward has no [X]"),
    (["th", "percentile", "percentiles", "quartile", "quartiles", "decile"], "write a rank: is in the top 25% of wards"),
    (["next"], "write the year itself: in FY2027, by FY2027"),
    (["last", "preceding"], "write: over the past 3 years, this one left out; over the latest 3 years, this one included"),
    (["rolling", "moving", "averages", "averaging"], "write: 3-year average of [X] is at least 3"),
    (["maximum", "minimum", "max", "min"], "write at most or at least; over areas: the highest [X] of wards"),
    (["only"], "write: at most 3, or exactly 3; an area that is meant alone: the ward [West]"),
    (["fell", "rose", "grew", "shrank", "exceeded"], "write it as it is judged each year: falls, rises, is more than"),
    (["had", "was", "were"], "write has or is: each year is judged by its own figures"),
    (
      ["again", "further", "still", "already", "always", "on", "into"], "leave it out, or say it with a number and a year"
    ),
  ]
}
