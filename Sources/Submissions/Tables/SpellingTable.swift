/// Numbers the distinct spellings of a column, by their bytes: most rows of a file repeat an area, a year or an item that
/// was seen before, and it is found again without making a string.
struct SpellingTable {
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  private var pool: [UInt8] = []

  var count: Int { ends.count }

  /// The number of a spelling, the next one if it is new.
  mutating func number(of spelling: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = SpellingTable.hash(spelling)
    var slot = Int(hash & UInt32(truncatingIfNeeded: slots.count - 1))
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, spelling) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: ends.count)
    pool.append(contentsOf: spelling)
    ends.append(pool.count)
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  func text(_ number: Int) -> String {
    String(decoding: pool[range(number)], as: UTF8.self)
  }

  private func range(_ number: Int) -> Range<Int> {
    (number > 0 ? ends[number - 1] : 0)..<ends[number]
  }

  private func isEqual(_ number: Int, _ spelling: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == spelling.count else { return false }
    return pool.withUnsafeBytes { pool in
      let spelling = UnsafeRawBufferPointer(spelling)
      var offset = 0
      while spelling.count - offset >= 8 {
        let known = pool.loadUnaligned(fromByteOffset: range.lowerBound + offset, as: UInt64.self)
        if known != spelling.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
        offset += 8
      }
      while offset < spelling.count {
        if pool[range.lowerBound + offset] != spelling[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in hashes.indices {
      var slot = Int(hashes[number] & UInt32(truncatingIfNeeded: slots.count - 1))
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// FNV-1a, but of eight bytes at a time, with the upper half brought down.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var offset = 0
    while raw.count - offset >= 8 {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset += 1
    }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
