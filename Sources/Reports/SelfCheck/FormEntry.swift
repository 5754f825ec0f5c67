import Facts
import Quantities
import Rulebook

/// Figures as an area writes them into the self-check page, and as the page writes them to a file: every spelling here is read
/// back as the same figure, in either language.
package enum FormEntry {
  package static let notApplicable = "該当なし"

  /// The answers that can be chosen, by their place in facts.
  package static func options(of indicator: Indicator, ladders: [Ladder]) -> [(entry: String, otherName: String?)] {
    switch indicator.kind {
    case .ladder(let ladder) where ladders.indices.contains(ladder): ladders[ladder].steps.map { ($0.name, $0.otherName) }
    case .choice(let options): options.map { ($0, nil) }
    case .yesOrNo: [("いいえ", "no"), ("はい", "yes")]
    default: []
    }
  }

  /// What is known of a figure, as an entry; empty where it is not reported.
  package static func text(_ key: FigureKey, in facts: Facts, _ rulebook: Rulebook) -> String {
    switch facts.state(key) {
    case .notReported: return ""
    case .notApplicable: return notApplicable
    case .given: break
    }
    guard let stored = facts.stored(key), rulebook.indicators.indices.contains(key.indicator) else { return "" }
    let indicator = rulebook.indicators[key.indicator]
    switch indicator.kind {
    case .count, .amount, .number, .percent: return Rational(mantissa: stored, scale: indicator.kind.decimals).exactText
    case .date: return Int32(exactly: stored).map { CalendarDate(dayNumber: $0).isoText } ?? ""
    case .text: return facts.texts.indices.contains(Int(clamping: stored)) ? facts.texts[Int(clamping: stored)] : ""
    case .ladder, .choice, .yesOrNo:
      let options = options(of: indicator, ladders: rulebook.ladders)
      return options.indices.contains(Int(clamping: stored)) ? options[Int(clamping: stored)].entry : ""
    }
  }
}
