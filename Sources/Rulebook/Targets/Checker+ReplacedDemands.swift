import Diagnostics
import Quantities
import RuleLanguage

/// What a dated demand takes the place of: `[X] is at least 60%. in FY2028, [Y] is at least 70%.` would ask nothing of X in FY2028,
/// where a reader takes it for both.
extension Checker {
  /// Whether what holds in a year goes on about all that is demanded otherwise.
  func demandsGoOn(_ requirements: [Requirement]) -> Bool {
    if requirements.count < 2 || requirements.allSatisfy({ $0.years == nil }) { return true }
    let finder = UseFinder(rulebook)
    let demanded = requirements.map { Demanded($0, finder) }
    for (dated, other) in requirements.enumerated() {
      guard let years = other.years else { continue }
      var figures: Set<Int> = []
      var levels: Set<Int> = []
      for (index, requirement) in requirements.enumerated() where requirement.years == years {
        figures.formUnion(demanded[index].figures)
        levels.insert(demanded[index].level)
      }
      for (index, requirement) in requirements.enumerated() where requirement.years != years && isReplaced(requirement, by: years)
      {
        let isCovered = demanded[index].figures.isSubset(of: figures) && levels.contains(demanded[index].level)
        if !isCovered { return reportDemandReplaced(requirement, by: requirements[dated], years) }
      }
    }
    return true
  }

  /// 「X」が60%以上、かつ「Y」が50%以上。ただし、…のときは、「X」が50%以上: an exception takes the place of the whole demand, and a reader
  /// takes it for Y to go on.
  func exceptionsSpeakOfAll(_ demand: Condition, _ exceptions: [DemandException]) -> Bool {
    guard case .all = demand, exceptions.contains(where: { $0.demand != nil }) else { return true }
    let finder = UseFinder(rulebook)
    let asked = Demanded.figures(of: demand, finder)
    for exception in exceptions {
      guard let other = exception.demand else { continue }
      let own = Demanded.figures(of: other, finder)
      if own.isDisjoint(with: asked) || asked.isSubset(of: own) { continue }
      findings.error(
        .unclearReach, at: exception.place,
        Wording("it is not said whether the rest of the demand goes on in this case", "この場合にも、ほかの要求が続くかが決まりません"),
        reason: Wording(
          "an exception takes the place of all that is demanded, and this one speaks of a part of it",
          "ただし書きは要求の全体に代わりますが、この文はその一部についてだけ書かれています"),
        mend: Wording(
          "where the rest goes on, join it by and; or make two sentences, and the exception one of the first",
          "ほかも続くなら「かつ」で書き足すか、文を二つに分けて、ただし書きをその一方に付けてください"))
      return false
    }
    return true
  }

  private func isReplaced(_ requirement: Requirement, by years: DemandYears) -> Bool {
    guard let own = requirement.years else { return true }
    return own.contains(years.first) && [own, years].ruling(in: years.first) == years
  }

  private func reportDemandReplaced(_ other: Requirement, by dated: Requirement, _ years: DemandYears) -> Bool {
    let year = years.first
    findings.error(
      .yearsOfSentence, at: dated.place,
      Wording(
        "what is demanded for \(year.englishText) takes the place of this target's other demands, also of those on other figures",
        "\(year.japaneseText)の要求は、この目標のほかの要求の代わりになり、別の値についての要求もその年度には求められなくなります"),
      labels: [Label(.rule(other.place), Wording("not demanded then", "その年度には求められません"))],
      reason: Wording(
        "a demand of a year replaces the others in that year", "年度を書いた要求は、その年度にはほかの要求に代わります"),
      mend: Wording(
        "write a target of its own for what is demanded of that year; or join to its sentence, by and, what goes on in that year",
        "その年度の要求を別の目標に分けるか、その年度にも求めることを「かつ」で同じ文に書き足してください"))
    return false
  }
}

/// Of what a requirement demands something: indicators, and the outcomes of targets below zero.
private struct Demanded {
  let figures: Set<Int>
  let level: Int

  init(_ requirement: Requirement, _ finder: UseFinder) {
    figures = Demanded.figures(of: requirement.demand, finder)
    switch requirement.subject.kind {
    case .every(let level), .the(let level), .numberOf(let level, _, _): self.level = level
    }
  }

  static func figures(of condition: Condition, _ finder: UseFinder) -> Set<Int> {
    var found: Set<Int> = []
    collect(condition, finder, &found)
    return found
  }

  private static func collect(_ condition: Condition, _ finder: UseFinder, _ found: inout Set<Int>) {
    switch condition {
    case .comparison(let comparison): found.formUnion(finder.uses(of: comparison.left).indicators)
    case .reported(let figure): found.formUnion(finder.uses(of: figure).indicators)
    case .rank(let rank): found.formUnion(finder.uses(of: rank.figure).indicators)
    case .deviation(let bound): found.formUnion(finder.uses(of: bound.left).indicators)
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): for part in parts { collect(part, finder, &found) }
    case .not(let inner), .areas(_, let inner): collect(inner, finder, &found)
    case .outcome(let target, _, _): found.insert(-1 - target)
    }
  }
}
