import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Why a target is not applicable, where neither its sentence nor the data shows it.
package enum Inapplicability: Sendable, Hashable {
  /// A change in % is told of nothing, or of less than nothing.
  case emptyBase(Quantity)
  /// A figure of before the area began, or of after it ended, for which no figure of the same boundary is known.
  case acrossBoundary(FigureKey)
}

extension Judging {
  func inapplicability(_ outcome: Outcome) -> Inapplicability? {
    if let base = outcome.parts.lazy.compactMap({ $0.emptyBase }).first { return .emptyBase(base) }
    if !tree.table.changes { return nil }
    for key in outcome.figures where !tree.table.exists(key.area, in: key.year) {
      if case .notApplicable = figure(key.indicator, key.area, key.year) { return .acrossBoundary(key) }
    }
    return nil
  }
}
