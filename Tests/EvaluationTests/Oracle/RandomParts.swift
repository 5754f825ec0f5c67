import Facts
import Quantities
import RuleLanguage
import Rulebook

// Random conditions and figures. `mayAsk` is the position of the target that is being made, where its condition may ask for
// outcomes of other targets; `level` is the level of the area that is judged.

extension CaseMaker {
  mutating func randomRelation(_ weights: [Int] = [36, 16, 14, 12, 14, 8]) -> Relation {
    [Relation.atLeast, .atMost, .moreThan, .lessThan, .equal, .notEqual][numbers.weighted(weights)]
  }

  mutating func randomCondition(depth: Int, level: Int, mayAsk target: Int?) -> Condition {
    if depth > 0, numbers.chance(80) {
      switch numbers.weighted([38, 32, 12, 18]) {
      case 0: return .all(randomConditions(depth: depth, level: level, mayAsk: target))
      case 1: return .any(randomConditions(depth: depth, level: level, mayAsk: target))
      case 2: return .not(randomCondition(depth: depth - 1, level: level, mayAsk: target))
      default:
        let parts = randomConditions(depth: depth, level: level, mayAsk: target)
        return .numberMet(randomRelation([55, 15, 10, 5, 10, 5]), numbers.between(0, parts.count), of: parts)
      }
    }
    if numbers.chance(7), let condition = randomPeerCondition(level: level, mayAsk: target) { return condition }
    switch numbers.weighted([84, 8, 8]) {
    case 1: return .reported(randomReported(level: level))
    case 2:
      if let target, let asked = randomOutcome(target) { return asked }
      return randomComparison(depth: 1, level: level, mayAsk: target)
    default: return randomComparison(depth: [0, 1, 2][numbers.weighted([45, 40, 15])], level: level, mayAsk: target)
    }
  }

  private mutating func randomConditions(depth: Int, level: Int, mayAsk target: Int?) -> [Condition] {
    (0..<[1, 2, 3][numbers.weighted([8, 62, 30])]).map { _ in
      randomCondition(depth: depth - 1, level: level, mayAsk: target)
    }
  }

  /// Same-year questions go to targets that stand before, so that they form no circle; earlier years of any target only
  /// where the program has a first year.
  private mutating func randomOutcome(_ target: Int) -> Condition? {
    let verdict = numbers.pick([Verdict.missed, .missed, .met, .notReported, .notApplicable, .waived])
    if mayAskBack, numbers.chance(50) {
      return .outcome(target: numbers.below(target + 1), verdict, .yearsAgo(Int32(numbers.between(1, 2))))
    }
    guard target > 0 else { return nil }
    return .outcome(target: numbers.below(target), verdict, .yearsAgo(Int32(numbers.below(2))))
  }

  private mutating func randomReported(level: Int) -> Expression {
    let figure = Expression.indicator(numbers.below(rulebook.indicators.count))
    if numbers.chance(20) { return .inYear(randomYear(), figure) }
    if numbers.chance(15), let above = randomLevel(above: level) { return .ofArea(level: above, figure) }
    return figure
  }

  private mutating func randomYear() -> YearReference {
    if rulebook.program.planPeriod != nil, numbers.chance(20) { return numbers.chance(70) ? .lastPeriod : .planStart }
    let surveyed = rulebook.indicators.indices.filter { rulebook.indicators[$0].surveyed != nil }
    if !surveyed.isEmpty, numbers.chance(25) { return .lastSurvey(of: numbers.pick(surveyed)) }
    return numbers.chance(75)
      ? .yearsAgo(Int32(numbers.chance(80) ? 1 : numbers.between(0, 2)))
      : .fixed(FiscalYear(years.lowerBound + Int32(numbers.below(years.count))))
  }

  private mutating func randomLevel(above level: Int) -> Int? {
    let levels = (level..<rulebook.program.levels.count).filter { $0 > level || numbers.chance(10) }
    return levels.isEmpty ? nil : numbers.pick(levels)
  }

  // MARK: - Comparisons

  private func indicators(of dimension: Dimension) -> [Int] {
    rulebook.indicators.indices.filter { rulebook.indicators[$0].kind.dimension == dimension }
  }

