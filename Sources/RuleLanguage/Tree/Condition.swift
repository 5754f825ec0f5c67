/// What a requirement asks, or what a guard or a filter looks at.
package struct ConditionSyntax: Sendable, Equatable {
  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, _ place: Place) {
    self.kind = kind
    self.place = place
  }

  package indirect enum Kind: Sendable, Equatable {
    /// `[X] is at least 1回 and at most 3回`: every bound holds of the figure.
    case bounds(ExpressionSyntax, [BoundSyntax])
    /// `[A] and [B] are each at least 80%`: every bound holds of every figure.
    case each([ExpressionSyntax], [BoundSyntax])
    /// `every row of [table] is at least 80%`.
    case everyRow(NameSyntax, [BoundSyntax])
    /// `at least 3 of [A], [B], [C] are 「実施している」`.
    case numberOf([ExpressionSyntax], Relation, count: LiteralSyntax, [BoundSyntax])
    /// `reports [X]`: each of the figures is given.
    case reports([ExpressionSyntax])
    /// `does not fall from last year`, `rises by at least 1 point from FY2015`, `rises 2 years running`.
    case trend(ExpressionSyntax, TrendSyntax)
    /// `is in the top 30% of wards`.
    case rank(ExpressionSyntax, RankSyntax)
    /// `at least half of wards: [X] is at least 30%` inside a demand; `…の区がない`.
    case areas(SubjectSyntax, ConditionSyntax)
    /// `[X] is at least 80% for each 「性別」`.
    case forEach(NameSyntax, ConditionSyntax)
    /// `missed target 「T」 last year`.
    case outcome(target: NameSyntax, Verdict, YearReference)
    case and([ConditionSyntax])
    case or([ConditionSyntax])
    case not(ConditionSyntax)
  }
}

/// How a figure stands to another one.
package enum Relation: Sendable, Hashable, CaseIterable {
  case atLeast, atMost, moreThan, lessThan, equal, notEqual

  /// The relation that holds exactly where this one does not.
  package var negated: Relation {
    switch self {
    case .atLeast: .lessThan
    case .atMost: .moreThan
    case .moreThan: .atMost
    case .lessThan: .atLeast
    case .equal: .notEqual
    case .notEqual: .equal
    }
  }

  /// Whether a limit of this kind and another of that kind are the two ends of a span: 以上 and 以下.
  package func leavesOpen(_ other: Relation) -> Bool {
    switch (self, other) {
    case (.atLeast, .atMost), (.atLeast, .lessThan), (.moreThan, .atMost), (.moreThan, .lessThan): true
    case (.atMost, .atLeast), (.lessThan, .atLeast), (.atMost, .moreThan), (.lessThan, .moreThan): true
    default: false
    }
  }

  /// The relation of the right side to the left.
  package var mirrored: Relation {
    switch self {
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .moreThan: .lessThan
    case .lessThan: .moreThan
    case .equal: .equal
    case .notEqual: .notEqual
    }
  }
}

/// One limit that a figure is held against.
package struct BoundSyntax: Sendable, Equatable {
  package let relation: Relation
  package let value: ExpressionSyntax

  package init(_ relation: Relation, _ value: ExpressionSyntax) {
    self.relation = relation
    self.value = value
  }
}

package enum Trend: Sendable, Hashable, CaseIterable {
  case doesNotFall, doesNotRise, rises, falls

  /// Whether it says what does not happen.
  var isDenial: Bool { self == .doesNotFall || self == .doesNotRise }
}

/// How a figure changes, by how much, and from when.
package struct TrendSyntax: Sendable, Equatable {
  package enum Start: Sendable, Equatable {
    /// From that year to the judged one.
    case year(YearReference)
    /// In each of so many years, from the year before: `2 years running`, 2年連続で.
    case eachOf(years: Int32)
  }

  package let trend: Trend
  /// Nothing where any change will do.
  package let amount: BoundSyntax?
  package let start: Start

  package init(_ trend: Trend, by amount: BoundSyntax? = nil, from start: Start) {
    self.trend = trend
    self.amount = amount
    self.start = start
  }
}

/// A result, as rules, examples and reports name it.
package enum Verdict: Sendable, Hashable, CaseIterable {
  case met, missed, notReported, notApplicable, notDue, waived, recorded
}
