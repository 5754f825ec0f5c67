import Diagnostics

/// What is said of a Japanese word that the language does not have: the whole word, and not where it was cut, with the forms that
/// the language has of it.
extension Lexer {
  /// A verb with what stands before and behind the place where it was cut: 下回った, 達していなかった. A noun stays as it is.
  func phrase(around start: Int) -> String {
    var first = start
    var index = tokens.count - 2
    while index >= 0, tokens[index].end == text.offsets[first], isVerb(tokens[index]) {
      while first > 0, text.offsets[first] > tokens[index].start { first -= 1 }
      index -= 1
    }
    var end = position
    while Lexer.isHiragana(text.scalar(end)), !endsPhrase(end) { end += 1 }
    return text.text(from: first, to: end)
  }

  private func isVerb(_ token: Token) -> Bool {
    guard case .word(let word, _) = token.kind, text.bytes[Int(token.start)] >= 0x80 else { return false }
    switch word {
    case .rises, .falls, .doesNotRise, .doesNotFall, .moreThan, .lessThan, .atLeast, .atMost, .equal, .notEqual, .deed, .undone,
      .reports, .unreported, .ending, .attain, .met, .missed, .belongs, .halved, .doubled, .resolved, .upward, .downward, .plan,
      .do, .act, .check, .strive:
      return true
    default: return false
    }
  }

  /// A particle behind which something else begins.
  private func endsPhrase(_ position: Int) -> Bool {
    let scalar = text.scalar(position)
    // を, and the こと that ends a sentence
    if scalar == 0x3092 || scalar == 0x3053 && text.scalar(position + 1) == 0x3068 { return true }
    guard Lexer.particles.contains(scalar) else { return false }
    return !Lexer.isHiragana(text.scalar(position + 1))
  }

  /// が は に で の と も へ
  private static let particles: Set<UInt32> = [0x304C, 0x306F, 0x306B, 0x3067, 0x306E, 0x3068, 0x3082, 0x3078]

  /// The forms of the word that the language has, or what to do with a word of another kind.
  func mend(of phrase: String, _ content: String) -> Wording {
    if let inMonths = Lexer.partsOfYears.first(where: { phrase.hasPrefix($0) }) {
      return Wording(
        "figures are reported for whole years: write at least 12 a year, or name a figure of its own",
        "値は年度ごとに報告します。「\(inMonths)1回」であれば「年12回」のように1年分に直すか、「月平均の件数」のような指標を定めてください")
    }
    if phrase.hasPrefix("最終年度") || phrase.hasPrefix("計画最終年度") {
      return Wording("name the year: by FY2026", "計画の最終年度は、「令和8年度」のように年度で書いてください")
    }
    if let form = form(ofPlanWord: phrase) { return form }
    let known = nearForms(of: phrase)
    if !known.isEmpty {
      let list = known.map { "「" + $0 + "」" }.joined()
      return Wording("write it in a form that the language has: \(known.joined(separator: ", "))", "\(list)のような形で書いてください")
    }
    if phrase != content, Lexer.isContent(Vocabulary.scalars(of: content).first ?? 0) {
      return Wording(
        "say it with a verb that the language has: is at least, rises, falls, reports, has set up",
        "ルールの言葉にある動詞で書いてください（以上とする、上回る、増加する、減少する、維持する、開催する、設置する、報告する など）")
    }
    if let form = form(ofFragment: content) { return form }
    return Wording(
      "if it is a name, put it in marks: 「\(content)」; a unit or level is declared first (unit, levels)",
      "名前であれば「\(content)」のように「」で囲みます。単位や区分の語であれば、先に「単位」「階層」で定めます")
  }

  private static let partsOfYears = ["月", "毎月", "週", "毎週", "四半期", "半期", "毎日"]

  /// At most four spellings that begin like the word: the same Chinese characters, and one more.
  private func nearForms(of phrase: String) -> [String] {
    let wanted = Vocabulary.scalars(of: phrase)
    guard wanted.count > 1, Lexer.isContent(wanted[0]) else { return [] }
    let isDenied = Lexer.denies(phrase)
    let stem = wanted.prefix { Lexer.isContent($0) }.count
    var found: [String] = []
    for entry in Vocabulary.entries {
      for spelling in entry.japanese + entry.joining {
        let scalars = Vocabulary.scalars(of: spelling.description)
        if scalars.count > 2, scalars[0] == wanted[0], scalars[1] == wanted[1], Lexer.isHiragana(scalars[scalars.count - 1]),
          scalars.prefix(while: { Lexer.isContent($0) }).count == stem,
          !spelling.description.hasSuffix("こと"), Lexer.denies(spelling.description) == isDenied
        {
          found.append(spelling.description)
        }
        if found.count == 4 { return found }
      }
    }
    return found
  }

  /// な of ない and なかった, ず
  private static func denies(_ text: String) -> Bool { Vocabulary.scalars(of: text).contains { $0 == 0x306A || $0 == 0x305A } }
}
