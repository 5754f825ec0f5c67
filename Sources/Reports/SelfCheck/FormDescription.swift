import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What the self-check page asks an area for, and what it judges: items, indicators with the figure of the year before, and the
/// targets of the area's level. It stays the same while the area types.
package struct FormDescription {
  private let index: OutcomeIndex
  private let area: Int
  private let year: FiscalYear
  /// For each target, the indicators that its outcome speaks of, in the order of the sentence.
  private let asked: [[Int]]
  private let judged: [Int]
  private var writer = JSONWriter()

  /// - Parameter input: the outcomes of the area, one a target that judges its level.
  package static func render(_ input: ReportInput, area: Int, asksOf: (_ indicator: Int) -> Bool) -> [UInt8] {
    var description = FormDescription(input, area: area)
    description.write(asksOf)
    return description.writer.finish()
  }

  private init(_ input: ReportInput, area: Int) {
    index = OutcomeIndex(input)
    self.area = area
    let year = input.judgement.year
    self.year = year
    judged = index.outcomes.map { $0.target }
    var asked = [[Int]](repeating: [], count: input.rulebook.targets.count)
    for outcome in index.outcomes {
      var indicators: [Int] = []
      for key in outcome.figures + outcome.awaited where key.area == area && key.year == year {
        if !indicators.contains(key.indicator) { indicators.append(key.indicator) }
      }
      asked[outcome.target] = indicators
    }
    self.asked = asked
  }

  private func say(_ english: String, _ japanese: String) -> String { index.phrasing.say(english, japanese) }

  private mutating func write(_ asksOf: (Int) -> Bool) {
    let rulebook = index.rulebook
    writer.beginObject()
    writer.member("program", rulebook.program.title)
    writer.member("area", index.areaName(area))
    writer.member("code", index.areas[area].code)
    writer.member("year", index.phrasing.year(year))
    writer.member("before", index.phrasing.year(year.advanced(by: -1)))
    writer.key("items")
    writer.beginList()
    for item in rulebook.items {
      writer.beginObject()
      writer.member("code", item.code)
      writer.member("title", item.title)
      writer.endObject()
    }
    writer.endList()
    writer.key("stages")
    writer.beginList()
    for stage in Stage.allCases { writer.value(stage.wording.text(in: index.input.language)) }
    writer.endList()
    writer.key("indicators")
    writer.beginList()
    for position in rulebook.indicators.indices { write(indicator: position, isAsked: asksOf(position)) }
    writer.endList()
    writer.key("targets")
    writer.beginList()
    for position in judged { write(target: position) }
    writer.endList()
    writer.endObject()
  }

  // MARK: Indicators

  private mutating func write(indicator position: Int, isAsked: Bool) {
    let indicator = index.rulebook.indicators[position]
    writer.beginObject()
    writer.member("n", position)
    writer.member("code", indicator.code)
    writer.member("name", indicator.label == nil ? nil : index.phrasing.title(indicator.name, other: indicator.otherLabel))
    writer.member("item", indicator.item)
    writer.member("question", indicator.question)
    writer.member("kind", FormDescription.word(indicator.kind))
    writer.member("unit", unit(indicator.kind))
    writer.key("options")
    writer.beginList()
    for option in FormEntry.options(of: indicator, ladders: index.rulebook.ladders) {
      writer.beginList()
      writer.value(option.entry)
      writer.value(index.phrasing.title(option.entry, other: option.otherName))
      writer.endList()
    }
    writer.endList()
    writer.member("hint", hint(indicator))
    writer.member("by", indicator.reportedBy)
    writer.member("before", before(position))
    writer.member(
      "entry", FormEntry.text(FigureKey(indicator: position, area: area, year: year), in: index.facts, index.rulebook))
    let introduced = indicator.introduced.flatMap { $0 > year ? $0 : nil }
    writer.member("from", introduced.map { say("asked from " + index.phrasing.year($0), index.phrasing.year($0) + "から記入") })
    writer.key("table")
    if let table = indicator.table, index.rulebook.tables.indices.contains(table) {
      writer.value(index.rulebook.tables[table].label ?? index.rulebook.tables[table].code)
    } else {
      writer.null()
    }
    writer.member("asked", isAsked ? 1 : 0)
    writer.endObject()
  }

  private static func word(_ kind: FigureKind) -> String {
    switch kind {
    case .count, .amount, .number, .percent: "number"
    case .ladder, .choice, .yesOrNo: "choice"
    case .date: "date"
    case .text: "text"
    }
  }

  private func unit(_ kind: FigureKind) -> String {
    switch kind {
    case .count(let unit), .amount(let unit), .number(let unit, _): unit
    case .percent: "%"
    case .ladder, .choice, .yesOrNo, .date, .text: ""
    }
  }

  /// Which figures may be given, such as `0以上366以下の整数`.
  private func hint(_ indicator: Indicator) -> String? {
    let decimals = indicator.kind.decimals
    switch indicator.kind {
    case .count, .amount, .number, .percent: break
    case .date: return say("such as 2024-03-31", "2024/3/31、令和6年3月31日 のように")
    case .ladder, .choice, .yesOrNo, .text: return nil
    }
    let least = indicator.leastStored.map { figure($0, decimals) }
    let greatest = indicator.greatestStored(ladders: []).map { figure($0, decimals) }
    var parts: [String] = []
    switch (least, greatest) {
    case (let least?, let greatest?): parts.append(say(least + " to " + greatest, least + "以上" + greatest + "以下"))
    case (let least?, nil): parts.append(say("at least " + least, least + "以上"))
    case (nil, let greatest?): parts.append(say("at most " + greatest, greatest + "以下"))
    case (nil, nil): break
    }
    switch decimals {
    case 0: parts.append(say("a whole number", "整数"))
    case 6: break
    default: parts.append(say("up to " + String(decimals) + " decimals", "小数第" + String(decimals) + "位まで"))
    }
    return parts.isEmpty ? nil : index.phrasing.list(parts)
  }

  private func figure(_ stored: Int64, _ decimals: Int) -> String {
    index.phrasing.number(Rational(mantissa: stored, scale: decimals))
  }

  /// The figure of the year before; nothing where it is not known.
  private func before(_ indicator: Int) -> String? {
    let key = FigureKey(indicator: indicator, area: area, year: year.advanced(by: -1))
    return index.facts.state(key) == .notReported ? nil : index.value(key)
  }

  // MARK: Targets

  private mutating func write(target position: Int) {
    let target = index.rulebook.targets[position]
    let language = index.input.language
    writer.beginObject()
    writer.member("n", position)
    writer.member("name", index.phrasing.name(of: target))
    writer.member("item", target.item)
    writer.member("stage", target.stage.flatMap { Stage.allCases.firstIndex(of: $0) })
    writer.member("severity", target.severity.wording.text(in: language))
    list("sentences", index.sentences(target, level: index.level(ofArea: area)))
    list("advice", target.advice)
    list("because", target.because)
    writer.member("owner", target.owner)
    writer.key("indicators")
    writer.beginList()
    for indicator in asked[position] { writer.value(indicator) }
    writer.endList()
    writer.endObject()
  }

  private mutating func list(_ key: StaticString, _ texts: [String]) {
    writer.key(key)
    writer.beginList()
    for text in texts { writer.value(text) }
    writer.endList()
  }
}
