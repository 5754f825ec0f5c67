import Diagnostics
import Evaluation
import Quantities
import Reports
import RuleLanguage
import Rulebook

/// The words of a form, in its language.
struct FormWords {
  let language: Language

  func say(_ english: String, _ japanese: String) -> String { language == .japanese ? japanese : english }

  var met: String { Verdict.met.wording.text(in: language) }
  var missed: String { Verdict.missed.wording.text(in: language) }
  var notReported: String { Verdict.notReported.wording.text(in: language) }
  var notApplicable: String { Verdict.notApplicable.wording.text(in: language) }
  var waived: String { Verdict.waived.wording.text(in: language) }
  /// For an entry of which a formula cannot tell what it means.
  var unreadable: String { say("check entry", "要確認") }
  /// For targets that the form leaves to the evaluation.
  var afterReport: String { say("judged after the report", "報告後に判定") }
  var notApplicableEntry: String { say("N/A", "該当なし") }

  /// Entries that mean not applicable, as they are read back.
  static let notApplicable = [
    "該当なし", "該当無し", "非該当", "対象外", "N/A", "n/a", "N/a", "Ｎ／Ａ", "-", "－", "‐", "−", "ー", "―", "—", "–", "ｰ", "--", "－－", "ーー", "――",
  ]

  /// By step, the spellings that count for it.
  static func spellings(of kind: FigureKind, ladders: [Ladder]) -> [[String]] {
    switch kind {
    case .ladder(let ladder): ladders[ladder].steps.map { [$0.name] + ($0.otherName.map { [$0] } ?? []) + $0.spellings }
    case .yesOrNo:
      [["いいえ", "×", "無", "無し", "なし", "no", "n", "No", "NO"], ["はい", "○", "有", "有り", "あり", "yes", "y", "Yes", "YES"]]
    case .choice(let options): options.map { [$0] }
    default: []
    }
  }

  /// The words that a drop-down offers.
  static func offered(_ kind: FigureKind, ladders: [Ladder]) -> [String] {
    switch kind {
    case .ladder(let ladder): ladders[ladder].steps.map { $0.name }
    case .yesOrNo: ["はい", "いいえ"]
    case .choice(let options): options
    default: []
    }
  }

  /// What stands before and after the figure that is missing.
  func shortfall(_ kind: FigureKind, _ relation: Relation) -> (before: String, after: String) {
    let unit: String
    switch kind {
    case .count(let counted), .amount(let counted), .number(let counted, _): unit = counted
    case .percent: unit = say(" points", "ポイント")
    case .ladder, .choice, .yesOrNo: unit = say(" steps", "段階")
    case .date: unit = say(" days", "日")
    case .text: unit = ""
    }
    let isOver = relation == .atMost || relation == .lessThan
    let isLate = kind == .date
    if isOver {
      return (missed + say(" (", "（"), unit + (isLate ? say(" late)", "遅れ）") : say(" over)", "超過）")))
    }
    return (missed + say(" (", "（あと"), unit + say(" short)", "）"))
  }

  func unit(_ kind: FigureKind) -> String {
    switch kind {
    case .count(let unit), .amount(let unit), .number(let unit, _): unit
    case .percent: "%"
    case .ladder, .choice, .yesOrNo: say("choose", "選択")
    case .date: say("date", "日付")
    case .text: say("text", "文章")
    }
  }
}
