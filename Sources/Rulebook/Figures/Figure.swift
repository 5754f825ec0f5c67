import Diagnostics
import Quantities
import RuleLanguage

/// A figure of a rule whose names are found: how to compute it, and what it measures.
struct Figure {
  /// Whether a number still has to take the unit of what it is held against.
  enum Unit {
    case own
    /// A number written without a unit. A fraction such as 2/3 is a share of anything.
    case bare(isFraction: Bool)
    /// A parameter stated without a unit, or what was computed from bare numbers and such.
    case bareParameter
  }

  var expression: Expression
  var dimension: Dimension
  var unit: Unit = .own
  /// A share that areas report as such, in percent: a bare number beside it can only be percent too.
  var isReportedShare = false
  /// The highest level of areas for which it can be asked: the ward of a city would be which one?
  var reach = Int.max
  /// How deep it is nested, measures included.
  var depth = 1
  let place: Place

  var isBare: Bool {
    if case .own = unit { return false }
    return true
  }

  /// The value, where it is a plain number that nothing can change.
  var constant: Rational? {
    if case .constant(let value) = expression { return value }
    return nil
  }
}

/// One part of a breakdown, by positions in the declarations.
struct BreakdownPart {
  let breakdown: NameSyntax
  let part: Int
}

/// From where a figure or a condition is looked at.
struct Scope {
  enum Use {
    /// It must hold for the target to be met.
    case demanded
    /// It is one of several, or turned round: what can never hold may be meant.
    case part
    /// It chooses the areas that are judged.
    case choosing
  }

  /// The level of the areas that are asked; nothing in a measure, which serves any of them.
  var level: Int?
  var use = Use.part
  /// The figure that is held against a bound: `the median of wards` is its median.
  var focus: ExpressionSyntax?
  /// Which part of which breakdown a broken-down indicator stands for.
  var part: BreakdownPart?
  /// The subject's word for its level, where the figure behind it belongs to it: 市の「X」の合計が….
  var owner: SourceSpan?
  /// Whether it is すべての市の.
  var ownsEach = false
  /// The first year in which the target is asked, for what is carried over from year to year.
  var since: FiscalYear?
  /// Only numbers and sums of numbers may stand here: what they are for, in messages.
  var constantsFor: Wording?
  /// Whether the figure is a number or a share of areas, which a constant stands for.
  var countsAreas = false

  func used(as use: Use) -> Scope {
    var scope = self
    scope.use = use
    return scope
  }

  func at(_ level: Int) -> Scope {
    var scope = self
    scope.level = level
    scope.use = .part
    return scope
  }
}
