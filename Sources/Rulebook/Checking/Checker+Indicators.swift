import Diagnostics
import Quantities
import RuleLanguage

// Indicators: how each is answered, and within which range.

extension Checker {
  func checkIndicators() {
    for (position, entry) in declared.indicators.enumerated() {
      guard let kind = kind(of: entry.syntax), soundCodes.indicators.contains(position) else { continue }
      indicatorPositions[position] = rulebook.indicators.count
      rulebook.indicators.append(indicator(entry, kind))
    }
  }

  private func indicator(_ entry: CollectedDeclarations.Belonging<IndicatorSyntax>, _ kind: FigureKind) -> Indicator {
    let syntax = entry.syntax
    let range = range(syntax, kind)
    if let introduced = syntax.introduced { _ = isPlausible(introduced) }
    let surveyed = surveyYears(syntax)
    return Indicator(
      code: syntax.code.text, label: syntax.label?.name.text,
      otherLabel: syntax.label?.other?.text, alsoCalled: syntax.alsoCalled.map { $0.text },
      item: itemPosition(entry.item), table: nil, question: syntax.question?.text, kind: kind, stage: syntax.stage?.stage,
      reportedBy: syntax.reportedBy?.text, givenByBureau: syntax.givenByBureau, lowest: range?.lowest,
      highest: range?.highest, introduced: syntax.introduced?.year, surveyed: surveyed,
      byCalendarYear: syntax.byCalendarYear, recordOnly: syntax.recordOnly,
      place: (syntax.label?.name ?? syntax.code).place.span)
  }

  /// In order, each once.
  private func surveyYears(_ syntax: IndicatorSyntax) -> [FiscalYear]? {
    for year in syntax.surveyed {
      _ = isPlausible(year)
      if year.isCalendar, !syntax.byCalendarYear { reportCalendarYear(year.year, year.place) }
    }
    return syntax.surveyed.isEmpty ? nil : Set(syntax.surveyed.map { $0.year }).sorted()
  }

  private func kind(of syntax: IndicatorSyntax) -> FigureKind? {
    guard let answer = syntax.answer else {
      if misread.contains(syntax.place) { return nil }
      findings.error(
        .answerMissing, at: syntax.code.place.span,
        Wording(
          "indicator 「\(syntax.code.text)」 does not say how it is answered", "指標「\(syntax.code.text)」に回答形式がありません"),
        reason: Wording("its unit decides what it may be compared with", "単位がわからないと、値を比べられません"),
        mend: Wording("add, such as: measured as count in 回", "「回答形式 回数（回）」のように書いてください"))
      return nil
    }
    switch answer.kind {
    case .count(let unit): return countingUnit(unit, answer.place).map { .count(unit: $0) }
    case .amount(let unit): return countingUnit(unit, answer.place).map { .amount(unit: $0) }
    case .number(let unit, let decimals): return number(unit, decimals, answer.place)
    case .status(let scale): return ladder(scale).map { .ladder($0) }
    case .yesOrNo: return .yesOrNo
    case .date: return .date
    case .text: return .text
    case .choice(let options): return choice(options, answer.place)
    }
  }

  private func countingUnit(_ unit: UnitSyntax, _ place: Place) -> String? {
    switch unit {
    case .named(let word): return self.unit(word, at: place)
    case .level(let syntax): return level(syntax).map { wording(ofLevel: $0).japanese }
    case .percent, .points:
      findings.error(
        .answerUnit, at: place.span,
        Wording("a count is not told in %", "回数や件数の単位に%は使えません"),
        reason: Wording("counts are whole, shares are not", "数は整数、割合は小数です"),
        mend: Wording("write: number in %", "「割合（%）」と書いてください"))
      return nil
    }
  }

