import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A waiver, as reports list it: those in force, and those that have run out.
struct WaiverLine {
  enum State {
    case inForce, endsThisYear, expired

    var wording: Wording {
      switch self {
      case .inForce: Wording("in force", "猶予中")
      case .endsThisYear: Wording("ends this year", "今年度で終了")
      case .expired: Wording("expired", "期限切れ")
      }
    }
  }

  struct WaivedArea {
    let name: String
    /// This year's outcome of the target there, where there is one.
    let verdict: Verdict?

    /// The name; of an expired waiver with what has become of the target.
    func text(_ state: State, _ language: Language) -> String {
      guard state == .expired, let verdict else { return name }
      let word = verdict.wording.text(in: language)
      return name + (language == .japanese ? "（今年度 " + word + "）" : " (now " + word + ")")
    }
  }

  let state: State
  let target: String
  let areas: [WaivedArea]
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
      let areas = waiver.areas.compactMap { spelled -> WaiverLine.WaivedArea? in
        guard let position = input.facts.areas.positions(named: spelled.text).first else {
          return input.area == nil ? WaiverLine.WaivedArea(name: spelled.text, verdict: nil) : nil
        }
        if let shown = input.area, shown != position { return nil }
        return WaiverLine.WaivedArea(name: areaName(position), verdict: outcome(of: waiver.target, area: position)?.verdict)
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
