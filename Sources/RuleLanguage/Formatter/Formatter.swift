import Diagnostics

extension RuleReader {
  /// A rule file in the standard layout; without a spelling, each declaration keeps the language of its declaration word. A file
  /// with errors has no layout. What is returned reads as the tree of the source.
  package static func format(
    _ source: SourceText, file: Int32, words: DeclaredWords, spelling: RuleSpelling?
  ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
    var formatter = Formatter(source, file: file, words: words, spelling: spelling)
    if formatter.diagnostics.contains(where: { $0.severity == .error }) { return (nil, formatter.diagnostics) }
    return (formatter.run(), formatter.diagnostics)
  }
}

/// Writes one file anew: the declarations from the tree, the remarks and blank lines from the source.
struct Formatter {
  let source: SourceText
  let words: DeclaredWords
  let spelling: RuleSpelling?
  let vocabulary: Vocabulary
  let tokens: [Token]
  let remarks: [Remark]
  let tree: RuleFile
  let diagnostics: [Diagnostic]

  init(_ source: SourceText, file: Int32, words: DeclaredWords, spelling: RuleSpelling?) {
    self.source = source
    self.words = words
    self.spelling = spelling
    vocabulary = Vocabulary.standard.adding(words)
    var lexer = Lexer(SourceCharacters(source.bytes), file: file, vocabulary: vocabulary)
    let (tokens, lexerDiagnostics) = lexer.run()
    var parser = Parser(tokens: tokens, file: file, text: lexer.text, levels: words.levels)
    tree = parser.parseFile()
    self.tokens = tokens
    remarks = lexer.remarks
    diagnostics = lexerDiagnostics + parser.diagnostics
  }

  mutating func run() -> [UInt8] {
    var layout = FormattedLayout(source)
    for declaration in flattened { layout.add(written(declaration), end: end(of: declaration)) }
    for remark in remarks { layout.add(remark, tokens: tokens) }
    let text = Array(layout.text.utf8)
    // Whatever happens, a rule never changes its meaning.
    guard read(text)?.declarations == tree.declarations else { return source.bytes }
    return spelling.map { withNames(text, in: $0) } ?? text
  }

  // MARK: Declarations and where they stand

  private struct Placed {
    let declaration: Declaration
    let first: Int
    var last: Int
  }

  /// The declarations with the rows of tables as declarations of their own, each with its tokens.
  private var flattened: [Placed] {
    var placed: [Placed] = []
    for declaration in tree.declarations {
      for single in Formatter.withRows(declaration) {
        let first = declarationWord(at: Formatter.anchor(single))
        if let before = placed.indices.last { placed[before].last = max(placed[before].first, first - 1) }
        placed.append(Placed(declaration: single, first: first, last: max(first, tokens.count - 2)))
      }
    }
    return placed
  }

  private static func withRows(_ declaration: Declaration) -> [Declaration] {
    guard case .table(var table) = declaration else { return [declaration] }
    let rows = table.rows
    table.rows = []
    return [.table(table)] + rows.map { .indicator($0) }
  }

  private static func anchor(_ declaration: Declaration) -> Int32 {
    let place: Place
    switch declaration {
    case .program(let program): place = program.place
    case .include(let path): place = path.place
    case .unit(let unit): place = unit.name.place
    case .scale(let scale): place = scale.place
    case .item(let item): place = item.place
    case .indicator(let indicator): place = indicator.place
    case .table(let table): place = table.place
    case .measure(let measure): place = measure.place
    case .parameter(let parameter): place = parameter.place
    case .group(let group): place = group.place
    case .breakdown(let breakdown): place = breakdown.place
    case .target(let target): place = target.place
    case .waiver(let waiver): place = waiver.place
    case .overall(let overall): place = overall.place
    case .example(let example): place = example.place
    }
    return place.span.start
  }

  private func token(at offset: Int32) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The token that opens the declaration which an offset belongs to.
  private func declarationWord(at offset: Int32) -> Int {
    var index = token(at: offset)
    while index > 0 {
      if tokens[index].isFirstOnLine, case .word(let word, _) = tokens[index].kind, word.beginsDeclaration {
        break
      }
      index -= 1
    }
    return index
  }

  private func end(of placed: Placed) -> Int32 { tokens[placed.last].end }

