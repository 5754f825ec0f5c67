import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Why a target gets no formula.
enum NoFormula: Error {
  /// Figures of other areas decide, too.
  case otherAreas
  /// The form could not be sure to agree with the evaluation.
  case notExact
}

/// Makes formulas of targets, for one area and one year: what earlier years hold is known and goes in as constants.
///
/// What is blank in the form may still become anything that its range allows. Sets of possible results are joined as the
/// evaluation joins them; targets for which that would not be exact are left out.
struct FormulaCompiler {
  let rulebook: Rulebook
  let facts: Facts
  let evaluator: Evaluator
  let area: Int
  let year: FiscalYear
  var order: [Variable] = []
  var occurrences: [Variable: [Occurrence]] = [:]
  private var openQuestions = 0
  private var depth = 0

  private static let depthLimit = 64
  private static let caseLimit = 24

  /// A place where a figure is compared.
  struct Occurrence {
    /// 1 where more of the figure can only help, -1 where it can only harm, 0 where both may be.
    let direction: Int
    /// The form in which the figure stands alone against a number.
    let lone: WholeForm?
  }

  init(rulebook: Rulebook, facts: Facts, evaluator: Evaluator, area: Int, year: FiscalYear) {
    self.rulebook = rulebook
    self.facts = facts
    self.evaluator = evaluator
    self.area = area
    self.year = year
  }

  private var level: Int { facts.areas.areas[area].level }

  /// The formula of a target, for an area without areas below it.
  mutating func compile(_ position: Int) throws(NoFormula) -> CompiledTarget {
    order = []
    occurrences = [:]
    openQuestions = 0
    depth = 0
    let target = rulebook.targets[position]
    if !target.requirements.contains(where: { $0.subject.judgedLevel == level }) { throw .otherAreas }
    let requirements = target.requirements(in: year).filter { $0.subject.judgedLevel == level }
    let isWaived = self.isWaived(position)
    if isOnlyShown(target, requirements) { throw .notExact }
    if !isJudged(target) || requirements.isEmpty {
      return CompiledTarget(
        node: .settled(.notApplicable), cases: [], shortfall: nil, isWaived: false, variables: [])
    }
    var nodes: [FormulaNode] = []
    for requirement in requirements { nodes.append(try node(requirement, isAlone: requirements.count == 1)) }
    if openQuestions > 1 { throw .notExact }
    let cases = try self.cases()
    return CompiledTarget(
      node: nodes.count == 1 ? nodes[0] : .all(nodes), cases: cases,
      shortfall: requirements.count == 1 ? shortfall(requirements[0], nodes[0]) : nil, isWaived: isWaived, variables: order)
  }

  /// A target that is due later or only recorded is met or missed by no answer.
  private func isOnlyShown(_ target: Target, _ requirements: [Requirement]) -> Bool {
    let isDated = requirements.contains { $0.years != nil }
    return target.recordOnly || !isDated && (target.due.map { year < $0 } ?? false)
  }

  private func isJudged(_ target: Target, in asked: FiscalYear? = nil) -> Bool {
    let asked = asked ?? year
    if let since = rulebook.program.since, asked < since { return false }
    return target.isInForce(in: asked)
  }

  private func isWaived(_ target: Int) -> Bool {
    rulebook.waivers.contains { waiver in
      waiver.target == target && waiver.from <= year && year <= waiver.until
        && waiver.areas.contains { facts.areas.positions(named: $0.text).contains(area) }
    }
  }

  private mutating func node(_ requirement: Requirement, isAlone: Bool) throws(NoFormula) -> FormulaNode {
    if case .numberOf = requirement.subject.kind { throw .otherAreas }
    let subject = requirement.subject
    func isNamed(_ names: [Spelled]) -> Bool { names.contains { facts.areas.positions(named: $0.text).contains(area) } }
    if isNamed(subject.except) || !subject.only.isEmpty && !isNamed(subject.only) { return .settled(.notApplicable) }
    var demand = try node(requirement.demand, direction: 1, year, mayDivide: isAlone && requirement.exceptions.isEmpty)
    for exception in requirement.exceptions.reversed() { demand = try node(exception, or: demand) }
    if let guarded = requirement.guarded {
      demand = .gated(try node(guarded, direction: 0, year, mayDivide: false), demand)
    }
    if let filter = requirement.subject.filter {
      demand = .gated(try node(filter, direction: 0, year, mayDivide: false), demand)
    }
    return demand
  }

  /// What is demanded where an exception holds, and where it does not: false, or not applicable.
  private mutating func node(_ exception: DemandException, or demand: FormulaNode) throws(NoFormula) -> FormulaNode {
    let holds = try node(exception.condition, direction: 0, year, mayDivide: false)
    // Looked at twice: where it rests on an open figure, that figure is taken case by case.
    let holdsNot = FormulaNode.not(
      .any([try node(exception.condition, direction: 0, year, mayDivide: false), .settled(.missed)]))
    guard let other = exception.demand else { return .gated(holdsNot, demand) }
    return .all([.gated(holds, try node(other, direction: 1, year, mayDivide: false)), .gated(holdsNot, demand)])
  }