  private mutating func randomComparison(depth: Int, level: Int, mayAsk target: Int?) -> Condition {
    let indicator = numbers.below(rulebook.indicators.count)
    switch rulebook.indicators[indicator].kind {
    case .text: return .reported(.indicator(indicator))
    case .ladder(let ladder):
      let step = Rational(Int64(numbers.below(rulebook.ladders[ladder].steps.count)))
      return orderedComparison(.ladder(ladder), step, randomRelation([40, 15, 10, 5, 25, 5]), level)
    case .yesOrNo:
      let yes = Rational(numbers.chance(70) ? 1 : 0)
      return orderedComparison(.yesOrNo, yes, numbers.chance(85) ? .equal : .notEqual, level)
    case .choice(let options):
      let option = Rational(Int64(numbers.below(options.count)))
      return orderedComparison(.choice(options), option, numbers.chance(70) ? .equal : .notEqual, level)
    case .date: return dateComparison(level)
    case .count, .amount, .number, .percent:
      let dimension = rulebook.indicators[indicator].kind.dimension
      if numbers.chance(8), rulebook.program.levels.count > 1 || areas.count > 1 {
        return areaCountComparison(level, mayAsk: target)
      }
      if depth == 0 {
        let left = wrapped(.indicator(indicator), level, chance: 15)
        if numbers.chance(18) { return randomChange(left, dimension, level) }
        let right = numbers.chance(15) ? Expression.inYear(.yearsAgo(1), left) : limit(for: left, dimension)
        return comparison(left, randomRelation(), right, dimension)
      }
      // A share of two figures is judged more often than reported shares alone would make it.
      let judged: Dimension = numbers.chance(12) ? .ratio : dimension
      let left = randomFigure(judged, depth: depth, level: level, mayAsk: target)
      let right =
        numbers.chance(65) ? limit(for: left, judged) : randomFigure(judged, depth: depth - 1, level: level, mayAsk: target)
      return comparison(left, randomRelation(), right, judged)
    }
  }

  private func comparison(_ left: Expression, _ relation: Relation, _ right: Expression, _ dimension: Dimension) -> Condition {
    .comparison(Comparison(left: left, relation: relation, right: right, dimension: dimension, place: RandomCase.span))
  }

  /// A figure whose values are only compared, not computed with.
  private mutating func orderedComparison(
    _ dimension: Dimension, _ constant: Rational, _ relation: Relation, _ level: Int
  ) -> Condition {
    let figures = indicators(of: dimension)
    let left = wrapped(.indicator(numbers.pick(figures)), level, chance: 20)
    let right: Expression =
      numbers.chance(80) ? .constant(constant) : wrapped(.indicator(numbers.pick(figures)), level, chance: 50)
    return comparison(left, relation, right, dimension)
  }

  /// The sentences about time as the checker makes them: changes in %, margins, shortfalls that are carried over.
  private mutating func randomChange(_ figure: Expression, _ dimension: Dimension, _ level: Int) -> Condition {
    switch numbers.below(4) {
    case 0:
      let earlier = Expression.positive(.inYear(randomYear(), figure))
      let factor = numbers.pick([Fraction(1, over: 2), Fraction(5, over: 4), Fraction(3, over: 2), Fraction(2)])
      return comparison(figure, randomRelation(), .arithmetic(.times, earlier, .constant(factor.rational)), dimension)
    case 1:
      let middle = limit(for: figure, dimension)
      let margin = Expression.arithmetic(.times, .absolute(middle), .constant(Fraction(1, over: 2).rational))
      return .all([
        comparison(figure, .atLeast, .arithmetic(.minus, middle, margin), dimension),
        comparison(figure, .atMost, .arithmetic(.plus, middle, margin), dimension),
      ])
    default:
      let before: YearReference = rulebook.program.planPeriod != nil && numbers.chance(50) ? .lastPeriod : .yearsAgo(1)
      let since = FiscalYear(years.lowerBound + Int32(numbers.below(2)))
      let carried = CarryOver(demand: limit(for: figure, dimension), figure: figure, before: before, since: since)
      return comparison(figure, numbers.chance(80) ? .atLeast : .moreThan, .carriedOver(carried), dimension)
    }
  }

  private mutating func randomPath(_ dimension: Dimension, small: Bool) -> Expression {
    let first = years.lowerBound - Int32(numbers.below(2))
    var points = [PathPoint(year: FiscalYear(first), value: randomConstant(dimension, small: small))]
    while points.count < 2 || points.count < 4 && numbers.chance(30) {
      let last = points[points.count - 1].year
      points.append(
        PathPoint(year: last.advanced(by: Int32(numbers.between(1, 3))), value: randomConstant(dimension, small: small)))
    }
    return .path(points)
  }

