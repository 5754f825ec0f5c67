import Quantities

/// A figure that a formula refers to: of the year of the form, in its cell, or of an earlier year and not known.
struct Variable: Hashable {
  let indicator: Int
  /// Nothing for the year of the form.
  let earlierYear: FiscalYear?
}

/// A weighted sum of figures, with what makes all of it not applicable.
struct LinearForm {
  var constant: Rational
  private(set) var terms: [(variable: Variable, factor: Rational)] = []
  /// Not applicable where one of these is.
  var demanded: [Variable] = []
  /// Not applicable where all of one of these lists are: sums leave out what is not applicable.
  var groups: [[Variable]] = []

  init(_ constant: Rational) { self.constant = constant }

  init(_ variable: Variable) {
    constant = .zero
    terms = [(variable, .one)]
    demanded = [variable]
  }

  /// Whether it is a number that no figure can change.
  var isConstant: Bool { terms.isEmpty && demanded.isEmpty && groups.isEmpty }

  mutating func add(_ variable: Variable, _ factor: Rational) {
    if let place = terms.firstIndex(where: { $0.variable == variable }) {
      terms[place].factor = terms[place].factor + factor
    } else {
      terms.append((variable, factor))
    }
  }

  static func + (left: LinearForm, right: LinearForm) -> LinearForm {
    var sum = left
    sum.constant = left.constant + right.constant
    for term in right.terms { sum.add(term.variable, term.factor) }
    for variable in right.demanded where !sum.demanded.contains(variable) { sum.demanded.append(variable) }
    sum.groups += right.groups
    return sum
  }

  static func - (left: LinearForm, right: LinearForm) -> LinearForm { left + right.scaled(by: Rational(-1)) }

  func scaled(by factor: Rational) -> LinearForm {
    var scaled = self
    scaled.constant = constant * factor
    scaled.terms = terms.map { ($0.variable, $0.factor * factor) }
    return scaled
  }
}

/// The same over the figures as they are kept: whole numbers with whole factors, so that no formula meets a fraction.
struct WholeForm {
  let constant: Int64
  let terms: [(variable: Variable, factor: Int64)]
  let demanded: [Variable]
  let groups: [[Variable]]

  /// The greatest figure that formulas judge, as it is kept.
  static let figureLimit: Int64 = 10_000_000_000
  /// Spreadsheet programs compare 15 digits.
  private static let limit: Int64 = 900_000_000_000_000

  /// Nothing where the figures would become too large to be exact.
  init?(_ form: LinearForm, step: (Variable) -> Rational) {
    let factors = form.terms.map { ($0.variable, $0.factor * step($0.variable)) }.filter { !$0.1.isZero }
    var multiple: Int64 = 1
    for value in factors.map({ $0.1 }) + [form.constant] {
      guard let bottom = value.denominator.word else { return nil }
      let (product, overflow) = multiple.multipliedReportingOverflow(by: bottom / WholeForm.divisor(multiple, bottom))
      if overflow || product > WholeForm.limit { return nil }
      multiple = product
    }
    guard var constant = WholeForm.whole(form.constant * Rational(multiple)) else { return nil }
    var whole: [(variable: Variable, factor: Int64)] = []
    for (variable, factor) in factors {
      guard let value = WholeForm.whole(factor * Rational(multiple)) else { return nil }
      whole.append((variable, value))
    }
    var shared = constant
    for term in whole { shared = WholeForm.divisor(shared, term.factor) }
    if shared > 1 {
      constant /= shared
      whole = whole.map { ($0.variable, $0.factor / shared) }
    }
    var greatest = Rational(constant).magnitude
    for term in whole { greatest = greatest + Rational(term.factor).magnitude * Rational(WholeForm.figureLimit) }
    guard greatest < Rational(WholeForm.limit) else { return nil }
    self.constant = constant
    terms = whole
    demanded = form.demanded
    groups = form.groups
  }

  private static func whole(_ value: Rational) -> Int64? {
    let (quotient, remainder) = value.numerator.dividedRoundingDown(by: value.denominator)
    return remainder.isZero ? quotient.word : nil
  }

  static func divisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (x, y) = (left.magnitude, right.magnitude)
    while y != 0 { (x, y) = (y, x % y) }
    return Int64(clamping: x)
  }
}
