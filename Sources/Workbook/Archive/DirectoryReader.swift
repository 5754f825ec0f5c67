import Diagnostics

/// Reads the central directory of an archive (PKWARE's application note, 4.3.12 to 4.3.16, and 4.5.3 for zip64).
struct DirectoryReader {
  let bytes: [UInt8]
  let file: String
  let limits: Limits

  /// What the end of the archive says about its directory.
  private struct End {
    var count: UInt64
    var size: UInt64
    var offset: UInt64
    /// Where the directory must end.
    let position: Int
  }

  /// An entry as the directory tells of it, with where its own header stands.
  struct Listed {
    let name: [UInt8]
    let flags: UInt16
    let method: UInt16
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    let header: Int
  }

  mutating func read() throws(Refusal) -> [ArchiveEntry] {
    let end = try self.end()
    guard let start = Int(exactly: end.offset), let size = Int(exactly: end.size), let count = Int(exactly: end.count) else {
      throw damaged(.directoryElsewhere)
    }
    guard count <= limits.entries else { throw damaged(.tooManyEntries(limits.entries)) }
    guard start <= end.position, size == end.position - start else { throw damaged(.directoryElsewhere) }
    var listed: [Listed] = []
    var position = start
    for _ in 0..<count {
      let entry = try listedEntry(at: &position, before: end.position)
      listed.append(entry)
    }
    guard position == end.position else { throw damaged(.directoryElsewhere) }
    try checkNamesAndSizes(listed)
    var headers = HeaderReader(bytes: bytes, file: file, directory: start)
    return try headers.locate(listed)
  }

  private func damaged(_ fault: ArchiveFault) -> Refusal { fault.refusal(file) }

  /// Finds the record that closes the archive: it must reach exactly to the end of the file, with its comment.
  private func end() throws(Refusal) -> End {
    let recordSize = 22
    guard bytes.count >= recordSize else { throw damaged(.noEnd) }
    var position = bytes.count - recordSize
    let lowest = max(0, position - 0xFFFF)
    while position >= lowest {
      if bytes.littleEndian32(at: position) == 0x0605_4B50, let comment = bytes.littleEndian16(at: position + 20),
        position + recordSize + Int(comment) == bytes.count
      {
        return try end(at: position)
      }
      position -= 1
    }
    throw damaged(.noEnd)
  }

  private func end(at position: Int) throws(Refusal) -> End {
    guard let disk = bytes.littleEndian16(at: position + 4), let directoryDisk = bytes.littleEndian16(at: position + 6),
      let onDisk = bytes.littleEndian16(at: position + 8), let count = bytes.littleEndian16(at: position + 10),
      let size = bytes.littleEndian32(at: position + 12), let offset = bytes.littleEndian32(at: position + 16)
    else { throw damaged(.noEnd) }
    let short = End(count: UInt64(count), size: UInt64(size), offset: UInt64(offset), position: position)
    let isShort = count != 0xFFFF && size != 0xFFFF_FFFF && offset != 0xFFFF_FFFF
    if let long = try longEnd(before: position) {
      // What the short record does say must be what the long one says.
      guard count == 0xFFFF || UInt64(count) == long.count, size == 0xFFFF_FFFF || UInt64(size) == long.size,
        offset == 0xFFFF_FFFF || UInt64(offset) == long.offset
      else { throw damaged(.contradiction(nil)) }
      return long
    }
    guard disk == 0, directoryDisk == 0, onDisk == count else { throw damaged(.severalDisks) }
    guard isShort || count == 0xFFFF else { throw damaged(.directoryElsewhere) }
    return short
  }

  /// The zip64 record, when there is one.
  private func longEnd(before position: Int) throws(Refusal) -> End? {
    let locator = position - 20
    guard bytes.littleEndian32(at: locator) == 0x0706_4B50 else { return nil }
    guard let disk = bytes.littleEndian32(at: locator + 4), let disks = bytes.littleEndian32(at: locator + 16), disk == 0,
      disks <= 1
    else { throw damaged(.severalDisks) }
    guard let start = bytes.littleEndian64(at: locator + 8), let record = Int(exactly: start), record <= locator - 56,
      bytes.littleEndian32(at: record) == 0x0606_4B50, let size = bytes.littleEndian64(at: record + 4),
      size == UInt64(locator - record - 12), let count = bytes.littleEndian64(at: record + 32),
      let onDisk = bytes.littleEndian64(at: record + 24), let directorySize = bytes.littleEndian64(at: record + 40),
      let offset = bytes.littleEndian64(at: record + 48)
    else { throw damaged(.directoryElsewhere) }
    guard onDisk == count else { throw damaged(.severalDisks) }
    return End(count: count, size: directorySize, offset: offset, position: record)
  }

