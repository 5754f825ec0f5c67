import Facts
import Quantities
import RuleLanguage

/// One comparison or report, ready to be asked about area after area in one year.
enum ColumnTest {
  /// A whole sum that must lie within bounds.
  case bounds(ColumnSum, Acceptance)
  /// A fraction against a constant: the difference of both sides, multiplied by what stands under the line, must lie within
  /// bounds that depend on the sign of that.
  case fraction(ColumnSum, under: ColumnSum, ifPositive: Acceptance, ifNegative: Acceptance)
  case reported(ColumnSum.Term)

  var sums: [ColumnSum] {
    switch self {
    case .bounds(let sum, _): [sum]
    case .fraction(let sum, let under, _, _): [sum, under]
    case .reported: []
    }
  }

  /// The same test of figures that lie so many years later.
  func moved(by years: Int32, _ judging: Judging) -> ColumnTest {
    switch self {
    case .bounds(let sum, let acceptance): .bounds(sum.moved(by: years, judging), acceptance)
    case .fraction(let sum, let under, let ifPositive, let ifNegative):
      .fraction(
        sum.moved(by: years, judging), under: under.moved(by: years, judging), ifPositive: ifPositive, ifNegative: ifNegative)
    case .reported(let term): .reported(term.moved(by: years, judging))
    }
  }

  /// The figures that it looks at, each once.
  var keys: [(indicator: Int, year: FiscalYear)] {
    var keys: [(indicator: Int, year: FiscalYear)] = []
    if case .reported(let term) = self { return [term.key] }
    for term in sums.flatMap({ $0.terms }) where !keys.contains(where: { $0 == term.key }) { keys.append(term.key) }
    return keys
  }
}

extension PossibleResults {
  /// What a loop over columns leaves to the general evaluator.
  static let unclear: PossibleResults = []
}

extension ColumnTest {
  /// The results that are possible at an area; empty where the general evaluator has to say.
  func results(_ values: UnsafePointer<Int64>, _ row: Int) -> PossibleResults {
    switch self {
    case .bounds(let sum, let acceptance):
      switch sum.value(values, row) {
      case .whole(let whole): return PossibleResults(acceptance.accepts(whole))
      case .notApplicable: return .notApplicable
      case .unknown: return ColumnTest.open(sum, acceptance, values, row)
      case .unclear: return .unclear
      }
    case .fraction(let sum, let under, let ifPositive, let ifNegative):
      switch (sum.value(values, row), under.value(values, row)) {
      case (.unclear, _), (_, .unclear): return .unclear
      case (.notApplicable, _), (_, .notApplicable), (_, .whole(0)): return .notApplicable
      case (_, .unknown): return .unclear
      case (.whole(let whole), .whole(let divisor)):
        return PossibleResults((divisor > 0 ? ifPositive : ifNegative).accepts(whole))
      case (.unknown, .whole(let divisor)): return ColumnTest.open(sum, divisor > 0 ? ifPositive : ifNegative, values, row)
      }
    case .reported(let term):
      let word = term.word(values, row)
      if StoredWord.isFigure(word) { return .met }
      return word == StoredWord.notApplicable ? .notApplicable : .missed
    }
  }

  /// With figures that are not reported: what the least and the greatest value come to. A sum reaches both its ends; it reaches
  /// every whole number between only where each figure counts once, which matters where neither end decides.
  private static func open(
    _ sum: ColumnSum, _ acceptance: Acceptance, _ values: UnsafePointer<Int64>, _ row: Int
  ) -> PossibleResults {
    let isOneSided = !acceptance.isInverted && (acceptance.low == .min || acceptance.high == .max)
    if !isOneSided, sum.terms.contains(where: { abs($0.coefficient) != 1 }) { return .unclear }
    guard let (low, high) = sum.range(values, row), low <= high else { return .unclear }
    return acceptance.results(low, high)
  }

  /// Whether a fraction stays open because what stands under its line is not reported and may be zero: some filling makes it not
  /// applicable, another does not. Which others there are it does not say.
  func mayDivideByZero(_ values: UnsafePointer<Int64>, _ row: Int) -> Bool {
    guard case .fraction(let sum, let under, _, _) = self, under.terms.count == 1, under.constant == 0,
      under.terms[0].word(values, row) == StoredWord.notReported, under.terms[0].least <= 0, under.terms[0].greatest >= 0,
      under.terms[0].least < under.terms[0].greatest
    else { return false }
    return !sum.terms.contains { $0.word(values, row) == StoredWord.notApplicable }
  }
}
