import Diagnostics
import Quantities
import RuleLanguage
import Rulebook

/// The table item × stage of a rulebook with the targets in its cells: an empty cell is a place where the circle of plan, do,
/// check and act is not closed.
package struct LintReport {
  private let rulebook: Rulebook
  private let phrasing: Phrasing
  private var canvas: TextCanvas

  package static func render(_ rulebook: Rulebook, language: Language, style: TextStyle = TextStyle()) -> [UInt8] {
    var report = LintReport(rulebook: rulebook, phrasing: Phrasing(rulebook, language), canvas: TextCanvas(style))
    report.draw()
    return report.canvas.bytes
  }

  private func say(_ english: String, _ japanese: String) -> String { phrasing.say(english, japanese) }

  private mutating func draw() {
    canvas.line([Run(rulebook.program.title, .strong)])
    canvas.line([
      Run(
        say(
          counted(rulebook.items.count, "item") + ", " + counted(rulebook.indicators.count, "indicator") + ", "
            + counted(rulebook.targets.count, "target") + ", " + counted(rulebook.examples.count, "example"),
          "項目" + String(rulebook.items.count) + "　指標" + String(rulebook.indicators.count) + "　目標" + String(rulebook.targets.count)
            + "　例"
            + String(rulebook.examples.count)))
    ])
    if rulebook.targets.isEmpty { return }
    table()
    emptyCells()
    apart()
  }

  private func counted(_ count: Int, _ noun: String) -> String { String(count) + " " + noun + (count == 1 ? "" : "s") }

  private func names(item: Int?, stage: Stage?) -> [String] {
    rulebook.targets.filter { $0.item == item && $0.stage == stage }.map { phrasing.name(of: $0) }
  }

  private mutating func table() {
    if rulebook.items.isEmpty { return }
    canvas.heading(say("■ Targets by item and stage", "■ 項目と段階ごとの目標"))
    let room = canvas.style.width - 2 - 4 * 2
    let first = min(24, room / 4)
    let other = (room - first) / 4
    let rows = rulebook.items.indices.map { item -> [[Run]] in
      let title = rulebook.items[item].code + (rulebook.items[item].title.isEmpty ? "" : " " + rulebook.items[item].title)
      return [[Run(title, .strong)]]
        + Stage.allCases.map { stage in
          let names = names(item: item, stage: stage)
          return names.isEmpty ? [Run(say("(empty)", "（空き）"), .caution)] : names.map { Run($0) }
        }
    }
    for (number, row) in rows.enumerated() {
      if number > 0 { canvas.blank() }
      WrappedGrid(
        head: number == 0 ? [say("item", "項目")] + Stage.allCases.map { $0.wording.text(in: phrasing.language) } : [], rows: [row],
        widths: [first, other, other, other, other]
      ).draw(on: &canvas, indent: 2)
    }
  }

  private mutating func emptyCells() {
    var lines: [String] = []
    for (position, item) in rulebook.items.enumerated() {
      let missing = Stage.allCases.filter { names(item: position, stage: $0).isEmpty }.map {
        $0.wording.text(in: phrasing.language)
      }
      if missing.isEmpty { continue }
      lines.append(
        say(
          "item " + item.code + ": no target for " + phrasing.list(missing),
          "項目" + item.code + "　" + phrasing.list(missing) + "に目標がありません。"))
    }
    canvas.heading(say("■ Empty cells", "■ 空いているところ"), lines.isEmpty ? .good : .caution)
    if lines.isEmpty {
      canvas.paragraph(say("none: every item goes through all four stages.", "ありません。すべての項目が計画から改善まで一巡します。"), indent: 2)
    }
    for line in lines { canvas.paragraph(line, indent: 2, hanging: 4) }
  }

  /// Targets that stand in no cell of the table.
  private mutating func apart() {
    let targets = rulebook.targets.filter { $0.item == nil || $0.stage == nil }.map { phrasing.name(of: $0) }
    if targets.isEmpty { return }
    canvas.heading(say("■ Targets without an item or a stage", "■ 項目や段階のない目標"))
    canvas.paragraph(phrasing.list(targets), indent: 2)
  }
}
