import Diagnostics
import Quantities
import RuleLanguage

// The grade and the points that an example expects: the target must give such.

extension Checker {
  func expectedScore(_ syntax: ExpectationSyntax, _ target: Target) -> (grade: Int?, points: Rational?)? {
    var band: Int?
    if let name = syntax.grade {
      let folded = NameFolding.fold(name.text)
      band = target.grade?.bands.firstIndex { NameFolding.fold($0.name) == folded }
      if band == nil { return reportNoSuchGrade(name, target) }
    }
    guard let points = syntax.points else { return (band, nil) }
    if target.score == nil { return reportNoPoints(points, target) }
    return (band, points.value)
  }

  private func reportNoSuchGrade<Result>(_ name: NameSyntax, _ target: Target) -> Result? {
    let names = target.grade?.bands.map { $0.name } ?? []
    findings.error(
      .unknownGrade, at: name.place.span,
      Wording("「\(target.name)」 has no grade 「\(name.text)」", "「\(target.name)」に「\(name.text)」という評価はありません"),
      mend: suggestion(for: name.text, among: names)
        ?? Wording("give the target bands: grade by share of target: …", "目標に「評価区分 …」を書くか、その区分の名前を書いてください"))
    return nil
  }

  private func reportNoPoints<Result>(_ points: LiteralSyntax, _ target: Target) -> Result? {
    findings.error(
      .scoreValueUnfit, at: points.place.span,
      Wording("「\(target.name)」 gives no points", "「\(target.name)」には配点がありません"),
      mend: Wording("add to the target: score 10", "目標に「配点 10点」のように書くか、得点を消してください"))
    return nil
  }
}
