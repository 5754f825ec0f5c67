import Diagnostics
import Quantities

/// What a sentence says of its target beside its demand: by when, and how binding it is. The tree has it as a clause.
struct SentenceNotes {
  /// Whether the sentence is a requirement of a target, which may be due.
  var mayBeDue = false
  var due: YearSyntax?
  /// `should`, …よう努めること.
  var strives = false
}

extension Parser {
  /// `by FY2030`, 令和12年度末までに; nothing has been read where there is none.
  mutating func takeDue() {
    guard sentence.mayBeDue else { return }
    if isWord(.by), isFiscalYear(peek()) {
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

  private func isFiscalYear(_ token: Token) -> Bool {
    switch token.kind {
    case .fiscalYear, .calendarYear: true
    default: false
    }
  }

  /// `must`, `shall`; `should`, which says how binding the target is.
  mutating func takeModal() {
    if take(.should) { sentence.strives = true } else { _ = take(.must) }
  }

  /// The よう努めること behind what is demanded.
  mutating func takeStriving() {
    if take(.strive) { sentence.strives = true }
  }

  /// Puts the notes where a clause would have put them.
  mutating func note(_ requirement: RequirementSyntax, in target: inout TargetSyntax) {
    if let due = sentence.due { setDue(due, in: &target) }
    if sentence.strives, target.severity == nil { target.severity = .should }
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
