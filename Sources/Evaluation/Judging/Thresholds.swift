import Facts
import Quantities
import RuleLanguage

/// The stored figures that a threshold accepts: those between two ends, or all others.
struct Acceptance {
  let low: Int64
  let high: Int64
  let isInverted: Bool
  let isApplicable: Bool

  func accepts(_ stored: Int64) -> Bool { (low <= stored && stored <= high) != isInverted }

  /// What a figure between two ends may result in.
  func results(_ least: Int64, _ greatest: Int64) -> PossibleResults {
    var results: PossibleResults = []
    if max(least, low) <= min(greatest, high) { results.insert(.met) }
    if low > high || least < low || greatest > high { results.insert(.missed) }
    return isInverted ? results.negated : results
  }
}

/// The thresholds of one year: they depend on it where they are set by year.
struct ThresholdCache {
  private var years: [FiscalYear] = []
  private var acceptances: [[Acceptance?]] = []
  private var latest = 0

  mutating func acceptance(_ position: Int, in year: FiscalYear, count: Int) -> Acceptance? {
    if latest < years.count, years[latest] == year { return acceptances[latest][position] }
    if let place = years.firstIndex(of: year) {
      latest = place
    } else {
      latest = years.count
      years.append(year)
      acceptances.append([Acceptance?](repeating: nil, count: count))
    }
    return acceptances[latest][position]
  }

  /// Remembers what was found for the year that was asked for last.
  mutating func remember(_ acceptance: Acceptance, _ position: Int) { acceptances[latest][position] = acceptance }
}

extension Judging {
  /// The comparison as one of stored whole numbers; nothing where the figure is gathered or only assumed.
  func results(
    _ threshold: ThresholdStep, ofComparison position: Int, _ area: Int, _ year: FiscalYear
  ) -> PossibleResults? {
    let acceptance = acceptance(threshold, position, year)
    if !acceptance.isApplicable { return .notApplicable }
    guard let figureYear = self.year(threshold.year, from: year) else { return .notApplicable }
    switch figure(threshold.indicator, area, figureYear) {
    case .stored(let stored): return PossibleResults(acceptance.accepts(stored))
    case .notApplicable: return .notApplicable
    case .unknown:
      let (low, high) = storedRange(FigureKey(indicator: threshold.indicator, area: area, year: figureYear))
      return low <= high ? acceptance.results(low, high) : nil
    case .value, .gathered: return nil
    }
  }

  func acceptance(_ threshold: ThresholdStep, _ position: Int, _ year: FiscalYear) -> Acceptance {
    if let known = thresholds.acceptance(position, in: year, count: plan.comparisons.count) { return known }
    var acceptance = Acceptance(low: 0, high: 0, isInverted: false, isApplicable: false)
    if case .value(let bound) = known(threshold.bound, 0, year),
      let stored = bound.divided(by: ranges[threshold.indicator].step)
    {
      acceptance = Acceptance(threshold.relation, stored)
    }
    thresholds.remember(acceptance, position)
    return acceptance
  }
}

extension Acceptance {
  /// What stands to `bound` as the relation says.
  init(_ relation: Relation, _ bound: Rational) {
    let (floor, isWhole) = bound.wholeBelow
    let next = floor == .max ? floor : floor + 1
    isApplicable = true
    isInverted = relation == .notEqual
    switch relation {
    case .atLeast: (low, high) = (isWhole ? floor : next, .max)
    case .moreThan: (low, high) = (next, .max)
    case .atMost: (low, high) = (.min, floor)
    case .lessThan: (low, high) = (.min, isWhole ? (floor == .min ? floor : floor - 1) : floor)
    case .equal, .notEqual: (low, high) = isWhole ? (floor, floor) : (1, 0)
    }
  }
}

extension Rational {
  /// The greatest whole number that is not above, kept within one word, and whether it is the value itself.
  var wholeBelow: (floor: Int64, isWhole: Bool) {
    let (quotient, remainder) = numerator.dividedRoundingDown(by: denominator)
    guard let word = quotient.word else { return (quotient.signum < 0 ? .min : .max, false) }
    return (word, remainder.isZero)
  }
}
