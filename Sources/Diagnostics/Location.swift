/// Where in a data file a cell stands. Lines, rows and columns count from 1.
package enum CellPosition: Sendable, Hashable {
  /// A field of a delimited text file: its line (as an editor counts them) and its place in the row.
  case field(line: Int, column: Int)
  /// A cell of a workbook.
  case sheetCell(sheet: String, row: Int, column: Int)
}

/// A cell of a data file.
package struct CellPlace: Sendable, Hashable {
  package let file: String
  package let position: CellPosition

  package init(file: String, position: CellPosition) {
    self.file = file
    self.position = position
  }
}

/// What a diagnostic points at.
package enum Location: Sendable, Hashable {
  case rule(SourceSpan)
  case cell(CellPlace)
  case file(String)
}

/// The letters of a spreadsheet column: 1 is A, 27 is AA.
package func columnLetters(_ column: Int) -> String {
  var rest = column
  var letters: [UInt8] = []
  while rest > 0 {
    letters.append(UInt8(65 + (rest - 1) % 26))
    rest = (rest - 1) / 26
  }
  return String(decoding: letters.reversed(), as: UTF8.self)
}
