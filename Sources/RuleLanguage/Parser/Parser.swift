import Diagnostics
import Quantities

/// Makes a tree of the tokens of one file. Parsing cannot fail: a declaration that is wrong is reported and left out, and
/// reading goes on at the next one, so that one run shows every mistake.
struct Parser {
  let tokens: [Token]
  /// Of each token, the word or the sign that it is. Most of parsing is asking for these, and a token is some ten words long.
  private let words: [Word?]
  private let signs: [Sign?]
  let file: Int32
  let text: SourceCharacters
  var position = 0
  var diagnostics: [Diagnostic] = []
  private var depth = 0
  /// The figure whose bounds are being read: 前年度以上 means that figure last year.
  var figureInFocus: ExpressionSyntax?
  /// The one figure of the clause before: … 上昇し、又は18%以上 goes on with it.
  var figureBefore: ExpressionSyntax?
  /// Whether the last clause was turned into a number of areas by a 区の数 or a 区がない behind it.
  var hasCountedAreas = false
  /// The number of areas that ends at a closing bracket, 「X」が3以上の区の数, where it is a figure and no demand.
  var numberInBrackets: ExpressionSyntax?
  var isInCountedBrackets = false
  var isInGap = false
  /// Where the でない of 40%以下でない stands, read last.
  var denialEnd: Int?
  /// Whether で、 has joined the clause before to the next.
  var joinedByParticle = false
  /// What the sentence that is being read says of its target.
  var sentence: SentenceNotes {
    get { notes[0] }
    set { notes[0] = newValue }
  }
  /// One element: readings are tried hundreds of times a sentence, and an array is kept for that by a single reference.
  private var notes = [SentenceNotes()]
  /// A sentence of this target that said in which years it is judged.
  var saidBefore: SentenceNotes.Said?
  /// Years of the target's sentences that may be said of one figure or of two.
  var openYears: [YearOfLimit] = []
  /// The level that the sentence speaks of, for 上位30%に入る without more.
  var subjectLevel: LevelSyntax?
  /// Which steps of the score have no word that says on which side of the value the points are.
  var bareScoreSteps: Set<Int> = []
  /// The すべての市町村の of すべての市町村の「X」の合計, and where its figure begins.
  var owner: (level: LevelSyntax, figureStart: Int)?
  /// The words of the program's levels, to say in messages what could have been written.
  let levels: [[String]]

  init(tokens: [Token], file: Int32, text: SourceCharacters, levels: [[String]]) {
    let tokens = Parser.withoutClauseColons(tokens)
    self.tokens = tokens
    var (words, signs): ([Word?], [Sign?]) = ([], [])
    words.reserveCapacity(tokens.count)
    signs.reserveCapacity(tokens.count)
    for index in tokens.indices {
      words.append(tokens[index].word)
      signs.append(tokens[index].sign)
    }
    (self.words, self.signs) = (words, signs)
    self.file = file
    self.text = text
    self.levels = levels
  }

  /// A colon behind the word of a clause, as in 段階：実行, means nothing.
  private static func withoutClauseColons(_ tokens: [Token]) -> [Token] {
    var isThere = false
    for index in tokens.indices.dropFirst() where tokens[index].sign == .colon {
      if let word = tokens[index - 1].word, clauseWords.contains(word) { isThere = true }
    }
    if !isThere { return tokens }
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    for token in tokens {
      if token.sign == .colon, let word = kept.last?.word, clauseWords.contains(word) { continue }
      kept.append(token)
    }
    return kept
  }

  private static let clauseWords: Set<Word> = [
    .fiscalYearStarts, .levels, .since, .also, .question, .measuredAs, .reportedBy, .range,
    .introduced, .surveyed, .planPeriod,
    .total, .ofWhich, .stage, .inForce, .due, .score, .grade, .whenAnyMissed, .severity, .because, .advice, .owner, .concerning,
    .period, .given, .expect, .outcomePer,
  ]

  mutating func parseFile() -> RuleFile {
    var result = RuleFile()
    while current.kind != .end {
      let start = position
      if let word = declarationWord {
        advance()
        if let declaration = parseDeclaration(word, start: start) { result.declarations.append(declaration) }
        skipToDeclaration(from: start)
      } else {
        reportOutsideDeclaration()
        advance()
        while current.kind != .end, declarationWord == nil { advance() }
      }
    }
    return result
  }

  /// What a declaration left unread belongs to nothing: one remark, and on to the next declaration.
  private mutating func skipToDeclaration(from start: Int) {
    if current.kind != .end, declarationWord == nil {
      let alreadyReported = hasReport(since: start)
      if !alreadyReported { reportClause() }
      while current.kind != .end, declarationWord == nil { advance() }
    }
  }

  private mutating func reportClause() {
    reportUnexpected(
      Wording("a clause or the next declaration", "次の項目または宣言"),
      mend: Wording(
        "each clause begins with its word, mostly on a line of its own: measured as number, 1 decimal; range 0 to 100; introduced in FY2023; a title stands in \"…\"",
        "項目は、その語から書き始めてください：回答形式 数値、小数第1位／範囲 0から100まで／導入 令和5年度。題名は『…』で囲みます"))
  }

  private func hasReport(since start: Int) -> Bool {
    let offset = tokens[start].start
    return diagnostics.contains { diagnostic in
      if case .rule(let span) = diagnostic.location { return diagnostic.severity == .error && span.start >= offset }
      return false
    }
  }

