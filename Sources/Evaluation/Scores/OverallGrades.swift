import Quantities
import RuleLanguage
import Rulebook

/// What an overall grade comes to for one area.
package struct OverallGrade: Sendable {
  /// Its position in the rulebook.
  package let overall: Int
  package let area: Int
  /// The average of the grades' points; nothing where no grade counts.
  package let average: Rational?
  /// What is said of it: the grade with as many points, or what is said where a target is missed.
  package let grade: String?
  /// How many grades went in, how many targets have none yet because figures are not reported.
  package let counted: Int
  package let unreported: Int
}

extension Rulebook {
  /// The overall grades of a year, in order of the rulebook, then of the areas.
  package func overallGrades(_ outcomes: [Standing]) -> [OverallGrade] {
    overalls.indices.flatMap { position in overallGrades(position, outcomes) }
  }

  private func overallGrades(_ position: Int, _ outcomes: [Standing]) -> [OverallGrade] {
    let overall = overalls[position]
    let graded = Set(overall.targets)
    let watched = Set(overall.watched)
    var byArea: [Int: [Standing]] = [:]
    var areas: Set<Int> = []
    for outcome in outcomes where watched.contains(outcome.target) {
      if graded.contains(outcome.target) { areas.insert(outcome.area) }
      byArea[outcome.area, default: []].append(outcome)
    }
    return areas.sorted().map { area in
      overallGrade(position, area, (byArea[area] ?? []).filter { graded.contains($0.target) }, watched: byArea[area] ?? [])
    }
  }

  private func overallGrade(_ position: Int, _ area: Int, _ outcomes: [Standing], watched: [Standing]) -> OverallGrade {
    let overall = overalls[position]
    var total = Rational.zero
    var counted: Int64 = 0
    var unreported = 0
    for outcome in outcomes {
      if outcome.verdict == .notReported || outcome.verdict == .recorded && !outcome.isMeasured { unreported += 1 }
      guard let band = outcome.grade, let name = targets[outcome.target].grade?.bands[band].name,
        let points = overall.grades.first(where: { $0.grade == name })?.points
      else { continue }
      total = total + points
      counted += 1
    }
    var average = total.divided(by: Rational(counted))
    if let decimals = overall.decimals { average = average?.rounded(decimals: decimals) }
    var grade = average.flatMap { average in overall.grades.first { $0.points == average }?.grade }
    if let missed = overall.whenMissed, watched.contains(where: { $0.verdict == .missed }) { grade = missed }
    return OverallGrade(
      overall: position, area: area, average: average, grade: grade, counted: Int(counted), unreported: unreported)
  }
}
