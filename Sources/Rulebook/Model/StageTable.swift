import RuleLanguage

/// Which targets each work item has at each stage of the circle: the cells that lint draws, and those that are empty.
package struct StageTable: Sendable {
  package struct Row: Sendable {
    /// Nothing for the targets that belong to no item; this row stands last and only where there are such.
    package let item: Int?
    /// Targets by position, in the order of `Stage.allCases`.
    package let cells: [[Int]]
    /// Targets that state no stage.
    package let withoutStage: [Int]

    package func targets(at stage: Stage) -> [Int] { cells[Stage.allCases.firstIndex(of: stage) ?? 0] }
  }

  package let rows: [Row]

  /// The cells of items without a target, in order of items, then of stages.
  package var emptyCells: [(item: Int, stage: Stage)] {
    var empty: [(item: Int, stage: Stage)] = []
    for row in rows {
      guard let item = row.item else { continue }
      for (position, stage) in Stage.allCases.enumerated() where row.cells[position].isEmpty { empty.append((item, stage)) }
    }
    return empty
  }
}

extension Rulebook {
  package var stageTable: StageTable {
    // The last row holds the targets without an item.
    var cells = [[[Int]]](repeating: Stage.allCases.map { _ in [] }, count: items.count + 1)
    var withoutStage = [[Int]](repeating: [], count: items.count + 1)
    for (position, target) in targets.enumerated() {
      let row = target.item ?? items.count
      if let column = target.stage.flatMap({ Stage.allCases.firstIndex(of: $0) }) {
        cells[row][column].append(position)
      } else {
        withoutStage[row].append(position)
      }
    }
    var rows = items.indices.map { StageTable.Row(item: $0, cells: cells[$0], withoutStage: withoutStage[$0]) }
    if targets.contains(where: { $0.item == nil }) {
      rows.append(StageTable.Row(item: nil, cells: cells[items.count], withoutStage: withoutStage[items.count]))
    }
    return StageTable(rows: rows)
  }
}
