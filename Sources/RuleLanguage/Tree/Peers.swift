/// The areas that a figure is held against: `wards`, `wards of the same 「規模」`, `wards in the city`.
package struct PeersSyntax: Sendable, Equatable {
  package let level: LevelSyntax
  /// The level of the area that holds them all.
  package let within: LevelSyntax?
  /// The group whose class they share with the judged area.
  package let group: NameSyntax?

  package init(_ level: LevelSyntax, within: LevelSyntax? = nil, group: NameSyntax? = nil) {
    self.level = level
    self.within = within
    self.group = group
  }
}

/// `in the top 30% of wards, areas at zero left out`.
package struct RankSyntax: Sendable, Equatable {
  package enum End: Sendable, Hashable { case top, bottom }

  package let end: End
  /// A percentage, a fraction, or a number of areas.
  package let amount: LiteralSyntax
  package let peers: PeersSyntax
  /// `lowest first`: the least figure is the best.
  package let lowestFirst: Bool
  package let zerosLeftOut: Bool

  package init(_ end: End, _ amount: LiteralSyntax, _ peers: PeersSyntax, lowestFirst: Bool, zerosLeftOut: Bool) {
    self.end = end
    self.amount = amount
    self.peers = peers
    self.lowestFirst = lowestFirst
    self.zerosLeftOut = zerosLeftOut
  }
}

/// `group 「規模」 by 「人口」`: classes of areas by a figure.
package struct GroupSyntax: Sendable, Equatable {
  package struct Class: Sendable, Equatable {
    package let name: DeclaredName
    package let bounds: [BoundSyntax]
  }

  package let name: DeclaredName
  package let value: ExpressionSyntax
  package var classes: [Class] = []
  package var place: Place
}

/// `breakdown 「性別」 「男性」, 「女性」`: the parts for which an indicator is reported one by one.
package struct BreakdownSyntax: Sendable, Equatable {
  package let name: DeclaredName
  package var parts: [DeclaredName]
  package var place: Place
}
