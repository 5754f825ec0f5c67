import Facts

/// The loops over areas: about a nanosecond for each area and figure.
///
/// What pays: every state of a figure is in one word, so that one comparison tells a figure from what is missing; sums are taken
/// apart before their loop, so that no reference is counted in it; a threshold, by far the most common demand, has a loop of its
/// own. Areas where something is missing leave the loop for `ColumnTest.results`, which says the same at leisure.
enum ColumnLoop {
  static func results(_ test: ColumnTest, _ values: UnsafePointer<Int64>, _ rows: [Int]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: rows.count) { results, count in
      rows.withUnsafeBufferPointer { rows in
        switch test {
        case .bounds(let sum, let acceptance):
          if let term = sum.loneTerm {
            threshold(term, acceptance, values, rows, results)
          } else {
            bounds(sum, acceptance, test, values, rows, results)
          }
        case .fraction(let sum, let under, let ifPositive, let ifNegative):
          fraction(sum, under, ifPositive, ifNegative, test, values, rows, results)
        case .reported:
          for place in rows.indices { results[place] = test.results(values, rows[place]).rawValue }
        }
      }
      count = rows.count
    }
  }

  private static func threshold(
    _ term: ColumnSum.Term, _ acceptance: Acceptance, _ values: UnsafePointer<Int64>, _ rows: UnsafeBufferPointer<Int>,
    _ results: UnsafeMutableBufferPointer<UInt8>
  ) {
    let column = values + term.place
    let (low, high) = (acceptance.low, acceptance.high)
    let (inside, outside) = verdicts(acceptance)
    let missing = StoredWord.notApplicable
    let unknown = term.least <= term.greatest ? acceptance.results(term.least, term.greatest).rawValue : 0
    for place in rows.indices {
      let word = column[rows[place]]
      if word > missing {
        results[place] = low <= word && word <= high ? inside : outside
      } else {
        results[place] = word == missing ? PossibleResults.notApplicable.rawValue : unknown
      }
    }
  }

  private static func bounds(
    _ sum: ColumnSum, _ acceptance: Acceptance, _ test: ColumnTest, _ values: UnsafePointer<Int64>,
    _ rows: UnsafeBufferPointer<Int>, _ results: UnsafeMutableBufferPointer<UInt8>
  ) {
    let (low, high) = (acceptance.low, acceptance.high)
    let (inside, outside) = verdicts(acceptance)
    let constant = sum.constant
    sum.terms.withUnsafeBufferPointer { terms in
      for place in rows.indices {
        if let whole = whole(terms, constant, values, rows[place]) {
          results[place] = low <= whole && whole <= high ? inside : outside
        } else {
          results[place] = test.results(values, rows[place]).rawValue
        }
      }
    }
  }

  private static func fraction(
    _ sum: ColumnSum, _ under: ColumnSum, _ ifPositive: Acceptance, _ ifNegative: Acceptance, _ test: ColumnTest,
    _ values: UnsafePointer<Int64>, _ rows: UnsafeBufferPointer<Int>, _ results: UnsafeMutableBufferPointer<UInt8>
  ) {
    let (low, high) = (ifPositive.low, ifPositive.high)
    let (inside, outside) = verdicts(ifPositive)
    let (constant, underConstant) = (sum.constant, under.constant)
    sum.terms.withUnsafeBufferPointer { terms in
      under.terms.withUnsafeBufferPointer { underTerms in
        for place in rows.indices {
          if let divisor = whole(underTerms, underConstant, values, rows[place]), divisor > 0,
            let whole = whole(terms, constant, values, rows[place])
          {
            results[place] = low <= whole && whole <= high ? inside : outside
          } else {
            results[place] = test.results(values, rows[place]).rawValue
          }
        }
      }
    }
  }

  private static func verdicts(_ acceptance: Acceptance) -> (inside: UInt8, outside: UInt8) {
    let (met, missed) = (PossibleResults.met.rawValue, PossibleResults.missed.rawValue)
    return acceptance.isInverted ? (missed, met) : (met, missed)
  }

  /// The sum, where every figure is given and it fits into a word.
  @inline(__always)
  private static func whole(
    _ terms: UnsafeBufferPointer<ColumnSum.Term>, _ constant: Int64, _ values: UnsafePointer<Int64>, _ row: Int
  ) -> Int64? {
    let missing = StoredWord.notApplicable
    var sum = constant
    for place in 0..<terms.count {
      let word = terms[place].word(values, row)
      if word <= missing { return nil }
      let (product, overflowed) = word.multipliedReportingOverflow(by: terms[place].coefficient)
      let (next, overflows) = sum.addingReportingOverflow(product)
      if overflowed || overflows { return nil }
      sum = next
    }
    return sum
  }
}

extension ColumnSum {
  /// The figure alone, where the sum is one figure that columns hold.
  fileprivate var loneTerm: Term? {
    guard terms.count == 1, constant == 0, !skipsNotApplicable, terms[0].coefficient == 1, terms[0].place >= 0,
      !terms[0].isLeftOut
    else { return nil }
    return terms[0]
  }
}
