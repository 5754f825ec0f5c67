import Diagnostics

/// Opens a workbook step by step, for callers that cannot inflate on the spot.
///
/// A browser inflates by a promise. So the caller asks for the entries that are wanted next, inflates them in its own time,
/// supplies them, and asks again, until there are none:
///
///     var opening = try WorkbookOpening(bytes, file: name)
///     while true {
///       let wanted = try opening.wanted()
///       if wanted.isEmpty { break }
///       for entry in wanted { try opening.supply(inflated(opening.archive.compressed(entry)), for: entry) }
///     }
///     let workbook = try opening.workbook()
///
/// The sheets' own entries are not among them: they are inflated one at a time, so that only one is held in memory.
package struct WorkbookOpening {
  private enum Stage { case package, workbook, shared, ready }

  package let archive: Archive
  private var stage = Stage.package
  private var contents: [Int: [UInt8]] = [:]
  private var main = ""
  private var part: WorkbookPart?
  private var relationships = Relationships()
  private var styles = Styles()
  private var sharedTexts = TextTable()

  package init(_ bytes: [UInt8], file: String, limits: Limits = .standard) throws(Refusal) {
    if let refusal = FileKind(bytes).refusal(file) { throw refusal }
    archive = try Archive(bytes, file: file, limits: limits)
  }

  /// The entries to be inflated and supplied next; none when the workbook can be had. Entries that are stored as they are
  /// need no inflating and are never asked for.
  package mutating func wanted() throws(Refusal) -> [ArchiveEntry] {
    while stage != .ready {
      var wanted: [ArchiveEntry] = []
      for name in try names() {
        guard let entry = archive.entry(named: name), contents[entry.index] == nil else { continue }
        switch entry.method {
        case .deflated: wanted.append(entry)
        default:
          contents[entry.index] = try archive.content(of: entry) { (_, _, _) in nil }
        }
      }
      if !wanted.isEmpty { return wanted }
      try advance()
    }
    return []
  }

  /// Hands in what an entry holds; nothing when it could not be inflated. Checked against its size and checksum.
  package mutating func supply(_ inflated: [UInt8]?, for entry: ArchiveEntry) throws(Refusal) {
    contents[entry.index] = try archive.verified(inflated, of: entry)
  }

  /// The workbook, once nothing is wanted any more.
  package func workbook() throws(Refusal) -> Workbook {
    guard let part, stage == .ready else { throw missing("") }
    var sheets: [Workbook.SheetEntry] = []
    for sheet in part.sheets {
      let relationship = relationships[sheet.relationship]
      var entry: ArchiveEntry?
      if relationship?.kind == .worksheet {
        guard let target = relationship?.target, let found = archive.entry(named: target) else {
          throw missing(relationship?.target ?? sheet.name)
        }
        entry = found
      } else if relationship?.kind != .otherSheet {
        throw missing(sheet.name)
      }
      sheets.append(Workbook.SheetEntry(name: sheet.name, visibility: sheet.visibility, entry: entry))
    }
    guard !sheets.isEmpty else { throw missing(main) }
    return Workbook(
      file: archive.file, sheets: sheets, names: part.names, dates: part.dates,
      asksForCalculation: part.asksForCalculation, styles: styles, sharedTexts: sharedTexts, limits: archive.limits)
  }

  // MARK: Stages

  /// The names of the entries that the present stage reads.
  private func names() throws(Refusal) -> [String] {
    switch stage {
    case .package: [PartName.relationships(of: "")]
    case .workbook: [main, PartName.relationships(of: main)]
    case .shared: [Relationships.Kind.styles, .sharedStrings].compactMap { relationships.first($0)?.target }
    case .ready: []
    }
  }

  private mutating func advance() throws(Refusal) {
    switch stage {
    case .package: try readPackage()
    case .workbook: try readWorkbook()
    case .shared: try readShared()
    case .ready: break
    }
  }

  private mutating func readPackage() throws(Refusal) {
    let name = PartName.relationships(of: "")
    guard let content = take(name) else { throw ArchiveKind.refusal(archive) }
    let arrows = try Relationships(content, from: "", place: place(name), limits: archive.limits)
    guard let target = arrows.first(.officeDocument)?.target else { throw ArchiveKind.refusal(archive) }
    guard archive.entry(named: target) != nil else { throw missing(target) }
    if target.utf8.suffix(4).elementsEqual(".bin".utf8) { throw ArchiveKind.refusal(archive) }
    main = target
    stage = .workbook
  }

  private mutating func readWorkbook() throws(Refusal) {
    guard let content = take(main) else { throw missing(main) }
    // A text document and a presentation begin with the same kind of relationship.
    if archive.entry(named: "word/document.xml") != nil, archive.entry(named: "xl/workbook.xml") == nil {
      throw ArchiveKind.refusal(archive)
    }
    if archive.entry(named: "ppt/presentation.xml") != nil, archive.entry(named: "xl/workbook.xml") == nil {
      throw ArchiveKind.refusal(archive)
    }
    part = try WorkbookPart(content, place: place(main), limits: archive.limits)
    let name = PartName.relationships(of: main)
    guard let arrows = take(name) else { throw missing(name) }
    relationships = try Relationships(arrows, from: main, place: place(name), limits: archive.limits)
    stage = .shared
  }

  private mutating func readShared() throws(Refusal) {
    if let target = relationships.first(.styles)?.target, let content = take(target) {
      styles = try Styles(content, place: place(target), limits: archive.limits)
    }
    if let target = relationships.first(.sharedStrings)?.target, let content = take(target) {
      sharedTexts = try StringItem.table(content, place: place(target), limits: archive.limits)
    }
    stage = .ready
  }

  /// What an entry holds. It is not kept: each part is read once.
  private mutating func take(_ name: String) -> [UInt8]? {
    guard let entry = archive.entry(named: name) else { return nil }
    return contents.removeValue(forKey: entry.index)
  }

  private func place(_ part: String) -> PartPlace { PartPlace(file: archive.file, part: part) }

  private func missing(_ part: String) -> Refusal {
    Refusal(
      .missingPart, at: .file(archive.file),
      Wording("the workbook lacks its part 「\(part)」", "ブックに部品「\(part)」がありません"),
      reason: Wording(
        "Another part of the workbook refers to it, so some of its contents are lost.",
        "ブックのほかの部品から参照されているため、内容の一部が失われています。"),
      mend: Wording("open the workbook in a spreadsheet program and save it again", "表計算ソフトで開き、保存し直してください"))
  }
}
