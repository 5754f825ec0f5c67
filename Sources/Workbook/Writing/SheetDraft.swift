/// A sheet as it is put together before it is written. Rows and columns count from 1.
package struct SheetDraft: Sendable {
  struct Placed: Sendable {
    let row: Int
    let column: Int
    let content: CellContent
    let style: CellStyle
  }

  struct Column: Sendable {
    let columns: ClosedRange<Int>
    let width: Int?
    let isHidden: Bool
  }

  struct RowShape: Sendable {
    var height: Int?
    var isHidden = false
  }

  package var name: String
  package var visibility = SheetVisibility.visible
  package var tabColour: Colour?
  package var showsGrid = true
  /// Rows and columns that stay in view.
  package var frozenRows = 0
  package var frozenColumns = 0
  package var filter: CellRange?
  package var merges: [CellRange] = []
  package var validations: [Validation] = []
  package var conditionalFormats: [ConditionalFormat] = []
  /// Only cells whose style is not locked can be changed. There is no password: it keeps from slips, not from intent.
  package var isProtected = false
  package var print = PrintSetup()
  private(set) var cells: [Placed] = []
  private(set) var columns: [Column] = []
  private(set) var rowShapes: [Int: RowShape] = [:]

  package init(name: String) { self.name = name }

  /// Puts something into a cell. What is put into the same cell later replaces it.
  package mutating func put(_ content: CellContent, row: Int, column: Int, _ style: CellStyle = .plain) {
    cells.append(Placed(row: row, column: column, content: content, style: style))
  }

  /// Puts contents into cells from left to right.
  package mutating func put(_ contents: [CellContent], row: Int, from column: Int = 1, _ style: CellStyle = .plain) {
    for (offset, content) in contents.enumerated() { put(content, row: row, column: column + offset, style) }
  }

  /// Merges a range; its top left cell holds the content, and all of its cells the style, so that borders go round it.
  package mutating func merge(_ range: CellRange, _ content: CellContent, _ style: CellStyle = .plain) {
    merges.append(range)
    for row in range.firstRow...range.lastRow {
      for column in range.firstColumn...range.lastColumn {
        let isFirst = row == range.firstRow && column == range.firstColumn
        put(isFirst ? content : .blank, row: row, column: column, style)
      }
    }
  }

  /// - Parameter width: in characters of the workbook's font; a Japanese character takes two.
  package mutating func setColumns(_ columns: ClosedRange<Int>, width: Int?, isHidden: Bool = false) {
    self.columns.append(Column(columns: columns, width: width, isHidden: isHidden))
  }

  /// - Parameter height: in points.
  package mutating func setRow(_ row: Int, height: Int) { rowShapes[row, default: RowShape()].height = height }

  package mutating func hideRow(_ row: Int) { rowShapes[row, default: RowShape()].isHidden = true }

  /// The cells by row and column, each once.
  func sortedCells() -> [Placed] {
    let order = cells.indices.sorted {
      let (first, second) = (cells[$0], cells[$1])
      if first.row != second.row { return first.row < second.row }
      return first.column != second.column ? first.column < second.column : $0 < $1
    }
    var sorted: [Placed] = []
    sorted.reserveCapacity(order.count)
    for index in order {
      let cell = cells[index]
      if let last = sorted.last, last.row == cell.row, last.column == cell.column { sorted.removeLast() }
      sorted.append(cell)
    }
    return sorted
  }
}
