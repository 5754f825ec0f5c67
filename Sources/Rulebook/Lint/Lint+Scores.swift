import Diagnostics
import Quantities
import RuleLanguage

// Bands that leave shares without a grade or give them two, points that nobody can get, grades that count for nothing.

func bands(in rulebook: Rulebook) -> [Diagnostic] {
  var found: [Diagnostic] = []
  for target in rulebook.targets {
    guard let grade = target.grade else { continue }
    let samples = shares(around: grade)
    if let hole = samples.first(where: { share in !grade.bands.contains { $0.holds(share) } }) {
      found.append(bandHole(grade, hole))
    }
    for (position, band) in grade.bands.enumerated() {
      guard
        let share = samples.first(where: { share in
          band.holds(share) && grade.bands[..<position].contains { $0.holds(share) }
        }), let first = grade.bands.first(where: { $0.holds(share) })
      else { continue }
      found.append(bandOverlap(band, first, share))
    }
  }
  return found
}

/// Shares on both sides of every limit, and far from all of them: between these, no band begins or ends.
private func shares(around grade: Grade) -> [Rational] {
  let limits = grade.bands.flatMap { $0.limits }
  let finest = (limits.map { $0.decimals }.max() ?? 0) + 1
  let step = Rational(mantissa: 1, scale: finest + 2)
  var shares: [Rational] = [.zero, Rational(1000)]
  for limit in limits {
    let half = Rational(mantissa: 5, scale: limit.decimals + 3)
    for centre in [limit.share, limit.share - half, limit.share + half] {
      for share in [centre - step, centre, centre + step] where share.signum >= 0 { shares.append(share) }
    }
  }
  return shares.sorted()
}

private func percent(_ share: Rational) -> String { (share * Rational(100)).decimalText + "%" }

private func bandHole(_ grade: Grade, _ share: Rational) -> Diagnostic {
  Diagnostic(
    .bandHole, .warning, at: .rule(grade.place),
    Wording("a share of \(percent(share)) has no grade", "達成率\(percent(share))にあたる評価がありません"),
    reason: Wording("areas between the bands get none", "評価区分のあいだに入る地域には評価がつきません"),
    mend: Wording("let the bands follow each other without a gap", "すき間ができないように区切ってください"))
}

private func bandOverlap(_ band: Band, _ first: Band, _ share: Rational) -> Diagnostic {
  Diagnostic(
    .bandOverlap, .warning, at: .rule(band.place),
    Wording(
      "a share of \(percent(share)) is both 「\(first.name)」 and 「\(band.name)」",
      "達成率\(percent(share))は「\(first.name)」にも「\(band.name)」にもあたります"),
    labels: [Label(.rule(first.place), Wording("this one is given", "こちらの評価になります"))],
    reason: Wording("the first that fits is given", "先に書かれた評価になります"),
    mend: Wording("end one where the other begins: at least … and less than …", "「…以上…未満」のように区切ってください"))
}

// MARK: - Points

func unreachablePoints(in rulebook: Rulebook) -> [Diagnostic] {
  var found: [Diagnostic] = []
  for target in rulebook.targets {
    switch target.score?.kind {
    case .steps(let steps):
      for step in steps where steps.contains(where: { covers($0, step) }) { found.append(unreachable(step.place)) }
    case .ranks(let ranks, _):
      for rank in ranks {
        let isCovered = ranks.contains { other in
          other.place != rank.place && other.share >= rank.share && other.points >= rank.points
        }
        if isCovered { found.append(unreachable(rank.place)) }
      }
    case .whole, nil: break
    }
  }
  return found
}

/// Whether whoever reaches `step` reaches `other` and gets as many points from it.
private func covers(_ other: Score.Step, _ step: Score.Step) -> Bool {
  guard other.place != step.place, other.points >= step.points, case .constant(let a) = other.bound,
    case .constant(let b) = step.bound
  else { return false }
  switch (other.relation, step.relation) {
  case (.atLeast, .atLeast), (.moreThan, .moreThan), (.atLeast, .moreThan): return a <= b
  case (.moreThan, .atLeast): return a < b
  case (.atMost, .atMost), (.lessThan, .lessThan), (.atMost, .lessThan): return a >= b
  case (.lessThan, .atMost): return a > b
  default: return false
  }
}

private func unreachable(_ place: SourceSpan) -> Diagnostic {
  Diagnostic(
    .pointsUnreachable, .warning, at: .rule(place),
    Wording("nobody gets these points", "この点数になる地域はありません"),
    reason: Wording("whoever reaches this reaches another entry that gives as much or more", "ここに届けば、同じかより高い点数の区分にも届きます"),
    mend: Wording("put the points in order: the higher the demand, the more points", "条件が厳しいほど高い点数になるように書いてください"))
}

/// Points that are given on the side of a value on which the target is missed.
func pointsAgainstTargets(in rulebook: Rulebook) -> [Diagnostic] {
  var found: [Diagnostic] = []
  for target in rulebook.targets {
    guard case .steps(let steps)? = target.score?.kind else { continue }
    let sides = target.requirements.map { $0.side }
    guard let side = sides.first ?? nil, sides.allSatisfy({ $0 == side }) else { continue }
    for step in steps where step.relation.side != side {
      let (english, japanese) = side == .upper ? ("or less", "以下") : ("or more", "以上")
      found.append(
        Diagnostic(
          .pointsAgainstTarget, .warning, at: .rule(step.place),
          Wording("these points go to whoever is further from the target", "目標から遠いほど得られる点数になっています"),
          reason: Wording(
            side == .upper ? "the target asks for at most so much" : "the target asks for at least so much",
            side == .upper ? "目標は「以下」を求めています" : "目標は「以上」を求めています"),
          mend: Wording("write \(english) behind the value", "値の後を「\(japanese)」にしてください")))
    }
  }
  return found
}

private enum Side { case lower, upper }

extension Relation {
  fileprivate var side: Side? {
    switch self {
    case .atLeast, .moreThan: .lower
    case .atMost, .lessThan: .upper
    case .equal, .notEqual: nil
    }
  }
}

extension Requirement {
  /// On which side of a limit the target is met: that of areas where they are counted.
  fileprivate var side: Side? {
    if case .numberOf(_, let relation, _) = subject.kind { return relation.side }
    if case .comparison(let comparison) = demand { return comparison.relation.side }
    return nil
  }
}

// MARK: - What is rolled up

func gradesWithoutPoints(in rulebook: Rulebook) -> [Diagnostic] {
  var found: [Diagnostic] = []
  for overall in rulebook.overalls {
    let known = Set(overall.grades.map { NameFolding.fold($0.grade) })
    var missing: [String] = []
    for target in overall.targets {
      for band in rulebook.targets[target].grade?.bands ?? [] {
        if !known.contains(NameFolding.fold(band.name)), !missing.contains(band.name) { missing.append(band.name) }
      }
    }
    if missing.isEmpty { continue }
    let quoted = missing.map { "「\($0)」" }
    found.append(
      Diagnostic(
        .gradeWithoutPoints, .warning, at: .rule(overall.place),
        Wording("the grades \(quoted.joined(separator: ", ")) have no points", "評価\(quoted.joined(separator: "、"))の点数がありません"),
        reason: Wording("they are left out of the average", "平均から除かれます"),
        mend: Wording("write their points, or: left out", "点数を書くか、「…は除外」と書いてください")))
  }
  return found
}
