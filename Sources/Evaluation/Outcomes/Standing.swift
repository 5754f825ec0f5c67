import Quantities
import RuleLanguage
import Rulebook

/// How a target stands at an area: what sums, gaps over the years and overall grades need of an outcome. It is small, so that a
/// report can keep it of outcomes that were written and forgotten.
package struct Standing: Sendable {
  package let target: Int
  package let area: Int
  package let verdict: Verdict
  package let isMeasured: Bool
  /// The grade, by the position of its band.
  package let grade: Int?
  /// The gap that is open, or was closed by this outcome.
  package let gap: OpenGap?
}

extension Outcome {
  package var standing: Standing {
    Standing(target: target, area: area, verdict: verdict, isMeasured: measured != nil, grade: grade, gap: gap ?? closedGap)
  }
}
