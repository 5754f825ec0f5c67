/// A fiscal year, named by the calendar year in which it starts: FY2023 is 令和5年度.
package struct FiscalYear: Sendable, Hashable, Comparable {
  package let number: Int32

  package init(_ number: Int32) { self.number = number }

  package static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.number < right.number }

  /// The year that lies `years` later, or earlier where negative.
  package func advanced(by years: Int32) -> FiscalYear { FiscalYear(number &+ years) }

  /// Years that a rulebook or a data file may speak of.
  package static let known: ClosedRange<Int32> = 1868...2200

  /// Such as `FY2023`.
  package var englishText: String { "FY" + String(number) }

  /// Such as `令和5年度`; the first year of an era is 元年度.
  package var japaneseText: String {
    for era in Era.allCases.reversed() where number >= era.firstYear {
      let ordinal = number - era.firstYear + 1
      return era.name + (ordinal == 1 ? "元" : String(ordinal)) + "年度"
    }
    return String(number) + "年度"
  }
}

/// A Japanese era, as years are counted in notices.
package enum Era: Sendable, Hashable, CaseIterable {
  case meiji, taisho, showa, heisei, reiwa

  /// The calendar year that is the era's 元年.
  package var firstYear: Int32 {
    switch self {
    case .meiji: 1868
    case .taisho: 1912
    case .showa: 1926
    case .heisei: 1989
    case .reiwa: 2019
    }
  }

  /// The last year of the era, where it has ended; later years of it are written in old plans (平成37年度).
  package var lastYear: Int32? {
    switch self {
    case .meiji: 1912
    case .taisho: 1926
    case .showa: 1989
    case .heisei: 2019
    case .reiwa: nil
    }
  }

  package var name: String {
    switch self {
    case .meiji: "明治"
    case .taisho: "大正"
    case .showa: "昭和"
    case .heisei: "平成"
    case .reiwa: "令和"
    }
  }

  package var letter: UInt8 {
    switch self {
    case .meiji: UInt8(ascii: "M")
    case .taisho: UInt8(ascii: "T")
    case .showa: UInt8(ascii: "S")
    case .heisei: UInt8(ascii: "H")
    case .reiwa: UInt8(ascii: "R")
    }
  }

  /// The calendar year of the era's year `ordinal` (元年 is 1).
  package func year(_ ordinal: Int32) -> Int32 { firstYear &+ ordinal &- 1 }
}
