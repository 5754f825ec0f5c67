import Quantities
import Rulebook

/// What a cell says about an indicator.
enum FigureReading {
  /// As facts hold it: see `Indicator.value(stored:)`.
  case given(Int64)
  case text(String)
  case notReported
  case notApplicable
  case fault(FigureFault)
}

/// Why a cell is not a figure of its indicator.
enum FigureFault {
  case notOfKind
  case otherUnit(String)
  case notWhole
  case tooManyDecimals
  case tooLong
  case below(Int64)
  case above(Int64)
}

/// An indicator, made ready for reading many cells.
struct FigureReader {
  private let kind: FigureKind
  private let unit: String
  private let foldedUnit: String
  private let decimals: Int
  private let least: Int64?
  private let greatest: Int64?
  /// What the words of a ladder, a choice, or a yes and no mean.
  private let words: NameIndex
  /// What the spellings of words that were read so far mean: an area's answer is spelled as that of the one before.
  private var spellings = SpellingTable()
  private var meanings: [Int?] = []

  /// One for each indicator. Those that share a ladder share its words.
  static func all(of rulebook: Rulebook) -> [FigureReader] {
    let ladders = rulebook.ladders.map { words(of: $0) }
    return rulebook.indicators.map { indicator in
      let words: NameIndex =
        switch indicator.kind {
        case .ladder(let ladder) where ladders.indices.contains(ladder): ladders[ladder]
        case .choice(let options): FigureReader.words(of: options)
        case .yesOrNo: yesAndNo
        default: NameIndex()
        }
      return FigureReader(indicator, words, ladders: rulebook.ladders)
    }
  }

  private init(_ indicator: Indicator, _ words: NameIndex, ladders: [Ladder]) {
    kind = indicator.kind
    decimals = indicator.kind.decimals
    least = indicator.leastStored
    greatest = indicator.greatestStored(ladders: ladders)
    self.words = words
    unit = indicator.kind.unit
    foldedUnit = NameFolding.fold(unit)
  }

  private static func words(of ladder: Ladder) -> NameIndex {
    var words = NameIndex()
    for (position, step) in ladder.steps.enumerated() {
      words.add(step.name, position)
      if let other = step.otherName { words.add(other, position) }
      for spelling in step.spellings { words.add(spelling, position) }
    }
    return words
  }

  private static func words(of options: [String]) -> NameIndex {
    var words = NameIndex()
    for (position, option) in options.enumerated() { words.add(option, position) }
    return words
  }

  private static let yesAndNo: NameIndex = {
    var words = NameIndex()
    for word in ["はい", "○", "有", "有り", "あり", "yes", "y", "true"] { words.add(word, 1) }
    for word in ["いいえ", "×", "無", "無し", "なし", "no", "n", "false"] { words.add(word, 0) }
    return words
  }()

  /// Reads a cell that is not blank. Where words are asked for, they come before the dashes and words for "not applicable": a
  /// ladder may hold a step that is spelled with a dash.
  /// - Parameter spelling: the cell's bytes, spaces and all.
  mutating func read(_ cell: @autoclosure () -> SpelledCell, spelled spelling: UnsafeBufferPointer<UInt8>) -> FigureReading {
    switch kind {
    case .ladder, .choice, .yesOrNo:
      if let position = position(of: spelling) { return .given(Int64(position)) }
      if case .notApplicable = cell() { return .notApplicable }
      return .fault(.notOfKind)
    case .text:
      if case .notApplicable = cell() { return .notApplicable }
      return .text(FigureReader.text(spelling))
    case .date:
      switch cell() {
      case .notApplicable: return .notApplicable
      case .date(let date): return bounded(Int64(date.dayNumber))
      case .blank, .number, .tooLong, .words: return .fault(.notOfKind)
      }
    case .count, .amount, .number, .percent:
      return readNumber(cell())
    }
  }

  /// Of a word that is asked for and means one thing.
  private mutating func position(of spelling: UnsafeBufferPointer<UInt8>) -> Int? {
    let number = spellings.number(of: spelling)
    if number == meanings.count {
      let positions = words.positions(of: FigureReader.text(spelling))
      meanings.append(positions.count == 1 ? positions[0] : nil)
    }
    return meanings[number]
  }

  private static func text(_ spelling: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: spelling[trimmedRange(spelling)]), as: UTF8.self)
  }

  private func readNumber(_ cell: SpelledCell) -> FigureReading {
    switch cell {
    case .number(let mantissa, let scale, let suffix):
      guard isOwnUnit(suffix) else { return .fault(.otherUnit(suffix)) }
      return scaled(mantissa, scale)
    case .notApplicable: return .notApplicable
    case .tooLong: return .fault(.tooLong)
    case .blank: return .notReported
    case .date, .words: return .fault(.notOfKind)
    }
  }

  /// 名 is what many offices write for 人.
  private func isOwnUnit(_ suffix: String) -> Bool {
    if suffix.isEmpty || suffix.utf8.elementsEqual(unit.utf8) { return true }
    let folded = NameFolding.fold(suffix)
    return folded == foldedUnit || (folded == "名" && foldedUnit == "人") || (folded == "人" && foldedUnit == "名")
  }

  /// The figure with the decimals of the indicator: zeros at its end may be left out, other digits may not.
  private func scaled(_ mantissa: Int64, _ scale: Int) -> FigureReading {
    var stored = mantissa
    var scale = scale
    while scale > decimals {
      guard stored % 10 == 0 else { return .fault(decimals == 0 ? .notWhole : .tooManyDecimals) }
      stored /= 10
      scale -= 1
    }
    while scale < decimals {
      let (product, overflow) = stored.multipliedReportingOverflow(by: 10)
      if overflow { return .fault(.tooLong) }
      stored = product
      scale += 1
    }
    return bounded(stored)
  }

  /// What its plain figures look like.
  var plainLimits: PlainLimits {
    let (isNumber, isWord) =
      switch kind {
      case .count, .amount, .number, .percent: (true, false)
      case .ladder, .choice, .yesOrNo: (false, true)
      case .date, .text: (false, false)
      }
    return PlainLimits(
      isNumber: isNumber && decimals <= 6, isWord: isWord, decimals: decimals, least: least ?? .min, greatest: greatest ?? .max)
  }

  private func bounded(_ stored: Int64) -> FigureReading {
    if let least, stored < least { return .fault(.below(least)) }
    if let greatest, stored > greatest { return .fault(.above(greatest)) }
    return .given(stored)
  }
}