  private mutating func reportOutsideDeclaration() {
    let written = text(of: current)
    report(
      .outsideDeclaration, at: current.place(in: file),
      Wording("「\(written)」 belongs to no declaration", "「\(written)」がどの宣言にも属していません"),
      reason: Wording(
        "a line starts with program, item, indicator, target … or continues such a declaration",
        "行は「事業」「項目」「指標」「目標」などの語で始めるか、その続きとして書きます"),
      mend: Wording("write the declaration word first: target 「…」", "「目標「…」」のように宣言の語から書き始めてください"))
  }

  // MARK: The cursor

  @inline(__always)
  var current: Token { tokens[position] }

  @inline(__always)
  func peek(_ ahead: Int = 1) -> Token { tokens[place(ahead)] }

  private func place(_ ahead: Int) -> Int { min(position + ahead, tokens.count - 1) }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  func text(of token: Token) -> String {
    String(decoding: text.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// Whether a token is spelled in English; the end of the file is not.
  func isASCII(_ token: Token) -> Bool { Int(token.start) < text.bytes.count && text.bytes[Int(token.start)] < 0x80 }

  /// From the token at `start` to the last one read.
  func place(from start: Int) -> Place {
    let last = tokens[max(start, position - 1)]
    return Place(SourceSpan(file: file, start: tokens[start].start, end: last.end))
  }

  func isWord(_ word: Word, ahead: Int = 0) -> Bool { words[place(ahead)] == word }

  var currentWord: Word? { words[position] }

  func peekWord(_ ahead: Int = 1) -> Word? { words[place(ahead)] }

  mutating func take(_ word: Word) -> Bool {
    if isWord(word) {
      advance()
      return true
    }
    return false
  }

  /// Takes any of the words that may stand here, in any order and number.
  mutating func skip(_ words: [Word]) {
    while let word = currentWord, words.contains(word) { advance() }
  }

  func isSign(_ sign: Sign, ahead: Int = 0) -> Bool { signs[place(ahead)] == sign }

  mutating func take(_ sign: Sign) -> Bool {
    if isSign(sign) {
      advance()
      return true
    }
    return false
  }

  /// `、` and `,` where they only make a pause.
  mutating func skipPauses() { while isSign(.pause) || isSign(.comma) { advance() } }

  /// The word of a declaration, where one begins here: first on its line, and not the start of a sentence about a name.
  var declarationWord: Word? {
    guard let word = currentWord, word.beginsDeclaration, current.isFirstOnLine else { return nil }
    if case .name = peek(1).kind, let next = words[place(2)], Parser.continuesSentence.contains(next) { return nil }
    return word
  }

  private static let continuesSentence: Set<Word> = [.particleGa, .particleWa, .particleWo, .particleNo, .particleNi, .isWord]

  // MARK: Reports

  mutating func report(
    _ code: DiagnosticCode, at place: Place, _ message: Wording, reason: Wording? = nil, mend: Wording? = nil
  ) {
    diagnostics.append(Diagnostic(code, .error, at: .rule(place.span), message, reason: reason, mend: mend))
  }

  mutating func reportUnexpected(_ expected: Wording, mend: Wording? = nil) {
    let token = current
    if case .unknown = token.kind { return }
    if lineHasUnknownWord { return }
    let written = shown(token)
    report(
      .unexpectedWord, at: token.place(in: file),
      Wording(
        "\(written.english) stands where \(expected.english) is expected", "\(written.japanese)の位置には、\(expected.japanese)が必要です"),
      mend: mend)
  }

  /// Whether the line has a word that is none of the language, on which all of it may depend: that fault has been shown.
  private var lineHasUnknownWord: Bool {
    var first = position
    while first > 0, !tokens[first].isFirstOnLine, !isSign(.stop, at: first - 1) { first -= 1 }
    for index in first..<tokens.count {
      if case .unknown = tokens[index].kind { return true }
      if isSign(.stop, at: index) || index + 1 < tokens.count && tokens[index + 1].isFirstOnLine { return false }
    }
    return false
  }

  /// A token as a message quotes it: names and texts have their marks already.
  private func shown(_ token: Token) -> Wording {
    switch token.kind {
    case .end: return Wording("the end of the file", "ファイルの終わり")
    case .name, .text: return Wording(text(of: token), text(of: token))
    default: return Wording("「\(text(of: token))」", "「\(text(of: token))」")
    }
  }

  // MARK: Depth

  /// Runs a step that may nest, unless the nesting is deeper than any rule needs.
  mutating func nested<Result>(_ step: (inout Parser) -> Result?) -> Result? {
    if depth >= 64 {
      report(
        .nestedTooDeeply, at: current.place(in: file), Wording("the rule is nested too deeply", "かっこや条件の入れ子が深すぎます"),
        mend: Wording("split it into measures or several targets", "算出指標や複数の目標に分けてください"))
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return step(&self)
  }

  /// Tries a reading; where it fails, nothing has happened.
  mutating func attempt<Result>(_ step: (inout Parser) -> Result?) -> Result? {
    let before = (position, diagnostics.count, notes)
    if let result = step(&self) { return result }
    position = before.0
    diagnostics.removeLast(diagnostics.count - before.1)
    notes = before.2
    return nil
  }
}

extension Word {
  /// The first of the words begin declarations.
  var beginsDeclaration: Bool { rawValue <= Word.breakdown.rawValue }
}

extension Token {
  var word: Word? {
    if case .word(let word, _) = kind { return word }
    return nil
  }

  var sign: Sign? {
    if case .sign(let sign) = kind { return sign }
    return nil
  }

  func place(in file: Int32) -> Place { Place(SourceSpan(file: file, start: start, end: end)) }
}
