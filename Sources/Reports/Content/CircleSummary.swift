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

  /// A gap of an act that nothing answers awaits nothing: the act itself is still asked for.
  mutating func count(_ thread: GapThread, isAct: Bool) {
    if thread.state == .found || thread.state == .repeated { found += 1 }
    if thread.state == .repeated { repeated += 1 }
    if thread.isOpen { open += 1 } else { closed += 1 }
    if thread.isAnswered {
      answered += 1
    } else if thread.isOpen, thread.state != .found, !isAct || !thread.answers.isEmpty {
      unanswered += 1
    }
  }

  var all: [Int] { [found, answered, unanswered, open, repeated, closed] }
}

/// The circle by stage, by item and by area: each in the order of the rulebook, with what has gaps.
struct CircleSummary {
  struct Row<Key> {
    let key: Key
    let counts: CircleCounts
  }

  let stages: [Row<Stage?>]
  let items: [Row<Int?>]
  let areas: [Row<Int>]
  let total: CircleCounts

  /// Nothing where there are no gaps.
  init?(_ threads: [GapThread], _ rulebook: Rulebook) {
    if threads.isEmpty { return nil }
    func isAct(_ thread: GapThread) -> Bool { rulebook.targets[thread.target].stage == .act }
    func rows<Key: Hashable>(_ keys: some Sequence<Key>, _ key: (GapThread) -> Key) -> [Row<Key>] {
      var counts: [Key: CircleCounts] = [:]
      for thread in threads { counts[key(thread), default: CircleCounts()].count(thread, isAct: isAct(thread)) }
      return keys.compactMap { key in counts[key].map { Row(key: key, counts: $0) } }
    }
    stages = rows(Stage.allCases.map { Optional($0) } + [nil]) { rulebook.targets[$0.target].stage }
    items = rows(rulebook.items.indices.map { Optional($0) } + [nil]) { rulebook.targets[$0.target].item }
    areas = rows(Set(threads.map { $0.area }).sorted()) { $0.area }
    var total = CircleCounts()
    for thread in threads { total.count(thread, isAct: isAct(thread)) }
    self.total = total
  }
}

extension OutcomeIndex {
  func circleGrids() -> [SummaryGrid] {
    guard let summary = CircleSummary(threads(), rulebook) else { return [] }
    let counts = [
      phrasing.say("found", "見つかった"), phrasing.say("answered", "改善済み"), phrasing.say("unanswered", "改善待ち"),
      phrasing.say("open", "継続中"), phrasing.say("repeated", "繰り返し"), phrasing.say("closed", "解消"),
    ]
    func grid<Key>(_ title: String, _ head: String, _ rows: [CircleSummary.Row<Key>], _ name: (Key) -> String) -> SummaryGrid? {
      if rows.isEmpty { return nil }
      let all = rows.map { row in [name(row.key)] + row.counts.all.map { text($0) } }
      let total = [[phrasing.say("all", "計")] + summary.total.all.map { text($0) }]
      return SummaryGrid(kind: .circle, title: title, note: nil, head: [head] + counts, rows: all + (rows.count > 1 ? total : []))
    }
    return [
      grid(phrasing.say("Gaps by stage", "段階別の未達成"), phrasing.say("stage", "段階"), summary.stages) { stageName($0) },
      grid(phrasing.say("Gaps by item", "項目別の未達成"), phrasing.say("item", "項目"), summary.items) { item in
        item.map { itemName($0) } ?? phrasing.say("no item", "項目なし")
      },
      grid(phrasing.say("Gaps by area", "区域別の未達成"), phrasing.say("area", "区域"), summary.areas) { areaName($0) },
    ].compactMap { $0 }
  }

  private func text(_ count: Int) -> String { count == 0 ? "-" : phrasing.number(Rational(Int64(count))) }
}
