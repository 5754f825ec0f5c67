import Diagnostics
import Quantities
import RuleLanguage

/// A condition whose names are found, with how deep it is nested.
struct CheckedCondition {
  let condition: Condition
  let depth: Int
}

extension Checker {
  func condition(_ syntax: ConditionSyntax, _ scope: Scope, depth: Int) -> CheckedCondition? {
    guard depth <= Checker.greatestDepth else { return reportTooDeep(syntax.place) }
    guard let checked = conditionOfKind(syntax, scope, depth: depth) else { return nil }
    return checked.depth > Checker.greatestDepth ? reportTooDeep(syntax.place) : checked
  }

  private func conditionOfKind(_ syntax: ConditionSyntax, _ scope: Scope, depth: Int) -> CheckedCondition? {
    let place = syntax.place
    switch syntax.kind {
    case .bounds(let left, let bounds):
      if let group = group(named: left) { return belonging(to: group, bounds, scope, place, depth: depth) }
      guard let figure = figure(left, scope, depth: depth + 1) else { return nil }
      return comparisons(of: figure, bounds, scope.focused(on: left), place, depth: depth)
    case .each(let lefts, let bounds):
      return all(lefts.map { each(figure($0, scope, depth: depth + 1), bounds, scope.focused(on: $0), depth: depth) })
    case .everyRow(let table, let bounds): return everyRow(of: table, bounds, scope, depth: depth)
    case .numberOf(let lefts, let relation, let count, let bounds):
      return number(of: lefts, relation, count, bounds, scope, place, depth: depth)
    case .reports(let figures): return all(figures.flatMap { reported($0, scope, depth: depth + 1) })
    case .trend(let figure, let trend): return self.trend(of: figure, trend, scope, place, depth: depth)
    case .rank(let figure, let rank): return self.rank(of: figure, rank, scope, place, depth: depth)
    case .areas(let subject, let inner): return areas(subject, inner, scope, place, depth: depth)
    case .forEach(let breakdown, let inner): return forEach(breakdown, inner, scope, place, depth: depth)
    case .outcome(let target, let verdict, let year): return outcome(of: target, verdict, year, scope, place)
    case .and(let parts): return all(parts.map { condition($0, scope, depth: depth + 1) })
    case .or(let parts):
      return joined(parts.map { condition($0, scope.used(as: .part), depth: depth + 1) }) { .any($0) }
    case .not(let part):
      return condition(part, scope.used(as: .part), depth: depth + 1).map {
        CheckedCondition(condition: .not($0.condition), depth: $0.depth + 1)
      }
    }
  }

  private func each(_ figure: Figure?, _ bounds: [BoundSyntax], _ scope: Scope, depth: Int) -> CheckedCondition? {
    figure.flatMap { comparisons(of: $0, bounds, scope, $0.place, depth: depth) }
  }

  /// Every bound holds of the figure.
  private func comparisons(
    of figure: Figure, _ bounds: [BoundSyntax], _ scope: Scope, _ place: Place, depth: Int
  ) -> CheckedCondition? {
    let checked = bounds.map { comparison(of: figure, $0, scope, place, depth: depth + 1) }
    return leavesValue(checked.compactMap { $0?.condition }, place) ? all(checked) : nil
  }

  private func everyRow(
    of name: NameSyntax, _ bounds: [BoundSyntax], _ scope: Scope, depth: Int
  ) -> CheckedCondition? {
    guard let thing = find(name, among: [.table], code: .unknownTable), let position = tablePositions[thing.declaration] else {
      return nil
    }
    let table = rulebook.tables[position]
    if table.rows.isEmpty { return reportNoRows(table, name.place) }
    return all(table.rows.map { each(figure(indicator: $0, name.place), bounds, scope, depth: depth) })
  }

  private func number(
    of lefts: [ExpressionSyntax], _ relation: Relation, _ literal: LiteralSyntax, _ bounds: [BoundSyntax], _ scope: Scope,
    _ place: Place, depth: Int
  ) -> CheckedCondition? {
    let parts = lefts.map {
      each(figure($0, scope.used(as: .part), depth: depth + 1), bounds, scope.used(as: .part).focused(on: $0), depth: depth)
    }
    guard let count = count(literal, relation, of: lefts.count) else { return nil }
    return joined(parts) { .numberMet(relation, count, of: $0) }
  }

  /// The 3 of `at least 3 of [A], [B], [C]`.
  private func count(_ literal: LiteralSyntax, _ relation: Relation, of total: Int) -> Int? {
    let isPlain = literal.unit.map { if case .named = $0 { true } else { false } } ?? true
    if isPlain, let count = literal.value.wholeNumber, count >= 0, count <= Int64(total), total > 0 {
      if relation.canFail(against: count, upTo: Int64(total)), relation.canHold(against: count, upTo: Int64(total)) {
        return Int(count)
      }
    }
    findings.error(
      .countUnfit, at: literal.place.span,
      Wording(
        "\(literal.value.decimalText) of \(String(total)) figures decides nothing",
        "\(String(total))個のうち\(literal.value.decimalText)という数では判定できません"),
      reason: Wording("the demand could never be missed, or never be met", "必ず達成になるか、決して達成になりません"),
      mend: Wording("write a whole number from 1 to \(String(total))", "1から\(String(total))までの整数を書いてください"))
    return nil
  }

  func isOrdered(_ dimension: Dimension) -> Bool {
    switch dimension {
    case .ladder, .date: true
    default: isNumeric(dimension)
    }
  }

  /// All of the parts; one alone is itself.
  func all(_ parts: [CheckedCondition?]) -> CheckedCondition? {
    if parts.count == 1 { return parts[0] }
    return joined(parts) { .all($0) }
  }

  private func joined(_ parts: [CheckedCondition?], _ make: ([Condition]) -> Condition) -> CheckedCondition? {
    var conditions: [Condition] = []
    var depth = 0
    for part in parts {
      guard let part else { return nil }
      conditions.append(part.condition)
      depth = max(depth, part.depth)
    }
    return conditions.isEmpty ? nil : CheckedCondition(condition: make(conditions), depth: depth + 1)
  }
}

extension Relation {
  /// Whether a number from 0 to `greatest` can fail to stand so to `count`.
  fileprivate func canFail(against count: Int64, upTo greatest: Int64) -> Bool { negated.canHold(against: count, upTo: greatest) }

  fileprivate func canHold(against count: Int64, upTo greatest: Int64) -> Bool {
    switch self {
    case .atLeast, .atMost, .equal: count >= 0 && count <= greatest
    case .moreThan: count < greatest
    case .lessThan: count > 0
    case .notEqual: greatest > 0
    }
  }
}

extension Rational {
  /// The value, where it is whole and takes one word.
  var wholeNumber: Int64? { fits(decimals: 0) ? roundedDown(decimals: 0).numerator.word : nil }
}

extension Checker {
  func reportNoOrder(_ figure: Figure) -> CheckedCondition? {
    let what = wording(of: figure.dimension)
    findings.error(
      .noOrder, at: figure.place.span,
      Wording("\(what.english) has no order", "\(what.japanese)には大小がありません"),
      reason: Wording("it is one answer or another, none of them more", "どの答えも、ほかより上でも下でもありません"),
      mend: Wording("ask whether it is an answer: is …", "「…であること」と、答えそのものを問うてください"))
    return nil
  }
}
