import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A value as a fraction of two words; the denominator is positive.
package struct BriefFigure: Sendable {
  package let numerator: Int64
  package let denominator: Int64
}

/// What was measured and what was required, without all else that explains an outcome.
package struct BriefOutcome: Sendable {
  package let measured: BriefFigure?
  package let required: BriefFigure?
  package let relation: Relation?
  package let dimension: Dimension

  static let empty = BriefOutcome(measured: nil, required: nil, relation: nil, dimension: .plain)
}

/// A comparison of a demand, its two sides ready for the columns of a year. An object, for it is handed around for every row.
final class ColumnLeaf {
  enum Side {
    case sum(ColumnSum)
    case fraction(ColumnSum, ColumnSum)
  }

  let left: Side
  let right: Side
  let relation: Relation
  let dimension: Dimension

  init(left: Side, right: Side, relation: Relation, dimension: Dimension) {
    self.left = left
    self.right = right
    self.relation = relation
    self.dimension = dimension
  }
}

/// What the columns tell of the outcomes of one target in one year.
package struct BriefSource {
  enum Kind {
    /// Nothing: outcomes have to be explained by the general evaluator.
    case none
    /// Demands with alternatives, and those that ask for reports alone, have no figure of their own.
    case figureless
    case comparisons([ColumnLeaf])
    case areas([MemberResults], Relation, Subject.Amount, level: Int)
  }

  let kind: Kind

  static var none: BriefSource { BriefSource(kind: .none) }
}

extension ColumnJudge {
  /// What the columns tell of a target's outcomes in a year, once it has been judged.
  package func briefSource(_ target: Int, _ year: FiscalYear) -> BriefSource {
    let units = judging.plan.unitsOfTarget[target]
    guard units.count == 1, case .judged = judging.plan.units[units[0]].standing(in: year),
      let requirement = columnRequirement(of: judging.plan.units[units[0]], year)
    else { return .none }
    let unit = judging.plan.units[units[0]]
    if case .numberOf(let level, let relation, let amount) = requirement.who {
      guard let counts = memberCounts[DemandKey(unit: units[0], year: year)], !judging.waivers.mayWaive(target)
      else { return .none }
      return BriefSource(kind: .areas(counts, relation, amount, level: level))
    }
    // Where areas gather figures from others below them, columns do not hold what was measured.
    guard let first = judging.tree.table.areas(ofLevel: unit.level).first, judging.tree.isLowest(first),
      let leaves = leaves(of: requirement, year)
    else { return .none }
    return BriefSource(kind: leaves.isEmpty ? .figureless : .comparisons(leaves))
  }

  /// The same figures as in `outcome`; nothing where the columns do not tell them.
  package func brief(_ source: BriefSource, area: Int, verdict: Verdict) -> BriefOutcome? {
    switch source.kind {
    case .none: return nil
    case _ where verdict == .notApplicable: return .empty
    case .figureless: return .empty
    case .areas(let counts, let relation, let amount, let level):
      return brief(relation, amount, level: level, counts[judging.tree.rows[area]], verdict)
    case .comparisons(let leaves):
      let row = area * judging.facts.years.count
      if leaves.count == 1 { return brief(leaves[0], row, isReported: verdict != .notReported) }
      guard verdict == .missed || verdict == .waived else { return .empty }
      var failing: ColumnLeaf?
      for leaf in leaves {
        guard let holds = holds(leaf, row) else { return nil }
        if holds { continue }
        if failing != nil { return .empty }
        failing = leaf
      }
      return failing.map { brief($0, row, isReported: true) } ?? .empty
    }
  }

  private func brief(
    _ relation: Relation, _ amount: Subject.Amount, level: Int, _ counts: MemberResults, _ verdict: Verdict
  ) -> BriefOutcome? {
    if verdict == .notReported, counts.counted == counts.met + counts.missed { return nil }
    switch amount {
    case .count(let number):
      return BriefOutcome(
        measured: BriefFigure(numerator: counts.met, denominator: 1), required: BriefFigure(numerator: number, denominator: 1),
        relation: relation, dimension: .areas(level))
    case .share(let share):
      guard let numerator = share.numerator.word, let denominator = share.denominator.word, counts.counted > 0 else { return nil }
      return BriefOutcome(
        measured: BriefFigure(numerator: counts.met, denominator: counts.counted),
        required: BriefFigure(numerator: numerator, denominator: denominator), relation: relation, dimension: .ratio)
    }
  }

