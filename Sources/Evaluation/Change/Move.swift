import Facts

/// One figure, moved to another value.
struct Move {
  let key: FigureKey
  /// Nothing where the figure is not reported.
  let from: Int64?
  let to: Int64
  /// Whether any value would do: the figure is only asked for.
  let isAnyValue: Bool
  let steps: Int64
}

/// Fewest figures first, then fewest steps.
struct ChangeCost: Comparable {
  let figures: Int
  let steps: Int64

  static let none = ChangeCost(figures: .max, steps: .max)

  static func < (left: ChangeCost, right: ChangeCost) -> Bool {
    left.figures == right.figures ? left.steps < right.steps : left.figures < right.figures
  }
}

/// Moves that together meet a demand.
struct Proposal {
  private(set) var moves: [Move]

  var cost: ChangeCost {
    var steps: Int64 = 0
    for move in moves {
      let (sum, overflows) = steps.addingReportingOverflow(move.steps)
      steps = overflows ? .max : sum
    }
    return ChangeCost(figures: moves.count, steps: steps)
  }

  init(_ moves: [Move] = []) { self.moves = moves }

  mutating func add(_ other: Proposal) { moves.append(contentsOf: other.moves) }

  var changes: [Change] {
    moves.map { Change(figure: $0.key, from: $0.from, to: $0.isAnyValue ? nil : $0.to) }
  }
}
