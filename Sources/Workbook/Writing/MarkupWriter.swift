/// Writes XML: what comes from outside goes through `text` or an attribute, both of which escape.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)

  /// An attribute of an element; nothing when it is left out.
  typealias Attribute = (name: StaticString, value: String?)

  mutating func raw(_ markup: StaticString) {
    for index in 0..<markup.utf8CodeUnitCount { bytes.append(markup.utf8Start[index]) }
  }

  mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
    start(name, attributes)
    raw(">")
  }

  mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    raw(">")
  }

  mutating func empty(_ name: StaticString, _ attributes: [Attribute] = []) {
    start(name, attributes)
    raw("/>")
  }

  /// An element that holds only a text.
  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    open(name, attributes)
    escaped(text, inAttribute: false)
    close(name)
  }

  private mutating func start(_ name: StaticString, _ attributes: [Attribute]) {
    raw("<")
    raw(name)
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      raw(" ")
      raw(attribute.name)
      raw("=\"")
      escaped(value, inAttribute: true)
      raw("\"")
    }
  }

  mutating func append(_ markup: ArraySlice<UInt8>) { bytes += markup }

  /// Characters that XML does not allow are written as `_xHHHH_`, and so is an underline that would begin such an escape.
  private mutating func escaped(_ text: String, inAttribute: Bool) {
    let source = Array(text.utf8)
    for (index, byte) in source.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\"") where inAttribute: raw("&quot;")
      case 0x0A where inAttribute: raw("&#10;")
      case 0x09 where inAttribute: raw("&#9;")
      case 0x0A, 0x09: bytes.append(byte)
      case 0x00..<0x20: code(UInt32(byte))
      case UInt8(ascii: "_") where EscapedText.isEscape(source, at: index): code(0x5F)
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        if index >= 2, source[index - 1] == 0xBF, source[index - 2] == 0xEF {
          bytes.removeLast(2)
          code(0xFF40 | UInt32(byte))
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
  }

  private mutating func code(_ unit: UInt32) {
    raw("_x")
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
    raw("_")
  }
}
