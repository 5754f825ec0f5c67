import Quantities

/// Fiscal years within other text: titles, names of sheets, files and folders.
///
/// Only what can be nothing else counts: 令和5年度, 2023年度, FY2023, and R5 where it stands alone. 令和5年6月 is a date.
enum YearMentions {
  /// - Parameter bare: whether 2023 and 令和5 alone are years, too, as in the name of a file.
  static func find(in text: String, bare: Bool) -> [FiscalYear] {
    var scanner = Scanner(text, bare: bare)
    var years: [FiscalYear] = []
    while let year = scanner.next() {
      if !years.contains(year) { years.append(year) }
    }
    return years
  }

  /// The year of a heading that says nothing else: 令和5年度実績, R5(回答).
  static func heading(_ text: String) -> FiscalYear? {
    var scanner = Scanner(text, bare: false)
    guard let year = scanner.next() else { return nil }
    let rest = scanner.outsideLast()
    return restWords.contains(rest) ? year : nil
  }

  private static let restWords: Set<String> = {
    var words: Set<String> = []
    for word in ["", "実績", "実績値", "値", "数値", "回答", "報告", "報告値", "分", "末", "末現在", "末時点", "現在"] {
      words.insert(NameFolding.fold(word))
    }
    return words
  }()

  private struct Scanner {
    private let scalars: [UInt32]
    private let bare: Bool
    private var position = 0
    private var last = 0..<0

    init(_ text: String, bare: Bool) {
      scalars = NameFolding.fold(text).unicodeScalars.map { $0.value }
      self.bare = bare
    }

    /// The next year, from left to right.
    mutating func next() -> FiscalYear? {
      while position < scalars.count {
        if let (year, end) = year(at: position), FiscalYear.known.contains(year) {
          last = position..<end
          position = end
          return FiscalYear(year)
        }
        position += 1
      }
      return nil
    }

    /// What stands around the last year, without brackets.
    func outsideLast() -> String {
      var rest = ""
      for (index, scalar) in scalars.enumerated() where !last.contains(index) {
        if [0x28, 0x29, 0x3010, 0x3011, 0x3014, 0x3015].contains(scalar) { continue }
        if let scalar = Unicode.Scalar(scalar) { rest.unicodeScalars.append(scalar) }
      }
      return rest
    }

    private func at(_ index: Int) -> UInt32 { scalars.indices.contains(index) ? scalars[index] : 0 }

    private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(at(index)) }

    private func isWord(_ index: Int) -> Bool { isDigit(index) || (0x61...0x7A).contains(at(index)) }

    private func isText(_ word: String, at index: Int) -> Bool {
      var place = index
      for scalar in word.unicodeScalars {
        guard at(place) == scalar.value else { return false }
        place += 1
      }
      return true
    }

    private func digits(at start: Int) -> (value: Int32, end: Int)? {
      var end = start
      var value: Int32 = 0
      while isDigit(end), end - start < 5 {
        value = value * 10 + Int32(at(end) - 0x30)
        end += 1
      }
      return end > start ? (value, end) : nil
    }

    private func year(at start: Int) -> (Int32, Int)? {
      for era in Era.allCases {
        if isText(era.name, at: start) { return eraYear(era, at: start + era.name.unicodeScalars.count, letter: false) }
        if at(start) == UInt32(era.letter) + 32, !isWord(start - 1), isDigit(start + 1) {
          return eraYear(era, at: start + 1, letter: true)
        }
      }
      if isText("fy", at: start), !isWord(start - 1), let (value, end) = digits(at: start + 2), end == start + 6 {
        return (value, end)
      }
      guard isDigit(start), !isDigit(start - 1), let (value, end) = digits(at: start), end == start + 4 else { return nil }
      if isText("年度", at: end) { return (value, end + 2) }
      return bare && !isWord(start - 1) && (1989...2100).contains(value) && stands(alone: end) ? (value, end) : nil
    }

    private func eraYear(_ era: Era, at start: Int, letter: Bool) -> (Int32, Int)? {
      let ordinal: (value: Int32, end: Int)
      if at(start) == 0x5143 {
        ordinal = (1, start + 1)
      } else if let number = digits(at: start), number.end <= start + 2, number.value > 0 {
        ordinal = number
      } else {
        return nil
      }
      if isText("年度", at: ordinal.end) { return (era.year(ordinal.value), ordinal.end + 2) }
      // S1 and T2 are names of many things; R5 and H30 are years.
      let isYear = letter ? era == .reiwa || era == .heisei : bare
      return isYear && stands(alone: ordinal.end) ? (era.year(ordinal.value), ordinal.end) : nil
    }

    /// Whether no date goes on here, and no other word.
    private func stands(alone end: Int) -> Bool {
      if isWord(end) || at(end) == 0x5E74 || at(end) == 0x6708 { return false }
      return !([0x2E, 0x2F, 0x2D].contains(at(end)) && isDigit(end + 1))
    }
  }
}
