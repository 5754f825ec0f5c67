import Facts
import Quantities

/// What one lane has learned of the spellings of each column. Whatever is not known yet is asked of the task.
struct BulkNames {
  private let task: BulkTask
  private var areas = SpellingMemo()
  private var items = SpellingMemo()
  private var years = SpellingMemo()
  private var words: [SpellingMemo]

  init(_ task: BulkTask) {
    self.task = task
    words = [SpellingMemo](repeating: SpellingMemo(), count: task.indicators.contains { $0.isWord } ? task.indicators.count : 0)
  }

  @inline(__always)
  mutating func area(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    let known = areas.meaning(start, length)
    if known != SpellingMemo.unseen { return known }
    let meaning = BulkNames.only(BulkNames.text(start, length).map { task.positionsOfArea($0) })
    areas.remember(start, length, meaning)
    return meaning
  }

  @inline(__always)
  mutating func item(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    let known = items.meaning(start, length)
    if known != SpellingMemo.unseen { return known }
    let meaning = BulkNames.only(BulkNames.text(start, length).map { task.positionsOfItem($0) })
    items.remember(start, length, meaning)
    return meaning
  }

  @inline(__always)
  mutating func year(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    if length == 4 {
      let (number, count) = LineScan.digits(start)
      // A plain year needs no look-up.
      if count == 4, FiscalYear.known.contains(Int32(truncatingIfNeeded: number)) { return Int32(truncatingIfNeeded: number) }
    }
    let known = years.meaning(start, length)
    if known != SpellingMemo.unseen { return known }
    var meaning = SpellingMemo.unclear
    if let text = BulkNames.text(start, length), let year = FiscalYear(spelled: text), FiscalYear.known.contains(year.number) {
      meaning = year.number
    }
    years.remember(start, length, meaning)
    return meaning
  }

  private static func only(_ positions: [Int]?) -> Int32 {
    guard let positions, positions.count == 1 else { return SpellingMemo.unclear }
    return Int32(truncatingIfNeeded: positions[0])
  }

  /// The text of a field, without quotes around it; nothing where quotes stand inside or bytes are no text.
  private static func text(_ start: UnsafePointer<UInt8>, _ length: Int) -> String? {
    var bytes = UnsafeBufferPointer(start: start, count: length)
    if bytes.count >= 2, bytes[0] == quotationMark, bytes[bytes.count - 1] == quotationMark {
      bytes = UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1])
    }
    let tally = UTF8Tally(bytes)
    if bytes.contains(quotationMark) || tally.faults > 0 || tally.zeros > 0 { return nil }
    let trimmed = trimmedRange(bytes)
    return trimmed.isEmpty ? nil : String(decoding: UnsafeBufferPointer(rebasing: bytes[trimmed]), as: UTF8.self)
  }

  /// A step of a ladder, a choice, a yes or no.
  mutating func word(_ start: UnsafePointer<UInt8>, _ count: Int, _ item: Int, _ stored: inout Int64) -> Bool {
    if !task.indicators[item].isWord { return false }
    var length = count
    if length > 0, start[length - 1] == carriageReturn { length -= 1 }
    if length == 0 {
      stored = StoredWord.notReported
      return true
    }
    var meaning = words[item].meaning(start, length)
    if meaning == SpellingMemo.unseen {
      meaning = SpellingMemo.unclear
      if let text = BulkNames.text(start, length), let value = task.readWord(item, text), value >= 0, value < Int64(Int32.max) {
        meaning = Int32(truncatingIfNeeded: value)
      }
      words[item].remember(start, length, meaning)
    }
    stored = Int64(meaning)
    return meaning >= 0
  }
}
