import Diagnostics
import Quantities
import RuleLanguage

// Points and grades: they rest on the one figure that the target's demand holds against a bound.

extension Checker {
  /// What points and shares of a target are computed from.
  struct ScoredFigure {
    let figure: Figure
    let scope: Scope
    /// Nothing where areas are counted: ranks are then of no use.
    let isRankable: Bool
  }

  /// The figure that each of the target's demands asks about; nothing where they ask about several, or about none.
  func scoredFigure(of target: TargetSyntax) -> ScoredFigure? {
    var found: ScoredFigure?
    for requirement in target.requirements {
      for demand in [requirement.demand] + requirement.exceptions.compactMap({ $0.demand }) {
        guard let next = scoredFigure(demand, requirement.subject) else { return nil }
        if let found, found.figure.dimension != next.figure.dimension { return nil }
        found = found ?? next
      }
    }
    return found
  }

  private func scoredFigure(_ demand: ConditionSyntax, _ syntax: SubjectSyntax) -> ScoredFigure? {
    guard let (kind, level) = subject(syntax) else { return nil }
    var scope = Scope(level: level, use: .part)
    if case .numberOf(let counted, _, let amount) = kind {
      scope.countsAreas = true
      let isShare = if case .share = amount { true } else { false }
      let figure = constant(.zero, isShare ? .ratio : .areas(counted), syntax.place)
      return ScoredFigure(figure: figure, scope: scope.at(level + 1), isRankable: false)
    }
    switch demand.kind {
    case .bounds(let left, _), .trend(let left, _):
      guard let figure = figure(left, scope, depth: 1) else { return nil }
      return ScoredFigure(figure: figure, scope: scope, isRankable: true)
    default: return nil
    }
  }

  // MARK: Points

  func score(_ syntax: ScoreSyntax, of scored: ScoredFigure?, _ target: TargetSyntax) -> Score? {
    switch syntax.kind {
    case .whole(let points):
      return self.points(points).map { Score(.whole($0), place: syntax.place.span) }
    case .steps(let steps):
      guard let scored else { return reportNothingToScore(syntax.place) }
      let checked = steps.map { step($0, of: scored) }
      let sound = checked.compactMap { $0 }
      return sound.count == checked.count ? Score(.steps(sound), place: syntax.place.span) : nil
    case .ranks(let ranks, let zerosLeftOut):
      guard let scored, scored.isRankable, isNumeric(scored.figure.dimension) else {
        return reportNothingToScore(syntax.place)
      }
      let checked = ranks.map { rank($0) }
      let sound = checked.compactMap { $0 }
      return sound.count == checked.count
        ? Score(.ranks(sound, zerosLeftOut: zerosLeftOut), place: syntax.place.span) : nil
    }
  }

  private func points(_ literal: LiteralSyntax) -> Rational? {
    literal.value.signum >= 0 ? literal.value : reportScoreValue(literal.place)
  }

  private func step(_ syntax: ScoreStepSyntax, of scored: ScoredFigure) -> Score.Step? {
    guard let points = points(syntax.points) else { return nil }
    let place = syntax.bound.value.place
    switch syntax.bound.relation {
    case .atLeast, .atMost, .moreThan, .lessThan: break
    case .equal, .notEqual: return reportScoreValue(place)
    }
    guard
      case .comparison(let comparison)? = comparison(of: scored.figure, syntax.bound, scored.scope, place, depth: 1)?.condition
    else { return nil }
    switch comparison.right {
    case .constant, .parameter: break
    default: return reportScoreValue(place)
    }
    return Score.Step(points: points, relation: comparison.relation, bound: comparison.right, place: place.span)
  }

  private func rank(_ syntax: ScoreRankSyntax) -> Score.Rank? {
    guard let points = points(syntax.points) else { return nil }
    let share = syntax.share.value * Rational(mantissa: 1, scale: 2)
    guard syntax.share.unit == .percent, share.signum > 0, share <= .one else { return reportScoreValue(syntax.share.place) }
    return Score.Rank(points: points, share: share, place: syntax.share.place.span)
  }

  // MARK: Grades

  func grade(_ syntax: GradeSyntax, of scored: ScoredFigure?, _ target: TargetSyntax) -> Grade? {
    guard let scored, isNumeric(scored.figure.dimension) else { return reportNothingToScore(syntax.place) }
    if target.requirements.contains(where: { $0.asksForExactly }) { return reportShareOfExact(syntax.place) }
    var used = UsedNames()
    var bands: [Band] = []
    for band in syntax.bands {
      guard !unused(DeclaredName(band.name), &used).isEmpty else { return nil }
      var limits: [Band.Limit] = []
      for bound in band.bounds {
        guard case .literal(let literal) = bound.value.kind, literal.unit == .percent else {
          return reportScoreValue(bound.value.place)
        }
        limits.append(
          Band.Limit(
            relation: bound.relation, share: literal.value * Rational(mantissa: 1, scale: 2), decimals: literal.decimals))
      }
      bands.append(Band(name: band.name.text, limits: limits, place: band.name.place.span))
    }
    return Grade(bands: bands, place: syntax.place.span)
  }

