import CZlib

/// Inflating for programs that may use a system library. The browser's page hands in its own instead.
package enum Inflating {
  /// What a raw deflate stream holds.
  ///
  /// - Parameters:
  ///   - compressed: the stream, without a header of zlib or gzip.
  ///   - expectedSize: the number of bytes that the archive declares.
  ///   - limit: a number of bytes that the result may never exceed, whatever the archive declares.
  /// - Returns: exactly `expectedSize` bytes, or nothing when the stream is damaged, ends early, has bytes after its end,
  ///   or holds another number of bytes. Nothing is written beyond the expected size, so a bomb costs no more than that.
  package static func inflate(_ compressed: ArraySlice<UInt8>, expectedSize: Int, limit: Int) -> [UInt8]? {
    guard expectedSize >= 0, expectedSize <= limit, let inputSize = UInt32(exactly: compressed.count),
      let outputSize = UInt32(exactly: expectedSize)
    else { return nil }
    var isWhole = false
    // One byte more than expected, so that an empty entry has a place to write to.
    let result = [UInt8](unsafeUninitializedCapacity: expectedSize + 1) { output, written in
      compressed.withUnsafeBufferPointer { input in
        var stream = z_stream()
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = inputSize
        stream.next_out = output.baseAddress
        stream.avail_out = outputSize
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return }
        let status = CZlib.inflate(&stream, Z_FINISH)
        written = expectedSize - Int(stream.avail_out)
        isWhole = status == Z_STREAM_END && stream.avail_out == 0 && stream.avail_in == 0
        inflateEnd(&stream)
      }
    }
    return isWhole ? result : nil
  }
}
