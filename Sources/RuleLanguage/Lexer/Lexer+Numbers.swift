import Diagnostics
import Quantities

extension Lexer {
  /// A number, and the unit or the level that stands behind it.
  mutating func readNumber() {
    let start = position
    guard let written = readDigits() else {
      while SourceCharacters.isDigit(text.scalar(position)) || text.scalar(position) == 0x2C || text.scalar(position) == 0x2E {
        position += 1
      }
      append(.number(NumberToken(value: .zero, decimals: 0, isFraction: false, isPercent: false)), from: start)
      reportNumber(from: start)
      return readUnit()
    }
    if let fraction = readFraction(after: written) {
      append(.number(fraction), from: start)
      return readUnit()
    }
    var value = Rational(mantissa: written.mantissa, scale: written.decimals)
    var (decimals, isPercent) = (written.decimals, false)
    if let factor = Lexer.multiplier(text.scalar(position)) {
      position += 1
      value = value * Rational(factor) + readLowerPart(below: factor)
    } else if text.scalar(position) == 0x5272 {
      position += 1
      value = value * Rational(10) + readHundredths()
      isPercent = true
    } else if let factor = readFactorWord() {
      value = value * Rational(factor)
      if value.isWhole { decimals = 0 }
    }
    append(
      .number(NumberToken(value: value, decimals: decimals, isFraction: false, isPercent: isPercent)), from: start)
    readUnit()
  }

  /// `one`, `two thirds`: numbers to ten and common fractions in English words.
  mutating func readNumberWord(from start: Int) -> Bool {
    let written = text.text(from: start, to: position)
    if Lexer.ordinal(of: written, in: ["zero"]) != nil {
      append(.number(NumberToken(value: .zero, decimals: 0, isFraction: false, isPercent: false)), from: start)
      readUnit()
      return true
    }
    if Lexer.ordinal(of: written, in: ["once"]) != nil {
      append(.number(NumberToken(value: .one, decimals: 0, isFraction: false, isPercent: false)), from: start)
      return true
    }
    if readPartAlone(written, from: start) || readHyphenated(from: start) { return true }
    guard let number = Lexer.number(of: written) else { return false }
    var (value, isFraction) = (Rational(number), false)
    var end = position
    while text.scalar(end) == 0x20 { end += 1 }
    let partStart = end
    while text.isInsideWord(end) { end += 1 }
    if let factor = readFactorWord() { value = value * Rational(factor) }
    for (words, parts) in Lexer.fractionWords {
      guard Lexer.ordinal(of: text.text(from: partStart, to: end), in: words) != nil else { continue }
      guard let share = Rational(number).divided(by: Rational(parts)) else { continue }
      (value, isFraction) = (share, true)
      position = end
    }
    append(.number(NumberToken(value: value, decimals: 0, isFraction: isFraction, isPercent: false)), from: start)
    readUnit()
    return true
  }

  /// `two-thirds`, `twenty-five`.
  private mutating func readHyphenated(from start: Int) -> Bool {
    guard let hyphen = (start..<position).first(where: { text.scalar($0) == 0x2D }),
      let number = Lexer.number(of: text.text(from: start, to: hyphen))
    else { return false }
    let second = text.text(from: hyphen + 1, to: position)
    if let parts = Lexer.fractionWords.first(where: { Lexer.ordinal(of: second, in: $0.words) != nil })?.parts,
      let share = Rational(number).divided(by: Rational(parts))
    {
      append(.number(NumberToken(value: share, decimals: 0, isFraction: true, isPercent: false)), from: start)
      return true
    }
    guard number >= 20, number % 10 == 0, let unit = Lexer.ordinal(of: second, in: Array(Lexer.numberWords.prefix(9))) else {
      return false
    }
    let value = Rational(number + Int64(unit) + 1)
    append(.number(NumberToken(value: value, decimals: 0, isFraction: false, isPercent: false)), from: start)
    readUnit()
    return true
  }

