import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Phrasing {
  /// A share of a target, in percent with one decimal.
  func achievement(_ achievement: Achievement) -> String {
    switch achievement {
    case .share(let share): number((share * Rational(100)).rounded(decimals: 1)) + "%"
    case .beyondMeasure: say("all of it", "すべて")
    }
  }

  /// Such as `5 / 10`; what unreported figures could still change is said to be that.
  func points(_ points: Points) -> String {
    let earned = points.earned.map { number($0) } ?? Verdict.notReported.wording.text(in: language)
    return earned + say(" / ", "／") + number(points.possible) + say("", "点")
  }
}

/// Points and grades, and the progress of what is due later: figures of targets that ask for them.
extension OutcomeIndex {
  /// The grade's name, or why there is none.
  func gradeText(_ outcome: Outcome) -> String {
    if let band = outcome.grade, let bands = target(outcome).grade?.bands, bands.indices.contains(band) {
      return bands[band].name
    }
    if outcome.verdict == .notReported { return word(.notReported) }
    return "-"
  }

  /// Targets that are due later, and what is only recorded.
  func progressGrids() -> [SummaryGrid] {
    let due = outcomes(with: .notDue)
    let recorded = outcomes(with: .recorded)
    var grids: [SummaryGrid] = []
    if !due.isEmpty {
      grids.append(
        SummaryGrid(
          kind: .records, title: phrasing.say("Progress of what is due later", "期限前の目標の進み具合"), note: nil,
          head: [
            phrasing.say("target", "目標"), phrasing.say("area", "区域"), phrasing.say("due", "達成期限"),
            phrasing.say("measured", "実績"), phrasing.say("required", "必要"), phrasing.say("still missing", "期限までに"),
            phrasing.say("achievement", "達成率"),
          ], rows: due.map { progressRow($0) }))
    }
    if !recorded.isEmpty {
      grids.append(
        SummaryGrid(
          kind: .records, title: phrasing.say("Recorded", "記録のみの目標"), note: nil,
          head: [phrasing.say("target", "目標"), phrasing.say("area", "区域"), phrasing.say("measured", "実績")],
          rows: recorded.map { [name(of: $0), areaName($0.area), measuredText($0)] }))
    }
    return grids
  }

  private func name(of outcome: Outcome) -> String { phrasing.name(of: target(outcome)) }

  private func measuredText(_ outcome: Outcome) -> String {
    outcome.measured.map { phrasing.figure($0) } ?? (outcome.awaited.isEmpty ? "-" : word(.notReported))
  }

  private func progressRow(_ outcome: Outcome) -> [String] {
    let (_, required) = phrasing.judged(outcome.measured, outcome.required)
    let isReached = outcome.measured != nil && outcome.remaining == nil && outcome.parts.allSatisfy { $0.results == .met }
    return [
      name(of: outcome), areaName(outcome.area), target(outcome).due.map { phrasing.year($0) } ?? "", measuredText(outcome),
      required ?? "-",
      outcome.remaining.map { phrasing.shortfall($0, outcome.required?.relation) }
        ?? (isReached ? phrasing.say("reached", "到達済み") : "-"),
      outcome.achievement.map { phrasing.achievement($0) } ?? "-",
    ]
  }

  /// Points by area, each scored target by area, and the overall grades.
  func scoreGrids() -> [SummaryGrid] {
    let scored = rulebook.targets.indices.filter { position in
      let target = rulebook.targets[position]
      return (target.score != nil || target.grade != nil || target.showsAchievement) && !byTarget[position].isEmpty
    }
    return [overallGrid(), pointsGrid()].compactMap { $0 } + scored.map { scoreGrid($0) }
  }

  private func scoreGrid(_ position: Int) -> SummaryGrid {
    let target = rulebook.targets[position]
    var head = [phrasing.say("area", "区域"), phrasing.say("measured", "実績")]
    if target.grade != nil || target.showsAchievement { head.append(phrasing.say("achievement", "達成率")) }
    if target.grade != nil { head.append(phrasing.say("grade", "評価")) }
    if target.score != nil { head.append(phrasing.say("points", "点数")) }
    let rows = byTarget[position].map { outcomes[$0] }.filter { $0.verdict != .notApplicable }.map { outcome in
      var row = [areaName(outcome.area), measuredText(outcome)]
      if target.grade != nil || target.showsAchievement {
        row.append(outcome.achievement.map { phrasing.achievement($0) } ?? "-")
      }
      if target.grade != nil { row.append(gradeText(outcome)) }
      if target.score != nil { row.append(outcome.points.map { phrasing.points($0) } ?? word(outcome.verdict)) }
      return row
    }
    return SummaryGrid(
      kind: .records, title: phrasing.say("Scores: ", "評価・点数　") + phrasing.name(of: target), note: nil, head: head, rows: rows)
  }

  /// The sum of points of each area; outcomes whose points are not known yet are counted beside it.
  private func pointsGrid() -> SummaryGrid? {
    let totals = pointTotals()
    if totals.isEmpty { return nil }
    return SummaryGrid(
      kind: .records, title: phrasing.say("Points", "合計点"), note: nil,
      head: [
        phrasing.say("area", "区域"), phrasing.say("points", "点数"), phrasing.say("possible", "満点"),
        phrasing.say("not reported", "未報告"),
      ],
      rows: totals.map { total in
        [
          areaName(total.area), phrasing.number(total.earned), phrasing.number(total.possible),
          total.unreported == 0 ? "-" : String(total.unreported),
        ]
      })
  }

  private func overallGrid() -> SummaryGrid? {
    let grades = rulebook.overallGrades(standings)
    if grades.isEmpty { return nil }
    return SummaryGrid(
      kind: .records, title: phrasing.say("Overall grades", "総合評価"), note: nil,
      head: [
        phrasing.say("overall", "総合評価"), phrasing.say("area", "区域"), phrasing.say("grade", "評価"),
        phrasing.say("average", "平均"), phrasing.say("grades", "評価の数"), phrasing.say("not reported", "未報告"),
      ],
      rows: grades.map { grade in
        let overall = rulebook.overalls[grade.overall]
        return [
          phrasing.name(overall.name, other: overall.otherName), areaName(grade.area), grade.grade ?? "-",
          grade.average.map { phrasing.number($0) } ?? "-", String(grade.counted),
          grade.unreported == 0 ? "-" : String(grade.unreported),
        ]
      })
  }
}

/// The points of one area over all targets. Those that are not known yet are no part of the sum: neither of what was earned
/// nor of what was possible.
struct PointTotal {
  let area: Int
  var earned = Rational.zero
  var possible = Rational.zero
  var unreported = 0
}

extension OutcomeIndex {
  func pointTotals() -> [PointTotal] {
    var totals: [Int: PointTotal] = [:]
    for outcome in outcomes {
      guard let points = outcome.points else { continue }
      var total = totals[outcome.area] ?? PointTotal(area: outcome.area)
      if let earned = points.earned {
        total.earned = total.earned + earned
        total.possible = total.possible + points.possible
      } else {
        total.unreported += 1
      }
      totals[outcome.area] = total
    }
    return totals.keys.sorted().compactMap { totals[$0] }
  }
}
