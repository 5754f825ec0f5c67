import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Tells whether the language promises an exact outcome for a target, an area and a year ("What a missing figure means"):
///
/// 1. no comparison holds a repeated unreported figure beside another unreported one, and no number or share of areas holds
///    one that also stands outside it,
/// 2. `=` and `≠` have coefficients ±1 and unknown figures of equal decimals,
/// 3. unreported denominators exclude zero,
/// 4. no unreported figure serves two areas: stands in the conditions of two areas that are counted, or of one of them and
///    of the area above,
/// 5. splitting the repeated figures takes at most 1,024 cases.
///
/// Unknown outcomes of other targets are counted like unknown figures. Where the document leaves room, less is promised:
/// `=` and `≠` over anything but a linear form, and over a count of areas, is not counted as exact; nor is a comparison
/// in which one unknown figure still stands twice after it was brought to one side.
final class ExactForm {
  private let evaluator: NaiveEvaluator
  private var comparisons: [(form: Form, relation: Relation)] = []
  private var hasUnknownDenominator = false
  private var servesTwoAreas = false
  /// What stands in the conditions of the areas that a requirement counts.
  private var counted: [Occurrences] = []
  private var hasUncertainEqualShare = false
  private(set) var mayEmptyDenominator = false
  private(set) var hasRepeatedUnknown = false
  private var asked: [AskedKey] = []
  /// The areas whose conditions hold an unknown figure.
  private var served: [Int: Set<Int>] = [:]
  private(set) var reasons: [String] = []

  init(_ evaluator: NaiveEvaluator) { self.evaluator = evaluator }

  /// How often each unknown stands in a part; figures by slot, outcomes of other targets by negative numbers.
  typealias Occurrences = [Int: Int]

  /// A figure as a sum of unknown figures with factors, beside parts that are not linear.
  struct Form {
    var factors: [Int: Fraction] = [:]
    var others: [(factor: Fraction, occurrences: Occurrences, isCount: Bool)] = []

    var isKnown: Bool { factors.isEmpty && others.isEmpty }

    var occurrences: Occurrences {
      var result: Occurrences = [:]
      for (slot, factor) in factors where factor != .zero { result[slot] = 1 }
      for other in others { result.merge(other.occurrences) { $0 + $1 } }
      return result
    }

    func scaled(by factor: Fraction) -> Form {
      if factor == .zero { return Form() }
      return Form(
        factors: factors.mapValues { $0 * factor },
        others: others.map { ($0.factor * factor, $0.occurrences, $0.isCount) })
    }

    func adding(_ other: Form) -> Form {
      var sum = Form(factors: factors.merging(other.factors) { $0 + $1 }, others: others + other.others)
      sum.factors = sum.factors.filter { $0.value != .zero }
      return sum
    }
  }

  /// `dividedByZero` tells whether some filling divided by zero.
  func isExact(target: Int, area: Int, year: Int32, dividedByZero: Bool) -> Bool {
    let level = evaluator.areas.areas[area].level
    var total: Occurrences = [:]
    for requirement in evaluator.requirements(of: target, judging: level) {
      total.merge(occurrences(requirement, area, year)) { $0 + $1 }
    }
    for (form, relation) in comparisons { check(form, relation, total) }
    for own in counted where own.contains(where: { total[$0.key, default: 0] > $0.value }) {
      reasons.append("an unknown figure in a count of areas stands elsewhere, too")
    }
    if total.contains(where: { $0.key >= 0 && $0.value > 1 }) { hasRepeatedUnknown = true }
    if hasUnknownDenominator, dividedByZero { reasons.append("an unknown denominator may be 0") }
    if servesTwoAreas || served.values.contains(where: { $0.count > 1 }) { reasons.append("an unknown figure serves two areas") }
    if hasUncertainEqualShare { reasons.append("an exact share with unknown areas") }
    if total.contains(where: { $0.key < 0 && $0.value > 1 }) { reasons.append("an unknown outcome is asked twice") }
    var cases = 1
    for (slot, times) in total where slot >= 0 && times > 1 { cases = min(cases * (2 * times + 1), 100_000) }
    if cases > 1024 { reasons.append("too many splits") }
    return reasons.isEmpty
  }

