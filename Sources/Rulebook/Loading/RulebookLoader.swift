import Diagnostics
import Quantities
import RuleLanguage

/// A rulebook's files as trees, with the files that they include in their place.
package struct LoadedRules: Sendable {
  package let declarations: [Declaration]
  package let words: DeclaredWords
  package let sources: SourceSet
  package let diagnostics: [Diagnostic]
}

/// Reads a rulebook's first file and everything it includes. Files are handed in by the caller, by paths relative to the
/// rulebook's folder, so that the same code runs where there are no files.
package struct RulebookLoader {
  private let read: (String) -> [UInt8]?
  private let shown: (String) -> String
  private let spread: (Int, (Int) -> Void) -> Void
  private var sources = SourceSet()
  private var diagnostics: [Diagnostic] = []
  private var order: [LoadedFile] = []
  private var positions: [String: Int] = [:]
  private var words = DeclaredWords()

  private struct LoadedFile {
    let path: String
    let survey: RuleSurvey
    var includes: [(written: TextSyntax, file: Int?)]
  }

  /// - Parameters:
  ///   - read: the bytes of a file, by its path inside the rulebook's folder; nothing where there is none.
  ///   - shown: the path as users know it.
  ///   - spread: how the files are spread over cores: calls a closure with every number below the one that it is given.
  package init(
    read: @escaping (String) -> [UInt8]?, shown: @escaping (String) -> String,
    spread: @escaping (Int, (Int) -> Void) -> Void = { count, body in for number in 0..<count { body(number) } }
  ) {
    self.read = read
    self.shown = shown
    self.spread = spread
  }

  /// Loads the rulebook that begins with that file; nothing where the file itself cannot be read.
  package mutating func load(_ root: String) -> LoadedRules? {
    guard let bytes = read(root) else { return nil }
    _ = survey(path: root, bytes: bytes)
    reportReservedWords()
    if words.levels.isEmpty { words.levels = Program.assumedLevels.map { $0.words } }
    let parsed = RuleReader.parse(order.map { $0.survey }, words: words, spread: spread)
    for file in parsed { diagnostics += file.diagnostics }
    var declarations: [Declaration] = []
    expand(0, trees: parsed.map { $0.file }, open: [], into: &declarations)
    return LoadedRules(declarations: declarations, words: words, sources: sources, diagnostics: diagnostics)
  }

  // MARK: Finding the files

  private mutating func survey(path: String, bytes: [UInt8]) -> Int {
    let text = SourceText(path: shown(path), bytes: bytes)
    let source = sources.add(text)
    let survey = RuleReader.survey(text, file: source)
    words.levels += survey.words.levels
    words.units += survey.words.units
    words.unitSpellings += survey.words.unitSpellings
    let position = order.count
    order.append(LoadedFile(path: path, survey: survey, includes: []))
    positions[path] = position
    for include in survey.includes {
      let target = find(include, from: path)
      order[position].includes.append((include, target))
    }
    return position
  }

  /// The position of an included file, which is read where it has not been.
  private mutating func find(_ include: TextSyntax, from path: String) -> Int? {
    guard let target = RulebookLoader.resolve(include.text, from: path) else {
      report(
        .includeOutside, include,
        Wording("「\(include.text)」 lies outside the rulebook's folder", "「\(include.text)」はルールブックのフォルダの外にあります"),
        mend: Wording("put the file into the folder and name it without .. or a leading /", "フォルダの中に置き、「..」や先頭の「/」を使わずに書いてください"))
      return nil
    }
    if let known = positions[target] { return known }
    if order.count >= 1000 { return nil }
    guard let bytes = read(target) else {
      report(
        .includeMissing, include,
        Wording("the included file 「\(include.text)」 cannot be read", "別紙「\(include.text)」を読めません"),
        mend: Wording("write its path from the folder of this file", "このファイルのあるフォルダからの名前を書いてください"))
      return nil
    }
    return survey(path: target, bytes: bytes)
  }

  /// A path inside the rulebook's folder, without `.` and `..`; nothing where it would leave the folder.
  static func resolve(_ written: String, from path: String) -> String? {
    if written.utf8.first == UInt8(ascii: "/") || written.utf8.contains(UInt8(ascii: "\\")) || written.utf8.contains(0) {
      return nil
    }
    var parts = path.split(separator: "/").dropLast().map { String($0) }
    for part in written.split(separator: "/") {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  // MARK: Putting the trees together

  /// Puts the declarations of included files where they are included. A file that includes itself is reported once.
  private mutating func expand(_ file: Int, trees: [RuleFile], open: [Int], into result: inout [Declaration]) {
    if result.isEmpty, order[file].includes.isEmpty {
      result = trees[file].declarations
      return
    }
    var next = 0
    for declaration in trees[file].declarations {
      guard case .include(let written) = declaration else {
        result.append(declaration)
        continue
      }
      defer { next += 1 }
      guard next < order[file].includes.count, let target = order[file].includes[next].file else { continue }
      if target == file || open.contains(target) {
        report(
          .includeCircle, written,
          Wording("「\(written.text)」 includes itself in a circle", "別紙「\(written.text)」が互いを取り込み合っています"),
          mend: Wording("take out one of the includes", "どちらかの「別紙」を取り除いてください"))
      } else if open.count < 32, included.insert(target).inserted {
        expand(target, trees: trees, open: open + [file], into: &result)
      } else {
        diagnostics.append(
          Diagnostic(
            .includeTwice, .warning, at: .rule(written.place.span),
            Wording("「\(written.text)」 is included a second time", "別紙「\(written.text)」が二度取り込まれています"),
            mend: Wording("take out this include; it is passed over", "この「別紙」は読み飛ばします。取り除いてください")))
      }
    }
  }

  private var included: Set<Int> = []

  // MARK: Remarks

  private mutating func report(_ code: DiagnosticCode, _ include: TextSyntax, _ message: Wording, mend: Wording) {
    diagnostics.append(Diagnostic(code, .error, at: .rule(include.place.span), message, mend: mend))
  }

  private mutating func reportReservedWords() {
    for word in words.levels.flatMap({ $0 }) + words.units where Vocabulary.standard.isReserved(word) {
      diagnostics.append(
        Diagnostic(
          .reservedWord, .error, at: .file(sources.files[0].path),
          Wording("「\(word)」 is a word of the rule language", "「\(word)」はルールの言葉です"),
          mend: Wording("choose another word for the unit or level", "単位や階層には別の語を使ってください")))
    }
  }
}
