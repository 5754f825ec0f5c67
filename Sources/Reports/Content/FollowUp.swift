import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A gap, what was asked of the areas that had it, and how they stand now: the circle of plan, do, check and act.
struct FollowUp {
  struct Row {
    let area: String
    let answer: Verdict
    let result: Verdict?
    /// The figure that the missed target now has.
    let measured: String?
    let open: String?
  }

  /// The target that was missed, in which year, and the one that answers it.
  let missedTarget: String
  let missedYear: String
  let answer: String
  let rows: [Row]
}

extension OutcomeIndex {
  /// The targets that answer a miss of an earlier year, in the order of the rulebook.
  func followUps() -> [FollowUp] {
    rulebook.targets.indices.compactMap { position in
      guard let gap = answeredGap(rulebook.targets[position]), rulebook.targets.indices.contains(gap.target) else { return nil }
      let rows = byTarget[position].map { outcomes[$0] }.filter { [.met, .missed, .waived].contains($0.verdict) }.map {
        row($0, gap.target)
      }
      if rows.isEmpty { return nil }
      return FollowUp(
        missedTarget: phrasing.name(of: rulebook.targets[gap.target]), missedYear: phrasing.year(gap.year),
        answer: phrasing.name(of: rulebook.targets[position]), rows: rows)
    }
  }

  private func row(_ outcome: Outcome, _ target: Int) -> FollowUp.Row {
    let now = self.outcome(of: target, area: outcome.area)
    return FollowUp.Row(
      area: areaName(outcome.area), answer: outcome.verdict, result: now?.verdict,
      measured: now?.measured.map { phrasing.figure($0) }, open: openText(now?.openYears ?? 0))
  }

  /// The target whose miss in an earlier year makes this one apply.
  func answeredGap(_ target: Target) -> (target: Int, year: FiscalYear)? {
    for requirement in target.requirements {
      for condition in [requirement.subject.filter, requirement.guarded] {
        if let condition, let gap = gap(in: condition, depth: 0) { return gap }
      }
    }
    return nil
  }

  private func gap(in condition: Condition, depth: Int) -> (target: Int, year: FiscalYear)? {
    guard depth < 64 else { return nil }
    switch condition {
    case .outcome(let target, .missed, .yearsAgo(let years)):
      return (target, input.judgement.year.advanced(by: 0 &- years))
    case .outcome(let target, .missed, .fixed(let year)): return (target, year)
    case .all(let parts):
      for part in parts { if let gap = gap(in: part, depth: depth + 1) { return gap } }
      return nil
    default: return nil
    }
  }
}
