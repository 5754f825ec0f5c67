import Quantities

/// The language whose words a rule is spelled with.
package enum RuleSpelling: Sendable, Hashable, CaseIterable {
  case english, japanese

  var other: RuleSpelling { self == .english ? .japanese : .english }
}

/// Writes pieces of the tree in the words of one language. What it writes is read again by the parser as the same tree, or the
/// formatter does not use it.
struct RulePrinter {
  /// How brackets and repeated names are used.
  enum Manner {
    /// As people write: only where a sentence could not be told apart without them. It may be read as another tree.
    case plain
    /// Wherever something else could follow.
    case careful
  }

  let spelling: RuleSpelling
  let manner: Manner
  /// The words of each level, the lowest level first, without those that the language itself uses.
  let levels: [[String]]
  /// The further words of units.
  let unitSpellings: [(word: String, unit: String)]

  init(_ spelling: RuleSpelling, _ manner: Manner = .careful, words: DeclaredWords) {
    self.spelling = spelling
    self.manner = manner
    unitSpellings = words.unitSpellings.filter { !Vocabulary.standard.isReserved($0.word) }
    levels = words.levels.map { level in level.filter { !Vocabulary.standard.isReserved($0) } }
  }

  var isEnglish: Bool { spelling == .english }
  var isPlain: Bool { manner == .plain }

  func either(_ english: String, _ japanese: String) -> String { isEnglish ? english : japanese }

  /// The canonical spelling of a word: the first of its language.
  func word(_ word: Word) -> String {
    guard let entry = Vocabulary.entries.first(where: { $0.word == word }) else { return "" }
    return (isEnglish ? entry.english.first : entry.japanese.first)?.description ?? ""
  }

  // MARK: Names and texts

  /// A name in the marks that it can stand in: a name opened by 「 holds no 」, one opened by [ no ].
  func name(_ name: NameSyntax) -> String { marked(name.text) }

  func marked(_ text: String) -> String {
    let scalars = Vocabulary.scalars(of: text)
    let hasCorner = scalars.contains(0x300D) || scalars.contains(0xFF63)
    let hasSquare = scalars.contains(0x5D)
    let prefersSquare = isEnglish && isASCII(text)
    return (prefersSquare || hasCorner) && !hasSquare ? "[" + text + "]" : "「" + text + "」"
  }

  func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  func declaredName(_ declared: DeclaredName) -> String {
    guard let other = declared.other else { return name(declared.name) }
    let inner = RulePrinter(.english, levels: []).name(other)
    return name(declared.name) + either(" ", "") + bracketed(inner)
  }

  private init(_ spelling: RuleSpelling, levels: [[String]]) {
    self.spelling = spelling
    manner = .careful
    unitSpellings = []
    self.levels = levels
  }

  /// A text between the marks that do not occur in it.
  func text(_ text: TextSyntax) -> String {
    let scalars = Vocabulary.scalars(of: text.text)
    if !scalars.contains(0x22) { return "\"" + text.text + "\"" }
    if !scalars.contains(0x300F) { return "『" + text.text + "』" }
    if !scalars.contains(0x201C), !scalars.contains(0x201D) { return "“" + text.text + "”" }
    return marked(text.text)
  }

  func texts(_ texts: [TextSyntax]) -> String { texts.map { text($0) }.joined(separator: either(", ", "、")) }

  /// `[A], [B] and [C]`, 「A」、「B」及び「C」.
  func list(_ pieces: [String]) -> String {
    guard let last = pieces.last, pieces.count > 1 else { return pieces.first ?? "" }
    return pieces.dropLast().joined(separator: either(", ", "、")) + either(" and ", "及び") + last
  }

  /// Figures in a list: what stands behind the last of several names would be read as said of each.
  func list(_ figures: [ExpressionSyntax], _ text: (ExpressionSyntax) -> String) -> String {
    var pieces = figures.map(text)
    if isEnglish, figures.count > 1, let last = figures.last, !isName(last), figures.dropLast().allSatisfy({ isName($0) }),
      beginsWithName(pieces[figures.count - 1])
    {
      pieces[figures.count - 1] = bracketed(pieces[figures.count - 1])
    }
    if !isEnglish {
      for index in figures.indices where !isName(figures[index]) {
        let isLast = index == figures.count - 1
        let opens = !isLast && hasJapanesePrefix(figures[index])
        let goesOn =
          index > 0 && isName(figures[index - 1]) && hasJapanesePostfix(figures[index]) && beginsWithName(pieces[index])
        if opens || goesOn, !pieces[index].hasPrefix("（") { pieces[index] = bracketed(pieces[index]) }
      }
    }
    return list(pieces)
  }

  func beginsWithName(_ text: String) -> Bool { text.hasPrefix("[") || text.hasPrefix("「") }

  func bracketed(_ inner: String) -> String { isEnglish ? "(" + inner + ")" : "（" + inner + "）" }

  // MARK: Levels and units

  func level(_ level: LevelSyntax, plural: Bool = false) -> String {
    guard levels.indices.contains(level.index) else { return "" }
    let words = levels[level.index]
    let fitting = words.filter { isASCII($0) == isEnglish }
    guard let first = fitting.first else { return words.first ?? "" }
    // `district (district, districts)`: the plural is the first word that is another.
    return plural && isEnglish ? fitting.first { $0 != first } ?? first : first
  }

