import Diagnostics
import Facts
import Quantities

/// Enters figures into facts and watches for those that come twice.
///
/// A blank or an unreadable cell says nothing and gives way to a cell that does: one office's form leaves blank what another's
/// states. Of two different figures neither is taken.
struct FigureLedger {
  var facts: Facts
  private var contradicted: Set<FigureKey> = []

  /// What became of a cell.
  enum Entry {
    case entered
    /// Another cell said the same before.
    case repeated(first: CellPlace?)
    /// Another cell said something else before.
    case contradicting(first: CellPlace?)
  }

  init(_ facts: Facts) { self.facts = facts }

  mutating func add(file path: String) -> Int32 { facts.add(file: path) }

  mutating func enter(_ reading: FigureReading, for key: FigureKey, file: Int32, at position: CellPosition) -> Entry {
    let before = facts.state(key)
    if before != .notReported || contradicted.contains(key) { return compare(reading, with: before, key) }
    switch reading {
    case .given(let stored): facts.set(key, .given, stored: stored, file: file, at: position)
    case .text(let text): facts.set(key, .given, stored: facts.add(text: text), file: file, at: position)
    case .notApplicable: facts.set(key, .notApplicable, file: file, at: position)
    case .notReported, .fault:
      // The first cell that ought to hold the figure is where to ask for it.
      if facts.origin(key) == nil { facts.set(key, .notReported, file: file, at: position) }
    }
    return .entered
  }

  private mutating func compare(_ reading: FigureReading, with before: FigureState, _ key: FigureKey) -> Entry {
    switch reading {
    case .notReported, .fault: return .entered
    case .given, .text, .notApplicable: break
    }
    let first = facts.origin(key)
    if !contradicted.contains(key) && isSame(reading, before, key) { return .repeated(first: first) }
    contradicted.insert(key)
    facts.set(key, .notReported)
    return .contradicting(first: first)
  }

  private func isSame(_ reading: FigureReading, _ before: FigureState, _ key: FigureKey) -> Bool {
    switch reading {
    case .given(let stored): return before == .given && facts.stored(key) == stored
    case .text(let text):
      guard before == .given, let stored = facts.stored(key), stored >= 0, stored < Int64(facts.texts.count) else { return false }
      return facts.texts[Int(stored)].utf8.elementsEqual(text.utf8)
    case .notApplicable: return before == .notApplicable
    case .notReported, .fault: return true
    }
  }
}
