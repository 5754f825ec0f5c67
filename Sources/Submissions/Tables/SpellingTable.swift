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
    for offset in 0..<spelling.count where pool[range.lowerBound + offset] != spelling[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in hashes.indices {
      var slot = Int(hashes[number] & UInt32(truncatingIfNeeded: slots.count - 1))
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
