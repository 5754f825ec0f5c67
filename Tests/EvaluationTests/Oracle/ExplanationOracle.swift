import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What was measured and required, and what is missing, for targets of one requirement whose demand is one comparison or a
/// number of areas.
extension OracleComparison {
  func checkExplanation(_ outcome: Outcome, _ expected: ExpectedOutcome) {
    if outcome.verdict != .missed, outcome.shortfall != nil {
      report(.shortfall, outcome, "a shortfall, though the verdict is \(outcome.verdict)")
    }
    let level = naive.areas.areas[outcome.area].level
    let requirements = naive.requirements(of: outcome.target, judging: level)
    guard requirements.count == 1, let requirement = requirements.first,
      [.met, .missed, .notReported].contains(outcome.verdict)
    else { return }
    if requirement.subject.outcomeLevel != nil { return }
    switch requirement.subject.kind {
    case .every, .the:
      if case .comparison(let comparison) = requirement.demand { check(outcome, comparison) }
    case .numberOf(let level, let relation, let amount):
      check(outcome, requirement, level: level, relation, amount, isExact: expected.isExact)
    }
  }

  /// The value of a side, where no unknown figure stands in it.
  private func known(_ expression: Expression, _ outcome: Outcome) -> Fraction? {
    naive.startRecording()
    let value = naive.value(expression, outcome.area, outcome.year.number)
    naive.isRecording = false
    return naive.touchedSlots.isEmpty && naive.touchedAsked.isEmpty ? value : nil
  }

  private func check(_ outcome: Outcome, _ comparison: Comparison) {
    tally.shortfalls += 1
    let left = known(comparison.left, outcome)
    let right = known(comparison.right, outcome)
    if outcome.verdict != .notReported, let left {
      expect(.measured, outcome, outcome.measured, Quantity(left.rational, comparison.dimension))
    }
    if let right {
      let required = outcome.required?.quantity
      expect(.required, outcome, required, Quantity(right.rational, comparison.dimension))
      if let relation = outcome.required?.relation, relation != comparison.relation {
        report(.required, outcome, "the relation is \(relation), the sentence says \(comparison.relation)")
      }
    }
    // Between yes and no, or between choices, there is no distance.
    switch comparison.dimension {
    case .yesOrNo, .choice: return
    default: break
    }
    guard outcome.verdict == .missed, let left, let right,
      let distance = distance(left, comparison.relation, right, step: step(comparison.left))
    else { return }
    expect(.shortfall, outcome, outcome.shortfall, Quantity(distance.rational, OracleComparison.difference(comparison.dimension)))
  }

  private func expect(_ kind: Discrepancy.Kind, _ outcome: Outcome, _ found: Quantity?, _ wanted: Quantity) {
    if found == wanted { return }
    let text = found.map { "\($0.value.decimalText) \($0.dimension)" } ?? "nothing"
    report(kind, outcome, "expected \(wanted.value.decimalText) \(wanted.dimension), evaluator \(text)")
  }

  static func difference(_ dimension: Dimension) -> Dimension {
    switch dimension {
    case .ratio: .points
    case .date: .days
    default: dimension
    }
  }

  /// The step of a figure that is one indicator, also in another year or of another area; nothing for what is computed.
  private func step(_ expression: Expression) -> Fraction? {
    switch expression {
    case .indicator(let indicator): Fraction(random.rulebook.indicators[indicator].storedStep)
    case .measure(let measure): step(random.rulebook.measures[measure].value)
    case .inYear(_, let inner), .ofArea(_, let inner): step(inner)
    default: nil
    }
  }

