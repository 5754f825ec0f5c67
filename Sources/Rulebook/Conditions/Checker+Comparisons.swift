import Diagnostics
import Quantities
import RuleLanguage

// A figure held against a bound: what the bound stands for depends on what the figure measures.

extension Checker {
  func comparison(
    of left: Figure, _ bound: BoundSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> CheckedCondition? {
    guard left.dimension != .text else { return reportTextCompared(left) }
    switch bound.value.kind {
    case .deviated(let average, let operation, let literal):
      return deviation(of: left, bound.relation, average, operation, literal, scope, place, depth: depth)
    case .tolerance(let margin, let value):
      return tolerance(of: left, bound.relation, margin, value, scope, place, depth: depth)
    case .carriedOver(let demand, let year):
      return carriedOver(left, bound.relation, demand, year, scope, place, depth: depth)
    default: break
    }
    if left.dimension == .date, case .inYear(let year, let figure) = bound.value.kind, case .fixed(let fixed) = year,
      figure.place.span.start < bound.value.place.span.start
    {
      return reportYearForDate(fixed, bound.value.place)
    }
    if let (share, year) = shareOfItsOwnYear(bound.value), left.dimension == .ratio { return reportShareOfShare(share, year) }
    if let part = bound.value.asLiteral, part.unit == nil, part.decimals == 0, !part.value.isWhole, isCount(left.dimension) {
      return reportPartOfNothing(part, left)
    }
    guard let right = value(bound.value, heldAgainst: left, scope, depth: depth),
      let pair = made(alike: left, right, place)
    else { return nil }
    if bound.relation != .equal, bound.relation != .notEqual, !isOrdered(pair.dimension) { return reportNoOrder(left) }
    if left.constant != nil, right.constant != nil, !scope.countsAreas { warnNothingReported(place) }
    guard isWithinRange(pair.left, bound.relation, pair.right, scope) else { return nil }
    let comparison = Comparison(
      left: pair.left.expression, relation: bound.relation, right: pair.right.expression, dimension: pair.dimension,
      place: place.span)
    return CheckedCondition(condition: .comparison(comparison), depth: max(left.depth, right.depth) + 1)
  }

  private func isCount(_ dimension: Dimension) -> Bool {
    switch dimension {
    case .counted, .areas, .days: true
    default: false
    }
  }

  /// 「会議」が半数以上: half of what?
  private func reportPartOfNothing(_ part: LiteralSyntax, _ left: Figure) -> CheckedCondition? {
    findings.error(
      .unclearReach, at: part.place.span,
      Wording("it is not said of what this is a part", "何に対する割合かが書かれていません"),
      labels: [Label(.rule(left.place.span), Wording("a count", "数を数える値"))],
      reason: Wording("a count is held against a number, or against a part of another figure", "数える値と比べるのは、数か、ほかの値に対する割合です"),
      mend: Wording("write at least half of [X], or a number", "「「X」の半数以上」のように何の半数かを書くか、数を書いてください"))
    return nil
  }

  /// `[day of the plan] is before FY2026`: the date that was reported in that year is hardly meant.
  private func reportYearForDate(_ year: FiscalYear, _ place: Place) -> CheckedCondition? {
    findings.error(
      .unclearReach, at: place.span,
      Wording("a date is held against a year", "日付が年度と比べられています"),
      reason: Wording(
        "a year stands for what the figure was in it, which for a date is the date that was reported then",
        "年度はその年度に報告された値を表すため、その年度に報告された日付と比べることになります"),
      mend: Wording(
        "write a date: by \(year.number + 1)-03-31, on or after \(year.number)-04-01",
        "「\(year.number + 1)年3月31日までに」「\(year.number)年4月1日以降」のように日付で書いてください"))
    return nil
  }

  /// 令和4年度の35.2%, where the figure is not named and a share: of 35.2% in that year, or 35.2% of what it was?
  private func shareOfItsOwnYear(_ syntax: ExpressionSyntax) -> (LiteralSyntax, YearReference)? {
    guard case .arithmetic(.times, let factor, let earlier) = syntax.kind, let share = factor.asLiteral, share.unit == .percent,
      share.value <= Rational(100), case .inYear(let year, let figure) = earlier.kind,
      // The figure that the sentence is about stands before; in 前年度比90% the year's own place ends before the share.
      figure.place.span.start < syntax.place.span.start, earlier.place.span.end == syntax.place.span.end
    else { return nil }
    return (share, year)
  }

  private func reportShareOfShare(_ share: LiteralSyntax, _ year: YearReference) -> CheckedCondition? {
    let (percent, times) = (share.value.decimalText, (share.value * Rational(mantissa: 1, scale: 2)).decimalText)
    let when = wording(of: year)
    findings.error(
      .changeOfShare, at: share.place.span,
      Wording("a share of a share can be read in two ways", "割合の「\(when.japanese)の\(percent)%」は、二通りに読めます"),
      reason: Wording(
        "it may be \(percent)% itself, or \(percent)% of what it was", "\(percent)%という値とも、\(when.japanese)の値の\(percent)%とも読めます"),
      mend: Wording(
        "write \(percent)%, or: \(times) times […] \(when.english)",
        "値なら「\(percent)%以上」、現状からの目標なら「\(when.japanese)の\(percent)%から…年度までに…%へ引き上げる」、倍率なら「\(when.japanese)の「…」の\(times)倍以上」と書いてください"
      ))
    return nil
  }

  private func value(_ syntax: ExpressionSyntax, heldAgainst left: Figure, _ scope: Scope, depth: Int) -> Figure? {
    if let (step, year) = answerInYear(syntax, left) { return reportAnswerInYear(step, year) }
    guard case .name(let name) = syntax.kind else { return figure(syntax, scope, depth: depth) }
    switch left.dimension {
    case .ladder(let ladder):
      let steps = rulebook.ladders[ladder].steps
      return answer(
        name, left, scope, depth: depth, among: steps.map { step in [step.name] + (step.otherName.map { [$0] } ?? []) })
    case .choice(let options): return answer(name, left, scope, depth: depth, among: options.map { [$0] })
    default: return figure(syntax, scope, depth: depth)
    }
  }

  /// The step of `is [in place] in FY2025`: the year belongs to the figure.
  private func answerInYear(_ syntax: ExpressionSyntax, _ left: Figure) -> (NameSyntax, YearReference)? {
    guard case .inYear(let year, let inner) = syntax.kind, case .name(let name) = inner.kind else { return nil }
    let key = NameFolding.fold(name.text)
    switch left.dimension {
    case .ladder(let ladder):
      let isStep = rulebook.ladders[ladder].steps.contains { step in
        NameFolding.fold(step.name) == key || step.otherName.map { NameFolding.fold($0) == key } ?? false
      }
      return isStep ? (name, year) : nil
    case .choice(let options): return options.contains { NameFolding.fold($0) == key } ? (name, year) : nil
    default: return nil
    }
  }

  private func reportAnswerInYear(_ step: NameSyntax, _ year: YearReference) -> Figure? {
    let when = wording(of: year)
    findings.error(
      .unknownStep, at: step.place.span,
      Wording("an answer is no figure that has a year", "区分には年度がありません"),
      reason: Wording("the year is that of the figure", "年度は、値につけて書きます"),
      mend: Wording(
        "put the year behind the figure: […] \(when.english) is [\(step.text)]; or a demand of that year first",
        "「\(when.japanese)の「…」が「\(step.text)」」のように、値の前に年度を書いてください"))
    return nil
  }

  /// A step or an option by its name, or another figure that is answered alike.
  private func answer(_ name: NameSyntax, _ left: Figure, _ scope: Scope, depth: Int, among answers: [[String]]) -> Figure? {
    let key = NameFolding.fold(name.text)
    let position = answers.firstIndex { spellings in spellings.contains { NameFolding.fold($0) == key } }
    let figures = names.things(named: name.text, kinds: Checker.figureKinds)
    guard let position else {
      if figures.isEmpty { return reportUnknownAnswer(name, left, answers.map { $0[0] }) }
      return figure(named: name, scope, depth: depth)
    }
    if !figures.isEmpty {
      let step = Wording("the answer 「\(answers[position][0])」", "区分「\(answers[position][0])」")
      reportAmbiguous(name, [(step, left.place.span)] + figures.map { ($0.wording, $0.place) }, codes: [])
      return nil
    }
    return constant(Rational(Int64(position)), left.dimension, name.place)
  }
}

extension Checker {
  private func reportUnknownAnswer(_ name: NameSyntax, _ left: Figure, _ answers: [String]) -> Figure? {
    let quoted = answers.map { "「\($0)」" }
    var mend = Wording("write one of \(quoted.joined(separator: ", "))", "\(quoted.joined(separator: "、"))のどれかを書いてください")
    var reason: Wording?
    if case .ladder(let ladder) = left.dimension {
      mend = wording(ofStepsIn: ladder)
      mend = Wording("its steps are \(mend.english)", "区分は\(mend.japanese)です")
      if let step = rulebook.ladders[ladder].step(spelled: name.text) {
        let meant = rulebook.ladders[ladder].steps[step].name
        reason = Wording("forms write it so, rules use the step's name", "様式での書き方です。ルールには区分の名前を書きます")
        mend = Wording("write 「\(meant)」", "「\(meant)」と書いてください")
      }
    }
    if reason == nil, let near = suggestion(for: name.text, among: answers) {
      mend = Wording(near.english + " " + mend.english, near.japanese + "。" + mend.japanese)
    }
    findings.error(
      .unknownStep, at: name.place.span,
      Wording("「\(name.text)」 is no answer that this figure can have", "「\(name.text)」は、この指標の答えにありません"),
      labels: [Label(.rule(left.place.span), Wording("the figure", "この指標"))], reason: reason, mend: mend)
    return nil
  }

  private func reportTextCompared(_ figure: Figure) -> CheckedCondition? {
    findings.error(
      .textCompared, at: figure.place.span,
      Wording("a text cannot be held against anything", "文章を値と比べることはできません"),
      reason: Wording("a rule can only ask whether it is given", "文章については、記入の有無だけを問えます"),
      mend: Wording("write: reports […]", "「…を報告していること」と書いてください"))
    return nil
  }

  private func warnNothingReported(_ place: Place) {
    findings.warning(
      .nothingReported, at: place.span,
      Wording("two fixed numbers are compared", "決まった数どうしを比べています"),
      reason: Wording("no report can change the result", "報告の値にかかわらず、結果は同じです"),
      mend: Wording("name the figure that is meant", "比べる指標の名前を書いてください"))
  }
}
