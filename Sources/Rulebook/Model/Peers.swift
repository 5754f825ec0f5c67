import Diagnostics
import Quantities
import RuleLanguage

/// The areas that a figure is held against: those of a level under one area, of the same class where a group is named.
package struct Peers: Sendable, Hashable {
  package let level: Int
  /// The level of the area that holds them all; without one, those under the same parent as the judged area.
  package let within: Int?
  /// Only those of the class of this group to which the judged area belongs.
  package let group: Int?

  package init(level: Int, within: Int? = nil, group: Int? = nil) {
    self.level = level
    self.within = within
    self.group = group
  }
}

/// Classes of areas by a figure, such as 規模 by 人口. No two classes overlap, and every value lies in one.
package struct Group: Sendable {
  package let name: String
  package let otherName: String?
  package let classes: [Class]
  package let place: SourceSpan

  package init(name: String, otherName: String? = nil, classes: [Class], place: SourceSpan) {
    self.name = name
    self.otherName = otherName
    self.classes = classes
    self.place = place
  }

  package struct Class: Sendable {
    package let name: String
    package let otherName: String?
    /// What an area of the class meets.
    package let condition: Condition

    package init(name: String, otherName: String? = nil, condition: Condition) {
      self.name = name
      self.otherName = otherName
      self.condition = condition
    }
  }
}

/// `is in the top 30% of wards`: fewer than that share of the participants, or than that number, are strictly better.
package struct Rank: Sendable {
  package enum End: Sendable, Hashable { case top, bottom }

  package let figure: Expression
  package let dimension: Dimension
  /// At the top the greatest figure is best, at the bottom the least.
  package let end: End
  package let amount: Subject.Amount
  package let peers: Peers
  /// Areas whose figure is zero take no part: they are not applicable themselves.
  package let leavesOutZeros: Bool
  package let place: SourceSpan

  package init(
    figure: Expression, dimension: Dimension, end: End, amount: Subject.Amount, peers: Peers, leavesOutZeros: Bool,
    place: SourceSpan
  ) {
    self.figure = figure
    self.dimension = dimension
    self.end = end
    self.amount = amount
    self.peers = peers
    self.leavesOutZeros = leavesOutZeros
    self.place = place
  }
}

/// A figure held against the average of areas plus (or less, where the factor is negative) a multiple of their standard
/// deviation, which is that of the whole population.
package struct DeviationBound: Sendable {
  package let left: Expression
  package let relation: Relation
  /// What is averaged.
  package let figure: Expression
  package let factor: Rational
  package let peers: Peers
  package let dimension: Dimension
  package let place: SourceSpan

  package init(
    left: Expression, relation: Relation, figure: Expression, factor: Rational, peers: Peers, dimension: Dimension,
    place: SourceSpan
  ) {
    self.left = left
    self.relation = relation
    self.figure = figure
    self.factor = factor
    self.peers = peers
    self.dimension = dimension
    self.place = place
  }
}
