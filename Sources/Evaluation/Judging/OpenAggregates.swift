import Quantities
import RuleLanguage

/// Sums, averages, medians and extremes of values of which some are unknown. What is not applicable is left out.
extension Judging {
  func sum(_ values: [Value]) -> Value {
    var forms: [Form] = []
    var others: [Value] = []
    var mayBeLeftOut: [Value] = []
    for value in values {
      switch value {
      case .notApplicable: continue
      case .exact(let exact): forms.append(Form(exact))
      case .open(let open):
        if open.mayBeNotApplicable {
          mayBeLeftOut.append(value)
        } else if let form = open.linear {
          forms.append(form)
        } else {
          others.append(value)
        }
      }
    }
    if forms.isEmpty, others.isEmpty { return sum(leavingOut: mayBeLeftOut) }
    let plain = fraction(Form(sumOf: forms), Form(.one), false)
    let certain = others.reduce(forms.isEmpty ? .exact(.zero) : plain) { combined(.plus, $0, $1) }
    return mayBeLeftOut.reduce(certain) { combined(.plus, $0, orZero($1)) }
  }

  /// A sum of which every part may drop out: with all of them out, it is not applicable itself.
  private func sum(leavingOut values: [Value]) -> Value {
    if values.count <= 1 { return values.first ?? .notApplicable }
    let total = values.reduce(Value.exact(.zero)) { combined(.plus, $0, orZero($1)) }
    let curve = Curve(range: range(total).range, isReached: false, slopes: slopes(total))
    return .open(OpenValue(.curve(curve), mayBeNotApplicable: true))
  }

  /// The value, or zero where it is left out.
  private func orZero(_ value: Value) -> Value {
    let joined = range(value).range.joined(.zero)
    let slopes = slopes(value).map { Curve.Slope(figure: $0.figure, range: .all) }
    return .open(OpenValue(.curve(Curve(range: joined, isReached: false, slopes: slopes)), mayBeNotApplicable: false))
  }

  func combined(_ aggregate: Aggregate, _ values: [Value]) -> Value {
    var applicable: [Value] = []
    var exact: [Rational] = []
    var (someMayDrop, someIsCertain) = (false, false)
    for value in values {
      if case .notApplicable = value { continue }
      if case .exact(let known) = value { exact.append(known) }
      applicable.append(value)
      if value.mayBeNotApplicable { someMayDrop = true } else { someIsCertain = true }
    }
    if applicable.isEmpty { return .notApplicable }
    if exact.count == applicable.count { return aggregate.of(exact).map { .exact($0) } ?? .notApplicable }
    if aggregate == .total { return sum(applicable) }
    if someMayDrop { return spread(applicable, mayBeNotApplicable: !someIsCertain) }
    if aggregate == .average {
      return combined(.dividedBy, sum(applicable), .exact(Rational(Int64(applicable.count))))
    }
    return placed(aggregate, applicable)
  }

  /// Somewhere between the least and the greatest of the values: all that is certain where some may drop out.
  private func spread(_ values: [Value], mayBeNotApplicable: Bool) -> Value {
    let joined = values.dropFirst().reduce(range(values[0]).range) { $0.joined(range($1).range) }
    let figures = values.reduce([Curve.Slope]()) { joinedSlopes($0, slopes($1)) { _, _ in .all } }
    return .open(
      OpenValue(.curve(Curve(range: joined, isReached: false, slopes: figures)), mayBeNotApplicable: mayBeNotApplicable))
  }

  /// A median or an extreme: it rises with each of the values, so it is least where all are least.
  private func placed(_ aggregate: Aggregate, _ values: [Value]) -> Value {
    var (lows, highs): ([Bound], [Bound]) = ([], [])
    var all: [Curve.Slope] = []
    var isReached = true
    for value in values {
      let (range, reached) = range(value)
      lows.append(range.low)
      highs.append(range.high)
      if !reached { isReached = false }
      all.append(contentsOf: slopes(value))
    }
    all.sort { $0.figure.precedes($1.figure) }
    var slopes: [Curve.Slope] = []
    for slope in all {
      // The figure that stands in the middle may be one that does not move: a slope of zero is always possible.
      var range = slope.range.joined(.zero)
      if let last = slopes.last, last.figure == slope.figure {
        range = range.joined(last.range)
        slopes.removeLast()
        isReached = false
      }
      slopes.append(Curve.Slope(figure: slope.figure, range: range))
    }
    let interval = Interval(place(aggregate, lows), place(aggregate, highs))
    return .open(OpenValue(.curve(Curve(range: interval, isReached: isReached, slopes: slopes)), mayBeNotApplicable: false))
  }

  private func place(_ aggregate: Aggregate, _ bounds: [Bound]) -> Bound {
    let sorted = bounds.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return .finite(.zero) }
    switch aggregate {
    case .lowest: return least
    case .highest: return greatest
    case .median, .total, .average:
      let middle = sorted.count / 2
      let upper = sorted[middle]
      if sorted.count % 2 == 1 { return upper }
      let lower = sorted[middle - 1]
      guard let a = lower.finite, let b = upper.finite else { return lower.finite == nil ? lower : upper }
      return .finite((a + b).divided(by: Rational(2)) ?? a)
    }
  }
}
