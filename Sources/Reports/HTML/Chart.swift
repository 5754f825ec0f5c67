/// Bars with their numbers, and the same in a table beside them. Which bar is which is told by a pattern and in words.
struct Chart {
  struct Series {
    let name: String
    /// The class that fills its bars.
    let fill: String
  }

  struct Row {
    let key: String
    let label: String
    let values: [Value]
    var isNew = false
  }

  struct Value {
    /// For the length of the bar; nothing where there is none.
    let amount: Int64?
    /// With its unit, or why there is none.
    let text: String
  }

  enum Kind { case stacked, grouped }

  let title: String
  let unit: String
  let source: String
  let kind: Kind
  let series: [Series]
  let rows: [Row]
  let rowTitle: String
  /// What the bars are to show, in words.
  var leads: [String] = []
  var notes: [String] = []

  func write(_ site: Site, to writer: inout MarkupWriter) {
    writer.element("figure") { writer in
      writer.element("figcaption") { writer in
        writer.element("h3", text: title)
        writer.element(
          "p", [.init("class", "soft small")], text: site.say("unit: ", "単位：") + unit + site.say("; source: ", "　出典：") + source)
        for lead in leads { writer.element("p", [.init("class", "lead")], text: lead) }
      }
      legend(to: &writer)
      writer.element("div", [.init("class", "split")]) { writer in
        let styles = (hasShortLabels ? ["side"] : []) + (rows.count * height < Chart.mostKept ? ["keep"] : [])
        writer.element("div", styles.isEmpty ? [] : [.init("class", styles.joined(separator: " "))]) { writer in
          for row in rows { draw(row, to: &writer) }
        }
        table(to: &writer)
      }
      for note in notes { writer.element("p", [.init("class", "soft small")], text: note) }
    }
    writer.lineBreak()
  }

  private func legend(to writer: inout MarkupWriter) {
    writer.element("ul", [.init("class", "legend")]) { writer in
      for entry in series {
        writer.element("li") { writer in
          writer.element("svg", [.init("width", "22"), .init("height", "14"), .init("aria-hidden", "true")]) { writer in
            writer.element(
              "rect", [.init("class", entry.fill), .init("x", "1"), .init("y", "1"), .init("width", "20"), .init("height", "12")]
            ) { _ in }
          }
          writer.text(entry.name)
        }
      }
    }
  }

  /// Of a row of bars, in pixels.
  private var height: Int { kind == .stacked ? 26 : series.count * Chart.barStep }

  /// Charts of less height than this stay on one sheet.
  private static let mostKept = 420

  /// From one bar of a group to the next.
  private static let barStep = 17

  /// Whether the labels fit beside their bars.
  private var hasShortLabels: Bool { rows.allSatisfy { label($0).unicodeScalars.count <= 6 } }

  private func label(_ row: Row) -> String { (row.isNew ? "※ " : "") + row.label }

  private func draw(_ row: Row, to writer: inout MarkupWriter) {
    let words = zip(series, row.values).map { $0.name + " " + $1.text }.joined(separator: ", ")
    writer.element("div", [.init("class", "row")]) { writer in
      writer.element("div", text: label(row))
      let frame: [MarkupWriter.Attribute] = [
        .init("role", "img"), .init("width", "100%"), .init("height", String(height)),
        .init("aria-label", row.label + ": " + words), .init("data-row", row.key),
      ]
      writer.element("svg", frame) { writer in
        switch kind {
        case .stacked: stack(row, to: &writer)
        case .grouped: group(row, to: &writer)
        }
      }
    }
    writer.lineBreak()
  }

  private func stack(_ row: Row, to writer: inout MarkupWriter) {
    let total = row.values.reduce(0.0) { $0 + Double(max(0, $1.amount ?? 0)) }
    var used = 0.0
    for (entry, value) in zip(series, row.values) {
      guard let amount = value.amount, amount > 0, total > 0 else { continue }
      let share = Double(amount) / total
      bar(entry, value, x: Chart.percent(used), y: 1, width: Chart.percent(share), height: 24, to: &writer)
      if share > 0.025 {
        let style = entry.fill == "s0" ? "vo" : "vs"
        text(String(amount), style, x: Chart.percent(used + share / 2), y: 18, anchor: "middle", to: &writer)
      }
      used += share
    }
    if total <= 0 { text("-", "v", x: "0%", y: 18, anchor: "start", to: &writer) }
  }

  private func group(_ row: Row, to writer: inout MarkupWriter) {
    let highest = rows.flatMap { $0.values }.compactMap { $0.amount }.max() ?? 0
    for (position, (entry, value)) in zip(series, row.values).enumerated() {
      let share = highest > 0 ? 0.78 * Double(max(0, value.amount ?? 0)) / Double(highest) : 0
      let y = position * Chart.barStep
      if value.amount != nil {
        bar(entry, value, x: "0%", y: y + 1, width: Chart.percent(share), height: Chart.barStep - 3, to: &writer)
      }
      text(value.text, "v", x: Chart.percent(share + 0.01), y: y + Chart.barStep - 4, anchor: "start", to: &writer)
    }
  }

  private func bar(
    _ series: Series, _ value: Value, x: String, y: Int, width: String, height: Int, to writer: inout MarkupWriter
  ) {
    let attributes: [MarkupWriter.Attribute] = [
      .init("class", series.fill + " edge"), .init("x", x), .init("y", String(y)), .init("width", width),
      .init("height", String(height)), .init("data-series", series.name), .init("data-value", String(value.amount ?? 0)),
    ]
    writer.element("rect", attributes) { _ in }
  }

  private func text(_ text: String, _ style: String, x: String, y: Int, anchor: String, to writer: inout MarkupWriter) {
    writer.element(
      "text", [.init("class", style), .init("x", x), .init("y", String(y)), .init("text-anchor", anchor)]
    ) { $0.plain(text) }
  }

  private func table(to writer: inout MarkupWriter) {
    var table = HTMLTable(
      caption: title, columns: [hasShortLabels ? .short(rowTitle) : .wide(rowTitle)] + series.map { .number($0.name) },
      namesItself: false)
    for row in rows {
      table.rows.append(HTMLTable.Row(cells: [HTMLTable.text(label(row))] + row.values.map { HTMLTable.text($0.text) }))
    }
    table.write(to: &writer)
  }

  /// A share as a percentage with two decimals.
  private static func percent(_ share: Double) -> String {
    let hundredths = Int((min(1, max(0, share)) * 10_000).rounded())
    let rest = hundredths % 100
    return String(hundredths / 100) + (rest == 0 ? "" : (rest < 10 ? ".0" : ".") + String(rest)) + "%"
  }
}
