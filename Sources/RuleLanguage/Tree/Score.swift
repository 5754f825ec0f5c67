/// `score 10`, `配点 3回以上で5点、6回以上で10点`: the points that a target gives. Points stand without their unit 点.
package struct ScoreSyntax: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// All of them where the target is met.
    case whole(LiteralSyntax)
    case steps([ScoreStepSyntax])
    case ranks([ScoreRankSyntax], zerosLeftOut: Bool)
  }

  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, _ place: Place) {
    self.kind = kind
    self.place = place
  }
}

/// `5 at 3回`, `3回以上で5点`.
package struct ScoreStepSyntax: Sendable, Equatable {
  package let points: LiteralSyntax
  package let bound: BoundSyntax
}

/// `4 in the top 50%`, `上位50%に4点`.
package struct ScoreRankSyntax: Sendable, Equatable {
  package let points: LiteralSyntax
  package let share: LiteralSyntax
}

/// `grade by share of target: 「達成」 at least 100%, …`.
package struct GradeSyntax: Sendable, Equatable {
  package let bands: [BandSyntax]
  package let place: Place

  package init(_ bands: [BandSyntax], _ place: Place) {
    self.bands = bands
    self.place = place
  }
}

package struct BandSyntax: Sendable, Equatable {
  package let name: NameSyntax
  package let bounds: [BoundSyntax]
}

/// `overall 「…」 average of grades in item ア (A=5, B=4, E left out), rounded`.
package struct OverallSyntax: Sendable, Equatable {
  package let name: DeclaredName
  /// The item whose targets count; all targets without one.
  package var item: NameSyntax?
  package var grades: [GradePointsSyntax] = []
  /// The decimals to which the average is rounded.
  package var decimals: Int?
  /// What is said instead where a target of the item is missed.
  package var whenMissed: NameSyntax?
  package var place: Place
}

/// `A=5`; without points, the grade is left out of the average.
package struct GradePointsSyntax: Sendable, Equatable {
  package let grade: NameSyntax
  package let points: LiteralSyntax?
}
