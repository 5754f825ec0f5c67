import Diagnostics
import Quantities

/// How cells are named where a person is to find them.
package struct CellNames: Sendable {
  private let language: Language
  /// As much of the end of each file's path as no other file has.
  private let shortNames: [ExactText: String]

  /// Names files by their whole paths.
  package init(_ language: Language) {
    self.language = language
    shortNames = [:]
  }

  /// Names files by as many of the last parts of their paths as tell them apart.
  package init(_ language: Language, shortening files: [String]) {
    self.language = language
    var names: [ExactText: String] = [:]
    var open = Array(Set(files.map { ExactText($0) }))
    for parts in 1...8 where !open.isEmpty {
      var owners: [ExactText: Int] = [:]
      let endings = open.map { ExactText(CellNames.ending(of: $0.text, parts: parts)) }
      for ending in endings { owners[ending, default: 0] += 1 }
      for (file, ending) in zip(open, endings) where owners[ending] == 1 { names[file] = ending.text }
      open = zip(open, endings).filter { owners[$0.1] != 1 }.map { $0.0 }
    }
    shortNames = names
  }

  private static func ending(of path: String, parts: Int) -> String {
    let bytes = Array(path.utf8)
    var start = bytes.count
    var slashes = 0
    while start > 0 {
      if bytes[start - 1] == UInt8(ascii: "/") || bytes[start - 1] == UInt8(ascii: "\\") { slashes += 1 }
      if slashes == parts { break }
      start -= 1
    }
    return start == bytes.count ? path : String(decoding: bytes[start...], as: UTF8.self)
  }

  package func file(_ path: String) -> String { shortNames[ExactText(path)] ?? path }

  /// Such as `北区.csv, 12行, 4列目` or `北区.xlsx, シート「イ」, D12`.
  package func name(of place: CellPlace) -> String { file(place.file) + ", " + position(place.position, to: nil) }

  /// Several cells: each file once, and neighbours below one another as one piece.
  package func names(of places: [CellPlace]) -> String {
    var pieces: [String] = []
    var index = 0
    var file: String?
    while index < places.count {
      let first = places[index]
      var last = first
      while index + 1 < places.count, follows(places[index + 1], last) {
        index += 1
        last = places[index]
      }
      let position = position(first.position, to: last == first ? nil : last.position)
      if file == first.file {
        pieces[pieces.count - 1] += "; " + position
      } else {
        pieces.append(self.file(first.file) + ", " + position)
      }
      file = first.file
      index += 1
    }
    return pieces.joined(separator: language == .japanese ? "、" : "; ")
  }

  private func follows(_ next: CellPlace, _ place: CellPlace) -> Bool {
    guard next.file == place.file else { return false }
    switch (place.position, next.position) {
    case (.field(let line, let column), .field(let nextLine, let nextColumn)):
      return column == nextColumn && nextLine == line &+ 1
    case (.sheetCell(let sheet, let row, let column), .sheetCell(let nextSheet, let nextRow, let nextColumn)):
      return sheet == nextSheet && column == nextColumn && nextRow == row &+ 1
    default: return false
    }
  }

  /// One cell, or the cells from it down to another one of its column.
  private func position(_ position: CellPosition, to last: CellPosition?) -> String {
    switch position {
    case .field(let line, let column):
      var lines = String(line)
      if case .field(let end, _)? = last { lines += "-" + String(end) }
      return language == .japanese
        ? lines + "行, " + String(column) + "列目" : (last == nil ? "line " : "lines ") + lines + ", column " + String(column)
    case .sheetCell(let sheet, let row, let column):
      var cells = columnLetters(column) + String(row)
      if case .sheetCell(_, let end, _)? = last { cells += ":" + columnLetters(column) + String(end) }
      return (language == .japanese ? "シート「" : "sheet 「") + sheet + "」, " + cells
    }
  }
}
