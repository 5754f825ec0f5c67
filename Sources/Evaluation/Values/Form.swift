import Facts
import Quantities

extension FigureKey {
  /// An order in which terms are kept, so that like ones meet.
  func precedes(_ other: FigureKey) -> Bool {
    if indicator != other.indicator { return indicator < other.indicator }
    if area != other.area { return area < other.area }
    return year < other.year
  }
}

/// A linear form over figures that are not reported: a constant and a multiple of each.
struct Form {
  struct Term {
    let figure: FigureKey
    let coefficient: Rational
  }

  var constant: Rational
  /// In the order of `FigureKey.precedes`, each figure once, no coefficient zero.
  var terms: [Term]

  init(_ constant: Rational) {
    self.constant = constant
    terms = []
  }

  init(_ figure: FigureKey) {
    constant = .zero
    terms = [Term(figure: figure, coefficient: .one)]
  }

  init(constant: Rational, terms: [Term]) {
    self.constant = constant
    self.terms = terms
  }

  /// The sum of many forms at once.
  init(sumOf forms: [Form]) {
    var constant = Rational.zero
    var all: [Term] = []
    for form in forms {
      constant = constant + form.constant
      all.append(contentsOf: form.terms)
    }
    all.sort { $0.figure.precedes($1.figure) }
    self.constant = constant
    terms = Form.merged(all)
  }

  private static func merged(_ sorted: [Term]) -> [Term] {
    var result: [Term] = []
    for term in sorted {
      if let last = result.last, last.figure == term.figure {
        result.removeLast()
        result.append(Term(figure: term.figure, coefficient: last.coefficient + term.coefficient))
      } else {
        if let last = result.last, last.coefficient.isZero { result.removeLast() }
        result.append(term)
      }
    }
    if let last = result.last, last.coefficient.isZero { result.removeLast() }
    return result
  }

  var isConstant: Bool { terms.isEmpty }
  var isOne: Bool { terms.isEmpty && constant == .one }

  func scaled(by factor: Rational) -> Form {
    if factor.isZero { return Form(.zero) }
    if factor == .one { return self }
    return Form(
      constant: constant * factor,
      terms: terms.map { Term(figure: $0.figure, coefficient: $0.coefficient * factor) })
  }

  static func + (left: Form, right: Form) -> Form {
    if right.terms.isEmpty { return Form(constant: left.constant + right.constant, terms: left.terms) }
    if left.terms.isEmpty { return Form(constant: left.constant + right.constant, terms: right.terms) }
    return Form(sumOf: [left, right])
  }

  static func - (left: Form, right: Form) -> Form { left + right.scaled(by: Rational(-1)) }

  /// The product, where it is linear.
  static func product(_ left: Form, _ right: Form) -> Form? {
    if left.isConstant { return right.scaled(by: left.constant) }
    if right.isConstant { return left.scaled(by: right.constant) }
    return nil
  }

  static func == (left: Form, right: Form) -> Bool {
    guard left.constant == right.constant, left.terms.count == right.terms.count else { return false }
    for (a, b) in zip(left.terms, right.terms) where a.figure != b.figure || a.coefficient != b.coefficient { return false }
    return true
  }

  func sharesFigure(with other: Form) -> Bool {
    var (mine, theirs) = (0, 0)
    while mine < terms.count, theirs < other.terms.count {
      let (a, b) = (terms[mine].figure, other.terms[theirs].figure)
      if a == b { return true }
      if a.precedes(b) { mine += 1 } else { theirs += 1 }
    }
    return false
  }
}
