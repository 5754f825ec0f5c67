import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// The outcomes of one area as the self-check page shows them: the verdict in words, what is missing, and what to do.
package struct OutcomeLines {
  private let index: OutcomeIndex
  private let area: Int
  private let speakers: [Int: OutcomeIndex]

  package init(_ input: ReportInput, area: Int) {
    let index = OutcomeIndex(input)
    self.index = index
    self.area = area
    var speakers: [Int: OutcomeIndex] = [:]
    for outcome in index.outcomes where outcome.verdict == .missed {
      speakers[outcome.target] = index.speaking(like: index.target(outcome), level: index.level(ofArea: area))
    }
    self.speakers = speakers
  }

  /// For each outcome of the input, its target and an object.
  package func lines() -> [(target: Int, bytes: [UInt8])] {
    index.outcomes.map { outcome in
      var writer = JSONWriter()
      write(outcome, to: &writer)
      return (outcome.target, writer.bytes)
    }
  }

  private func say(_ english: String, _ japanese: String) -> String { index.phrasing.say(english, japanese) }

  private func write(_ outcome: Outcome, to writer: inout JSONWriter) {
    let row = outcome.verdict == .missed ? speakers[outcome.target]?.openArea(outcome) : nil
    writer.beginObject()
    writer.member("n", outcome.target)
    writer.member("verdict", outcome.verdict.identifier)
    writer.member("word", outcome.verdict.wording.text(in: index.input.language))
    writer.member("shortfall", outcome.shortfall.map { index.phrasing.shortfall($0, outcome.required?.relation) })
    let (measured, required) = index.phrasing.judged(outcome.measured, outcome.required)
    writer.member("measured", measured)
    writer.member("required", required)
    writer.member("action", row?.action)
    writer.member("equation", row?.equation)
    writer.key("details")
    writer.beginList()
    for detail in row?.details ?? [] { writer.value(detail.text) }
    writer.endList()
    writer.key("changes")
    writer.beginList()
    for change in outcome.changes { writer.value(change.figure.indicator) }
    writer.endList()
    writeAwaited(outcome, to: &writer)
    writer.member("open", index.openText(outcome.gap))
    writer.member("waiver", outcome.waiver.flatMap { waiver($0) })
    writer.endObject()
  }

  /// Own figures of the year by their number, for the page has fields for them; all others in words.
  private func writeAwaited(_ outcome: Outcome, to writer: inout JSONWriter) {
    let isOwn: (FigureKey) -> Bool = { $0.area == area && $0.year == outcome.year }
    writer.key("awaited")
    writer.beginList()
    for key in outcome.awaited where isOwn(key) { writer.value(key.indicator) }
    writer.endList()
    writer.key("elsewhere")
    writer.beginList()
    var areas: [Int] = []
    for key in outcome.awaited where !isOwn(key) {
      if key.area == area {
        writer.value(index.name(key))
      } else if !areas.contains(key.area) {
        areas.append(key.area)
      }
    }
    if !areas.isEmpty { writer.value(say("the reports of other areas", "ほかの地域の報告")) }
    writer.endList()
  }

  private func waiver(_ position: Int) -> String? {
    guard index.rulebook.waivers.indices.contains(position) else { return nil }
    let waiver = index.rulebook.waivers[position]
    return say("until " + index.phrasing.year(waiver.until) + ": ", index.phrasing.year(waiver.until) + "まで　") + waiver.because
  }
}
