import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension OutcomeIndex {
  /// What explains a missed target beyond its figure: the areas that hold it back, the figures of an equation that does not
  /// hold, or the parts of the sentence that are not met.
  func details(_ outcome: Outcome) -> [String] {
    var lines: [String] = []
    if !outcome.holdingBack.isEmpty {
      lines.append(areasWithFigures(outcome.holdingBack, outcome))
    }
    if !outcome.undecidedAreas.isEmpty {
      let names = phrasing.list(areaNames(outcome.undecidedAreas))
      let word = levelWord(of: outcome.undecidedAreas)
      lines.append(phrasing.say("not yet known for " + word + ": " + names, "未報告で決まらない" + word + ": " + names))
    }
    guard outcome.holdingBack.isEmpty else { return lines }
    if outcome.required?.relation == .equal, outcome.figures.count > 1 {
      lines.append(phrasing.list(outcome.figures.map { figure($0, besides: outcome) }))
    } else if outcome.changes.isEmpty, outcome.measured == nil {
      lines += outcome.parts.filter { $0.results == .missed }.map { part($0) }
    }
    return lines
  }

  /// Such as `満たしていない区（「協議回数」）: 北区 0回、西区 0回`.
  private func areasWithFigures(_ areas: [Int], _ outcome: Outcome) -> String {
    let word = levelWord(of: areas)
    var keysByArea: [Int: [FigureKey]] = [:]
    for key in outcome.figures { keysByArea[key.area, default: []].append(key) }
    let keys = areas.map { keysByArea[$0] ?? [] }
    let shared = Set(keys.map { $0.map { name($0) } })
    let isShort = shared.count == 1 && shared.first?.count == 1
    let parts = zip(areas, keys).map { area, keys -> String in
      if keys.isEmpty { return areaName(area) }
      if isShort { return areaName(area) + " " + value(keys[0]) }
      let figures = phrasing.list(keys.map { name($0) + phrasing.say(" ", "") + value($0) })
      return areaName(area) + phrasing.say(" (" + figures + ")", "（" + figures + "）")
    }
    let figure = isShort ? shared.first?.first.map { phrasing.say(" (" + $0 + ")", "（" + $0 + "）") } ?? "" : ""
    let lead = phrasing.say("held back by " + String(areas.count) + " " + word + figure, "満たしていない" + word + figure)
    return lead + ": " + phrasing.list(parts)
  }

  private func levelWord(of areas: [Int]) -> String {
    guard let level = areas.first.map({ level(ofArea: $0) }), rulebook.program.levels.indices.contains(level) else { return "" }
    return rulebook.program.levels[level].word(in: input.language, plural: areas.count != 1)
  }

  private func figure(_ key: FigureKey, besides outcome: Outcome) -> String {
    let area = key.area == outcome.area ? "" : areaName(key.area) + phrasing.say(" ", "の")
    return area + name(key) + phrasing.say(" ", "") + value(key)
  }

  /// A part that is not met, in the words of the sentence.
  private func part(_ part: Outcome.Part) -> String {
    let (measured, required) = phrasing.judged(part.measured, part.required)
    let shortfall = part.shortfall.map { phrasing.shortfall($0, part.required?.relation) }
    let figures = [measured, required, shortfall].compactMap { $0 }
    let sentence = part.place.map { self.sentence($0) } ?? ""
    let lead = phrasing.say("not met: ", "満たしていない条件: ") + sentence
    return figures.isEmpty ? lead : lead + phrasing.say(" (" + phrasing.list(figures) + ")", "（" + phrasing.list(figures) + "）")
  }
}
