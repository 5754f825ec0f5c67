import Diagnostics
import Quantities
import RuleLanguage

// A range bounds what may be reported and so what may be demanded: what no report can meet is an error, what every report
// meets a warning. Counts that cities gather from their wards may exceed a ward's range: they are not looked at.

extension Checker {
  /// Whether a demand can be met at all. In a guard, or beside other ways to meet a target, it is only warned of.
  func isWithinRange(_ left: Figure, _ relation: Relation, _ right: Figure, _ scope: Scope) -> Bool {
    if let range = range(of: left, scope), case let values = constants(right), !values.isEmpty {
      return isWithin(range, relation, values, right.place, scope)
    }
    if let range = range(of: right, scope), case let values = constants(left), !values.isEmpty {
      return isWithin(range, relation.mirrored, values, left.place, scope)
    }
    return true
  }

  /// Whether some value meets all limits on one figure: none is at least 10 and at most 3.
  func leavesValue(_ limits: [Condition], _ place: Place) -> Bool {
    var lowest: (value: Rational, isOpen: Bool)?
    var highest: (value: Rational, isOpen: Bool)?
    for case .comparison(let limit) in limits {
      guard case .constant(let value) = limit.right else { continue }
      let isOpen = limit.relation == .moreThan || limit.relation == .lessThan
      switch limit.relation {
      case .atLeast, .moreThan: if lowest.map({ $0.value < value }) ?? true { lowest = (value, isOpen) }
      case .atMost, .lessThan: if highest.map({ value < $0.value }) ?? true { highest = (value, isOpen) }
      case .equal, .notEqual: break
      }
    }
    guard let lowest, let highest else { return true }
    if lowest.value < highest.value || lowest.value == highest.value && !lowest.isOpen && !highest.isOpen { return true }
    findings.error(
      .outsideRange, at: place.span,
      Wording("no figure lies within both limits", "両方の限度に入る値はありません"),
      reason: Wording("the lower limit is above the upper one", "下限が上限を超えています"),
      mend: Wording("write the lower value first: between 3 and 10", "「3以上10以下」のように、小さい値を下限にしてください"))
    return false
  }

  private struct FigureRange {
    let indicator: Int
    let lowest: Rational?
    let highest: Rational?
    let step: Rational
  }

  private func range(of figure: Figure, _ scope: Scope) -> FigureRange? {
    let position: Int
    switch figure.expression {
    case .indicator(let indicator), .inYear(_, .indicator(let indicator)): position = indicator
    default: return nil
    }
    let indicator = rulebook.indicators[position]
    if case .date = indicator.kind { return nil }
    if case .ladder = indicator.kind {} else if scope.level != 0 { return nil }
    return FigureRange(
      indicator: position, lowest: indicator.leastStored.map { indicator.value(stored: $0) },
      highest: indicator.greatestStored(ladders: rulebook.ladders).map { indicator.value(stored: $0) },
      step: indicator.storedStep)
  }

  private func constants(_ figure: Figure) -> [Rational] {
    switch figure.expression {
    case .constant(let value): [value]
    case .parameter(let parameter): rulebook.parameters[parameter].values.map { $0.value }
    default: []
    }
  }

  private enum Reach { case always, sometimes, never }

  private func reach(_ range: FigureRange, _ relation: Relation, _ value: Rational) -> Reach {
    let isBelow = range.lowest.map { value < $0 } ?? false
    let isAbove = range.highest.map { $0 < value } ?? false
    let isLowest = range.lowest == value
    let isHighest = range.highest == value
    let isOnlyOne = isLowest && isHighest
    switch relation {
    case .atLeast: return isAbove ? .never : isBelow || isLowest ? .always : .sometimes
    case .atMost: return isBelow ? .never : isAbove || isHighest ? .always : .sometimes
    case .moreThan: return isAbove || isHighest ? .never : isBelow ? .always : .sometimes
    case .lessThan: return isBelow || isLowest ? .never : isAbove ? .always : .sometimes
    case .equal, .notEqual:
      let canBe = !isBelow && !isAbove && (value.divided(by: range.step)?.fits(decimals: 0) ?? true)
      if canBe { return isOnlyOne ? (relation == .equal ? .always : .never) : .sometimes }
      return relation == .equal ? .never : .always
    }
  }

