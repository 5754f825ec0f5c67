import Diagnostics

/// What `pdca explain PDCA0101` prints: what the code means, with a wrong and a right example.
package enum CodeExplanation {
  /// With examples in the reader's language in place of those of the page, where there are such.
  package static func text(
    of code: DiagnosticCode, language: Language, examples: (wrong: String, right: String)? = nil, style: TextStyle = TextStyle()
  ) -> [UInt8] {
    var canvas = TextCanvas(style)
    let page = code.page
    canvas.labelled(code.name, page.title.text(in: language), indent: 0, hanging: 10, tone: .strong)
    canvas.blank()
    for line in lines(page.meaning.text(in: language)) { canvas.paragraph(line, indent: 2) }
    example(Wording("wrong", "誤り"), examples?.wrong ?? page.wrong, language, .bad, on: &canvas)
    example(Wording("right", "正しい"), examples?.right ?? page.right, language, .good, on: &canvas)
    return canvas.bytes
  }

  /// The code that the user means: `PDCA0101`, `pdca0101` or the digits alone, in full or half width.
  package static func code(named text: String) -> DiagnosticCode? {
    var digits: [UInt8] = []
    for scalar in text.unicodeScalars {
      let value = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      if (0x30...0x39).contains(value) { digits.append(UInt8(value)) }
    }
    return UInt16(String(decoding: digits, as: UTF8.self)).flatMap { DiagnosticCode(rawValue: $0) }
  }

  private static func example(_ title: Wording, _ text: String, _ language: Language, _ tone: Tone, on canvas: inout TextCanvas) {
    if text.isEmpty { return }
    canvas.heading(title.text(in: language), tone)
    for line in lines(text) { canvas.line([Run(line)], indent: 2) }
  }

  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }
}
