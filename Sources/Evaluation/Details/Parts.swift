import Diagnostics
import Facts
import Quantities
import RuleLanguage
import Rulebook

extension Judging {
  /// What one comparison or report of a demand comes to at an area.
  func part(
    _ leaf: LeafStep, of requirement: RequirementStep, _ area: Int, _ year: FiscalYear, withFigures: Bool
  ) -> Outcome.Part {
    var figures = FigureList()
    switch leaf.kind {
    case .rank(let position, let condition):
      return part(ofRank: position, condition, leaf.isNegated, area, year, withFigures: withFigures)
    case .deviation(let position, let condition):
      return part(ofDeviation: position, condition, leaf.isNegated, area, year, withFigures: withFigures)
    case .areas(let position, let condition):
      return part(ofQuantifier: position, condition, leaf.isNegated, requirement, area, year, withFigures: withFigures)
    case .reported(let step):
      if withFigures { collect(step, area, year, .shown, into: &figures) }
      let results = reported(step, area, year)
      return Outcome.Part(
        place: requirement.place, results: leaf.isNegated ? results.negated : results, measured: nil, required: nil,
        shortfall: nil, figures: figures.keys)
    case .comparison(let position):
      let comparison = plan.comparisons[position]
      let detail = plan.comparisonDetails[position]
      if withFigures {
        collect(comparison.left, area, year, .shown, into: &figures)
        collect(comparison.right, area, year, .shown, into: &figures)
      }
      let results = results(ofComparison: position, area, year)
      let asked = leaf.isNegated ? results.negated : results
      let relation = leaf.isNegated ? comparison.relation.negated : comparison.relation
      let left = exact(comparison.left, area, year)
      let right = exact(comparison.right, area, year)
      var shortfall: Quantity?
      if asked == .missed, let left, let right {
        shortfall = Shortfall(left, relation, right, step: step(of: comparison.left)).distance.map {
          Quantity($0, detail.dimension.ofDifference)
        }
      }
      return Outcome.Part(
        place: detail.place, results: asked, measured: left.map { Quantity($0, detail.dimension) },
        required: right.map { RequiredFigure(relation, Quantity($0, detail.dimension)) }, shortfall: shortfall,
        figures: figures.keys)
    }
  }

  private func exact(_ step: Int, _ area: Int, _ year: FiscalYear) -> Rational? {
    if case .value(let value) = known(step, area, year) { return value }
    return nil
  }

  /// The step of a figure that an area reports; nothing for what is computed.
  private func step(of expression: Int) -> Shortfall.Step {
    switch plan.expressions[expression] {
    case .indicator(let indicator): .reported(ranges[indicator].step)
    case .inYear(_, let inner), .ofArea(_, let inner): step(of: inner)
    default: .computed(lattice(of: expression))
    }
  }

  /// The number of which a computed figure is always a multiple, where there is one.
  private func lattice(of expression: Int) -> Rational? {
    switch plan.expressions[expression] {
    case .indicator(let indicator): return ranges[indicator].step
    case .inYear(_, let inner), .ofArea(_, let inner), .positive(let inner), .absolute(let inner): return lattice(of: inner)
    case .series(let position):
      if case .cumulated = plan.series[position].series { return lattice(of: plan.series[position].inner) }
      return nil
    case .aggregate(let aggregate, _, let inner), .peerAggregate(let aggregate, _, let inner):
      return aggregate == .average || aggregate == .median ? nil : lattice(of: inner)
    case .numberOfAreas: return .one
    case .rounded(_, let decimals): return Rational(mantissa: 1, scale: decimals)
    case .arithmetic(.plus, let left, let right), .arithmetic(.minus, let left, let right):
      guard let a = lattice(of: left), let b = lattice(of: right) else { return nil }
      return Judging.commonStep(a, b)
    case .sum(let parts):
      var step: Rational?
      for position in 0..<parts.count {
        guard let next = lattice(of: plan.part(parts, position)) else { return nil }
        step = step.map { Judging.commonStep($0, next) } ?? next
      }
      return step
    case .constant, .parameter, .dayOfYear, .arithmetic, .path, .carriedOver, .unjudgeable: return nil
    }
  }
}

extension Dimension {
  /// What the difference of two such figures measures.
  var ofDifference: Dimension {
    switch self {
    case .ratio: .points
    case .date: .days
    default: self
    }
  }
}

/// How far a figure that misses a demand is from meeting it.
struct Shortfall {
  enum Step {
    case reported(Rational)
    /// A computed figure is not rounded up to its multiples; only "more than" needs them.
    case computed(Rational?)
  }

  /// The distance to the nearest value that would do; nothing where there is no nearest.
  let distance: Rational?

  init(_ left: Rational, _ relation: Relation, _ right: Rational, step: Step) {
    if relation == .equal {
      distance = (left - right).magnitude
      return
    }
    switch step {
    case .reported(let step): distance = Shortfall.nearest(relation, right, step).map { ($0 - left).magnitude } ?? step
    case .computed(let step):
      switch relation {
      case .atLeast, .atMost, .equal: distance = (left - right).magnitude
      case .moreThan, .lessThan:
        let gap = (left - right).magnitude
        let nearest = step.flatMap { Shortfall.nearest(relation, right, $0) }
        distance = nearest.map { ($0 - left).magnitude } ?? (gap.isZero ? nil : gap)
      case .notEqual: distance = step
      }
    }
  }

  /// The multiple of the step nearest to the bound on the side that the relation asks for; nothing for "is not".
  private static func nearest(_ relation: Relation, _ bound: Rational, _ step: Rational) -> Rational? {
    guard let scaled = bound.divided(by: step) else { return nil }
    let below = scaled.roundedDown(decimals: 0)
    let above = scaled.roundedUp(decimals: 0)
    switch relation {
    case .atLeast: return above * step
    case .moreThan: return (below + .one) * step
    case .atMost: return below * step
    case .lessThan: return (above - .one) * step
    case .equal: return bound
    case .notEqual: return nil
    }
  }
}
