import Diagnostics

extension MarkupReader {
  /// Appends the text that `next()` has just handed out, decoded.
  @inline(__always)
  func appendText(to text: inout [UInt8]) throws(Refusal) {
    guard textIsEncoded else {
      text.append(contentsOf: bytes[textStart..<textEnd])
      return
    }
    try appendDecoded(textStart, textEnd, inAttribute: false, to: &text)
  }

  /// Appends what stands between two offsets: references resolved, line breaks made `\n` (XML 1.0, 2.11), and in an attribute
  /// white space made spaces (3.3.3).
  func appendDecoded(_ start: Int, _ end: Int, inAttribute: Bool, to text: inout [UInt8]) throws(Refusal) {
    var index = start
    while index < end {
      let byte = byte(index)
      switch byte {
      case UInt8(ascii: "&"):
        index = try appendReference(at: index, before: end, to: &text)
        continue
      case 0x0D:
        if self.byte(index + 1) != 0x0A { text.append(inAttribute ? 0x20 : 0x0A) }
      case 0x0A, 0x09: text.append(inAttribute ? 0x20 : byte)
      default: text.append(byte)
      }
      index += 1
    }
  }

  /// Appends what a reference stands for and returns where it ends.
  private func appendReference(at start: Int, before end: Int, to text: inout [UInt8]) throws(Refusal) -> Int {
    var close = start + 1
    // The longest that means anything is `&#x10FFFF;`; leading zeros are let through up to a length.
    while close < end, close - start < 24, byte(close) != UInt8(ascii: ";") { close += 1 }
    guard close < end, byte(close) == UInt8(ascii: ";") else { throw fault(.unknownReference) }
    if byte(start + 1) == UInt8(ascii: "#") {
      text.append(scalar: try character(start + 2, close))
      return close + 1
    }
    for (name, character) in MarkupReader.entities
    where name.utf8CodeUnitCount == close - start - 1 && bytes.begins(with: name, at: start + 1) {
      text.append(character)
      return close + 1
    }
    throw fault(.unknownReference)
  }

  private static let entities: [(StaticString, UInt8)] = [
    ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27),
  ]

  /// The character of a reference such as `#12354` or `#x3042`.
  private func character(_ start: Int, _ end: Int) throws(Refusal) -> UInt32 {
    let isHexadecimal = byte(start) == UInt8(ascii: "x")
    var value: UInt32 = 0
    let first = isHexadecimal ? start + 1 : start
    guard first < end else { throw fault(.unknownReference) }
    for index in first..<end {
      guard let digit = hexadecimalDigit(byte(index)), isHexadecimal || digit < 10 else { throw fault(.unknownReference) }
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      guard value <= 0x10_FFFF else { throw fault(.unknownReference) }
    }
    let isCharacter = value >= 0x20 && value < 0xD800 || value >= 0xE000 && value != 0xFFFE && value != 0xFFFF
    guard isCharacter || value == 0x09 || value == 0x0A || value == 0x0D else { throw fault(.forbiddenCharacter) }
    return value
  }

  // MARK: The declaration

  /// Reads `<?xml … ?>`, when there is one, for the encoding that it names.
  mutating func readDeclaration() throws(Refusal) {
    guard bytes.begins(with: "<?xml"), MarkupReader.isSpace(byte(5)) else { return }
    try skip(past: "?>", from: 5)
    var index = 5
    while index < position, !bytes.begins(with: "encoding", at: index) { index += 1 }
    guard index < position else { return }
    index += 8
    while MarkupReader.isSpace(byte(index)) || byte(index) == UInt8(ascii: "=") { index += 1 }
    let quote = byte(index)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault(.malformed) }
    var name: [UInt8] = []
    index += 1
    while index < position, byte(index) != quote {
      name.append(asciiFolded(byte(index)))
      index += 1
    }
    let known: [StaticString] = ["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii"]
    for candidate in known where candidate.utf8CodeUnitCount == name.count && name.begins(with: candidate) { return }
    throw fault(.encoding(String(decoding: name, as: UTF8.self)))
  }
}

/// The value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
