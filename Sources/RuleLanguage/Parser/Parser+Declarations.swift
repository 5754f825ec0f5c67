import Diagnostics
import Quantities

extension Parser {
  /// One declaration; its word has been read. Clauses that are wrong are reported and left out.
  mutating func parseDeclaration(_ word: Word, start: Int) -> Declaration? {
    switch word {
    case .program: return parseProgram(start).map { .program($0) }
    case .include: return expectText(Wording("the path of a file", "ファイルの名前")).map { .include($0) }
    case .unit: return parseUnit().map { .unit($0) }
    case .scale: return parseScale(start).map { .scale($0) }
    case .item: return parseItem(start).map { .item($0) }
    case .indicator: return parseIndicator(start).map { .indicator($0) }
    case .table: return parseTable(start).map { .table($0) }
    case .measure: return parseMeasure(start).map { .measure($0) }
    case .parameter: return parseParameter(start).map { .parameter($0) }
    case .group: return parseGroupDeclaration(start).map { .group($0) }
    case .breakdown: return parseBreakdown(start).map { .breakdown($0) }
    case .target: return parseTarget(start).map { .target($0) }
    case .waive: return parseWaiver(start).map { .waiver($0) }
    case .overall: return parseOverall(start).map { .overall($0) }
    case .example: return parseExample(start).map { .example($0) }
    default: return nil
    }
  }

  // MARK: The program

  private mutating func parseProgram(_ start: Int) -> ProgramSyntax? {
    guard let title = expectText(Wording("the program's title", "事業の名称")) else { return nil }
    var program = ProgramSyntax(title: title, place: place(from: start))
    var reportsBefore = diagnostics.count
    clauses: while declarationWord == nil {
      skipPauses()
      switch currentWord {
      case .fiscalYearStarts:
        advance()
        program.firstMonth = parseMonth()
      case .levels:
        advance()
        program.levels = parseLevels()
      case .since:
        advance()
        program.since = expectYear()
        _ = take(.from)
      case .planPeriod:
        advance()
        program.planPeriod = parsePlanPeriod()
      case .answerEveryGap:
        advance()
        program.answersEveryGap = true
        _ = take(.stop)
      default:
        guard current.kind != .end else { break clauses }
        if diagnostics.count == reportsBefore { reportProgramClause() }
        skipToProgramClause()
        reportsBefore = diagnostics.count
      }
    }
    program.place = place(from: start)
    return program
  }

  /// What is left of a faulty clause is passed over, so that levels behind it are known.
  private mutating func skipToProgramClause() {
    repeat { advance() } while current.kind != .end && declarationWord == nil && !(current.isFirstOnLine && startsProgramClause)
  }

  private var startsProgramClause: Bool {
    switch currentWord {
    case .fiscalYearStarts, .levels, .since, .planPeriod, .answerEveryGap: true
    default: false
    }
  }

  private mutating func reportProgramClause() {
    reportUnexpected(
      Wording("a clause of the program", "事業の項目"),
      mend: Wording(
        "fiscal year starts April; since FY2021; plan period FY2024 to FY2026; levels ward (ward, wards) < city (city, cities)",
        "「年度開始 4月」「開始 令和3年度」「計画期間 令和6年度から令和8年度まで」「階層 区（ward, wards） < 市（city, cities）」のように書いてください"))
  }

  /// `FY2024 to FY2026`, `令和6年度から令和8年度まで`.
  private mutating func parsePlanPeriod() -> PlanPeriodSyntax? {
    guard let from = expectYear() else { return nil }
    guard take(.to) || take(.from) || take(.until) else {
      reportUnexpected(
        Wording("「to」 and the last year", "「から」と最後の年度"),
        mend: Wording("plan period FY2024 to FY2026", "計画期間 令和6年度から令和8年度まで"))
      return nil
    }
    guard let until = expectYear() else { return nil }
    _ = take(.until)
    return PlanPeriodSyntax(from: from, until: until)
  }

