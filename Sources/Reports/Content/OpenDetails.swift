import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension OutcomeIndex {
  /// What explains a missed target beyond its figure: the areas that hold it back, the figures of an equation that does not
  /// hold, or the parts of the sentence that are not met.
  func details(_ outcome: Outcome) -> [OpenDetail] {
    var lines: [OpenDetail] = []
    if !outcome.holdingBack.isEmpty { lines.append(areasWithFigures(outcome.holdingBack, outcome)) }
    if !outcome.undecidedAreas.isEmpty {
      let names = phrasing.list(areaNames(outcome.undecidedAreas))
      let word = levelWord(of: outcome.undecidedAreas)
      lines.append(.text(phrasing.say("not yet known for " + word + ": " + names, "未報告で決まらない" + word + ": " + names)))
    }
    if let earlier = earlierGaps(outcome) { lines.append(.text(earlier)) }
    guard outcome.holdingBack.isEmpty else { return lines }
    if outcome.required?.relation == .equal, outcome.figures.count > 1 {
      lines.append(.text(phrasing.list(outcome.figures.map { figure($0, besides: outcome) })))
    } else if outcome.changes.isEmpty, outcome.measured == nil {
      lines += outcome.parts.filter { $0.results == .missed }.map { .text(part($0)) }
    }
    return lines
  }

  /// Earlier years in which the same was missed, where the years running do not tell it: `令和3年度も未達成（差119回）`.
  private func earlierGaps(_ outcome: Outcome) -> String? {
    let isTold = outcome.openYears >= outcome.earlierGaps.count + (outcome.verdict == .missed ? 1 : 0)
    guard !outcome.earlierGaps.isEmpty, !isTold else { return nil }
    let relation = outcome.required?.relation
    let years = outcome.earlierGaps.map { gap in
      let shortfall = gap.shortfall.map { phrasing.shortfall($0, relation) } ?? ""
      return phrasing.year(gap.year) + (shortfall.isEmpty ? "" : phrasing.say(" (" + shortfall + ")", "（" + shortfall + "）"))
    }
    return phrasing.say("missed before: ", "過去の未達成: ") + phrasing.list(years)
  }

  /// Such as `満たしていない区（「協議回数」）: 北区 0回、西区 0回`; where several figures decide, a table of them.
  private func areasWithFigures(_ areas: [Int], _ outcome: Outcome) -> OpenDetail {
    var keysByArea: [Int: [FigureKey]] = [:]
    for key in outcome.figures { keysByArea[key.area, default: []].append(key) }
    let keys = areas.map { keysByArea[$0] ?? [] }
    let heads = Set(keys.map { $0.map { name($0) } })
    let lead = phrasing.say("not met by " + String(areas.count) + " " + levelWord(of: areas), "満たしていない" + levelWord(of: areas))
    if heads.count == 1, let head = heads.first, head.count == 1 {
      let parts = zip(areas, keys).map { areaName($0) + " " + value($1[0]) }
      return .text(lead + phrasing.say(" (" + head[0] + "): ", "（" + head[0] + "）: ") + phrasing.list(parts))
    }
    let parts = zip(areas, keys).map { area, keys -> String in
      let figures = phrasing.list(keys.map { name($0) + phrasing.say(" ", "") + value($0) })
      return keys.isEmpty ? areaName(area) : areaName(area) + phrasing.say(" (" + figures + ")", "（" + figures + "）")
    }
    let text = lead + ": " + phrasing.list(parts)
    guard heads.count == 1, let head = heads.first, !head.isEmpty else { return .text(text) }
    return .table(title: lead, head: head, rows: zip(areas, keys).map { [areaName($0)] + $1.map { value($0) } }, text: text)
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
    if part.required == nil, part.measured == nil, !part.figures.isEmpty {
      let names = part.figures.map { name($0) }.joined()
      return phrasing.say("no report of " + names, names + "の報告がない")
    }
    let (measured, required) = phrasing.judged(part.measured, part.required)
    let shortfall = part.shortfall.map { phrasing.shortfall($0, part.required?.relation) }
    let figures = [measured, required, shortfall].compactMap { $0 }
    let sentence = part.place.map { self.sentence($0) } ?? ""
    let lead = phrasing.say("not met: ", "満たしていない条件: ") + sentence
    return figures.isEmpty ? lead : lead + phrasing.say(" (" + phrasing.list(figures) + ")", "（" + phrasing.list(figures) + "）")
  }
}
