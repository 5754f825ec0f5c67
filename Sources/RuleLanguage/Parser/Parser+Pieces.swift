import Diagnostics
import Quantities

/// Names, texts, years, literals: the pieces that declarations and sentences are made of.
extension Parser {
  /// A marked or bare name, where one stands here.
  mutating func takeName() -> NameSyntax? {
    switch current.kind {
    case .name(let text), .bare(let text):
      let name = NameSyntax(text, current.place(in: file))
      advance()
      return name
    default: return nil
    }
  }

  mutating func expectName(_ what: Wording) -> NameSyntax? {
    if let name = takeName() { return name }
    reportUnexpected(what, mend: Wording("put the name in marks: 「…」 or […]", "名前を「」で囲んで書いてください"))
    return nil
  }

  /// `「協議回数」（[council meetings]）`.
  mutating func takeDeclaredName() -> DeclaredName? {
    guard let name = takeName() else { return nil }
    guard isSign(.open), case .name(let other) = peek().kind, isSign(.close, ahead: 2) else { return DeclaredName(name) }
    advance()
    let otherName = NameSyntax(other, current.place(in: file))
    advance()
    advance()
    return DeclaredName(name, other: otherName)
  }

  mutating func expectDeclaredName(_ what: Wording) -> DeclaredName? {
    if let name = takeDeclaredName() { return name }
    reportUnexpected(what, mend: Wording("put the name in marks: 「…」 or […]", "名前を「」で囲んで書いてください"))
    return nil
  }

  mutating func takeText() -> TextSyntax? {
    guard case .text(let text) = current.kind else { return nil }
    let result = TextSyntax(text, current.place(in: file))
    advance()
    return result
  }

  /// A text; officers put titles in 「」 as well, which is clear where only a text can stand.
  mutating func takeTitle() -> TextSyntax? {
    if let text = takeText() { return text }
    guard case .name(let text) = current.kind else { return nil }
    let result = TextSyntax(text, current.place(in: file))
    advance()
    return result
  }

  mutating func expectText(_ what: Wording) -> TextSyntax? {
    if let text = takeTitle() { return text }
    reportUnexpected(what, mend: Wording("write it between quotation marks: \"…\"", "引用符で囲んで書いてください（\"…\"）"))
    return nil
  }

  /// Texts with commas between.
  mutating func takeTexts() -> [TextSyntax] {
    var texts: [TextSyntax] = []
    while let text = takeText() {
      texts.append(text)
      if isSign(.comma) || isSign(.pause) || isWord(.or), case .text = peek().kind { advance() }
    }
    return texts
  }

  /// A fiscal year; a calendar year where one can be meant, and is reported elsewhere.
  mutating func takeYear(mayBeCalendar: Bool = false) -> YearSyntax? {
    let place = current.place(in: file)
    switch current.kind {
    case .fiscalYear(let year):
      advance()
      return YearSyntax(year, place)
    case .calendarYear(let year):
      if !mayBeCalendar { reportCalendarYear(year) }
      advance()
      return YearSyntax(year, isCalendar: mayBeCalendar, place)
    default: return nil
    }
  }

  private mutating func reportCalendarYear(_ year: FiscalYear) {
    let written = text(of: current)
    report(
      .calendarYear, at: current.place(in: file),
      Wording("「\(written)」 does not say whether the fiscal year is meant", "「\(written)」では年度かどうかが分かりません"),
      reason: Wording(
        "rules speak of fiscal years; of a figure by calendar year, that fiscal year stands for the year of the same number",
        "ルールでは年度で書きます。暦年で集計する指標では、令和8年度は令和8年のことです"),
      mend: Wording("write \(year.englishText)", "「\(year.japaneseText)」と書いてください"))
  }

  mutating func expectYear() -> YearSyntax? {
    if let year = takeYear() { return year }
    let written = bareYear.map { String($0) } ?? "2023"
    reportUnexpected(
      Wording("a fiscal year", "年度"), mend: Wording("write it like FY\(written) or 令和5年度", "「令和5年度」のように書いてください"))
    return nil
  }

