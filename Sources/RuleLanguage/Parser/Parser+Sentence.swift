import Diagnostics
import Quantities

/// What a sentence says of its target beside its demand: by when, since when, and how binding it is. The tree has it as clauses.
struct SentenceNotes {
  /// Whether the sentence is a requirement of a target, which may be due.
  var mayBeDue = false
  var said = Said()
  /// What is said with the single parts of a demand that `and` joins.
  var ofParts: [Said] = []
  /// What the sentence demands of the same figure from later years on.
  var laterDemands: [Parser.LaterDemand] = []
  /// Numbers without a word that says at least, at most or exactly.
  var bareNumbers: [Place] = []
  /// Numbers that are to be achieved, 60%を達成する.
  var attainedNumbers: [Place] = []
  /// Values that are to be reached, or kept, `reaches the national average`.
  var attainedValues: [Place] = []
  /// The last year of an average or a total of years that are named, `from FY2022 to FY2024`.
  var period: FiscalYear?
  /// Years behind what figures are held against.
  var yearsOfLimits: [Parser.YearOfLimit] = []
  /// How many changes of the sentence so far have not said from which year.
  var changesWithoutStart = 0
  /// The year of `since FY2020, every ward …`.
  var frontFrom: YearSyntax?
  /// The words of the year from which a change so far is counted, where it is another than the last one.
  var yearOfChange: Range<Int>?
  /// How many conditions of the sentence so far are not asked of several years running.
  var clausesOfOneYear = 0
  /// Whether the sentence asks nothing of anybody but how many areas there are: 「X」が10%未満の区がないこと.
  var countsAreasAlone = false

  /// Said of a whole demand, or of one of its parts.
  struct Said: Equatable {
    var due: YearSyntax?
    /// 令和8年度まで, which is by when or how long: the demand tells.
    var mayBeUntil = false
    var from: YearSyntax?
    var until: YearSyntax?
    /// `should`, …よう努めること.
    var strives = false

    var saysNothing: Bool { self == Said() }
  }
}

extension Parser {
  /// `by FY2030`, 令和12年度末までに, 令和12年度に, 令和6年度以降, 令和6年度から令和8年度まで; nothing has been read where there is none.
  mutating func takeDue(isFirst: Bool = false) {
    guard sentence.mayBeDue else { return }
    while takeStatedYear(isFirst: isFirst) { skipPauses() }
  }

  private mutating func takeStatedYear(isFirst: Bool) -> Bool {
    if isWord(.by) || isWord(.onOrBefore) && isASCII(current), isFiscalYear(peek()) {
      advance()
      sentence.said.due = takeYear()
      return true
    }
    if isWord(.lessThan), text(of: current) == "before", isFiscalYear(peek()) {
      advance()
      sentence.said.due = takeYear().map { YearSyntax($0.year.advanced(by: -1), $0.place) }
      return true
    }
    guard isFiscalYear(current) else { return false }
    if isWord(.until, ahead: 1), isASCII(current) || !isASCII(peek()) {
      sentence.said.mayBeUntil = text(of: peek()) == "まで"
      sentence.said.due = takeYear()
      advance()
      return true
    }
    guard case .fiscalYear = current.kind, !isASCII(peek()) else { return false }
    if isWord(.particleNi, ahead: 1), saysWhen(isFirst: isFirst) {
      sentence.said.due = takeYear()
      advance()
      _ = take(.particleWa)
      return true
    }
    guard isWord(.onOrAfter, ahead: 1) || startsSpan(isFirst: isFirst) else { return false }
    let isOnwards = isWord(.onOrAfter, ahead: 1)
    sentence.said.from = takeYear()
    if isOnwards { sentence.frontFrom = sentence.said.from }
    advance()
    _ = take(.particleWa)
    return true
  }

