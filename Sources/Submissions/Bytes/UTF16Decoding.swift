/// One step through UTF-16: a character, or a piece that is none.
struct UTF16Step {
  /// Nothing for half a pair without the other, and for a last byte without its second half.
  let scalar: UInt32?
  /// How many bytes it takes.
  let length: Int

  /// The step at an offset that lies inside the bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, lowFirst: Bool) {
    guard bytes.count - offset >= 2 else {
      (scalar, length) = (nil, 1)
      return
    }
    let first = UTF16Step.unit(bytes, offset, lowFirst)
    if !(0xD800..<0xE000).contains(first) {
      (scalar, length) = (first, 2)
      return
    }
    let second = bytes.count - offset >= 4 ? UTF16Step.unit(bytes, offset + 2, lowFirst) : 0
    if first < 0xDC00, (0xDC00..<0xE000).contains(second) {
      (scalar, length) = (0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00), 4)
    } else {
      (scalar, length) = (nil, 2)
    }
  }

  @inline(__always)
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ lowFirst: Bool) -> UInt32 {
    let (first, second) = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
    return lowFirst ? second << 8 | first : first << 8 | second
  }
}

extension DecodedText {
  mutating func decodeUTF16(_ source: UnsafeBufferPointer<UInt8>, lowFirst: Bool, sourceStart: Int) {
    var offset = 0
    while offset < source.count {
      let step = UTF16Step(source, at: offset, lowFirst: lowFirst)
      switch step.scalar {
      case nil:
        appendFault(step.length == 1 ? .oddByte : .loneSurrogate, at: sourceStart + offset, length: step.length)
      case 0:
        var end = offset + 2
        while source.count - end >= 2, source[end] == 0, source[end + 1] == 0 { end += 2 }
        appendFault(.zeroBytes, at: sourceStart + offset, length: end - offset)
        offset = end
        continue
      case .some(let scalar): append(scalar: scalar)
      }
      offset += step.length
    }
  }
}
