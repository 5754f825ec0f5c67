import PDCAEngine

/// Runs one command line: reads what it names, hands it to the engine and writes what the engine answers.
struct Command {
  let arguments: Arguments
  let language: OutputLanguage
  private var inputs = Inputs()
  /// Held until the program ends, with all that it was made from.
  private var response: Response?

  init(_ arguments: Arguments) {
    self.arguments = arguments
    language = arguments.language ?? Terminal.language
  }

  mutating func run() -> ExitStatus {
    if arguments.checksOnly, arguments.command != "format" {
      return usage("--check belongs to format", "--check は format だけの指定です")
    }
    if !arguments.data.isEmpty, arguments.command != "page" {
      return usage("--data belongs to page", "--data は page だけの指定です")
    }
    let listing = [
      ("--only", !arguments.listed.isEmpty), ("--columns", !arguments.columns.isEmpty), ("--totals", arguments.totals != nil),
    ]
    if let option = listing.first(where: { $0.1 })?.0, arguments.command != "evaluate" || arguments.format != .csv {
      return usage("\(option) belongs to evaluate --format csv", "\(option) は evaluate --format csv だけの指定です")
    }
    if arguments.format == .xlsx, arguments.output == nil {
      return usage("--format xlsx needs --output", "--format xlsx には --output が必要です")
    }
    if arguments.wantsVersion { return print("pdca " + engineVersion + "\n") }
    if arguments.wantsHelp || arguments.command == "help" { return print(Help.text(in: language)) }
    switch arguments.command {
    case "evaluate":
      if arguments.format == .html, arguments.output == nil {
        return usage(
          "--format html writes several files: name their folder with --output",
          "--format html は複数のファイルを書きます。--output でフォルダを指定してください")
      }
      return evaluate()
    case "check": return withData { Pipeline.check($0) }
    case "explain": return explain()
    case "try": return withData { Pipeline.tryValues($0) }
    case "test": return withRulebook { Pipeline.test($0) }
    case "form": return form()
    case "page": return page()
    case "lint": return withRulebook { Pipeline.lint($0) }
    case "format": return format()
    case "": return usage("no command has been named", "コマンドが指定されていません")
    default: return usage("there is no command \(arguments.command)", "コマンド \(arguments.command) はありません")
    }
  }

  // MARK: The commands

  private mutating func evaluate() -> ExitStatus {
    if arguments.operands.isEmpty {
      return answer(rulebook: "Rules/osaka-home-care", data: ["Samples/osaka-home-care"]) { Pipeline.evaluate($0) }
    }
    return withData { Pipeline.evaluate($0) }
  }

  private mutating func explain() -> ExitStatus {
    guard arguments.operands.count == 1, arguments.target == nil else {
      if arguments.target == nil {
        return usage("explain needs a code, or --target and --area", "コード、または --target と --area が必要です")
      }
      return withData { Pipeline.explain($0) }
    }
    let usesColour = Terminal.usesColour(arguments.color)
    let page = Pipeline.explain(code: arguments.operands[0], language: language, usesColour: usesColour, width: Terminal.width)
    if let page {
      Files.writeAll(page, to: 1)
      return .met
    }
    return usage("there is no code \(arguments.operands[0])", "コード \(arguments.operands[0]) はありません")
  }

  /// The messages of `format` are in the terminal's language: --language is that of the rules.
  private func format() -> ExitStatus {
    if arguments.operands.isEmpty { return usage("format needs rule files or folders", "format にはルールのファイルかフォルダが必要です") }
    var format = Format(arguments, language: Terminal.language)
    return format.run()
  }

  private mutating func withData(_ step: (Request) -> Response) -> ExitStatus {
    guard arguments.operands.count >= 2 else {
      return usage("\(arguments.command) needs a rulebook and data", "\(arguments.command) にはルールブックとデータが必要です")
    }
    return answer(rulebook: arguments.operands[0], data: Array(arguments.operands.dropFirst()), step)
  }

  private mutating func withRulebook(_ step: (Request) -> Response) -> ExitStatus {
    guard arguments.operands.count == 1 else {
      return usage("\(arguments.command) needs one rulebook", "\(arguments.command) にはルールブックを一つ指定してください")
    }
    return answer(rulebook: arguments.operands[0], data: [], step)
  }

  private mutating func form() -> ExitStatus {
    guard !arguments.operands.isEmpty else {
      return usage("form needs a rulebook", "form にはルールブックが必要です")
    }
    if arguments.output == nil { return usage("form needs --output", "form には --output が必要です") }
    return answer(rulebook: arguments.operands[0], data: Array(arguments.operands.dropFirst())) { Pipeline.form($0) }
  }

  private mutating func page() -> ExitStatus {
    guard let rulebook = arguments.operands.first else {
      return usage("page needs a rulebook", "page にはルールブックが必要です")
    }
    if arguments.output == nil { return usage("page needs --output", "page には --output が必要です") }
    return answer(rulebook: rulebook, data: arguments.operands.dropFirst() + arguments.data) { Pipeline.page($0) }
  }

  // MARK: From files to an answer

  private var cores: Int { arguments.cores ?? Threads.cores }

