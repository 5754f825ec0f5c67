import Quantities

/// Conditions as English sentences have them.
extension RulePrinter {
  /// Where a clause stands decides which of them need brackets.
  enum ClausePosition {
    case alone, inAnd, inOr, counted
  }

  func clause(_ condition: ConditionSyntax, _ position: ClausePosition = .alone) -> String {
    let text = clauseText(condition)
    return needsBrackets(condition, position) ? bracketed(text) : text
  }

  private func clauseText(_ condition: ConditionSyntax) -> String {
    switch condition.kind {
    case .bounds(let figure, let bounds):
      if bounds.count == 1, let (name, years) = tendency(of: figure, bounds[0]) {
        let direction = bounds[0].relation == .moreThan ? word(.upward) : word(.downward)
        return self.figure(name) + " shows " + direction + " over " + String(years) + " years"
      }
      // 95% of [A] is [B] would be at least so much.
      if bounds.count == 1, bounds[0].relation == .equal, isName(bounds[0].value), isShareOfName(figure) {
        return expression(figure) + " equals " + expression(bounds[0].value)
      }
      return held(figure, bounds) + " " + englishBounds(bounds, of: figure, verb: "is")
    case .each(let figures, let bounds):
      return list(figures) { expression($0) } + " " + englishBounds(bounds, verb: "are each")
    case .everyRow(let table, let bounds): return "every row of " + name(table) + " " + englishBounds(bounds, verb: "is")
    case .numberOf(let figures, let relation, let count, let bounds):
      return relationWord(relation) + " " + literal(count) + " of " + list(figures) { expression($0) } + " "
        + englishBounds(bounds, verb: "are")
    case .reports(let figures):
      return list(figures) { expression($0) } + (figures.count == 1 ? " is reported" : " are reported")
    case .trend(let figure, let trend):
      let (begin, by) = (trend.written(for: figure), trend.amount.map { amount($0) } ?? "")
      if case .eachOf(let years) = begin, years > 1, trend.trend.isDenial {
        // Behind it, the years could be said of all together.
        return expression(figure) + " for " + String(years) + " years running " + trendWord(trend.trend) + by
      }
      return expression(figure) + " " + trendWord(trend.trend) + by + start(begin, of: trend.trend)
    case .rank(let figure, let rank): return expression(figure) + " is " + english(rank)
    case .areas(let subject, let inner): return englishAreas(subject, inner)
    case .forEach(let breakdown, let inner): return clause(inner, .inAnd) + " for each " + name(breakdown)
    case .outcome(let target, let verdict, let year): return outcome(target, verdict, year)
    case .and(let parts):
      if let (figure, bounds) = eachYear(parts) {
        return expression(figure) + " " + englishBounds(bounds, of: figure, verb: "is") + " for " + String(parts.count)
          + " years running"
      }
      return clauses(parts, .inAnd).joined(separator: " and ")
    case .or(let parts):
      if let values = alternativeValues(parts) {
        return expression(values.figure) + " is " + values.values.map { expression($0) }.joined(separator: " or ")
      }
      return clauses(parts, .inOr).joined(separator: " or ")
    case .not(let inner): return "not " + bracketed(clauseText(inner))
    }
  }

  private func isShareOfName(_ expression: ExpressionSyntax) -> Bool {
    guard case .arithmetic(.times, let factor, let whole) = expression.kind else { return false }
    return isShare(factor) && isName(whole)
  }

  /// A gap that is at most so much is written as nearness: as a figure it stands in brackets. So does 前年度の「A」 that is held against
  /// a share of 「B」, of which the year would be open.
  func held(_ figure: ExpressionSyntax, _ bounds: [BoundSyntax]) -> String {
    if !isEnglish, figure.leavesYearOpen(of: bounds) { return bracketed(expression(figure)) }
    guard case .gap = figure.kind, bounds.count == 1, bounds[0].relation == .atMost, isLiteral(bounds[0].value) else {
      return expression(figure)
    }
    return bracketed(expression(figure))
  }

  private func clauses(_ parts: [ConditionSyntax], _ position: ClausePosition) -> [String] {
    parts.enumerated().map { index, part in
      if isPlain, index > 0, let limit = limitAlone(part, after: parts[index - 1]) { return englishBounds(limit, verb: "is") }
      return clause(part, position)
    }
  }

  private func needsBrackets(_ condition: ConditionSyntax, _ position: ClausePosition) -> Bool {
    if position == .alone { return false }
    switch condition.kind {
    case .and, .or: return true
    case _ where isPlain && position != .counted: return false
    case .bounds(let figure, let bounds):
      // A list goes on over `and`; a counted condition ends where its value does, but `is 3` before another `is` and a count
      // of areas in a count would not be seen to end.
      if position == .counted {
        return bounds.count > 1 || countsAreas(figure) || !bounds.allSatisfy { isLiteral($0.value) && $0.relation != .equal }
      }
      return bounds.contains { hasOpenList($0.value) }
    case .each(_, let bounds), .everyRow(_, let bounds), .numberOf(_, _, _, let bounds):
      return position != .inAnd || bounds.contains { hasOpenList($0.value) }
    case .areas: return true
    case .rank, .forEach: return position != .inAnd
    case .not, .outcome: return position == .counted
    default: return position != .inAnd
    }
  }

  func isLiteral(_ expression: ExpressionSyntax) -> Bool {
    if case .literal = expression.kind { return true }
    return false
  }

