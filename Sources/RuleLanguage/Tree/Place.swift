import Diagnostics

/// Where a node of the tree stands. Two places are always equal, so that trees are compared by meaning alone: the same rule in
/// English and in Japanese is one tree.
package struct Place: Sendable, Equatable {
  package let span: SourceSpan

  package init(_ span: SourceSpan) { self.span = span }

  package static func == (left: Place, right: Place) -> Bool { true }

  package func joined(to other: Place) -> Place { Place(span.joined(to: other.span)) }
}

/// A name in marks, 「協議回数」 or [meetings], or a bare ASCII word; as written, without the marks.
package struct NameSyntax: Sendable, Equatable {
  package let text: String
  package let place: Place

  package init(_ text: String, _ place: Place) {
    self.text = text
    self.place = place
  }
}

/// What a declaration introduces: its name, and the one in the other language where it is given.
package struct DeclaredName: Sendable, Equatable {
  package let name: NameSyntax
  package let other: NameSyntax?

  package init(_ name: NameSyntax, other: NameSyntax? = nil) {
    self.name = name
    self.other = other
  }
}

/// A text in "…" or 『…』.
package struct TextSyntax: Sendable, Equatable {
  package let text: String
  package let place: Place

  package init(_ text: String, _ place: Place) {
    self.text = text
    self.place = place
  }
}
