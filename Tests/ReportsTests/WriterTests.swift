import Foundation
import Testing

@testable import Reports

@Suite struct WriterTests {
  @Test func jsonTextsComeBackAsTheyWere() throws {
    var generator = SeededGenerator(state: 99)
    var texts = ["", "\"", "\\", "\u{0}\u{1F}\u{7F}\u{9F}", "\u{2028}\u{2029}", "\u{E0001}x", "𠮷", "\u{202E}", "/", "é"]
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) { text.unicodeScalars.append(scalar) }
      }
      texts.append(text)
    }
    var writer = JSONWriter()
    writer.beginList(spread: true)
    for text in texts { writer.value(text) }
    writer.endList()
    let bytes = writer.finish()
    let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String])
    #expect(read.count == texts.count)
    for (one, other) in zip(read, texts) { #expect(Array(one.utf8) == Array(other.utf8)) }
    #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test func jsonNesting() {
    var writer = JSONWriter()
    writer.beginObject(spread: true)
    writer.member("a", 1)
    writer.key("b")
    writer.beginList()
    writer.endList()
    writer.key("c")
    writer.beginList(spread: true)
    writer.beginObject()
    writer.member("d", nil as String?)
    writer.member("e", "f")
    writer.endObject()
    writer.endList()
    writer.key("g")
    writer.beginObject(spread: true)
    writer.endObject()
    writer.endObject()
    let text = String(decoding: writer.finish(), as: UTF8.self)
    #expect(text == "{\n  \"a\": 1,\n  \"b\": [],\n  \"c\": [\n    {\"d\": null, \"e\": \"f\"}\n  ],\n  \"g\": {}\n}\n")
  }

  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+81", "'+81"), ("@x", "'@x"), ("-5", "-5"), ("-5.25", "-5.25"), ("-5-3", "'-5-3"), ("-", "'-"),
    ("-1.2.3", "'-1.2.3"),
    ("-.5", "'-.5"), ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("＝1", "'＝1"), ("a,b", "\"a,b\""),
    ("say \"a\"", "\"say \"\"a\"\"\""),
    ("=\"a\"", "\"'=\"\"a\"\"\""), ("北区", "北区"), ("", ""), ("a\nb", "\"a\nb\""), ("x\u{1B}[0m", "x\\u{1B}[0m"), ("'x", "'x"),
  ])
  func csvCells(_ cell: String, _ expected: String) {
    var writer = CSVWriter()
    writer.row([cell, "z"])
    #expect(String(decoding: writer.bytes.dropFirst(3), as: UTF8.self) == expected + ",z\n")
    #expect(Array(writer.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
  }

  @Test func markdownEscapesWhatItWouldRead() {
    #expect(MarkdownWriter.escaped("a|b*c_d`e<f>&[g](h)#@i") == "a\\|b\\*c\\_d\\`e&lt;f&gt;&amp;\\[g\\](h)\\#&#64;i")
    #expect(MarkdownWriter.escaped("a\nb") == "a\\\\nb")
    #expect(MarkdownWriter.escaped("「協議回数」を1回から3回へ") == "「協議回数」を1回から3回へ")
  }
}
