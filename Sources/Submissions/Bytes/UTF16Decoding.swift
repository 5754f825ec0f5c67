extension DecodedText {
  mutating func decodeUTF16(_ source: UnsafeBufferPointer<UInt8>, lowFirst: Bool, sourceStart: Int) {
    func unit(at offset: Int) -> UInt32 {
      let first = UInt32(source[offset])
      let second = UInt32(source[offset + 1])
      return lowFirst ? second << 8 | first : first << 8 | second
    }
    var offset = 0
    while source.count - offset >= 2 {
      let first = unit(at: offset)
      switch first {
      case 0:
        var end = offset + 2
        while source.count - end >= 2, unit(at: end) == 0 { end += 2 }
        appendFault(.zeroBytes, at: sourceStart + offset, length: end - offset)
        offset = end
      case 0xD800..<0xDC00:
        let second = source.count - offset >= 4 ? unit(at: offset + 2) : 0
        if (0xDC00..<0xE000).contains(second) {
          append(scalar: 0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
          offset += 4
        } else {
          appendFault(.loneSurrogate, at: sourceStart + offset, length: 2)
          offset += 2
        }
      case 0xDC00..<0xE000:
        appendFault(.loneSurrogate, at: sourceStart + offset, length: 2)
        offset += 2
      default:
        append(scalar: first)
        offset += 2
      }
    }
    if offset < source.count { appendFault(.oddByte, at: sourceStart + offset, length: 1) }
  }
}
