/// A module for wasm32 with its code taken apart: all operations in one stream, what they act on in others by its kind. Like then
/// stands beside like, and the whole packs to three quarters of what the module itself would. The page's script puts it
/// together again (`joined` in `engine.js`).
///
/// Layout: ten lengths of four bytes, little end first: what stands before the code section, the number of functions, the bytes of
/// all functions, and the streams; then what stands before, the streams, and what stands after.
struct ModuleStreams {
  private enum Stream: Int, CaseIterable {
    case operations, locals, stores, constants, longConstants, calls, branches, offsets, others
  }

  private let bytes: [UInt8]
  private var place = 8
  private var streams = [[UInt8]](repeating: [], count: Stream.allCases.count)
  private var functions = 0
  private var codeSize = 0

  /// The module taken apart; nothing where it holds an operation that is not known here.
  static func split(_ module: [UInt8]) -> [UInt8]? {
    var streams = ModuleStreams(bytes: module)
    return streams.split()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func split() -> [UInt8]? {
    while place < bytes.count {
      let start = place
      let identifier = bytes[place]
      place += 1
      let size = number()
      let end = place + size
      guard end <= bytes.count else { return nil }
      if identifier == 10 {
        functions = number()
        for _ in 0..<functions { guard splitFunction() else { return nil } }
        return place == end ? packed(before: start) : nil
      }
      place = end
    }
    return nil
  }

  private func packed(before start: Int) -> [UInt8] {
    var result: [UInt8] = []
    for length in [start, functions, codeSize] + streams.map({ $0.count }) {
      for shift in [0, 8, 16, 24] { result.append(UInt8(truncatingIfNeeded: length >> shift)) }
    }
    result += bytes[..<start]
    for stream in streams { result += stream }
    return result + bytes[place...]
  }

  private mutating func number() -> Int {
    var (value, shift) = (0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      value |= Int(byte & 127) << shift
      shift += 7
      if byte < 128 { break }
    }
    return value
  }

  private mutating func copyNumber(_ stream: Stream) {
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      streams[stream.rawValue].append(byte)
      if byte < 128 { return }
    }
  }

  private mutating func copy(_ count: Int, _ stream: Stream) {
    let end = min(place + count, bytes.count)
    streams[stream.rawValue] += bytes[place..<end]
    place = end
  }

  /// A count and so many numbers.
  private mutating func copyList(_ stream: Stream, more: Int) {
    let start = place
    let count = number()
    place = start
    copyNumber(stream)
    for _ in 0..<count + more { copyNumber(stream) }
  }

  private mutating func splitFunction() -> Bool {
    let size = number()
    let end = place + size
    guard end <= bytes.count else { return false }
    codeSize += size
    let start = place
    let groups = number()
    place = start
    copyNumber(.others)
    for _ in 0..<groups {
      copyNumber(.others)
      copy(1, .others)
    }
    while place < end {
      let operation = bytes[place]
      copy(1, .operations)
      guard splitOperands(of: operation) else { return false }
    }
    return place == end
  }

  private mutating func splitOperands(of operation: UInt8) -> Bool {
    switch operation {
    case 0x02, 0x03, 0x04, 0x23...0x26, 0x3F, 0x40, 0xD0, 0xD2: copyNumber(.others)
    case 0x0C, 0x0D: copyNumber(.branches)
    case 0x0E: copyList(.branches, more: 1)
    case 0x10: copyNumber(.calls)
    case 0x11:
      copyNumber(.others)
      copyNumber(.others)
    case 0x1C: copyList(.others, more: 0)
    case 0x20: copyNumber(.locals)
    case 0x21, 0x22: copyNumber(.stores)
    case 0x28...0x3E:
      copyNumber(.others)
      copyNumber(.offsets)
    case 0x41: copyNumber(.constants)
    case 0x42: copyNumber(.longConstants)
    case 0x43: copy(4, .others)
    case 0x44: copy(8, .others)
    case 0xFC: return splitLongOperation()
    case 0x00, 0x01, 0x05, 0x0B, 0x0F, 0x1A, 0x1B, 0x45...0xC4, 0xD1: break
    default: return false
    }
    return true
  }

  private mutating func splitLongOperation() -> Bool {
    let start = place
    let operation = number()
    place = start
    copyNumber(.others)
    switch operation {
    case 0...7: break
    case 9, 11, 13, 15, 16, 17: copyNumber(.others)
    case 8, 10, 12, 14:
      copyNumber(.others)
      copyNumber(.others)
    default: return false
    }
    return true
  }
}