  mutating func takeLevel() -> LevelSyntax? {
    guard case .level(let index) = current.kind else { return nil }
    let level = LevelSyntax(index, current.place(in: file))
    advance()
    return level
  }

  /// A number with its unit.
  mutating func takeLiteral() -> LiteralSyntax? {
    let start = position
    if isWord(.annually), case .number = peek().kind { advance() }
    if isWord(.annually), isWord(.particleNi, ahead: 1), case .number = peek(2).kind { position += 2 }
    if isWord(.half) {
      advance()
      return LiteralSyntax(Rational(mantissa: 5, scale: 1), decimals: 0, unit: nil, place(from: start))
    }
    guard case .number(let number) = current.kind else { return nil }
    advance()
    var unit: UnitSyntax? = number.isPercent ? .percent : nil
    switch current.kind {
    case .unit(let name):
      unit = .named(name)
      advance()
    case .level(let index) where !number.isPercent && !number.isFraction:
      unit = .level(LevelSyntax(index, current.place(in: file)))
      advance()
    case .word(.yearsWord, _):
      unit = .named("年")
      advance()
    case .word(.percent, _) where !number.isFraction:
      unit = .percent
      advance()
    case .word(.points, _):
      unit = .points
      advance()
    default: break
    }
    _ = take(.annually)
    return LiteralSyntax(number.value, decimals: number.decimals, unit: unit, place(from: start))
  }

  /// The の調査 of 令和4年度の調査から, the 実績 of 令和4年度実績より: they mean nothing more.
  private mutating func takeKindOfFigure() {
    let ahead = isWord(.particleNo) ? 1 : 0
    if isWord(.survey, ahead: ahead) || isWord(.actual, ahead: ahead) || ahead == 1 && isWord(.count, ahead: 1) {
      for _ in 0...ahead { advance() }
    }
  }

  /// `FY2019`, `its FY2019 level`, `the level of FY2019`, `its level in FY2019`: behind `from` and `lower than`.
  mutating func takeYearOrItsLevel() -> YearReference? {
    let before = position
    if take(.the), isASCII(current) {
      if takeActual() {
        if take(.of) || take(.inWord) || isWord(.lastYear), let year = takeYearReference() { return year }
      } else if let year = takeYearReference() {
        _ = take(.possessive)
        _ = takeActual()
        return year
      }
      position = before
    }
    guard let year = takeYearReference() else { return nil }
    if isASCII(current) {
      _ = take(.possessive)
      _ = takeActual()
    }
    return year
  }

  /// The `level` of `its FY2019 level`, the `levels` of `FY2019 levels`.
  mutating func takeActual() -> Bool {
    take(.actual) || isWord(.levels) && isASCII(current) && !current.isFirstOnLine && take(.levels)
  }

  /// `last year`, `前年度`, `今年度`, `2 years ago`, `2年前`, `FY2019`; nothing has been read where there is none.
  mutating func takeYearReference() -> YearReference? {
    switch current.kind {
    case .word(.lastYear, _):
      advance()
      return .yearsAgo(1)
    case .word(.yearBeforeLast, _):
      advance()
      return .yearsAgo(2)
    case .word(.thisYear, _):
      advance()
      return .yearsAgo(0)
    case .fiscalYear(let year):
      advance()
      takeKindOfFigure()
      return .fixed(year)
    case .calendarYear(let year):
      advance()
      takeKindOfFigure()
      return .calendar(year)
    case .word(.lastPeriod, _):
      advance()
      return .lastPeriod
    case .word(.lastSurvey, _):
      advance()
      return .lastSurvey(of: nil)
    case .word(.planStart, _):
      advance()
      return .planStart
    case .word(.the, _) where isWord(.lastSurvey, ahead: 1) || isWord(.lastPeriod, ahead: 1) || isWord(.survey, ahead: 2):
      advance()
      return takeYearReference()
    case .number(let number) where isWord(.yearsAgo, ahead: 1):
      guard number.value.isWhole, let years = number.value.numerator.word, (0...300).contains(years) else { return nil }
      advance()
      advance()
      return .yearsAgo(Int32(years))
    default: return nil
    }
  }
}