  private func check(_ form: Form, _ relation: Relation, _ total: Occurrences) {
    let own = form.occurrences
    if own.count > 1, own.contains(where: { total[$0.key, default: 0] > 1 }) {
      reasons.append("a repeated unknown figure beside another")
    }
    if own.contains(where: { $0.value > 1 }) { hasRepeatedUnknown = true }
    if own.contains(where: { $0.value > 1 }) { reasons.append("an unknown figure stands twice in a comparison") }
    guard relation == .equal || relation == .notEqual, !own.isEmpty else { return }
    let factors = Array(form.factors.values) + form.others.map { $0.factor }
    let steps = form.factors.keys.map { evaluator.rulebook.indicators[evaluator.key(ofSlot: $0).indicator].storedStep }
    let counts = form.others.isEmpty ? [] : [Rational.one]
    if factors.contains(where: { $0.magnitude != Fraction(1) }) || form.others.contains(where: { !$0.isCount })
      || Set(steps + counts).count > 1
    {
      reasons.append("= or ≠ over factors other than ±1 or unequal decimals")
    }
  }
}

// MARK: - Peers

extension ExactForm {
  /// The unknown figures over peers; without members where their classes are not known, which is no exact form.
  private func occurrences(
    of peers: Peers, _ inner: Expression, _ area: Int, _ year: Int32
  ) -> (found: Occurrences, members: [Int]?) {
    var found: Occurrences = [:]
    if let group = peers.group {
      for member in [area] + evaluator.pool(peers, for: area) {
        for part in evaluator.rulebook.groups[group].classes {
          found.merge(occurrences(part.condition, member, year)) { $0 + $1 }
        }
      }
    }
    if !found.isEmpty {
      reasons.append("a class that is not known")
      for member in evaluator.pool(peers, for: area) {
        found.merge(form(inner, member, year)?.occurrences ?? [:]) { $0 + $1 }
      }
      return (found, nil)
    }
    guard let members = evaluator.peers(peers, for: area, year) else { return ([:], nil) }
    for member in members { found.merge(form(inner, member, year)?.occurrences ?? [:]) { $0 + $1 } }
    return (found, members)
  }

  private func occurrences(_ rank: Rank, _ area: Int, _ year: Int32) -> Occurrences {
    guard let own = form(rank.figure, area, year) else { return [:] }
    let (found, members) = occurrences(of: rank.peers, rank.figure, area, year)
    guard let members else { return found }
    let forms = members.compactMap { form(rank.figure, $0, year) }
    _ = combined(forms.map { $0.occurrences })
    if forms.contains(where: { !$0.others.isEmpty }) || !own.others.isEmpty { reasons.append("a rank of what is not linear") }
    if rank.leavesOutZeros, !found.isEmpty { reasons.append("a rank that leaves out zeros, with a silent area") }
    var whole = Form()
    for slot in found.keys { whole.factors[slot] = Fraction(1) }
    comparisons.append((whole, .atLeast))
    return whole.occurrences
  }
}

// MARK: - Requirements and conditions

extension ExactForm {
  private func occurrences(_ requirement: Requirement, _ area: Int, _ year: Int32) -> Occurrences {
    if requirement.subject.outcomeLevel != nil {
      let own = combined(
        evaluator.areas.areas(ofLevel: requirement.subject.level, below: area).map { member in
          var found = requirement.guarded.map { occurrences($0, member, year) } ?? [:]
          found.merge(demand(requirement, member, year)) { $0 + $1 }
          return found
        })
      counted.append(own)
      if !own.isEmpty { mayEmptyDenominator = true }
      return own
    }
    var result = requirement.guarded.map { occurrences($0, area, year) } ?? [:]
    let own: Occurrences
    switch requirement.subject.kind {
    case .every, .the: own = demand(requirement, area, year)
    case .numberOf(let level, let relation, let amount):
      let members = evaluator.areas.areas(ofLevel: level, below: area)
      own = combined(members.map { demand(requirement, $0, year) })
      counted.append(own)
      guard case .share = amount, !own.isEmpty else { break }
      if relation == .equal || relation == .notEqual { hasUncertainEqualShare = true }
      mayEmptyDenominator = true
    }
    result.merge(own) { $0 + $1 }
    return result
  }

  private func demand(_ requirement: Requirement, _ area: Int, _ year: Int32) -> Occurrences {
    if evaluator.isExcepted(area, by: requirement.subject) { return [:] }
    var result = requirement.subject.filter.map { occurrences($0, area, year) } ?? [:]
    result.merge(occurrences(requirement.demand, area, year)) { $0 + $1 }
    return result
  }

  private func combined(_ members: [Occurrences]) -> Occurrences {
    var result: Occurrences = [:]
    for member in members {
      for (unknown, times) in member {
        if result[unknown] != nil { servesTwoAreas = true }
        result[unknown, default: 0] += times
      }
    }
    return result
  }

