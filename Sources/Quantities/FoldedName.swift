/// A name as it is compared with others: folded, and told by its bytes.
///
/// Strings are hashed and compared by canonical equivalence, for which tables are asked about every kana and kanji. That takes ten
/// times as long, and tells nothing new of a name that consists of these and of ASCII alone: folding has joined voicing marks to
/// their kana and turned compatibility ideographs into those that they stand for, and nothing else is equivalent to one of them.
package struct FoldedName: Hashable, Sendable {
  package let text: String
  private let isPlain: Bool

  package init(_ name: String) {
    text = NameFolding.fold(name)
    isPlain = FoldedName.isPlain(text)
  }

  package var isEmpty: Bool { text.isEmpty }

  /// Whether only ASCII, kana (U+3040 to U+30FF) and ideographs (U+3400 to U+9FFF) stand in the text.
  private static func isPlain(_ text: String) -> Bool {
    ExactText.withBytes(text) { bytes in
      var offset = 0
      while offset < bytes.count {
        switch bytes[offset] {
        case 0..<0x80: offset += 1
        case 0xE3 where bytes[offset + 1] >= 0x90 || (0x81...0x83).contains(bytes[offset + 1]): offset += 3
        case 0xE4...0xE9: offset += 3
        default: return false
        }
      }
      return true
    }
  }

  package static func == (one: FoldedName, other: FoldedName) -> Bool {
    guard one.isPlain, other.isPlain else { return one.isPlain == other.isPlain && one.text == other.text }
    return ExactText(one.text) == ExactText(other.text)
  }

  package func hash(into hasher: inout Hasher) {
    if isPlain {
      ExactText.withBytes(text) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    } else {
      hasher.combine(text)
    }
  }
}
