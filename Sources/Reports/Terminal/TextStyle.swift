/// How a text for a terminal is to look.
package struct TextStyle: Sendable {
  package let colour: Bool
  /// Columns of the terminal; lines are laid out to stay within it where words allow.
  package let width: Int
  package let measure: DisplayWidth

  package init(colour: Bool = false, width: Int = 100, ambiguousIsWide: Bool = false) {
    self.colour = colour
    self.width = max(40, width)
    measure = DisplayWidth(ambiguousIsWide: ambiguousIsWide)
  }
}

/// The few ways in which a piece of text can stand out.
package enum Tone: Sendable, Hashable {
  case plain, strong, faint, good, bad, caution

  /// The digits between `ESC [` and `m`.
  var code: String {
    switch self {
    case .plain: ""
    case .strong: "1"
    case .faint: "2"
    case .good: "32"
    case .bad: "1;31"
    case .caution: "33"
    }
  }
}

/// A piece of a line with its tone.
package struct Run: Sendable, Hashable {
  package let text: String
  package let tone: Tone

  package init(_ text: String, _ tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }

  /// By bytes: `String(repeating:count:)` puts a string together piece by piece, which takes ten times as long.
  package static func spaces(_ count: Int) -> Run {
    Run(
      String(unsafeUninitializedCapacity: max(0, count)) { bytes in
        bytes.update(repeating: 0x20)
        return max(0, count)
      })
  }
}
