import Diagnostics
import Quantities

/// Cuts a rule file into tokens. It never fails: what it cannot read becomes an `unknown` token and a diagnostic.
struct Lexer {
  let text: SourceCharacters
  let file: Int32
  let vocabulary: Vocabulary
  /// While the words that a rulebook declares are collected, unknown words are no fault.
  let isSurvey: Bool
  var position = 0
  var tokens: [Token] = []
  /// What the rules do not need and the formatter keeps.
  private(set) var remarks: [Remark] = []
  var diagnostics: [Diagnostic] = []
  var isFirstOnLine = true
  /// The last unknown word that was reported: what clings to it is a part of it and no fault of its own.
  var lastUnknownToken = -10
  /// Behind `unit` and `levels` the rest of the line declares words.
  private(set) var declaresWords = false
  /// The word of the declaration that is being read: in an overall grade, 項目ア names an item; elsewhere in a sentence, as in
  /// 2項目以上, it does not.
  private var declaration: Word?

  init(_ text: SourceCharacters, file: Int32, vocabulary: Vocabulary, isSurvey: Bool = false) {
    self.text = text
    self.file = file
    self.vocabulary = vocabulary
    self.isSurvey = isSurvey
  }

  mutating func run() -> (tokens: [Token], diagnostics: [Diagnostic]) {
    reportInvalidBytes()
    tokens.reserveCapacity(text.count / 4)
    while position < text.count { step() }
    append(.end, from: position)
    return (tokens, diagnostics)
  }

  /// The tokens of the declarations that a survey looks at. All others, nearly the whole of a rulebook, are passed over line by
  /// line: marks close on their line, and so a line that begins no declaration belongs to the one before.
  mutating func survey() -> [Token] {
    var isPassedOver = true
    while true {
      if isPassedOver, isFirstOnLine { passOverLines() }
      guard position < text.count else { break }
      let count = tokens.count
      step()
      guard tokens.count > count, tokens[count].isFirstOnLine else { continue }
      if case .word(let word, _) = tokens[count].kind, word.beginsDeclaration {
        isPassedOver = word != .program && word != .unit && word != .include
      }
      if isPassedOver {
        tokens.removeSubrange(count...)
        goToEndOfLine()
      }
    }
    append(.end, from: position)
    return tokens
  }

  /// Goes on to the next line that begins with a word which may begin a declaration.
  private mutating func passOverLines() {
    while position < text.count {
      while position < text.count, NameFolding.isSpace(text.scalar(position)) || text.scalar(position) == 0x30FB { position += 1 }
      if case .word(let word, _)? = vocabulary.longestWord(in: text, at: position)?.meaning,
        word.beginsDeclaration
      {
        return
      }
      goToEndOfLine()
    }
  }

  private mutating func goToEndOfLine() {
    while position < text.count, text.scalar(position) != 0x0A, text.scalar(position) != 0x0D { position += 1 }
  }

  private mutating func step() {
    let scalar = text.scalar(position)
    if scalar == 0x0A || scalar == 0x0D {
      position += 1
      isFirstOnLine = true
      declaresWords = false
    } else if NameFolding.isSpace(scalar) || scalar == 0x30FB && isFirstOnLine {
      // ・ at the head of a line is a bullet, as notices have them.
      position += 1
    } else if scalar == 0x23 {
      readRemark()
    } else if readMarked(scalar) || readDeclaredWord(scalar) || readSign(scalar) {
      return
    } else if SourceCharacters.isDigit(scalar) {
      if !readDate() && !readYear() { readNumber() }
    } else if readEraDateOrYear() || readFractionWord() || readPowerWord() || readWord() {
      return
    } else {
      readUnknown(scalar)
    }
  }

