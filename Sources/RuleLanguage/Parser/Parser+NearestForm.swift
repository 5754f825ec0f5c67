import Diagnostics
import Quantities

/// What could be written where a sentence cannot be read: the nearest form that works.
extension Parser {
  /// By the word that stands at this place.
  var nearestForm: Wording {
    Wording(nearestEnglishForm, nearestJapaneseForm)
  }

  var levelWords: [String] { levels.compactMap { $0.first } }

  /// The lowest level's word in English and its plural, and the word of a level above.
  var areaWords: (one: String, many: String, above: String) {
    let words = (levels.first ?? []).filter { isEnglish($0) }
    let above = levels.dropFirst().joined().first { isEnglish($0) }
    return (words.first ?? "ward", words.last ?? "wards", above ?? "city")
  }

  private func isEnglish(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }

  private var nearestEnglishForm: String {
    let (level, many, _) = areaWords
    if let form = formOfSeveralYears ?? formOfYearBetween ?? formOfAreasOfArea ?? formOfSecondChange ?? formOfYearInCondition
      ?? formOfAfter ?? formOfAverageChange ?? formOfDistance
    {
      return form
    }
    if let word = unmarkedWord, let form = form(ofPlanWord: word) { return form }
    if let unit = undeclaredUnit { return "「\(unit)」 is no unit yet: declare it before the indicators, unit \(unit)" }
    if let form = formNearPlanPeriod { return form }
    if let years = yearsOfChange { return "write from which year on: rises by at least 5 from \(years) years ago" }
    if saysPartOfYear {
      return "rules are judged by the year: at least 12 a year; or declare an indicator for each month or quarter"
    }
    if let word = unmarkedWord {
      if let index = unmarkedWordAndPlace?.index, let form = form(ofVerb: word, at: index) { return form }
      if word.hasSuffix("-year") { return "write the number in digits: 3-year average of [X]" }
      return
        "「\(word)」 is no word of the language: say it with is at least, rises, reports, has set up; a name stands in marks: [\(word)]"
    }
    if let form = formOfDueDay { return form }
    if let year = bareYear { return "a fiscal year is written FY\(year), a calendar year CY\(year)" }
    switch current.kind {
    case .sign(.comma): return "join clauses with and or or: [A] is at least 1, [B] is at least 2 and [C] is at least 3"
    case .number where isNumberToken(tokens[max(0, position - 1)]): return "write the number in digits: 150, 2,500, 1.5"
    case .sign(.minus): return "write a range as between 10 and 30; a minus has spaces around it"
    case .sign(.stop) where position > 0 && aggregateWord(ahead: -1) != nil:
      return "say of what: at least the average of \(many), the city's median [X], the national average"
    case .sign(.stop) where formOfLimitAlone != nil: return formOfLimitAlone ?? ""
    case .sign(.stop) where saysWhichAreas:
      return "say what they are: every \(level) where [X] is yes: …; every \(level) where [X] is no: …; where [X] is at least 3"
    case .sign(.stop), .end:
      return "say how much: every \(level): [X] is at least 3; or whether it is given: every \(level) reports [X]"
    case .name where isWord(.deed, at: position - 1):
      return "write has \(text(of: tokens[position - 1])) \(text(of: current))"
    case .name:
      return
        "a figure stands before is, or behind its limit: [X] is at least 3; has at least 3 [X]; two figures: [A] and [B] are each at least 3"
    case .word(let word, _): return form(near: word, level, many)
    default:
      return
        "a requirement reads: every \(level): [X] is at least 3; \(many) can also be counted: at least 80% of \(many) have [X] of at least 3"
    }
  }

  /// A word without marks in this sentence, up to the place where it cannot be read.
  var unmarkedWord: String? { unmarkedWordAndPlace?.word }

  private var unmarkedWordAndPlace: (word: String, index: Int)? {
    var index = isSign(.stop) ? position - 1 : position
    while index >= 0, tokens[index].kind != .sign(.stop), index == position || !tokens[index + 1].isFirstOnLine {
      if case .bare(let word) = tokens[index].kind, word != "a", word != "an" { return (word, index) }
      index -= 1
    }
    return nil
  }

