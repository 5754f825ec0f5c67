import Diagnostics
import Quantities
import RuleLanguage

package struct Target: Sendable {
  package let name: String
  package let otherName: String?
  package let item: Int?
  package let stage: Stage?
  package let severity: TargetSeverity
  package let inForceFrom: FiscalYear?
  package let inForceUntil: FiscalYear?
  /// The year from which the undated demands are judged; before it, only the progress is told.
  package let due: FiscalYear?
  /// Also where its demands look at figures alone that are only recorded.
  package var recordOnly: Bool
  package let score: Score?
  package let grade: Grade?
  package let showsAchievement: Bool
  package let because: [String]
  package let advice: [String]
  package let owner: String?
  package let requirements: [Requirement]
  package let place: SourceSpan

  package init(
    name: String, otherName: String? = nil, item: Int? = nil, stage: Stage? = nil, severity: TargetSeverity = .must,
    inForceFrom: FiscalYear? = nil, inForceUntil: FiscalYear? = nil, due: FiscalYear? = nil, recordOnly: Bool = false,
    score: Score? = nil, grade: Grade? = nil, showsAchievement: Bool = false, because: [String] = [], advice: [String] = [],
    owner: String? = nil, requirements: [Requirement], place: SourceSpan
  ) {
    self.name = name
    self.otherName = otherName
    self.item = item
    self.stage = stage
    self.severity = severity
    self.inForceFrom = inForceFrom
    self.inForceUntil = inForceUntil
    self.due = due
    self.recordOnly = recordOnly
    self.score = score
    self.grade = grade
    self.showsAchievement = showsAchievement
    self.because = because
    self.advice = advice
    self.owner = owner
    self.requirements = requirements
    self.place = place
  }

  package func isInForce(in year: FiscalYear) -> Bool {
    (inForceFrom.map { $0 <= year } ?? true) && (inForceUntil.map { year <= $0 } ?? true)
  }

  /// What is demanded in a year: the demands of that year, or else those that speak of no year.
  package func requirements(in year: FiscalYear) -> [Requirement] {
    let years = requirements.compactMap { $0.years }.ruling(in: year)
    return requirements.filter { $0.years == years }
  }
}

/// The years of which a dated demand speaks: one, several, or all from one on.
package struct DemandYears: Sendable, Hashable {
  package let first: FiscalYear
  package let last: FiscalYear?

  package init(first: FiscalYear, last: FiscalYear?) {
    self.first = first
    self.last = last
  }

  package func contains(_ year: FiscalYear) -> Bool { first <= year && (last.map { year <= $0 } ?? true) }

  /// Whether these years are more to the point than those, where a year lies in both: they begin later, or end sooner.
  private func isCloser(than other: DemandYears) -> Bool {
    if first != other.first { return other.first < first }
    guard let last else { return false }
    return other.last.map { last < $0 } ?? true
  }

  fileprivate static func closest(_ years: [DemandYears]) -> DemandYears? {
    years.reduce(nil as DemandYears?) { found, next in
      guard let found else { return next }
      return next.isCloser(than: found) ? next : found
    }
  }
}

extension [DemandYears] {
  /// Which of the demands counts in a year; nothing where those count that speak of no year.
  package func ruling(in year: FiscalYear) -> DemandYears? { DemandYears.closest(filter { $0.contains(year) }) }
}

/// One demand of a target. Requirements of one target that judge the same level make one outcome: all must be met.
package struct Requirement: Sendable {
  /// The years of which the demand speaks: in them, it replaces those that speak of none.
  package let years: DemandYears?
  package let subject: Subject
  package let guarded: Condition?
  package let demand: Condition
  /// What is demanded instead: the first whose condition is true counts.
  package let exceptions: [DemandException]
  /// The sentence, as written, without its exceptions.
  package let place: SourceSpan

  package init(
    years: DemandYears? = nil, subject: Subject, guarded: Condition? = nil, demand: Condition,
    exceptions: [DemandException] = [], place: SourceSpan
  ) {
    self.years = years
    self.subject = subject
    self.guarded = guarded
    self.demand = demand
    self.exceptions = exceptions
    self.place = place
  }

  /// What decides whether and what is demanded: filter, guard and the conditions of exceptions.
  package var gates: [Condition] {
    [subject.filter, guarded].compactMap { $0 } + exceptions.map { $0.condition }
  }

  /// The demand, and those that may take its place.
  package var demands: [Condition] { [demand] + exceptions.compactMap { $0.demand } }

  /// What is found first in a gate or a demand.
  package func first<Found>(where find: (Condition) -> Found?) -> Found? {
    if let filter = subject.filter, let found = find(filter) { return found }
    if let guarded, let found = find(guarded) { return found }
    for exception in exceptions { if let found = find(exception.condition) { return found } }
    if let found = find(demand) { return found }
    for exception in exceptions { if let demand = exception.demand, let found = find(demand) { return found } }
    return nil
  }

  /// Where its sentences stand, those of its exceptions included.
  package var places: [SourceSpan] { [place] + exceptions.map { $0.place } }
}

