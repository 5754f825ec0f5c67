import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// One way in which the evaluator and the oracle differ.
struct Discrepancy {
  enum Kind: String {
    case rows = "the outcomes are not one for each target and judged area, in order"
    case unsound = "a verdict that some filling contradicts"
    case undecided = "not reported, though the form is exact and all fillings agree"
    case resultsTooFew = "possible results lack one that a filling has"
    case resultsTooMany = "possible results hold one that no filling has, though the form is exact"
    case awaited = "what is awaited"
    case measured = "the measured figure"
    case required = "the required figure"
    case shortfall = "the shortfall"
    case openYears = "the years for which the gap is open"
    case holdingBack = "the areas that hold the target back"
    case change = "a change that is not allowed or does not meet the target"
    case changeNotLeast = "a smaller change would meet the target"
    case changeMissing = "one changed figure would meet the target, and none is proposed"
    case silentAreas = "the silent areas"
  }

  let kind: Kind
  let target: Int
  let area: Int
  let year: FiscalYear
  let text: String
}

/// How the cases of a run are spread, so that a degenerate generator is noticed.
struct Tally {
  /// Targets judged on a data set: what counts as a case.
  var cases = 0
  var rows = 0
  var met = 0
  var missed = 0
  var notApplicable = 0
  var undecided = 0
  var waived = 0
  /// Rows with at least one unknown figure, and those of them whose form is exact.
  var withUnknowns = 0
  var exactWithUnknowns = 0
  /// Rows with unknown figures that all fillings decide alike.
  var decidedWithUnknowns = 0
  /// Rows outside the exact forms that the evaluator left open, though all fillings agree.
  var leftOpen = 0
  var fillings = 0
  var tooLarge = 0
  var changes = 0
  var shortfalls = 0
  var forms = FormCensus()

  mutating func add(_ other: Tally) {
    cases += other.cases
    rows += other.rows
    met += other.met
    missed += other.missed
    notApplicable += other.notApplicable
    undecided += other.undecided
    waived += other.waived
    withUnknowns += other.withUnknowns
    exactWithUnknowns += other.exactWithUnknowns
    decidedWithUnknowns += other.decidedWithUnknowns
    leftOpen += other.leftOpen
    fillings += other.fillings
    tooLarge += other.tooLarge
    changes += other.changes
    shortfalls += other.shortfalls
    forms.add(other.forms)
  }

  var text: String {
    """
    \(cases) cases, \(rows) outcomes (\(fillings) fillings): met \(met), missed \(missed), not reported \(undecided), \
    not applicable \(notApplicable), waived \(waived); with unknown figures \(withUnknowns), of these exact forms \
    \(exactWithUnknowns), decided alike \(decidedWithUnknowns), left open outside the exact forms \(leftOpen); \
    too many fillings \(tooLarge); shortfalls checked \(shortfalls), changes checked \(changes)
    """
  }
}

/// One outcome as the oracle sees it.
struct ExpectedOutcome {
  let target: Int
  let area: Int
  let year: FiscalYear
  let fillings: Fillings
  let results: Set<NaiveResult>
  let isExact: Bool
  let isSetExact: Bool
  /// Whether an unknown figure stands more than once: then a least change need not be found.
  let hasRepeatedUnknown: Bool
  let isWaived: Bool
  /// Why the form is not exact.
  let reasons: [String]

  /// The verdict of a set of possible results.
  static func verdict(_ results: Set<NaiveResult>, isWaived: Bool) -> Verdict {
    switch results {
    case [.met]: .met
    case [.notApplicable]: .notApplicable
    case [.missed]: isWaived ? .waived : .missed
    default: isWaived ? .waived : .notReported
    }
  }

  var verdict: Verdict { ExpectedOutcome.verdict(results, isWaived: isWaived) }
}

/// Judges one random case with both evaluators.
final class OracleComparison {
  let random: RandomCase
  let evaluator: Evaluator
  let naive: NaiveEvaluator
  let breadth: OpenBreadth
  private var judgements: [FiscalYear: Judgement] = [:]
  var tally = Tally()
  var discrepancies: [Discrepancy] = []

  init(_ random: RandomCase, breadth: OpenBreadth = .narrow) {
    self.random = random
    self.breadth = breadth
    let evaluator = Evaluator(rulebook: random.rulebook, facts: random.facts)
    self.evaluator = evaluator
    // Targets that are asked about are judged themselves, too; here their possible results are taken as they are.
    naive = NaiveEvaluator(rulebook: random.rulebook, facts: random.facts) { target, area, year in
      NaiveResult.set(evaluator.possibleResults(target: target, area: area, year: year))
    }
  }

