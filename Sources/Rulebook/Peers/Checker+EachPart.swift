import Diagnostics
import Quantities
import RuleLanguage

// `for each [sex]` where it could be taken two ways: in what is denied, and in what says which areas are meant. `no ward has [X] above
// 10% for each [sex]` may forbid it of any part, or of all of them at once.

extension Checker {
  /// Looks at whom a requirement asks and what it demands; false where something was refused.
  func partsAreClear(_ requirement: RequirementSyntax) -> Bool {
    // A name of none is refused where it is looked up.
    if declared.breakdowns.isEmpty { return true }
    var asides = [requirement.subject.filter.condition, requirement.guarded].compactMap { $0 }
    asides += requirement.exceptions.map { $0.condition }
    let demands = [requirement.demand] + requirement.exceptions.compactMap { $0.demand }
    let isDenied = requirement.subject.kind.asksForFew
    let found = asides.compactMap { $0.unclearEach(true) } + demands.compactMap { $0.unclearEach(isDenied) }
    for each in found { reportUnclearEach(each, mayComeFirst: isDenied) }
    return found.isEmpty
  }

  private func reportUnclearEach(_ each: UnclearEach, mayComeFirst: Bool) {
    let key = NameFolding.fold(each.breakdown.text)
    let parts = declared.breakdowns.first { breakdown in
      [breakdown.name.name, breakdown.name.other].contains { $0.map { NameFolding.fold($0.text) } == key }
    }?.parts.prefix(2).map { $0.name.text }
    let names = (parts ?? ["men", "women"]).map { "[\(each.figure ?? "X") (\($0))]" }
    let (and, or) = (names.joined(separator: " … and "), names.joined(separator: " … or "))
    let japanese = names.map { "「" + $0.dropFirst().dropLast() + "」" }
    findings.error(
      .unclearReach, at: each.place.span,
      Wording(
        "「for each」 may be said of any part or of all of them at once", "「\(each.breakdown.text)ごとに」が、いずれかの区分か、すべての区分かが決まりません"),
      reason: Wording(
        "it stands in what is denied, or in what says which areas are meant", "打ち消す条件や、地域を選ぶ条件の中にあるためです"),
      mend: Wording(
        (mayComeFirst ? "put it first: for each [\(each.breakdown.text)], …; or " : "") + "name the parts: \(and) …, or \(or) …",
        "区分の名前で「\(japanese.joined(separator: "が…、かつ"))が…」か「\(japanese.joined(separator: "が…、又は"))が…」と書いてください"))
  }
}

/// A `for each` that could be taken two ways.
private struct UnclearEach {
  let breakdown: NameSyntax
  /// The figure that is reported by parts, where there is one alone.
  let figure: String?
  let place: Place
}

extension SubjectSyntax.Kind {
  /// `no ward`, `at most 2 wards`: what is demanded is what few may do.
  fileprivate var asksForFew: Bool {
    guard case .numberOf(_, let relation, _) = self else { return false }
    return relation != .atLeast && relation != .moreThan
  }
}

extension ConditionSyntax {
  fileprivate func unclearEach(_ isDenied: Bool) -> UnclearEach? {
    switch kind {
    case .forEach(let breakdown, let inner):
      return isDenied ? UnclearEach(breakdown: breakdown, figure: inner.firstName, place: place) : inner.unclearEach(false)
    case .not(let inner): return inner.unclearEach(true)
    case .and(let parts), .or(let parts): return parts.lazy.compactMap { $0.unclearEach(isDenied) }.first
    case .areas(let subject, let inner):
      return subject.filter.condition?.unclearEach(true) ?? inner.unclearEach(isDenied || subject.kind.asksForFew)
    case .bounds, .each, .everyRow, .numberOf, .reports, .trend, .rank, .outcome: return nil
    }
  }

  private var firstName: String? {
    switch kind {
    case .bounds(let figure, _), .trend(let figure, _), .rank(let figure, _):
      if case .name(let name) = figure.kind { return name.text }
      return nil
    default: return nil
    }
  }
}
