import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

/// Lowers a rulebook to a plan. Each measure is lowered once; what is nested deeper than `depthLimit` or larger than
/// `sizeLimit` with its measures written out is left undecided, and said.
struct Preparation {
  private let rulebook: Rulebook
  private(set) var plan = Plan()
  private(set) var diagnostics: [Diagnostic] = []
  /// By measure: where it stands in the plan, how deep it is; nothing before it has been lowered.
  private var measures: [(step: Int, depth: Int, size: Int)?]
  private var openMeasures: [Bool]
  /// How deep the deepest part is that the last lowered step holds.
  private var deepest = 0
  private var isTooDeep = false
  /// How many steps the requirement has, with every measure written out where it is used: measures that use others twice
  /// double with every stage.
  private var size = 0

  static let depthLimit = 256
  static let sizeLimit = 16_384

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    measures = [(step: Int, depth: Int, size: Int)?](repeating: nil, count: rulebook.measures.count)
    openMeasures = [Bool](repeating: false, count: rulebook.measures.count)
  }

  /// Lowers every target; `excepted` tells by area whether a subject leaves it out.
  mutating func lower(excepted: (Subject) -> [Bool]) {
    for group in rulebook.groups {
      size = 0
      plan.groups.append(group.classes.map { lowered($0.condition, depth: 0) })
      plan.indicatorsOfGroups.append(plan.indicators(ofGroup: plan.groups.count - 1))
    }
    for (position, target) in rulebook.targets.enumerated() {
      isTooDeep = false
      var levels: [Int] = []
      var stepsByLevel: [[RequirementStep]] = []
      for requirement in target.requirements {
        let step = lowered(requirement, excepted: excepted(requirement.subject))
        let level = requirement.subject.judgedLevel
        if let place = levels.firstIndex(of: level) {
          stepsByLevel[place].append(step)
        } else {
          levels.append(level)
          stepsByLevel.append([step])
        }
      }
      var units: [Int] = []
      for (level, steps) in zip(levels, stepsByLevel) {
        units.append(plan.units.count)
        plan.units.append(
          Unit(
            target: position, level: level, requirements: steps,
            datedYears: target.requirements.compactMap { $0.years }, inForce: yearsInForce(target),
            due: target.due, recordOnly: target.recordOnly, mayRepeat: plan.mayRepeatFigures(steps)))
      }
      plan.unitsOfTarget.append(units)
      if isTooDeep { diagnostics.append(nestedTooDeep(target)) }
    }
    plan.noteAggregatedIndicators()
    plan.noteAskedIndicators()
    plan.orderUnits()
  }

  /// Years before the programme ran count as not in force; an empty span is one that no year lies in.
  private func yearsInForce(_ target: Target) -> ClosedRange<Int32> {
    var first = target.inForceFrom?.number ?? .min
    if let since = rulebook.program.since { first = max(first, since.number) }
    let last = target.inForceUntil?.number ?? .max
    return first <= last ? first...last : Int32.min...Int32.min
  }

  private mutating func lowered(_ requirement: Requirement, excepted: [Bool]) -> RequirementStep {
    size = 0
    var who: RequirementStep.Who
    switch requirement.subject.kind {
    case .every, .the: who = .each
    case .numberOf(let level, let relation, let amount): who = .numberOf(level: level, relation, amount)
    }
    var filter = requirement.subject.filter.map { lowered($0, depth: 0) }
    var guarded = requirement.guarded.map { lowered($0, depth: 0) }
    if case .every = requirement.subject.kind, requirement.subject.outcomeLevel != nil {
      // Every area below must meet it where its own guard holds: the verdict is that of the area above.
      who = .numberOf(level: requirement.subject.level, .atLeast, .share(.one))
      if let first = filter, let second = guarded {
        filter = add(ConditionStep.numberMet(.equal, 2, added([first, second])))
      } else {
        filter = filter ?? guarded
      }
      guarded = nil
    }
    let demand = lowered(demand: requirement.demand, requirement.place)
    var exceptions: [ExceptionStep] = []
    for exception in requirement.exceptions {
      let condition = lowered(exception.condition, depth: 0)
      exceptions.append(ExceptionStep(condition: condition, demand: lowered(demand: exception.demand, exception.place)))
    }
    return RequirementStep(
      who: who, filter: filter, guarded: guarded, years: requirement.years, demand: demand, exceptions: exceptions,
      isExcepted: excepted, place: requirement.place)
  }

  private mutating func lowered(demand: Condition?, _ place: SourceSpan) -> DemandStep {
    guard let demand else { return DemandStep(condition: nil, leaves: [], isConjunction: true, place: place) }
    let condition = lowered(demand, depth: 0)
    var leaves: [LeafStep] = []
    let isConjunction = plan.collectLeaves(condition, isNegated: false, into: &leaves)
    return DemandStep(condition: condition, leaves: leaves, isConjunction: isConjunction, place: place)
  }

  // MARK: Expressions

  private mutating func add(_ step: ExpressionStep) -> Int {
    plan.expressions.append(step)
    return plan.expressions.count - 1
  }

  private mutating func lowered(_ expression: Expression, depth: Int) -> Int {
    deepest = max(deepest, depth)
    size += 1
    if depth > Preparation.depthLimit || size > Preparation.sizeLimit {
      isTooDeep = true
      return add(ExpressionStep.unjudgeable)
    }
    switch expression {
    case .constant(let value):
      plan.constants.append(value)
      return add(.constant(plan.constants.count - 1))
    case .indicator(let indicator): return add(.indicator(indicator))
    case .measure(let measure): return lowered(measure: measure, depth: depth)
    case .parameter(let parameter): return add(.parameter(parameter))
    case .dayOfYear(let month, let day): return add(.dayOfYear(month: month, day: day))
    case .inYear(let reference, let inner): return add(.inYear(reference, lowered(inner, depth: depth + 1)))
    case .ofArea(let level, let inner): return add(.ofArea(level: level, lowered(inner, depth: depth + 1)))
    case .aggregate(let aggregate, let level, let inner):
      return add(.aggregate(aggregate, level: level, lowered(inner, depth: depth + 1)))
    case .peerAggregate(let aggregate, let peers, let inner):
      return add(.peerAggregate(aggregate, peers, lowered(inner, depth: depth + 1)))
    case .numberOfAreas(let level, let condition):
      return add(.numberOfAreas(level: level, lowered(condition, depth: depth + 1)))
    case .arithmetic(let operation, let left, let right):
      let leftStep = lowered(left, depth: depth + 1)
      return add(.arithmetic(operation, leftStep, lowered(right, depth: depth + 1)))
    case .sum(let parts):
      var steps: [Int] = []
      for part in parts { steps.append(lowered(part, depth: depth + 1)) }
      return add(.sum(added(steps)))
    case .rounded(let inner, let decimals): return add(.rounded(lowered(inner, depth: depth + 1), decimals: decimals))
    case .series(let series, let inner):
      let step = lowered(inner, depth: depth + 1)
      plan.series.append(SeriesStep(series: series, inner: step))
      return add(.series(plan.series.count - 1))
    case .path(let points):
      plan.paths.append(points)
      return add(.path(plan.paths.count - 1))
    case .positive(let inner): return add(.positive(lowered(inner, depth: depth + 1)))
    case .absolute(let inner): return add(.absolute(lowered(inner, depth: depth + 1)))
    case .carriedOver(let carried):
      let demand = lowered(carried.demand, depth: depth + 1)
      let figure = lowered(carried.figure, depth: depth + 1)
      return add(.carriedOver(CarriedStep(demand: demand, figure: figure, before: carried.before, since: carried.since)))
    }
  }

  private mutating func added(_ steps: [Int]) -> Parts {
    plan.parts.append(contentsOf: steps)
    return Parts(first: plan.parts.count - steps.count, count: steps.count)
  }

  private mutating func lowered(measure: Int, depth: Int) -> Int {
    if let known = measures[measure] {
      deepest = max(deepest, depth + known.depth)
      size += known.size
      if depth + known.depth <= Preparation.depthLimit, size <= Preparation.sizeLimit { return known.step }
      isTooDeep = true
      return add(ExpressionStep.unjudgeable)
    }
    if openMeasures[measure] {
      isTooDeep = true
      return add(ExpressionStep.unjudgeable)
    }
    openMeasures[measure] = true
    let outerDeepest = deepest
    let outerSize = size
    deepest = depth
    let step = lowered(rulebook.measures[measure].value, depth: depth + 1)
    measures[measure] = (step: step, depth: deepest - depth, size: size - outerSize)
    deepest = max(deepest, outerDeepest)
    openMeasures[measure] = false
    return step
  }

  // MARK: Conditions

  private mutating func add(_ step: ConditionStep) -> Int {
    plan.conditions.append(step)
    return plan.conditions.count - 1
  }

  private mutating func lowered(_ condition: Condition, depth: Int) -> Int {
    deepest = max(deepest, depth)
    size += 1
    if depth > Preparation.depthLimit || size > Preparation.sizeLimit {
      isTooDeep = true
      return add(ConditionStep.unjudgeable)
    }
    switch condition {
    case .comparison(let comparison): return lowered(comparison, depth: depth)
    case .reported(let expression): return add(.reported(lowered(expression, depth: depth + 1)))
    case .all(let conditions): return add(.all(lowered(conditions, depth: depth)))
    case .any(let conditions): return add(.any(lowered(conditions, depth: depth)))
    case .not(let inner): return add(.not(lowered(inner, depth: depth + 1)))
    case .numberMet(let relation, let number, let conditions):
      return add(.numberMet(relation, number, lowered(conditions, depth: depth)))
    case .rank(let rank):
      let figure = lowered(rank.figure, depth: depth + 1)
      plan.ranks.append(
        RankStep(
          figure: figure, dimension: rank.dimension, end: rank.end, amount: rank.amount, peers: rank.peers,
          leavesOutZeros: rank.leavesOutZeros, place: rank.place))
      return add(ConditionStep.rank(plan.ranks.count - 1))
    case .deviation(let bound):
      let left = lowered(bound.left, depth: depth + 1)
      let figure = lowered(bound.figure, depth: depth + 1)
      plan.deviations.append(
        DeviationStep(
          left: left, relation: bound.relation, figure: figure, factor: bound.factor, peers: bound.peers,
          dimension: bound.dimension, place: bound.place))
      return add(ConditionStep.deviation(plan.deviations.count - 1))
    case .areas(let subject, let inner):
      let filter = subject.filter.map { lowered($0, depth: depth + 1) }
      let condition = lowered(inner, depth: depth + 1)
      let (relation, amount) = subject.quantity
      plan.quantifiers.append(
        QuantifierStep(level: subject.level, relation: relation, amount: amount, filter: filter, condition: condition)
      )
      return add(ConditionStep.areas(plan.quantifiers.count - 1))
    case .outcome(let target, let verdict, let year): return add(.outcome(target: target, verdict, year))
    }
  }

  private mutating func lowered(_ conditions: [Condition], depth: Int) -> Parts {
    var steps: [Int] = []
    for condition in conditions { steps.append(lowered(condition, depth: depth + 1)) }
    return added(steps)
  }

  private mutating func lowered(_ comparison: Comparison, depth: Int) -> Int {
    let left = lowered(comparison.left, depth: depth + 1)
    let right = lowered(comparison.right, depth: depth + 1)
    plan.comparisons.append(
      ComparisonStep(
        left: left, relation: comparison.relation, right: right,
        threshold: plan.threshold(left, comparison.relation, right)
          ?? plan.threshold(right, comparison.relation.mirrored, left),
        isBent: plan.isBent(left) || plan.isBent(right)))
    plan.comparisonDetails.append(
      ComparisonDetail(
        dimension: comparison.dimension, place: comparison.place, baseline: plan.baseline(of: left, in: right)))
    return add(.comparison(plan.comparisons.count - 1))
  }
}
