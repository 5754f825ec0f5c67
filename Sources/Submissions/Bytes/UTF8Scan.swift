/// One step through UTF-8: a character, or a piece that is none.
struct UTF8Step {
  /// U+FFFD for a piece that is no character.
  let scalar: UInt32
  /// How many bytes it takes, at least 1.
  let length: Int
  let isWellFormed: Bool

  /// The step at an offset that lies inside the bytes. A piece that is no character is as long as Unicode's
  /// "maximal subpart": the longest beginning of a character that a wrong byte or the end cut short.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let first = bytes[offset]
    if first < 0x80 {
      self.init(scalar: UInt32(first), length: 1, isWellFormed: true)
      return
    }
    if isPlainTriple(bytes, at: offset) {
      let scalar = UInt32(first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      self.init(scalar: scalar, length: 3, isWellFormed: true)
      return
    }
    self.init(ofOtherKind: bytes, at: offset)
  }

  private init(ofOtherKind bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let first = bytes[offset]
    // The second byte's bounds keep out overlong forms, surrogates and what lies past U+10FFFF.
    let (following, lowest, highest): (Int, UInt8, UInt8) =
      switch first {
      case 0xC2...0xDF: (1, 0x80, 0xBF)
      case 0xE0: (2, 0xA0, 0xBF)
      case 0xED: (2, 0x80, 0x9F)
      case 0xE1...0xEF: (2, 0x80, 0xBF)
      case 0xF0: (3, 0x90, 0xBF)
      case 0xF1...0xF3: (3, 0x80, 0xBF)
      case 0xF4: (3, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard following > 0 else {
      self.init(scalar: 0xFFFD, length: 1, isWellFormed: false)
      return
    }
    let available = bytes.count - offset
    var scalar = UInt32(first) & (following == 1 ? 0x1F : following == 2 ? 0x0F : 0x07)
    var length = 1
    while length <= following {
      guard length < available else { break }
      let byte = bytes[offset + length]
      guard length == 1 ? byte >= lowest && byte <= highest : byte & 0xC0 == 0x80 else { break }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      length += 1
    }
    if length == following + 1 {
      self.init(scalar: scalar, length: length, isWellFormed: true)
    } else {
      self.init(scalar: 0xFFFD, length: length, isWellFormed: false)
    }
  }

  private init(scalar: UInt32, length: Int, isWellFormed: Bool) {
    self.scalar = scalar
    self.length = length
    self.isWellFormed = isWellFormed
  }
}

/// What a whole file looks like when it is taken for UTF-8.
struct UTF8Tally {
  private(set) var faults = 0
  /// Well-formed sequences of three or four bytes.
  private(set) var longSequences = 0
  private(set) var zeros = 0

  init() {}

  /// Takes together what was told of pieces between which no character goes on.
  mutating func add(_ other: UTF8Tally) {
    faults += other.faults
    longSequences += other.longSequences
    zeros += other.zeros
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        // The second byte of a character of CP932 may be ASCII: a run is looked for behind two such.
        if byte == 0 { zeros += 1 }
        offset += 1
        if offset < bytes.count, bytes[offset] < 0x80 { offset = endOfPlainRun(bytes, from: offset) }
        continue
      }
      // Most bytes of CP932 begin nothing in UTF-8.
      if byte < 0xC2 {
        faults += 1
        offset += 1
        continue
      }
      if isPlainTriple(bytes, at: offset) {
        longSequences += 1
        offset += 3
        continue
      }
      let step = UTF8Step(bytes, at: offset)
      if !step.isWellFormed {
        faults += 1
      } else if step.length > 2 {
        longSequences += 1
      }
      offset += step.length
    }
  }
}

/// Whether a character of three bytes stands here whose second byte has no bounds of its own: kana, kanji, full-width signs.
@inline(__always)
func isPlainTriple(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
  guard bytes.count - offset > 2 else { return false }
  let first = bytes[offset]
  return first > 0xE0 && first < 0xF0 && first != 0xED && bytes[offset + 1] & 0xC0 == 0x80 && bytes[offset + 2] & 0xC0 == 0x80
}

/// The offset of the first byte that is neither ASCII nor part of a plain character of three bytes, or is NUL; or the end.
func endOfSoundRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var offset = start
  while true {
    while isPlainTriple(bytes, at: offset) { offset += 3 }
    let end = endOfPlainRun(bytes, from: offset)
    if end == offset { return end }
    offset = end
  }
}

/// The offset of the first byte that is not ASCII or is NUL, or the end: eight bytes at a time, because most of a data file is such.
func endOfPlainRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var offset = start
  // Amid kana and kanji most runs are empty.
  if offset < bytes.count, bytes[offset] >= 0x80 { return offset }
  let raw = UnsafeRawBufferPointer(bytes)
  while bytes.count - offset >= 8 {
    let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    // The second part has a high bit wherever a byte was zero, and none before the first such byte or high one.
    let ends = (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
    if ends != 0 { return offset + UInt64(littleEndian: ends).trailingZeroBitCount / 8 }
    offset += 8
  }
  while offset < bytes.count, bytes[offset] != 0, bytes[offset] < 0x80 { offset += 1 }
  return offset
}

/// Appends a character's UTF-8 bytes; what is no character is written as U+FFFD.
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  switch scalar {
  case 0..<0x80:
    bytes.append(UInt8(truncatingIfNeeded: scalar))
  case 0x80..<0x800:
    bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  case 0xD800..<0xE000, 0x11_0000...:
    appendUTF8(0xFFFD, to: &bytes)
  case 0x800..<0x1_0000:
    bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  default:
    bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }
}
