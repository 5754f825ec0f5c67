import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A waiver, as reports list it: those in force, and those that have run out.
struct WaiverLine {
  enum State { case inForce, endsThisYear, expired }

  let state: State
  let target: String
  let areas: [(name: String, verdict: Verdict?)]
  let period: String
  let because: String
}

extension OutcomeIndex {
  /// Those in force first, then those that have run out, each in the order of the rulebook. Waivers of later years are left
  /// out, and those for areas that the report does not show.
  func waiverLines() -> [WaiverLine] {
    let year = input.judgement.year
    let lines = rulebook.waivers.compactMap { waiver -> WaiverLine? in
      guard waiver.from <= year, rulebook.targets.indices.contains(waiver.target) else { return nil }
      let areas = waiver.areas.compactMap { spelled -> (name: String, verdict: Verdict?)? in
        guard let position = input.facts.areas.positions(named: spelled.text).first else {
          return input.area == nil ? (spelled.text, nil) : nil
        }
        if let shown = input.area, shown != position { return nil }
        return (areaName(position), outcome(of: waiver.target, area: position)?.verdict)
      }
      if areas.isEmpty { return nil }
      return WaiverLine(
        state: waiver.until < year ? .expired : waiver.until == year ? .endsThisYear : .inForce,
        target: phrasing.name(of: rulebook.targets[waiver.target]), areas: areas,
        period: phrasing.say(
          phrasing.year(waiver.from) + " to " + phrasing.year(waiver.until),
          phrasing.year(waiver.from) + "から" + phrasing.year(waiver.until) + "まで"), because: waiver.because)
    }
    return lines.filter { $0.state != .expired } + lines.filter { $0.state == .expired }
  }
}
