import Diagnostics

/// Text as XML and HTML hold it: nothing in it can be taken for markup, and what moves the reading order or cannot be seen is
/// written out. It may stand between tags and in quoted attributes.
enum MarkupText {
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in safe(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  /// Neither XML nor HTML may hold the characters that are none, such as U+FFFF.
  private static func safe(_ text: String) -> String {
    if !SafeText.mayHoldHazards(text, orAny: (0xEF, 0xF0)) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        SafeText.append(scalar, to: &result)
      }
    }
    return result
  }
}

/// Writes elements in pairs; names are words of this program, everything else is escaped.
package struct MarkupWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package struct Attribute {
    let name: StaticString
    let value: String

    package init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The language of the page, where parts in another one are to be marked as such.
  var language: Language?

  package mutating func text(_ text: String) {
    guard let language, let runs = ForeignRuns.split(text, on: language) else { return plain(text) }
    for run in runs {
      if run.isForeign {
        element("span", [.init("lang", language == .japanese ? "en" : "ja")]) { $0.plain(String(run.text)) }
      } else {
        plain(String(run.text))
      }
    }
  }

  /// Text where no element may stand: in titles and pictures.
  package mutating func plain(_ text: String) { MarkupText.append(text, to: &bytes) }

  /// Markup that is part of this program.
  package mutating func raw(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// A style sheet in which nothing is to be escaped: see `PageStyle.pageHead`.
  mutating func style(_ sheet: String) { bytes.append(contentsOf: sheet.utf8) }

  package mutating func lineBreak() { bytes.append(UInt8(ascii: "\n")) }

  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout MarkupWriter) -> Void) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    content(&self)
    raw("</")
    raw(name)
    bytes.append(UInt8(ascii: ">"))
  }

  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An HTML element without an end, such as `meta`.
  package mutating func single(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      raw(attribute.name)
      raw("=\"")
      plain(attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
