import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A target that areas miss, with everything that is said of it once.
struct OpenTarget {
  let name: String
  /// Item and stage, such as `イ・実行`.
  let kind: String
  let severity: TargetSeverity
  let sentences: [String]
  /// What is required, where it is the same for all areas that miss it.
  let required: String?
  /// Whether the sentences give that figure in so many words.
  let statesRequirement: Bool
  let missedCount: Int
  /// Such as `3区`.
  let missedAreas: String
  /// The gap that has been found in the most years.
  let longestOpen: OpenGap?
  /// How many areas have which outcome, the missed ones first.
  let counts: [String]
  /// The areas that miss it, or the first of them where not all were asked for.
  let rows: [OpenArea]
  let advice: [String]
  let owner: String?
  let because: [String]
}

/// One area that misses a target.
struct OpenArea {
  let area: String
  let measured: String?
  /// Nothing where the target states it once for all areas.
  let required: String?
  /// What is missing, unless the action says it.
  let shortfall: String?
  /// The least change as an instruction.
  let action: String?
  /// Both sides of an equation that does not hold; then there is neither a measured nor a required side.
  let equation: String?
  /// What no column can hold: which areas hold a target back, both sides of an equation, the parts that are not met.
  let details: [OpenDetail]
  let gap: OpenGap?
  /// What the line of the area says.
  var statement: String? { action ?? equation }
  /// Such as `2年連続`; nothing in the first year.
  let open: String?
  let source: String?

  /// Whether the figure and what is required stand in columns of their own: the instruction says both.
  var showsFigures: Bool { shortfall != nil || statement == nil }
}

/// A line of explanation under an area, or a small table.
enum OpenDetail {
  case text(String)
  /// Areas with their figures; the text says the same in one line.
  case table(title: String, head: [String], rows: [[String]], text: String)

  var text: String {
    switch self {
    case .text(let text), .table(_, _, _, let text): text
    }
  }
}

extension OutcomeIndex {
  /// The missed targets of a severity, in the order of the rulebook.
  func openTargets(_ severity: TargetSeverity) -> [OpenTarget] {
    rulebook.targets.indices.filter { rulebook.targets[$0].severity == severity }.compactMap { openTarget($0) }
  }

  /// With lines for so many of its areas.
  func openTarget(_ position: Int, mostRows: Int = .max) -> OpenTarget? {
    let missed = outcomes(of: position, with: .missed)
    guard let first = missed.first else { return nil }
    let target = rulebook.targets[position]
    let requirements = Set(missed.map { $0.required })
    let sharesRequirement = missed.count > 1 && requirements.count == 1 && first.required?.relation != .equal
    let level = level(ofArea: first.area)
    let sentences = sentences(target, level: level)
    let speaking = speaking(like: target, level: level)
    let rows = missed.prefix(mostRows).map { speaking.openArea($0, statesRequirement: !sharesRequirement) }
    return OpenTarget(
      name: phrasing.name(of: target), kind: phrasing.kind(of: target, rulebook), severity: target.severity,
      sentences: sentences, required: sharesRequirement ? first.required.map { phrasing.requirement($0) } : nil,
      statesRequirement: states(sentences, first.required),
      missedCount: missed.count, missedAreas: phrasing.areas(missed.count, ofLevel: level),
      longestOpen: missed.compactMap { $0.gap }.max { $0.years.count < $1.years.count },
      counts: counts(of: position, level: level), rows: rows,
      advice: target.advice, owner: target.owner,
      because: target.because)
  }

  /// Whether the sentences give the required figure themselves, not by the name of a parameter.
  private func states(_ sentences: [String], _ required: RequiredFigure?) -> Bool {
    guard let required else { return false }
    let figure = Array(phrasing.figure(required.quantity).utf8)
    for sentence in sentences {
      let bytes = Array(sentence.utf8)
      for start in bytes.indices where bytes.count - start >= figure.count {
        if bytes[start] == figure.first, bytes[start..<(start + figure.count)].elementsEqual(figure) { return true }
      }
    }
    return false
  }

  /// Such as `3区が未達成`, `1区が未報告`, `20区が達成`.
  private func counts(of target: Int, level: Int) -> [String] {
    [Verdict.missed, .notReported, .met, .waived].compactMap { verdict in
      let count = counts[target][verdict.rank]
      if count == 0 { return nil }
      let areas = phrasing.areas(count, ofLevel: level)
      let word = verdict.wording.text(in: input.language)
      return phrasing.say(areas + " " + word, areas + "が" + word)
    }
  }

  func openArea(_ outcome: Outcome, statesRequirement: Bool = true) -> OpenArea {
    if let equation = equation(outcome) { return openArea(outcome, equation) }
    let (measured, required) = phrasing.judged(outcome.measured, outcome.required)
    let action = outcome.changes.isEmpty ? nil : phrasing.instruction(outcome.changes, facts)
    let shortfall = outcome.shortfall.map { phrasing.shortfall($0, outcome.required?.relation) }
    let repeats = outcome.changes.count == 1 && sayTheSame(outcome)
    return OpenArea(
      area: areaName(outcome.area), measured: measured, required: statesRequirement ? required : nil,
      shortfall: repeats ? nil : shortfall, action: action, equation: nil, details: details(outcome),
      gap: outcome.gap, open: openAge(outcome.gap), source: source(outcome))
  }

  /// Of an equation neither side is the measured and neither the required one.
  private func openArea(_ outcome: Outcome, _ equation: String) -> OpenArea {
    OpenArea(
      area: areaName(outcome.area), measured: nil, required: nil, shortfall: nil, action: nil, equation: equation,
      details: details(outcome),
      gap: outcome.gap, open: openAge(outcome.gap), source: source(outcome))
  }

  /// Whether the only change is by the very amount that is missing, so that the shortfall needn't be said again.
  private func sayTheSame(_ outcome: Outcome) -> Bool {
    guard let change = outcome.changes.first, let shortfall = outcome.shortfall, let from = change.from, let to = change.to,
      let indicator = indicator(change.figure)
    else { return outcome.shortfall == nil }
    return (indicator.value(stored: to) - indicator.value(stored: from)).magnitude == shortfall.value.magnitude
  }

  /// How long a gap has been open; nothing in its first year. Years that are not reported, not applicable or waived interrupt
  /// it: then the years in which it was found are added up.
  func openText(_ gap: OpenGap?) -> String? {
    guard let gap, gap.years.count > 1 else { return nil }
    let years = String(gap.years.count)
    return gap.isInterrupted
      ? phrasing.say("missed in " + years + " years in all", "通算" + years + "年未達成")
      : phrasing.say("missed " + years + " years running", years + "年連続未達成")
  }

  /// The same where all that is shown is missed.
  func openAge(_ gap: OpenGap?) -> String? {
    guard let gap, gap.years.count > 1 else { return nil }
    let years = String(gap.years.count)
    return gap.isInterrupted
      ? phrasing.say("open " + years + " years in all", "通算" + years + "年")
      : phrasing.say("open " + years + " years", years + "年連続")
  }

  /// The cells to look at: of what is to be changed, otherwise of all that went in at the area itself.
  private func source(_ outcome: Outcome) -> String? {
    let keys = outcome.changes.isEmpty ? outcome.figures.filter { $0.area == outcome.area } : outcome.changes.map { $0.figure }
    let places = places(keys)
    return places.isEmpty ? nil : cells.names(of: places)
  }
}