  // MARK: Conditions

  private mutating func node(
    _ condition: Condition, direction: Int, _ year: FiscalYear, mayDivide: Bool
  ) throws(NoFormula) -> FormulaNode {
    depth += 1
    defer { depth -= 1 }
    if depth > FormulaCompiler.depthLimit { throw .notExact }
    switch condition {
    case .comparison(let comparison): return try node(comparison, direction: direction, year, mayDivide: mayDivide)
    case .reported(let expression): return try reported(expression, year)
    case .all(let parts): return .all(try nodes(parts, direction: direction, year))
    case .any(let parts): return .any(try nodes(parts, direction: direction, year))
    case .not(let inner): return .not(try node(inner, direction: 0 - direction, year, mayDivide: false))
    case .numberMet(let relation, let number, let parts):
      let sign =
        switch relation {
        case .atLeast, .moreThan: 1
        case .atMost, .lessThan: -1
        case .equal, .notEqual: 0
        }
      return .numberMet(relation, number, try nodes(parts, direction: direction * sign, year))
    case .rank, .deviation, .areas: throw .otherAreas
    case .outcome(let target, let verdict, let reference):
      guard let asked = shifted(reference, year) else { return .settled(.missed) }
      return .settled(try answer(target, verdict, in: asked))
    }
  }

  private mutating func nodes(_ parts: [Condition], direction: Int, _ year: FiscalYear) throws(NoFormula) -> [FormulaNode] {
    var nodes: [FormulaNode] = []
    for part in parts { nodes.append(try node(part, direction: direction, year, mayDivide: false)) }
    return nodes
  }

  private mutating func node(
    _ comparison: Comparison, direction: Int, _ year: FiscalYear, mayDivide: Bool
  ) throws(NoFormula) -> FormulaNode {
    let left = try value(comparison.left, year)
    let right = try value(comparison.right, year)
    switch (left, right) {
    case (.notApplicable, _), (_, .notApplicable): return .settled(.notApplicable)
    case (.linear(let a), .linear(let b)):
      return .comparison(try compared(a - b, comparison.relation, direction: direction, divisor: nil))
    case (.quotient(let a, let b), .linear(let c)):
      guard mayDivide, c.isConstant else { throw .notExact }
      return .comparison(try compared(a - b.scaled(by: c.constant), comparison.relation, direction: direction, divisor: b))
    default: throw .notExact
    }
  }

  private mutating func compared(
    _ form: LinearForm, _ relation: Relation, direction: Int, divisor: LinearForm?
  ) throws(NoFormula) -> ComparedForm {
    guard let whole = WholeForm(form, step: { step($0) }) else { throw .notExact }
    let isEquality = relation == .equal || relation == .notEqual
    if isEquality, whole.terms.contains(where: { abs($0.factor) != 1 }) { throw .notExact }
    let sign =
      switch relation {
      case .atLeast, .moreThan: direction
      case .atMost, .lessThan: 0 - direction
      case .equal, .notEqual: 0
      }
    var wholeDivisor: WholeForm?
    if let divisor {
      wholeDivisor = WholeForm(divisor, step: { step($0) })
      guard let wholeDivisor, wholeDivisor.constant >= 0,
        wholeDivisor.terms.allSatisfy({ $0.factor > 0 && (least($0.variable) ?? -1) >= 0 })
      else { throw .notExact }
      if form.terms.count != Set(form.terms.map { $0.variable }).count { throw .notExact }
    }
    for (variable, factor) in whole.terms {
      note(variable)
      let lone = whole.terms.count == 1 && divisor == nil ? whole : nil
      occurrences[variable, default: []].append(Occurrence(direction: sign * (factor > 0 ? 1 : -1), lone: lone))
    }
    for variable in whole.demanded + whole.groups.flatMap({ $0 }) { note(variable) }
    if let wholeDivisor { for variable in wholeDivisor.demanded { note(variable) } }
    return ComparedForm(form: whole, relation: relation, divisor: wholeDivisor)
  }

  private mutating func note(_ variable: Variable) {
    if !order.contains(variable) { order.append(variable) }
  }

  private mutating func reported(_ expression: Expression, _ year: FiscalYear) throws(NoFormula) -> FormulaNode {
    switch expression {
    case .indicator(let indicator):
      if !rulebook.indicators[indicator].isAsked(in: year) { return .settled(.notApplicable) }
      if year == self.year {
        let variable = Variable(indicator: indicator, earlierYear: nil)
        note(variable)
        return .reported(variable)
      }
      if year > self.year { throw .notExact }
      switch facts.state(FigureKey(indicator: indicator, area: area, year: year)) {
      case .given: return .settled(.met)
      case .notReported: return .settled(.missed)
      case .notApplicable: return .settled(.notApplicable)
      }
    case .inYear(let reference, let inner):
      guard let asked = shifted(reference, year) else { return .settled(.notApplicable) }
      return try reported(inner, asked)
    case .ofArea(let level, let inner):
      if level != self.level { throw .otherAreas }
      return try reported(inner, year)
    default: throw .notExact
    }
  }

