import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Phrasing {
  /// The least change as an instruction: `「協議回数」を1回から3回へ（あと2回）`.
  func instruction(_ changes: [Change], _ facts: Facts) -> String {
    changes.map { instruction($0, facts) }.joined(separator: say("; ", "、"))
  }

  func instruction(_ change: Change, _ facts: Facts) -> String {
    guard rulebook.indicators.indices.contains(change.figure.indicator) else { return "" }
    let indicator = rulebook.indicators[change.figure.indicator]
    let name = marked(brief(indicator))
    guard let to = change.to else { return say("fill in " + name, name + "を記入") }
    let target = step(to, indicator, facts)
    guard let from = change.from else {
      return say(name + " (not reported) to " + target, name + "（未報告）を" + target + "へ")
    }
    let start = step(from, indicator, facts)
    let amount = distance(from, to, indicator)
    return say(
      verb(from, to, indicator) + name + " from " + start + " to " + target + (amount.isEmpty ? "" : " (" + amount + ")"),
      name + "を" + start + "から" + target + "へ" + (amount.isEmpty ? "" : "（" + amount + "）"))
  }

  /// The figure; a word, such as a ladder's step, stands in marks.
  private func step(_ value: Int64, _ indicator: Indicator, _ facts: Facts) -> String {
    let text = stored(value, of: indicator, texts: facts.texts)
    switch indicator.kind {
    case .ladder, .yesOrNo, .choice: return marked(text)
    default: return text
    }
  }

  private func verb(_ from: Int64, _ to: Int64, _ indicator: Indicator) -> String {
    switch indicator.kind {
    case .count, .amount, .number, .percent: from < to ? "raise " : "lower "
    case .ladder, .date: "move "
    case .yesOrNo, .choice, .text: "change "
    }
  }

  private func distance(_ from: Int64, _ to: Int64, _ indicator: Indicator) -> String {
    let grows = from < to
    let value = (indicator.value(stored: to) - indicator.value(stored: from)).magnitude
    let amount = difference(value, indicator.kind.dimension)
    switch indicator.kind {
    case .yesOrNo, .choice, .text: return ""
    case .date: return grows ? say(amount + " later", amount + "遅く") : say(amount + " earlier", amount + "早く")
    case .count, .amount, .number, .percent, .ladder:
      return grows ? say(amount + " more", "あと" + amount) : say(amount + " less", amount + "減")
    }
  }
}
