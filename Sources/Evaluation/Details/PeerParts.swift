import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What ranks, deviations and numbers of areas inside a demand come to.
extension Judging {
  func part(
    ofRank position: Int, _ condition: Int, _ isNegated: Bool, _ area: Int, _ year: FiscalYear, withFigures: Bool
  ) -> Outcome.Part {
    let rank = plan.ranks[position]
    let results = results(condition, area, year)
    let asked = isNegated ? results.negated : results
    let relation: Relation = (rank.end == .top) != isNegated ? .atLeast : .atMost
    var measured: Rational?
    if case .value(let value) = known(rank.figure, area, year) { measured = value }
    let required = threshold(rank, position, area, year).map { rank.end == .top ? $0 : -$0 }
    var shortfall: Quantity?
    if asked == .missed, let measured, let required {
      let gap = (required - measured).magnitude
      shortfall = Quantity(gap, rank.dimension.ofDifference)
    }
    return Outcome.Part(
      place: rank.place, results: asked, measured: measured.map { Quantity($0, rank.dimension) },
      required: isNegated ? nil : required.map { RequiredFigure(relation, Quantity($0, rank.dimension)) },
      shortfall: isNegated ? nil : shortfall, figures: figures(condition, area, year, withFigures: withFigures))
  }

  /// The least figure with which the area would be in: that of the last place that counts, among the others.
  private func threshold(_ rank: RankStep, _ position: Int, _ area: Int, _ year: FiscalYear) -> Rational? {
    guard case .found(let group) = peers(rank.peers, at: area, year) else { return nil }
    let others = others(rank, position, group, area, year)
    if !others.isKnown { return nil }
    let limit: Rational =
      switch rank.amount {
      case .count(let number): Rational(number)
      case .share(let share): share * Rational(others.count + 1)
      }
    // As many may be better as are fewer than the limit.
    guard let most = (limit.roundedUp(decimals: 0) - .one).numerator.word, most >= 0, most < others.count else { return nil }
    return others.bestFirst[Int(most)]
  }

  func part(
    ofDeviation position: Int, _ condition: Int, _ isNegated: Bool, _ area: Int, _ year: FiscalYear, withFigures: Bool
  ) -> Outcome.Part {
    let step = plan.deviations[position]
    let results = results(condition, area, year)
    let asked = isNegated ? results.negated : results
    let relation = isNegated ? step.relation.negated : step.relation
    var measured: Rational?
    if case .value(let value) = known(step.left, area, year) { measured = value }
    var required: Rational?
    if case .found(let group) = peers(step.peers, at: area, year), case .known(let spread?) = spread(position, group, year) {
      required = spread.bound(deviations: step.factor, relation)
    }
    var shortfall: Quantity?
    if asked == .missed, let measured, let required {
      shortfall = Quantity((required - measured).magnitude, step.dimension.ofDifference)
    }
    return Outcome.Part(
      place: step.place, results: asked, measured: measured.map { Quantity($0, step.dimension) },
      required: required.map { RequiredFigure(relation, Quantity($0, step.dimension)) }, shortfall: shortfall,
      figures: figures(condition, area, year, withFigures: withFigures))
  }

  func part(
    ofQuantifier position: Int, _ condition: Int, _ isNegated: Bool, _ requirement: RequirementStep, _ area: Int,
    _ year: FiscalYear, withFigures: Bool
  ) -> Outcome.Part {
    let step = plan.quantifiers[position]
    var members = MemberResults()
    var figures = FigureList()
    for member in tree.group(ofLevel: step.level, at: area).members {
      let results = memberResults(step, member, year)
      members.add(results)
      if withFigures, results != .met, results != .notApplicable {
        collect(condition: step.condition, member, year, .shown, into: &figures)
      }
    }
    let results = members.results(step.relation, step.amount)
    let asked = isNegated ? results.negated : results
    let relation = isNegated ? step.relation.negated : step.relation
    return Outcome.Part(
      place: requirement.place, results: asked, measured: members.measured(step.amount, level: step.level),
      required: MemberResults.required(relation, step.amount, level: step.level),
      shortfall: asked == .missed ? members.shortfall(relation, step.amount, level: step.level) : nil, figures: figures.keys)
  }

  private func figures(_ condition: Int, _ area: Int, _ year: FiscalYear, withFigures: Bool) -> [FigureKey] {
    if !withFigures { return [] }
    var figures = FigureList()
    collect(condition: condition, area, year, .shown, into: &figures)
    return figures.keys
  }
}

extension Spread {
  /// The bound in six decimals, rounded to the side on which it still does. A root is no exact figure: it is looked for by
  /// halving among the values that hold.
  func bound(deviations factor: Rational, _ relation: Relation) -> Rational? {
    let unit = Rational(mantissa: 1, scale: 6)
    // No value lies further from the average than the root of the number of areas times the deviation; the square is more.
    let reach = (factor * factor * variance + .one).magnitude
    guard let middle = average.divided(by: unit)?.wholeFloor, let width = reach.divided(by: unit)?.wholeFloor,
      width < .max / 4, middle.magnitude < UInt64(Int64.max / 4)
    else { return nil }
    let rises = relation == .atLeast || relation == .moreThan
    var (low, high) = (middle - width - 1, middle + width + 1)
    while low < high - 1 {
      let value = low + (high - low) / 2
      let isHigh = holds(Rational(value) * unit, rises ? relation : relation.negated, deviations: factor)
      if isHigh { high = value } else { low = value }
    }
    return Rational(rises ? high : low) * unit
  }
}

extension Rational {
  /// The greatest whole number that is not above, where it takes one word.
  fileprivate var wholeFloor: Int64? { numerator.dividedRoundingDown(by: denominator).quotient.word }
}
