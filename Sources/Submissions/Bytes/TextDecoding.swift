/// What was wrong at one place of a file's bytes.
package enum DecodingFaultKind: Sendable, Hashable {
  /// Bytes that mean nothing in the file's encoding.
  case invalidBytes
  /// Half of a UTF-16 pair without the other half.
  case loneSurrogate
  /// A last byte of UTF-16 without its second half.
  case oddByte
  /// One or more NUL bytes, which no text holds.
  case zeroBytes
}

/// A place of a file that is no text. In the decoded text U+FFFD stands for it; everything else is read.
package struct DecodingFault: Sendable, Hashable {
  package let kind: DecodingFaultKind
  /// Where it begins in the file as it was handed in, counted in bytes from 0, any byte order mark included.
  package let sourceOffset: Int
  /// How many of the file's bytes it takes.
  package let length: Int
  /// Where its U+FFFD begins in the decoded bytes.
  package let textOffset: Int
}

/// A file as UTF-8 without a byte order mark, and what was wrong on the way there.
package struct DecodedText: Sendable {
  /// Well-formed UTF-8 without NUL.
  package private(set) var bytes: [UInt8]
  package private(set) var encoding: TextEncoding
  package let hasByteOrderMark: Bool
  /// The first faults in the order of the file, at most `faultLimit`.
  package private(set) var faults: [DecodingFault] = []
  /// How many faults there are in all.
  package private(set) var faultCount = 0

  /// A file of noise would otherwise leave more faults than bytes.
  package static let faultLimit = 1000

  /// Finds out which encoding a file is in and decodes it. Never fails: what can't be read is a fault.
  package init(decoding source: [UInt8]) {
    let choice = source.withUnsafeBufferPointer { likelyEncoding($0) }
    encoding = choice.encoding
    hasByteOrderMark = choice.markLength > 0
    bytes = []
    let end = choice.encoding == .utf8 || choice.encoding == .cp932 ? endWithoutEndMark(source) : source.count
    if choice.isCleanUTF8, end == source.count {
      // Nothing to change: the two arrays share their bytes.
      bytes = source
      return
    }
    source.withUnsafeBufferPointer { all in
      let content = UnsafeBufferPointer(rebasing: all[min(choice.markLength, end)..<end])
      // Most files are sound.
      if let text = BulkEncoding(encoding: choice.encoding).decode(content) {
        bytes = text
        return
      }
      bytes.reserveCapacity(content.count)
      switch choice.encoding {
      case .utf8: decodeUTF8(content, sourceStart: choice.markLength)
      case .cp932:
        if !decodeCP932(content, withFewerFaultsThan: choice.mostFaults) {
          (encoding, bytes, faults, faultCount) = (.utf8, [], [], 0)
          decodeUTF8(content, sourceStart: 0)
        }
      case .utf16LittleEndian: decodeUTF16(content, lowFirst: true, sourceStart: choice.markLength)
      case .utf16BigEndian: decodeUTF16(content, lowFirst: false, sourceStart: choice.markLength)
      }
    }
  }

  /// Copies bytes that are UTF-8 already.
  mutating func append(_ run: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: run))
  }

  @inline(__always)
  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(scalar: UInt32) {
    appendUTF8(scalar, to: &bytes)
  }

  /// Puts U+FFFD for a piece of the source and remembers it. NULs that follow each other are one fault: a file that was
  /// cut off is often filled up with thousands.
  mutating func appendFault(_ kind: DecodingFaultKind, at sourceOffset: Int, length: Int) {
    faultCount += 1
    if faults.count < DecodedText.faultLimit {
      faults.append(DecodingFault(kind: kind, sourceOffset: sourceOffset, length: length, textOffset: bytes.count))
    }
    appendUTF8(0xFFFD, to: &bytes)
  }

  private mutating func decodeUTF8(_ source: UnsafeBufferPointer<UInt8>, sourceStart: Int) {
    var offset = 0
    while offset < source.count {
      let run = endOfSoundRun(source, from: offset)
      append(source[offset..<run])
      offset = run
      guard offset < source.count else { break }
      if source[offset] == 0 {
        let end = endOfZeros(source, from: offset)
        appendFault(.zeroBytes, at: sourceStart + offset, length: end - offset)
        offset = end
        continue
      }
      let step = UTF8Step(source, at: offset)
      if step.isWellFormed {
        append(source[offset..<offset + step.length])
      } else {
        appendFault(.invalidBytes, at: sourceStart + offset, length: step.length)
      }
      offset += step.length
    }
  }
}

/// The end of a run of NUL bytes.
func endOfZeros(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var offset = start
  while offset < bytes.count, bytes[offset] == 0 { offset += 1 }
  return offset
}

/// Programs of the DOS line end a file with Ctrl-Z. It is a mark and no text.
private func endWithoutEndMark(_ source: [UInt8]) -> Int {
  source.last == 0x1A ? source.count - 1 : source.count
}