  // MARK: Spelling

  private func ownSpelling(_ placed: Placed) -> RuleSpelling {
    let token = tokens[placed.first]
    let written = String(decoding: source.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    return (Vocabulary.scalars(of: written).first ?? 0) < 0x80 ? .english : .japanese
  }

  /// The declaration in the wanted language; in the other one, or as it stands, where only that reads as the same tree.
  private func written(_ placed: Placed) -> FormattedBlock {
    let wanted = spelling ?? ownSpelling(placed)
    let start = tokens[placed.first].start
    for printer in printers(wanted) {
      var block = printer.block(placed.declaration, start: start)
      if read(Array(block.text.utf8))?.declarations != [placed.declaration] {
        guard case .target(let target) = placed.declaration else { continue }
        block = printer.block(target, start) { sentences($0, printer.spelling) }
        if read(Array(block.text.utf8))?.declarations != [placed.declaration] { continue }
      }
      block.arrange { offset(of: $0, in: placed) }
      return block
    }
    let end = Int(tokens[placed.last].end)
    return .verbatim(start, String(decoding: source.bytes[Int(start)..<end], as: UTF8.self))
  }

  /// The ways to write something, the best first.
  private func printers(_ wanted: RuleSpelling) -> [RulePrinter] {
    [wanted, wanted.other].flatMap { spelling in
      [.plain, .careful].map { RulePrinter(spelling, $0, words: words) }
    }
  }

  /// A requirement that one language cannot say stays in the other.
  private func sentences(_ requirement: RequirementSyntax, _ wanted: RuleSpelling) -> [FormattedSentence] {
    for printer in printers(wanted) {
      let sentences = printer.sentences(requirement)
      let text = sentences.map { $0.text }.joined(separator: "\n")
      if case .target(let target)? = read(Array(("target [T]\n" + text).utf8))?.declarations.first,
        target.requirements == [requirement]
      {
        return sentences
      }
    }
    let places = [requirement.place] + requirement.exceptions.map { $0.place }
    return places.map { FormattedSentence(place: $0, text: asItStands($0)) }
  }

  /// The words of the source on one line.
  private func asItStands(_ place: Place) -> String {
    let (first, last) = (token(at: place.span.start), token(at: place.span.end - 1))
    guard first <= last else { return "" }
    var text = ""
    for index in first...last {
      let token = tokens[index]
      if index > first, token.start > tokens[index - 1].end { text += " " }
      text += String(decoding: source.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
    }
    return text + "。"
  }

  func read(_ bytes: [UInt8]) -> RuleFile? {
    var lexer = Lexer(SourceCharacters(bytes), file: 0, vocabulary: vocabulary)
    let (tokens, reports) = lexer.run()
    var parser = Parser(tokens: tokens, file: 0, text: lexer.text, levels: [])
    let file = parser.parseFile()
    let hasError = (reports + parser.diagnostics).contains { $0.severity == .error }
    return hasError ? nil : file
  }

  // MARK: Clauses and where they stand

  /// Where a clause begins: at its word, which stands before what the tree has kept.
  private func offset(of line: FormattedBlock.Line, in placed: Placed) -> Int32 {
    if let word = line.word { return offset(of: word, in: placed) }
    var index = token(at: line.offset)
    if index <= placed.first { return line.offset }
    while index - 1 > placed.first, case .word(let word, _) = tokens[index - 1].kind, Formatter.opensClause.contains(word) {
      index -= 1
    }
    return tokens[index].start
  }

  private func offset(of word: Word, in placed: Placed) -> Int32 {
    var found: Int?
    for index in placed.first...placed.last {
      guard case .word(word, _) = tokens[index].kind else { continue }
      if case .word(.severity, _) = tokens[max(0, index - 1)].kind { return tokens[index - 1].start }
      found = index
    }
    return tokens[found ?? placed.first].start
  }

  private static let opensClause: Set<Word> = [
    .fiscalYearStarts, .levels, .since, .planPeriod, .due, .score, .grade, .whenAnyMissed, .question, .measuredAs, .reportedBy,
    .range, .introduced, .total, .ofWhich, .stage,
    .inForce,
    .because, .advice, .owner, .concerning, .period, .given, .expect, .from, .until, .forWord,
  ]
}
