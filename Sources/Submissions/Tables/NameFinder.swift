import Quantities

/// What a name in a data file means.
enum Finding {
  case one(Int)
  case none
  case several([Int])

  init(_ positions: [Int]) {
    switch positions.count {
    case 0: self = .none
    case 1: self = .one(positions[0])
    default: self = .several(positions)
    }
  }
}

/// Finds what the names of a column mean, each spelling once.
struct NameFinder {
  private var spellings = SpellingTable()
  private var findings: [Finding] = []
  private let resolve: (String) -> [Int]

  /// - Parameter resolve: the positions of what is called so, however it is written.
  init(_ resolve: @escaping (String) -> [Int]) { self.resolve = resolve }

  /// The spelling's number, to ask about it later, and what it means.
  mutating func find(_ spelling: UnsafeBufferPointer<UInt8>) -> (number: Int, finding: Finding) {
    let number = spellings.number(of: spelling)
    if number == findings.count {
      let trimmed = UnsafeBufferPointer(rebasing: spelling[trimmedRange(spelling)])
      findings.append(Finding(resolve(String(decoding: trimmed, as: UTF8.self))))
    }
    return (number, findings[number])
  }

  func text(_ number: Int) -> String { spellings.text(number) }
}

/// Positions by the folded names of what stands there.
struct NameIndex {
  private var positions: [FoldedName: [Int]] = [:]

  /// - Parameter minimumCapacity: how many names are to be expected: each would be taken up anew whenever the index grows.
  init(minimumCapacity: Int = 0) { positions.reserveCapacity(minimumCapacity) }

  mutating func add(_ name: String, _ position: Int) {
    let key = FoldedName(name)
    if !key.isEmpty { NameIndex.note(position, in: &positions[key, default: []]) }
  }

  private static func note(_ position: Int, in known: inout [Int]) {
    if !known.contains(position) { known.append(position) }
  }

  func positions(of name: String) -> [Int] { positions[FoldedName(name)] ?? [] }
}
