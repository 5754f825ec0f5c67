import Diagnostics
import Quantities

extension Parser {
  mutating func parseIndicator(_ start: Int) -> IndicatorSyntax? {
    guard let (code, label) = takeCodeAndLabel(Wording("the indicator's code", "指標の記号")) else { return nil }
    var indicator = IndicatorSyntax(code: code, label: label, place: place(from: start))
    while declarationWord == nil {
      skipPauses()
      guard parseIndicatorClause(&indicator) else { break }
    }
    indicator.place = place(from: start)
    return indicator
  }

  private mutating func parseIndicatorClause(_ indicator: inout IndicatorSyntax) -> Bool {
    guard let word = currentWord else { return false }
    switch word {
    case .question:
      advance()
      indicator.question = expectText(Wording("the question", "設問の文"))
    case .measuredAs:
      advance()
      indicator.answer = parseAnswer()
    case .stage:
      advance()
      indicator.stage = parseStage()
    case .reportedBy:
      advance()
      indicator.reportedBy = expectText(Wording("who reports it", "報告者"))
    case .givenByBureau:
      advance()
      indicator.givenByBureau = true
    case .range:
      advance()
      indicator.range = parseRange()
    case .introduced:
      advance()
      indicator.introduced = expectYear()
      _ = take(.from)
    case .by, .countedBy:
      advance()
      indicator.by = expectName(Wording("the breakdown's name", "内訳の名前"))
      _ = take(.classedBy)
    case .surveyed:
      advance()
      indicator.surveyed += takeYears()
    case .byCalendarYear:
      advance()
      indicator.byCalendarYear = true
    case .recordOnly:
      advance()
      indicator.recordOnly = true
    default: return false
    }
    _ = take(.stop)
    return true
  }

  /// `FY2016, FY2019 and FY2022`, `平成28年度、令和元年度`.
  private mutating func takeYears() -> [YearSyntax] {
    var years: [YearSyntax] = []
    while let year = takeYear(mayBeCalendar: true) {
      years.append(year)
      let isJoined = isSign(.comma) || isSign(.pause) || isWord(.and) || isWord(.listAnd)
      if isJoined, isYear(peek()) { advance() }
      if isSign(.comma), isWord(.and, ahead: 1), isYear(peek(2)) { (1...2).forEach { _ in advance() } }
    }
    if years.isEmpty {
      reportUnexpected(
        Wording("the years of the surveys", "調査の年度"),
        mend: Wording("surveyed in FY2016, FY2019, FY2022", "「調査年度 平成28年度、令和元年度、令和4年度」のように書いてください"))
    }
    return years
  }

  mutating func parseStage() -> StageSyntax? {
    let stage: Stage
    switch currentWord {
    case .plan: stage = .plan
    case .do: stage = .do
    case .check: stage = .check
    case .act: stage = .act
    default:
      reportUnexpected(Wording("a stage: plan, do, check or act", "段階（計画・実行・評価・改善）"))
      return nil
    }
    let start = position
    advance()
    return StageSyntax(stage, place(from: start))
  }

  /// `0回 to 366回`, `0回から366回まで`.
  private mutating func parseRange() -> RangeSyntax? {
    guard let lowest = parseExpression() else { return nil }
    guard take(.to) || take(.from) || take(.atLeast) else {
      reportUnexpected(
        Wording("「to」 and the highest value", "「から」と上限"), mend: Wording("range 0回 to 366回", "範囲 0回から366回まで"))
      return nil
    }
    guard let highest = parseExpression() else { return nil }
    _ = take(.until) || take(.atMost)
    return RangeSyntax(lowest: lowest, highest: highest)
  }

  // MARK: Answers

  private mutating func parseAnswer() -> AnswerSyntax? {
    let start = position
    guard let word = currentWord, let kind = parseAnswerKind(word) else {
      if !isKnownAnswer(currentWord) {
        reportUnexpected(
          Wording("how the indicator is answered", "回答の形式"),
          mend: Wording(
            "count in 回, number in %, status 「…」, yes or no, date or text", "回数（回）、割合（%）、区分「…」、はい・いいえ、日付、文章 などを書いてください"))
      }
      return nil
    }
    return AnswerSyntax(kind, place(from: start))
  }

  private func isKnownAnswer(_ word: Word?) -> Bool {
    switch word {
    case .countIn, .count, .amountIn, .numberIn, .statusOf, .choiceOf: true
    default: false
    }
  }

