import Diagnostics
import RuleLanguage
import Rulebook
import Submissions

/// What must be known of a rulebook before one of its files can be written anew: its words, and which files it consists of.
public struct RulebookWords: Sendable {
  let words: DeclaredWords
  /// The files, the first one first, as the user knows them.
  public let files: [String]
}

extension Pipeline {
  /// Reads a rulebook's files for the levels and units that they declare; nothing where the first of them cannot be read.
  public static func words(of source: RulebookSource) -> RulebookWords? {
    let read = source.read
    var loader = RulebookLoader(read: { path in read(path).map { DecodedText(decoding: $0).bytes } }, shown: source.shown)
    guard let loaded = loader.load(source.root) else { return nil }
    var words = loaded.words
    for file in loaded.sources.files { words.names.add(RuleReader.names(of: file)) }
    if let areas = read("areas.csv") { words.areaNames = names(ofAreas: areas, words) }
    return RulebookWords(words: words, files: loaded.sources.files.map { $0.path })
  }

  /// 北区 and Kita: the names of areas with those in Latin letters.
  private static func names(ofAreas bytes: [UInt8], _ words: DeclaredWords) -> NamePairs {
    let levels = words.levels.map { Level(words: $0) }
    var names = NamePairs()
    for area in AreasReader.read(path: "", bytes: bytes, levels: levels).areas.areas where !area.romaji.isEmpty {
      if area.romaji.utf8.allSatisfy({ $0 < 0x80 }) { names.add(japanese: area.name, english: area.romaji) }
    }
    return names
  }

  /// One rule file in the standard layout, in the language of its own declarations or in the one that is asked for. A file with
  /// errors is unreadable: it has no output, and the remarks say why.
  public static func format(_ file: InputFile, words: RulebookWords, into language: OutputLanguage?, as request: Request)
    -> Response
  {
    var work = Work(request)
    let source = SourceText(path: file.path, bytes: DecodedText(decoding: file.bytes).bytes)
    let index = work.sources.add(source)
    let spelling: RuleSpelling? =
      switch language {
      case .english?: .english
      case .japanese?: .japanese
      case nil: nil
      }
    let formatted = RuleReader.format(source, file: index, words: words.words, spelling: spelling)
    guard let bytes = formatted.bytes else {
      work.diagnostics = formatted.diagnostics
      return work.unreadable()
    }
    return Response(output: bytes, remarks: [], status: bytes == file.bytes ? .met : .open)
  }
}
