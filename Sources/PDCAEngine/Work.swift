import Diagnostics
import Evaluation
import Facts
import Inflation
import Quantities
import Reports
import RuleLanguage
import Rulebook
import Submissions
import Workbook

/// The steps of a command, with the remarks that gather on the way. A step that cannot be taken returns nothing and has said why.
struct Work {
  let request: Request
  var diagnostics: [Diagnostic] = []
  var sources = SourceSet()
  var words = DeclaredWords()
  /// The latest year that any row of the data speaks of.
  private(set) var latestYear: FiscalYear?
  /// The data files that were named.
  private var opened: [OpenedFile] = []
  /// The areas whose own forms are among the data.
  private var formOwners: [Int] = []
  /// What the steps have built, see `Response.work`.
  private var built = Built()

  private struct Built {
    var loaded: LoadedRules?
    var rulebook: Rulebook?
    var facts: Facts?
    var evaluator: Evaluator?
    var judgement: Judgement?
  }

  init(_ request: Request) { self.request = request }

  var language: Language { request.language == .japanese ? .japanese : .english }
  var style: TextStyle { TextStyle(colour: request.usesColour, width: request.width) }

  // MARK: Reading

  /// To begin a thread takes about as long as to turn so many bytes into text.
  private static let sizeOfAThread = 100_000

  /// Reads the rulebook and, as far as that goes without it, the data files: on all cores.
  mutating func readRulebook() -> Rulebook? {
    var rulebook: Rulebook?
    let files = request.data
    var opened = [OpenedFile?](repeating: nil, count: files.count)
    let size = files.reduce(0) { $0 + $1.heldSize }
    opened.withUnsafeMutableBufferPointer { opened in
      (size < Work.sizeOfAThread ? .one : lanes).spread(1 + files.count) { piece in
        if piece == 0 { rulebook = readRules() } else { opened[piece - 1] = OpenedFile(files[piece - 1]) }
      }
    }
    self.opened = opened.compactMap { $0 }
    return rulebook
  }

  private mutating func readRules() -> Rulebook? {
    let source = request.rulebook
    let read = source.read
    var loader = RulebookLoader(
      read: { path in read(path).map { DecodedText(decoding: $0).bytes } }, shown: source.shown, spread: lanes.spread)
    guard let loaded = loader.load(source.root) else {
      report(
        .fileMissing, at: .file(source.shown(source.root)), Wording("the rulebook cannot be read", "ルールブックを読めません"),
        mend: Wording("name a .pdca file, or a folder that holds rulebook.pdca", ".pdca のファイルか、rulebook.pdca のあるフォルダを指定してください"))
      return nil
    }
    built.loaded = loaded
    sources = loaded.sources
    words = loaded.words
    let checked = check(loaded.declarations, sources: loaded.sources, after: loaded.diagnostics)
    diagnostics += loaded.diagnostics + checked.diagnostics
    built.rulebook = checked.rulebook
    return hasErrors ? nil : checked.rulebook
  }

  mutating func readAreas(for rulebook: Rulebook) -> AreaTable? {
    guard let file = request.areas else {
      report(
        .areasMissing, at: .file(request.rulebook.shown("areas.csv")),
        Wording("there is no areas file beside the rulebook", "ルールブックと同じ場所に区の一覧（areas.csv）がありません"),
        reason: Wording(
          "without it an area that has sent nothing could not be told from one that does not exist",
          "一覧がないと、未提出の区と存在しない区の区別がつきません"),
        mend: Wording(
          "write areas.csv with the columns code,name,kana,romaji,level,parent, or name a file with --areas",
          "code,name,kana,romaji,level,parent の列をもつ areas.csv を置くか、--areas で指定してください"))
      return nil
    }
    let read = AreasReader.read(path: file.path, bytes: file.bytes, levels: rulebook.program.levels)
    diagnostics += read.diagnostics
    return hasErrors ? nil : read.areas
  }

