import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A gap, what was asked of the areas that had it, and how they stand now: the circle of plan, do, check and act.
struct FollowUp {
  struct Row {
    let area: String
    /// For each target that answers the gap, its outcome; nothing where it has none.
    let answers: [Verdict?]
    let result: Verdict?
    /// The figure that the missed target now has.
    let measured: String?
    let open: String?
  }

  /// The target that was missed, in which year, and those that answer it.
  let missedTarget: String
  let missedYear: String
  let answers: [String]
  let rows: [Row]
}

/// A target that was missed in a year.
struct Gap: Hashable {
  let target: Int
  let year: FiscalYear
}

extension OutcomeIndex {
  /// The misses of earlier years that targets answer, in the order of these targets.
  func followUps() -> [FollowUp] {
    var gaps: [Gap] = []
    var answers: [Gap: [Int]] = [:]
    for position in rulebook.targets.indices {
      guard let gap = answeredGap(rulebook.targets[position]), rulebook.targets.indices.contains(gap.target) else { continue }
      if answers[gap] == nil { gaps.append(gap) }
      answers[gap, default: []].append(position)
    }
    return gaps.compactMap { gap in
      let targets = answers[gap] ?? []
      let rows = areas.indices.compactMap { row($0, gap, targets) }
      if rows.isEmpty { return nil }
      return FollowUp(
        missedTarget: phrasing.name(of: rulebook.targets[gap.target]), missedYear: phrasing.year(gap.year),
        answers: targets.map { phrasing.name(of: rulebook.targets[$0]) }, rows: rows)
    }
  }

  /// Nothing for areas that had no gap, or of which that is not known.
  private func row(_ area: Int, _ gap: Gap, _ answers: [Int]) -> FollowUp.Row? {
    let verdicts = answers.map { outcome(of: $0, area: area)?.verdict }
    guard verdicts.contains(where: { $0 == .met || $0 == .missed || $0 == .waived }) else { return nil }
    let now = outcome(of: gap.target, area: area)
    return FollowUp.Row(
      area: areaName(area), answers: verdicts, result: now?.verdict, measured: now?.measured.map { phrasing.figure($0) },
      open: openAge(now?.gap))
  }

  /// The target whose miss in an earlier year makes this one apply.
  func answeredGap(_ target: Target) -> Gap? {
    for requirement in requirements(of: target) {
      for condition in requirement.gates { if let gap = gap(in: condition, depth: 0) { return gap } }
    }
    return nil
  }

  private func gap(in condition: Condition, depth: Int) -> Gap? {
    guard depth < 64 else { return nil }
    switch condition {
    case .outcome(let target, .missed, .yearsAgo(let years)):
      return Gap(target: target, year: input.judgement.year.advanced(by: 0 &- years))
    case .outcome(let target, .missed, .fixed(let year)): return Gap(target: target, year: year)
    case .all(let parts):
      for part in parts { if let gap = gap(in: part, depth: depth + 1) { return gap } }
      return nil
    default: return nil
    }
  }
}
