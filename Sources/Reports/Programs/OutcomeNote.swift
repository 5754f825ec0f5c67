import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// An outcome that leaves something to do, in one line and with its place: what the formats of other programs can hold.
struct OutcomeNote {
  let outcome: Outcome
  let area: String
  let text: String
  /// The first cell to look at; nothing where no cell speaks of the figures.
  let place: CellPlace?
  let advice: [String]
}

extension OutcomeIndex {
  /// The outcomes of a target, all or only those that are missed or not reported, in the order of the areas.
  func notes(of target: Int, onlyOpen: Bool) -> [OutcomeNote] {
    var speakers: [Int: OutcomeIndex] = [:]
    let answers = GapAnswers(rulebook).answers[target]
    return byTarget[target].compactMap { position in
      let outcome = outcomes[position]
      if onlyOpen, outcome.verdict != .missed, outcome.verdict != .notReported { return nil }
      let level = level(ofArea: outcome.area)
      let speaker = speakers[level] ?? speaking(like: rulebook.targets[target], level: level)
      speakers[level] = speaker
      return speaker.note(outcome, answers)
    }
  }

  private func note(_ outcome: Outcome, _ answers: [Int]) -> OutcomeNote {
    let isOpen = outcome.verdict == .missed || outcome.verdict == .notReported
    return OutcomeNote(
      outcome: outcome, area: areaName(outcome.area), text: noteText(outcome, answers), place: isOpen ? firstPlace(outcome) : nil,
      advice: target(outcome).advice)
  }

  private func firstPlace(_ outcome: Outcome) -> CellPlace? {
    let changed = outcome.changes.map { $0.figure }
    let keys = changed + outcome.awaited + outcome.figures.filter { $0.area == outcome.area } + outcome.figures
    for key in keys { if let place = facts.origin(key) { return place } }
    return nil
  }

  /// Such as `北区 未達成: 実績 1回、必要 3回以上、「協議回数」を1回から3回へ（あと2回）`.
  private func noteText(_ outcome: Outcome, _ answers: [Int]) -> String {
    let head = areaName(outcome.area) + " " + outcome.verdict.wording.text(in: input.language)
    let parts: [String]
    switch outcome.verdict {
    case .missed:
      let row = openArea(outcome)
      parts =
        [
          row.measured.map { phrasing.say("measured " + $0, "実績 " + $0) },
          row.required.map { phrasing.say("required " + $0, "必要 " + $0) }, row.shortfall, row.statement, row.open,
        ].compactMap { $0 } + row.details.map { $0.text }
    case .notReported:
      let names = Array(Set(outcome.awaited)).sorted { ($0.indicator, $0.area) < ($1.indicator, $1.area) }.map { name($0) }
      parts = names.isEmpty ? [] : [phrasing.say("awaited: ", "記入を待つ項目 ") + phrasing.list(names)]
    case .waived:
      parts = outcome.waiver.flatMap { rulebook.waivers.indices.contains($0) ? [rulebook.waivers[$0].because] : nil } ?? []
    case .notApplicable: parts = outcome.inapplicability.map { [reason($0)] } ?? []
    default: parts = outcome.measured.map { [phrasing.figure($0)] } ?? []
    }
    let all = parts + threadParts(outcome, answers)
    return all.isEmpty ? head : head + phrasing.say(": ", "：") + phrasing.list(all)
  }

  /// The gap over the years: earlier years in which it was found, and what became of what was asked in answer.
  private func threadParts(_ outcome: Outcome, _ answers: [Int]) -> [String] {
    let thread = GapThread(outcome.standing, answers: answers, areas: areas) { target, area in
      self.outcome(of: target, area: area)?.verdict
    }
    guard let thread else { return [] }
    let earlier = thread.gap.years.filter { $0 != outcome.year }.map { phrasing.year($0) }
    return [
      earlier.isEmpty ? nil : phrasing.say("missed in " + phrasing.list(earlier), phrasing.list(earlier) + "に未達成"),
      thread.answers.isEmpty ? nil : phrasing.say("answered by " + answerText(thread), "改善 " + answerText(thread)),
    ].compactMap { $0 }
  }
}
