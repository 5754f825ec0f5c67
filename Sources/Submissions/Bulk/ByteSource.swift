/// The bytes of a file too large to be held: whoever has files hands them out piece by piece.
package struct ByteSource: Sendable {
  /// How many bytes there are.
  package let size: Int
  private let reader: @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int

  /// - Parameter reader: fills a buffer with the bytes from an offset on and tells how many it could; fewer than asked for mean
  ///   that the file has been cut off or cannot be read any more.
  package init(size: Int, _ reader: @escaping @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int) {
    self.size = size
    self.reader = reader
  }

  package init(_ bytes: [UInt8]) {
    self.init(size: bytes.count) { offset, buffer in
      bytes.withUnsafeBytes { all in
        let count = max(0, min(buffer.count, all.count - offset))
        if count > 0 { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + count])) }
        return count
      }
    }
  }

  /// Fills the buffer; false where the file ends before.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Bool { reader(offset, buffer) == buffer.count }

  func bytes(_ range: Range<Int>) -> [UInt8]? {
    var isRead = false
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      isRead = read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
      count = isRead ? range.count : 0
    }
    return isRead ? bytes : nil
  }

  /// The first bytes, as many as tell what kind of file it is.
  package var head: [UInt8] { bytes(0..<min(size, 4096)) ?? [] }

  package var allBytes: [UInt8]? { bytes(0..<size) }
}
