import Facts
import Quantities
import RuleLanguage
import Rulebook

/// A requirement in one year, made ready to be judged by column. An object, for it is looked up for every year.
final class ColumnDemand {
  /// Parts by position; a part is named by those who hold it.
  enum Part {
    case test(Int)
    case all([Int])
    case any([Int])
    case not(Int)
  }

  let tests: [ColumnTest]
  let parts: [Part]
  let root: Int
  let guarded: Int?
  let filter: Int?
  /// Whether one figure is looked at by two tests: what is not decided then has to be split into cases.
  let mayRepeat: Bool
  let year: FiscalYear
  private let conditions: Conditions

  /// What it was made of, by positions in the plan.
  private struct Conditions: Equatable {
    let demand: Int?
    let guarded: Int?
    let filter: Int?

    init(_ requirement: RequirementStep) {
      (demand, guarded, filter) = (requirement.demand.condition, requirement.guarded, requirement.filter)
    }
  }

  /// Nothing where the requirement holds something that does not go by column.
  init?(_ requirement: RequirementStep, _ year: FiscalYear, _ judging: Judging) {
    var maker = Maker(judging: judging, year: year)
    guard let demand = requirement.demand.condition, let root = maker.part(demand) else { return nil }
    (guarded, filter) = (requirement.guarded.flatMap { maker.part($0) }, requirement.filter.flatMap { maker.part($0) })
    if (guarded == nil) != (requirement.guarded == nil) || (filter == nil) != (requirement.filter == nil) { return nil }
    self.root = root
    tests = maker.tests
    parts = maker.parts
    mayRepeat = ColumnDemand.repeats(tests)
    self.year = year
    conditions = Conditions(requirement)
  }

  /// Whether it was made of this requirement.
  func judges(_ requirement: RequirementStep) -> Bool { conditions == Conditions(requirement) }

  /// The same demand of another year, in which it looks at the same figures, each so much earlier or later.
  func moved(to year: FiscalYear, _ judging: Judging) -> ColumnDemand { ColumnDemand(self, movedTo: year, judging) }

  private init(_ demand: ColumnDemand, movedTo year: FiscalYear, _ judging: Judging) {
    tests = demand.tests.map { $0.moved(by: year.number - demand.year.number, judging) }
    (parts, root, guarded, filter) = (demand.parts, demand.root, demand.guarded, demand.filter)
    (mayRepeat, self.year, conditions) = (demand.mayRepeat, year, demand.conditions)
  }

  private static func repeats(_ tests: [ColumnTest]) -> Bool {
    if tests.count < 2 { return false }
    var keys: [(indicator: Int, year: FiscalYear)] = []
    for key in tests.flatMap({ $0.keys }) {
      if keys.contains(where: { $0 == key }) { return true }
      keys.append(key)
    }
    return false
  }

  /// The single test that decides, where it is one of a fraction.
  var loneFraction: ColumnTest? {
    guard guarded == nil, filter == nil, case .test(let test) = parts[root], case .fraction = tests[test] else { return nil }
    return tests[test]
  }

  private struct Maker {
    let judging: Judging
    let year: FiscalYear
    var tests: [ColumnTest] = []
    var parts: [Part] = []

    mutating func add(_ part: Part) -> Int {
      parts.append(part)
      return parts.count - 1
    }

    mutating func add(_ test: ColumnTest) -> Int {
      tests.append(test)
      return add(.test(tests.count - 1))
    }

    mutating func part(_ condition: Int) -> Int? {
      switch judging.plan.conditions[condition] {
      case .comparison(let position): return judging.columnTest(ofComparison: position, year).map { add($0) }
      case .reported(let step):
        guard let form = judging.columnForm(step, year), form.terms.count == 1, form.constant.isZero,
          form.terms[0].coefficient == .one,
          let sum = ColumnSum(form, judging)
        else { return nil }
        return add(.reported(sum.terms[0]))
      case .all(let inner):
        if let band = band(inner) { return add(band) }
        return list(inner).map { add(.all($0)) }
      case .any(let inner): return list(inner).map { add(.any($0)) }
      case .not(let inner): return part(inner).map { add(.not($0)) }
      default: return nil
      }
    }

    private mutating func list(_ inner: Parts) -> [Int]? {
      var list: [Int] = []
      for position in 0..<inner.count {
        guard let part = part(judging.plan.part(inner, position)) else { return nil }
        list.append(part)
      }
      return list
    }