  private mutating func answer(rulebook path: String, data: [String], _ step: (Request) -> Response) -> ExitStatus {
    guard let rulebook = inputs.rulebook(path) else { return reportFaults(of: path) }
    var request = Request(rulebook: rulebook)
    let beside = rulebook.shown("areas.csv")
    let areas = arguments.areas ?? (Files.kind(beside) == .file ? beside : nil)
    request.areas = areas.flatMap { inputs.file($0) }
    request.data = inputs.data(data, areas: areas, cores: cores)
    if !inputs.faults.isEmpty { return reportFaults(of: path) }
    request.year = arguments.year
    request.settings = arguments.settings
    request.variation = arguments.variation
    request.area = arguments.area
    request.target = arguments.target
    request.format = arguments.format
    request.language = language
    request.usesColour = arguments.output == nil && Terminal.usesColour(arguments.color)
    request.width = Terminal.width
    request.listed = arguments.listed
    request.columns = arguments.columns
    request.countsTotals = arguments.totals != nil
    if cores > 1 {
      let cores = cores
      request.parallel = (cores, { pieces, body in Threads.run(pieces, on: cores, body) })
    }
    let line = ProgressLine(language, isQuiet: arguments.isQuiet)
    if let line { request.progress = { line.show($0) } }
    defer { line?.clear() }
    if arguments.command == "evaluate", request.isStreamed {
      return stream(request, line) { step($0) }
    }
    let response = step(request)
    line?.clear()
    return deliver(response)
  }

  /// What may be long goes where it belongs while it is made.
  /// Rows come target by target, often some hundred bytes: they are written in blocks of this size.
  private static let blockSize = 1 << 16

  private mutating func stream(_ request: Request, _ line: ProgressLine?, _ step: (Request) -> Response) -> ExitStatus {
    var request = request
    for path in [arguments.output, arguments.totals] {
      if let path, let identity = Files.identity(path), inputs.read.contains(identity) {
        return usage("--output would overwrite an input: \(path)", "--output が入力ファイルと同じです：\(path)")
      }
    }
    do throws(FileFault) {
      let file = try arguments.output.map { path throws(FileFault) in try UnfinishedFile(path) }
      var pending: [UInt8] = []
      let write = { (bytes: [UInt8]) in
        if let file { file.write(bytes) } else { Files.writeAll(bytes, to: 1) }
      }
      request.sink = { bytes in
        pending += bytes
        if pending.count < Command.blockSize { return }
        write(pending)
        pending.removeAll(keepingCapacity: true)
      }
      let response = step(request)
      self.response = response
      write(pending)
      line?.clear()
      if response.status == .unreadable {
        Files.writeAll(response.output, to: 1)
      } else {
        try file?.finish()
        if let path = arguments.totals { try Files.write(response.totals, to: path) }
      }
      if !arguments.isQuiet || response.status == .unreadable { Files.writeAll(response.remarks, to: 2) }
      return response.status
    } catch {
      say(error)
      return .unreadable
    }
  }

  private mutating func deliver(_ response: Response) -> ExitStatus {
    self.response = response
    if let path = arguments.output, !response.files.isEmpty {
      if let ended = deliver(response.files, to: path) { return ended }
    } else if let path = arguments.output, response.status != .unreadable {
      if let identity = Files.identity(path), inputs.read.contains(identity) {
        return usage("--output would overwrite an input: \(path)", "--output が入力ファイルと同じです：\(path)")
      }
      do throws(FileFault) { try Files.write(response.output, to: path) } catch {
        say(error)
        return .unreadable
      }
    } else {
      Files.writeAll(response.output, to: 1)
    }
    if !arguments.isQuiet || response.status == .unreadable { Files.writeAll(response.remarks, to: 2) }
    return response.status
  }

  /// One file under the name that is given, or in the folder of that name; several always in a folder, which is made where it
  /// is missing. Nothing is written where one of them would overwrite an input. What it ended with, where something went wrong.
  private func deliver(_ files: [OutputFile], to path: String) -> ExitStatus? {
    let isFolder = files.count > 1 || arguments.area == nil || Files.kind(path) == .folder || path.hasSuffix("/")
    let places = files.map { isFolder ? (path.hasSuffix("/") ? path : path + "/") + $0.path : path }
    for place in places {
      if let identity = Files.identity(place), inputs.read.contains(identity) {
        return usage("--output would overwrite an input: \(place)", "--output が入力ファイルと同じです：\(place)")
      }
    }
    do throws(FileFault) {
      if isFolder { try Files.makeFolder(path) }
      try Files.write(files, to: places, cores: cores)
    } catch {
      say(error)
      return .unreadable
    }
    return nil
  }

  // MARK: Messages

  private func print(_ text: String) -> ExitStatus {
    Files.writeAll(Array(text.utf8), to: 1)
    return .met
  }

  private func usage(_ english: String, _ japanese: String) -> ExitStatus {
    let text =
      language == .japanese ? "pdca: \(japanese)（pdca --help で使い方を表示します）\n" : "pdca: \(english) (pdca --help tells how)\n"
    Files.writeAll(Array(text.utf8), to: 2)
    return .wrongUsage
  }

  /// A line a fault; programs that read the output are told of the first in their own format.
  private func reportFaults(of rulebook: String) -> ExitStatus {
    for fault in inputs.faults { say(fault) }
    if let first = inputs.faults.first {
      var request = Request(rulebook: RulebookSource(root: rulebook, read: { _ in nil }, shown: { $0 }))
      request.format = arguments.format
      request.language = language
      let refusal = Pipeline.refuse(request, first.path, english: first.english, japanese: first.japanese)
      Files.writeAll(refusal.output, to: 1)
    }
    return .unreadable
  }

  private func say(_ fault: FileFault) {
    let reason = language == .japanese ? fault.japanese : fault.english
    Files.writeAll(Array("pdca: \(fault.path): \(reason)\n".utf8), to: 2)
  }
}
