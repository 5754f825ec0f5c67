import PDCAEngine

/// Finds and reads the files that a command line names.
struct Inputs {
  private(set) var faults: [FileFault] = []
  /// Every file that was read: results never overwrite one of them.
  private(set) var read: Set<Files.Identity> = []

  /// A rulebook from a file or from a folder that holds rulebook.pdca.
  mutating func rulebook(_ path: String) -> RulebookSource? {
    switch Files.kind(path) {
    case .folder: return rulebook(folder: path, root: "rulebook.pdca")
    case .file, .other:
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
      return rulebook(folder: folder.isEmpty ? "/" : folder, root: parts.last.map { String($0) } ?? path)
    case nil:
      faults.append(FileFault(path: path, english: "there is no such file or folder", japanese: "ファイルまたはフォルダがありません"))
      return nil
    }
  }

  private mutating func rulebook(folder: String, root: String) -> RulebookSource? {
    let shown: (String) -> String = { name in folder == "." ? name : (folder.hasSuffix("/") ? folder : folder + "/") + name }
    guard Files.kind(shown(root)) == .file else {
      faults.append(
        FileFault(path: folder, english: "the folder holds no rulebook.pdca", japanese: "フォルダに rulebook.pdca がありません"))
      return nil
    }
    let inside = Files.canonical(folder).map { $0 == "/" ? $0 : $0 + "/" } ?? "/"
    return RulebookSource(
      root: root,
      read: { name in
        // A link must not lead out of the rulebook's folder.
        guard let place = Files.canonical(shown(name)), place.hasPrefix(inside) || name == root else { return nil }
        return try? Files.read(Files.Place(place))
      },
      shown: shown)
  }

  mutating func file(_ path: String) -> InputFile? { files([Files.Place(path)]).first }

  /// So few are read before a second thread has begun.
  private static let few = 8

  /// Most of the time goes into asking the system, which answers several threads at once.
  private mutating func files(_ places: [Files.Place], cores: Int = 1) -> [InputFile] {
    var made = [Result<InputFile, FileFault>?](repeating: nil, count: places.count)
    made.withUnsafeMutableBufferPointer { made in
      Threads.run(places.count, on: places.count > Inputs.few ? cores : 1) { position in
        let path = places[position].path
        made[position] = Result { () throws(FileFault) in
          try path == "-" ? InputFile(path: path, bytes: Files.readStandardInput()) : Files.input(places[position])
        }
      }
    }
    var files: [InputFile] = []
    for case (let place, .some(let result)) in zip(places, made) {
      switch result {
      case .success(let file):
        files.append(file)
        if let entry = place.entry { read.insert(entry.identity) }
      case .failure(let fault): faults.append(fault)
      }
    }
    return files
  }

  /// The data files that are named, and those in folders, read on several cores; the areas file is none of them.
  mutating func data(_ paths: [String], areas: String?, cores: Int) -> [InputFile] {
    let areasIdentity = areas.flatMap { Files.identity($0) }
    var places: [Files.Place] = []
    var seen: Set<Files.Identity> = []
    for path in paths {
      let named = Files.Place(path)
      let isFolder = named.entry?.kind == .folder
      let found = isFolder ? Files.files(below: path, endings: Inputs.endings) : [named]
      let wanted = found.filter { $0.entry == nil || $0.entry?.identity != areasIdentity }
      if isFolder, wanted.isEmpty {
        faults.append(
          FileFault(path: path, english: "the folder holds no .csv or .xlsx file", japanese: "フォルダに .csv や .xlsx のファイルがありません"))
      }
      for place in wanted {
        if let entry = place.entry, !seen.insert(entry.identity).inserted { continue }
        places.append(place)
      }
    }
    return files(places, cores: cores)
  }

  static let endings = [".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"]
}