  private mutating func parseMonth() -> Int32? {
    _ = take(.inWord)
    if case .month(let month) = current.kind {
      advance()
      return month
    }
    reportUnexpected(Wording("a month", "月"), mend: Wording("write it like April", "「4月」のように書いてください"))
    return nil
  }

  /// `区（ward, wards） < 市（city, cities）`.
  private mutating func parseLevels() -> [LevelDeclaration] {
    var levels: [LevelDeclaration] = []
    while case .declared = current.kind {
      var words = takeDeclaredWords()
      if take(.open) {
        words += takeDeclaredWords()
        _ = take(.close)
      }
      levels.append(LevelDeclaration(words: words))
      if !take(.less) { break }
    }
    if levels.isEmpty {
      reportUnexpected(
        Wording("the words of the levels", "階層の語"),
        mend: Wording(
          "write the lowest first: 区（ward, wards） < 市（city, cities）", "低い方から「区（ward, wards） < 市（city, cities）」のように書いてください"))
    }
    return levels
  }

  private mutating func takeDeclaredWords() -> [NameSyntax] {
    var words: [NameSyntax] = []
    while case .declared(let text) = current.kind {
      words.append(NameSyntax(text, current.place(in: file)))
      advance()
      if case .declared = peek().kind, isSign(.comma) || isSign(.pause) { advance() }
    }
    return words
  }

  /// `世帯`, `社（company, companies）`.
  private mutating func parseUnit() -> UnitDeclaration? {
    if case .declared(let text) = current.kind {
      let name = NameSyntax(text, current.place(in: file))
      advance()
      guard take(.open) else { return UnitDeclaration(name: name) }
      let others = takeDeclaredWords()
      _ = take(.close)
      return UnitDeclaration(name: name, others: others)
    }
    if let name = takeName() { return UnitDeclaration(name: name) }
    reportUnexpected(Wording("the unit's word", "単位の語"))
    return nil
  }

  private mutating func parseScale(_ start: Int) -> ScaleSyntax? {
    guard let name = expectDeclaredName(Wording("the scale's name", "回答区分の名前")) else { return nil }
    var scale = ScaleSyntax(name: name, place: place(from: start))
    skipPauses()
    let bracketed = take(.open)
    if take(.highestFirst) { scale.lowestFirst = false } else { _ = take(.lowestFirst) }
    if bracketed { _ = take(.close) }
    _ = take(.colon)
    while declarationWord == nil {
      skipPauses()
      guard let step = takeDeclaredName() else { break }
      skipPauses()
      scale.steps.append(StepSyntax(name: step, spellings: take(.also) ? takeTexts() : []))
    }
    scale.place = place(from: start)
    return scale
  }

  // MARK: Items, measures, parameters

  private mutating func takeCode(_ what: Wording) -> NameSyntax? {
    switch current.kind {
    case .code(let text):
      let name = NameSyntax(text, current.place(in: file))
      advance()
      return name
    default:
      reportUnexpected(what, mend: Wording("write the code directly behind the word: イ-1", "「イ-1」のように、すぐ後に記号を書いてください"))
      return nil
    }
  }

  private mutating func parseItem(_ start: Int) -> ItemSyntax? {
    guard let code = takeCode(Wording("the item's code", "項目の記号")) else { return nil }
    return ItemSyntax(code: code, title: takeTitle(), place: place(from: start))
  }

  mutating func takeCodeAndLabel(_ what: Wording) -> (code: NameSyntax, label: DeclaredName?)? {
    guard let code = takeCode(what) else { return nil }
    return (code, takeDeclaredName())
  }

  private mutating func expectEquals() -> Bool {
    if take(.equals) || take(.colon) { return true }
    reportUnexpected(Wording("=", "＝"))
    return false
  }

  private mutating func parseMeasure(_ start: Int) -> MeasureSyntax? {
    guard let name = expectDeclaredName(Wording("the measure's name", "算出指標の名前")), expectEquals(),
      let value = parseExpression()
    else { return nil }
    _ = take(.stop)
    return MeasureSyntax(name: name, value: value, place: place(from: start))
  }

