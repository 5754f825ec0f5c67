import Diagnostics
import RuleLanguage
import Testing

@testable import Rulebook

/// Whatever is written, checking ends, and what it leaves in the model holds together: every position points at something,
/// nothing leads back to itself, nothing is deeper than what later steps walk.
@Suite struct IntegrityTests {
  /// A small generator of which every run is the same.
  private struct Chance {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, bound)))
    }
  }

  private static let texts = (CorpusTests.files("bad") + CorpusTests.files("good")).map { CorpusTests.text(of: $0) }

  @Test(arguments: [1, 20, 300, 4000, 50_000])
  func holdsTogetherWhateverIsWritten(_ seed: UInt64) {
    var chance = Chance(state: seed)
    let lines = (IntegrityTests.texts + [Prelude.text]).flatMap { $0.split(separator: "\n").map { String($0) } }
    for _ in 0..<10 {
      var text = chance.next(below: 4) == 0 ? "" : Prelude.text
      for _ in 0..<(5 + chance.next(below: 60)) {
        let line = lines[chance.next(below: lines.count)]
        text += (chance.next(below: 3) == 0 ? damaged(line, &chance) : line) + "\n"
      }
      let faults = faults(in: CheckedText(text, isLinted: true).rulebook)
      #expect(faults == [], "\(text)")
    }
  }

  /// A line with a piece of it left out, doubled or put elsewhere.
  private func damaged(_ line: String, _ chance: inout Chance) -> String {
    var letters = Array(line)
    if letters.isEmpty { return line }
    let start = chance.next(below: letters.count)
    let end = min(letters.count, start + 1 + chance.next(below: 6))
    let piece = Array(letters[start..<end])
    if chance.next(below: 2) == 0 { letters.removeSubrange(start..<end) }
    letters.insert(contentsOf: piece, at: chance.next(below: letters.count + 1))
    return String(letters)
  }

  private func faults(in rulebook: Rulebook) -> [String] {
    var walk = Walk(rulebook: rulebook)
    for (position, measure) in rulebook.measures.enumerated() {
      walk.measures = 0..<position
      walk.visit(measure.value, depth: 0)
    }
    walk.measures = rulebook.measures.indices
    for target in rulebook.targets {
      if target.requirements.isEmpty { walk.faults.append("\(target.name) requires nothing") }
      for requirement in target.requirements {
        let levels = rulebook.program.levels.indices
        if !levels.contains(requirement.subject.judgedLevel) { walk.faults.append("\(target.name) is judged nowhere") }
        if let filter = requirement.subject.filter { walk.visit(filter, depth: 0) }
        if let guarded = requirement.guarded { walk.visit(guarded, depth: 0) }
        walk.visit(requirement.demand, depth: 0)
      }
    }
    walk.expect(rulebook.waivers.map { $0.target }, rulebook.targets.indices)
    walk.expect(rulebook.examples.flatMap { $0.expected.map { $0.target } }, rulebook.targets.indices)
    walk.expect(rulebook.examples.flatMap { $0.given.map { $0.indicator } }, rulebook.indicators.indices)
    for table in rulebook.tables {
      walk.expect(table.rows + table.ofWhich + (table.total.map { [$0] } ?? []), rulebook.indicators.indices)
    }
    for indicator in rulebook.indicators {
      walk.expect(indicator.table.map { [$0] } ?? [], rulebook.tables.indices)
      walk.expect(indicator.item.map { [$0] } ?? [], rulebook.items.indices)
      if case .ladder(let ladder) = indicator.kind { walk.expect([ladder], rulebook.ladders.indices) }
    }
    return walk.faults
  }

  private struct Walk {
    let rulebook: Rulebook
    var measures = 0..<0
    var faults: [String] = []

    init(rulebook: Rulebook) { self.rulebook = rulebook }

    mutating func expect(_ positions: [Int], _ range: Range<Int>) {
      for position in positions where !range.contains(position) { faults.append("\(position) is not in \(range)") }
    }

    mutating func visit(_ condition: Condition, depth: Int) {
      if depth > 70 { return faults.append("too deep") }
      switch condition {
      case .comparison(let comparison):
        visit(comparison.left, depth: depth + 1)
        visit(comparison.right, depth: depth + 1)
        if comparison.dimension == .text { faults.append("a text is compared") }
      case .reported(let expression): visit(expression, depth: depth + 1)
      case .all(let parts), .any(let parts):
        if parts.isEmpty { faults.append("nothing is joined") }
        for part in parts { visit(part, depth: depth + 1) }
      case .numberMet(_, let count, let parts):
        expect([count], 0..<(parts.count + 1))
        for part in parts { visit(part, depth: depth + 1) }
      case .not(let part): visit(part, depth: depth + 1)
      case .rank(let rank):
        visit(rank.peers)
        visit(rank.figure, depth: depth + 1)
      case .deviation(let bound):
        visit(bound.peers)
        visit(bound.left, depth: depth + 1)
        visit(bound.figure, depth: depth + 1)
      case .areas(let subject, let inner):
        expect([subject.level], rulebook.program.levels.indices)
        if let filter = subject.filter { visit(filter, depth: depth + 1) }
        visit(inner, depth: depth + 1)
      case .outcome(let target, _, _): expect([target], rulebook.targets.indices)
      }
    }

    mutating func visit(_ peers: Peers) {
      expect([peers.level] + [peers.within].compactMap { $0 }, rulebook.program.levels.indices)
      if let group = peers.group { expect([group], rulebook.groups.indices) }
    }

    mutating func visit(_ expression: Expression, depth: Int) {
      if depth > 70 { return faults.append("too deep") }
      switch expression {
      case .constant: break
      case .path(let points):
        if points.isEmpty { faults.append("a path without points") }
        for (point, next) in zip(points, points.dropFirst()) where point.year >= next.year { faults.append("a path runs back") }
      case .series(_, let inner), .positive(let inner), .absolute(let inner): visit(inner, depth: depth + 1)
      case .carriedOver(let carried):
        visit(carried.demand, depth: depth + 1)
        visit(carried.figure, depth: depth + 1)
      case .dayOfYear(let month, let day): expect([Int(month)], 1..<13); expect([Int(day)], 1..<32)
      case .indicator(let indicator): expect([indicator], rulebook.indicators.indices)
      case .measure(let measure): expect([measure], measures)
      case .parameter(let parameter): expect([parameter], rulebook.parameters.indices)
      case .inYear(_, let inner), .rounded(let inner, _): visit(inner, depth: depth + 1)
      case .ofArea(let level, let inner), .aggregate(_, let level, let inner):
        expect([level], rulebook.program.levels.indices)
        visit(inner, depth: depth + 1)
      case .peerAggregate(_, let peers, let inner):
        visit(peers)
        visit(inner, depth: depth + 1)
      case .numberOfAreas(let level, let condition):
        expect([level], rulebook.program.levels.indices)
        visit(condition, depth: depth + 1)
      case .arithmetic(_, let left, let right):
        visit(left, depth: depth + 1)
        visit(right, depth: depth + 1)
      case .sum(let parts): for part in parts { visit(part, depth: depth + 1) }
      }
    }
  }
}