  func run() {
    var judged: Set<Int> = []
    for year in random.judgedYears {
      let judgement = judgement(year)
      checkSilentAreas(judgement)
      for outcome in rows(of: judgement) where compare(outcome) { judged.insert(outcome.target) }
    }
    checkAsked()
    if random.judgedYears.count > 1 || naive.facts.years.count == 1 { checkOpenYears() }
    tally.cases += judged.count
    for target in judged { tally.forms.add(random.rulebook.targets[target]) }
  }

  private func judgement(_ year: FiscalYear) -> Judgement {
    if let known = judgements[year] { return known }
    let judged = evaluator.judge(year)
    judgements[year] = judged
    return judged
  }

  /// The outcomes of the year, each once: targets in order, areas of one level in order.
  private func rows(of judgement: Judgement) -> [Outcome] {
    let targets = judgement.outcomes.map { $0.target }
    if targets != targets.sorted() { report(.rows, 0, 0, judgement.year, "the targets are out of order") }
    var found: [Outcome] = []
    for target in random.rulebook.targets.indices {
      let own = judgement.outcomes.filter { $0.target == target }
      var expected = 0
      for level in naive.levels(judgedBy: target) {
        let areas = naive.areas.areas(ofLevel: level)
        expected += areas.count
        let judged = own.map { $0.area }.filter { naive.areas.areas[$0].level == level }
        if judged != areas { report(.rows, target, 0, judgement.year, "judged \(judged), not \(areas)") }
      }
      if own.count != expected || own.contains(where: { $0.year != judgement.year }) {
        report(.rows, target, 0, judgement.year, "\(own.count) outcomes instead of \(expected), or of another year")
      }
      found += own
    }
    return found
  }

  func report(_ kind: Discrepancy.Kind, _ target: Int, _ area: Int, _ year: FiscalYear, _ text: String) {
    discrepancies.append(Discrepancy(kind: kind, target: target, area: area, year: year, text: text))
  }

  func report(_ kind: Discrepancy.Kind, _ outcome: Outcome, _ text: String) {
    report(kind, outcome.target, outcome.area, outcome.year, text)
  }
}

extension NaiveResult {
  static func set(_ results: PossibleResults) -> Set<NaiveResult> {
    var found: Set<NaiveResult> = []
    if results.contains(.met) { found.insert(.met) }
    if results.contains(.missed) { found.insert(.missed) }
    if results.contains(.notApplicable) { found.insert(.notApplicable) }
    return found
  }

  static func text(_ results: Set<NaiveResult>) -> String {
    let names = [NaiveResult.met, .missed, .notApplicable].filter { results.contains($0) }.map { "\($0)" }
    return "{" + names.joined(separator: ", ") + "}"
  }
}

// MARK: - Verdicts

extension OracleComparison {
  func expected(target: Int, area: Int, year: FiscalYear) -> ExpectedOutcome? {
    let fillings = Fillings(naive, target: target, area: area, year: year.number, breadth: breadth)
    if fillings.count > (breadth == .wide ? 300_000 : random.mostFillings) { return nil }
    let results = fillings.results(naive, target: target, area: area, year: year.number)
    var isExact = true
    var isSetExact = true
    var hasRepeatedUnknown = false
    var reasons: [String] = []
    if !fillings.slots.isEmpty || !fillings.asked.isEmpty {
      let form = ExactForm(naive)
      isExact = form.isExact(
        target: target, area: area, year: year.number, dividedByZero: naive.dividedByZero)
      isSetExact = isExact && !form.mayEmptyDenominator
      hasRepeatedUnknown = form.hasRepeatedUnknown
      reasons = form.reasons
    }
    return ExpectedOutcome(
      target: target, area: area, year: year, fillings: fillings, results: results, isExact: isExact,
      isSetExact: isSetExact, hasRepeatedUnknown: hasRepeatedUnknown,
      isWaived: naive.waiver(of: target, area: area, year: year.number) != nil,
      reasons: reasons)
  }

  /// Compares one outcome; false where there are too many fillings to try.
  private func compare(_ outcome: Outcome) -> Bool {
    guard let expected = expected(target: outcome.target, area: outcome.area, year: outcome.year) else {
      tally.tooLarge += 1
      return false
    }
    if let shown = naive.shown(outcome.target, outcome.area, year: outcome.year.number) {
      if outcome.verdict != shown { report(.unsound, outcome, "expected \(shown), evaluator: \(outcome.verdict)") }
      return true
    }
    count(expected)
    let found = NaiveResult.set(evaluator.possibleResults(target: outcome.target, area: outcome.area, year: outcome.year))
    let sets = "fillings: \(NaiveResult.text(expected.results)), evaluator: \(NaiveResult.text(found))"
    if !found.isSuperset(of: expected.results) {
      report(.resultsTooFew, outcome, sets)
    } else if expected.isSetExact, found != expected.results {
      report(.resultsTooMany, outcome, sets)
    }
    let open = ExpectedOutcome.verdict([.met, .missed], isWaived: expected.isWaived)
    if outcome.verdict != expected.verdict {
      let verdicts = "fillings: \(expected.verdict), evaluator: \(outcome.verdict)"
      if outcome.verdict != open {
        report(.unsound, outcome, verdicts)
      } else if expected.isExact {
        report(.undecided, outcome, verdicts)
      } else {
        tally.leftOpen += 1
      }
      return true
    }
    checkAwaited(outcome, expected)
    checkExplanation(outcome, expected)
    checkChanges(outcome, expected)
    return true
  }