  private mutating func randomSeries() -> YearSeries {
    switch numbers.below(5) {
    case 0, 1: return .cumulated(since: .fixed(FiscalYear(years.lowerBound + Int32(numbers.below(years.count)))))
    case 2, 3: return .average(years: Int32(numbers.between(2, 3)))
    default: return .slope(years: Int32(numbers.between(2, 3)))
    }
  }

  private mutating func dateComparison(_ level: Int) -> Condition {
    let figures = indicators(of: .date)
    let left = wrapped(.indicator(numbers.pick(figures)), level, chance: 15)
    if figures.count > 1, numbers.chance(40) {
      let other = Expression.indicator(numbers.pick(figures))
      let days = Rational(Int64(numbers.between(-1, 2)))
      return comparison(.arithmetic(.minus, left, other), randomRelation(), .constant(days), .days)
    }
    let day = Int32(numbers.between(29, 31))
    let (month, date): (Int32, Int32) = day == 31 ? (7, 1) : (6, day)
    if numbers.chance(75) { return comparison(left, randomRelation(), .dayOfYear(month: month, day: date), .date) }
    let year = years.lowerBound + Int32(numbers.below(years.count))
    let number = CalendarDate(year: year, month: month, day: date)?.dayNumber ?? 0
    return comparison(left, randomRelation(), .constant(Rational(Int64(number))), .date)
  }

  private mutating func areaCountComparison(_ level: Int, mayAsk target: Int?) -> Condition {
    let members = numbers.below(max(1, min(level + 1, rulebook.program.levels.count)))
    let condition = randomCondition(depth: numbers.chance(25) ? 1 : 0, level: members, mayAsk: target)
    var left = Expression.numberOfAreas(level: members, condition)
    if numbers.chance(15) {
      let other = randomCondition(depth: 0, level: members, mayAsk: target)
      left = .arithmetic(.minus, left, .numberOfAreas(level: members, other))
    }
    return comparison(left, randomRelation(), .constant(Rational(Int64(numbers.between(0, 3)))), .areas(members))
  }

  private mutating func wrapped(_ figure: Expression, _ level: Int, chance: Int) -> Expression {
    guard numbers.chance(chance) else { return figure }
    if numbers.chance(50) { return .inYear(randomYear(), figure) }
    if numbers.chance(60), let above = randomLevel(above: level) { return .ofArea(level: above, figure) }
    let members = numbers.below(min(level + 1, rulebook.program.levels.count))
    return .aggregate(numbers.chance(50) ? .highest : .lowest, level: members, figure)
  }

  // MARK: - Figures

  /// What a figure is held against.
  private mutating func limit(for figure: Expression, _ dimension: Dimension) -> Expression {
    let parameters = rulebook.parameters.indices.filter { rulebook.parameters[$0].dimension == dimension }
    if !parameters.isEmpty, numbers.chance(25) { return .parameter(numbers.pick(parameters)) }
    if numbers.chance(12) { return randomPath(dimension, small: speaksOfPercent(figure)) }
    return .constant(randomConstant(dimension, small: speaksOfPercent(figure)))
  }

  private func speaksOfPercent(_ figure: Expression) -> Bool {
    switch figure {
    case .indicator(let indicator): if case .percent = rulebook.indicators[indicator].kind { return true } else { return false }
    case .inYear(_, let inner), .ofArea(_, let inner), .aggregate(_, _, let inner), .peerAggregate(_, _, let inner),
      .rounded(let inner, _), .series(_, let inner), .positive(let inner), .absolute(let inner):
      return speaksOfPercent(inner)
    case .arithmetic(_, let left, let right): return speaksOfPercent(left) || speaksOfPercent(right)
    case .sum(let parts): return parts.contains { speaksOfPercent($0) }
    default: return false
    }
  }

