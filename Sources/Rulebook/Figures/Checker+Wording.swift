import Diagnostics
import Quantities

extension Checker {
  /// What a figure measures, as messages say it.
  func wording(of dimension: Dimension) -> Wording {
    switch dimension {
    case .plain: Wording("a number without a unit", "単位のない数")
    case .ratio: Wording("a share in %", "割合（%）")
    case .points: Wording("a difference in points", "割合の差（ポイント）")
    case .counted(let unit): Wording("a figure in \(unit)", "\(unit)で数える値")
    case .rate(let unit, let per): Wording("a rate in \(unit)/\(per)", "\(unit)/\(per)の値")
    case .areas(let level):
      Wording(
        "a number of \(wording(ofLevel: level, plural: true).english)", "\(wording(ofLevel: level).japanese)の数")
    case .ladder(let ladder):
      Wording("a step of 「\(rulebook.ladders[ladder].name)」", "「\(rulebook.ladders[ladder].name)」の区分")
    case .yesOrNo: Wording("a yes or no", "はい・いいえの答え")
    case .date: Wording("a date", "日付")
    case .days: Wording("a number of days", "日数")
    case .choice: Wording("a choice", "選択の答え")
    case .text: Wording("a text", "文章")
    }
  }
}
