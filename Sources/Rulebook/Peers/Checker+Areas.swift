import Diagnostics
import Quantities
import RuleLanguage

// Areas inside demands, the area above in the place of one's own, and verdicts of the area above.

extension Checker {
  /// `at least half of facilities: …` inside a demand.
  func areas(
    _ syntax: SubjectSyntax, _ inner: ConditionSyntax, _ scope: Scope, _ place: Place, depth: Int
  ) -> CheckedCondition? {
    guard let (kind, level) = quantified(syntax) else { return nil }
    if let judged = scope.level, judged <= level { return reportNotBelow(level, judged, syntax.place) }
    if let name = (syntax.filter.except + syntax.filter.only).first { return reportExceptInside(name) }
    var inScope = scope.at(level)
    let filter = syntax.filter.condition.map { condition($0, inScope.used(as: .choosing), depth: depth + 1) }
    inScope.use = .part
    guard let checked = condition(inner, inScope, depth: depth + 1) else { return nil }
    if let filter, filter == nil { return nil }
    let subject = Subject(kind, filter: (filter ?? nil)?.condition)
    return CheckedCondition(
      condition: .areas(subject, checked.condition), depth: max(checked.depth, (filter ?? nil)?.depth ?? 0) + 1)
  }

  private func quantified(_ syntax: SubjectSyntax) -> (Subject.Kind, level: Int)? {
    switch syntax.kind {
    case .every(let word): return level(word).map { (.every(level: $0), $0) }
    case .numberOf(let word, let relation, let literal):
      guard let level = level(word) else { return nil }
      return amount(literal, relation, level).map { (.numberOf(level: level, relation, $0), level) }
    case .the, .everyOr: return nil
    }
  }

  // MARK: Whose figures

  /// What `every municipality or its district` demands: met by its own figures, or by those of the area above.
  func demand(_ checked: CheckedCondition, of subject: SubjectSyntax, _ place: Place) -> CheckedCondition? {
    guard case .everyOr(_, let upper) = subject.kind else { return checked }
    guard let level = level(upper), let above = raised(checked.condition, to: level) else { return reportNotRaised(place) }
    return CheckedCondition(condition: .any([checked.condition, above]), depth: checked.depth + 2)
  }

  /// The same of the area of that level which holds the judged one; nothing where it asks for more than figures.
  private func raised(_ condition: Condition, to level: Int) -> Condition? {
    switch condition {
    case .comparison(let comparison):
      return .comparison(
        Comparison(
          left: raised(comparison.left, to: level), relation: comparison.relation, right: raised(comparison.right, to: level),
          dimension: comparison.dimension, place: comparison.place))
    case .reported(let figure): return .reported(.ofArea(level: level, figure))
    case .all(let parts): return raised(parts, to: level).map { .all($0) }
    case .any(let parts): return raised(parts, to: level).map { .any($0) }
    case .not(let inner): return raised(inner, to: level).map { .not($0) }
    case .numberMet(let relation, let count, let parts):
      return raised(parts, to: level).map { .numberMet(relation, count, of: $0) }
    case .rank, .deviation, .areas, .outcome: return nil
    }
  }

  private func raised(_ parts: [Condition], to level: Int) -> [Condition]? {
    var result: [Condition] = []
    for part in parts {
      guard let part = raised(part, to: level) else { return nil }
      result.append(part)
    }
    return result
  }

  private func raised(_ expression: Expression, to level: Int) -> Expression {
    switch expression {
    case .constant, .parameter, .dayOfYear: expression
    default: .ofArea(level: level, expression)
    }
  }

  // MARK: Verdicts

  /// The level that `outcome per prefecture` names; nothing inside, where the target does not have the clause.
  func outcomeLevel(_ kind: Subject.Kind, _ level: Int, _ target: TargetSyntax) -> (level: Int?, Void)? {
    guard let syntax = target.outcomePer else { return (nil, ()) }
    guard let above = self.level(syntax) else { return nil }
    if case .the = kind { return reportOutcomeLevel(syntax) }
    return above > level ? (above, ()) : reportOutcomeLevel(syntax)
  }
}

extension Checker {
  private func reportNotBelow(_ level: Int, _ judged: Int, _ place: Place) -> CheckedCondition? {
    let (lower, upper) = (wording(ofLevel: level, plural: true), wording(ofLevel: judged))
    findings.error(
      .areasNotBelow, at: place.span,
      Wording("a \(upper.english) has no \(lower.english) below it", "\(upper.japanese)の下に\(lower.japanese)はありません"),
      reason: Wording("inside a demand, areas are those below the judged one", "要件の中の地域は、判定する地域の下にある地域です"),
      mend: Wording("judge a higher level, or put the number of areas first", "上の階層で判定するか、地域の数を文の主語にしてください"))
    return nil
  }

  private func reportExceptInside(_ name: NameSyntax) -> CheckedCondition? {
    findings.error(
      .exceptInside, at: name.place.span,
      Wording("areas are left out by name only where the sentence begins", "名前で地域を除けるのは、文の主語だけです"),
      mend: Wording("leave them out with a condition: where … is not …", "条件で絞って除いてください"))
    return nil
  }

  private func reportNotRaised(_ place: Place) -> CheckedCondition? {
    findings.error(
      .notOfAreaAbove, at: place.span,
      Wording("this demand cannot be met by the area above in place of one's own", "この要件は、上の階層の値で満たすことができません"),
      reason: Wording(
        "ranks, deviations, numbers of areas and other targets' outcomes belong to the areas that they speak of",
        "順位・標準偏差・地域の数・他の目標の判定は、その地域だけのものです"),
      mend: Wording("write two targets, or demand figures only", "目標を二つに分けるか、指標の値だけの要件にしてください"))
    return nil
  }

  private func reportOutcomeLevel<Result>(_ level: LevelSyntax) -> Result? {
    let word = wording(ofLevel: level.index)
    findings.error(
      .outcomeLevelUnfit, at: level.place.span,
      Wording("the areas of this sentence do not lie below a \(word.english)", "この文の地域は\(word.japanese)の下にありません"),
      reason: Wording("one verdict for an area sums up those below it", "上の地域の判定は、下の地域の判定をまとめたものです"),
      mend: Wording("let the sentence speak of every area of a lower level", "下の階層の「すべての…で」という文にしてください"))
    return nil
  }
}
