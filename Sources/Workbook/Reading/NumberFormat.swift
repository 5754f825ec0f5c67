/// What a number format makes of a number.
enum NumberKind: Sendable, Hashable {
  /// A percentage is kept as a fraction: the cell that shows 12.5% holds 0.125.
  case figure, percentage, date, time
}

/// Tells dates, times and percentages from other figures by their number format (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat {
  /// The kind of a format that is known by its number alone.
  ///
  /// 27 to 36 and 50 to 58 mean something else in each language; the ones here are those of Japanese, where 32 and 33 are times.
  static func kind(ofBuiltIn number: Int) -> NumberKind {
    switch number {
    case 14...17, 22, 27...31, 34...36, 50...58: .date
    case 18...21, 32, 33, 45...47: .time
    case 9, 10: .percentage
    default: .figure
    }
  }

  /// The kind of a format that is written out, such as `[$-411]ggge"年"m"月"d"日"`.
  static func kind(of code: [UInt8]) -> NumberKind {
    var reader = FormatReader(code: code)
    reader.read()
    if reader.hasDay { return .date }
    if reader.hasTime { return .time }
    if reader.hasMonthOrMinute { return .date }
    return reader.hasPercentSign ? .percentage : .figure
  }
}

/// Goes through a format code and notes which letters stand for parts of a date or time.
private struct FormatReader {
  let code: [UInt8]
  var position = 0
  var hasDay = false
  var hasTime = false
  /// `m` is a month, but beside hours or seconds it is minutes.
  var hasMonthOrMinute = false
  var hasPercentSign = false

  init(code: [UInt8]) { self.code = code }

  mutating func read() {
    while position < code.count {
      switch code[position] {
      case UInt8(ascii: "\""): skipQuoted()
      // The next character stands for itself, is as wide as a blank, or fills the cell.
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): position += 2
      case UInt8(ascii: "["): readBracket()
      default: readLetter()
      }
    }
  }

  private mutating func skipQuoted() {
    position += 1
    while position < code.count, code[position] != UInt8(ascii: "\"") { position += 1 }
    position += 1
  }

  /// `[h]`, `[mm]`, `[s]` count on beyond a day; conditions, colours and languages stand in brackets too.
  private mutating func readBracket() {
    let start = position + 1
    while position < code.count, code[position] != UInt8(ascii: "]") { position += 1 }
    let end = position
    position += 1
    guard start < end, start < code.count else { return }
    let letter = asciiFolded(code[start])
    guard letter == UInt8(ascii: "h") || letter == UInt8(ascii: "m") || letter == UInt8(ascii: "s") else { return }
    for index in start..<end where asciiFolded(code[index]) != letter { return }
    hasTime = true
  }

  private mutating func readLetter() {
    // `General`, as programs in other languages call it too.
    for word in ["general", "standard", "g/"] as [StaticString] where isAt(word) {
      position += word.utf8CodeUnitCount
      return
    }
    for word in ["am/pm", "a/p"] as [StaticString] where isAt(word) {
      hasTime = true
      position += word.utf8CodeUnitCount
      return
    }
    if isAt("aaa") { hasDay = true }
    switch asciiFolded(code[position]) {
    // Years, days, eras, years of an era, and Buddhist years.
    case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "b"), UInt8(ascii: "r"): hasDay = true
    case UInt8(ascii: "e"):
      // `0.00E+00` is a figure.
      let next = position + 1 < code.count ? code[position + 1] : 0
      if next != UInt8(ascii: "+"), next != UInt8(ascii: "-") { hasDay = true }
    case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
    case UInt8(ascii: "m"): hasMonthOrMinute = true
    case UInt8(ascii: "%"): hasPercentSign = true
    default: break
    }
    position += 1
  }

  private func isAt(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= code.count else { return false }
    for offset in 0..<length where asciiFolded(code[position + offset]) != word.utf8Start[offset] { return false }
    return true
  }
}
