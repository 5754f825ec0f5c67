import Foundation
import Testing

@testable import Reports

@Suite struct TerminalTests {
  @Test(arguments: [
    ("abc", 3), ("協議回数", 8), ("ｱｲｳ", 3), ("か\u{3099}", 2), ("①○△", 3), ("３，：", 6), ("e\u{301}", 1), ("🇯🇵", 2), ("\u{200B}", 0),
    ("─", 1),
    ("。「」", 6), ("𠮷", 2), ("한", 2), ("\u{7}", 0), ("é", 1), ("〜", 2), ("", 0), ("ー", 2),
  ])
  func columns(_ text: String, _ expected: Int) {
    #expect(DisplayWidth().columns(of: text) == expected)
  }

  @Test func ambiguousCharactersCanBeWide() {
    let wide = DisplayWidth(ambiguousIsWide: true)
    #expect(wide.columns(of: "①○△…Ω") == 10)
    #expect(wide.columns(of: "abc協") == 5)
  }

  @Test func tablesAscend() {
    for table in [DisplayWidthTable.wide, DisplayWidthTable.ambiguous, DisplayWidthTable.zero] {
      #expect(table.count % 2 == 0)
      for index in stride(from: 0, to: table.count, by: 2) {
        #expect(table[index] <= table[index + 1])
        if index > 0 { #expect(table[index - 1] < table[index]) }
      }
    }
  }

  @Test(arguments: [
    ("北区", "北区"), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("x\u{202E}y", "x\\u{202E}y"), ("a\tb\nc\r", "a\\tb\\nc\\r"),
    ("\u{9B}", "\\u{9B}"),
    ("\u{E0041}", "\\u{E0041}"), ("\u{FEFF}", "\\u{FEFF}"), ("が\u{3099}", "が\u{3099}"),
  ])
  func escaping(_ text: String, _ expected: String) {
    #expect(SafeText.escaped(text) == expected)
  }

  @Test func linesBreakWhereJapaneseAllows() {
    let breaking = LineBreaking(measure: DisplayWidth())
    #expect(breaking.lines("すべての区で、「協議回数」が3回以上であること。", first: 20, width: 20) == ["すべての区で、「協議", "回数」が3回以上であ", "ること。"])
    #expect(breaking.lines("あいうえ、かき", first: 8, width: 8) == ["あいう", "え、かき"])
    #expect(breaking.lines("every ward holds three", first: 10, width: 10) == ["every ward", "holds", "three"])
    #expect(breaking.lines("", first: 10, width: 10) == [""])
    #expect(breaking.lines("abcdefghijkl", first: 5, width: 5) == ["abcde", "fghij", "kl"])
  }

  @Test func brokenLinesLoseNothing() {
    var generator = SeededGenerator(state: 20_231)
    let letters = Array("あ「」、。（）ab 12回ー%①か\u{3099}".unicodeScalars)
    let breaking = LineBreaking(measure: DisplayWidth())
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        text.unicodeScalars.append(letters.randomElement(using: &generator)!)
      }
      let width = Int.random(in: 2...30, using: &generator)
      let lines = breaking.lines(text, first: width, width: width)
      #expect(withoutSpaces(lines.joined()) == withoutSpaces(text), "\(text)")
      for line in lines { #expect(DisplayWidth().columns(of: line) <= max(width, 2), "\(line) in \(width)") }
    }
  }

  private func withoutSpaces(_ text: String) -> [UInt32] { text.unicodeScalars.map { $0.value }.filter { $0 != 0x20 } }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func sha256(_ text: String, _ digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test func sha256OfAMillionLettersInPieces() {
    var digest = SHA256()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1_001)
    for _ in 0..<999 { digest.update(piece) }
    digest.update([UInt8](repeating: UInt8(ascii: "a"), count: 1))
    #expect(1_001 * 999 + 1 == 1_000_000)
    #expect(digest.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}

struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
