/// Names that a rulebook declares in both languages: 「協議回数」（[council meetings]）. A rule that is turned into a language takes the
/// names of that language as well.
package struct NamePairs: Sendable {
  private var english: [String: String] = [:]
  private var japanese: [String: String] = [:]
  /// Names that stand for different ones: they are left as they are.
  private var unclear: Set<String> = []

  package init() {}

  package mutating func add(_ other: NamePairs) {
    unclear.formUnion(other.unclear)
    for (japanese, english) in other.english { add(japanese: japanese, english: english) }
    for (english, japanese) in other.japanese { add(japanese: japanese, english: english) }
  }

  package mutating func add(japanese: String, english: String) {
    if self.english[japanese, default: english] != english { unclear.insert(japanese) }
    if self.japanese[english, default: japanese] != japanese { unclear.insert(english) }
    self.english[japanese] = english
    self.japanese[english] = japanese
  }

  /// The name in a language; nothing where it is of that language already, or has no other.
  func name(_ text: String, in spelling: RuleSpelling) -> String? {
    if let whole = known(text, in: spelling) { return whole }
    guard let (figure, part) = NamePairs.parts(text), let figure = known(figure, in: spelling) else { return nil }
    let partName = known(part, in: spelling) ?? part
    return spelling == .english ? figure + " (" + partName + ")" : figure + "（" + partName + "）"
  }

  private func known(_ text: String, in spelling: RuleSpelling) -> String? {
    if unclear.contains(text) { return nil }
    return spelling == .english ? english[text] : japanese[text]
  }

  /// The figure and the part of 「飲酒割合（男性）」: a row of a figure that is broken down.
  private static func parts(_ text: String) -> (String, String)? {
    let scalars = Array(text.unicodeScalars)
    guard let last = scalars.last, last == "）" || last == ")",
      let open = scalars.lastIndex(where: { $0 == "（" || $0 == "(" }), open > 0
    else { return nil }
    let head = scalars[..<open]
    let figure = head.last == " " ? head.dropLast() : head
    func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      return text
    }
    return (string(figure), string(scalars[(open + 1)..<(scalars.count - 1)]))
  }
}

extension NamePairs {
  /// The pairs that the tokens of a file declare.
  init(of tokens: [Token]) {
    for index in tokens.indices {
      guard let (first, second) = NamePairs.pair(in: tokens, at: index) else { continue }
      if NamePairs.isEnglish(second) { add(japanese: first, english: second) } else { add(japanese: second, english: first) }
    }
  }

  /// 「A」（[a]）, one of the two in English.
  static func pair(in tokens: [Token], at index: Int) -> (String, String)? {
    guard index + 3 < tokens.count, case .name(let first) = tokens[index].kind, tokens[index + 1].kind == .sign(.open),
      case .name(let second) = tokens[index + 2].kind, tokens[index + 3].kind == .sign(.close),
      isEnglish(first) != isEnglish(second)
    else { return nil }
    return (first, second)
  }

  static func isEnglish(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}

extension Formatter {
  /// A written text with its names in a language. It has the same words in the same order, so that its meaning stays.
  func withNames(_ text: [UInt8], in spelling: RuleSpelling) -> [UInt8] {
    let tokens = self.tokens(of: text)
    let printer = RulePrinter(spelling, words: words)
    let areas = read(text)?.areaNameStarts ?? []
    var result: [UInt8] = []
    var copied = 0
    func put(_ name: String, for token: Token, _ printer: RulePrinter) {
      result += text[copied..<Int(token.start)] + Array(printer.marked(name).utf8)
      copied = Int(token.end)
    }
    var swapped: Int?
    var kept: Int?
    for (index, token) in tokens.enumerated() {
      guard case .name(let name) = token.kind else { continue }
      if swapped == index, case .name(let first) = tokens[index - 2].kind {
        put(first, for: token, RulePrinter(.english, words: words))
      } else if kept == index {
        continue
      } else if areas.contains(token.start) {
        if let other = words.areaNames.name(name, in: spelling) { put(other, for: token, printer) }
      } else if let other = words.names.name(name, in: spelling) {
        put(other, for: token, printer)
        if let (_, second) = NamePairs.pair(in: tokens, at: index), second == other { swapped = index + 2 }
      } else if NamePairs.pair(in: tokens, at: index) != nil {
        // The other name of one that is declared in this language stays what it is.
        kept = index + 2
      }
    }
    result += text[copied...]
    return areAlike(tokens, self.tokens(of: result)) ? result : text
  }

  private func tokens(of text: [UInt8]) -> [Token] {
    var lexer = Lexer(SourceCharacters(text), file: 0, vocabulary: vocabulary)
    return lexer.run().tokens
  }

  /// Whether two texts differ in names only.
  private func areAlike(_ one: [Token], _ other: [Token]) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { first, second in
        if case .name = first.kind, case .name = second.kind { return true }
        return first.kind == second.kind && first.isFirstOnLine == second.isFirstOnLine
      }
  }
}
