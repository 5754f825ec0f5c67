import Diagnostics
import Evaluation
import Quantities
import RuleLanguage
import Rulebook

extension Verdict {
  /// The word that files for other programs use.
  package var identifier: String {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .notReported: "not_reported"
    case .notApplicable: "not_applicable"
    case .notDue: "not_due"
    case .waived: "waived"
    case .recorded: "recorded"
    }
  }

  /// The place in `allCases`, and in every summary.
  var rank: Int {
    switch self {
    case .met: 0
    case .missed: 1
    case .notReported: 2
    case .notApplicable: 3
    case .notDue: 4
    case .waived: 5
    case .recorded: 6
    }
  }

  package var wording: Wording {
    switch self {
    case .met: Wording("met", "達成")
    case .missed: Wording("missed", "未達成")
    case .notReported: Wording("not reported", "未報告")
    case .notApplicable: Wording("not applicable", "対象外")
    case .notDue: Wording("not due", "期限前")
    case .waived: Wording("waived", "猶予中")
    case .recorded: Wording("recorded", "記録")
    }
  }

  var tone: Tone {
    switch self {
    case .met: .good
    case .missed: .bad
    case .notReported, .waived: .caution
    case .notApplicable, .notDue, .recorded: .faint
    }
  }
}

extension Stage {
  package var identifier: String {
    switch self {
    case .plan: "plan"
    case .do: "do"
    case .check: "check"
    case .act: "act"
    }
  }

  package var wording: Wording {
    switch self {
    case .plan: Wording("plan", "計画")
    case .do: Wording("do", "実行")
    case .check: Wording("check", "評価")
    case .act: Wording("act", "改善")
    }
  }
}

extension TargetSeverity {
  package var identifier: String { self == .must ? "must" : "should" }

  package var wording: Wording { self == .must ? Wording("must", "必須") : Wording("should", "努力目標") }
}

extension Relation {
  /// The relation in words that files for other programs use.
  package var identifier: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .moreThan: "more than"
    case .lessThan: "less than"
    case .equal: "equal to"
    case .notEqual: "not equal to"
    }
  }
}
