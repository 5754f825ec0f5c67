import Diagnostics

/// A text in parts: those in the language of the page, and those in the other one. Voices that read aloud, line breaking and the
/// choice of glyphs go by the language that a page states for each part.
struct ForeignRuns {
  struct Run {
    let text: Substring
    let isForeign: Bool
  }

  /// Nothing where all of the text is in the language of the page.
  static func split(_ text: String, on page: Language) -> [Run]? {
    page == .japanese ? sentence(text) : japaneseRuns(text)
  }

  /// On a Japanese page Latin words are at home; only a whole English sentence is marked.
  private static func sentence(_ text: String) -> [Run]? {
    var words = 0
    var letters = 0
    for byte in text.utf8 {
      if byte >= 0x80 { return nil }
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
      case 0x20:
        if letters > 1 { words += 1 }
        letters = 0
      default: break
      }
    }
    return words + (letters > 1 ? 1 : 0) < 3 ? nil : [Run(text: text[...], isForeign: true)]
  }

  /// On an English page each stretch of Japanese is marked, with the digits and signs inside it.
  private static func japaneseRuns(_ text: String) -> [Run]? {
    if text.utf8.allSatisfy({ $0 < 0xE3 }) { return nil }
    let scalars = text.unicodeScalars
    var runs: [Run] = []
    var done = scalars.startIndex
    var start: String.Index?
    var end = scalars.startIndex
    var hasLetter = false
    func finish() {
      guard let first = start, hasLetter else { return }
      if done < first { runs.append(Run(text: text[done..<first], isForeign: false)) }
      runs.append(Run(text: text[first..<end], isForeign: true))
      done = end
    }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index].value
      let next = scalars.index(after: index)
      if isLetter(scalar) || isMark(scalar) {
        if start == nil { (start, hasLetter) = (index, false) }
        if isLetter(scalar) { hasLetter = true }
        end = next
      } else if scalar == 0x20 || (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar) {
        finish()
        start = nil
      }
      index = next
    }
    finish()
    if runs.isEmpty { return nil }
    if done < text.endIndex { runs.append(Run(text: text[done...], isForeign: false)) }
    return runs
  }

  /// Kana and kanji.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Marks that stand around and between them.
  private static func isMark(_ scalar: UInt32) -> Bool {
    (0x3000...0x303F).contains(scalar) || (0xFF00...0xFFEF).contains(scalar)
  }
}
