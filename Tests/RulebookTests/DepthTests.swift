import Diagnostics
import Testing

@testable import RuleLanguage
@testable import Rulebook

/// Nothing that is nested or chained without end gets past the checker: later steps walk the model by recursion.
@Suite struct DepthTests {
  private func target(_ expression: String) -> String {
    "目標「深い」\n  段階 実行\n  すべての区で\(expression)が1回以上であること。\n"
  }

  @Test func longSumsAreRefused() {
    let fine = CheckedText(afterPrelude: target([String](repeating: "「協議回数」", count: 50).joined(separator: "＋")))
    let deep = CheckedText(afterPrelude: target([String](repeating: "「協議回数」", count: 3000).joined(separator: "＋")))
    #expect(fine.codes == [])
    #expect(deep.codes == ["PDCA0234"] || deep.codes == ["PDCA0112"])
  }

  @Test(arguments: [true, false])
  func chainsOfMeasuresAreRefused(_ usersFirst: Bool) {
    var lines = (1...2000).map { "算出指標「段\($0)」＝「段\($0 + 1)」＋1回" } + ["算出指標「段2001」＝「協議回数」＋1回"]
    if !usersFirst { lines.reverse() }
    let checked = CheckedText(afterPrelude: lines.joined(separator: "\n") + "\n" + target("「段1」"))
    #expect(Set(checked.codes) == ["PDCA0234"])
    #expect(checked.rulebook.targets.count == 1)
  }

  @Test func chainsOfMeasuresWithinTheLimitAreFine() {
    let lines = (1...30).map { "算出指標「段\($0)」＝「段\($0 + 1)」＋1回" } + ["算出指標「段31」＝「協議回数」＋1回"]
    #expect(CheckedText(afterPrelude: lines.joined(separator: "\n") + "\n" + target("「段1」")).codes == [])
  }

  @Test func chainsOfTargetsAreRefused() {
    var text = ""
    for step in 1...200 {
      let asked = step == 1 ? "会議の開催" : "連鎖\(step - 1)"
      text += "目標「連鎖\(step)」\n  段階 改善\n  今年度に目標「\(asked)」が未達成の区で「改善策」を報告していること。\n"
    }
    let checked = CheckedText(afterPrelude: text)
    #expect(checked.codes == ["PDCA0234"])
    #expect(checked.rulebook.targets.count == 64)
  }

  @Test func nestedTreesAreRefusedWithoutAParser() {
    let place = Place(SourceSpan(file: 0, start: 0, end: 0))
    var expression = ExpressionSyntax(.yesOrNo(true), place)
    for _ in 0..<200 { expression = ExpressionSyntax(.negative(expression), place) }
    let measure = MeasureSyntax(name: DeclaredName(NameSyntax("深い", place)), value: expression, place: place)
    let checked = check([.measure(measure)], sources: SourceSet())
    #expect(checked.diagnostics.map { $0.code } == [.programMissing, .tooDeep])
  }

  @Test func levelsThatDoNotExistAreRefused() {
    let place = Place(SourceSpan(file: 7, start: -5, end: 99))
    for index in [-1, 2, Int.max] {
      let subject = SubjectSyntax(.every(LevelSyntax(index, place)), filter: FilterSyntax(), place)
      var target = TargetSyntax(name: DeclaredName(NameSyntax("階層", place)), place: place)
      target.requirements = [
        RequirementSyntax(subject: subject, guarded: nil, demand: ConditionSyntax(.and([]), place), place: place)
      ]
      let checked = check([.target(target)], sources: SourceSet())
      #expect(checked.diagnostics.contains { $0.code == .unknownLevel })
      #expect(checked.rulebook.targets.isEmpty)
    }
  }
}
