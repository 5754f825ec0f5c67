import Diagnostics
import Quantities

extension Int: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(number: Int64(self)) }
  package init(from bytes: inout Unpacker) { self = Int(truncatingIfNeeded: bytes.takeNumber()) }
}

extension Int32: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(number: Int64(self)) }
  package init(from bytes: inout Unpacker) { self = Int32(truncatingIfNeeded: bytes.takeNumber()) }
}

extension Int64: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(number: self) }
  package init(from bytes: inout Unpacker) { self = bytes.takeNumber() }
}

extension Bool: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(tag: self ? 1 : 0) }
  package init(from bytes: inout Unpacker) { self = bytes.takeTag() == 1 }
}

extension String: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(bytes: Array(utf8)) }
  package init(from bytes: inout Unpacker) { self = String(decoding: bytes.takeBytes(), as: UTF8.self) }
}

extension Optional: Packable where Wrapped: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(self != nil)
    if let self { bytes.put(self) }
  }

  package init(from bytes: inout Unpacker) {
    let isThere: Bool = bytes.take()
    self = isThere ? .some(bytes.take()) : nil
  }
}

extension Array: Packable where Element: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(count)
    for element in self { bytes.put(element) }
  }

  package init(from bytes: inout Unpacker) {
    self = []
    let count: Int = bytes.take()
    for _ in 0..<count { append(bytes.take()) }
  }
}

extension FiscalYear: Packable {
  package func pack(into bytes: inout Packer) { bytes.put(number) }
  package init(from bytes: inout Unpacker) { self.init(bytes.take()) }
}

extension Rational: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(numerator)
    bytes.put(denominator)
  }

  package init(from bytes: inout Unpacker) {
    let numerator: ExactInteger = bytes.take()
    let denominator: ExactInteger = bytes.take()
    self = Rational(numerator).divided(by: Rational(denominator)) ?? .zero
  }
}

extension ExactInteger: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(word)
    if word != nil { return }
    bytes.put(signum < 0)
    bytes.put(limbs.map { Int64($0) })
  }

  package init(from bytes: inout Unpacker) {
    let word: Int64? = bytes.take()
    if let word {
      self.init(word)
    } else {
      let isNegative: Bool = bytes.take()
      let limbs: [Int64] = bytes.take()
      self.init(negative: isNegative, limbs: limbs.map { UInt32(truncatingIfNeeded: $0) })
    }
  }
}

extension SourceSpan: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(file)
    bytes.put(start)
    bytes.put(end &- start)
  }

  package init(from bytes: inout Unpacker) {
    let file: Int32 = bytes.take()
    let start: Int32 = bytes.take()
    self.init(file: file, start: start, end: start &+ bytes.take())
  }
}

extension SourceSet: Packable {
  package func pack(into bytes: inout Packer) {
    bytes.put(files.count)
    for file in files {
      bytes.put(file.path)
      bytes.put(bytes: file.bytes)
    }
  }

  package init(from bytes: inout Unpacker) {
    self.init()
    let count: Int = bytes.take()
    for _ in 0..<count { _ = add(SourceText(path: bytes.take(), bytes: bytes.takeBytes())) }
  }
}