  private func form(near word: Word, _ level: String, _ many: String) -> String {
    switch word {
    case .per where isNumberToken(tokens[max(0, position - 1)]):
      "put the rate before its limit: [X] per 100,000 [Y] is less than 70; of a figure that is a rate already, the limit alone"
    case .per: "write a rate: [X] per 1,000 [Y] is at least 3; one for each of another: [X] ÷ [Y] is at least 1"
    case .of where isWord(.every, ahead: 1): "write the city's total [X], the average [X] of \(many)"
    case .of where startsName(ahead: 1): "write [X] is [full]; [X] is at least [partial]; 80% of [X]"
    case .of: "write has [X] of at least 3; at least 3 of [A], [B] and [C] are yes; at least 80% of \(many): …; 80% of [X]"
    case .to, .from, .since, .until:
      "write a range: between 1 and 3; a change: rises from FY2019, rises to 60%; the years of a target: in force from FY2024 until FY2026"
    case .the where isWord(.half, at: position - 1): "write half of [X] in FY2019"
    case .on where isFiscalYear(peek()): "write from \(text(of: peek()))"
    case .yearsWord: "write each year: [X] rises each year; of several years: 3-year average of [X]"
    case .it: "name the figure again: unless [X] is above 80%"
    case .by where isDayOfYear(peek()):
      "a day is asked of a figure that is a date: [day of the plan] is by 30 June; a target is due in a fiscal year: by FY2026"
    case .by:
      "write by how much: rises by at least 5 points; by which year: by FY2030; by which day: [day of the plan] is by 30 June"
    case .inWord where isWord(.total, ahead: 1): "write who has the total: the \(areaWords.above): [X] is at most 100"
    case .inWord where isNumberToken(tokens[max(0, position - 1)]): "write a share: at least 90% of \(many)"
    case .inWord where isNumberToken(peek()) || isBoundWord(peekWord()):
      "write the years one by one: at least 3 of [X], [X] last year, [X] 2 years ago and [X] 3 years ago are at least 60%"
    case .inWord where isWord(.every, ahead: 1) || isWord(.each, ahead: 1): formOfPlaceBehind(level, many)
    case .inWord: "write who: in every \(level), …; or the year of a figure: [X] in FY2019"
    case .forWord, .forEach, .amongWord:
      "write [X] is at most 10% for each [sex]; of one part alone, as data files have it: [X (men)]; of years: for 3 years running"
    case .between where isWord(.not, at: position - 1) || isWord(.notEqual, at: position - 1):
      "write is less than 60% or is more than 70%"
    case .between where isFiscalYear(peek()):
      "write a change from FY2020 by FY2026; the years of a target: in force from FY2024 until FY2026"
    case .between: "write the years of a target: in force from FY2024 until FY2026; a range: is between 1 and 3"
    case .same: "write does not fall, does not rise, is maintained; or is within 1 point of [X] last year"
    case .rises, .falls, .doesNotFall, .doesNotRise, .halved, .doubled:
      "a change has its figure before it, or behind it with the amount last: [X] rises by 5 points; reduces [X] by 30% from FY2019"
    case .deed: "write has set up [X]; [X] is in place; each of [A] and [B] is in place"
    case .top, .bottom: "write [X] is in the top 30% of \(many); every \(level) in the bottom 3 \(many) by [X]: …"
    case .moreThan, .lessThan, .atLeast, .atMost: "write the limit once: [X] is at least 3; [X] is at least 5 points above [Y]"
    case .should where followsJoint, .must where followsJoint:
      "what must be and what should be are two targets: one with every \(level) must have [A], one with every \(level) should have [B]"
    case .isWord, .verb, .must, .should, .modal:
      "a figure stands before is, and its limit behind: [X] is at least 3; has at least 3 [X]"
    case .thatWord where isBoundWord(wordBefore): "name the figure again: is below the \(areaWords.above)'s [X]"
    case .when, .unless, .whereWord, .thatWord:
      "a condition stands first or last: when [X] is 0, every \(level): …; or behind who: every \(level) where [X] is 0: …"
    case .except, .exceptWhen:
      "write every \(level) except [West]: …; every \(level) except where [X] is 0: …; except when [X] is 0: nothing is required"
    case .score: "points are no figure: a demand is made of figures, and an overall grade sums up grades"
    default: "a requirement reads: every \(level): [X] is at least 3"
    }
  }

