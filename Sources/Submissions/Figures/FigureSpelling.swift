import Quantities

/// Digits as they stand in a cell, with commas and decimals.
private struct Digits {
  var mantissa: Int64 = 0
  var scale = 0
  /// More digits or decimals than a figure may have; the rest is still read, to see whether it is a number at all.
  var isTooLong = false

  mutating func append(_ digit: Int64) {
    if mantissa >= FigureLimits.tooGreat / 10 {
      isTooLong = true
    } else {
      mantissa = mantissa * 10 + digit
    }
  }

  /// The same figure without decimals, moved left by `places` as far as it has to.
  mutating func multiply(byTenTo places: Int) {
    let fromDecimals = min(scale, places)
    scale -= fromDecimals
    for _ in 0..<(places - fromDecimals) where mantissa != 0 {
      if mantissa >= FigureLimits.tooGreat / 10 {
        isTooLong = true
        return
      }
      mantissa *= 10
    }
  }
}

extension FoldedCursor {
  /// The whole cell as a number, in any of the ways in which offices write one; nil when it is none.
  func readNumber() -> SpelledCell? {
    var cursor = self
    let isBracketed = cursor.take(scalar: "(")
    let isNegative = cursor.takeSign()
    // In CP932 the sign of the yen is the backslash.
    let isMoney = cursor.take(scalar: "¥") || cursor.take(scalar: "\\")
    guard let isNegative, !(isBracketed && isNegative), var value = cursor.takeAmount() else { return nil }
    cursor.skipSpaces()
    var suffix: String
    if let share = cursor.takeTenths(after: value) {
      value = share
      suffix = "%"
    } else {
      guard let unit = cursor.takeSuffix(beforeBracket: isBracketed) else { return nil }
      suffix = unit
    }
    if isBracketed && !cursor.take(scalar: ")") { return nil }
    if isMoney {
      guard suffix.isEmpty || suffix.utf8.elementsEqual("円".utf8) else { return nil }
      suffix = "円"
    }
    guard cursor.isAtEnd else { return nil }
    if value.isTooLong { return .tooLong }
    let mantissa = isNegative || isBracketed ? -value.mantissa : value.mantissa
    return .number(mantissa: mantissa, scale: value.scale, suffix: suffix)
  }

  /// Whether a minus stands here: a dash, or the triangle of Japanese accounts, which may be followed by spaces. Nil
  /// when a dash stands apart from the digits, as before an item of a list.
  private mutating func takeSign() -> Bool? {
    if current == 0x25B3 || current == 0x25B2 {
      advance()
      skipSpaces()
      return true
    }
    if isAtDash {
      advance()
      return digit != nil || current == 0x2E || current == 0xA5 || current == 0x5C ? true : nil
    }
    _ = take(scalar: "+")
    return false
  }

  /// A number with its Japanese multipliers: 1,706 · 12.5 · 10万 · 1億2,000万 · 1,200千.
  private mutating func takeAmount() -> Digits? {
    guard var total = takeDigits() else { return nil }
    var isTooLong = total.isTooLong
    let hasDecimals = total.scale > 0
    guard var exponent = takeMultiplier() else { return total }
    total.multiply(byTenTo: exponent)
    // What follows is smaller than the multiplier before it: 1億2,000万, but not 1万20000.
    while digit != nil {
      guard !hasDecimals, var part = takeDigits(), part.scale == 0 else { return nil }
      let next = takeMultiplier() ?? 0
      guard next < exponent else { return nil }
      part.multiply(byTenTo: next)
      guard part.isTooLong || part.mantissa < powerOfTen(exponent) else { return nil }
      isTooLong = isTooLong || part.isTooLong
      total.mantissa += part.mantissa
      exponent = next
      if next == 0 { break }
    }
    total.isTooLong = total.isTooLong || isTooLong || total.mantissa >= FigureLimits.tooGreat
    return total
  }

  /// Digits with commas between groups of three, and decimals. Nil when the commas stand elsewhere or a digit is missing.
  private mutating func takeDigits() -> Digits? {
    var result = Digits()
    var groupLength = 0
    var hasCommas = false
    while true {
      if let digit {
        result.append(digit)
        groupLength += 1
        advance()
      } else if current == 0x2C {
        guard hasCommas ? groupLength == 3 : (1...3).contains(groupLength) else { return nil }
        hasCommas = true
        groupLength = 0
        advance()
      } else {
        break
      }
    }
    if hasCommas && groupLength != 3 { return nil }
    guard current == 0x2E else { return groupLength > 0 ? result : nil }
    advance()
    guard digit != nil else { return nil }
    takeDecimals(into: &result)
    return result
  }

  /// Zeros past the sixth decimal say nothing and are left out.
  private mutating func takeDecimals(into result: inout Digits) {
    while let digit {
      if result.scale < FigureLimits.decimals {
        result.append(digit)
        result.scale += 1
      } else if digit != 0 {
        result.isTooLong = true
      }
      advance()
    }
  }

  /// 千, 万, 億 or 兆, also 十, 百 or 千 of the three; as a power of ten.
  private mutating func takeMultiplier() -> Int? {
    var ahead = self
    var small = 0
    if ahead.take(scalar: "十") {
      small = 1
    } else if ahead.take(scalar: "百") {
      small = 2
    } else if ahead.take(scalar: "千") {
      small = 3
    }
    if ahead.take(scalar: "万") {
      small += 4
    } else if ahead.take(scalar: "億") {
      small += 8
    } else if ahead.take(scalar: "兆") {
      small += 12
    } else if small != 3 {
      return nil
    }
    self = ahead
    return small
  }

  /// 割 after a number, alone or with 分 and 厘: 3割 is 30, 3割5分 is 35; nothing may follow.
  private mutating func takeTenths(after amount: Digits) -> Digits? {
    var ahead = self
    guard ahead.take(scalar: "割") else { return nil }
    var share = amount
    for unit: Unicode.Scalar in ["分", "厘"] {
      guard share.scale == 0 || unit == "厘", let digit = ahead.digit else { continue }
      var beyond = ahead
      beyond.advance()
      guard beyond.take(scalar: unit) else { continue }
      // 厘 without 分 leaves the place of 分 empty.
      if unit == "厘" && share.scale == 0 { share.appendDecimal(0) }
      share.appendDecimal(digit)
      ahead = beyond
    }
    share.multiply(byTenTo: 1)
    guard ahead.isAtEnd || ahead.current == 0x29 else { return nil }
    self = ahead
    return share
  }
}

extension Digits {
  fileprivate mutating func appendDecimal(_ digit: Int64) {
    append(digit)
    scale += 1
  }
}

/// For the exponents of multipliers, 0 to 15.
private func powerOfTen(_ exponent: Int) -> Int64 {
  var power: Int64 = 1
  for _ in 0..<min(exponent, 18) { power *= 10 }
  return power
}
