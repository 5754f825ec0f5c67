import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The points of one outcome.
package struct Points: Sendable, Hashable {
  /// Nothing where figures that are not reported could still change them: that is no zero.
  package let earned: Rational?
  package let possible: Rational
}

extension Target {
  /// Whether it tells how far it has been reached, be it met or not.
  var isMeasured: Bool { score != nil || grade != nil || showsAchievement }
}

/// Points and grades, computed beside the judging of verdicts and never taking part in it.
extension Judging {
  func score(_ unit: Unit, _ outcome: inout Outcome) {
    if outcome.verdict == .notApplicable { return }
    // Most targets have no score: a look at them costs less than a copy.
    if outcome.verdict != .notDue, !rulebook.targets[unit.target].isMeasured { return }
    let target = rulebook.targets[unit.target]
    let part = scoredPart(outcome)
    if target.grade != nil || target.showsAchievement || outcome.verdict == .notDue {
      outcome.explanation.achievement = part.flatMap { Achievement($0) }
    }
    switch outcome.verdict {
    case .met, .missed, .notReported, .recorded: break
    case .notApplicable, .notDue, .waived: return
    }
    if let grade = target.grade, let part { outcome.explanation.grade = band(in: grade, part) }
    guard let score = target.score else { return }
    outcome.explanation.points = Points(earned: earned(score, unit, outcome, part), possible: score.possible)
  }

  /// The part that points and shares come from: the first that is not met, or the first.
  private func scoredPart(_ outcome: Outcome) -> Outcome.Part? {
    let compared = outcome.parts.filter { $0.required != nil || $0.measured != nil }
    return compared.first { $0.results == .missed } ?? compared.first
  }

  /// The grade, where unknown areas can't change it.
  private func band(in grade: Grade, _ part: Outcome.Part) -> Int? {
    guard let measured = part.measured?.value, let least = Achievement(part, of: measured) else { return nil }
    let band = grade.band(of: least.share)
    guard let greatest = part.greatest, greatest != measured else { return band }
    return Achievement(part, of: greatest).flatMap { grade.band(of: $0.share) } == band ? band : nil
  }

  private func earned(_ score: Score, _ unit: Unit, _ outcome: Outcome, _ part: Outcome.Part?) -> Rational? {
    switch score.kind {
    case .whole(let points):
      switch outcome.verdict {
      case .met: return points
      case .missed: return .zero
      default: return nil
      }
    case .steps(let steps):
      guard let part, let measured = part.measured?.value else { return nil }
      var earned = Rational.zero
      for step in steps {
        guard let bound = bound(step, outcome.year) else { return nil }
        let isReached = step.relation.holds(measured, bound)
        if let greatest = part.greatest, step.relation.holds(greatest, bound) != isReached { return nil }
        if isReached { earned = max(earned, step.points) }
      }
      return earned
    case .ranks(let ranks, let zerosLeftOut):
      return rankPoints(ranks, zerosLeftOut: zerosLeftOut, unit, outcome.area, outcome.year)
    }
  }

  private func bound(_ step: Score.Step, _ year: FiscalYear) -> Rational? {
    switch step.bound {
    case .constant(let value): value
    case .parameter(let parameter): rulebook.parameters[parameter].value(in: year)
    default: nil
    }
  }
}
