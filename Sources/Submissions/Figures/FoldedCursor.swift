import Quantities

/// Walks over a cell's characters as if they were typed in half width: full-width digits, letters and signs are their
/// twins, every wide space is a space, characters of no width are not there. A copy of it is a place to come back to.
struct FoldedCursor {
  /// The character under the cursor, or `end`.
  private(set) var current: UInt32 = FoldedCursor.end
  /// Where that character begins.
  private(set) var offset: Int
  private var next: Int
  private let limit: Int
  private let bytes: UnsafeBufferPointer<UInt8>

  /// No character has this number.
  static let end: UInt32 = .max

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    next = range.lowerBound
    limit = range.upperBound
    advance()
  }

  var isAtEnd: Bool { current == FoldedCursor.end }

  mutating func advance() {
    while next < limit {
      offset = next
      let step = UTF8Step(bytes, at: next)
      next += step.length
      switch step.scalar {
      case 0x200B...0x200D, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F: continue
      case 0xFE6A: current = 0x25
      default: current = NameFolding.isSpace(step.scalar) ? 0x20 : NameFolding.halfWidth(step.scalar)
      }
      return
    }
    offset = limit
    current = FoldedCursor.end
  }

  mutating func skipSpaces() {
    while current == 0x20 { advance() }
  }

  /// Steps over a character, if it is under the cursor.
  mutating func take(scalar: Unicode.Scalar) -> Bool {
    guard current == scalar.value else { return false }
    advance()
    return true
  }

  /// Steps over a word of half-width or Japanese characters, if it stands here.
  mutating func take(_ word: String) -> Bool {
    var ahead = self
    for scalar in word.unicodeScalars {
      guard ahead.take(scalar: scalar) else { return false }
    }
    self = ahead
    return true
  }

  /// The digit under the cursor.
  var digit: Int64? {
    (0x30...0x39).contains(current) ? Int64(current - 0x30) : nil
  }

  var isAtDash: Bool { NameFolding.isDash(current) }

  /// The whole cell is a dash (or several), or one of the words for it.
  var isNotApplicable: Bool {
    var cursor = self
    if cursor.isAtDash {
      while cursor.isAtDash { cursor.advance() }
      return cursor.isAtEnd
    }
    let words: [String] =
      switch Unicode.Scalar(current) {
      case "該": ["該当なし", "該当無し"]
      case "非": ["非該当"]
      case "対": ["対象外"]
      case "N", "n": ["N/A", "n/a", "N/a"]
      default: []
      }
    for word in words {
      var cursor = self
      if cursor.take(word) && cursor.isAtEnd { return true }
    }
    return false
  }
}
