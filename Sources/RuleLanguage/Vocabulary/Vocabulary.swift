/// Finds the words of the language, and those that a rulebook declares, in a row of characters.
package struct Vocabulary: Sendable {
  /// What a spelling stands for.
  package enum Meaning: Sendable, Hashable {
    case word(Word, joins: Bool)
    /// A word for a level of areas, by the level's position.
    case level(Int)
    /// A counting unit, as declared.
    case unit(String)
  }

  private struct Spelling: Sendable {
    /// Where its characters stand among those of all.
    let scalars: Range<Int>
    let meaning: Meaning
    let first: UInt32
    private let second: UInt32

    init(_ scalars: Range<Int>, of all: [UInt32], _ meaning: Meaning) {
      self.scalars = scalars
      self.meaning = meaning
      first = all[scalars.lowerBound]
      second = scalars.count > 1 ? all[scalars.lowerBound + 1] : 0x20
    }

    /// Most words with the same first character are told apart by their second one.
    func mayGoOn(with scalar: UInt32) -> Bool { second == scalar || second == 0x20 }
  }

  /// The characters of all spellings, one after the other: half-width and lower-case; a space stands for any white space.
  private var scalars: [UInt32] = []
  /// Spellings by their first character, the longest first.
  private var words: [UInt32: [Spelling]] = [:]
  /// Units stand apart: they count only after a number and where a unit is asked for.
  private var units: [UInt32: [Spelling]] = [:]

  /// The units that every rulebook has.
  package static let commonUnits = ["回", "件", "人", "区", "か所", "施設", "日", "年", "円", "点"]

  /// Other spellings of the common units.
  package static let commonUnitSpellings: [(spelling: String, unit: String)] = [
    ("箇所", "か所"), ("カ所", "か所"), ("ヶ所", "か所"), ("ヵ所", "か所"), ("ケ所", "か所"), ("個所", "か所"), ("名", "人"),
    ("day", "日"), ("days", "日"), ("person", "人"), ("persons", "人"), ("people", "人"), ("yen", "円"),
  ]

  /// The words of the language and the common units; rulebooks add their own.
  package static let standard = Vocabulary()

  private init() {
    words.reserveCapacity(512)
    scalars.reserveCapacity(16_384)
    for entry in Vocabulary.entries {
      for spellings in [entry.english, entry.japanese] { for spelling in spellings { add(entry.word, joins: false, spelling) } }
      for spelling in entry.joining { add(entry.word, joins: true, spelling) }
    }
    for unit in Vocabulary.commonUnits { add(unit: unit) }
    for (spelling, unit) in Vocabulary.commonUnitSpellings { add(unit: unit, spelled: spelling) }
  }

  private mutating func add(_ word: Word, joins: Bool, _ spelling: StaticString) {
    let start = scalars.count
    spelling.withUTF8Buffer { SourceCharacters.appendComparable($0, to: &scalars) }
    Vocabulary.insert(Spelling(start..<scalars.count, of: scalars, .word(word, joins: joins)), into: &words)
  }

  package mutating func add(unit: String) { add(unit: unit, spelled: unit) }

  package mutating func add(unit: String, spelled word: String) {
    if let spelling = taken(word, .unit(unit)) { Vocabulary.insert(spelling, into: &units) }
  }

  package mutating func add(level: Int, word: String) {
    if let spelling = taken(word, .level(level)) { Vocabulary.insert(spelling, into: &words) }
  }

  /// Whether the text is a word of the language, so that no level or unit can be called that.
  package func isReserved(_ text: String) -> Bool {
    let wanted = Vocabulary.scalars(of: text)
    return (words[wanted.first ?? 0] ?? []).contains { spelling in
      if case .word = spelling.meaning { return scalars[spelling.scalars].elementsEqual(wanted) }
      return false
    }
  }

  private mutating func taken(_ text: String, _ meaning: Meaning) -> Spelling? {
    let start = scalars.count
    scalars += Vocabulary.scalars(of: text)
    return start < scalars.count ? Spelling(start..<scalars.count, of: scalars, meaning) : nil
  }

  /// Among spellings of one length the one that was there first wins: the language's own words before declared ones.
  private static func insert(_ spelling: Spelling, into list: inout [UInt32: [Spelling]]) {
    insert(spelling, into: &list[spelling.first, default: []])
  }

  private static func insert(_ spelling: Spelling, into entries: inout [Spelling]) {
    let place = entries.firstIndex { $0.scalars.count < spelling.scalars.count }
    if let place { entries.insert(spelling, at: place) } else { entries.append(spelling) }
  }

  /// The characters of a text as they are compared: half-width, lower-case.
  static func scalars(of text: String) -> [UInt32] {
    text.unicodeScalars.map { SourceCharacters.comparable($0.value) }
  }

  /// The longest word at a position, with the position behind it.
  func longestWord(in text: SourceCharacters, at position: Int) -> (meaning: Meaning, end: Int)? {
    longest(of: words, in: text, at: position)
  }

  /// The longest unit at a position, with the position behind it.
  func longestUnit(in text: SourceCharacters, at position: Int) -> (meaning: Meaning, end: Int)? {
    longest(of: units, in: text, at: position)
  }

  private func longest(
    of list: [UInt32: [Spelling]], in text: SourceCharacters, at position: Int
  ) -> (meaning: Meaning, end: Int)? {
    guard position < text.count, let candidates = list[text.scalars[position]] else { return nil }
    let second = text.scalar(position + 1)
    for place in candidates.indices where candidates[place].mayGoOn(with: second) {
      if let end = text.end(of: scalars[candidates[place].scalars], at: position) { return (candidates[place].meaning, end) }
    }
    return nil
  }
}
