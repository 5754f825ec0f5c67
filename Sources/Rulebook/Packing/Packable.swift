/// What can be written as bytes and read again from them.
///
/// A checked rulebook is carried into a self-check page in this way: the page's engine then holds neither the parser nor the
/// checks. Both sides are always of one build, so the bytes name no version, and they are no format to keep files in.
package protocol Packable {
  func pack(into bytes: inout Packer)
  init(from bytes: inout Unpacker)
}

/// Takes values, one behind the other.
package struct Packer {
  fileprivate(set) var bytes: [UInt8] = []

  mutating func put<Value: Packable>(_ value: Value) { value.pack(into: &self) }

  mutating func put(bytes added: [UInt8]) {
    put(added.count)
    bytes += added
  }

  /// Which of several cases it is.
  mutating func put(tag: UInt8) { bytes.append(tag) }

  /// A case among all of them.
  mutating func put<Choice: Equatable>(_ choice: Choice, of choices: [Choice]) {
    put(tag: UInt8(truncatingIfNeeded: choices.firstIndex(of: choice) ?? 0))
  }

  /// Seven bits a byte, the lowest first; numbers near zero are short whatever their sign.
  mutating func put(number: Int64) {
    var rest = UInt64(bitPattern: (number &<< 1) ^ (number >> 63))
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Gives values back in the same order.
package struct Unpacker {
  private let bytes: [UInt8]
  private var place: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    place = start
  }

  mutating func take<Value: Packable>() -> Value { Value(from: &self) }

  mutating func takeBytes() -> [UInt8] {
    let count: Int = take()
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  mutating func takeTag() -> UInt8 {
    defer { place += 1 }
    return bytes[place]
  }

  mutating func take<Choice>(of choices: [Choice]) -> Choice { choices[Int(takeTag())] }

  mutating func takeNumber() -> Int64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      let byte = takeTag()
      value |= UInt64(byte & 127) &<< shift
      if byte < 128 { break }
    }
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }
}
