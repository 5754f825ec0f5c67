/// A text that is told by its bytes, as paths and words of one hand are.
///
/// Strings are hashed by canonical equivalence, for which tables are asked about every kana and kanji: that takes ten times as long.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (one: ExactText, other: ExactText) -> Bool {
    ExactText.withBytes(one.text) { bytes in ExactText.withBytes(other.text) { bytes.elementsEqual($0) } }
  }

  package func hash(into hasher: inout Hasher) {
    ExactText.withBytes(text) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  package static func withBytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    var text = text
    return text.withUTF8(body)
  }
}
