import Quantities

/// A rule file as characters to compare: full-width letters, digits and signs stand as their half-width twins, and letters in
/// lower case; the byte at which each character begins is kept.
struct SourceCharacters: Sendable {
  let bytes: [UInt8]
  let scalars: [UInt32]
  /// The byte offset of each character, and of the end.
  let offsets: [Int32]
  /// Byte offsets at which the text is not UTF-8.
  let invalid: [Int32]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var (offsets, invalid): ([Int32], [Int32]) = ([], [])
    scalars = [UInt32](unsafeUninitializedCapacity: bytes.count) { scalars, count in
      offsets = [Int32](unsafeUninitializedCapacity: bytes.count + 1) { offsets, offsetCount in
        count = bytes.withUnsafeBufferPointer { SourceCharacters.decode($0, scalars, offsets, &invalid) }
        offsetCount = count + 1
      }
    }
    (self.offsets, self.invalid) = (offsets, invalid)
  }

  /// Appends the characters of a text that is UTF-8.
  static func appendComparable(_ bytes: UnsafeBufferPointer<UInt8>, to scalars: inout [UInt32]) {
    var position = 0
    while position < bytes.count {
      let (scalar, length) = decode(bytes, at: position)
      scalars.append(comparable(scalar ?? 0xFFFD))
      position += length
    }
  }

  /// How many characters there are.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ scalars: UnsafeMutableBufferPointer<UInt32>,
    _ offsets: UnsafeMutableBufferPointer<Int32>, _ invalid: inout [Int32]
  ) -> Int {
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var count = 0
    while position < bytes.count {
      let (scalar, length) = decode(bytes, at: position)
      if scalar == nil { invalid.append(Int32(truncatingIfNeeded: position)) }
      scalars.initializeElement(at: count, to: scalar.map { comparable($0) } ?? 0xFFFD)
      offsets.initializeElement(at: count, to: Int32(truncatingIfNeeded: position))
      count += 1
      position += length
    }
    offsets.initializeElement(at: count, to: Int32(truncatingIfNeeded: bytes.count))
    return count
  }

  var count: Int { scalars.count }

  /// The character at a position; 0 behind the end.
  func scalar(_ position: Int) -> UInt32 { position < scalars.count ? scalars[position] : 0 }

  func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[Int(offsets[start])..<Int(offsets[end])], as: UTF8.self)
  }

  /// The position behind `word`, where it stands at `position` and, if it ends in a letter, is not a part of a longer word.
  func end(of word: ArraySlice<UInt32>, at position: Int) -> Int? {
    var current = position
    for scalar in word {
      if scalar == 0x20 {
        let start = current
        while NameFolding.isSpace(self.scalar(current)) { current += 1 }
        if current == start { return nil }
      } else {
        if self.scalar(current) != scalar { return nil }
        current += 1
      }
    }
    if let last = word.last, SourceCharacters.isWordPart(last), isInsideWord(current) { return nil }
    return current
  }

  /// Whether an ASCII word goes on at this position: a hyphen directly between word characters belongs to the word.
  func isInsideWord(_ position: Int) -> Bool {
    let scalar = scalar(position)
    if SourceCharacters.isWordPart(scalar) { return true }
    return scalar == 0x2D && position > 0 && SourceCharacters.isWordPart(self.scalar(position - 1))
      && SourceCharacters.isWordPart(self.scalar(position + 1))
  }

  /// ASCII letters, digits and the underscore.
  static func isWordPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// Half-width and lower-case. A NUL is none: what stands behind the end reads as 0, and no declared word may go on there.
  static func comparable(_ scalar: UInt32) -> UInt32 {
    if scalar == 0 { return 0xFFFD }
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar }
    if (0x3001...0xFF00).contains(scalar) { return scalar }
    if scalar == 0x2212 { return 0x2D }
    if scalar == 0x2019 { return 0x27 }
    let half = NameFolding.halfWidth(scalar)
    return (0x41...0x5A).contains(half) ? half + 0x20 : half
  }

  /// One character of UTF-8 and its length in bytes; nothing and 1 where the bytes are not UTF-8.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (UInt32?, Int) {
    let first = bytes[position]
    if first < 0x80 { return (UInt32(first), 1) }
    // Kana and kanji, by far the most: three bytes, and no second byte that needs a closer look.
    if first > 0xE0, first < 0xED, bytes.count - position > 2, bytes[position + 1] & 0xC0 == 0x80,
      bytes[position + 2] & 0xC0 == 0x80
    {
      let high = UInt32(first & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
      return (high | UInt32(bytes[position + 2] & 0x3F), 3)
    }
    return decodeOther(bytes, at: position)
  }

  private static func decodeOther(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (UInt32?, Int) {
    let first = bytes[position]
    let length = first >= 0xF0 ? 4 : (first >= 0xE0 ? 3 : 2)
    if first < 0xC2 || first > 0xF4 || position + length > bytes.count { return (nil, 1) }
    var scalar = UInt32(first) & (length == 4 ? 0x07 : (length == 3 ? 0x0F : 0x1F))
    for step in 1..<length {
      let next = bytes[position + step]
      if next & 0xC0 != 0x80 { return (nil, 1) }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    let isShortest = length == 2 || scalar >= (length == 3 ? 0x800 : 0x10000)
    return isShortest && Unicode.Scalar(scalar) != nil ? (scalar, length) : (nil, 1)
  }
}