  private func number(_ unit: UnitSyntax?, _ decimals: Int?, _ place: Place) -> FigureKind? {
    if let decimals, !(0...6).contains(decimals) {
      findings.error(
        .answerUnit, at: place.span,
        Wording("a figure has 6 decimals at most", "小数は第6位までです"),
        mend: Wording("write a number of decimals from 0 to 6", "小数の桁数を6以下にしてください"))
      return nil
    }
    switch unit {
    case .percent: return .percent(decimals: decimals)
    case .points:
      findings.error(
        .answerUnit, at: place.span,
        Wording("points are differences, which are computed, not reported", "ポイントは割合の差で、報告する値ではありません"),
        mend: Wording("let the share be reported: number in %", "割合そのものを「割合（%）」として報告させてください"))
      return nil
    case .named(let word): return self.unit(word, at: place).map { .number(unit: $0, decimals: decimals) }
    case .level(let syntax):
      return level(syntax).map { .number(unit: wording(ofLevel: $0).japanese, decimals: decimals) }
    case nil: return .number(unit: "", decimals: decimals)
    }
  }

  private func choice(_ options: [TextSyntax], _ place: Place) -> FigureKind? {
    var used: [String: SourceSpan] = [:]
    for option in options {
      if let first = used[NameFolding.fold(option.text)] {
        reportDuplicateName(NameSyntax(option.text, option.place), first: first)
        return nil
      }
      used[NameFolding.fold(option.text)] = option.place.span
    }
    if options.count >= 2 { return .choice(options.map { $0.text }) }
    findings.error(
      .tooFewSteps, at: place.span,
      Wording("a choice has two options at least", "選択肢が二つ未満です"),
      mend: Wording("write: choice of \"A\", \"B\"", "「選択 \"A\"、\"B\"」のように書いてください"))
    return nil
  }
}

extension Checker {
  /// The range in the figure's own unit: 80 for 80%.
  private func range(_ syntax: IndicatorSyntax, _ kind: FigureKind) -> (lowest: Rational, highest: Rational)? {
    guard let range = syntax.range else { return nil }
    let scope = Scope(constantsFor: Wording("a bound of a range", "範囲の上限・下限"))
    let low = figure(range.lowest, scope, depth: 1)
    let high = figure(range.highest, scope, depth: 1)
    guard let low, let high else { return nil }
    let place = range.lowest.place.joined(to: range.highest.place)
    guard isNumeric(kind.dimension) else {
      let what = wording(of: kind.dimension)
      return reportRange(
        place, Wording("\(what.english) has no range", "\(what.japanese)に範囲は付けられません"),
        mend: Wording("leave the range out", "範囲を消してください"))
    }
    guard let lowest = ownValue(low, kind), let highest = ownValue(high, kind) else { return nil }
    guard lowest <= highest else {
      return reportRange(
        place, Wording("the range ends below its beginning", "範囲の上限が下限より小さくなっています"),
        mend: Wording("swap the two bounds", "上限と下限を入れ替えてください"))
    }
    if isWhole(kind), lowest.signum < 0 {
      return reportRange(
        place, Wording("a count cannot be less than zero", "数は0より小さくなりません"),
        mend: Wording("begin the range at 0, or ask for a number", "範囲を0から始めるか、回答形式を「数値」にしてください"))
    }
    return (lowest, highest)
  }

  private func ownValue(_ figure: Figure, _ kind: FigureKind) -> Rational? {
    var own = Figure(expression: .constant(.zero), dimension: kind.dimension, place: figure.place)
    if case .percent = kind { own.isReportedShare = true }
    guard let value = made(alike: own, figure, figure.place)?.right.constant else { return nil }
    return own.isReportedShare ? value * Rational(100) : value
  }

  private func isWhole(_ kind: FigureKind) -> Bool {
    switch kind {
    case .count, .amount: true
    default: false
    }
  }

  private func reportRange<Result>(_ place: Place, _ message: Wording, mend: Wording) -> Result? {
    findings.error(.rangeUnfit, at: place.span, message, mend: mend)
    return nil
  }
}
