import Quantities

/// How many columns a text takes on a terminal.
///
/// Characters that are ambiguous by UAX #11 (①, ○, △, …, Greek) count one column unless `ambiguousIsWide`: the C library's
/// `wcwidth` counts one in every UTF-8 locale, Japanese ones included, and terminals draw them so unless they are told
/// otherwise. The layout of the reports itself puts no ambiguous character before a column that is to line up.
package struct DisplayWidth: Sendable {
  package let ambiguousIsWide: Bool

  package init(ambiguousIsWide: Bool = false) { self.ambiguousIsWide = ambiguousIsWide }

  package func columns(of text: String) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += columns(of: scalar) }
    return total
  }

  package func columns(of scalar: Unicode.Scalar) -> Int { columns(ofValue: scalar.value) }

  /// - Parameter value: a scalar value of Unicode.
  func columns(ofValue value: UInt32) -> Int {
    if value < 0xA1 { return value >= 0x20 && value < 0x7F ? 1 : 0 }
    // Kana and kanji, which are nearly all that a Japanese report holds.
    if (0x3041...0x3096).contains(value) || (0x30A0...0x31BF).contains(value) || (0x4E00...0x9FFF).contains(value) { return 2 }
    if holds(DisplayWidthTable.zero, value) { return 0 }
    if holds(DisplayWidthTable.wide, value) { return 2 }
    return ambiguousIsWide && holds(DisplayWidthTable.ambiguous, value) ? 2 : 1
  }

  /// Whether a range of the table holds the value: the first and last of each stand in turn.
  private func holds(_ table: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = (low + high) / 2
      if table[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < table.count / 2 && table[2 * low] <= value
  }
}
