import Diagnostics
import Quantities
import RuleLanguage

// Bounds that are more than a value: a value give or take a margin, a value with what was missing before.

extension Checker {
  /// `within 10% of [B]`: at least that much less, and at most that much more. A margin in % is one of the value's size, whatever
  /// its sign.
  func tolerance(
    of left: Figure, _ relation: Relation, _ margin: LiteralSyntax, _ value: ExpressionSyntax, _ scope: Scope, _ place: Place,
    depth: Int
  ) -> CheckedCondition? {
    guard relation == .equal || relation == .notEqual else { return reportCarryOverMisplaced(place) }
    guard let middle = figure(value, scope, depth: depth + 1),
      let width = figure(ExpressionSyntax(.literal(margin), margin.place), scope, depth: depth + 1),
      let pair = made(alike: left, middle, place)
    else { return nil }
    guard let low = moved(pair.right, .minus, by: width), let high = moved(pair.right, .plus, by: width) else { return nil }
    guard isWithinRange(pair.left, .atLeast, low, scope), isWithinRange(pair.left, .atMost, high, scope) else { return nil }
    func limit(_ relation: Relation, _ bound: Figure) -> CheckedCondition {
      CheckedCondition(
        condition: .comparison(
          Comparison(
            left: pair.left.expression, relation: relation, right: bound.expression, dimension: pair.dimension, place: place.span)
        ),
        depth: max(left.depth, bound.depth) + 1)
    }
    // An array of optionals from the start: Embedded Swift cannot make one of an array.
    let inside: [CheckedCondition?] = [limit(.atLeast, low), limit(.atMost, high)]
    guard let both = all(inside), relation == .notEqual else { return all(inside) }
    return CheckedCondition(condition: .not(both.condition), depth: both.depth + 1)
  }

  private func moved(_ middle: Figure, _ operation: Arithmetic, by width: Figure) -> Figure? {
    guard width.dimension == .ratio else { return sum(operation, middle, width, width.place) }
    guard isNumeric(middle.dimension) else { return reportNoArithmetic(middle) }
    if middle.dimension == .ratio { return reportMarginOfShare(width) }
    let size: Expression = middle.constant.map { .constant($0.magnitude) } ?? .absolute(middle.expression)
    var part = middle
    part.expression = .arithmetic(.times, size, width.expression)
    if let value = middle.constant, let share = width.constant { part.expression = .constant(value.magnitude * share) }
    part.depth = middle.depth + 2
    return sum(operation, middle, part, width.place)
  }

  private func reportMarginOfShare(_ width: Figure) -> Figure? {
    let percent = width.constant.map { ($0 * Rational(100)).decimalText } ?? "10"
    findings.error(
      .changeOfShare, at: width.place.span,
      Wording("a margin of a share in % can be read in two ways", "割合の「±\(percent)%」は、二通りに読めます"),
      reason: Wording(
        "it may be \(percent) points, or \(percent)% of the share", "差の\(percent)ポイントとも、もとの割合の\(percent)%とも読めます"),
      mend: Wording(
        "write: within \(percent) points of …, or two bounds with times", "「±\(percent)ポイント以内」と書くか、倍を使って上限と下限を書いてください"))
    return nil
  }

  /// `at least 6% plus last period's shortfall`.
  func carriedOver(
    _ left: Figure, _ relation: Relation, _ demand: ExpressionSyntax, _ year: YearReference, _ scope: Scope, _ place: Place,
    depth: Int
  ) -> CheckedCondition? {
    guard relation == .atLeast || relation == .moreThan else { return reportCarryOverMisplaced(place) }
    guard isNumeric(left.dimension) else { return reportNoArithmetic(left) }
    switch year {
    case .yearsAgo(1), .lastPeriod: break
    case .yearsAgo, .fixed, .calendar, .planStart, .lastSurvey: return reportCarryOverMisplaced(place)
    }
    guard isPlausible(year, at: place.span), let asked = figure(demand, scope, depth: depth + 1),
      let pair = made(alike: left, asked, place)
    else { return nil }
    guard let since = scope.since else { return reportCarryOverWithoutStart(place) }
    let carried = CarryOver(demand: pair.right.expression, figure: pair.left.expression, before: year, since: since)
    let comparison = Comparison(
      left: pair.left.expression, relation: relation, right: .carriedOver(carried), dimension: pair.dimension, place: place.span)
    return CheckedCondition(condition: .comparison(comparison), depth: max(left.depth, asked.depth) + 2)
  }

  private func reportCarryOverWithoutStart(_ place: Place) -> CheckedCondition? {
    findings.error(
      .carryOverWithoutStart, at: place.span,
      Wording("it is not said since when shortfalls are carried over", "不足分をいつの年度から数えるかが書かれていません"),
      reason: Wording("each shortfall contains those of the years before it", "不足分には、それより前の不足分も含まれます"),
      mend: Wording(
        "add to the target: in force from FY2024, or to the program: since FY2021", "目標に「適用 令和6年度から」、または事業に「開始 令和3年度」を加えてください"))
    return nil
  }
}