  /// What is known of another target's outcome in an earlier year.
  private mutating func answer(_ target: Int, _ verdict: Verdict, in asked: FiscalYear) throws(NoFormula) -> Possible {
    if asked >= year { throw .notExact }
    if !isJudged(rulebook.targets[target], in: asked) { return verdict == .notApplicable ? .met : .missed }
    let levels = Set(rulebook.targets[target].requirements.map { $0.subject.judgedLevel }).sorted()
    for level in levels where level >= self.level {
      guard let holder = facts.areas.ancestor(of: area, atLevel: level),
        let outcome = evaluator.outcome(target: target, area: holder, year: asked)
      else { continue }
      let results = evaluator.possibleResults(target: target, area: holder, year: asked)
      switch verdict {
      case .notReported, .waived: return outcome.verdict == verdict ? .met : .missed
      default: break
      }
      if outcome.verdict == verdict { return .met }
      if outcome.verdict == .notDue || outcome.verdict == .recorded { return verdict == .notApplicable ? .met : .missed }
      if outcome.verdict == .waived {
        if verdict == .missed || results == .missed { return .missed }
        throw .notExact
      }
      if outcome.verdict != .notReported { return .missed }
      let sought: PossibleResults = verdict == .met ? .met : (verdict == .missed ? .missed : .notApplicable)
      if !results.contains(sought) { return .missed }
      openQuestions += 1
      return .undecided
    }
    return .missed
  }

  func shifted(_ reference: YearReference, _ year: FiscalYear) -> FiscalYear? { rulebook.year(reference, from: year) }

  // MARK: Figures that occur more than once

  private func cases() throws(NoFormula) -> [(variable: Variable, pieces: [CompiledTarget.Piece])] {
    var cases: [(variable: Variable, pieces: [CompiledTarget.Piece])] = []
    var count = 1
    for variable in order {
      let places = occurrences[variable] ?? []
      if places.count < 2 { continue }
      let direction = places[0].direction
      if direction != 0, places.allSatisfy({ $0.direction == direction }) { continue }
      let forms = places.compactMap { $0.lone }
      if forms.count != places.count { throw .notExact }
      let pieces = self.pieces(variable, forms)
      count *= pieces.count
      if count > FormulaCompiler.caseLimit { throw .notExact }
      cases.append((variable, pieces))
    }
    return cases
  }

  /// The range of a figure, cut where a comparison changes.
  private func pieces(_ variable: Variable, _ forms: [WholeForm]) -> [CompiledTarget.Piece] {
    let (low, high) = (least(variable), greatest(variable))
    var cuts: [Int64] = []
    for form in forms {
      guard let factor = form.terms.first?.factor else { continue }
      let (top, bottom) = factor < 0 ? (form.constant, 0 - factor) : (0 - form.constant, factor)
      let down = top >= 0 ? top / bottom : 0 - (0 - top + bottom - 1) / bottom
      cuts += [down + (down * bottom == top ? 0 : 1), down + 1]
    }
    var pieces: [CompiledTarget.Piece] = []
    var start = low
    for cut in Set(cuts).sorted() {
      if let low, cut <= low { continue }
      if let high, cut > high { break }
      pieces.append(CompiledTarget.Piece(low: start, high: cut - 1))
      start = cut
    }
    pieces.append(CompiledTarget.Piece(low: start, high: high))
    return pieces
  }

  func step(_ variable: Variable) -> Rational { rulebook.indicators[variable.indicator].storedStep }

  func least(_ variable: Variable) -> Int64? { rulebook.indicators[variable.indicator].leastStored }

  func greatest(_ variable: Variable) -> Int64? {
    rulebook.indicators[variable.indicator].greatestStored(ladders: rulebook.ladders)
  }

  // MARK: Shortfall

  private func shortfall(_ requirement: Requirement, _ node: FormulaNode) -> ShortfallFormula? {
    guard requirement.exceptions.isEmpty, case .comparison(let comparison) = requirement.demand,
      case .indicator(let indicator) = comparison.left,
      comparison.relation != .equal, comparison.relation != .notEqual
    else { return nil }
    var inner = node
    while case .gated(_, let demand) = inner { inner = demand }
    let variable = Variable(indicator: indicator, earlierYear: nil)
    guard case .comparison(let compared) = inner, compared.divisor == nil,
      let term = compared.form.terms.first(where: { $0.variable == variable }), term.factor > 0
    else { return nil }
    return ShortfallFormula(form: compared.form, relation: comparison.relation, variable: variable, factor: term.factor)
  }
}
