import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What is not reported: which figures are awaited from whom, and which targets wait for them.
struct Waiting {
  /// The figures that one office has to report, by area.
  struct Reporter {
    let name: String
    let areas: [(area: String, figures: [String])]
  }

  /// A target that can't be judged yet in some areas.
  struct UndecidedTarget {
    let name: String
    let areas: [String]
    /// Further areas that reported nothing at all, such as `未提出の2区`.
    let silent: String?

    var allAreas: [String] { areas + [silent].compactMap { $0 } }
  }

  let reporters: [Reporter]
  let targets: [UndecidedTarget]
  /// Targets that wait for silent areas alone.
  let onlySilent: [UndecidedTarget]
  /// How many outcomes are not reported.
  let count: Int
}

extension OutcomeIndex {
  func waiting() -> Waiting {
    let silent = Set(input.judgement.silentAreas)
    let undecided = outcomes.indices.filter { outcomes[$0].verdict == .notReported }
    var targets: [Waiting.UndecidedTarget] = []
    var onlySilent: [Waiting.UndecidedTarget] = []
    for position in rulebook.targets.indices {
      let areas = areas(of: position, with: .notReported)
      if areas.isEmpty { continue }
      let speaking = areas.filter { !silent.contains($0) }
      let target = Waiting.UndecidedTarget(
        name: phrasing.name(of: rulebook.targets[position]), areas: areaNames(speaking),
        silent: silentText(areas.filter { silent.contains($0) }))
      if speaking.isEmpty { onlySilent.append(target) } else { targets.append(target) }
    }
    return Waiting(
      reporters: reporters(undecided.flatMap { outcomes[$0].awaited }.filter { !silent.contains($0.area) }), targets: targets,
      onlySilent: onlySilent, count: undecided.count)
  }

  private func silentText(_ areas: [Int]) -> String? {
    guard let first = areas.first else { return nil }
    let count = phrasing.areas(areas.count, ofLevel: level(ofArea: first))
    return phrasing.say(count + " that submitted nothing", "未提出の" + count)
  }

  /// The figures by who reports them: offices and figures in the order of the rulebook, areas in that of the areas file.
  private func reporters(_ awaited: [FigureKey]) -> [Waiting.Reporter] {
    let keys = Set(awaited).filter { indicator($0) != nil }.sorted {
      ($0.indicator, $0.area, $0.year.number) < ($1.indicator, $1.area, $1.year.number)
    }
    var names: [String?] = []
    var keysByName: [String?: [FigureKey]] = [:]
    for key in keys {
      let name = indicator(key)?.reportedBy
      if keysByName[name] == nil { names.append(name) }
      keysByName[name, default: []].append(key)
    }
    return names.map { name in
      var areas: [Int: [FigureKey]] = [:]
      for key in keysByName[name] ?? [] { areas[key.area, default: []].append(key) }
      let rows = areas.keys.sorted().map { area in
        (area: areaName(area), figures: (areas[area] ?? []).map { self.name($0) + cellText($0) })
      }
      return Waiting.Reporter(name: name ?? phrasing.say("reporter not stated", "報告者の定めなし"), areas: rows)
    }
  }

  /// A cell that was there but could not be read.
  private func cellText(_ key: FigureKey) -> String {
    guard let place = facts.origin(key) else { return "" }
    return phrasing.say(" (" + cells.name(of: place) + ")", "（" + cells.name(of: place) + "）")
  }
}