    /// At least one thing and at most another, of the same sum: then it must lie between both, and no figure stands twice.
    private func band(_ inner: Parts) -> ColumnTest? {
      guard inner.count == 2, case .comparison(let one) = judging.plan.conditions[judging.plan.part(inner, 0)],
        case .comparison(let other) = judging.plan.conditions[judging.plan.part(inner, 1)],
        case .bounds(let sum, let first)? = judging.columnTest(ofComparison: one, year),
        case .bounds(let twin, let second)? = judging.columnTest(ofComparison: other, year), sum.terms.count == twin.terms.count,
        !first.isInverted, !second.isInverted, !sum.terms.contains(where: { abs($0.coefficient) != 1 })
      else { return nil }
      let isSame = zip(sum.terms, twin.terms).allSatisfy { $0.key == $1.key && $0.coefficient == $1.coefficient }
      let low = max(first.low, second.low)
      let high = min(first.high, second.high)
      guard isSame, low <= high else { return nil }
      return .bounds(sum, Acceptance(low: low, high: high, isInverted: false, isApplicable: true))
    }
  }
}

extension Judging {
  /// Whether a requirement looks in both years at the same figures, as seen from each, and compares them with the same numbers.
  /// Only what goes by column is looked into: for all else the answer is no.
  func isAlike(_ requirement: RequirementStep, in year: FiscalYear, _ other: FiscalYear) -> Bool {
    func isAlike(_ condition: Int?) -> Bool { condition.map { self.isAlike(condition: $0, in: year, other) } ?? true }
    return isAlike(requirement.demand.condition) && isAlike(requirement.guarded) && isAlike(requirement.filter)
  }

  private func isAlike(condition: Int, in year: FiscalYear, _ other: FiscalYear) -> Bool {
    switch plan.conditions[condition] {
    case .comparison(let position):
      let comparison = plan.comparisons[position]
      return isAlike(comparison.left, in: year, other) && isAlike(comparison.right, in: year, other)
    case .reported(let step): return isAlike(step, in: year, other)
    case .all(let parts), .any(let parts):
      return (0..<parts.count).allSatisfy { isAlike(condition: plan.part(parts, $0), in: year, other) }
    case .not(let inner): return isAlike(condition: inner, in: year, other)
    default: return false
    }
  }

  private func isAlike(_ step: Int, in year: FiscalYear, _ other: FiscalYear) -> Bool {
    switch plan.expressions[step] {
    case .constant, .indicator: true
    case .parameter(let parameter):
      parameters.value(parameter, in: year, rulebook) == parameters.value(parameter, in: other, rulebook)
    case .inYear(.yearsAgo, let inner): isAlike(inner, in: year, other)
    case .arithmetic(_, let left, let right): isAlike(left, in: year, other) && isAlike(right, in: year, other)
    case .sum(let parts): (0..<parts.count).allSatisfy { isAlike(plan.part(parts, $0), in: year, other) }
    default: false
    }
  }

  func columnTest(ofComparison position: Int, _ year: FiscalYear) -> ColumnTest? {
    let comparison = plan.comparisons[position]
    // A figure against a number, by far the most common demand, needs no sum to be taken apart.
    if case .indicator(let indicator) = plan.expressions[comparison.left],
      case .constant(let constant) = plan.expressions[comparison.right],
      let bound = plan.constants[constant].divided(by: ranges[indicator].step)
    {
      return .bounds(ColumnSum(ColumnSum.Term(indicator, year, self)), Acceptance(comparison.relation, bound))
    }
    if let left = columnForm(comparison.left, year), let right = columnForm(comparison.right, year) {
      let difference = left.plus(right, times: Rational(-1))
      // What stands on both sides still decides whether the comparison is applicable.
      guard !difference.isConstant, !difference.terms.contains(where: { $0.coefficient.isZero }),
        let sum = ColumnSum(difference, self)
      else { return nil }
      return bounds(sum, comparison.relation)
    }
    if let (over, under) = columnFraction(comparison.left, year), let right = columnForm(comparison.right, year),
      right.isConstant
    {
      return fraction(over, under, comparison.relation, right.constant)
    }
    if let (over, under) = columnFraction(comparison.right, year), let left = columnForm(comparison.left, year), left.isConstant {
      return fraction(over, under, comparison.relation.mirrored, left.constant)
    }
    return nil
  }

  private func bounds(_ sum: ColumnSum, _ relation: Relation) -> ColumnTest? {
    let (reduced, factor) = sum.reduced
    guard let bound = (-Rational(sum.constant)).divided(by: Rational(factor)) else { return nil }
    return .bounds(reduced, Acceptance(relation, bound))
  }

  private func fraction(_ over: ColumnForm, _ under: ColumnForm, _ relation: Relation, _ constant: Rational) -> ColumnTest? {
    let difference = over.plus(under, times: -constant)
    guard !difference.skipsNotApplicable, !difference.terms.contains(where: { $0.coefficient.isZero }),
      case .bounds(let sum, let ifPositive)? = ColumnSum(difference, self).flatMap({ bounds($0, relation) }),
      case .bounds(_, let ifNegative)? = ColumnSum(difference, self).flatMap({ bounds($0, relation.mirrored) }),
      let divisor = ColumnSum(under, self)
    else { return nil }
    return .fraction(sum, under: divisor, ifPositive: ifPositive, ifNegative: ifNegative)
  }
}