  private mutating func parseAnswerKind(_ word: Word) -> AnswerSyntax.Kind? {
    switch word {
    case .countIn:
      let implied = impliedUnit(of: text(of: current))
      advance()
      if let implied, !isSign(.open) { return .count(.named(implied)) }
      return parseAnswerUnit().map { .count($0.unit) }
    case .count:
      // 数（か所） counts in any unit.
      advance()
      return parseAnswerUnit().map { .count($0.unit) }
    case .amountIn:
      advance()
      return parseAnswerUnit().map { .amount($0.unit) }
    case .numberIn:
      return parseNumberAnswer()
    case .statusOf:
      advance()
      return expectName(Wording("the scale's name", "回答区分の名前")).map { .status($0) }
    case .yesOrNo:
      advance()
      return .yesOrNo
    case .dateAnswer:
      advance()
      return .date
    case .textAnswer:
      advance()
      return .text
    case .choiceOf:
      advance()
      let bracketed = take(.open)
      let options = takeTexts()
      if bracketed { _ = take(.close) }
      return .choice(options)
    default: return nil
    }
  }

  /// 回数 alone counts in 回, 件数 in 件, 人数 in 人.
  private func impliedUnit(of word: String) -> String? {
    word.hasSuffix("数") ? Vocabulary.commonUnits.first { word == $0 + "数" } : nil
  }

  /// `number in %, 1 decimal`, `割合（%、小数第1位）`; a plain number has no unit, and 割合 alone is one in %.
  private mutating func parseNumberAnswer() -> AnswerSyntax.Kind? {
    let implied: UnitSyntax? = text(of: current) == "割合" ? .percent : nil
    advance()
    guard isSign(.open) || isUnitToken(current) else { return .number(implied, decimals: takeDecimals()) }
    return parseAnswerUnit().map { .number($0.unit, decimals: $0.decimals) }
  }

  func isUnitToken(_ token: Token) -> Bool {
    switch token.kind {
    case .unit, .bare, .word(.yearsWord, _), .word(.percent, _), .word(.points, _), .level, .unknown, .name: true
    default: false
    }
  }

  /// A unit alone or in brackets, with its decimals.
  private mutating func parseAnswerUnit() -> (unit: UnitSyntax, decimals: Int?)? {
    let bracketed = take(.open)
    guard let unit = takeUnit() else {
      reportUnexpected(
        Wording("a unit", "単位"),
        mend: Wording("write the unit, such as 回, 件 or %; others are declared with unit", "回・件・% などの単位を書いてください（ほかの単位は「単位」で定めます）"))
      return nil
    }
    let decimals = takeDecimals()
    if bracketed, !take(.close) { reportUnexpected(Wording("the closing bracket", "閉じかっこ")) }
    return (unit, decimals)
  }

  private mutating func takeUnit() -> UnitSyntax? {
    switch current.kind {
    case .word(.percent, _):
      advance()
      return .percent
    case .word(.points, _):
      advance()
      return .points
    case .unit(let name), .bare(let name), .name(let name):
      advance()
      return .named(name)
    case .word(.yearsWord, _):
      advance()
      return .named("年")
    case .level:
      let name = text(of: current)
      advance()
      return .named(name)
    default: return nil
    }
  }

  /// `, 1 decimal`, `、小数第1位`.
  private mutating func takeDecimals() -> Int? {
    guard isSign(.comma) || isSign(.pause) else { return nil }
    let start = position
    advance()
    _ = take(.decimalPlace)
    guard case .number(let number) = current.kind, let count = number.value.numerator.word, number.value.isWhole,
      (0...6).contains(count)
    else {
      position = start
      return nil
    }
    advance()
    skip([.decimals, .until])
    return Int(count)
  }

  // MARK: Tables

  /// A table and the indicators behind it, which are its rows, up to the next declaration of another kind.
  mutating func parseTable(_ start: Int) -> TableSyntax? {
    guard let (code, label) = takeCodeAndLabel(Wording("the table's code", "内訳表の記号")) else { return nil }
    var table = TableSyntax(code: code, label: label, place: place(from: start))
    while declarationWord == nil {
      skipPauses()
      guard parseTableClause(&table) else { break }
    }
    table.place = place(from: start)
    while declarationWord == .indicator {
      let rowStart = position
      advance()
      if let row = parseIndicator(rowStart) { table.rows.append(row) }
      if current.kind != .end, declarationWord == nil { break }
    }
    return table
  }

  private mutating func parseTableClause(_ table: inout TableSyntax) -> Bool {
    switch currentWord {
    case .total:
      advance()
      table.total = expectName(Wording("the total's indicator", "合計となる指標"))
    case .ofWhich:
      advance()
      table.ofWhich += takeNames()
    case .multipleAnswers:
      advance()
      table.multipleAnswers = true
    default: return false
    }
    _ = take(.stop)
    return true
  }
}
