import PDCAEngine

/// `pdca format`: finds the rule files, has each written anew in the standard layout, and puts it in the place of the old one.
struct Format {
  let arguments: Arguments
  let language: OutputLanguage
  private var inputs = Inputs()
  /// The rulebooks that have been read, by their folders.
  private var rulebooks: [String: RulebookWords] = [:]

  init(_ arguments: Arguments, language: OutputLanguage) {
    self.arguments = arguments
    self.language = language
  }

  mutating func run() -> ExitStatus {
    let files = ruleFiles()
    var status = files.isEmpty ? ExitStatus.unreadable : .met
    for file in files {
      let result = format(file.path, below: file.top)
      if result.rawValue > status.rawValue { status = result }
    }
    for fault in inputs.faults {
      say(fault)
      status = .unreadable
    }
    return status
  }

  /// The files that are named, and those below the folders that are named, each once.
  private mutating func ruleFiles() -> [(path: String, top: String)] {
    var files: [(path: String, top: String)] = []
    var seen: Set<Files.Identity> = []
    for path in arguments.operands {
      let named = Files.Place(path)
      let isFolder = named.entry?.kind == .folder
      let found = isFolder ? Files.files(below: path, endings: [".pdca"]) : [named]
      if found.isEmpty {
        say(FileFault(path: path, english: "the folder holds no .pdca file", japanese: "フォルダに .pdca のファイルがありません"))
      }
      for place in found {
        if let entry = place.entry, !seen.insert(entry.identity).inserted { continue }
        files.append((place.path, isFolder ? path : Format.folder(of: place.path)))
      }
    }
    return files
  }

  private mutating func format(_ path: String, below top: String) -> ExitStatus {
    guard let file = inputs.file(path), let words = words(for: path, below: top) else { return .unreadable }
    let response = Pipeline.format(file, words: words, into: arguments.language, as: request(path))
    switch response.status {
    case .met: return .met
    case .open:
      if arguments.checksOnly {
        Files.writeAll(Array((path + "\n").utf8), to: 1)
        return .open
      }
      // A link stays a link: what it leads to is written.
      do throws(FileFault) { try Files.write(response.output, to: Files.canonical(path) ?? path) } catch {
        say(error)
        return .unreadable
      }
      if !arguments.isQuiet { Files.writeAll(Array((path + "\n").utf8), to: 2) }
      return .met
    default:
      Files.writeAll(response.remarks, to: 2)
      return response.status
    }
  }

  // MARK: The rulebook that a file belongs to

  /// The words of the rulebook in the file's folder, or above it within what was named, that includes the file; otherwise its own.
  private mutating func words(for path: String, below top: String) -> RulebookWords? {
    let place = Files.canonical(path)
    var folder = Format.folder(of: path)
    while true {
      if let words = rulebook(in: folder), words.files.contains(where: { Files.canonical($0) == place }) { return words }
      if folder == top || folder.utf8.count <= top.utf8.count { break }
      folder = Format.folder(of: folder)
    }
    return inputs.rulebook(path).flatMap { Pipeline.words(of: $0) }
  }

  private mutating func rulebook(in folder: String) -> RulebookWords? {
    if let known = rulebooks[folder] { return known }
    guard Files.kind(folder + "/rulebook.pdca") == .file, let words = inputs.rulebook(folder).flatMap({ Pipeline.words(of: $0) })
    else {
      return nil
    }
    rulebooks[folder] = words
    return words
  }

  private static func folder(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count <= 1 { return "." }
    let folder = parts.dropLast().joined(separator: "/")
    return folder.isEmpty ? "/" : folder
  }

  // MARK: Messages

  private func request(_ path: String) -> Request {
    var request = Request(rulebook: RulebookSource(root: path, read: { _ in nil }, shown: { $0 }))
    request.language = language
    request.usesColour = Terminal.usesColour(arguments.color)
    request.width = Terminal.width
    return request
  }

  private func say(_ fault: FileFault) {
    let reason = language == .japanese ? fault.japanese : fault.english
    Files.writeAll(Array("pdca: \(fault.path): \(reason)\n".utf8), to: 2)
  }
}