  /// `… in every county`: it stands first.
  private func formOfPlaceBehind(_ level: String, _ many: String) -> String {
    let place = text(of: peek(2))
    return
      "put the place first: in every \(place), every \(level): [X] is at least 3; in every \(place), at least 3 \(many) have [X] of at least 3"
  }

  private var wordBefore: Word? {
    if position > 0, case .word(let word, _) = tokens[position - 1].kind { return word }
    return nil
  }

  private var followsJoint: Bool { isWord(.and, at: position - 1) || isWord(.or, at: position - 1) }

  private func isDayOfYear(_ token: Token) -> Bool {
    if case .dayOfYear = token.kind { return true }
    return false
  }

  /// Whether `where` or `that` stands in this sentence before the place where it cannot be read.
  private var saysWhichAreas: Bool {
    var index = position - 1
    while index > 0, tokens[index].kind != .sign(.stop), !tokens[index].isFirstOnLine {
      if isWord(.whereWord, at: index) || isWord(.thatWord, at: index) { return true }
      index -= 1
    }
    return false
  }

  func isNumberToken(_ token: Token) -> Bool {
    if case .number = token.kind { return true }
    return false
  }

  /// The `hours` of `at most 18 hours`.
  private var undeclaredUnit: String? {
    for index in [position, position - 1] where index > 0 {
      if case .bare(let word) = tokens[index].kind, isNumberToken(tokens[index - 1]), tokens[index - 1].end < tokens[index].start
      {
        return word
      }
    }
    return nil
  }

  /// The 3 of `rises by 5 over 3 years`, `in 3 years`, `within 3 years`.
  private var yearsOfChange: String? {
    guard isWord(.moreThan) || isWord(.inWord) || isWord(.within), isNumberToken(peek()), isWord(.yearsWord, ahead: 2) else {
      return nil
    }
    return text(of: peek())
  }

  /// `a month`, `per quarter`, `monthly`.
  private var saysPartOfYear: Bool {
    (0...1).contains { ahead in
      ["month", "quarter", "week", "monthly", "quarterly", "weekly"].contains(text(of: peek(ahead)))
    }
  }

  /// What a sentence about the plan's years could say.
  var formNearPlanPeriod: String? {
    var index = position
    while index < tokens.count, tokens[index].kind != .sign(.stop), tokens[index].kind != .end {
      if isWord(.planPeriod, at: index), isASCII(tokens[index]) {
        return
          "write [X] cumulated over the plan period is at least 100; rises from last period; in each year: in force from FY2024 until FY2026; at the end: by FY2026"
      }
      index += 1
    }
    return nil
  }

  /// The `by 31 March 2027` behind a demand.
  private var formOfDueDay: String? {
    guard isWord(.by) || isWord(.onOrBefore), let year = yearOfDay(at: position + 1) else { return nil }
    return
      "a target is due in a fiscal year: by \(year.englishText), where it starts in April; a date is asked of one: [day of the plan] is by 30 June"
  }

  /// The fiscal year from April in which the day lies that stands there: `31 March 2027`, `March 2027`, `2027-03-31`.
  private func yearOfDay(at index: Int) -> FiscalYear? {
    guard index < tokens.count else { return nil }
    let month: Int32
    switch tokens[index].kind {
    case .date(let date):
      let (year, month, _) = date.parts
      return FiscalYear(year - (month < 4 ? 1 : 0))
    case .dayOfYear(let of, _): month = of
    case .month(let of): month = of
    default: return nil
    }
    var behind = index + 1
    while behind < tokens.count, tokens[behind].kind == .sign(.comma) { behind += 1 }
    guard behind < tokens.count, case .number(let number) = tokens[behind].kind, number.value.isWhole,
      let year = number.value.numerator.word, (1900...2100).contains(year)
    else { return nil }
    return FiscalYear(Int32(year) - (month < 4 ? 1 : 0))
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
    let due = yearOfDay(at: position)
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
          "write the year in which that day lies: by the end of \(due?.englishText ?? "FY2029"), every \(areaWords.one): …",
          "その日が入る年度を「\(due?.japaneseText ?? "令和11年度")末までに」のように書いてください"))
    }
    return true
  }
}
