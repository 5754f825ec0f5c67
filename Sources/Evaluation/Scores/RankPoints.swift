import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The place of one figure among those of the areas of its group, as far as unreported figures leave it certain. Fewer than
/// p% of the participants are strictly better than what stands in the top p%; ties share the better place.
struct RankStanding {
  struct Place {
    var better: Int64 = 0
    var participants: Int64 = 0

    func isInTop(_ share: Rational) -> Bool { Rational(better) < share * Rational(participants) }
  }

  /// The best that the unreported figures allow, and the worst.
  var best = Place()
  var worst = Place()

  func isInTop(_ share: Rational) -> PossibleResults {
    let (best, worst) = (best.isInTop(share), worst.isInTop(share))
    return best == worst ? PossibleResults(best) : .undecided
  }

  /// Another area. One that stands above makes the place worse even though more take part; one that does not makes it better.
  mutating func add(isAbove: PossibleResults, takesPart: PossibleResults) {
    if isAbove != .met {
      best.participants += 1
    } else if takesPart == .met {
      best.better += 1
      best.participants += 1
    }
    if isAbove.contains(.met) {
      worst.better += 1
      worst.participants += 1
    } else if takesPart == .met {
      worst.participants += 1
    }
  }
}

extension Judging {
  func rankPoints(
    _ ranks: [Score.Rank], zerosLeftOut: Bool, _ unit: Unit, _ area: Int, _ year: FiscalYear
  ) -> Rational? {
    guard let requirement = unit.requirements(in: year).first(where: { !$0.excepts(area) }),
      case .comparison(let position)? = demands(requirement, area, year).first?.leaves.first?.kind
    else { return nil }
    let comparison = plan.comparisons[position]
    guard case .value(let own) = known(comparison.left, area, year) else { return nil }
    if zerosLeftOut, own.isZero { return .zero }
    let lessIsBetter = comparison.relation == .atMost || comparison.relation == .lessThan
    let standing = standing(
      of: own, comparison.left, requirement, unit, area, year, lessIsBetter: lessIsBetter, zerosLeftOut: zerosLeftOut)
    var least = Rational.zero
    var most = Rational.zero
    for rank in ranks {
      let results = standing.isInTop(rank.share)
      if results == .met { least = max(least, rank.points) }
      if results.contains(.met) { most = max(most, rank.points) }
    }
    return least == most ? least : nil
  }

  private func standing(
    of own: Rational, _ figure: Int, _ requirement: RequirementStep, _ unit: Unit, _ area: Int, _ year: FiscalYear,
    lessIsBetter: Bool, zerosLeftOut: Bool
  ) -> RankStanding {
    var standing = RankStanding()
    for member in tree.group(ofLevel: unit.level, at: area, year).members where !requirement.excepts(member) {
      if member == area {
        standing.add(isAbove: .missed, takesPart: .met)
        continue
      }
      let filter = requirement.filter.map { results($0, member, year) } ?? .met
      if !filter.contains(.met) { continue }
      let value = value(figure, member, year)
      if case .notApplicable = value { continue }
      let (range, _) = range(value)
      let other = range - Interval(.finite(own), .finite(own))
      let above = lessIsBetter ? Judging.results(other, .lessThan) : Judging.results(other, .moreThan)
      let isZero = Judging.results(range, .equal)
      if zerosLeftOut, isZero == .met { continue }
      let isCertain = filter == .met && !value.mayBeNotApplicable && !(zerosLeftOut && isZero.contains(.met))
      standing.add(isAbove: above, takesPart: isCertain ? .met : .undecided)
    }
    return standing
  }
}