  /// How far the nearest value of the figure's step lies that satisfies the relation; nothing where the documents leave it
  /// open: strict limits on computed figures, which have no step.
  private func distance(_ left: Fraction, _ relation: Relation, _ right: Fraction, step: Fraction?) -> Fraction? {
    if relation == .equal { return (left - right).magnitude }
    guard let step else {
      return relation == .atLeast || relation == .atMost ? (left - right).magnitude : nil
    }
    let scaled = right.divided(by: step) ?? .zero
    let nearest: Int
    switch relation {
    case .atLeast: nearest = scaled.ceiling
    case .moreThan: nearest = scaled.floor + 1
    case .atMost: nearest = scaled.floor
    case .lessThan: nearest = scaled.ceiling - 1
    case .equal: return nil
    case .notEqual: return step
    }
    return (Fraction(nearest) * step - left).magnitude
  }

  // MARK: - Numbers and shares of areas

  private func check(
    _ outcome: Outcome, _ requirement: Requirement, level: Int, _ relation: Relation, _ amount: Subject.Amount, isExact: Bool
  ) {
    var (met, missed): ([Int], [Int]) = ([], [])
    var open: [Int] = []
    var isKnown = true
    for member in naive.areas.areas(ofLevel: level, below: outcome.area) {
      let isWaived = naive.waiver(of: outcome.target, area: member, year: outcome.year.number) != nil
      let (results, fillings) = memberResults(requirement, member, outcome.year.number)
      isKnown = isKnown && fillings.count == 1
      switch results {
      case [.met]: met.append(member)
      case [.missed]: if !isWaived { missed.append(member) }
      case [.notApplicable]: break
      default: open.append(member)
      }
    }
    if isExact, outcome.verdict == .missed || outcome.verdict == .notReported {
      if relation == .atLeast || relation == .moreThan, Set(outcome.holdingBack) != Set(missed) {
        report(.holdingBack, outcome, "missed by \(missed), evaluator \(outcome.holdingBack)")
      }
      if outcome.verdict == .notReported, guardIsKnown(requirement, outcome), Set(outcome.undecidedAreas) != Set(open) {
        report(.holdingBack, outcome, "unknown for \(open), evaluator \(outcome.undecidedAreas)")
      }
    }
    guard isKnown, outcome.verdict != .notReported else { return }
    tally.shortfalls += 1
    checkNumber(outcome, met.count, missed.count, level, relation, amount)
  }

  private func guardIsKnown(_ requirement: Requirement, _ outcome: Outcome) -> Bool {
    guard let guarded = requirement.guarded else { return true }
    naive.startRecording()
    _ = naive.result(guarded, outcome.area, outcome.year.number)
    naive.isRecording = false
    return naive.touchedSlots.isEmpty && naive.touchedAsked.isEmpty
  }

  private func memberResults(_ requirement: Requirement, _ member: Int, _ year: Int32) -> (Set<NaiveResult>, Fillings) {
    var results: Set<NaiveResult> = []
    let fillings = Fillings(naive, breadth: breadth) { _ = self.naive.memberResult(requirement, member, year) }
    fillings.forEach(naive) {
      results.insert(self.naive.memberResult(requirement, member, year))
      return true
    }
    return (results, fillings)
  }

  private func checkNumber(
    _ outcome: Outcome, _ met: Int, _ missed: Int, _ level: Int, _ relation: Relation, _ amount: Subject.Amount
  ) {
    let measured: Quantity
    let enough: (Int) -> Bool
    switch amount {
    case .count(let number):
      measured = Quantity(Rational(Int64(met)), .areas(level))
      enough = { NaiveEvaluator.holds(Fraction($0), relation, Fraction(Int(number))) }
    case .share(let share):
      if met + missed == 0 { return }
      measured = Quantity(Fraction(met, over: met + missed).rational, .ratio)
      enough = { NaiveEvaluator.holds(Fraction($0), relation, Fraction(share) * Fraction(met + missed)) }
    }
    expect(.measured, outcome, outcome.measured, measured)
    guard outcome.verdict == .missed, relation == .atLeast || relation == .moreThan else { return }
    guard let more = (0...missed).first(where: { enough(met + $0) }) else { return }
    expect(.shortfall, outcome, outcome.shortfall, Quantity(Rational(Int64(more)), .areas(level)))
  }
}
