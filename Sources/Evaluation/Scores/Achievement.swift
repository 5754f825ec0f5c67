import Quantities
import RuleLanguage

/// How much of what is required has been reached.
package enum Achievement: Sendable, Hashable {
  /// A fraction of 1.
  case share(Rational)
  /// What was to be brought down has come down to nothing: no share says how far that is.
  case beyondMeasure

  /// Actual ÷ required; required ÷ actual where less is asked for; with a baseline, change made ÷ change required. Nothing where
  /// areas that are unknown could still change it.
  init?(_ part: Outcome.Part) {
    guard let actual = part.measured?.value, part.greatest == nil || part.greatest == actual else { return nil }
    self.init(part, of: actual)
  }

  /// Of a value that the part's figure could have.
  init?(_ part: Outcome.Part, of actual: Rational) {
    guard let required = part.required else { return nil }
    let wanted = required.quantity.value
    if let baseline = part.baseline, let share = (actual - baseline).divided(by: wanted - baseline) {
      self = .share(share)
      return
    }
    switch required.relation {
    case .atMost, .lessThan:
      if actual.isZero {
        self = .beyondMeasure
      } else if let share = wanted.divided(by: actual) {
        self = .share(share)
      } else {
        return nil
      }
    case .atLeast, .moreThan, .equal, .notEqual:
      guard let share = actual.divided(by: wanted) else { return nil }
      self = .share(share)
    }
  }

  package var share: Rational? {
    if case .share(let share) = self { return share }
    return nil
  }
}
