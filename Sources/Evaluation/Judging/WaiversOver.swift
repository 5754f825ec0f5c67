import Diagnostics
import Quantities
import Rulebook

extension Rulebook {
  /// Waivers that are over before the judged year: what they excused is judged again.
  package func waiversOver(in year: FiscalYear) -> [Diagnostic] {
    waivers.filter { $0.until < year }.map { waiver in
      let target = targets.indices.contains(waiver.target) ? targets[waiver.target].name : ""
      return Diagnostic(
        .waiverOver, .warning, at: .rule(waiver.place),
        Wording(
          "the waiver of 「\(target)」 was over after \(waiver.until.englishText)",
          "「\(target)」の猶予は\(waiver.until.japaneseText)で終わっています"),
        reason: Wording(
          "in \(year.englishText) the target is judged as for any other area", "\(year.japaneseText)は、ほかの地域と同じように判定します"),
        mend: Wording("state a later end with its reason, or take the waiver out", "理由を付けて期間を延ばすか、猶予を消してください"))
    }
  }
}
