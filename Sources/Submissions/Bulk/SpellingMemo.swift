/// What the spellings of a column were found to mean, by their bytes, for the hot loop of one lane.
///
/// An open-addressed table. A spelling of up to eight bytes (every code) is its own key: one comparison of a word, no string and
/// no second look at the bytes. Longer ones (names) are compared with the copy in the pool as well.
struct SpellingMemo {
  private struct Slot {
    var key: UInt64 = 0
    /// 0 in a free slot.
    var length: UInt32 = 0
    var start: UInt32 = 0
    var meaning: Int32 = 0
  }

  /// Of a spelling that has not been looked up yet.
  static let unseen: Int32 = -2
  /// Of a spelling that the careful reader must look at.
  static let unclear: Int32 = -1

  private var slots = [Slot](repeating: Slot(), count: 256)
  private var count = 0
  private var pool: [UInt8] = []

  /// The first bytes of a spelling as a word. Eight bytes may be loaded from its beginning, whatever follows it.
  @inline(__always)
  static func word(_ spelling: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    let word = UnsafeRawPointer(spelling).loadUnaligned(as: UInt64.self)
    return length >= 8 ? word : word & (1 &<< UInt64(8 &* length) &- 1)
  }

  @inline(__always)
  private static func key(_ spelling: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var key = word(spelling, length)
    var offset = 8
    while offset < length {
      key = (key ^ key &>> 29) &* 0x9E37_79B9_7F4A_7C15 ^ word(spelling + offset, length - offset)
      offset += 8
    }
    return key
  }

  @inline(__always)
  private func firstSlot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40) & (slots.count - 1)
  }

  @inline(__always)
  func meaning(_ spelling: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    let key = SpellingMemo.key(spelling, length)
    var slot = firstSlot(key)
    while slots[slot].length != 0 {
      if slots[slot].key == key, slots[slot].length == UInt32(truncatingIfNeeded: length),
        length <= 8 || isPooled(spelling, length, at: Int(slots[slot].start))
      {
        return slots[slot].meaning
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return SpellingMemo.unseen
  }

  private func isPooled(_ spelling: UnsafePointer<UInt8>, _ length: Int, at start: Int) -> Bool {
    for offset in 0..<length where pool[start + offset] != spelling[offset] { return false }
    return true
  }

  /// Remembers a spelling of at least one byte that is not known yet. A file of nothing but new spellings is not remembered
  /// without end.
  mutating func remember(_ spelling: UnsafePointer<UInt8>, _ length: Int, _ meaning: Int32) {
    guard length > 0, count < SpellingMemo.mostSpellings, length <= 1024 else { return }
    if count * 2 >= slots.count { grow() }
    let start = pool.count
    if length > 8 { pool.append(contentsOf: UnsafeBufferPointer(start: spelling, count: length)) }
    insert(
      Slot(
        key: SpellingMemo.key(spelling, length), length: UInt32(truncatingIfNeeded: length),
        start: UInt32(truncatingIfNeeded: start), meaning: meaning))
    count += 1
  }

  private static let mostSpellings = 1 << 18

  private mutating func insert(_ new: Slot) {
    var slot = firstSlot(new.key)
    while slots[slot].length != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = new
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    for slot in old where slot.length != 0 { insert(slot) }
  }
}
