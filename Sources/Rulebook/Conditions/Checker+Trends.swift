import Diagnostics
import Quantities
import RuleLanguage

// How a figure changes: it is held against its own value in an earlier year, and against that value raised or lowered.

extension Checker {
  func trend(
    of syntax: ExpressionSyntax, _ trend: TrendSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> CheckedCondition? {
    guard let figure = figure(syntax, scope, depth: depth + 1) else { return nil }
    guard isNumeric(figure.dimension) || isOrdered(figure.dimension) else { return reportNoOrder(figure) }
    let amount = trend.amount.map { self.amount($0.value, scope, depth: depth + 1) }
    if let amount, amount == nil { return nil }
    if let bound = trend.amount, trend.leavesOpen { return reportLimitOfChange(trend, bound.value.place) }
    switch trend.start {
    case .year(let year):
      return earlier(figure, year, place).flatMap { change(from: $0, to: figure, trend, amount ?? nil, place) }
    case .eachOf(let years):
      guard isSpan(years, from: 1, place) else { return nil }
      return all(
        (0..<years).map { back in
          let later = back == 0 ? figure : wrapped(figure, .inYear(.yearsAgo(back), figure.expression), place)
          let earlier = wrapped(figure, .inYear(.yearsAgo(back + 1), figure.expression), place)
          return change(from: earlier, to: later, trend, amount ?? nil, place)
        })
    }
  }

  /// By how much: a fraction, as in 3分の1減少, is a share of the earlier value as 30% is.
  private func amount(_ syntax: ExpressionSyntax, _ scope: Scope, depth: Int) -> Figure? {
    guard var amount = figure(syntax, scope, depth: depth) else { return nil }
    if case .indicator = amount.expression { return reportAmountOfAnother(syntax) }
    if case .bare(isFraction: true) = amount.unit {
      amount.dimension = .ratio
      amount.unit = .own
    }
    return amount
  }

  /// `[A] rises by more than [B]`: than B, or than B does.
  private func reportAmountOfAnother(_ syntax: ExpressionSyntax) -> Figure? {
    findings.error(
      .unclearReach, at: syntax.place.span,
      Wording("it is not said whether the other figure or its change is meant", "もう一方の値そのものか、その増減かが決まりません"),
      reason: Wording("which one is meant is not guessed", "どちらかを推測することはしません"),
      mend: Wording(
        "write ([A] − [A] last year) is more than ([B] − [B] last year); or, for the figure itself, … is more than [B]",
        "増減どうしなら「（「A」−前年度の「A」）が（「B」−前年度の「B」）を上回る」、値そのものなら「…が「B」を上回る」と書いてください"))
    return nil
  }

  private func change(
    from earlier: Figure, to figure: Figure, _ trend: TrendSyntax, _ amount: Figure?, _ place: Place
  ) -> CheckedCondition? {
    let isUpward = trend.trend == .rises || trend.trend == .doesNotRise
    if let share = amount?.constant, amount?.dimension == .ratio {
      warnOfFall(by: share, trend, isUpward: isUpward, amount?.place ?? place)
    }
    guard let bound = amount.map({ shifted(earlier, by: $0, isUpward: isUpward, trend, place) }) ?? earlier else { return nil }
    var relation = trend.amount?.relation ?? .moreThan
    if !isUpward { relation = relation.mirrored }
    if trend.trend == .doesNotFall || trend.trend == .doesNotRise { relation = relation.negated }
    let comparison = Comparison(
      left: figure.expression, relation: relation, right: bound.expression, dimension: figure.dimension, place: place.span)
    return CheckedCondition(condition: .comparison(comparison), depth: max(figure.depth, bound.depth) + 1)
  }

  /// What falls by more than all of it would be less than nothing.
  private func warnOfFall(by share: Rational, _ trend: TrendSyntax, isUpward: Bool, _ place: Place) {
    guard trend.trend == .falls, !isUpward, share > .one || share == .one && trend.amount?.relation == .moreThan else { return }
    findings.warning(
      .outsideRange, at: place.span,
      Wording("nothing can fall by more than 100%", "100%を超えて減ることはありません"),
      reason: Wording("a figure that has fallen by 100% is zero", "100%減れば0になります"),
      mend: Wording("write at most 100%, or the value that is to be reached", "100%以下の割合か、目標とする値を書いてください"))
  }

  /// The earlier value, so much more or less; in %, so much of itself, which means something only above zero.
  private func shifted(
    _ earlier: Figure, by amount: Figure, isUpward: Bool, _ trend: TrendSyntax, _ place: Place
  ) -> Figure? {
    let operation: Arithmetic = isUpward ? .plus : .minus
    guard amount.dimension == .ratio else { return sum(operation, earlier, amount, place) }
    guard isNumeric(earlier.dimension) else { return reportNoArithmetic(earlier) }
    if earlier.dimension == .ratio { return reportChangeOfShare(amount, isUpward: isUpward, trend) }
    let factor: Expression =
      amount.constant.map { .constant(isUpward ? .one + $0 : .one - $0) }
      ?? .arithmetic(operation, .constant(.one), amount.expression)
    var result = wrapped(earlier, .arithmetic(.times, .positive(earlier.expression), factor), place)
    result.depth = max(earlier.depth, amount.depth) + 3
    return result
  }

  /// `falls by at most 5 points`, 5ポイント以下の減少: whether it has to fall at all is not said.
  private func reportLimitOfChange(_ trend: TrendSyntax, _ place: Place) -> CheckedCondition? {
    let falls = trend.trend == .falls
    findings.error(
      .unclearReach, at: place.span,
      Wording(
        "it is not said whether it has to \(falls ? "fall" : "rise") at all", "\(falls ? "減らない" : "増えない")ときにどう判定するかが決まりません"),
      reason: Wording("a limit of a change is not the change itself", "増減の限度だけでは、増減そのものを求めるかどうかが分かりません"),
      mend: falls
        ? Wording(
          "write falls by at least … for a demand; does not fall by more than … for a limit",
          "減らす目標なら「…以上減少」、減りすぎないことなら「…を超えて減少しない」と書いてください")
        : Wording(
          "write rises by at least … for a demand; does not rise by more than … for a limit",
          "増やす目標なら「…以上増加」、増えすぎないことなら「…を超えて増加しない」と書いてください"))
    return nil
  }

  private func reportChangeOfShare(_ amount: Figure, isUpward: Bool, _ trend: TrendSyntax) -> Figure? {
    let value = amount.constant
    let percent = value.map { ($0 * Rational(100)).decimalText } ?? "3"
    let share = value ?? Rational(mantissa: 3, scale: 2)
    let times = (isUpward ? Rational.one + share : Rational.one - share).decimalText
    var when = Wording("last year", "前年度")
    if case .year(let year) = trend.start { when = wording(of: year) }
    let isFloor = trend.trend == .rises || trend.trend == .doesNotFall
    let (limit, word) = (isFloor ? "at least" : "at most", isFloor ? "以上" : "以下")
    findings.error(
      .changeOfShare, at: amount.place.span,
      Wording("a change of a share in % can be read in two ways", "割合の「\(percent)%」の変化は、二通りに読めます"),
      reason: Wording(
        "it may be \(percent) points, or \(percent)% of the share", "差の\(percent)ポイントとも、もとの割合の\(percent)%とも読めます"),
      mend: Wording(
        "write \(percent) points, or: is \(limit) \(times) times […] \(when.english)",
        "「\(percent)ポイント」か「\(when.japanese)の「…」の\(times)倍\(word)」と書いてください"))
    return nil
  }

  /// A year as a mend writes it behind a figure, or before it.
  func wording(of year: YearReference) -> Wording {
    switch year {
    case .yearsAgo(1): Wording("last year", "前年度")
    case .yearsAgo(let years): Wording("\(String(years)) years ago", "\(String(years))年前")
    case .fixed(let fixed): Wording("in \(fixed.englishText)", fixed.japaneseText)
    case .calendar(let fixed): Wording("in CY\(String(fixed.number))", String(fixed.number) + "年")
    case .lastPeriod: Wording("last period", "前期")
    case .planStart: Wording("in the first plan year", "計画初年度")
    case .lastSurvey: Wording("last survey", "前回調査")
    }
  }
}

extension TrendSyntax {
  /// A rise or fall with an upper limit alone.
  fileprivate var leavesOpen: Bool {
    guard trend == .rises || trend == .falls else { return false }
    return amount?.relation == .atMost || amount?.relation == .lessThan
  }
}
