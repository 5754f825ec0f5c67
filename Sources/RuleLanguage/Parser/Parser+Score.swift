import Diagnostics
import Quantities

/// Points, grades and what is rolled up from them.
extension Parser {
  // MARK: Scores

  /// Behind `score`, 配点: points alone, steps or ranks.
  mutating func parseScore() -> ScoreSyntax? {
    let start = position
    bareScoreSteps = []
    let entries = parseScoreEntries()
    guard let entries, let first = entries.first else {
      if entries != nil { reportScore() }
      return nil
    }
    switch first {
    case .whole(let points):
      if entries.count == 1 { return ScoreSyntax(.whole(points), place(from: start)) }
    case .step:
      let steps = entries.compactMap { entry in if case .step(let step) = entry { step } else { nil } }
      if steps.count == entries.count { return ScoreSyntax(.steps(steps), place(from: start)) }
    case .rank:
      let ranks = entries.compactMap { entry in if case .rank(let rank) = entry { rank } else { nil } }
      if ranks.count == entries.count {
        let zerosLeftOut = takeZerosLeftOut()
        return ScoreSyntax(.ranks(ranks, zerosLeftOut: zerosLeftOut), place(from: start))
      }
    }
    reportScore()
    return nil
  }

  private enum ScoreEntry {
    case whole(LiteralSyntax)
    case step(ScoreStepSyntax)
    case rank(ScoreRankSyntax)
  }

  private mutating func parseScoreEntries() -> [ScoreEntry]? {
    var entries: [ScoreEntry] = []
    repeat {
      guard let entry = parseScoreEntry(entries.count) else { return entries.isEmpty ? [] : nil }
      entries.append(entry)
    } while takeScoreSeparator()
    return entries
  }

  /// A comma before another entry and not before what is said of zeros.
  private mutating func takeScoreSeparator() -> Bool {
    guard isSign(.comma) || isSign(.pause) else { return false }
    switch peek().kind {
    case .number, .name, .date, .dayOfYear, .word(.top, _):
      advance()
      return true
    default: return false
    }
  }

  private mutating func parseScoreEntry(_ index: Int) -> ScoreEntry? {
    if take(.top) {
      // 上位70%に2点
      guard let share = takeLiteral() else { return nil }
      _ = take(.particleNi)
      return takePoints().map { .rank(ScoreRankSyntax(points: $0, share: share)) }
    }
    guard let value = parseExpression() else { return nil }
    if let relation = takeBoundWord() {
      // 3回以上で5点
      _ = take(.particleDe)
      return takePoints().map { .step(ScoreStepSyntax(points: $0, bound: BoundSyntax(relation, value))) }
    }
    guard case .literal(let literal) = value.kind, let points = Parser.points(literal) else { return nil }
    if take(.at) {
      let before = takeBoundWord()
      guard let bound = parseExpression() else { return nil }
      let relation = before ?? takeBoundWord()
      if relation == nil { bareScoreSteps.insert(index) }
      return .step(ScoreStepSyntax(points: points, bound: BoundSyntax(relation ?? .atLeast, bound)))
    }
    if take(.top) {
      return takeLiteral().map { .rank(ScoreRankSyntax(points: points, share: $0)) }
    }
    return .whole(points)
  }

  /// `score 5 at 5.0, 10 at 3.0`: from its value on, in the direction in which the target asks.
  mutating func settleScore(of target: inout TargetSyntax) {
    defer { bareScoreSteps = [] }
    guard let score = target.score, case .steps(let steps) = score.kind, !bareScoreSteps.isEmpty, target.asksForLess else {
      return
    }
    let settled = steps.enumerated().map { index, step in
      guard bareScoreSteps.contains(index) else { return step }
      return ScoreStepSyntax(points: step.points, bound: BoundSyntax(.atMost, step.bound.value))
    }
    target.score = ScoreSyntax(.steps(settled), score.place)
  }

  private mutating func takePoints() -> LiteralSyntax? { takeLiteral().flatMap { Parser.points($0) } }

  /// `5`, `5点` and `5 points` are the same points.
  private static func points(_ literal: LiteralSyntax) -> LiteralSyntax? {
    switch literal.unit {
    case nil, .points, .named("点"): LiteralSyntax(literal.value, decimals: literal.decimals, unit: nil, literal.place)
    default: nil
    }
  }

  /// `, areas at zero left out`, `（0の区は除く）`.
  private mutating func takeZerosLeftOut() -> Bool {
    let taken: Bool? = attempt { parser in
      parser.skipPauses()
      if parser.take(.zerosLeftOut) { return true }
      let bracketed = parser.take(.open)
      guard case .number(let number) = parser.current.kind, number.value.isZero else { return nil }
      parser.advance()
      guard parser.take(.particleNo), parser.takeLevel() != nil else { return nil }
      parser.skip([.particleWa, .particleWo])
      guard parser.take(.except), !bracketed || parser.take(.close) else { return nil }
      return true
    }
    return taken ?? false
  }

  private mutating func reportScore() {
    reportUnexpected(
      Wording("points, steps or ranks", "配点"),
      mend: Wording(
        "score 10; score 5 at 3回, 10 at 6回; score 2 in the top 70%, 4 in the top 50%",
        "「配点 10点」「配点 3回以上で5点、6回以上で10点」「配点 上位70%に2点、上位50%に4点」のように書いてください"))
  }

