import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The place of one figure among those of the areas of its group, as far as unreported figures leave it certain. Fewer than
/// p% of the participants are strictly better than what stands in the top p%; ties share the better place.
struct RankStanding {
  struct Place {
    var better: Int64
    var participants: Int64

    func isInTop(_ share: Rational) -> Bool { Rational(better) < share * Rational(participants) }
  }

  /// The best that the unreported figures allow, and the worst.
  private var best: Place
  private var worst: Place

  /// Of a figure that stands in the table. An unreported one that stands above makes the place worse even though more take part;
  /// one that does not makes it better.
  init(of own: Rational, in table: RankTable) {
    let known = Place(better: table.count(above: .finite(own)), participants: Int64(table.sorted.count))
    (best, worst) = (known, known)
    for figure in table.open {
      let (mayBeAbove, mayNotBe) = (.finite(own) < figure.range.high, figure.range.low <= .finite(own))
      if mayNotBe {
        best.participants += 1
      } else if !figure.mayBeOut {
        best.better += 1
        best.participants += 1
      }
      if mayBeAbove {
        worst.better += 1
        worst.participants += 1
      } else if !figure.mayBeOut {
        worst.participants += 1
      }
    }
  }

  func isInTop(_ share: Rational) -> PossibleResults {
    let (best, worst) = (best.isInTop(share), worst.isInTop(share))
    return best == worst ? PossibleResults(best) : .undecided
  }
}

/// Whose figures a target ranks for its points.
struct ScoredGroup: Hashable {
  let comparison: Int
  let holder: Int
  let year: FiscalYear
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
    let group = tree.group(ofLevel: unit.level, at: area, year)
    let key = ScoredGroup(comparison: position, holder: group.holder, year: year)
    let mayRemember = assumptions.isEmpty && trial.isEmpty
    let table =
      (mayRemember ? scoreTables[key] : nil)
      ?? RankTable(
        group.members.map { member in
          (member, entry(comparison.left, requirement, member, year, lessIsBetter: lessIsBetter, zerosLeftOut: zerosLeftOut))
        })
    if mayRemember { scoreTables[key] = table }
    let standing = RankStanding(of: lessIsBetter ? -own : own, in: table)
    var least = Rational.zero
    var most = Rational.zero
    for rank in ranks {
      let results = standing.isInTop(rank.share)
      if results == .met { least = max(least, rank.points) }
      if results.contains(.met) { most = max(most, rank.points) }
    }
    return least == most ? least : nil
  }

  /// An area's figure as the rank looks at it, greater is better.
  private func entry(
    _ figure: Int, _ requirement: RequirementStep, _ member: Int, _ year: FiscalYear, lessIsBetter: Bool, zerosLeftOut: Bool
  ) -> RankTable.Entry {
    if requirement.excepts(member) { return .out }
    let filter = requirement.filter.map { results($0, member, year) } ?? .met
    if !filter.contains(.met) { return .out }
    let value = value(figure, member, year)
    if case .notApplicable = value { return .out }
    let (range, _) = range(value)
    let isZero = Judging.results(range, .equal)
    if zerosLeftOut, isZero == .met { return .out }
    let mayBeOut = filter != .met || value.mayBeNotApplicable || zerosLeftOut && isZero.contains(.met)
    if !mayBeOut, case .value(let value) = known(figure, member, year) { return .value(lessIsBetter ? -value : value) }
    return .open(RankTable.Open(area: member, range: lessIsBetter ? -range : range, mayBeOut: mayBeOut))
  }
}
