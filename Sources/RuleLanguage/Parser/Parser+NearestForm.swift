import Diagnostics
import Quantities

/// What could be written where a sentence cannot be read: the nearest form that works.
extension Parser {
  /// By the word that stands at this place.
  var nearestForm: Wording {
    Wording(nearestEnglishForm, nearestJapaneseForm)
  }

  private var nearestJapaneseForm: String {
    let level = levelWords.first ?? "区"
    let ahead = isWord(.particleNo) ? 1 : 0
    switch peek(ahead).kind {
    case .word(.cumulated, _): return "いつからの累計かを書いてください：「計画期間中の「X」の累計が3以上」「令和6年度からの「X」の累計が3以上」"
    case .word(.riseIn, _), .word(.fallIn, _), .word(.growthIn, _), .word(.declineIn, _):
      return "いつからの変化かを書いてください：「令和元年度からの「X」の増加分」「令和元年度からの「X」の増加率」"
    case .word(.amongWord, _): return "「「A」、「B」及び「C」のうち2つ以上が…」「「X」が3以上の\(level)のうち半数以上で…」のように書いてください"
    case .word(.act, _): return "値がどちらへ動けばよいかを書いてください：「前年度から上昇していること」「前年度から減少していること」"
    case .word(.from, _), .word(.than, _): return "増減は「「X」が前年度から3ポイント以上上昇」、範囲は「1以上3以下」のように書いてください"
    case .word(.count, _), .word(.numberIn, _):
      return "地域の数や割合は「「X」が3以上の\(level)の数が5以上」「「X」が3以上の\(level)の割合を50%以上」のように書いてください"
    case .word(.onOrAfter, _), .word(.until, _): return "期限は、文の初めに「令和8年度までに、すべての\(level)で…」と書いてください"
    default: return "「すべての\(level)で「X」が3以上であること。」のように、対象・指標・限度の順に書いてください"
    }
  }

  private var nearestEnglishForm: String {
    let level = "ward"
    if let word = unmarkedWord {
      return
        "「\(word)」 is no word of the language: say it with is at least, rises, reports, has set up; a name stands in marks: [\(word)]"
    }
    if let year = bareYear { return "a fiscal year is written FY\(year), a calendar year CY\(year)" }
    switch current.kind {
    case .sign(.comma): return "join clauses with and or or: [A] is at least 1, [B] is at least 2 and [C] is at least 3"
    case .sign(.minus): return "write a range as between 10 and 30; a minus has spaces around it"
    case .sign(.stop), .end:
      return "say how much: every \(level): [X] is at least 3; or whether it is given: every \(level) reports [X]"
    case .name:
      return
        "a figure stands before is, or behind its limit: [X] is at least 3; has at least 3 [X]; two figures: [A] and [B] are each at least 3"
    case .word(let word, _): return form(near: word, level)
    default:
      return
        "a requirement reads: every \(level): [X] is at least 3; \(level)s can also be counted: at least 80% of \(level)s have [X] of at least 3"
    }
  }

  /// A word without marks in this sentence, up to the place where it cannot be read.
  var unmarkedWord: String? {
    var index = isSign(.stop) ? position - 1 : position
    while index >= 0, tokens[index].kind != .sign(.stop), index == position || !tokens[index + 1].isFirstOnLine {
      if case .bare(let word) = tokens[index].kind, word != "a", word != "an" { return word }
      index -= 1
    }
    return nil
  }