  /// Whether 令和8年度に tells by when; 令和5年度に目標「T」が… asks for that year's outcome.
  private func saysWhen(isFirst: Bool) -> Bool {
    if isFirst || isWord(.target, ahead: 2) || isReachingWord(ahead: 2) { return false }
    return guardEnd == nil
  }

  /// Whether 令和6年度から is since when, and not from when on a figure changes: a limit or 毎年 follows.
  private mutating func startsSpan(isFirst: Bool) -> Bool {
    guard isWord(.from, ahead: 1) || isWord(.than, ahead: 1) && text(of: peek()) == "より" else { return false }
    let here = position
    defer { position = here }
    advance()
    advance()
    if isFirst, isSign(.pause) || isSign(.comma) { return true }
    skipPauses()
    if saysEachYear { return true }
    guard isFiscalYear(current), isWord(.until, ahead: 1) else { return false }
    if isFirst { return true }
    advance()
    advance()
    skipPauses()
    return saysEachYear || limitFollows()
  }

  private var saysEachYear: Bool { isWord(.annually) && text(of: current).hasPrefix("毎") }

  /// Whether a limit stands here, and not an amount by which a figure changes.
  private mutating func limitFollows() -> Bool {
    guard case .number(let number) = current.kind, !number.isFraction, !isWord(.timesWord, ahead: 1), takeLiteral() != nil else {
      return false
    }
    _ = take(.particleWo)
    _ = takeBoundWord()
    skip([.apiece, .particleNo])
    return !isReachingWord(ahead: 0)
  }

