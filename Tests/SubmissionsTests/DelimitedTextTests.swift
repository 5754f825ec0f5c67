import Diagnostics
import Testing

@testable import Submissions

/// All rows as texts, and the diagnostics as `code@line:column`.
private func rows(_ text: String, separator: UInt8? = nil) -> (rows: [[String]], diagnostics: [String]) {
  var reader = DelimitedText(Array(text.utf8), file: "data.csv", separator: separator)
  var fields: [Field] = []
  var rows: [[String]] = []
  while reader.nextRow(into: &fields) { rows.append(fields.map { reader.text(of: $0) }) }
  let diagnostics = reader.diagnostics.map { diagnostic in
    guard case .cell(let place) = diagnostic.location, case .field(let line, let column) = place.position else { return "?" }
    return "\(diagnostic.code)@\(line):\(column)"
  }
  return (rows, diagnostics)
}

private func advance(_ reader: inout DelimitedText, into fields: inout [Field]) throws {
  let isRow = reader.nextRow(into: &fields)
  try #require(isRow)
}

@Suite struct DelimitedTextTests {
  @Test(arguments: [
    ("", []),
    ("a", [["a"]]),
    ("a,b", [["a", "b"]]),
    ("a,b\n", [["a", "b"]]),
    ("a,\n", [["a", ""]]),
    ("a,", [["a", ""]]),
    (",", [["", ""]]),
    ("\n", [[""]]),
    ("a\n\nb", [["a"], [""], ["b"]]),
    ("a\rb\r\nc\nd\r", [["a"], ["b"], ["c"], ["d"]]),
    ("a\r\r\nb", [["a"], [""], ["b"]]),
    ("北区,2023,\"協議回数\",3", [["北区", "2023", "協議回数", "3"]]),
    ("\"1,706\",\"a\"\"b\",\"\"", [["1,706", "a\"b", ""]]),
    ("\"\"\"\"", [["\""]]),
    ("\"\"\"a\"\"\"", [["\"a\""]]),
    ("\"a\nb\",c\r\n\"d\r\ne\"\n", [["a\nb", "c"], ["d\r\ne"]]),
    ("5\" pipe,a\"b\"c", [["5\" pipe", "a\"b\"c"]]),
    ("\"a\" ,b", [["a", "b"]]),
    ("\"1,706\"件,3", [["1,706件", "3"]]),
    ("\"a\"\"b\"c\"d,e", [["a\"bc\"d", "e"]]),
    (" \"a,b\"", [[" \"a", "b\""]]),
    ("\"a\"", [["a"]]),
    ("\"a\"\r", [["a"]]),
    ("a，b,c", [["a，b", "c"]]),
  ])
  func cells(text: String, expected: [[String]]) {
    let result = rows(text, separator: UInt8(ascii: ","))
    #expect(result.rows == expected)
    #expect(result.diagnostics == [])
  }

  @Test(arguments: [
    ("a,b\n1;2,3", ","), ("a\tb\n", "\t"), ("a;b;c,d\n", ";"), ("\"a,b,c\";d\n", ";"), ("", ","), ("a\n1;2", ";"),
    ("a\tb,c\n", ","),
    ("令和5年度 取組状況\r\n\r\n区\t年度\r\n", "\t"), ("\"title, with\nbreak\"\na;b", ";"), ("\"never closed;a;b,c\nd,e", ";"),
    ("\"\"", ","),
  ])
  func separators(text: String, expected: String) {
    let reader = DelimitedText(Array(text.utf8), file: "data.csv")
    #expect([reader.separator] == Array(expected.utf8))
  }

  @Test(arguments: [
    // The file ends first.
    ("\"a,b\nc,d\n", [["\"a", "b"], ["c", "d"]], ["unclosedQuote@1:1"]),
    ("a,\"b", [["a", "\"b"]], ["unclosedQuote@1:2"]),
    ("\"", [["\""]], ["unclosedQuote@1:1"]),
    ("a\n\"\"\"b\nc", [["a"], ["\"\"\"b"], ["c"]], ["unclosedQuote@2:1"]),
    // The next quote opens a cell of a later row.
    ("\"北区,3\n東区,\"a,b\"\n", [["\"北区", "3"], ["東区", "a,b"]], ["unclosedQuote@1:1"]),
    (
      "x,\"a\n\"b\n\"c\n\"d\"", [["x", "\"a"], ["\"b"], ["\"c"], ["d"]],
      ["unclosedQuote@1:2", "unclosedQuote@2:1", "unclosedQuote@3:1"]
    ),
  ])
  func quotesThatDoNotClose(text: String, expected: [[String]], diagnostics: [String]) {
    let result = rows(text, separator: UInt8(ascii: ","))
    #expect(result.rows == expected)
    #expect(result.diagnostics == diagnostics)
  }

  @Test func linesAreCountedAsAnEditorDoes() {
    var reader = DelimitedText(Array("h\r\n\"a\r\nb\rc\nd\",\"e\nf\",g\rlast,\"x\n".utf8), file: "data.csv")
    var fields: [Field] = []
    var lines: [[Int32]] = []
    var rowLines: [Int] = []
    while reader.nextRow(into: &fields) {
      lines.append(fields.map { $0.line })
      rowLines.append(reader.rowLine)
    }
    #expect(lines == [[1], [2, 5, 6], [7, 7]])
    #expect(rowLines == [1, 2, 7])
  }