  // MARK: Grades

  mutating func parseGrade() -> GradeSyntax? {
    let start = position
    var bands: [BandSyntax] = []
    while let name = takeName() {
      guard let bounds = parseBounds() else { return nil }
      joinedByParticle = false
      bands.append(BandSyntax(name: name, bounds: bounds))
      if isSign(.comma) || isSign(.pause), case .name = peek().kind { advance() }
    }
    if bands.isEmpty {
      reportUnexpected(
        Wording("a grade and its share of the target", "評価の名前と達成率"),
        mend: Wording(
          "grade by share of target: 「達成」 at least 100%, 「要改善」 less than 100%", "評価区分 「達成」100%以上、「要改善」100%未満"))
      return nil
    }
    return GradeSyntax(bands, place(from: start))
  }

  /// `overall 「…」 average of grades in item ア (A=5, E left out), rounded`,
  /// `総合評価「…」 項目アの評価の平均（A=5点、Eは除外）を四捨五入`.
  mutating func parseOverall(_ start: Int) -> OverallSyntax? {
    guard let name = expectDeclaredName(Wording("the overall grade's name", "総合評価の名前")) else { return nil }
    var overall = OverallSyntax(name: name, place: place(from: start))
    _ = take(.colon)
    overall.item = takeItem()
    _ = take(.particleNo)
    guard take(.averageOfGrades) else {
      reportUnexpected(
        Wording("average of grades", "「評価の平均」"),
        mend: Wording("overall 「…」 average of grades in item ア (A=5, B=4)", "総合評価「…」 項目アの評価の平均（A=5点、B=4点）"))
      return nil
    }
    if take(.inWord) { overall.item = takeItem() }
    if take(.open) {
      guard let grades = parseGradePoints() else { return nil }
      overall.grades = grades
    }
    overall.decimals = takeRounding()
    skipPauses()
    _ = take(.stop)
    if take(.whenAnyMissed) {
      skipPauses()
      overall.whenMissed = expectName(Wording("what is said then", "そのときの評価の名前"))
      _ = take(.stop)
    }
    overall.place = place(from: start)
    return overall
  }

  private mutating func takeItem() -> NameSyntax? {
    guard isWord(.item), case .code(let code) = peek().kind else { return nil }
    advance()
    let name = NameSyntax(code, current.place(in: file))
    advance()
    return name
  }

  private mutating func parseGradePoints() -> [GradePointsSyntax]? {
    var grades: [GradePointsSyntax] = []
    while let grade = takeName() {
      skip([.particleWa, .particleWo])
      if take(.leftOut) {
        grades.append(GradePointsSyntax(grade: grade, points: nil))
      } else if take(.equals), let points = takePoints() {
        grades.append(GradePointsSyntax(grade: grade, points: points))
      } else {
        break
      }
      skipPauses()
    }
    if take(.close), !grades.isEmpty { return grades }
    reportUnexpected(
      Wording("a grade and its points", "評価と点数"), mend: Wording("(A=5, B=4, E left out)", "（A=5点、B=4点、Eは除外）"))
    return nil
  }

  /// `, rounded`, `, rounded to 1 decimal`, `を四捨五入`, `を小数第1位まで四捨五入`: how many decimals are left.
  private mutating func takeRounding() -> Int? {
    attempt { parser in
      parser.skipPauses()
      if parser.take(.roundedWhole) { return 0 }
      let isEnglish = parser.take(.roundedTo)
      _ = parser.take(.particleWo)
      let hasPlace = parser.take(.decimalPlace)
      var decimals: Int64 = 0
      if isEnglish || hasPlace {
        guard case .number(let number) = parser.current.kind, number.value.isWhole, let count = number.value.numerator.word,
          (0...6).contains(count)
        else { return nil }
        decimals = count
        parser.advance()
        parser.skip([.decimals, .until])
      }
      return isEnglish || parser.take(.rounded) ? Int(decimals) : nil
    }
  }
}

extension TargetSyntax {
  /// Whether less is better: every demand has an upper limit and no lower one, or asks that the figure falls.
  var asksForLess: Bool {
    !requirements.isEmpty
      && requirements.allSatisfy { requirement in
        if case .numberOf(_, let relation, _) = requirement.subject.kind { return relation.isUpperLimit }
        return requirement.demand.asksForLess && requirement.exceptions.allSatisfy { $0.demand?.asksForLess ?? true }
      }
  }
}

extension ConditionSyntax {
  fileprivate var asksForLess: Bool {
    switch kind {
    case .bounds(_, let bounds), .each(_, let bounds), .everyRow(_, let bounds): bounds.allSatisfy { $0.relation.isUpperLimit }
    case .trend(_, let trend): trend.trend == .falls || trend.trend == .doesNotRise
    case .forEach(_, let inner): inner.asksForLess
    case .and(let parts), .or(let parts): parts.allSatisfy { $0.asksForLess }
    case .numberOf, .reports, .rank, .areas, .outcome, .not: false
    }
  }
}

extension Relation {
  fileprivate var isUpperLimit: Bool { self == .atMost || self == .lessThan }
}