  /// Six meetings where exactly five are asked for are no 120% of the target.
  private func reportShareOfExact(_ place: Place) -> Grade? {
    findings.error(
      .nothingToScore, at: place.span,
      Wording("a target that asks for exactly so much has no share that is reached", "「ちょうど」を求める目標には、達成率がありません"),
      reason: Wording("more than that is no more of the target", "その値を超えても、目標により近いとはいえません"),
      mend: Wording("ask for at least or at most: at most 0", "「以上」か「以下」で求めてください：0以下"))
    return nil
  }

  // MARK: What is rolled up

  func checkOveralls() {
    var used = UsedNames()
    for syntax in declared.overalls {
      guard !unused(syntax.name, &used).isEmpty else { continue }
      var item: Int?
      if let code = syntax.item {
        let key = NameFolding.fold(code.text)
        item = rulebook.items.firstIndex { NameFolding.fold($0.code) == key }
        if item == nil {
          reportUnknownItem(code)
          continue
        }
      }
      let watched = rulebook.targets.indices.filter { item == nil || rulebook.targets[$0].item == item }
      let graded = watched.filter { rulebook.targets[$0].grade != nil }
      if graded.isEmpty {
        reportNothingGraded(syntax)
        continue
      }
      guard let grades = gradePoints(syntax, graded) else { continue }
      rulebook.overalls.append(
        Overall(
          name: syntax.name.name.text, otherName: syntax.name.other?.text, targets: graded, watched: watched, grades: grades,
          decimals: syntax.decimals, whenMissed: syntax.whenMissed?.text, place: syntax.name.name.place.span))
    }
  }

  private func gradePoints(_ syntax: OverallSyntax, _ graded: [Int]) -> [Overall.GradePoints]? {
    let names = graded.flatMap { rulebook.targets[$0].grade?.bands.map { $0.name } ?? [] }
    var grades: [Overall.GradePoints] = []
    for entry in syntax.grades {
      let key = NameFolding.fold(entry.grade.text)
      guard let name = names.first(where: { NameFolding.fold($0) == key }) else {
        reportUnknownGrade(entry.grade, names)
        return nil
      }
      grades.append(Overall.GradePoints(grade: name, points: entry.points?.value))
    }
    return grades
  }
}

extension Checker {
  func reportNothingToScore<Result>(_ place: Place) -> Result? {
    findings.error(
      .nothingToScore, at: place.span,
      Wording("the target does not hold one figure against a bound", "この目標は、一つの値を基準と比べるものではありません"),
      reason: Wording(
        "steps, ranks, grades and achievement are computed from the one figure that the demand asks about",
        "段階や順位による配点、評価区分、達成率は、要求の対象である一つの値から計算します"),
      mend: Wording("split the target, or write: score 10", "目標を分けるか、「配点 10点」と書いてください"))
    return nil
  }

  private func reportScoreValue<Result>(_ place: Place) -> Result? {
    findings.error(
      .scoreValueUnfit, at: place.span,
      Wording("this value cannot stand in a score or a grade", "配点や評価区分に使えない値です"),
      reason: Wording(
        "points are zero or more, steps are reached from a number or a parameter, ranks and grades are shares in percent",
        "点数は0以上、段階は数か設定値の以上・以下など、順位と評価は%の割合で書きます"),
      mend: Wording("write, such as: score 5 at 3回, 10 at 6回", "「配点 3回以上で5点、6回以上で10点」のように書いてください"))
    return nil
  }

  private func reportUnknownItem(_ code: NameSyntax) {
    findings.error(
      .unknownName, at: code.place.span,
      Wording("no item has the code 「\(code.text)」", "記号「\(code.text)」の項目はありません"),
      mend: suggestion(for: code.text, among: rulebook.items.map { $0.code })
        ?? Wording("declare it: item \(code.text) \"…\"", "「項目 \(code.text) \"…\"」を加えてください"))
  }

  private func reportUnknownGrade(_ grade: NameSyntax, _ names: [String]) {
    findings.error(
      .unknownGrade, at: grade.place.span,
      Wording("no target gives the grade 「\(grade.text)」", "「\(grade.text)」という評価をつける目標はありません"),
      mend: suggestion(for: grade.text, among: names)
        ?? Wording("write one of the grades of the targets' bands", "目標の評価区分にある名前を書いてください"))
  }

  private func reportNothingGraded(_ syntax: OverallSyntax) {
    findings.error(
      .nothingGraded, at: syntax.name.name.place.span,
      Wording("no target that 「\(syntax.name.name.text)」 looks at has grades", "「\(syntax.name.name.text)」の対象に、評価区分のある目標がありません"),
      mend: Wording(
        "give a target of the item grades: grade by share of target: …", "項目の目標に「評価区分 「達成」100%以上、…」を書いてください"))
  }
}

extension RequirementSyntax {
  /// `is exactly 5`, 5と一致する, also of a number of areas; `no ward` is none at most.
  fileprivate var asksForExactly: Bool {
    if case .numberOf(_, let relation, let amount) = subject.kind { return relation == .equal && !amount.value.isZero }
    guard case .bounds(_, let bounds) = demand.kind else { return false }
    return bounds.contains { $0.relation == .equal || $0.relation == .notEqual }
  }
}
