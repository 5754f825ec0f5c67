import Diagnostics
import Quantities
import RuleLanguage

// Whom a requirement speaks of: a level, or how many of its areas.

extension Checker {
  /// The level whose areas are asked, and how.
  func subject(_ syntax: SubjectSyntax) -> (Subject.Kind, level: Int)? {
    switch syntax.kind {
    case .every(let word): return level(word).map { (.every(level: $0), $0) }
    case .everyOr(let word, let upper):
      guard let level = level(word), let holder = self.level(upper) else { return nil }
      return holder > level ? (.every(level: level), level) : reportNotAbove(upper)
    case .the(let word): return level(word).map { (.the(level: $0), $0) }
    case .numberOf(let word, let relation, let literal):
      guard let level = level(word) else { return nil }
      guard level + 1 < rulebook.program.levels.count else { return reportTopLevel(level, syntax.place) }
      return amount(literal, relation, level).map { (.numberOf(level: level, relation, $0), level) }
    }
  }

  /// The levels whose areas have an outcome of the target, as far as it is sound.
  func judgedLevels(_ target: TargetSyntax) -> [Int] {
    let levels = rulebook.program.levels.indices
    if let per = target.outcomePer, levels.contains(per.index) { return target.requirements.map { _ in per.index } }
    return target.requirements.compactMap { requirement in
      switch requirement.subject.kind {
      case .every(let level), .the(let level), .everyOr(let level, _):
        levels.contains(level.index) ? level.index : nil
      case .numberOf(let level, _, _): levels.dropLast().contains(level.index) ? level.index + 1 : nil
      }
    }
  }

  func amount(_ literal: LiteralSyntax, _ relation: Relation, _ level: Int) -> Subject.Amount? {
    let isFraction = literal.unit == nil && !literal.value.fits(decimals: literal.decimals)
    if literal.unit == .percent || isFraction {
      let share = literal.unit == .percent ? literal.value * Rational(mantissa: 1, scale: 2) : literal.value
      return isShareSensible(share, relation) ? .share(share) : reportShare(literal)
    }
    guard isNumberOfAreas(literal, level), let count = literal.value.wholeNumber, isCountSensible(count, relation) else {
      return reportCount(literal, level)
    }
    return .count(count)
  }

  private func isNumberOfAreas(_ literal: LiteralSyntax, _ level: Int) -> Bool {
    switch literal.unit {
    case nil: true
    case .level(let word): word.index == level
    case .named(let word): alike(.counted(units[FoldedName(word)] ?? word), .areas(level))
    case .percent, .points: false
    }
  }

  /// A number of areas that can be missed, and be met.
  private func isCountSensible(_ count: Int64, _ relation: Relation) -> Bool {
    switch relation {
    case .atLeast, .lessThan: count > 0
    case .moreThan, .atMost, .equal, .notEqual: count >= 0
    }
  }

  private func isShareSensible(_ share: Rational, _ relation: Relation) -> Bool {
    guard share.signum >= 0, share <= .one else { return false }
    switch relation {
    case .atLeast, .lessThan: return share.signum > 0
    case .atMost, .moreThan: return share < .one
    case .equal, .notEqual: return true
    }
  }
}

extension Checker {
  private func reportTopLevel<Result>(_ level: Int, _ place: Place) -> Result? {
    let word = wording(ofLevel: level, plural: true)
    findings.error(
      .countOfTopLevel, at: place.span,
      Wording("there is no area above that could have a number of \(word.english)", "\(word.japanese)の数を判定する上の階層がありません"),
      reason: Wording("the outcome of a number of areas belongs to the area above them", "地域の数の判定は、その上の階層のものになります"),
      mend: Wording("add a level above to the program's levels, or write: every …", "事業の階層に上の階層を加えるか、「すべての…で」と書いてください"))
    return nil
  }

  private func reportShare<Result>(_ literal: LiteralSyntax) -> Result? {
    findings.error(
      .amountUnfit, at: literal.place.span,
      Wording("this share of areas decides nothing", "この割合では判定できません"),
      reason: Wording(
        "a share of areas lies between 0% and 100%, and the demand must be one that can be missed and be met",
        "地域の割合は0%から100%までで、達成にも未達成にもなりうる値でなければなりません"),
      mend: Wording("write a percentage such as 70%", "「70%」のような割合を書いてください"))
    return nil
  }

  private func reportCount<Result>(_ literal: LiteralSyntax, _ level: Int) -> Result? {
    let one = wording(ofLevel: level)
    let many = wording(ofLevel: level, plural: true)
    findings.error(
      .amountUnfit, at: literal.place.span,
      Wording("this is no number of \(many.english) that could be required", "\(one.japanese)の数として要求できる値ではありません"),
      reason: Wording(
        "a number of areas is whole, and the demand must be one that can be missed", "地域の数は整数で、未達成になりうる値でなければなりません"),
      mend: Wording("write, such as: at least 23 \(many.english)", "「23\(one.japanese)以上で」のように書いてください"))
    return nil
  }
}
