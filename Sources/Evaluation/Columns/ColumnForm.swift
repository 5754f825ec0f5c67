import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A sum of multiples of figures of one area, by their columns, and a constant: what most comparisons come down to in a year
/// that is given.
struct ColumnForm {
  struct Term {
    let indicator: Int
    let year: FiscalYear
    var coefficient: Rational
  }

  private(set) var terms: [Term] = []
  private(set) var constant: Rational = .zero
  /// Whether it holds a sum that leaves out what is not applicable.
  private(set) var skipsNotApplicable = false

  init(_ constant: Rational) { self.constant = constant }

  init(_ indicator: Int, _ year: FiscalYear) {
    terms = [Term(indicator: indicator, year: year, coefficient: .one)]
  }

  func plus(_ other: ColumnForm, times factor: Rational = .one) -> ColumnForm {
    var sum = self
    sum.constant = constant + other.constant * factor
    sum.skipsNotApplicable = skipsNotApplicable || other.skipsNotApplicable
    for term in other.terms {
      let added = term.coefficient * factor
      if let place = sum.terms.firstIndex(where: { $0.indicator == term.indicator && $0.year == term.year }) {
        sum.terms[place].coefficient = sum.terms[place].coefficient + added
      } else {
        sum.terms.append(Term(indicator: term.indicator, year: term.year, coefficient: added))
      }
    }
    return sum
  }

  func times(_ factor: Rational) -> ColumnForm {
    var product = ColumnForm(constant * factor)
    product.skipsNotApplicable = skipsNotApplicable
    product.terms = terms.map { Term(indicator: $0.indicator, year: $0.year, coefficient: $0.coefficient * factor) }
    return product
  }

  mutating func leaveOutNotApplicable() { skipsNotApplicable = true }

  var isConstant: Bool { terms.isEmpty }
}

extension Judging {
  /// The expression in a year as a form over the judged area's own figures; nothing where it looks further or is not linear.
  /// This is the one list of what goes by column: every other step falls to the general evaluator.
  func columnForm(_ step: Int, _ year: FiscalYear) -> ColumnForm? {
    switch plan.expressions[step] {
    case .constant(let position): return ColumnForm(plan.constants[position])
    case .parameter(let parameter): return ColumnForm(parameters.value(parameter, in: year, rulebook))
    case .dayOfYear(let month, let day):
      if case .value(let value) = known(month: month, day: day, year) { return ColumnForm(value) }
      return nil
    case .indicator(let indicator): return ColumnForm(indicator, year)
    case .inYear(let reference, let inner): return self.year(reference, from: year).flatMap { columnForm(inner, $0) }
    case .arithmetic(let operation, let left, let right):
      guard let a = columnForm(left, year), let b = columnForm(right, year) else { return nil }
      switch operation {
      case .plus: return a.plus(b)
      case .minus: return a.plus(b, times: Rational(-1))
      // A figure that is multiplied by nothing still decides whether the product is applicable.
      case .times:
        if b.isConstant, !b.constant.isZero { return a.times(b.constant) }
        return a.isConstant && !a.constant.isZero ? b.times(a.constant) : nil
      case .dividedBy:
        guard b.isConstant, let factor = Rational.one.divided(by: b.constant) else { return nil }
        return a.times(factor)
      }
    case .sum(let parts):
      var sum: ColumnForm?
      for position in 0..<parts.count {
        guard let part = columnForm(plan.part(parts, position), year) else { return nil }
        sum = sum?.plus(part) ?? part
      }
      sum?.leaveOutNotApplicable()
      return sum
    default: return nil
    }
  }

  /// The two sides of a fraction of forms, where the expression is one.
  func columnFraction(_ step: Int, _ year: FiscalYear) -> (over: ColumnForm, under: ColumnForm)? {
    switch plan.expressions[step] {
    case .inYear(let reference, let inner): return self.year(reference, from: year).flatMap { columnFraction(inner, $0) }
    case .arithmetic(.dividedBy, let left, let right):
      guard let a = columnForm(left, year), let b = columnForm(right, year), !b.isConstant else { return nil }
      return (a, b)
    default: return nil
    }
  }
}