  private func listedEntry(at position: inout Int, before end: Int) throws(Refusal) -> Listed {
    guard bytes.littleEndian32(at: position) == 0x0201_4B50, let flags = bytes.littleEndian16(at: position + 8),
      let method = bytes.littleEndian16(at: position + 10), let checksum = bytes.littleEndian32(at: position + 16),
      let shortCompressed = bytes.littleEndian32(at: position + 20), let shortSize = bytes.littleEndian32(at: position + 24),
      let nameLength = bytes.littleEndian16(at: position + 28), let extraLength = bytes.littleEndian16(at: position + 30),
      let commentLength = bytes.littleEndian16(at: position + 32), let disk = bytes.littleEndian16(at: position + 34),
      let shortHeader = bytes.littleEndian32(at: position + 42)
    else { throw damaged(.directoryElsewhere) }
    let nameStart = position + 46
    let extraStart = nameStart + Int(nameLength)
    let next = extraStart + Int(extraLength) + Int(commentLength)
    guard next <= end else { throw damaged(.directoryElsewhere) }
    let name = Array(bytes[nameStart..<extraStart])
    guard disk == 0 || disk == 0xFFFF else { throw damaged(.severalDisks) }
    var long = LongFields(bytes: bytes, start: extraStart, length: Int(extraLength))
    let size = shortSize == 0xFFFF_FFFF ? long.next() : UInt64(shortSize)
    let compressed = shortCompressed == 0xFFFF_FFFF ? long.next() : UInt64(shortCompressed)
    let header = shortHeader == 0xFFFF_FFFF ? long.next() : UInt64(shortHeader)
    guard let size, let compressed, let header, let compressedSize = Int(exactly: compressed), let place = Int(exactly: header)
    else { throw damaged(.directoryElsewhere) }
    guard let wholeSize = Int(exactly: size), wholeSize <= limits.entry else {
      throw damaged(.entryTooLarge(text(name), limits.entry))
    }
    position = next
    return Listed(
      name: name, flags: flags, method: method, checksum: checksum, compressedSize: compressedSize, size: wholeSize,
      header: place)
  }

  private func text(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }

  private func checkNamesAndSizes(_ entries: [Listed]) throws(Refusal) {
    var seen: Set<[UInt8]> = []
    var total = 0
    for entry in entries {
      let name = text(entry.name)
      if let fault = EntryName.fault(in: entry.name) { throw damaged(.unsafeName(name, fault)) }
      guard seen.insert(EntryName.folded(Array(name.utf8))).inserted else { throw damaged(.sameNameTwice(name)) }
      // Bit 0: encrypted; bit 6: strong encryption; bit 13: the headers are masked.
      guard entry.flags & 0x2041 == 0 else { throw damaged(.encryptedEntry(name)) }
      total += entry.size
      guard total <= limits.total else { throw damaged(.tooLargeInAll(limits.total)) }
    }
  }
}

/// The figures of a zip64 extra field: those of the short fields that did not fit, in their order.
struct LongFields {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(bytes: [UInt8], start: Int, length: Int) {
    self.bytes = bytes
    var field = start
    let last = start + length
    while field + 4 <= last, let kind = bytes.littleEndian16(at: field), let size = bytes.littleEndian16(at: field + 2) {
      if kind == 0x0001, field + 4 + Int(size) <= last {
        position = field + 4
        end = position + Int(size)
        return
      }
      field += 4 + Int(size)
    }
    position = 0
    end = 0
  }

  mutating func next() -> UInt64? {
    guard position + 8 <= end else { return nil }
    defer { position += 8 }
    return bytes.littleEndian64(at: position)
  }
}
