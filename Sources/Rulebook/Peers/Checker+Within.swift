import Diagnostics
import Quantities
import RuleLanguage

// Within which area others are looked at: with 市町村 < 圏域 < 県, 全市町村 may be those of the 圏域 or of the whole 県.

extension Checker {
  /// The levels whose areas hold areas of a level. Few mean the country where it only stands for its average.
  func levelsAbove(_ level: Int) -> [Int] {
    (level + 1..<max(level + 1, rulebook.program.levels.count)).filter { !isCountry($0) }
  }

  func reportWithinWhat<Result>(_ level: Int, _ group: NameSyntax?, _ rank: RankSyntax?, _ place: Place) -> Result? {
    let (areas, above) = (wording(ofLevel: level, plural: true), levelsAbove(level).map { wording(ofLevel: $0) })
    let ofGroup = group.map { Wording(" of the same [\($0.text)]", "同じ「\($0.text)」の") } ?? Wording("", "全")
    let english = above.map { areas.english + ofGroup.english + " in the " + $0.english }.joined(separator: ", or ")
    let end = rank.map { $0.end == .top ? "の上位…に入る" : "の下位…に入る" } ?? ""
    let japanese = above.map { "「" + $0.japanese + "の" + ofGroup.japanese + areas.japanese + end + "」" }.joined(separator: "か")
    findings.error(
      .unclearWithin, at: place.span,
      Wording("it is not said which \(areas.english) are meant", "どの範囲の\(areas.japanese)かが書かれていません"),
      reason: Wording("more than one level lies above them", "\(areas.japanese)の上の階層がいくつもあります"),
      mend: Wording("write: \(english)", "\(japanese)と書いてください"))
    return nil
  }

  /// `at least 70% of municipalities`: one outcome for each area directly above, which a reader may not expect.
  func warnOfManyOutcomes(_ subject: SubjectSyntax) {
    guard case .numberOf(let syntax, _, let amount) = subject.kind, !amount.value.isZero,
      amount.unit != .percent || amount.value < Rational(100),
      let level = level(syntax)
    else {
      return
    }
    let above = levelsAbove(level)
    guard above.count > 1, let nearest = above.first, let whole = above.last else { return }
    let (areas, one, all) = (wording(ofLevel: level, plural: true), wording(ofLevel: nearest), wording(ofLevel: whole))
    findings.warning(
      .unclearWithin, at: subject.place.span,
      Wording(
        "this is judged for each \(one.english), of its own \(areas.english)",
        "この文は、\(one.japanese)ごとに、その中の\(areas.japanese)で判定します"),
      mend: Wording(
        "write every \(one.english): …, where that is meant; else the \(all.english): at least … of \(areas.english): …",
        "\(all.japanese)全体で数えるなら「\(all.japanese)で、…\(areas.japanese)で…」、\(one.japanese)ごとなら「すべての\(one.japanese)で、…\(areas.japanese)で…」と書いてください"
      ))
  }

  /// 県の「X」の平均 is one over its 圏域, which is seldom meant where 市町村 are judged.
  func warnOfAreasBetween(_ aggregate: Aggregate, of level: Int, _ scope: Scope, _ place: Place) {
    guard aggregate != .total, level > 1, scope.level != level - 1 else { return }
    let (whole, between) = (wording(ofLevel: level), wording(ofLevel: level - 1, plural: true))
    let lower = wording(ofLevel: min(scope.level ?? 0, level - 2), plural: true)
    let word = wording(aggregate)
    findings.warning(
      .unclearWithin, at: place.span,
      Wording(
        "this is the \(word.english) of the \(whole.english)'s \(between.english)",
        "これは、\(whole.japanese)の中の\(between.japanese)の\(word.japanese)です"),
      mend: Wording(
        "where it is that of the \(lower.english), write: the \(word.english) [X] of \(lower.english) in the \(whole.english)",
        "\(lower.japanese)の\(word.japanese)なら「\(whole.japanese)の全\(lower.japanese)の「…」の\(word.japanese)」、\(between.japanese)の\(word.japanese)なら「\(whole.japanese)の全\(between.japanese)の「…」の\(word.japanese)」と書いてください"
      ))
  }
}
