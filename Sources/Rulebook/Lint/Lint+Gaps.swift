import Diagnostics
import Quantities
import RuleLanguage

/// The targets that ask about the misses of another target: its answers.
package struct GapAnswers: Sendable {
  /// By target: those that answer it, in order of the rulebook.
  package let answers: [[Int]]

  package init(_ rulebook: Rulebook) {
    let finder = UseFinder(rulebook)
    var answers = [[Int]](repeating: [], count: rulebook.targets.count)
    for (position, target) in rulebook.targets.enumerated() {
      for asked in Set(finder.missesAsked(by: target)).sorted() { answers[asked].append(position) }
    }
    self.answers = answers
  }
}

/// Where every gap is to be answered: each target that can be missed, and that no target answers.
func unansweredGaps(in rulebook: Rulebook) -> [Diagnostic] {
  if !rulebook.program.answersEveryGap { return [] }
  let answers = GapAnswers(rulebook).answers
  var found: [Diagnostic] = []
  for (position, target) in rulebook.targets.enumerated() where answers[position].isEmpty && !target.recordOnly {
    // An act is where the circle closes: it needs no act of its own.
    if target.stage == .act { continue }
    found.append(
      Diagnostic(
        .gapUnanswered, .warning, at: .rule(target.place),
        Wording("no target answers a gap of 「\(target.name)」", "「\(target.name)」の未達成に対する改善の目標がありません"),
        reason: Wording("the program asks for an act for every gap", "事業が「未達成には改善を求める」としています"),
        mend: Wording(
          "add a target: every … that missed target 「\(target.name)」 last year reports [improvement]",
          "「前年度に目標「\(target.name)」が未達成の…で「改善策」を報告していること。」という目標を加えてください")))
  }
  return found
}
