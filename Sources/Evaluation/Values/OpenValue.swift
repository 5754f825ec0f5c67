import Facts
import Quantities

/// A value under partial knowledge.
enum Value {
  case notApplicable
  case exact(Rational)
  case open(OpenValue)

  var mayBeNotApplicable: Bool {
    switch self {
    case .notApplicable: true
    case .exact: false
    case .open(let open): open.mayBeNotApplicable
    }
  }
}

/// A value that depends on figures that are not reported.
final class OpenValue {
  enum Shape {
    /// One linear form divided by another; the divisor is 1 unless figures stand in it.
    case fraction(Form, Form)
    case curve(Curve)
  }

  let shape: Shape
  /// Whether some filling makes it not applicable (a division by zero).
  let mayBeNotApplicable: Bool
  /// Its values in all fillings, and whether both ends are reached; filled when first asked for.
  var knownRange: (range: Interval, isReached: Bool)?

  init(_ shape: Shape, mayBeNotApplicable: Bool) {
    self.shape = shape
    self.mayBeNotApplicable = mayBeNotApplicable
  }

  /// The numerator, where the value is linear.
  var linear: Form? {
    if case .fraction(let numerator, let divisor) = shape, divisor.isOne { return numerator }
    return nil
  }
}

/// A value of which only bounds are known: its range, and how it can move with each figure.
struct Curve {
  struct Slope {
    let figure: FigureKey
    /// Bounds of how much the value grows when the figure grows by 1.
    let range: Interval
  }

  let range: Interval
  /// Whether some filling reaches the least value and some the greatest.
  let isReached: Bool
  /// In the order of `FigureKey.precedes`, each figure once.
  let slopes: [Slope]
}

/// Joins two lists of slopes; where a figure stands in one only, its slope in the other is zero.
func joinedSlopes(_ left: [Curve.Slope], _ right: [Curve.Slope], _ combine: (Interval, Interval) -> Interval) -> [Curve.Slope] {
  var result: [Curve.Slope] = []
  result.reserveCapacity(left.count + right.count)
  var (mine, theirs) = (0, 0)
  while mine < left.count || theirs < right.count {
    if theirs >= right.count || (mine < left.count && left[mine].figure.precedes(right[theirs].figure)) {
      result.append(Curve.Slope(figure: left[mine].figure, range: combine(left[mine].range, .zero)))
      mine += 1
    } else if mine >= left.count || right[theirs].figure.precedes(left[mine].figure) {
      result.append(Curve.Slope(figure: right[theirs].figure, range: combine(.zero, right[theirs].range)))
      theirs += 1
    } else {
      result.append(Curve.Slope(figure: left[mine].figure, range: combine(left[mine].range, right[theirs].range)))
      mine += 1
      theirs += 1
    }
  }
  return result
}

func shareFigure(_ left: [Curve.Slope], _ right: [Curve.Slope]) -> Bool {
  var (mine, theirs) = (0, 0)
  while mine < left.count, theirs < right.count {
    let (a, b) = (left[mine].figure, right[theirs].figure)
    if a == b { return true }
    if a.precedes(b) { mine += 1 } else { theirs += 1 }
  }
  return false
}