  private mutating func parseParameter(_ start: Int) -> ParameterSyntax? {
    guard let name = expectDeclaredName(Wording("the parameter's name", "設定値の名前")), expectEquals(),
      let value = parseExpression()
    else { return nil }
    var parameter = ParameterSyntax(name: name, value: value, place: place(from: start))
    while isSign(.comma) || isSign(.pause) {
      advance()
      guard let change = parseParameterChange() else { break }
      parameter.changes.append(change)
    }
    _ = take(.stop)
    parameter.place = place(from: start)
    return parameter
  }

  /// `2回 from FY2025`, `令和7年度から2回`.
  private mutating func parseParameterChange() -> ParameterSyntax.Change? {
    if let year = takeYear() {
      _ = take(.from)
      return parseExpression().map { ParameterSyntax.Change(from: year, value: $0) }
    }
    guard let value = parseExpression() else { return nil }
    _ = take(.from)
    return expectYear().map { ParameterSyntax.Change(from: $0, value: value) }
  }

  // MARK: Waivers

  private mutating func parseWaiver(_ start: Int) -> WaiverSyntax? {
    guard let target = expectName(Wording("the target's name", "目標の名前")) else { return nil }
    var waiver = WaiverSyntax(target: target, place: place(from: start))
    clauses: while declarationWord == nil {
      skipPauses()
      switch currentWord {
      case .forWord, .concerning:
        advance()
        waiver.areas += takeNames()
      case .period:
        advance()
        parsePeriod(from: &waiver.from, until: &waiver.until)
      case .from, .until:
        parsePeriod(from: &waiver.from, until: &waiver.until)
      case .because:
        advance()
        waiver.because = expectText(Wording("the reason", "理由"))
      default: break clauses
      }
      _ = take(.stop)
    }
    waiver.place = place(from: start)
    return waiver
  }

  /// `from FY2023 until FY2024`, `令和5年度から令和6年度まで`: the word before the year tells in English, the one behind it in
  /// Japanese.
  mutating func parsePeriod(from: inout YearSyntax?, until: inout YearSyntax?) {
    let start = position
    while isWord(.from) || isWord(.until) || isWord(.inWord) || isYear(current) && continuesPeriod(since: start) {
      let before = currentWord
      if before != nil { advance() }
      guard let year = expectYear() else { return }
      switch before ?? currentWord {
      case .until, .onOrBefore: until = year
      case .from, .onOrAfter: from = year
      default:
        // A year alone is that year only, unless it closes a span: 令和3年度～令和7年度.
        if from == nil || before == .inWord { from = year }
        until = year
        continue
      }
      if before == nil { advance() }
    }
  }

  /// A further year belongs to the period only with its word, or behind ～: the next sentence may begin with a year.
  private func continuesPeriod(since start: Int) -> Bool {
    if position == start || isWord(.from, ahead: -1) && tokens[position - 1].end - tokens[position - 1].start <= 3 { return true }
    return isWord(.from, ahead: 1) || isWord(.until, ahead: 1) || isWord(.onOrBefore, ahead: 1) || isWord(.onOrAfter, ahead: 1)
  }

  func isYear(_ token: Token) -> Bool {
    switch token.kind {
    case .fiscalYear, .calendarYear, .word(.planStart, _): return true
    default: return false
    }
  }

  /// A year, or a word that stands for one seen from the judged year.
  func isYearReference(_ token: Token) -> Bool {
    switch token.kind {
    case .word(.lastYear, _), .word(.thisYear, _), .word(.lastPeriod, _), .word(.lastSurvey, _): return true
    default: return isYear(token)
    }
  }

  /// Names with commas, `and` or 及び between.
  mutating func takeNames() -> [NameSyntax] {
    var names: [NameSyntax] = []
    while let name = takeName() {
      names.append(name)
      let joined = isSign(.comma) || isSign(.pause) || isWord(.and) || isWord(.listAnd)
      if joined, case .name = peek().kind { advance() }
    }
    return names
  }
}
