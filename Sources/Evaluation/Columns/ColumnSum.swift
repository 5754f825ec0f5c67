import Facts
import Quantities

/// A form in whole numbers, ready to be computed for area after area: the multiples of stored figures and a constant, over a
/// divisor that makes up for their decimals.
struct ColumnSum {
  struct Term {
    /// Where the figure stands in the block of columns, for an area of position 0; negative where no column holds its year.
    let place: Int
    /// Whether the figure is not applicable in the year, whatever was reported.
    let isLeftOut: Bool
    let coefficient: Int64
    let least: Int64
    let greatest: Int64
    let key: (indicator: Int, year: FiscalYear)

    init(_ indicator: Int, _ year: FiscalYear, _ judging: Judging, times coefficient: Int64 = 1) {
      let (facts, range) = (judging.facts, judging.ranges[indicator])
      let isHeld = facts.years.contains(year.number)
      place = isHeld ? indicator * facts.rowCount + Int(year.number - facts.years.lowerBound) : -1
      isLeftOut = range.isLeftOut(year)
      self.coefficient = coefficient
      (least, greatest) = (range.low, range.high)
      key = (indicator, year)
    }

    func moved(by years: Int32, _ judging: Judging) -> Term {
      Term(key.indicator, key.year.advanced(by: years), judging, times: coefficient)
    }

    /// The same with a smaller coefficient.
    fileprivate init(_ term: Term, dividedBy factor: Int64) {
      (place, isLeftOut, coefficient) = (term.place, term.isLeftOut, term.coefficient / factor)
      (least, greatest, key) = (term.least, term.greatest, term.key)
    }
  }

  let terms: [Term]
  let constant: Int64
  /// Positive: the value is the sum divided by it.
  let divisor: Int64
  let skipsNotApplicable: Bool

  /// Nothing where the numbers do not fit into one word.
  init?(_ form: ColumnForm, _ judging: Judging) {
    let scaled = form.terms.map { $0.coefficient * judging.ranges[$0.indicator].step }
    var common: Int64 = 1
    for value in scaled + [form.constant] {
      guard let denominator = value.denominator.word, let next = ColumnSum.leastCommonMultiple(common, denominator) else {
        return nil
      }
      common = next
    }
    func whole(_ value: Rational) -> Int64? { (value * Rational(common)).exactWord }
    var terms: [Term] = []
    for (term, value) in zip(form.terms, scaled) {
      guard let coefficient = whole(value) else { return nil }
      terms.append(Term(term.indicator, term.year, judging, times: coefficient))
    }
    guard let constant = whole(form.constant) else { return nil }
    self.init(terms, constant, common, form.skipsNotApplicable)
  }

  /// A number needs no common denominator.
  init?(_ constant: Rational) {
    guard let numerator = constant.numerator.word, let denominator = constant.denominator.word else { return nil }
    self.init([], numerator, denominator, false)
  }

  /// Nor does a figure with its decimals.
  init?(_ indicator: Int, _ year: FiscalYear, _ judging: Judging) {
    let step = judging.ranges[indicator].step
    guard let coefficient = step.numerator.word, let divisor = step.denominator.word else { return nil }
    self.init([Term(indicator, year, judging, times: coefficient)], 0, divisor, false)
  }

  /// One stored figure.
  init(_ term: Term) { self.init([term], 0, 1, false) }

  private init(_ terms: [Term], _ constant: Int64, _ divisor: Int64, _ skipsNotApplicable: Bool) {
    (self.terms, self.constant, self.divisor, self.skipsNotApplicable) = (terms, constant, divisor, skipsNotApplicable)
  }

  func moved(by years: Int32, _ judging: Judging) -> ColumnSum {
    ColumnSum(terms.map { $0.moved(by: years, judging) }, constant, divisor, skipsNotApplicable)
  }

  private static func leastCommonMultiple(_ a: Int64, _ b: Int64) -> Int64? {
    let (product, overflows) = a.multipliedReportingOverflow(by: b / commonDivisor(a, b))
    return overflows ? nil : product
  }

  static func commonDivisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return max(1, abs(x))
  }

  /// The same sum without what all coefficients have in common, and that.
  var reduced: (sum: ColumnSum, factor: Int64) {
    var factor: Int64 = 0
    for term in terms { factor = factor == 0 ? abs(term.coefficient) : ColumnSum.commonDivisor(factor, term.coefficient) }
    factor = max(1, factor)
    return (ColumnSum(terms.map { Term($0, dividedBy: factor) }, 0, 1, skipsNotApplicable), factor)
  }

  /// What a sum comes to at an area.
  enum Value {
    case whole(Int64)
    case notApplicable
    case unknown
    /// Not to be told here: too large, or a sum with a part that is not applicable.
    case unclear
  }

  /// - Parameter row: where the figures of the area begin within a column.
  @inline(__always)
  func value(_ values: UnsafePointer<Int64>, _ row: Int) -> Value {
    var sum = constant
    var isUnknown = false
    var isOut = false
    var isTooLarge = false
    for term in terms {
      let word = term.word(values, row)
      if StoredWord.isFigure(word) {
        let (product, overflowed) = word.multipliedReportingOverflow(by: term.coefficient)
        let (next, overflows) = sum.addingReportingOverflow(product)
        sum = next
        isTooLarge = isTooLarge || overflowed || overflows
      } else if word == StoredWord.notApplicable {
        isOut = true
      } else {
        isUnknown = true
      }
    }
    if isOut { return skipsNotApplicable ? .unclear : .notApplicable }
    if isUnknown { return .unknown }
    return isTooLarge ? .unclear : .whole(sum)
  }

  /// The least and the greatest that the sum can be, the ends of `Int64` standing for open sides; nothing where it is too large.
  func range(_ values: UnsafePointer<Int64>, _ row: Int) -> (low: Int64, high: Int64)? {
    var (low, high): (Int64?, Int64?) = (constant, constant)
    for term in terms where term.coefficient != 0 {
      let word = term.word(values, row)
      let (least, greatest) = StoredWord.isFigure(word) ? (word, word) : (term.least, term.greatest)
      let isRising = term.coefficient > 0
      guard let a = ColumnSum.shifted(low, term.coefficient, isRising ? least : greatest),
        let b = ColumnSum.shifted(high, term.coefficient, isRising ? greatest : least)
      else { return nil }
      (low, high) = (a.value, b.value)
    }
    return (low ?? .min, high ?? .max)
  }

  private static func shifted(_ sum: Int64?, _ coefficient: Int64, _ bound: Int64) -> (value: Int64?, isClear: Bool)? {
    guard let sum, bound != .min, bound != .max else { return (nil, true) }
    let (product, overflowed) = bound.multipliedReportingOverflow(by: coefficient)
    let (next, overflows) = sum.addingReportingOverflow(product)
    return overflowed || overflows ? nil : (next, true)
  }
}

extension ColumnSum.Term {
  @inline(__always)
  func word(_ values: UnsafePointer<Int64>, _ row: Int) -> Int64 {
    if isLeftOut { return StoredWord.notApplicable }
    return place >= 0 ? values[place &+ row] : StoredWord.notReported
  }
}

extension Rational {
  /// The value as one word, where it is whole and fits.
  fileprivate var exactWord: Int64? {
    let (quotient, remainder) = numerator.dividedRoundingDown(by: denominator)
    return remainder.isZero ? quotient.word : nil
  }
}