  /// `small` asks for a share as percentages are reported here: a few percent.
  mutating func randomConstant(_ dimension: Dimension, small: Bool) -> Rational {
    switch dimension {
    case .ratio:
      if small { return Rational(mantissa: Int64(numbers.between(0, 8) * 5), scale: 3) }
      return numbers.pick([Fraction(1, over: 2), Fraction(2, over: 3), Fraction(3, over: 4), Fraction(1), Fraction(0)]).rational
    case .plain:
      return numbers.chance(70)
        ? Rational(mantissa: Int64(numbers.between(-3, 6)), scale: 1) : Rational(Int64(numbers.between(-1, 3)))
    default:
      if numbers.chance(6) { return Rational(mantissa: Int64(numbers.between(0, 4) * 10 + 5), scale: 1) }
      return Rational(Int64(numbers.between(0, 4)))
    }
  }

  mutating func randomFigure(_ dimension: Dimension, depth: Int, level: Int, mayAsk target: Int?) -> Expression {
    if depth == 0 || numbers.chance(20) { return randomLeaf(dimension, level) }
    func inner(_ maker: inout CaseMaker, _ dimension: Dimension, mayAsk: Int?) -> Expression {
      maker.randomFigure(dimension, depth: depth - 1, level: level, mayAsk: mayAsk)
    }
    switch numbers.weighted([14, 10, 18, 26, 14, 5, 13, 10, 3, 3]) {
    case 0: return .inYear(randomYear(), inner(&self, dimension, mayAsk: nil))
    case 1:
      guard let above = randomLevel(above: level) else { return randomLeaf(dimension, level) }
      return .ofArea(level: above, randomFigure(dimension, depth: depth - 1, level: above, mayAsk: target))
    case 2:
      if numbers.chance(25) {
        return .peerAggregate(
          numbers.pick([.average, .median, .median, .average, .highest]), randomPeers(level: level),
          randomFigure(dimension, depth: 0, level: level, mayAsk: target))
      }
      let members = numbers.below(min(level + 1, rulebook.program.levels.count))
      let aggregate = numbers.pick([Aggregate.total, .total, .average, .median, .highest, .lowest])
      return .aggregate(aggregate, level: members, randomFigure(dimension, depth: depth - 1, level: members, mayAsk: target))
    case 3:
      let operation: Arithmetic = numbers.chance(55) ? .plus : .minus
      return .arithmetic(operation, inner(&self, dimension, mayAsk: target), inner(&self, dimension, mayAsk: target))
    case 4: return .sum((0..<numbers.between(1, 3)).map { _ in inner(&self, dimension, mayAsk: target) })
    case 5: return .rounded(inner(&self, dimension, mayAsk: target), decimals: numbers.below(dimension == .ratio ? 4 : 2))
    case 6: return randomProduct(dimension, depth: depth, level: level, mayAsk: target)
    case 7: return .series(randomSeries(), inner(&self, dimension, mayAsk: nil))
    case 8: return .positive(inner(&self, dimension, mayAsk: target))
    default: return .absolute(inner(&self, dimension, mayAsk: target))
    }
  }

  private mutating func randomProduct(_ dimension: Dimension, depth: Int, level: Int, mayAsk target: Int?) -> Expression {
    if dimension == .ratio, numbers.chance(70) {
      let unit = Dimension.counted(numbers.chance(75) ? "件" : "人")
      return .arithmetic(.dividedBy, randomLeaf(unit, level), randomLeaf(unit, level))
    }
    let figure = randomFigure(dimension, depth: depth - 1, level: level, mayAsk: target)
    let plain = indicators(of: .plain)
    if !plain.isEmpty, numbers.chance(20) { return .arithmetic(.times, figure, .indicator(numbers.pick(plain))) }
    let factor = numbers.pick([Fraction(1, over: 2), Fraction(2), Fraction(3), Fraction(-1), Fraction(5, over: 4)])
    if numbers.chance(70) {
      let constant = Expression.constant(factor.rational)
      return numbers.chance(50) ? .arithmetic(.times, figure, constant) : .arithmetic(.times, constant, figure)
    }
    return .arithmetic(.dividedBy, figure, .constant(Rational(Int64(numbers.between(2, 3)))))
  }

  private mutating func randomLeaf(_ dimension: Dimension, _ level: Int) -> Expression {
    let figures = indicators(of: dimension)
    let measures = rulebook.measures.indices.filter { rulebook.measures[$0].dimension == dimension }
    if !measures.isEmpty, numbers.chance(figures.isEmpty ? 80 : 20) { return .measure(numbers.pick(measures)) }
    if figures.isEmpty || numbers.chance(8) { return .constant(randomConstant(dimension, small: numbers.chance(60))) }
    return .indicator(numbers.pick(figures))
  }
}