  private func occurrences(_ condition: Condition, _ area: Int, _ year: Int32) -> Occurrences {
    switch condition {
    case .comparison(let comparison):
      guard let left = form(comparison.left, area, year), let right = form(comparison.right, area, year) else { return [:] }
      if left.occurrences.keys.contains(where: { right.occurrences[$0] != nil }) { hasRepeatedUnknown = true }
      let difference = left.adding(right.scaled(by: Fraction(-1)))
      comparisons.append((difference, comparison.relation))
      // What stands in a count of areas serves those areas, and is noted there.
      for slot in Form(factors: difference.factors, others: difference.others.filter { !$0.isCount }).occurrences.keys {
        served[slot, default: []].insert(area)
      }
      return difference.occurrences
    case .reported: return [:]
    case .all(let parts), .any(let parts), .numberMet(_, _, let parts):
      var result: Occurrences = [:]
      for part in parts { result.merge(occurrences(part, area, year)) { $0 + $1 } }
      return result
    case .not(let inner): return occurrences(inner, area, year)
    case .rank(let rank): return occurrences(rank, area, year)
    case .deviation(let bound):
      var found = form(bound.left, area, year)?.occurrences ?? [:]
      found.merge(occurrences(of: bound.peers, bound.figure, area, year).found) { $0 + $1 }
      if !found.isEmpty { reasons.append("a deviation with a silent area") }
      return found
    case .areas(let subject, let inner):
      let members = evaluator.members(ofLevel: subject.level, for: area)
      let found = combined(
        members.map { member in
          var own = subject.filter.map { occurrences($0, member, year) } ?? [:]
          own.merge(occurrences(inner, member, year)) { $0 + $1 }
          return own
        })
      counted.append(found)
      if found.isEmpty { return found }
      switch subject.kind {
      case .numberOf(_, .equal, .share), .numberOf(_, .notEqual, .share): hasUncertainEqualShare = true
      default: break
      }
      mayEmptyDenominator = true
      return found
    case .outcome:
      evaluator.startRecording()
      _ = evaluator.result(condition, area, year)
      evaluator.isRecording = false
      guard let key = evaluator.touchedAsked.first else { return [:] }
      if !asked.contains(key) { asked.append(key) }
      return [-1 - (asked.firstIndex(of: key) ?? 0): 1]
    }
  }
}

// MARK: - Figures

extension ExactForm {
  /// The figure as a form; nothing where it is not applicable.
  private func form(_ expression: Expression, _ area: Int, _ year: Int32) -> Form? {
    switch expression {
    case .constant, .parameter, .dayOfYear: return Form()
    case .path: return evaluator.value(expression, area, year).map { _ in Form() }
    case .indicator(let indicator): return figure(indicator, area, year)
    case .measure(let measure): return form(evaluator.rulebook.measures[measure].value, area, year)
    case .inYear(let reference, let inner): return evaluator.year(reference, from: year).flatMap { form(inner, area, $0) }
    case .series(let series, let inner): return form(series, inner, area, year)
    case .positive(let inner):
      guard let inside = form(inner, area, year) else { return nil }
      // Below zero it is what a denominator is at zero.
      if !inside.isKnown { hasUnknownDenominator = true }
      return inside.isKnown && evaluator.value(expression, area, year) == nil ? nil : inside
    case .absolute(let inner):
      guard let inside = form(inner, area, year) else { return nil }
      if !inside.isKnown { reasons.append("the size of an unknown figure") }
      return opaque([inside])
    case .carriedOver(let carried): return form(carried, area, year)
    case .ofArea(let level, let inner):
      return evaluator.areas.ancestor(of: area, atLevel: level).flatMap { form(inner, $0, year) }
    case .aggregate(let aggregate, let level, let inner): return form(aggregate, level, inner, area, year)
    case .peerAggregate(let aggregate, let peers, let inner):
      let (found, members) = occurrences(of: peers, inner, area, year)
      guard let members else { return found.isEmpty ? nil : Form(others: [(Fraction(1), found, false)]) }
      return form(aggregate, over: members, inner, year)
    case .numberOfAreas(let level, let condition):
      let members = evaluator.members(ofLevel: level, for: area)
      let found = combined(members.map { occurrences(condition, $0, year) })
      return found.isEmpty ? Form() : Form(others: [(Fraction(1), found, true)])
    case .arithmetic(let operation, let left, let right):
      guard let first = form(left, area, year), let second = form(right, area, year) else { return nil }
      return form(operation, (left, first), (right, second), area, year)
    case .sum(let parts):
      let forms = parts.compactMap { form($0, area, year) }
      return forms.isEmpty ? nil : forms.reduce(Form()) { $0.adding($1) }
    case .rounded(let inner, _): return form(inner, area, year).map { opaque([$0]) }
    }
  }