  /// Names of areas in rules are looked up as soon as the areas are known, with data or without.
  mutating func checkAreaNames(of rulebook: Rulebook, in areas: AreaTable) {
    diagnostics += Evaluator.areaNameFindings(rulebook, areas)
  }

  mutating func readFacts(for rulebook: Rulebook, areas: AreaTable) -> Facts? {
    if request.data.isEmpty {
      report(
        .noData, at: .file(request.rulebook.shown("")), Wording("no data file has been named", "データのファイルがありません"),
        mend: Wording("name .csv files, or folders that hold them", ".csv のファイルか、それを入れたフォルダを指定してください"))
      return nil
    }
    let tell = request.progress
    var reader = SubmissionReader(rulebook: rulebook, areas: areas, lanes: lanes) { path, done, size in
      tell?(.reading(path: path, done: done, of: size))
    }
    for (file, opened) in zip(request.data, opened) {
      switch opened {
      case .text(let text): reader.add(path: file.path, text: text)
      case .workbook(let workbook): reader.add(path: file.path, workbook: workbook)
      case .pieces(let source): reader.add(path: file.path, source: source)
      }
    }
    let reading = reader.read(including: request.year.flatMap { FiscalYear(spelled: $0) })
    diagnostics += reading.diagnostics
    latestYear = reading.latestYear
    formOwners = reading.formOwners
    built.facts = reading.facts
    return reading.unreadable.isEmpty ? reading.facts : nil
  }

  var lanes: Lanes { request.parallel.map { Lanes(count: $0.count, $0.run) } ?? .one }

  // MARK: Choosing

  mutating func chooseYear(for rulebook: Rulebook, in facts: Facts) -> FiscalYear? {
    guard let written = request.year else {
      if let latestYear { return latestYear }
      report(
        .noData, at: .file(request.data.first?.path ?? ""),
        Wording("no row of the data speaks of a year", "データに年度の書かれた行がありません"),
        mend: Wording("fill in rows, or say the year: --year R5", "行を記入するか、--year R5 のように年度を指定してください"))
      return nil
    }
    if let year = FiscalYear(spelled: written) { return year }
    if request.isSeveralYears {
      report(
        .unknownChoice, at: .file("--year"), Wording("this command judges one year", "このコマンドは一つの年度を判定します"),
        mend: Wording("list several years with evaluate --format csv", "複数の年度は evaluate --format csv で一覧にしてください"))
      return nil
    }
    report(
      .unknownChoice, at: .file("--year"), Wording("「\(written)」 is not a fiscal year", "「\(written)」は年度ではありません"),
      mend: Wording("write it like 2023, R5 or 令和5年度", "2023、R5、令和5年度 のように書いてください"))
    return nil
  }

  /// The area that `check` is for: the one that is named, or the only one in the data.
  mutating func chooseArea(for rulebook: Rulebook, in facts: Facts, _ year: FiscalYear) -> Int? {
    if let written = request.area { return area(named: written, in: facts) }
    let reporting = (0..<facts.areas.count).filter { facts.hasFigures(area: $0, year: year) }
    if reporting.count == 1 { return reporting[0] }
    if reporting.isEmpty, formOwners.count == 1 { return formOwners[0] }
    let names = reporting.prefix(5).map { facts.areas.areas[$0].name }.joined(separator: "、")
    report(
      .unknownChoice, at: .file("--area"),
      reporting.isEmpty
        ? Wording("the data holds no figure for \(year.englishText)", "\(year.japaneseText)の値がデータにありません")
        : Wording("the data holds several areas: \(names) …", "データに複数の区があります（\(names)など）"),
      mend: Wording("say which one is meant: --area 北区", "--area 北区 のように指定してください"))
    return nil
  }

