import Diagnostics
import Quantities

/// What a sentence says of its target beside its demand: by when, and how binding it is. The tree has it as a clause.
struct SentenceNotes {
  /// Whether the sentence is a requirement of a target, which may be due.
  var mayBeDue = false
  var due: YearSyntax?
  /// `should`, …よう努めること.
  var strives = false
  /// `from FY2024, …`, `rises each year from FY2019`: the years in which the target is judged.
  var from: YearSyntax?
  var until: YearSyntax?
  /// Where it is said that a figure changes each year: it is asked of each, also of those before a due year.
  var everyYear: Place?

  var limitsYears: Bool { from != nil || until != nil || everyYear != nil && due != nil }
}

extension Parser {
  /// `by FY2030`, 令和12年度末までに; nothing has been read where there is none.
  mutating func takeDue() {
    guard sentence.mayBeDue else { return }
    if isWord(.by) || isWord(.onOrBefore) && isASCII(current), isFiscalYear(peek()) {
      advance()
      sentence.due = takeYear()
    } else if isFiscalYear(current), isWord(.until, ahead: 1), isASCII(current) || !isASCII(peek()) {
      sentence.due = takeYear()
      advance()
    } else {
      return
    }
    skipPauses()
  }

  /// `from FY2024, every ward …`, `from FY2024 until FY2026, …`; nothing has been read where there is none.
  mutating func takeInForce(isLast: Bool = false) {
    guard sentence.mayBeDue, isASCII(current) else { return }
    let found: (from: YearSyntax?, until: YearSyntax?)? = attempt { parser in
      var years: (from: YearSyntax?, until: YearSyntax?) = (nil, nil)
      if parser.take(.from) || parser.take(.since) {
        guard let year = parser.takeYear() else { return nil }
        years.from = year
      }
      if parser.take(.until) || years.from != nil && parser.take(.to) {
        guard let year = parser.takeYear() else { return nil }
        years.until = year
      }
      let isSetOff =
        isLast
        ? parser.isSign(.stop) || parser.isClauseStart : parser.isSign(.comma) || parser.isSign(.colon) || parser.isWord(.every)
      guard years.from != nil || years.until != nil, isSetOff else { return nil }
      if !isLast {
        _ = parser.take(.colon)
        parser.skipPauses()
      }
      return years
    }
    sentence.from = found?.from ?? sentence.from
    sentence.until = found?.until ?? sentence.until
  }

  func isFiscalYear(_ token: Token) -> Bool {
    switch token.kind {
    case .fiscalYear, .calendarYear: true
    default: false
    }
  }

  /// `must`, `shall`, `will`, `is to`; `should`, which says how binding the target is.
  mutating func takeModal() {
    if take(.should) { sentence.strives = true } else { _ = take(.must) || take(.modal) }
  }

  /// The よう努めること behind what is demanded.
  mutating func takeStriving() {
    if take(.strive) { sentence.strives = true }
  }

  /// Puts the notes where a clause would have put them.
  mutating func note(_ requirement: RequirementSyntax, in target: inout TargetSyntax) {
    if let everyYear = sentence.everyYear, sentence.limitsYears, !isWholly(requirement.demand, at: everyYear) {
      reportYearsOfSentence(everyYear)
    } else if sentence.limitsYears {
      limitYears(of: &target, requirement.place)
    } else if let due = sentence.due {
      setDue(due, in: &target)
    }
    if target.requirements.count > 1, let place = yearsOfSentence { reportYearsOfSentence(place) }
    if sentence.strives, target.severity == nil { target.severity = .should }
  }

  /// Whether a sentence demands nothing but the change at that place: its years are those of the whole target.
  private func isWholly(_ demand: ConditionSyntax, at place: Place) -> Bool {
    guard case .trend = demand.kind else { return false }
    return demand.place.span.start <= place.span.start && place.span.end <= demand.place.span.end
  }

  /// The years of which a sentence speaks are those in which its target is in force.
  private mutating func limitYears(of target: inout TargetSyntax, _ place: Place) {
    let until = sentence.until ?? (sentence.everyYear == nil ? nil : sentence.due)
    if sentence.everyYear == nil, let due = sentence.due { setDue(due, in: &target) }
    yearsOfSentence = place
    if target.inForceFrom != nil && sentence.from != nil || target.inForceUntil != nil && until != nil {
      return reportYearsOfSentence(place)
    }
    target.inForceFrom = sentence.from ?? target.inForceFrom
    target.inForceUntil = until ?? target.inForceUntil
  }

  mutating func reportYearsOfSentence(_ place: Place) {
    yearsOfSentence = nil
    report(
      .yearsOfSentence, at: place,
      Wording("the years of this sentence would hold for more than it says", "この文の年度が、文の外にまでかかってしまいます"),
      reason: Wording(
        "each year is judged by itself, and the years in which a target is judged are those of all its sentences",
        "各年度はそれぞれに判定し、判定する年度は目標全体で一つです"),
      mend: Wording(
        "write a target of its own: every ward: [X] rises by at least 2 points. in force from FY2020 until FY2026",
        "目標を分け、「適用 令和2年度から令和8年度まで」のように年度を書いてください"))
  }

  /// A target is due in one year.
  mutating func setDue(_ year: YearSyntax, in target: inout TargetSyntax) {
    if let before = target.due, before.year != year.year {
      report(
        .dueTwice, at: year.place,
        Wording("the target is due in two years", "達成期限の年度が二つあります"),
        reason: Wording("a target has one due year, whether a clause or a sentence says so", "達成期限は、文で書いても項目で書いても、一つの目標に一つです"),
        mend: Wording(
          "write a target for each year, or a demand of one year: in \(before.year.englishText), …",
          "年度ごとに目標を分けるか、「\(before.year.japaneseText)は、…」のように、その年度の要求として書いてください"))
      return
    }
    target.due = year
  }
}
