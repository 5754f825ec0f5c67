import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// How many gaps of some targets or of an area were found, answered, are open, repeat, and were closed.
struct CircleCounts: Equatable {
  /// Missed this year.
  private(set) var found = 0
  /// Those of earlier years whose answer was done.
  private(set) var answered = 0
  /// Those of earlier years that are open without an answer that was done.
  private(set) var unanswered = 0
  /// All that are open, those that are not judged this year included.
  private(set) var open = 0
  /// Missed this year and before.
  private(set) var repeated = 0
  private(set) var closed = 0

  mutating func count(_ thread: GapThread) {
    if thread.state == .found || thread.state == .repeated { found += 1 }
    if thread.state == .repeated { repeated += 1 }
    if thread.isOpen { open += 1 } else { closed += 1 }
    if thread.isAnswered {
      answered += 1
    } else if thread.isOpen, thread.state != .found {
      unanswered += 1
    }
  }

  var all: [Int] { [found, answered, unanswered, open, repeated, closed] }
}

/// The circle by stage, by item and by area.
struct CircleSummary {
  struct Row {
    let name: String
    /// The stage, the item's code or the area's code, for other programs.
    let identifier: String?
    let counts: CircleCounts
  }

  let stages: [Row]
  let items: [Row]
  let areas: [Row]
  let total: CircleCounts
}

extension OutcomeIndex {
  /// Nothing where there are no gaps.
  func circleSummary() -> CircleSummary? {
    let threads = threads()
    if threads.isEmpty { return nil }
    func rows<Key: Hashable>(
      _ keys: [Key], _ key: (GapThread) -> Key, _ name: (Key) -> (String, String?)
    ) -> [CircleSummary.Row] {
      var counts: [Key: CircleCounts] = [:]
      for thread in threads { counts[key(thread), default: CircleCounts()].count(thread) }
      return keys.compactMap { present in
        guard let counts = counts[present] else { return nil }
        let (name, identifier) = name(present)
        return CircleSummary.Row(name: name, identifier: identifier, counts: counts)
      }
    }
    var total = CircleCounts()
    for thread in threads { total.count(thread) }
    let stages: [Stage?] = Stage.allCases.map { Optional($0) } + [nil]
    let items: [Int?] = rulebook.items.indices.map { Optional($0) } + [nil]
    return CircleSummary(
      stages: rows(stages, { rulebook.targets[$0.target].stage }) { (stageName($0), $0?.identifier) },
      items: rows(items, { rulebook.targets[$0.target].item }) { item in
        (item.map { itemName($0) } ?? phrasing.say("no item", "項目なし"), item.map { rulebook.items[$0].code })
      },
      areas: rows(Array(areas.indices), { $0.area }) { (areaName($0), areas[$0].code) }, total: total)
  }

  func circleGrids() -> [SummaryGrid] {
    guard let summary = circleSummary() else { return [] }
    let counts = [
      phrasing.say("found", "見つかった"), phrasing.say("answered", "改善済み"), phrasing.say("unanswered", "改善待ち"),
      phrasing.say("open", "継続中"), phrasing.say("repeated", "繰り返し"), phrasing.say("closed", "解消"),
    ]
    func grid(_ title: String, _ head: String, _ rows: [CircleSummary.Row]) -> SummaryGrid? {
      if rows.isEmpty { return nil }
      let all = rows.map { row in [row.name] + row.counts.all.map { text($0) } }
      let total = [[phrasing.say("all", "計")] + summary.total.all.map { text($0) }]
      return SummaryGrid(
        kind: .circle, title: title, note: nil, head: [head] + counts, rows: all + (rows.count > 1 ? total : []))
    }
    return [
      grid(phrasing.say("Gaps by stage", "段階別の未達成"), phrasing.say("stage", "段階"), summary.stages),
      grid(phrasing.say("Gaps by item", "項目別の未達成"), phrasing.say("item", "項目"), summary.items),
      grid(phrasing.say("Gaps by area", "区域別の未達成"), phrasing.say("area", "区域"), summary.areas),
    ].compactMap { $0 }
  }

  private func text(_ count: Int) -> String { count == 0 ? "-" : phrasing.number(Rational(Int64(count))) }
}
