import Diagnostics
import Testing

@testable import Workbook

@Suite struct MarkupReaderTests {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private func read(_ text: String) throws -> [String] { try read(Array(text.utf8)) }

  /// The events of a text, one a line.
  private func read(_ bytes: [UInt8]) throws -> [String] {
    var reader = try MarkupReader(bytes, place: PartPlace(file: "f", part: "p"))
    var events: [String] = []
    while true {
      switch try reader.next() {
      case .start(let word):
        let attributes = try reader.attributes.map { String(decoding: try reader.text(of: $0), as: UTF8.self) }
        events.append((["+\(word)"] + attributes).joined(separator: "|"))
      case .end(let word): events.append("-\(word)")
      case .text:
        var text: [UInt8] = []
        try reader.appendText(to: &text)
        events.append("'" + String(decoding: text, as: UTF8.self))
      case .done: return events
      }
    }
  }

  private func code(_ text: String) -> DiagnosticCode? { code(Array(text.utf8)) }

  private func code(_ bytes: [UInt8]) -> DiagnosticCode? {
    do {
      _ = try read(bytes)
      return nil
    } catch let refusal as Refusal {
      return refusal.diagnostic.code
    } catch {
      return nil
    }
  }

  @Test func elementsAttributesAndText() throws {
    let text = #"<?xml version="1.0"?><!-- a > b --><row xmlns="\#(Self.main)" r='1' s="a&#10;b&lt;"><c/>x<?y?>z</row>"#
    #expect(try read(text) == ["+row|1|a\nb<", "+cell", "-cell", "'x", "'z", "-row"])
  }

  @Test func namespacesDecideNotPrefixes() throws {
    #expect(
      try read(#"<a:row xmlns:a="\#(Self.main)" xmlns="u"><row/><a:c/></a:row>"#) == [
        "+row", "+other", "-other", "+cell", "-cell", "-row",
      ])
    // A binding ends with its element.
    let text = #"<row xmlns="\#(Self.main)"><c xmlns="u"><v/></c><v/><c xmlns=""><v/></c></row>"#
    #expect(
      try read(text) == [
        "+row", "+other", "+other", "-other", "-other", "+value", "-value", "+other", "+other", "-other", "-other", "-row",
      ])
    #expect(code("<a:row/>") == .damagedPart)
    #expect(code(#"<a xmlns:b=""/>"#) == .damagedPart)
  }

  @Test func lineBreaksAreMadeOne() throws {
    #expect(try read("<a b='1\r\n2\t3'>x\r\ny\rz&#13;</a>") == ["+other|1 2 3", "'x\ny\nz\r", "-other"])
  }

  @Test func sectionsAreTextAsTheyStand() throws {
    #expect(try read("<a><![CDATA[<&]]]]><![CDATA[>]]></a>") == ["+other", "'<&]]", "'>", "-other"])
  }

  @Test func referencesAreTheFiveAndNumbers() throws {
    #expect(try read("<a>&amp;&lt;&gt;&quot;&apos;&#x3042;&#12354;&#x1F600;</a>") == ["+other", "'&<>\"'ああ😀", "-other"])
    for reference in ["&nbsp;", "&x;", "&;", "&#;", "&#x;", "&#x110000;", "&#99999999999;", "&#a;", "&amp", "& ", "&#-1;"] {
      #expect(code("<a>\(reference)</a>") == .refusedMarkup, "\(reference)")
      #expect(code("<a b='\(reference)'/>") == .refusedMarkup, "\(reference)")
    }
    for reference in ["&#0;", "&#x1F;", "&#xD800;", "&#xFFFE;"] { #expect(code("<a>\(reference)</a>") == .damagedPart) }
  }

  @Test func documentTypesAreRefused() {
    #expect(code(#"<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>"#) == .refusedMarkup)
    #expect(code("<a><!DOCTYPE a></a>") == .refusedMarkup)
    #expect(code("<!ELEMENT a><a/>") == .damagedPart)
  }

  @Test func nestingIsBounded() {
    let deep: (Int) -> String = { String(repeating: "<a>", count: $0) + String(repeating: "</a>", count: $0) }
    #expect(code(deep(64)) == nil)
    #expect(code(deep(65)) == .refusedMarkup)
    #expect(code(String(repeating: "<a>", count: 1_000_000)) == .refusedMarkup)
  }

  @Test func attributesAreBounded() {
    let many = (0..<65).map { "a\($0)='1'" }.joined(separator: " ")
    let prefixes = (0..<65).map { "xmlns:a\($0)='u'" }.joined(separator: " ")
    #expect(code("<a \(many)/>") == .refusedMarkup)
    #expect(code("<a \(prefixes)/>") == .refusedMarkup)
  }

  @Test(arguments: [
    "", " ", "x", "<a>", "<a", "<a b", "<a b=", "<a b='", "<a b='1'", "<a/", "</a>", "<a></b>", "<a></a", "<a></a x>", "<a/><b/>",
    "<a/>x", "x<a/>", "<a b='1' b='2'/>", "<a b='1'c='2'/>", "<a b=1/>", "<a b='<'/>", "<a><!-- </a>", "<a><![CDATA[ </a>",
    "<a><? </a>", "< a/>", "<1/>", "<a:/>", "<:a/>", "<a:b:c xmlns:a='u'/>", "<a/ >", "<a>\u{1}</a>", "<a>\u{FFFE}</a>",
    "<!---><a/>",
    " <?xml version='1.0'?><a/>", "<![CDATA[x]]><a/>",
  ])
  func whatIsNotWellFormedIsRefused(_ text: String) {
    #expect(code(text) == .damagedPart)
  }

  @Test func encodings() throws {
    let text = "<a>区𠮟</a>"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let expected = ["+other", "'区𠮟", "-other"]
    #expect(try read(text) == expected)
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
    #expect(try read(little) == expected)
    #expect(try read([0xFF, 0xFE] + little) == expected)
    #expect(try read(big) == expected)
    #expect(try read([0xFE, 0xFF] + big) == expected)
    #expect(code([0xFE, 0xFF] + big.dropLast()) == .damagedPart)
    #expect(code([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x41]) == .damagedPart)
    #expect(code(#"<?xml version="1.0" encoding="Shift_JIS"?><a/>"#) == .damagedPart)
    for wrong in [[0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE3, 0x81]]
      as [[UInt8]]
    {
      #expect(code(Array("<a>".utf8) + wrong + Array("</a>".utf8)) == .damagedPart)
    }
  }
}
