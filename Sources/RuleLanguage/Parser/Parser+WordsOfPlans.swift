import Quantities

/// Words that English plans have and the language has not: what to write instead, with the years of the sentence where it names some.
extension Parser {
  func form(ofPlanWord word: String) -> String? {
    let (level, many, above) = areaWords
    let years = yearsOfSentence
    let first = years.first?.englishText ?? "FY2024"
    let last = (years.count > 1 ? years.last : nil)?.englishText ?? "FY2026"
    if years.count > 1 || formNearPlanPeriod == nil, let form = formOfTime(word, years) { return form }
    switch word {
    case "cumulatively", "cumulative": return formOfTotal(first, last)
    case "reduction", "reductions": return "say it with a verb: [X] falls by at least 25% from \(first)"
    case "improvement", "improvements", "gain", "gains":
      return "say in which direction, with a verb: [X] rises by at least 2 points from \(first)"
    case "annually", "yearly": return "write each year, or a year: falls by 5% each year; at least 12 a year"
    case "year-on-year", "yoy": return "write each year: [X] rises each year"
    case "gap", "inequality", "disparity", "variation":
      return
        "write the gap between [A] and [B], the gap between [X] and the national average; among areas: the \(above): the gap between the \(above)'s highest and lowest [X] is at most 10 points"
    case "inclusive": return "leave it out: between 60% and 80% holds both"
    case "return", "returns": return "write is at least [X] in \(first), or at most"
    case "sustain", "sustains", "sustained", "retain", "retains":
      return "write maintains [X] at 95%; of several years: [X] is at least 95% for 3 years running"
    case "aim", "aims", "strive", "strives", "seek", "seeks", "aspire", "aspires", "endeavour", "endeavours":
      return "write every \(level) should have [X] of at least 80%; or must, where it is binding"
    case "ensure", "ensures": return "write every \(level) must have [X] of at least 80%"
    case "end", "ends", "eradicate", "eradicates", "eradicated", "abolish", "abolishes":
      return "write [X] is 0 by \(last); every \(level) has no [X]"
    case "across":
      return "write who first: every \(level): [X] is at least 3; over all of them: the average [X] of \(many)"
    case "mean": return "write the average: the average [X] of \(many)"
    case "triple", "triples", "tripled", "treble", "trebles", "trebled", "quadruple", "quadruples":
      return "write is at least 3 times [X] in \(first)"
    case "combined", "jointly": return "write the sum of [A] and [B] is at least 3"
    case "none": return "write no \(level) has [X] below 50%"
    case "totals": return "write who has the total: the \(above): [X] is at most 100"
    case "step", "steps": return "name the step that is to be reached: [X] is at least [full]"
    case "rate": return "write a rate: [X] per 1,000 [Y] is at most 3"
    case "nil": return "write [X] is 0"
    case "required", "obliged", "expected", "encouraged", "asked":
      return "write every \(level) must have [X]; should, where it is not binding"
    case "see", "sees": return "say it of the figure: [X] rises by at least 2 points"
    case "rising", "falling", "increasing", "decreasing", "growing":
      return "write rises or falls; of two years: [X] is at least 80% by \(first) and at least 90% by \(last)"
    case "limits", "limit", "capped": return "write [X] is at most 100"
    case "now", "today", "currently", "thereafter":
      return "leave it out; of two years: [X] is at least 80% by \(first) and at least 90% by \(last)"
    case "exempt", "exempted": return "write every \(level) except where [X] is less than 10,000: …"
    case "lower", "higher": return "write is at least 20% \(word) than in \(first) by \(last)"
    default: return nil
    }
  }

