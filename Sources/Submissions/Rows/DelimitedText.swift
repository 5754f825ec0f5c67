import Diagnostics

/// The rows of a comma-, tab- or semicolon-separated file, one after the other, as pieces of its bytes.
///
/// Quoted cells may hold separators, doubled quotes and line breaks; lines end in LF, CRLF or CR, the last one in nothing
/// if it likes. A quote elsewhere than at the beginning of a cell is a character like any other.
package struct DelimitedText {
  /// What separates the fields: a comma, a tab or a semicolon.
  package let separator: UInt8
  /// The line on which the row that was read last begins, from 1.
  package private(set) var rowLine = 1
  /// The bytes of the row that was read last, without its line break.
  package private(set) var rowRange = 0..<0
  /// What was wrong with quotes and row lengths so far, in the order of the file, at most `diagnosticLimit`.
  package private(set) var diagnostics: [Diagnostic] = []
  /// How many more there were.
  package private(set) var diagnosticsLeftOut = 0

  /// A row with more fields is no row of a data file: the rest of it is skipped.
  package static let fieldLimit = 16_384
  package static let diagnosticLimit = 1000

  private let bytes: [UInt8]
  private let file: String
  /// Where the next row begins, and on which line.
  private(set) var offset = 0
  private(set) var line = 1

  /// - Parameters:
  ///   - bytes: UTF-8 without a byte order mark, as in `DecodedText`.
  ///   - file: the path that diagnostics name.
  ///   - separator: found out from the header when nil.
  package init(_ bytes: [UInt8], file: String, separator: UInt8? = nil) {
    self.bytes = bytes
    self.file = file
    self.separator = separator ?? bytes.withUnsafeBufferPointer { detectSeparator($0) }
  }

  /// Reads the next row; false at the end of the file. A line of nothing is a row with one empty field.
  package mutating func nextRow(into fields: inout [Field]) -> Bool {
    fields.removeAll(keepingCapacity: true)
    guard offset < bytes.count else { return false }
    let shared = bytes
    let start = offset
    rowLine = line
    let end = shared.withUnsafeBufferPointer { buffer in
      var scanner = RowScanner(bytes: buffer, separator: separator, offset: offset, line: line)
      let end = scanner.scanRow(into: &fields)
      offset = scanner.offset
      line = scanner.line
      if scanner.fieldCount > DelimitedText.fieldLimit || scanner.unclosedQuote != nil { report(scanner) }
      return end
    }
    rowRange = start..<end
    return true
  }

  /// The content of a field of this text.
  package func text(of field: Field) -> String {
    withContent(of: field) { String(decoding: $0, as: UTF8.self) }
  }

  /// Hands the bytes of a field's content to a closure, without a copy unless quotes have to be taken out.
  @inline(__always)
  package func withContent<Result>(of field: Field, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      let start = max(0, min(field.start, buffer.count))
      let end = max(start, min(field.end, buffer.count))
      if !field.needsUnescape { return body(UnsafeBufferPointer(rebasing: buffer[start..<end])) }
      let field = Field(start: start, end: end, line: field.line, needsUnescape: true)
      return unescapedContent(buffer, of: field).withUnsafeBufferPointer { body($0) }
    }
  }

  /// The place of a byte of the row that was read last, such as that of a `DecodingFault`.
  package func position(of textOffset: Int, in fields: [Field]) -> CellPosition {
    var column = 1
    while column < fields.count, fields[column].start <= textOffset { column += 1 }
    let line = fields.isEmpty ? rowLine : Int(fields[column - 1].line)
    return .field(line: line, column: column)
  }

  private mutating func report(_ scanner: RowScanner) {
    if let quote = scanner.unclosedQuote {
      append(unclosedQuote(at: CellPlace(file: file, position: .field(line: Int(quote.line), column: quote.column))))
    }
    if scanner.fieldCount > DelimitedText.fieldLimit {
      let position = CellPosition.field(line: rowLine, column: DelimitedText.fieldLimit + 1)
      append(tooManyFields(scanner.fieldCount, at: CellPlace(file: file, position: position)))
    }
  }

  private mutating func append(_ diagnostic: Diagnostic) {
    if diagnostics.count < DelimitedText.diagnosticLimit {
      diagnostics.append(diagnostic)
    } else {
      diagnosticsLeftOut += 1
    }
  }
}

private func unclosedQuote(at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .unclosedQuote, .error, at: .cell(place),
    Wording("the quote that opens this cell is not closed", "このセルの引用符「\"」が閉じられていません"),
    reason: Wording(
      "a cell that begins with a quote ends at the next single quote, which must be followed by a separator or a line break; "
        + "the quote is taken as a character and the cell ends on its line",
      "引用符で始まるセルは次の引用符で終わり、その後は区切り文字か改行でなければなりません。この引用符は文字とみなし、セルはその行で終わるものとして読みました。"),
    mend: Wording("close the cell with a quote, or write a quote inside it twice", "セルの終わりを引用符で閉じるか、セルの中の引用符を二つ続けて書いてください。"))
}

private func tooManyFields(_ count: Int, at place: CellPlace) -> Diagnostic {
  Diagnostic(
    .tooManyFields, .error, at: .cell(place),
    Wording(
      "this row has \(count) fields, more than the \(DelimitedText.fieldLimit) that can be read",
      "この行には\(count)個の項目があり、読み込める\(DelimitedText.fieldLimit)個を超えています"),
    reason: Wording(
      "the rest of the row was skipped; usually line breaks were lost when the file was written",
      "行の残りは読み飛ばしました。多くの場合、書き出しの際に改行が失われています。"),
    mend: Wording("write the file again with one row a line", "1行に1件となるように、ファイルを書き出し直してください。"))
}
