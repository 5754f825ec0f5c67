import Diagnostics

/// Finds the bytes of each entry, and holds the entry's own header against what the directory says of it.
struct HeaderReader {
  let bytes: [UInt8]
  let file: String
  /// Where the central directory begins: no entry may reach into it.
  let directory: Int

  /// The flags that change how an entry is read: encrypted, sizes after the data, strongly encrypted, masked.
  private static let telling: UInt16 = 0x2049

  private func damaged(_ fault: ArchiveFault) -> Refusal { fault.refusal(file) }

  mutating func locate(_ listed: [DirectoryReader.Listed]) throws(Refusal) -> [ArchiveEntry] {
    var entries: [ArchiveEntry] = []
    var spans: [(start: Int, end: Int, entry: Int)] = []
    for (index, entry) in listed.enumerated() {
      let name = String(decoding: entry.name, as: UTF8.self)
      let range = try dataRange(of: entry, name: name)
      let method: ArchiveEntry.Method =
        switch entry.method {
        case 0: .stored
        case 8: .deflated
        default: .other(entry.method)
        }
      if method == .stored, entry.size != entry.compressedSize { throw damaged(.contradiction(name)) }
      entries.append(
        ArchiveEntry(
          index: index, name: name, method: method, range: range, size: entry.size, checksum: entry.checksum))
      spans.append((entry.header, range.upperBound, index))
    }
    spans.sort { $0.start != $1.start ? $0.start < $1.start : $0.entry < $1.entry }
    for (place, span) in spans.enumerated() {
      let next = place + 1 < spans.count ? spans[place + 1].start : directory
      guard span.end <= next else { throw damaged(.overlap(entries[span.entry].name)) }
      try checkDescriptor(of: listed[span.entry], name: entries[span.entry].name, from: span.end, to: next)
    }
    return entries
  }

  private func dataRange(of entry: DirectoryReader.Listed, name: String) throws(Refusal) -> Range<Int> {
    guard entry.header <= directory - 30, bytes.littleEndian32(at: entry.header) == 0x0403_4B50,
      let flags = bytes.littleEndian16(at: entry.header + 6), let method = bytes.littleEndian16(at: entry.header + 8),
      let checksum = bytes.littleEndian32(at: entry.header + 14),
      let shortCompressed = bytes.littleEndian32(at: entry.header + 18),
      let shortSize = bytes.littleEndian32(at: entry.header + 22),
      let nameLength = bytes.littleEndian16(at: entry.header + 26),
      let extraLength = bytes.littleEndian16(at: entry.header + 28)
    else { throw damaged(.noHeader(name)) }
    let nameStart = entry.header + 30
    let extraStart = nameStart + Int(nameLength)
    let start = extraStart + Int(extraLength)
    guard start <= directory, entry.compressedSize <= directory - start else { throw damaged(.overlap(name)) }
    guard bytes[nameStart..<extraStart].elementsEqual(entry.name), method == entry.method,
      (flags ^ entry.flags) & HeaderReader.telling == 0
    else {
      throw damaged(.contradiction(name))
    }
    // Bit 3: sizes and checksum follow the data. What stands in the header all the same must be nought or right.
    let isDeferred = flags & 0x0008 != 0
    guard checksum == entry.checksum || (isDeferred && checksum == 0) else { throw damaged(.contradiction(name)) }
    var long = LongFields(bytes: bytes, start: extraStart, length: Int(extraLength))
    let size = shortSize == 0xFFFF_FFFF ? long.next() : UInt64(shortSize)
    let compressed = shortCompressed == 0xFFFF_FFFF ? long.next() : UInt64(shortCompressed)
    guard isDeferred || (size == UInt64(entry.size) && compressed == UInt64(entry.compressedSize)) else {
      throw damaged(.contradiction(name))
    }
    if isDeferred, let size, let compressed, size != 0 || compressed != 0 {
      guard size == UInt64(entry.size), compressed == UInt64(entry.compressedSize) else {
        throw damaged(.contradiction(name))
      }
    }
    return start..<(start + entry.compressedSize)
  }

  /// A data descriptor comes in four shapes: with or without a signature, with sizes of 32 or 64 bits. One must fit.
  private func checkDescriptor(of entry: DirectoryReader.Listed, name: String, from start: Int, to end: Int) throws(Refusal) {
    guard entry.flags & 0x0008 != 0 else { return }
    for signature in [4, 0] {
      if signature == 4, bytes.littleEndian32(at: start) != 0x0807_4B50 { continue }
      let place = start + signature
      guard bytes.littleEndian32(at: place) == entry.checksum else { continue }
      if place + 12 <= end, bytes.littleEndian32(at: place + 4).map(UInt64.init) == UInt64(entry.compressedSize),
        bytes.littleEndian32(at: place + 8).map(UInt64.init) == UInt64(entry.size)
      {
        return
      }
      if place + 20 <= end, bytes.littleEndian64(at: place + 4) == UInt64(entry.compressedSize),
        bytes.littleEndian64(at: place + 12) == UInt64(entry.size)
      {
        return
      }
    }
    throw damaged(.contradiction(name))
  }
}
