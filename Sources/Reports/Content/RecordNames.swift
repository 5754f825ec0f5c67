import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// Figures, names and places as other programs read them: the rulebook's own names, exact decimals, no language.
package struct RecordNames {
  /// A figure and its unit; a step of a ladder, a date or an answer has none.
  struct Figure {
    let value: String
    let unit: String?
  }

  let input: ReportInput
  let rulebook: Rulebook
  let facts: Facts
  let areas: [Area]

  init(_ input: ReportInput) {
    self.input = input
    rulebook = input.rulebook
    facts = input.facts
    areas = input.facts.areas.areas
  }

  /// Shares in %, differences of shares in points; what six decimals do not hold is rounded to six.
  func figure(_ quantity: Quantity) -> Figure {
    let value = quantity.value
    switch quantity.dimension {
    case .plain: return Figure(value: value.exactText, unit: nil)
    case .ratio: return Figure(value: (value * Rational(100)).exactText, unit: "%")
    case .points: return Figure(value: (value * Rational(100)).exactText, unit: "points")
    case .counted(let unit): return Figure(value: value.exactText, unit: unit.isEmpty ? nil : unit)
    case .rate(let unit, let per): return Figure(value: value.exactText, unit: unit + "/" + per)
    case .areas(let level):
      let levels = rulebook.program.levels
      return Figure(value: value.exactText, unit: levels.indices.contains(level) ? levels[level].words.first : nil)
    case .ladder(let ladder):
      let steps = rulebook.ladders.indices.contains(ladder) ? rulebook.ladders[ladder].steps.map { $0.name } : []
      return Figure(value: choice(value, of: steps), unit: nil)
    case .yesOrNo: return Figure(value: value.isZero ? "no" : "yes", unit: nil)
    case .date:
      let day = whole(value).flatMap { Int32(exactly: $0) }.flatMap {
        abs(Int64($0)) < 1_000_000 ? CalendarDate(dayNumber: $0) : nil
      }
      return Figure(value: day?.isoText ?? value.exactText, unit: nil)
    case .days: return Figure(value: value.exactText, unit: "days")
    case .choice(let options): return Figure(value: choice(value, of: options), unit: nil)
    case .text: return Figure(value: value.exactText, unit: nil)
    }
  }

  /// A distance: that of a ladder in steps.
  func difference(_ quantity: Quantity) -> Figure {
    switch quantity.dimension {
    case .ladder, .yesOrNo, .choice: Figure(value: quantity.value.exactText, unit: "steps")
    case .ratio: figure(Quantity(quantity.value, .points))
    case .date: figure(Quantity(quantity.value, .days))
    default: figure(quantity)
    }
  }

  /// A figure as facts hold it.
  func stored(_ value: Int64?, of indicator: Indicator) -> Figure? {
    guard let value else { return nil }
    if case .text = indicator.kind {
      let texts = facts.texts
      return texts.indices.contains(Int(clamping: value)) ? Figure(value: texts[Int(clamping: value)], unit: nil) : nil
    }
    return figure(Quantity(indicator.value(stored: value), indicator.kind.dimension))
  }

  /// The unit of an indicator's figures.
  func unit(of indicator: Indicator) -> String? { figure(Quantity(.zero, indicator.kind.dimension)).unit }

  private func choice(_ value: Rational, of options: [String]) -> String {
    guard value.isWhole, let whole = whole(value), whole >= 0, whole < Int64(options.count) else { return value.exactText }
    return options[Int(whole)]
  }

  private func whole(_ value: Rational) -> Int64? { value.numerator.dividedRoundingDown(by: value.denominator).quotient.word }

  func indicator(_ key: FigureKey) -> Indicator? {
    rulebook.indicators.indices.contains(key.indicator) ? rulebook.indicators[key.indicator] : nil
  }

  func areaName(_ area: Int) -> String {
    areas.indices.contains(area) ? areas[area].name : ""
  }

  /// Such as `北区 2023 協議回数`.
  func figureName(_ key: FigureKey) -> String {
    areaName(key.area) + " " + String(key.year.number) + " " + (indicator(key)?.name ?? "")
  }

  /// Such as `協議回数: 1 > 3`.
  func change(_ change: Change) -> String {
    guard let indicator = indicator(change.figure) else { return "" }
    return indicator.name + ": " + (stored(change.from, of: indicator)?.value ?? "") + " > "
      + (stored(change.to, of: indicator)?.value ?? "text")
  }

  func places(_ keys: [FigureKey]) -> [CellPlace] {
    var seen: Set<CellPlace> = []
    return keys.compactMap { facts.origin($0) }.filter { seen.insert($0).inserted }
  }

  /// Such as `北区.csv:12:4` or `北区.xlsx!イ!D12`.
  func place(_ place: CellPlace) -> String {
    switch place.position {
    case .field(let line, let column): place.file + ":" + String(line) + ":" + String(column)
    case .sheetCell(let sheet, let row, let column): place.file + "!" + sheet + "!" + columnLetters(column) + String(row)
    }
  }
}
