import Diagnostics
import Rulebook

func nestedTooDeep(_ target: Target) -> Diagnostic {
  Diagnostic(
    .nestedTooDeep, .error, at: .rule(target.place),
    Wording(
      "target 「\(target.name)」 nests measures too deeply", "目標「\(target.name)」の算出指標の入れ子が深すぎます"),
    reason: Wording(
      "with its measures written out, a figure may be nested \(String(Preparation.depthLimit)) levels deep",
      "算出指標を展開した入れ子は\(String(Preparation.depthLimit))段までです"),
    mend: Wording(
      "compute the figure in fewer steps, or let areas report one of them", "計算の段数を減らすか、途中の値を指標として報告させてください"))
}
