/// A decimal as a whole number and the number of its digits after the point.
///
/// Spreadsheet programs compute in binary and write up to 17 digits, so that a cell which shows 0.3 may hold the text
/// `0.30000000000000004`. What people entered and what they see is the figure of 15 significant digits; so the text is rounded
/// to 15 digits, half away from zero, in whole numbers. A text of 15 digits or fewer is kept exactly.
struct DecimalFigure: Sendable, Hashable {
  private static let digits = 15

  let mantissa: Int64
  let scale: Int16

  init(mantissa: Int64, scale: Int16) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Reads a number as XML Schema's double is written, infinities aside: `-12.50`, `1.0E-2`.
  init?(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    var index = start
    while index < end, MarkupReader.isSpace(bytes[index]) { index += 1 }
    var last = end
    while last > index, MarkupReader.isSpace(bytes[last - 1]) { last -= 1 }
    guard index < last else { return nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }

    var mantissa: Int64 = 0
    var kept = 0
    var scale = 0
    var roundsUp = false
    var hasDigits = false
    var isPastPoint = false
    while index < last {
      let digit = bytes[index] &- 0x30
      if digit < 10 {
        hasDigits = true
        if kept < DecimalFigure.digits {
          mantissa = mantissa * 10 + Int64(digit)
          if mantissa != 0 { kept += 1 }
          if isPastPoint { scale += 1 }
        } else {
          if kept == DecimalFigure.digits { roundsUp = digit >= 5 }
          kept += 1
          if !isPastPoint { scale -= 1 }
        }
      } else if bytes[index] == UInt8(ascii: "."), !isPastPoint {
        isPastPoint = true
      } else {
        break
      }
      index += 1
    }
    guard hasDigits else { return nil }
    if index < last {
      guard let exponent = DecimalFigure.exponent(bytes, index, last) else { return nil }
      scale -= exponent
    }
    if roundsUp { mantissa += 1 }
    self.init(normalised: isNegative ? -mantissa : mantissa, scale)
  }

  /// The exponent that begins with `E`, of up to four digits.
  private static func exponent(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return nil }
    index += 1
    guard index < end else { return nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    guard end - index <= 4, let value = wholeNumber(bytes, index, end) else { return nil }
    return isNegative ? -value : value
  }

  /// Takes off zeros at the end of a fraction, and writes out those of a whole number as long as there is room.
  private init?(normalised mantissa: Int64, _ scale: Int) {
    var mantissa = mantissa
    var scale = scale
    guard mantissa != 0 else {
      self.init(mantissa: 0, scale: 0)
      return
    }
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    // 18 digits always fit.
    while scale < 0, mantissa.magnitude < 100_000_000_000_000_000 {
      mantissa *= 10
      scale += 1
    }
    guard let scale = Int16(exactly: scale) else { return nil }
    self.init(mantissa: mantissa, scale: scale)
  }

  /// The whole part, rounded down, and the rest in units of 10^−10, cut off. Nothing for figures beyond any serial date.
  var wholeAndRest: (whole: Int64, rest: Int64)? {
    guard scale >= 0, mantissa.magnitude < 1_000_000_000_000_000_000 else { return nil }
    guard scale <= 18 else { return mantissa >= 0 ? (0, 0) : (-1, 0) }
    var unit: Int64 = 1
    for _ in 0..<scale { unit *= 10 }
    var whole = mantissa / unit
    var rest = mantissa % unit
    if rest < 0 {
      rest += unit
      whole -= 1
    }
    var places = Int(scale)
    while places > 10 {
      rest /= 10
      places -= 1
    }
    while places < 10 {
      rest *= 10
      places += 1
    }
    return (whole, rest)
  }
}
