import Diagnostics
import Quantities
import RuleLanguage

// Judging is exact, so a product of products grows without end: what could not be held is refused before any data is read.

extension Checker {
  /// Every comparison of every target, by the digits that its two sides may need.
  func checkSizes() {
    let sizes = SizeFinder(rulebook)
    for target in rulebook.targets {
      for requirement in target.requirements {
        guard let place = requirement.first(where: { sizes.tooLarge(in: $0) }) else { continue }
        reportTooLarge(place)
        break
      }
    }
  }

  private func reportTooLarge(_ place: SourceSpan) {
    findings.error(
      .figureTooLarge, at: place,
      Wording("the figures here can have more digits than can be judged", "ここで計算される値の桁数が、判定できる範囲を超えます"),
      reason: Wording(
        "figures have 15 digits and are computed exactly, so that each product and quotient adds its digits",
        "値は15桁までで、計算は正確に行うため、掛け算や割り算を重ねるほど桁数が増えます"),
      mend: Wording(
        "round a rate where it is named: [A] per 1,000 [B] rounded to 1 decimal is at least the average of wards; or declare measure [rate] = [A] per 1,000 [B] rounded to 1 decimal; or compute with fewer products",
        "途中の値を「小数第1位まで四捨五入した値」にするか、掛け算を減らしてください"))
  }
}

/// How many binary digits the numerator and the denominator of a figure may have.
private struct Size {
  var numerator: Int
  var denominator: Int

  static let reported = Size(numerator: 50, denominator: 20)
  static let whole = Size(numerator: 50, denominator: 0)

  static let limit = 4096

  var isTooLarge: Bool { numerator + denominator > Size.limit }

  /// Of tens of thousands of areas with a denominator each.
  static let unbounded = Size(numerator: limit, denominator: limit)

  /// Kept small, however much is multiplied.
  init(numerator: Int, denominator: Int) {
    self.numerator = min(numerator, 2 * Size.limit)
    self.denominator = min(denominator, 2 * Size.limit)
  }

  static func sum(_ a: Size, _ b: Size) -> Size {
    Size(
      numerator: max(a.numerator + b.denominator, b.numerator + a.denominator) + 1, denominator: a.denominator + b.denominator)
  }

  static func product(_ a: Size, _ b: Size) -> Size {
    Size(numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator)
  }

  var inverse: Size { Size(numerator: denominator, denominator: numerator) }

  /// Of many such figures of one kind, whose denominators are alike where they are reported.
  func gathered(shares: Bool) -> Size {
    Size(numerator: numerator + 20 + (shares ? denominator : 0), denominator: denominator + 20)
  }

  func rounded(_ decimals: Int) -> Size {
    Size(numerator: max(numerator - denominator, 0) + 4 * decimals + 1, denominator: 4 * decimals)
  }

  func larger(_ other: Size) -> Size {
    Size(numerator: max(numerator, other.numerator), denominator: max(denominator, other.denominator))
  }
}

/// Finds how large figures may become. Each measure is opened once: it stands behind those that it is made of.
private struct SizeFinder {
  private var measures: [Size] = []
  private var quotients: [Bool] = []

  init(_ rulebook: Rulebook) {
    for measure in rulebook.measures {
      measures.append(size(of: measure.value))
      quotients.append(isQuotient(measure.value))
    }
  }

  /// Whether each area or year may have a denominator of its own: their sum has all of them.
  private func isQuotient(_ expression: Expression) -> Bool {
    switch expression {
    case .constant, .indicator, .parameter, .dayOfYear, .numberOfAreas, .path, .rounded: false
    case .measure(let measure): quotients.indices.contains(measure) && quotients[measure]
    case .arithmetic(.dividedBy, let left, let right): !isConstant(right) || isQuotient(left)
    case .arithmetic(_, let left, let right): isQuotient(left) || isQuotient(right)
    case .inYear(_, let inner), .ofArea(_, let inner), .positive(let inner), .absolute(let inner), .series(_, let inner),
      .aggregate(_, _, let inner), .peerAggregate(_, _, let inner):
      isQuotient(inner)
    case .sum(let parts): parts.contains { isQuotient($0) }
    case .carriedOver(let carried): isQuotient(carried.demand) || isQuotient(carried.figure)
    }
  }

  private func isConstant(_ expression: Expression) -> Bool {
    switch expression {
    case .constant, .parameter: true
    default: false
    }
  }

  /// The place of the first comparison that is too large.
  func tooLarge(in condition: Condition) -> SourceSpan? {
    switch condition {
    case .comparison(let comparison):
      let both = Size.sum(size(of: comparison.left), size(of: comparison.right))
      return both.isTooLarge ? comparison.place : nil
    case .rank(let rank): return size(of: rank.figure).isTooLarge ? rank.place : nil
    case .deviation(let bound):
      // Deviations are compared by squares.
      let both = isQuotient(bound.figure) ? .unbounded : Size.sum(size(of: bound.left), size(of: bound.figure))
      return Size.product(both, both).isTooLarge ? bound.place : nil
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts): return parts.lazy.compactMap { tooLarge(in: $0) }.first
    case .not(let inner): return tooLarge(in: inner)
    case .areas(let subject, let inner): return subject.filter.flatMap { tooLarge(in: $0) } ?? tooLarge(in: inner)
    case .reported, .outcome: return nil
    }
  }

  private func size(of expression: Expression) -> Size {
    switch expression {
    case .constant, .indicator, .parameter: return .reported
    case .dayOfYear, .numberOfAreas: return .whole
    case .measure(let measure): return measures.indices.contains(measure) ? measures[measure] : .reported
    case .path: return Size.product(.reported, .reported)
    case .inYear(_, let inner), .ofArea(_, let inner), .positive(let inner), .absolute(let inner): return size(of: inner)
    case .aggregate(let aggregate, _, let inner), .peerAggregate(let aggregate, _, let inner):
      let size = size(of: inner)
      switch aggregate {
      case .highest, .lowest: return size
      case .median: return Size(numerator: size.numerator + size.denominator + 1, denominator: 2 * size.denominator + 1)
      case .total, .average: return isQuotient(inner) ? .unbounded : size.gathered(shares: false)
      }
    case .series(_, let inner):
      let size = size(of: inner)
      // At most 50 years, each with a denominator of its own where the figure is a quotient.
      return isQuotient(inner)
        ? Size(numerator: size.numerator + 50 * size.denominator, denominator: 50 * size.denominator + 20)
        : size.gathered(shares: true)
    case .rounded(let inner, let decimals): return size(of: inner).rounded(decimals)
    case .arithmetic(let operation, let left, let right):
      switch operation {
      case .plus, .minus: return .sum(size(of: left), size(of: right))
      case .times: return .product(size(of: left), size(of: right))
      case .dividedBy: return .product(size(of: left), size(of: right).inverse)
      }
    case .sum(let parts): return parts.map { size(of: $0) }.reduce(Size.whole) { $0.larger($1) }.gathered(shares: true)
    case .carriedOver(let carried): return Size.sum(size(of: carried.demand), size(of: carried.figure)).gathered(shares: true)
    }
  }
}
