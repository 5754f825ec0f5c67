/// The two languages in which rules are written and messages are given.
package enum Language: Sendable, Hashable, CaseIterable {
  case english, japanese
}

/// One sentence in both languages. Which of them is shown is decided only where it is rendered.
package struct Wording: Sendable, Hashable {
  package let english: String
  package let japanese: String

  package init(_ english: String, _ japanese: String) {
    self.english = english
    self.japanese = japanese
  }

  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}
