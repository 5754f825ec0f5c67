import Diagnostics
import Quantities
import RuleLanguage

/// The points that a target gives.
package struct Score: Sendable {
  package enum Kind: Sendable {
    /// All where the target is met, none where it is missed.
    case whole(Rational)
    /// The most points of those steps that the target's figure reaches.
    case steps([Step])
    /// The most points of those ranks among the areas of one group in which the target's figure stands.
    case ranks([Rank], zerosLeftOut: Bool)
  }

  package struct Step: Sendable {
    package let points: Rational
    package let relation: Relation
    /// A constant or a parameter.
    package let bound: Expression
    package let place: SourceSpan

    package init(points: Rational, relation: Relation, bound: Expression, place: SourceSpan) {
      self.points = points
      self.relation = relation
      self.bound = bound
      self.place = place
    }
  }

  package struct Rank: Sendable {
    package let points: Rational
    /// The part of the areas that stand in it: a fraction of 1.
    package let share: Rational
    package let place: SourceSpan

    package init(points: Rational, share: Rational, place: SourceSpan) {
      self.points = points
      self.share = share
      self.place = place
    }
  }

  package let kind: Kind
  package let place: SourceSpan

  package init(_ kind: Kind, place: SourceSpan) {
    self.kind = kind
    self.place = place
  }

  /// The most points that there are.
  package var possible: Rational {
    switch kind {
    case .whole(let points): points
    case .steps(let steps): steps.map { $0.points }.max() ?? .zero
    case .ranks(let ranks, _): ranks.map { $0.points }.max() ?? .zero
    }
  }
}

/// How the share of a target that has been reached is called.
package struct Grade: Sendable {
  package let bands: [Band]
  package let place: SourceSpan

  package init(bands: [Band], place: SourceSpan) {
    self.bands = bands
    self.place = place
  }

  /// The band of a share, the first that holds it; nothing where none does. A share without a value lies above all others:
  /// nothing was left of what was to be brought down.
  package func band(of share: Rational?) -> Int? { bands.firstIndex { $0.holds(share) } }
}

package struct Band: Sendable {
  package struct Limit: Sendable {
    package let relation: Relation
    /// A fraction of 1.
    package let share: Rational
    /// The decimals, in percent, to which a share is rounded before it is held against the limit.
    package let decimals: Int

    package init(relation: Relation, share: Rational, decimals: Int) {
      self.relation = relation
      self.share = share
      self.decimals = decimals
    }
  }

  package let name: String
  package let limits: [Limit]
  package let place: SourceSpan

  package init(name: String, limits: [Limit], place: SourceSpan) {
    self.name = name
    self.limits = limits
    self.place = place
  }

  /// Shares are rounded half up to the decimals of the limit: two thirds count as 66.7%.
  package func holds(_ share: Rational?) -> Bool {
    limits.allSatisfy { limit in
      guard let share else { return limit.relation == .atLeast || limit.relation == .moreThan || limit.relation == .notEqual }
      let rounded = share.rounded(decimals: limit.decimals + 2)
      switch limit.relation {
      case .atLeast: return rounded >= limit.share
      case .atMost: return rounded <= limit.share
      case .moreThan: return rounded > limit.share
      case .lessThan: return rounded < limit.share
      case .equal: return rounded == limit.share
      case .notEqual: return rounded != limit.share
      }
    }
  }
}

/// A grade rolled up from those of several targets.
package struct Overall: Sendable {
  package struct GradePoints: Sendable {
    package let grade: String
    /// Nothing where the grade is left out.
    package let points: Rational?

    package init(grade: String, points: Rational?) {
      self.grade = grade
      self.points = points
    }
  }

  package let name: String
  package let otherName: String?
  /// The targets whose grades count.
  package let targets: [Int]
  /// The targets of which none may be missed.
  package let watched: [Int]
  package let grades: [GradePoints]
  /// The decimals to which the average is rounded.
  package let decimals: Int?
  /// What is said where a target is missed.
  package let whenMissed: String?
  package let place: SourceSpan

  package init(
    name: String, otherName: String?, targets: [Int], watched: [Int], grades: [GradePoints], decimals: Int?,
    whenMissed: String?, place: SourceSpan
  ) {
    self.name = name
    self.otherName = otherName
    self.targets = targets
    self.watched = watched
    self.grades = grades
    self.decimals = decimals
    self.whenMissed = whenMissed
    self.place = place
  }
}