  /// `from FY2024, every ward …`, `from FY2024 until FY2026, …`; nothing has been read where there is none.
  mutating func takeInForce(isLast: Bool = false) {
    guard isWord(.from) || isWord(.since) || isWord(.until), sentence.mayBeDue, isASCII(current) else { return }
    let start = position
    let found: (from: YearSyntax?, until: YearSyntax?)? = attempt { parser in
      var years: (from: YearSyntax?, until: YearSyntax?) = (nil, nil)
      if parser.take(.from) || parser.take(.since) {
        guard let year = parser.takeYear() else { return nil }
        years.from = year
        if isLast { _ = parser.take(.on) }
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
    if isLast, let from = found?.from, isWord(.since, at: start) { reportStateSince(from, place(from: start)) }
    sentence.said.from = found?.from ?? sentence.said.from
    sentence.said.until = found?.until ?? sentence.said.until
    if !isLast { sentence.frontFrom = found?.from }
  }

  func isFiscalYear(_ token: Token) -> Bool {
    switch token.kind {
    case .fiscalYear, .calendarYear: true
    default: false
    }
  }

  /// `must`, `shall`, `will`, `is to`; `should`, which says how binding the target is.
  mutating func takeModal() {
    if take(.should) { sentence.said.strives = true } else { _ = take(.must) || take(.modal) }
  }

  /// The よう努めること behind what is demanded; it stands last and is said of the whole sentence.
  mutating func takeStriving() {
    if take(.strive) { sentence.said.strives = true }
  }

  // MARK: Parts

  /// Keeps apart what is said with one part of a demand.
  mutating func noting<Result>(_ said: inout [SentenceNotes.Said], _ part: (inout Parser) -> Result?) -> Result? {
    let outside = sentence.said
    sentence.said = SentenceNotes.Said()
    let start = position
    let result = part(&self)
    settleUntil(from: start)
    said.append(sentence.said)
    sentence.said = outside
    return result
  }

  /// 令和8年度まで60%以上とする and 令和8年度まで毎年… are asked in each year; 令和8年度まで増やす tells by when.
  mutating func settleUntil(from start: Int) {
    guard let due = sentence.said.due else { return }
    var isYearly = false
    for index in start..<position {
      if saysEachYear(at: index), sentence.said.mayBeUntil || changesEachYear(start) { isYearly = true }
      if sentence.said.mayBeUntil, isWord(.lastYear, at: index) || text(of: tokens[index]).hasPrefix("維持") { isYearly = true }
    }
    if sentence.said.mayBeUntil, !isYearly {
      isYearly = sentence.said.from != nil || !bringsAbout(from: start)
      if isYearly, let deed = deedOfOneYear(from: start) { reportDeedUntil(due, deed) }
    }
    sentence.said.mayBeUntil = false
    guard isYearly else { return }
    sentence.said.until = due
    sentence.said.due = nil
  }

  /// 毎年, each year; 年3回 is an amount.
  func saysEachYear(at index: Int) -> Bool {
    isWord(.annually, at: index) && (isASCII(tokens[index]) || text(of: tokens[index]).hasPrefix("毎"))
  }

  /// Whether a verb of change stands in the part.
  private func changesEachYear(_ start: Int) -> Bool {
    (start..<position).contains { index in
      switch tokens[index].kind {
      case .word(.rises, _), .word(.falls, _), .word(.doesNotFall, _), .word(.doesNotRise, _): true
      default: false
      }
    }
  }

  /// What is said with the only part is said of the whole, and so is what ends the last one: `by FY2026.`
  mutating func say(_ said: [SentenceNotes.Said], of parts: [ConditionSyntax]) {
    if said.count == 1 { return merge(said[0]) }
    var said = said
    let step = sentence.mayBeDue ? lastStep(of: parts) : nil
    if step == .limit, isWord(.inWord), isFiscalYear(peek()), isSign(.stop, ahead: 2) || peek(2).isFirstOnLine {
      // is at least 60% and is at least 70% in FY2028
      advance()
      said[said.count - 1].due = takeYear()
    }
    guard said.contains(where: { !$0.saysNothing }) else { return }
    if step == nil, endsWithWhole(said) { return merge(said[said.count - 1]) }
    sentence.ofParts = said
  }

  /// What the last part of a demand goes on from, so that a year behind it is its own.
  private enum Step {
    /// `is at least 60% and is at least 70% by FY2028`: the later limit takes the place of the other.
    case limit
    /// `rises each year and is at least 60% by FY2028`
    case change
  }

  private func lastStep(of parts: [ConditionSyntax]) -> Step? {
    guard parts.count > 1, case .bounds(let figure, _) = parts[parts.count - 1].kind else { return nil }
    switch parts[parts.count - 2].kind {
    case .bounds(let before, let limits):
      if before == figure, limits.count == 1, limits[0].value.kind == .inYear(.yearsAgo(1), figure) { return .change }
      return before == figure && parts[parts.count - 1].takesThePlace(of: parts[parts.count - 2]) ? .limit : nil
    case .trend(let before, let change):
      return before == figure && change.start == .year(.yearsAgo(1)) && !change.trend.isDenial ? .change : nil
    default: return nil
    }
  }

  /// `… and [B] is at least 45% by FY2026.`, …よう努めること。: what stands last is said of all.
  private func endsWithWhole(_ said: [SentenceNotes.Said]) -> Bool {
    guard said.dropLast().allSatisfy({ $0.saysNothing }) else { return false }
    if isWord(.strive, at: position - 1) { return said[said.count - 1].due == nil && !aimsAtLimit }
    guard case .fiscalYear = tokens[position - 1].kind else { return false }
    return isWord(.by, at: position - 2)
  }

  /// 70%以上を目指す and 70%以上が望ましい are said of that limit; …とするよう努める of the sentence.
  private var aimsAtLimit: Bool {
    if text(of: tokens[position - 1]) == "が望ましい" { return true }
    guard text(of: tokens[position - 1]).hasPrefix("を目指"), case .word(let before, _) = tokens[position - 2].kind else {
      return false
    }
    return isBoundWord(before)
  }

  private mutating func merge(_ said: SentenceNotes.Said) {
    sentence.said.due = said.due ?? sentence.said.due
    sentence.said.from = said.from ?? sentence.said.from
    sentence.said.until = said.until ?? sentence.said.until
    sentence.said.strives = said.strives || sentence.said.strives
  }
}
