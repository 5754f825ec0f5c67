/// One step through CP932.
struct CP932Step {
  let length: Int
  let meaning: Meaning

  enum Meaning {
    /// A cell of `cp932Characters`, as its offset there.
    case tableCell(Int)
    case scalar(UInt32)
    case none
  }

  /// The step at an offset that lies inside the bytes.
  ///
  /// Five single bytes (80, A0, FD, FE, FF) that Windows passes on as control or private-use characters count as damage:
  /// nobody can type them. A wrong second byte that is ASCII is left alone, so that a broken character never takes a
  /// separator or a line break with it.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let lead = bytes[offset]
    switch lead {
    case 0..<0x80:
      self.init(length: 1, meaning: .scalar(UInt32(lead)))
    case 0xA1...0xDF:
      self.init(length: 1, meaning: .scalar(0xFF61 + UInt32(lead - 0xA1)))
    case 0x81...0x9F, 0xE0...0xFC:
      guard bytes.count - offset > 1 else {
        self.init(length: 1, meaning: .none)
        return
      }
      self.init(lead: lead, trail: bytes[offset + 1])
    default:
      self.init(length: 1, meaning: .none)
    }
  }

  @inline(__always)
  private init(lead: UInt8, trail: UInt8) {
    guard (0x40...0xFC).contains(trail), trail != 0x7F else {
      self.init(length: 1, meaning: .none)
      return
    }
    let column = Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
    if (0xF0...0xF9).contains(lead) {
      self.init(length: 2, meaning: .scalar(0xE000 + UInt32(lead - 0xF0) * 188 + UInt32(column)))
      return
    }
    let row = cp932Row(lead)
    let cell = (row * 188 + column) * 3
    if row >= 0, cp932Characters.utf8Start[cell] >= 0x80 {
      self.init(length: 2, meaning: .tableCell(cell))
    } else {
      self.init(length: trail < 0x80 ? 1 : 2, meaning: .none)
    }
  }

  private init(length: Int, meaning: Meaning) {
    self.length = length
    self.meaning = meaning
  }
}

/// How many places of the bytes are no CP932, counted no further than a limit.
func cp932Faults(_ bytes: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> Int {
  var faults = 0
  var offset = 0
  while offset < bytes.count, faults < limit {
    if bytes[offset] < 0x80 {
      offset = endOfPlainRun(bytes, from: offset)
      // A NUL is no plain character, but CP932 has it.
      if offset < bytes.count, bytes[offset] == 0 { offset += 1 }
      continue
    }
    let step = CP932Step(bytes, at: offset)
    if case .none = step.meaning { faults += 1 }
    offset += step.length
  }
  return faults
}

extension DecodedText {
  /// False, with the text half done, where so many of its places are no CP932.
  mutating func decodeCP932(_ source: UnsafeBufferPointer<UInt8>, withFewerFaultsThan limit: Int) -> Bool {
    let table = cp932Characters.utf8Start
    var invalid = 0
    var offset = 0
    while offset < source.count {
      let run = endOfPlainRun(source, from: offset)
      if run > offset { append(source[offset..<run]) }
      offset = run
      guard offset < source.count else { break }
      if source[offset] == 0 {
        let end = endOfZeros(source, from: offset)
        appendFault(.zeroBytes, at: offset, length: end - offset)
        offset = end
        continue
      }
      let step = CP932Step(source, at: offset)
      switch step.meaning {
      case .tableCell(let cell):
        // Two-byte characters are filled up with an ASCII byte. Byte by byte: a run of three costs more than its bytes.
        append(byte: table[cell])
        append(byte: table[cell + 1])
        if table[cell + 2] >= 0x80 { append(byte: table[cell + 2]) }
      case .scalar(let scalar):
        append(scalar: scalar)
      case .none:
        invalid += 1
        if invalid == limit { return false }
        appendFault(.invalidBytes, at: offset, length: step.length)
      }
      offset += step.length
    }
    return true
  }
}
