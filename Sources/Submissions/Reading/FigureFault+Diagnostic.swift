import Diagnostics
import Quantities
import Rulebook

extension FigureFault {
  /// The remark on a cell that is no figure of its indicator. The figure counts as not reported.
  func diagnostic(cell text: String, indicator: Indicator, ladders: [Ladder], at place: CellPlace) -> Diagnostic {
    let cell = quoted(text)
    let name = quoted(indicator.name)
    switch self {
    case .notOfKind:
      let (asked, mend) = indicator.kind.asked(ladders: ladders)
      return Diagnostic(
        .unreadableFigure, .error, at: .cell(place),
        Wording("\(cell) is not \(asked.english), as \(name) asks for", "\(cell)は、\(name)が求める\(asked.japanese)ではありません"),
        reason: FigureFault.notReported, mend: mend)
    case .otherUnit(let suffix):
      let unit =
        indicator.kind.unit.isEmpty ? Wording("a plain number", "単位のない数") : Wording(indicator.kind.unit, indicator.kind.unit)
      return Diagnostic(
        .otherUnit, .error, at: .cell(place),
        Wording(
          "\(cell) is in \(suffix), but \(name) is in \(unit.english)", "\(cell)の単位は\(suffix)ですが、\(name)の単位は\(unit.japanese)です"),
        reason: FigureFault.notReported,
        mend: Wording("write the number in \(unit.english)", "\(unit.japanese)で書いてください。"))
    case .notWhole, .tooManyDecimals:
      let decimals = indicator.kind.decimals
      let asked =
        decimals == 0
        ? Wording("a whole number", "整数") : Wording("a number of at most \(decimals) decimals", "小数点以下\(decimals)桁までの数")
      return Diagnostic(
        .unreadableFigure, .error, at: .cell(place),
        Wording("\(cell) is not \(asked.english), as \(name) asks for", "\(cell)は、\(name)が求める\(asked.japanese)ではありません"),
        reason: Wording("figures are not rounded; this one counts as not reported", "数値を丸めることはしません。この値は未報告として扱います。"),
        mend: Wording("write \(asked.english)", "\(asked.japanese)を書いてください。"))
    case .tooLong:
      return Diagnostic(
        .figureTooLong, .error, at: .cell(place),
        Wording("\(cell) has more than 15 digits or six decimals", "\(cell)は15桁または小数点以下6桁を超えています"),
        reason: FigureFault.notReported,
        mend: Wording("write the figure with fewer digits", "桁数を減らしてください。"))
    case .below(let bound), .above(let bound):
      return outOfRange(bound, cell: cell, indicator: indicator, at: place)
    }
  }

  private func outOfRange(_ bound: Int64, cell: String, indicator: Indicator, at place: CellPlace) -> Diagnostic {
    let name = quoted(indicator.name)
    let limit = indicator.kind.text(stored: bound)
    let message =
      switch self {
      case .below: Wording("\(cell) is below \(limit), the least that \(name) may be", "\(cell)は、\(name)の下限\(limit)を下回っています")
      default: Wording("\(cell) is above \(limit), the most that \(name) may be", "\(cell)は、\(name)の上限\(limit)を上回っています")
      }
    return Diagnostic(
      .outOfRange, .error, at: .cell(place), message, reason: FigureFault.notReported,
      mend: Wording("correct the figure, or the range in the rulebook", "値か、ルールの範囲を直してください。"))
  }

  private static let notReported = Wording("it counts as not reported; everything else is read", "この値は未報告として扱い、ほかは読み込みました。")
}

extension FigureKind {
  /// The unit that cells may carry; empty where there is none.
  var unit: String {
    switch self {
    case .count(let unit), .amount(let unit), .number(let unit, _): unit
    case .percent: "%"
    default: ""
    }
  }

  /// A stored figure as users write it.
  fileprivate func text(stored: Int64) -> String {
    switch self {
    case .date: CalendarDate(dayNumber: Int32(truncatingIfNeeded: stored)).isoText
    default: Rational(mantissa: stored, scale: decimals).decimalText + FigureKind.spaced(unit)
    }
  }

  /// A unit of Latin letters stands apart from its figure, any other joins it.
  private static func spaced(_ unit: String) -> String {
    unit.utf8.first.map { $0 < 0x80 && $0 != UInt8(ascii: "%") } ?? false ? " " + unit : unit
  }

  /// What a cell should hold, and how to write it.
  fileprivate func asked(ladders: [Ladder]) -> (Wording, mend: Wording) {
    switch self {
    case .count(let unit), .amount(let unit), .number(let unit, _):
      let number = unit.isEmpty ? Wording("a number", "数") : Wording("a number of \(unit)", "数（\(unit)）")
      return (number, FigureKind.digits(example: "3" + FigureKind.spaced(unit)))
    case .percent:
      return (Wording("a percentage", "割合（%）"), FigureKind.digits(example: "66.7%"))
    case .ladder(let ladder):
      let steps = ladders.indices.contains(ladder) ? ladders[ladder].steps.map { $0.name } : []
      let name = ladders.indices.contains(ladder) ? quoted(ladders[ladder].name) : ""
      return (Wording("a step of \(name)", "\(name)の区分"), FigureKind.oneOf(steps))
    case .yesOrNo:
      return (Wording("yes or no", "はい・いいえ"), Wording("write yes or no", "「はい」「いいえ」のどちらかを書いてください。"))
    case .choice(let options):
      return (Wording("one of the choices", "選択肢"), FigureKind.oneOf(options))
    case .date:
      return (Wording("a date", "日付"), Wording("write it as 2024-03-31", "2024-03-31 または 令和6年3月31日 のように書いてください。"))
    case .text:
      return (Wording("a text", "文章"), Wording("write a text", "文章を書いてください。"))
    }
  }

  private static func digits(example: String) -> Wording {
    Wording(
      "write digits, such as \(example); leave the cell blank if it is not known, or write N/A if it does not apply",
      "\(example)のように数字で書いてください。不明なら空欄、当てはまらなければ「該当なし」とします。")
  }

  private static func oneOf(_ names: [String]) -> Wording {
    let shown = names.prefix(12).map { quoted($0) }
    return Wording("write one of " + shown.joined(separator: ", "), shown.joined(separator: "") + "のどれかを書いてください。")
  }
}