  private func isWithin(
    _ range: FigureRange, _ relation: Relation, _ values: [Rational], _ place: Place, _ scope: Scope
  ) -> Bool {
    let reached = values.map { reach(range, relation, $0) }
    let indicator = rulebook.indicators[range.indicator]
    if let position = reached.firstIndex(of: .never) {
      reportOutside(indicator, values[position], place, isError: scope.use == .demanded)
      return scope.use != .demanded
    }
    if scope.use != .part, !reached.contains(.sometimes) { warnAlways(indicator, values[0], place) }
    return true
  }

  private func reportOutside(_ indicator: Indicator, _ value: Rational, _ place: Place, isError: Bool) {
    let bounds = wording(ofRange: indicator)
    findings.add(
      Diagnostic(
        .outsideRange, isError ? .error : .warning, at: .rule(place.span),
        Wording(
          "no report of 「\(indicator.name)」 can meet this", "「\(indicator.name)」がどう報告されても、これに当てはまりません"),
        labels: [
          Label(
            .rule(indicator.place), Wording("「\(indicator.name)」: \(bounds.english)", "「\(indicator.name)」は\(bounds.japanese)"))
        ],
        reason: Wording("the indicator takes \(bounds.english)", "この指標の値は\(bounds.japanese)です"),
        mend: Wording("demand a value within the range, or widen the range", "範囲の中の値にするか、指標の範囲を広げてください")))
  }

  private func warnAlways(_ indicator: Indicator, _ value: Rational, _ place: Place) {
    let bounds = wording(ofRange: indicator)
    findings.warning(
      .alwaysMet, at: place.span,
      Wording("every report of 「\(indicator.name)」 meets this", "「\(indicator.name)」がどう報告されても、これに当てはまります"),
      labels: [
        Label(.rule(indicator.place), Wording("「\(indicator.name)」: \(bounds.english)", "「\(indicator.name)」は\(bounds.japanese)"))
      ],
      reason: Wording("the indicator takes \(bounds.english)", "この指標の値は\(bounds.japanese)です"),
      mend: Wording("demand more, or write: reports […]", "値を改めるか、「…を報告していること」と書いてください"))
  }

  private func wording(ofRange indicator: Indicator) -> Wording {
    let unit: String
    switch indicator.kind {
    case .ladder(let ladder):
      let steps = rulebook.ladders[ladder].steps
      return Wording(
        "「\(steps[0].name)」 to 「\(steps[steps.count - 1].name)」", "「\(steps[0].name)」から「\(steps[steps.count - 1].name)」まで")
    case .count(let word), .amount(let word), .number(let word, _): unit = word
    case .percent: unit = "%"
    case .yesOrNo, .date, .choice, .text: return Wording("the answers that its kind allows", "回答形式が許す答え")
    }
    var lowest = indicator.lowest
    switch indicator.kind {
    case .count, .amount: lowest = lowest ?? .zero
    default: break
    }
    switch (lowest.map { $0.decimalText + unit }, indicator.highest.map { $0.decimalText + unit }) {
    case (let low?, let high?): return Wording("\(low) to \(high)", "\(low)から\(high)まで")
    case (let low?, nil): return Wording("whole steps from \(low) up", "\(low)以上")
    case (nil, let high?): return Wording("at most \(high)", "\(high)以下")
    case (nil, nil):
      return Wording("figures with \(String(indicator.kind.decimals)) decimals", "小数第\(String(indicator.kind.decimals))位までの値")
    }
  }
}