  /// `a third`, `a majority of`; `third` alone behind `in the top`.
  private mutating func readPartAlone(_ written: String, from start: Int) -> Bool {
    var part = written
    if Lexer.ordinal(of: written, in: ["a"]) != nil {
      var next = position
      while text.scalar(next) == 0x20 { next += 1 }
      let partStart = next
      while text.isInsideWord(next) { next += 1 }
      part = text.text(from: partStart, to: next)
      if Lexer.ordinal(of: part, in: ["majority"]) != nil {
        position = next
        append(.word(.moreThan, joins: false), from: start)
        append(.word(.half, joins: false), from: start)
        return true
      }
      if let factor = factor(from: partStart, to: next) {
        // a hundred, a hundred thousand
        position = next
        let value = factor == 100 ? factor * (readOneFactorWord() ?? 1) : factor
        append(.number(NumberToken(value: Rational(value), decimals: 0, isFraction: false, isPercent: false)), from: start)
        readUnit()
        return true
      }
      guard Lexer.parts(of: part) != nil else { return false }
      position = next
    } else {
      guard case .word(let word, _)? = tokens.last?.kind, word == .top || word == .bottom || word == .per else { return false }
      if word == .per, let value = factor(from: start, to: position) {
        // per million
        let whole = value == 100 ? value * (readOneFactorWord() ?? 1) : value
        append(.number(NumberToken(value: Rational(whole), decimals: 0, isFraction: false, isPercent: false)), from: start)
        readUnit()
        return true
      }
    }
    guard let parts = Lexer.parts(of: part), let value = Rational.one.divided(by: Rational(parts)) else { return false }
    append(.number(NumberToken(value: value, decimals: 0, isFraction: true, isPercent: false)), from: start)
    return true
  }

  private static func parts(of word: String) -> Int64? {
    fractionWords.first { ordinal(of: word, in: Array($0.words.prefix(1))) != nil }?.parts
  }