  private func form(_ series: YearSeries, _ inner: Expression, _ area: Int, _ year: Int32) -> Form? {
    func forms(_ first: Int32) -> [Form?] { first <= year ? (first...year).map { form(inner, area, $0) } : [] }
    switch series {
    case .cumulated(let since):
      let given = evaluator.year(since, from: year).map { forms($0).compactMap { $0 } } ?? []
      return given.isEmpty ? nil : given.reduce(Form()) { $0.adding($1) }
    case .average(let years):
      let all = forms(year - years + 1)
      if all.contains(where: { $0 == nil }) { return nil }
      return all.compactMap { $0 }.reduce(Form()) { $0.adding($1) }.scaled(by: Fraction(1, over: Int(years)))
    case .slope(let years):
      let all = forms(year - years + 1)
      if all.contains(where: { $0 == nil }) { return nil }
      let (n, middle) = (Int(years), Int(years) - 1)
      var sum = Form()
      for (position, part) in all.compactMap({ $0 }).enumerated() {
        sum = sum.adding(part.scaled(by: Fraction(6 * (2 * position - middle), over: n * (n * n - 1))))
      }
      return sum
    }
  }

  /// A demand bends where nothing is missing any more.
  private func form(_ carried: CarryOver, _ area: Int, _ year: Int32) -> Form? {
    guard let demand = form(carried.demand, area, year) else { return nil }
    guard let before = evaluator.year(carried.before, from: year), before >= carried.since.number else { return demand }
    let parts = [form(carried.figure, area, before), form(carried, area, before)].compactMap { $0 }
    return demand.adding(opaque(parts))
  }

  private func figure(_ indicator: Int, _ area: Int, _ year: Int32) -> Form? {
    let slot = evaluator.slot(indicator, area, year)
    switch evaluator.state(ofSlot: slot) {
    case .given: return Form()
    case .notApplicable: return nil
    case .notReported: break
    }
    guard evaluator.gathers(indicator, area) else { return Form(factors: [slot: Fraction(1)]) }
    let parts = evaluator.children(of: area).compactMap { figure(indicator, $0, year) }
    return parts.isEmpty ? nil : parts.reduce(Form()) { $0.adding($1) }
  }

  private func opaque(_ parts: [Form]) -> Form {
    var found: Occurrences = [:]
    for part in parts { found.merge(part.occurrences) { $0 + $1 } }
    return found.isEmpty ? Form() : Form(others: [(Fraction(1), found, false)])
  }

  private func form(_ aggregate: Aggregate, _ level: Int, _ inner: Expression, _ area: Int, _ year: Int32) -> Form? {
    form(aggregate, over: evaluator.members(ofLevel: level, for: area), inner, year)
  }

  private func form(_ aggregate: Aggregate, over members: [Int], _ inner: Expression, _ year: Int32) -> Form? {
    let forms = members.compactMap { form(inner, $0, year) }
    _ = combined(forms.map { $0.occurrences })
    if forms.isEmpty { return nil }
    switch aggregate {
    case .total: return forms.reduce(Form()) { $0.adding($1) }
    case .average: return forms.reduce(Form()) { $0.adding($1) }.scaled(by: Fraction(1, over: forms.count))
    case .median, .highest, .lowest: return opaque(forms)
    }
  }

  private func form(
    _ operation: Arithmetic, _ left: (Expression, Form), _ right: (Expression, Form), _ area: Int, _ year: Int32
  ) -> Form? {
    let (first, second) = (left.1, right.1)
    switch operation {
    case .plus: return first.adding(second)
    case .minus: return first.adding(second.scaled(by: Fraction(-1)))
    case .times:
      if second.isKnown { return evaluator.value(right.0, area, year).map { first.scaled(by: $0) } }
      if first.isKnown { return evaluator.value(left.0, area, year).map { second.scaled(by: $0) } }
      return opaque([first, second])
    case .dividedBy:
      guard second.isKnown else {
        hasUnknownDenominator = true
        return opaque([first, second])
      }
      return evaluator.value(right.0, area, year).flatMap { Fraction(1).divided(by: $0) }.map { first.scaled(by: $0) }
    }
  }
}
