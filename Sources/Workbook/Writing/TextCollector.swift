/// Numbers texts in the order of their first use, and writes the part that cells share them from.
struct TextCollector {
  private(set) var texts: [String] = []
  /// By bytes: two spellings of one letter, composed and decomposed, are two texts.
  private var indexes: [[UInt8]: Int] = [:]
  private var uses = 0

  mutating func index(_ text: String) -> Int {
    uses += 1
    let key = Array(text.utf8)
    if let index = indexes[key] { return index }
    indexes[key] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  func content() -> [UInt8] {
    var markup = MarkupWriter()
    markup.open(
      "sst",
      [
        ("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"), ("count", String(uses)),
        ("uniqueCount", String(texts.count)),
      ])
    for text in texts {
      markup.raw("<si>")
      markup.element("t", [("xml:space", TextCollector.needsSpace(text) ? "preserve" : nil)], text: text)
      markup.raw("</si>")
    }
    markup.close("sst")
    return markup.bytes
  }

  /// Without a word, programs may drop blanks at the ends and line breaks.
  private static func needsSpace(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first <= 0x20 || last <= 0x20 || text.utf8.contains(0x0A)
  }
}
