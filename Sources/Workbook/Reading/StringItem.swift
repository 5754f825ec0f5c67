import Diagnostics

/// A shared or inline text: plain, or in runs of different type. Readings (furigana) stand beside the text and are no part of it.
enum StringItem {
  /// Appends the text of the `si` or `is` element that has just started, up to its end.
  static func append(_ reader: inout MarkupReader, to text: inout [UInt8]) throws(Refusal) {
    let depth = reader.depth
    while true {
      switch try reader.next() {
      case .start(.text): try appendCharacters(&reader, to: &text)
      case .start(.run): continue
      case .start: try reader.skipElement()
      case .end: if reader.depth < depth { return }
      case .text: continue
      case .done: return
      }
    }
  }

  /// Appends the character data of the element that has just started, up to its end.
  static func appendCharacters(_ reader: inout MarkupReader, to text: inout [UInt8]) throws(Refusal) {
    while true {
      switch try reader.next() {
      case .text: try reader.appendText(to: &text)
      case .start: try reader.skipElement()
      case .end, .done: return
      }
    }
  }

  /// Reads the part that holds the texts which several cells share.
  static func table(_ content: [UInt8], place: PartPlace, limits: Limits) throws(Refusal) -> TextTable {
    var reader = try MarkupReader(content, place: place, depthLimit: limits.depth)
    var table = TextTable()
    guard case .start(.sharedStrings) = try reader.next() else { throw reader.fault(.otherRoot) }
    while true {
      switch try reader.next() {
      case .start(.item):
        _ = try table.add { (text: inout [UInt8]) throws(Refusal) in try append(&reader, to: &text) }
      case .start: try reader.skipElement()
      case .end, .text: continue
      case .done: return table
      }
    }
  }
}