  /// The fiscal years that the sentence names, as they stand.
  var yearsOfSentence: [FiscalYear] {
    var first = position
    while first > 0, tokens[first - 1].kind != .sign(.stop), !isClause(tokens[first - 1]) { first -= 1 }
    var years: [FiscalYear] = []
    while first < tokens.count, tokens[first].kind != .sign(.stop), tokens[first].kind != .end {
      if first > position, isClause(tokens[first]) { break }
      if case .fiscalYear(let year) = tokens[first].kind { years.append(year) }
      first += 1
    }
    return years.sorted()
  }

  private func formOfTime(_ word: String, _ years: [FiscalYear]) -> String? {
    guard word == "during" || word == "throughout", let first = years.first else { return nil }
    guard let last = years.last, first < last else { return "write in \(first.englishText)" }
    return "write of several years: in force from \(first.englishText) until \(last.englishText)"
  }

  /// Whether a clause or a declaration begins there: its years are not those of the sentence.
  private func isClause(_ token: Token) -> Bool {
    guard token.isFirstOnLine, case .word(let word, _) = token.kind else { return false }
    switch word {
    case .stage, .inForce, .due, .because, .advice, .owner, .severity, .score, .grade, .outcomePer: return true
    default: return word.beginsDeclaration
    }
  }

  /// `at least 100 cumulatively between FY2024 and FY2026`.
  private func formOfTotal(_ first: String, _ last: String) -> String {
    "write the total: [X] cumulated since \(first) is at least 100 by \(last); of the plan's years: [X] cumulated over the plan period is at least 100"
  }

  // MARK: Where a word of the language stands wrong

  /// `falls by 5% per year on average`: over all the years, or in each of them.
  var formOfAverageChange: String? {
    guard isWord(.average) || isWord(.average, ahead: 1) else { return nil }
    let changes = wordsOfSentence { word in
      switch word {
      case .rises, .falls: true
      default: false
      }
    }
    guard changes else { return nil }
    let years = yearsOfSentence
    let first = years.first?.englishText ?? "FY2019"
    let last = (years.count > 1 ? years.last : nil)?.englishText ?? "FY2026"
    return
      "write the change of all years together: falls by at least 30% from \(first) by \(last); or of each year: falls by at least 5% each year"
  }

  private func wordsOfSentence(_ fits: (Word) -> Bool) -> Bool {
    var index = position
    while index > 0, tokens[index - 1].kind != .sign(.stop), !tokens[index].isFirstOnLine {
      index -= 1
      if case .word(let word, _) = tokens[index].kind, fits(word) { return true }
    }
    return false
  }

  /// `at least 77% in FY2024 and [B] is …`, `by FY2024 and [B] …`: one target has its years for one figure.
  var formOfSeveralYears: String? {
    let year = isWord(.inWord) ? 1 : -1
    guard isASCII(current), isWord(.inWord) || isWord(.and), position > 0, isFiscalYear(peekOrBehind(year)) else { return nil }
    let years = yearsOfSentence
    guard years.count > 1 else { return nil }
    let (first, second) = (years[0].englishText, years[years.count - 1].englishText)
    let next = isWord(.inWord) && !isSign(.comma, ahead: 2) && !isWord(.and, ahead: 2) && !isWord(.to, ahead: 2) ? 0 : 3
    if isWord(.inWord), next > 0, isFiscalYear(peek(next)) || isWord(.and, ahead: 3) && isFiscalYear(peek(4)) {
      return "write of several years: in force from \(first) until \(second)"
    }
    return
      "write a target for each figure and, of one figure, the earlier year first: [X] is at least 77% by \(first) and at least 80% by \(second)"
  }

  /// `… by FY2030 and falls each year`: the year is said of one demand, or of both.
  var formOfYearBetween: String? {
    guard isWord(.and), isASCII(current), isWord(.by, at: position - 2), case .fiscalYear(let year) = tokens[position - 1].kind
    else {
      return nil
    }
    return
      "write a target for each demand; or put first what is said of both: by \(year.englishText), every \(areaWords.one): … and …"
  }

