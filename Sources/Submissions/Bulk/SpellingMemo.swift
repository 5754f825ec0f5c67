/// What the spellings of a column were found to mean, by their bytes, for the hot loop of one lane.
///
/// An open-addressed table. A spelling of up to eight bytes (every code) is its own key: one comparison of a word, no string and
/// no second look at the bytes. Longer ones (names) are compared with the copy in the pool as well.
struct SpellingMemo {
  /// Four of them fit into a line of the cache: in a shuffled file each row looks up three.
  private struct Slot {
    var key: UInt64 = 0
    var meaning: Int32 = 0
    /// 0 in a free slot.
    var length: UInt16 = 0
  }

  /// Of a spelling that has not been looked up yet.
  static let unseen: Int32 = -2
  /// Of a spelling that the careful reader must look at.
  static let unclear: Int32 = -1

  private var slots = [Slot](repeating: Slot(), count: 256)
  private var count = 0
  /// The long spellings one after the other, and by slot where its own begins.
  private var pool: [UInt8] = []
  private var starts = [Int](repeating: 0, count: 256)

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
  private static func firstSlot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
  }

  @inline(__always)
  func meaning(_ spelling: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    let key = SpellingMemo.key(spelling, length)
    return slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var place = SpellingMemo.firstSlot(key, mask)
      while true {
        let slot = slots[place]
        if slot.length == 0 { return SpellingMemo.unseen }
        if slot.key == key, Int(slot.length) == length, length <= 8 || isPooled(spelling, length, at: starts[place]) {
          return slot.meaning
        }
        place = (place &+ 1) & mask
      }
    }
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
    let slot = Slot(
      key: SpellingMemo.key(spelling, length), meaning: meaning, length: UInt16(truncatingIfNeeded: length))
    insert(slot, start: pool.count)
    if length > 8 { pool.append(contentsOf: UnsafeBufferPointer(start: spelling, count: length)) }
    count += 1
  }

  private static let mostSpellings = 1 << 18

  private mutating func insert(_ new: Slot, start: Int) {
    let mask = slots.count - 1
    var place = SpellingMemo.firstSlot(new.key, mask)
    while slots[place].length != 0 { place = (place + 1) & mask }
    slots[place] = new
    starts[place] = start
  }

  private mutating func grow() {
    let (old, oldStarts) = (slots, starts)
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    starts = [Int](repeating: 0, count: slots.count)
    for (slot, start) in zip(old, oldStarts) where slot.length != 0 { insert(slot, start: start) }
  }
}
