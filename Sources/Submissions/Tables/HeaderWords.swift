import Quantities
import Rulebook

/// What a heading of a data file says about its column.
enum Heading: Hashable {
  case area, year, item, value, note
}

/// The headings that data files have, in folded spelling.
struct HeaderWords {
  private var words: [FoldedName: Heading] = [:]

  /// A column of areas may also be headed by the rulebook's own word for a level.
  init(levels: [Level]) {
    add(.area, ["area", "区", "地域", "市区町村", "市町村", "自治体", "区名", "市区町村名", "市町村名", "自治体名", "団体名", "行政区"])
    for level in levels { add(.area, level.words) }
    add(.year, ["year", "fiscal year", "年度", "会計年度", "対象年度", "報告年度"])
    add(.item, ["item", "indicator", "項目", "指標", "項目名", "指標名"])
    add(.value, ["value", "値", "数値", "回答", "回答欄", "記入欄", "実績", "実績値", "報告値"])
    add(.note, ["note", "notes", "備考", "注", "摘要"])
  }

  private mutating func add(_ heading: Heading, _ spellings: [String]) {
    for spelling in spellings { words[FoldedName(spelling)] = heading }
  }

  func heading(_ text: String) -> Heading? { words[FoldedName(text)] }
}

/// What the headings of data files mean, each spelling looked up once: the files of a round have the same ones.
struct HeadingFinder {
  /// What stands in a cell of a row of headings.
  enum Cell {
    case blank
    case word(Heading)
    case name
  }

  private let words: HeaderWords
  private var spellings = SpellingTable()
  private var cells: [Cell] = []

  init(_ words: HeaderWords) { self.words = words }

  mutating func find(_ spelling: UnsafeBufferPointer<UInt8>) -> Cell {
    let number = spellings.number(of: spelling)
    if number == cells.count { cells.append(read(spelling)) }
    return cells[number]
  }

  private func read(_ spelling: UnsafeBufferPointer<UInt8>) -> Cell {
    let trimmed = trimmedRange(spelling)
    if trimmed.isEmpty { return .blank }
    let text = String(decoding: UnsafeBufferPointer(rebasing: spelling[trimmed]), as: UTF8.self)
    return words.heading(text).map { .word($0) } ?? .name
  }
}
