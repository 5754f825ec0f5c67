import CZlib

/// Deflating for programs that may use a system library.
package enum Deflating {
  /// The bytes as a raw deflate stream, or nothing when there are too many of them.
  ///
  /// The same bytes and the same version of zlib give the same stream.
  package static func deflate(_ bytes: [UInt8]) -> [UInt8]? { deflate(bytes, level: 6) }

  /// The same with more or less work: 9 for what is made once and sent often.
  package static func deflate(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
    guard let inputSize = UInt32(exactly: bytes.count) else { return nil }
    var stream = z_stream()
    let memoryLevel: Int32 = 8
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, -MAX_WBITS, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, uLong(inputSize)))
    guard let outputSize = UInt32(exactly: bound) else { return nil }
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: bound) { output, written in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = inputSize
        stream.next_out = output.baseAddress
        stream.avail_out = outputSize
        isWhole = CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END
        written = bound - Int(stream.avail_out)
      }
    }
    return isWhole ? result : nil
  }
}