  /// A unit alone, where an answer asks for it.
  func unit(_ unit: UnitSyntax) -> String {
    switch unit {
    case .percent: "%"
    case .points: either("points", "ポイント")
    case .named(let name): name
    case .level(let syntax): level(syntax)
    }
  }

  // MARK: Years and dates

  func year(_ year: FiscalYear) -> String {
    if isEnglish { return year.englishText }
    // An era's year has two digits at most.
    return year.number - Era.reiwa.firstYear >= 99 ? String(year.number) + "年度" : year.japaneseText
  }

  func period(from: YearSyntax?, until: YearSyntax?) -> String {
    if let from, let until, isPlain, year(from.year) == year(until.year) {
      return either("in " + year(from.year), year(from.year))
    }
    var pieces: [String] = []
    if let from { pieces.append(either("from " + year(from.year), year(from.year) + "から")) }
    if let until { pieces.append(either("until " + year(until.year), year(until.year) + "まで")) }
    return pieces.joined(separator: either(" ", ""))
  }

  func date(_ date: CalendarDate) -> String {
    if isEnglish { return date.isoText }
    let (year, month, day) = date.parts
    return RulePrinter.eraYear(year, month, day) + "年" + String(month) + "月" + String(day) + "日"
  }

  /// Eras change within a year: 31 January 2019 is in 平成31年.
  private static func eraYear(_ year: Int32, _ month: Int32, _ day: Int32) -> String {
    let starts: [(era: Era, month: Int32, day: Int32)] = [
      (.reiwa, 5, 1), (.heisei, 1, 8), (.showa, 12, 25), (.taisho, 7, 30), (.meiji, 1, 1),
    ]
    for start in starts {
      let isLater = year > start.era.firstYear || year == start.era.firstYear && (month, day) >= (start.month, start.day)
      if isLater {
        let ordinal = year - start.era.firstYear + 1
        if ordinal > 99 { break }
        return start.era.name + (ordinal == 1 ? "元" : String(ordinal))
      }
    }
    return String(year)
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  func month(_ month: Int32) -> String {
    guard isEnglish, (1...12).contains(month) else { return String(month) + "月" }
    return RulePrinter.months[Int(month) - 1]
  }

  func dayOfYear(_ month: Int32, _ day: Int32) -> String {
    isEnglish ? String(day) + " " + self.month(month) : String(month) + "月" + String(day) + "日"
  }

  // MARK: Numbers

  func literal(_ literal: LiteralSyntax) -> String {
    let number = self.number(literal)
    switch literal.unit {
    case nil: return number
    case .percent: return number + "%"
    case .points: return number + either(literal.value == Rational(1) ? " point" : " points", "ポイント")
    case .named(let unit):
      let word = self.unit(unit, plural: literal.value != Rational(1))
      return number + gap(before: word) + word
    case .level(let level):
      let word = self.level(level, plural: literal.value != Rational(1))
      return number + gap(before: word) + word
    }
  }

  /// A unit's word in this language: in English the second one is the plural.
  private func unit(_ unit: String, plural: Bool) -> String {
    if !isEnglish { return unit }
    let words = unitSpellings.filter { $0.unit == unit && isASCII($0.word) }.map { $0.word }
    guard let first = words.first else { return unit }
    return plural ? words.first { $0 != first } ?? first : first
  }

  private func gap(before word: String) -> String { (word.utf8.first ?? 0xFF) < 0x80 ? " " : "" }

  /// A number as it is read again: with the decimals that were written, or as a fraction.
  func number(_ literal: LiteralSyntax) -> String {
    if literal.decimals == 0, !literal.value.isWhole {
      if literal.unit == nil, isEnglish, literal.value == Rational(mantissa: 5, scale: 1) { return "half" }
      let (upper, lower) = (literal.value.numerator.description, literal.value.denominator.description)
      return isEnglish ? upper + "/" + lower : lower + "分の" + upper
    }
    if !isEnglish, literal.decimals == 0, let grouped = myriads(literal.value) { return grouped }
    // A number has 15 digits at most; the larger ones were written with 億.
    for (sign, zeros) in [("", 0), ("千", 3), ("万", 4), ("億", 8)] {
      let value = literal.value * Rational(mantissa: 1, scale: zeros)
      let digits = value.text(decimals: literal.decimals)
      if value.fits(decimals: literal.decimals), digits.utf8.count(where: { $0 != 0x2E }) <= 15 {
        return RulePrinter.grouped(digits) + sign
      }
    }
    return literal.value.text(decimals: literal.decimals)
  }

  /// 1,500万, 1億2,000万: whole numbers of 万, as notices have them.
  private func myriads(_ value: Rational) -> String? {
    guard value.isWhole, let whole = value.numerator.word, whole >= 10_000, whole % 10_000 == 0 else { return nil }
    let (hundredMillions, tenThousands) = (whole / 100_000_000, whole / 10_000 % 10_000)
    return (hundredMillions > 0 ? RulePrinter.grouped(String(hundredMillions)) + "億" : "")
      + (tenThousands > 0 ? RulePrinter.grouped(String(tenThousands)) + "万" : "")
  }

  /// Commas between groups of three digits.
  private static func grouped(_ text: String) -> String {
    let digits = Array(text.utf8)
    let whole = digits.firstIndex(of: 0x2E) ?? digits.count
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, index < whole, (whole - index) % 3 == 0 { result.append(0x2C) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
