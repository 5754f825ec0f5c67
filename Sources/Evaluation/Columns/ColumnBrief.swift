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

/// A comparison of a demand, its two sides ready for the columns of a year.
struct ColumnLeaf {
  enum Side {
    case sum(ColumnSum)
    case fraction(ColumnSum, ColumnSum)
  }

  let left: Side
  let right: Side
  let relation: Relation
  let dimension: Dimension
}

extension ColumnJudge {
  /// The same figures as in `outcome`, for requirements of which the columns tell them; nothing for all others.
  package func brief(target: Int, area: Int, year: FiscalYear, verdict: Verdict) -> BriefOutcome? {
    let level = judging.tree.table.areas[area].level
    guard verdict != .notApplicable else { return .empty }
    guard let position = judging.plan.unitsOfTarget[target].first(where: { judging.plan.units[$0].level == level }) else {
      return nil
    }
    let unit = judging.plan.units[position]
    guard unit.requirements.count == 1 else { return nil }
    let requirement = unit.requirements[0]
    if case .numberOf(let level, let relation, let amount) = requirement.who {
      return brief(relation, amount, level: level, position, area, year, verdict)
    }
    guard let leaves = leaves(of: requirement, unit: position, year) else { return nil }
    if !requirement.isConjunction || leaves.isEmpty { return .empty }
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

  private func brief(
    _ relation: Relation, _ amount: Subject.Amount, level: Int, _ unit: Int, _ area: Int, _ year: FiscalYear, _ verdict: Verdict
  ) -> BriefOutcome? {
    guard let all = memberCounts[DemandKey(unit: unit, requirement: 0, year: year)], verdict != .waived,
      !judging.waivers.mayWaive(judging.plan.units[unit].target)
    else { return nil }
    let counts = all[judging.tree.rows[area]]
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
  private func leaves(of requirement: RequirementStep, unit: Int, _ year: FiscalYear) -> [ColumnLeaf]? {
    let key = DemandKey(unit: unit, requirement: 0, year: year)
    if let known = briefs[key] { return known }
    var leaves: [ColumnLeaf]? = []
    for leaf in requirement.leaves where requirement.isConjunction {
      guard case .comparison(let position) = leaf.kind else {
        // Beside comparisons a report is a part of its own; alone it has no figures.
        if requirement.leaves.count > 1 { leaves = nil }
        continue
      }
      let comparison = judging.plan.comparisons[position]
      guard let left = side(comparison.left, year), let right = side(comparison.right, year) else {
        leaves = nil
        break
      }
      leaves?.append(
        ColumnLeaf(
          left: left, right: right, relation: leaf.isNegated ? comparison.relation.negated : comparison.relation,
          dimension: judging.plan.comparisonDetails[position].dimension))
    }
    briefs[key] = .some(leaves)
    return leaves
  }

  private func side(_ step: Int, _ year: FiscalYear) -> ColumnLeaf.Side? {
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
