/// A table in a box of its own, in which it scrolls where it is too wide. The first cell of each row is its head.
struct HTMLTable {
  struct Column {
    let title: String
    var style = ""

    static func number(_ title: String) -> Column { Column(title: title, style: "n") }
    static func wide(_ title: String) -> Column { Column(title: title, style: "w") }
    static func middling(_ title: String) -> Column { Column(title: title, style: "m") }
    static func short(_ title: String) -> Column { Column(title: title, style: "nb") }
    static func plain(_ title: String) -> Column { Column(title: title) }
  }

  typealias Cell = (inout MarkupWriter) -> Void

  struct Row {
    var cells: [Cell]
    var style = ""
  }

  let caption: String
  let columns: [Column]
  var rows: [Row] = []
  /// Whether the caption is shown; a reader of the page aloud always hears it.
  var namesItself = true

  /// Adds texts as rows after a head of their own; columns that are empty in every row are left out.
  init(caption: String, columns: [Column], heads: [Cell], texts: [[String]]) {
    let shown = texts.first.map { $0.indices.filter { place in texts.contains { !$0[place].isEmpty } } } ?? []
    self.caption = caption
    self.columns = columns.prefix(1) + shown.map { columns[$0 + 1] }
    rows = zip(heads, texts).map { head, texts in Row(cells: [head] + shown.map { HTMLTable.text(texts[$0]) }) }
  }

  /// A table of counts; items lead to their pages.
  init(_ grid: SummaryGrid, _ site: Site) {
    let columns: [Column] = grid.head.enumerated().map { position, title in
      if grid.kind == .records || grid.kind == .items && position == 0 { return .wide(title) }
      return position > 0 ? .number(title) : .short(title)
    }
    self.init(caption: grid.title + (grid.note ?? ""), columns: columns)
    rows = grid.rows.enumerated().map { position, row in
      let item = grid.kind == .items ? site.items.first { site.index.itemName($0) == row.first } : nil
      let head: Cell = { writer in
        guard let item else { return writer.text(row.first ?? "") }
        writer.element("a", [.init("href", site.itemFile(item))], text: row.first ?? "")
      }
      let isSum = grid.kind == .stages && position == grid.rows.count - 1
      return Row(cells: [head] + row.dropFirst().map { HTMLTable.text($0) }, style: isSum ? "sum" : "")
    }
  }

  init(caption: String, columns: [Column], namesItself: Bool = true) {
    self.caption = caption
    self.columns = columns
    self.namesItself = namesItself
  }

  /// A table of so many rows stays on one sheet.
  private static let mostKept = 12

  static func text(_ text: String) -> Cell { { $0.text(text) } }

  func write(to writer: inout MarkupWriter) {
    if rows.isEmpty { return }
    let box: [MarkupWriter.Attribute] = [
      .init("class", rows.count <= HTMLTable.mostKept ? "scroll keep" : "scroll"), .init("role", "group"),
      .init("aria-label", caption), .init("tabindex", "0"),
    ]
    writer.element("div", box) { writer in
      writer.element("table", columns.count < 3 ? [.init("class", "fit")] : []) { writer in
        if namesItself { writer.element("caption", text: caption) }
        writer.element("thead") { writer in
          writer.element("tr") { writer in
            for column in columns {
              writer.element("th", [.init("scope", "col")] + style(column.style), text: column.title)
            }
          }
        }
        writer.lineBreak()
        writer.element("tbody") { writer in for row in rows { write(row, to: &writer) } }
      }
    }
    writer.lineBreak()
  }

  private func write(_ row: Row, to writer: inout MarkupWriter) {
    writer.element("tr", style(row.style)) { writer in
      for (position, cell) in row.cells.enumerated() {
        let style = columns.indices.contains(position) ? style(columns[position].style) : []
        if position == 0 {
          writer.element("th", [.init("scope", "row")] + style, cell)
        } else {
          writer.element("td", style, cell)
        }
      }
    }
    writer.lineBreak()
  }

  private func style(_ name: String) -> [MarkupWriter.Attribute] { name.isEmpty ? [] : [.init("class", name)] }
}
