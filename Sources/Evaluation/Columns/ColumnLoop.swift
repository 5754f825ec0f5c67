import Facts

/// The loops over areas.
///
/// A threshold, by far the most common demand, has a loop of its own without calls, with every state of a figure in one word:
/// nothing but comparisons stands in it, about a nanosecond an area. Other tests take their sum apart before their loop, so that
/// no reference is counted in it.
enum ColumnLoop {
  static func results(_ test: ColumnTest, _ values: UnsafePointer<Int64>, _ rows: [Int]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: rows.count) { results, count in
      rows.withUnsafeBufferPointer { rows in
        switch test {
        case .bounds(let sum, let acceptance):
          if sum.terms.count == 1, sum.terms[0].coefficient == 1, sum.constant == 0, sum.terms[0].place >= 0,
            !sum.terms[0].isLeftOut, !sum.skipsNotApplicable
          {
            threshold(sum.terms[0], acceptance, values, rows, results)
          } else {
            for place in rows.indices { results[place] = test.results(values, rows[place]).rawValue }
          }
        case .fraction, .reported:
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
    let inside: UInt8 = acceptance.isInverted ? PossibleResults.missed.rawValue : PossibleResults.met.rawValue
    let outside: UInt8 = acceptance.isInverted ? PossibleResults.met.rawValue : PossibleResults.missed.rawValue
    let unknown = term.least <= term.greatest ? acceptance.results(term.least, term.greatest).rawValue : 0
    for place in rows.indices {
      let word = column[rows[place]]
      if StoredWord.isFigure(word) {
        results[place] = low <= word && word <= high ? inside : outside
      } else {
        results[place] = word == StoredWord.notApplicable ? PossibleResults.notApplicable.rawValue : unknown
      }
    }
  }
}
