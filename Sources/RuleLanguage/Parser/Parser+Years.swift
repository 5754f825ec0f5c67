import Quantities

/// Demands of one year, and what is demanded instead: the forms around a requirement.
extension Parser {
  /// `in FY2027,`, `in plan year 2,`, `令和9年度は、`, `計画2年目は、`; nothing has been read where there is none.
  mutating func takeDemandYear() -> DemandYearSyntax? {
    attempt { parser in
      let start = parser.position
      if let span = parser.takeDemandSpan() {
        let year = DemandYearSyntax(span, parser.place(from: start))
        parser.skipPauses()
        return year
      }
      let isEnglish = parser.take(.inWord)
      guard let kind = parser.takeDemandYearKind(isEnglish: isEnglish) else { return nil }
      if isEnglish {
        let isSetOff = parser.isSign(.comma) || parser.isSign(.pause) || parser.isSign(.colon)
        guard isSetOff || parser.isWord(.every) else { return nil }
      } else {
        // 令和5年度に目標「T」が… speaks of that year and is no demand for it.
        let hasPlace = parser.take(.particleDe)
        let isSetOff =
          parser.take(.particleNi) && (parser.isSign(.pause) || parser.isSign(.comma))
          && !parser.isWord(.target, ahead: 1)
        guard parser.take(.particleWa) || hasPlace || isSetOff else { return nil }
      }
      let year = DemandYearSyntax(kind, parser.place(from: start))
      _ = parser.take(.colon)
      parser.skipPauses()
      return year
    }
  }

  /// `from FY2029 on,`, `in FY2024 to FY2026,`, 令和11年度以降は, 令和6年度から令和8年度までは: nothing has been read where there is none.
  private mutating func takeDemandSpan() -> DemandYearSyntax.Kind? {
    attempt { parser in
      let (isFrom, isIn) = (parser.take(.from), parser.take(.inWord))
      guard let first = parser.takeYear() else { return nil }
      if isFrom { return parser.take(.on) ? .span(first.year, nil) : nil }
      if isIn {
        guard parser.take(.to), let last = parser.takeYear() else { return nil }
        return .span(first.year, last.year)
      }
      if parser.take(.onOrAfter) { return parser.take(.particleWa) ? .span(first.year, nil) : nil }
      guard parser.take(.from) else { return nil }
      if parser.take(.particleWa) { return .span(first.year, nil) }
      guard let last = parser.takeYear(), parser.take(.until), parser.take(.particleWa) else { return nil }
      return .span(first.year, last.year)
    }
  }

  /// The `in FY2025` of `is at least 80% in FY2025`: the last word of a sentence is no figure's year.
  mutating func takeDemandYearBehind() -> DemandYearSyntax? {
    attempt { parser in
      let start = parser.position
      guard parser.take(.inWord), let kind = parser.takeDemandYearKind(isEnglish: true),
        parser.isSign(.stop) || parser.isClauseStart
      else { return nil }
      return DemandYearSyntax(kind, parser.place(from: start))
    }
  }

  private mutating func takeDemandYearKind(isEnglish: Bool) -> DemandYearSyntax.Kind? {
    if let year = takeYear() { return .fiscal(year.year) }
    guard isEnglish ? take(.planYear) : take(.plan), case .number(let number) = current.kind, number.value.isWhole,
      let ordinal = number.value.numerator.word, (1...300).contains(ordinal)
    else { return nil }
    advance()
    if !isEnglish, !take(.yearOrdinal) { return nil }
    return .ofPlan(Int32(ordinal))
  }

  /// `except when …: …`, `ただし、…のときは、…であること。`, `ただし、…の区では、この限りでない。`
  mutating func parseException(to requirement: RequirementSyntax) -> ExceptionSyntax? {
    let start = position
    guard take(.exceptWhen) else { return nil }
    skipPauses()
    guard let condition = parseCondition() else { return nil }
    skip([.particleNo, .ending])
    if case .level = current.kind, isWord(.particleDe, ahead: 1) || isWord(.particleWa, ahead: 1) {
      advance()
      advance()
      _ = take(.particleWa)
    } else if !take(.when), !isSign(.colon), !isSign(.comma), !isSign(.pause) {
      return nil
    }
    _ = take(.colon)
    skipPauses()
    if take(.exempt) || isWord(.notApplicable) && peek().kind == .sign(.stop) && take(.notApplicable) {
      return ExceptionSyntax(condition: condition, demand: nil, place: place(from: start))
    }
    let demandStart = position
    let alone = attempt { $0.parseBoundsAlone(of: requirement.demand) } ?? attempt { $0.parseTrendAlone(of: requirement.demand) }
    guard let written = alone ?? parseCondition() else { return nil }
    if alone != nil { checkDistanceOfException(requirement.demand, written, demandStart) }
    let demand = alike(written, requirement.demand, from: demandStart)
    return ExceptionSyntax(condition: condition, demand: demand, place: place(from: start))
  }

  /// `rises by at least 10 points.`: another change of the same figure.
  private mutating func parseTrendAlone(of demand: ConditionSyntax) -> ConditionSyntax? {
    let start = position
    guard case .trend(let figure, _) = demand.kind, isASCII(current), !startsWithName, let trend = parseTrend(),
      isSign(.stop) || current.kind == .end
    else {
      return nil
    }
    return ConditionSyntax(.trend(figure, trend), place(from: start))
  }

  /// `at least 1回.`, `1回以上であること。`: another bound of the same figure.
  private mutating func parseBoundsAlone(of demand: ConditionSyntax) -> ConditionSyntax? {
    let start = position
    guard case .bounds(let figure, _) = demand.kind else { return nil }
    figureInFocus = figure
    defer { figureInFocus = nil }
    guard let bounds = parseBounds() else { return nil }
    switch current.kind {
    case .sign(.stop), .end: break
    case .sign(.comma), .sign(.pause): if !isWord(.exceptWhen, ahead: 1) { return nil }
    default: if !current.isFirstOnLine { return nil }
    }
    return ConditionSyntax(.bounds(figure, bounds), place(from: start))
  }

  /// The 2回とする of 3回以上であること。ただし、…のときは、2回とする is a limit of the same kind; what else is asked for exactly is a warning.
  private mutating func alike(_ written: ConditionSyntax, _ demand: ConditionSyntax, from start: Int) -> ConditionSyntax {
    guard case .bounds(let figure, let bounds) = written.kind, bounds.count == 1, bounds[0].relation == .equal,
      let amount = bounds[0].value.asLiteral, !amount.isNothingOrAll,
      !(start..<position).contains(where: { isBoundWord(tokens[$0].word) || isSign(.equals, at: $0) })
    else { return written }
    if case .bounds(figure, let demanded) = demand.kind, demanded.count == 1, demanded[0].value.asLiteral != nil {
      return ConditionSyntax(.bounds(figure, [BoundSyntax(demanded[0].relation, bounds[0].value)]), written.place)
    }
    warnOfExactNumber(amount.place)
    return written
  }
}
