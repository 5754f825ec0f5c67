/// A value, or members of an object, that is written once and used in many places.
package struct JSONFragment {
  fileprivate let bytes: [UInt8]

  /// What `write` writes.
  package init(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    write(&writer)
    bytes = writer.bytes
  }
}

/// Writes JSON byte by byte: keys in the order in which they are given, text escaped, nothing rounded. Whoever writes opens and
/// closes objects and lists in pairs; commas and line breaks are placed here.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// For each open object or list: whether it spreads over lines, and whether it holds anything yet.
  private var open: [(spread: Bool, isEmpty: Bool)] = []
  private var awaitsValue = false

  package init() {}

  /// Opens an object; `spread` puts each member on a line of its own.
  package mutating func beginObject(spread: Bool = false) { begin(UInt8(ascii: "{"), spread) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginList(spread: Bool = false) { begin(UInt8(ascii: "["), spread) }
  package mutating func endList() { end(UInt8(ascii: "]")) }

  /// Keys are words of this program: they hold nothing to escape.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
    awaitsValue = true
  }

  package mutating func key(named name: String) {
    separate()
    quote(name)
    bytes.append(contentsOf: ": ".utf8)
    awaitsValue = true
  }

  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  package mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  package mutating func value(_ isTrue: Bool) {
    separate()
    bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
  }

  package mutating func value(_ number: Int?) {
    if let number { value(number) } else { null() }
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A value, or several members, written before: see `JSONFragment`.
  package mutating func fragment(_ fragment: JSONFragment) {
    separate()
    bytes.append(contentsOf: fragment.bytes)
  }

  /// A value that another writer has written.
  package mutating func written(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
  }

  package mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    value(text)
  }

  package mutating func member(_ name: StaticString, _ isTrue: Bool) {
    key(name)
    value(isTrue)
  }

  package mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    value(number)
  }

  /// Ends the document with a line break and returns it.
  package consuming func finish() -> [UInt8] {
    endDocument()
    return bytes
  }

  /// Ends the document with a line break.
  package mutating func endDocument() { bytes.append(UInt8(ascii: "\n")) }

  /// What has been written since it was last taken; the writing goes on.
  package mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  private mutating func begin(_ bracket: UInt8, _ spread: Bool) {
    separate()
    bytes.append(bracket)
    open.append((spread, true))
  }

  private mutating func end(_ bracket: UInt8) {
    if let closed = open.popLast(), closed.spread, !closed.isEmpty { breakLine() }
    bytes.append(bracket)
  }

  /// What stands between the last value and the next.
  private mutating func separate() {
    if awaitsValue {
      awaitsValue = false
      return
    }
    guard let current = open.last else {
      // Only a fragment has several members outside any brackets.
      if !bytes.isEmpty { bytes.append(contentsOf: ", ".utf8) }
      return
    }
    if !current.isEmpty { bytes.append(UInt8(ascii: ",")) }
    if current.spread { breakLine() } else if !current.isEmpty { bytes.append(UInt8(ascii: " ")) }
    open[open.count - 1].isEmpty = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for level in open where level.spread { bytes.append(contentsOf: "  ".utf8) }
  }

  /// Everything that could move a terminal's cursor or turn its reading order is escaped along with what JSON demands.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if !SafeText.mayHoldHazards(text, orAny: (UInt8(ascii: "\""), UInt8(ascii: "\\"))) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: bytes.append(contentsOf: "\\\"".utf8)
    case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case let value where SafeText.isHazardous(value): for unit in UTF16.encode(scalar)! { appendEscape(unit) }
    default: bytes.append(contentsOf: UTF8.encode(scalar)!)
    }
  }

  private mutating func appendEscape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u".utf8)
    for shift in stride(from: 12, through: 0, by: -4) { bytes.append(digits[Int(unit >> UInt16(shift) & 15)]) }
  }
}
