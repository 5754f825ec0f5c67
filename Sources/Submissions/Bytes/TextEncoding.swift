/// The encodings in which offices send their files.
package enum TextEncoding: Sendable, Hashable, CaseIterable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// Microsoft's code page 932, the Shift_JIS of Windows with the NEC and IBM characters.
  case cp932

  /// The name that users know.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .cp932: "CP932 (Shift_JIS)"
    }
  }
}

/// Which encoding a file is in, and how many of its first bytes are a mark that says so.
struct EncodingChoice {
  let encoding: TextEncoding
  let markLength: Int
  /// The file is UTF-8 as it stands: no mark, no fault, no NUL.
  var isCleanUTF8 = false
  /// Where CP932 is the choice: the file is UTF-8 with damage after all if it has as many faults under CP932.
  var mostFaults = Int.max
}

/// Chooses by what the file's bytes say, in this order: a byte order mark; text that is UTF-8 as it stands; the pattern
/// of UTF-16 without a mark; and, for bytes that are none of these, UTF-8 with damage or CP932.
func chooseEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingChoice {
  let choice = likelyEncoding(bytes)
  if choice.encoding == .cp932, cp932Faults(bytes, atMost: choice.mostFaults) == choice.mostFaults {
    return EncodingChoice(encoding: .utf8, markLength: 0)
  }
  return choice
}

/// The same, but whether CP932 has too many faults is left to whoever decodes the file, and finds them then.
func likelyEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingChoice {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return EncodingChoice(encoding: .utf8, markLength: 3) }
  if bytes.starts(with: [0xFF, 0xFE]) { return EncodingChoice(encoding: .utf16LittleEndian, markLength: 2) }
  if bytes.starts(with: [0xFE, 0xFF]) { return EncodingChoice(encoding: .utf16BigEndian, markLength: 2) }
  let tally = UTF8Tally(bytes)
  if tally.faults == 0 && tally.zeros == 0 { return EncodingChoice(encoding: .utf8, markLength: 0, isCleanUTF8: true) }
  // ASCII text in UTF-16 is also well-formed UTF-8, full of NUL bytes: then the pattern must fill a quarter of the units.
  if tally.zeros > 0, let order = utf16Order(bytes, plainShare: tally.faults == 0 ? 4 : 16) {
    return EncodingChoice(encoding: order, markLength: 0)
  }
  // Fewer faults alone would not do to tell damaged UTF-8: nearly any two high bytes are some kanji of CP932. But a well-formed
  // sequence of three or four bytes hardly comes about by chance in CP932 text, where nearly every character is a fault under
  // UTF-8. So the sequences that fit are weighed against the faults.
  if tally.longSequences >= tally.faults { return EncodingChoice(encoding: .utf8, markLength: 0) }
  return EncodingChoice(encoding: .cp932, markLength: 0, mostFaults: tally.faults)
}

/// The byte order of UTF-16 without a mark, judged by the first 2,048 units, or nil when it isn't clear.
///
/// Data files hold digits, separators and line breaks: each is a plain byte beside a zero one, always on the same side.
/// Seen in the wrong order, U+3000 and U+4E00 look like that too, but no character of use looks like a separator.
private func utf16Order(_ bytes: UnsafeBufferPointer<UInt8>, plainShare: Int) -> TextEncoding? {
  let units = min(bytes.count / 2, 2048)
  var little = PlainUnits()
  var big = PlainUnits()
  for unit in 0..<units {
    let first = bytes[2 * unit]
    let second = bytes[2 * unit + 1]
    if first == 0 && second == 0 { return nil }
    if second == 0 { little.count(first) }
    if first == 0 { big.count(second) }
  }
  let isLittle = little.separators > big.separators
  let (likely, other) = isLittle ? (little, big) : (big, little)
  guard likely.separators > 8 * other.separators, likely.plain >= 3, likely.plain * plainShare >= units else { return nil }
  return isLittle ? .utf16LittleEndian : .utf16BigEndian
}

/// Units that are ASCII text in one byte order, and those of them by which a delimited file is built.
private struct PlainUnits {
  var plain = 0
  var separators = 0

  mutating func count(_ byte: UInt8) {
    switch byte {
    case 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"):
      plain += 1
      separators += 1
    case 0x20...0x7E:
      plain += 1
    default:
      break
    }
  }
}
