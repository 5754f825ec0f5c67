import Diagnostics
import Quantities

extension Parser {
  mutating func parseTarget(_ start: Int) -> TargetSyntax? {
    guard let name = expectDeclaredName(Wording("the target's name", "目標の名前")) else { return nil }
    var target = TargetSyntax(name: name, place: place(from: start))
    saidBefore = nil
    _ = take(.colon)
    while declarationWord == nil, current.kind != .end {
      skipPauses()
      if take(.stop) { continue }
      if isClauseStart {
        let reportsBefore = diagnostics.count
        parseTargetClause(&target)
        if diagnostics.count > reportsBefore { skipToNextClause() }
      } else if isWord(.exceptWhen), let last = target.requirements.indices.last {
        parseExceptionOrRecover(&target.requirements[last])
      } else {
        parseRequirementOrRecover(&target)
      }
    }
    if !openYears.isEmpty { settleOpenYears(of: target) }
    settleYearsBehind(of: &target)
    if target.inForceUntil != nil { checkUntilOfSentence(in: target) }
    settleScore(of: &target)
    target.place = place(from: start)
    return target
  }

  /// What is left of a faulty clause is no requirement.
  private mutating func skipToNextClause() {
    while declarationWord == nil, current.kind != .end, !isClauseStart, !current.isFirstOnLine {
      if take(.stop) { return }
      advance()
    }
  }

  /// Whether a clause of a target begins here.
  var isClauseStart: Bool {
    switch currentWord {
    case .stage, .inForce, .due, .recordOnly, .severity, .must, .should, .because, .advice, .owner, .outcomePer: true
    case .score, .grade, .showAchievement: true
    default: false
    }
  }

  private mutating func parseTargetClause(_ target: inout TargetSyntax) {
    let word = currentWord
    advance()
    switch word {
    case .stage: target.stage = parseStage()
    case .inForce: parsePeriodClause(&target)
    case .due:
      _ = take(.by) || take(.inWord)
      if let year = expectYear() { setDue(year, in: &target) }
      _ = take(.until)
    case .recordOnly: target.recordOnly = true
    case .score: target.score = parseScore()
    case .grade: target.grade = parseGrade()
    case .showAchievement: target.showsAchievement = true
    case .outcomePer: target.outcomePer = expectLevel()
    case .severity:
      if take(.must) {
        target.severity = .must
      } else if take(.should) {
        target.severity = .should
      } else {
        reportUnexpected(Wording("must or should", "必須 または 努力目標"))
      }
    case .must: target.severity = .must
    case .should: target.severity = .should
    case .because: target.because += expectTexts(Wording("the source", "根拠の文"))
    case .advice: target.advice += expectTexts(Wording("the advice", "助言の文"))
    case .owner: target.owner = expectText(Wording("who is in charge", "担当の名前"))
    default: break
    }
  }

  private mutating func parsePeriodClause(_ target: inout TargetSyntax) {
    let before = position
    parsePeriod(from: &target.inForceFrom, until: &target.inForceUntil)
    if position == before {
      reportUnexpected(
        Wording("from or until with a fiscal year", "適用の年度"),
        mend: Wording("in force from FY2021 until FY2025", "適用 令和3年度から令和7年度まで"))
    }
  }

  private mutating func expectTexts(_ what: Wording) -> [TextSyntax] {
    let texts = takeTexts()
    if texts.isEmpty { _ = expectText(what) }
    return texts
  }

  /// A requirement; where it cannot be read, the rest of its sentence is passed over.
  private mutating func parseRequirementOrRecover(_ target: inout TargetSyntax) {
    let start = position
    if isWord(.exceptWhen) {
      reportExceptionAlone()
      return skipSentence()
    }
    let reportsBefore = diagnostics.count
    sentence = SentenceNotes(mayBeDue: true)
    defer { sentence = SentenceNotes() }
    if let requirement = parseRequirement() {
      let written = note(requirement, from: start, in: &target)
      target.requirements += written
      if isSign(.comma) || isSign(.pause), isWord(.exceptWhen, ahead: 1) { advance() }
      if endsSentence() { return }
      if !hasErrors(since: reportsBefore), current.isFirstOnLine { return reportMissingStop() }
      target.requirements.removeLast(written.count)
      // What was read of it is no requirement, and asks for no number.
      diagnostics = diagnostics.enumerated().filter { $0.offset < reportsBefore || $0.element.code != .bareNumber }.map {
        $0.element
      }
    }
    if !hasErrors(since: reportsBefore), !sentenceHasUnknownWord(from: start) {
      reportUnexpected(Wording("the rest of a requirement, or 「.」", "要件の続き、または「。」"), mend: nearestForm)
    }
    if position == start { advance() }
    skipSentence()
  }

