import Facts
import Quantities
import Rulebook

/// All fillings of the unreported figures that decide one target for one area and one year, and what comes of them.
struct Fillings {
  /// The stored values that each unknown figure takes.
  private(set) var slots: [Int] = []
  private(set) var candidates: [[Int]] = []
  private(set) var asked: [AskedKey] = []
  private(set) var askedResults: [[AskedResult]] = []

  /// How many fillings there are; stops counting beyond a million.
  var count: Int {
    var product = 1
    for length in candidates.map({ $0.count }) + askedResults.map({ $0.count }) {
      product = min(product * length, 1_000_001)
    }
    return product
  }

  /// Finds the unknown figures by walking the target once with every read noted: the walk skips no part of the tree, so
  /// no other filling can reach another figure.
  init(_ evaluator: NaiveEvaluator, target: Int, area: Int, year: Int32, breadth: OpenBreadth) {
    self.init(evaluator, breadth: breadth) { _ = evaluator.result(ofTarget: target, area, year) }
  }

  init(_ evaluator: NaiveEvaluator, breadth: OpenBreadth, walk: () -> Void) {
    evaluator.startRecording()
    walk()
    evaluator.isRecording = false
    for slot in evaluator.touchedSlots where !slots.contains(slot) {
      slots.append(slot)
      candidates.append(Fillings.candidates(evaluator, evaluator.key(ofSlot: slot), breadth))
    }
    for key in evaluator.touchedAsked where !asked.contains(key) {
      asked.append(key)
      askedResults.append(evaluator.possible(key))
    }
  }

  /// Runs `body` under every filling until it answers false.
  func forEach(_ evaluator: NaiveEvaluator, _ body: () -> Bool) {
    var positions = [Int](repeating: 0, count: slots.count + asked.count)
    for place in slots.indices { evaluator.fill(slot: slots[place], stored: candidates[place][0]) }
    for place in asked.indices { evaluator.askedChoice[asked[place]] = askedResults[place][0] }
    while body() {
      var place = 0
      while place < positions.count {
        let length = place < slots.count ? candidates[place].count : askedResults[place - slots.count].count
        positions[place] += 1
        if positions[place] == length { positions[place] = 0 }
        if place < slots.count {
          evaluator.fill(slot: slots[place], stored: candidates[place][positions[place]])
        } else {
          evaluator.askedChoice[asked[place - slots.count]] = askedResults[place - slots.count][positions[place]]
        }
        if positions[place] != 0 { break }
        place += 1
      }
      if place == positions.count { break }
    }
    evaluator.askedChoice = [:]
  }

  /// The results that some filling has.
  func results(_ evaluator: NaiveEvaluator, target: Int, area: Int, year: Int32) -> Set<NaiveResult> {
    var (met, missed, notApplicable) = (false, false, false)
    forEach(evaluator) {
      switch evaluator.result(ofTarget: target, area, year) {
      case .met: met = true
      case .missed: missed = true
      case .notApplicable: notApplicable = true
      }
      return true
    }
    var found: Set<NaiveResult> = []
    if met { found.insert(.met) }
    if missed { found.insert(.missed) }
    if notApplicable { found.insert(.notApplicable) }
    return found
  }
}

/// How far the values of a figure without a stated range are tried.
///
/// The generator lets such a figure stand only in forms that are linear in it (or a quotient with it, which multiplies out
/// to one), with factors from 1/4 to 4 and known parts of at most about 12; such a form changes its truth only below 64, so
/// values up to 12 together with some far ones show every result in nearly all cases. A case that differs is judged again
/// with `wide`, which holds every whole value up to 200 and then powers: only what differs there, too, is reported.
enum OpenBreadth {
  case narrow, wide

  var values: [Int] {
    switch self {
    case .narrow: Array(0...12) + [24, 49, 100, 1001, 20_000]
    case .wide: Array(0...200) + [299, 300, 1000, 1001, 9999, 20_000, 20_001]
    }
  }
}

extension Fillings {
  static func isOpen(_ rulebook: Rulebook, _ indicator: Int) -> Bool {
    rulebook.indicators[indicator].leastStored == nil
      || rulebook.indicators[indicator].greatestStored(ladders: rulebook.ladders) == nil
  }

  static func candidates(_ evaluator: NaiveEvaluator, _ key: FigureKey, _ breadth: OpenBreadth) -> [Int] {
    let indicator = evaluator.rulebook.indicators[key.indicator]
    if case .date = indicator.kind { return dates(evaluator.facts.years, breadth) }
    let least = indicator.leastStored.map { Int($0) }
    let greatest = indicator.greatestStored(ladders: evaluator.rulebook.ladders).map { Int($0) }
    // A plain number without decimals stated has steps of a millionth: the anchors are then the constants' own steps.
    let values = breadth.values
    switch (least, greatest) {
    case (let least?, let greatest?): return Array(least...max(least, greatest))
    case (let least?, nil): return values.map { least + $0 }
    case (nil, let greatest?): return values.map { greatest - $0 }
    case (nil, nil): return values + values.dropFirst().map { -$0 }
    }
  }

  /// Every date that a random case states, and every date that is given, is 29 June, 30 June or 1 July of a year of the
  /// facts or the one before, and differences are compared with at most two days: the days around these, a day in between
  /// and both ends of the calendar show every order.
  private static func dates(_ years: ClosedRange<Int32>, _ breadth: OpenBreadth) -> [Int] {
    let margin: Int32 = breadth == .wide ? 5 : 3
    var days: [Int] = []
    for year in (years.lowerBound - 1)...(years.upperBound + 1) {
      guard let middle = CalendarDate(year: year, month: 6, day: 30) else { continue }
      for offset in -margin...margin { days.append(Int(middle.dayNumber + offset)) }
    }
    for (year, month, day) in [(1868, 1, 1), (2200, 12, 31)] as [(Int32, Int32, Int32)] {
      if let end = CalendarDate(year: year, month: month, day: day) { days.append(Int(end.dayNumber)) }
    }
    return days
  }
}
