/// Many texts in one run of bytes: a million cells cost two arrays, not a million strings.
package struct TextTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  package var count: Int { ends.count }

  /// The UTF-8 of a text; nothing when there is no such text.
  package func bytes(_ index: Int) -> ArraySlice<UInt8>? {
    guard index >= 0, index < ends.count else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return bytes[start..<Int(ends[index])]
  }

  /// Lets a text be written at the end of the bytes, and notes where it ends. Returns its index.
  mutating func add<Fault: Error>(_ write: (inout [UInt8]) throws(Fault) -> Void) throws(Fault) -> UInt32 {
    let start = bytes.count
    try write(&bytes)
    EscapedText.decode(&bytes, from: start)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    return UInt32(truncatingIfNeeded: ends.count - 1)
  }
}
