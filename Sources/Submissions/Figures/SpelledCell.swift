import Quantities

/// What a cell says, as far as its spelling tells: whether that suits the indicator is for the reader of the file to judge.
package enum SpelledCell: Sendable, Hashable {
  /// Nothing, or only spaces.
  case blank
  /// A dash alone, 該当なし, 対象外, N/A.
  case notApplicable
  /// The figure is `mantissa` with `scale` decimals; `suffix` is what stood after it, in half width: a unit, `%`, or nothing.
  /// 10万人 is 100000 with 人, 3割 is 30 with `%`.
  case number(mantissa: Int64, scale: Int, suffix: String)
  /// A number of more than 15 digits or six decimals.
  case tooLong
  case date(CalendarDate)
  /// Anything else, without the spaces around it: a step of a ladder, a text, or a figure that can't be read.
  case words(String)
}

extension SpelledCell {
  package init(reading text: String) {
    self = Array(text.utf8).withUnsafeBufferPointer { SpelledCell(reading: $0) }
  }

  /// Reads a cell's UTF-8 bytes.
  package init(reading bytes: UnsafeBufferPointer<UInt8>) {
    if let number = SpelledCell.plainNumber(bytes) {
      self = number
      return
    }
    let trimmed = trimmedRange(bytes)
    guard !trimmed.isEmpty else {
      self = .blank
      return
    }
    let cell = FoldedCursor(bytes, trimmed)
    if let date = cell.readDate() {
      self = .date(date)
    } else if let number = cell.readNumber() {
      self = number
    } else if cell.isNotApplicable {
      self = .notApplicable
    } else {
      self = .words(String(decoding: UnsafeBufferPointer(rebasing: bytes[trimmed]), as: UTF8.self))
    }
  }

  /// Most cells of a large file are a few ASCII digits; they are read without a second look.
  private static func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> SpelledCell? {
    guard (1...FigureLimits.digits).contains(bytes.count) else { return nil }
    var value: Int64 = 0
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int64(digit)
    }
    return .number(mantissa: value, scale: 0, suffix: "")
  }
}

/// What figures may hold, so that no judgement overflows.
enum FigureLimits {
  static let digits = 15
  static let decimals = 6
  /// The least number of too many digits.
  static let tooGreat: Int64 = 1_000_000_000_000_000
}

/// Whether a byte is a sign of ASCII.
@inline(__always)
private func isPrintable(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

/// The bytes without the spaces of any kind around them.
func trimmedRange(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
  // Nearly every cell begins and ends with what is no space.
  guard let last = bytes.last else { return 0..<0 }
  if isPrintable(bytes[0]), isPrintable(last) { return 0..<bytes.count }
  var start = 0
  while start < bytes.count {
    let step = UTF8Step(bytes, at: start)
    guard NameFolding.isSpace(step.scalar) else { break }
    start += step.length
  }
  var end = bytes.count
  while end > start {
    // Back to the byte that begins the last character; a space takes at most three.
    var begin = end - 1
    while begin > start, end - begin < 3, bytes[begin] & 0xC0 == 0x80 { begin -= 1 }
    let step = UTF8Step(bytes, at: begin)
    guard NameFolding.isSpace(step.scalar), begin + step.length == end else { break }
    end = begin
  }
  return start..<end
}