  /// The comparisons that all must hold; none where a demand has alternatives or asks for reports alone.
  private func leaves(of requirement: RequirementStep, _ year: FiscalYear) -> [ColumnLeaf]? {
    if !requirement.demand.isConjunction { return [] }
    var leaves: [ColumnLeaf] = []
    for leaf in requirement.demand.leaves {
      // Beside comparisons a report is a part of its own; alone it has no figures.
      if case .reported = leaf.kind, requirement.demand.leaves.count == 1 { continue }
      guard case .comparison(let position) = leaf.kind else { return nil }
      let comparison = judging.plan.comparisons[position]
      guard let left = side(comparison.left, year), let right = side(comparison.right, year) else { return nil }
      leaves.append(
        ColumnLeaf(
          left: left, right: right, relation: leaf.isNegated ? comparison.relation.negated : comparison.relation,
          dimension: judging.plan.comparisonDetails[position].dimension))
    }
    return leaves
  }

  private func side(_ step: Int, _ year: FiscalYear) -> ColumnLeaf.Side? {
    // Most sides of a comparison are a figure or a number.
    switch judging.plan.expressions[step] {
    case .indicator(let indicator): if let sum = ColumnSum(indicator, year, judging) { return .sum(sum) }
    case .constant(let constant): if let sum = ColumnSum(judging.plan.constants[constant]) { return .sum(sum) }
    default: break
    }
    if let form = judging.columnForm(step, year) { return ColumnSum(form, judging).map { .sum($0) } }
    guard let (over, under) = judging.columnFraction(step, year), let a = ColumnSum(over, judging),
      let b = ColumnSum(under, judging)
    else { return nil }
    return .fraction(a, b)
  }

  private func brief(_ leaf: ColumnLeaf, _ row: Int, isReported: Bool) -> BriefOutcome? {
    guard let required = figure(leaf.right, row) else { return nil }
    var measured: BriefFigure?
    if isReported {
      guard let left = figure(leaf.left, row) else { return nil }
      measured = left.figure
    }
    return BriefOutcome(
      measured: measured, required: required.figure, relation: required.figure == nil ? nil : leaf.relation,
      dimension: leaf.dimension)
  }

  private func holds(_ leaf: ColumnLeaf, _ row: Int) -> Bool? {
    guard let left = figure(leaf.left, row)?.figure, let right = figure(leaf.right, row)?.figure else { return nil }
    let (a, overflowed) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (b, overflows) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    return overflowed || overflows ? nil : leaf.relation.holds(a, b)
  }

  /// The side's value, nothing inside where figures are missing; nothing at all where the columns cannot tell.
  private func figure(_ side: ColumnLeaf.Side, _ row: Int) -> (figure: BriefFigure?, isTold: Bool)? {
    switch side {
    case .sum(let sum):
      switch sum.value(values, row) {
      case .whole(let whole): return (BriefFigure(numerator: whole, denominator: sum.divisor), true)
      case .notApplicable, .unknown: return (nil, true)
      case .unclear: return nil
      }
    case .fraction(let over, let under):
      switch (over.value(values, row), under.value(values, row)) {
      case (.unclear, _), (_, .unclear): return nil
      case (.whole(let a), .whole(let b)):
        if b == 0 { return (nil, true) }
        let (top, overflowed) = a.multipliedReportingOverflow(by: b > 0 ? under.divisor : 0 &- under.divisor)
        let (bottom, overflows) = (b.magnitude > UInt64(Int64.max) ? 0 : abs(b)).multipliedReportingOverflow(by: over.divisor)
        return overflowed || overflows || bottom <= 0 ? nil : (BriefFigure(numerator: top, denominator: bottom), true)
      default: return (nil, true)
      }
    }
  }
}
