/// What a sheet may be called.
package enum SheetName {
  private static let lengthLimit = 31
  /// Characters that names may not have, and their full-width twins, which they may.
  private static let forbidden: [(UInt32, UInt32)] = [
    (0x3A, 0xFF1A), (0x5C, 0xFF3C), (0x2F, 0xFF0F), (0x3F, 0xFF1F), (0x2A, 0xFF0A), (0x5B, 0xFF3B), (0x5D, 0xFF3D),
  ]

  /// Whether a spreadsheet program takes the name.
  package static func isAllowed(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf16.count <= lengthLimit, name.utf8.first != 0x27, name.utf8.last != 0x27,
      folded(name) != folded("History")
    else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !forbidden.contains { $0.0 == scalar.value }
    }
  }

  /// The nearest name that is allowed and not taken: forbidden characters become their full-width twins, what is too long is
  /// cut, and a number is added to what is there already.
  package static func fitting(_ text: String, taken: [String]) -> String {
    var name = ""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x27 {
      let twin = forbidden.first { $0.0 == scalar.value }?.1
      name.unicodeScalars.append(twin.flatMap { Unicode.Scalar($0) } ?? scalar)
    }
    if name.isEmpty || folded(name) == folded("History") { name += "_" }
    let used = taken.map { folded($0) }
    var number = 1
    while true {
      let ending = number == 1 ? "" : "(\(number))"
      let candidate = cut(name, to: lengthLimit - ending.utf16.count) + ending
      if !used.contains(folded(candidate)) { return candidate }
      number += 1
    }
  }

  /// The name as formulas refer to it: always in quotes, which is never wrong.
  package static func quoted(_ name: String) -> String {
    var quoted = "'"
    for scalar in name.unicodeScalars {
      if scalar == "'" { quoted += "'" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }

  /// Names that differ only in the case of letters are one. Bytes are compared, so that two spellings of one letter, composed
  /// and decomposed, stay apart as they do in spreadsheet programs.
  static func folded(_ name: String) -> [UInt8] {
    var lowered = ""
    for scalar in name.unicodeScalars { lowered += scalar.properties.lowercaseMapping }
    return Array(lowered.utf8)
  }

  /// The longest beginning of at most so many UTF-16 units that cuts no character.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.utf16.count > length else { return text }
    var result = ""
    var count = 0
    for character in text {
      count += character.utf16.count
      guard count <= length else { break }
      result.append(character)
    }
    return result
  }
}

extension CellRange {
  /// One cell.
  package init(row: Int, column: Int) {
    self.init(firstRow: row, firstColumn: column, lastRow: row, lastColumn: column)
  }

  /// Rows and columns by their first and last.
  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.init(
      firstRow: rows.lowerBound, firstColumn: columns.lowerBound, lastRow: rows.upperBound, lastColumn: columns.upperBound)
  }

  var isOnSheet: Bool {
    firstRow >= 1 && firstColumn >= 1 && firstRow <= lastRow && firstColumn <= lastColumn && lastRow <= SheetSize.rows
      && lastColumn <= SheetSize.columns
  }
}
