import Diagnostics

/// One file within an archive, as the central directory and its own header agree on it.
package struct ArchiveEntry: Sendable {
  package enum Method: Sendable, Hashable {
    case stored, deflated
    case other(UInt16)
  }

  /// The position of the entry in the directory.
  package let index: Int
  package let name: String
  package let method: Method
  /// Where the compressed bytes stand in the file.
  package let range: Range<Int>
  /// The number of bytes when inflated.
  package let size: Int
  package let checksum: UInt32
}

/// A zip archive: its directory, checked against the entries' own headers. Nothing is inflated here.
///
/// The directory at the end of the file decides; what the entries' own headers say must agree with it, because readers that
/// trust one and readers that trust the other would otherwise see two different workbooks in one file.
package struct Archive: Sendable {
  /// The file as the user named it, for diagnostics.
  package let file: String
  package let bytes: [UInt8]
  package let entries: [ArchiveEntry]
  package let limits: Limits
  private let positions: [[UInt8]: Int]

  package init(_ bytes: [UInt8], file: String, limits: Limits = .standard) throws(Refusal) {
    guard bytes.count <= limits.file else { throw ArchiveFault.fileTooLarge(limits.file).refusal(file) }
    var directory = DirectoryReader(bytes: bytes, file: file, limits: limits)
    entries = try directory.read()
    var positions: [[UInt8]: Int] = [:]
    for entry in entries { positions[EntryName.folded(Array(entry.name.utf8))] = entry.index }
    self.positions = positions
    self.file = file
    self.bytes = bytes
    self.limits = limits
  }

  /// The entry of a name; the case of ASCII letters does not matter.
  package func entry(named name: String) -> ArchiveEntry? {
    positions[EntryName.folded(Array(name.utf8))].map { entries[$0] }
  }

  /// The compressed bytes of an entry.
  package func compressed(_ entry: ArchiveEntry) -> ArraySlice<UInt8> {
    bytes[entry.range.clamped(to: 0..<bytes.count)]
  }

  /// The content of an entry, after a check that it is what the directory announces.
  ///
  /// - Parameter inflated: what the caller made of the compressed bytes; nothing when they could not be inflated.
  package func verified(_ inflated: [UInt8]?, of entry: ArchiveEntry) throws(Refusal) -> [UInt8] {
    guard let inflated else { throw ArchiveFault.notInflated(entry.name).refusal(file) }
    guard inflated.count == entry.size else { throw ArchiveFault.otherSize(entry.name).refusal(file) }
    guard Checksum.of(inflated) == entry.checksum else { throw ArchiveFault.otherChecksum(entry.name).refusal(file) }
    return inflated
  }

  /// The content of an entry.
  ///
  /// - Parameter inflate: makes of a raw deflate stream the expected number of bytes, or nothing; never more than the limit.
  package func content(
    of entry: ArchiveEntry, inflate: (_ compressed: ArraySlice<UInt8>, _ expectedSize: Int, _ limit: Int) -> [UInt8]?
  ) throws(Refusal) -> [UInt8] {
    switch entry.method {
    case .stored: try verified(Array(compressed(entry)), of: entry)
    case .deflated: try verified(inflate(compressed(entry), entry.size, limits.entry), of: entry)
    case .other(let method): throw ArchiveFault.unknownMethod(entry.name, method).refusal(file)
    }
  }
}