  private static let fractionWords: [(words: [String], parts: Int64)] = [
    (["third", "thirds"], 3), (["quarter", "quarters"], 4), (["fifth", "fifths"], 5), (["tenth", "tenths"], 10),
  ]
  private static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]
  private static let tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
  private static let factorWords: [(word: [UInt32], factor: Int64)] = [
    ("hundred", 100), ("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000),
  ].map { (Vocabulary.scalars(of: $0.0), $0.1) }

  private static func number(of word: String) -> Int64? {
    if let position = ordinal(of: word, in: numberWords) { return Int64(position) + 1 }
    return ordinal(of: word, in: tens).map { Int64($0) * 10 + 30 }
  }

  /// The `million` of `2.5 million`, the `hundred thousand` of `two hundred thousand`; nothing has been read where there is none.
  private mutating func readFactorWord() -> Int64? {
    guard let first = readOneFactorWord() else { return nil }
    if first == 100, let second = readOneFactorWord() { return first * second }
    return first
  }

  private mutating func readOneFactorWord() -> Int64? {
    var start = position
    while text.scalar(start) == 0x20 { start += 1 }
    var end = start
    while text.isInsideWord(end) { end += 1 }
    guard let factor = factor(from: start, to: end) else { return nil }
    position = end
    return factor
  }

  private func factor(from start: Int, to end: Int) -> Int64? {
    Lexer.factorWords.first { $0.word.count == end - start && text.scalars[start..<end].elementsEqual($0.word) }?.factor
  }

  private static func ordinal(of written: String, in words: [String]) -> Int? {
    let scalars = Vocabulary.scalars(of: written)
    return words.firstIndex { Vocabulary.scalars(of: $0) == scalars }
  }

  /// 万 and 億 behind digits.
  private static func multiplier(_ scalar: UInt32) -> Int64? {
    switch scalar {
    case 0x5343: 1000
    case 0x4E07: 10_000
    case 0x5104: 100_000_000
    default: nil
    }
  }

  /// The 5千 of 1万5千 and the 2,000万 of 1億2,000万; nothing is added where no digits follow directly.
  private mutating func readLowerPart(below factor: Int64) -> Rational {
    let start = position
    guard SourceCharacters.isDigit(text.scalar(position)), let written = readDigits(), written.decimals == 0 else {
      position = start
      return .zero
    }
    let lower = Lexer.multiplier(text.scalar(position)) ?? 1
    let (part, overflow) = written.mantissa.multipliedReportingOverflow(by: lower)
    if overflow || part >= factor {
      position = start
      return .zero
    }
    if lower == 1 { return Rational(part) }
    position += 1
    return Rational(part) + readLowerPart(below: lower)
  }

  /// The 5分 of 2割5分, which is 25%.
  private mutating func readHundredths() -> Rational {
    let digit = text.scalar(position)
    guard SourceCharacters.isDigit(digit), text.scalar(position + 1) == 0x5206, text.scalar(position + 2) != 0x306E else {
      return .zero
    }
    position += 2
    return Rational(Int64(digit) - 0x30)
  }

  private mutating func reportNumber(from start: Int) {
    let written = text.text(from: start, to: position)
    report(
      .unreadableNumber, from: start,
      Wording("「\(written)」 cannot be read as a number", "「\(written)」を数として読めません"),
      reason: Wording(
        "a number has at most 15 digits and 6 decimals, and commas stand between groups of three digits",
        "数は15桁以内・小数第6位までで、区切りのコンマは3桁ごとに置きます"),
      mend: Wording("write it like 1706, 1,706 or 66.7", "1706、1,706、66.7 のように書いてください"))
  }

  /// Digits with commas between groups of three and decimals behind a point; nothing where they are not a number.
  private mutating func readDigits() -> (mantissa: Int64, decimals: Int)? {
    let start = position
    var mantissa: Int64 = 0
    var digits = 0
    var decimals = 0
    var sinceComma: Int?
    var inDecimals = false
    while true {
      let scalar = text.scalar(position)
      if SourceCharacters.isDigit(scalar) {
        digits += mantissa == 0 && scalar == 0x30 ? 0 : 1
        if digits <= 15 { mantissa = mantissa * 10 + Int64(scalar - 0x30) }
        if inDecimals { decimals += 1 } else if let count = sinceComma { sinceComma = count + 1 }
      } else if scalar == 0x2C, !inDecimals, startsGroup(position + 1) {
        if sinceComma != nil && sinceComma != 3 { break }
        sinceComma = 0
      } else if scalar == 0x2E, !inDecimals, SourceCharacters.isDigit(text.scalar(position + 1)) {
        inDecimals = true
      } else {
        break
      }
      position += 1
    }
    let commaFollows = text.scalar(position) == 0x2C && SourceCharacters.isDigit(text.scalar(position + 1))
    let isGrouped = (sinceComma.map { $0 == 3 } ?? true) && !commaFollows
    if digits > 15 || decimals > 6 || !isGrouped {
      position = start
      return nil
    }
    return (mantissa, decimals)
  }

  /// A comma joins digits only in groups of three without a space.
  private func startsGroup(_ start: Int) -> Bool {
    for step in 0..<3 where !SourceCharacters.isDigit(text.scalar(start + step)) { return false }
    return !SourceCharacters.isDigit(text.scalar(start + 3))
  }

  /// `2/3` and `3分の2`.
  private mutating func readFraction(after first: (mantissa: Int64, decimals: Int)) -> NumberToken? {
    guard first.decimals == 0 else { return nil }
    let start = position
    if text.scalar(position) == 0x2F, SourceCharacters.isDigit(text.scalar(position + 1)) {
      position += 1
      if let second = readDigits(), let value = Rational(first.mantissa).divided(by: Rational(second.mantissa)) {
        return NumberToken(value: value, decimals: 0, isFraction: true, isPercent: false)
      }
    } else if text.scalar(position) == 0x5206, text.scalar(position + 1) == 0x306E,
      SourceCharacters.isDigit(text.scalar(position + 2))
    {
      position += 2
      if let second = readDigits(), let value = Rational(second.mantissa).divided(by: Rational(first.mantissa)) {
        return NumberToken(value: value, decimals: 0, isFraction: true, isPercent: false)
      }
    }
    position = start
    return nil
  }

  /// 半数, 半分 and 過半数, which is more than 半数; ゼロ.
  mutating func readFractionWord() -> Bool {
    if let end = text.end(of: [0x30BC, 0x30ED], at: position) {
      let start = position
      position = end
      append(.number(NumberToken(value: .zero, decimals: 0, isFraction: false, isPercent: false)), from: start)
      return true
    }
    if text.end(of: [0x904E, 0x534A, 0x6570], at: position) != nil {
      let start = position
      position += 3
      append(
        .number(NumberToken(value: Rational(mantissa: 5, scale: 1), decimals: 0, isFraction: true, isPercent: false)), from: start
      )
      append(.word(.moreThan, joins: false), from: start)
      return true
    }
    guard text.scalar(position) == 0x534A, text.scalar(position + 1) == 0x6570 || text.scalar(position + 1) == 0x5206 else {
      return false
    }
    let start = position
    position += 2
    let half = Rational(mantissa: 5, scale: 1)
    append(.number(NumberToken(value: half, decimals: 0, isFraction: true, isPercent: false)), from: start)
    return true
  }

  /// The unit, or the level whose areas are counted, directly behind a number or after spaces on its line.
  private mutating func readUnit() {
    if readSpanOfYears() { return }
    var start = position
    while text.scalar(start) == 0x20 { start += 1 }
    let word = vocabulary.longestWord(in: text, at: start)
    if let (meaning, end) = word, case .level(let level) = meaning, !isLongerUnit(at: start, than: end) {
      position = end
      append(.level(level), from: start)
    } else if let (meaning, end) = vocabulary.longestUnit(in: text, at: start), case .unit(let unit) = meaning,
      word == nil || word!.end <= end
    {
      position = end
      append(.unit(unit), from: start)
    }
  }

  /// The `-year average of` of `3-year average of [X]`: its hyphen is no minus.
  private mutating func readSpanOfYears() -> Bool {
    let start = position
    guard text.scalar(start) == 0x2D, let (meaning, end) = vocabulary.longestWord(in: text, at: start),
      case .word(let word, _) = meaning
    else { return false }
    position = end
    append(.word(word, joins: false), from: start)
    return true
  }

  private static let powers: [(scalar: UInt32, value: Int64)] = [
    (0x5341, 10), (0x767E, 100), (0x5343, 1000), (0x4E07, 10_000), (0x5104, 100_000_000),
  ]

  /// The 千 of 「人口」千人当たり, also 十万 and 百万; elsewhere such a number needs a digit before it.
  mutating func readPowerWord() -> Bool {
    let start = position
    var end = position
    var value: Int64 = 1
    while let power = Lexer.powers.first(where: { $0.scalar == text.scalar(end) }), end - start < 2 {
      value *= power.value
      end += 1
    }
    if end == start { return false }
    let unit = vocabulary.longestUnit(in: text, at: end)?.end ?? end
    guard case .word(.per, _)? = vocabulary.longestWord(in: text, at: unit)?.meaning else { return false }
    position = end
    append(.number(NumberToken(value: Rational(value), decimals: 0, isFraction: false, isPercent: false)), from: start)
    readUnit()
    return true
  }

  private func isLongerUnit(at start: Int, than end: Int) -> Bool {
    vocabulary.longestUnit(in: text, at: start).map { $0.end > end } ?? false
  }
}
