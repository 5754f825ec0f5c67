import Diagnostics

/// One part of a workbook that is about to be packed.
package struct ArchivePart: Sendable {
  package let name: String
  package let content: [UInt8]

  package init(name: String, content: [UInt8]) {
    self.name = name
    self.content = content
  }
}

/// Packs parts into a zip archive. The same parts give the same bytes: they are sorted, and bear the same date.
package enum ArchiveWriter {
  /// 1 January 1980, the first day that archives know.
  private static let date: UInt16 = 0x0021

  private struct Packed {
    let name: [UInt8]
    let content: [UInt8]
    let method: UInt16
    let size: UInt32
    let checksum: UInt32
  }

  /// The archive, or nothing when it would have more than 4 GB or 65,535 parts.
  ///
  /// - Parameter deflate: makes a raw deflate stream of a part, or nothing; a part is stored as it is when that is no longer.
  package static func archive(_ parts: [ArchivePart], deflate: (_ content: [UInt8]) -> [UInt8]?) -> [UInt8]? {
    var packed: [Packed] = []
    for part in parts {
      guard let one = pack(part, deflated: deflate(part.content)) else { return nil }
      packed.append(one)
    }
    return archive(packed)
  }

  /// The same for callers that deflate in their own time: `deflated` holds, for each part, its stream or nothing.
  package static func archive(_ parts: [ArchivePart], deflated: [[UInt8]?]) -> [UInt8]? {
    guard parts.count == deflated.count else { return nil }
    var packed: [Packed] = []
    for (index, part) in parts.enumerated() {
      guard let one = pack(part, deflated: deflated[index]) else { return nil }
      packed.append(one)
    }
    return archive(packed)
  }

  private static func pack(_ part: ArchivePart, deflated: [UInt8]?) -> Packed? {
    guard let size = UInt32(exactly: part.content.count) else { return nil }
    let checksum = Checksum.of(part.content)
    let name = Array(part.name.utf8)
    if let deflated, deflated.count < part.content.count {
      return Packed(name: name, content: deflated, method: 8, size: size, checksum: checksum)
    }
    return Packed(name: name, content: part.content, method: 0, size: size, checksum: checksum)
  }

  private static func archive(_ parts: [Packed]) -> [UInt8]? {
    guard let count = UInt16(exactly: parts.count) else { return nil }
    let sorted = parts.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in sorted {
      guard let offset = UInt32(exactly: bytes.count), let nameSize = UInt16(exactly: part.name.count) else { return nil }
      bytes.append32(0x0403_4B50)
      appendHead(of: part, nameSize, to: &bytes)
      bytes.append16(0)
      bytes += part.name
      bytes += part.content
      directory.append32(0x0201_4B50)
      directory.append16(20)
      appendHead(of: part, nameSize, to: &directory)
      // No extra field, no remark, first disk, no attributes.
      for _ in 0..<4 { directory.append16(0) }
      directory.append32(0)
      directory.append32(offset)
      directory += part.name
    }
    guard let start = UInt32(exactly: bytes.count), let size = UInt32(exactly: directory.count) else { return nil }
    bytes += directory
    bytes.append32(0x0605_4B50)
    bytes.append32(0)
    bytes.append16(count)
    bytes.append16(count)
    bytes.append32(size)
    bytes.append32(start)
    bytes.append16(0)
    return bytes
  }

  /// What the header of an entry and its line in the directory have in common: from the version to the length of the name.
  private static func appendHead(of part: Packed, _ nameSize: UInt16, to bytes: inout [UInt8]) {
    bytes.append16(20)
    bytes.append16(0)
    bytes.append16(part.method)
    bytes.append16(0)
    bytes.append16(date)
    bytes.append32(part.checksum)
    bytes.append32(UInt32(truncatingIfNeeded: part.content.count))
    bytes.append32(part.size)
    bytes.append16(nameSize)
  }
}
