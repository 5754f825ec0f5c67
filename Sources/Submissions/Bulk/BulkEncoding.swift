import Quantities

/// How the bytes of a large file become UTF-8 block by block. In each encoding a line feed is found without knowing what stands
/// before it: no second byte of CP932 is one, and UTF-16 goes by pairs.
struct BulkEncoding {
  let encoding: TextEncoding

  /// Of how many bytes the smallest piece of text consists; blocks begin at multiples of it.
  var unitSize: Int {
    switch encoding {
    case .utf8, .cp932: 1
    case .utf16LittleEndian, .utf16BigEndian: 2
    }
  }

  /// How many bytes of UTF-8 come of one byte at most: of a half-width kana of CP932, three.
  var growth: Int { encoding == .cp932 ? 3 : 2 }

  /// Where the first line feed ends that begins at `start` or later; nothing where there is none.
  func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    while bytes.count - place >= unitSize {
      if isLineFeed(bytes, place) { return place + unitSize }
      place += unitSize
    }
    return nil
  }

  /// Where the last line feed ends; nothing where there is none.
  func lastEndOfLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = bytes.count / unitSize * unitSize
    while end > 0 {
      if isLineFeed(bytes, end - unitSize) { return end }
      end -= unitSize
    }
    return nil
  }

  private func isLineFeed(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    switch encoding {
    case .utf8, .cp932: bytes[place] == lineFeed
    case .utf16LittleEndian: bytes[place] == lineFeed && bytes[place + 1] == 0
    case .utf16BigEndian: bytes[place + 1] == lineFeed && bytes[place] == 0
    }
  }

  /// A whole text; nothing where some bytes are none, and for UTF-8, which is read as it stands.
  func decode(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if encoding == .utf8 { return nil }
    let text = [UInt8](unsafeUninitializedCapacity: source.count * growth + 4) { text, count in
      guard let room = text.baseAddress, decode(source, from: 0, to: source.count, into: room, &count) == source.count else {
        count = 0
        return
      }
    }
    return text.isEmpty ? nil : text
  }

  /// Decodes the characters that begin before `end`.
  /// - Parameters:
  ///   - text: room for `growth` times as many bytes.
  ///   - count: how many of its bytes are taken; raised.
  /// - Returns: where the next character begins; nothing where bytes are no text.
  func decode(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into text: UnsafeMutablePointer<UInt8>, _ count: inout Int
  ) -> Int? {
    switch encoding {
    case .utf8: nil
    case .cp932: decodeCP932(source, from: start, to: end, into: text, &count)
    case .utf16LittleEndian: decodeUTF16(source, from: start, to: end, lowFirst: true, into: text, &count)
    case .utf16BigEndian: decodeUTF16(source, from: start, to: end, lowFirst: false, into: text, &count)
    }
  }

  private func decodeCP932(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into text: UnsafeMutablePointer<UInt8>, _ count: inout Int
  ) -> Int? {
    let table = cp932Characters.utf8Start
    var offset = start
    while offset < end {
      let run = min(end, endOfPlainRun(source, from: offset))
      if run > offset, let from = source.baseAddress {
        (text + count).update(from: from + offset, count: run - offset)
        count += run - offset
        offset = run
        continue
      }
      if source[offset] == 0 { return nil }
      let step = CP932Step(source, at: offset)
      switch step.meaning {
      case .tableCell(let cell):
        text[count] = table[cell]
        text[count + 1] = table[cell + 1]
        text[count + 2] = table[cell + 2]
        count += table[cell + 2] >= 0x80 ? 3 : 2
      case .scalar(let scalar): UTF8Writing.write(scalar, to: text, &count)
      case .none: return nil
      }
      offset += step.length
    }
    return offset
  }

  private func decodeUTF16(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, lowFirst: Bool, into text: UnsafeMutablePointer<UInt8>,
    _ count: inout Int
  ) -> Int? {
    var offset = start
    while offset < end {
      let step = UTF16Step(source, at: offset, lowFirst: lowFirst)
      guard let scalar = step.scalar, scalar != 0 else { return nil }
      UTF8Writing.write(scalar, to: text, &count)
      offset += step.length
    }
    return offset
  }
}
