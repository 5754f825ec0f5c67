/// The fields of a request, taken one after the other. What is not there reads as empty.
package struct Request {
  private let bytes: [UInt8]
  private var place = 0

  /// The fields as they are handed over.
  package var packed: [UInt8] { bytes }

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A request of these fields.
  package init(fields: [[UInt8]]) {
    var bytes: [UInt8] = []
    for field in fields {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: field.count >> shift)) }
      bytes += field
    }
    self.bytes = bytes
  }

  package var isEmpty: Bool { place >= bytes.count }

  package mutating func field() -> [UInt8] {
    guard bytes.count - place >= 4 else {
      place = bytes.count
      return []
    }
    var count: UInt32 = 0
    for shift in 0..<4 { count |= UInt32(bytes[place + shift]) << UInt32(8 * shift) }
    place += 4
    let end = place + min(Int(clamping: count), bytes.count - place)
    defer { place = end }
    return Array(bytes[place..<end])
  }

  package mutating func text() -> String { String(decoding: field(), as: UTF8.self) }

  package mutating func number() -> Int { Int(text()) ?? -1 }

  package mutating func file() -> NamedFile {
    let path = text()
    return NamedFile(path: path, bytes: field())
  }

  /// A count, and so many files.
  package mutating func files() -> [NamedFile] {
    var files: [NamedFile] = []
    let count = number()
    while files.count < count, !isEmpty { files.append(file()) }
    return files
  }

  /// A rulebook: packed, and the file of its areas.
  package mutating func rulebook() -> CarriedRulebook {
    let packed = field()
    return CarriedRulebook(packed: packed, areas: file())
  }
}
