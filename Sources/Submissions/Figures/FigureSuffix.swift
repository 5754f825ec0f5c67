import Quantities

/// Units are short; what is longer is a remark.
private let longestSuffix = 16

extension FoldedCursor {
  /// The unit after a number, up to the end or to the closing bracket around the whole: letters, kanji, katakana and signs
  /// of units. Nil when anything else stands there (a remark, a second number), or a word such as 以上.
  mutating func takeSuffix(beforeBracket: Bool) -> String? {
    let start = self
    var length = 0
    var last: UInt32 = 0
    // 3 万 with a space, 3十: a multiplier in the wrong place is no unit.
    if isMultiplier(current) { return nil }
    while !isAtEnd, !(beforeBracket && current == 0x29) {
      guard isUnitCharacter(current) || isKanaOfUnit(isFirst: length == 0) else { return nil }
      length += 1
      guard length <= longestSuffix, !isHedge(last, current) else { return nil }
      last = current
      advance()
    }
    let stop = offset
    if length == 0 { return "" }
    if isHedgingEnd(last) { return nil }
    let suffix = start.text(upTo: stop)
    if isEqual(suffix, "パーセント") || isEqual(suffix, "ﾊﾟｰｾﾝﾄ") { return "%" }
    return suffix
  }

  /// か所, か月 and つ are the only units with hiragana.
  private func isKanaOfUnit(isFirst: Bool) -> Bool {
    guard isFirst else { return false }
    var ahead = self
    if ahead.take(scalar: "つ") { return ahead.isAtEnd || ahead.current == 0x29 }
    return ahead.take(scalar: "か") && isKanji(ahead.current)
  }

  /// The folded characters from here up to an offset.
  private func text(upTo stop: Int) -> String {
    var cursor = self
    var folded: [UInt8] = []
    folded.reserveCapacity(longestSuffix)
    while !cursor.isAtEnd, cursor.offset < stop {
      appendUTF8(cursor.current, to: &folded)
      cursor.advance()
    }
    return String(decoding: folded, as: UTF8.self)
  }
}

private func isUnitCharacter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x3FF: true  // letters
  case 0x25, 0x2F, 0xB0, 0xB5, 0xA5, 0x2030, 0x2103, 0x30FB: true  // % / ° µ ¥ ‰ ℃ ・
  case 0x30A1...0x30FA, 0x30FC...0x30FE, 0xFF66...0xFF9F: true  // katakana
  case 0x3300...0x33FF: true  // units in one square
  default: isKanji(scalar)
  }
}

private func isKanji(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3005, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: true
  default: false
  }
}

/// Compares bytes: canonical equivalence means nothing for these words.
private func isEqual(_ left: String, _ right: String) -> Bool {
  left.utf8.elementsEqual(right.utf8)
}

/// Two characters that make a number something else than that number.
private func isHedge(_ first: UInt32, _ second: UInt32) -> Bool {
  guard let first = Unicode.Scalar(first), let second = Unicode.Scalar(second) else { return false }
  switch (first, second) {
  case ("以", "上"), ("以", "下"), ("以", "内"), ("未", "満"), ("程", "度"), ("前", "後"), ("内", "外"), ("予", "定"), ("見", "込"),
    ("不", "明"):
    return true
  default:
    return false
  }
}

private func isHedgingEnd(_ scalar: UInt32) -> Bool {
  switch Unicode.Scalar(scalar) {
  case "超", "弱", "強", "余": true
  default: false
  }
}

private func isMultiplier(_ scalar: UInt32) -> Bool {
  switch Unicode.Scalar(scalar) {
  case "十", "百", "千", "万", "億", "兆", "割": true
  default: false
  }
}