  private mutating func readRemark() {
    let start = position
    while position < text.count, text.scalar(position) != 0x0A { position += 1 }
    remarks.append(Remark(start: text.offsets[start], end: text.offsets[position], isFirstOnLine: isFirstOnLine))
  }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(
      Token(kind: kind, start: text.offsets[start], end: text.offsets[position], isFirstOnLine: isFirstOnLine))
    isFirstOnLine = false
  }

  func span(from start: Int, to end: Int) -> SourceSpan {
    SourceSpan(file: file, start: text.offsets[start], end: text.offsets[end])
  }

  mutating func report(_ code: DiagnosticCode, from start: Int, _ message: Wording, reason: Wording? = nil, mend: Wording? = nil)
  {
    if isSurvey { return }
    diagnostics.append(
      Diagnostic(code, .error, at: .rule(span(from: start, to: position)), message, reason: reason, mend: mend))
  }

  private mutating func reportInvalidBytes() {
    guard let first = text.invalid.first, !isSurvey else { return }
    let count = String(text.invalid.count)
    diagnostics.append(
      Diagnostic(
        .brokenText, .error, at: .rule(SourceSpan(file: file, start: first, end: first + 1)),
        Wording("the rule file is not UTF-8 text: \(count) bytes cannot be read", "ルールのファイルがUTF-8の文章ではありません（読めない箇所 \(count)）"),
        mend: Wording("save the file as UTF-8", "文字コードをUTF-8にして保存してください")))
  }

  // MARK: Names and texts

  /// 「…」 and [ … ] hold a name, "…" and 『…』 a text; both close on their line.
  private mutating func readMarked(_ scalar: UInt32) -> Bool {
    let close: [UInt32]
    switch scalar {
    case 0x300C, 0xFF62: close = [0x300D, 0xFF63]
    case 0x5B: close = [0x5D]
    case 0x22: close = [0x22]
    case 0x201C, 0x201D: close = [0x201D, 0x201C]
    case 0x300E: close = [0x300F]
    default: return false
    }
    let start = position
    let isName = scalar == 0x300C || scalar == 0xFF62 || scalar == 0x5B
    var end = position + 1
    while end < text.count, !close.contains(text.scalar(end)), text.scalar(end) != 0x0A, text.scalar(end) != 0x0D { end += 1 }
    let isClosed = end < text.count && close.contains(text.scalar(end))
    let content = text.text(from: start + 1, to: end)
    position = isClosed ? end + 1 : end
    if !isClosed {
      report(
        .unclosedMark, from: start,
        Wording("「\(content)」 is not closed on its line", "「\(content)」の囲みがその行で閉じられていません"),
        mend: isName ? Wording("close it with 」 or ]", "」を補ってください") : Wording("close it with a quotation mark", "引用符（\"）を補ってください")
      )
    }
    append(isName ? .name(content) : .text(content), from: start)
    return true
  }

  // MARK: Words

  /// The words that `unit` and `levels` declare, and the code behind `item`, `indicator` and `table`.
  private mutating func readDeclaredWord(_ scalar: UInt32) -> Bool {
    if declaresWords {
      let start = position
      while position < text.count, !Lexer.endsDeclaredWord(text.scalar(position)) { position += 1 }
      if position == start { return false }
      append(.declared(text.text(from: start, to: position)), from: start)
      return true
    }
    guard let last = tokens.last, case .word(let word, _) = last.kind else { return false }
    if !last.isFirstOnLine, word != .item || declaration != .overall { return false }
    guard word == .item || word == .indicator || word == .table else { return false }
    let start = position
    while position < text.count, !endsCode(text.scalar(position)) {
      // In 項目アの評価の平均 the code is part of a sentence.
      if !last.isFirstOnLine, [0x306E, 0x28, 0x2C, 0x3001].contains(text.scalar(position)) { break }
      position += 1
    }
    if position == start { return false }
    append(.code(text.text(from: start, to: position)), from: start)
    return true
  }

  static func endsDeclaredWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x29, 0x2C, 0x3001, 0x3C, 0x22, 0x300C, 0x300D, 0x300E, 0x5B, 0x5D, 0x23, 0x3A, 0x3D, 0x3002: true
    default: NameFolding.isSpace(scalar)
    }
  }

  private func endsCode(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x201C, 0x300C, 0xFF62, 0x300E, 0x5B, 0x23, 0x3A: true
    default: NameFolding.isSpace(scalar)
    }
  }

  mutating func readWord() -> Bool {
    let start = position
    if readStandaloneUnit() { return true }
    if let (meaning, end) = vocabulary.longestWord(in: text, at: position) {
      position = end
      switch meaning {
      case .word(let word, let joins):
        if isFirstOnLine, word.beginsDeclaration { declaration = word }
        append(.word(word, joins: joins), from: start)
        // Below FY2019 levels, of a target, declares none.
        declaresWords =
          word == .levels && (declaration == .program || declaration == nil)
          || (word == .unit && tokens[tokens.count - 1].isFirstOnLine)
      case .level(let level): append(.level(level), from: start)
      case .unit(let unit): append(.unit(unit), from: start)
      }
      return true
    }
    guard SourceCharacters.isWordPart(text.scalar(position)) else { return false }
    while text.isInsideWord(position) { position += 1 }
    if readNumberWord(from: start) || readFunctionWord(from: start) { return true }
    append(.bare(text.text(from: start, to: position)), from: start)
    return true
  }

  /// A unit without a number stands only where an answer's unit is asked for, and up to the end of that place.
  private mutating func readStandaloneUnit() -> Bool {
    switch tokens.last?.kind {
    case .sign(.open), .word(.countIn, _), .word(.numberIn, _), .word(.amountIn, _): break
    default: return false
    }
    guard let (meaning, end) = vocabulary.longestUnit(in: text, at: position), case .unit(let unit) = meaning else {
      return false
    }
    let next = text.scalar(end)
    guard next == 0x29 || next == 0x2C || next == 0x3001 || next == 0 || NameFolding.isSpace(next) else { return false }
    let start = position
    position = end
    append(.unit(unit), from: start)
    return true
  }

  /// What stands outside marks and is no word: taken up to where a reader would see its end.
  private mutating func readUnknown(_ scalar: UInt32) {
    let start = position
    let isContent = Lexer.isContent(scalar)
    position += 1
    if isContent {
      while Lexer.isContent(text.scalar(position)), !startsBound(position) { position += 1 }
    } else if Lexer.isHiragana(scalar) {
      while Lexer.isHiragana(text.scalar(position)), vocabulary.longestWord(in: text, at: position) == nil { position += 1 }
    }
    let content = text.text(from: start, to: position)
    append(.unknown(content), from: start)
    if declaresWords { return }
    defer { lastUnknownToken = tokens.count - 1 }
    if lastUnknownToken >= tokens.count - 3, isUnbroken(since: lastUnknownToken) { return }
    let phrase = phrase(around: start)
    report(
      .unknownWord, from: start,
      Wording("「\(phrase)」 is not a word of the rule language", "「\(phrase)」はルールの言葉ではありません"),
      reason: Wording(
        "outside marks only words of the language may stand, so that nothing is guessed", "囲みの外には、ルールの言葉だけが書けます（推測はしません）"),
      mend: mend(of: phrase, content))
  }

  /// 以上, 未満 and the like end what is unknown; other words may be a part of it, as 回数 is of 協議回数.
  private func startsBound(_ start: Int) -> Bool {
    guard case .word(let word, _)? = vocabulary.longestWord(in: text, at: start)?.meaning else { return false }
    return word == .atLeast || word == .atMost || word == .lessThan || word == .moreThan
  }

  /// Whether the tokens since that one follow each other without a space or a mark.
  private func isUnbroken(since first: Int) -> Bool {
    for index in (first + 1)..<tokens.count {
      if tokens[index].start != tokens[index - 1].end { return false }
      switch tokens[index].kind {
      case .word, .unknown: break
      default: return false
      }
    }
    return true
  }

  /// Kanji, katakana and other characters that make up content words.
  static func isContent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30A0...0x30FA, 0x30FC...0x30FF, 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0xFF66...0xFF9F: true
    default: false
    }
  }

  static func isHiragana(_ scalar: UInt32) -> Bool { (0x3041...0x309F).contains(scalar) }
}
