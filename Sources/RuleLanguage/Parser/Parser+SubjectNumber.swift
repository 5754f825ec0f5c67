import Diagnostics
import Quantities

/// How many areas of a level are meant: `at least 23 wards`, `no ward`, 23区以上で, 全区の70%以上で.
extension Parser {
  /// `全区の70%以上で`: the number behind the level.
  mutating func parseJapaneseShare(_ start: Int, _ level: LevelSyntax, filter: FilterSyntax) -> SubjectSyntax? {
    let isExact = take(.exactly)
    guard let amount = takeLiteral() else { return nil }
    _ = take(.particleWo)
    let relation = takeBoundWord() ?? (isExact ? .equal : bareRelation(amount))
    takePlaceParticle()
    return SubjectSyntax(.numberOf(level, relation, amount), filter: filter, place(from: start))
  }

  /// `no ward has …`: exactly none.
  mutating func parseNoArea(_ start: Int) -> SubjectSyntax? {
    guard let level = takeLevel() else {
      reportLevel()
      return nil
    }
    let none = LiteralSyntax(.zero, decimals: 0, unit: .level(level), level.place)
    return parseAreasOfNumber(start, level, .equal, none)
  }

  /// `all but two wards have …`: it is said of those that do not.
  mutating func reportAllBut() {
    let end = position + (isLevelToken(peek(2)) ? 3 : 2)
    let number = written(position + 1, end)
    report(
      .unexpectedWord, at: current.place(in: file),
      Wording("how many areas may miss it is not said of those that meet it", "満たさなくてよい地域の数は、満たさない地域について書きます"),
      mend: Wording("write at most \(number) have [X] less than 80%", "「「X」が80%未満の区が2区以下であること」のように書いてください"))
  }

  /// `at least 23 wards`, `exactly 70% of wards where …`; `ちょうど23区で`.
  mutating func parseEnglishNumberOfAreas(_ start: Int) -> SubjectSyntax? {
    var relation = takeBoundWord()
    guard let amount = takeLiteral() else {
      reportUnexpected(
        Wording("a number of areas", "区などの数"),
        mend: Wording(
          formNearPlanPeriod
            ?? "at least 23 \(areaWords.many) have …; a demand that begins in a year: from FY2025, every \(areaWords.one): …",
          "「23区以上で」のように書いてください"))
      return nil
    }
    if let behind = takeBoundWord() { relation = behind }
    guard let relation else { return nil }
    skip([.of, .the, .particleNo])
    if case .level(let level) = amount.unit {
      return parseAreasOfNumber(start, level, relation, amount)
    }
    guard let level = takeLevel() else {
      if !reportRatioOfAreas(amount, relation) { reportLevel() }
      return nil
    }
    return parseAreasOfNumber(start, level, relation, amount)
  }

  /// `at least 9 in 10 wards`.
  private mutating func reportRatioOfAreas(_ part: LiteralSyntax, _ relation: Relation) -> Bool {
    guard isWord(.inWord), case .number(let whole) = peek().kind, let share = part.value.divided(by: whole.value),
      share.signum > 0, share <= .one, part.value.isWhole, whole.value.isWhole
    else { return false }
    let limit =
      switch relation {
      case .atMost: Wording("at most", "以下")
      case .lessThan: Wording("less than", "未満")
      case .moreThan: Wording("more than", "超")
      case .equal: Wording("exactly", "ちょうど")
      case .atLeast, .notEqual: Wording("at least", "以上")
      }
    let percent = share * Rational(100)
    let written = percent.fits(decimals: 1) ? percent.decimalText + "%" : part.value.decimalText + "/" + whole.value.decimalText
    reportUnexpected(
      Wording("a share of the areas", "地域の割合"),
      mend: Wording(
        "write \(limit.english) \(written) of \(areaWords.many)",
        "「\(written)\(limit.japanese)の\(levelWords.first ?? "区")で」と書いてください"))
    return true
  }

  private mutating func parseAreasOfNumber(
    _ start: Int, _ level: LevelSyntax, _ relation: Relation, _ amount: LiteralSyntax
  ) -> SubjectSyntax? {
    guard let filter = parseFilterBehind(start) else { return nil }
    return SubjectSyntax(.numberOf(level, relation, amount), filter: filter, place(from: start))
  }

  /// `23区以上で`, `70%以上の区で`, `半数以上の区で`.
  mutating func parseJapaneseNumberOfAreas(_ start: Int) -> SubjectSyntax? {
    guard let amount = takeLiteral() else { return nil }
    _ = take(.particleWo)
    let limit = takeBoundWord()
    let relation = limit ?? bareRelation(amount)
    skip([.of, .the, .particleNo])
    let level: LevelSyntax
    if case .level(let counted) = amount.unit {
      // 23区を超える区で
      if case .level(counted.index) = current.kind { advance() }
      level = counted
    } else if let named = takeLevel() {
      level = named
    } else {
      reportMissingSubject(start)
      return nil
    }
    let end = position
    guard let subject = parseAreasOfNumber(start, level, relation, amount) else { return nil }
    if limit == nil, isWord(.particleMo, at: position - 1), !isASCII(tokens[position - 1]) { checkNotEven(start, end) }
    return subject
  }
}
