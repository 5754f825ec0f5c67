import RuleLanguage

/// How sets of possible results go together, where the parts vary independently of each other.
extension PossibleResults {
  static let undecided: PossibleResults = [.met, .missed]
  static let all: PossibleResults = [.met, .missed, .notApplicable]

  var isDecided: Bool { self == .met || self == .missed || self == .notApplicable }

  init(_ holds: Bool) { self = holds ? .met : .missed }

  /// All that are applicable must be met; not applicable where none is.
  func and(_ other: PossibleResults) -> PossibleResults {
    var result: PossibleResults = []
    if contains(.missed) || other.contains(.missed) { result.insert(.missed) }
    let mine = contains(.met)
    let theirs = other.contains(.met)
    if (mine && !other.isDisjoint(with: [.met, .notApplicable])) || (theirs && contains(.notApplicable)) { result.insert(.met) }
    if contains(.notApplicable), other.contains(.notApplicable) { result.insert(.notApplicable) }
    return result
  }

  var negated: PossibleResults {
    var result = intersection(.notApplicable)
    if contains(.met) { result.insert(.missed) }
    if contains(.missed) { result.insert(.met) }
    return result
  }

  func or(_ other: PossibleResults) -> PossibleResults { negated.and(other.negated).negated }
}

/// How many of several conditions may be met.
struct MetCount {
  private var certain = 0
  private var possible = 0
  private var applicable = 0
  private var possiblyApplicable = 0
  /// Parts that must be met or not applicable: they are met when they keep a count applicable.
  private var metOrOut = 0

  mutating func add(_ results: PossibleResults) {
    if results == .met { certain += 1 }
    if results.contains(.met) { possible += 1 }
    if !results.contains(.notApplicable) { applicable += 1 }
    if results != .notApplicable { possiblyApplicable += 1 }
    if results == [.met, .notApplicable] { metOrOut += 1 }
  }

  func results(_ relation: Relation, _ number: Int) -> PossibleResults {
    if possiblyApplicable == 0 { return .notApplicable }
    var results: PossibleResults = []
    if applicable == 0 { results.insert(.notApplicable) }
    // Where all may drop out and the others can only be met, a count of zero would be of nothing at all.
    let least = applicable == 0 && possiblyApplicable == metOrOut ? 1 : certain
    if least > possible { return results }
    for count in least...possible { results.insert(PossibleResults(relation.holds(count, number))) }
    return results
  }
}

extension Relation {
  func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .atMost: left <= right
    case .moreThan: left > right
    case .lessThan: left < right
    case .equal: left == right
    case .notEqual: left != right
    }
  }
}
