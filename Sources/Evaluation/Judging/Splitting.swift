import Facts
import Quantities
import RuleLanguage

/// A figure that more than one comparison looks at ties their results together. Its range is split where a comparison
/// against known values changes, and each piece is judged by itself.
extension Judging {
  static let caseLimit = 1024
  /// For an area that is counted, within one case of the area above.
  static let innerCaseLimit = 64

  /// A condition's results with what occurs more than once split into cases.
  func settledResults(_ condition: Int, _ area: Int, _ year: FiscalYear) -> PossibleResults {
    settled(mayRepeat: true) { results(condition, area, year) }
  }

  func settled(mayRepeat: Bool, _ results: () -> PossibleResults) -> PossibleResults {
    let first = results()
    if first.isDecided || !mayRepeat || splitDepth > 1 || sightings != nil { return first }
    sightings = []
    _ = results()
    let seen = sightings ?? []
    sightings = nil
    let cases = Split(seen, self, limit: splitDepth == 0 ? Judging.caseLimit : Judging.innerCaseLimit)
    splitDepth += 1
    let found = found(cases, within: first, results)
    splitDepth -= 1
    return found
  }

  private func found(_ split: Split, within first: PossibleResults, _ results: () -> PossibleResults) -> PossibleResults {
    if split.figures.isEmpty && split.questions.isEmpty { return first }
    let present = (assumptions, outcomeAssumptions)
    var found: PossibleResults = []
    var positions = [Int](repeating: 0, count: split.figures.count + split.questions.count)
    repeat {
      (assumptions, outcomeAssumptions) = present
      for (place, figure) in split.figures.enumerated() {
        let (low, high) = figure.pieces[positions[place]]
        // A single value is still one that is not reported.
        assumptions.set(figure.key, .between(low, high))
      }
      for (place, question) in split.questions.enumerated() {
        outcomeAssumptions.append((question.question, question.results[positions[split.figures.count + place]]))
      }
      found.formUnion(results())
    } while !found.isSuperset(of: first) && split.advance(&positions)
    (assumptions, outcomeAssumptions) = present
    return found.intersection(first).isEmpty ? first : found.intersection(first)
  }
}

/// What is split, and into which pieces.
struct Split {
  private(set) var figures: [(key: FigureKey, pieces: [(Int64, Int64)])] = []
  private(set) var questions: [(question: OutcomeQuestion, results: [PossibleResults])] = []
  private var caseCount = 1
  private let limit: Int

  init(_ sightings: [Sighting], _ judging: Judging, limit: Int) {
    self.limit = limit
    var counts: [FigureKey: Int] = [:]
    var parts: [FigureKey: Int] = [:]
    var spansParts: Set<FigureKey> = []
    var order: [FigureKey] = []
    for sighting in sightings {
      for figure in sighting.figures {
        counts[figure, default: 0] += 1
        if counts[figure] == 1 { order.append(figure) }
        if parts[figure, default: sighting.part] != sighting.part { spansParts.insert(figure) }
        parts[figure] = sighting.part
      }
    }
    addQuestions(sightings)
    for key in order {
      // What repeats within one counted area only is split there.
      if parts[key] != 0, !spansParts.contains(key), judging.splitDepth == 0, judging.part == 0 { continue }
      let lone = sightings.filter { $0.figures.count == 1 && $0.figures[0] == key }
      // A figure that occurs once, in a comparison that comes down to a linear form, needs no cases.
      let isBent = lone.contains { sighting in
        switch sighting.kind {
        case .comparison(_, nil), .condition: return true
        case .comparison, .outcome: return false
        }
      }
      if counts[key] == 1 && !isBent { continue }
      let pieces = Split.pieces(key, lone, judging)
      if pieces.count < 2 || pieces.count > limit / caseCount { continue }
      caseCount *= pieces.count
      figures.append((key, pieces))
    }
  }

  private mutating func addQuestions(_ sightings: [Sighting]) {
    var seen: [(question: OutcomeQuestion, results: PossibleResults, count: Int)] = []
    for sighting in sightings {
      guard case .outcome(let question, let results) = sighting.kind else { continue }
      if let place = seen.firstIndex(where: { $0.question == question }) {
        seen[place].count += 1
      } else {
        seen.append((question, results, 1))
      }
    }
    for (question, results, count) in seen where count > 1 && caseCount <= limit / 3 {
      let single = [PossibleResults.met, .missed, .notApplicable].filter { results.contains($0) }
      caseCount *= single.count
      questions.append((question, single))
    }
  }

  /// Moves on to the next case; false after the last.
  func advance(_ positions: inout [Int]) -> Bool {
    for place in positions.indices {
      let count = place < figures.count ? figures[place].pieces.count : questions[place - figures.count].results.count
      positions[place] += 1
      if positions[place] < count { return true }
      positions[place] = 0
    }
    return false
  }

  private static func pieces(_ key: FigureKey, _ lone: [Sighting], _ judging: Judging) -> [(Int64, Int64)] {
    let (low, high) = judging.storedRange(key)
    if low >= high { return [] }
    var starts: [Int64] = []
    for sighting in lone {
      if case .condition(let condition) = sighting.kind {
        starts.append(
          contentsOf: judging.changes(ofCondition: condition, sighting.area, sighting.year, key, low, high, shortRange: 512))
      }
      guard case .comparison(let position, let difference) = sighting.kind else { continue }
      if let difference {
        starts.append(contentsOf: Split.starts(difference, judging.ranges[key.indicator].step))
      } else {
        starts.append(
          contentsOf: judging.changes(
            ofComparison: position, sighting.area, sighting.year, key, low, high, shortRange: 512))
      }
    }
    let inside = starts.filter { $0 > low && $0 <= high }.sorted()
    var pieces: [(Int64, Int64)] = []
    var start = low
    for next in inside where next > start {
      pieces.append((start, next - 1))
      start = next
    }
    pieces.append((start, high))
    return pieces
  }

  /// Where a form of one figure begins to be of another sign: at its zero and after it, or after the whole number below.
  private static func starts(_ form: Form, _ step: Rational) -> [Int64] {
    guard let term = form.terms.first, let zero = (-form.constant).divided(by: term.coefficient * step) else { return [] }
    let (floor, isWhole) = zero.wholeBelow
    let next = floor == .max ? floor : floor + 1
    return isWhole ? [floor, next] : [next]
  }
}
