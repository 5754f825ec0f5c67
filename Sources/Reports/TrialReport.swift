import Diagnostics
import Evaluation
import Facts
import Quantities
import RuleLanguage
import Rulebook

/// What `pdca try` prints: for each value of a parameter how many areas would meet the targets that use it, and which would
/// move next.
package struct TrialReport {
  private let trial: Trial
  private let rulebook: Rulebook
  private let facts: Facts
  private let phrasing: Phrasing

  package init(_ trial: Trial, _ rulebook: Rulebook, _ facts: Facts, language: Language) {
    self.trial = trial
    self.rulebook = rulebook
    self.facts = facts
    phrasing = Phrasing(rulebook, language)
  }

  private func say(_ english: String, _ japanese: String) -> String { phrasing.say(english, japanese) }

  private var parameter: Parameter { rulebook.parameters[trial.parameter] }

  private func value(_ value: Rational) -> String { phrasing.figure(Quantity(value, parameter.dimension)) }

  /// The value as programs read it: shares in %.
  private func plainValue(_ value: Rational) -> String {
    switch parameter.dimension {
    case .ratio, .points: (value * Rational(100)).decimalText
    default: value.decimalText
    }
  }

  private func areas(_ positions: [Int]) -> [String] {
    positions.map {
      phrasing.name(facts.areas.areas[$0].name, other: facts.areas.areas[$0].romaji.isEmpty ? nil : facts.areas.areas[$0].romaji)
    }
  }

  // MARK: Text

  package func text(style: TextStyle) -> [UInt8] {
    var canvas = TextCanvas(style)
    let year = trial.years.first.map { phrasing.year($0) } ?? ""
    canvas.line([
      Run(say("Trying values of 「", "設定値「") + parameter.name + say("」, " + year, "」の試算　" + year), .strong),
      Run(say("  (stated: ", "　（現在の値 ") + value(trial.stated) + say(")", "）")),
    ])
    if trial.targets.isEmpty {
      canvas.line([Run(say("no target uses this parameter", "この設定値を使う目標はありません"), .caution)])
    }
    for target in trial.targets { draw(target, on: &canvas) }
    return canvas.bytes
  }

  private func draw(_ target: TrialTarget, on canvas: inout TextCanvas) {
    canvas.heading("■ " + phrasing.name(of: rulebook.targets[target.target]))
    var table = TextTable([.left, .right, .right, .right, .right, .right, .left])
    table.add(heads.map { Run($0, .faint) } + [Run(say("met", "達成"), .faint)], measuredBy: canvas)
    let most = target.rows.map { total($0) }.max() ?? 0
    for (position, row) in target.rows.enumerated() {
      let isStated = trial.values[position] == trial.stated
      table.add(
        [Run(isStated ? "→" : " ")] + cells(row, position).map { Run($0, isStated ? .strong : .plain) }
          + [Run(bar(row, most), .good)], measuredBy: canvas)
    }
    table.draw(on: &canvas, indent: 2)
    for (position, row) in target.rows.enumerated() where !row.movingNext.isEmpty {
      let from = value(trial.values[position])
      let to = value(trial.values[position + 1])
      canvas.labelled(
        say(from + " to " + to, from + "から" + to), phrasing.list(areas(row.movingNext)), indent: 4, hanging: 16, tone: .faint)
    }
  }

  private var heads: [String] {
    ["", say("value", "値"), say("met", "達成"), say("missed", "未達成"), say("not reported", "未報告")]
      + [trial.years.count > 1 ? phrasing.year(trial.years[1]) + say(" met", "の達成") : ""]
  }

  private func cells(_ row: TrialRow, _ position: Int) -> [String] {
    let now = row.counts.first ?? TrialRow.Counts()
    return [
      value(trial.values[position]), String(now.met), String(now.missed), String(now.notReported),
      row.counts.count > 1 ? String(row.counts[1].met) : "",
    ]
  }

  private func total(_ row: TrialRow) -> Int {
    row.counts.first.map { $0.met + $0.missed + $0.notReported } ?? 0
  }

  /// Met areas as a bar of at most 40 blocks.
  private func bar(_ row: TrialRow, _ most: Int) -> String {
    let met = row.counts.first?.met ?? 0
    let length = most > 40 ? (met * 40 + most / 2) / most : met
    return String(repeating: "#", count: length)
  }

  // MARK: Other formats

  package func markdown() -> [UInt8] {
    var writer = MarkdownWriter()
    writer.heading(say("Trying values of 「", "設定値「") + parameter.name + say("」", "」の試算"), level: 1)
    let head = Array(heads.dropFirst().filter { !$0.isEmpty }) + [say("next to move", "次に動く区")]
    for target in trial.targets {
      writer.heading(phrasing.name(of: rulebook.targets[target.target]), level: 2)
      let rows = target.rows.enumerated().map { position, row in
        (cells(row, position).filter { !$0.isEmpty } + [phrasing.list(areas(row.movingNext))]).map { [$0] }
      }
      writer.table(head: head, rows: rows, rightAligned: Set(0..<(head.count - 1)))
    }
    return writer.bytes
  }

  package func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["target", "parameter", "value", "year", "met", "missed", "not_reported", "others", "moving_next"])
    forEachRow { target, position, year, counts, moving in
      writer.row([
        rulebook.targets[target].name, parameter.name, plainValue(trial.values[position]), String(year.number),
        String(counts.met),
        String(counts.missed), String(counts.notReported), String(counts.others), moving.joined(separator: "; "),
      ])
    }
    return writer.bytes
  }

  package func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject(spread: true)
    writer.member("schema", "pdca-trial/1")
    writer.member("parameter", parameter.name)
    writer.member("stated", plainValue(trial.stated))
    writer.key("rows")
    writer.beginList(spread: true)
    forEachRow { target, position, year, counts, moving in
      writer.beginObject()
      writer.member("target", rulebook.targets[target].name)
      writer.member("value", plainValue(trial.values[position]))
      writer.member("year", Int(year.number))
      writer.member("met", counts.met)
      writer.member("missed", counts.missed)
      writer.member("not_reported", counts.notReported)
      writer.member("others", counts.others)
      writer.key("moving_next")
      writer.beginList()
      for name in moving { writer.value(name) }
      writer.endList()
      writer.endObject()
    }
    writer.endList()
    writer.endObject()
    return writer.finish()
  }

  /// Rows for programs: a target, a value and a year each; which areas move next is told for the judged year.
  private func forEachRow(_ body: (Int, Int, FiscalYear, TrialRow.Counts, [String]) -> Void) {
    for target in trial.targets {
      for (position, row) in target.rows.enumerated() {
        for (order, counts) in row.counts.enumerated() {
          body(target.target, position, trial.years[order], counts, order == 0 ? areas(row.movingNext) : [])
        }
      }
    }
  }
}