  private func form(near word: Word, _ level: String) -> String {
    switch word {
    case .per: "write a rate: [X] per 1,000 [Y] is at least 3; one for each of another: [X] ÷ [Y] is at least 1"
    case .of: "write has [X] of at least 3; at least 3 of [A], [B] and [C] are yes; at least 80% of \(level)s: …; 80% of [X]"
    case .to, .from, .since, .until:
      "write a range: between 1 and 3; a change: rises from FY2019, rises to 60%; the years of a target: in force from FY2024 until FY2026"
    case .by:
      "write by how much: rises by at least 5 points; by which year: by FY2030; by which day: [day of the plan] is by 30 June"
    case .inWord: "write who: in every \(level), …; or the year of a figure: [X] in FY2019"
    case .forWord, .forEach: "write for each [sex]; for 3 years running"
    case .rises, .falls, .doesNotFall, .doesNotRise, .halved, .doubled:
      "a change has its figure before it, or behind it with the amount last: [X] rises by 5 points; reduces [X] by 30% from FY2019"
    case .deed: "write has set up [X]; [X] is in place; each of [A] and [B] is in place"
    case .top, .bottom: "write [X] is in the top 30% of \(level)s; every \(level) in the bottom 3 \(level)s by [X]: …"
    case .moreThan, .lessThan, .atLeast, .atMost: "write the limit once: [X] is at least 3; [X] is at least 5 points above [Y]"
    case .isWord, .verb, .must, .should, .modal:
      "a figure stands before is, and its limit behind: [X] is at least 3; has at least 3 [X]"
    case .when, .unless, .whereWord, .thatWord:
      "a condition stands first or last: when [X] is 0, every \(level): …; or behind who: every \(level) where [X] is 0: …"
    case .except, .exceptWhen:
      "write every \(level) except [West]: …; every \(level) except where [X] is 0: …; except when [X] is 0: nothing is required"
    case .score: "points are no figure: a demand is made of figures, and an overall grade sums up grades"
    default: "a requirement reads: every \(level): [X] is at least 3"
    }
  }

  /// `2030` where a year is meant: here, or behind the word that stands here.
  var bareYear: Int64? {
    for ahead in 0...1 {
      guard case .number(let number) = peek(ahead).kind, number.value.isWhole, let year = number.value.numerator.word,
        (1900...2100).contains(year), !text(of: peek(ahead)).contains(",")
      else { continue }
      if ahead == 0 { return year }
      switch currentWord {
      case .by, .from, .since, .until, .inWord, .to, .onOrBefore: return year
      default: continue
      }
    }
    return nil
  }

  // MARK: Who

  /// `by 2030, every ward: …`, `by 31 March 2030, …`: the year is at fault, and not that nobody is named.
  mutating func reportYearAtStart() -> Bool {
    if isSign(.divided), isFiscalYear(tokens[position - 1]) {
      report(
        .calendarYear, at: tokens[position - 1].place(in: file),
        Wording("a fiscal year is named by the year in which it starts", "年度は、始まる年で書きます"),
        mend: Wording("write \(text(of: tokens[position - 1])) alone", "「\(text(of: tokens[position - 1]))」だけを書いてください"))
      return true
    }
    let isDay: Bool
    switch peek().kind {
    case .dayOfYear, .date, .month: isDay = true
    default: isDay = false
    }
    guard isASCII(current),
      isWord(.by) || isWord(.inWord) || isWord(.from) || isWord(.until) || isWord(.since) || isWord(.onOrBefore),
      isDay || bareYear != nil
    else { return false }
    advance()
    let written = text(of: current)
    if let year = bareYear {
      report(
        .calendarYear, at: current.place(in: file),
        Wording("「\(written)」 does not say whether the fiscal year is meant", "「\(written)」では年度かどうかが分かりません"),
        reason: Wording("rules speak of fiscal years", "ルールでは年度で書きます"),
        mend: Wording("write FY\(year)", "「\(year)年度」と書いてください"))
    } else {
      report(
        .calendarYear, at: current.place(in: file),
        Wording("a target is due in a fiscal year, and not on a day", "達成期限は日付でなく年度で書きます"),
        reason: Wording("figures are reported for whole years", "値は年度ごとに報告します"),
        mend: Wording(
          "write the year in which that day lies: by the end of FY2029, every ward: …", "その日が入る年度を「令和11年度末までに」のように書いてください"))
    }
    return true
  }
}