  mutating func area(named written: String, in facts: Facts) -> Int? {
    let found = facts.areas.positions(named: written)
    if found.count == 1 { return found[0] }
    let near = suggestion(for: written, among: facts.areas.areas.map { $0.name })
    report(
      .unknownChoice, at: .file("--area"),
      found.isEmpty
        ? Wording("there is no area 「\(written)」", "「\(written)」という区はありません")
        : Wording("several areas are called 「\(written)」", "「\(written)」という区が複数あります"),
      mend: found.isEmpty
        ? near.map { Wording("did you mean 「\($0)」?", "「\($0)」ではありませんか") } : Wording("name its code", "コードで指定してください"))
    return nil
  }

  mutating func chooseTarget(for rulebook: Rulebook) -> Int? {
    let written = request.target ?? ""
    let key = NameFolding.fold(written)
    let found = rulebook.targets.firstIndex { target in
      NameFolding.fold(target.name) == key || target.otherName.map { NameFolding.fold($0) } == key
    }
    if let found { return found }
    let near = suggestion(for: written, among: rulebook.targets.map { $0.name })
    report(
      .unknownChoice, at: .file("--target"), Wording("there is no target 「\(written)」", "「\(written)」という目標はありません"),
      mend: near.map { Wording("did you mean 「\($0)」?", "「\($0)」ではありませんか") })
    return nil
  }

  func suggestion(for text: String, among names: [String]) -> String? {
    Suggestions.nearest(to: text, among: names) { NameFolding.fold($0) }.first
  }

  /// The outcome of a target for the area that is asked about, or for the area above in which the target is judged.
  mutating func chooseOutcome(of target: Int, in judgement: Judgement, _ rulebook: Rulebook, _ facts: Facts) -> Outcome? {
    let outcomes = judgement.outcomes.filter { $0.target == target }
    if request.area == nil, outcomes.count == 1 { return outcomes[0] }
    guard let area = area(named: request.area ?? "", in: facts) else { return nil }
    for level in facts.areas.areas[area].level..<rulebook.program.levels.count {
      guard let ancestor = facts.areas.ancestor(of: area, atLevel: level) else { continue }
      if let outcome = outcomes.first(where: { $0.area == ancestor }) { return outcome }
    }
    let name = facts.areas.areas[area].name
    report(
      .unknownChoice, at: .file("--area"),
      Wording("the target is not judged for 「\(name)」", "この目標は「\(name)」では判定しません"))
    return nil
  }

  // MARK: Judging

  mutating func judge(
    _ rulebook: Rulebook, _ facts: Facts, _ year: FiscalYear, explaining explained: ExplainedOutcomes = .all
  ) -> Judgement? {
    guard let evaluator = evaluator(rulebook, facts, year) else { return nil }
    built.judgement = evaluator.judge(
      year, explaining: explained, lanes: lanes(judging: rulebook.targets.count * facts.areas.count))
    return built.judgement
  }

  /// Ready to judge; nothing, with the reason said, where the rulebook does not fit the areas.
  mutating func evaluator(_ rulebook: Rulebook, _ facts: Facts, _ year: FiscalYear) -> Evaluator? {
    let evaluator = Evaluator(rulebook: rulebook, facts: facts)
    built.evaluator = evaluator
    diagnostics += evaluator.diagnostics(in: year)
    return evaluator.diagnostics.contains { $0.severity == .error } ? nil : evaluator
  }

  /// One lane where there is little to judge: what a second finds it must find on its own, and to begin it takes as long as some
  /// hundred outcomes that are explained, or as some ten thousand that are only listed.
  func lanes(judging outcomes: Int, isWorth least: Int = 500) -> Lanes { outcomes < least ? .one : lanes }

  /// Texts for people dwell on what is open; formats that programs read tell all of every outcome.
  var explainedByFormat: ExplainedOutcomes {
    switch request.format {
    case .text, .markdown, .html: .telling
    case .json, .csv, .xlsx, .junit, .sarif, .github: .all
    }
  }

  // MARK: Remarks

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func report(
    _ code: DiagnosticCode, at location: Location, _ message: Wording, reason: Wording? = nil, mend: Wording? = nil
  ) {
    diagnostics.append(Diagnostic(code, .error, at: location, message, reason: reason, mend: mend))
  }
}