  private func countsAreas(_ expression: ExpressionSyntax) -> Bool {
    switch expression.kind {
    case .numberOfAreas: true
    case .arithmetic(_, let left, let right): countsAreas(left) || countsAreas(right)
    case .inYear(_, let inner), .ofArea(_, let inner), .negative(let inner), .rounded(let inner, _): countsAreas(inner)
    default: false
    }
  }

  private func hasOpenList(_ expression: ExpressionSyntax) -> Bool {
    switch expression.kind {
    case .aggregate(_, let level, _): level == nil
    case .tolerance(_, let inner), .carriedOver(let inner, _): hasOpenList(inner)
    case .arithmetic(_, let left, let right): hasOpenList(left) || hasOpenList(right)
    case .negative(let inner), .rounded(let inner, _): hasOpenList(inner)
    default: false
    }
  }

  /// `[ア-1] is 「S」 or 「T」`: one figure and several values that it may have.
  func alternativeValues(_ parts: [ConditionSyntax]) -> (figure: ExpressionSyntax, values: [ExpressionSyntax])? {
    var figure: ExpressionSyntax?
    var values: [ExpressionSyntax] = []
    for part in parts {
      guard case .bounds(let own, let bounds) = part.kind, bounds.count == 1, bounds[0].relation == .equal else { return nil }
      if let figure, figure != own { return nil }
      switch bounds[0].value.kind {
      case .name, .literal: values.append(bounds[0].value)
      default: return nil
      }
      figure = own
    }
    return figure.map { ($0, values) }
  }

  // MARK: Bounds

  /// Limits on a figure; where they are on several, none is named.
  func englishBounds(_ bounds: [BoundSyntax], of figure: ExpressionSyntax? = nil, verb: String) -> String {
    if bounds.count == 2, bounds[0].relation == .atLeast, bounds[1].relation == .atMost, !isLiteral(bounds[1].value) {
      return verb + " between " + limit(bounds[0].value, of: figure) + " and " + limit(bounds[1].value, of: figure)
    }
    if bounds.count == 1, case .path(let points) = bounds[0].value.kind, bounds[0].relation == points.direction {
      return verb + " on the " + path(points)
    }
    if bounds.count == 1, bounds[0].relation == .equal {
      let value = limit(bounds[0].value, of: figure)
      switch bounds[0].value.kind {
      case .tolerance: return verb + " " + value
      case .literal(let literal) where !literal.isNothingOrAll: return verb + " exactly " + self.literal(literal)
      case .literal, .name, .date, .dayOfYear, .yesOrNo: return verb + " " + value
      default: return (verb == "is" ? "equals " : verb + " equal to ") + value
      }
    }
    if bounds.count == 1, bounds[0].relation == .notEqual, verb == "are each", !isTolerance(bounds[0].value) {
      return verb + " ≠ " + limit(bounds[0].value, of: figure)
    }
    return verb + " " + bounds.map { bound($0, of: figure) }.joined(separator: " and ")
  }

  /// `([Y] in FY2028)`: without brackets, the year behind would be that of both figures.
  private func limit(_ value: ExpressionSyntax, of figure: ExpressionSyntax?) -> String {
    let text = expression(value)
    guard let last = value.otherInYear(than: figure).map({ expression($0) }), text.hasSuffix(last) else { return text }
    return String(text.dropLast(last.count)) + bracketed(last)
  }

  private func isTolerance(_ expression: ExpressionSyntax) -> Bool {
    if case .tolerance = expression.kind { return true }
    return false
  }

  private func bound(_ bound: BoundSyntax, of figure: ExpressionSyntax?) -> String {
    let value = limit(bound.value, of: figure)
    switch bound.value.kind {
    case .tolerance: return bound.relation == .notEqual ? "not " + value : value
    case .date, .dayOfYear:
      switch bound.relation {
      case .atMost: return "on or before " + value
      case .atLeast: return "on or after " + value
      case .moreThan: return "after " + value
      case .lessThan: return "before " + value
      case .equal, .notEqual: break
      }
    default: break
    }
    return relationWord(bound.relation) + " " + value
  }

  func relationWord(_ relation: Relation) -> String {
    switch relation {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .moreThan: "more than"
    case .lessThan: "less than"
    case .equal: "exactly"
    case .notEqual: "not"
    }
  }

  private func trendWord(_ trend: Trend) -> String {
    switch trend {
    case .doesNotFall: word(.doesNotFall)
    case .doesNotRise: word(.doesNotRise)
    case .rises: word(.rises)
    case .falls: word(.falls)
    }
  }

  func verdictWord(_ verdict: Verdict) -> String {
    switch verdict {
    case .met: word(.met)
    case .missed: word(.missed)
    case .notReported: word(.notReported)
    case .notApplicable: word(.notApplicable)
    case .notDue: word(.notDue)
    case .waived: word(.waived)
    case .recorded: word(.recorded)
    }
  }

  /// `missed target 「T」 last year`, `target 「T」 is waived last year`.
  private func outcome(_ target: NameSyntax, _ verdict: Verdict, _ year: YearReference) -> String {
    var when = ""
    switch year {
    case .yearsAgo(0): break
    case .fixed, .calendar, .planStart: when = " in " + yearReference(year)
    case .yearsAgo, .lastPeriod, .lastSurvey: when = " " + yearReference(year)
    }
    if verdict == .met || verdict == .missed { return verdictWord(verdict) + " target " + name(target) + when }
    return "target " + name(target) + " is " + verdictWord(verdict) + when
  }
}
