import Diagnostics
import Quantities
import RuleLanguage

// Targets that ask for one another's outcomes: in the same year they form no circle and no endless chain, and none asks for a
// year that is still to come. Years are judged in order, so that earlier years may be asked for freely.

extension Checker {
  /// Which targets are left out: those with an error, those in or behind a circle, those that ask for one that is left out.
  /// Targets and outcomes are given by their declared positions.
  func targetsToDrop(_ targets: [Target?]) -> Set<Int> {
    if !asksForOutcomes { return Set(targets.indices.filter { targets[$0] == nil }) }
    let finder = UseFinder(rulebook)
    let asked: [[Uses.Outcome]] = targets.map { target in
      guard let target else { return [] }
      return finder.uses(of: target).outcomes.sorted { $0.target < $1.target }
    }
    var dropped: Set<Int> = []
    var sameYear: [[Int]] = []
    for position in targets.indices {
      if targets[position] == nil { dropped.insert(position) }
      var edges: [Int] = []
      for outcome in asked[position] {
        switch timing(outcome.year, of: position) {
        case .earlier: break
        case .sameYear: if edges.last != outcome.target { edges.append(outcome.target) }
        case .later(let year):
          reportLaterYear(position, outcome.target, year)
          dropped.insert(position)
        }
      }
      sameYear.append(edges)
    }
    dropped.formUnion(circular(sameYear))
    return closed(dropped, asked.map { outcomes in outcomes.map { $0.target } })
  }

  private enum Timing { case earlier, sameYear, later(FiscalYear) }

  private func timing(_ reference: YearReference, of position: Int) -> Timing {
    switch reference {
    case .yearsAgo(0), .planStart: return .sameYear
    case .yearsAgo, .lastPeriod, .lastSurvey: return .earlier
    case .fixed(let year), .calendar(let year):
      let since = rulebook.program.since
      let from = declared.targets[position].syntax.inForceFrom?.year
      let start = [since, from].compactMap { $0 }.max()
      guard let start, year <= start else { return .later(year) }
      return year == start ? .sameYear : .earlier
    }
  }

  /// Everything from which a dropped target is asked for, however indirectly.
  private func closed(_ dropped: Set<Int>, _ asked: [[Int]]) -> Set<Int> {
    var askers: [[Int]] = asked.map { _ in [] }
    for (position, targets) in asked.enumerated() { for target in targets { askers[target].append(position) } }
    var result = dropped
    var open = dropped.sorted()
    while let target = open.popLast() {
      for asker in askers[target] where result.insert(asker).inserted { open.append(asker) }
    }
    return result
  }

  /// Reports each circle, and each chain that is too long, once; returns the targets that cannot be put in order.
  private func circular(_ edges: [[Int]]) -> Set<Int> {
    var askers: [[Int]] = edges.map { _ in [] }
    var waiting = edges.map { $0.count }
    for (position, targets) in edges.enumerated() { for target in targets { askers[target].append(position) } }
    var length = edges.map { _ in 1 }
    var ready = edges.indices.filter { waiting[$0] == 0 }
    var left = Set(edges.indices)
    var tooLong: Set<Int> = []
    while let target = ready.popLast() {
      left.remove(target)
      if length[target] == Checker.greatestDepth + 1 {
        isTooDeepReported = false
        let _: Target? = reportTooDeep(declared.targets[target].syntax.name.name.place)
        tooLong.insert(target)
      }
      for asker in askers[target] {
        length[asker] = max(length[asker], length[target] + 1)
        waiting[asker] -= 1
        if waiting[asker] == 0 { ready.append(asker) }
      }
    }
    reportCircles(edges, left)
    return left.union(tooLong)
  }

  /// What is left asks for something that is left: following the first such question from anywhere ends in a circle.
  private func reportCircles(_ edges: [[Int]], _ left: Set<Int>) {
    var visited: Set<Int> = []
    for start in left.sorted() {
      var path: [Int] = []
      var positions: [Int: Int] = [:]
      var next: Int? = start
      while let target = next, visited.insert(target).inserted {
        positions[target] = path.count
        path.append(target)
        next = edges[target].first { left.contains($0) }
      }
      if let target = next, let first = positions[target] { reportCircle(Array(path[first...])) }
    }
  }
}

extension Checker {
  private func reportCircle(_ circle: [Int]) {
    let lowest = circle.indices.min { circle[$0] < circle[$1] } ?? 0
    let ordered = Array(circle[lowest...]) + Array(circle[..<lowest])
    let names = ordered.map { declared.targets[$0].syntax.name.name }
    let path = (names + [names[0]]).map { "「\($0.text)」" }.joined(separator: " → ")
    findings.error(
      .outcomeCircle, at: names[0].place.span,
      Wording(
        "in one year these targets ask for one another's outcomes: \(path)", "同じ年度の判定を互いに問い合っている目標があります：\(path)"),
      labels: names.dropFirst().map { Label(.rule($0.place.span), Wording("in the circle", "循環の途中")) },
      reason: Wording("none of them could be judged first", "どれも先に判定できません"),
      mend: Wording("let one of them ask for last year's outcome", "どれか一つを、前年度の判定を問うものにしてください"))
  }

  private func reportLaterYear(_ position: Int, _ asked: Int, _ year: FiscalYear) {
    let name = declared.targets[position].syntax.name.name
    let other = declared.targets[asked].syntax.name.name.text
    findings.error(
      .outcomeOfLaterYear, at: name.place.span,
      Wording(
        "before \(year.englishText), 「\(name.text)」 would ask for an outcome of 「\(other)」 that is still to come",
        "「\(name.text)」は、\(year.japaneseText)より前の年度に、まだない「\(other)」の判定を問うことになります"),
      reason: Wording("years are judged in order", "判定は年度の順に行います"),
      mend: Wording("write: in force from \(year.englishText)", "「適用 \(year.japaneseText)から」と書いてください"))
  }
}
