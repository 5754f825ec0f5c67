/// Cuts one row into fields.
///
/// A quote that doesn't close is taken as a character, and its cell is read again as an unquoted one. That happens when
/// the file ends first, and when text follows the closing quote on a later line: then that quote more likely opens another
/// cell. So a forgotten quote harms one row, not all the following. No byte is read more than three times: between such
/// an opening and the place where it failed, quotes only stand in pairs, and a cell that begins with a pair ends with it.
struct RowScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  private let separators: UInt64
  private(set) var offset: Int
  private(set) var line: Int
  /// All fields of the row, those past the limit too.
  private(set) var fieldCount = 0
  /// The first one in the row.
  private(set) var unclosedQuote: UnclosedQuote?

  struct UnclosedQuote {
    let line: Int32
    let column: Int
  }

  init(bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, offset: Int, line: Int) {
    self.bytes = bytes
    self.separator = separator
    separators = UInt64(separator) &* 0x0101_0101_0101_0101
    self.offset = offset
    self.line = line
  }

  /// Reads up to and with the line break, or to the end; returns where the line break stands.
  mutating func scanRow(into fields: inout [Field]) -> Int {
    while true {
      if offset < bytes.count, bytes[offset] == quotationMark, scanQuoted(into: &fields) {
        // The cell is read.
      } else {
        scanPlain(from: offset, into: &fields)
      }
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    let end = offset
    if end < bytes.count {
      offset += bytes[end] == carriageReturn && end + 1 < bytes.count && bytes[end + 1] == lineFeed ? 2 : 1
      line += 1
    }
    return end
  }

  /// Takes everything up to the next separator or line break.
  private mutating func scanPlain(from start: Int, into fields: inout [Field]) {
    offset = endOfPlainField(from: start)
    append(Field(start: start, end: offset, line: currentLine), to: &fields)
  }

  @inline(__always)
  private func endOfPlainField(from start: Int) -> Int {
    var end = start
    // Eight bytes at a time: most fields end within the first or the second look.
    let raw = UnsafeRawBufferPointer(bytes)
    while bytes.count - end >= 8 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: end, as: UInt64.self))
      let ends =
        RowScanner.zeros(word ^ separators) | RowScanner.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
        | RowScanner.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if ends != 0 { return end + ends.trailingZeroBitCount / 8 }
      end += 8
    }
    while end < bytes.count {
      let byte = bytes[end]
      if byte == separator || byte == lineFeed || byte == carriageReturn { break }
      end += 1
    }
    return end
  }

  /// A high bit in the first byte that is zero, and none before it.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 }

  /// Reads a cell that begins with a quote; false, with nothing taken, when the quote doesn't close.
  private mutating func scanQuoted(into fields: inout [Field]) -> Bool {
    let opening = offset
    var lineBreaks = 0
    var hasDoubled = false
    var end = opening + 1
    while end < bytes.count {
      let byte = bytes[end]
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0
      if byte == quotationMark {
        guard next == quotationMark else { break }
        hasDoubled = true
        end += 1
      } else if byte == lineFeed || (byte == carriageReturn && next != lineFeed) {
        lineBreaks += 1
      }
      end += 1
    }
    guard end < bytes.count else { return refuseQuote() }
    var following = end + 1
    while following < bytes.count, bytes[following] != separator, isBlank(bytes[following]) { following += 1 }
    let field: Field
    if following == bytes.count || isEndOfField(bytes[following]) {
      field =
        hasDoubled
        ? Field(start: opening, end: end + 1, line: currentLine, needsUnescape: true)
        : Field(start: opening + 1, end: end, line: currentLine)
    } else {
      guard lineBreaks == 0 else { return refuseQuote() }
      following = endOfPlainField(from: following)
      field = Field(start: opening, end: following, line: currentLine, needsUnescape: true)
    }
    append(field, to: &fields)
    offset = following
    line += lineBreaks
    return true
  }

  private mutating func refuseQuote() -> Bool {
    if unclosedQuote == nil { unclosedQuote = UnclosedQuote(line: currentLine, column: fieldCount + 1) }
    return false
  }

  private mutating func append(_ field: Field, to fields: inout [Field]) {
    fieldCount += 1
    if fieldCount <= DelimitedText.fieldLimit { fields.append(field) }
  }

  private var currentLine: Int32 { Int32(truncatingIfNeeded: line) }

  private func isEndOfField(_ byte: UInt8) -> Bool {
    byte == separator || byte == lineFeed || byte == carriageReturn
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