  @Test func aByteIsFoundInItsCell() throws {
    let text = Array("a,\"b\nc\",d\ne,f".utf8)
    var reader = DelimitedText(text, file: "data.csv")
    var fields: [Field] = []
    try advance(&reader, into: &fields)
    #expect(reader.rowRange == 0..<9)
    let expected: [Int: CellPosition] = [
      0: .field(line: 1, column: 1), 3: .field(line: 1, column: 2), 5: .field(line: 1, column: 2), 8: .field(line: 2, column: 3),
    ]
    for (offset, position) in expected { #expect(reader.position(of: offset, in: fields) == position) }
    try advance(&reader, into: &fields)
    #expect(reader.rowRange == 10..<13)
    #expect(reader.position(of: 12, in: fields) == .field(line: 3, column: 2))
  }

  @Test func aRowOfAMillionFieldsIsCutAndTheNextIsRead() throws {
    let text = [UInt8](repeating: UInt8(ascii: ","), count: 1_000_000) + Array("\na,b\n".utf8)
    var reader = DelimitedText(text, file: "data.csv")
    var fields: [Field] = []
    try advance(&reader, into: &fields)
    #expect(fields.count == DelimitedText.fieldLimit)
    #expect(reader.diagnostics.map { $0.code } == [.tooManyFields])
    try advance(&reader, into: &fields)
    #expect(fields.map { reader.text(of: $0) } == ["a", "b"])
    #expect(reader.rowLine == 2)
    let exact = [UInt8](repeating: UInt8(ascii: ","), count: DelimitedText.fieldLimit - 1)
    var full = DelimitedText(exact, file: "data.csv")
    try advance(&full, into: &fields)
    #expect(fields.count == DelimitedText.fieldLimit)
    #expect(full.diagnostics == [])
  }

  @Test func diagnosticsAreBounded() {
    var text: [UInt8] = []
    for _ in 0..<5000 { text += Array("\"a\n".utf8) }
    var reader = DelimitedText(text, file: "data.csv")
    var fields: [Field] = []
    var count = 0
    while reader.nextRow(into: &fields) { count += 1 }
    #expect(count == 5000)
    #expect(reader.diagnostics.count == DelimitedText.diagnosticLimit)
    #expect(reader.diagnosticsLeftOut == 4000)
  }

  /// Every quote of these opens a cell; read naively, each would run to the end of the file.
  @Test func manyQuotesTakeNoLonger() {
    for piece in ["\"", "\"\n", "\"a\n", "a,\"\n", "\"\"\"\n", "\"\"\n\"", "\"a\"b\n"] {
      var text: [UInt8] = []
      while text.count < 300_000 { text += Array(piece.utf8) }
      var reader = DelimitedText(text, file: "data.csv")
      var fields: [Field] = []
      var last = 0
      while reader.nextRow(into: &fields) { last = reader.rowRange.upperBound }
      #expect(last >= text.count - 2)
    }
  }

  /// Rows written with every cell quoted come back as they were, for each separator and line break.
  /// Fields are looked through eight bytes at a time: their ends are found wherever they fall.
  @Test func fieldsEndAtEveryPlaceOfAWord() {
    for separator in [",", "\t", ";"] {
      for ending in ["\n", "\r", "\r\n"] {
        for before in 0..<20 {
          for after in 0..<20 {
            let (left, right) = (String(repeating: "1", count: before), String(repeating: "区", count: after))
            let line = left + separator + right
            let found = rows(line + ending + line + ending, separator: separator.utf8.first)
            #expect(found.rows == [[left, right], [left, right]])
          }
        }
      }
    }
  }

  @Test func whatIsWrittenComesBack() {
    var random = SeededGenerator(seed: 7)
    let alphabet = ["a", "\"", ",", ";", "\t", "\n", "\r\n", "区", " ", ""]
    for round in 0..<2000 {
      let separator = [",", "\t", ";"][round % 3]
      let lineBreak = ["\n", "\r\n", "\r"][round / 3 % 3]
      let table = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          (0..<Int.random(in: 0...5, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
        }
      }
      let lines = table.map { row in
        row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
          .joined(separator: separator)
      }
      let result = rows(lines.joined(separator: lineBreak), separator: Array(separator.utf8)[0])
      #expect(result.rows == table)
      #expect(result.diagnostics == [])
    }
  }

  /// Whatever the bytes, the rows follow each other without a gap, and every field lies in its row.
  @Test func randomBytesNeverTrap() {
    var random = SeededGenerator(seed: 99)
    let palette = Array("\"\"\",,;\t\n\r a1区".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in palette.randomElement(using: &random) ?? 0 }
      var reader = DelimitedText(bytes, file: "data.csv")
      var fields: [Field] = []
      var end = 0
      while reader.nextRow(into: &fields) {
        let row = reader.rowRange
        #expect(row.lowerBound - end <= 2 && row.lowerBound >= end)
        #expect(!fields.isEmpty)
        var last = row.lowerBound
        for field in fields {
          #expect(field.start >= last && field.end >= field.start && field.end <= row.upperBound)
          last = field.end
          _ = reader.text(of: field)
        }
        end = row.upperBound
      }
      #expect(bytes.count - end <= 2)
    }
  }
}