  func count(_ expected: ExpectedOutcome) {
    tally.rows += 1
    tally.fillings += expected.fillings.count
    switch expected.verdict {
    case .met: tally.met += 1
    case .missed: tally.missed += 1
    case .notApplicable: tally.notApplicable += 1
    case .waived: tally.waived += 1
    default: tally.undecided += 1
    }
    if expected.fillings.slots.isEmpty && expected.fillings.asked.isEmpty { return }
    tally.withUnknowns += 1
    if expected.isExact { tally.exactWithUnknowns += 1 }
    if expected.results.count == 1 { tally.decidedWithUnknowns += 1 }
  }

  private func checkAwaited(_ outcome: Outcome, _ expected: ExpectedOutcome) {
    let isOpen = outcome.verdict == .notReported
    if !isOpen {
      if !outcome.awaited.isEmpty, outcome.verdict != .waived { report(.awaited, outcome, "awaited, though decided") }
      return
    }
    for key in outcome.awaited where random.facts.state(key) != .notReported {
      report(.awaited, outcome, "\(key) is awaited, though it is not missing")
    }
    guard expected.fillings.asked.isEmpty else { return }
    if outcome.awaited.isEmpty { report(.awaited, outcome, "nothing is awaited") }
    let keys = expected.fillings.slots.map { naive.key(ofSlot: $0) }
    for key in outcome.awaited where !keys.contains(key) {
      report(.awaited, outcome, "\(key) is awaited, though it is not asked for")
    }
  }

  /// Outcomes that were asked for may lie before the judged years, and before the data.
  private func checkAsked() {
    let asked = naive.askedSets.keys.filter { !random.judgedYears.contains(FiscalYear($0.year)) }
    for key in asked.sorted(by: { ($0.year, $0.target, $0.area) < ($1.year, $1.target, $1.area) }) {
      let year = FiscalYear(key.year)
      if let since = random.rulebook.program.since, year < since { continue }
      guard let expected = expected(target: key.target, area: key.area, year: year) else { continue }
      let found = NaiveResult.set(evaluator.possibleResults(target: key.target, area: key.area, year: year))
      let sets = "asked: fillings: \(NaiveResult.text(expected.results)), evaluator: \(NaiveResult.text(found))"
      if !found.isSuperset(of: expected.results) {
        report(.resultsTooFew, key.target, key.area, year, sets)
      } else if expected.isSetExact, found != expected.results {
        report(.resultsTooMany, key.target, key.area, year, sets)
      }
    }
  }

  private func checkSilentAreas(_ judgement: Judgement) {
    let silent = naive.areas.areas(ofLevel: 0).filter { area in
      !random.rulebook.indicators.indices.contains { indicator in
        random.facts.state(FigureKey(indicator: indicator, area: area, year: judgement.year)) == .given
      }
    }
    if silent != judgement.silentAreas {
      report(.silentAreas, 0, 0, judgement.year, "expected \(silent), evaluator \(judgement.silentAreas)")
    }
  }

  /// Counts the years of each gap from the evaluator's own verdicts, which are compared above.
  private func checkOpenYears() {
    let first = max(random.facts.years.lowerBound, random.rulebook.program.since?.number ?? random.facts.years.lowerBound)
    guard let last = random.judgedYears.last, first <= last.number else { return }
    var open: [Int: [Int32]] = [:]
    for year in first...last.number {
      let judgement = judgement(FiscalYear(year))
      for outcome in judgement.outcomes {
        let key = outcome.target * 1000 + outcome.area
        if !random.rulebook.targets[outcome.target].isInForce(in: outcome.year) {
          open[key] = []
        } else if outcome.verdict == .missed {
          open[key, default: []].append(year)
        } else if outcome.verdict == .met {
          open[key] = []
        }
        let expected = open[key, default: []]
        let isInterrupted = !expected.isEmpty && expected != Array((year - Int32(expected.count) + 1)...year)
        let found = outcome.gap?.years.map { $0.number } ?? []
        if found != expected || (outcome.gap?.isInterrupted ?? false) != isInterrupted {
          report(.openYears, outcome, "expected \(expected), evaluator \(found)")
        }
      }
    }
  }
}