/// What is demanded of the areas for which a condition holds, instead of the requirement's own demand.
package struct DemandException: Sendable {
  package let condition: Condition
  /// Nothing where no demand is made: not applicable.
  package let demand: Condition?
  package let place: SourceSpan

  package init(condition: Condition, demand: Condition?, place: SourceSpan) {
    self.condition = condition
    self.demand = demand
    self.place = place
  }
}

/// Whom a requirement speaks of.
package struct Subject: Sendable {
  package enum Kind: Sendable {
    /// Each area of the level is judged by itself.
    case every(level: Int)
    /// The area above is judged by how many of its areas of the level meet the demand.
    case numberOf(level: Int, Relation, Amount)
    /// Each area of the level is judged by its own or gathered figures.
    case the(level: Int)
  }

  package enum Amount: Sendable {
    case count(Int64)
    /// A fraction of 1.
    case share(Rational)
  }

  package let kind: Kind
  /// Areas left out, by code or name.
  package let except: [Spelled]
  /// The only areas that are asked, by code or name; none where all of the level are.
  package let only: [Spelled]
  /// Areas for which this is not met are left out: not applicable.
  package let filter: Condition?
  /// The level whose areas have the outcome, where it is another than the kind says.
  package let outcomeLevel: Int?

  package init(
    _ kind: Kind, except: [Spelled] = [], only: [Spelled] = [], filter: Condition? = nil, outcomeLevel: Int? = nil
  ) {
    self.kind = kind
    self.except = except
    self.only = only
    self.filter = filter
    self.outcomeLevel = outcomeLevel
  }

  /// The level whose areas the demand is asked of.
  package var level: Int {
    switch kind {
    case .every(let level), .numberOf(let level, _, _), .the(let level): level
    }
  }

  /// The level whose areas have the outcome.
  package var judgedLevel: Int {
    if let outcomeLevel { return outcomeLevel }
    switch kind {
    case .every(let level), .the(let level): return level
    case .numberOf(let level, _, _): return level + 1
    }
  }
}

/// A test of the rulebook, written in it.
package struct Example: Sendable {
  package let title: String
  package let given: [Given]
  package let expected: [Expectation]
  package let place: SourceSpan

  package init(title: String, given: [Given], expected: [Expectation], place: SourceSpan) {
    self.title = title
    self.given = given
    self.expected = expected
    self.place = place
  }

  package struct Given: Sendable {
    /// Whose figure it is.
    package enum Holder: Sendable, Hashable {
      case named(Spelled)
      /// Each area of the level for which nothing is given by name.
      case every(level: Int)
    }

    package let area: Holder
    package let year: FiscalYear
    package let indicator: Int
    package let value: Value
    package let place: SourceSpan

    package init(area: Holder, year: FiscalYear, indicator: Int, value: Value, place: SourceSpan) {
      self.area = area
      self.year = year
      self.indicator = indicator
      self.value = value
      self.place = place
    }
  }

  package enum Value: Sendable {
    /// As facts hold it: see `Indicator.value(stored:)`.
    case stored(Int64)
    case text(String)
    case notReported
    case notApplicable
  }

  package struct Expectation: Sendable {
    package let target: Int
    package let area: Spelled?
    package let year: FiscalYear
    package let verdict: Verdict
    /// In the unit that rules compute with.
    package let shortfall: Rational?
    /// The position of the band among the target's.
    package let grade: Int?
    package let points: Rational?
    package let place: SourceSpan

    package init(
      target: Int, area: Spelled?, year: FiscalYear, verdict: Verdict, shortfall: Rational?, grade: Int? = nil,
      points: Rational? = nil, place: SourceSpan
    ) {
      self.target = target
      self.area = area
      self.year = year
      self.verdict = verdict
      self.shortfall = shortfall
      self.grade = grade
      self.points = points
      self.place = place
    }
  }
}