  /// Whether more than warnings has been reported.
  private func hasErrors(since count: Int) -> Bool { diagnostics[count...].contains { $0.severity == .error } }

  private mutating func reportExceptionAlone() {
    report(
      .exceptionAlone, at: current.place(in: file),
      Wording("there is no requirement before this exception", "このただし書きの前に要件がありません"),
      reason: Wording("an exception changes what the sentence before it demands", "ただし書きは、前の文の要求を一部の地域について変えるものです"),
      mend: Wording("write the requirement first", "先に要件の文を書いてください"))
  }

  private mutating func skipSentence() {
    while declarationWord == nil, current.kind != .end, !isClauseStart || saysHowBinding {
      if take(.stop) { return }
      advance()
    }
  }

  /// The `should` of `must have [A] and should have [B]` is no clause.
  private var saysHowBinding: Bool { (isWord(.should) || isWord(.must)) && isASCII(current) && !current.isFirstOnLine }

  /// A ただし sentence; where it cannot be read, it is passed over.
  private mutating func parseExceptionOrRecover(_ requirement: inout RequirementSyntax) {
    let start = position
    let reportsBefore = diagnostics.count
    if let exception = parseException(to: requirement) {
      if isSign(.comma) || isSign(.pause), isWord(.exceptWhen, ahead: 1) { advance() }
      if endsSentence() { return requirement.exceptions.append(exception) }
      if diagnostics.count == reportsBefore, current.isFirstOnLine {
        requirement.exceptions.append(exception)
        return reportMissingStop()
      }
    }
    if !sentenceHasUnknownWord(from: start), hasTwoCases(from: start) {
      diagnostics.removeLast(diagnostics.count - reportsBefore)
      reportTwoCases(from: start)
    } else if diagnostics.count == reportsBefore, !sentenceHasUnknownWord(from: start) {
      reportUnexpected(
        Wording("the rest of an exception", "ただし書きの続き"),
        mend: Wording(
          "except when [X] is 0: [Y] is at least 1. Or: except when [X] is 0: nothing is required.",
          "ただし、「X」が0のときは、「Y」が1以上であること。または：ただし、「X」が0のときは、この限りでない。"))
    }
    skipSentence()
  }

  /// ただし、…のときは2回、…のときは1回とする: each case is an exception of its own.
  private func hasTwoCases(from start: Int) -> Bool {
    var (index, cases) = (start + 1, 0)
    while index < tokens.count, !isSign(.stop, at: index), tokens[index].kind != .end {
      if isWord(.when, at: index) { cases += 1 }
      index += 1
    }
    return cases > (isASCII(tokens[start]) ? 0 : 1)
  }

  private mutating func reportTwoCases(from start: Int) {
    report(
      .unexpectedWord, at: tokens[start].place(in: file),
      Wording("an exception has one case and what is demanded in it", "一つのただし書きに書けるのは、一つの場合とその要求です"),
      mend: Wording(
        "write an exception for each, the narrower first: except when [X] is less than 5,000: at least 1. except when [X] is less than 10,000: at least 2.",
        "狭い場合から順に、一つずつ書いてください：「ただし、「X」が5,000未満のときは、1以上であること。ただし、「X」が10,000未満のときは、2以上であること。」"))
  }

  /// A new line begins a new sentence, but the one before has not been ended.
  private mutating func reportMissingStop() {
    report(
      .unexpectedWord, at: tokens[position - 1].place(in: file),
      Wording("the sentence is not ended before the next one begins", "文が「。」で終わらないまま、次の文が始まっています"),
      mend: Wording("end it with 「.」", "文の終わりに「。」を書いてください"))
  }

  /// A word that is not one of the language has been reported where it was read.
  func sentenceHasUnknownWord(from start: Int) -> Bool {
    for index in start..<tokens.count {
      if case .unknown = tokens[index].kind { return true }
      if tokens[index].kind == .sign(.stop) || tokens[index].kind == .end { return false }
    }
    return false
  }

  /// `。` or `.` ends a requirement; it may be left out only before a clause, a declaration or the end.
  private mutating func endsSentence() -> Bool {
    take(.stop) || isClauseStart || isWord(.exceptWhen) || declarationWord != nil || current.kind == .end
  }
}
