import Facts
import Quantities
import RuleLanguage
import Rulebook

extension FormulaCompiler {
  /// What an expression comes down to.
  enum CompiledValue {
    case notApplicable
    case linear(LinearForm)
    case quotient(LinearForm, LinearForm)
  }

  func value(_ expression: Expression, _ year: FiscalYear, depth: Int = 0) throws(NoFormula) -> CompiledValue {
    if depth > 64 { throw .notExact }
    switch expression {
    case .constant(let value): return .linear(LinearForm(value))
    case .indicator(let indicator): return try value(indicator: indicator, year)
    case .measure(let measure): return try value(rulebook.measures[measure].value, year, depth: depth + 1)
    case .parameter(let parameter): return .linear(LinearForm(rulebook.parameters[parameter].value(in: year)))
    case .dayOfYear(let month, let day):
      let date = CalendarDate.day(month: month, day: day, in: year, firstMonth: rulebook.program.firstMonth)
      return date.map { .linear(LinearForm(Rational(Int64($0.dayNumber)))) } ?? .notApplicable
    case .inYear(let reference, let inner):
      guard let asked = shifted(reference, year) else { return .notApplicable }
      return try value(inner, asked, depth: depth + 1)
    case .series(let series, let inner): return try value(series, inner, year, depth: depth + 1)
    case .path(let points): return points.value(in: year).map { .linear(LinearForm($0)) } ?? .notApplicable
    case .positive(let inner):
      return try settled(inner, year, depth: depth + 1) { $0.signum > 0 ? $0 : nil }
    case .absolute(let inner): return try settled(inner, year, depth: depth + 1) { $0.magnitude }
    case .carriedOver: throw .notExact
    case .ofArea(let level, let inner):
      if level != facts.areas.areas[area].level { throw .otherAreas }
      return try value(inner, year, depth: depth + 1)
    case .aggregate, .peerAggregate, .numberOfAreas: throw .otherAreas
    case .arithmetic(let operation, let left, let right):
      return try value(operation, try value(left, year, depth: depth + 1), try value(right, year, depth: depth + 1))
    case .sum(let parts): return try value(sum: parts, year, depth: depth + 1)
    case .rounded(let inner, let decimals):
      switch try value(inner, year, depth: depth + 1) {
      case .notApplicable: return .notApplicable
      case .linear(let form) where form.isConstant: return .linear(LinearForm(form.constant.rounded(decimals: decimals)))
      default: throw .notExact
      }
    }
  }

  private func value(indicator: Int, _ year: FiscalYear) throws(NoFormula) -> CompiledValue {
    let declared = rulebook.indicators[indicator]
    if !declared.isAsked(in: year) { return .notApplicable }
    if year == self.year { return .linear(LinearForm(Variable(indicator: indicator, earlierYear: nil))) }
    if year > self.year { throw .notExact }
    let key = FigureKey(indicator: indicator, area: area, year: year)
    if let stored = facts.stored(key) { return .linear(LinearForm(declared.value(stored: stored))) }
    if facts.state(key) == .notApplicable { return .notApplicable }
    return .linear(LinearForm(Variable(indicator: indicator, earlierYear: year)))
  }

  private func value(_ operation: Arithmetic, _ left: CompiledValue, _ right: CompiledValue) throws(NoFormula) -> CompiledValue {
    switch (left, right) {
    case (.notApplicable, _), (_, .notApplicable): return .notApplicable
    case (.linear(let a), .linear(let b)):
      switch operation {
      case .plus: return .linear(a + b)
      case .minus: return .linear(a - b)
      case .times:
        if b.isConstant { return .linear(a.scaled(by: b.constant)) }
        if a.isConstant { return .linear(b.scaled(by: a.constant)) }
        throw .notExact
      case .dividedBy:
        guard b.isConstant else { return .quotient(a, b) }
        return Rational.one.divided(by: b.constant).map { .linear(a.scaled(by: $0)) } ?? .notApplicable
      }
    case (.quotient(let a, let b), .linear(let c)):
      guard operation == .times, c.isConstant else { throw .notExact }
      return .quotient(a.scaled(by: c.constant), b)
    case (.linear(let c), .quotient(let a, let b)):
      guard operation == .times, c.isConstant else { throw .notExact }
      return .quotient(a.scaled(by: c.constant), b)
    default: throw .notExact
    }
  }

  /// A number that is known already, changed; the formulas take no bends.
  private func settled(
    _ inner: Expression, _ year: FiscalYear, depth: Int, _ change: (Rational) -> Rational?
  ) throws(NoFormula) -> CompiledValue {
    switch try value(inner, year, depth: depth) {
    case .notApplicable: return .notApplicable
    case .linear(let form) where form.isConstant: return change(form.constant).map { .linear(LinearForm($0)) } ?? .notApplicable
    case .linear, .quotient: throw .notExact
    }
  }

  private func value(
    _ series: YearSeries, _ inner: Expression, _ year: FiscalYear, depth: Int
  ) throws(NoFormula) -> CompiledValue {
    let terms = series.terms(in: year) { shifted($0, year) }
    if series.leavesOutNotApplicable {
      return try value(sum: terms.map { .inYear(.fixed($0.year), inner) }, year, depth: depth)
    }
    var total = CompiledValue.linear(LinearForm(.zero))
    for term in terms {
      let part = try value(.times, try value(inner, term.year, depth: depth), .linear(LinearForm(term.weight)))
      total = try value(.plus, total, part)
    }
    return terms.isEmpty ? .notApplicable : total
  }

  /// A sum leaves out what is not applicable; so only parts that are single figures or numbers can be told apart.
  private func value(sum parts: [Expression], _ year: FiscalYear, depth: Int) throws(NoFormula) -> CompiledValue {
    var sum = LinearForm(.zero)
    var group: [Variable] = []
    var hasConstant = false
    for part in parts {
      switch try value(part, year, depth: depth) {
      case .notApplicable: continue
      case .linear(let form) where form.isConstant:
        sum.constant = sum.constant + form.constant
        hasConstant = true
      case .linear(let form):
        guard form.terms.count == 1, form.constant.isZero, form.groups.isEmpty else { throw .notExact }
        sum.add(form.terms[0].variable, form.terms[0].factor)
        group.append(form.terms[0].variable)
      case .quotient: throw .notExact
      }
    }
    if group.isEmpty && !hasConstant { return .notApplicable }
    if !hasConstant { sum.groups.append(group) }
    return .linear(sum)
  }
}