  /// `at least 3 wards of the city have …`: who is judged stands first.
  var formOfAreasOfArea: String? {
    for start in [position, position - 3] where start > 0 && (isWord(.of, at: start) || isWord(.inWord, at: start)) {
      guard isWord(.the, at: start + 1), start + 2 < tokens.count, isLevelToken(tokens[start + 2]), isASCII(tokens[start]) else {
        continue
      }
      let area = text(of: tokens[start + 2])
      return
        "say first of whom: the \(area): at least 80% of \(areaWords.many) have [X]; the \(area): no \(areaWords.one) has [X] below 50%"
    }
    return nil
  }

  /// `and [B] by 1 point`: each change has its verb.
  var formOfSecondChange: String? {
    guard isWord(.by), position > 1, case .name(let name) = tokens[position - 1].kind,
      wordsOfSentence({ $0 == .and }),
      wordsOfSentence({ word in word == .rises || word == .falls })
    else { return nil }
    return "say again how it changes: [\(name)] falls by 1 point, [\(name)] rises by at least 5 points"
  }

  /// `every ward trains at least 50 [X]`: what it does is not told.
  func form(ofVerb word: String, at index: Int) -> String? {
    guard index + 1 < tokens.count, index > 0 else { return nil }
    switch tokens[index - 1].kind {
    case .level, .word(.must, _), .word(.should, _), .word(.modal, _): break
    default: return nil
    }
    switch tokens[index + 1].kind {
    case .name, .number: break
    case .word(let next, _) where isBoundWord(next): break
    default: return nil
    }
    return
      "「\(word)」 is no word of the language: write has in its place, has at least 50 [X]; or is at least, rises, reports, has set up"
  }

  private func peekOrBehind(_ distance: Int) -> Token {
    distance > 0 ? peek(distance) : tokens[max(0, position + distance)]
  }

  /// `where [X] is at least 60% in FY2025`, `where [X] is below 80% last year`: the year stands behind its figure.
  var formOfYearInCondition: String? {
    let isYear = isWord(.inWord) && isFiscalYear(peek()) || isWord(.lastYear)
    guard isYear, wordsOfSentence({ $0 == .whereWord || $0 == .thatWord || $0 == .when || $0 == .unless }) else { return nil }
    let year = isWord(.lastYear) ? "last year" : "in " + text(of: peek())
    return "put the year behind its figure: where [X] \(year) is at least 60%"
  }

  /// `is at least 60% after FY2026`.
  var formOfAfter: String? {
    guard isWord(.moreThan) || isWord(.lessThan), saysBeforeOrAfter, case .fiscalYear(let year) = peek().kind else { return nil }
    if text(of: current) == "before" { return "write by \(year.advanced(by: -1).englishText)" }
    return "write from \(year.advanced(by: 1).englishText) on, every \(areaWords.one): [X] is at least 60%"
  }

  /// `exceeds [Y] by at least 2 points`.
  var formOfDistance: String? {
    guard isWord(.by), wordsOfSentence({ $0 == .moreThan || $0 == .lessThan || $0 == .atMost }) else { return nil }
    return "write the distance first: is at least 2 points above [Y], is no more than 5% above its FY2019 level"
  }

  /// `or at least 90%` behind a limit that is no number.
  var formOfLimitAlone: String? {
    var index = position - 1
    while index > 0, !isWord(.or, at: index), !isWord(.and, at: index) {
      if tokens[index].kind == .sign(.stop) || position - index > 8 { return nil }
      index -= 1
    }
    if index > 0, index + 2 == position { return "write the limit before its value, or behind it: at most 100; 100 or less" }
    guard index > 0, case .word(let word, _) = tokens[index + 1].kind, isBoundWord(word), isASCII(tokens[index]) else {
      return nil
    }
    return
      "say again of what: \(text(of: tokens[index])) is \(written(index + 1, position)); \(text(of: tokens[index])) [X] is \(written(index + 1, position))"
  }
}
