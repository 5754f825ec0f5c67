import Diagnostics
import Quantities
import RuleLanguage

// Values in examples, as facts hold them: whole numbers, with the decimals of the indicator taken in.

extension Checker {
  func value(
    given value: GivenSyntax.Value, _ indicator: Indicator, _ year: FiscalYear, _ place: Place
  ) -> Example.Value? {
    switch value {
    case .notReported: return .notReported
    case .notApplicable: return .notApplicable
    case .text(let text): return self.value(text, indicator)
    case .figure(let syntax): return self.value(syntax, indicator, year)
    }
  }

  /// A text is the answer itself, or the spelling of a step or an option.
  private func value(_ text: TextSyntax, _ indicator: Indicator) -> Example.Value? {
    if case .text = indicator.kind { return .text(text.text) }
    if let position = answer(spelled: text.text, indicator.kind) { return .stored(Int64(position)) }
    return reportUnfit(text.place, indicator)
  }

  private func answer(spelled spelling: String, _ kind: FigureKind) -> Int? {
    switch kind {
    case .ladder(let ladder): return rulebook.ladders[ladder].step(spelled: spelling)
    case .choice(let options):
      let key = NameFolding.fold(spelling)
      return options.firstIndex { NameFolding.fold($0) == key }
    default: return nil
    }
  }

  private func value(_ syntax: ExpressionSyntax, _ indicator: Indicator, _ year: FiscalYear) -> Example.Value? {
    if case .name(let name) = syntax.kind {
      guard let position = answer(spelled: name.text, indicator.kind) else { return reportUnfit(syntax.place, indicator) }
      return .stored(Int64(position))
    }
    if case .dayOfYear(let month, let day) = syntax.kind, case .date = indicator.kind,
      let date = CalendarDate.day(month: month, day: day, in: year, firstMonth: rulebook.program.firstMonth)
    {
      return .stored(Int64(date.dayNumber))
    }
    let scope = Scope(constantsFor: Wording("a figure in an example", "例の値"))
    guard let figure = figure(syntax, scope, depth: 1) else { return nil }
    switch indicator.kind {
    case .ladder, .choice, .text: return reportUnfit(syntax.place, indicator)
    default: break
    }
    var own = Figure(expression: .constant(.zero), dimension: indicator.kind.dimension, place: syntax.place)
    if case .percent = indicator.kind { own.isReportedShare = true }
    guard let value = made(alike: own, figure, syntax.place)?.right.constant else { return nil }
    guard let stored = value.divided(by: indicator.storedStep)?.wholeNumber, indicator.leastStored.map({ $0 <= stored }) ?? true
    else { return reportUnfit(syntax.place, indicator) }
    return .stored(stored)
  }

  private func reportUnfit(_ place: Place, _ indicator: Indicator) -> Example.Value? {
    findings.error(
      .exampleValue, at: place.span,
      Wording(
        "「\(indicator.name)」 cannot be reported so", "「\(indicator.name)」はこのようには報告できません"),
      labels: [Label(.rule(indicator.place), Wording("the indicator", "この指標"))],
      reason: reasonOfKind(indicator), mend: Wording("write a value that a form could hold", "様式に記入できる値を書いてください"))
    return nil
  }

  private func reasonOfKind(_ indicator: Indicator) -> Wording {
    switch indicator.kind {
    case .count(let unit), .amount(let unit):
      Wording("it is a whole number of \(unit), not less than its range allows", "範囲の中の整数（\(unit)）で答えます")
    case .number, .percent:
      Wording(
        "it has at most \(String(indicator.kind.decimals)) decimals and lies within its range",
        "小数は第\(String(indicator.kind.decimals))位まで、範囲の中の値で答えます")
    case .ladder(let ladder):
      Wording("its steps are \(wording(ofStepsIn: ladder).english)", "区分は\(wording(ofStepsIn: ladder).japanese)です")
    case .choice(let options):
      Wording(
        "its options are " + options.map { "「\($0)」" }.joined(separator: ", "),
        "選択肢は" + options.map { "「\($0)」" }.joined(separator: "、") + "です")
    case .yesOrNo: Wording("it is a yes or a no", "「はい」か「いいえ」で答えます")
    case .date: Wording("it is a date", "日付で答えます")
    case .text: Wording("it is a text, in \"…\"", "文章で答えます（\"…\"）")
    }
  }
}
